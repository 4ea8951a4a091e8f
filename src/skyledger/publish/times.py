"""The words for windows, moments and days, in the language that is spoken and in the zone in which they were told."""

from datetime import date, datetime, timedelta

from skyledger.model import TimePrecision, TimeRange
from skyledger.publish.amounts import not_reported
from skyledger.say import language, say

_INSTANT = timedelta(microseconds=1)
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_LONG_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip


def time_words(time: TimeRange | None) -> str:
    """Return the window in its own zone, ``10 Dec 20:00 to 11 Dec 08:00 UTC+3 (night)``."""
    if time is None or (time.start is None and time.end is None):
        return say("time not reported")
    start, end = time.start, time.end
    zone = zone_words(start or end)
    if time.precision is TimePrecision.DAY and start is not None:
        last = None if end is None else end - _INSTANT  # midnight that ends a day belongs to it
        if last is None or last.date() <= start.date():
            return say("{day} (day)", day=day_words(start))
        return say("{first} to {last} (days)", first=day_words(start), last=day_words(last))
    label = {TimePrecision.NIGHT: say(" (night)"), TimePrecision.PART_OF_DAY: say(" (part of day)")}.get(
        time.precision, ""
    )
    if start is None:
        return say("until {when}", when=f"{stamp(end)} {zone}") + label
    if end is None:
        return say("from {when}, end not reported", when=f"{stamp(start)} {zone}") + label
    if end == start:
        return f"{stamp(start)} {zone}{label}"
    closing = end.strftime("%H:%M") if end.date() == start.date() else stamp(end)
    return say("{start} to {end}", start=stamp(start), end=f"{closing} {zone}") + label


def begin_words(time: TimeRange | None, form: str) -> str:
    """Return ``at 11 Dec 06:40 UTC+3`` (by the form ``at {when}``) for what has a beginning only, else the window."""
    if time is None or time.start is None or time.end is not None:
        return time_words(time)
    return say(form, when=f"{stamp(time.start)} {zone_words(time.start)}")


def stamp(moment: datetime | None) -> str:
    """Return ``11 Dec 08:00`` in the moment's own zone, or ``not reported``."""
    return not_reported() if moment is None else f"{day_words(moment)} {moment:%H:%M}"


def short_stamp(moment: datetime) -> str:
    """Return ``01 Dec 08:00``, as wide on every day."""
    return f"{moment:%d} {say(_MONTHS[moment.month - 1], about='month')} {moment:%H:%M}"


def utc_stamp(moment: datetime | None) -> str:
    """Return ``2025-12-11 06:40 UTC`` or ``time not reported``."""
    if moment is None:
        return say("time not reported")
    return f"{date_words(moment)} {moment:%H:%M} {zone_words(moment)}"


def date_words(day: date) -> str:
    """Return a date in figures: ``2025-12-11``, ``11.12.2025``."""
    return f"{day:%Y-%m-%d}" if language() == "en" else f"{day:%d.%m.%Y}"


def night_words(night: str) -> str:
    """Return the label of a night in figures."""
    return date_words(date.fromisoformat(night))


def day_words(moment: date) -> str:
    """Return ``11 Dec``."""
    return f"{moment.day} {say(_MONTHS[moment.month - 1], about='month')}"


def long_day(day: date) -> str:
    """Return ``11 December 2025``."""
    if language() == "en":
        return f"{day.day} {day:%B %Y}"
    return say(
        "{day} {month} {year}", day=day.day, month=say(_LONG_MONTHS[day.month - 1], about="of"), year=str(day.year)
    )


def zone_words(moment: datetime | None) -> str:
    """Return ``UTC+3``, ``UTC`` for no offset."""
    offset = None if moment is None else moment.utcoffset()
    if offset is None:
        return "UTC"
    minutes = int(offset.total_seconds()) // 60
    if minutes == 0:
        return "UTC"
    sign = "+" if minutes > 0 else "\u2212"
    hours, rest = divmod(abs(minutes), 60)
    return f"UTC{sign}{hours}" + (f":{rest:02d}" if rest else "")
