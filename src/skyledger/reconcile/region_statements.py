"""What a region's own officials count, held against what a national total lists for their region."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta

from skyledger.model.claim import Claim
from skyledger.model.count import Interval
from skyledger.model.incident import Incident
from skyledger.model.kinds import ClaimStatus, PlaceKind, TimePrecision, TotalVerdict, Unit
from skyledger.model.time_range import TimeRange
from skyledger.reconcile.policy import ReconcilePolicy
from skyledger.reconcile.wording import in_words
from skyledger.say import Told, tell

_CLOCK = frozenset({TimePrecision.HOUR, TimePrecision.MINUTE})


@dataclass(frozen=True, slots=True, kw_only=True)
class RegionStatement:
    """What one official of a region says the count was.

    Attributes:
        claim: The claim that stands for the speaker.
        window: How its window stands to the total's: ``same``, ``inside``, ``covers``, ``roughly`` (one of them is a
            night without hours), ``overlap`` or ``unknown``.
        verdict: Against the figure listed for the region; ``cannot_be_checked`` where the windows do not allow it.
        sentence: Both figures and the reason for the verdict.
    """

    claim: str
    place: str
    interval: Interval
    window: str
    verdict: TotalVerdict
    sentence: str


def regional_claims(incidents: Iterable[Incident], claims: Mapping[str, Claim]) -> dict[str, list[Claim]]:
    """Return by region the standing figure of each of its own officials, one claim a speaker and incident.

    Only what stands or dissents in an incident's count, so no earlier version; of equal figures the one said first.
    """
    found: dict[str, list[Claim]] = {}
    for incident in incidents:
        count = next((f for f in incident.findings if f.field == "count"), None)
        if count is None:
            continue
        known: set[tuple[str, Interval]] = set()
        first = {origin.first_claim for origin in incident.origins}
        for claim_id in sorted((*count.supporting, *count.dissenting), key=lambda c: (c not in first, c)):
            claim = claims.get(claim_id)
            if claim is None or not _is_own(claim) or claim.speaker is None or claim.count is None:
                continue
            key = (claim.speaker.id, claim.count.interval)
            if key not in known and _overlaps(claim.time, incident.window):
                known.add(key)
                found.setdefault(claim.speaker.region or "", []).append(claim)
    return found


def _is_own(claim: Claim) -> bool:
    """Tell whether an official speaks of the region of the office, as a whole."""
    speaker, place = claim.speaker, claim.place
    if speaker is None or place is None or claim.count is None or claim.count.unit is not Unit.OBJECT:
        return False
    whole = place.kind is PlaceKind.REGION or place.id == speaker.region
    return whole and place.id == speaker.region and claim.status is not ClaimStatus.BACKGROUND


def _overlaps(one: TimeRange | None, two: TimeRange | None) -> bool:
    return one is None or two is None or one.overlaps(two)


def is_like(claim: Claim, total: Claim) -> bool:
    """Tell whether a claim counts what the total counts, in a window that may share a moment with the total's."""
    same = (claim.kind, claim.fate, claim.object) == (total.kind, total.fate, total.object)
    return same and claim.part_of is None and claim.id != total.id and _overlaps(claim.time, total.time)


def relate_windows(part: TimeRange | None, total: TimeRange | None, policy: ReconcilePolicy) -> str:
    """Return how the window of a part stands to a total's; see :class:`RegionStatement`."""
    if part is None or total is None or None in (part.start, part.end, total.start, total.end):
        return "unknown"
    if part.start is None or part.end is None or total.start is None or total.end is None:
        return "unknown"
    slack = timedelta(hours=policy.window_slack_h)
    if abs(part.start - total.start) <= slack and abs(part.end - total.end) <= slack:
        return "same"
    if TimePrecision.NIGHT in {part.precision, total.precision}:
        return "roughly" if part.overlaps(total) else "unknown"
    if not {part.precision, total.precision} <= _CLOCK | {TimePrecision.PART_OF_DAY}:
        return "unknown"
    if part.start >= total.start - slack and part.end <= total.end + slack:
        return "inside"
    if total.start >= part.start - slack and total.end <= part.end + slack:
        return "covers"
    return "overlap"


