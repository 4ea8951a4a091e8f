"""What can be a ledger, and one clear line for what cannot."""

import os
import sqlite3
from pathlib import Path

import pytest

from skyledger.errors import LedgerError
from skyledger.ledger import open_ledger
from skyledger.ledger.migrations import NEWEST
from skyledger.ledger.opening import open_database
from skyledger.ledger.sqlite import APPLICATION_ID
from tests.builders import NOW
from tests.ledger.entries import an_entry
from tests.ledger.server import Server


def refusal(url: str | Path) -> str:
    with pytest.raises(LedgerError) as caught:
        open_ledger(url)
    message = str(caught.value)
    assert "\n" not in message
    assert caught.value.exit_code == 2
    return message


def test_a_new_file_is_made_and_marked(path: Path) -> None:
    open_ledger(path).close()
    connection = sqlite3.connect(path)
    assert connection.execute("PRAGMA application_id").fetchone() == (APPLICATION_ID,)
    assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    assert connection.execute("SELECT number FROM schema_steps").fetchall() == [(n,) for n in range(1, NEWEST + 1)]
    connection.close()


def test_an_empty_file_becomes_a_ledger(path: Path) -> None:
    path.touch()
    with open_ledger(path) as ledger:
        assert ledger.stats().documents == 0


@pytest.mark.parametrize("form", ["{}", "sqlite:///{}", "SQLite:///{}"])
def test_ways_to_name_a_file(path: Path, form: str) -> None:
    with open_ledger(form.format(path)) as ledger:
        ledger.add(None, None, [an_entry()], NOW)
    assert path.stat().st_size > 0
    with open_ledger(path) as ledger:
        assert ledger.stats().documents == 1


def test_names_that_are_not_ascii(tmp_path: Path) -> None:
    strange = tmp_path / os.fsdecode("ночь 100% #1?\udcff.ledger".encode("utf-8", "surrogateescape"))
    with open_ledger(strange) as ledger:
        ledger.add(None, None, [an_entry()], NOW)
    assert strange.exists()


def test_a_relative_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    open_ledger("sqlite:///here.ledger").close()
    assert (tmp_path / "here.ledger").exists()


@pytest.mark.parametrize("url", ["", "  ", "sqlite://", "sqlite:///"])
def test_an_empty_name(url: str) -> None:
    assert refusal(url) == "the name of the ledger is empty; name a file"


def test_a_ledger_in_memory() -> None:
    assert "would not be kept" in refusal(":memory:")
    assert "would not be kept" in refusal("sqlite:///:memory:")


@pytest.mark.parametrize("scheme", ["postgresql", "postgres", "postgresql+psycopg"])
def test_a_server_that_is_not_there_and_the_password_is_not_shown(scheme: str) -> None:
    message = refusal(f"{scheme}://desk:secret@127.0.0.1:1/ledger")
    assert "cannot be reached" in message
    assert "secret" not in message


def test_a_server_without_a_database() -> None:
    assert "names no database" in refusal("postgresql://desk:secret@127.0.0.1")


def test_an_address_of_another_kind() -> None:
    assert "mysql:// is no address of a ledger" in refusal("mysql://db/ledger")


def test_a_folder(tmp_path: Path) -> None:
    assert refusal(tmp_path) == f"{tmp_path}: is a folder, not a ledger"


def test_no_such_folder(tmp_path: Path) -> None:
    assert refusal(tmp_path / "no" / "x.ledger").endswith(f"the folder {tmp_path / 'no'} does not exist")


def test_a_file_where_a_folder_should_be(path: Path) -> None:
    path.touch()
    assert "Not a directory" in refusal(path / "x.ledger")


def test_a_name_the_system_refuses(tmp_path: Path) -> None:
    assert "File name too long" in refusal(tmp_path / ("x" * 300))
    assert "null byte" in refusal(str(tmp_path / "a\0b"))


def test_a_pipe(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert "not an ordinary file" in refusal(tmp_path / "pipe")


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="needs a folder that even root cannot write in: /proc")
def test_a_folder_that_cannot_be_written() -> None:
    assert "cannot be opened" in refusal("/proc/x.ledger")


@pytest.mark.parametrize("content", [b"id,text\n1,hello\n", b"x", b"SQLite format 4\0" + bytes(4096)])
def test_a_file_that_is_no_database_is_left_alone(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    assert "not a SQLite database" in refusal(path)
    assert path.read_bytes() == content


def test_a_damaged_database(path: Path) -> None:
    path.write_bytes(b"SQLite format 3\0" + b"\xff" * 8192)
    assert "damaged or not a ledger" in refusal(path)


def test_a_ledger_damaged_later_is_one_clear_line(path: Path) -> None:
    with open_ledger(path) as ledger:
        ledger.add(None, None, [an_entry()], NOW)
    content = bytearray(path.read_bytes())
    content[4096:] = b"\xff" * (len(content) - 4096)
    path.write_bytes(content)
    with pytest.raises(LedgerError, match="damaged"), open_ledger(path) as ledger:
        ledger.claims()


def test_another_programs_database_is_left_alone(path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE documents (row INTEGER PRIMARY KEY)")
    connection.close()
    content = path.read_bytes()
    assert "another program's SQLite database" in refusal(path)
    assert path.read_bytes() == content


def test_a_ledger_of_a_newer_skyledger(path: Path) -> None:
    open_ledger(path).close()
    connection = sqlite3.connect(path)
    connection.execute("INSERT INTO schema_steps VALUES (99, 'of the future')")
    connection.commit()
    connection.close()
    assert refusal(path) == (
        f"{path}: made by a newer skyledger (ledger format 99, this one knows {NEWEST}); upgrade skyledger to open it"
    )


def test_one_locked_for_too_long(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("skyledger.ledger.sqlite.BUSY_TIMEOUT_S", 0.2)
    blocker = sqlite3.connect(path, isolation_level=None)
    with open_ledger(path) as ledger:
        blocker.execute("BEGIN IMMEDIATE")
        assert ledger.claims() == ()  # readers wait for nobody
        with pytest.raises(LedgerError, match="another program has been writing"):
            ledger.add(None, None, [an_entry()], NOW)
        blocker.execute("ROLLBACK")
        assert ledger.add(None, None, [an_entry()], NOW).documents_new == 1
    blocker.close()


def test_a_server_plans_every_question_for_what_it_asks(server: Server) -> None:
    database = open_database(server.new_database())
    for transaction in (database.reading, database.writing):
        with transaction() as connection:
            assert connection.exec_driver_sql("SHOW plan_cache_mode").scalar_one() == "force_custom_plan"
    database.close()
