"""Places told by an adjective alone, by a district with its villages, by an office; newsrooms; launch directions."""

from collections.abc import Callable

import pytest

Said = Callable[[str], list[str]]


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        (
            "У Глухівській громаді дрон поранив жінку. Білопільська: удар дрона, двоє поранених.",
            [
                "hit 1 uav @gn:707758",
                "casualties ?/1/? @gn:707758",
                "hit 1 uav @gn:712559",
                "casualties ?/2/? @gn:712559",
            ],
        ),
        (
            "В Суземском районе сбит дрон, в Севском дроном ранен тракторист.",
            ["downed 1 uav @raion:RU-BRY-suzemsky", "casualties ?/1/? @raion:RU-BRY-sevsky"],
        ),
        ("Дрон упал под Севском, ранен водитель.", ["debris 1 uav @gn:496246", "casualties ?/1/? @gn:496246"]),
        (
            "In Belgorod district, Oktyabrsky and Bessonovka came under fire from 13 drones.",
            ["attack 13 uav @raion:RU-BEL-belgorodsky"],
        ),
        (
            "In Kupiansk district, Izium and Chuhuiv were hit by three drones.",
            ["hit 3 uav @gn:707292+gn:710374+raion:UA-63-kupiansk"],
        ),
        (
            "Дрон атаковал склад в Таганроге. В правительстве Воронежской области сообщили о двух раненых.",
            ["hit 1 uav @gn:484907", "casualties ?/2/? @RU-VOR"],
        ),
        (
            "Над Брянской областью сбито 12 беспилотников, над Курской — 9. Ещё четыре подавлены РЭБ.",
            ["downed 12 uav @RU-BRY", "downed 9 uav @RU-KRS", "suppressed 4 uav"],
        ),
        ("Вильнюс, русская редакция. Минувшей ночью сбиты три дрона.", ["downed 3 uav"]),
        ("В румынском небе сбит дрон.", ["downed 1 uav @RO"]),
        ("Ворог запустив 116 БпЛА (напрямки пусків — Орел, Брянськ).", ["launched 116 uav"]),
    ],
)
def test_a_place_without_its_noun(said: Said, text: str, claims: list[str]) -> None:
    assert said(text) == claims
