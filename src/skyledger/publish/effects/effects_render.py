"""Effects and the mix of weapons for a terminal, as Markdown and as JSON (shape ``skyledger.effects/1``)."""

from dataclasses import dataclass
from datetime import UTC, datetime

from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from skyledger.assess.airports import AirportEffects, ClosedTime, Moment, Span
from skyledger.assess.events import Bounds
from skyledger.assess.harm import Outage, RegionHarm
from skyledger.assess.mix import Mix
from skyledger.model import Interval, Kind
from skyledger.publish.amounts import interval_words, not_reported
from skyledger.publish.console import Page
from skyledger.publish.effects.as_text import cell, hours, lines_of_table, to_json
from skyledger.publish.effects.effects import Effects
from skyledger.publish.event_words import kind_words
from skyledger.publish.map.borders import region_name
from skyledger.publish.times import date_words, short_stamp
from skyledger.say import language, say

_MOST_IDS = 6
_LEAST_FOR_MEDIAN = 3
_SIDES = {"first": "{span} the first interception", "last": "{span} the last interception"}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Section:
    """A table with what is said below it."""

    heading: str
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    notes: tuple[str, ...]


def render_effects(found: Effects, *, width: int = 80, colour: bool = False) -> str:
    """Return effects as text for a terminal."""
    page = Page(width=width, colour=colour)
    console = page.console
    console.print(Text(title_of(found), style="bold"))
    console.print(Text(summary_of(found)))
    for section in _sections(found):
        console.print(Text(f"\n{section.heading}", style="bold"))
        if section.rows:
            table = Table.grid(padding=(0, 2, 0, 0))
            for _ in section.heads:
                table.add_column()
            table.add_row(*(Text(head, style="dim") for head in section.heads))
            for row in section.rows:
                table.add_row(*(Text(value) for value in row))
            console.print(Padding(table, (0, 0, 0, 2)))
        for note in section.notes:
            console.print(Padding(Text(note), (0, 0, 0, 2)))
    console.print(Text(f"\n{found.about}", style="dim"))
    return page.text()


def markdown_effects(found: Effects) -> str:
    """Return effects as Markdown."""
    lines = [f"# {title_of(found)}", "", summary_of(found)]
    for section in _sections(found):
        lines += ["", f"## {section.heading}", ""]
        if section.rows:
            lines += [*lines_of_table(section.heads, section.rows), ""]
        lines += [f"- {cell(note)}" for note in section.notes]
    return "\n".join([*lines, "", found.about, ""])


def json_effects(found: Effects) -> str:
    """Return effects as JSON text; fields are only ever added."""
    return to_json(found)


def _none() -> str:
    return say("none reported, which is not none")


def title_of(found: Effects) -> str:
    """Return the heading."""
    where = "" if found.area is None else f", {_area(found.area)}"
    nights = say("Effects, nights {first} to {last}", first=date_words(found.first), last=date_words(found.last))
    return f"{nights}{where}; {say('claims, not facts')}"


def _area(area: str) -> str:
    """Return the name of a region; of a country its code in English, and its name else."""
    return region_name(area) if "-" in area or language() != "en" else area


def summary_of(found: Effects) -> str:
    """Return how many of the nights are told of."""
    nights = (found.last - found.first).days + 1
    return say(
        "Incidents are known of {told} of {nights} nights; the others are unknown, not quiet.",
        told=found.told,
        nights=nights,
    )


def _sections(found: Effects) -> list[_Section]:
    sections = [_airports(found), _harm(found)]
    return sections if found.mix is None else [*sections, _mix(found.mix)]


def _airports(found: Effects) -> _Section:
    heads = tuple(map(say, ("airport", "closings", "nights", "closed for", "ends not known", "diversions")))
    rows = tuple(
        (
            f"{a.name} ({a.airport})",
            str(a.closures),
            str(len(a.nights)),
            hours(a.closed_minutes) if any(t.minutes is not None for t in a.times) else say("not known"),
            str(a.unended),
            _diverted(a),
        )
        for a in found.airports
    )
    notes = tuple(line for a in found.airports for line in _times(a))
    return _Section(heading=say("Airports"), heads=heads, rows=rows, notes=notes or (_none(),))


def _diverted(airport: AirportEffects) -> str:
    if not airport.diversions:
        return not_reported()
    number = say("number not stated")
    if airport.flights is not None:
        number = say("{n} flights", n=_range(airport.flights))
    return f"{number} ({', '.join(airport.diversions[:_MOST_IDS])})"


def _times(airport: AirportEffects) -> list[str]:
    lines = [f"{airport.airport}: {_time(time)}" for time in airport.times]
    for what, middle in (
        (say("first interception to closing"), airport.median_to_closing),
        (say("last interception to reopening"), airport.median_to_opening),
    ):
        if middle is not None and len(airport.times) >= _LEAST_FOR_MEDIAN:
            bounds = say("medians of the bounds {low} and {high}", low=hours(middle[0]), high=hours(middle[1]))
            lines.append(f"{airport.airport}: {what}, {bounds}")
    return lines


