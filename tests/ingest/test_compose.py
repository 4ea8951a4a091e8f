"""Title, body, ids and addresses of a document."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skyledger.ingest.compose import Draft, clean_text, compose_document, join_title, web_address
from skyledger.ingest.limits import Limits
from skyledger.ingest.records import RawFile, ReadFault
from skyledger.model import Document, Outlet

NOW = datetime(2026, 1, 10, tzinfo=UTC)


def a_raw_file(limits: Limits | None = None) -> RawFile:
    return RawFile(path="in/posts.jsonl", data=b"", sha256="ab", now=NOW, limits=limits or Limits(), reader="jsonl/1")


@pytest.mark.parametrize(
    ("title", "body", "expected"),
    [
        (None, "Body.", (None, "Body.")),
        ("", "Body.", (None, "Body.")),
        ("Title", "Body.", ("Title", "Title\n\nBody.")),
        ("Title", "", ("Title", "Title")),
        ("Title", "Title. Body.", ("Title", "Title. Body.")),
        ("Drone", "Drones flew.", ("Drone", "Drone\n\nDrones flew.")),
        ("Two  lines\nof title", "Body.", ("Two lines of title", "Two lines of title\n\nBody.")),
        ("Over the reg…", "Over the region nothing flew.", (None, "Over the region nothing flew.")),
        ("What now…", "Nothing.", ("What now…", "What now…\n\nNothing.")),
    ],
)
def test_titles(title: str | None, body: str, expected: tuple[str | None, str]) -> None:
    assert join_title(title, body) == expected


@given(st.text())
def test_cleaning_changes_only_line_ends_and_what_no_store_keeps(text: str) -> None:
    cleaned = clean_text(text)
    assert cleaned.encode("utf-8").decode("utf-8") == cleaned
    assert "\x00" not in cleaned
    assert len(cleaned) == len(text.replace("\r\n", "\n"))
    assert clean_text(cleaned.replace("\r", "")) == cleaned.replace("\r", "")


def test_text_is_not_normalised() -> None:
    decomposed = "й" + "е\u0308 👩\u200d🚒 ⚠\ufe0f"
    assert clean_text(decomposed) == decomposed


@pytest.mark.parametrize(
    ("address", "kept"),
    [
        ("https://a.example/x", "https://a.example/x"),
        ("//a.example/x", "https://a.example/x"),
        ("t.me/chan/5", "https://t.me/chan/5"),
        ("javascript:alert(1)", ""),
        ("file:///etc/passwd", ""),
        ("/relative", ""),
        ("", ""),
    ],
)
def test_addresses(address: str, kept: str) -> None:
    assert web_address(address) == kept


def test_a_given_id_stays_and_a_missing_one_follows_from_the_content() -> None:
    given_id = compose_document(a_raw_file(), Draft(body="Text", source="line 1", id=" x-1 "))
    first = compose_document(a_raw_file(), Draft(body="Text", source="line 1", outlet=Outlet(name="A")))
    again = compose_document(a_raw_file(), Draft(body="Text", source="line 9", outlet=Outlet(name="A")))
    other = compose_document(a_raw_file(), Draft(body="Text", source="line 1", outlet=Outlet(name="B")))
    assert isinstance(given_id, Document)
    assert isinstance(first, Document)
    assert isinstance(again, Document)
    assert isinstance(other, Document)
    assert given_id.id == "x-1"
    assert first.id == again.id
    assert first.id.startswith("d1-")
    assert first.id != other.id


def test_no_text_and_too_much_text_are_faults() -> None:
    empty = compose_document(a_raw_file(), Draft(body=" \n", source="line 1"))
    assert isinstance(empty, ReadFault)
    assert str(empty) == "in/posts.jsonl: line 1: there is no text"
    long = compose_document(a_raw_file(Limits(document_chars=10)), Draft(body="x" * 11, source="line 2"))
    assert isinstance(long, ReadFault)
    assert "longer than 10" in long.reason


def test_a_fault_is_one_line() -> None:
    assert str(ReadFault(path="a\nb", place="line\t1", reason="x\r\ny")) == "a b: line 1: x y"
