"""What every command shares: help, version, misuse, and that nothing ever ends in a traceback."""

import io
import os
import subprocess
import sys
from pathlib import Path

import pytest

from skyledger import __version__
from tests.cli.conftest import Command
from tests.cli.posts import write_posts

PROGRAM = [sys.executable, "-m", "skyledger"]


def test_version(command: Command) -> None:
    assert command("--version").out == f"skyledger {__version__}\n"


def test_help_names_every_command(command: Command) -> None:
    answer = command("--help")
    assert answer.code == 0
    for name in ("demo", "add", "refresh", "extract", "incidents", "sitrep", "why", "explain", "stats", "issues"):
        assert f"\n  {name} " in answer.out


@pytest.mark.parametrize("words", [(), ("packs",)])
def test_without_a_command_help_is_printed_and_it_is_misuse(command: Command, words: tuple[str, ...]) -> None:
    answer = command(*words)
    assert answer.code == 2
    assert answer.out.startswith("Usage: skyledger")
    assert answer.err == ""


@pytest.mark.parametrize(
    ("words", "part"),
    [
        (("nonsense",), "nonsense"),
        (("why",), "ID"),
        (("add",), "PATH"),
        (("stats", "--nonsense"), "--nonsense"),
        (("sitrep", "--format", "pdf"), "pdf"),
        (("packs", "nonsense"), "nonsense"),
    ],
)
def test_misuse_is_one_line_that_names_the_word(command: Command, words: tuple[str, ...], part: str) -> None:
    answer = command(*words)
    assert answer.code == 2
    assert part in answer.complaint
    assert "--help" in answer.complaint


@pytest.mark.parametrize("words", [("stats",), ("issues",), ("sitrep",), ("why", "c1-0123456789abcdef"), ("refresh",)])
def test_asking_where_there_is_no_ledger_leaves_none_behind(
    command: Command, tmp_path: Path, words: tuple[str, ...]
) -> None:
    answer = command(*words, "--ledger", "absent.db")
    assert answer.code == 2
    assert answer.complaint.startswith("absent.db: there is no ledger here")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("content", [b"this is a diary, not a database\n" * 40, b"SQLite format 3\x00 cut off"])
def test_a_broken_ledger_file_is_one_line_and_stays_as_it_is(command: Command, tmp_path: Path, content: bytes) -> None:
    (tmp_path / "broken.db").write_bytes(content)
    for words in (("stats",), ("add", tmp_path)):
        answer = command(*words, "--ledger", "broken.db")
        assert answer.code == 2
        assert "broken.db" in answer.complaint
    assert (tmp_path / "broken.db").read_bytes() == content


def test_ledger_in_a_folder_that_is_not_there(command: Command, tmp_path: Path) -> None:
    answer = command("add", tmp_path, "--ledger", "no/such/folder/x.db")
    assert answer.code == 2
    assert "no/such/folder" in answer.complaint


def test_an_empty_name_is_no_default(command: Command) -> None:
    answer = command("stats", "--ledger", "")
    assert answer.code == 2
    assert "empty" in answer.complaint


def test_the_ledger_named_last_wins(command: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SKYLEDGER_LEDGER", "environment.db")
    assert command("stats").complaint.startswith("environment.db:")
    assert command("--ledger", "before.db", "stats").complaint.startswith("before.db:")
    assert command("--ledger", "before.db", "stats", "--ledger", "after.db").complaint.startswith("after.db:")


def test_a_fault_in_skyledger_itself_is_one_line_unless_asked_for(tmp_path: Path) -> None:
    program = "from skyledger.cli import main, options\nmain.run = lambda: 1 // 0\nmain.main()"
    for debug, lines in (("", 1), ("1", 6)):
        environment = {**os.environ, "SKYLEDGER_DEBUG": debug}
        ended = subprocess.run(
            [sys.executable, "-c", program], capture_output=True, text=True, env=environment, cwd=tmp_path, check=False
        )
        assert ended.returncode == 1
        assert "ZeroDivisionError" in ended.stderr
        assert (len(ended.stderr.splitlines()) == 1) == (lines == 1)


def test_a_reader_that_goes_away_ends_it_quietly(tmp_path: Path) -> None:
    lines = "".join(f'{{"id": "{n}", "text": "Nothing to see here, number {n}."}}\n' for n in range(3000))
    (tmp_path / "many.jsonl").write_text(lines)
    with subprocess.Popen(
        [*PROGRAM, "extract", "many.jsonl"], stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=tmp_path
    ) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        running.stdout.readline()
        running.stdout.close()
        complaint = running.stderr.read()
    assert running.returncode == 1
    assert complaint == b""


def test_an_interrupt_is_one_line(command: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    class Interrupted(io.BytesIO):
        def read(self, size: int | None = -1) -> bytes:
            raise KeyboardInterrupt

    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(Interrupted()))
    answer = command("extract", "-")
    assert answer.code == 130
    assert answer.complaint == "interrupted; what was finished before is kept"


def test_output_is_utf8_whatever_the_locale(tmp_path: Path) -> None:
    write_posts(tmp_path / "posts.jsonl")
    environment = {**os.environ, "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONIOENCODING": "latin-1"}
    ended = subprocess.run(
        [*PROGRAM, "extract", "posts.jsonl"], capture_output=True, env=environment, cwd=tmp_path, check=True
    )
    assert "Калужской" in ended.stdout.decode("utf-8")


def test_completion_knows_the_commands(tmp_path: Path) -> None:
    environment = {
        **os.environ,
        "_SKYLEDGER_COMPLETE": "complete_bash",
        "COMP_WORDS": "skyledger st",
        "COMP_CWORD": "1",
    }
    ended = subprocess.run([*PROGRAM], capture_output=True, text=True, env=environment, cwd=tmp_path, check=False)
    assert ended.stdout.split() == ["stats"]
