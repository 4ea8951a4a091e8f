"""A whole ledger from one database into another: every row as it is, with its number and its time."""

import os
from collections.abc import Iterator, Mapping
from pathlib import Path

from sqlalchemy import Connection, Table, func, select

from skyledger.errors import LedgerError
from skyledger.ledger.database import Database, Row, insert_rows
from skyledger.ledger.location import printable
from skyledger.ledger.search_index import indexes_anew
from skyledger.ledger.tables import metadata, schema_steps

_CHUNK = 5_000
_PARTIAL = ".partial"


def carry_to_sqlite(connection: Connection, target: Path) -> int:
    """Write all that a reading transaction sees into a new SQLite ledger.

    It is made beside its place under another name and moved there when it is whole.

    Returns:
        Bytes of the new file.

    Raises:
        LedgerError: The target exists or cannot be written.
    """
    from skyledger.ledger.sqlite import SqliteDatabase

    if target.exists():
        raise LedgerError(f"{printable(target)}: is there already; a copy overwrites nothing")
    partial = target.with_name(target.name + _PARTIAL)
    try:
        partial.unlink(missing_ok=True)
        copy = SqliteDatabase(partial)
        try:
            carry_rows(connection, copy)
            copy.compact()
        finally:
            copy.close()
        os.replace(partial, target)
    except OSError as error:
        raise LedgerError(f"{printable(target)}: no copy was made: {error.strerror or error}") from error
    finally:
        for name in (partial, *(partial.with_name(partial.name + end) for end in ("-wal", "-shm"))):
            name.unlink(missing_ok=True)
    return target.stat().st_size


def carry_rows(source: Connection, target: Database) -> None:
    """Append every row of one ledger to another that has none, as it is stored, in one transaction.

    Raises:
        LedgerError: The target holds rows already.
    """
    with target.writing() as connection:
        fill_empty(target, connection, {table: stored_rows(source, table) for table in carried_tables()})


def fill_empty(target: Database, connection: Connection, chunks: Mapping[Table, Iterator[list[Row]]]) -> dict[str, int]:
    """Append rows with their own numbers to a ledger that has none.

    Args:
        target: The ledger.
        connection: In its write transaction.
        chunks: Rows of tables as they are stored, in the order of :func:`carried_tables`.

    Returns:
        Rows by table.

    Raises:
        LedgerError: The ledger holds rows already.
    """
    for table in chunks:
        if connection.scalar(select(func.count()).select_from(table)):
            raise LedgerError(f"{target.name}: holds a ledger already; rows are carried into an empty one only")
    numbers = dict.fromkeys((table.name for table in chunks), 0)
    for table, parts in chunks.items():
        for rows in parts:
            insert_rows(target, connection, table, rows)
            numbers[table.name] += len(rows)
        go_on_counting(connection, table)
    indexes_anew(connection)
    return numbers


def carried_tables() -> list[Table]:
    """Return the tables whose rows are the ledger, in an order in which each row finds those it names."""
    return [table for table in metadata.sorted_tables if table is not schema_steps]


def stored_rows(source: Connection, table: Table) -> Iterator[list[Row]]:
    """Yield all rows in chunks, by their number: never more than one chunk in memory."""
    last = -1
    while True:
        query = select(table).where(table.c.row > last).order_by(table.c.row).limit(_CHUNK)
        rows: list[Row] = [dict(row) for row in source.execute(query).mappings()]
        if not rows:
            return
        last = rows[-1]["row"]
        yield rows


def go_on_counting(connection: Connection, table: Table) -> None:
    """Let PostgreSQL number the next row after those that came with numbers of their own; SQLite does so by itself."""
    if connection.dialect.name == "postgresql":
        highest = connection.scalar(select(func.coalesce(func.max(table.c.row), 0))) or 0
        connection.exec_driver_sql(
            "SELECT setval(pg_get_serial_sequence(%s, 'row'), %s, %s)", (table.name, max(highest, 1), highest > 0)
        )
