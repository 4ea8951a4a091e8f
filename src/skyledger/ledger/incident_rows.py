"""Versions of incidents as rows, and back."""

import hashlib
import zlib
from collections.abc import Iterator
from typing import Any

from sqlalchemy import Connection, select

from skyledger.errors import LedgerError
from skyledger.ledger import tables
from skyledger.ledger.codec import decoder, encode, epoch_ceil_s, epoch_floor_s, safe_text, utc_instant
from skyledger.ledger.database import Row
from skyledger.ledger.incident_records import IncidentState, IncidentVersion, NewVersion
from skyledger.ledger.packing import Packing
from skyledger.model import Incident, PlaceKind

_incident = decoder(Incident)
_ZLIB = b"\x78"


def line_of_version(version: NewVersion) -> str:
    """Return the line that is stored of a version, ``""`` where it has no incident."""
    return "" if version.incident is None else encode(version.incident)


def row_of_version(version: NewVersion) -> Row:
    """Return a version as a row without body, numbers, versions of program and rules, and time."""
    line = line_of_version(version)
    incident = version.incident
    window = None if incident is None else incident.window
    place = None if incident is None else incident.place
    return {
        "incident": version.id,
        "state": version.state.value,
        "other": version.other or None,
        "reason": safe_text(version.reason),
        "night": None if incident is None else incident.night,
        "kind": None if incident is None else incident.kind.value,
        "region": None if place is None or place.region is None else safe_text(place.region),
        "window_start": None if window is None else epoch_floor_s(window.start, f"start of {version.id}"),
        "window_end": None if window is None else epoch_ceil_s(window.end, f"end of {version.id}"),
        "key": hashlib.sha256(line.encode()).digest(),
    }


def parts_of(version: NewVersion) -> tuple[str, ...]:
    """Return the places of an incident on a list of places."""
    place = None if version.incident is None else version.incident.place
    if place is None or place.kind is not PlaceKind.LIST:
        return ()
    return tuple(safe_text(part) for part in dict.fromkeys(place.parts))


def version_of_row(row: Any, packing: Packing) -> IncidentVersion:
    """Return the version a row holds.

    Raises:
        LedgerError: Its body is damaged.
    """
    line = body_line(row.incident, row.number, row.body, packing)
    return IncidentVersion(
        row=row.row,
        id=row.incident,
        number=row.number,
        state=IncidentState(row.state),
        other=row.other or "",
        reason=row.reason,
        incident=_incident(line) if line else None,
        program=row.program,
        rules=row.rules,
        received_at=utc_instant(row.received_at),
    )


def body_line(incident: str, number: int, body: bytes, packing: Packing) -> str:
    """Return the stored line of a version, ``""`` where it has none.

    Raises:
        LedgerError: It cannot be unpacked.
    """
    try:
        return packing.unpack(bytes(body))
    except LedgerError as error:
        raise LedgerError(f"incident {incident} version {number}: {error}") from error


def zlib_body(body: bytes, packing: Packing) -> bytes:
    """Return a body as exports hold it, a zlib stream: as it is where it is one, for the log has the hash of that."""
    body = bytes(body)
    return body if body[:1] == _ZLIB else zlib.compress(packing.unpack(body).encode())


def incident_faults(connection: Connection) -> Iterator[str]:
    """Yield where a stored version is not what its key was made of, or its columns are not what its body says."""
    table, packing = tables.incident_versions, Packing(connection)
    for row in connection.execute(select(table).order_by(table.c.row)):
        where = f"incident {row.incident} version {row.number}"
        try:
            line = body_line(row.incident, row.number, row.body, packing)
            if hashlib.sha256(line.encode()).digest() != bytes(row.key):
                yield f"{where}: is not what its key was made of"
                continue
            expected = row_of_version(version_of_row(row, packing))
        except (LedgerError, ValueError) as error:
            yield f"{where}: {error}"
            continue
        other = [name for name in _FOUND_BY if getattr(row, name) != expected[name]]
        if other:
            yield f"{where}: is found by another {other[0]} than its body has"


_FOUND_BY = ("state", "night", "kind", "region", "window_start", "window_end")
