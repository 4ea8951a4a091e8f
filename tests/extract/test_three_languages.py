"""The same news in English, Russian and Ukrainian tells the same."""

from collections.abc import Callable

import pytest

Said = Callable[[str], list[str]]

_LEADS = (
    "Drones attacked Sumy region overnight. ",
    "Ночью дроны атаковали Сумскую область. ",
    "Вночі дрони атакували Сумщину. ",
)

_SAME = (
    (
        "Firefighters extinguished three houses.",
        "Пожарные потушили три дома.",
        "Пожежники загасили три будинки.",
        {"fire 3 building 'house' @UA-59"},
    ),
    (
        "There were three hits on the energy facility.",
        "Зафиксировано три попадания в энергообъект.",
        "Зафіксовано три влучання в енергооб'єкт.",
        {"hit 3 uav @UA-59"},
    ),
    (
        "Ten explosions were heard in the region.",
        "В области слышали десять взрывов.",
        "В області чули десять вибухів.",
        {"other_effect 10 explosion 'explosions heard' @UA-59"},
    ),
    (
        "Two bombs exploded near the clinic.",
        "Две бомбы разорвались возле больницы.",
        "Дві бомби розірвалися біля лікарні.",
        {"hit 2 guided_bomb @UA-59"},
    ),
    (
        "The ferry crossing is suspended.",
        "Паромная переправа приостановлена.",
        "Поромну переправу призупинено.",
        {"other_effect 'traffic' @UA-59"},
    ),
    (
        "Radars picked up three drones.",
        "Радары засекли три дрона.",
        "Радари засікли три дрони.",
        {"sighting 3 uav @UA-59"},
    ),
    (
        "Pupils study at home.",
        "Школьники учатся из дома.",
        "Школярі навчаються вдома.",
        {"other_effect 'schools' @UA-59"},
    ),
    (
        "Seven people were treated on the spot.",
        "Семерым оказали помощь на месте.",
        "Сімом надали допомогу на місці.",
        {"casualties ?/7/? @UA-59"},
    ),
)


@pytest.mark.parametrize(("english", "russian", "ukrainian", "told"), _SAME)
def test_the_same_is_told(english: str, russian: str, ukrainian: str, told: set[str], said: Said) -> None:
    for lead, text in zip(_LEADS, (english, russian, ukrainian), strict=True):
        assert set(said(lead + text)) - set(said(lead)) == told, text


_LOST_BEFORE = (
    ("Безпілотники пошкодили склад у Сумах.", "hit uav @gn:692194"),
    ("Дроны атаковали Сумы. По стене школы пошли трещины.", "damage 1 building 'school' @gn:692194"),
    ("Вночі дрони атакували Сумщину. Уламками пошкоджено три будинки.", "damage 3 building 'house' @UA-59"),
    ("Дрони атакували Суми. Наслідків атаки не виявлено.", "no_damage @gn:692194"),
    ("A drone strike destroyed a school in Sumy.", "damage 1 building 'school' @gn:692194"),
    ("Russia hit Odesa with missiles.", "hit missile @gn:698740"),
    ("Ночью дроны атаковали Сумы. Обломки ракеты нашли в саду.", "debris missile @gn:692194"),
)


@pytest.mark.parametrize(("text", "told"), _LOST_BEFORE)
def test_what_one_language_lost(text: str, told: str, said: Said) -> None:
    assert told in said(text)


_QUIET = (
    "Дрони атакували Бориспіль, але серйозних наслідків нема.",
    "Дроны атаковали Сумы. Серьёзных разрушений нет.",
    "Паромная переправа в Керчи приостановлена из-за шторма.",
    "Через ремонт рух мостом у Дніпрі зупинено до осені.",
    "Firefighters extinguished three houses after a gas blast in Sumy.",
    "Школярі в Сумах навчаються вдома через карантин.",
)


@pytest.mark.parametrize("text", _QUIET)
def test_it_is_none_of_that(text: str, said: Said) -> None:
    assert {line.split()[0] for line in said(text)} <= {"attack"}
