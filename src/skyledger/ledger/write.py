"""Inserting entries: what is known is left alone, what differs becomes a version or a derivation."""

import hashlib
import zlib
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import TypeVar

from sqlalchemy import Connection, Table, exists, func, insert, select

from skyledger.errors import LedgerError
from skyledger.ledger import tables
from skyledger.ledger.codec import check_aware, encode, safe_text
from skyledger.ledger.database import Database, Row
from skyledger.ledger.records import AddResult, FileRecord
from skyledger.ledger.rows import EntryRows
from skyledger.ledger.search_index import index_documents

T = TypeVar("T")
# Below SQLite's 32,766 variables a statement, and few enough rows in memory twice.
CHUNK = 5_000


def chunks(items: Iterable[T]) -> Iterator[list[T]]:
    """Split into lists that fit one statement."""
    rest = iter(items)
    while chunk := list(islice(rest, CHUNK)):
        yield chunk


def compressed(file: FileRecord | None, raw: bytes | None, limit_bytes: int) -> bytes | None:
    """Return the bytes to keep, or None when there are none or they exceed the limit.

    Raises:
        LedgerError: The bytes are not those of the file, so their address would lie.
    """
    if raw is None:
        return None
    if file is None:
        raise LedgerError("bytes were given without the file they belong to")
    if hashlib.sha256(raw).hexdigest() != file.sha256.lower():
        raise LedgerError(f"{file.path}: its bytes are not those its SHA-256 names; did it change while it was read?")
    return zlib.compress(raw) if len(raw) <= limit_bytes else None


def insert_file(connection: Connection, file: FileRecord, body: bytes | None, received_at: str) -> None:
    """Store a receipt and the bytes, each once."""
    sha256, path = file.sha256.lower(), safe_text(file.path)
    files, raws = tables.files, tables.raws
    if not connection.scalar(select(exists().where(files.c.sha256 == sha256, files.c.path == path))):
        check_aware(file.received_at, f"received_at of {file.path}")
        row = {"sha256": sha256, "path": path, "body": encode(file), "received_at": received_at}
        connection.execute(insert(files), row)
    if body is not None and not connection.scalar(select(exists().where(raws.c.sha256 == sha256))):
        raw_row = {"sha256": sha256, "codec": "zlib", "body": body, "received_at": received_at}
        connection.execute(insert(raws), raw_row)


class EntryInserter:
    """Plans the rows of many entries against what the ledger holds, then inserts them.

    Row numbers are given out here, which is safe because the transaction holds the write lock.
    """

    def __init__(self, database: Database, connection: Connection, received_at: str) -> None:
        self._database = database
        self._connection = connection
        self._received_at = received_at
        self._next = {table: self._highest(table) for table in (tables.documents, tables.derivations, tables.claims)}
        self._new = self._versioned = self._known = self._claims = self._issues = 0

    def insert(self, entries: Iterable[EntryRows]) -> AddResult:
        """Insert all entries and return what was new."""
        for chunk in chunks(entries):
            self._insert_chunk(chunk)
        return AddResult(
            documents_new=self._new,
            documents_known=self._known,
            documents_versioned=self._versioned,
            claims_new=self._claims,
            issues_new=self._issues,
        )

    def _insert_chunk(self, chunk: Sequence[EntryRows]) -> None:
        versions, derivations = self._standing({entry.document["document"] for entry in chunk})
        batch: dict[Table, list[Row]] = {table: [] for table in _INSERT_ORDER}
        for entry in chunk:
            row = self._plan_document(entry, versions.setdefault(entry.document["document"], {}), batch)
            number, key = derivations.get(row, (0, b""))
            if key != entry.derivation["key"]:
                derivations[row] = (number + 1, entry.derivation["key"])
                self._plan_derivation(entry, row, number + 1, batch)
        for table, rows in batch.items():
            if rows:
                self._database.insert_many(self._connection, table, rows)
        index_documents(self._connection, batch[tables.documents])

    def _standing(self, documents: set[str]) -> tuple[dict[str, dict[bytes, int]], dict[int, tuple[int, bytes]]]:
        """Return key -> row of every version of the documents, and the newest derivation of every such row."""
        d, x = tables.documents.c, tables.derivations.c
        versions: dict[str, dict[bytes, int]] = {}
        derivations: dict[int, tuple[int, bytes]] = {}
        query = (
            select(d.document, d.key, d.row, x.number, x.key)
            .outerjoin_from(tables.documents, tables.derivations, x.document_row == d.row)
            .where(d.document.in_(documents))
            .order_by(d.row, x.number)
        )
        for document, key, row, number, derivation_key in self._connection.execute(query):
            versions.setdefault(document, {})[key] = row
            if number is not None:
                derivations[row] = (number, derivation_key)
        return versions, derivations

    def _plan_document(self, entry: EntryRows, versions: dict[bytes, int], batch: dict[Table, list[Row]]) -> int:
        key = entry.document["key"]
        if key in versions:
            self._known += 1
            return versions[key]
        row = self._take(tables.documents)
        version = len(versions) + 1
        self._new += version == 1
        self._versioned += version > 1
        versions[key] = row
        batch[tables.documents].append(self._stamp(entry.document, row=row, version=version))
        return row

    def _plan_derivation(self, entry: EntryRows, document: int, number: int, batch: dict[Table, list[Row]]) -> None:
        row = self._take(tables.derivations)
        batch[tables.derivations].append(self._stamp(entry.derivation, row=row, document_row=document, number=number))
        claim_rows = [self._take(tables.claims) for _ in entry.claims]
        batch[tables.claims] += [
            self._stamp(claim, row=claim_row, derivation_row=row)
            for claim, claim_row in zip(entry.claims, claim_rows, strict=True)
        ]
        batch[tables.claim_parts] += [
            self._stamp({"claim_row": claim_rows[ordinal], "place": place}) for ordinal, place in entry.parts
        ]
        batch[tables.issues] += [self._stamp(issue, derivation_row=row) for issue in entry.issues]
        self._claims += len(entry.claims)
        self._issues += len(entry.issues)

    def _stamp(self, row: Row, /, **numbers: int) -> Row:
        return {**row, **numbers, "received_at": self._received_at}

    def _take(self, table: Table) -> int:
        self._next[table] += 1
        return self._next[table]

    def _highest(self, table: Table) -> int:
        return self._connection.scalar(select(func.coalesce(func.max(table.c.row), 0))) or 0


_INSERT_ORDER = (tables.documents, tables.derivations, tables.claims, tables.claim_parts, tables.issues)
