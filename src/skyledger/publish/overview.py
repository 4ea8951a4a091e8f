"""What nights, regions and airports amount to, counted from released rows; nothing that overlaps is added up."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from skyledger.model import Kind
from skyledger.publish.at_a_glance import Glance, build_figures, count_conflicts, worded
from skyledger.publish.closed import ClosedInterval, at_airport, moment_of
from skyledger.publish.map.borders import region_name
from skyledger.publish.matching import Item
from skyledger.publish.names import name_of_place, place_name


@dataclass(frozen=True, slots=True, kw_only=True)
class NightCount:
    """How many incidents a night has, by kind."""

    night: str
    incidents: int
    kinds: dict[str, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class DayShown:
    """One night of a calendar.

    Attributes:
        figures: The largest statement of each sort; statements overlap and are not added.
    """

    night: str
    incidents: int
    kinds: dict[str, int]
    disputed: int
    figures: tuple[Glance, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Closure:
    """A closed time of an airport.

    Attributes:
        start_announced: No hour is stated; ``start`` is when the closing was announced.
        end: None when no reopening is known, which is not "still closed".
        end_announced: Likewise for the reopening.
        minutes: How long, where both ends are known.
        closure: The incident that states it; likewise the reopening.
    """

    airport: str
    name: str
    region: str | None
    start: datetime | None
    start_announced: bool
    end: datetime | None
    end_announced: bool
    minutes: int | None
    closure: str
    reopening: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class RegionCount:
    """A region in a list of regions."""

    id: str
    name: str
    incidents: int
    nights: int
    last_night: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class RegionPage:
    """One region.

    Attributes:
        calendar: Nights with something to tell, latest first; a night that is not there is not known to be quiet.
        last: The figures of the last night that has any.
        closures: Of airports in the region, latest first.
    """

    id: str
    name: str
    incidents: int
    calendar: tuple[DayShown, ...]
    last: DayShown | None
    closures: tuple[Closure, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AirportCount:
    """An airport in a list of airports.

    Attributes:
        since: When that was; ``since_announced`` where no hour is stated: when it was announced.
        state: ``reopened``, ``closed, no reopening known``, or ``none stated``; never "open".
        minutes_closed: Over the closures with both ends stated.
    """

    id: str
    name: str
    region: str | None
    lon: float | None
    lat: float | None
    closures: int
    minutes_closed: int
    state: str
    since: datetime | None
    since_announced: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class AirportPage:
    """One airport; ``incidents`` are the ids of all that names it."""

    airport: AirportCount
    closures: tuple[Closure, ...]
    calendar: tuple[DayShown, ...]
    incidents: tuple[str, ...]


def count_nights(items: Iterable[Item]) -> tuple[NightCount, ...]:
    """Return how many incidents each night has, latest first."""
    return tuple(
        NightCount(night=night, incidents=len(own), kinds=_kinds(own))
        for night, own in _by_night(items).items()
        if night
    )


def build_calendar(items: Iterable[Item]) -> tuple[DayShown, ...]:
    """Return the nights of some incidents, latest first."""
    return tuple(_day(night, own) for night, own in _by_night(items).items() if night)


def _day(night: str, items: Sequence[Item]) -> DayShown:
    rows = [item.row for item in items]
    return DayShown(
        night=night,
        incidents=len(items),
        kinds=_kinds(items),
        disputed=count_conflicts(rows),
        figures=build_figures(rows),
    )


def _by_night(items: Iterable[Item]) -> dict[str, list[Item]]:
    found: dict[str, list[Item]] = {}
    for item in items:
        found.setdefault(item.night, []).append(item)
    return dict(sorted(found.items(), reverse=True))


def _kinds(items: Iterable[Item]) -> dict[str, int]:
    return dict(Counter(item.row.kind for item in items).most_common())


def show_closures(intervals: Iterable[ClosedInterval]) -> tuple[Closure, ...]:
    """Return closed times, latest first; those without a beginning last."""
    found = [
        Closure(
            airport=interval.place.id,
            name=name_of_place(interval.place),
            region=interval.place.region,
            start=at_airport(interval.place.id, interval.closed_from),
            start_announced=interval.closed_told,
            end=at_airport(interval.place.id, interval.opened_at),
            end_announced=interval.opened_told,
            minutes=_minutes(interval.closed_from, interval.opened_at),
            closure=interval.closure,
            reopening=interval.reopening,
        )
        for interval in intervals
    ]
    found.sort(key=lambda c: (c.airport, c.closure))
    return tuple(sorted(found, key=lambda c: 0.0 if c.start is None else c.start.timestamp(), reverse=True))


def _minutes(start: datetime | None, end: datetime | None) -> int | None:
    return None if start is None or end is None else round((end - start).total_seconds() / 60)


def count_regions(by_region: Mapping[str, Sequence[Item]]) -> tuple[RegionCount, ...]:
    """Return the regions that incidents lie in or name, the most frequent first."""
    nights = {id: {item.night for item in items} - {""} for id, items in by_region.items()}
    found = [
        RegionCount(
            id=id,
            name=region_name(id),
            incidents=len(items),
            nights=len(nights[id]),
            last_night=max(nights[id], default=None),
        )
        for id, items in by_region.items()
    ]
    return tuple(sorted(found, key=lambda region: (-region.incidents, region.id)))


def build_region_page(id: str, incidents: int, days: Iterable[DayShown], closures: Iterable[Closure]) -> RegionPage:
    """Return one region.

    Args:
        id: Which region.
        incidents: How many lie in it or name it, those without a night too.
        days: What each night amounts to there, latest first, as kept.
        closures: Closed times; those of other regions are left out.
    """
    calendar = tuple(replace(day, figures=tuple(map(worded, day.figures))) for day in days)
    return RegionPage(
        id=id,
        name=region_name(id),
        incidents=incidents,
        calendar=calendar,
        last=next((day for day in calendar if day.figures), None),
        closures=tuple(closure for closure in closures if closure.region == id),
    )


def count_airports(items: Iterable[Item], closures: Iterable[Closure]) -> tuple[AirportCount, ...]:
    """Return the airports that incidents name, by ICAO code."""
    named: dict[str, list[Item]] = {}
    for item in items:
        if item.row.place is not None and item.row.place.airport is not None:
            named.setdefault(item.row.place.airport, []).append(item)
    closed: dict[str, list[Closure]] = {}
    for closure in closures:
        closed.setdefault(closure.airport, []).append(closure)
    return tuple(_airport(id, own, closed.get(id, ())) for id, own in sorted(named.items()))


def _airport(id: str, items: Sequence[Item], closures: Sequence[Closure]) -> AirportCount:
    place = items[0].row.place
    state, since, announced = _state(items, closures)
    return AirportCount(
        id=id,
        name=id if place is None else place_name(place.id, place.name),
        region=None if place is None else place.region,
        lon=None if place is None else place.lon,
        lat=None if place is None else place.lat,
        closures=len(closures),
        minutes_closed=sum(
            closure.minutes or 0 for closure in closures if not closure.start_announced | closure.end_announced
        ),
        state=state,
        since=since,
        since_announced=announced,
    )


def _state(items: Sequence[Item], closures: Sequence[Closure]) -> tuple[str, datetime | None, bool]:
    """Return the last thing that was said, of when, and whether that is only the hour of the announcement."""
    told = [(c.start, "closed, no reopening known", c.start_announced) for c in closures if c.start is not None]
    told += [(c.end, "reopened", c.end_announced) for c in closures if c.end is not None]
    paired = {closure.reopening for closure in closures}
    for item in items:
        if item.row.kind == Kind.AIRSPACE_REOPENING.value and item.row.id not in paired:
            at, only_announced = moment_of(item.row.window, item.announced)
            if at is not None:
                told.append((at, "reopened", only_announced))
    if not told:
        return "none stated", None, False
    at, state, announced = max(told, key=lambda one: (one[0], one[1]))  # "reopened" is the later of two at one time
    return state, at, announced


def build_airport_page(
    id: str, items: Sequence[Item], closures: Sequence[Closure], airport: AirportCount
) -> AirportPage:
    """Return one airport; ``items`` and ``closures`` are those of the airport."""
    return AirportPage(
        airport=airport,
        closures=tuple(closure for closure in closures if closure.airport == id),
        calendar=build_calendar(items),
        incidents=tuple(item.row.id for item in items),
    )
