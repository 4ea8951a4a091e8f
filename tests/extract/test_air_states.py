"""Airports whose state is told by what is done with aircraft, notices, and where flights went instead."""

from collections.abc import Callable

import pytest

Said = Callable[[str], list[str]]


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        (
            "Vnukovo did not receive or dispatch aircraft between 00:15 and 05:10, Rosaviatsia said.",
            ["airspace_closure @UUWW"],
        ),
        (
            "Kazan and Nizhnekamsk airports let no one land or take off for three hours, Rosaviatsia said.",
            ["airspace_closure @UWKD", "airspace_closure @UWKE"],
        ),
        (
            "Lublin and Rzeszow airports were off limits to civil aircraft because of the drones.",
            ["airspace_closure @EPLB", "airspace_closure @EPRZ"],
        ),
        ("Volgograd airport is receiving and dispatching aircraft again.", ["airspace_reopening @URWW"]),
        (
            "Saratov airport shut its gates to flights at 02:10; it let planes in again at 06:20.",
            ["airspace_closure @UWSG", "airspace_reopening @UWSG"],
        ),
        (
            "Аэропорт Стригино дважды переставал принимать рейсы и лишь утром заработал в штатном режиме.",
            ["airspace_closure @UWGG", "airspace_reopening @UWGG"],
        ),
        ("Внуково никого не принимало и не выпускало с 01:10 до 04:35.", ["airspace_closure @UUWW"]),
        ("Ковёр в Пензе сняли в 05:40.", ["airspace_reopening @UWPP"]),
        (
            "Внуково, Домодєдово й Шереметьєво, за словами Росавіації, простояли з 00:20 до 05:40.",
            ["airspace_closure @UUWW", "airspace_closure @UUDD", "airspace_closure @UUEE"],
        ),
        ("Летовище Ейндговена до ранку нікого не приймало через дрони.", ["airspace_closure @EHEH"]),
        ("Аеропорт Казані знову приймає і відправляє літаки.", ["airspace_reopening @UWKD"]),
        ("UUWW AD CLSD 2300-0410 UTC DUE UAV.", ["airspace_closure @UUWW"]),
    ],
)
def test_a_state_told_by_what_is_done_with_aircraft(said: Said, text: str, claims: list[str]) -> None:
    assert said(text) == claims


@pytest.mark.parametrize(
    "text",
    [
        "Шереметьево работает по согласованию с соответствующими органами.",
        "Vnukovo and Domodedovo receive flights by agreement.",
        "Vnukovo did not close and flights landed as usual.",
        "The shop at Vnukovo airport stopped selling souvenirs.",
        "Аэропорт Кольцово не принимал рейсы из-за снегопада.",
    ],
)
def test_no_state_is_told(said: Said, text: str) -> None:
    assert said(text) == []


@pytest.mark.parametrize(
    ("text", "diversions"),
    [
        (
            "URSS CLSD 0200-0615 LT. 9 ARR DIVERTED: 5 TO URMM, 4 TO URMO.",
            ["diversion 9 flight @URSS total", "diversion 5 @URSS >URMM part", "diversion 4 @URSS >URMO part"],
        ),
        (
            "Seven arriving aircraft set course for Hamburg and Aalborg instead of Billund.",
            ["diversion 7 flight @EKBI >EDDH >EKYT"],
        ),
        (
            "A flight from Antalya, due in Izhevsk, ended in Chelyabinsk after the airport was closed.",
            ["diversion 1 flight @USII >USCC"],
        ),
        ("Два борта из Хургады посадили в Казани: Стригино закрыт.", ["diversion 2 flight @UWGG >UWKD"]),
        ("27 літаків розлетілися по запасних летовищах, бо Внуково закрили.", ["diversion 27 @UUWW"]),
    ],
)
def test_where_flights_went_is_not_what_was_closed(said: Said, text: str, diversions: list[str]) -> None:
    assert [line for line in said(text) if line.startswith("diversion")] == diversions
