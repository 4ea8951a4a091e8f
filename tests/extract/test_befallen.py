"""People under unknown nouns, losses borne out by their thing, lists without a verb, who was moved and saved."""

from collections.abc import Callable

import pytest

Said = Callable[[str], list[str]]


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("A missile hit Sumy. Three usherettes died.", ["hit 1 missile @gn:692194", "casualties 3/?/? @gn:692194"]),
        ("A missile hit Sumy. One upholsterer is dead.", ["hit 1 missile @gn:692194", "casualties 1/?/? @gn:692194"]),
        ("Drones attacked Chuhuiv. We lost two people.", ["attack uav @gn:710374", "casualties 2/?/? @gn:710374"]),
        ("Drones attacked Chuhuiv. Nine people suffered.", ["attack uav @gn:710374", "casualties ?/9/? @gn:710374"]),
        (
            "Drones attacked Chuhuiv. The clinic received 12 patients.",
            ["attack uav @gn:710374", "casualties ?/12/? @gn:710374"],
        ),
        (
            "Drones attacked Sumy. Two outbuildings lost. A minibus and four flats suffered.",
            [
                "attack uav @gn:692194",
                "damage 2 building 'outbuilding' @gn:692194",
                "damage 1 vehicle 'bus' @gn:692194",
                "damage 4 apartment 'apartment' @gn:692194",
            ],
        ),
        (
            "A drone hit the grid of Sumy. Customers switched off: 4,740. Flats beyond use: nine.",
            [
                "hit 1 uav @gn:692194",
                "power_outage 4740 customer @gn:692194",
                "damage 9 apartment 'apartment' @gn:692194",
            ],
        ),
        (
            "Drones attacked Sumy: minus two cars, a fence.",
            ["attack uav @gn:692194", "damage 2 vehicle 'car' @gn:692194", "damage 1 other 'fence' @gn:692194"],
        ),
        (
            "Debris fell on Gelendzhik: twelve windows and a car.",
            [
                "debris @gn:561667",
                "damage 12 other 'windows' @gn:561667",
                "damage 1 vehicle 'car' @gn:561667",
            ],
        ),
        (
            "A drone hit Sumy. From under the slabs the men lifted two women. They got five out by a ladder.",
            [
                "hit 1 uav @gn:692194",
                "other_effect 2 person 'rescued' @gn:692194",
                "other_effect 5 person 'rescued' @gn:692194",
            ],
        ),
        (
            "A drone hit Sumy. 400 people, including 57 children, were taken out of the danger zone.",
            ["hit 1 uav @gn:692194", "other_effect 400 person 'evacuation' @gn:692194"],
        ),
    ],
)
def test_what_befell_people_and_things(said: Said, text: str, claims: list[str]) -> None:
    assert said(text) == claims


@pytest.mark.parametrize(
    "text",
    [
        "Drones attacked Sumy. Two engines died.",
        "Drones attacked Sumy. The army lost 1,200 soldiers. Our team lost two players.",
        "Drones attacked Sumy. Residents suffered delays. The court received 12 people.",
        "Drones attacked Sumy. Two cars lost control. It was minus two degrees.",
        "Drones attacked Sumy. Shelters: 12 schools and 4 blocks are open.",
    ],
)
def test_engines_armies_and_temperatures_harm_nobody(said: Said, text: str) -> None:
    assert [c for c in said(text) if c.startswith(("casualties", "damage"))] == []
