"""Parts of days, weeks and hours that stand alone or are what is told about; and whose figures a sentence credits."""

from datetime import UTC, datetime

import pytest

from skyledger.packs import Packs
from tests.extract.saying import a_text, read_claims

HOURS = [
    ("Беспокойная выдалась ночь под Орлом: сбиты семь дронов.", (10, 17), (11, 5)),
    ("Тула пережила ночь без жертв. Сбиты пять дронов.", (10, 17), (11, 5)),
    ("A long night in Kharkiv: five drones were shot down.", (10, 18), (11, 6)),
    ("Вечер вторника, Сумы: дрон попал в гостиницу.", (9, 16), (9, 22)),
    ("В четвёртом часу утра дрон упал на дачу под Орлом.", (11, 0), (11, 1)),
    ("Два «шахеда» попали в депо Синельниково, пять утра.", (11, 3), (11, 3)),
    ("Таганрог: дроны жужжали с двух до четырёх, девять боксов выгорели.", (10, 23), (11, 1)),
    ("Ночью дрон попал в дом в Орле. Выбиты окна, детский сад сегодня на замке.", (10, 17), (11, 5)),
]


@pytest.mark.parametrize(("text", "first", "last"), HOURS)
def test_a_time_that_stands_alone(packs: Packs, text: str, first: tuple[int, int], last: tuple[int, int]) -> None:
    claims = read_claims(a_text(text), packs)[1].claims
    times = [c.time for c in claims if c.detail != "schools"]
    assert times
    for told in times:
        assert told is not None
        assert told.start == datetime(2025, 12, *first, tzinfo=UTC)
        assert told.end is not None
        assert (told.end.astimezone(UTC).day, told.end.astimezone(UTC).hour) == last


def test_the_shift_of_the_day_is_no_time(packs: Packs) -> None:
    claims = read_claims(a_text("В 6:40 на завод в Орле упал дрон. Выведены 340 человек дневной смены."), packs)[
        1
    ].claims
    assert {c.time.start.hour for c in claims if c.time and c.time.start} == {6}


@pytest.mark.parametrize(
    "text",
    [
        "Под Тулой сбито пять дронов. Данные регионального правительства.",
        "Под Тулой сбито пять дронов, подсчитали в областном правительстве.",
        "Под Тулой сбито пять дронов. Такую раскладку дало правительство области.",
    ],
)
def test_whose_figures_they_are(packs: Packs, text: str) -> None:
    claims = read_claims(a_text(text), packs)[1].claims
    assert [c.speaker.name for c in claims if c.speaker] == ["Tula Oblast government"]


def test_data_that_are_being_clarified_credit_nobody(packs: Packs) -> None:
    claims = read_claims(a_text("Под Тулой сбито пять дронов. Данные уточняются."), packs)[1].claims
    assert [c.speaker for c in claims] == [None]
