"""Checking a ledger against itself: bytes against their address, records against their key, spans against their words.

Nothing is mended. Each fault is one line that names the row; the first one is what to look at, later ones may follow
from it.
"""

import hashlib
import zlib
from collections.abc import Iterator

from sqlalchemy import Connection, Table, select

from skyledger.errors import LedgerError
from skyledger.ledger import tables
from skyledger.ledger.codec import decoder
from skyledger.ledger.database import Database
from skyledger.ledger.rows import derivation_key_of, document_key_of
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
    yield from _raw_faults(connection)
    yield from _document_faults(connection)
    yield from _derivation_faults(connection)


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
    d = tables.documents.c
    for id, version, key, body in connection.execute(select(d.document, d.version, d.key, d.body)):
        try:
            if document_key_of(_document(body)) != key:
                yield f"document {id} version {version}: is not what its key was made of"
        except LedgerError as error:
            yield f"document {id} version {version}: {error}"


def _derivation_faults(connection: Connection) -> Iterator[str]:
    x, d = tables.derivations.c, tables.documents.c
    query = select(x.row, x.number, x.extractor, x.pack_version, x.key, d.document, d.version, d.body).join_from(
        tables.derivations, tables.documents, d.row == x.document_row
    )
    rows = list(connection.execute(query.order_by(x.row)))
    for start in range(0, len(rows), _CHUNK):
        chunk = rows[start : start + _CHUNK]
        claims, issues = (_bodies(connection, table, chunk[0][0], chunk[-1][0]) for table in _DERIVED)
        for row, number, extractor, packs, key, document, version, body in chunk:
            where = f"derivation {number} of document {document} version {version}"
            mine, doubts = claims.get(row, []), issues.get(row, [])
            if derivation_key_of(extractor, packs, mine, doubts) != key:
                yield f"{where}: its claims and issues are not what its key was made of"
                continue
            try:
                yield from _span_faults(where, _document(body), mine, doubts)
            except LedgerError as error:
                yield f"{where}: {error}"


_DERIVED = (tables.claims, tables.issues)


def _bodies(connection: Connection, table: Table, first: int, last: int) -> dict[int, list[str]]:
    c = table.c
    query = select(c.derivation_row, c.body).where(c.derivation_row.between(first, last))
    found: dict[int, list[str]] = {}
    for row, body in connection.execute(query.order_by(c.derivation_row, c.ordinal)):
        found.setdefault(row, []).append(body)
    return found


def _span_faults(where: str, document: Document, claims: list[str], issues: list[str]) -> Iterator[str]:
    for claim in map(_claim, claims):
        for evidence in claim.evidence:
            if evidence.span.slice(document.text) != evidence.text:
                yield f"{where}: claim {claim.id}: the words of its {evidence.field} are not in the text where it says"
    for issue in map(_issue, issues):
        if issue.span is not None and issue.span.slice(document.text) != issue.text:
            yield f"{where}: issue {issue.code}: its words are not in the text where it says"
