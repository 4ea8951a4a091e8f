"""What indexes tell of the claims a search asks for, so that few texts are read in vain.

Findings answer for a reading as a whole, so what they find is a little too much and never too little; bodies decide.
"""

from collections.abc import Iterable, Iterator

from sqlalchemy import Connection, exists, select

from skyledger.ledger import tables
from skyledger.ledger.find_words import find_groups
from skyledger.ledger.packing import Packing
from skyledger.ledger.read import Condition, newest_derivation
from skyledger.ledger.search_index import FINDINGS
from skyledger.ledger.search_records import SearchQuery
from skyledger.ledger.write import chunks

_c, _d, _x = tables.claims.c, tables.documents.c, tables.derivations.c
# So many rows are read in a twentieth of a second; texts of more than these are looked through from the newest.
_FEW = 10_000
_WINDOW = 4_000
_LAST = 2**62


def few_rows(connection: Connection, query: SearchQuery) -> frozenset[int] | None:
    """Return the rows of all texts that can have a claim the query asks for; None where they are not few."""
    groups = find_groups(query)
    if not groups:
        return None
    readings = FINDINGS.rows(connection, groups, before=_LAST, limit=_FEW + 1)
    if len(readings) > _FEW:
        return None
    found = select(_x.document_row)
    return frozenset(row for chunk in chunks(readings) for row in connection.scalars(found.where(_x.row.in_(chunk))))


def many_rows(connection: Connection, query: SearchQuery, before: int, as_of: str | None) -> Iterator[list[int]]:
    """Yield the rows of texts below a row that can have such a claim, newest first, a window of texts at a time."""
    groups = find_groups(query)
    newest = select(_x.row, _x.document_row).where(newest_derivation(as_of))
    before = min(before, (connection.scalar(select(_d.row).order_by(_d.row.desc()).limit(1)) or 0) + 1)
    while before > 0:
        above = before - _WINDOW - 1
        window = newest.where(_x.document_row > above, _x.document_row < before)
        texts = {reading: text for reading, text, *_ in connection.execute(window)}
        if texts:
            found = FINDINGS.rows(connection, groups, above=min(texts) - 1, before=max(texts) + 1, limit=_LAST)
            if rows := sorted((texts[row] for row in found if row in texts), reverse=True):
                yield rows
        before = above + 1


def text_conditions(query: SearchQuery) -> list[Condition]:
    """Return the conditions on columns of ``documents``."""
    conditions: list[Condition] = []
    if query.published_from is not None:
        conditions.append(_d.published >= query.published_from.timestamp())
    if query.published_to is not None:
        conditions.append(_d.published < query.published_to.timestamp())
    return conditions


def has_claim(query: SearchQuery) -> list[Condition]:
    """Return the condition, if any, that a row of ``documents`` has a claim of the nights that are asked for."""
    nights: list[Condition] = []
    if query.night_from is not None:
        nights.append(_c.night >= query.night_from.isoformat())
    if query.night_to is not None:
        nights.append(_c.night <= query.night_to.isoformat())
    if not nights:
        return []
    own = select(_c.row).join_from(tables.claims, tables.derivations, _x.row == _c.derivation_row)
    return [exists(own.where(_x.document_row == _d.row, *nights).correlate(tables.documents))]


def claims_of_rows(connection: Connection, rows: Iterable[int], as_of: str | None) -> dict[int, list[str]]:
    """Return the bodies of the claims that stand in document versions, by row, in their order."""
    query = select(_x.document_row, _c.body).join_from(tables.derivations, tables.claims, _c.derivation_row == _x.row)
    query, packing = query.where(newest_derivation(as_of), _c.ordinal == 0), Packing(connection)
    return {
        row: packing.unpack(body).split("\n")
        for chunk in chunks(rows)
        for row, body in connection.execute(query.where(_x.document_row.in_(chunk)))
    }
