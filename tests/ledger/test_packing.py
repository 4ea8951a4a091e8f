"""Bodies compressed with dictionaries, words as codes, and ledgers from before both."""

import json
import shutil
import sqlite3
import zlib
from pathlib import Path

import pytest
from sqlalchemy import func, select

from skyledger.errors import LedgerError
from skyledger.ledger import Ledger, open_ledger, tables
from skyledger.ledger.columns import WORD_BITS, code_of, day_number, instant_number, instant_text, long_id, short_id
from skyledger.ledger.kept import told_rows, told_tables
from skyledger.ledger.migrations import NEWEST
from skyledger.ledger.opening import open_database
from skyledger.ledger.packing import FIRST, GROWTH, Packing
from skyledger.model import ClaimStatus, Fate, Kind, Modality, ObjectType
from tests.builders import NOW, a_claim, a_decision, a_document
from tests.ledger.entries import an_entry
from tests.ledger.formats import FORMAT_5, make_of_format, rows_of_export
from tests.ledger.server import Server

LINES = [f'{{"id": "{number}", "words": "ночь и день"}}' for number in range(FIRST)]


def dictionaries(address: str) -> dict[str, int]:
    database = open_database(address)
    c = tables.dictionaries.c
    with database.reading() as connection:
        found = dict(tuple(row) for row in connection.execute(select(c.kind, func.count()).group_by(c.kind)))
    database.close()
    return found


def add_posts(ledger: Ledger, name: str, posts: int) -> None:
    ledger.add(None, None, [an_entry(a_document(f"{name} {n}: 40 UAVs.", id=f"{name} {n}")) for n in range(posts)], NOW)


@pytest.mark.parametrize("text", ["", "{}", "ночь\nдень", "x" * 100_000])
def test_a_body_comes_back_with_and_without_a_dictionary(address: str, text: str) -> None:
    database = open_database(address)
    with database.writing() as connection:
        packing = Packing(connection)
        alone = packing.pack("documents", text)
        packing.learn(tables.documents, LINES, FIRST, "2026")
        packed = packing.pack("documents", text)
        assert (alone[0], packed[0]) == (0, 1)
        again = Packing(connection)
        assert again.unpack(alone) == again.unpack(packed) == again.unpack(zlib.compress(text.encode())) == text
    database.close()


def test_a_dictionary_makes_likes_of_it_short(path: Path) -> None:
    database = open_database(path)
    with database.writing() as connection:
        packing = Packing(connection)
        alone = packing.pack("documents", LINES[7])
        packing.learn(tables.documents, LINES, FIRST, "2026")
        assert len(packing.pack("documents", LINES[7])) < len(alone) / 3
    database.close()


@pytest.mark.parametrize("body", [b"", b"\0", b"\0\xff\xff", b"\x78\x9c", b"\x63\x00"])
def test_a_damaged_body_is_one_clear_line(path: Path, body: bytes) -> None:
    database = open_database(path)
    with database.reading() as connection, pytest.raises(LedgerError, match=r"a body (cannot be unpacked|needs dict)"):
        Packing(connection).unpack(body)
    database.close()


def test_a_ledger_learns_as_it_grows_and_old_bodies_stay_readable(ledger: Ledger, address: str) -> None:
    add_posts(ledger, "few", FIRST - 1)
    assert dictionaries(address) == {}
    add_posts(ledger, "one", 1)  # too few to learn from alone: those before are looked at too
    assert dictionaries(address) == {"documents": 1, "claims": 1, "issues": 1}
    add_posts(ledger, "many", FIRST * GROWTH)
    assert dictionaries(address) == {"documents": 2, "claims": 2, "issues": 2}
    assert len(ledger.documents()) == len(ledger.claims()) == len(ledger.issues()) == FIRST * (GROWTH + 1)
    assert list(ledger.faults()) == []


def test_a_falsified_dictionary_is_found(path: Path) -> None:
    with open_ledger(path) as ledger:
        add_posts(ledger, "post", FIRST)
    with sqlite3.connect(path) as foreign:
        foreign.execute("DROP TRIGGER dictionaries_no_update")
        foreign.execute("UPDATE dictionaries SET body = replace(CAST(body AS TEXT), 'UAVs', 'tigs')")
    foreign.close()
    with open_ledger(path) as ledger:
        assert list(ledger.faults()) != []


