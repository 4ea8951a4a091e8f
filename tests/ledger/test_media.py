"""Disks that fill up, files that may not be written, bytes that flip: one clear line, and nothing silently wrong."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest

from skyledger.cli.main import run
from skyledger.errors import LedgerError
from skyledger.ledger import Ledger, open_ledger
from skyledger.ledger.migrations import STEPS, Step
from tests.builders import NOW, a_claim, a_decision, a_document
from tests.ledger.entries import RAW, a_file, an_entry
from tests.ledger.formats import make_older
from tests.ledger.killing import ROOT


def big_write(ledger: Ledger) -> None:
    random = Random(1)  # words that do not get shorter
    posts = [a_document(f"Post {n}. " + random.randbytes(5000).hex(), id=f"big {n}") for n in range(400)]
    ledger.add(a_file(), RAW, [an_entry(post) for post in posts], NOW)


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of two megabytes."""
    folder = tmp_path / "small"
    folder.mkdir()
    mounted = os.getuid() == 0 and not subprocess.call(
        ["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", str(folder)], stderr=subprocess.DEVNULL
    )
    if not mounted:
        pytest.skip("a small tmpfs cannot be mounted here; it takes root")
    yield folder
    subprocess.check_call(["umount", str(folder)])


def test_a_full_disk_is_one_line_and_nothing_is_lost(small_disk: Path) -> None:
    with open_ledger(small_disk / "x.ledger") as ledger:
        ledger.add(None, None, [an_entry(a_document("Before.", id="before"))], NOW)
        with pytest.raises(LedgerError, match=r"x\.ledger: the disk is full .* nothing of this was stored"):
            big_write(ledger)
        assert list(ledger.documents()) == ["before"]
    with open_ledger(small_disk / "x.ledger") as ledger:
        assert list(ledger.faults()) == []
        ledger.decide(a_decision())


AS_NOBODY = """
import os, sys
from skyledger.cli.main import run
from skyledger.errors import LedgerError
from skyledger.ledger import open_ledger
from tests.builders import a_decision
open_ledger(sys.argv[1] + "-other").close()  # all modules are there before they cannot be read any more
os.setgroups([]); os.setgid(65534); os.setuid(65534)
try:
    with open_ledger(sys.argv[1]) as ledger:
        print(len(ledger.documents()))
        ledger.decide(a_decision())
except LedgerError as error:
    print(error)
"""


def test_a_file_that_may_not_be_written_is_one_line(tmp_path: Path) -> None:
    if os.getuid() != 0:
        pytest.skip("it takes root to become somebody who may not write")
    folder = Path("/tmp") / f"skyledger-{os.getpid()}"  # pytest's own folders are closed to others
    folder.mkdir(mode=0o755)
    path = folder / "x.ledger"
    try:
        with open_ledger(path) as ledger:
            ledger.add(None, None, [an_entry()], NOW)
        path.chmod(0o444)
        command = [sys.executable, "-c", AS_NOBODY, str(path)]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
        assert "may not be written" in done.stdout or "cannot be opened" in done.stdout
    finally:
        for file in folder.iterdir():
            file.unlink()
        folder.rmdir()


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The bytes of a ledger with some of everything."""
    path = tmp_path_factory.mktemp("sound") / "x.ledger"
    with open_ledger(path) as ledger:
        for number in range(20):
            post, raw = a_document(f"Post {number}: 40 UAVs overnight, and no more."), b"raw %d" % number
            entry = an_entry(post, claims=(a_claim(post),))
            ledger.add(a_file(raw, path=f"{number}"), raw, [entry], NOW)
        ledger.decide(a_decision())
        ledger.compact()
        ledger.copy_to(path.with_name("copy"))
    return path.with_name("copy").read_bytes()


def reads(path: Path) -> tuple[object, ...]:
    with open_ledger(path) as ledger:
        raws = [ledger.raw(file.sha256) for file in ledger.files()]
        return ledger.documents(), ledger.claims(), ledger.issues(), ledger.decisions(), raws


def faults_of(path: Path) -> list[str]:
    """Return what is wrong with a file: what verify finds, or the one line that says why it cannot be opened."""
    try:
        with open_ledger(path) as ledger:
            return list(ledger.faults())
    except LedgerError as error:
        return [str(error)]
    finally:
        for end in ("-wal", "-shm"):
            path.with_name(path.name + end).unlink(missing_ok=True)


def test_a_flipped_bit_is_named_or_changes_nothing(path: Path, sound: bytes) -> None:
    path.write_bytes(sound)
    before, random, named = reads(path), Random(11), 0
    for _ in range(120):
        spoilt = bytearray(sound)
        spoilt[random.randrange(len(spoilt))] ^= 1 << random.randrange(8)
        path.write_bytes(spoilt)
        faults = faults_of(path)
        assert not any("\n" in fault for fault in faults)
        named += bool(faults)
        if not faults:  # it fell where nothing is written
            assert reads(path) == before
    assert named > 25  # of 120: the rest fell where nothing is written


@pytest.mark.parametrize("share", [0.0001, 0.1, 0.5, 0.9, 0.999])
def test_a_file_cut_short_is_named(path: Path, sound: bytes, share: float) -> None:
    path.write_bytes(sound[: int(len(sound) * share)])
    assert faults_of(path)


def test_a_step_that_fails_leaves_the_ledger_as_it_was(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make_older(path)

    def fail(connection: object) -> None:
        raise LedgerError("stopped half way")

    monkeypatch.setattr("skyledger.ledger.migrations.STEPS", (STEPS[0], STEPS[1], Step(3, "broken", fail)))
    with pytest.raises(LedgerError, match="stopped half way"):
        open_ledger(path)
    monkeypatch.undo()
    with open_ledger(path) as ledger:
        assert list(ledger.faults()) == []
        assert ledger.stats().documents == 1


def test_ten_gigabytes_of_nothing_are_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    junk = tmp_path / "junk.jsonl"
    with junk.open("wb") as file:
        file.truncate(10 * 1024**3)  # sparse: it takes no disk
    assert run(["add", str(junk), "--ledger", str(tmp_path / "x.ledger")]) == 1
    assert capsys.readouterr().err.count("\n") == 1
