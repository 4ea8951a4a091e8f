"""Intervals counted from publication, and whole weeks and months."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from skyledger.model.frame import TimePhrase
from skyledger.model.kinds import TimePrecision
from skyledger.model.time_range import TimeRange
from skyledger.resolve.days import TimeContext, local_time

_EVENING = 15  # from this hour on "за день" is the day that is ending
_NUMBERS = {
    "час": 1,
    "годину": 1,
    "два": 2,
    "две": 2,
    "дві": 2,
    "two": 2,
    "три": 3,
    "three": 3,
    "четыре": 4,
    "чотири": 4,
    "four": 4,
    "пять": 5,
    "п'ять": 5,
    "five": 5,
    "шесть": 6,
    "шість": 6,
    "six": 6,
}


def ago(phrase: TimePhrase, context: TimeContext, published: datetime, zone: ZoneInfo, text: str) -> TimeRange:
    """Return the minute so long before publication."""
    start = published - timedelta(minutes=int(phrase.value))
    return TimeRange(start=start, end=start + timedelta(minutes=1), precision=TimePrecision.MINUTE, text=text)


def since_midnight(
    phrase: TimePhrase, context: TimeContext, published: datetime, zone: ZoneInfo, text: str
) -> TimeRange:
    """Return the day so far."""
    return TimeRange(
        start=local_time(published.date(), 0, 0, zone), end=published, precision=TimePrecision.HOUR, text=text
    )


def hours(phrase: TimePhrase, context: TimeContext, published: datetime, zone: ZoneInfo, text: str) -> TimeRange:
    """Return the last hours, or minutes ("20m")."""
    if phrase.value.endswith("m"):
        start = published - timedelta(minutes=int(phrase.value[:-1]))
        return TimeRange(start=start, end=published, precision=TimePrecision.MINUTE, text=text)
    hours = int(phrase.value) if phrase.value.isdigit() else _NUMBERS.get(phrase.value, 1)
    return TimeRange(start=published - timedelta(hours=hours), end=published, precision=TimePrecision.HOUR, text=text)


def past_day(phrase: TimePhrase, context: TimeContext, published: datetime, zone: ZoneInfo, text: str) -> TimeRange:
    """Return the day before publication, or the last 24 hours where it says so."""
    if "24" in text:
        return TimeRange(start=published - timedelta(hours=24), end=published, precision=TimePrecision.DAY, text=text)
    if published.hour >= _EVENING and text.lower() == "за день":  # told in the evening: the daylight just gone
        return TimeRange(
            start=local_time(published.date(), 8, 0, zone),
            end=local_time(published.date(), 20, 0, zone),
            precision=TimePrecision.PART_OF_DAY,
            text=text,
        )
    day = published.date() - timedelta(days=1)  # officials mean the calendar day that ended before their post
    return TimeRange(
        start=local_time(day, 0, 0, zone), end=local_time(day, 24, 0, zone), precision=TimePrecision.DAY, text=text
    )


def week(phrase: TimePhrase, context: TimeContext, published: datetime, zone: ZoneInfo, text: str) -> TimeRange:
    """Return the week so far."""
    monday = published.date() - timedelta(days=published.weekday())
    return TimeRange(start=local_time(monday, 0, 0, zone), end=published, precision=TimePrecision.DAY, text=text)


def past(phrase: TimePhrase, context: TimeContext, published: datetime, zone: ZoneInfo, text: str) -> TimeRange:
    """Return all time before the day of publication."""
    return TimeRange(start=None, end=local_time(published.date(), 0, 0, zone), precision=TimePrecision.NONE, text=text)


def month(phrase: TimePhrase, context: TimeContext, published: datetime, zone: ZoneInfo, text: str) -> TimeRange:
    """Return a month, the last one that began where no year is named."""
    if phrase.value == "last":
        before = published.date().replace(day=1) - timedelta(days=1)
        phrase = replace(phrase, value=f"{before.month}/{before.year}")
    name, _, stated = phrase.value.partition("/")
    number = int(name)
    year = int(stated) if stated else (published.year if number <= published.month else published.year - 1)
    start = local_time(date(year, number, 1), 0, 0, zone)
    end = local_time(date(year + number // 12, number % 12 + 1, 1), 0, 0, zone)
    return TimeRange(start=start, end=end, precision=TimePrecision.DAY, text=text)
