"""Things told by the part they lost or were pierced through; halves of the number before; dry taps, dead sockets."""

from collections.abc import Callable

import pytest

Said = Callable[[str], list[str]]


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("Blast took the glass out of 30 flats and two clinics in Kherson.", ["30 apartment", "2 building"]),
        ("A Shahed went clean through the roof of a chapel in Kherson.", ["1 building"]),
        ("The raid left a shop in Kherson without its windows.", ["1 building"]),
        ("Workers took the old glass to a depot.", []),
    ],
)
def test_parts_lost(said: Said, text: str, claims: list[str]) -> None:
    found = [
        line.removeprefix("damage ").split(" @")[0].split(" '")[0] for line in said(f"Drones attacked Kherson. {text}")
    ]
    assert [line for line in found if line[0].isdigit()] == claims


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("Russia fired 18 missiles at Kyiv and half of them were intercepted.", ["downed 9 missile @UA-30"]),
        ("Россия выпустила 18 ракет по Киеву, половина из них сбита.", ["downed 9 missile @UA-30"]),
        ("Russia fired 17 missiles at Kyiv and half of them were intercepted.", []),
        ("Russia fired 18 missiles and 40 drones at Kyiv and half of them were intercepted.", []),
        ("Russia fired 18 missiles at Kyiv and almost half of them were intercepted.", []),
    ],
)
def test_half_of_them(said: Said, text: str, claims: list[str]) -> None:
    assert [line for line in said(text) if line.startswith("downed") and any(c.isdigit() for c in line[:9])] == claims


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("6,400 customers woke up to dead sockets.", ["power_outage"]),
        ("Taps have been dry since morning.", ["other_effect"]),
        ("Four houses can no longer be lived in.", ["damage"]),
        ("The market hall is a blackened shell.", ["fire"]),
        ("Smoke still rises from the oil depot.", ["fire"]),
    ],
)
def test_states_of_a_town(said: Said, text: str, kinds: list[str]) -> None:
    assert [line.split()[0] for line in said(f"Drones attacked Kherson. {text}")][1:] == kinds
