"""Russian ways to say what burned, who was hurt and where it was not, each beside its counter-example."""

from collections.abc import Callable

import pytest

Said = Callable[[str], list[str]]
KALUGA = "@gn:553915"
DRONE = "Ночью над Калугой сбит дрон. "


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("В Калуге загорелся гараж.", [f"fire 1 building 'garage' {KALUGA}"]),
        ("В Калуге произошло возгорание в гараже.", [f"fire 'garage' {KALUGA}"]),
        ("В Калуге горит нефтебаза.", [f"fire 'oil depot' {KALUGA}"]),
        ("В Калуге сгорели два автомобиля.", [f"damage 2 vehicle 'car' {KALUGA}"]),
        ("В Калуге небольшой пожар. Жертв нет.", [f"fire {KALUGA}", f"no_casualties 0/?/? {KALUGA}"]),
        ("В Калуге пожара нет.", []),
        ("В Калуге без газа 300 домов.", [f"other_effect 300 building 'gas' {KALUGA}"]),
        ("В Калуге вывезли 300 человек.", [f"other_effect 300 person 'evacuation' {KALUGA}"]),
        ("В Калуге вывезли мусор.", []),
        ("В Калуге задерживаются восемь поездов.", [f"other_effect 8 vehicle 'train delays' {KALUGA}"]),
        ("В Калуге из-за тумана задерживаются восемь рейсов.", []),
    ],
)
def test_effects(said: Said, text: str, expected: list[str]) -> None:
    assert said(DRONE + text)[1:] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("В Калуге ранены водитель и пассажир.", ["casualties ?/2/?"]),
        ("В Калуге женщина и двое детей ранены.", ["casualties ?/3/2"]),
        ("В Калуге погибла женщина и двое детей ранены.", ["casualties 1/2/2"]),
        ("В Калуге ранены проводница и двое пассажиров.", ["casualties ?/3/?"]),
        ("В Калуге погибла девочка, её мама и бабушка ранены.", ["casualties 1/2/1"]),
        ("В Калуге водитель с осколочными ранениями доставлен в больницу.", ["casualties ?/1/?"]),
        ("В Калуге пострадавших и возгораний нет.", ["no_casualties 0/0/0"]),
        ("В Калуге пострадавших двое, возгораний нет.", ["casualties ?/2/?"]),
        ("В Калуге обошлось без жертв и разрушений.", ["no_casualties 0/?/?", "no_damage"]),
    ],
)
def test_people(said: Said, text: str, expected: list[str]) -> None:
    assert [line.removesuffix(f" {KALUGA}") for line in said(DRONE + text)[1:]] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("В Донецке Ростовской области, а не в столице ДНР, ночью сбит дрон.", ["downed 1 uav @gn:565348"]),
        ("В Калуге дрон ударил по складу колхоза имени Кирова.", [f"hit 1 uav {KALUGA}"]),
        ("В Калуге дрон ударил по подстанции «Луч».", [f"hit 1 uav {KALUGA}"]),
        ("В Раменском осколками дрона выбило окна.", ["debris uav @gn:502965", "damage 'windows' @gn:502965"]),
        ("Ночью в Калуге беспилотники атаковали базу. ВОРОНЕЖ: СБИТО 3 БПЛА — ГУСЕВ", ["downed 3 uav @gn:472045"]),
    ],
)
def test_places(said: Said, text: str, expected: list[str]) -> None:
    assert said(text)[-len(expected) :] == expected


def test_listed_weapons_are_counted_each(said: Said) -> None:
    text = "За сутки над Крымом сбили восемь управляемых авиабомб, крылатую ракету «Нептун» и 87 беспилотников."
    assert [line.split(" @")[0] for line in said(text)] == [
        "downed 8 guided_bomb",
        "downed 1 cruise_missile",
        "downed 87 uav",
    ]


def test_another_one_is_no_repeat(said: Said) -> None:
    text = "Дрон ударил по дому в Калуге. Ещё один дрон ударил по гаражу в Калуге."
    assert said(text) == [f"hit 1 uav {KALUGA}"] * 2
    assert said("Дрон ударил по дому в Калуге. Дрон ударил по дому в Калуге.") == [f"hit 1 uav {KALUGA}"]


def test_what_is_said_behind_a_denial_is_not_denied(said: Said) -> None:
    text = "Губернатор опроверг сообщения о прилёте по ТЭЦ в Калуге: «Ни один объект не пострадал». Сбит дрон."
    assert f"no_damage {KALUGA}" in said(text)
    assert any(line.endswith("~denied") for line in said(text))
    assert not any("~denied" in line for line in said("Дроны над Калугой сбиты. Ни один дом не пострадал."))
