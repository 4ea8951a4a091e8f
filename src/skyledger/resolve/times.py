"""Turn a time phrase into an interval: zone of the place or the zone named, dates relative to publication.

Overnight without hours is 20:00-08:00 local, evening 18-24, morning 06-12, daytime 08-20; the Ukrainian Air Force's
night begins at 18:00. Posted-at is never happened-at: without words there is no time.
"""

import re
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from functools import cache
from zoneinfo import ZoneInfo

from skyledger.model.frame import TimePhrase
from skyledger.model.kinds import TimePrecision
from skyledger.model.time_range import TimeRange
from skyledger.packs.calendar import WEEKDAY_OF

_PARTS = {
    "late": (18, 24),
    "early": (0, 6),
    "evening": (18, 24),
    "morning": (6, 12),
    "day": (8, 20),
    "afternoon": (12, 18),
}
_NIGHT = (20, 8)
_AIR_FORCE_NIGHT = (18, 8)
_YESTERDAY = frozenset(("вчера", "вчерашнего", "учора", "вчора", "вчорашнього", "учорашнього", "yesterday"))
_BEFORE_YESTERDAY = frozenset(("позавчера", "позавчора"))
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


def _at(day: date, hour: int, minute: int, zone: ZoneInfo) -> datetime:
    if hour == 24:
        day, hour = day + timedelta(days=1), 0
    return datetime.combine(day, time(hour, minute), zone)


def _year_for(day: int, month: int, year: int | None, today: date) -> date | None:
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


@cache
def _zone(name: str) -> ZoneInfo:
    """Return a zone, read from disk once; the library forgets all but the last eight."""
    return ZoneInfo(name)


def resolve_time(phrase: TimePhrase, context: TimeContext, text: str) -> TimeRange | None:
    """Return the interval a phrase means.

    Args:
        phrase: As found in the text.
        context: Publication time and zone.
        text: The words.

    Returns:
        An interval, or None when the phrase needs a publication date that is unknown.
    """
    zone = _zone(phrase.zone or context.zone or "UTC")
    published = None if context.published is None else context.published.astimezone(zone)
    dated = next((d for d in phrase.dates if d[0]), None)
    if published is None and not (dated and dated[2]):
        return None
    if published is None and dated is not None:
        published = datetime(dated[2] or 1970, dated[1], dated[0], 12, tzinfo=zone)
    assert published is not None
    try:
        return _BY_KIND[phrase.kind](phrase, context, published, zone, text)
    except (ValueError, OverflowError):
        return None


def _range(
    phrase: TimePhrase, context: TimeContext, published: datetime, zone: ZoneInfo, text: str
) -> TimeRange | None:
    (h1, m1), (h2, m2) = phrase.clocks
    days = [(_year_for(*d, published.date()) if d[0] else None) for d in phrase.dates]
    first, last = days[0], days[1] if len(days) > 1 else None
    if phrase.value:
        words = phrase.value.split("|")
        first = first or (_relative_day(words[0], published) if words[0] else None)
        last = last or (_relative_day(words[1], published) if words[1] else None)
    if last is None and first is not None:
        last = first if (h2, m2) > (h1, m1) else first + timedelta(days=1)
    elif last is None:
        last = published.date()
        # a post a little earlier than the window's end speaks of today all the same; half a night earlier it does not
        if _at(last, h2, m2, zone) > published + timedelta(hours=3):
            last -= timedelta(days=1)
    if first is None:
        first = last if (h1, m1) < (h2, m2) else last - timedelta(days=1)
    start, end = _at(first, h1, m1, zone), _at(last, h2, m2, zone)
    if end <= start:
        return None
    return TimeRange(start=start, end=end, precision=TimePrecision.MINUTE, text=text)


def _since(
    phrase: TimePhrase, context: TimeContext, published: datetime, zone: ZoneInfo, text: str
) -> TimeRange | None:
    day = _year_for(*phrase.dates[0], published.date()) if phrase.dates and phrase.dates[0][0] else published.date()
    if day is None:
        return None
    hour, minute = phrase.clocks[0]
    if phrase.value:
        day = _relative_day(phrase.value, published)
        if phrase.value in WEEKDAY_OF and _at(day, hour, minute, zone) > published:
            day -= timedelta(days=7)
    start = _at(day, hour, minute, zone)
    if start > published and not (phrase.value or (phrase.dates and phrase.dates[0][0])):
        start = _at(day - timedelta(days=1), hour, minute, zone)  # "since evening" told in the morning
    end = None
    morning = _at(start.date() + timedelta(days=1), _AIR_FORCE_NIGHT[1], 0, zone)
    if context.air_force and start.hour >= 15 and morning <= published:
        end = morning  # its bulletin of the morning
    return TimeRange(start=start, end=end, precision=TimePrecision.MINUTE, text=text)


