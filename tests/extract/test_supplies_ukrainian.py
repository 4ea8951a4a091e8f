"""Water, gas, heat, signal, power, trains and flights that fail, in Ukrainian set phrases."""

from collections.abc import Callable

import pytest

Said = Callable[[str], list[str]]
_RAID = "Вночі дрони атакували Суми. "


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("У місті крани сухі.", "other_effect 'water'"),
        ("Подачу газу перекрито.", "other_effect 'gas'"),
        ("Батареї крижані.", "other_effect 'heating'"),
        ("Зв'язку катма.", "other_effect 'mobile internet'"),
        ("Струм впав.", "power_outage"),
        ("Електричка не пішла.", "other_effect 'train delays'"),
        ("Чотири рейси вилетіли пізніше.", "other_effect 4 flight 'flights'"),
    ],
)
def test_what_fails(said: Said, text: str, claim: str) -> None:
    assert [line for line in said(_RAID + text) if line.startswith(claim)]


@pytest.mark.parametrize("text", ["Тиск у хворого впав.", "Батареї для ліхтарів є в продажу.", "Зв'язок працює."])
def test_what_does_not(said: Said, text: str) -> None:
    assert not [line for line in said(_RAID + text) if line.startswith(("other_effect", "power"))]
