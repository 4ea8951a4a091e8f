"""Killing processes that write, at random moments, and looking what is left. The soak does it many more times."""

import signal
import sqlite3
import subprocess
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from sqlalchemy import create_engine

from skyledger import flow
from skyledger.ledger import open_ledger
from skyledger.ledger.migrations.m0001_first import _TABLES as FIRST_TABLES
from skyledger.ledger.migrations.m0001_first import make_first_tables
from skyledger.ledger.sqlite import APPLICATION_ID
from tests.builders import NOW
from tests.ledger.entries import a_file, an_entry
from tests.ledger.victim import POSTS

ROOT = Path(__file__).parents[2]
LONGEST_S = 0.4


def start_victim(address: str, action: str, name: str) -> subprocess.Popen[str]:
    """Start a process and wait until it is about to open the ledger."""
    command = [sys.executable, "-m", "tests.ledger.victim", address, action, name]
    victim = subprocess.Popen(command, cwd=ROOT, text=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    assert victim.stdout is not None
    assert victim.stdout.readline() == "ready\n"
    return victim


def let_go(victim: subprocess.Popen[str]) -> None:
    """Let a victim begin."""
    assert victim.stdin is not None
    victim.stdin.write("go\n")
    victim.stdin.flush()


@dataclass
class Kills:
    """What was accepted in all rounds so far, and so must be there for ever."""

    random: Random
    files: set[str] = field(default_factory=set)
    decisions: set[str] = field(default_factory=set)
    rounds: int = 0

    def kill_once(self, address: str, action: str) -> None:
        """Start a process, kill it at a random moment, and check the ledger it leaves.

        Raises:
            AssertionError: Something accepted is gone or twice, or the ledger is not sound.
        """
        self.rounds += 1
        name = f"{action} {self.rounds}"
        victim = start_victim(address, action, name)
        let_go(victim)
        time.sleep(self.random.uniform(0, LONGEST_S))
        victim.send_signal(signal.SIGKILL)
        said, _ = victim.communicate(timeout=60)
        accepted = [line for line in said.splitlines() if line.startswith(name)]
        if action == "add":
            self.files.update(accepted)
        elif action == "decide":
            self.decisions.update(accepted)
        self.check(address)
        if action == "settle":
            self.check_incidents(address)

    def check_incidents(self, address: str) -> None:
        """Settle what the kill left, and hold the stored incidents against those that follow from all that is in."""
        with open_ledger(address) as ledger:
            flow.settle(ledger, NOW)
            assert flow.first_difference(ledger) is None
            assert list(ledger.faults()) == []

    def check_sound(self, address: str) -> None:
        """Check a ledger of one text that was there before."""
        with open_ledger(address) as ledger:
            assert list(ledger.faults()) == []
            assert (ledger.stats().documents, ledger.stats().claims) == (1, 1)

    def check(self, address: str) -> None:
        """Hold the ledger against what was accepted."""
        with open_ledger(address) as ledger:
            assert list(ledger.faults()) == []
            stored = [file.path.replace("/", " ") for file in ledger.files()]
            assert len(stored) == len(set(stored))
            assert self.files <= set(stored), self.files - set(stored)
            documents = ledger.documents()
            for file in stored:
                assert sum(id.startswith(f"{file} ") for id in documents) == POSTS
            assert len(ledger.claims()) == len(documents)
            made = [decision.id for decision in ledger.decisions()]
            assert len(made) == len(set(made))
            assert self.decisions <= set(made), self.decisions - set(made)


def make_older(path: Path) -> None:
    """Make a SQLite ledger of the first format, with one text."""
    newest = path.with_name(path.name + "-newest")
    with open_ledger(newest) as ledger:
        ledger.add(a_file(b"old"), b"old", [an_entry()], NOW)
    engine = create_engine(f"sqlite:///{path}")
    with engine.begin() as connection:
        connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
        make_first_tables(connection)
        connection.exec_driver_sql("INSERT INTO schema_steps VALUES (1, 'first')")
    engine.dispose()
    with sqlite3.connect(path) as old:
        old.execute("ATTACH ? AS newest", (str(newest),))
        for table in FIRST_TABLES:
            if table != "schema_steps":
                old.execute(f"INSERT INTO {table} SELECT * FROM newest.{table}")
    old.close()
