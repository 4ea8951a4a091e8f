"""The one night rule."""

from datetime import UTC, date, datetime, time, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skyledger.model import TimePrecision, TimeRange
from skyledger.model.night import first_post_of, night_of, night_of_post

ZONE = timezone(timedelta(hours=3))
P = TimePrecision


def at(day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2025, 12, day, hour, minute, tzinfo=ZONE)


def window(start: datetime | None, end: datetime | None, precision: TimePrecision = P.HOUR) -> TimeRange:
    return TimeRange(start=start, end=end, precision=precision)


@pytest.mark.parametrize(
    ("time_range", "day"),
    [
        pytest.param(window(at(10, 20), at(11, 8), P.NIGHT), 11, id="a night is its morning"),
        pytest.param(window(at(10, 18), at(11, 8), P.NIGHT), 11, id="a night from 18:00 too"),
        pytest.param(window(at(10, 20), at(10, 21)), 11, id="the first hour of a night"),
        pytest.param(window(at(10, 19), at(10, 20)), 10, id="the last hour of a day"),
        pytest.param(window(at(10, 23, 30), at(10, 23, 30), P.MINUTE), 11, id="23:30 is the next morning"),
        pytest.param(window(at(11, 3), at(11, 3), P.MINUTE), 11, id="03:00 is the same date"),
        pytest.param(window(at(11, 7), at(11, 8)), 11, id="the last hour of a night"),
        pytest.param(window(at(11, 14), at(11, 16)), 11, id="a day label names the date itself"),
        pytest.param(window(at(11, 8), at(11, 20), P.PART_OF_DAY), 11, id="daytime"),
        pytest.param(window(at(10, 18), at(11, 0), P.PART_OF_DAY), 11, id="an evening ends in the night"),
        pytest.param(window(at(11, 0), at(12, 0), P.DAY), 11, id="a whole day is its own date"),
        pytest.param(window(at(8, 20), at(11, 8), P.NIGHT), 11, id="several nights are the last"),
        pytest.param(window(at(10, 21), None), 11, id="an open end: the start decides"),
        pytest.param(window(None, at(11, 8)), 11, id="an unknown start: the end decides"),
        pytest.param(window(at(11, 9), at(11, 7)), 11, id="an end before the start is no end"),
    ],
)
def test_labels(time_range: TimeRange, day: int) -> None:
    assert night_of(time_range) == date(2025, 12, day)


def test_nothing_known_is_no_night() -> None:
    assert night_of(window(None, None, P.NONE)) is None


def test_the_zone_it_is_written_in_decides() -> None:
    moscow = window(at(10, 22), at(10, 22, 30))
    assert night_of(moscow) == date(2025, 12, 11)
    assert moscow.start is not None
    assert moscow.end is not None
    utc = window(moscow.start.astimezone(UTC), moscow.end.astimezone(UTC))
    assert night_of(utc) == date(2025, 12, 10)


def test_the_ends_of_the_calendar_are_no_night() -> None:
    last = datetime(9999, 12, 31, 23, tzinfo=UTC)
    assert night_of(window(last, None)) is None
    assert night_of(window(None, datetime(1, 1, 1, tzinfo=UTC))) is None


@given(st.dates(date(1990, 1, 1), date(2100, 1, 1)), st.integers(0, 12 * 60 - 1), st.integers(1, 12 * 60))
def test_any_part_of_a_night_has_the_label_of_the_whole(morning: date, offset_min: int, length_min: int) -> None:
    dusk = datetime.combine(morning - timedelta(days=1), time(20), ZONE)
    start = dusk + timedelta(minutes=offset_min)
    end = min(start + timedelta(minutes=length_min), dusk + timedelta(hours=12))
    assert night_of(window(start, end)) == morning


@pytest.mark.parametrize(
    ("posted", "label"),
    [
        ("2025-12-10T16:59:00+00:00", "2025-12-10"),
        ("2025-12-10T17:00:00+00:00", "2025-12-11"),
        ("2025-12-10T23:12:00+03:00", "2025-12-11"),
        ("2025-12-11T08:20:00+03:00", "2025-12-11"),
        ("2025-12-11T01:41:00+04:00", "2025-12-11"),
    ],
)
def test_a_post_of_the_evening_belongs_to_the_night_that_follows(posted: str, label: str) -> None:
    assert night_of_post(datetime.fromisoformat(posted)).isoformat() == label


def test_a_night_begins_with_its_first_post() -> None:
    night = date(2025, 12, 11)
    first = first_post_of(night)
    assert night_of_post(first) == night
    assert night_of_post(first - timedelta(microseconds=1)) == night - timedelta(days=1)
