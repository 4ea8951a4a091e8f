"""The sample night: complete, readable by every reader, labelled as a demonstration."""

import tomllib
from datetime import UTC, datetime
from pathlib import Path

import pytest

from skyledger.ingest import FileRead, read_paths

SAMPLE = Path(__file__).parents[2] / "src" / "skyledger" / "data" / "sample"
NOW = datetime(2026, 1, 2, 6, 0, tzinfo=UTC)
KALUGA_REWRITES = {
    "polosa.html",
    "beacon.html",
    "harbour.html",
    "visnyk.html",
    "regions.rss.xml",
    "evening.atom.xml",
    "documents.jsonl",
    "desk.csv",
}


@pytest.fixture(scope="module")
def files() -> list[FileRead]:
    return list(read_paths([SAMPLE], now=NOW))


@pytest.fixture(scope="module")
def texts(files: list[FileRead]) -> list[str]:
    return [document.text for file in files for document in file.documents]


def load(name: str) -> dict[str, object]:
    return tomllib.loads((SAMPLE / name).read_text(encoding="utf-8"))


def test_every_file_is_read_without_a_fault(files: list[FileRead]) -> None:
    assert [str(fault) for file in files for fault in file.faults] == []


def test_the_night_has_the_documents_and_languages_it_says(files: list[FileRead]) -> None:
    night = load("expected.toml")["night"]
    documents = [document for file in files for document in file.documents]
    assert isinstance(night, dict)
    assert len(documents) == night["documents"] >= 34
    assert sorted({document.lang.value for document in documents}) == night["languages"]


def test_every_reader_but_the_notices_has_work(files: list[FileRead]) -> None:
    readers = {file.reader.partition("/")[0] for file in files if file.documents}
    assert {"telegram_export", "telegram_page", "html", "feed", "text", "jsonl", "table"} <= readers
    assert any(file.path.endswith(".gz!evening.jsonl") for file in files)


def test_ids_are_unique(files: list[FileRead]) -> None:
    ids = [document.id for file in files for document in file.documents]
    assert len(ids) == len(set(ids))


def test_the_hard_cases_are_there(files: list[FileRead]) -> None:
    documents = [document for file in files for document in file.documents]
    assert any(document.edited_at is not None for document in documents)
    assert any(document.forwarded_from for document in documents)
    assert any(document.outlet.name == "Agency Polosa" for document in documents), "an RSS item names its source"
    assert not any("У нас тихо" in document.text for document in documents), "a private chat was read"
    (SAMPLE / "notes" / "bryansk_governor.txt").read_text(encoding="cp1251")
    with pytest.raises(UnicodeDecodeError):
        (SAMPLE / "notes" / "bryansk_governor.txt").read_text(encoding="utf-8")


def test_eight_outlets_rewrite_the_one_kaluga_post(files: list[FileRead]) -> None:
    night = datetime(2025, 12, 12, tzinfo=UTC)
    rewriting = {
        file.path.rpartition("/")[2]
        for file in files
        for document in file.documents
        if document.published_at is not None
        and document.published_at < night
        and ("40" in document.text or "орок" in document.text)
        and document.outlet.type not in ("official",)
        and file.reader.partition("/")[0] != "telegram_export"
        and any(name in document.text for name in ("Shap", "Шап"))
    }
    assert rewriting == KALUGA_REWRITES


def test_the_lists_of_the_bulletins_add_up_as_expected_says(texts: list[str]) -> None:
    totals = load("expected.toml")["total"]
    assert isinstance(totals, list)
    stated = {total["name"]: (total["stated"], total["parts_sum"]) for total in totals}
    assert stated["Ukrainian Air Force, launched"] == (147, 5 + 4 + 140)
    assert stated["Russian ministry, the night"] == (287, 118 + 40 + 40 + 27 + 19 + 2 * 12 + 2 * 7 + 5)
    assert any("287 украинских" in text and "по 12 —" in text for text in texts)
    assert any("147 засобів" in text and "140 ударних" in text for text in texts)


def test_expected_speaks_of_texts_that_exist(texts: list[str]) -> None:
    expected = load("expected.toml")
    quiet = expected["quiet"]
    assert isinstance(quiet, dict)
    missing = [phrase for phrase in quiet["phrases"] if sum(phrase in text for text in texts) != 1]
    assert missing == []


def test_about_names_every_file_and_says_it_is_a_demonstration() -> None:
    about = (SAMPLE / "about.toml").read_text(encoding="utf-8")
    named = load("about.toml")["files"]
    there = {p.relative_to(SAMPLE).as_posix() for p in SAMPLE.rglob("*") if p.is_file() and p.suffix != ".toml"}
    assert isinstance(named, dict)
    assert set(named) == there
    assert "demonstration" in about
    assert "invented" in about
