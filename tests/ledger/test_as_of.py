"""What was known at an instant: by when it was received, and the same whenever it is asked."""

from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from skyledger.errors import LedgerError, NotFoundError
from skyledger.ledger import Entry, Ledger, open_ledger
from tests.builders import NOW, a_claim, a_count, a_decision, a_document
from tests.ledger.entries import RAW, a_file, an_entry
from tests.ledger.test_properties import entries, reads

HOUR = timedelta(hours=1)


def test_a_document_is_there_from_the_instant_it_was_received(ledger: Ledger) -> None:
    entry = an_entry()
    ledger.add(a_file(), RAW, [entry], NOW)
    before, then = ledger.at(NOW - timedelta(microseconds=1)), ledger.at(NOW)
    assert (before.documents(), before.claims(), before.issues(), before.nights()) == ({}, (), (), ())
    assert (before.has_file(a_file().sha256), before.raw(a_file().sha256), list(before.files())) == (False, None, [])
    assert before.stats().documents == before.stats().claims == before.stats().files == 0
    with pytest.raises(NotFoundError):
        before.document(entry.document.id)
    assert reads(then) == reads(ledger)


def test_versions_and_readings_stand_as_they_stood(ledger: Ledger) -> None:
    first, second = (a_document(f"{n} UAVs overnight.", id="post", edited_at=NOW + n * HOUR) for n in (1, 2))
    for hour, post in enumerate((first, second)):
        ledger.add(None, None, [an_entry(post)], NOW + hour * HOUR)
    again = an_entry(second, claims=(a_claim(second, count=a_count(2)),), pack_version="newer")
    ledger.add(None, None, [again], NOW + 2 * HOUR)
    assert ledger.at(NOW).document("post") == first
    assert ledger.at(NOW).claims() == an_entry(first).claims
    assert len(ledger.at(NOW).document_versions("post")) == 1
    assert ledger.at(NOW + HOUR).claims() == an_entry(second).claims
    assert ledger.at(NOW + 2 * HOUR).claims() == again.claims == ledger.claims()


def test_decisions_hold_from_when_they_were_made(ledger: Ledger) -> None:
    ledger.decide(a_decision(id="one"), NOW)
    ledger.decide(a_decision(id="two", verb="undo", targets=("one",)), NOW + HOUR)
    assert [d.id for d in ledger.at(NOW).active_decisions()] == ["one"]
    assert ledger.active_decisions() == ledger.at(NOW + HOUR).active_decisions() == ()


def test_the_past_takes_no_writes(ledger: Ledger) -> None:
    with pytest.raises(LedgerError, match="takes no writes"):
        ledger.at(NOW).add(None, None, [an_entry()], NOW)
    with pytest.raises(LedgerError, match="has no time zone"):
        ledger.at(NOW.replace(tzinfo=None))


@settings(max_examples=20, deadline=None)
@given(batches=st.lists(st.lists(entries(), max_size=3), min_size=1, max_size=4))
def test_what_was_known_then_is_what_was_read_then(
    batches: list[list[Entry]], tmp_path_factory: pytest.TempPathFactory
) -> None:
    with open_ledger(tmp_path_factory.mktemp("as-of") / "x.ledger") as ledger:
        read_then = []
        for hour, batch in enumerate(batches):
            ledger.add(None, None, batch, NOW + hour * HOUR)
            read_then.append(reads(ledger))
        assert [reads(ledger.at(NOW + hour * HOUR)) for hour in range(len(batches))] == read_then
