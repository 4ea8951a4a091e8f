"""Numbered steps that bring a ledger to this version's shape; a step that has shipped is never edited.

A step is a function of an open connection inside a write transaction. What it did is recorded in ``schema_steps``; the
highest number there says which skyledger is the oldest that may write.
"""

from collections.abc import Callable
from typing import NamedTuple

from sqlalchemy import Connection, insert, inspect, select

from skyledger.errors import LedgerError
from skyledger.ledger.migrations.m0001_first import make_first_tables
from skyledger.ledger.tables import schema_steps


class Step(NamedTuple):
    """One migration."""

    number: int
    name: str
    apply: Callable[[Connection], None]


STEPS = (Step(1, "first", make_first_tables),)
NEWEST = STEPS[-1].number


def steps_done(connection: Connection) -> int:
    """Return the number of the last step applied, 0 for an empty database."""
    if not inspect(connection).has_table(schema_steps.name):
        return 0
    return max(connection.scalars(select(schema_steps.c.number)), default=0)


def migrate(connection: Connection) -> None:
    """Apply the steps a ledger lacks, inside the caller's write transaction.

    Raises:
        LedgerError: The ledger was made by a newer skyledger.
    """
    done = steps_done(connection)
    if done > NEWEST:
        raise LedgerError(
            f"made by a newer skyledger (ledger format {done}, this one knows {NEWEST}); upgrade skyledger to open it"
        )
    for step in STEPS:
        if step.number > done:
            step.apply(connection)
            connection.execute(insert(schema_steps).values(number=step.number, name=step.name))
