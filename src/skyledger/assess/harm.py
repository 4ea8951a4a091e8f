"""Damage, power cuts and people harmed by region: incidents counted, the largest statements named, nothing added up.

Statements about one night overlap, and a number of casualties is told again for days; so no sum is made of them.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from skyledger.assess.events import Bounds, Event
from skyledger.model import Kind

HARM = (Kind.DAMAGE, Kind.FIRE, Kind.POWER_OUTAGE, Kind.CASUALTIES)
STATED_NONE = (Kind.NO_DAMAGE, Kind.NO_CASUALTIES)


@dataclass(frozen=True, slots=True, kw_only=True)
class Largest:
    """The largest statement of one sort, with its night and incident."""

    field: str
    low: int
    high: int | None
    night: date | None
    incident: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Outage:
    """One power cut.

    Attributes:
        affected: Customers, settlements or people as counted by the text; None when it gives no number.
        minutes: From its beginning to its end, where both are stated to the hour; None is not known.
        restored_by: When a text of it said that power was back, in part or in whole: no later than then for that part.
    """

    incident: str
    night: date | None
    name: str
    affected: Bounds | None
    start: datetime | None
    end: datetime | None
    minutes: int | None
    restored_by: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class RegionHarm:
    """One region over some nights.

    Attributes:
        nights: Nights with reported harm; a night that is not there is not known to have been without.
        kinds: Incidents by kind.
        incidents: Their ids.
        stated_none: Incidents that state that there was no harm.
    """

    region: str
    nights: tuple[date, ...]
    kinds: dict[str, int]
    incidents: tuple[str, ...]
    largest: tuple[Largest, ...]
    outages: tuple[Outage, ...]
    stated_none: int


def measure_harm(events: Iterable[Event]) -> tuple[RegionHarm, ...]:
    """Return the harm reported in each region, the most nights first."""
    by_region: dict[str, list[Event]] = defaultdict(list)
    for event in events:
        if event.kind in HARM or event.kind in STATED_NONE:
            for region in event.regions:
                by_region[region].append(event)
    found = [_measure(region, listed) for region, listed in by_region.items()]
    return tuple(sorted((f for f in found if f.incidents), key=lambda f: (-len(f.nights), f.region)))


def _measure(region: str, listed: Sequence[Event]) -> RegionHarm:
    harm = [e for e in listed if e.kind in HARM]
    return RegionHarm(
        region=region,
        nights=tuple(sorted({e.night for e in harm if e.night is not None})),
        kinds=dict(Counter(e.kind.value for e in harm).most_common()),
        incidents=tuple(sorted(e.incident for e in harm)),
        largest=tuple(one for name in ("killed", "injured") if (one := _largest(name, harm)) is not None),
        outages=tuple(_outage(e) for e in sorted(harm, key=_order) if e.kind is Kind.POWER_OUTAGE),
        stated_none=len(listed) - len(harm),
    )


def _order(event: Event) -> tuple[str, str]:
    return ("" if event.night is None else event.night.isoformat(), event.incident)


def _largest(name: str, harm: Sequence[Event]) -> Largest | None:
    told = [(e.figures[name], e) for e in harm if e.kind is Kind.CASUALTIES and e.figures.get(name, (0, 0))[0] > 0]
    if not told:
        return None
    (low, high), event = max(told, key=lambda pair: (pair[0][0], pair[0][1] or 0, pair[1].incident))
    return Largest(field=name, low=low, high=high, night=event.night, incident=event.incident)


def _outage(event: Event) -> Outage:
    known = event.start is not None and event.end is not None
    return Outage(
        incident=event.incident,
        night=event.night,
        name=event.name,
        affected=event.figures.get("count"),
        start=event.start,
        end=event.end,
        minutes=round((event.end - event.start).total_seconds() / 60) if known and event.end and event.start else None,
        restored_by=event.restored_by,
    )
