"""English as many hands write it: who is with the doctors, what stands open to the rain, who is missing."""

from collections.abc import Callable

import pytest

Said = Callable[[str], list[str]]


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        (
            "Drones attacked Sumy. Two port workers are with the surgeons. A guard is missing.",
            ["attack uav @gn:692194", "casualties ?/2/? @gn:692194", "other_effect 1 person 'missing' @gn:692194"],
        ),
        (
            "A drone hit a block in Sumy. One inhabitant has parted with life.",
            ["hit 1 uav @gn:692194", "casualties 1/?/? @gn:692194"],
        ),
        (
            "A drone hit a block in Sumy. Fifty tenants moved to the hotel. Two people were carried down by ladder.",
            [
                "hit 1 uav @gn:692194",
                "other_effect 50 person 'evacuation' @gn:692194",
                "other_effect 2 person 'rescued' @gn:692194",
            ],
        ),
        (
            "A drone hit the depot in Sumy; the pumps stand idle, the boiler house is cold and the wifi is dead.",
            [
                "hit 1 uav @gn:692194",
                "other_effect 'water' @gn:692194",
                "other_effect 'heating' @gn:692194",
                "other_effect 'mobile internet' @gn:692194",
            ],
        ),
        (
            "A drone hit a shop in Sumy. The two night workers walked away without a mark.",
            ["hit 1 uav @gn:692194", "no_casualties 0/0/0 @gn:692194"],
        ),
        (
            "The enemy struck our facility in Odesa again. Right now 43,500 families sit without light.",
            ["hit @gn:698740", "power_outage 43500 customer @gn:698740"],
        ),
        (
            "In Sumy the library is open to the rain after a drone hit it; nine cars in the yard are crushed.",
            ["damage 1 building @gn:692194", "hit 1 uav @gn:692194", "damage 9 vehicle 'car' @gn:692194"],
        ),
    ],
)
def test_states_tell_what_befell_people_and_things(said: Said, text: str, claims: list[str]) -> None:
    assert said(text) == claims


@pytest.mark.parametrize(
    "text",
    [
        "In Kazan the houses are open to the rain. Two climbers are missing in the mountains.",
        "Two singers of the Odesa opera moved to the hotel and slept in the gym.",
        "Two tourists are missing in the Carpathians after the avalanche.",
        "In Odesa a quarrel ended with a grenade: four people were taken to hospital with shrapnel wounds.",
        "The taps are dry in Odesa: the main is under repair until Friday.",
    ],
)
def test_such_states_without_an_attack_tell_nothing(said: Said, text: str) -> None:
    assert said(text) == []
