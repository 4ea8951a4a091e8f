"""Nothing that is in a PostgreSQL ledger can be changed, by its owner and superuser neither."""

from collections.abc import Iterator

import psycopg
import pytest

from skyledger.ledger import tables
from tests.ledger.filled import KEY, TABLES, VALUE, fill_every_table
from tests.ledger.server import Server


@pytest.fixture(scope="module")
def full(server: Server) -> str:
    address = server.new_database()
    fill_every_table(address)
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
