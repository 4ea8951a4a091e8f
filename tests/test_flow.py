"""The pipe as a whole: what goes in comes out once, with its words, in whatever order it came."""

import json
import random
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from skyledger import flow
from skyledger.errors import NotFoundError
from skyledger.ingest import read_paths
from skyledger.ledger import Ledger, open_ledger
from skyledger.model import Document
from tests.cli.posts import POSTS, write_posts

NOW = datetime(2025, 12, 11, 12, 0, tzinfo=UTC)


@pytest.fixture
def posts(tmp_path: Path) -> Path:
    return write_posts(tmp_path / "posts.jsonl")


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with open_ledger(tmp_path / "night.db") as opened:
        yield opened


def documents_of(path: Path) -> list[Document]:
    return [document for file in read_paths([path], now=NOW) for document in file.documents]


def test_every_document_comes_out_once_in_order_with_words_that_stand_in_it(posts: Path) -> None:
    documents = documents_of(posts)
    read = list(flow.extract_documents(documents))
    assert [document for document, _, _ in read] == documents
    for document, claims, _ in read:
        for claim in claims:
            assert claim.document_id == document.id
            assert claim.evidence
            assert all(item.span.slice(document.text) == item.text for item in claim.evidence)


def test_incidents_do_not_depend_on_the_order_of_documents_and_claims(posts: Path) -> None:
    documents = documents_of(posts)
    claims = [claim for _, found, _ in flow.extract_documents(documents) for claim in found]
    expected = flow.derive_incidents(documents, claims)
    assert expected
    for seed in range(5):
        chance = random.Random(seed)
        chance.shuffle(documents)
        chance.shuffle(claims)
        assert flow.derive_incidents(documents, claims) == expected


def test_adding_keeps_documents_claims_bytes_and_the_run(ledger: Ledger, posts: Path) -> None:
    report = flow.add_paths(ledger, [posts], now=NOW)
    assert (report.files, report.files_known, report.documents_new, report.faults) == (1, 0, 3, ())
    assert set(ledger.documents()) == {str(post["id"]) for post in POSTS}
    assert len(ledger.claims()) == report.claims_new
    [receipt] = ledger.files()
    assert ledger.raw(receipt.sha256) == posts.read_bytes()
    [run] = ledger.runs()
    assert (run.command, run.outcome) == ("add", "done")


def test_adding_twice_adds_nothing(ledger: Ledger, posts: Path) -> None:
    flow.add_paths(ledger, [posts], now=NOW)
    before = ledger.claims()
    report = flow.add_paths(ledger, [posts], now=NOW)
    assert (report.files_known, report.documents_new, report.claims_new, report.issues_new) == (1, 0, 0, 0)
    assert ledger.claims() == before


def test_a_file_that_gives_nothing_is_not_taken_for_read(ledger: Ledger, tmp_path: Path) -> None:
    (tmp_path / "bad.jsonl").write_text("{broken\n")
    for _ in range(2):
        report = flow.add_paths(ledger, [tmp_path / "bad.jsonl"], now=NOW)
        assert (report.files_known, len(report.faults)) == (0, 1)
    assert [run.outcome for run in ledger.runs()] == ["problems", "problems"]


def test_progress_is_told_after_every_file(ledger: Ledger, tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    for number, post in enumerate(POSTS):
        write_posts(folder / f"{number}.jsonl", (post,))
    told: list[tuple[str, int, int]] = []
    flow.add_paths(
        ledger,
        [folder],
        now=NOW,
        on_progress=lambda path, report: told.append((Path(path).name, report.files, report.documents_new)),
    )
    assert told == [("0.jsonl", 1, 1), ("1.jsonl", 2, 2), ("2.jsonl", 3, 3)]


def test_the_ledger_gives_the_same_incidents_as_the_filter(ledger: Ledger, posts: Path) -> None:
    flow.add_paths(ledger, [posts], now=NOW)
    documents = documents_of(posts)
    claims = [claim for _, found, _ in flow.extract_documents(documents) for claim in found]
    assert flow.ledger_incidents(ledger) == flow.derive_incidents(documents, claims)


def test_deriving_again_with_the_same_packs_changes_nothing_that_is_read(ledger: Ledger, posts: Path) -> None:
    flow.add_paths(ledger, [posts], now=NOW)
    before = (ledger.documents(), ledger.claims(), ledger.issues())
    flow.derive_again(ledger, now=NOW)
    assert (ledger.documents(), ledger.claims(), ledger.issues()) == before


def test_a_night_without_claims_is_no_quiet_night(ledger: Ledger, posts: Path) -> None:
    with pytest.raises(NotFoundError, match="no claims of any night"):
        flow.sitrep(ledger, now=NOW)
    flow.add_paths(ledger, [posts], now=NOW)
    with pytest.raises(NotFoundError, match="does not mean it was quiet"):
        flow.sitrep(ledger, night=date(2025, 12, 1), now=NOW)
    assert flow.sitrep(ledger, now=NOW).night == date(2025, 12, 11)


def test_a_withdrawn_detail_stays_out_of_why(ledger: Ledger, tmp_path: Path) -> None:
    post = {**POSTS[0], "text": f"{POSTS[0]['text']} Телефон для справок: +7 900 123-45-67."}
    path = tmp_path / "one.jsonl"
    path.write_text(json.dumps(post) + "\n")
    flow.add_paths(ledger, [path], now=NOW)
    for claim in ledger.claims():
        assert "123-45-67" not in repr(flow.why(ledger, claim.id, now=NOW))
    assert "123-45-67" not in repr(flow.sitrep(ledger, now=NOW))
