"""What columns and their indexes tell of a search, so that few texts are read in vain.

SQLite without statistics guesses which index is the narrow one, and among a kind, a night and a region it guesses
wrong. So one of them is chosen here to be looked up; the others are asked of rows already found.
"""

from collections.abc import Callable, Iterable
from typing import Any

from sqlalchemy import ColumnElement, Connection, exists, func, literal, literal_column, or_, select, type_coerce

from skyledger.ledger import tables
from skyledger.ledger.codec import safe_text
from skyledger.ledger.packing import Packing
from skyledger.ledger.read import Condition, newest_derivation
from skyledger.ledger.search_records import SearchQuery
from skyledger.ledger.tables import LARGE
from skyledger.ledger.write import chunks

_c, _d, _x = tables.claims.c, tables.documents.c, tables.derivations.c
# So many row numbers are read in a tenth of a second; texts of more than these are looked through from the newest.
_FEW = 20_000
_SHORT_NIGHTS = 7


def few_rows(connection: Connection, query: SearchQuery) -> frozenset[int] | None:
    """Return the rows of all texts that can have a claim the query asks for; None where they are not few."""
    conditions = _claim_conditions(query, _looked_up(connection, query))
    if not conditions:
        return None
    rows = select(_x.document_row).join_from(tables.claims, tables.derivations, _x.row == _c.derivation_row)
    found = list(connection.scalars(rows.where(*conditions).limit(_FEW + 1)))
    return frozenset(found) if len(found) <= _FEW else None


def text_conditions(query: SearchQuery) -> list[Condition]:
    """Return the conditions on columns of ``documents``."""
    conditions: list[Condition] = []
    if query.published_from is not None:
        conditions.append(_d.published >= query.published_from.timestamp())
    if query.published_to is not None:
        conditions.append(_d.published < query.published_to.timestamp())
    return conditions


def has_claim(query: SearchQuery) -> list[Condition]:
    """Return the condition, if any, that a row of ``documents`` has a claim that the columns do not rule out."""
    conditions = _claim_conditions(query, frozenset())
    if not conditions:
        return []
    own = select(_c.row).join_from(tables.claims, tables.derivations, _x.row == _c.derivation_row)
    return [exists(own.where(_x.document_row == _d.row, *conditions).correlate(tables.documents))]


def claims_of_rows(connection: Connection, rows: Iterable[int], as_of: str | None) -> dict[int, list[str]]:
    """Return the bodies of the claims that stand in document versions, by row, in their order."""
    query = select(_x.document_row, _c.body).join_from(tables.derivations, tables.claims, _c.derivation_row == _x.row)
    query, packing = query.where(newest_derivation(as_of), _c.ordinal == 0), Packing(connection)
    return {
        row: packing.unpack(body).split("\n")
        for chunk in chunks(rows)
        for row, body in connection.execute(query.where(_x.document_row.in_(chunk)))
    }


def _looked_up(connection: Connection, query: SearchQuery) -> frozenset[str]:
    """Return the columns whose index is the narrowest; kind and night have one together."""
    if query.night_from is not None and query.night_to is not None:
        nights = (query.night_to - query.night_from).days
        if nights <= _SHORT_NIGHTS:
            return frozenset({"night", "kind"})
    asked = [name for name in _BY_FIELD if _is_asked(query, name)]
    if query.count_low is not None and query.count_low >= LARGE and not asked:
        return frozenset({"low"})
    if len(asked) > 1:
        asked.sort(key=lambda name: _rows_by(connection, query, name))
    return frozenset({"kind", "night"} if not asked or asked[0] == "kind" else asked[:1])


def _rows_by(connection: Connection, query: SearchQuery, name: str) -> int:
    """Count the claims with one of the values of a field, as far as few go: the index alone is read."""
    rows = select(literal(1)).select_from(tables.claims).where(_c[name].in_(_values(query, name))).limit(_FEW)
    return connection.scalar(select(func.count()).select_from(rows.subquery())) or 0


def _is_asked(query: SearchQuery, name: str) -> bool:
    """Tell whether columns can answer for a field; a claim without a region is asked for with ``""``."""
    return name in query.fields and "" not in query.fields[name]


def _values(query: SearchQuery, name: str) -> list[str]:
    return sorted(map(safe_text, query.fields[name]))


def _claim_conditions(query: SearchQuery, looked_up: frozenset[str]) -> list[Condition]:
    """Return what the columns of one claim must be; only those looked up are written so that an index serves."""

    def column(name: str) -> ColumnElement[Any]:
        found: ColumnElement[Any] = _c[name]
        return found if name in looked_up else func.coalesce(found, type_coerce("", found.type))

    conditions: list[Condition] = []
    if query.night_from is not None:
        conditions.append(column("night") >= query.night_from.isoformat())
    if query.night_to is not None:
        conditions += [column("night") <= query.night_to.isoformat(), _c.night.is_not(None)]
    if query.count_low is not None:
        if "low" in looked_up:  # said once as the index says it, or it is not used
            conditions.append(_c.low >= literal_column(str(LARGE)))
        conditions.append((_c.low if "low" in looked_up else func.coalesce(_c.low, -1)) >= query.count_low)
    conditions += [
        condition(column(name), _values(query, name)) for name, condition in _BY_FIELD.items() if _is_asked(query, name)
    ]
    return conditions


def _is_one(column: ColumnElement[Any], values: list[str]) -> Condition:
    return column.in_(values)


def _lies_in(column: ColumnElement[Any], values: list[str]) -> Condition:
    p = tables.claim_parts.c
    return or_(column.in_(values), _c.row.in_(select(p.claim_row).where(p.place.in_(values))))


_BY_FIELD: dict[str, Callable[[ColumnElement[Any], list[str]], Condition]] = {
    "kind": _is_one,
    "status": _is_one,
    "place": _lies_in,
    "region": _lies_in,
    "speaker": _is_one,
    "fate": _is_one,
    "object": _is_one,
    "modality": _is_one,
}
