"""What a user may name as a ledger, and one clear line for everything else."""

import stat
from pathlib import Path

from skyledger.errors import LedgerError

_SQLITE_MAGIC = b"SQLite format 3\0"


def is_postgres(url: str | Path) -> bool:
    """Tell whether an address names a PostgreSQL database."""
    return not isinstance(url, Path) and url.partition("://")[0].lower() in (
        "postgresql",
        "postgres",
        "postgresql+psycopg",
    )


def ledger_path(url: str | Path) -> Path:
    """Return the file an address names, after checking that it can be a ledger.

    Raises:
        LedgerError: Empty, a folder, in no folder, not a database, unreadable, or an address of another kind.
    """
    path = Path(_file_name(url))
    try:
        _check_file(path)
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        raise LedgerError(f"{printable(path)}: cannot be a ledger: {reason}") from error
    return path


def _file_name(url: str | Path) -> str:
    name = str(url)
    if isinstance(url, Path):
        return name
    scheme, mark, rest = name.partition("://")
    if mark and scheme.lower() == "sqlite":
        # sqlite:///relative and sqlite:////absolute, as everywhere
        name = rest.removeprefix("/")
    elif mark:
        raise LedgerError(f"{scheme}:// is no address of a ledger; name a file")
    if not name.strip():
        raise LedgerError("the name of the ledger is empty; name a file")
    if name == ":memory:":
        raise LedgerError(":memory: would not be kept; name a file")
    return name


def _check_file(path: Path) -> None:
    try:
        mode = path.stat().st_mode
    except FileNotFoundError:
        if not path.parent.is_dir():
            raise LedgerError(f"{printable(path)}: the folder {printable(path.parent)} does not exist") from None
        return
    if stat.S_ISDIR(mode):
        raise LedgerError(f"{printable(path)}: is a folder, not a ledger")
    if not stat.S_ISREG(mode):
        raise LedgerError(f"{printable(path)}: is not an ordinary file")
    with path.open("rb") as file:
        head = file.read(len(_SQLITE_MAGIC))
    if head and head != _SQLITE_MAGIC:
        raise LedgerError(f"{printable(path)}: is not a ledger (not a SQLite database); it was left as it is")


def printable(path: Path) -> str:
    """Return a path as text that any terminal takes, even when its name is not valid Unicode."""
    return str(path).encode("utf-8", "backslashreplace").decode()
