"""The log: each write in it once, its time never backwards, and whatever is done past it is named."""

import re
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

import pytest

from skyledger.ledger import Ledger, open_ledger
from skyledger.ledger.chain import GENESIS, entries
from skyledger.ledger.opening import open_database
from skyledger.model import PlaceKind
from tests.builders import NOW, a_claim, a_decision, a_document, a_place
from tests.ledger.entries import RAW, a_file, an_entry
from tests.ledger.formats import take_back_to


def log_of(address: str) -> list[tuple[str, dict[str, int], str]]:
    database = open_database(address)
    with database.reading() as connection:
        found = [
            (e.what, {name: r.rows for name, r in e.body().reach.items()}, e.body().clock) for e in entries(connection)
        ]
    database.close()
    return found


def faults(address: str | Path) -> list[str]:
    with open_ledger(address) as ledger:
        return list(ledger.faults())


def test_each_write_is_one_entry_and_a_sound_ledger_has_no_fault(ledger: Ledger, address: str) -> None:
    ledger.add(a_file(), RAW, [an_entry(), an_entry(a_document("Another."))], NOW)
    ledger.decide(a_decision())
    assert log_of(address) == [
        ("add", {"files": 1, "raws": 1, "documents": 2, "derivations": 2}, ""),
        ("decide", {"decisions": 1}, ""),
    ]
    assert list(ledger.faults()) == []


def test_a_write_that_stores_nothing_leaves_no_entry(ledger: Ledger, address: str) -> None:
    for _ in range(2):
        ledger.add(a_file(), RAW, [an_entry()], NOW)
        ledger.decide(a_decision())
    assert [what for what, _, _ in log_of(address)] == ["add", "decide"]


def test_each_entry_holds_the_hash_of_the_one_before(ledger: Ledger, address: str) -> None:
    for number in range(3):
        ledger.add(None, None, [an_entry(a_document(f"Post {number}."))], NOW)
    database = open_database(address)
    with database.reading() as connection:
        chain = list(entries(connection))
    database.close()
    assert [e.previous for e in chain] == [GENESIS, chain[0].hash, chain[1].hash]
    assert all(e.hash == e.hash_made_anew() for e in chain)


def test_a_clock_that_goes_backwards_is_noted_and_not_followed(ledger: Ledger, address: str) -> None:
    early = NOW - timedelta(days=3)
    ledger.add(None, None, [an_entry(a_document("First.", id="a"))], NOW)
    ledger.add(None, None, [an_entry(a_document("Second.", id="a"))], early)
    ledger.decide(a_decision(), early)
    assert [version.received_at for version in ledger.document_versions("a")] == [NOW, NOW]
    assert [clock[:10] for _, _, clock in log_of(address)] == ["", *[early.date().isoformat()] * 2]
    assert list(ledger.faults()) == []


@contextmanager
def forging(path: Path, *tables: str) -> Iterator[sqlite3.Connection]:
    """Open the file as somebody who takes the triggers away first."""
    with sqlite3.connect(path) as connection:
        for table in tables:
            for guard in ("update", "delete", "replace"):
                connection.execute(f"DROP TRIGGER {table}_no_{guard}")
        yield connection
    connection.close()


@pytest.fixture
def full(path: Path) -> Path:
    listed = a_place("RU-KLU+RU-BRY", "Two regions", kind=PlaceKind.LIST, parts=("RU-KLU", "RU-BRY"))
    with open_ledger(path) as ledger:
        for number in range(3):
            post, raw = a_document(f"Post {number}: 40 UAVs overnight."), RAW + str(number).encode()
            entry = an_entry(post, claims=(a_claim(post, place=listed),))
            ledger.add(a_file(raw, path=f"{number}.jsonl"), raw, [entry], NOW + timedelta(hours=number))
        ledger.decide(a_decision(), NOW + timedelta(hours=5))
    assert faults(path) == []
    return path


FORGERIES = {
    "decisions": (
        "UPDATE decisions SET body = replace(body, 'Read it', 'Mine')",
        "decisions after row 0 are not those",
    ),
    "files": ("UPDATE files SET path = 'other' WHERE row = 2", "rows of files after row 1 are not those it wrote"),
    "documents": ("UPDATE documents SET received_at = '2020' WHERE row = 2", "documents after row 1 are not those"),
    "derivations": ("UPDATE derivations SET extractor = 'x' WHERE row = 3", "derivations after row 2 are not those"),
    "runs": (
        "INSERT INTO runs (run, body, received_at) VALUES ('r', '{}', '2026')",
        "runs: rows after 0 are in no log",
    ),
    "log": ("UPDATE log SET what = 'decide' WHERE row = 1", "entry 1 .* is not what its hash was made of"),
    "raws": ("DELETE FROM raws WHERE row = 3", "wrote 1 rows of raws after row 2; 0 are there"),
}


@pytest.mark.parametrize("table", FORGERIES)
def test_what_is_forged_past_the_triggers_is_named(full: Path, table: str) -> None:
    statement, said = FORGERIES[table]
    with forging(full, table) as connection:
        connection.execute(statement)
    assert re.search(said, faults(full)[0])


def test_an_entry_taken_out_is_named(full: Path) -> None:
    with forging(full, "log") as connection:
        connection.execute("DELETE FROM log WHERE row = 2")
    assert "log entry 3" in faults(full)[0]
    assert "does not follow the entry before it" in faults(full)[0]


def test_the_last_write_taken_out_with_its_entry_leaves_no_trace_inside(full: Path) -> None:
    """What only a list of hashes kept elsewhere can show (docs/ledger.md)."""
    with forging(full, "log", "decisions") as connection:
        connection.execute("DELETE FROM decisions")
        connection.execute("DELETE FROM log WHERE what = 'decide'")
    assert faults(full) == []


def test_rows_of_another_program_are_named_also_after_the_next_write(full: Path) -> None:
    with forging(full) as connection:
        connection.execute("INSERT INTO runs (run, body, received_at) VALUES ('r', '{}', '2026')")
    with open_ledger(full) as ledger:
        ledger.add(None, None, [an_entry(a_document("Later."))], NOW + timedelta(days=1))
    assert any("another program put in rows: 1 of runs" in fault for fault in faults(full))


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ("UPDATE claims SET status = '1' WHERE row = 1", "is filed under another status than it says"),
        ("UPDATE claims SET night = '2020-01-01' WHERE row = 2", "is filed under another night than it says"),
        ("UPDATE claim_parts SET place = 'RU-TUL' WHERE row = 1", "is filed under other places than it lists"),
    ],
)
def test_a_claim_filed_where_it_does_not_belong_is_named(full: Path, change: str, said: str) -> None:
    with forging(full, "claims", "claim_parts") as connection:
        connection.execute(change)
    assert any(said in fault for fault in faults(full))


def test_a_ledger_from_before_the_log_is_taken_in_as_it_is(path: Path) -> None:
    with open_ledger(path) as ledger:
        ledger.add(a_file(), RAW, [an_entry()], NOW)
    take_back_to(1, path)
    with open_ledger(path) as ledger:
        ledger.decide(a_decision(), NOW)
        assert list(ledger.faults()) == []
    assert [what for what, _, _ in log_of(str(path))] == ["adopted", "decide"]
