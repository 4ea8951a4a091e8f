"""English that leaves words out: "another was jammed", figures behind headings, asides that say who speaks."""

import pytest

from skyledger.packs import Packs

from .saying import a_text, read_claims, say


def told(text: str, packs: Packs) -> list[str]:
    """Return what the claims of a text say, without their places."""
    return [say(c).split(" @")[0] for c in read_claims(a_text(text), packs)[1].claims]


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("A drone hit a silo in Balakliia; another was shot down on approach.", ["hit 1 uav", "downed 1 uav"]),
        ("One Shahed hit a school in Sumy, the other was jammed.", ["hit 1 uav", "suppressed 1 uav"]),
        ("A drone was brought down near Klin. A house was destroyed by fire, another was damaged.", ["downed 1 uav"]),
        ("Wreckage of a drone, it said, landed in the yard of a school in Tuapse.", ["debris uav"]),
        ("Seven drones, the ministry said, were shot down over Tver region.", ["downed 7 uav"]),
        ("Two Shaheds came our way in Sumy and both were brought down by mobile fire groups.", ["downed 2 uav"]),
        ("Shot down over Tula: 8. Over Klin: 3. Those were drones.", ["downed 8 uav", "downed 3 uav"]),
        ("Drones over Sumy region. Downed: 7. Suppressed: 4.", ["downed 7 uav", "suppressed 4 uav"]),
    ],
)
def test_what_is_left_out(text: str, claims: list[str], packs: Packs) -> None:
    found = told(text, packs)
    assert [c for c in found if c.split()[0] in ("hit", "downed", "suppressed", "debris", "other_effect")] == claims


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("Six drones were shot down over Tula, and fragments fell on a school.", ["downed 6 uav", "debris uav"]),
        (
            "Three drones were shot down over Voronezh region, their remains landing on a football pitch in Liski.",
            ["downed 3 uav", "debris uav"],
        ),
        ("Three drones were shot down over Tver region; the debris is being examined by police.", ["downed 3 uav"]),
        ("Two drones dropped off radar over Cherkasy region without consequences.", ["lost 2 uav"]),
        ("Six boats came, four of them sea drones; two went dead off Yalta when jammed.", []),
        ("Downed over Tula: six drones. Blinded by jamming near Klin: two.", ["downed 6 uav", "suppressed 2 uav"]),
        ("Russia launched 40 one-way drones at Odesa region.", ["launched 40 uav"]),
    ],
)
def test_what_machines_underwent(text: str, claims: list[str], packs: Packs) -> None:
    found = told(text, packs)
    assert not any(c.startswith(("casualties", "no_damage")) for c in found)
    assert not claims or found == claims


def test_nobody_hurt_by_another_strike(packs: Packs) -> None:
    text = "A man hurt by a drone in Shebekino died. An FPV drone blew up beside a van in Rylsk. Nobody was hurt."
    assert any(c.startswith("no_casualties") for c in told(text, packs))
