"""A national total against what others say of the regions; mostly it cannot be checked, and then it says so."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from skyledger.model.claim import Claim
from skyledger.model.count import Count, Interval
from skyledger.model.incident import Incident, TotalCheck
from skyledger.model.kinds import Kind, PlaceKind, Qualifier, TimePrecision, TotalVerdict, Unit
from skyledger.reconcile.policy import ReconcilePolicy
from skyledger.reconcile.totals import check_total, describe_sum, unallocated
from skyledger.say import Told, tell

_HOURS = frozenset({TimePrecision.NIGHT, TimePrecision.HOUR, TimePrecision.MINUTE, TimePrecision.PART_OF_DAY})
_COUNTED = frozenset({Kind.INTERCEPTION, Kind.ATTACK})

RegionKey = tuple[object, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """The standing number of an incident, on the claim that gives it."""

    incident: Incident
    claim: Claim
    interval: Interval


def regional_totals(
    incidents: Sequence[Incident], claims: Mapping[str, Claim], policy: ReconcilePolicy
) -> dict[str, tuple[TotalCheck, ...]]:
    """Hold totals over a country or a list of regions against the regions' own incidents.

    Only totals whose text lists no parts, only interceptions and attacks with a number. The regions' figures come
    from other speakers with windows of their own, so the verdict is ``cannot_be_checked`` unless their windows lie
    inside the total's and all have a speaker: then more than the total is a contradiction, and a list covered region
    by region is checked like any other list.

    Args:
        incidents: All incidents.
        claims: Claims by id.
        policy: The reconciling policy.

    Returns:
        Checks by the id of the incident that holds the total.
    """
    with_parts = {c.part_of for c in claims.values() if c.part_of is not None}
    figures = [f for i in incidents if (f := figure_of(i, claims)) is not None]
    regions: dict[RegionKey, list[Figure]] = defaultdict(list)
    for figure in figures:
        given = region_of(figure)
        if given is not None:
            regions[given].append(figure)
    found: dict[str, tuple[TotalCheck, ...]] = {}
    for figure in figures:
        if figure.claim.id not in with_parts and (check := check_regions(figure, regions, policy)) is not None:
            found[figure.incident.id] = (check,)
    return found


def _like(incident: Incident) -> tuple[object, ...]:
    return (incident.kind, incident.fate, incident.object, incident.night)


def region_of(figure: Figure) -> RegionKey | None:
    """Return under what a region's figure is found: what was counted, the night and the country; None for others."""
    return key_of_region(figure.incident)


def key_of_region(incident: Incident) -> RegionKey | None:
    """Return under what the figure of an incident is found if it has one; None where it is none of a region."""
    place = incident.place
    if place is None or place.kind is not PlaceKind.REGION or incident.kind not in _COUNTED:
        return None
    return (*_like(incident), place.country)


def regions_held(total: Figure) -> tuple[RegionKey, ...]:
    """Return under what the regions' figures are found that a total is held against; none when it is no total."""
    return keys_of_total(total.incident)


def keys_of_total(incident: Incident) -> tuple[RegionKey, ...]:
    """Return under what the regions' figures are found that an incident's number is held against if it has one."""
    place = incident.place
    if place is None or place.kind not in {PlaceKind.COUNTRY, PlaceKind.LIST} or incident.kind not in _COUNTED:
        return ()
    country = place.id if place.kind is PlaceKind.COUNTRY else place.country
    countries = {country} if country else {part[:2] for part in place.parts}
    return tuple((*_like(incident), c) for c in sorted(countries))


def figure_of(incident: Incident, claims: Mapping[str, Claim]) -> Figure | None:
    """Return the number of an incident that may be a total or a region's share, or None when it has none."""
    if incident.kind not in _COUNTED or incident.window is None:
        return None
    finding = next((f for f in incident.findings if f.field == "count" and f.interval is not None), None)
    if finding is None or finding.interval is None:
        return None
    claim = claims[finding.supporting[0]]
    if claim.count is None or claim.count.unit is not Unit.OBJECT:
        return None
    return Figure(incident=incident, claim=claim, interval=finding.interval)


def check_regions(
    total: Figure, regions: Mapping[RegionKey, Sequence[Figure]], policy: ReconcilePolicy
) -> TotalCheck | None:
    """Hold a total against the regions' figures, which are given by :func:`region_of`; None when there are none."""
    place = total.incident.place
    if place is None or place.kind not in {PlaceKind.COUNTRY, PlaceKind.LIST}:
        return None
    wanted = set(place.parts)
    near = [f for key in regions_held(total) for f in regions.get(key, ())]
    listed = [f for f in near if not wanted or (f.incident.place is not None and f.incident.place.id in wanted)]
    parts = [f for f in listed if _overlaps(f, total)]
    if not parts:
        return None
    covered = bool(wanted) and wanted == {f.incident.place.id for f in parts if f.incident.place is not None}
    if _several_of_one_place(parts) or not all(_inside(f, total, policy) for f in parts):
        return _undecided(total, parts, Told.OTHER_WINDOWS)
    if any(f.claim.speaker is None for f in (total, *parts)):
        return _undecided(total, parts, Told.NO_SPEAKER)
    check = check_total(_stated(total), [_stated(f) for f in parts], exhaustive=True if covered else None)
    if check.verdict is TotalVerdict.CONTRADICTION or covered:
        return check
    return _undecided(total, parts, Told.NOT_ALL_REGIONS)


def _several_of_one_place(parts: Sequence[Figure]) -> bool:
    return len({f.incident.place.id for f in parts if f.incident.place is not None}) < len(parts)


def _overlaps(part: Figure, total: Figure) -> bool:
    inner, outer = part.incident.window, total.incident.window
    return inner is not None and outer is not None and inner.overlaps(outer)


def _inside(part: Figure, total: Figure, policy: ReconcilePolicy) -> bool:
    """Tell whether the part's window lies in the total's by hours that both state."""
    inner, outer = part.incident.window, total.incident.window
    if inner is None or outer is None or inner.precision not in _HOURS or outer.precision not in _HOURS:
        return False
    if inner.start is None or inner.end is None or outer.start is None or outer.end is None:
        return False
    slack = timedelta(hours=policy.window_slack_h)
    return inner.start >= outer.start - slack and inner.end <= outer.end + slack


def _stated(figure: Figure) -> Claim:
    """Return the claim with the incident's number, which other origins may have narrowed."""
    claim, interval = figure.claim, figure.interval
    if claim.count is None or claim.count.interval == interval:
        return claim
    return _with_count(claim, claim.count, interval)


def _with_count(claim: Claim, count: Count, interval: Interval) -> Claim:
    narrowed = replace(count, low=interval.low, high=interval.high, qualifier=Qualifier.RANGE)
    return replace(claim, count=narrowed)


def _undecided(total: Figure, parts: Sequence[Figure], why: Told) -> TotalCheck:
    tally, listed = _stated(total), sorted((_stated(f) for f in parts), key=lambda c: c.id)
    check = check_total(tally, listed)
    known = Interval(low=check.parts_low, high=check.parts_high)
    return replace(
        check,
        verdict=TotalVerdict.CANNOT_BE_CHECKED,
        residual=unallocated(check.total, known),
        complete=None,
        sentence=tell(Told.TOTAL_UNDECIDED, **describe_sum(tally, listed, known), why=tell(why)),
    )
