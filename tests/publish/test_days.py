"""A window of several days is told by its first and its last."""

from datetime import UTC, datetime

from skyledger.model import TimePrecision, TimeRange
from skyledger.publish.times import time_words


def days(first: int, last: int) -> TimeRange:
    """Return a window from the beginning of a day of November 2025 to that of another."""
    start, end = (datetime(2025, 11, d, tzinfo=UTC) for d in (first, last))
    return TimeRange(start=start, end=end, precision=TimePrecision.DAY, text="")


def test_the_midnight_that_ends_a_day_belongs_to_it() -> None:
    assert time_words(days(3, 4)) == "3 Nov (day)"


def test_several_days_are_told_by_their_first_and_last() -> None:
    assert time_words(days(1, 30)) == "1 Nov to 29 Nov (days)"
