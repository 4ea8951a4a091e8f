"""Which facts are worth comparing: an inverted index on place and night, never rounded coordinates."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from skyledger.link.fact import Fact, harm_of, speaker_id
from skyledger.link.features.text_reuse import SentenceIndex
from skyledger.link.policy import LinkPolicy
from skyledger.model.claim import Claim
from skyledger.model.kinds import TimePrecision

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
    back = policy.limits.unknown_window_publication_h if window.precision is TimePrecision.NONE else 1.0
    return _days(window.lo - back, window.hi + 1.0, window.offset)


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
    runs = [_runs_of(claims, sentences) for claims in members]
    undated = {run for fact, own in zip(facts, runs, strict=True) if _is_undated(fact) for run in own}
    unplaced = {run for fact, own in zip(facts, runs, strict=True) if fact.claim.place is None for run in own}
    for index, fact in enumerate(facts):
        for key in _fact_keys(fact, policy):
            blocks[key].append(index)
        for key in _text_keys(fact, runs[index], undated, unplaced, policy):
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


def _is_undated(fact: Fact) -> bool:
    return fact.window is None and fact.published_h is None


def _runs_of(members: Sequence[Claim], sentences: SentenceIndex) -> frozenset[str]:
    """Return a sketch of the words: the first twelve runs in sorted order of the first eight claims."""
    return frozenset(run for claim in members[:8] for run in sorted(sentences.runs_of(claim))[:12])


def _text_keys(
    fact: Fact, runs: frozenset[str], undated: set[str], unplaced: set[str], policy: LinkPolicy
) -> Iterator[BlockKey]:
    """Yield keys of words with night and region; only words of a text without either meet those of any."""
    nights = nights_of(fact, policy)
    place = fact.claim.place
    area = None if place is None else place.region or place.id
    for run in runs:
        areas = [area] if area is None or run not in unplaced else [area, None]
        yield from ((fact.family, fact.background, "text", run, night, a) for night in nights for a in areas)
        if run in undated:
            yield (fact.family, fact.background, "text", run)


def _pairs_of(indexes: list[int], facts: Sequence[Fact], policy: LinkPolicy) -> Iterable[tuple[int, int]]:
    if len(indexes) <= policy.limits.max_block:
        return combinations(indexes, 2)
    timed = sorted(indexes, key=lambda i: (_start(facts[i]), i))
    reach = policy.limits.block_neighbours
    near = ((timed[i], timed[j]) for i in range(len(timed)) for j in range(i + 1, min(i + 1 + reach, len(timed))))
    return ((min(a, b), max(a, b)) for a, b in near)


def _start(fact: Fact) -> float:
    return fact.window.lo if fact.window is not None else (fact.published_h or 0.0)
