"""Damage told by what is lost and not by a verb of damage; a thing named in the singular is one."""

from collections.abc import Callable

import pytest

Said = Callable[[str], list[str]]
EN, RU, UK = "Drones attacked Odesa. ", "Дроны атаковали Белгород. ", "Дрони атакували Суми. "


def lost(said: Said, text: str) -> list[str]:
    """Return the numbers and units of the damage a text tells of."""
    lines = [line.split() for line in said(text) if line.startswith(("damage", "no_damage"))]
    return [" ".join(words[:3] if words[1][:1].isdigit() else words[:1]) for words in lines]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (EN + "The bakery lost its facade.", ["damage 1 building"]),
        (EN + "Windows popped out in 26 flats.", ["damage 26 apartment"]),
        (EN + "Two lorries were turned into scrap.", ["damage 2 vehicle"]),
        (EN + "Nineteen stalls are a heap of tin.", ["damage 19 building"]),
        (EN + "The ceiling of a clinic crumbled.", ["damage 1 building"]),
        (EN + "Twelve cottages no longer have roofs.", ["damage 12 building"]),
        (EN + "In 23 flats the windows need replacing.", ["damage 23 apartment"]),
        (EN + "Fragments shredded eight cars and a bus.", ["damage 8 vehicle", "damage 1 vehicle"]),
        (RU + "Стёкла вылетели в общежитии и 26 квартирах.", ["damage 1 building", "damage 26 apartment"]),
        (RU + "Три машины — в хлам.", ["damage 3 vehicle"]),
        (RU + "Повреждены два дома и газопровод.", ["damage 2 building", "damage 1 other"]),
        (RU + "Сорвало кровлю клуба.", ["damage 1 building"]),
        (UK + "Від хліва лишилися самі стіни.", ["damage 1 building"]),
        (UK + "Висадило вікна в училищі та в сорока квартирах.", ["damage 1 building", "damage 40 apartment"]),
        (EN + "A drone set a combine harvester alight in Reni.", ["damage 1 vehicle"]),
        (EN + "Not one enterprise was touched.", ["no_damage"]),
        (EN + "The workshop was not affected.", ["no_damage"]),
    ],
)
def test_what_is_lost_is_damaged(said: Said, text: str, expected: list[str]) -> None:
    assert lost(said, text) == expected


@pytest.mark.parametrize(
    "text",
    [
        EN + "The city lost power.",
        EN + "A drone fell down on the roof of nothing in particular.",
        EN + "The operator gives no number of homes affected.",
        EN + "The governor struck an optimistic note.",
        RU + "Жители остались без света.",
        UK + "Місто втратило зв'язок.",
    ],
)
def test_losses_of_anything_else_are_no_damage(said: Said, text: str) -> None:
    assert lost(said, text) == []
