"""Several processes on one ledger, and one that is killed."""

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from skyledger.ledger import open_ledger
from tests.builders import NOW
from tests.ledger.entries import RAW, a_file, an_entry

ROOT = Path(__file__).parents[2]

ADD_MANY = """
import sys
from skyledger.ledger import Entry, open_ledger
from tests.builders import NOW, a_claim, a_document
from tests.ledger.entries import a_file

path, name, files, posts = sys.argv[1], sys.argv[2], int(sys.argv[3]), int(sys.argv[4])
print("ready", flush=True)
sys.stdin.readline()
with open_ledger(path) as ledger:
    for number in range(files):
        raw = f"{name} {number}".encode()
        batch = [a_document(f"{name} {number} {post}") for post in range(posts)]
        entries = [Entry(document=post, claims=(a_claim(post),)) for post in batch]
        ledger.add(a_file(raw, path=name), raw, entries, NOW)
"""

STOP_IN_THE_MIDDLE = """
import random, sys, time
from sqlalchemy import Engine, event
from skyledger.ledger import Entry, open_ledger
from tests.builders import NOW, a_claim, a_document
from tests.ledger.entries import RAW, a_file

table = sys.argv[2]

@event.listens_for(Engine, "after_cursor_execute")
def stop(connection, cursor, statement, parameters, context, executemany):
    if statement.startswith(f"INSERT INTO {table} "):
        print("stopped", flush=True)
        time.sleep(60)

with open_ledger(sys.argv[1]) as ledger:
    # More than the page cache holds, so that part of it is already in the write-ahead file when the kill comes.
    batch = [a_document(f"Post {number}. " + random.randbytes(1000).hex()) for number in range(4000)]
    ledger.add(a_file(), RAW, [Entry(document=post, claims=(a_claim(post),)) for post in batch], NOW)
"""


def start(program: str, *arguments: object) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", program, *map(str, arguments)]
    return subprocess.Popen(command, cwd=ROOT, text=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE)


def first_line(process: subprocess.Popen[str]) -> str:
    assert process.stdout is not None
    return process.stdout.readline().strip()


def test_writers_at_the_same_time_all_succeed(address: str) -> None:
    # The ledger does not exist yet: making it is part of the race.
    writers = [start(ADD_MANY, address, name, 5, 100) for name in ("one", "two", "three")]
    assert [first_line(writer) for writer in writers] == ["ready"] * 3
    for writer in writers:
        assert writer.stdin is not None
        writer.stdin.write("go\n")
        writer.stdin.flush()
    for writer in writers:
        writer.communicate(timeout=90)
    assert [writer.returncode for writer in writers] == [0, 0, 0]
    with open_ledger(address) as ledger:
        stats = ledger.stats()
        assert (stats.files, stats.documents, stats.claims) == (15, 1500, 1500)
        assert len(ledger.claims()) == 1500


@pytest.mark.parametrize("table", ["raws", "documents", "claims"])
def test_a_process_killed_in_the_middle_leaves_nothing_of_its_file(path: Path, table: str) -> None:
    with open_ledger(path) as ledger:
        ledger.add(a_file(b"before"), b"before", [an_entry()], NOW)
    victim = start(STOP_IN_THE_MIDDLE, path, table)
    assert first_line(victim) == "stopped"
    with open_ledger(path) as reader:
        assert reader.stats().documents == 1  # what is not committed is not seen
    if table != "raws":
        # The kill finds megabytes of it on disk already, uncommitted.
        assert path.with_name(f"{path.name}-wal").stat().st_size > 1_000_000
    victim.send_signal(signal.SIGKILL)
    victim.communicate(timeout=30)
    assert victim.returncode == -signal.SIGKILL
    with open_ledger(path) as ledger:
        stats = ledger.stats()
        assert (stats.files, stats.documents, stats.claims) == (1, 1, 1)
        assert not ledger.has_file(a_file().sha256)
        assert ledger.add(a_file(), RAW, [an_entry()], NOW).documents_known == 1
        assert ledger.raw(a_file().sha256) == RAW
