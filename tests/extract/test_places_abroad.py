"""Towns of other wars: where it happened, not the everyday word, and not the government that sits there."""

from collections.abc import Callable

import pytest

Said = Callable[[str], list[str]]


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("Two drones hit a depot in Port Sudan on Tuesday.", ["hit 2 uav @gn:377039"]),
        ("Над Лахором сбиты три беспилотника.", ["downed 3 uav @gn:1172451"]),
        ("Над Ербілем збито два безпілотники.", ["downed 2 uav @gn:95446"]),
        ("Islamabad claims 77 Indian drones were shot down.", ["downed 77 uav"]),
        ("Газа нет в 40 домах после атаки дронов.", ["other_effect 40 building 'gas'"]),
    ],
)
def test_a_town_of_another_war(said: Said, text: str, claims: list[str]) -> None:
    assert said(text) == claims
