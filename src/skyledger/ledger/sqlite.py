"""Everything about SQLite that is not SQL: how to connect, how to begin, what its errors mean."""

import sqlite3
import time
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext
from pathlib import Path

from sqlalchemy import Connection, Engine, Table, create_engine, event
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import QueuePool

from skyledger.errors import LedgerError
from skyledger.ledger.backup import copy_sqlite
from skyledger.ledger.database import READS
from skyledger.ledger.location import printable
from skyledger.ledger.migrations import migrate, steps_missing

BUSY_TIMEOUT_S = 30.0
# "SKYL": tells a ledger from the databases of browsers and chat programs, whatever their tables are called.
APPLICATION_ID = 0x534B594C
_RETRY_S = 0.05


class SqliteDatabase:
    """:class:`skyledger.ledger.database.Database` in one file."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._engine = connect_sqlite(path)
        self.name = printable(path)

    def reading(self) -> AbstractContextManager[Connection]:
        """Open a transaction that only reads."""
        return reading(self._engine, self._path)

    def writing(self) -> AbstractContextManager[Connection]:
        """Open a transaction that holds the write lock."""
        return writing(self._engine, self._path)

    def insert_many(
        self, connection: Connection, table: Table, columns: Sequence[str], rows: Sequence[tuple[object, ...]]
    ) -> None:
        """Insert rows as the driver takes them: SQLAlchemy would look at every value of every row."""
        marks = ", ".join("?" * len(columns))
        statement = f"INSERT INTO {table.name} ({', '.join(columns)}) VALUES ({marks})"
        connection.exec_driver_sql(statement, list(rows))

    def meanwhile(self, connection: Connection) -> AbstractContextManager[object]:
        """Return what does nothing: there is no other process that could work."""
        return nullcontext()

    def own_faults(self, connection: Connection) -> Iterator[str]:
        """Yield what SQLite's own checks find: damaged pages first, then rows that name a row that is not there."""
        found = [row[0] for row in connection.exec_driver_sql("PRAGMA integrity_check(20)") if row[0] != "ok"]
        # One finding may be several lines, the first of them a heading.
        broken = [line for lines in found for line in lines.splitlines() if not line.startswith("*** in ")]
        yield from (f"database: {line}" for line in broken)
        if broken:
            return  # what a damaged file returns is no evidence of anything else
        for row in connection.exec_driver_sql("PRAGMA foreign_key_check"):
            yield f"database: row {row[1]} of {row[0]} names a row that is not there"

    def size_bytes(self) -> int:
        """Return the size of the file and of its log beside it."""
        beside = (self._path, self._path.with_name(self._path.name + "-wal"))
        return sum(path.stat().st_size for path in beside if path.exists())

    def compact(self) -> None:
        """Rewrite the file without gaps and fold its log into it."""
        with clear_errors(self._path):
            connection = self._engine.raw_connection()
            try:
                cursor = connection.cursor()
                for statement in ("VACUUM", "ANALYZE", "PRAGMA wal_checkpoint(TRUNCATE)"):
                    cursor.execute(statement)
            except sqlite3.Error as error:
                raise LedgerError(f"{self.name}: {_reason(str(error))}") from error
            finally:
                connection.close()

    def copy_to(self, path: Path) -> int:
        """Copy the ledger to a new file by SQLite's online copy."""
        return copy_sqlite(self._path, path)

    def close(self) -> None:
        """Let go of the file."""
        self._engine.dispose()


def connect_sqlite(path: Path) -> Engine:
    """Return an engine on a ledger file that exists and is of this version's shape.

    Raises:
        LedgerError: The file is another program's database, or was made by a newer skyledger.
    """
    engine = create_engine("sqlite://", creator=lambda: _connect(path), poolclass=QueuePool)
    event.listen(engine, "begin", _begin)
    try:
        with clear_errors(path):
            # Looked at first without the write lock: readers must be able to open while another program writes.
            if _lacks_steps(engine):
                _use_wal(engine)
                with engine.begin() as connection:
                    connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
                    migrate(connection)
    except LedgerError as error:
        engine.dispose()
        prefix = f"{printable(path)}: "
        raise LedgerError(prefix + str(error).removeprefix(prefix)) from error
    return engine


@contextmanager
def reading(engine: Engine, path: Path) -> Iterator[Connection]:
    """Open a transaction that only reads: one consistent view, and it waits for nobody."""
    with clear_errors(path), engine.execution_options(**{READS: True}).begin() as connection:
        yield connection


@contextmanager
def writing(engine: Engine, path: Path) -> Iterator[Connection]:
    """Open a transaction that holds the one write lock from its first moment; all of it is stored or nothing."""
    with clear_errors(path), engine.begin() as connection:
        yield connection


@contextmanager
def clear_errors(path: Path) -> Iterator[None]:
    """Turn what the database raises into one clear line."""
    try:
        yield
    except DBAPIError as error:
        raise LedgerError(f"{printable(path)}: {_reason(str(error.orig))}") from error
    except UnicodeDecodeError as error:  # flipped bytes in a page that still reads as one
        raise LedgerError(f"{printable(path)}: {_reason('malformed text')}") from error


def _connect(path: Path) -> sqlite3.Connection:
    # isolation_level None: the driver must not begin transactions behind our back.
    connection = sqlite3.connect(path, timeout=BUSY_TIMEOUT_S, isolation_level=None, check_same_thread=False)
    connection.execute("PRAGMA foreign_keys = ON")
    # Without it INSERT OR REPLACE deletes rows and no delete trigger sees it.
    connection.execute("PRAGMA recursive_triggers = ON")
    return connection


def _begin(connection: Connection) -> None:
    reads = connection.get_execution_options().get(READS, False)
    # IMMEDIATE waits for the lock at the start; a plain BEGIN that writes later fails at once when another has written.
    connection.exec_driver_sql("BEGIN" if reads else "BEGIN IMMEDIATE")


def _lacks_steps(engine: Engine) -> bool:
    with engine.execution_options(**{READS: True}).begin() as connection:
        # In this order: whoever makes a ledger marks it in the same transaction, so tables are never seen unmarked.
        tables = connection.exec_driver_sql("SELECT count(*) FROM sqlite_master").scalar_one()
        owner = connection.exec_driver_sql("PRAGMA application_id").scalar_one()
        if tables and owner != APPLICATION_ID:
            raise LedgerError("is another program's SQLite database, not a ledger; it was left as it is")
        return steps_missing(connection)


def _use_wal(engine: Engine) -> None:
    # Kept in the file once set. SQLite does not wait with its busy timeout here, so two first openers would collide.
    for _ in range(int(BUSY_TIMEOUT_S / _RETRY_S)):
        connection = engine.raw_connection()
        try:
            connection.cursor().execute("PRAGMA journal_mode = WAL")
            return
        except sqlite3.OperationalError as error:
            if "locked" not in str(error):
                raise LedgerError(_reason(str(error))) from error
        finally:
            connection.close()
        time.sleep(_RETRY_S)
    raise LedgerError(_reason("database is locked"))


def _reason(message: str) -> str:
    if "locked" in message or "busy" in message:
        return f"another program has been writing for {BUSY_TIMEOUT_S:.0f} s; try again when it is done"
    if "unable to open" in message:
        return "cannot be opened; is the folder there and may you write in it?"
    if "full" in message or "disk I/O" in message:
        return f"the disk is full or failing ({message}); nothing of this was stored"
    if "readonly" in message:
        return "may not be written (read-only file or folder)"
    if "not a database" in message or "malformed" in message:
        return f"is damaged or not a ledger ({message}); restore it from a copy"
    return message
