"""Nothing that is in can be changed, by whichever connection."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Connection, Table, delete, insert, select, update
from sqlalchemy.exc import IntegrityError

from skyledger.ledger import tables
from skyledger.ledger.sqlite import connect_sqlite, writing
from tests.ledger.filled import KEY, TABLES, VALUE, fill_every_table


@pytest.fixture
def full(path: Path) -> Path:
    fill_every_table(str(path))
    return path


@pytest.fixture
def foreign(full: Path) -> Iterator[sqlite3.Connection]:
    """A connection of another program: none of our settings."""
    connection = sqlite3.connect(full)
    yield connection
    connection.close()


@pytest.fixture
def ours(full: Path) -> Iterator[Connection]:
    engine = connect_sqlite(full)
    with engine.connect() as connection:
        yield connection
    engine.dispose()


def everything(connection: sqlite3.Connection) -> dict[str, list[tuple[object, ...]]]:
    return {table: connection.execute(f"SELECT * FROM {table}").fetchall() for table in TABLES}


def attacks(table: str) -> dict[str, str]:
    key, value = KEY.get(table, "row"), VALUE.get(table, "body")
    columns = [column.name for column in tables.metadata.tables[table].columns]
    same = ", ".join(columns)
    changed = ", ".join("'changed'" if column == value else column for column in columns)
    fresh = ", ".join(f"{column} + 1000" if column == key else column for column in columns)
    return {
        "update": f"UPDATE {table} SET {value} = 'changed'",
        "update or replace": f"UPDATE OR REPLACE {table} SET {value} = 'changed'",
        "update or ignore": f"UPDATE OR IGNORE {table} SET {value} = 'changed'",
        "move": f"UPDATE {table} SET {key} = {key} + 1000",
        "delete": f"DELETE FROM {table}",
        "replace by row": f"REPLACE INTO {table} ({same}) SELECT {changed} FROM {table}",
        "insert or replace": f"INSERT OR REPLACE INTO {table} ({same}) SELECT {changed} FROM {table}",
        "replace by unique key": f"INSERT OR REPLACE INTO {table} ({same}) SELECT {fresh} FROM {table}",
        "upsert": f"INSERT INTO {table} ({same}) SELECT {same} FROM {table} WHERE true "
        f"ON CONFLICT DO UPDATE SET {value} = 'changed'",
        "upsert by row": f"INSERT INTO {table} ({same}) SELECT {same} FROM {table} WHERE true "
        f"ON CONFLICT ({key}) DO UPDATE SET {value} = 'changed'",
    }


ATTACKS = [
    pytest.param(table, name, id=f"{table}: {name}")
    for table in TABLES
    for name in attacks(table)
    # A step has no key but its number: with a fresh number it is a new row.
    if (table, name) != ("schema_steps", "replace by unique key")
]


def test_every_table_is_filled_and_attacked(foreign: sqlite3.Connection) -> None:
    assert all(everything(foreign).values())
    in_file = {row[0] for row in foreign.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    # The indexes of words follow from the texts and claims and may be made anew.
    assert {name for name in in_file if name.split("_")[0] not in ("search", "findings")} == set(TABLES)


@pytest.mark.parametrize(("table", "name"), ATTACKS)
def test_a_foreign_connection_changes_nothing(foreign: sqlite3.Connection, table: str, name: str) -> None:
    before = everything(foreign)
    with pytest.raises(sqlite3.IntegrityError, match=f"append-only: {table}"):
        foreign.execute(attacks(table)[name])
    foreign.rollback()
    assert everything(foreign) == before


@pytest.mark.parametrize(("table", "name"), ATTACKS)
def test_our_own_connection_changes_nothing(ours: Connection, table: str, name: str) -> None:
    with pytest.raises(IntegrityError, match=f"append-only: {table}"):
        ours.exec_driver_sql(attacks(table)[name])


def test_our_connections_guard_themselves(ours: Connection) -> None:
    assert ours.exec_driver_sql("PRAGMA recursive_triggers").scalar_one() == 1
    assert ours.exec_driver_sql("PRAGMA foreign_keys").scalar_one() == 1
    assert ours.exec_driver_sql("PRAGMA busy_timeout").scalar_one() == 30_000


@pytest.mark.parametrize("table", tables.metadata.sorted_tables, ids=str)
def test_sqlalchemy_changes_nothing(ours: Connection, table: Table) -> None:
    row = dict(ours.execute(select(table)).mappings().first() or {})
    for statement in (update(table).values(row), delete(table), insert(table).values(row).prefix_with("OR REPLACE")):
        with pytest.raises(IntegrityError, match="append-only"):
            ours.execute(statement)


def test_a_claim_of_no_derivation_is_refused(full: Path) -> None:
    engine = connect_sqlite(full)
    with writing(engine, full) as connection:
        row = dict(connection.execute(select(tables.claims)).mappings().one())
    with pytest.raises(IntegrityError, match="FOREIGN KEY"), engine.begin() as connection:
        connection.execute(insert(tables.claims).values({**row, "row": 99, "derivation_row": 99}))
    engine.dispose()
