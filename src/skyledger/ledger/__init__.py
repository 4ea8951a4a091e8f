"""The append-only store of everything received and everything derived from it (docs/ledger.md).

Callers see :class:`Ledger` and :func:`open_ledger`; which database is behind it is nobody else's business.
"""

from pathlib import Path

from skyledger.ledger.protocol import Ledger
from skyledger.ledger.records import AddResult, DocumentVersion, Entry, FileRecord, LedgerStats, Run
from skyledger.ledger.search_records import SearchHit, SearchPage, SearchQuery
from skyledger.ledger.search_text import WordGroup

__all__ = [
    "AddResult",
    "DocumentVersion",
    "Entry",
    "FileRecord",
    "Ledger",
    "LedgerStats",
    "Run",
    "SearchHit",
    "SearchPage",
    "SearchQuery",
    "WordGroup",
    "open_ledger",
]

RAW_LIMIT_BYTES = 64 * 1024 * 1024


def open_ledger(url: str | Path, *, raw_limit_bytes: int = RAW_LIMIT_BYTES) -> Ledger:
    """Open a ledger, and make it when it does not exist yet.

    Args:
        url: A file name, ``sqlite:///file``, or ``postgresql://user@host/database`` (a database that exists).
        raw_limit_bytes: Files larger than this are recorded without their bytes.

    Raises:
        LedgerError: The place cannot hold a ledger, holds something else, or holds one made by a newer skyledger.
    """
    # SQLAlchemy costs start-up time that commands without a ledger need not pay.
    from skyledger.ledger.opening import open_database
    from skyledger.ledger.store import SqlLedger

    return SqlLedger(open_database(url), raw_limit_bytes)
