"""Copies of a ledger: made while it is in use, checked before they are called copies."""

import os
import sqlite3
from pathlib import Path

from skyledger.errors import LedgerError
from skyledger.ledger.location import printable

_PAGES = 4_096
_PARTIAL = ".partial"


def copy_sqlite(origin: Path, target: Path) -> int:
    """Copy a ledger into a new file by the database's own online copy: one consistent state, writers go on.

    The copy is made beside its place under another name and moved there when it is whole, so that a copy that was
    interrupted is never taken for one.

    Returns:
        Bytes of the copy.

    Raises:
        LedgerError: The target exists, cannot be written, or the origin cannot be read.
    """
    if target.exists():
        raise LedgerError(f"{printable(target)}: is there already; a copy overwrites nothing")
    partial = target.with_name(target.name + _PARTIAL)
    try:
        partial.unlink(missing_ok=True)
        source, copy = sqlite3.connect(f"file:{_quoted(origin)}?mode=ro", uri=True), sqlite3.connect(partial)
        try:
            source.backup(copy, pages=_PAGES)
            copy.execute("PRAGMA journal_mode = DELETE")  # a copy is one file
            faults = [row[0] for row in copy.execute("PRAGMA quick_check(1)") if row[0] != "ok"]
        finally:
            copy.close()
            source.close()
        if faults:
            raise LedgerError(f"{printable(origin)}: is damaged ({faults[0]}); no copy was made")
        os.replace(partial, target)
    except (sqlite3.Error, OSError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        raise LedgerError(f"{printable(target)}: no copy was made: {reason}") from error
    finally:
        partial.unlink(missing_ok=True)
    return target.stat().st_size


def _quoted(path: Path) -> str:
    return str(path.resolve()).replace("%", "%25").replace("?", "%3f").replace("#", "%23")
