"""Time phrases as structure: which words, what kind, which clock and date; dates are worked out in resolve."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skyledger.extract.times import find_times
from skyledger.model.frame import TimePhrase
from skyledger.packs.normalise import tokenise

D10, D11, NO = (10, 12, None), (11, 12, None), (0, 0, None)
MSK, KYIV = "Europe/Moscow", "Europe/Kyiv"


def times(text: str) -> list[TimePhrase]:
    return find_times(tokenise(text))


def one(text: str) -> TimePhrase:
    [phrase] = times(text)
    return phrase


@pytest.mark.parametrize(
    ("text", "clocks", "dates", "zone"),
    [
        ("с 23:20 10 декабря до 02:40 11 декабря", ((23, 20), (2, 40)), (D10, D11), ""),
        ("з 19:00 10 грудня до 07:30 11 грудня", ((19, 0), (7, 30)), (D10, D11), ""),
        ("с 20:00 до 08:00 мск", ((20, 0), (8, 0)), (NO, NO), MSK),
        ("с 20.00 до 23.00 мск 10 декабря", ((20, 0), (23, 0)), (NO, D10), MSK),
        ("11 декабря с 07:00 до 12:00", ((7, 0), (12, 0)), (D11, NO), ""),
        ("в период с 22:00 до 23:30", ((22, 0), (23, 30)), (NO, NO), ""),
        ("с 9 до 14 часов", ((9, 0), (14, 0)), (NO, NO), ""),
        ("с 8 утра до 20:00", ((8, 0), (20, 0)), (NO, NO), ""),
        ("з 18:00 до 22:00", ((18, 0), (22, 0)), (NO, NO), ""),
        ("from 23:00 to 05:00 Moscow time", ((23, 0), (5, 0)), (NO, NO), MSK),
        ("from 23:00 to 05:00 Kyiv time", ((23, 0), (5, 0)), (NO, NO), KYIV),
        ("between 2 a.m. and 5 a.m.", ((2, 0), (5, 0)), (NO, NO), ""),
        ("from 8 pm to 11 pm", ((20, 0), (23, 0)), (NO, NO), ""),
        ("from 8 to 11 pm", ((20, 0), (23, 0)), (NO, NO), ""),
        ("23:20-02:40", ((23, 20), (2, 40)), (NO, NO), ""),
        ("23.20–02.40 мск", ((23, 20), (2, 40)), (NO, NO), MSK),
    ],
)
def test_ranges(
    text: str, clocks: tuple[tuple[int, int], ...], dates: tuple[tuple[int, int, int | None], ...], zone: str
) -> None:
    phrase = one(text)
    assert (phrase.kind, phrase.clocks, phrase.dates, phrase.zone) == ("range", clocks, dates, zone)


@pytest.mark.parametrize(
    ("text", "clock", "zone"),
    [("с 23:20 мск 10 декабря", (23, 20), MSK), ("since 11:30 pm on 10 December", (23, 30), "")],
)
def test_an_open_beginning(text: str, clock: tuple[int, int], zone: str) -> None:
    phrase = one(text)
    assert (phrase.kind, phrase.clocks, phrase.dates, phrase.zone) == ("since", (clock,), (D10,), zone)


def test_a_night_with_its_own_beginning_is_one_window() -> None:
    phrase = one("у ніч на 11 грудня (з 19:00 10 грудня)")
    assert (phrase.kind, phrase.clocks, phrase.dates) == ("night_since", ((19, 0),), (D10, D11))


@pytest.mark.parametrize(
    ("text", "clock", "zone"),
    [
        ("в 02:15", (2, 15), ""),
        ("о 02:15", (2, 15), ""),
        ("at 02:15", (2, 15), ""),
        ("в 02.15 мск", (2, 15), MSK),
        ("at 02:15 Moscow time", (2, 15), MSK),
        ("в 2 часа ночи", (2, 0), ""),
        ("в 11 вечера", (23, 0), ""),
        ("о 5 годині ранку", (5, 0), ""),
        ("at 5 a.m. local time", (5, 0), ""),
        ("at 11:30 pm", (23, 30), ""),
        ("at 12 a.m.", (0, 0), ""),
        ("около 4 утра", (4, 0), ""),
        ("after midnight", (0, 0), ""),
        ("после полуночи", (0, 0), ""),
        ("опівночі", (0, 0), ""),
        ("at noon", (12, 0), ""),
        ("к полудню", (12, 0), ""),
    ],
)
def test_points(text: str, clock: tuple[int, int], zone: str) -> None:
    phrase = one(text)
    assert (phrase.kind, phrase.clocks, phrase.zone) == ("at", (clock,), zone)


def test_a_point_with_its_date() -> None:
    phrase = one("около 04:00 11 декабря")
    assert (phrase.kind, phrase.clocks, phrase.dates) == ("at", ((4, 0),), (D11,))


@pytest.mark.parametrize(
    "text",
    [
        "в ночь на 11 декабря",
        "в ночь с 10 на 11 декабря",
        "у ніч на 11 грудня",
        "у ніч з 10 на 11 грудня",
        "overnight into December 11",
        "overnight on 11 December",
        "on the night of 10-11 December",
    ],
)
def test_a_dated_night_ends_on_the_morning_named(text: str) -> None:
    phrase = one(text)
    assert (phrase.kind, phrase.dates, phrase.value) == ("night", (D11,), "")


def test_the_night_of_a_day_begins_on_it() -> None:
    phrase = one("on the night of 10 December")
    assert (phrase.kind, phrase.dates, phrase.value) == ("night", (D10,), "of_evening")


@pytest.mark.parametrize(
    "text",
    [
        "ночью",
        "минувшей ночью",
        "в течение прошедшей ночи",
        "за ночь",
        "уночі",
        "вночі",
        "протягом минулої ночі",
        "за минулу ніч",
        "цієї ночі",
        "overnight",
        "last night",
        "during the night",
    ],
)
def test_a_night_without_a_date(text: str) -> None:
    phrase = one(text)
    assert (phrase.kind, phrase.dates, phrase.value) == ("night", (), "last")


@pytest.mark.parametrize("text", ["в ночь на сегодня", "в ночь на четверг", "у ніч на четвер"])
def test_a_night_by_its_day(text: str) -> None:
    assert one(text).kind == "night"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("вечером", "evening"),
        ("ввечері", "evening"),
        ("in the evening", "evening in the"),
        ("вчера вечером", "evening вчера"),
        ("yesterday evening", "evening yesterday"),
        ("this morning", "morning this"),
        ("сьогодні вранці", "morning сьогодні"),
        ("утром", "morning"),
        ("в четверг утром", "morning четверг"),
        ("on Thursday morning", "morning thursday"),
        ("днём", "day"),
        ("удень", "day"),
        ("в течение дня", "day"),
        ("рано утром", "early"),
        ("рано вранці", "early"),
        ("early on Thursday", "early thursday"),
        ("in the early hours of Thursday", "early thursday"),
    ],
)
def test_parts_of_a_day(text: str, value: str) -> None:
    phrase = one(text)
    assert (phrase.kind, phrase.value) == ("part", value)


@pytest.mark.parametrize("text", ["вечером 10 декабря", "ввечері 10 грудня", "on the evening of December 10"])
def test_a_dated_part(text: str) -> None:
    phrase = one(text)
    assert (phrase.kind, phrase.dates, phrase.value.split()[0]) == ("part", (D10,), "evening")


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("10 декабря", (D10,)),
        ("10 грудня", (D10,)),
        ("on 10 December", (D10,)),
        ("December 10, 2025", ((10, 12, 2025),)),
        ("11 грудня 2025 року", ((11, 12, 2025),)),
        ("11.12.2025", ((11, 12, 2025),)),
        ("11.12.25", ((11, 12, 2025),)),
        ("вчера", ()),
        ("учора", ()),
        ("yesterday", ()),
        ("в среду", ()),
        ("у середу", ()),
        ("on Wednesday", ()),
    ],
)
def test_days(text: str, dates: tuple[tuple[int, int, int | None], ...]) -> None:
    phrase = one(text)
    assert (phrase.kind, phrase.dates) == ("day", dates)


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("с начала суток", "since_midnight", ""),
        ("з початку доби", "since_midnight", ""),
        ("since midnight", "since_midnight", ""),
        ("за последние три часа", "hours", "три"),
        ("за 3 часа", "hours", "3"),
        ("за останні дві години", "hours", "дві"),
        ("in the past 2 hours", "hours", "2"),
        ("over the past 24 hours", "past_day", ""),
        ("за минувшие сутки", "past_day", ""),
        ("протягом минулої доби", "past_day", ""),
        ("earlier this week", "week", ""),
        ("на этой неделе", "week", ""),
        ("на прошлой неделе", "past", ""),
        ("last month", "month", "last"),
        ("два года назад", "past", ""),
        ("минулого року", "past", ""),
        ("several days ago", "past", ""),
        ("в октябре", "month", "10"),
        ("back in October", "month", "10"),
        ("у жовтні", "month", "10"),
    ],
)
def test_longer_windows_and_the_past(text: str, kind: str, value: str) -> None:
    phrase = one(text)
    assert (phrase.kind, phrase.value) == (kind, value)


@pytest.mark.parametrize(
    "text",
    [
        "from 5 to 7 homes",
        "с 5 до 7 домов",
        "від 5 до 7 будинків",
        "ночной магазин",
        "нічний клуб",
        "40 дронов",
        "в 5 домах",
        "at 14 locations",
        "маєток",
        "may attack",
        "доброе утро, Калуга"[8:],
    ],
)
def test_what_is_no_window(text: str) -> None:
    assert not [t for t in times(text) if t.kind not in ("part",)]


@pytest.mark.parametrize("lead", ["", "Сбито 40 дронов ", "Тем временем, "])
def test_spans_cut_the_words_out_of_the_text(lead: str) -> None:
    text = f"{lead}в ночь на 11 декабря над областью"
    phrase = one(text)
    assert phrase.span.slice(text) == "в ночь на 11 декабря"


def test_the_longer_of_two_readings_stands() -> None:
    assert [t.kind for t in times("с 23:20 10 декабря до 02:40 11 декабря")] == ["range"]


def test_two_windows_of_one_sentence_are_two() -> None:
    assert [t.kind for t in times("Вечером сбито 6, а ночью 40")] == ["part", "night"]


@given(st.text(alphabet="с до 0123456789:.-–на ночь декабрямкfromtpw,", max_size=80))
def test_phrases_lie_in_the_text_in_order_and_apart(text: str) -> None:
    found = times(text)
    assert all(0 <= p.span.start < p.span.stop <= len(text) for p in found)
    assert all(a.span.stop <= b.span.start for a, b in pairwise(found))


def test_a_text_of_nothing_but_clocks_takes_no_longer_than_it_should() -> None:
    assert len(times("с 20:00 до 23:00, " * 400)) == 400


def test_what_ends_a_sentence_joins_no_day() -> None:
    assert [t.kind for t in times("The network was down until ten.\nLast Thursday it was too.")] == ["at", "day"]
