"""What became of things and places, how many strikes there were, and craft that no word names."""

from collections.abc import Callable

import pytest

Said = Callable[[str], list[str]]


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        (
            "Дрон ударив по Сумах. Два будинки перетворилися на руїни.",
            ["hit 1 uav @gn:692194", "damage 2 building 'house' @gn:692194"],
        ),
        (
            "Ракета попала в Белгород, три магазина превратились в пепел.",
            ["hit 1 missile @gn:578072", "fire 3 building 'shop' @gn:578072"],
        ),
        (
            "A drone hit Sumy. Four shops were reduced to rubble.",
            ["hit 1 uav @gn:692194", "damage 4 building 'shop' @gn:692194"],
        ),
        (
            "Дрон влучив в Одесу, готель втратив ціле крило.",
            ["hit 1 uav @gn:698740", "damage 1 building @gn:698740"],
        ),
        (
            "Дрони влучили в котельню Бердичева. Тепло втратили 40 будинків.",
            ["hit uav @gn:712441", "other_effect 40 building 'heating' @gn:712441"],
        ),
    ],
)
def test_what_became_of_things_is_damage_fire_or_want(said: Said, text: str, claims: list[str]) -> None:
    assert said(text) == claims


@pytest.mark.parametrize(
    "text",
    [
        "Компанія втратила склад через борги у Вінниці, дронів там не бачили.",
        "Після удару дронів по Сумах розмова перетворилася на суперечку.",
        "Команда стала першою в Одесі.",
    ],
)
def test_other_turns_and_losses_damage_nothing(said: Said, text: str) -> None:
    assert not [claim for claim in said(text) if claim.startswith(("damage", "fire"))]


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("Після десяти нічних прильотів у Рені тихо.", ["hit 10 @gn:12129128"]),
        ("П'ять підстанцій Сумщини потрапили під ракетний удар.", ["hit 5 building @UA-59"]),
        ("Три склади Одещини зазнали нічного удару дронів.", ["hit 3 building uav @UA-51"]),
    ],
)
def test_strikes_and_what_underwent_them_are_counted(said: Said, text: str, claims: list[str]) -> None:
    assert said(text) == claims


def test_the_hour_of_a_strike_is_no_number_of_strikes(said: Said) -> None:
    assert said("О п'ятій прильоти по Харкову.") == ["hit @gn:706483"]


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("Над Тулой сбили три аппарата.", ["downed 3 uav @gn:480562"]),
        ("Двадцять дві цілі над Одещиною втрачено на локаторах.", ["lost 22 unknown @UA-51"]),
        ("Щонайменше три апарати над Люблінщиною довелося збити.", ["downed 3-6 uav @PL-06"]),
        (
            "Два дрони влучили в порт Ізмаїла. Решту, а це дев'ять, збито над морем.",
            ["hit 2 uav @gn:707308", "downed 9 uav @gn:707308"],
        ),
        (
            "Два дрона попали в порт Темрюка. Остальные, а их было девять, сбиты над морем.",
            ["hit 2 uav @gn:483661", "downed 9 uav @gn:483661"],
        ),
    ],
)
def test_craft_targets_and_the_rest_are_counted(said: Said, text: str, claims: list[str]) -> None:
    assert said(text) == claims


def test_targets_on_the_ground_were_not_shot_down(said: Said) -> None:
    assert said("Наша авиация уничтожила 15 целей под Сумами.") == []
