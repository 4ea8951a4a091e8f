"""``verify``, ``backup``, ``restore``: a fault is found and named, a copy is whole, nothing is overwritten."""

import json
import shutil
import sqlite3
import subprocess
import zlib
from pathlib import Path

import pytest

from tests.cli.conftest import Command
from tests.cli.posts import write_posts


@pytest.fixture
def filled(command: Command, tmp_path: Path) -> Command:
    assert command("add", write_posts(tmp_path / "posts.jsonl")).code == 0
    return command


def reworded(body: bytes | None, old: str, new: str) -> bytes | None:
    """Return a packed body with other words; a ledger of few texts packs without a dictionary."""
    if body is None:
        return None
    assert body[0] == 0
    stream = zlib.compressobj(wbits=-15)
    text = zlib.decompress(body[1:], -15).decode().replace(old, new)
    return bytes(1) + stream.compress(text.encode()) + stream.flush()


def spoil(path: Path, statement: str) -> None:
    """Change a ledger behind its back: triggers are dropped first, as an intruder would."""
    with sqlite3.connect(path) as connection:
        connection.create_function("reworded", 3, reworded)
        for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            connection.execute(f"DROP TRIGGER {name}")
        connection.execute(statement)


def test_a_sound_ledger(filled: Command) -> None:
    answer = filled("verify")
    assert (answer.code, answer.err) == (0, "")
    assert "sound" in answer.out


@pytest.mark.parametrize(
    ("statement", "part"),
    [
        ("UPDATE raws SET body = x'00'", "cannot be unpacked"),
        ("UPDATE documents SET body = reworded(body, 'Калужской', 'Калужскай')", "is not what its key was made of"),
        ("UPDATE claims SET body = reworded(body, '12', '13')", "are not what its key was made of"),
        ("DELETE FROM claims WHERE row = 1", "are not what its key was made of"),
        ("DELETE FROM derivations", "names a row that is not there"),
        ("UPDATE documents SET body = 'x'", "this version cannot read"),
    ],
)
def test_every_change_is_found_and_named(filled: Command, tmp_path: Path, statement: str, part: str) -> None:
    spoil(tmp_path / "skyledger.db", statement)
    answer = filled("verify")
    assert answer.code == 1
    assert part in answer.out


def test_flipped_bytes_are_one_line(filled: Command, tmp_path: Path) -> None:
    path = tmp_path / "skyledger.db"
    data = bytearray(path.read_bytes())
    for at in range(4096 * 3, len(data), 997):
        data[at] ^= 0xFF
    path.write_bytes(data)
    answer = filled("verify")
    assert answer.code in (1, 2)
    assert len((answer.out + answer.err).splitlines()) >= 1
    assert "Traceback" not in answer.err


def test_backup_and_restore_give_the_same_report(filled: Command, tmp_path: Path) -> None:
    assert filled("backup", "copy.db").code == 0
    assert filled("restore", "copy.db", "--ledger", "new.db").code == 0
    assert filled("incidents", tmp_path / "posts.jsonl").code == 0
    assert filled("decisions", "--ledger", "new.db").code == 0
    old, new = (filled("issues", "--json", *words).out for words in ((), ("--ledger", "new.db")))
    assert old == new
    assert not list(tmp_path.glob("*.partial"))


def test_nothing_is_overwritten(filled: Command, tmp_path: Path) -> None:
    (tmp_path / "copy.db").write_text("mine", "utf-8")
    answer = filled("backup", "copy.db")
    assert (answer.code, answer.err.count("\n")) == (2, 1)
    assert (tmp_path / "copy.db").read_text("utf-8") == "mine"
    assert filled("backup", "good.db").code == 0
    again = filled("restore", "good.db")
    assert (again.code, "is there already" in again.err) == (2, True)


def test_a_copy_with_a_fault_is_not_restored(filled: Command, tmp_path: Path) -> None:
    assert filled("backup", "copy.db").code == 0
    spoil(tmp_path / "copy.db", "UPDATE raws SET body = x'00'")
    answer = filled("restore", "copy.db", "--ledger", "new.db")
    assert answer.code == 1
    assert not (tmp_path / "new.db").exists()


@pytest.mark.parametrize(
    "words", [("restore", "empty"), ("verify", "--ledger", "empty"), ("stats", "--ledger", "empty")]
)
def test_an_empty_file_is_no_ledger_and_stays_empty(filled: Command, tmp_path: Path, words: tuple[str, ...]) -> None:
    (tmp_path / "empty").write_bytes(b"")
    answer = filled(*words, *(("--ledger", "new.db") if words[0] == "restore" else ()))
    assert (answer.code, "is empty" in answer.err) == (2, True)
    assert (tmp_path / "empty").stat().st_size == 0
    assert not (tmp_path / "new.db").exists()


def test_export_and_import_give_the_same_report(filled: Command) -> None:
    assert filled("export", "out", "--parquet").code == 0
    answer = filled("import", "out", "--ledger", "new.db", "--json")
    assert (answer.code, json.loads(answer.out)["rows"]["documents"] > 0) == (0, True)
    old, new = (json.loads(filled("sitrep", "--json", *words).out) for words in ((), ("--ledger", "new.db")))
    assert {**old, "made_at": ""} == {**new, "made_at": ""}
    again = filled("import", "out", "--ledger", "new.db")
    assert (again.code, "holds a ledger already" in again.complaint) == (2, True)


def test_an_import_that_fails_leaves_no_ledger(filled: Command, tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    assert "is no export" in filled("import", "out", "--ledger", "new.db").complaint
    assert not list(tmp_path.glob("new.db*"))


def test_a_signed_list_of_hashes_holds(filled: Command, tmp_path: Path) -> None:
    if shutil.which("ssh-keygen") is None:
        pytest.skip("ssh-keygen is not installed; on Debian: apt-get install openssh-client")
    subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", str(tmp_path / "key")], check=True)
    assert filled("hashes", "-o", "list", "--sign", "key").code == 0
    assert (tmp_path / "list.sig").read_text("utf-8").startswith("-----BEGIN SSH SIGNATURE-----")
    assert filled("verify", "--hashes", "list").code == 0
    assert filled("compact").code == 0
    assert filled("verify", "--hashes", "list").code == 0


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("hashes", "--sign", "key"), "--out FILE"),
        (("hashes", "-o", "list", "--sign", "missing"), "--sign missing:"),
        (("verify", "--hashes", "missing"), "cannot be read as a list of hashes"),
        (("export", "."), "is not empty"),
    ],
)
def test_what_cannot_be_carried_is_one_line(filled: Command, words: tuple[str, ...], said: str) -> None:
    answer = filled(*words)
    assert answer.code == 2
    assert said in answer.complaint


def test_an_incident_that_does_not_follow_from_the_claims_is_a_fault(filled: Command, tmp_path: Path) -> None:
    assert filled("sitrep").code == 0
    assert filled("verify").code == 0
    with sqlite3.connect(tmp_path / "skyledger.db") as forger:
        triggers = forger.execute("SELECT name FROM sqlite_master WHERE type = 'trigger' AND name LIKE '%settlements%'")
        for (name,) in triggers.fetchall():
            forger.execute(f"DROP TRIGGER {name}")
        forger.execute("UPDATE settlements SET versions = versions + 1")
    answer = filled("verify")
    assert answer.code == 1
    assert "settlements" in answer.out
