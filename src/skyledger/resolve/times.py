"""Turn a time phrase into an interval: zone of the place or the zone named, dates relative to publication.

Overnight without hours is 20:00-08:00 local, evening 18-24, morning 06-12, daytime 08-20; the Ukrainian Air Force's
night begins at 18:00. Posted-at is never happened-at: without words there is no time.
"""

import re
from dataclasses import replace
from datetime import date, datetime, timedelta
from functools import cache
from zoneinfo import ZoneInfo

from skyledger.model.frame import TimePhrase
from skyledger.model.kinds import TimePrecision
from skyledger.model.time_range import TimeRange
from skyledger.packs.calendar import WEEKDAY_OF
from skyledger.resolve.days import TimeContext, last_weekday, local_time, relative_day, year_for
from skyledger.resolve.periods import ago, hours, month, past, past_day, since_midnight, week

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
    days = [(year_for(*d, published.date()) if d[0] else None) for d in phrase.dates]
    first, last = days[0], days[1] if len(days) > 1 else None
    if phrase.value:
        words = phrase.value.split("|")
        first = first or (relative_day(words[0], published) if words[0] else None)
        last = last or (relative_day(words[1], published) if words[1] else None)
    if last is None and first is not None:
        last = first if (h2, m2) > (h1, m1) else first + timedelta(days=1)
    elif last is None:
        last = published.date()
        # a post a little earlier than the window's end speaks of today all the same; half a night earlier it does not
        if local_time(last, h2, m2, zone) > published + timedelta(hours=3):
            last -= timedelta(days=1)
    if first is None:
        first = last if (h1, m1) < (h2, m2) else last - timedelta(days=1)
    start, end = local_time(first, h1, m1, zone), local_time(last, h2, m2, zone)
    if end <= start:
        return None
    return TimeRange(start=start, end=end, precision=TimePrecision.MINUTE, text=text)


def _since(
    phrase: TimePhrase, context: TimeContext, published: datetime, zone: ZoneInfo, text: str
) -> TimeRange | None:
    day = year_for(*phrase.dates[0], published.date()) if phrase.dates and phrase.dates[0][0] else published.date()
    if day is None:
        return None
    hour, minute = phrase.clocks[0]
    if phrase.value:
        day = relative_day(phrase.value, published)
        if phrase.value in WEEKDAY_OF and local_time(day, hour, minute, zone) > published:
            day -= timedelta(days=7)
    start = local_time(day, hour, minute, zone)
    if start > published and not (phrase.value or (phrase.dates and phrase.dates[0][0])):
        start = local_time(day - timedelta(days=1), hour, minute, zone)  # "since evening" told in the morning
    end = None
    morning = local_time(start.date() + timedelta(days=1), _AIR_FORCE_NIGHT[1], 0, zone)
    if context.air_force and start.hour >= 15 and morning <= published:
        end = morning  # its bulletin of the morning
    return TimeRange(start=start, end=end, precision=TimePrecision.MINUTE, text=text)


def _night_since(
    phrase: TimePhrase, context: TimeContext, published: datetime, zone: ZoneInfo, text: str
) -> TimeRange | None:
    first, morning = (year_for(*d, published.date()) if d[0] else None for d in phrase.dates)
    if morning is None:
        if first is None:
            return None
        morning = first + timedelta(days=1)
    hour, minute = phrase.clocks[0]
    start = local_time(first or morning - timedelta(days=1), hour, minute, zone)
    return TimeRange(
        start=start, end=local_time(morning, _NIGHT[1], 0, zone), precision=TimePrecision.MINUTE, text=text
    )


# From when on "tonight" is the evening that begins, and how old the later half of a spoken hour may be.
_AFTERNOON = 15
_FRESH = timedelta(hours=6)