def hold_statement(
    claim: Claim, listed: Interval | None, total: Claim, policy: ReconcilePolicy, *, member: bool, complete: bool | None
) -> RegionStatement | None:
    """Hold one regional figure against the one a total lists for the region.

    Args:
        claim: What the region's official says; must have a count.
        listed: The figure of the total's list for the region, None when it has none.
        total: The claim of the total, whose window counts.
        policy: The reconciling policy.
        member: The list gives one figure for several regions, this one among them.
        complete: Whether the list is known to cover the total.

    Returns:
        The statement with its verdict, or None for a claim without a count or place.
    """
    if claim.count is None or claim.place is None:
        return None
    said, window = claim.count.interval, relate_windows(claim.time, total.time, policy)
    verdict, why = _verdict(said, listed, window, member=member, complete=complete)
    other = tell(Told.NOTHING_LISTED) if listed is None else in_words(listed)
    code = Told.REGION_AMONG_SAYS if member else Told.REGION_SAYS
    sentence = tell(code, said=in_words(said), listed=other, why=tell(why))
    return RegionStatement(
        claim=claim.id,
        place=claim.place.id,
        interval=said,
        window=window,
        verdict=verdict,
        sentence=sentence,
    )


def _verdict(
    said: Interval, listed: Interval | None, window: str, *, member: bool, complete: bool | None
) -> tuple[TotalVerdict, Told]:
    unchecked, agrees, excludes = (
        TotalVerdict.CANNOT_BE_CHECKED,
        TotalVerdict.CONSISTENT,
        TotalVerdict.CONTRADICTION,
    )
    if window in {"unknown", "overlap"}:
        return unchecked, Told.WINDOWS_APART
    if listed is None:
        if complete and window in {"same", "inside"} and said.low > 0:
            return excludes, Told.COMPLETE_WITHOUT
        return unchecked, Told.NOT_IN_LIST
    more = listed.high is not None and said.low > listed.high
    less = said.high is not None and said.high < listed.low
    if window == "roughly":
        if member:
            return (unchecked, Told.NIGHT_REACHES_BEYOND) if more else (agrees, Told.FITS_IN)
        if said.overlaps(listed):
            return agrees, Told.SAME_ROUGHLY
        return unchecked, Told.ONE_WITHOUT_HOURS
    if member or window == "inside":
        return (excludes, Told.PART_LARGER) if more else (agrees, Told.FITS_IN)
    if window == "covers":
        return (excludes, Told.LONGER_HOLDS_LESS) if less else (agrees, Told.FITS_IN)
    return (agrees, Told.THEY_AGREE) if said.overlaps(listed) else (excludes, Told.CANNOT_BOTH_HOLD)


def sum_of(statements: Sequence[RegionStatement]) -> Interval | None:
    """Return the sum of what regions say inside the total's window, one statement a region; None when nobody does."""
    by_place: dict[str, Interval] = {}
    for one in statements:
        if one.window in {"same", "inside", "roughly"} and one.verdict is not TotalVerdict.CANNOT_BE_CHECKED:
            known = by_place.get(one.place)
            # two figures of one region are one range, never a sum
            by_place[one.place] = one.interval if known is None else _span(known, one.interval)
    if not by_place:
        return None
    highs = [i.high for i in by_place.values() if i.high is not None]
    high = sum(highs) if len(highs) == len(by_place) else None
    return Interval(low=sum(i.low for i in by_place.values()), high=high)


def _span(one: Interval, two: Interval) -> Interval:
    high = None if one.high is None or two.high is None else max(one.high, two.high)
    return Interval(low=min(one.low, two.low), high=high)
