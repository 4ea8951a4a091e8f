"""When things happened: each window as a bar, its ends sharp, tapered or torn as they are known."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta

from skyledger.model import TimeRange
from skyledger.publish.charts.svg import BAR, LINE, SOFT, Svg, shorten
from skyledger.publish.export_view import View
from skyledger.publish.rows import Row
from skyledger.publish.timeline import Axis, draw_bar, fit_axis

_WIDTH, _LEFT, _RIGHT, _LINE, _TOP = 960.0, 400.0, 16.0, 18.0, 78.0
MOST_BARS = 300


def draw_timeline(view: View) -> str:
    """Return the chart as SVG; what has no window, and what is too much to draw, is said in numbers."""
    timed = [(row, window) for row in view.rows if (window := _window(view, row)) is not None]
    drawn = sorted(timed, key=lambda pair: (_begin(pair[1]), pair[0].id))[:MOST_BARS]
    height = _TOP + max(len(drawn), 1) * _LINE + 48
    untimed = len(view.rows) - len(timed)
    svg = Svg(
        _WIDTH,
        height,
        "When it happened",
        f"{len(view.rows)} incidents: {len(drawn)} drawn as bars, {untimed} without a time.",
    )
    svg.write("When it happened", 16, 28, font_size=18, font_weight="bold")
    if not drawn:
        svg.write("No incident of this selection has a time.", 16, _TOP)
        return svg.text()
    axis = _axis([row for row, _ in drawn], [window for _, window in drawn])
    _draw_axis(svg, axis, height - 44)
    for number, (row, window) in enumerate(drawn):
        _draw_row(svg, axis, row, window, _TOP + number * _LINE)
    rest = [f"{untimed} without a time" if untimed else "", _more(len(timed) - len(drawn))]
    said = "; ".join(words for words in rest if words)
    svg.write(f"Not drawn: {said}." if said else "", 16, height - 24, font_size=11, fill=SOFT)
    svg.write(
        "A square end is stated to the minute, a tapered end roughly known, a torn end not reported.",
        16,
        height - 8,
        font_size=11,
        fill=SOFT,
    )
    return svg.text()


def _more(left: int) -> str:
    return f"{left} later ones, more than a picture holds" if left else ""


def _window(view: View, row: Row) -> TimeRange | None:
    window = view.incidents[row.id].window
    return None if window is None or (window.start is None and window.end is None) else window


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
        (round(day / days * 100, 2), (start + timedelta(days=day)).date().isoformat()) for day in range(0, days, step)
    )
    return Axis(start=start, end=end, ticks=ticks, zone="UTC")


def _draw_axis(svg: Svg, axis: Axis, bottom: float) -> None:
    svg.write(axis.zone, _LEFT - 10, _TOP - 18, font_size=11, fill=SOFT, text_anchor="end")
    for percent, label in axis.ticks:
        x = _LEFT + (_WIDTH - _LEFT - _RIGHT) * percent / 100
        svg.add("line", x1=x, x2=x, y1=_TOP - 10, y2=bottom, stroke=LINE)
        svg.write(label, x, _TOP - 18, font_size=10, text_anchor="end" if percent > 97 else "middle")


def _draw_row(svg: Svg, axis: Axis, row: Row, window: TimeRange, y: float) -> None:
    svg.write(shorten(row.title, _LEFT - 30, 11), 16, y + 12, font_size=11)
    bar = draw_bar(axis, window)
    if bar is None:
        svg.write("beyond this axis", _LEFT, y + 12, font_size=10, fill=SOFT)
        return
    scale = (_WIDTH - _LEFT - _RIGHT) / 100
    points = " ".join(_placed(point, scale, y) for point in bar.points.split())
    words = row.title if row.window is None else f"{row.title}: {row.window.text}"
    svg.add(
        "polygon",
        "",
        words,
        points=points,
        fill=BAR,
    )


def _placed(point: str, scale: float, y: float) -> str:
    across, down = point.split(",")
    return f"{_LEFT + float(across) * scale:.1f},{y + 2 + float(down) * 1.4:.1f}"