@pytest.mark.parametrize("words", [Kind, ClaimStatus, Fate, ObjectType, Modality], ids=lambda words: words.__name__)
def test_no_two_words_of_one_kind_share_a_code(words: type[Kind]) -> None:
    assert len({code_of(word.value, WORD_BITS) for word in words}) == len(words)


def test_codes_are_the_same_for_ever() -> None:
    assert code_of("fire", WORD_BITS) == 764
    assert day_number("2025-12-11") == 20433
    assert instant_text(instant_number("1969-12-31T23:59:59.999999+00:00")) == "1969-12-31T23:59:59.999999+00:00"


@pytest.mark.parametrize(
    "id", ["c1-760c63758b5ce46c", "c1-760C63758B5CE46C", "c1-760c63758b5ce46", "760c63758b5ce46c", "c1-", "", "подія"]
)
def test_an_id_of_a_claim_comes_back_as_it_was(id: str) -> None:
    assert long_id(short_id(id)) == id
    assert len(short_id("c1-760c63758b5ce46c")) == 9


def test_claims_whose_words_share_a_code_are_told_apart(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("skyledger.ledger.rows._word_code", lambda _word: 1)
    for module in ("rows", "columns"):
        monkeypatch.setattr(f"skyledger.ledger.{module}.code_of", lambda _word, _bits: 1)
    post = a_document()
    ledger.add(None, None, [an_entry(post, claims=(a_claim(post),))], NOW)
    assert len(ledger.claims(region="RU-KLU", kinds=[Kind.INTERCEPTION])) == 1
    assert ledger.claims(region="RU-TUL") == ledger.claims(kinds=[Kind.FIRE]) == ()


@pytest.mark.parametrize("kind", ["sqlite", "postgresql"])
def test_a_ledger_of_format_5_is_brought_to_shape_and_its_chain_holds(
    path: Path, kind: str, request: pytest.FixtureRequest
) -> None:
    address = str(path)
    if kind == "postgresql":
        server: Server = request.getfixturevalue("server")
        address = server.new_database()
    rows = rows_of_export(FORMAT_5)
    make_of_format(5, address, rows)
    with open_ledger(address) as ledger:
        assert list(ledger.faults()) == []
        ledger.decide(a_decision(id="later"), NOW)
        add_posts(ledger, "later", FIRST)
        assert list(ledger.faults()) == []
    database = open_database(address)
    with database.reading() as connection:
        told = {t.name: [row for chunk in told_rows(connection, t) for row in chunk] for t in told_tables()}
    database.close()
    for name, before in rows.items():
        assert told[name][: len(list(before))] == before


def test_an_export_of_format_5_is_read_and_written_as_it_was(path: Path, tmp_path: Path) -> None:
    with open_ledger(path) as ledger:
        ledger.import_from(FORMAT_5)
        assert list(ledger.faults()) == []
        ledger.export_to(tmp_path / "again")
    for file in FORMAT_5.glob("*.jsonl"):
        assert (tmp_path / "again" / file.name).read_bytes() == file.read_bytes(), file.name


def test_an_export_of_an_unknown_older_format_is_refused(path: Path, tmp_path: Path) -> None:
    folder = tmp_path / "older"
    shutil.copytree(FORMAT_5, folder)
    manifest = json.loads((folder / "manifest.json").read_text("utf-8"))
    assert manifest["ledger_format"] < NEWEST
    (folder / "manifest.json").write_text(json.dumps(manifest | {"ledger_format": 4}), "utf-8")
    with open_ledger(path) as ledger, pytest.raises(LedgerError, match="older skyledger"):
        ledger.import_from(folder)


def test_readers_share_dictionaries_and_a_write_taken_back_leaves_none(path: Path) -> None:
    database = open_database(path)
    with database.writing() as connection:
        begun = connection.begin_nested()
        Packing(connection).learn(tables.documents, ["a line"] * FIRST, FIRST, NOW.isoformat())
        assert Packing(connection).unpack(Packing(connection).pack("documents", "a line")) == "a line"
        begun.rollback()
    with database.writing() as connection:
        Packing(connection).learn(tables.documents, ["other words"] * FIRST, FIRST, NOW.isoformat())
        body = Packing(connection).pack("documents", "other words once")
    for _ in range(2):
        with database.reading() as connection:
            assert Packing(connection).unpack(body) == "other words once"
    database.close()
