"""Each fixture reads as its expected file says, and nothing of it depends on when or where it is read."""

import json
from pathlib import Path

import pytest

from skyledger.ingest import READERS, read_paths
from tests.ingest.golden import NOW, describe, expected_path, fixture_paths, read_fixture


@pytest.mark.parametrize("path", fixture_paths(), ids=lambda path: f"{path.parent.name}/{path.name}")
def test_reads_as_expected(path: Path) -> None:
    expected = json.loads(expected_path(path).read_text(encoding="utf-8"))
    assert describe(read_fixture(path)) == expected


@pytest.mark.parametrize("path", fixture_paths(), ids=lambda path: f"{path.parent.name}/{path.name}")
def test_the_folder_names_the_reader_that_detection_chooses(path: Path) -> None:
    assert read_fixture(path).reader == READERS[path.parent.name].label


@pytest.mark.parametrize("name", sorted(READERS))
def test_every_reader_has_good_and_broken_fixtures(name: str) -> None:
    reads = [read_fixture(path) for path in fixture_paths() if path.parent.name == name]
    assert len(reads) >= 3
    assert any(read.documents and not read.faults for read in reads)
    assert any(read.faults for read in reads)


def test_every_document_carries_where_it_came_from() -> None:
    for path in fixture_paths():
        read = read_fixture(path)
        for document in read.documents:
            assert document.sha256 == read.sha256
            assert document.reader == read.reader
            assert document.retrieved_at == NOW
            assert document.source.startswith(f"{path.name}#")


def test_ids_are_unique_across_the_fixtures() -> None:
    ids = [document.id for path in fixture_paths() for document in read_fixture(path).documents]
    assert len(ids) == len(set(ids))


def test_a_copy_in_another_folder_gives_the_same_documents(tmp_path: Path) -> None:
    for path in fixture_paths():
        copy = tmp_path / path.parent.name / path.name
        copy.parent.mkdir(exist_ok=True)
        copy.write_bytes(path.read_bytes())
        (read,) = read_paths([copy], now=NOW)
        assert read.documents == read_fixture(path).documents
