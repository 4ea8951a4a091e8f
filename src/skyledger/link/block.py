"""Which facts are worth comparing: an inverted index on place and night, never rounded coordinates."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from skyledger.link.fact import Fact, harm_of, speaker_id
from skyledger.link.features.text_reuse import SentenceIndex
from skyledger.link.policy import LinkPolicy
from skyledger.model.claim import Claim
from skyledger.model.kinds import TimePrecision


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
    runs = [sketch_of(claims, sentences) for claims in members]
    shared = _shared_blocks(facts, runs, policy)
    special = {*_unplaced_pairs(facts, runs, policy), *_dateless_pairs(facts, runs, policy)}
    near: dict[int, set[int]] = defaultdict(set)
    for i, j in special:
        near[i].add(j)
    homes: list[list[list[int]]] = [[] for _ in facts]
    for indexes in shared:
        if len(indexes) <= policy.limits.max_block:
            for index in indexes:
                homes[index].append(indexes)
        else:
            for i, j in _neighbours(indexes, facts, policy):
                near[i].add(j)
    for index, blocks in enumerate(homes):
        others = near.pop(index, set()).union(*blocks)
        yield from ((index, other) for other in sorted(others) if other > index)


def _shared_blocks(facts: Sequence[Fact], runs: Sequence[Sequence[int]], policy: LinkPolicy) -> list[list[int]]:
    """Return the blocks that hold at least two facts."""
    first: dict[int, int] = {}
    blocks: dict[int, list[int]] = {}
    for index, fact in enumerate(facts):
        for key in block_keys(fact, runs[index], policy):
            if key not in first:  # most blocks hold one fact and need no list
                first[key] = index
            else:
                blocks.setdefault(key, [first[key]]).append(index)
    return list(blocks.values())


def sketch_of(members: Sequence[Claim], sentences: SentenceIndex) -> tuple[int, ...]:
    """Return a sketch of the words: the first twelve runs in sorted order of the first eight claims, hashed."""
    return tuple({run for claim in members[:8] for run in sentences.sketch_of(claim)})


def block_keys(fact: Fact, runs: Sequence[int], policy: LinkPolicy) -> list[int]:
    """Return the keys of the blocks in which a fact is compared with every other.

    Keys are hashed: a collision of two keys (one in 2**64) would add a comparison and could not add a link.
    """
    claim, nights = fact.claim, nights_of(fact, policy)
    base, place, area = (fact.family, fact.background), claim.place, area_of(fact)
    keys = [] if place is None else [hash((base, "place", place.id, night)) for night in nights]
    speaker, count, harm = speaker_id(claim), claim.count, harm_of(claim)
    if speaker is not None and (count is not None or harm is not None):
        number = None if count is None else (count.low, count.high, count.unit)
        said = hash((base, "said", speaker, number, harm))  # the place may be named more coarsely
        keys += [hash((said, night)) for night in nights]
    for night in nights:
        here = hash((base, "text", night, area))
        keys += [hash((here, run)) for run in runs]
    return keys


def area_of(fact: Fact) -> str | None:
    """Return the region of a fact's place, else the place, or None when no place is named."""
    place = fact.claim.place
    return None if place is None else place.region or place.id


def is_dateless(fact: Fact) -> bool:
    """Tell whether nothing says when: neither the words nor a publication time."""
    return fact.window is None and fact.published_h is None


def unplaced_keys(fact: Fact, runs: Sequence[int], policy: LinkPolicy) -> list[int]:
    """Return keys of words and night alone, in which texts without a place meet those of any region."""
    return [hash((fact.family, fact.background, night, run)) for night in nights_of(fact, policy) for run in runs]


def dateless_keys(fact: Fact, runs: Sequence[int]) -> list[int]:
    """Return keys of words alone, in which texts without any date meet those of any night."""
    return [hash((fact.family, fact.background, run)) for run in runs]


def _unplaced_pairs(
    facts: Sequence[Fact], runs: Sequence[Sequence[int]], policy: LinkPolicy
) -> Iterator[tuple[int, int]]:
    """Yield pairs of a text without a place and one with a place that share words and a night."""
    unplaced: dict[int, list[int]] = defaultdict(list)
    for index, fact in enumerate(facts):
        if fact.claim.place is None:
            for key in unplaced_keys(fact, runs[index], policy):
                unplaced[key].append(index)
    if not unplaced:
        return
    for index, fact in enumerate(facts):
        if fact.claim.place is not None:
            for key in unplaced_keys(fact, runs[index], policy):
                others = unplaced.get(key, ())
                if len(others) <= policy.limits.max_block:  # words of so many different facts are a template
                    yield from ((min(index, other), max(index, other)) for other in others)


def _dateless_pairs(
    facts: Sequence[Fact], runs: Sequence[Sequence[int]], policy: LinkPolicy
) -> Iterator[tuple[int, int]]:
    """Yield pairs that share words and of which one has no date at all."""
    wanted = {k for f, own in zip(facts, runs, strict=True) if is_dateless(f) for k in dateless_keys(f, own)}
    if not wanted:
        return
    blocks: dict[int, list[int]] = defaultdict(list)
    for index, fact in enumerate(facts):
        for key in wanted.intersection(dateless_keys(fact, runs[index])):
            blocks[key].append(index)
    for indexes in blocks.values():
        if len(indexes) <= policy.limits.max_block:
            yield from ((i, j) for i, j in combinations(indexes, 2) if is_dateless(facts[i]) or is_dateless(facts[j]))


def _neighbours(indexes: list[int], facts: Sequence[Fact], policy: LinkPolicy) -> Iterator[tuple[int, int]]:
    timed = sorted(indexes, key=lambda i: (start_h(facts[i]), i))
    reach = policy.limits.block_neighbours
    for place, i in enumerate(timed):
        yield from ((min(i, j), max(i, j)) for j in timed[place + 1 : place + 1 + reach])


def start_h(fact: Fact) -> float:
    """Return what orders a large block: the start of the window, else the publication, in hours since 1970."""
    return fact.window.lo if fact.window is not None else (fact.published_h or 0.0)
