"""Fire engines and ambulances that came to help are no count of what burned or was damaged."""

from collections.abc import Callable

import pytest

Said = Callable[[str], list[str]]
_RAID = {"en": "Overnight a drone hit a depot in Sumy. ", "uk": "Вночі дрон ударив по складу в Сумах. "}


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Twelve vehicles are fighting the fire at the depot."),
        ("en", "The fire at the depot was put out by 12 fire trucks."),
        ("en", "Twelve fire trucks worked at the burning depot."),
        ("en", "Three ambulances came to the damaged school."),
        ("uk", "Пожежу на складі гасять 12 пожежних машин."),
        ("uk", "На пожежі працюють 12 пожежних машин."),
        ("uk", "Огонь тушили 12 пожарных машин."),
        ("uk", "К месту пожара выехали девять машин."),
    ],
)
def test_who_came_to_help_did_not_burn(said: Said, lang: str, text: str) -> None:
    claims = [line for line in said(_RAID[lang] + text) if line.startswith(("fire", "damage"))]
    assert claims
    assert not [line for line in claims if "vehicle" in line]


@pytest.mark.parametrize(
    ("lang", "text", "claim"),
    [
        ("en", "Rescuers put out two burning cars.", "fire 2 vehicle"),
        ("en", "Two fire engines were damaged at the scene.", "damage 2 vehicle"),
        ("en", "Drones damaged two ambulances that came to the scene.", "damage 2 vehicle"),
        ("uk", "Згоріли три пожежні машини.", "damage 3 vehicle"),
        ("uk", "Спалахнули три вантажівки, їх гасили рятувальники.", "damage 3 vehicle"),
        ("uk", "Пошкоджено три пожежні машини.", "damage 3 vehicle"),
    ],
)
def test_what_burned_or_was_struck_is_counted(said: Said, lang: str, text: str, claim: str) -> None:
    assert [line for line in said(_RAID[lang] + text) if line.startswith(claim)]
