"""Strikes noted without a verb, and what became of the rest."""

from collections.abc import Callable

import pytest

Said = Callable[[str], list[str]]
_RAID = "Ночью дроны атаковали Саратов. "


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("FPV в гараж, сгорел мотоцикл.", "hit fpv_drone"),
        ("Сброс на огород, посечена теплица.", "hit"),
        ("Три КАБа по жилым кварталам.", "hit 3 guided_bomb"),
        ("Скинули гранату на остановку.", "hit"),
        ("Два «Шахеда», автосервис, пожар.", "hit 2 uav"),
        ("Пять сбили, один дотянул до пекарни.", "hit 1 uav"),
        ("Четыре упали, один достиг цеха.", "hit 1 uav"),
        ("Ещё семнадцать остались в степи.", "downed 17 uav"),
        ("Два закончили путь в болоте.", "downed 2 uav"),
        ("Повержено десять летучих аппаратов.", "downed 10 uav"),
        ("Восемь «гостей» обнулили.", "downed 8 uav"),
        ("Над полем сминусовали шесть.", "downed 6 uav"),
    ],
)
def test_notes_and_the_rest(said: Said, text: str, claim: str) -> None:
    assert f"{claim} @gn:498677" in said(_RAID + text)


@pytest.mark.parametrize(
    "text",
    [
        "Три дрона на подлёте к городу.",
        "FPV на дорогах области, будьте осторожны.",
        "Два дрона на крышах ищут сапёры.",
        "Сброс снега на крыши домов.",
        "Три трактора остались в поле.",
        "Двадцать рабочих остались в лесу.",
        "Пять дронов остались на складе.",
        "Восемь «гостей» отметили день рождения.",
        "Новые дроны для бригады, двое раненых бойцов.",
    ],
)
def test_what_notes_nothing(said: Said, text: str) -> None:
    assert not [line for line in said(_RAID + text) if line.startswith(("hit", "downed"))]
