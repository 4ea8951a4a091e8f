"""Numbers that count nothing: the hour behind "at", digits that name a train or a flat; who else was late."""

from collections.abc import Callable

import pytest

Said = Callable[[str], list[str]]


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("The drones came at three. A mechanic was hurt in Sumy.", ["casualties ?/1/? @gn:692194"]),
        (
            "Trains were held at Lozova after the drone strike; eight more left late.",
            ["hit uav @gn:702760", "other_effect 8 'train delays' @gn:702760"],
        ),
        (
            "A drone hit Sumy. Twelve were carried out on ladders; a nurse is still being sought.",
            [
                "hit 1 uav @gn:692194",
                "other_effect 12 person 'rescued' @gn:692194",
                "other_effect 1 person 'missing' @gn:692194",
            ],
        ),
        (
            "A drone hit Syzran, it cut the gas to the street.",
            ["hit 1 uav @gn:484972", "other_effect 'gas' @gn:484972"],
        ),
    ],
)
def test_hours_and_names_are_no_counts(said: Said, text: str, claims: list[str]) -> None:
    assert said(text) == claims


def test_trains_with_numbers_hit_nobody(said: Said) -> None:
    claims = said("Trains 45 and 46 were held at Lozova after the drone strike.")
    assert not [c for c in claims if "45" in c or "46" in c]
