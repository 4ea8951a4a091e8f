"""Checking a ledger against itself: the log against its rows, bytes against their address, records, spans.

Nothing is mended. Each fault is one line that names the row; the first one is what to look at, later ones may follow
from it.
"""

import hashlib
import zlib
from collections.abc import Iterator, Sequence
from itertools import groupby
from operator import itemgetter
from typing import Any

from sqlalchemy import Connection, Table, select

from skyledger.errors import LedgerError
from skyledger.ledger import tables
from skyledger.ledger.codec import decoder, safe_text
from skyledger.ledger.database import Database
from skyledger.ledger.incident_rows import incident_faults
from skyledger.ledger.packing import Packing
from skyledger.ledger.rows import CLAIM_COLUMNS, claim_codes, derivation_key_of, document_row
from skyledger.ledger.search_index import findings_faults, index_faults
from skyledger.ledger.verify_chain import chain_faults
from skyledger.model import Claim, Document, Issue

_document, _claim, _issue = decoder(Document), decoder(Claim), decoder(Issue)
_CHUNK = 1_000


def find_faults(database: Database, connection: Connection) -> Iterator[str]:
    """Yield what is wrong in a ledger, one line each; nothing when it is sound.

    Args:
        database: Asked first what it finds wrong with itself.
        connection: In one reading transaction, so that a writer cannot be taken for a fault.
    """
    broken = False
    for fault in database.own_faults(connection):
        broken = True
        yield fault
    if broken:
        return  # what a damaged database returns is no evidence of anything else
    yield from chain_faults(connection)
    yield from _raw_faults(connection)
    yield from _document_faults(connection)
    yield from _derivation_faults(connection)
    yield from _claim_faults(connection)
    yield from incident_faults(connection)
    yield from index_faults(connection)
    yield from findings_faults(connection)


def _raw_faults(connection: Connection) -> Iterator[str]:
    for sha256, body in connection.execute(select(tables.raws.c.sha256, tables.raws.c.body)):
        try:
            found = hashlib.sha256(zlib.decompress(body)).hexdigest()
        except zlib.error as error:
            yield f"file {sha256}: its bytes cannot be unpacked: {error}"
            continue
        if found != sha256:
            yield f"file {sha256}: its bytes have the hash {found}"


def _document_faults(connection: Connection) -> Iterator[str]:
    d, packing = tables.documents.c, Packing(connection)
    query = select(d.document, d.version, d.key, d.published, d.edited, d.body).order_by(d.row)
    for stored in connection.execute(query).mappings():
        where = f"document {stored['document']} version {stored['version']}"
        try:
            made = document_row(_document(packing.unpack(stored["body"])))
        except LedgerError as error:
            yield f"{where}: {error}"
            continue
        if made["key"] != bytes(stored["key"]):
            yield f"{where}: is not what its key was made of"
        columns = ("document", "published", "edited")
        yield from _column_faults(where, columns, [made[name] for name in columns], [stored[name] for name in columns])


def _column_faults(where: str, names: Sequence[str], made: Sequence[object], stored: Sequence[object]) -> Iterator[str]:
    """Hold the columns that find a record against the record: a false one would hide it, or show it where it is not."""
    wrong = [name for name, right, found in zip(names, made, stored, strict=True) if right != found]
    if wrong:
        yield f"{where}: is filed under another {', '.join(wrong)} than it says"


def _derivation_faults(connection: Connection) -> Iterator[str]:
    x, d = tables.derivations.c, tables.documents.c
    query = select(x.row, x.number, x.extractor, x.pack_version, x.key, d.document, d.version, d.body).join_from(
        tables.derivations, tables.documents, d.row == x.document_row
    )
    rows, packing = list(connection.execute(query.order_by(x.row))), Packing(connection)
    for start in range(0, len(rows), _CHUNK):
        chunk = rows[start : start + _CHUNK]
        claims, issues = (_bodies(connection, table, chunk[0][0], chunk[-1][0]) for table in _DERIVED)
        for row, number, extractor, packs, key, document, version, body in chunk:
            where = f"derivation {number} of document {document} version {version}"
            try:
                mine, doubts = (packing.lines(found[row]) if row in found else [] for found in (claims, issues))
            except LedgerError as error:
                yield f"{where}: {error}"
                continue
            if derivation_key_of(extractor, packs, mine, doubts) != bytes(key):
                yield f"{where}: its claims and issues are not what its key was made of"
                continue
            try:
                yield from _span_faults(where, _document(packing.unpack(body)), mine, doubts)
            except LedgerError as error:
                yield f"{where}: {error}"


_DERIVED = (tables.claims, tables.issues)


def _bodies(connection: Connection, table: Table, first: int, last: int) -> dict[int, bytes]:
    c = table.c
    query = select(c.derivation_row, c.body).where(c.derivation_row.between(first, last), c.ordinal == 0)
    return dict(tuple(row) for row in connection.execute(query))


def _span_faults(where: str, document: Document, claims: list[str], issues: list[str]) -> Iterator[str]:
    for claim in map(_claim, claims):
        for evidence in claim.evidence:
            if evidence.span.slice(document.text) != evidence.text:
                yield f"{where}: claim {claim.id}: the words of its {evidence.field} are not in the text where it says"
    for issue in map(_issue, issues):
        if issue.span is not None and issue.span.slice(document.text) != issue.text:
            yield f"{where}: issue {issue.code}: its words are not in the text where it says"


def _claim_faults(connection: Connection) -> Iterator[str]:
    """Hold the columns of each claim, and the list of its places, against the body it shares."""
    parts: dict[int, set[str]] = {}
    for row, place in connection.execute(select(tables.claim_parts.c.claim_row, tables.claim_parts.c.place)):
        parts.setdefault(row, set()).add(place)
    packing = Packing(connection)
    for derivation, rows in groupby(_claim_rows(connection), key=itemgetter(1)):
        found = list(rows)
        try:
            claims = list(map(_claim, packing.unpack(found[0][2]).split("\n"))) if found[0][2] is not None else []
        except LedgerError as error:
            yield f"the claims of derivation {derivation}: {error}"
            continue
        if [row[3] for row in found] != list(range(len(claims))) or any(row[2] is not None for row in found[1:]):
            yield f"the claims of derivation {derivation}: their rows are not those of their body"
            continue
        for (row, _, _, ordinal, *stored), claim in zip(found, claims, strict=True):
            where = f"claim {claim.id}"
            made = claim_codes(claim, ordinal)
            yield from _column_faults(where, CLAIM_COLUMNS[1:], made[1:], stored)
            listed = set() if claim.place is None else {safe_text(part) for part in claim.place.parts}
            if listed != parts.get(row, set()):
                yield f"{where}: is filed under other places than it lists"


def _claim_rows(connection: Connection) -> Iterator[Sequence[Any]]:
    """Yield row, derivation, body and columns of all claims as the file has them, those of a derivation in order."""
    columns = ", ".join(("row", "derivation_row", "body", *CLAIM_COLUMNS))
    yield from connection.exec_driver_sql(f"SELECT {columns} FROM claims ORDER BY derivation_row, ordinal")
