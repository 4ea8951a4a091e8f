"""Everything about PostgreSQL that is not SQL: how to connect, how to lock, what its errors mean."""

from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, cast

from sqlalchemy import URL, Connection, Engine, Table, create_engine, event, inspect, make_url
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import ArgumentError, DBAPIError

from skyledger.errors import LedgerError
from skyledger.ledger.carry import carry_to_sqlite
from skyledger.ledger.database import READS
from skyledger.ledger.migrations import migrate, steps_missing
from skyledger.ledger.tables import schema_steps

if TYPE_CHECKING:
    import psycopg

LOCK_TIMEOUT_S = 30
OLDEST_VERSION = 15
# One lock for all writers of a database; the number is "SKYL", as in SQLite's application id.
_WRITE_LOCK = 0x534B594C
_READ = {READS: True, "isolation_level": "REPEATABLE READ", "postgresql_readonly": True}


class PostgresDatabase:
    """:class:`skyledger.ledger.database.Database` in a PostgreSQL database of its own."""

    def __init__(self, address: str) -> None:
        url = _parse(address)
        self.name = url.set(drivername="postgresql").render_as_string(hide_password=True)
        self._engine = _engine(url, self.name)
        try:
            with clear_errors(self.name):
                self._prepare()
        except LedgerError:
            self._engine.dispose()
            raise

    def _prepare(self) -> None:
        with self.reading() as connection:
            self._check_server(connection)
            missing = self._lacks_steps(connection)
        if missing:
            with self.writing() as connection:  # looked at again under the lock: another may have been first
                if self._lacks_steps(connection):
                    migrate(connection)

    def _check_server(self, connection: Connection) -> None:
        version = int(connection.exec_driver_sql("SHOW server_version_num").scalar_one()) // 10_000
        if version < OLDEST_VERSION:
            raise LedgerError(f"{self.name}: is PostgreSQL {version}; a ledger needs {OLDEST_VERSION} or later")
        encoding = connection.exec_driver_sql("SHOW server_encoding").scalar_one()
        if encoding != "UTF8":
            raise LedgerError(
                f"{self.name}: is kept in {encoding}; a ledger needs a database made with ENCODING 'UTF8'"
            )

    def _lacks_steps(self, connection: Connection) -> bool:
        tables = inspect(connection).get_table_names()
        if tables and schema_steps.name not in tables:
            raise LedgerError(f"{self.name}: holds another program's tables, not a ledger; it was left as it is")
        try:
            return steps_missing(connection)
        except LedgerError as error:
            raise LedgerError(f"{self.name}: {error}") from error

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """Open a transaction that only reads."""
        with clear_errors(self.name), self._engine.execution_options(**_READ).begin() as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """Open a transaction that holds the write lock."""
        with clear_errors(self.name), self._engine.begin() as connection:
            connection.exec_driver_sql(f"SET LOCAL lock_timeout = '{LOCK_TIMEOUT_S}s'")
            connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({_WRITE_LOCK})")
            yield connection

    def insert_many(
        self, connection: Connection, table: Table, columns: Sequence[str], rows: Sequence[tuple[object, ...]]
    ) -> None:
        """Insert rows by COPY."""
        driver = self._driver(connection)
        with driver.cursor() as cursor, cursor.copy(f"COPY {table.name} ({', '.join(columns)}) FROM STDIN") as copy:
            for row in rows:
                copy.write_row(row)

    def meanwhile(self, connection: Connection) -> AbstractContextManager[object]:
        """Send statements without waiting for each to be done."""
        return self._driver(connection).pipeline()

    def _driver(self, connection: Connection) -> "psycopg.Connection":
        driver = connection.connection.driver_connection
        if driver is None:
            raise LedgerError(f"{self.name}: the connection is closed")
        return cast("psycopg.Connection", driver)

    def own_faults(self, connection: Connection) -> Iterator[str]:
        """Yield nothing: the server checks its pages and foreign keys as it reads and writes."""
        return iter(())

    def size_bytes(self) -> int:
        """Return what the ledger's tables take, with their indexes."""
        query = (
            "SELECT coalesce(sum(pg_total_relation_size(oid)), 0) FROM pg_class "
            "WHERE relkind = 'r' AND relnamespace = current_schema()::regnamespace"
        )
        with self.reading() as connection:
            return int(connection.exec_driver_sql(query).scalar_one())

    def compact(self) -> None:
        """Vacuum and analyse the tables."""
        with clear_errors(self.name), self._engine.execution_options(isolation_level="AUTOCOMMIT").connect() as plain:
            plain.exec_driver_sql("VACUUM (ANALYZE)")

    def copy_to(self, path: Path) -> int:
        """Copy the ledger to a new SQLite file, from one consistent view."""
        with self.reading() as connection:
            return carry_to_sqlite(connection, path)

    def close(self) -> None:
        """Let go of all connections."""
        self._engine.dispose()


