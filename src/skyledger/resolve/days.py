"""Which day is meant: without a year, by its weekday, counted from publication."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from skyledger.packs.calendar import WEEKDAY_OF

_YESTERDAY = frozenset(("вчера", "вчерашнего", "учора", "вчора", "вчорашнього", "учорашнього", "yesterday"))
_BEFORE_YESTERDAY = frozenset(("позавчера", "позавчора"))


def local_time(day: date, hour: int, minute: int, zone: ZoneInfo) -> datetime:
    """Return a time of a day in a zone; hour 24 is the next midnight."""
    if hour == 24:
        day, hour = day + timedelta(days=1), 0
    return datetime.combine(day, time(hour, minute), zone)


def year_for(day: int, month: int, year: int | None, today: date) -> date | None:
    """Return the date meant: without a year the latest that is not more than a week ahead of publication."""
    if month == 0:  # "в ночь на 11-е"
        return _month_for(day, today)
    for candidate in (year,) if year else (today.year + 1, today.year, today.year - 1):
        try:
            found = date(candidate, month, day)
        except ValueError:
            continue
        if year or found <= today + timedelta(days=7):
            return found
    return None


def _month_for(day: int, today: date) -> date | None:
    """Return the latest such day of a month that is not more than a week ahead."""
    found = today + timedelta(days=7)
    while found.day != day and (today - found).days < 62:
        found -= timedelta(days=1)
    return found if found.day == day else None


def last_weekday(number: int, today: date) -> date:
    """Return the latest such day of the week, today included."""
    return today - timedelta(days=(today.weekday() - number) % 7)


def relative_day(word: str, published: datetime) -> date:
    """Return the day a word means: yesterday, a weekday, days back; else that of publication."""
    if word in _YESTERDAY:
        return published.date() - timedelta(days=1)
    if word in _BEFORE_YESTERDAY:
        return published.date() - timedelta(days=2)
    if word in WEEKDAY_OF:
        return last_weekday(WEEKDAY_OF[word], published.date())
    if word.startswith("last "):
        return last_weekday(WEEKDAY_OF[word[5:]], published.date() - timedelta(days=1))
    if word.startswith("the day before"):
        return published.date() - timedelta(days=2)
    if word.startswith("-"):
        return published.date() - timedelta(days=int(word[1:]))
    return published.date()


@dataclass(slots=True)
class TimeContext:
    """What a time phrase is relative to.

    Attributes:
        published: When the document was published, aware; None when unknown.
        zone: IANA zone of the claim's place or speaker.
        air_force: Whether the Ukrainian Air Force speaks, whose night begins at 18:00.
    """

    published: datetime | None
    zone: str
    air_force: bool = False
