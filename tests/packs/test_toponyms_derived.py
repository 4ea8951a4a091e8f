"""Names derived by rule: communities from towns, lands from districts; nothing where the rule is not sure."""

import pytest

from skyledger.packs.toponyms_derived import community_adjective, land_of


@pytest.mark.parametrize(
    ("town", "adjective"),
    [
        ("Краснопілля", "краснопільський"),
        ("Велика Писарівка", "великописарівський"),
        ("Курахове", "курахівський"),
        ("Ізюм", "ізюмський"),
        ("Балаклія", "балаклійський"),
        ("Зеленодольськ", "зеленодольський"),
        ("Шостка", ""),
        ("Середина-Буда", ""),
    ],
)
def test_a_community_takes_its_adjective_from_its_town(town: str, adjective: str) -> None:
    assert community_adjective(town) == adjective


@pytest.mark.parametrize(
    ("district", "land"),
    [("Уманський", "Уманщина"), ("Кременчуцький", "Кременчуччина"), ("Криворізький", ""), ("Харківський", "")],
)
def test_a_district_gives_its_land_a_name_unless_that_is_the_region(district: str, land: str) -> None:
    assert land_of(district) == land
