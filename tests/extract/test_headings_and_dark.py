"""Losses told by a heading, by the dark or by nothing at all; rankings of places; shares of a number."""

from collections.abc import Callable

import pytest

Said = Callable[[str], list[str]]


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        (
            "Overnight 33 UAVs were destroyed. The Rostov Region led with 18, then the Voronezh Region with nine.",
            ["downed 33 uav total", "downed 18 uav @RU-ROS part", "downed 9 uav @RU-VOR part"],
        ),
        (
            "Air defence destroyed 25 drones; Tula and Oryol Regions had five apiece.",
            ["downed 25 uav total", "downed 5 uav @RU-TUL part", "downed 5 uav @RU-ORL part"],
        ),
        (
            "За ночь сбито 40 БПЛА. Больше всего над Брянской областью — 22. Затем Калужская область — 11.",
            ["downed 40 uav total", "downed 22 uav @RU-BRY part", "downed 11 uav @RU-KLU part"],
        ),
        (
            "За ніч збито 45 дронів. Найбільше припало на Одещину – 27. Решта 18 над Миколаївщиною.",
            ["downed 45 uav total", "downed 27 uav @UA-51 part", "downed 18 uav @UA-48 part"],
        ),
        ("Bryansk Region saw the most rain, 27 mm. Tula Region led with 18 medals.", []),
    ],
)
def test_places_are_ranked(said: Said, text: str, claims: list[str]) -> None:
    assert said(text) == claims


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("Half of the 30 drones launched at Kharkiv were shot down.", "downed 15 uav @gn:706483"),
        ("Three quarters of the dozen missiles fired at Kyiv were intercepted.", "downed 9 missile @UA-30"),
        ("Половина из 30 беспилотников, запущенных по Харькову, сбита.", "downed 15 uav @gn:706483"),
    ],
)
def test_share_of_a_number(said: Said, text: str, claim: str) -> None:
    assert claim in said(text)


@pytest.mark.parametrize(
    "text",
    [
        "Almost half of the 30 drones over Kharkiv were downed.",
        "A third of the 40 drones over Kharkiv were downed.",
        "Most of the 30 drones over Kharkiv were downed.",
    ],
)
def test_share_that_counts_nothing(said: Said, text: str) -> None:
    assert not [line for line in said(text) if line.startswith("downed") and any(c.isdigit() for c in line[:9])]


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("Nobody was hurt, nor was any property damaged.", ["no_casualties 0/0/0 @RU-KLU", "no_damage @RU-KLU"]),
        ("Casualties: nil. Damage: none.", ["no_casualties 0/0/0 @RU-KLU", "no_damage @RU-KLU"]),
        ("Neither people nor buildings suffered.", ["no_casualties 0/0/0 @RU-KLU", "no_damage @RU-KLU"]),
        ("Ни люди, ни здания не пострадали.", ["no_casualties 0/0/0 @RU-KLU", "no_damage @RU-KLU"]),
        ("Everything on the ground is in one piece.", ["no_damage @RU-KLU"]),
        ("Casualties: two.", ["casualties ?/2/? @RU-KLU"]),
    ],
)
def test_nothing_broken(said: Said, text: str, claims: list[str]) -> None:
    assert said(f"Two drones were shot down over Kaluga Region. {text}")[1:] == claims


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("A raid took light from 9,400 households.", ["power_outage 9400 building @gn:692194"]),
        ("A drone hit a substation, plunging 8,000 homes into darkness.", ["power_outage 8000 building @gn:692194"]),
        ("Half the town sits in the dark.", ["power_outage @gn:692194"]),
        ("Shostka is still wholly dark.", ["power_outage @gn:693942"]),
        ("Power in Konotop cut.", ["power_outage @gn:705135"]),
        ("Power in Konotop was restored after being cut.", []),
        ("A power line crosses the lake. The sky is dark.", []),
    ],
)
def test_the_dark(said: Said, text: str, claims: list[str]) -> None:
    found = said(f"Drones attacked Sumy. {text}")
    assert [line for line in found if line.startswith("power_outage")] == claims


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        (
            "Drones attacked Sumy. Also broken: five apartment blocks, ten cars, a trolleybus.",
            ["5 building 'apartment building'", "10 vehicle 'car'", "1 vehicle"],
        ),
        (
            "A ship and two blocks of flats: Novorossiysk's losses after the drone raid.",
            ["1 vehicle 'ship'", "2 building 'apartment'"],
        ),
        (
            "The drone attack on Shebekino cost the town four cars and a shop.",
            ["4 vehicle 'car'", "1 building 'shop'"],
        ),
        ("Дрон атаковал Изюм. Потери города: семь домов, две машины.", ["7 building 'house'", "2 vehicle 'car'"]),
        ("Drones attacked Sumy. The enemy's losses: two tanks and five trucks.", []),
    ],
)
def test_lists_of_losses(said: Said, text: str, claims: list[str]) -> None:
    found = [line.split(" @")[0].removeprefix("damage ") for line in said(text) if line.startswith("damage")]
    assert found == claims
