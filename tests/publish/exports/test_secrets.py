"""What policy withholds is in no format, no chart and no feed; the public gets neither a fine place nor early news."""

from dataclasses import replace
from pathlib import Path

import pytest

from skyledger.ledger import Entry
from skyledger.model import Lang, PlaceKind, PlacePrecision
from skyledger.publish.exports import CHART_FORMATS, FORMATS
from skyledger.publish.policy import public_policy
from tests.builders import a_claim, a_night
from tests.publish.exports.readers import readable
from tests.publish.exports.taken import a_full_ledger, take
from tests.publish.night import KALUGA, NIGHT, post, spot
from tests.publish.test_policy import SECRETS
from tests.web.filled import NOW, entry

PLANT = spot(
    "facility:secret",
    "Tainoye refinery",
    "Тайное НПЗ",
    PlaceKind.FACILITY,
    PlacePrecision.POINT,
    "RU-KLU 54.3211 36.7654",
)
TEXTS = {**FORMATS, **{name: found for name, found in CHART_FORMATS.items() if name.endswith(".svg")}}


def planted() -> Entry:
    """One text with every secret in its words, its title and the detail of its claim."""
    words = ". ".join(SECRETS)
    text = f"Прошедшей ночью сбиты 2 беспилотника у Тайное НПЗ. {words}."
    document = post("planted", KALUGA, Lang.RU, "11 05:00", text, title=text[:-1])
    document = replace(document, text=f"{document.title}\n\n{text}")
    claim = a_claim(document, trigger="сбиты", place=PLANT, time=a_night(NIGHT), speaker=None, detail=f"by {words}")
    return entry(document, claim)


@pytest.fixture(scope="module")
def outputs(tmp_path_factory: pytest.TempPathFactory) -> dict[tuple[str, str], str]:
    with a_full_ledger(tmp_path_factory.mktemp("secrets"), planted()) as ledger:
        views = {"private": take(ledger), "public": take(ledger, policy=public_policy())}
        assert "facility:secret" in {row.place.id for row in views["private"].rows if row.place is not None}
        return {(who, n): readable(f.media, f.write(view)) for who, view in views.items() for n, f in TEXTS.items()}


@pytest.mark.parametrize("name", TEXTS)
def test_planted_secrets_are_in_no_file(outputs: dict[tuple[str, str], str], name: str) -> None:
    for who in ("private", "public"):
        assert not [secret for secret in SECRETS.values() if secret in outputs[who, name]]


@pytest.mark.parametrize("name", TEXTS)
def test_the_public_gets_no_fine_place(outputs: dict[tuple[str, str], str], name: str) -> None:
    for words in ("Tainoye", "Тайное", "54.3211", "36.7654", "facility:", "Afipsky", "Афипск"):
        assert words not in outputs["public", name]


@pytest.mark.parametrize("name", TEXTS)
def test_the_public_gets_nothing_early(tmp_path: Path, name: str) -> None:
    late = replace(planted(), document=replace(planted().document, published_at=NOW))
    with a_full_ledger(tmp_path, late) as ledger:
        public, private = take(ledger, "night=2025-12-11", public_policy()), take(ledger, "night=2025-12-11")
        assert len(private.rows) > len(public.rows)
        shown = readable(TEXTS[name].media, TEXTS[name].write(public))
        assert "planted" not in shown
        assert not set(shown.split()) & ({row.id for row in private.rows} - {row.id for row in public.rows})