def _parse(address: str) -> URL:
    try:
        url = make_url(address)
    except ArgumentError:
        raise LedgerError("the address of the ledger is no postgresql://user@host/database") from None
    if not url.database:
        name = url.render_as_string(hide_password=True)
        raise LedgerError(f"{name}: names no database; write postgresql://user@host/database")
    return url.set(drivername="postgresql+psycopg")


def _engine(url: URL, name: str) -> Engine:
    try:
        # Asked before each use whether it still lives: a server that was restarted costs one reconnection, no error.
        engine = create_engine(url, pool_pre_ping=True, connect_args={"connect_timeout": 10})
    except ModuleNotFoundError as error:
        raise LedgerError(f"{name}: PostgreSQL needs one more part: pip install 'skyledger[postgres]'") from error
    except (ArgumentError, TypeError, ValueError) as error:
        raise LedgerError(f"{name}: {_first_line(error)}") from error
    event.listen(engine, "connect", _plan_for_what_is_asked)
    return engine


def _plan_for_what_is_asked(connection: DBAPIConnection, _record: object) -> None:
    """Let every question be planned for the words it has: a rare word wants another plan than one in every text.

    The driver prepares what is asked often, and the server would then take one plan for all.
    """
    cursor = connection.cursor()
    cursor.execute("SET plan_cache_mode = force_custom_plan")
    cursor.close()
    connection.commit()


@contextmanager
def clear_errors(name: str) -> Iterator[None]:
    """Turn what the database raises into one clear line."""
    from psycopg import Error

    try:
        yield
    except DBAPIError as error:
        raise LedgerError(f"{name}: {_reason(error.orig, error.connection_invalidated)}") from error
    except Error as error:  # from COPY, which goes past SQLAlchemy
        raise LedgerError(f"{name}: {_reason(error, lost=False)}") from error


def _reason(error: BaseException | None, lost: bool) -> str:
    from psycopg import errors

    line = _first_line(error)
    if isinstance(error, errors.LockNotAvailable):
        return f"another program has been writing for {LOCK_TIMEOUT_S} s; try again when it is done"
    if isinstance(error, errors.UniqueViolation):  # what SQLite's triggers say of the same
        return f"the ledger is append-only: {error.diag.table_name}"
    if isinstance(error, errors.DiskFull):
        return f"the disk of the server is full ({line}); nothing of this was stored"
    if isinstance(error, errors.ReadOnlySqlTransaction | errors.InsufficientPrivilege):
        return f"may not be written ({line})"
    if lost or isinstance(error, errors.AdminShutdown | errors.CrashShutdown) or "closed the connection" in line:
        return "the connection was lost; what was not finished is not stored; try again"
    if isinstance(error, errors.OperationalError) and "connection" in line:
        return f"cannot be reached: {line}"
    return line


def _first_line(error: BaseException | None) -> str:
    return " ".join(str(error).splitlines()[:1]) or type(error).__name__