def _time(time: ClosedTime) -> str:
    closing = time.closing
    ids = closing.closure if closing.reopening is None else f"{closing.closure}, {closing.reopening}"
    span = say("{start} to {end}", start=_moment(closing.closed), end=_moment(closing.opened))
    words = f"{span}: {hours(time.minutes)} ({ids})"
    if time.to_closing is not None:
        words += "; " + say("closed {when}", when=_span(time.to_closing, "first"))
    if time.to_opening is not None:
        words += "; " + say("reopened {when}", when=_span(time.to_opening, "last"))
    return words


def _moment(moment: Moment | None) -> str:
    if moment is None:
        return say("not known")
    return f"{_stamp(moment.at)}{say(' (announced)') if moment.basis == 'announced' else ''}"


def _stamp(at: datetime) -> str:
    return f"{short_stamp(at.astimezone(UTC))} UTC"


def _span(span: Span, which: str) -> str:
    """Return ``7 h 48 before to 12 min after the first interception (INC-...)``."""
    low, high = _side(span.low), _side(span.high)
    between = low if low == high else say("{low} to {high}", low=low, high=high)
    return f"{say(_SIDES[which], span=between)} ({span.incident})"


def _side(minutes: int) -> str:
    return say("{time} before" if minutes < 0 else "{time} after", time=hours(abs(minutes)))


def _harm(found: Effects) -> _Section:
    heads = tuple(map(say, ("region", "nights", "incidents", "largest statement of people harmed", "states no harm")))
    rows = tuple(
        (region_name(r.region), str(len(r.nights)), _kinds(r), _largest(r), str(r.stated_none)) for r in found.regions
    )
    notes = [f"{region_name(r.region)}: {_outage(o)}" for r in found.regions for o in r.outages]
    notes += [say("{what} rests on {ids}", what=region_name(r.region), ids=_ids(r.incidents)) for r in found.regions]
    return _Section(heading=say("Harm by region"), heads=heads, rows=rows, notes=tuple(notes) or (_none(),))


def _kinds(region: RegionHarm) -> str:
    return ", ".join(f"{_kind(kind)} {number}" for kind, number in region.kinds.items())


def _kind(kind: str) -> str:
    words = kind.replace("_", " ")
    return words if language() == "en" else kind_words(Kind(kind), None, None)


def _largest(region: RegionHarm) -> str:
    told = [
        f"{say(f'{one.field} {{number}}', number=_range((one.low, one.high)))} ({one.incident})"
        for one in region.largest
    ]
    return ", ".join(told) or not_reported()


def _outage(outage: Outage) -> str:
    affected = say("number not stated")
    if outage.affected is not None:
        affected = say("{n} without power", n=_range(outage.affected))
    words = say(
        "power cut of {night}, {affected}, lasted {hours}",
        night=say("an unknown night") if outage.night is None else date_words(outage.night),
        affected=affected,
        hours=hours(outage.minutes),
    )
    if outage.restored_by is not None:
        words += say("; said to be back, in part or whole, by {when}", when=_stamp(outage.restored_by))
    return f"{words} ({outage.incident})"


def _mix(mix: Mix) -> _Section:
    heads = tuple(map(say, ("weapon", "last 28 nights", "share", "90 before", "share", "at least, 28 nights")))
    rows = tuple(
        (
            say(row.weapon.value),
            say("{n} nights", n=row.recent),
            _share(row.recent_share),
            say("{n} nights", n=row.before),
            _share(row.before_share),
            not_reported() if row.recent_least is None else str(row.recent_least),
        )
        for row in mix.weapons
    )
    notes = [f"{say(mix.verdict.value)}: {mix.reason}"]
    if mix.unclear:
        notes.append(
            say("In none of these, for want of a weapon or of a single night: {n} of the incidents.", n=mix.unclear)
        )
    notes += [
        say("{what} rest on {ids}", what=say(row.weapon.value), ids=_ids(row.incidents or row.before_incidents))
        for row in mix.weapons
    ]
    return _Section(heading=_mix_heading(mix), heads=heads, rows=rows, notes=tuple(notes))


def _mix_heading(mix: Mix) -> str:
    last = date_words(mix.last)
    if mix.area is None:
        return say("Mix of weapons, to {last}", last=last)
    return say("Mix of weapons in {area}, to {last}", area=_area(mix.area), last=last)


def _share(share: float | None) -> str:
    return say("not known") if share is None else f"{share:.0%}"


def _ids(ids: tuple[str, ...]) -> str:
    more = len(ids) - _MOST_IDS
    return ", ".join(ids[:_MOST_IDS]) + (f" {say('and {n} more, all of them in the JSON', n=more)}" if more > 0 else "")


def _range(bounds: Bounds) -> str:
    return interval_words(Interval(low=bounds[0], high=bounds[1]))
