"""The tables that migrations make are the tables that queries see."""

from pathlib import Path

import pytest
from sqlalchemy import Table, UniqueConstraint, inspect

from skyledger.ledger import tables
from skyledger.ledger.migrations import STEPS
from skyledger.ledger.sqlite import connect_sqlite


def test_steps_are_numbered_without_gaps() -> None:
    assert [step.number for step in STEPS] == list(range(1, len(STEPS) + 1))


@pytest.mark.parametrize("table", tables.metadata.sorted_tables, ids=str)
def test_migrations_and_queries_agree(path: Path, table: Table) -> None:
    engine = connect_sqlite(path)
    made = inspect(engine)
    columns = {column["name"]: (str(column["type"]), column["nullable"]) for column in made.get_columns(table.name)}
    expected = {column.name: (str(column.type.compile(engine.dialect)), bool(column.nullable)) for column in table.c}
    assert columns == expected
    assert {index["name"]: index["column_names"] for index in made.get_indexes(table.name)} == {
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
    engine.dispose()
