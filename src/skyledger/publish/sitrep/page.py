"""What the HTML page shows besides the report's own records: map spots, time bars, ids."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from skyledger.model import Kind, PlaceKind, TimePrecision, TimeRange
from skyledger.publish.amounts import says_none
from skyledger.publish.map.drawing import draw_map
from skyledger.publish.map.records import Drawing, Spot
from skyledger.publish.sitrep.anchors import Anchors
from skyledger.publish.sitrep.brief_words import hours_words, short_closing
from skyledger.publish.sitrep.records import GROUPS, AirportRow, Closing, Figure, Line, Sitrep, group_of
from skyledger.publish.sitrep.sections import place_name, row_id
from skyledger.publish.timeline import Axis, Bar, draw_bar, fit_axis
from skyledger.publish.times import stamp, zone_words
from skyledger.publish.words import clean_text
from skyledger.say import say

_HARM = (Kind.CASUALTIES, Kind.DAMAGE, Kind.FIRE, Kind.POWER_OUTAGE)
_NAMED = 4
_WHOLE = (TimePrecision.NIGHT, TimePrecision.DAY, TimePrecision.NONE)


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeRow:
    """One bar with its words; ``href`` leads to the words that state the time."""

    label: str
    style: str
    bar: Bar
    when: str
    href: str
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """All that the template needs and does not work out itself."""

    wide: Drawing | None
    narrow: Drawing | None
    axis: Axis
    airports: tuple[TimeRow, ...]
    timed: tuple[TimeRow, ...]
    whole_night: tuple[Line, ...]
    groups: Mapping[str, str]
    missing: tuple[str, ...]


def build_page(sitrep: Sitrep, anchors: Anchors) -> Page:
    """Lay out the map (for a desk and for a phone) and the timeline."""
    spots = _spots(sitrep, anchors)
    windows = [w for w in _windows(sitrep) if w.precision not in _WHOLE]
    axis = fit_axis(sitrep.night, [m for w in windows for m in (w.start, w.end) if m is not None])
    timed = [line for line in sitrep.lines if _is_timed(line)]
    told = {group_of(line.kind) for line in sitrep.lines}
    return Page(
        wide=draw_map(spots, 720.0, 520.0),
        narrow=draw_map(spots, 360.0, 400.0),
        axis=axis,
        airports=tuple(
            r
            for a in sitrep.airports
            for c in a.closings
            for r in [_closing_row(a, c, sitrep, axis, anchors)]
            if r is not None
        ),
        timed=tuple(
            r
            for label, lines in _alike(timed)
            for r in [_line_row(label, lines, sitrep, axis, anchors)]
            if r is not None
        ),
        whole_night=tuple(line for line in sitrep.lines if line.window is not None and line.window.precision in _WHOLE),
        groups={key: say(title) for key, title in GROUPS.items() if key in told},
        missing=tuple(say(title) for key, title in GROUPS.items() if key not in told),
    )


def row_anchor(row: str) -> str:
    """Return the page id of a region's row."""
    return "row-" + (re.sub(r"[^A-Za-z0-9]+", "-", row) or "none")


def _windows(sitrep: Sitrep) -> list[TimeRange]:
    closings = [c for a in sitrep.airports for c in a.closings]
    return [w for line in sitrep.lines if (w := line.window) is not None] + [_closed_window(c) for c in closings]


def _closed_window(closing: Closing) -> TimeRange:
    told = closing.closed_told or closing.opened_told
    precision = TimePrecision.HOUR if told else TimePrecision.MINUTE
    return TimeRange(start=closing.closed_from, end=closing.opened_at, precision=precision)


def _is_timed(line: Line) -> bool:
    """Airports have rows of their own; whole nights would all be the same bar."""
    window = line.window
    return group_of(line.kind) != "airports" and window is not None and window.precision not in _WHOLE


def _closing_row(row: AirportRow, closing: Closing, sitrep: Sitrep, axis: Axis, anchors: Anchors) -> TimeRow | None:
    window = _closed_window(closing)
    bar = draw_bar(axis, window)
    claims = closing.claims
    if bar is None:
        return None
    return TimeRow(
        label=clean_text(row.airport.name).replace(" International Airport", "").replace(" Airport", ""),
        style="closed",
        bar=bar,
        when=short_closing(closing, sitrep.night),
        href=anchors.target(claims[0], "time"),
        claims=claims,
    )


