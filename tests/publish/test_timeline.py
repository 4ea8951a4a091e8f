"""Bars: what is stated is sharp, what is not stated is torn."""

from datetime import date, datetime, timedelta, timezone

from hypothesis import given
from hypothesis import strategies as st

from skyledger.model import TimePrecision, TimeRange
from skyledger.publish.timeline import draw_bar, fit_axis

ZONE = timezone(timedelta(hours=3))
NIGHT = date(2025, 12, 11)


def _at(day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2025, 12, day, hour, minute, tzinfo=ZONE)


def _window(start: datetime | None, end: datetime | None, precision: TimePrecision = TimePrecision.MINUTE) -> TimeRange:
    return TimeRange(start=start, end=end, precision=precision)


def test_the_axis_covers_the_night_and_widens_to_what_is_stated() -> None:
    axis = fit_axis(NIGHT, [_at(10, 18, 30), _at(11, 9, 10)])
    assert (axis.start, axis.end) == (_at(10, 18), _at(11, 10))
    assert axis.zone == "UTC+3"
    assert fit_axis(NIGHT, [_at(10, 21)]).start == _at(10, 20)


def test_an_axis_without_times_is_the_night_in_utc() -> None:
    assert fit_axis(NIGHT, []).zone == "UTC"


def test_a_minute_is_square_and_a_part_of_the_day_tapers() -> None:
    axis = fit_axis(NIGHT, [_at(10, 21)])
    sharp = draw_bar(axis, _window(_at(10, 22), _at(11, 2)))
    rough = draw_bar(axis, _window(_at(10, 22), _at(11, 2), TimePrecision.PART_OF_DAY))
    assert sharp is not None
    assert rough is not None
    assert len(sharp.points.split()) == 4
    assert len(rough.points.split()) == 6
    assert (sharp.start, sharp.stop) == (rough.start, rough.stop)


def test_a_missing_end_is_torn_and_reaches_the_edge() -> None:
    axis = fit_axis(NIGHT, [_at(10, 21)])
    bar = draw_bar(axis, _window(_at(10, 22), None))
    assert bar is not None
    assert bar.open_end
    assert not bar.open_start
    assert bar.stop == 100


def test_outside_and_unknown_have_no_bar() -> None:
    axis = fit_axis(NIGHT, [_at(10, 21)])
    assert draw_bar(axis, _window(_at(9, 1), _at(9, 2))) is None
    assert draw_bar(axis, _window(None, None)) is None


@given(st.integers(0, 36 * 60), st.integers(0, 36 * 60), st.sampled_from(list(TimePrecision)))
def test_a_bar_never_leaves_its_box_and_has_width(a: int, b: int, precision: TimePrecision) -> None:
    first = _at(10, 12)
    window = _window(first + timedelta(minutes=min(a, b)), first + timedelta(minutes=max(a, b)), precision)
    axis = fit_axis(NIGHT, [m for m in (window.start, window.end) if m is not None])
    bar = draw_bar(axis, window)
    if bar is not None:
        xs = [float(p.split(",")[0]) for p in bar.points.split()]
        assert 0 <= min(xs) < max(xs) <= 100


def test_an_open_end_reaches_no_further_than_it_is_let() -> None:
    axis = fit_axis(NIGHT, [])
    bar = draw_bar(axis, _window(_at(10, 22), None), reach=timedelta(hours=2))
    assert bar is not None
    assert bar.open_end
    assert (bar.start, bar.stop) == (axis.percent(_at(10, 22)), axis.percent(_at(11, 0)))
