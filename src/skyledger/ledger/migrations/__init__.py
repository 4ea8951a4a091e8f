"""Numbered steps that bring a ledger to this version's shape; a step that has shipped is never edited.

A step is a function of an open connection inside a write transaction. What it did is recorded in ``schema_steps``; the
highest number there says which skyledger is the oldest that may write.
"""

from collections.abc import Callable
from typing import NamedTuple

from sqlalchemy import Connection, insert, inspect, select

from skyledger.errors import LedgerError
from skyledger.ledger.chain import adopt_rows
from skyledger.ledger.migrations.m0001_first import make_first_tables
from skyledger.ledger.migrations.m0002_log import make_log
from skyledger.ledger.migrations.m0003_search import make_search
from skyledger.ledger.migrations.m0004_incidents import make_incident_tables
from skyledger.ledger.migrations.m0005_kinds_and_places import make_claim_indexes
from skyledger.ledger.migrations.m0006_packed import pack_bodies
from skyledger.ledger.migrations.m0007_numbers_and_outlets import note_numbers_and_outlets
from skyledger.ledger.migrations.m0008_findings import find_by_words
from skyledger.ledger.migrations.m0009_short_ids import shorten_ids
from skyledger.ledger.tables import schema_steps


class Step(NamedTuple):
    """One migration."""

    number: int
    name: str
    apply: Callable[[Connection], None]


STEPS = (
    Step(1, "first", make_first_tables),
    Step(2, "log", make_log),
    Step(3, "search", make_search),
    Step(4, "incidents", make_incident_tables),
    Step(5, "kinds and places", make_claim_indexes),
    Step(6, "packed bodies", pack_bodies),
    Step(7, "numbers and outlets", note_numbers_and_outlets),
    Step(8, "findings", find_by_words),
    Step(9, "short ids", shorten_ids),
)
NEWEST = STEPS[-1].number


def steps_missing(connection: Connection) -> bool:
    """Tell whether a ledger has yet to be brought to this version's shape.

    Raises:
        LedgerError: The ledger was made by a newer skyledger.
    """
    return _last_step(connection) < NEWEST


def migrate(connection: Connection) -> None:
    """Apply the steps a ledger lacks, inside the caller's write transaction."""
    done = _last_step(connection)
    for step in STEPS:
        if step.number > done:
            step.apply(connection)
            connection.execute(insert(schema_steps).values(number=step.number, name=step.name))
    adopt_rows(connection)


def _last_step(connection: Connection) -> int:
    if not inspect(connection).has_table(schema_steps.name):
        return 0
    last = max(connection.scalars(select(schema_steps.c.number)), default=0)
    if last > NEWEST:
        raise LedgerError(
            f"made by a newer skyledger (ledger format {last}, this one knows {NEWEST}); upgrade skyledger to open it"
        )
    return last
