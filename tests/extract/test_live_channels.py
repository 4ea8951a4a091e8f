"""Short posts of channels that watch the sky: what was shot down, launched or heard, and what only flies on."""

from collections.abc import Callable

import pytest

Said = Callable[[str], list[str]]


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("По ракеті біля Сміли мінус\nБіля Умані 5 шахедів та 4 КР, буде гучно", ["downed 1 missile @gn:693457"]),
        ("По ракетах на Кропивницький мінус\n10 КР з Полтавщини на Черкащину", ["downed missile @gn:705812"]),
        ("Збито 2 шахеди.\nЩе 3 курсом на Умань", ["downed 2 uav"]),
        ("Збито 2 шахеди над Уманню.\nЩе 3 над Смілою", ["downed 2 uav @gn:690688", "downed 3 uav @gn:693457"]),
        ("Шахед біля Хорола - мінус", ["downed 1 uav @gn:706289"]),
    ],
)
def test_a_verdict_holds_for_its_line(said: Said, text: str, claims: list[str]) -> None:
    assert said(text) == claims


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("Пуски КАБ на Харківщину", ["launched guided_bomb @UA-63"]),
        ("Пуски керованих авіабомб на північ Сумщини", ["launched guided_bomb @UA-59"]),
        ("Сбросили КАБы на Белгородский район", ["launched guided_bomb @raion:RU-BEL-belgorodsky"]),
        ("Авиация выпустила КАБы по Сумской области", ["launched guided_bomb @UA-59"]),
        ("Пуски балістики з Брянська", ["launched ballistic_missile"]),
        ("Пуски Х-101 з повітряного простору Вологодської області", ["launched cruise_missile"]),
        ("Можливі пуски КАБ на Харківщину", []),
        ("Генштаб розповів про пуски ракет і їхню вартість у нашому великому матеріалі", []),
    ],
)
def test_bombs_let_go_at_a_place(said: Said, text: str, claims: list[str]) -> None:
    assert said(text) == claims


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("Загроза балістики з Криму", ["declared"]),
        ("Загроза балістики з Брянська для Чернігівської області", ["declared @UA-74"]),
        ("Суми — відбій", ["lifted @gn:692194"]),
        ("В нас скоро відбій", []),
        ("Доб'ють і буде відбій", []),
        ("Київ та область, до відбою в укриттях", []),
    ],
)
def test_where_the_threat_comes_from_and_what_is_awaited(said: Said, text: str, claims: list[str]) -> None:
    assert said(text) == claims


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("Вибух у Києві", ["other_effect 'explosions heard' @UA-30"]),
        ("Взрыв в Харькове", ["other_effect 'explosions heard' @gn:706483"]),
        ("Суми: вибухи", ["other_effect 'explosions heard' @gn:692194"]),
        ("У Хмельницькому чути вибухи", ["other_effect 'explosions heard' @gn:706369"]),
        ("Взрыв газа в Туле", []),
        ("Вибух у під'їзді в Києві, причину з'ясовують", []),
        ("Харків: 2 прильоти", ["hit 2 @gn:706483"]),
        ("По Новгород-Сіверському вдарили дроном", ["hit 1 uav @gn:699753"]),
        ("Прильот рейсу з Варшави: Київ чекає делегацію", []),
    ],
)
def test_heard_and_arrived(said: Said, text: str, claims: list[str]) -> None:
    assert said(text) == claims


@pytest.mark.parametrize(
    "text",
    [
        "БпЛА змінили курс на Київ",
        "Ракети змінили курс до Вознесенська",
        "4 борти Ту-95 здійснили посадку на Оленью",
        "1 балістика падає на Київ",
        "Залетіла група КР на Київщину, курс на Білу Церкву",
    ],
)
def test_what_flies_on_is_no_result(said: Said, text: str) -> None:
    assert not [c for c in said(text) if not c.startswith("sighting")]


def test_flights_that_change_course_are_diverted(said: Said) -> None:
    assert said("Из-за закрытия аэропорта Калуги три рейса сменили курс на Внуково.")


@pytest.mark.parametrize(
    "text",
    [
        "2 UAVs into Chernihiv region from Sumy region.",
        "3 drones into Sumy.",
        "1 БпЛА на Бориспіль. 2 БпЛА на Українку.",
        "Київщина:\n5 шахедів на Київ\n5 шахедів на Українку",
        "2 шахеда на Полтаву, 3 на аэродром Миргород курсом.",
        "3 шахеди на підльоті до НПЗ у Кременчуці.",
        "Ракета в направлении промзоны.",
        "Шахед біля НПЗ у Кременчуці.",
        "Ракета на НПЗ у Кременчуці.",
        "3 Shaheds on approach to the refinery in Kremenchuk.",
        "2 UAVs through the centre.",
    ],
)
def test_a_course_for_a_place_is_no_hit(said: Said, text: str) -> None:
    assert not any(line.startswith("hit") for line in said(text))
