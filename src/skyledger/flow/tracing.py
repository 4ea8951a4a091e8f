"""How an incident grew, from its versions and from what the ledger held at the time of each."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from skyledger.errors import NotFoundError
from skyledger.flow.known import known_incidents
from skyledger.say import say

if TYPE_CHECKING:
    from skyledger.ledger import Ledger
    from skyledger.ledger.incident_protocol import Incidents
    from skyledger.ledger.incident_records import IncidentVersion
    from skyledger.publish.history import History, KnownThen
    from skyledger.publish.policy import Released, ReleasePolicy


def history(ledger: Ledger, id: str, *, now: datetime, policy: ReleasePolicy | None = None) -> History:
    """Return every version of an incident, and of those its id leads to.

    Args:
        ledger: Where to look.
        id: ``INC-...``.
        now: Aware; what policy measures delays from.
        policy: None is the private one.

    Raises:
        NotFoundError: No incident ever had this id.
    """
    return history_of(ledger, known_incidents(ledger, now).stored, id, now=now, policy=policy)


def history_of(
    ledger: Ledger,
    stored: Incidents,
    id: str,
    *,
    now: datetime,
    policy: ReleasePolicy | None = None,
    released: Released | None = None,
) -> History:
    """Do what :func:`history` does, where everything is known to be settled.

    Args:
        ledger: Where to look.
        stored: Its incidents.
        id: ``INC-...``.
        now: Aware; what policy measures delays from.
        policy: None is the private one.
        released: The incident as it stands, which saves reading its texts again where it never changed.
    """
    from skyledger.publish.history import build_history, only_step

    path = [version.id for version in stored.resolve(id).path]
    if not path:
        raise NotFoundError(say("{id}: no incident of this ledger ever had this id", id=id))
    versions = [version for one in path for version in stored.history(one)]
    if released is not None and len(versions) == 1 and versions[0].incident is not None:
        return only_step(_bare(versions[0]), released)
    return build_history(id, [_then(ledger, version) for version in versions], now=now, policy=policy)


def _bare(version: IncidentVersion) -> KnownThen:
    """Return a version without its texts and claims."""
    from skyledger.publish.history import KnownThen

    return KnownThen(
        id=version.id,
        number=version.number,
        received_at=version.received_at,
        state=version.state.value,
        other=version.other,
        reason=version.reason,
        incident=version.incident,
    )


def _then(ledger: Ledger, version: IncidentVersion) -> KnownThen:
    """Return a version with its texts and claims as they stood when it came."""
    incident, then = version.incident, ledger.at(version.received_at)
    return replace(
        _bare(version),
        documents=() if incident is None else tuple(then.documents(incident.documents).values()),
        claims=() if incident is None else then.claims(documents=incident.documents),
    )
