"""Ages between commas, parts of the body, rows behind a colon; what underwent a blow in the air."""

import pytest

from skyledger.packs import Packs

from .saying import a_text, read_claims, say


def told(text: str, packs: Packs) -> list[str]:
    """Return what the claims of a text say, without strikes that are only the cause."""
    return [say(c) for c in read_claims(a_text(text), packs)[1].claims]


@pytest.mark.parametrize(
    ("text", "harm"),
    [
        ("A grandmother, 71, and her grandson, 6, were wounded by a drone in Stepnohirsk.", "?/2/1"),
        ("A woman of 33, her mother, 60, and her son, 5, were injured by a drone in Kherson.", "?/3/1"),
        ("A man, 50, was killed and his wife, 49, injured by a drone in Kherson.", "1/1/?"),
        ("Drones hit Lozova: five people aged 17 to 71 are in the hands of doctors.", "?/5/?"),
        ("A drone hit a van in Sumy: its driver died and two loaders travelling with him were injured.", "1/2/?"),
        ("Killed by the missile in Dobropillia: two miners and a nurse; injured: eight.", "3/8/?"),
        ("A conductor fractured her elbow diving for cover from a drone in Sumy.", "?/1/?"),
        ("A priest hurt in the drone attack on Graivoron has died in hospital.", "1/?/?"),
        ("A drone wounded two men in Nikopol; another was killed.", "1/2/?"),
        ("A drone killed one woman in Nikopol and wounded another.", "1/1/?"),
        ("One drone wounded a nurse in Nikopol; another killed two dogs.", "?/1/?"),
        ("A drone killed a farmer in Izium; a nurse and two neighbours were hurt.", "1/3/?"),
    ],
)
def test_people_told_in_asides(text: str, harm: str, packs: Packs) -> None:
    found = [c for c in told(text, packs) if c.startswith("casualties")]
    assert [c.split()[1] for c in found] == [harm]


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("Five drones were hit over Kaluga region by gunners.", ["downed 5 uav @RU-KLU"]),
        ("Four sea drones were blown to splinters off Yalta.", ["downed 4 sea_drone"]),
        ("Two drones breached a depot in Ryazan.", ["hit 2 uav"]),
        ("Two drones were rammed into a depot in Kaluga.", ["hit 2 uav @gn:553915"]),
        ("Two mines and a sea drone were blown up by sappers near Odesa.", []),
        ("The enemy attacked with 73 Shahed drones and with one Iskander-M from Crimea.", ["73 uav", "1 ballistic"]),
        ("Of the 80 drones and five missiles sent at Ukraine, 71 and three respectively were downed.", ["71", "3 "]),
        ("A combined missile and drone strike on Kyiv began at two.", ["attack unknown @UA-30"]),
        ("One woman was brought out dead from the rubble after the bomb strike on Izium.", ["casualties 1/?/?"]),
        ("Nobody came to grief in the drone attack on Penza.", ["no_casualties 0/0/0 @gn:511565"]),
    ],
)
def test_blows_and_rows(text: str, claims: list[str], packs: Packs) -> None:
    found = told(text, packs)
    assert all(any(claim in said for said in found) for claim in claims)
    assert claims or not found
    assert not any("rescued" in said or "attack 1" in said for said in found)
