"""Airports that lie still, flights told by their crews, things told by the state they are in, lists that lack heat."""

from collections.abc import Callable

import pytest

Said = Callable[[str], list[str]]


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("Drones came. Kaluga airport was idle until 7:40.", ["airspace_closure @UUBC"]),
        ("Kaluga airport turned traffic away from 4:15 until 7:10.", ["airspace_closure @UUBC"]),
        (
            "The pause at Kaluga airport, which began at 02:10, ended at 06:05.",
            ["airspace_closure @UUBC", "airspace_reopening @UUBC"],
        ),
        ("Drones came. The shop at Kaluga airport was idle.", []),
    ],
)
def test_airports_lie_still(said: Said, text: str, claims: list[str]) -> None:
    assert said(text) == claims


def test_crews_stand_for_their_flights(said: Said) -> None:
    text = "Kaluga airport was closed at 02:15. Nine crews chose other fields: five went to Kazan and four to Samara."
    assert said(text) == [
        "airspace_closure @UUBC",
        "diversion 9 @UUBC total",
        "diversion 5 @UUBC >UWKD part",
        "diversion 4 @UUBC >UWWW part",
    ]


def test_the_airport_that_flights_were_meant_for_is_shut(said: Said) -> None:
    text = (
        "Passengers of 37 flights bound for Sochi spent the morning in Kazan after the resort's airport stopped work."
    )
    assert said(text) == ["diversion 37 flight @URSS >UWKD", "airspace_closure @URSS"]


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("fourteen flights never left at all, another 60-odd departures ran late.", ["14", "54-66"]),
        ("around 30 flights felt it.", ["27-33"]),
        ("the mayor never left, twelve voters felt it.", []),
    ],
)
def test_flights_that_felt_it(said: Said, text: str, claims: list[str]) -> None:
    found = said(f"Munich airport was shut over drones; {text}")
    assert [line.split()[1] for line in found if line.startswith("other_effect")] == claims


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("Our shed is no more.", ["1 building"]),
        ("58 homes are beyond habitation.", ["58 building 'house'"]),
        ("Two cars are now scrap.", ["2 vehicle 'car'"]),
        ("A crane lies on its side.", ["1 vehicle"]),
        ("A power line has been severed.", ["1 other 'power line'"]),
        ("Две машины восстановлению не подлежат.", ["2 vehicle 'car'"]),
        ("Дві хати під знесення.", ["2 building 'house'"]),
        ("The church is no more than a mile away.", []),
        ("Two men lie on their sides.", []),
    ],
)
def test_ruin_is_a_state(said: Said, text: str, claims: list[str]) -> None:
    found = [line.split(" @")[0] for line in said(f"Drones attacked Orikhiv. {text}")]
    assert [line.removeprefix("damage ") for line in found if line.startswith("damage")] == claims


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        (
            "After a drone strike 521 blocks, 47 nurseries and nine hospitals in Kharkiv have no heat.",
            ["521", "47", "9"],
        ),
        ("После удара дрона в Харькове 300 домов, 12 школ и две больницы остались без отопления.", ["300", "12", "2"]),
        ("Після удару дрона в Харкові 300 будинків і 12 шкіл залишилися без тепла.", ["300", "12"]),
        ("After a drone strike in Kharkiv five people were hurt, 12 houses have no heat.", ["12"]),
    ],
)
def test_lists_that_lack_heat(said: Said, text: str, numbers: list[str]) -> None:
    assert [line.split()[1] for line in said(text) if line.startswith("other_effect")] == numbers
