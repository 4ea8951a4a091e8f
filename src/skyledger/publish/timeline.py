"""When things happened, as bars: sharp ends where a minute is stated, tapered where only a part of the day is."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, timezone, tzinfo

from skyledger.model import TimePrecision, TimeRange
from skyledger.publish.times import zone_words

# Over how many hours an end fades: as closely as it is known.
TAPER_H = {
    TimePrecision.MINUTE: 0.0,
    TimePrecision.HOUR: 0.5,
    TimePrecision.PART_OF_DAY: 1.0,
    TimePrecision.NIGHT: 1.0,
    TimePrecision.DAY: 1.5,
    TimePrecision.NONE: 1.5,
}
_TICK_H = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Axis:
    """The stretch of time drawn, in one zone.

    Attributes:
        ticks: ``(percent, label)``.
        zone: As a label, ``UTC+3``.
    """

    start: datetime
    end: datetime
    ticks: tuple[tuple[float, str], ...]
    zone: str

    def percent(self, moment: datetime) -> float:
        """Return where a moment stands, 0 to 100, clipped."""
        share = (moment - self.start) / (self.end - self.start)
        return round(min(max(share, 0.0), 1.0) * 100, 2)


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """A bar as a polygon in a box of 100 x 10, with the shape of its ends.

    Attributes:
        points: SVG points; a tapered end is fuzzy, a notched one open (not stated).
        start: Percent from the left, for tests and ordering.
        stop: Percent.
    """

    points: str
    start: float
    stop: float
    open_start: bool
    open_end: bool


def fit_axis(night: date, moments: Sequence[datetime]) -> Axis:
    """Return an axis over the night 20:00-08:00, widened to the moments given, at most from noon to midnight."""
    zone = _common_zone(moments)
    evening = datetime.combine(night - timedelta(days=1), time(20), zone)
    morning = datetime.combine(night, time(8), zone)
    first = datetime.combine(night - timedelta(days=1), time(12), zone)
    last = datetime.combine(night + timedelta(days=1), time(0), zone)
    local = [m.astimezone(zone) for m in moments]
    start = max(min([evening, *local]), first).replace(minute=0, second=0, microsecond=0)
    end = min(max([morning, *local]), last)
    if end.minute or end.second:
        end = end.replace(minute=0, second=0, microsecond=0) + timedelta(hours=1)
    start -= timedelta(hours=start.hour % _TICK_H)
    end += timedelta(hours=end.hour % _TICK_H)
    hours = round((end - start) / timedelta(hours=1))
    ticks = tuple(
        (round(h / hours * 100, 2), f"{(start + timedelta(hours=h)):%H}") for h in range(0, hours + 1, _TICK_H)
    )
    return Axis(start=start, end=end, ticks=ticks, zone=zone_words(start))


def _common_zone(moments: Sequence[datetime]) -> tzinfo:
    offsets = Counter(m.utcoffset() or timedelta(0) for m in moments)
    return timezone(offsets.most_common(1)[0][0] if offsets else timedelta(0))


def draw_bar(axis: Axis, window: TimeRange, *, reach: timedelta | None = None) -> Bar | None:
    """Return the bar of a window, None when neither end is known or it lies outside the axis.

    Args:
        axis: Where to draw it.
        window: What to draw.
        reach: How far an end that is not stated is drawn at most; None to the edge.
    """
    if window.start is None and window.end is None:
        return None
    begin = axis.start if window.start is None else window.start
    finish = axis.end if window.end is None else window.end
    if reach is not None and window.end is None:
        finish = min(finish, begin + reach)
    if reach is not None and window.start is None:
        begin = max(begin, finish - reach)
    if finish < axis.start or begin > axis.end:
        return None
    x1, x2 = axis.percent(begin), axis.percent(finish)
    x2 = max(x2, min(x1 + 0.8, 100.0))
    x1 = min(x1, x2 - 0.8)
    hours = (axis.end - axis.start) / timedelta(hours=1)
    taper = min(TAPER_H[window.precision] / hours * 100, (x2 - x1) / 2)
    left, right = _left_end(x1, taper, window.start is None), _right_end(x2, taper, window.end is None)
    return Bar(
        points=" ".join(f"{x:.2f},{y}" for x, y in [*left[:-1], *right, left[-1]]),
        start=x1,
        stop=x2,
        open_start=window.start is None,
        open_end=window.end is None,
    )


def _left_end(x: float, taper: float, is_open: bool) -> list[tuple[float, int]]:
    """Points of the left end from bottom to top; the last one is the bottom corner that closes the bar."""
    if is_open:
        return [*_torn(x, 1)[::-1], (x, 9)]
    return [(x, 5), (x + taper, 1), (x + taper, 9)] if taper else [(x, 1), (x, 9)]


def _right_end(x: float, taper: float, is_open: bool) -> list[tuple[float, int]]:
    if is_open:
        return _torn(x, -1)
    return [(x - taper, 1), (x, 5), (x - taper, 9)] if taper else [(x, 1), (x, 9)]


def _torn(x: float, inward: int) -> list[tuple[float, int]]:
    """An end nobody stated: a zigzag from top to bottom, like a torn edge."""
    return [(x, 1), (x + inward * 0.9, 3), (x, 5), (x + inward * 0.9, 7), (x, 9)]
