"""Places without power one after another, losses of supply, guns' fire, one craft that acts, courts and offices."""

from collections.abc import Callable

import pytest

from skyledger.model import Outlet
from skyledger.packs import Packs
from tests.extract.saying import a_text, read_claims

Said = Callable[[str], list[str]]


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        (
            "Without electricity after the raid: the whole of Kharkiv; 53,000 customers around Odesa; 7,000 in Izmail.",
            ["@gn:706483", "53000 customer @gn:698740", "7000 customer @gn:707308"],
        ),
        (
            "Interruption of supply in Rylsk district following a UAV strike: 4,318 consumption points.",
            ["4318 customer @raion:RU-KRS-rylsky"],
        ),
        ("Drones attacked Rylsk. No interruption of supply. The supply of arms was cut.", []),
    ],
)
def test_without_power(said: Said, text: str, claims: list[str]) -> None:
    found = [line.removeprefix("power_outage ") for line in said(text) if line.startswith("power_outage")]
    assert found == claims


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Drones attacked Rylsk: rocket fire, seven episodes.", []),
        ("Drones attacked Rylsk. The school's assembly hall is a charred shell.", ["fire"]),
        ("Drones attacked Rylsk. A charred bus stands there.", []),
        ("Drones attacked Rylsk. A house is on fire.", ["fire"]),
    ],
)
def test_what_burns(said: Said, text: str, kinds: list[str]) -> None:
    assert [line.split()[0] for line in said(text) if line.startswith("fire")] == kinds


def test_one_craft_that_acts_goes_on_with_no_list(said: Said) -> None:
    text = "Six FPVs were brought down over Rylsk. A kamikaze quadcopter chased a lorry outside Sudzha."
    assert [line for line in said(text) if line.startswith("downed")] == ["downed 6 fpv_drone @gn:695019"]


def test_what_a_verdict_recalls_is_past(said: Said) -> None:
    text = "A court in Rostov sent a clerk to prison. That night, the verdict recalls, 12 drones had been shot down."
    assert said(text) == ["downed 12 uav @gn:501175 background"]


def test_part_of_a_regulators_title_names_it(packs: Packs) -> None:
    outlet = Outlet(name="Rosaviatsia in English", handle="ra_en", type="regulator")
    claims = read_claims(a_text("Kaluga airport is closed.", outlet=outlet), packs)[1].claims
    assert [c.speaker.name for c in claims if c.speaker is not None] == ["Rosaviatsia"]


def test_an_aviation_agency_is_its_countrys(packs: Packs) -> None:
    claims = read_claims(a_text("Kazan airport was closed, the aviation watchdog said."), packs)[1].claims
    assert [c.speaker.name for c in claims if c.speaker is not None] == ["Rosaviatsia"]
