"""When things happened: each window as a bar, its ends sharp, tapered or torn as they are known."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta

from skyledger.model import TimePrecision, TimeRange
from skyledger.publish.charts.svg import BAR, LINE, SOFT, Svg, shorten
from skyledger.publish.closed import incident_ids
from skyledger.publish.export_view import View
from skyledger.publish.rows import Row
from skyledger.publish.timeline import Axis, draw_bar, fit_axis
from skyledger.publish.times import date_words, time_words
from skyledger.publish.words import clean_text
from skyledger.reconcile import pair_closures
from skyledger.say import say

_WIDTH, _LEFT, _RIGHT, _LINE, _TOP = 960.0, 400.0, 16.0, 18.0, 78.0
MOST_BARS = 300
_MOMENTS = ("airspace_closure", "airspace_reopening")
# An end that nobody stated is no reason to draw a bar over a week.
_OPEN = timedelta(hours=12)


@dataclass(frozen=True, slots=True, kw_only=True)
class Lane:
    """One bar: an incident with a time, or the closed time of an airport as its closing and reopening tell it.

    Attributes:
        incidents: Whom it stands for.
    """

    title: str
    window: TimeRange
    incidents: tuple[str, ...]


def build_lanes(view: View) -> tuple[Lane, ...]:
    """Return the bars of a view by their beginning; what has no time has none."""
    lanes = list(_closed_times(view))
    told = {id for lane in lanes for id in lane.incidents}
    for row in view.rows:
        window = view.incidents[row.id].window
        if row.id in told or window is None or (window.start is None and window.end is None):
            continue
        if row.kind in _MOMENTS and window.end is None:  # a moment, not a stretch without an end
            window = replace(window, end=window.start)
        lanes.append(Lane(title=row.title, window=window, incidents=(row.id,)))
    return tuple(sorted(lanes, key=lambda lane: (_begin(lane.window), lane.incidents)))


def _closed_times(view: View) -> Iterator[Lane]:
    for pair in pair_closures(view.incidents.values()):
        closure = view.incidents[pair.closure].window
        if pair.closed_from is None and pair.opened_at is None:
            continue
        precision = TimePrecision.MINUTE if closure is None else closure.precision
        yield Lane(
            title=clean_text(say("closed: {place}", place=pair.place.name)),
            window=TimeRange(start=pair.closed_from, end=pair.opened_at, precision=precision),
            incidents=incident_ids(pair),
        )


def draw_timeline(view: View) -> str:
    """Return the chart as SVG; what has no window, and what is too much to draw, is said in numbers."""
    lanes = build_lanes(view)
    drawn = lanes[:MOST_BARS]
    height = _TOP + max(len(drawn), 1) * _LINE + 48
    untimed = len(view.rows) - sum(len(lane.incidents) for lane in lanes)
    svg = Svg(
        _WIDTH,
        height,
        say("When it happened"),
        say(
            "{incidents} incidents in {bars} bars; {untimed} without a time.",
            incidents=len(view.rows),
            bars=len(lanes),
            untimed=untimed,
        ),
    )
    svg.write(say("When it happened"), 16, 28, font_size=18, font_weight="bold")
    if not drawn:
        svg.write(say("No incident of this selection has a time."), 16, _TOP)
        return svg.text()
    axis = _axis(view.rows, [lane.window for lane in drawn])
    _draw_axis(svg, axis, height - 44)
    for number, lane in enumerate(drawn):
        _draw_lane(svg, axis, lane, _TOP + number * _LINE)
    rest = [say("{n} without a time", n=untimed) if untimed else "", _more(len(lanes) - len(drawn))]
    said = "; ".join(words for words in rest if words)
    if said:
        svg.write(f"{say('Not drawn')}: {said}.", 16, height - 24, font_size=11, fill=SOFT)
    shapes = say("A square end is stated to the minute, a tapered end roughly known, a torn end not reported.")
    svg.write(shapes, 16, height - 8, font_size=11, fill=SOFT)
    return svg.text()


def _more(left: int) -> str:
    return say("{n} later ones, more than a picture holds", n=left) if left else ""


def _begin(window: TimeRange) -> datetime:
    moment = window.start or window.end
    return datetime.max.replace(tzinfo=UTC) if moment is None else moment.astimezone(UTC)


def _axis(rows: Sequence[Row], windows: Sequence[TimeRange]) -> Axis:
    nights = {row.night for row in rows if row.night is not None}
    moments = [m for w in windows for m in (w.start, w.end) if m is not None]
    if len(nights) == 1:
        return fit_axis(date.fromisoformat(nights.pop()), moments)
    start = min(moments).astimezone(UTC).replace(hour=0, minute=0, second=0, microsecond=0)
    end = max(moments).astimezone(UTC).replace(hour=0, minute=0, second=0, microsecond=0) + timedelta(days=1)
    days = (end - start).days
    step = max(1, days // 8)
    ticks = tuple(
        (round(day / days * 100, 2), date_words((start + timedelta(days=day)).date())) for day in range(0, days, step)
    )
    return Axis(start=start, end=end, ticks=ticks, zone="UTC")


def _draw_axis(svg: Svg, axis: Axis, bottom: float) -> None:
    svg.write(axis.zone, _LEFT, _TOP - 34, font_size=11, fill=SOFT, text_anchor="middle")
    for percent, label in axis.ticks:
        x = _LEFT + (_WIDTH - _LEFT - _RIGHT) * percent / 100
        svg.add("line", x1=x, x2=x, y1=_TOP - 10, y2=bottom, stroke=LINE)
        svg.write(label, x, _TOP - 18, font_size=10, text_anchor="end" if percent > 97 else "middle")


def _draw_lane(svg: Svg, axis: Axis, lane: Lane, y: float) -> None:
    svg.write(shorten(lane.title, _LEFT - 30, 11), 16, y + 12, font_size=11)
    bar = draw_bar(axis, lane.window, reach=_OPEN)
    if bar is None:
        svg.write(say("beyond this axis"), _LEFT, y + 12, font_size=10, fill=SOFT)
        return
    scale = (_WIDTH - _LEFT - _RIGHT) / 100
    points = " ".join(_placed(point, scale, y) for point in bar.points.split())
    svg.add("polygon", "", f"{lane.title}: {time_words(lane.window)}", points=points, fill=BAR)


def _placed(point: str, scale: float, y: float) -> str:
    across, down = point.split(",")
    return f"{_LEFT + float(across) * scale:.1f},{y + 2 + float(down) * 1.4:.1f}"
