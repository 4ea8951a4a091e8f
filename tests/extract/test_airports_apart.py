"""Airports told each by its hours, skies told by their country, and what no single airport's hours may claim."""

from collections.abc import Callable

import pytest

Said = Callable[[str], list[str]]


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        (
            "Росавіація: Казань не приймала бортів із 22:10 до 04:40, Уфа й Самара — з опівночі до третьої, "
            "а Нижньокамськ відчинили о 06:15.",
            ["airspace_closure @UWKD", "airspace_closure @UWUU", "airspace_closure @UWWW", "airspace_reopening @UWKE"],
        ),
        (
            "Росавиация: Тамбов не принимал рейсы с 00:40 до 04:15, Липецк – с двух до пяти.",
            ["airspace_closure @UUOT", "airspace_closure @UUOL"],
        ),
        (
            "Внуково закрыто с 01:30. Домодедово – с 01:45. На запасные ушли 14 бортов.",
            ["airspace_closure @UUWW", "airspace_closure @UUDD", "diversion 14 flight"],
        ),
        (
            "Temporary restrictions on flights, Moscow time, 11 December.\n"
            "Kaluga (Grabtsevo): introduced at 01:05, lifted at 05:50.\nSochi: still in force since 03:40.\n"
            "While they applied, nine crews went to alternate airfields.",
            ["airspace_closure @UUBC", "airspace_reopening @UUBC", "airspace_closure @URSS", "diversion 9"],
        ),
        ("Від 21:45 до 23:05 небо на півдні Румунії було зачинене через дрони.", ["airspace_closure @RO"]),
        (
            "Кишинёв. Ночью воздушное пространство республики закрывали с 22:43 до 23:58, "
            "рейсы из Осло и Вены сели в Яссах.",
            ["airspace_closure @MD", "diversion @LUKK >LRIA"],
        ),
        ("Vnukovo slammed its runways shut at 03:15, rejecting all flights.", ["airspace_closure @UUWW"]),
        ("Дроны сбиты на подлёте. «Ковёр» с часа ночи действует в Ульяновске, рейсы ждут.", ["airspace_closure @UWLL"]),
    ],
)
def test_it_is_read_airport_by_airport(said: Said, text: str, claims: list[str]) -> None:
    found = [c for c in said(text) if c.startswith(("airspace", "diversion"))]
    assert sorted(found) == sorted(claims)


@pytest.mark.parametrize(
    "text",
    [
        "Казань не принимала беженцев с 22:10 до 04:40, рейсы шли по графику.",
        "Внуково откроют в 06:00, Домодедово – в 07:00.",
        "Ограничения на продажу алкоголя. Самара: действуют с 22:00. Рейсы не отменялись.",
        "Kaluga: introduced at 01:05 a new bus route to the airport.",
    ],
)
def test_hours_of_something_else_close_no_airport(said: Said, text: str) -> None:
    assert [c for c in said(text) if c.startswith("airspace")] == []


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        (
            "Residents of Tulcea county received an alert on their phones at 01:34 as drones approached.",
            ["declared @RO-TL"],
        ),
        ("Повіт Тулча о 00:46 отримав на телефони сигнал RO-Alert через дрони.", ["declared @RO-TL"]),
        ("No RO-Alert message was issued after the drone fell in Tulcea county.", []),
        ("Жители Тулчи получили оповещение на телефоны о грозе, дронов не было.", []),
    ],
)
def test_phones_tell_of_alerts(said: Said, text: str, claims: list[str]) -> None:
    assert [c for c in said(text) if c.startswith("declared")] == claims


def test_flights_sent_elsewhere_could_not_land_where_it_is_shut(said: Said) -> None:
    assert "diversion 12 flight @ULLI" in said("Pulkovo was closed from 02:00, sending a dozen flights elsewhere.")
    assert "airspace_closure @UWKD" in said("У Казані збито дрон, ще один упав біля Зеленодольська. Аеропорт закрито.")
    text = "Над Череповцом сбиты три БПЛА. Опасность отменена в 9:05, аэропорт открыт."
    assert "airspace_reopening @ULWC" in said(text)
