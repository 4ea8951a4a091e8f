"""Damage told by what befell a thing, without a plain verb."""

from collections.abc import Callable

import pytest

Said = Callable[[str], list[str]]
_RAID = "Ночью дроны атаковали Саратов. "


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("У школы минус крыша.", "damage 'school and roof'"),
        ("Двум киоскам досталось от взрыва.", "damage 2 building 'shop'"),
        ("Волной снесло гараж.", "damage 1 building 'garage'"),
        ("Мотоцикл в лепёшку.", "damage"),
        ("Три автобуса в решето.", "damage 3 vehicle 'bus'"),
        ("Контора сложилась.", "damage"),
        ("Двадцать окон надо вставлять заново.", "damage 20 other 'windows'"),
        ("Завалило подвал пекарни.", "damage"),
    ],
)
def test_what_befell_a_thing(said: Said, text: str, claim: str) -> None:
    assert any(line.startswith(claim) for line in said(_RAID + text))


@pytest.mark.parametrize(
    "text",
    [
        "Премия досталась двум школам.",
        "Утром было минус десять градусов.",
        "Три окна надо вставлять по плану ремонта.",
        "Двум водителям досталось от начальства.",
        "Мнения сложились разные.",
        "Крышу не сорвало.",
    ],
)
def test_what_befell_nothing(said: Said, text: str) -> None:
    assert not [line for line in said(_RAID + text) if line.startswith("damage")]
