"""What happened to a selection since it was last looked at."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from msgspec import to_builtins

from skyledger.ledger.incident_records import IncidentState, IncidentVersion
from skyledger.publish.exports.geojson import write_json
from skyledger.publish.rows import Row

Json = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One thing that happened.

    Attributes:
        what: ``new``, ``changed``, ``redirected``, ``withdrawn``, or ``left``: it stands, but not in the selection.
        row: As it stands; None unless new or changed.
        digest: What is remembered of it; ``""`` once it is gone.
    """

    incident: str
    what: str
    row: Row | None = None
    other: str = ""
    reason: str = ""
    digest: str = ""

    def to_json(self) -> Json:
        """Return the event as it is posted."""
        told: Json = {"what": self.what, "incident": self.incident}
        if self.row is not None:
            return told | {"now": to_builtins(self.row)}
        return told | {"other": self.other or None, "reason": self.reason}


def digest_of(row: Row) -> str:
    """Return what is another as soon as anything that a row shows is."""
    return hashlib.sha256(write_json(to_builtins(row))).hexdigest()[:24]


def derive_events(
    told: Mapping[str, str], rows: Sequence[Row], newest: Mapping[str, IncidentVersion], *, reasons: bool
) -> tuple[Event, ...]:
    """Return what happened since rows were told.

    Args:
        told: What was told last, by incident: its digest.
        rows: The selection now.
        newest: The newest version of those told that are in it no more; what is not here is passed over.
        reasons: Whether to say why something is no more.
    """
    found: list[Event] = []
    for row in rows:
        digest = digest_of(row)
        if told.get(row.id) != digest:
            what = "changed" if row.id in told else "new"
            found.append(Event(incident=row.id, what=what, row=row, digest=digest))
    here = {row.id for row in rows}
    for id in sorted(set(told) - here):
        if id in newest:
            found.append(_gone(newest[id], reasons=reasons))
    return tuple(found)


def _gone(version: IncidentVersion, *, reasons: bool) -> Event:
    what = {IncidentState.REDIRECTED: "redirected", IncidentState.WITHDRAWN: "withdrawn"}.get(version.state, "left")
    reason = version.reason if reasons and what != "left" else ""
    return Event(incident=version.id, what=what, other=version.other, reason=reason)


def write_body(events: Sequence[Event], *, query: str, policy: str, address: str, at: datetime) -> bytes:
    """Return what is posted of some events."""
    told: Json = {
        "type": "incidents.changed",
        "timestamp": at.isoformat().replace("+00:00", "Z"),
        "data": {
            "query": query,
            "policy": policy,
            "address": address,
            "events": [event.to_json() for event in events],
        },
    }
    return write_json(told)
