"""What one add stores, and what it leaves alone."""

import os
import sqlite3
import zlib
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from skyledger.errors import LedgerError
from skyledger.ledger import AddResult, Entry, Ledger, open_ledger
from tests.builders import NOW, a_claim, a_count, a_document, an_issue
from tests.ledger.entries import RAW, a_file, an_entry

LATER = NOW + timedelta(hours=1)


def test_a_file_with_its_bytes_and_documents_comes_back(ledger: Ledger) -> None:
    entry, file = an_entry(), a_file()
    assert not ledger.has_file(file.sha256)
    assert ledger.add(file, RAW, [entry], NOW) == AddResult(documents_new=1, claims_new=1, issues_new=1)
    assert ledger.has_file(file.sha256)
    assert ledger.has_file(file.sha256.upper())
    assert ledger.raw(file.sha256) == RAW
    assert list(ledger.files()) == [file]
    assert ledger.documents() == {entry.document.id: entry.document}
    assert ledger.claims() == entry.claims
    assert ledger.issues() == entry.issues


def test_it_is_all_still_there_after_closing(address: str) -> None:
    entry = an_entry()
    with open_ledger(address) as first:
        first.add(a_file(), RAW, [entry], NOW)
    with open_ledger(address) as second:
        assert second.claims() == entry.claims
        assert second.document(entry.document.id) == entry.document


def test_adding_again_stores_nothing(ledger: Ledger) -> None:
    ledger.add(a_file(), RAW, [an_entry()], NOW)
    before = ledger.stats()
    assert ledger.add(a_file(received_at=LATER), RAW, [an_entry()], LATER) == AddResult(documents_known=1)
    assert ledger.stats() == before


def test_the_same_post_in_another_export_is_known(ledger: Ledger) -> None:
    post = a_document()
    again = replace(post, sha256="cd" * 32, retrieved_at=LATER, source="posts.jsonl:77", reader="jsonl/2")
    ledger.add(None, None, [an_entry(post)], NOW)
    assert ledger.add(None, None, [an_entry(again)], LATER).documents_known == 1
    assert ledger.document(post.id) == post


def test_other_words_under_the_same_id_are_a_version(ledger: Ledger) -> None:
    first = a_document(id="post-1")
    second = a_document("Overnight 42 UAVs were shot down over Kaluga Oblast.", id="post-1")
    ledger.add(None, None, [an_entry(first)], NOW)
    result = ledger.add(None, None, [an_entry(second, claims=(a_claim(second, count=a_count(42)),))], LATER)
    assert result == AddResult(documents_versioned=1, claims_new=1, issues_new=1)
    assert ledger.document("post-1") == second
    versions = ledger.document_versions("post-1")
    assert [(v.number, v.document, v.received_at) for v in versions] == [(1, first, NOW), (2, second, LATER)]
    assert [c.count for c in ledger.claims()] == [a_count(42)]
    assert (ledger.stats().claims, ledger.stats().claims_stored) == (1, 2)


@pytest.mark.parametrize(
    "change",
    [
        {"edited_at": LATER},
        {"published_at": LATER},
        {"forwarded_from": "Another Channel"},
        {"outlet": replace(a_document().outlet, type="official")},
    ],
)
def test_whatever_may_change_the_meaning_is_a_version(ledger: Ledger, change: dict[str, Any]) -> None:
    first = a_document(id="post-1")
    ledger.add(None, None, [an_entry(first)], NOW)
    assert ledger.add(None, None, [an_entry(replace(first, **change))], LATER).documents_versioned == 1


def test_an_older_export_read_later_does_not_bring_back_the_unedited_post(ledger: Ledger) -> None:
    original = a_document("First wording.", id="post-1")
    edited = a_document("Second wording.", id="post-1", edited_at=NOW)
    ledger.add(None, None, [an_entry(edited)], NOW)
    assert ledger.add(None, None, [an_entry(original)], LATER).documents_versioned == 1
    assert ledger.document("post-1") == edited
    assert [c.evidence[0].text for c in ledger.claims()] == ["Second wording."]


def test_a_version_without_claims_hides_those_of_the_version_before(ledger: Ledger) -> None:
    ledger.add(None, None, [an_entry(a_document(id="post-1"))], NOW)
    ledger.add(None, None, [Entry(document=a_document("Deleted by the author.", id="post-1"))], LATER)
    assert ledger.claims() == ()
    assert ledger.issues() == ()


def test_two_versions_in_one_file(ledger: Ledger) -> None:
    texts = ("One.", "Two.", "One.")
    result = ledger.add(None, None, [an_entry(a_document(text, id="post-1")) for text in texts], NOW)
    assert (result.documents_new, result.documents_versioned, result.documents_known) == (1, 1, 1)
    assert ledger.document("post-1").text == "Two."


def test_newer_packs_add_a_derivation_and_keep_the_old(ledger: Ledger) -> None:
    post = a_document()
    old = an_entry(post)
    new = an_entry(post, claims=(a_claim(post, detail="refinery", pack_version="p2"),), issues=(), pack_version="p2")
    ledger.add(a_file(), RAW, [old], NOW)
    assert ledger.add(None, None, [new], LATER) == AddResult(documents_known=1, claims_new=1)
    assert ledger.claims() == new.claims
    assert ledger.issues() == ()
    assert ledger.stats().claims_stored == 2
    # Going back to the old packs makes the old result the newest again.
    assert ledger.add(None, None, [old], LATER).claims_new == 1
    assert ledger.claims() == old.claims


