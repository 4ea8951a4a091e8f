"""Totals against their parts, by interval arithmetic: a list that does not add up is shown, never mended."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from skyledger.model.claim import Claim
from skyledger.model.count import Interval
from skyledger.model.incident import TotalCheck
from skyledger.model.kinds import Fate, Kind, ObjectType, TotalVerdict, Unit
from skyledger.reconcile.wording import in_words, listed
from skyledger.say import Told, tell

_FATES_OF_LAUNCHED = (Fate.DOWNED, Fate.SUPPRESSED, Fate.LOST, Fate.AIRBORNE)


def sum_intervals(parts: Sequence[Interval]) -> Interval:
    """Return the interval of the sum; one unbounded part makes it unbounded."""
    highs = [p.high for p in parts if p.high is not None]
    return Interval(low=sum(p.low for p in parts), high=sum(highs) if len(highs) == len(parts) else None)


def unallocated(total: Interval, parts: Interval) -> tuple[int, int | None]:
    """Return total minus parts; a negative low means that the parts may exceed the total."""
    low = 0 if parts.high is None else total.low - parts.high
    return (low, None if total.high is None else total.high - parts.low)


def check_total(
    tally: Claim,
    parts: Sequence[Claim],
    *,
    exhaustive: bool | None = None,
    partial: bool = False,
    rest: Told = Told.LIST_NOT_COMPLETE,
) -> TotalCheck:
    """Hold one total against its parts.

    Args:
        tally: The claim with the total.
        parts: Claims that each count some of it; one without a number makes the list incomplete.
        rest: What to say of a residual.
        partial: Whether the text gives one share only ("49, including 21 over Tula"): no list that could add up.
        exhaustive: Whether the parts are known to cover the total; None when the list itself has to show it.

    Returns:
        ``contradiction`` when the parts exceed the total, or cover it and fall short; ``consistent`` when the sum may
        equal it; ``residual`` when a definite number stays unallocated; ``cannot_be_checked`` when a part has no
        number.
    """
    ordered = sorted(parts, key=lambda c: c.id)
    total = Interval(low=0, high=None) if tally.count is None else tally.count.interval
    counted = [c.count.interval for c in ordered if c.count is not None and c.count.unit is _unit(tally)]
    known = sum_intervals(counted)
    whole = len(counted) == len(ordered) and tally.count is not None
    adds_up = whole and known == total and total.low == total.high
    verdict = _verdict(total, known, whole, exhaustive)
    if partial and verdict is TotalVerdict.RESIDUAL:
        verdict = TotalVerdict.CANNOT_BE_CHECKED
    return TotalCheck(
        tally=tally.id,
        parts=tuple(c.id for c in ordered),
        total=total,
        parts_low=known.low,
        parts_high=known.high,
        residual=unallocated(total, known) if whole else None,
        verdict=verdict,
        sentence=_sentence(tally, ordered, total, known, verdict, rest),
        complete=True if adds_up or exhaustive else None,
    )


def _unit(claim: Claim) -> object:
    return None if claim.count is None else claim.count.unit


def _verdict(total: Interval, known: Interval, whole: bool, exhaustive: bool | None) -> TotalVerdict:
    if total.high is not None and known.low > total.high:
        return TotalVerdict.CONTRADICTION
    if not whole:
        return TotalVerdict.CANNOT_BE_CHECKED
    if known.overlaps(total):
        return TotalVerdict.CONSISTENT
    return TotalVerdict.CONTRADICTION if exhaustive else TotalVerdict.RESIDUAL


def _sentence(
    tally: Claim, parts: Sequence[Claim], total: Interval, known: Interval, verdict: TotalVerdict, rest: Told
) -> str:
    said = describe_sum(tally, parts, known)
    low, high = unallocated(total, known)
    if verdict is TotalVerdict.CONSISTENT:
        return tell(Told.TOTAL_AGREES, **said)
    if verdict is TotalVerdict.RESIDUAL:
        return tell(Told.TOTAL_LEAVES, **said, why=tell(rest), rest=in_words(Interval(low=low, high=high)))
    if verdict is TotalVerdict.CONTRADICTION and total.high is not None and known.low > total.high:
        return tell(Told.TOTAL_EXCEEDED, **said, more=known.low - total.high)
    if verdict is TotalVerdict.CONTRADICTION:
        return tell(Told.TOTAL_FALLS_SHORT, **said)
    if len(parts) == 1 and parts[0].count is not None:
        return tell(Told.TOTAL_ONE_SHARE, **said)
    return tell(Told.TOTAL_NO_NUMBER, **said)


def describe_sum(tally: Claim, parts: Sequence[Claim], known: Interval) -> dict[str, str]:
    """Return both statements in their own words, and what the parts come to, as a sentence on them needs it."""
    return {"total": _quote(tally), "parts": _quotes(parts), "sum": in_words(known)}


def _quote(claim: Claim) -> str:
    """Return the words of the number with its place, as the text has them."""
    words = tell(Told.NO_NUMBER) if claim.count is None else claim.count.text or in_words(claim.count.interval)
    where = "" if claim.place is None else f" ({claim.place.name})"
    return f'"{words}"{where}'


def _quotes(parts: Sequence[Claim]) -> str:
    quoted = [_quote(c) for c in sorted(parts, key=_size, reverse=True)]
    shown = quoted[:6] + ([f"{len(quoted) - 6} more"] if len(quoted) > 6 else [])
    return listed(shown)


def _size(claim: Claim) -> tuple[int, str, str]:
    return (-1 if claim.count is None else claim.count.low, "" if claim.place is None else claim.place.id, claim.id)


def listed_totals(claims: Mapping[str, Claim]) -> tuple[TotalCheck, ...]:
    """Check every total against the parts its own text lists (``part_of``), like with like.

    A part with another fate, or an aggregate itself ("307: 33 missiles and 274 drones", then the list), is a subset of
    the total, not a share of it, so only its own number may not exceed it.
    """
    by_tally: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims.values():
        if claim.part_of is not None and claim.part_of in claims:
            by_tally[claim.part_of].append(claim)
    found: list[TotalCheck] = []
    for tally_id, parts in sorted(by_tally.items()):
        tally = claims[tally_id]
        shares = [p for p in parts if p.fate is tally.fate and p.kind is tally.kind and not p.aggregate]
        if shares:
            found.append(check_total(tally, shares, partial=len(shares) == 1))
        for subset in sorted((p for p in parts if p not in shares), key=lambda c: c.id):
            found += [check_total(tally, [subset])] if _exceeds(subset, tally) else []
    return tuple(found)


def _exceeds(part: Claim, whole: Claim) -> bool:
    if part.count is None or whole.count is None or part.count.unit is not whole.count.unit:
        return False
    return whole.count.high is not None and part.count.low > whole.count.high


def launch_totals(claims: Mapping[str, Claim]) -> tuple[TotalCheck, ...]:
    """Check launched against shot down, suppressed and lost where one text gives them for one place and window.

    Only like with like: the same document (so one speaker and one window convention), place and object. Hits the text
    states itself are counted with them; what is left after that stays unallocated and is never called a hit.
    """
    by_text: dict[tuple[object, ...], list[Claim]] = defaultdict(list)
    hits: dict[tuple[object, ...], list[Claim]] = defaultdict(list)
    for claim in claims.values():
        if claim.count is not None and claim.part_of is None and claim.kind in {Kind.ATTACK, Kind.INTERCEPTION}:
            window = None if claim.time is None else (claim.time.start, claim.time.end)
            place = None if claim.place is None else claim.place.id
            by_text[(claim.document_id, place, window, claim.object)].append(claim)
            if claim.fate is Fate.HIT and _unit(claim) is Unit.OBJECT:
                hits[(claim.document_id, place, window)].append(claim)
    found: list[TotalCheck] = []
    for (text, where, during, what), group in by_text.items():
        launched = [c for c in group if c.fate is Fate.LAUNCHED]
        fates = [c for c in group if c.fate in _FATES_OF_LAUNCHED]
        distinct = {c.fate for c in fates}
        if len(launched) == 1 and fates and len(distinct) == len(fates):
            struck = [c for c in hits[(text, where, during)] if what in (c.object, ObjectType.UNKNOWN)]
            told = [*fates, *struck]
            if _low(told) > _low(launched):
                told = fates  # these hits are of what was launched beside it
            found.append(check_total(launched[0], told, rest=Told.REST_NOT_SAID))
    return tuple(sorted(found, key=lambda t: t.tally))


def _low(claims: Sequence[Claim]) -> int:
    return sum_intervals([c.count.interval for c in claims if c.count is not None]).low
