"""A list of hashes to keep elsewhere: what a ledger held at one time, in a form that proves it without showing it.

The list names the newest entry of the log and the SHA-256 of every file received. Whoever keeps it, away from the
ledger, can later tell whether that entry is still in the chain and these bytes are still kept: an append-only ledger
only ever grows past it. Nothing of a text is in the list.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path

from sqlalchemy import Connection, select

from skyledger.errors import LedgerError
from skyledger.ledger import tables
from skyledger.ledger.chain import entries, last_entry
from skyledger.ledger.location import printable

_TITLE = "skyledger hash list 1"


def hash_lines(connection: Connection) -> list[str]:
    """Return the lines of the list: a title, the newest log entry, then each file's hash.

    Raises:
        LedgerError: The ledger has no log entry yet: there is nothing to hold.
    """
    last = last_entry(connection)
    if last is None:
        raise LedgerError("the ledger is empty; there is nothing to list")
    f = tables.files.c
    files = sorted(set(connection.scalars(select(f.sha256))))
    return [_TITLE, f"entry {last.row} {last.received_at} {last.hash.hex()}", *(f"file {sha256}" for sha256 in files)]


def list_faults(connection: Connection, lines: Sequence[str], name: str) -> Iterator[str]:
    """Yield what a list has and the ledger has not.

    Args:
        connection: In a reading transaction.
        lines: Of a list made from this ledger before.
        name: How messages call the list.

    Raises:
        LedgerError: A line belongs to no such list.
    """
    if not lines or lines[0] != _TITLE:
        raise LedgerError(f"{name}:1: is no list of hashes of a ledger")
    known = {(str(entry.row), entry.hash.hex()) for entry in entries(connection)}
    files = set(connection.scalars(select(tables.files.c.sha256)))
    for number, line in enumerate(lines[1:], 2):
        match line.split():
            case ["entry", row, at, hash]:
                if (row, hash) not in known:
                    yield f"log entry {row} of {at}, which the list holds, is not in the log"
            case ["file", sha256]:
                if sha256 not in files:
                    yield f"file {sha256}, which the list holds, is not in the ledger"
            case _:
                raise LedgerError(f"{name}:{number}: is no line of a list of hashes")


def read_list(path: Path) -> list[str]:
    """Return the lines of a list kept in a file.

    Raises:
        LedgerError: It cannot be read.
    """
    try:
        return path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        reason = (error.strerror or str(error)) if isinstance(error, OSError) else "is not UTF-8 text"
        raise LedgerError(f"{printable(path)}: cannot be read as a list of hashes: {reason}") from error
