"""Airports closed and opened again, flights sent elsewhere; alerts."""

from collections.abc import Callable

import pytest

Said = Callable[[str], list[str]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Закрыт аэропорт Калуга.", ["airspace_closure @UUBC"]),
        ("В аэропорту Калуги введены временные ограничения на приём и выпуск самолётов.", ["airspace_closure @UUBC"]),
        (
            "Аэропорты Калуга, Пенза и Саратов временно закрыты.",
            ["airspace_closure @UUBC", "airspace_closure @UWPP", "airspace_closure @UWSG"],
        ),
        ("Аэропорт Внуково закрыт с 23:10 до 04:30 мск.", ["airspace_closure @UUWW"]),
        ("Московские аэропорты Внуково и Домодедово закрыты.", ["airspace_closure @UUWW", "airspace_closure @UUDD"]),
        ("Vnukovo and Domodedovo airports suspended flights.", ["airspace_closure @UUWW", "airspace_closure @UUDD"]),
        ("Copenhagen Airport was closed.", ["airspace_closure @EKCH"]),
        ("У Казані аеропорт призупинив роботу.", ["airspace_closure @UWKD"]),
        ("The airport of Kazan reopened at dawn.", ["airspace_reopening @UWKD"]),
        ("Аэропорт Калуги возобновил работу.", ["airspace_reopening @UUBC"]),
        ("В аэропорту Калуги сняты ограничения.", ["airspace_reopening @UUBC"]),
        ("Ограничения сняты, аэропорт Калуги открыт.", ["airspace_reopening @UUBC"]),
        ("Все аэропорты Москвы закрыты.", ["airspace_closure @RU-MOW"]),
    ],
)
def test_closures_and_reopenings(said: Said, text: str, expected: list[str]) -> None:
    assert said(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Магазин в Калуге закрыт на ремонт.",
        "Дорога под Тулой закрыта.",
        "The school was closed.",
        "Аэропорт Калуги не закрывали.",
        "Аэропорт Калуги будет закрыт на ремонт весной.",
        "Введены ограничения на продажу алкоголя.",
        "Обмеження на продаж пального знято.",
    ],
)
def test_what_closes_no_airport(said: Said, text: str) -> None:
    assert said(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Из Шереметьево 12 рейсов перенаправлены в Пулково.", "diversion 12 flight @UUEE >ULLI"),
        ("Ten flights bound for Vnukovo were diverted to Kazan.", "diversion 10 flight @UUWW >UWKD"),
    ],
)
def test_a_diversion_sits_where_the_flight_could_not_land(said: Said, text: str, expected: str) -> None:
    assert said(text) == [expected]


def test_where_flights_went_is_not_closed(said: Said) -> None:
    lines = said("Аэропорт Внуково закрыт, 10 рейсов перенаправлены в Казань.")
    assert "airspace_closure @UUWW" in lines
    assert not any(line.startswith("airspace_closure @UWKD") for line in lines)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("В Харькове объявлена воздушная тревога.", ["declared @gn:706483"]),
        ("В Тульской области объявлена ракетная опасность.", ["declared @RU-TUL"]),
        ("У Харкові оголошено повітряну тривогу.", ["declared @gn:706483"]),
        ("Air raid alert in Kyiv and Chernihiv regions.", ["declared @UA-32", "declared @UA-74"]),
        ("Відбій повітряної тривоги у Києві.", ["lifted @UA-30"]),
        ("Отбой воздушной тревоги в Харькове.", ["lifted @gn:706483"]),
        ("The all clear was given in Kyiv.", ["lifted @UA-30"]),
    ],
)
def test_alerts_one_for_each_place(said: Said, text: str, expected: list[str]) -> None:
    assert said(text) == expected


@pytest.mark.parametrize("text", ["Учебная тревога в Туле.", "В Туле пройдёт проверка сирен, будет воздушная тревога."])
def test_a_drill_is_no_alert(said: Said, text: str) -> None:
    assert said(text) == []


def test_an_alert_is_no_attack(said: Said) -> None:
    assert not any(line.startswith(("attack", "hit", "downed")) for line in said("В Туле угроза атаки БПЛА."))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Аэропорт Калуги приостановил полёты из-за дронов.", ["airspace_closure @UUBC"]),
        ("Летовище Вільнюса завмерло через дрони.", ["airspace_closure @EYVI"]),
        ("Поезда под Калугой приостановили движение из-за дронов.", ["other_effect 'train delays'"]),
        ("Табло пестрит, но аэропорты Калуги и Тулы открыты.", []),  # nothing was closed before
    ],
)
def test_a_plain_verb_needs_flights_or_an_airport_beside_it(said: Said, text: str, expected: list[str]) -> None:
    assert said(text) == expected


def test_flights_that_land_elsewhere_are_diverted_where_an_airport_was_closed(said: Said) -> None:
    text = "Pulkovo airport was closed because of drones; three planes went to Kazan, one to Orenburg."
    assert said(text) == [
        "airspace_closure @ULLI",
        "diversion 3 flight @ULLI >UWKD",
        "diversion 1 @ULLI >UWOO",
    ]
    assert said("Пять рейсов сели в Каунасе.") == []
