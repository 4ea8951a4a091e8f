"""The tables that migrations make are the tables that queries see."""

import pytest
from sqlalchemy import Connection, Table, UniqueConstraint, inspect

from skyledger.ledger import tables
from skyledger.ledger.migrations import STEPS
from skyledger.ledger.opening import open_database


def test_steps_are_numbered_without_gaps() -> None:
    assert [step.number for step in STEPS] == list(range(1, len(STEPS) + 1))


@pytest.mark.parametrize("table", tables.metadata.sorted_tables, ids=str)
def test_migrations_and_queries_agree(address: str, table: Table) -> None:
    database = open_database(address)
    with database.reading() as connection:
        _compare(connection, table)
    database.close()


def _compare(connection: Connection, table: Table) -> None:
    made = inspect(connection)
    columns = {column["name"]: (str(column["type"]), column["nullable"]) for column in made.get_columns(table.name)}
    expected = {
        column.name: (str(column.type.compile(connection.dialect)), bool(column.nullable)) for column in table.c
    }
    assert columns == expected
    # PostgreSQL lists the index behind a unique key too.
    indexes = [index for index in made.get_indexes(table.name) if "duplicates_constraint" not in index]
    assert {index["name"]: index["column_names"] for index in indexes} == {
        str(index.name): [column.name for column in index.columns] for index in table.indexes
    }
    assert {tuple(key["column_names"]) for key in made.get_unique_constraints(table.name)} == {
        tuple(column.name for column in constraint.columns)
        for constraint in table.constraints
        if isinstance(constraint, UniqueConstraint)
    }
    assert {(key["constrained_columns"][0], key["referred_table"]) for key in made.get_foreign_keys(table.name)} == {
        (key.parent.name, key.column.table.name) for key in table.foreign_keys
    }
