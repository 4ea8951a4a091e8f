"""What became of incidents, version by version, as far as it may be shown: new, changed, redirected, withdrawn."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from skyledger.flow.shelf import shelf_of
from skyledger.ledger.incident_records import IncidentState
from skyledger.publish.changelog import Change
from skyledger.publish.retelling import retell
from skyledger.publish.reworded import reworded

if TYPE_CHECKING:
    from skyledger.flow.shelf import Look, Shelf
    from skyledger.ledger import Ledger
    from skyledger.ledger.incident_records import IncidentVersion
    from skyledger.publish.policy import ReleasePolicy
    from skyledger.publish.rows import Row

_AT_ONCE = 500


def changes(
    ledger: Ledger, *, now: datetime, policy: ReleasePolicy | None = None, after: int = 0, limit: int = 100
) -> tuple[tuple[Change, ...], int | None]:
    """Return what became of incidents after a place in the order of arrival, oldest first.

    An incident that changed several times is told once, by its newest version. What may not be shown is left out; a
    tombstone waits as long as any text does.

    Args:
        ledger: Where to look.
        now: Aware; what policy measures delays from.
        policy: None is the private one.
        after: The ``row`` of the last change that is known already.
        limit: Most changes.

    Returns:
        The changes, and what to ask the next with; None when there are no more.
    """
    from skyledger.publish.policy import private_policy

    shelf = shelf_of(ledger, policy or private_policy())
    look = shelf.look(ledger, now)
    found: list[Change] = []
    while True:
        versions = look.known.stored.versions_after(after, _AT_ONCE)
        newest = look.known.stored.newest({version.id for version in versions})
        for version in versions:
            if newest[version.id].row == version.row:
                change = _change(shelf, look, version)
                if change is not None:
                    found.append(change)
            after = version.row
            if len(found) == limit:
                return tuple(found), after
        if len(versions) < _AT_ONCE:
            return tuple(found), None


def newest_changes(
    ledger: Ledger, *, now: datetime, policy: ReleasePolicy | None = None, limit: int = 100
) -> tuple[Change, ...]:
    """Return the newest changes, the newest first; for feeds."""
    stored = ledger.incidents
    span = limit
    while True:
        first = max(stored.last_row() - span, 0)
        found, _ = changes(ledger, now=now, policy=policy, after=first, limit=span)
        if len(found) >= limit or first == 0:
            return tuple(reversed(found))[:limit]
        span *= 2


def _change(shelf: Shelf, look: Look, version: IncidentVersion) -> Change | None:
    if version.incident is None:
        limit = look.now - timedelta(hours=shelf.policy.delay_h)
        if version.received_at > limit:
            return None
        what = "redirected" if version.state is IncidentState.REDIRECTED else "withdrawn"
        reason = retell(version.reason) if not shelf.policy.delay_h else ""
        return Change(
            row=version.row,
            incident=version.id,
            what=what,
            at=version.received_at,
            version=version.number,
            other=version.other,
            reason=reason,
            now=None,
        )
    row = _row(shelf, look, version)
    if row is None:
        return None
    return Change(
        row=version.row,
        incident=version.id,
        what="new" if version.number == 1 else "changed",
        at=version.received_at,
        version=version.number,
        other="",
        reason="",
        now=row,
    )


def _row(shelf: Shelf, look: Look, version: IncidentVersion) -> Row | None:
    label = None if version.incident is None or version.incident.night is None else version.incident.night
    night = shelf.night(look, None if label is None else date.fromisoformat(label))
    found = next((item.row for item in (*night.items, *night.aside) if item.row.id == version.id), None)
    return None if found is None else reworded(found)
