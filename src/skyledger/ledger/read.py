"""Queries for what stands, or stood: the newest derivation of the standing version of each document.

``as_of`` is an instant as :func:`skyledger.ledger.codec.utc_text` writes it: rows received later are not there yet.
None is now.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from typing import Any, TypeAlias

from sqlalchemy import ColumnElement, Connection, Select, Table, and_, exists, func, or_, select

from skyledger.ledger import tables
from skyledger.ledger.codec import epoch_ceil_s, epoch_floor_s, safe_text
from skyledger.ledger.find_words import find_groups
from skyledger.ledger.packing import Packing
from skyledger.ledger.search_index import FINDINGS
from skyledger.ledger.search_records import SearchQuery
from skyledger.ledger.search_text import WordGroup
from skyledger.ledger.write import chunks
from skyledger.model import Claim, ClaimStatus, Kind
from skyledger.model.night import night_of

Condition: TypeAlias = "ColumnElement[bool]"
AnySelect: TypeAlias = "Select[*tuple[Any, ...]]"
# Earlier than any edit: a version whose source admits no edit is an original.
_NEVER_EDITED = -(2**62)
# What follows from an instant alone is put together once: that takes as long as running it, and most ask of now.
_of_an_instant = lru_cache(maxsize=32)


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimFilter:
    """The conditions of :meth:`Ledger.claims`, which explains them."""

    start: datetime | None = None
    end: datetime | None = None
    night: date | None = None
    region: str | None = None
    document: str | None = None
    documents: frozenset[str] | None = None
    kinds: frozenset[Kind] | None = None
    timeless: bool = False


def received(table: Table, as_of: str | None) -> list[ColumnElement[bool]]:
    """Return the condition that a row was there at an instant; none for now."""
    return [] if as_of is None else [table.c.received_at <= as_of]


@_of_an_instant
def standing_version(as_of: str | None) -> ColumnElement[bool]:
    """Return the condition that no other version of ``documents`` stands before this one."""
    this, other = tables.documents.c, tables.documents.alias("other_version")
    edited = func.coalesce(this.edited, _NEVER_EDITED)
    other_edited = func.coalesce(other.c.edited, _NEVER_EDITED)
    later = or_(other_edited > edited, and_(other_edited == edited, other.c.version > this.version))
    known = [] if as_of is None else [other.c.received_at <= as_of]
    return and_(~exists().where(other.c.document == this.document, later, *known), *received(tables.documents, as_of))


@_of_an_instant
def newest_derivation(as_of: str | None) -> ColumnElement[bool]:
    """Return the condition that nothing was derived later from the same version."""
    this, other = tables.derivations.c, tables.derivations.alias("other_derivation")
    known = [] if as_of is None else [other.c.received_at <= as_of]
    newer = ~exists().where(other.c.document_row == this.document_row, other.c.number > this.number, *known)
    return and_(newer, *received(tables.derivations, as_of))


def document_bodies(
    connection: Connection,
    ids: Iterable[str] | None,
    as_of: str | None = None,
    posted: tuple[datetime, datetime] | None = None,
) -> list[str]:
    """Return the bodies of standing versions, by id."""
    d = tables.documents.c
    query = select(d.document, d.version, d.body).where(standing_version(as_of))
    if posted is not None:
        query = query.where(d.published.between(epoch_floor_s(posted[0], "posted"), epoch_ceil_s(posted[1], "posted")))
    packing = Packing(connection)
    return [packing.unpack(row[2]) for row in _rows(connection, query, d.document, ids)]


def version_bodies(connection: Connection, id: str, as_of: str | None = None) -> list[tuple[int, str, str]]:
    """Return number, body and time of arrival of all versions of one document, oldest first."""
    d = tables.documents.c
    query = select(d.version, d.body, d.received_at).where(d.document == safe_text(id)).order_by(d.version)
    query = query.where(*received(tables.documents, as_of))
    packing = Packing(connection)
    return [(number, packing.unpack(body), at) for number, body, at in connection.execute(query)]


def claim_bodies(
    connection: Connection, wanted: ClaimFilter, ids: Iterable[str] | None, as_of: str | None = None
) -> list[str]:
    """Return the bodies of the claims that pass the filter, by document and place in it.

    Among them can be claims that do not pass (:func:`passes`): codes may be shared, findings are of all of a reading.
    """
    query = _lines_from_standing(tables.claims, as_of).where(*_claim_conditions(connection, wanted))
    if wanted.documents is not None:
        named = None if ids is None else sorted({safe_text(id) for id in ids})
        query = query if named is None else query.where(tables.claims.c.claim.in_(named))
        return _lines(connection, query, tables.documents.c.document, wanted.documents)
    return _lines(connection, query, tables.claims.c.claim, ids)


def issue_bodies(
    connection: Connection,
    documents: Iterable[str] | None,
    codes: Iterable[str] | None,
    as_of: str | None = None,
) -> list[str]:
    """Return the bodies of issues, by document and place in it."""
    query = _lines_from_standing(tables.issues, as_of)
    if documents is not None:
        query = query if codes is None else query.where(tables.issues.c.code.in_(sorted(map(safe_text, codes))))
        return _lines(connection, query, tables.documents.c.document, documents)
    return _lines(connection, query, tables.issues.c.code, codes)


def passes(claim: Claim, wanted: ClaimFilter, ids: frozenset[str] | None) -> bool:
    """Tell whether a claim is meant by the words of a filter, and not by their codes alone."""
    if ids is not None and claim.id not in ids:
        return False
    if wanted.kinds is not None and claim.kind not in wanted.kinds:
        return False
    if wanted.night is not None and (claim.time is None or night_of(claim.time) != wanted.night):
        return False
    place = claim.place
    return wanted.region is None or (
        place is not None and (wanted.region == place.region or wanted.region in place.parts)
    )


def count_standing(connection: Connection, table: Table, as_of: str | None = None) -> int:
    """Return how many claims or issues stand."""
    return connection.scalar(_from_standing(select(func.count()), table, as_of)) or 0


def night_counts(connection: Connection, as_of: str | None = None) -> list[tuple[str, int]]:
    """Return ``(ISO date, number of current claims)``, earliest first."""
    night = tables.claims.c.night
    query = _from_standing(select(night, func.count()), tables.claims, as_of)
    query = query.where(night.is_not(None), tables.claims.c.status == ClaimStatus.CURRENT.value)
    return [(row[0], row[1]) for row in connection.execute(query.group_by(night).order_by(night))]


def _from_standing(query: AnySelect, table: Table, as_of: str | None) -> AnySelect:
    """Join claims or issues to their derivation and document, keeping only what stands."""
    derivations, documents = tables.derivations, tables.documents
    joined = table.join(derivations, derivations.c.row == table.c.derivation_row).join(
        documents, documents.c.row == derivations.c.document_row
    )
    return query.select_from(joined).where(newest_derivation(as_of), standing_version(as_of))


@_of_an_instant
def _lines_from_standing(table: Table, as_of: str | None) -> AnySelect:
    """Ask for (document, number, body of the first of its derivation) of claims or issues that stand."""
    first = table.alias("first_of_them")
    body = select(first.c.body).where(first.c.derivation_row == table.c.derivation_row, first.c.ordinal == 0)
    columns = select(tables.documents.c.document, table.c.ordinal, body.scalar_subquery())
    return _from_standing(columns, table, as_of)


def _lines(
    connection: Connection, query: AnySelect, column: ColumnElement[Any], values: Iterable[str] | None
) -> list[str]:
    packing = Packing(connection)
    return [packing.line_of(body, number) for _, number, body in _rows(connection, query, column, values)]


def _rows(
    connection: Connection, query: AnySelect, column: ColumnElement[Any], values: Iterable[str] | None
) -> list[tuple[Any, ...]]:
    """Run a query for (document, number, body), once for each chunk of the values its column may have."""
    if values is None:
        rows = [tuple(row) for row in connection.execute(query)]
    else:
        wanted = sorted({safe_text(value) for value in values})
        rows = [tuple(row) for part in chunks(wanted) for row in connection.execute(query.where(column.in_(part)))]
    # Sorted here and not by the database, whose order of texts depends on its locale.
    rows.sort(key=lambda row: (row[0], row[1]))
    return rows


def _claim_conditions(connection: Connection, wanted: ClaimFilter) -> list[ColumnElement[bool]]:
    c = tables.claims.c
    conditions = _time_conditions(wanted)
    if wanted.night is not None:
        conditions.append(c.night == wanted.night.isoformat())
    if wanted.document is not None:
        conditions.append(tables.documents.c.document == safe_text(wanted.document))
    if groups := _find_groups(wanted):
        conditions.append(c.derivation_row.in_(FINDINGS.asked(connection, groups)))
    return conditions


def _find_groups(wanted: ClaimFilter) -> tuple[WordGroup, ...]:
    fields = {} if wanted.region is None else {"region": frozenset({wanted.region})}
    if wanted.kinds is not None:
        fields["kind"] = frozenset(kind.value for kind in wanted.kinds)
    return find_groups(SearchQuery(fields=fields, night_from=wanted.night, night_to=wanted.night))


def _time_conditions(wanted: ClaimFilter) -> list[ColumnElement[bool]]:
    start, end = epoch_floor_s(wanted.start, "start"), epoch_ceil_s(wanted.end, "end")
    if start is None and end is None:
        return []
    c, published = tables.claims.c, tables.documents.c.published
    overlap: list[ColumnElement[bool]] = [or_(c.time_start.is_not(None), c.time_end.is_not(None))]
    within: list[ColumnElement[bool]] = [c.time_start.is_(None), c.time_end.is_(None)]
    if start is not None:
        overlap.append(or_(c.time_end.is_(None), c.time_end > start))
        within.append(published >= start)
    if end is not None:
        overlap.append(or_(c.time_start.is_(None), c.time_start < end))
        within.append(published < end)
    return [or_(and_(*overlap), and_(*within)) if wanted.timeless else and_(*overlap)]