def _night_since(
    phrase: TimePhrase, context: TimeContext, published: datetime, zone: ZoneInfo, text: str
) -> TimeRange | None:
    first, morning = (_year_for(*d, published.date()) if d[0] else None for d in phrase.dates)
    if morning is None:
        if first is None:
            return None
        morning = first + timedelta(days=1)
    hour, minute = phrase.clocks[0]
    start = _at(first or morning - timedelta(days=1), hour, minute, zone)
    return TimeRange(start=start, end=_at(morning, _NIGHT[1], 0, zone), precision=TimePrecision.MINUTE, text=text)


# From when on "tonight" is the evening that begins, and how old the later half of a spoken hour may be.
_AFTERNOON = 15
_FRESH = timedelta(hours=6)


def _point(
    phrase: TimePhrase, context: TimeContext, published: datetime, zone: ZoneInfo, text: str
) -> TimeRange | None:
    hour, minute = phrase.clocks[0]
    day = _year_for(*phrase.dates[0], published.date()) if phrase.dates else None
    if day is None and phrase.day:
        day = _relative_day(phrase.day, published)
    if day is None:
        day = published.date()
        ahead = timedelta(hours=14) if phrase.value == "until" else timedelta(minutes=10)
        if _at(day, hour, minute, zone) > published + ahead:
            day -= timedelta(days=1)
    if phrase.value == "either" and hour < 12 and not phrase.dates and not phrase.day:
        later = _at(day, hour, minute, zone) + timedelta(hours=12)
        if later <= published + timedelta(minutes=10) and published - later <= _FRESH:
            hour += 12
    start = _at(day, hour, minute, zone)
    if phrase.value == "midnight":
        hour_after = start + timedelta(hours=1)
        until = published if start < published < hour_after else hour_after
        return TimeRange(start=start, end=until, precision=TimePrecision.HOUR, text=text)
    if phrase.value in ("by", "by part", "until"):  # it happened at some time before
        return TimeRange(start=None, end=start, precision=TimePrecision.MINUTE, text=text)
    if phrase.value != "after" and _WITHIN_HOUR.search(text.lower()):
        return TimeRange(start=start, end=start + timedelta(hours=1), precision=TimePrecision.HOUR, text=text)
    end = None if phrase.value == "after" else start + timedelta(minutes=1)
    return TimeRange(start=start, end=end, precision=TimePrecision.MINUTE, text=text)


# "в четвёртом часу": between three and four
_WITHIN_HOUR = re.compile(r"(?<!\w)в[о]? [^\W\d_]+ом часу(?!\w)")


def _night(
    phrase: TimePhrase, context: TimeContext, published: datetime, zone: ZoneInfo, text: str
) -> TimeRange | None:
    begins, ends = _AIR_FORCE_NIGHT if context.air_force else _NIGHT
    if phrase.value == "tonight" and published.hour >= _AFTERNOON:
        return _part(replace(phrase, value="evening"), context, published, zone, text)
    if phrase.dates:
        morning = _year_for(*phrase.dates[0], published.date())
        if morning is not None and phrase.value == "of_evening":
            after = morning + timedelta(days=1)
            if _at(morning, begins, 0, zone) <= published:  # a morning post about "the night of 8 December" ends on it
                morning = after
    elif phrase.value.startswith("of_evening "):  # "Thursday night" begins on Thursday
        morning = _weekday(WEEKDAY_OF[phrase.value.split()[1]], published.date()) + timedelta(days=1)
    elif phrase.value in WEEKDAY_OF:
        morning = _weekday(WEEKDAY_OF[phrase.value], published.date())
    elif phrase.value == "before_last":
        morning = published.date() - timedelta(days=1)
    else:
        morning = published.date()
        if published.hour >= begins and phrase.value not in ("last", "tonight"):
            morning += timedelta(days=1)
    if morning is None:
        return None
    return TimeRange(
        start=_at(morning - timedelta(days=1), begins, 0, zone),
        end=_at(morning, ends, 0, zone),
        precision=TimePrecision.NIGHT,
        text=text,
    )


def _weekday(number: int, today: date) -> date:
    return today - timedelta(days=(today.weekday() - number) % 7)


def _relative_day(word: str, published: datetime) -> date:
    if word in _YESTERDAY:
        return published.date() - timedelta(days=1)
    if word in _BEFORE_YESTERDAY:
        return published.date() - timedelta(days=2)
    if word in WEEKDAY_OF:
        return _weekday(WEEKDAY_OF[word], published.date())
    if word.startswith("last "):
        return _weekday(WEEKDAY_OF[word[5:]], published.date() - timedelta(days=1))
    if word.startswith("the day before"):
        return published.date() - timedelta(days=2)
    if word.startswith("-"):
        return published.date() - timedelta(days=int(word[1:]))
    return published.date()


