"""Bombs by their plain name, borders violated so many times, airports by the adjective of their city."""

from collections.abc import Callable

import pytest

Said = Callable[[str], list[str]]


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("Росіяни скинули три бомби на Краматорськ.", ["launched 3 guided_bomb @gn:704508"]),
        ("На Белгород упали две бомбы.", ["hit 2 guided_bomb @gn:578072"]),
        ("Two bombs fell on Kramatorsk.", ["hit 2 guided_bomb @gn:704508"]),
        ("На Суми впало шість бомб.", ["hit 6 guided_bomb @gn:692194"]),
        ("Снігурівка: з дрона скинули вибухівку на теплицю.", ["hit 1 uav @gn:693379"]),
    ],
)
def test_bombs_that_fell_came_from_the_air(said: Said, text: str, claims: list[str]) -> None:
    assert said(text) == claims


@pytest.mark.parametrize(
    "text",
    ["В автобусе в Туле нашли две бомбы.", "Two bombs were defused in a cellar in Kyiv.", "У Сумах вибухнула бомба."],
)
def test_bombs_on_the_ground_did_not(said: Said, text: str) -> None:
    assert not [claim for claim in said(text) if "guided_bomb" in claim]


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("П'ять порушень повітряного простору Литви зафіксували прикордонники.", ["sighting 5 unknown @LT"]),
        ("Двадцять порушень кордону Польщі зафіксовано за ніч, усе дрони.", ["sighting 20 uav"]),
    ],
)
def test_violations_of_the_air_are_sightings(said: Said, text: str, claims: list[str]) -> None:
    assert said(text) == claims


def test_other_violations_are_none(said: Said) -> None:
    assert said("Прикордонники зафіксували двадцять порушень кордону Польщі.") == []


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("Роботу Кишинівського аеропорту призупинили через дрони.", ["airspace_closure @LUKK"]),
        ("Рижский аэропорт закрыли из-за беспилотников.", ["airspace_closure @EVRA"]),
        (
            "Вільнюський аеропорт закривали через кулі, скасовано одинадцять рейсів, тринадцять сіли в Каунасі.",
            ["airspace_closure @EYVI", "other_effect 11 flight 'flights' @EYVI", "diversion 13 @EYVI >EYKA"],
        ),
    ],
)
def test_airports_by_the_adjective_of_their_city(said: Said, text: str, claims: list[str]) -> None:
    assert said(text) == claims


def test_a_quarter_lies_in_its_town(said: Said) -> None:
    assert said("Дрон влучив у будинок Північного масиву в Бердичеві.") == ["hit 1 uav @gn:712441"]