def test_one_bad_entry_and_nothing_of_the_file_is_stored(ledger: Ledger) -> None:
    naive = an_entry(a_document(id="naive", published_at=datetime(2025, 12, 11)))
    with pytest.raises(LedgerError, match=r"published_at of document 'naive'.*no time zone"):
        ledger.add(a_file(), RAW, [an_entry(), naive], NOW)
    assert not ledger.has_file(a_file().sha256)
    assert ledger.documents() == {}


def test_an_entry_iterator_that_fails_leaves_nothing(ledger: Ledger) -> None:
    def entries() -> Iterator[Entry]:
        yield an_entry()
        raise RuntimeError("the extractor broke")

    with pytest.raises(RuntimeError, match="the extractor broke"):
        ledger.add(a_file(), RAW, entries(), NOW)
    assert ledger.stats().files == ledger.stats().documents == 0


def test_extracting_lazily_does_not_hold_the_write_lock(ledger: Ledger, address: str) -> None:
    def entries() -> Iterator[Entry]:
        with open_ledger(address) as other:
            other.add(None, None, [an_entry(a_document("From another process."))], NOW)
        yield an_entry()

    ledger.add(a_file(), RAW, entries(), NOW)
    assert len(ledger.documents()) == 2


def test_bytes_that_are_not_the_files_are_refused(ledger: Ledger) -> None:
    with pytest.raises(LedgerError, match=r"posts\.jsonl: its bytes are not those"):
        ledger.add(a_file(), RAW + b"!", [an_entry()], NOW)
    with pytest.raises(LedgerError, match="without the file"):
        ledger.add(None, RAW, [an_entry()], NOW)
    assert ledger.documents() == {}


def test_bytes_over_the_limit_are_not_kept_but_the_receipt_is(address: str) -> None:
    big = os.urandom(2_000)
    with open_ledger(address, raw_limit_bytes=1_999) as ledger:
        ledger.add(a_file(big), big, [an_entry()], NOW)
        assert ledger.has_file(a_file(big).sha256)
        assert ledger.raw(a_file(big).sha256) is None
    with open_ledger(address, raw_limit_bytes=2_000) as ledger:
        ledger.add(a_file(big), big, [], NOW)
        assert ledger.raw(a_file(big).sha256) == big


@pytest.mark.parametrize(
    ("stored", "reason"), [(b"not zlib", "are damaged"), (zlib.compress(b"other bytes"), "are not those of that file")]
)
def test_bytes_falsified_in_the_file_are_noticed(path: Path, stored: bytes, reason: str) -> None:
    with open_ledger(path) as ledger:
        ledger.add(a_file(), RAW, [an_entry()], NOW)
    with sqlite3.connect(path) as forger:
        forger.execute("DROP TRIGGER raws_no_update")
        forger.execute("UPDATE raws SET body = ?", (stored,))
    forger.close()
    with open_ledger(path) as ledger, pytest.raises(LedgerError, match=reason):
        ledger.raw(a_file().sha256)


def test_the_same_bytes_under_two_paths_are_two_receipts_and_kept_once(ledger: Ledger) -> None:
    ledger.add(a_file(), RAW, [an_entry()], NOW)
    ledger.add(a_file(path="copy.jsonl"), RAW, [an_entry()], LATER)
    assert [file.path for file in ledger.files()] == ["posts.jsonl", "copy.jsonl"]
    assert ledger.stats().documents == 1


def test_lone_surrogates_and_nul_survive_everywhere(ledger: Ledger) -> None:
    wild = "\ud83d\ude00 half \udc80 and \0 end"
    post = a_document(f"Text {wild}", id=f"id {wild}", title=wild)
    claim = a_claim(post, id=f"c {wild}", trigger=wild, detail=wild)
    issue = an_issue(post, code=wild, text=wild)
    ledger.add(a_file(path=wild), RAW, [Entry(document=post, claims=(claim,), issues=(issue,), extractor=wild)], NOW)
    assert ledger.document(post.id) == post
    assert ledger.claims(ids=[claim.id]) == (claim,)
    assert ledger.claims(document=post.id) == (claim,)
    assert ledger.issues(codes=[wild]) == (issue,)
    assert [file.path for file in ledger.files()] == [wild]
    assert ledger.add(a_file(path=wild), RAW, [an_entry(post)], NOW).documents_known == 1


def test_two_claims_with_one_id_are_both_kept(ledger: Ledger) -> None:
    post = a_document()
    pair = (a_claim(post, id="c1-x"), a_claim(post, id="c1-x", count=a_count(41)))
    ledger.add(None, None, [an_entry(post, claims=pair)], NOW)
    assert ledger.claims(ids=["c1-x"]) == pair


def test_received_at_is_what_the_caller_says(ledger: Ledger) -> None:
    ledger.add(None, None, [an_entry()], datetime(2024, 2, 29, 12, tzinfo=UTC))
    (version,) = ledger.document_versions(a_document().id)
    assert version.received_at == datetime(2024, 2, 29, 12, tzinfo=UTC)
    with pytest.raises(LedgerError, match=r"now .* has no time zone"):
        ledger.add(None, None, [], datetime(2024, 2, 29))


def test_more_documents_than_one_statement_holds(ledger: Ledger) -> None:
    posts = [a_document(f"Post {i}.", id=f"p{i}") for i in range(11_000)]
    result = ledger.add(None, None, [Entry(document=post) for post in posts], NOW)
    assert result.documents_new == 11_000
    assert len(ledger.documents(f"p{i}" for i in range(10_500))) == 10_500
    assert ledger.add(None, None, [Entry(document=post) for post in posts], NOW).documents_known == 11_000
