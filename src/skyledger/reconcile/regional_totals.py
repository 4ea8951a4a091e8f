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

_HOURS = frozenset({TimePrecision.NIGHT, TimePrecision.HOUR, TimePrecision.MINUTE, TimePrecision.PART_OF_DAY})


@dataclass(frozen=True, slots=True, kw_only=True)
class _Figure:
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
    figures = [f for i in incidents if (f := _figure(i, claims)) is not None]
    regions: dict[tuple[object, ...], list[_Figure]] = defaultdict(list)
    for figure in figures:
        place = figure.incident.place
        if place is not None and place.kind is PlaceKind.REGION:
            regions[(*_like(figure.incident), place.country)].append(figure)
    found: dict[str, tuple[TotalCheck, ...]] = {}
    for figure in figures:
        if figure.claim.id not in with_parts and (check := _check(figure, regions, policy)) is not None:
            found[figure.incident.id] = (check,)
    return found


def _like(incident: Incident) -> tuple[object, ...]:
    return (incident.kind, incident.fate, incident.object, incident.night)


def _figure(incident: Incident, claims: Mapping[str, Claim]) -> _Figure | None:
    if incident.kind not in {Kind.INTERCEPTION, Kind.ATTACK} or incident.window is None:
        return None
    finding = next((f for f in incident.findings if f.field == "count" and f.interval is not None), None)
    if finding is None or finding.interval is None:
        return None
    claim = claims[finding.supporting[0]]
    if claim.count is None or claim.count.unit is not Unit.OBJECT:
        return None
    return _Figure(incident=incident, claim=claim, interval=finding.interval)


def _check(
    total: _Figure, regions: Mapping[tuple[object, ...], Sequence[_Figure]], policy: ReconcilePolicy
) -> TotalCheck | None:
    place = total.incident.place
    if place is None or place.kind not in {PlaceKind.COUNTRY, PlaceKind.LIST}:
        return None
    wanted = set(place.parts)
    country = place.id if place.kind is PlaceKind.COUNTRY else place.country
    countries = {country} if country else {part[:2] for part in wanted}
    near = [f for c in sorted(countries) for f in regions.get((*_like(total.incident), c), ())]
    listed = [f for f in near if not wanted or (f.incident.place is not None and f.incident.place.id in wanted)]
    parts = [f for f in listed if _overlaps(f, total)]
    if not parts:
        return None
    covered = bool(wanted) and wanted == {f.incident.place.id for f in parts if f.incident.place is not None}
    if _several_of_one_place(parts) or not all(_inside(f, total, policy) for f in parts):
        return _undecided(total, parts, "their windows are not the total's")
    if any(f.claim.speaker is None for f in (total, *parts)):
        return _undecided(total, parts, "not every figure has a speaker")
    check = check_total(_stated(total), [_stated(f) for f in parts], exhaustive=True if covered else None)
    if check.verdict is TotalVerdict.CONTRADICTION or covered:
        return check
    return _undecided(total, parts, "the regions that spoke are not all there are")


def _several_of_one_place(parts: Sequence[_Figure]) -> bool:
    return len({f.incident.place.id for f in parts if f.incident.place is not None}) < len(parts)


def _overlaps(part: _Figure, total: _Figure) -> bool:
    inner, outer = part.incident.window, total.incident.window
    return inner is not None and outer is not None and inner.overlaps(outer)


def _inside(part: _Figure, total: _Figure, policy: ReconcilePolicy) -> bool:
    """Tell whether the part's window lies in the total's by hours that both state."""
    inner, outer = part.incident.window, total.incident.window
    if inner is None or outer is None or inner.precision not in _HOURS or outer.precision not in _HOURS:
        return False
    if inner.start is None or inner.end is None or outer.start is None or outer.end is None:
        return False
    slack = timedelta(hours=policy.window_slack_h)
    return inner.start >= outer.start - slack and inner.end <= outer.end + slack


def _stated(figure: _Figure) -> Claim:
    """Return the claim with the incident's number, which other origins may have narrowed."""
    claim, interval = figure.claim, figure.interval
    if claim.count is None or claim.count.interval == interval:
        return claim
    return _with_count(claim, claim.count, interval)


def _with_count(claim: Claim, count: Count, interval: Interval) -> Claim:
    narrowed = replace(count, low=interval.low, high=interval.high, qualifier=Qualifier.RANGE)
    return replace(claim, count=narrowed)


def _undecided(total: _Figure, parts: Sequence[_Figure], why: str) -> TotalCheck:
    tally, listed = _stated(total), sorted((_stated(f) for f in parts), key=lambda c: c.id)
    check = check_total(tally, listed)
    known = Interval(low=check.parts_low, high=check.parts_high)
    return replace(
        check,
        verdict=TotalVerdict.CANNOT_BE_CHECKED,
        residual=unallocated(check.total, known),
        complete=None,
        sentence=f"{describe_sum(tally, listed, known)}, but {why}, so the sum cannot be checked.",
    )