def _part(phrase: TimePhrase, context: TimeContext, published: datetime, zone: ZoneInfo, text: str) -> TimeRange | None:
    part, _, rel = phrase.value.partition(" ")
    day = _year_for(*phrase.dates[0], published.date()) if phrase.dates else _relative_day(rel, published)
    if day is None:
        return None
    begin, end = _PARTS[part]
    if not phrase.dates and rel in ("", "in the", "on") and _at(day, begin, 0, zone) > published:
        day -= timedelta(days=1)
    return TimeRange(
        start=_at(day, begin, 0, zone), end=_at(day, end, 0, zone), precision=TimePrecision.PART_OF_DAY, text=text
    )


def _day_of(
    phrase: TimePhrase, context: TimeContext, published: datetime, zone: ZoneInfo, text: str
) -> TimeRange | None:
    day = _year_for(*phrase.dates[0], published.date()) if phrase.dates else _relative_day(phrase.value, published)
    if day is None:
        return None
    return TimeRange(start=_at(day, 0, 0, zone), end=_at(day, 24, 0, zone), precision=TimePrecision.DAY, text=text)


def _days(phrase: TimePhrase, context: TimeContext, published: datetime, zone: ZoneInfo, text: str) -> TimeRange | None:
    first, last = (_year_for(*d, published.date()) for d in phrase.dates)
    if first is None or last is None:
        return None
    return TimeRange(start=_at(first, 0, 0, zone), end=_at(last, 24, 0, zone), precision=TimePrecision.DAY, text=text)


def _ago(phrase: TimePhrase, context: TimeContext, published: datetime, zone: ZoneInfo, text: str) -> TimeRange:
    start = published - timedelta(minutes=int(phrase.value))
    return TimeRange(start=start, end=start + timedelta(minutes=1), precision=TimePrecision.MINUTE, text=text)


def _since_midnight(
    phrase: TimePhrase, context: TimeContext, published: datetime, zone: ZoneInfo, text: str
) -> TimeRange:
    return TimeRange(start=_at(published.date(), 0, 0, zone), end=published, precision=TimePrecision.HOUR, text=text)


def _hours(phrase: TimePhrase, context: TimeContext, published: datetime, zone: ZoneInfo, text: str) -> TimeRange:
    hours = int(phrase.value) if phrase.value.isdigit() else _NUMBERS.get(phrase.value, 1)
    return TimeRange(start=published - timedelta(hours=hours), end=published, precision=TimePrecision.HOUR, text=text)


def _past_day(phrase: TimePhrase, context: TimeContext, published: datetime, zone: ZoneInfo, text: str) -> TimeRange:
    if "24" in text:
        return TimeRange(start=published - timedelta(hours=24), end=published, precision=TimePrecision.DAY, text=text)
    day = published.date() - timedelta(days=1)  # officials mean the calendar day that ended before their post
    return TimeRange(start=_at(day, 0, 0, zone), end=_at(day, 24, 0, zone), precision=TimePrecision.DAY, text=text)


def _week(phrase: TimePhrase, context: TimeContext, published: datetime, zone: ZoneInfo, text: str) -> TimeRange:
    monday = published.date() - timedelta(days=published.weekday())
    return TimeRange(start=_at(monday, 0, 0, zone), end=published, precision=TimePrecision.DAY, text=text)


def _past(phrase: TimePhrase, context: TimeContext, published: datetime, zone: ZoneInfo, text: str) -> TimeRange:
    return TimeRange(start=None, end=_at(published.date(), 0, 0, zone), precision=TimePrecision.NONE, text=text)


def _month(phrase: TimePhrase, context: TimeContext, published: datetime, zone: ZoneInfo, text: str) -> TimeRange:
    if phrase.value == "last":
        before = published.date().replace(day=1) - timedelta(days=1)
        phrase = replace(phrase, value=f"{before.month}/{before.year}")
    name, _, stated = phrase.value.partition("/")
    number = int(name)
    year = int(stated) if stated else (published.year if number <= published.month else published.year - 1)
    start = _at(date(year, number, 1), 0, 0, zone)
    end = _at(date(year + number // 12, number % 12 + 1, 1), 0, 0, zone)
    return TimeRange(start=start, end=end, precision=TimePrecision.DAY, text=text)


_BY_KIND = {
    "range": _range,
    "since": _since,
    "night_since": _night_since,
    "at": _point,
    "night": _night,
    "part": _part,
    "day": _day_of,
    "days": _days,
    "ago": _ago,
    "since_midnight": _since_midnight,
    "hours": _hours,
    "past_day": _past_day,
    "week": _week,
    "past": _past,
    "month": _month,
}
