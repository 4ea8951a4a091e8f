"""People brought or gone to safety, told in Ukrainian by where they went; and those on ladders, who are no drones."""

from collections.abc import Callable

import pytest

Said = Callable[[str], list[str]]
_RAID = "Вночі дрон ударив по будинку в Сумах. "


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("Двадцятеро мешканців перебралися до спортзалу ліцею.", "20 person 'evacuation'"),
        ("З Миропілля виїхали дев'ятнадцять селян.", "19 person 'evacuation'"),
        ("Сорок душ ночували в сільському клубі.", "40 person 'evacuation'"),
        ("Тридцять пацієнтів перемістили в сусідній корпус.", "30 person 'evacuation'"),
        ("Шістнадцять гірників підняли на поверхню запасним стволом.", "16 person 'evacuation'"),
        ("Дванадцять людей покинули помешкання.", "12 person 'evacuation'"),
        ("Шестеро жителів погодилися на виїзд.", "6 person 'evacuation'"),
        ("Хворих перевели до Тростянця.", "'evacuation'"),
        ("З верхніх поверхів драбиною зняли сімох.", "7 person 'rescued'"),
        ("Рятувальники витягли п'ятьох.", "5 person 'rescued'"),
        ("Двоє слюсарів на зв'язок не вийшли.", "2 person 'missing'"),
        ("Троє пекарів у лікарні, ще двох не можуть знайти.", "2 person 'missing'"),
    ],
)
def test_people_who_moved_or_were_got_out(said: Said, text: str, claim: str) -> None:
    assert [line for line in said(_RAID + text) if line.startswith(f"other_effect {claim}")]


@pytest.mark.parametrize(
    "text",
    [
        "Троє лікарів переїхали сюди торік.",
        "П'ятеро туристів виїхали з готелю на екскурсію.",
        "Мешканці не залишили помешкань.",
        "Двох поранених перевезли до обласної лікарні.",
        "Дві школи прийняли нових учнів.",
        "Люди спустилися в укриття.",
    ],
)
def test_who_moved_nowhere(said: Said, text: str) -> None:
    assert not [line for line in said(_RAID + text) if "evacuation" in line]


def test_people_on_a_ladder_are_not_shot_down(said: Said) -> None:
    assert not [line for line in said(_RAID + "Драбиною з балкона зняли вісьмох.") if line.startswith("downed")]
    assert "downed 8 uav @gn:692194" in said("Над Сумами летіли дрони. Зняли вісьмох.")
