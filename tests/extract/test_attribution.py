"""Who speaks: a holder named with his office, "they" for who spoke before, and an alert that nobody says."""

import pytest

from skyledger.packs import Packs
from tests.extract.saying import a_text, read_claims


def _speakers(packs: Packs, text: str) -> list[str | None]:
    claims = read_claims(a_text(text), packs)[1].claims
    return [None if c.speaker is None else c.speaker.name for c in claims]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Governor Oleh Kiper counted 33 drones destroyed in Odesa region.", "Oleh Kiper"),
        ("У Міноборони РФ нарахували за ніч 76 знищених українських дронів.", "Russian Ministry of Defence"),
        ("В Севастополе, если верить Михаилу Развожаеву, сбиты три беспилотника.", "Mikhail Razvozhaev"),
    ],
)
def test_who_is_named_speaks(packs: Packs, text: str, name: str) -> None:
    assert _speakers(packs, text) == [name]


def test_an_alert_that_was_declared_is_said_by_who_spoke_before(packs: Packs) -> None:
    text = "Сбиты 12 БПЛА над Липецкой областью, сообщил Игорь Артамонов. Опасность по области объявляли в 01:37."
    assert _speakers(packs, text)[-1] == "Igor Artamonov"


def test_residents_speak_for_themselves(packs: Packs) -> None:
    text = "Сбиты 12 БПЛА над Липецкой областью, сообщил Игорь Артамонов. Жители сообщили о пожаре после падения дрона."
    assert _speakers(packs, text)[-1] is None
