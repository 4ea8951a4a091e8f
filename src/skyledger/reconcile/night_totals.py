"""Totals per night as a table: what a ministry says, what it lists, what the regions say themselves, what is left.

Interval arithmetic only (:mod:`totals`); unknown is None, never 0; windows that do not allow a comparison make
"cannot be checked". Nothing is added to a total.
"""

from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, replace

from skyledger.model.claim import Claim
from skyledger.model.count import Interval
from skyledger.model.incident import Incident, TotalCheck
from skyledger.model.kinds import Kind, PlaceKind, TotalVerdict, Unit
from skyledger.reconcile.policy import ReconcilePolicy, load_reconcile_policy
from skyledger.reconcile.region_statements import (
    RegionStatement,
    hold_statement,
    is_like,
    regional_claims,
    sum_of,
)
from skyledger.reconcile.totals import unallocated
from skyledger.say import Told, tell

_COUNTED = frozenset({Kind.INTERCEPTION, Kind.ATTACK})
_AREAS = frozenset({PlaceKind.REGION, PlaceKind.LIST, PlaceKind.SEA})


@dataclass(frozen=True, slots=True, kw_only=True)
class TotalRow:
    """One line of a total's list, or a region that spoke without being listed.

    Attributes:
        part: The claim of the list; None for a region the list does not name.
        listed: Its figure; None = not known, never 0.
        regions: Ids of the regions the line is about; empty for a line that is no region (a sort of missile).
        told: What officials of these regions say themselves.
    """

    part: str | None
    listed: Interval | None
    regions: tuple[str, ...]
    told: tuple[RegionStatement, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class NightTotal:
    """One national total with what it lists and what the regions say.

    Attributes:
        incident: The incident that holds the total.
        tally: The claim that states it.
        by_region: The check of its own list of regions; None when it lists none that can be checked.
        checks: Its other checks: by sort, by fate, against the regions' own incidents.
        rows: The lines of the list of regions, in size, then the regions that spoke unlisted.
        told: Sum of what regions say in its window; None when no region can be compared.
        told_residual: Total less ``told``; None when no region can be compared.
        verdict: The gravest of its checks and of the regions' statements, contradiction first.
        sentence: Why.
    """

    incident: str
    night: str | None
    tally: str
    total: Interval
    by_region: TotalCheck | None
    checks: tuple[TotalCheck, ...]
    rows: tuple[TotalRow, ...]
    told: Interval | None
    told_residual: tuple[int, int | None] | None
    verdict: TotalVerdict
    sentence: str


def night_totals(
    incidents: Iterable[Incident], claims: Mapping[str, Claim], *, policy: ReconcilePolicy | None = None
) -> tuple[NightTotal, ...]:
    """Return every national total with its parts and the regions' own figures.

    A total is national when its speaker holds no regional office and it counts over a country, a list of regions, or
    no named place; a part of another total counts when it lists parts of its own.

    Args:
        incidents: Reconciled incidents, in any order.
        claims: Their claims by id; a total whose parts are not all here keeps no check.
        policy: The reconciling policy, the shipped one when None.

    Returns:
        Totals by night, window and size, the largest first.
    """
    policy = load_reconcile_policy() if policy is None else policy
    incidents = tuple(incidents)
    own = regional_claims(incidents, claims)
    found: list[tuple[Claim, TotalCheck | None, list[TotalRow]]] = []
    homes = {}
    for incident in incidents:
        tally = _tally(incident, claims)
        if tally is not None:
            homes[tally.id] = incident
            check = _list_of_regions(incident, tally, claims)
            found.append((tally, check, _rows(check, tally, claims, own, policy)))
    decided = {s.claim for _, _, rows in found for row in rows for s in row.told if _is_decided(s)}
    made = [
        (tally, _night_total(homes[tally.id], tally, check, _shown_once(rows, decided), claims))
        for tally, check, rows in found
    ]
    return tuple(t for _, t in sorted(made, key=lambda p: (p[1].night or "", _began(p[0]), -p[1].total.low, p[0].id)))


def _is_decided(statement: RegionStatement) -> bool:
    return statement.verdict is not TotalVerdict.CANNOT_BE_CHECKED


def _shown_once(rows: Iterable[TotalRow], decided: Set[str]) -> tuple[TotalRow, ...]:
    """Leave out what cannot be held against this total but was held against another one of the night."""
    kept = [replace(r, told=tuple(s for s in r.told if _is_decided(s) or s.claim not in decided)) for r in rows]
    return tuple(r for r in kept if r.part is not None or r.told)


def _began(claim: Claim) -> float:
    return 0.0 if claim.time is None or claim.time.start is None else claim.time.start.timestamp()


def _tally(incident: Incident, claims: Mapping[str, Claim]) -> Claim | None:
    """Return the claim that states a national total: the one whose list was checked, else the first."""
    count = next((f for f in incident.findings if f.field == "count"), None)
    if incident.kind not in _COUNTED or count is None:
        return None
    checked = {t.tally for t in incident.totals}
    stated = [claims[c] for c in count.supporting if c in claims and _is_national(claims[c], incident)]
    first = {origin.first_claim for origin in incident.origins}
    return min(stated, key=lambda c: (c.id not in checked, c.id not in first, c.id), default=None)


def _is_national(claim: Claim, incident: Incident) -> bool:
    place, speaker = claim.place, claim.speaker
    if claim.count is None or claim.count.unit is not Unit.OBJECT or speaker is None or speaker.region is not None:
        return False
    if place is not None and place.kind not in {PlaceKind.COUNTRY, PlaceKind.LIST}:
        return False
    own = [t for t in incident.totals if t.tally == claim.id]
    if claim.part_of is not None:  # "116 of the 118 were drones", and then the regions
        return (place is None or place.kind is PlaceKind.COUNTRY) and len(own) > 0
    return len(own) > 0 or claim.aggregate or (place is not None and place.kind is PlaceKind.COUNTRY)


def _list_of_regions(incident: Incident, tally: Claim, claims: Mapping[str, Claim]) -> TotalCheck | None:
    own = (t for t in incident.totals if t.tally == tally.id and all(p in claims for p in t.parts))
    return next((t for t in own if _lists_regions(t, claims)), None)


def _night_total(
    incident: Incident,
    tally: Claim,
    by_region: TotalCheck | None,
    rows: tuple[TotalRow, ...],
    claims: Mapping[str, Claim],
) -> NightTotal:
    checks = [t for t in incident.totals if t is not by_region and all(p in claims for p in t.parts)]
    total = tally.count.interval if tally.count is not None else Interval(low=0, high=None)
    told = sum_of([s for row in rows for s in row.told])
    verdict, sentence = _verdict(by_region, checks, rows)
    return NightTotal(
        incident=incident.id,
        night=incident.night,
        tally=tally.id,
        total=total,
        by_region=by_region,
        checks=tuple(checks),
        rows=rows,
        told=told,
        told_residual=None if told is None else unallocated(total, told),
        verdict=verdict,
        sentence=sentence,
    )


def _lists_regions(check: TotalCheck, claims: Mapping[str, Claim]) -> bool:
    places = [claims[p].place for p in check.parts if claims[p].part_of == check.tally]
    return any(place is not None and place.kind in _AREAS for place in places)


def _rows(
    check: TotalCheck | None,
    tally: Claim,
    claims: Mapping[str, Claim],
    own: Mapping[str, list[Claim]],
    policy: ReconcilePolicy,
) -> list[TotalRow]:
    parts = [] if check is None else [claims[p] for p in check.parts]
    complete = None if check is None else check.complete
    rows, seen = [], set()
    for part in sorted(parts, key=lambda c: (-(-1 if c.count is None else c.count.low), c.id)):
        regions = _regions_of(part)
        seen |= set(regions)
        listed = None if part.count is None else part.count.interval
        held = (
            hold_statement(c, listed, tally, policy, member=len(regions) > 1, complete=complete)
            for region in regions
            for c in own.get(region, ())
            if is_like(c, tally) and c.document_id != part.document_id
        )
        rows.append(TotalRow(part=part.id, listed=listed, regions=regions, told=_present(held)))
    for region, said in sorted(own.items()):
        if region in seen or not _belongs(region, tally, parts):
            continue
        held = (
            hold_statement(c, None, tally, policy, member=False, complete=complete) for c in said if is_like(c, tally)
        )
        told = _present(held)
        if told:
            rows.append(TotalRow(part=None, listed=None, regions=(region,), told=told))
    return rows


def _regions_of(part: Claim) -> tuple[str, ...]:
    place = part.place
    if place is None or place.kind not in _AREAS:
        return ()
    return place.parts if place.kind is PlaceKind.LIST else (place.id,)


def _belongs(region: str, tally: Claim, parts: Iterable[Claim]) -> bool:
    """Tell whether a region lies in what the total is about: its country, by its place or by the regions it lists."""
    place = tally.place
    if place is not None and place.kind is PlaceKind.LIST:
        return region in place.parts
    if place is not None:
        return region.startswith(f"{place.id}-")
    countries = {r.partition("-")[0] for part in parts for r in _regions_of(part) if "-" in r}
    return region.partition("-")[0] in countries


def _present(found: Iterable[RegionStatement | None]) -> tuple[RegionStatement, ...]:
    return tuple(s for s in found if s is not None)


_WORST_FIRST = (
    TotalVerdict.CONTRADICTION,
    TotalVerdict.RESIDUAL,
    TotalVerdict.CONSISTENT,
    TotalVerdict.CANNOT_BE_CHECKED,
)


def _verdict(
    by_region: TotalCheck | None, checks: Sequence[TotalCheck], rows: Iterable[TotalRow]
) -> tuple[TotalVerdict, str]:
    """Return the verdict on the whole total: what excludes each other comes before what is left, then what adds up."""
    own = [t for t in (by_region, *checks) if t is not None]
    worst = min(own, key=lambda t: _WORST_FIRST.index(t.verdict), default=None)
    apart = next((s for row in rows for s in row.told if s.verdict is TotalVerdict.CONTRADICTION), None)
    if apart is not None and (worst is None or worst.verdict is not TotalVerdict.CONTRADICTION):
        return apart.verdict, apart.sentence
    if worst is None:
        return TotalVerdict.CANNOT_BE_CHECKED, tell(Told.NAMES_NO_PARTS)
    return worst.verdict, worst.sentence
