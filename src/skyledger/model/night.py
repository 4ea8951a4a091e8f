"""The one night rule that ledger, incidents and every screen share."""

from datetime import UTC, date, datetime, time, timedelta

from skyledger.model.kinds import TimePrecision
from skyledger.model.time_range import TimeRange

NIGHT_BEGINS_HOUR = 20
NIGHT_ENDS_HOUR = 8
# Of a text only an instant is known, no zone: its evening begins at 20:00 at UTC+3, where most texts come from.
_POSTS_BEGIN_UTC = timedelta(hours=NIGHT_BEGINS_HOUR - 3)
_INSTANT = timedelta(microseconds=1)


def night_of(time: TimeRange) -> date | None:
    """Return the date that labels the night (or day) a time belongs to.

    A night is 20:00-08:00 local and is labelled by the date of its morning. The last instant of the window decides,
    in the zone the window is written in, so a window over several nights belongs to the last of them:

    - 20:00-08:00, or any part of it: the morning's date (23:30 gives the next day, 03:00 the same day);
    - hours of the day (08:00-20:00): that day's own date, the same label as the night that ended that morning;
    - precision ``day``: the date itself, although its last hours are already another night;
    - an open or missing end: the start decides; a missing start: the end does.

    Args:
        time: Start inclusive, end exclusive, aware.

    Returns:
        The label, or None when neither start nor end is known (or the label would leave the calendar).
    """
    try:
        last = _last_instant(time)
        if last is None:
            return None
        if last.hour < NIGHT_BEGINS_HOUR or time.precision is TimePrecision.DAY:
            return last.date()
        return last.date() + timedelta(days=1)
    except OverflowError:
        return None


def night_of_post(published_at: datetime) -> date:
    """Return the label of the night that an aware instant of publication belongs to: the next date in the evening."""
    return (published_at.astimezone(UTC) + (timedelta(days=1) - _POSTS_BEGIN_UTC)).date()


def first_post_of(night: date) -> datetime:
    """Return the instant from which texts belong to a night."""
    return datetime.combine(night, time(), UTC) - (timedelta(days=1) - _POSTS_BEGIN_UTC)


def _last_instant(time: TimeRange) -> datetime | None:
    if time.end is None or (time.start is not None and time.end <= time.start):
        return time.start
    return time.end - _INSTANT
