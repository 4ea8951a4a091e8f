"""What the store asks of a database; :mod:`sqlite` and :mod:`postgres` answer, and nothing else knows which it is."""

from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any, Protocol

from sqlalchemy import Connection, Table

from skyledger.ledger.columns import Day, Instant, ShortId

Row = dict[str, Any]
# Option of a connection that only reads: it sees nothing that may yet be taken back.
READS = "skyledger_reads"


class Database(Protocol):
    """One open database that holds a ledger of this version's shape."""

    @property
    def name(self) -> str:
        """How messages call it: a path, or an address without its password."""

    def reading(self) -> AbstractContextManager[Connection]:
        """Open a transaction that only reads: one consistent view, and it waits for nobody."""

    def writing(self) -> AbstractContextManager[Connection]:
        """Open a transaction that holds the one write lock from its first moment; all of it is stored or nothing."""

    def insert_many(
        self, connection: Connection, table: Table, columns: Sequence[str], rows: Sequence[tuple[object, ...]]
    ) -> None:
        """Insert at least one row, the fastest way this database has.

        Args:
            connection: In a write transaction.
            table: Where they go.
            columns: Names of the values of each row.
            rows: Values as the file has them: numbers for instants and days, codes for words, short ids.
        """

    def meanwhile(self, connection: Connection) -> AbstractContextManager[object]:
        """Let the database work while the caller does: what is executed in it is done by its end, and gives no rows."""

    def own_faults(self, connection: Connection) -> Iterator[str]:
        """Yield what the database finds wrong with itself, one line each."""

    def size_bytes(self) -> int:
        """Return what the ledger takes on disk, with its indexes."""

    def compact(self) -> None:
        """Give back unused space and refresh what the planner knows; no row changes."""

    def copy_to(self, path: Path) -> int:
        """Copy the ledger to a new SQLite file while others read and write; return its bytes."""

    def close(self) -> None:
        """Let go of the database."""


def insert_rows(database: Database, connection: Connection, table: Table, rows: Sequence[Row]) -> None:
    """Insert rows that all have the same columns, with values as queries see them."""
    if not rows:
        return
    binds = {name: table.c[name].type.bind_processor(connection.dialect) for name in rows[0] if _is_short(table, name)}
    values = [
        tuple(bind(row[name]) if (bind := binds.get(name)) else value for name, value in row.items()) for row in rows
    ]
    database.insert_many(connection, table, list(rows[0]), values)


def _is_short(table: Table, name: str) -> bool:
    return isinstance(table.c[name].type, Instant | Day | ShortId)
