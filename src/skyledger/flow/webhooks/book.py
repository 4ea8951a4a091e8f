"""What webhooks there are, what each was told, and what is still to be sent: a small file beside the ledger.

It is no part of the ledger: losing it loses no evidence. It holds secrets, so only its owner may read it.
"""

import os
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from skyledger.errors import LedgerError, NotFoundError

_SHAPE = 1
_TABLES = """
CREATE TABLE hooks (
  id TEXT PRIMARY KEY, url TEXT NOT NULL, query TEXT NOT NULL, secret TEXT NOT NULL, nights INTEGER NOT NULL,
  public INTEGER NOT NULL, allow_private INTEGER NOT NULL, allow_http INTEGER NOT NULL, stopped TEXT NOT NULL
);
CREATE TABLE told (
  hook TEXT NOT NULL REFERENCES hooks(id) ON DELETE CASCADE, incident TEXT NOT NULL, digest TEXT NOT NULL,
  PRIMARY KEY (hook, incident)
);
CREATE TABLE posts (
  number INTEGER PRIMARY KEY AUTOINCREMENT, hook TEXT NOT NULL REFERENCES hooks(id) ON DELETE CASCADE,
  id TEXT NOT NULL, body BLOB NOT NULL, tries INTEGER NOT NULL, due REAL NOT NULL, error TEXT NOT NULL
);
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Hook:
    """One webhook.

    Attributes:
        query: The saved filter.
        nights: How many of the last nights are looked at, where the filter names none.
        stopped: Why it gets nothing any more, or ``""``.
    """

    id: str
    url: str
    query: str
    secret: str
    nights: int
    public: bool
    allow_private: bool
    allow_http: bool
    stopped: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    """One post still to be sent."""

    number: int
    id: str
    body: bytes
    tries: int
    due: datetime
    error: str


class Book:
    """The file, open."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def hooks(self) -> tuple[Hook, ...]:
        """Return all webhooks, oldest first."""
        rows = self._connection.execute("SELECT * FROM hooks ORDER BY rowid").fetchall()
        return tuple(
            Hook(
                id=row["id"],
                url=row["url"],
                query=row["query"],
                secret=row["secret"],
                nights=row["nights"],
                public=bool(row["public"]),
                allow_private=bool(row["allow_private"]),
                allow_http=bool(row["allow_http"]),
                stopped=row["stopped"],
            )
            for row in rows
        )

    def add(self, hook: Hook, told: Mapping[str, str]) -> None:
        """Add a webhook, with what counts as told already."""
        values = (hook.id, hook.url, hook.query, hook.secret, hook.nights, hook.public)
        with self._connection:
            self._connection.execute(
                "INSERT INTO hooks VALUES (?, ?, ?, ?, ?, ?, ?, ?, '')", (*values, hook.allow_private, hook.allow_http)
            )
            self._tell(hook.id, told)

    def remove(self, id: str) -> None:
        """Remove a webhook with all that is remembered of it.

        Raises:
            NotFoundError: There is none of that id.
        """
        with self._connection:
            if not self._connection.execute("DELETE FROM hooks WHERE id = ?", (id,)).rowcount:
                raise NotFoundError(f"{id}: no webhook has this id; `skyledger webhooks list` shows them")

    def stop(self, id: str, reason: str) -> None:
        """Note that a webhook gets nothing any more."""
        with self._connection:
            self._connection.execute("UPDATE hooks SET stopped = ? WHERE id = ?", (reason, id))

    def told(self, hook: str) -> dict[str, str]:
        """Return what a webhook was told last, by incident."""
        rows = self._connection.execute("SELECT incident, digest FROM told WHERE hook = ?", (hook,))
        return {row["incident"]: row["digest"] for row in rows}

    def queue(self, hook: str, told: Mapping[str, str], bodies: Sequence[tuple[str, bytes]], now: datetime) -> None:
        """Remember what will have been told, and what is to be sent for it, in one stroke.

        Args:
            hook: Whose.
            told: By incident; ``""`` forgets it.
            bodies: Id and body of each post.
            now: When they are due.
        """
        with self._connection:
            self._tell(hook, told)
            self._connection.executemany(
                "INSERT INTO posts (hook, id, body, tries, due, error) VALUES (?, ?, ?, 0, ?, '')",
                [(hook, id, body, now.timestamp()) for id, body in bodies],
            )

    def _tell(self, hook: str, told: Mapping[str, str]) -> None:
        kept = [(hook, incident, digest) for incident, digest in told.items() if digest]
        gone = [(hook, incident) for incident, digest in told.items() if not digest]
        self._connection.executemany("INSERT OR REPLACE INTO told VALUES (?, ?, ?)", kept)
        self._connection.executemany("DELETE FROM told WHERE hook = ? AND incident = ?", gone)

    def posts(self, hook: str) -> tuple[Post, ...]:
        """Return what is still to be sent, in order."""
        rows = self._connection.execute("SELECT * FROM posts WHERE hook = ? ORDER BY number", (hook,)).fetchall()
        return tuple(
            Post(
                number=row["number"],
                id=row["id"],
                body=row["body"],
                tries=row["tries"],
                due=datetime.fromtimestamp(row["due"], UTC),
                error=row["error"],
            )
            for row in rows
        )

    def claim(self, post: Post, until: datetime) -> bool:
        """Take a post in hand, so that another program does not send it meanwhile; False when one does."""
        with self._connection:
            taken = self._connection.execute(
                "UPDATE posts SET due = ? WHERE number = ? AND tries = ? AND due = ?",
                (until.timestamp(), post.number, post.tries, post.due.timestamp()),
            )
            return bool(taken.rowcount)

    def drop(self, post: Post) -> None:
        """Forget a post that arrived."""
        with self._connection:
            self._connection.execute("DELETE FROM posts WHERE number = ?", (post.number,))

    def put_off(self, post: Post, until: datetime, error: str) -> None:
        """Note that a post did not arrive, and when it is tried again."""
        with self._connection:
            self._connection.execute(
                "UPDATE posts SET tries = tries + 1, due = ?, error = ? WHERE number = ?",
                (until.timestamp(), error, post.number),
            )


@contextmanager
def open_book(path: Path) -> Iterator[Book]:
    """Open the file; it is made where there is none.

    Raises:
        LedgerError: It cannot be read or written, or is of a newer program.
    """
    try:
        if not path.exists():
            os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        connection = sqlite3.connect(path, timeout=30)
    except (OSError, sqlite3.Error) as error:
        raise LedgerError(f"{path}: cannot be opened: {error}") from error
    try:
        connection.row_factory = sqlite3.Row
        connection.execute("PRAGMA foreign_keys = ON")
        _prepare(connection, path)
        yield Book(connection)
    except sqlite3.Error as error:
        raise LedgerError(f"{path}: {error}") from error
    finally:
        connection.close()


def _prepare(connection: sqlite3.Connection, path: Path) -> None:
    shape = connection.execute("PRAGMA user_version").fetchone()[0]
    if shape > _SHAPE:
        raise LedgerError(f"{path}: was written by a newer skyledger")
    if shape == 0:
        connection.executescript(f"BEGIN IMMEDIATE; {_TABLES} PRAGMA user_version = {_SHAPE}; COMMIT;")
