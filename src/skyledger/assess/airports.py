"""What closing airports amounted to: closed hours, closings a night, and how they lie to the interceptions nearby.

An interval is known when both its ends are. An end that nobody stated to the hour may be known from when an official
text announced it; which of the two it is stands beside every figure. An end that is not known is never guessed.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from statistics import median

from skyledger.assess.events import Bounds, Event
from skyledger.model import Kind

# Between the first interception of a night and a closing that belongs to it.
_NIGHT_SPAN = timedelta(hours=14)


class Basis(StrEnum):
    """How an instant is known."""

    STATED = "stated"
    ANNOUNCED = "announced"


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """An instant, aware, and how it is known."""

    at: datetime
    basis: Basis


@dataclass(frozen=True, slots=True, kw_only=True)
class Closing:
    """One closing of an airport.

    Attributes:
        night: Label of its night.
        closed: None when not known; likewise ``opened``, which is not "still closed".
        closure: Incident that states it; likewise the reopening.
    """

    airport: str
    name: str
    region: str | None
    night: date | None
    closed: Moment | None
    opened: Moment | None
    closure: str
    reopening: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """A length of time in minutes that lies between two bounds; negative when the second came first.

    Attributes:
        incident: The interception it is measured from.
    """

    low: int
    high: int
    incident: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ClosedTime:
    """A closing with what follows from it.

    Attributes:
        minutes: None where an end is not known.
        to_closing: From the first interception in the region that night to the closing.
        to_opening: From the last interception to the reopening.
    """

    closing: Closing
    minutes: int | None
    to_closing: Span | None
    to_opening: Span | None


@dataclass(frozen=True, slots=True, kw_only=True)
class AirportEffects:
    """One airport over some nights.

    Attributes:
        closures: Closings apart from each other; those that overlap are one, those without a time at least one a night.
        nights: Nights with a closing.
        per_night: Closings per night that has one; None without a night.
        closed_minutes: Over all known intervals, overlaps counted once; a lower bound when ``unended`` is not 0.
        announced: How many known intervals rest on an announcement at one end or both.
        unended: Closings without a known length.
        diversions: Incident ids of diversions from here.
        flights: Flights diverted: the largest statement of each night, added; None when no number is given.
        median_to_closing: Medians of the bounds over closings; None without any.
    """

    airport: str
    name: str
    region: str | None
    closures: int
    nights: tuple[date, ...]
    per_night: float | None
    closed_minutes: int
    announced: int
    unended: int
    diversions: tuple[str, ...]
    flights: Bounds | None
    median_to_closing: tuple[float, float] | None
    median_to_opening: tuple[float, float] | None
    times: tuple[ClosedTime, ...]


def measure_airports(closings: Iterable[Closing], events: Sequence[Event]) -> tuple[AirportEffects, ...]:
    """Return what is known of each airport that closed or from which flights were diverted, by code.

    Args:
        closings: Paired with their reopenings.
        events: Interceptions and diversions of the same nights, among others.
    """
    by_airport: dict[str, list[Closing]] = defaultdict(list)
    for closing in closings:
        by_airport[closing.airport].append(closing)
    diverted: dict[str, list[Event]] = defaultdict(list)
    for event in events:
        if event.kind is Kind.DIVERSION and event.airport is not None:
            diverted[event.airport].append(event)
    shot = [e for e in events if e.kind is Kind.INTERCEPTION and e.start is not None]
    return tuple(
        _measure(code, by_airport.get(code, []), diverted.get(code, []), shot)
        for code in sorted({*by_airport, *diverted})
    )


def _measure(code: str, closings: list[Closing], diverted: list[Event], shot: Sequence[Event]) -> AirportEffects:
    times = tuple(_time(c, shot) for c in sorted(closings, key=_order))
    known = [(t.closing.closed.at, t.closing.opened.at) for t in times if t.closing.closed and t.closing.opened]
    merged = merge(known)
    bases = [{m.basis for m in (t.closing.closed, t.closing.opened) if m} for t in times if t.minutes is not None]
    name, region = _of(closings, diverted)
    nights, closures = sorted({c.night for c in closings if c.night is not None}), _count(closings)
    return AirportEffects(
        airport=code,
        name=name,
        region=region,
        closures=closures,
        nights=tuple(nights),
        per_night=round(closures / len(nights), 2) if nights else None,
        closed_minutes=sum(_minutes(end - start) for start, end in merged),
        announced=sum(Basis.ANNOUNCED in b for b in bases),
        unended=sum(t.minutes is None for t in times),
        diversions=tuple(sorted(e.incident for e in diverted)),
        flights=_flights(diverted),
        median_to_closing=_median([t.to_closing for t in times if t.to_closing]),
        median_to_opening=_median([t.to_opening for t in times if t.to_opening]),
        times=times,
    )


def merge(spans: Iterable[tuple[datetime, datetime]]) -> list[tuple[datetime, datetime]]:
    """Return intervals with those that overlap or touch joined, in order."""
    found: list[tuple[datetime, datetime]] = []
    for start, end in sorted(spans):
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found


def _order(closing: Closing) -> tuple[float, str]:
    return (float("inf") if closing.closed is None else closing.closed.at.timestamp(), closing.closure)


def _of(closings: Sequence[Closing], diverted: Sequence[Event]) -> tuple[str, str | None]:
    if closings:
        return closings[0].name, closings[0].region
    return diverted[0].name, min(diverted[0].regions, default=None)


def _count(closings: Sequence[Closing]) -> int:
    """Return how many closings there are at least: two reports of one closing are one."""
    timed = [c for c in closings if c.closed is not None]
    spans = merge((c.closed.at, c.closed.at if c.opened is None else c.opened.at) for c in timed if c.closed)
    nights = {c.night for c in timed}
    return len(spans) + len({c.night for c in closings if c.closed is None} - nights)


def _time(closing: Closing, shot: Sequence[Event]) -> ClosedTime:
    closed, opened = closing.closed, closing.opened
    near = [e for e in shot if closing.region in e.regions and _belongs(e, closing)]
    return ClosedTime(
        closing=closing,
        minutes=None if closed is None or opened is None else _minutes(opened.at - closed.at),
        to_closing=None if closed is None else _since_first(closed.at, near),
        to_opening=None if opened is None else _since_last(opened.at, near),
    )


def _belongs(event: Event, closing: Closing) -> bool:
    moment = closing.closed or closing.opened
    if event.start is None or moment is None:
        return False
    return event.night == closing.night and abs(event.start - moment.at) <= _NIGHT_SPAN


def _since_first(moment: datetime, near: Sequence[Event]) -> Span | None:
    """Return the time since the first interception; it lies somewhere in its window, and so does the first of all."""
    spans = [(e.start, e.end or e.start, e.incident) for e in near if e.start is not None]
    if not spans:
        return None
    start, _, incident = min(spans)
    soonest = min(end for _, end, _ in spans)
    return Span(low=_minutes(moment - soonest), high=_minutes(moment - start), incident=incident)


def _since_last(moment: datetime, near: Sequence[Event]) -> Span | None:
    spans = [(e.end or e.start, e.start, e.incident) for e in near if e.start is not None]
    spans = [s for s in spans if s[1] <= moment]  # what was shot down after the reopening is of another raid
    if not spans:
        return None
    end, _, incident = max(s for s in spans if s[0] is not None)
    latest = max(start for _, start, _ in spans)
    assert end is not None
    return Span(low=_minutes(moment - end), high=_minutes(moment - latest), incident=incident)


def _flights(diverted: Sequence[Event]) -> Bounds | None:
    nights: dict[date | None, Bounds] = {}
    for event in diverted:
        count = event.figures.get("count")
        if count is not None and count[0] > nights.get(event.night, (-1, 0))[0]:
            nights[event.night] = count
    if not nights:
        return None
    highs = [high for _, high in nights.values()]
    return sum(low for low, _ in nights.values()), None if None in highs else sum(h for h in highs if h is not None)


def _median(spans: Sequence[Span]) -> tuple[float, float] | None:
    return (median(s.low for s in spans), median(s.high for s in spans)) if spans else None


def _minutes(span: timedelta) -> int:
    return round(span.total_seconds() / 60)
