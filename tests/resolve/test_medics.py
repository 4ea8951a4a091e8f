"""Medics speak for themselves, and not for the rescue service."""

import pytest

from skyledger.packs import Packs
from tests.extract.saying import a_text, read_claims


@pytest.mark.parametrize(
    ("text", "speaker", "name"),
    [
        ("Drone strike on Sumy. Six people were wounded, medics said.", "office:medics:UA-59", "medics"),
        ("Удар дрона по Сумам. Ранены шесть человек, сообщили медики.", "office:medics:UA-59", "medics"),
        (
            "Drone strike on Sumy. Six people were wounded, rescuers said.",
            "ua-59-dsns",
            "State Emergency Service in Sumy Oblast",
        ),
    ],
)
def test_medics_are_no_rescuers(packs: Packs, text: str, speaker: str, name: str) -> None:
    claims = [c for c in read_claims(a_text(text), packs)[1].claims if c.harm is not None]
    assert [(c.speaker.id, c.speaker.name, c.speaker.role) for c in claims if c.speaker] == [
        (speaker, name, "emergency_service")
    ]
