"""Processes killed at random moments: nothing accepted is lost, nothing is there twice, the ledger stays sound."""

import subprocess
from pathlib import Path
from random import Random

import pytest
from sqlalchemy import insert

from skyledger.errors import LedgerError
from skyledger.ledger import open_ledger, tables
from skyledger.ledger.database import Database
from skyledger.ledger.opening import open_database
from tests.builders import NOW
from tests.ledger.entries import an_entry
from tests.ledger.formats import make_older
from tests.ledger.killing import Kills, let_go, start_victim
from tests.ledger.server import HOW, Server, running_server, server_folder
from tests.ledger.victim import POSTS


def test_killed_while_writing(address: str) -> None:
    kills = Kills(Random(20251211))
    for action in ("add", "settle", "decide", "derive", "settle", "add", "derive", "settle", "decide", "add"):
        kills.kill_once(address, action)
    with open_ledger(address) as ledger:  # and it takes more
        ledger.add(None, None, [an_entry()], NOW)


@pytest.mark.parametrize("seed", range(4))
def test_killed_while_an_older_ledger_is_brought_to_shape(path: Path, seed: int) -> None:
    make_older(path)
    kills = Kills(Random(seed))
    victim = start_victim(str(path), "open", "x")
    let_go(victim)
    try:
        victim.wait(timeout=kills.random.uniform(0, 0.2))
    except subprocess.TimeoutExpired:
        victim.kill()
    victim.communicate()
    kills.check_sound(str(path))


def test_two_writers_and_eight_readers_at_once(address: str) -> None:
    open_ledger(address).close()
    writers = [start_victim(address, "add", f"writer {n}") for n in range(2)]
    readers = [start_victim(address, "read", f"reader {n}") for n in range(8)]
    for process in (*writers, *readers):
        let_go(process)
    for writer in writers:
        assert writer.stdout is not None
        for number in range(5):
            assert writer.stdout.readline().endswith(f" {number}\n")
            for reader in readers:
                let_go(reader)
    for writer in writers:
        writer.kill()
        writer.communicate()
    for reader in readers:
        said, _ = reader.communicate("stop\n", timeout=120)
        assert reader.returncode == 0, said
        assert len(said.split()) == 10
    with open_ledger(address) as ledger:
        assert list(ledger.faults()) == []
        assert ledger.stats().documents >= 10 * POSTS


def test_a_server_restarted_in_the_middle_of_a_write() -> None:
    programs = server_folder()
    if programs is None:
        pytest.skip(HOW)
    with running_server(programs) as server:
        address = server.new_database()

        database = open_database(address)
        with open_ledger(address) as ledger:
            ledger.add(None, None, [an_entry()], NOW)
            with pytest.raises(LedgerError, match="connection was lost; what was not finished is not stored"):
                _write_across_a_restart(database, server)
            assert ledger.add(None, None, [an_entry()], NOW).documents_known == 1  # reconnected by itself
            assert ledger.decisions() == ()
            assert list(ledger.faults()) == []
        database.close()


def _write_across_a_restart(database: Database, server: Server) -> None:
    with database.writing() as connection:
        row = {"decision": "d", "verb": "accept", "body": "{}", "received_at": "2025"}
        connection.execute(insert(tables.decisions), row)
        server.stop("immediate")
        server.start()
        connection.execute(insert(tables.decisions), {**row, "decision": "e"})
