"""Builders of what goes into a ledger."""

import hashlib
from dataclasses import replace
from datetime import datetime
from typing import Any

from skyledger.flow import derive_incidents
from skyledger.ledger import Entry, FileRecord, Ledger
from skyledger.ledger.incident_records import Batch, IncidentState, NewVersion, Settled
from skyledger.model import Claim, Document, Incident
from tests.builders import NOW, a_claim, a_document, an_issue

RAW = b'{"id": "1", "text": "..."}\n'


def a_file(raw: bytes = RAW, **overrides: Any) -> FileRecord:
    file = FileRecord(
        path="posts.jsonl", sha256=hashlib.sha256(raw).hexdigest(), size=len(raw), reader="jsonl/1", received_at=NOW
    )
    return replace(file, **overrides)


def an_entry(document: Document | None = None, **overrides: Any) -> Entry:
    document = a_document() if document is None else document
    entry = Entry(
        document=document,
        claims=(a_claim(document),),
        issues=(an_issue(document),),
        extractor="0.1.0",
        pack_version="test-pack",
    )
    return replace(entry, **overrides)


def an_incident(*claims: Claim, **overrides: Any) -> Incident:
    """Return the one incident that claims make, or "40 UAVs downed over Kaluga Oblast overnight"."""
    [incident] = derive_incidents([a_document()], claims or (a_claim(),))
    return replace(incident, **overrides)


def standing(incident: Incident) -> NewVersion:
    return NewVersion(id=incident.id, state=IncidentState.STANDING, incident=incident)


def settle_as(ledger: Ledger, *versions: NewVersion, at: datetime = NOW, **fields: Any) -> None:
    """Append versions as if they had been derived of all that is in the ledger."""
    batch = Batch(horizon=ledger.view().horizon, received_at=at)
    settled = Settled(batch=batch, program="0.1.0", rules="rules", versions=versions, **fields)
    assert ledger.incidents.append(ledger.incidents.last_settlement(), settled)
