"""What airports did with aircraft, who was left without light, what houses lost: told in plain English."""

import pytest

from skyledger.packs import Packs

from .saying import a_text, read_claims, say


def told(text: str, packs: Packs) -> list[str]:
    """Return what the claims of a text say, without their places."""
    return [say(c).split(" @")[0] for c in read_claims(a_text(text), packs)[1].claims]


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("Drones were downed over Tula. Flying was halted at Kaluga from two to four.", ["airspace_closure"]),
        ("Drones attacked Udmurtia. Izhevsk airport let nobody in or out until three.", ["airspace_closure"]),
        ("Drones attacked Volgograd. Nothing landed at Volgograd airport until five.", ["airspace_closure"]),
        ("Drones attacked Perm. The bans at Perm airport have since been withdrawn.", ["airspace_reopening"]),
        ("Drones attacked Perm. Restrictions on flights at Perm airport no longer apply.", ["airspace_reopening"]),
        (
            "UWUU UFA: RESTRICTIONS ON ACFT ARR/DEP INTRODUCED 1655 LT, WITHDRAWN 1920 LT. 3 ACFT TO UWKD, 1 TO USCC.",
            ["airspace_closure", "airspace_reopening", "diversion 3 flight >UWKD", "diversion 1 >USCC"],
        ),
        ("Drones attacked Kyiv. Flying lessons were halted at the Kyiv school for lack of money.", []),
    ],
)
def test_airports(text: str, claims: list[str], packs: Packs) -> None:
    found = told(text, packs)
    assert [c for c in found if c.startswith(("airspace", "diversion"))] == claims
    assert not any(c.startswith("downed") and len(c.split()) > 2 for c in found)


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("45,000 without power in Zaporizhzhia after drone strike", "power_outage 45000 customer"),
        ("A hostel in Nikopol lost its east corner to a glide bomb.", "damage 1 building"),
        ("Two jetties were damaged by drones in Izmail.", "damage 2 building"),
        ("The drones were downed over Penza; nothing on the ground was harmed.", "no_damage"),
        ("Over Oryol region four drones met the same end.", "downed 4 uav"),
    ],
)
def test_what_was_lost(text: str, claim: str, packs: Packs) -> None:
    assert any(c.startswith(claim) for c in told(text, packs))
