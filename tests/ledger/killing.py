"""Killing processes that write, at random moments, and looking what is left. The soak does it many more times."""

import signal
import subprocess
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from skyledger import flow
from skyledger.ledger import open_ledger
from tests.builders import NOW
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
