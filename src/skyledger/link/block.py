"""Which facts are worth comparing: an inverted index on place and night, never rounded coordinates."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from skyledger.link.fact import Fact, Window, harm_of, speaker_id
from skyledger.link.features.text_reuse import SentenceIndex
from skyledger.link.policy import LinkPolicy
from skyledger.model.claim import Claim

BlockKey = tuple[object, ...]


def nights_of(fact: Fact, policy: LinkPolicy) -> tuple[int, ...]:
    """Return the numbers of the days-from-20:00 a fact touches, with an hour's slack so that no edge splits a pair.

    A window longer than ``long_window_h`` (a week's summary) is listed under its first night only, and meets only
    windows like itself. Without a window the publication stands in, reaching back two days.
    """
    window = fact.window
    if window is None:
        if fact.published_h is None:
            return (-1,)
        return _days(fact.published_h - policy.limits.unknown_window_publication_h, fact.published_h + 1.0, 3.0)
    if window.hi - window.lo > policy.limits.long_window_h:
        return (-2 - _day(window.lo, window.offset),)
    return _window_days(window)


def _window_days(window: Window) -> tuple[int, ...]:
    return _days(window.lo - 1.0, window.hi + 1.0, window.offset)


def _days(lo: float, hi: float, offset: float) -> tuple[int, ...]:
    return tuple(range(_day(lo, offset), _day(hi, offset) + 1))


def _day(moment_h: float, offset: float) -> int:
    return int((moment_h + offset + 4.0) // 24)  # +4: the day begins at 20:00


def candidate_pairs(
    facts: Sequence[Fact], members: Sequence[Sequence[Claim]], sentences: SentenceIndex, policy: LinkPolicy
) -> Iterator[tuple[int, int]]:
    """Yield the index pairs worth comparing, each once, smaller index first.

    Args:
        facts: Distinct facts, sorted.
        members: The claims of each fact.
        sentences: The words of claims.
        policy: The linking policy; ``max_block`` and ``block_neighbours`` bound the work.

    Yields:
        Pairs of indexes into ``facts``.
    """
    blocks: dict[BlockKey, list[int]] = defaultdict(list)
    for index, fact in enumerate(facts):
        for key in _fact_keys(fact, policy):
            blocks[key].append(index)
        for key in _text_keys(fact, members[index], sentences, policy):
            blocks[key].append(index)
    seen: set[tuple[int, int]] = set()
    for indexes in blocks.values():
        for pair in _pairs_of(sorted(set(indexes)), facts, policy):
            if pair not in seen:
                seen.add(pair)
                yield pair


def _fact_keys(fact: Fact, policy: LinkPolicy) -> Iterator[BlockKey]:
    claim, base = fact.claim, (fact.family, fact.background)
    nights = nights_of(fact, policy)
    place = claim.place
    said = (speaker_id(claim), claim.count and (claim.count.low, claim.count.high, claim.count.unit), harm_of(claim))
    for night in nights:
        if place is not None:
            yield (*base, "place", place.id, night)
        if said[0] is not None and (said[1] is not None or said[2] is not None):
            yield (*base, "said", said, night)  # one speaker, one number: the place may be named more coarsely


def _text_keys(
    fact: Fact, members: Sequence[Claim], sentences: SentenceIndex, policy: LinkPolicy
) -> Iterator[BlockKey]:
    nights = nights_of(fact, policy)
    runs = {run for claim in members[:8] for run in sorted(sentences.runs_of(claim))[:12]}
    for run in sorted(runs):
        for night in nights:
            yield (fact.family, fact.background, "text", run, night)


def _pairs_of(indexes: list[int], facts: Sequence[Fact], policy: LinkPolicy) -> Iterable[tuple[int, int]]:
    if len(indexes) <= policy.limits.max_block:
        return combinations(indexes, 2)
    timed = sorted(indexes, key=lambda i: (_start(facts[i]), i))
    reach = policy.limits.block_neighbours
    near = ((timed[i], timed[j]) for i in range(len(timed)) for j in range(i + 1, min(i + 1 + reach, len(timed))))
    return ((min(a, b), max(a, b)) for a, b in near)


def _start(fact: Fact) -> float:
    return fact.window.lo if fact.window is not None else (fact.published_h or 0.0)
