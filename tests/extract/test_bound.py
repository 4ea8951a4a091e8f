"""Flights that came down elsewhere, by whatever verb: what they were meant for and where they went say so."""

from collections.abc import Callable

import pytest

Said = Callable[[str], list[str]]


def diversions(said: Said, text: str) -> list[str]:
    """Return the diversions a text tells of."""
    return [line for line in said(text) if line.startswith("diversion")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Two flights inbound to Kazan ended their journey in Ufa after a drone attack.",
            ["diversion 2 flight @UWKD >UWUU"],
        ),
        (
            "Alternates accepted six flights meant for Domodedovo during the drone attack.",
            ["diversion 6 flight @UUDD"],
        ),
        (
            "Девять рейсов, направлявшихся в Кишинёв, приняли Яссы из-за залетевшего дрона.",
            ["diversion 9 flight @LUKK"],
        ),
        (
            "Через загрозу дронів чотири літаки, що прямували до Кишинева, сіли в Яссах.",
            ["diversion 4 @LUKK >LRIA"],
        ),
        (
            "За ночь из-за атаки БПЛА на запасные аэродромы направлены 19 воздушных судов, прибывавших в Сочи.",
            ["diversion 19 flight @URSS"],
        ),
    ],
)
def test_what_was_meant_for_one_airport_and_came_down_at_another(said: Said, text: str, expected: list[str]) -> None:
    assert diversions(said, text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Three flights bound for Kazan landed in Ufa because of fog; a drone had hit a plant there in May.",
        "The flight from Moscow to Kazan landed on time after the drone attack.",
        "Рейс из Казани сел в Самаре из-за шумного пассажира.",
        "Дрони летіли на Київ і впали в Борисполі.",
    ],
)
def test_weather_passengers_and_drones_divert_nothing(said: Said, text: str) -> None:
    assert diversions(said, text) == []
