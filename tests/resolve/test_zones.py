"""By which clock an hour is read where a text tells no place: of the speaker's country, else of the only one named."""

import pytest

from skyledger.model import Lang
from skyledger.packs import Packs
from tests.extract.saying import a_text, read_claims


@pytest.mark.parametrize(
    ("text", "lang", "start"),
    [
        ("Latvia's air force shot down two drones at 4:30 a.m. on 11 December.", Lang.EN, "2025-12-11T04:30+02:00"),
        ("Два беспилотника сбили в 4:30 11 декабря над Молдавией.", Lang.RU, "2025-12-11T04:30+02:00"),
        ("Два беспилотника сбили в 4:30 11 декабря.", Lang.RU, "2025-12-11T04:30+03:00"),
        ("О 4:30 11 грудня збито два безпілотники.", Lang.UK, "2025-12-11T04:30+02:00"),
    ],
)
def test_the_zone_of_what_has_no_place(packs: Packs, text: str, lang: Lang, start: str) -> None:
    [claim] = read_claims(a_text(text, lang=lang), packs)[1].claims
    assert claim.time is not None
    assert claim.time.start is not None
    assert claim.time.start.isoformat(timespec="minutes") == start
