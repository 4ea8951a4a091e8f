"""Step 2: the log, one row for each write, each holding the hash of the one before."""

from sqlalchemy import Connection

from skyledger.ledger.migrations.dialects import make_table


def make_log(connection: Connection) -> None:
    """Make the table of the hash chain; rows that were there before it are taken in by its first entry."""
    columns = (
        "row INTEGER NOT NULL PRIMARY KEY, what TEXT NOT NULL, body TEXT NOT NULL, previous BLOB NOT NULL, "
        "hash BLOB NOT NULL, received_at TEXT NOT NULL, UNIQUE (previous), UNIQUE (hash)"
    )
    make_table(connection, "log", columns, (("row",), ("previous",), ("hash",)))
