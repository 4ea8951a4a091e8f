"""Texts read anew: what a dry run tells is what a real run does."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from skyledger import flow
from skyledger.flow import adding
from skyledger.ledger import Ledger, open_ledger
from skyledger.model import Claim, Document
from tests.builders import NOW, a_claim, a_count, a_document, a_place

DOCUMENT = a_document(id="d1")
OTHER = a_document("Fire at a depot of Tula Oblast.", id="d2")
LATER = NOW + timedelta(hours=1)


class Reader:
    """What a reading of each text gives, in place of the extractor."""

    def __init__(self) -> None:
        self.claims: dict[str, tuple[Claim, ...]] = {
            "d1": (a_claim(DOCUMENT, id="c1"),),
            "d2": (a_claim(OTHER, id="c2", place=a_place("RU-TUL", "Tula Oblast"), count=a_count(3)),),
        }

    def __call__(self, documents: Iterable[Document], packs: Any = None) -> Iterator[Any]:
        for document in documents:
            yield document, self.claims.get(document.id, ()), ()


@pytest.fixture
def reader(monkeypatch: pytest.MonkeyPatch) -> Reader:
    made = Reader()
    monkeypatch.setattr(adding, "extract_documents", made)
    return made


@pytest.fixture
def ledger(tmp_path: Path, reader: Reader) -> Iterator[Ledger]:
    from skyledger.packs.load import load_packs

    with open_ledger(tmp_path / "x.ledger") as opened:
        opened.add(None, None, adding._entries([DOCUMENT, OTHER], load_packs()), NOW)
        flow.settle(opened, NOW)
        yield opened


def test_a_dry_run_tells_what_a_run_then_does(ledger: Ledger, reader: Reader) -> None:
    [old] = ledger.incidents.standing(claims=["c1"])
    reader.claims["d1"] = (a_claim(DOCUMENT, id="c7", count=a_count(41)),)
    reader.claims["d2"] = ()
    stored = ledger.incidents.lines()
    before = list(stored)
    told = flow.rederive(ledger, now=LATER, dry_run=True)
    assert list(ledger.incidents.lines()) == before
    assert [change.what for change in told] == ["changed", "gone"] or [c.what for c in told] == ["gone", "changed"]
    changed = next(change for change in told if change.what == "changed")
    assert changed.incident == old.id
    assert ("count", "40", "41") in [(f.field, f.before, f.after) for f in changed.fields]
    gone = next(change for change in told if change.what == "gone")
    assert "d2 was read again with packs" in gone.reason
    assert flow.rederive(ledger, now=LATER) == told
    assert flow.first_difference(ledger) is None
    assert flow.rederive(ledger, now=LATER, dry_run=True) == ()


def test_a_new_incident_is_told_with_what_it_says(ledger: Ledger, reader: Reader) -> None:
    orel = a_claim(DOCUMENT, id="c8", place=a_place("RU-ORL", "Oryol Oblast"), count=a_count(5))
    reader.claims["d1"] = (*reader.claims["d1"], orel)
    [change] = [c for c in flow.rederive(ledger, now=LATER, dry_run=True) if c.what == "new"]
    assert ("count", "", "5") in [(f.field, f.before, f.after) for f in change.fields]
    assert "Oryol Oblast" in change.title


def test_a_ledger_that_takes_no_writes_is_derived_in_memory(ledger: Ledger, reader: Reader) -> None:
    later = replace(DOCUMENT, id="d3", text="Forty-one by now.", published_at=DOCUMENT.published_at)
    reader.claims["d3"] = (a_claim(later, id="c3"),)
    from skyledger.packs.load import load_packs

    ledger.add(None, None, adding._entries([later], load_packs()), LATER)  # and killed before it was settled
    past = ledger.at(LATER)
    assert not flow.is_settled(past)
    seen = flow.ledger_incidents(past, now=LATER)
    [grown] = [incident for incident in seen if "c3" in incident.claims]
    assert grown.id == ledger.incidents.standing(claims=["c1"])[0].id  # the id the ledger knows it by
    assert ledger.incidents.standing(claims=["c3"]) == ()
    assert flow.sitrep(past, now=LATER).incidents
    assert flow.why(past, grown.id, now=LATER).incident == grown.id
    assert flow.is_settled(ledger.at(NOW))
    assert flow.ledger_incidents(ledger, now=LATER) == seen  # settles what was left
    assert flow.is_settled(past)
