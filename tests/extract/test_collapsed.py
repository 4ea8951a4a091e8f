"""Damage told in Ukrainian by what a thing came to, and by gerunds; fires told by smoke and ashes."""

from collections.abc import Callable

import pytest

Said = Callable[[str], list[str]]
_RAID = "Вночі дрон ударив по Сумах. "


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("На автобазі мінус п'ять автобусів.", "damage 5 vehicle"),
        ("Два самоскиди в мінус.", "damage 2 vehicle"),
        ("Під'їзд склався.", "damage"),
        ("Стеля клубу впала на сцену.", "damage"),
        ("У магазині тріснула вітрина.", "damage"),
        ("Комбайн не врятували.", "damage 1 vehicle"),
        ("Екскаватор не підлягає ремонту.", "damage 1 vehicle"),
        ("Три маршрутки прострелені.", "damage 3 vehicle"),
        ("Бібліотека без даху.", "damage"),
        ("Кілька будинків втратили цілісність.", "damage 3-9 building"),
        ("Вирвавши двері, вибух пошкодив дві аптеки.", "damage 2 building"),
        ("Дві комори пішли попелом.", "fire 2 building"),
        ("Склад досі димить.", "fire"),
    ],
)
def test_what_came_to_ruin(said: Said, text: str, claim: str) -> None:
    assert [line for line in said(_RAID + text) if line.startswith(claim)]


@pytest.mark.parametrize(
    "text",
    [
        "На асфальт лягла бойова частина.",
        "Температура вночі мінус шість градусів.",
        "Автобус не завалився.",
        "Дрон ліг у полі біля школи.",
        "Школу врятували.",
        "Громада списала три автобуси торік.",
    ],
)
def test_what_came_to_none(said: Said, text: str) -> None:
    assert not [line for line in said(_RAID + text) if line.startswith(("damage", "fire"))]
