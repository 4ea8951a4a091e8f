"""Words of time in three languages to the interval they mean, for a text of Thursday, 11 December, 09:00 in Moscow."""

from datetime import datetime

import pytest

from skyledger.extract.times import find_times
from skyledger.packs.normalise import tokenise
from skyledger.resolve.days import TimeContext
from skyledger.resolve.times import resolve_time

PUBLISHED = datetime.fromisoformat("2025-12-11T09:00+03:00")


def told(text: str) -> list[str]:
    """Return the intervals of a text as ``day/hour-day/hour``."""
    found = []
    for phrase in find_times(tokenise(text)):
        span = text[phrase.span.start : phrase.span.stop]
        interval = resolve_time(phrase, TimeContext(PUBLISHED, "Europe/Moscow"), span)
        assert interval is not None
        ends = (interval.start, interval.end)
        found.append("-".join("" if e is None else e.astimezone(PUBLISHED.tzinfo).strftime("%d/%H:%M") for e in ends))
    return found


@pytest.mark.parametrize(
    ("text", "interval"),
    [
        ("nine fell between a quarter past one and 2.20 a.m. on Wednesday, he said", "10/01:15-10/02:20"),
        ("from twenty past eleven last night to ten to four this morning", "10/23:20-11/03:50"),
        ("between two and four a.m.", "11/02:00-11/04:00"),
        ("from just before midnight until shortly after four", "11/00:00-11/04:00"),
        ("from dusk to dawn", "10/18:00-11/06:00"),
        ("between 11.40pm on Tuesday and 2am on Wednesday", "09/23:40-10/02:00"),
        ("From 10 last night until 6 this morning", "10/22:00-11/06:00"),
        ("с половины третьего до пяти над городом шла работа", "11/02:30-11/05:00"),
        ("между часом и тремя ночи", "11/01:00-11/03:00"),
        ("с без четверти два до половины пятого", "11/01:45-11/04:30"),
        ("с одиннадцати вечера среды до четырёх утра четверга", "10/23:00-11/04:00"),
        ("с десяти до трёх ночи", "10/22:00-11/03:00"),
        ("с 23-40 до 02-15", "10/23:40-11/02:15"),
        ("з пів на другу до третьої ночі", "11/01:30-11/03:00"),
        ("між другою та четвертою ночі", "11/02:00-11/04:00"),
        ("з половини другої до третьої", "11/01:30-11/03:00"),
        ("від опівночі до світанку", "11/00:00-11/06:00"),
        ("closed 2215-0340 UTC", "11/01:15-11/06:40"),
        ("AD CLSD 0110-0545 LT 10 DEC", "10/01:10-10/05:45"),
        ("AD CLSD 10 DEC 0110-0545Z", "10/04:10-10/08:45"),
        ("2512100110-2512100545", "10/04:10-10/08:45"),
        ("протягом 9–10 грудня", "09/00:00-11/00:00"),
        ("over 9 and 10 December", "09/00:00-11/00:00"),
    ],
)
def test_windows(text: str, interval: str) -> None:
    assert told(text) == [interval]


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("at half past four in the morning", "11/04:30"),
        ("just before 3 on Thursday morning", "11/03:00"),
        ("at five minutes to three a siren sounded", "11/02:55"),
        ("a little after four o'clock on Thursday morning", "11/04:00"),
        ("at 0340 local the drones were downed", "11/03:40"),
        ("ten minutes ago", "11/08:50"),
        ("в пол-второго ночи", "11/01:30"),
        ("без десяти шесть утра", "11/05:50"),
        ("в двадцать минут третьего", "11/02:20"),
        ("в 6 часов 20 минут", "11/06:20"),
        ("в час тридцать", "11/01:30"),
        ("минут десять назад", "11/08:50"),
        ("полчаса назад", "11/08:30"),
        ("за чверть шоста", "11/05:45"),
        ("третя година ночі", "11/03:00"),
        ("о двадцять хвилин по третій", "11/03:20"),
        ("пів години тому", "11/08:30"),
    ],
)
def test_points(text: str, start: str) -> None:
    [interval] = told(text)
    assert interval.startswith(start)


@pytest.mark.parametrize(
    ("text", "interval"),
    [
        ("overnight into Thursday, 11 December", "10/20:00-11/08:00"),
        ("in the night to Wednesday", "09/20:00-10/08:00"),
        ("on the night of December 10-11", "10/20:00-11/08:00"),
        ("in the course of the past night", "10/20:00-11/08:00"),
        ("the night before last", "09/20:00-10/08:00"),
        ("в ночь на 11-е", "10/20:00-11/08:00"),
        ("ночью с 9 на 10 декабря", "09/20:00-10/08:00"),
        ("в ніч проти 11 грудня", "10/20:00-11/08:00"),
        ("у ніч проти четверга", "10/20:00-11/08:00"),
        ("on the afternoon of 9 December", "09/12:00-09/18:00"),
        ("last Sunday", "07/00:00-08/00:00"),
        ("в минувшую пятницу", "05/00:00-06/00:00"),
        ("минулого четверга", "04/00:00-05/00:00"),
        ("за вечер сбито 16", "10/18:00-11/00:00"),
        ("під ранок", "11/00:00-11/06:00"),
        ("у середу надвечір", "10/18:00-11/00:00"),
        ("к утру сбито восемь", "-11/08:00"),
        ("by dawn", "-11/06:00"),
        ("until 10:30", "-11/10:30"),
    ],
)
def test_nights_parts_and_days(text: str, interval: str) -> None:
    assert told(text)[-1] == interval


@pytest.mark.parametrize(
    ("text", "interval"),
    [
        ("on Tuesday at 17:20 one fell, that same evening another", "09/18:00-10/00:00"),
        ("9 декабря днём сбили два, в тот же вечер ещё один", "09/18:00-10/00:00"),
    ],
)
def test_the_same_day_is_the_one_told_before(text: str, interval: str) -> None:
    assert interval in told(text)


@pytest.mark.parametrize(
    "text",
    [
        "с двух до пяти домов",
        "about five to seven drones",
        "from 4.5 to 7.2 percent",
        "around two homes",
        "задержки до двух часов",
        "десять на другу лінію",
        "14 ударних з півночі",
        "ночная смена успела выйти",
        "by two drones",
        "half of the second floor",
        "1941-1945",
        "on Monday two drones",
    ],
)
def test_what_is_no_hour(text: str) -> None:
    assert [t for t in find_times(tokenise(text)) if t.kind not in ("day",)] == []
