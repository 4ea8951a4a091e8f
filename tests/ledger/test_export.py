"""A whole ledger as files and back: the same rows, or nothing."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from skyledger.errors import LedgerError
from skyledger.ledger import Ledger, Run, open_ledger
from skyledger.ledger.kept import told_rows, told_tables
from skyledger.ledger.opening import open_database
from skyledger.model import PlaceKind
from tests.builders import NOW, a_claim, a_decision, a_document, a_place
from tests.ledger.entries import RAW, a_file, an_entry

STRANGE = "Ночь\ud800: 40 БпЛА\x00\u2028."


def rows_of(address: str | Path) -> dict[str, list[tuple[object, ...]]]:
    database = open_database(address)
    with database.reading() as connection:
        found = {
            table.name: [
                tuple(bytes(v) if isinstance(v, memoryview) else v for v in row.values())
                for rows in told_rows(connection, table)
                for row in rows
            ]
            for table in told_tables()
        }
    database.close()
    return found


@pytest.fixture
def filled(ledger: Ledger) -> Ledger:
    """A ledger with rows in every table, of several writes, with characters no database likes."""
    listed = a_place("RU-KLU+RU-BRY", "Two regions", kind=PlaceKind.LIST, parts=("RU-KLU", "RU-BRY"))
    post = a_document("40 UAVs overnight.", id="post")
    ledger.add(a_file(), RAW, [an_entry(post, claims=(a_claim(post, place=listed),))], NOW)
    ledger.add(None, None, [an_entry(a_document(STRANGE, id="post"))], NOW)
    ledger.decide(a_decision())
    ledger.record_run(
        Run(id="r", command="add", version="1", pack_version="p", started_at=NOW, finished_at=NOW, outcome="done"), NOW
    )
    return ledger


@pytest.mark.parametrize("only", ["jsonl", "parquet"])
def test_what_is_imported_is_the_same_ledger(filled: Ledger, address: str, tmp_path: Path, only: str) -> None:
    filled.export_to(tmp_path / "out", parquet=True)
    for file in (tmp_path / "out").glob("*.*"):
        if file.suffix not in (f".{only}", ".json"):
            file.unlink()
    copy = tmp_path / "copy.ledger"
    with open_ledger(copy) as other:
        numbers = other.import_from(tmp_path / "out")
        assert list(other.faults()) == []
        other.add(None, None, [an_entry(a_document("Later."))], NOW)  # the numbering goes on
    before = rows_of(address)
    after = rows_of(copy)
    assert {name: len(rows) for name, rows in before.items()} == numbers
    assert {name: after[name][: len(rows)] for name, rows in before.items()} == before


def test_an_export_goes_into_either_database(filled: Ledger, address: str, tmp_path: Path, server: Any) -> None:
    filled.export_to(tmp_path / "out")
    there = server.new_database()
    with open_ledger(there) as other:
        other.import_from(tmp_path / "out")
        other.add(None, None, [an_entry(a_document("Later."))], NOW)
        assert list(other.faults()) == []
    before, after = rows_of(address), rows_of(there)
    assert {name: after[name][: len(rows)] for name, rows in before.items()} == before


def test_a_copy_and_rows_carried_over_are_the_same_ledger(filled: Ledger, address: str, tmp_path: Path) -> None:
    copy, other = tmp_path / "copy.ledger", tmp_path / "other.ledger"
    filled.copy_to(copy)
    with open_ledger(other) as target:
        target.fill_from(filled)
        with pytest.raises(LedgerError, match="holds a ledger already"):
            target.fill_from(filled)
    assert rows_of(copy) == rows_of(other) == rows_of(address)


def test_compacting_changes_no_row(filled: Ledger, address: str) -> None:
    before = rows_of(address)
    filled.compact()
    assert filled.size_bytes() > 0
    assert rows_of(address) == before


def _no_manifest(folder: Path) -> None:
    (folder / "manifest.json").unlink()


def _empty_manifest(folder: Path) -> None:
    (folder / "manifest.json").write_text("[]", "utf-8")


def _newer(folder: Path) -> None:
    manifest = json.loads((folder / "manifest.json").read_text("utf-8"))
    (folder / "manifest.json").write_text(json.dumps(manifest | {"ledger_format": 999}), "utf-8")


def _flipped(folder: Path) -> None:
    (folder / "claims.jsonl").write_bytes((folder / "claims.jsonl").read_bytes().replace(b"RU-KLU", b"RU-TUL"))


def _gone(folder: Path) -> None:
    (folder / "issues.jsonl").unlink()


def _resealed(change: Callable[[list[dict[str, Any]]], object], name: str = "documents") -> Callable[[Path], None]:
    """Change rows and give the manifest the new hash, as somebody would who means it."""

    def spoil(folder: Path) -> None:
        from skyledger.ledger.export import hash_file

        path = folder / f"{name}.jsonl"
        rows = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
        change(rows)
        path.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
        manifest = json.loads((folder / "manifest.json").read_text("utf-8"))
        manifest["files"][path.name]["sha256"] = hash_file(path)
        (folder / "manifest.json").write_text(json.dumps(manifest), "utf-8")

    return spoil


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (_no_manifest, "has no manifest.json"),
        (_empty_manifest, "is no manifest of an export"),
        (_newer, "made by a newer skyledger"),
        (_flipped, r"claims\.jsonl: is not the file that was exported"),
        (_gone, r"neither issues\.jsonl nor issues\.parquet"),
        (_resealed(lambda rows: rows[0].pop("key")), r"documents\.jsonl:1: is no row of documents"),
        (_resealed(lambda rows: rows[0].update(version="one")), r"documents\.jsonl:1: version cannot be 'one'"),
        (_resealed(lambda rows: rows[0].update(key="%%%")), r"documents\.jsonl:1: holds bytes that are none"),
        (_resealed(lambda rows: rows.pop(), "decisions"), "wrote 1 rows of decisions"),
        (_resealed(lambda rows: rows.pop()), "FOREIGN KEY"),
        (_resealed(lambda rows: rows.clear(), "log"), "are in no log entry"),
    ],
)
def test_an_export_that_does_not_fit_itself_leaves_nothing(
    tmp_path: Path, spoil: Callable[[Path], None], said: str
) -> None:
    post = a_document("40 UAVs overnight.")
    with open_ledger(tmp_path / "x.ledger") as ledger:
        for number in range(2):
            ledger.add(None, None, [an_entry(a_document(f"{number} UAVs.")), an_entry(post)], NOW)
        ledger.decide(a_decision())
        ledger.export_to(tmp_path / "out")
    spoil(tmp_path / "out")
    with open_ledger(tmp_path / "new.ledger") as other:
        with pytest.raises(LedgerError, match=said) as caught:
            other.import_from(tmp_path / "out")
        assert "\n" not in str(caught.value)
        assert other.stats().documents == 0
        assert list(other.faults()) == []


def test_an_export_overwrites_nothing(filled: Ledger, tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine", "utf-8")
    with pytest.raises(LedgerError, match="is not empty"):
        filled.export_to(tmp_path)


def test_a_list_of_hashes_shows_what_the_ledger_alone_cannot(filled: Ledger, address: str, tmp_path: Path) -> None:
    kept = tmp_path / "hashes"
    kept.write_text("\n".join(filled.hash_lines()) + "\n", "utf-8")
    filled.add(None, None, [an_entry(a_document("Later."))], NOW)
    assert list(filled.list_faults(kept)) == []
    with open_ledger(tmp_path / "other.ledger") as other:
        other.decide(a_decision())
        found = list(other.list_faults(kept))
    assert "is not in the log" in found[0]
    assert "is not in the ledger" in found[1]


@pytest.mark.parametrize("text", ["", "something else\n", "skyledger hash list 1\nnonsense\n", "\x00"])
def test_what_is_no_list_of_hashes_is_one_clear_line(filled: Ledger, tmp_path: Path, text: str) -> None:
    (tmp_path / "list").write_text(text, "utf-8")
    with pytest.raises(LedgerError, match=r"list:[12]: is no "):
        list(filled.list_faults(tmp_path / "list"))
