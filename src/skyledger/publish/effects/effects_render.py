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
from skyledger.model import Interval
from skyledger.publish.console import Page
from skyledger.publish.effects.as_text import cell, hours, lines_of_table, to_json
from skyledger.publish.effects.effects import Effects
from skyledger.publish.map.borders import region_name
from skyledger.publish.words import interval_words

_NONE = "none reported, which is not none"
_MOST_IDS = 6
_LEAST_FOR_MEDIAN = 3


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


def title_of(found: Effects) -> str:
    """Return the heading."""
    where = "" if found.area is None else f", {region_name(found.area) if '-' in found.area else found.area}"
    return f"Effects, nights {found.first} to {found.last}{where}; claims, not facts"


def summary_of(found: Effects) -> str:
    """Return how many of the nights are told of."""
    nights = (found.last - found.first).days + 1
    return f"Incidents are known of {found.told} of {nights} nights; the others are unknown, not quiet."


def _sections(found: Effects) -> list[_Section]:
    sections = [_airports(found), _harm(found)]
    return sections if found.mix is None else [*sections, _mix(found.mix)]


def _airports(found: Effects) -> _Section:
    heads = ("airport", "closings", "nights", "closed for", "ends not known", "diversions")
    rows = tuple(
        (
            f"{a.name} ({a.airport})",
            str(a.closures),
            str(len(a.nights)),
            hours(a.closed_minutes) if any(t.minutes is not None for t in a.times) else "not known",
            str(a.unended),
            _diverted(a),
        )
        for a in found.airports
    )
    notes = tuple(line for a in found.airports for line in _times(a))
    return _Section(heading="Airports", heads=heads, rows=rows, notes=notes or (_NONE,))


def _diverted(airport: AirportEffects) -> str:
    if not airport.diversions:
        return "not reported"
    number = "number not stated" if airport.flights is None else f"{_range(airport.flights)} flights"
    return f"{number} ({', '.join(airport.diversions[:_MOST_IDS])})"


def _times(airport: AirportEffects) -> list[str]:
    lines = [f"{airport.airport}: {_time(time)}" for time in airport.times]
    for what, middle in (
        ("first interception to closing", airport.median_to_closing),
        ("last interception to reopening", airport.median_to_opening),
    ):
        if middle is not None and len(airport.times) >= _LEAST_FOR_MEDIAN:
            lines.append(f"{airport.airport}: {what}, medians of the bounds {hours(middle[0])} and {hours(middle[1])}")
    return lines


def _time(time: ClosedTime) -> str:
    closing = time.closing
    ids = closing.closure if closing.reopening is None else f"{closing.closure}, {closing.reopening}"
    words = f"{_moment(closing.closed)} to {_moment(closing.opened)}: {hours(time.minutes)} ({ids})"
    if time.to_closing is not None:
        words += f"; closed {_span(time.to_closing, 'first')}"
    if time.to_opening is not None:
        words += f"; reopened {_span(time.to_opening, 'last')}"
    return words


def _moment(moment: Moment | None) -> str:
    if moment is None:
        return "not known"
    return f"{_stamp(moment.at)}{' (announced)' if moment.basis == 'announced' else ''}"


def _stamp(at: datetime) -> str:
    return f"{at.astimezone(UTC):%d %b %H:%M} UTC"


def _span(span: Span, which: str) -> str:
    """Return ``7 h 48 before to 12 min after the first interception (INC-...)``."""
    low, high = _side(span.low), _side(span.high)
    between = low if low == high else f"{low} to {high}"
    return f"{between} the {which} interception ({span.incident})"


def _side(minutes: int) -> str:
    return f"{hours(abs(minutes))} {'before' if minutes < 0 else 'after'}"


def _harm(found: Effects) -> _Section:
    heads = ("region", "nights", "incidents", "largest statement of people harmed", "states no harm")
    rows = tuple(
        (region_name(r.region), str(len(r.nights)), _kinds(r), _largest(r), str(r.stated_none)) for r in found.regions
    )
    notes = [f"{region_name(r.region)}: {_outage(o)}" for r in found.regions for o in r.outages]
    notes += [f"{region_name(r.region)} rests on {_ids(r.incidents)}" for r in found.regions]
    return _Section(heading="Harm by region", heads=heads, rows=rows, notes=tuple(notes) or (_NONE,))


def _kinds(region: RegionHarm) -> str:
    return ", ".join(f"{kind.replace('_', ' ')} {number}" for kind, number in region.kinds.items())


def _largest(region: RegionHarm) -> str:
    told = [f"{one.field} {_range((one.low, one.high))} ({one.incident})" for one in region.largest]
    return ", ".join(told) or "not reported"


def _outage(outage: Outage) -> str:
    affected = "number not stated" if outage.affected is None else f"{_range(outage.affected)} without power"
    words = f"power cut of {outage.night or 'an unknown night'}, {affected}, lasted {hours(outage.minutes)}"
    if outage.restored_by is not None:
        words += f"; said to be back, in part or whole, by {_stamp(outage.restored_by)}"
    return f"{words} ({outage.incident})"


def _mix(mix: Mix) -> _Section:
    where = "" if mix.area is None else f" in {region_name(mix.area) if '-' in mix.area else mix.area}"
    heads = ("weapon", "last 28 nights", "share", "90 before", "share", "at least, 28 nights")
    rows = tuple(
        (
            row.weapon.value,
            f"{row.recent} nights",
            _share(row.recent_share),
            f"{row.before} nights",
            _share(row.before_share),
            "not reported" if row.recent_least is None else str(row.recent_least),
        )
        for row in mix.weapons
    )
    notes = [f"{mix.verdict.value}: {mix.reason}"]
    if mix.unclear:
        notes.append(f"In none of these, for want of a weapon or of a single night: {mix.unclear} of the incidents.")
    notes += [f"{row.weapon.value} rest on {_ids(row.incidents or row.before_incidents)}" for row in mix.weapons]
    return _Section(heading=f"Mix of weapons{where}, to {mix.last}", heads=heads, rows=rows, notes=tuple(notes))


def _share(share: float | None) -> str:
    return "not known" if share is None else f"{share:.0%}"


def _ids(ids: tuple[str, ...]) -> str:
    more = len(ids) - _MOST_IDS
    return ", ".join(ids[:_MOST_IDS]) + (f" and {more} more, all of them in the JSON" if more > 0 else "")


def _range(bounds: Bounds) -> str:
    return interval_words(Interval(low=bounds[0], high=bounds[1]))
