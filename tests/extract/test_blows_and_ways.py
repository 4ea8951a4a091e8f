"""Strikes told by their number, by the way of what flew, in a bulletin's item, or by what was done to a thing."""

from collections.abc import Callable

import pytest

Said = Callable[[str], list[str]]


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        (
            "Kherson. Six hits since midnight. A school burned down.",
            ["hit 6 @gn:706448", "fire 1 building 'school' @gn:706448"],
        ),
        (
            "Mayor of Sumy: four arrivals at one address. Two people were wounded.",
            ["hit 4 @gn:692194", "casualties ?/2/? @gn:692194"],
        ),
        (
            "Chuhuiv district: seven attacks, three people hurt.",
            ["attack 7 @raion:UA-63-chuhuiv", "casualties ?/3/? @raion:UA-63-chuhuiv"],
        ),
        ("Sumy: a Shahed into the grain store.", ["hit 1 uav @gn:692194"]),
        ("Kherson. A drone through the roof of the library.", ["hit 1 uav @gn:706448"]),
        ("Sumy. Two missiles into the centre, one after the other.", ["hit 2 missile @gn:692194"]),
        ("Bilopillia – 4 KABs, one dead.", ["hit 4 guided_bomb @gn:712559", "casualties 1/?/? @gn:712559"]),
        (
            "Chuhuiv: two glide bombs, outbuilding gone.",
            ["hit 2 guided_bomb @gn:710374", "damage 'outbuilding' @gn:710374"],
        ),
        (
            "A heavy Shahed smashed the bakery in Sumy.",
            ["hit 1 uav @gn:692194", "damage 1 building @gn:692194"],
        ),
        (
            "Nine drones were shot down over Tula, one found a high-rise.",
            ["downed 9 uav @gn:480562", "hit 1 uav @gn:480562"],
        ),
        ("The enemy again struck our boiler house in Odesa.", ["hit @gn:698740"]),
        ("At half three a kamikaze ploughed into a club in Sumy.", ["hit 1 uav @gn:692194"]),
    ],
)
def test_strikes_without_a_plain_verb(said: Said, text: str, claims: list[str]) -> None:
    assert said(text) == claims


@pytest.mark.parametrize(
    "text",
    [
        "The band had five hits in Odesa and three albums.",
        "The union called three strikes by pilots in Kyiv this month.",
        "Toward Huliaipole there were 16 attacks, all repelled; two soldiers were wounded.",
        "A museum in Sumy shows a drone on a stand and two missiles on a truck.",
        "They carried a missile into the hall of the Sumy museum.",
        "Three arrivals were late in Kaliningrad, the airport said; one passenger was hurt by a trolley.",
        "A gas leak in Kharkiv: the bakery was hit by the blast and the school was hit as well.",
        "The bank was hit by sanctions in Kyiv.",
        "The team had seven hits in Kharkiv and lost.",
        "Five drones on the black market of Kyiv cost as much as a car.",
    ],
)
def test_songs_walkouts_shows_and_ground_fighting_are_no_strikes(said: Said, text: str) -> None:
    assert not [claim for claim in said(text) if claim.startswith(("hit", "attack"))]
