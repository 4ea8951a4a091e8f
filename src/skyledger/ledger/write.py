"""Inserting entries: what is known is left alone, what differs becomes a version or a derivation."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from operator import itemgetter
from typing import TypeVar

from sqlalchemy import Connection, Table, select

from skyledger.ledger import tables
from skyledger.ledger.chain import Sealing
from skyledger.ledger.columns import instant_number
from skyledger.ledger.database import Database
from skyledger.ledger.numbering import highest_rows
from skyledger.ledger.packing import Packing
from skyledger.ledger.records import AddResult
from skyledger.ledger.rows import CLAIM_COLUMNS, EntryRows
from skyledger.ledger.search_index import FINDINGS, SEARCH, text_entry

T = TypeVar("T")
# Row, row of the text, number among the readings of that text.
Reading = tuple[int, int, int, EntryRows]
# Below SQLite's 32,766 variables a statement, and few enough rows in memory twice.
CHUNK = 5_000


def chunks(items: Iterable[T]) -> Iterator[list[T]]:
    """Split into lists that fit one statement."""
    rest = iter(items)
    while chunk := list(islice(rest, CHUNK)):
        yield chunk


class EntryInserter:
    """Plans the rows of many entries against what the ledger holds, then inserts them.

    Row numbers are given out here, which is safe because the transaction holds the write lock. Rows are tuples from the
    start: a dictionary for each took longer than SQLite takes to insert it.
    """

    def __init__(self, database: Database, connection: Connection, sealing: Sealing) -> None:
        self._database = database
        self._connection = connection
        self._sealing = sealing
        self._instant = instant_number(sealing.received_at)
        self._packing = Packing(connection)
        self._next = highest_rows(connection, _NUMBERED)
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
        texts: list[tuple[int, int, EntryRows]] = []
        readings: list[Reading] = []
        for entry in chunk:
            row = self._plan_document(entry, versions.setdefault(entry.document["document"], {}), texts)
            number, key = derivations.get(row, (0, b""))
            if key != entry.derivation["key"]:
                derivations[row] = (number + 1, entry.derivation["key"])
                readings.append((self._take(tables.derivations), row, number + 1, entry))
        self._insert_texts(texts)
        self._insert_readings(readings)
        pack = self._claim_packer(readings)
        with self._database.meanwhile(self._connection):
            SEARCH.enter(self._connection, [(row, text_entry(entry.text)) for row, _, entry in texts])
            FINDINGS.enter(self._connection, [(row, entry.findings) for row, *_, entry in readings if entry.claims])
            claims, parts = self._claim_rows(readings, pack)
        self._insert(tables.claims, ("row", "derivation_row", "body", *CLAIM_COLUMNS), claims)
        self._insert(tables.claim_parts, ("claim_row", "place", "received_at"), parts)
        self._insert_issues([(row, entry) for row, _, _, entry in readings if entry.issues])

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

    def _plan_document(
        self, entry: EntryRows, versions: dict[bytes, int], texts: list[tuple[int, int, EntryRows]]
    ) -> int:
        key = entry.document["key"]
        if key in versions:
            self._known += 1
            return versions[key]
        row, version = self._take(tables.documents), len(versions) + 1
        self._new += version == 1
        self._versioned += version > 1
        versions[key] = row
        texts.append((row, version, entry))
        return row

    def _insert_texts(self, texts: Sequence[tuple[int, int, EntryRows]]) -> None:
        bodies = [entry.document["body"] for _, _, entry in texts]
        packed = self._packed(tables.documents, bodies, self._next[tables.documents.name])
        found = [(row, version, *_TEXT(entry.document)) for row, version, entry in texts]
        self._insert(
            tables.documents,
            ("row", "version", *_TEXT_COLUMNS, "body", "received_at"),
            [(*row, body, self._instant) for row, body in zip(found, packed, strict=True)],
        )
        at = self._sealing.received_at
        self._sealing.note(
            tables.documents,
            (
                (row, document, version, *rest, body, at)
                for (row, version, document, *rest), body in zip(found, bodies, strict=True)
            ),
        )

    def _insert_readings(self, readings: Sequence[Reading]) -> None:
        rows = [(row, of, number, *_DERIVATION(entry.derivation)) for row, of, number, entry in readings]
        columns = ("row", "document_row", "number", *_DERIVATION_COLUMNS, "received_at")
        self._insert(tables.derivations, columns, [(*row, self._instant) for row in rows])
        self._sealing.note(tables.derivations, ((*row, self._sealing.received_at) for row in rows))

    def _claim_packer(self, readings: Sequence[Reading]) -> Callable[[str], bytes]:
        lines = ["\n".join(entry.claim_lines) for *_, entry in readings if entry.claims]
        whole = self._next[tables.claims.name] + sum(len(entry.claims) for *_, entry in readings)
        self._packing.learn(tables.claims, lines, whole, self._sealing.received_at)
        return self._packing.packer(tables.claims.name)

    def _claim_rows(
        self, readings: Sequence[Reading], pack: Callable[[str], bytes]
    ) -> tuple[list[tuple[object, ...]], list[tuple[object, ...]]]:
        """Return the rows of claims and of their lists of places; nothing is asked of the database."""
        claims: list[tuple[object, ...]] = []
        parts: list[tuple[object, ...]] = []
        for derivation, _, _, entry in readings:
            first = self._next[tables.claims.name] + 1
            for row, codes in enumerate(entry.claims, first):
                claims.append((row, derivation, pack("\n".join(entry.claim_lines)) if row == first else None, *codes))
            parts += [(first + ordinal, place, self._sealing.received_at) for ordinal, place in entry.parts]
            self._next[tables.claims.name] += len(entry.claims)
            self._claims += len(entry.claims)
        return claims, parts

    def _insert_issues(self, readings: Sequence[tuple[int, EntryRows]]) -> None:
        if not readings:
            return
        lines = ["\n".join(entry.issue_lines) for _, entry in readings]
        self._next[tables.issues.name] += sum(len(entry.issues) for _, entry in readings)
        bodies = self._packed(tables.issues, lines, self._next[tables.issues.name])
        rows = [
            (derivation, ordinal, code, body if ordinal == 0 else None)
            for (derivation, entry), body in zip(readings, bodies, strict=True)
            for ordinal, code in enumerate(entry.issues)
        ]
        self._insert(tables.issues, ("derivation_row", "ordinal", "code", "body"), rows)
        self._issues += len(rows)

    def _packed(self, table: Table, lines: Sequence[str], rows: int) -> list[bytes]:
        self._packing.learn(table, lines, rows, self._sealing.received_at)
        return [self._packing.pack(table.name, line) for line in lines]

    def _insert(self, table: Table, columns: Sequence[str], rows: Sequence[tuple[object, ...]]) -> None:
        if rows:
            self._database.insert_many(self._connection, table, columns, rows)

    def _take(self, table: Table) -> int:
        self._next[table.name] += 1
        return self._next[table.name]


# Tables whose rows are numbered here; of issues the number only tells how many there are.
_NUMBERED = (tables.documents, tables.derivations, tables.claims, tables.issues)
# The document comes first: what is noted in the log has the number of the version after it.
_TEXT_COLUMNS = ("document", "key", "published", "edited")
_DERIVATION_COLUMNS = ("extractor", "pack_version", "key")
_TEXT, _DERIVATION = itemgetter(*_TEXT_COLUMNS), itemgetter(*_DERIVATION_COLUMNS)