def closing_words(closing: Closing) -> str:
    """Return when an airport was closed; a missing end is said, not guessed, and so is what was only announced."""
    begin, end = closing.closed_from, closing.opened_at
    closed = (
        say("closing not reported")
        if closing.closure is None
        else _moment_words("closed {when}", begin, closing.closed_told)
    )
    if closing.reopening is None and end is None:
        return f"{closed}; {say('reopening not reported')}"
    return f"{closed}; {_moment_words('reopened {when}', end, closing.opened_told, after=begin)}"


def _moment_words(form: str, at: datetime | None, told: bool, *, after: datetime | None = None) -> str:
    if at is None:
        return say(form, when=say("at a time not reported"))
    when = f"{stamp(at)} {zone_words(at)}"
    if after is not None:  # the zone was just named; so was the day, if it is the same
        when = f"{at:%H:%M}" if after.date() == at.date() else stamp(at)
    return say(form, when=f"{when}{say(' (announced)') if told else ''}")


def _alike(lines: Sequence[Line]) -> list[tuple[str, list[Line]]]:
    """Put together what would be the same bar ten times over: one sort of thing in many places, or many in one place.

    Returns:
        A label and its lines.
    """
    sorts: dict[tuple[str, str], list[Line]] = {}
    for line in lines:
        sorts.setdefault((line.title, line.when), []).append(line)
    scenes: dict[tuple[str, tuple[str, ...]], dict[str, list[Line]]] = {}
    for (title, when), own in sorts.items():
        places = tuple(dict.fromkeys(clean_text(line.place.name) for line in own if line.place is not None))
        scenes.setdefault((when, places), {})[title] = own
    return [
        (f"{', '.join(titles)}{f': {_listed(places)}' if places else ''}", [o for own in titles.values() for o in own])
        for (_, places), titles in scenes.items()
    ]


def _listed(places: Sequence[str]) -> str:
    more = f" {say('and {n} more', n=len(places) - _NAMED)}" if len(places) > _NAMED else ""
    return ", ".join(places[:_NAMED]) + more


def _line_row(label: str, lines: Sequence[Line], sitrep: Sitrep, axis: Axis, anchors: Anchors) -> TimeRow | None:
    first = lines[0]
    bar = None if first.window is None else draw_bar(axis, first.window)
    if bar is None:
        return None
    return TimeRow(
        label=label,
        style=group_of(first.kind),
        bar=bar,
        when=hours_words(first, sitrep.night),
        href=anchors.target(first.claims[0], "time"),
        claims=tuple(c for line in lines for c in line.claims),
    )


def _spots(sitrep: Sitrep, anchors: Anchors) -> list[Spot]:
    """One spot a place, with the number that matters most there."""
    groups: dict[str, list[Line]] = {}
    for line in sitrep.lines:
        if line.place is not None:
            groups.setdefault(line.place.id, []).append(line)
    spots = []
    for lines in groups.values():
        place = lines[0].place
        if place is None:
            continue
        best = _best_number(lines)
        spots.append(
            Spot(
                place=place,
                name=clean_text(place_name(place.id, place)),
                number="" if best is None else f"{best.value} {_short(best)}".strip(),
                href="" if best is None else anchors.target(best.claims[0], best.field),
                row=row_anchor(row_id(place)),
                harm=any(line.kind in _HARM for line in lines),
            )
        )
    known = set(groups)
    spots += [
        Spot(place=a.airport, name=clean_text(a.airport.name), number="", href="", row="airports")
        for a in sitrep.airports
        if a.airport.id not in known
    ]
    return [_to_airports(s) for s in spots]


def _to_airports(spot: Spot) -> Spot:
    if spot.place.kind is not PlaceKind.AIRPORT:
        return spot
    return Spot(place=spot.place, name=spot.name, number="", href="", row="airports", harm=False)


def _best_number(lines: Sequence[Line]) -> Figure | None:
    harm = [f for line in lines for f in line.figures if f.field in ("killed", "injured") and _is_some(f)]
    downed = [
        f
        for line in lines
        if line.kind is Kind.INTERCEPTION
        for f in line.figures
        if f.field == "count" and _is_some(f)
    ]
    ranked = sorted(harm, key=lambda f: f.field != "killed") or sorted(downed, key=_low, reverse=True)
    return ranked[0] if ranked else None


def _is_some(figure: Figure) -> bool:
    return figure.interval is not None and not says_none(figure.interval)


def _low(figure: Figure) -> int:
    return -1 if figure.interval is None else figure.interval.low


def _short(figure: Figure) -> str:
    return say(figure.field) if figure.field in ("killed", "injured") else figure.label.rsplit(" ", 1)[-1]
