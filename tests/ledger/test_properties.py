"""What holds for any documents in any order."""

from collections.abc import Sequence
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from skyledger.ledger import Entry, Ledger, open_ledger
from skyledger.model import Kind
from tests.builders import NOW, a_claim, a_count, a_document, an_issue


@st.composite
def entries(draw: st.DrawFn) -> Entry:
    """A post of one of few ids, wordings and edits, so that versions and repetitions are common."""
    edited = draw(st.none() | st.integers(0, 2))
    post = a_document(
        draw(st.sampled_from(["Nothing new.", "40 UAVs overnight.", "Пожар \ud800 потушен."])),
        id=draw(st.sampled_from(["a", "b", "c", "д"])),
        edited_at=None if edited is None else NOW + timedelta(minutes=edited),
    )
    claims = tuple(
        a_claim(post, kind=kind, count=a_count(len(post.text))) for kind in draw(st.sets(st.sampled_from(list(Kind))))
    )
    return Entry(document=post, claims=tuple(sorted(claims, key=lambda c: c.id)), issues=(an_issue(post),))


def one_edit_each(batch: Sequence[Entry]) -> list[Entry]:
    """Leave out documents that differ in nothing but their words: which stands is then a matter of arrival."""
    chosen: dict[object, Entry] = {}
    for entry in batch:
        chosen.setdefault((entry.document.id, entry.document.edited_at), entry)
    return list(chosen.values())


def reads(ledger: Ledger) -> tuple[object, ...]:
    return (
        list(ledger.documents().items()),
        ledger.claims(),
        ledger.issues(),
        ledger.nights(),
        ledger.stats(),
        ledger.claims(region="RU-KLU", start=NOW - timedelta(days=1), kinds=[Kind.FIRE, Kind.ATTACK]),
    )


def stored(*batches: Sequence[Entry]) -> tuple[object, ...]:
    with TemporaryDirectory() as folder, open_ledger(Path(folder) / "x.ledger") as ledger:
        for batch in batches:
            ledger.add(None, None, batch, NOW)
        return reads(ledger)


@settings(max_examples=25, deadline=None)
@given(st.lists(entries(), max_size=8).map(one_edit_each))
def test_adding_twice_is_adding_once(batch: list[Entry]) -> None:
    assert stored(batch, batch) == stored(batch)


@settings(max_examples=25, deadline=None)
@given(st.lists(entries(), max_size=8).map(one_edit_each), st.data())
def test_the_order_of_documents_changes_no_read(batch: list[Entry], data: st.DataObject) -> None:
    shuffled = data.draw(st.permutations(batch))
    assert stored(batch) == stored(shuffled) == stored(*([entry] for entry in shuffled))


@settings(max_examples=25, deadline=None)
@given(st.lists(st.lists(entries(), max_size=4), max_size=4))
def test_every_version_ever_added_is_still_there(batches: list[list[Entry]]) -> None:
    with TemporaryDirectory() as folder, open_ledger(Path(folder) / "x.ledger") as ledger:
        added = {}
        for batch in batches:
            ledger.add(None, None, batch, NOW)
            for entry in batch:
                document = entry.document
                added[(document.id, document.text, document.edited_at)] = document
        for document in added.values():
            assert document in [version.document for version in ledger.document_versions(document.id)]
        assert ledger.stats().versions == len(added)
