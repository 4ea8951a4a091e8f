"""Nothing that is in a PostgreSQL ledger can be changed, by its owner and superuser neither."""

from collections.abc import Iterator

import psycopg
import pytest

from skyledger.ledger import Run, open_ledger, tables
from skyledger.model import PlaceKind
from tests.builders import NOW, a_claim, a_decision, a_document, a_place
from tests.ledger.entries import RAW, a_file, an_entry, an_incident, settle_as, standing
from tests.ledger.server import Server

TABLES = sorted(tables.metadata.tables)
KEY = {"schema_steps": "number"}
VALUE = {
    "schema_steps": "name",
    "claim_parts": "place",
    "incident_claims": "claim",
    "incident_parts": "place",
    "settlements": "program",
    "marks": "mark",
    "derivations": "extractor",
}


@pytest.fixture(scope="module")
def full(server: Server) -> str:
    """The address of a ledger with at least one row in every table."""
    address = server.new_database()
    post = a_document()
    listed = a_place("RU-KLU+RU-BRY", "Two regions", kind=PlaceKind.LIST, parts=("RU-KLU", "RU-BRY"))
    run = Run(id="run-1", command="add", version="1", pack_version="p", started_at=NOW, finished_at=NOW, outcome="done")
    with open_ledger(address) as ledger:
        ledger.add(a_file(), RAW, [an_entry(post, claims=(a_claim(post, place=listed),))], NOW)
        ledger.decide(a_decision())
        ledger.record_run(run, NOW)
        settle_as(ledger, standing(an_incident(place=listed)), marks={1: frozenset({(b"mark", 0)})})
    return address


@pytest.fixture
def foreign(full: str) -> Iterator[psycopg.Connection]:
    with psycopg.connect(full) as connection:
        yield connection
        connection.rollback()


def attacks(table: str) -> dict[str, str]:
    key, value = KEY.get(table, "row"), VALUE.get(table, "body")
    same = ", ".join(column.name for column in tables.metadata.tables[table].columns)
    return {
        "update": f"UPDATE {table} SET {value} = {value}",
        "move": f"UPDATE {table} SET {key} = {key} + 1000",
        "delete": f"DELETE FROM {table}",
        "truncate": f"TRUNCATE {table} CASCADE",
        "upsert": f"INSERT INTO {table} ({same}) SELECT {same} FROM {table} "
        f"ON CONFLICT ({key}) DO UPDATE SET {value} = EXCLUDED.{value}",
        "as a replica": f"SET session_replication_role = replica; DELETE FROM {table}",
    }


@pytest.mark.parametrize("name", sorted(attacks("files")))
@pytest.mark.parametrize("table", TABLES)
def test_a_superuser_changes_nothing(foreign: psycopg.Connection, table: str, name: str) -> None:
    before = foreign.execute(f"SELECT * FROM {table} ORDER BY 1").fetchall()
    assert before
    foreign.commit()
    with pytest.raises(psycopg.Error, match="append-only"):
        foreign.execute(attacks(table)[name])
    foreign.rollback()
    assert foreign.execute(f"SELECT * FROM {table} ORDER BY 1").fetchall() == before
