"""The first command a new user runs."""

from pathlib import Path

from tests.cli.conftest import Command


def test_demo_prints_the_night_and_writes_the_page(command: Command, tmp_path: Path) -> None:
    answer = command("demo")
    assert (answer.code, answer.err) == (0, "")
    assert "Night to 2025-12-11" in answer.out
    assert "287 UAVs; Russian Ministry of Defence (RU)" in answer.out
    assert answer.out.endswith(f"report     {tmp_path / 'sitrep.html'}\n")
    page = (tmp_path / "sitrep.html").read_text("utf-8")
    assert page.startswith("<!doctype html>")
    assert "287" in page


def test_demo_starts_anew_unless_told_to_keep(command: Command) -> None:
    command("demo")
    assert "files      18 read, 0 known" in command("demo").out
    kept = command("demo", "--keep").out
    assert "documents  0 new" in kept
    assert "files      0 read" in kept


def test_demo_never_removes_a_ledger_that_was_named(command: Command, tmp_path: Path) -> None:
    command("demo", "--ledger", "mine.db", "--out", "first.html")
    assert "files      0 read" in command("demo", "--ledger", "mine.db", "--out", "second.html").out
    assert sorted(path.name for path in tmp_path.iterdir()) == ["first.html", "mine.db", "second.html"]


def test_demo_that_cannot_write_its_page_is_misuse(command: Command) -> None:
    answer = command("demo", "-o", "no/such/folder/x.html")
    assert answer.code == 2
    assert "no/such/folder/x.html" in answer.err