def _point(
    phrase: TimePhrase, context: TimeContext, published: datetime, zone: ZoneInfo, text: str
) -> TimeRange | None:
    hour, minute = phrase.clocks[0]
    day = year_for(*phrase.dates[0], published.date()) if phrase.dates else None
    if day is None and phrase.day:
        day = relative_day(phrase.day, published)
    if day is None:
        day = published.date()
        ahead = timedelta(hours=14) if phrase.value == "until" else timedelta(hours=1)
        if local_time(day, hour, minute, zone) > published + ahead:
            day -= timedelta(days=1)
    if phrase.value == "either" and hour == 12 and not phrase.dates and not phrase.day:
        hour, day = 0, published.date()  # "half past twelve" of a text from the morning is at night
        if published - local_time(day, 12, minute, zone) > timedelta(0):
            hour = 12
    if phrase.value == "either" and hour < 12 and not phrase.dates and not phrase.day:
        later = local_time(day, hour, minute, zone) + timedelta(hours=12)
        if later <= published + timedelta(minutes=10) and published - later <= _FRESH:
            hour += 12
    start = local_time(day, hour, minute, zone)
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
        morning = year_for(*phrase.dates[0], published.date())
        if morning is not None and phrase.value == "of_evening":
            after = morning + timedelta(days=1)
            if (
                local_time(morning, begins, 0, zone) <= published
            ):  # a morning post about "the night of 8 December" ends on it
                morning = after
    elif phrase.value.startswith("of_evening "):  # "Thursday night" begins on Thursday
        morning = last_weekday(WEEKDAY_OF[phrase.value.split()[1]], published.date())
        if local_time(morning, begins, 0, zone) <= published:  # but told on Thursday morning it is over
            morning += timedelta(days=1)
    elif phrase.value in WEEKDAY_OF:
        morning = last_weekday(WEEKDAY_OF[phrase.value], published.date())
    elif phrase.value == "before_last":
        morning = published.date() - timedelta(days=1)
    else:
        morning = published.date()
        if published.hour >= begins and phrase.value not in ("last", "tonight"):
            morning += timedelta(days=1)
    if morning is None:
        return None
    return TimeRange(
        start=local_time(morning - timedelta(days=1), begins, 0, zone),
        end=local_time(morning, ends, 0, zone),
        precision=TimePrecision.NIGHT,
        text=text,
    )


def _part(phrase: TimePhrase, context: TimeContext, published: datetime, zone: ZoneInfo, text: str) -> TimeRange | None:
    part, _, rel = phrase.value.partition(" ")
    day = year_for(*phrase.dates[0], published.date()) if phrase.dates else relative_day(rel, published)
    if day is None:
        return None
    begin, end = _PARTS[part]
    if not phrase.dates and rel in ("", "in the", "on") and local_time(day, begin, 0, zone) > published:
        day -= timedelta(days=1)
    return TimeRange(
        start=local_time(day, begin, 0, zone),
        end=local_time(day, end, 0, zone),
        precision=TimePrecision.PART_OF_DAY,
        text=text,
    )


def _day_of(
    phrase: TimePhrase, context: TimeContext, published: datetime, zone: ZoneInfo, text: str
) -> TimeRange | None:
    day = year_for(*phrase.dates[0], published.date()) if phrase.dates else relative_day(phrase.value, published)
    if day is None:
        return None
    return TimeRange(
        start=local_time(day, 0, 0, zone), end=local_time(day, 24, 0, zone), precision=TimePrecision.DAY, text=text
    )


def _weekend(today: date) -> tuple[date, date]:
    """Return the last Saturday and its Sunday; a weekend told of on a Saturday is the one before."""
    first = last_weekday(5, today - timedelta(days=1))
    return first, first + timedelta(days=1)


def _days(phrase: TimePhrase, context: TimeContext, published: datetime, zone: ZoneInfo, text: str) -> TimeRange | None:
    first, last = (year_for(*d, published.date()) for d in phrase.dates) if phrase.dates else _weekend(published.date())
    if first is None or last is None:
        return None
    return TimeRange(
        start=local_time(first, 0, 0, zone), end=local_time(last, 24, 0, zone), precision=TimePrecision.DAY, text=text
    )


_BY_KIND = {
    "range": _range,
    "since": _since,
    "night_since": _night_since,
    "at": _point,
    "night": _night,
    "part": _part,
    "day": _day_of,
    "days": _days,
    "ago": ago,
    "since_midnight": since_midnight,
    "hours": hours,
    "past_day": past_day,
    "week": week,
    "past": past,
    "month": month,
}
