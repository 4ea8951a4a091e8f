"""From the address of a ledger to its database."""

from pathlib import Path

from skyledger.ledger.database import Database
from skyledger.ledger.location import is_postgres, ledger_path


def open_database(url: str | Path) -> Database:
    """Open the database an address names, and bring it to this version's shape.

    Raises:
        LedgerError: The place cannot hold a ledger, holds something else, or holds one made by a newer skyledger.
    """
    # Each driver is imported only where its database is asked for.
    if is_postgres(url):
        from skyledger.ledger.postgres import PostgresDatabase

        return PostgresDatabase(str(url))
    from skyledger.ledger.sqlite import SqliteDatabase

    return SqliteDatabase(ledger_path(url))
