"""What a night of drones leaves behind: pieces, cold flats, a line of noise."""

from collections.abc import Callable

import pytest

Said = Callable[[str], list[str]]
_RAID = "Ночью дроны атаковали Саратов. "


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("На пляже лежит хвост.", "debris"),
        ("Осколочный дождь накрыл гаражи.", "debris"),
        ("Сорок домов стынут с полуночи.", "other_effect 40 building 'heating'"),
        ("Тридцать дворов готовят на плитках.", "other_effect 30"),
        ("Пятьдесят работников удалены в безопасную зону.", "other_effect 50 person 'evacuation'"),
        ("Над портом грохотало до утра.", "other_effect 'explosions heard'"),
        ("Трамваи на левый берег не идут.", "other_effect 'public transport'"),
    ],
)
def test_what_is_left_behind(said: Said, text: str, claim: str) -> None:
    assert any(line.startswith(claim) for line in said(_RAID + text))


@pytest.mark.parametrize(
    "text",
    ["Хвост поезда стоит на мосту.", "Крыло дома отремонтировали.", "Мотор лодки нашли рыбаки.", "Щи стоят на плите."],
)
def test_what_is_left_by_nothing(said: Said, text: str) -> None:
    assert said(_RAID + text) == said(_RAID)
