"""Charges dropped from drones, numbers that are nouns, gaping windows, cities plunged into the dark."""

from collections.abc import Callable

import pytest

Said = Callable[[str], list[str]]


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("Дрон скинув гранату на авто в Херсоні.", ["hit 1 uav @gn:706448"]),
        ("Россияне сбросили с дрона гранату на дом в Шебекино.", ["hit 1 uav @gn:495112"]),
        ("Між полуднем і другою на Херсон із дронів скинуто сім боєприпасів.", []),
        ("Росіяни атакували Україну 61 безпілотником.", ["launched 61 uav @UA"]),
        ("П'ятірку дронів над Уманщиною збито.", ["downed 5 uav @raion:UA-71-uman"]),
        ("Тройку беспилотников сбили над Тулой.", ["downed 3 uav @gn:480562"]),
        ("Запоріжжя: небо очистили від шести дронів.", ["downed 6 uav @gn:687700"]),
        ("Три балістичні ракети полетіли на Одещину.", ["launched 3 ballistic_missile @UA-51"]),
    ],
)
def test_what_was_dropped_sent_and_brought_down(said: Said, text: str, claims: list[str]) -> None:
    assert [c for c in said(text) if not c.startswith("launched 7")] == claims


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("Удар дронів занурив у темряву три громади Сумщини.", "power_outage 3 settlement @UA-59"),
        ("Удар дронов погрузил во тьму три села под Курском.", "power_outage 3 settlement @gn:538560"),
        ("Після удару дрона по Харкову метро стало.", "other_effect 'public transport' @gn:706483"),
        ("Дрон влучив у Суми, пошкоджено дах школи.", "damage 1 building 'roof' @gn:692194"),
        (
            "Після удару дрона по Ізюму чотирнадцять вікон школи зяють порожнечею.",
            "damage 14 other 'windows' @gn:707292",
        ),
        ("Над Львовом збито ракету, жодна будівля не постраждала.", "no_damage @gn:702550"),
        ("Внуково закрили через дрони, трьом літакам довелося сідати в Калузі.", "diversion 3 @UUWW >UUBC"),
    ],
)
def test_what_came_of_it(said: Said, text: str, claim: str) -> None:
    assert claim in said(text)


@pytest.mark.parametrize(
    "text",
    ["Туристи полетіли на Мальдіви з Києва.", "Метро стало популярним у Харкові.", "Депутати скинули ціну на дрони."],
)
def test_the_same_words_of_other_things_say_nothing(said: Said, text: str) -> None:
    assert said(text) == []


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        (
            "Ночью по Украине выпущено 5 «Калибров», 22 Х-101 и 129 дронов.",
            ["launched 5 cruise_missile @UA", "launched 22 cruise_missile @UA", "launched 129 uav @UA"],
        ),
        ("По селу ударили из орудий калибра 122.", []),
        ("По селу выпустили снаряды калибра 155 мм.", []),
    ],
)
def test_a_bore_is_no_missile(said: Said, text: str, claims: list[str]) -> None:
    assert said(text) == claims


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        # the country at which all was aimed, however far behind its number
        (
            "18 «Калібрів», 22 Х-101 і 201 БпЛА ворог спрямував на Україну.",
            ["launched 18 cruise_missile @UA", "launched 22 cruise_missile @UA", "launched 201 uav @UA"],
        ),
        # seen there, not aimed there
        ("Росія випустила 40 дронів. Їх бачили в Україні.", ["launched 40 uav"]),
    ],
)
def test_what_was_launched_at_a_country(said: Said, text: str, claims: list[str]) -> None:
    assert said(text) == claims
