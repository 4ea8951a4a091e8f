"""How many incidents each night has, and the largest number stated in one of them with its range: never a sum."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from skyledger.publish.charts.svg import BAR, INK, LINE, RANGE, SOFT, Svg
from skyledger.publish.export_view import View, figure
from skyledger.publish.rows import Row, RowFigure
from skyledger.publish.times import date_words
from skyledger.say import language, say

_WIDTH, _LEFT, _RIGHT, _PANEL = 960.0, 64.0, 16.0, 150.0
_TOPS = (70.0, 290.0)
_MOST_NIGHTS = 1100
# Kinds whose number is of what flew; customers without power or buildings are no measure of the same sort.
_COUNTED = ("interception", "attack", "sighting")


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """One night: incidents, and the largest figure of one incident or None."""

    night: date
    incidents: int
    largest: RowFigure | None


def count_nights(rows: Sequence[Row]) -> tuple[Bar, ...]:
    """Return the nights that have incidents, earliest first."""
    found: dict[date, list[Row]] = {}
    for row in rows:
        if row.night is not None:
            found.setdefault(date.fromisoformat(row.night), []).append(row)
    return tuple(Bar(night=night, incidents=len(own), largest=_largest(own)) for night, own in sorted(found.items()))


def _largest(rows: Sequence[Row]) -> RowFigure | None:
    counted = [f for f in (figure(row, "count") for row in rows if row.kind in _COUNTED) if f is not None]
    return max(counted, key=lambda f: (f.low, f.high or 0), default=None)


def draw_nights(view: View) -> str:
    """Return the chart as SVG."""
    bars = count_nights(view.rows)
    undated = sum(row.night is None for row in view.rows)
    svg = Svg(
        _WIDTH,
        540,
        say("Incidents by night"),
        say(
            "{incidents} incidents on {nights} nights; {undated} without a night. "
            "Below, the largest number of what flew in one incident of each night, with its range.",
            incidents=len(view.rows),
            nights=len(bars),
            undated=undated,
        ),
    )
    svg.write(say("Incidents by night"), _LEFT, 28, font_size=18, font_weight="bold")
    if not bars:
        svg.write(say("No incident of this selection belongs to a night, which is not the same as calm."), _LEFT, 70)
        return svg.text()
    shown = bars[-_MOST_NIGHTS:]
    days = (shown[-1].night - shown[0].night).days + 1
    slot = (_WIDTH - _LEFT - _RIGHT) / max(days, 12)
    spots = {bar.night: _LEFT + (bar.night - shown[0].night).days * slot for bar in shown}
    _panel(svg, say("Incidents"), _TOPS[0], max(b.incidents for b in shown))
    for bar in shown:
        _draw(
            svg, spots[bar.night], slot, _TOPS[0], (bar.incidents, bar.incidents), max(b.incidents for b in shown), bar
        )
    _draw_largest(svg, shown, spots, slot)
    _name_nights(svg, shown[0].night, days, slot)
    notes = [
        say("A night without a bar has no incident in this selection, which is not the same as a calm night."),
        say("Pale: the range of what is stated; open above where it is torn. Figures of incidents are never added up."),
    ]
    notes += [say("{n} incidents without a night are not drawn.", n=undated)] if undated else []
    notes += [say("Only the last {n} days are drawn.", n=days)] if len(shown) < len(bars) else []
    for number, note in enumerate(notes):
        svg.write(note, _LEFT, 486 + number * 14, font_size=11, fill=SOFT)
    return svg.text()


def _draw_largest(svg: Svg, bars: Sequence[Bar], spots: Mapping[date, float], slot: float) -> None:
    ends = [b.largest.high or b.largest.low * 1.15 for b in bars if b.largest is not None]
    top = max(ends, default=1) or 1
    _panel(svg, say("Largest number of what flew (launched, downed, seen, hits) stated in one incident"), _TOPS[1], top)
    for bar in bars:
        if bar.largest is not None:
            _draw(svg, spots[bar.night], slot, _TOPS[1], (bar.largest.low, bar.largest.high), top, bar)


def _panel(svg: Svg, title: str, top: float, most: float) -> None:
    svg.write(title, _LEFT, top - 12, font_size=12, fill=SOFT)
    for share in (0.0, 0.5, 1.0):
        y = top + _PANEL * (1 - share)
        svg.add("line", x1=_LEFT, x2=_WIDTH - _RIGHT, y1=y, y2=y, stroke=LINE)
        svg.write(
            _axis_number(most * share) if most > 1 or share != 0.5 else "",
            _LEFT - 8,
            y + 4,
            font_size=11,
            text_anchor="end",
        )


def _axis_number(value: float) -> str:
    words = f"{value:,.0f}"
    return words if language() == "en" else words.replace(",", "\u00a0")


def _draw(svg: Svg, x: float, slot: float, top: float, ends: tuple[int, int | None], most: float, bar: Bar) -> None:
    low, high = ends
    width, start = max(slot * 0.8, 0.6), x + slot * 0.1
    floor = top + _PANEL
    upper = low * 1.15 if high is None else high
    words = f"{date_words(bar.night)}: {say('{n} incidents', n=bar.incidents)}"
    if top == _TOPS[1] and bar.largest is not None:
        words = f"{date_words(bar.night)}: {bar.largest.value}"
    if upper > low:
        head = floor - _PANEL * upper / most
        svg.add(
            "rect",
            "",
            words,
            x=start,
            y=head,
            width=width,
            height=_PANEL * (upper - low) / most,
            fill=RANGE,
        )
        dash = {"stroke_dasharray": "3 2"} if high is None else {}
        svg.add("line", x1=start, x2=start + width, y1=head, y2=head, stroke=BAR, **dash)
    height = max(_PANEL * low / most, 1.0)
    svg.add(
        "rect",
        "",
        words,
        x=start,
        y=floor - height,
        width=width,
        height=height,
        fill=BAR,
    )


def _name_nights(svg: Svg, first: date, days: int, slot: float) -> None:
    step = max(1, round(90 / slot))
    for number in range(0, days, step):
        day = first + timedelta(days=number)
        x = _LEFT + number * slot + slot / 2
        for top in _TOPS:
            svg.add("line", x1=x, x2=x, y1=top + _PANEL, y2=top + _PANEL + 4, stroke=INK)
            svg.write(
                date_words(day),
                x,
                top + _PANEL + 16,
                font_size=10,
                text_anchor="start" if number == 0 and slot < 60 else "middle",
            )
