"""Queries for incidents: which versions are the newest, which meet a condition, in which order a page has them.

``as_of`` is an instant as :func:`skyledger.ledger.codec.utc_text` writes it: rows received later are not there yet.
None is now.
"""

from collections.abc import Iterable
from datetime import date
from functools import lru_cache

from sqlalchemy import ColumnElement, Connection, exists, or_, select, true

from skyledger.ledger import tables
from skyledger.ledger.codec import safe_text, utc_instant
from skyledger.ledger.incident_records import Horizon, IncidentVersion, Settlement
from skyledger.ledger.write import chunks

_v = tables.incident_versions.c
PageKey = tuple[str, str]


def page_key(version: IncidentVersion) -> PageKey:
    """Return what a page of incidents is ordered by, and what the next one is asked for ``after``."""
    night = None if version.incident is None else version.incident.night
    return (night or "", version.id)


@lru_cache(maxsize=32)  # it takes as long to put together as to run
def newest_versions(as_of: str | None) -> tuple[ColumnElement[bool], ...]:
    """Return the conditions that a version is known at an instant and no later one of its id is."""
    other = tables.incident_versions.alias("other_version")
    later = exists().where(
        other.c.incident == _v.incident, other.c.number > _v.number, *received_by(other.c.received_at, as_of)
    )
    return (~later, *received_by(_v.received_at, as_of))


def received_by(column: ColumnElement[str], as_of: str | None) -> list[ColumnElement[bool]]:
    """Return the condition that a row was there at an instant; one that holds always for now."""
    return [true()] if as_of is None else [column <= as_of]


def on_nights(nights: Iterable[date | None]) -> ColumnElement[bool]:
    """Return the condition to be of one of these nights; None among them stands for incidents without any."""
    wanted = set(nights)
    named = _v.night.in_(sorted(night.isoformat() for night in wanted if night is not None))
    return or_(named, _v.night.is_(None)) if None in wanted else named


def in_region(region: str) -> tuple[ColumnElement[bool], ColumnElement[bool]]:
    """Return the two ways to lie in a region: there, or on a list of places that names it."""
    name, p = safe_text(region), tables.incident_parts.c
    return _v.region == name, _v.row.in_(select(p.version_row).where(p.place == name))


def page_rows(
    connection: Connection,
    conditions: list[ColumnElement[bool]],
    region: str | None,
    ids: list[str] | None,
    after: PageKey | None,
    limit: int | None,
) -> list[int]:
    """Return the rows of a page, each way to be on it asked on its own: then each is read in the order of an index.

    Bodies are read for these rows only: what is sorted carries none.
    """
    ways = [[way] for way in in_region(region)] if region is not None else [[]]
    if ids is not None:
        ways = [[*way, _v.incident.in_(chunk)] for way in ways for chunk in chunks(ids)]
    rows: dict[int, PageKey] = {}
    for order in _orders(after):
        for way in ways:
            query = select(_v.row, _v.night, _v.incident).where(*conditions, *order, *way)
            found = connection.execute(query.order_by(_v.night, _v.incident).limit(limit))
            rows |= {row: (night or "", incident) for row, night, incident in found}
        if limit is not None and len(rows) >= limit:
            break  # those without a night come first
    return sorted(rows, key=lambda row: rows[row])[:limit]


def _orders(after: PageKey | None) -> list[list[ColumnElement[bool]]]:
    """Return the conditions for what comes after a place in the order: without a night, then by night."""
    night, id = ("", "") if after is None else after
    later = [_v.night.is_not(None), _v.night >= night, or_(_v.night > night, _v.incident > id)]
    return [later] if night else [[_v.night.is_(None), _v.incident > id], later]


def wanted_ids(connection: Connection, ids: Iterable[str] | None, claims: Iterable[str] | None) -> list[str] | None:
    """Return the ids that are named and hold, or ever held, one of these claims; None where neither is asked for."""
    if ids is None and claims is None:
        return None
    named = None if ids is None else set(ids)
    if claims is None:
        return sorted(named or ())
    held = set(ids_of_claims(connection, claims))
    return sorted(held if named is None else held & named)


def ids_of_claims(connection: Connection, claims: Iterable[str]) -> list[str]:
    """Return the ids of all incidents that hold, or ever held, one of these claims."""
    c = tables.incident_claims.c
    wanted = sorted({safe_text(claim) for claim in claims})
    query = select(_v.incident).join_from(tables.incident_claims, tables.incident_versions, c.version_row == _v.row)
    return sorted({id for chunk in chunks(wanted) for id in connection.scalars(query.where(c.claim.in_(chunk)))})


def newest_settlement(connection: Connection, as_of: str | None) -> Settlement | None:
    """Return the newest settlement, or None when nothing was settled yet."""
    s = tables.settlements.c
    query = select(tables.settlements).where(*received_by(s.received_at, as_of)).order_by(s.row.desc()).limit(1)
    row = connection.execute(query).first()
    if row is None:
        return None
    return Settlement(
        row=row.row,
        horizon=Horizon(documents=row.document_row, derivations=row.derivation_row, decisions=row.decision_row),
        program=row.program,
        rules=row.rules,
        received_at=utc_instant(row.received_at),
        versions=row.versions,
    )
