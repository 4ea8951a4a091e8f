"""Alerts that come back, a day told in the nominative, bodies by an adjective, boats that are drones."""

from collections.abc import Callable

import pytest

Said = Callable[[str], list[str]]


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        (
            "Ніжин. Тривогу ввімкнули о 02:11, відбій о 04:58, потім знову о 05:20.",
            ["declared @gn:699942", "lifted @gn:699942", "declared @gn:699942"],
        ),
        (
            "В Курске тревогу объявили в 2:10, отменили в 3:40 и снова объявили тишину.",
            ["declared @gn:538560", "lifted @gn:538560"],
        ),
    ],
)
def test_an_alert_comes_back_with_an_hour_of_its_own(said: Said, text: str, claims: list[str]) -> None:
    assert said(text) == claims


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("Біля Одеси знищено три катери-дрони.", "downed 3 sea_drone @gn:698740"),
        ("Під Новоросійськом знищено два надводних дрони.", "downed 2 sea_drone @gn:518255"),
        ("Біля Одеси збито три дрони.", "downed 3 uav @gn:698740"),
    ],
)
def test_boats_that_are_drones(said: Said, text: str, claim: str) -> None:
    assert said(text) == [claim]
