"""People got out alive, and people whom nobody has found."""

from collections.abc import Callable

import pytest

Said = Callable[[str], list[str]]
_RAID = "Ночью дроны атаковали Саратов. "


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("Соседку с пятого этажа достали живой.", "1 person 'rescued'"),
        ("Из горящей пекарни соседи вынесли троих.", "3 person 'rescued'"),
        ("Охранника сняли с крыши по автолестнице.", "1 person 'rescued'"),
        ("Из подвала вызволили семью.", "'rescued'"),
        ("Судьба двоих неизвестна.", "2 person 'missing'"),
        ("Четверо грузчиков не выходят на связь.", "4 person 'missing'"),
        ("Под плитами, как говорят соседи, ещё трое.", "3 person 'missing'"),
        ("Одну женщину до сих пор не нашли.", "1 person 'missing'"),
    ],
)
def test_people_saved_or_missing(said: Said, text: str, claim: str) -> None:
    assert f"other_effect {claim} @gn:498677" in said(_RAID + text)


@pytest.mark.parametrize(
    "text",
    [
        "Кошку сняли с крыши.",
        "Двоих пассажиров сняли с рейса за дебош.",
        "Полиция ищет двоих подозреваемых.",
        "Никто не пропал, завалы разобраны.",
        "Мужчину не спасли.",
        "Четыре дрона пропали с радаров, их ищут.",
        "Доноров ищут все больницы.",
    ],
)
def test_what_saves_or_misses_nobody(said: Said, text: str) -> None:
    assert not [line for line in said(_RAID + text) if "rescued" in line or "missing" in line]
