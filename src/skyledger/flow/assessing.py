"""A ledger -> nightly series -> what can be said of them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING

import numpy as np

from skyledger.assess.assessment import AreaAssessment, assess_area
from skyledger.assess.building import Span, build_series, join_area
from skyledger.assess.counting import Report, count_night
from skyledger.errors import NotFoundError
from skyledger.flow.known import KnownIncidents, known_incidents
from skyledger.link.families import load_outlet_families
from skyledger.model import Incident, IncidentStatus, Interval, Kind
from skyledger.model.night import first_post_of, night_of_post
from skyledger.packs.load import load_packs
from skyledger.packs.regimes import Affects, Break, load_regimes

if TYPE_CHECKING:
    from skyledger.assess.arrays import Floats
    from skyledger.ledger import Ledger
    from skyledger.publish.policy import ReleasePolicy

COUNTED = (Kind.INTERCEPTION, Kind.ATTACK)
HARM = (Kind.DAMAGE, Kind.FIRE, Kind.CASUALTIES, Kind.POWER_OUTAGE)
_SETTLES_AFTER = timedelta(days=2)
_DELAYS = 4
_VERSION_NIGHTS = 45


@dataclass(frozen=True, slots=True, kw_only=True)
class Ask:
    """What is asked.

    Attributes:
        region: ISO 3166-2 of a region or ISO 3166-1 of a country; None takes the country with most attack nights.
        until: Last night; None takes the last one with incidents.
        days: How many nights.
        corridors: Ids of regions that one flight path crosses: across regions they count as one.
    """

    region: str | None = None
    until: date | None = None
    days: int = 365
    corridors: tuple[tuple[str, ...], ...] = ()


def assess_ledger(ledger: Ledger, ask: Ask, *, now: datetime, policy: ReleasePolicy | None = None) -> AreaAssessment:
    """Assess a region, or a country with its regions, from what a ledger holds.

    Args:
        ledger: What is known.
        ask: Where and when.
        now: Aware; nights that ended less than two days before are provisional.
        policy: Where it waits (the public one), only incidents that it lets be shown count, with the numbers it lets be
            shown, and nights that ended less than its delay before are left out. None is the private one.

    Raises:
        NotFoundError: No such region, or no incident of any night to begin with; that is no quiet.
    """
    known = known_incidents(ledger, now)
    delay_h = 0.0 if policy is None else policy.delay_h
    span = _span(known, ask, now, delay_h)
    incidents = [i for i in known.find(nights=span.nights(), kinds=(*COUNTED, *HARM)) if _is_attack(i)]
    if policy is not None and delay_h:
        incidents = _released(ledger, incidents, span, now, policy)
    by_place = _by_place(incidents)
    area, regions = _choose(ask.region, by_place)
    sources = _Sources(ledger, span, by_place)
    breaks = load_regimes()
    series = [build_series(r, by_place[r], sources.of(r), span, _breaks_of(r, breaks)) for r in regions]
    if len(regions) == 1 and area == regions[0]:
        whole = series[0]
    else:
        own = build_series(area, by_place.get(area, {}), sources.of(area), span, _breaks_of(area, breaks))
        whole = join_area(area, series, own)
    # What was known earlier was not released: in public a provisional night goes without its likely final figure.
    versions = {} if delay_h else {area: _versions(known, ledger, whole.region, span, by_place)}
    known_late = {a: v for a, v in versions.items() if v is not None}
    return assess_area(whole, series, versions=known_late, corridors=ask.corridors)


def _released(
    ledger: Ledger, incidents: Iterable[Incident], span: Span, now: datetime, policy: ReleasePolicy
) -> list[Incident]:
    """Return those that may be shown, their counts as they may be shown."""
    from skyledger.flow.shelf import shelf_of

    shelf = shelf_of(ledger, policy)
    look = shelf.look(ledger, now)
    rows = {item.row.id: item.row for night in span.nights() for item in shelf.night(look, night).items}
    found = []
    for incident in incidents:
        row = rows.get(incident.id)
        if row is not None:
            shown = {f.field for f in row.figures}
            findings = tuple(f for f in incident.findings if f.field != "count" or "count" in shown)
            found.append(replace(incident, findings=findings))
    return found


def _span(known: KnownIncidents, ask: Ask, now: datetime, delay_h: float) -> Span:
    nights = known.nights()
    if not nights:
        raise NotFoundError("the ledger has no incident of any night yet; add texts first")
    last = nights[-1] if ask.until is None else ask.until
    settled = (now - timedelta(hours=12)).astimezone(UTC)
    if delay_h:
        last = min(last, (settled - timedelta(hours=delay_h)).date())
    if last < nights[0]:
        raise NotFoundError(f"{last}: the ledger's first night is {nights[0]}, which does not mean it was quiet before")
    first = max(last - timedelta(days=ask.days - 1), nights[0])
    return Span(first=first, last=last, provisional_from=(settled - _SETTLES_AFTER).date() + timedelta(days=1))


def _is_attack(incident: Incident) -> bool:
    """Tell whether an incident shows an attack: one that nobody took back, or harm by what flew."""
    if incident.status is IncidentStatus.RETRACTED or incident.night is None:
        return False
    return incident.kind in COUNTED or incident.object is not None


ByPlace = Mapping[str, Mapping[date, list[Report]]]


def _by_place(incidents: Iterable[Incident]) -> dict[str, dict[date, list[Report]]]:
    """Lay reports under the region they are about; lists and totals under their country."""
    found: dict[str, dict[date, list[Report]]] = defaultdict(lambda: defaultdict(list))
    for incident in incidents:
        if incident.place is None or incident.night is None:
            continue
        night, place = date.fromisoformat(incident.night), incident.place
        if place.region is not None:
            found[place.region][night].append(report_of(incident))
            continue
        if place.country is not None:
            found[place.country][night].append(report_of(incident))
        for part in place.parts:  # a list names its regions, but gives none of them a number
            if "-" in part and ":" not in part:
                found[part][night].append(report_of(incident, numbered=False))
    return found


def report_of(incident: Incident, *, numbered: bool = True) -> Report:
    """Return an incident as counting needs it."""
    count = next((f.interval for f in incident.findings if f.field == "count"), None)
    counted = incident.kind in COUNTED and numbered
    bounds = count if counted else None
    start = None if incident.window is None else incident.window.start
    end = None if incident.window is None else incident.window.end
    return Report(
        incident=incident.id,
        kind=incident.kind,
        fate=incident.fate,
        object=incident.object,
        place=None if incident.place is None else incident.place.kind,
        low=_low(bounds),
        high=None if bounds is None else bounds.high,
        start=start,
        end=end,
        nights=_nights(start, end),
    )


def _low(bounds: Interval | None) -> int | None:
    return None if bounds is None else bounds.low


def _nights(start: datetime | None, end: datetime | None) -> int:
    """Return over how many nights a window goes: one up to a day and a half, then one a day."""
    if start is None or end is None or end - start <= timedelta(hours=36):
        return 1
    return max(1, round((end - start) / timedelta(days=1)))


def _choose(region: str | None, by_place: ByPlace) -> tuple[str, list[str]]:
    """Return the area asked for and its regions."""
    if region is not None:
        if region not in load_packs().places:
            raise NotFoundError(f"{region}: no such region or country; ids are ISO 3166, such as RU-KLU, UA-63 or UA")
        if "-" in region:
            return region, [region]
    nights: Counter[str] = Counter()
    for place, listed in by_place.items():
        nights[place.partition("-")[0]] += len(listed)
    if region is None and not nights:
        raise NotFoundError(
            "no attack in any region of these nights is in the ledger, which does not mean there was none"
        )
    area = region if region is not None else max(nights, key=lambda c: (nights[c], c))
    regions = sorted(p for p in by_place if p.startswith(f"{area}-"))
    return area, regions or [area]


def _breaks_of(region: str, breaks: Iterable[Break]) -> list[Break]:
    country = region.partition("-")[0]
    return [b for b in breaks if b.region in (region, country) and b.affects is not Affects.ALERTS]


class _Sources:
    """Which source families answered on which night: a family that reports on a region answers when it publishes."""

    def __init__(self, ledger: Ledger, span: Span, by_place: ByPlace) -> None:
        families = load_outlet_families()
        documents = ledger.documents(posted=(first_post_of(span.first), first_post_of(span.last + timedelta(days=1))))
        self._voices = {id: families.voice_of(document) for id, document in documents.items()}
        self._nights: dict[str, set[date]] = defaultdict(set)
        for id, document in documents.items():
            if document.published_at is not None:
                self._nights[self._voices[id]].add(night_of_post(document.published_at))
        incidents = {r.incident: place for place, nights in by_place.items() for rs in nights.values() for r in rs}
        self._reporting: dict[str, set[str]] = defaultdict(set)
        standing = ledger.incidents.standing(ids=incidents)
        texts = {v.id: v.incident.documents for v in standing if v.incident is not None}
        for place, nights in by_place.items():
            ids = {r.incident for reports in nights.values() for r in reports}
            self._reporting[place] = {self._voices[d] for i in ids for d in texts.get(i, ()) if d in self._voices}

    def of(self, region: str) -> dict[date, int]:
        """Return how many families that report on a region, or on its country as a whole, answered by night."""
        voices = self._reporting[region] | self._reporting[region.partition("-")[0]]
        return dict(Counter(night for voice in voices for night in self._nights[voice]))


def _versions(known: KnownIncidents, ledger: Ledger, region: str, span: Span, by_place: ByPlace) -> Floats | None:
    """Return each night's figure after 0, 1, ... days and now; None where the ledger was filled afterwards."""
    nights = span.nights()
    found = np.full((len(nights), _DELAYS + 1), np.nan)
    places = [p for p in by_place if p == region or p.startswith(f"{region}-")]
    for row in range(max(0, len(nights) - _VERSION_NIGHTS), len(nights)):
        noon = datetime.combine(nights[row], time(12), UTC)
        if ledger.incidents.last_settlement(noon) is None:
            continue  # nobody kept the ledger that night: what was known then cannot be told
        for delay in range(_DELAYS):
            instant = noon + timedelta(days=delay)
            versions = known.stored.standing(nights=[nights[row]], kinds=COUNTED, as_of=instant)
            reports = _by_place(i for v in versions if (i := v.incident) is not None and _is_attack(i))
            found[row, delay] = _least(reports, places, region, nights[row])
        found[row, _DELAYS] = _least(by_place, places, region, nights[row])
    return found if np.isfinite(found).any() else None


def _least(by_place: ByPlace, places: Iterable[str], region: str, night: date) -> float:
    counted = {p: count_night(by_place.get(p, {}).get(night, [])) for p in places}
    own = counted.pop(region, None)
    parts = sum(bounds[0] for bounds in counted.values() if bounds is not None)
    return float(max(parts, 0 if own is None else own[0]))
