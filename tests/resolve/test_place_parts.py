"""Quarters of cities by the names people use, and districts by the names of their seats."""

import pytest

from skyledger.packs import Packs
from tests.extract.saying import a_text, read_claims


def _place(text: str, packs: Packs) -> str:
    _, resolved = read_claims(a_text(text), packs)
    places = [c.place.id for c in resolved.claims if c.place is not None]
    return places[0] if places else ""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("На Оболоні дрон влучив у будинок.", "raion:UA-30-kyiv-obolonskyi"),
        ("На Полтавщині дрон влучив у будинок в Оболоні.", "gn:698803"),  # the village where its region is named
        ("На Салтовке дрон ударил по дому.", "raion:UA-63-kharkiv-saltivskyi"),
        ("Дрон ударив по П'ятихатках у Харкові.", "raion:UA-63-kharkiv-kyivskyi"),
        ("У П'ятихатках на Дніпропетровщині дрон ударив по будинку.", "gn:695965"),
        ("In the Krasnaya Yaruga district a drone rammed a van.", "raion:RU-BEL-krasnoyaruzhsky"),
        ("A drone rammed a van in Krasnaya Yaruga.", "gn:542571"),
    ],
)
def test_quarters_and_seats(text: str, expected: str, packs: Packs) -> None:
    assert _place(text, packs) == expected
