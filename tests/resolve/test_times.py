"""From words to intervals: zone of the place or the zone named, dates relative to publication."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skyledger.extract.times import find_times
from skyledger.model.kinds import TimePrecision
from skyledger.model.time_range import TimeRange
from skyledger.packs.normalise import tokenise
from skyledger.resolve.days import TimeContext
from skyledger.resolve.times import resolve_time

MOSCOW, KYIV = "Europe/Moscow", "Europe/Kyiv"
THURSDAY_MORNING = datetime(2025, 12, 11, 9, 40, tzinfo=ZoneInfo(MOSCOW))


def resolved(
    text: str,
    published: datetime | None = THURSDAY_MORNING,
    zone: str = MOSCOW,
    *,
    air_force: bool = False,
) -> TimeRange | None:
    [phrase] = find_times(tokenise(text))
    return resolve_time(phrase, TimeContext(published, zone, air_force), text)


def window(time: TimeRange | None) -> tuple[str | None, str | None]:
    """Return start and end as ``MM-DD HH:MM`` in the zone they are written in."""
    assert time is not None
    start = None if time.start is None else time.start.strftime("%m-%d %H:%M")
    end = None if time.end is None else time.end.strftime("%m-%d %H:%M")
    return start, end


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("ночью", "12-10 20:00", "12-11 08:00"),
        ("overnight", "12-10 20:00", "12-11 08:00"),
        ("в ночь на 11 декабря", "12-10 20:00", "12-11 08:00"),
        ("в ночь с 9 на 10 декабря", "12-09 20:00", "12-10 08:00"),
        ("on the night of 10 December", "12-10 20:00", "12-11 08:00"),
        ("в ночь на среду", "12-09 20:00", "12-10 08:00"),
        ("в ночь на сегодня", "12-10 20:00", "12-11 08:00"),
        ("вечером", "12-10 18:00", "12-11 00:00"),  # tonight has not come yet
        ("вчера вечером", "12-10 18:00", "12-11 00:00"),
        ("вечером 9 декабря", "12-09 18:00", "12-10 00:00"),
        ("утром", "12-11 06:00", "12-11 12:00"),
        ("в среду утром", "12-10 06:00", "12-10 12:00"),
        ("early on Thursday", "12-11 00:00", "12-11 06:00"),
        ("вчера", "12-10 00:00", "12-11 00:00"),
        ("сегодня", "12-11 00:00", "12-12 00:00"),
        ("позавчера", "12-09 00:00", "12-10 00:00"),
        ("on Wednesday", "12-10 00:00", "12-11 00:00"),
        ("в четверг", "12-11 00:00", "12-12 00:00"),
        ("10 декабря", "12-10 00:00", "12-11 00:00"),
        ("с 23:20 до 02:40", "12-10 23:20", "12-11 02:40"),
        ("с 07:00 до 09:00", "12-11 07:00", "12-11 09:00"),
        ("с 18:00 до 23:00", "12-10 18:00", "12-10 23:00"),
        ("с 23:20 10 декабря до 02:40 11 декабря", "12-10 23:20", "12-11 02:40"),
        ("с 20.00 до 23.00 мск 9 декабря", "12-09 20:00", "12-09 23:00"),
        ("8 декабря с 22:00 до 03:00", "12-08 22:00", "12-09 03:00"),
        ("с 20:00 до 24:00", "12-10 20:00", "12-11 00:00"),
        ("в 02:15", "12-11 02:15", "12-11 02:16"),
        ("в 23:50", "12-10 23:50", "12-10 23:51"),
        ("after midnight", "12-11 00:00", "12-11 01:00"),
        ("с 23:20 10 декабря", "12-10 23:20", None),
        ("у ніч на 11 грудня (з 19:00 10 грудня)", "12-10 19:00", "12-11 08:00"),
        ("с начала суток", "12-11 00:00", "12-11 09:40"),
        ("за последние три часа", "12-11 06:40", "12-11 09:40"),
        ("за минувшие сутки", "12-10 00:00", "12-11 00:00"),
        ("over the past 24 hours", "12-10 09:40", "12-11 09:40"),
        ("earlier this week", "12-08 00:00", "12-11 09:40"),
        ("на прошлой неделе", None, "12-11 00:00"),
        ("в октябре", "10-01 00:00", "11-01 00:00"),
        ("в декабре", "12-01 00:00", "01-01 00:00"),
    ],
)
def test_intervals_of_a_post_of_thursday_morning(text: str, start: str | None, end: str | None) -> None:
    assert window(resolved(text)) == (start, end)


@pytest.mark.parametrize(
    ("text", "precision"),
    [
        ("с 23:20 до 02:40", TimePrecision.MINUTE),
        ("ночью", TimePrecision.NIGHT),
        ("вечером", TimePrecision.PART_OF_DAY),
        ("вчера", TimePrecision.DAY),
        ("за последние три часа", TimePrecision.HOUR),
        ("после полуночи", TimePrecision.HOUR),
        ("на прошлой неделе", TimePrecision.NONE),
    ],
)
def test_precision_is_that_of_the_words(text: str, precision: TimePrecision) -> None:
    time = resolved(text)
    assert time is not None
    assert time.precision is precision


# --- around midnight, the turn of the year, and clocks put back ------------------------------------------------------


def test_a_post_just_after_midnight_speaks_of_the_evening_before() -> None:
    midnight = datetime(2025, 12, 11, 0, 20, tzinfo=ZoneInfo(MOSCOW))
    assert window(resolved("с 20:00 до 23:30", midnight)) == ("12-10 20:00", "12-10 23:30")
    assert window(resolved("в 23:50", midnight)) == ("12-10 23:50", "12-10 23:51")
    assert window(resolved("вечером", midnight)) == ("12-10 18:00", "12-11 00:00")
    assert window(resolved("ночью", midnight)) == ("12-10 20:00", "12-11 08:00")


def test_a_post_of_the_evening_that_says_overnight_means_the_night_that_ended() -> None:
    evening = datetime(2025, 12, 11, 21, 0, tzinfo=ZoneInfo(MOSCOW))
    assert window(resolved("минувшей ночью", evening)) == ("12-10 20:00", "12-11 08:00")


def test_a_window_that_ends_soon_after_the_post_is_todays() -> None:
    morning = datetime(2025, 12, 11, 7, 0, tzinfo=ZoneInfo(MOSCOW))
    assert window(resolved("с 20:00 до 08:00", morning)) == ("12-10 20:00", "12-11 08:00")


def test_the_night_of_new_year() -> None:
    new_year = datetime(2026, 1, 1, 9, 0, tzinfo=ZoneInfo(MOSCOW))
    time = resolved("в ночь на 1 января", new_year)
    assert time is not None
    assert time.start == datetime(2025, 12, 31, 20, tzinfo=ZoneInfo(MOSCOW))
    assert time.end == datetime(2026, 1, 1, 8, tzinfo=ZoneInfo(MOSCOW))


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("31 декабря", date(2025, 12, 31)),
        ("5 декабря", date(2025, 12, 5)),
        ("2 января", date(2026, 1, 2)),
        ("11 декабря 2024 года", date(2024, 12, 11)),
    ],
)
def test_a_date_without_a_year_is_the_latest_that_has_been(text: str, day: date) -> None:
    time = resolved(text, datetime(2026, 1, 2, 9, 0, tzinfo=ZoneInfo(MOSCOW)))
    assert time is not None
    assert time.start is not None
    assert time.start.date() == day


def test_the_29th_of_february_is_looked_for_in_a_leap_year() -> None:
    time = resolved("29 февраля", datetime(2024, 3, 1, 9, tzinfo=ZoneInfo(MOSCOW)))
    assert window(time) == ("02-29 00:00", "03-01 00:00")
    assert resolved("29 февраля", datetime(2026, 3, 1, 9, tzinfo=ZoneInfo(MOSCOW))) is None


def test_a_night_in_which_clocks_are_put_back_is_an_hour_longer() -> None:
    # Ukraine put its clocks back on 26 October 2025 at 04:00.
    time = resolved("уночі", datetime(2025, 10, 26, 9, tzinfo=ZoneInfo(KYIV)), KYIV)
    assert time is not None
    assert time.start is not None
    assert time.end is not None
    assert window(time) == ("10-25 20:00", "10-26 08:00")
    assert time.end.astimezone(UTC) - time.start.astimezone(UTC) == timedelta(hours=13)


# --- zones ----------------------------------------------------------------------------------------------------------


def test_the_zone_named_outranks_the_zone_of_the_place() -> None:
    time = resolved("с 23:00 до 02:00 мск", zone=KYIV)
    assert time is not None
    assert time.start is not None
    assert time.start.utcoffset() == timedelta(hours=3)


def test_local_time_is_the_zone_of_the_place() -> None:
    time = resolved("at 02:15 local time", zone="Asia/Yekaterinburg")
    assert time is not None
    assert time.start is not None
    assert time.start.utcoffset() == timedelta(hours=5)


def test_the_day_of_publication_is_the_day_in_the_zone_of_the_place() -> None:
    late = datetime(2025, 12, 10, 22, 30, tzinfo=UTC)  # already the 11th in Yekaterinburg
    assert window(resolved("сегодня", late, "Asia/Yekaterinburg")) == ("12-11 00:00", "12-12 00:00")


def test_the_air_forces_night_begins_at_six_in_the_evening() -> None:
    kyiv = datetime(2025, 12, 11, 9, 0, tzinfo=ZoneInfo(KYIV))
    assert window(resolved("у ніч на 11 грудня", kyiv, KYIV, air_force=True)) == ("12-10 18:00", "12-11 08:00")
    assert window(resolved("у ніч на 11 грудня", kyiv, KYIV)) == ("12-10 20:00", "12-11 08:00")


# --- what stays unknown ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize("text", ["ночью", "вчера", "в 02:15", "10 декабря", "с 20:00 до 23:00"])
def test_without_a_date_of_publication_nothing_is_guessed(text: str) -> None:
    assert resolved(text, None) is None


def test_a_full_date_needs_no_publication() -> None:
    assert window(resolved("11.12.2025", None)) == ("12-11 00:00", "12-12 00:00")


@pytest.mark.parametrize("text", ["31 ноября", "30 февраля"])
def test_a_day_that_never_was_is_no_time(text: str) -> None:
    assert resolved(text) is None


PHRASES = (
    "ночью", "вечером", "утром", "днём", "вчера", "вчера вечером", "в ночь на 11 декабря", "с 23:20 до 02:40",
    "с 20:00 до 24:00", "в 02:15", "after midnight", "на прошлой неделе", "в октябре", "с начала суток",
    "за 3 часа", "за минувшие сутки", "on Wednesday", "в ночь на среду", "early on Thursday", "29 февраля",
    "31 декабря", "earlier this week",
)  # fmt: skip


@given(
    st.sampled_from(PHRASES),
    st.datetimes(datetime(2022, 1, 1), datetime(2028, 12, 31), timezones=st.just(UTC)),
    st.sampled_from([MOSCOW, KYIV, "Asia/Kamchatka", "Europe/Warsaw"]),
)
def test_what_happened_does_not_begin_after_it_was_told(text: str, published: datetime, zone: str) -> None:
    time = resolved(text, published, zone)
    if time is None:
        return
    if time.start is not None and time.end is not None:
        assert time.start.astimezone(UTC) < time.end.astimezone(UTC)
    # "11 декабря" may be announced up to a week ahead; a window told of now may run on for some hours
    if time.start is not None and "декабря" not in text and "февраля" not in text:
        assert time.start <= published + timedelta(hours=21)


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("between Sunday evening and 5 a.m. on Monday", "12-07 18:00", "12-08 05:00"),
        ("between 9 p.m. on Friday and dawn", "12-05 21:00", "12-06 06:00"),
        ("from Tuesday evening until Wednesday morning", "12-09 18:00", "12-10 08:00"),
        ("between 1 p.m. and 4.30 p.m. Moscow time on Tuesday", "12-09 13:00", "12-09 16:30"),
        ("с полуночи до пяти утра", "12-11 00:00", "12-11 05:00"),
        ("с девяти вечера среды до семи утра четверга", "12-10 21:00", "12-11 07:00"),
        ("з дев'ятої вечора до п'ятої ранку", "12-10 21:00", "12-11 05:00"),
        ("с 22:00 вчера до 06:00 сегодня", "12-10 22:00", "12-11 06:00"),
        ("2025-12-10 22:40 to 2025-12-11 02:10", "12-10 22:40", "12-11 02:10"),
        ("02:10 to 05:40 local", "12-11 02:10", "12-11 05:40"),
        ("since Wednesday evening", "12-10 18:00", None),
        ("с 19:00", "12-10 19:00", None),
        ("by 7 a.m.", None, "12-11 07:00"),
        ("at 4:40 a.m. on Tuesday", "12-09 04:40", "12-09 04:41"),
        ("вчера в 23:15", "12-10 23:15", "12-10 23:16"),
        ("a week ago", "12-04 00:00", "12-05 00:00"),
        ("last month", "11-01 00:00", "12-01 00:00"),
        ("in a single night", "12-10 20:00", "12-11 08:00"),
    ],
)
def test_windows_of_two_ends_of_any_form(text: str, start: str | None, end: str | None) -> None:
    assert window(resolved(text)) == (start, end)


@pytest.mark.parametrize("text", ["from 5 to 7 homes", "с 5 до 7 домов", "від 3 до 4 будинків"])
def test_a_range_of_numbers_is_no_window(text: str) -> None:
    assert find_times(tokenise(text)) == []
