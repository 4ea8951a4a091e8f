"""A program that is killed while it settles, and several that settle at once."""

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from skyledger import flow
from skyledger.ledger import open_ledger
from tests.builders import NOW
from tests.flow.streams import derived_anew, stored

ROOT = Path(__file__).parents[2]

SETTLE_AND_STOP = """
import sys, time
from sqlalchemy import Engine, event
from skyledger import flow
from skyledger.ledger import Entry, open_ledger
from tests.builders import NOW, a_claim, a_document

path, table = sys.argv[1], sys.argv[2]

@event.listens_for(Engine, "after_cursor_execute")
def stop(connection, cursor, statement, parameters, context, executemany):
    if statement.startswith(f"INSERT INTO {table} "):
        print("stopped", flush=True)
        time.sleep(60)

with open_ledger(path) as ledger:
    for number in range(30):
        post = a_document(f"Post {number}: 40 UAVs", id=f"{table}-{number}")
        ledger.add(None, None, [Entry(document=post, claims=(a_claim(post),))], NOW)
    flow.settle(ledger, NOW)
"""

SETTLE = """
import sys
from skyledger import flow
from skyledger.ledger import Entry, open_ledger
from tests.builders import NOW, a_claim, a_document

with open_ledger(sys.argv[1]) as ledger:
    for number in range(5):
        post = a_document(f"Post {number} of {sys.argv[2]}: 40 UAVs", id=f"{sys.argv[2]}-{number}")
        ledger.add(None, None, [Entry(document=post, claims=(a_claim(post),))], NOW)
        flow.settle(ledger, NOW)
"""


def start(program: str, *arguments: object) -> "subprocess.Popen[str]":
    command = [sys.executable, "-c", program, *map(str, arguments)]
    return subprocess.Popen(command, cwd=ROOT, text=True, stdout=subprocess.PIPE)


@pytest.mark.parametrize("table", ["incident_versions", "incident_claims", "marks", "settlements"])
def test_a_settlement_that_was_killed_is_made_by_who_asks_next(tmp_path: Path, table: str) -> None:
    path = tmp_path / "x.ledger"
    process = start(SETTLE_AND_STOP, path, table)
    assert process.stdout is not None
    assert process.stdout.readline().strip() == "stopped"
    process.send_signal(signal.SIGKILL)
    process.communicate(timeout=30)
    with open_ledger(path) as ledger:
        assert ledger.incidents.last_settlement() is None
        assert not flow.is_settled(ledger)
        [incident] = flow.ledger_incidents(ledger, now=NOW)
        assert len(incident.claims) == 30
        assert flow.is_settled(ledger)
        assert stored(ledger) == derived_anew(ledger)
        assert list(ledger.faults()) == []


def test_several_that_settle_at_once_settle_everything_once(tmp_path: Path) -> None:
    path = tmp_path / "x.ledger"
    others = [start(SETTLE, path, name) for name in ("one", "two", "three")]
    for other in others:
        other.communicate(timeout=120)
    assert [other.returncode for other in others] == [0, 0, 0]
    with open_ledger(path) as ledger:
        assert flow.is_settled(ledger)
        assert stored(ledger) == derived_anew(ledger)
        [version] = ledger.incidents.standing()
        assert [v.number for v in ledger.incidents.history(version.id)] == list(range(1, version.number + 1))
        assert list(ledger.faults()) == []
