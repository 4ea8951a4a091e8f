"""Everything derived again: texts read anew with the packs in force, or what is stored held against what follows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from skyledger.flow.adding import derive_again, read_anew
from skyledger.flow.derived import Derived
from skyledger.flow.heirs import gone_and_fresh
from skyledger.flow.incidents import derive_incidents
from skyledger.flow.known import known_incidents
from skyledger.flow.rules import rules_in_force
from skyledger.flow.versions import settle_versions
from skyledger.model import Claim, Incident
from skyledger.packs.load import Packs, load_packs

if TYPE_CHECKING:
    from skyledger.ledger import Ledger
    from skyledger.ledger.incident_records import NewVersion
    from skyledger.publish.changes import IncidentChange


def rederive(
    ledger: Ledger, *, now: datetime, packs: Packs | None = None, dry_run: bool = False
) -> tuple[IncidentChange, ...]:
    """Read every text with the packs in force, derive every incident, and tell what that changes.

    Args:
        ledger: Whose texts.
        now: Aware; when that is known, and what policy measures delays from.
        packs: None loads those in force.
        dry_run: Store nothing.

    Returns:
        The incidents that are new, other than before, or gone, by night and id.
    """
    packs = load_packs() if packs is None else packs
    before = {incident.id: incident for incident in known_incidents(ledger, now).find()}
    claims = ledger.claims()
    if dry_run:
        fresh = tuple(claim for entry in read_anew(ledger, packs) for claim in entry.claims)
        versions = _what_if(ledger, claims, fresh, packs, now)
    else:
        derive_again(ledger, now=now, packs=packs)
        fresh = ledger.claims()
        stored = {version.id: version for version in ledger.incidents.standing()}
        versions = {**stored, **ledger.incidents.newest(before.keys() - stored.keys())}
    return _tell(ledger, before, versions, (*claims, *fresh), now)


def _what_if(
    ledger: Ledger, old: tuple[Claim, ...], new: tuple[Claim, ...], packs: Packs, now: datetime
) -> dict[str, NewVersion]:
    """Return what would become of incidents by other claims, by id; those that would stay as they are left out."""
    from skyledger.ledger.incident_records import Batch

    view = ledger.view()
    incidents = derive_incidents(ledger.documents().values(), new, ledger.active_decisions())
    gone, fresh = gone_and_fresh(old, new)
    derived = Derived(
        view=view,
        since=view.horizon,
        before={version.id: version for version in ledger.incidents.standing()},
        incidents=incidents,
        gone=gone,
        fresh=fresh,
        packs=packs.version,
    )
    settled = settle_versions(ledger, derived, Batch(horizon=view.horizon, received_at=now))
    return {version.id: version for version in settled.versions}


def _tell(
    ledger: Ledger,
    before: Mapping[str, Incident],
    versions: Mapping[str, NewVersion],
    claims: tuple[Claim, ...],
    now: datetime,
) -> tuple[IncidentChange, ...]:
    from skyledger.publish.changes import GoneId, build_changes

    after = {id: v.incident for id, v in versions.items() if v.incident is not None and v.incident != before.get(id)}
    gone = [GoneId(id=id, other=v.other, reason=v.reason) for id, v in versions.items() if v.incident is None]
    touched = {*after, *(one.id for one in gone)}
    old = {id: incident for id, incident in before.items() if id in touched}
    documents = ledger.documents({id for incident in (*old.values(), *after.values()) for id in incident.documents})
    known = {claim.id: claim for claim in claims if claim.document_id in documents}
    return build_changes(old, after, gone, documents=tuple(documents.values()), claims=tuple(known.values()), now=now)


def first_difference(ledger: Ledger) -> str | None:
    """Hold the stored incidents, byte by byte, against those that follow from what the ledger holds.

    Returns:
        One line for the first difference, or None when there is none.
    """
    from skyledger.ledger.codec import encode

    last = ledger.incidents.last_settlement()
    if last is None:
        return None
    if last.rules != rules_in_force():
        return (
            "the stored incidents were derived by other rules than those in force; any command that asks settles them"
        )
    view = ledger.view(last.horizon)
    texts = view.texts()
    claims = [claim for text in texts.values() for claim in text.claims]
    derived = derive_incidents((t.document for t in texts.values()), claims, view.active_decisions())
    by_claims = {frozenset(incident.claims): incident for incident in derived}
    standing = {version.id: version.incident for version in ledger.incidents.standing()}
    for id, line in ledger.incidents.lines():
        stored = standing.get(id)
        found = None if stored is None else by_claims.pop(frozenset(stored.claims), None)
        if stored is None or found is None:
            return f"{id}: stands in the ledger, and no incident with its claims follows from what the ledger holds"
        if line != encode(replace(found, id=id)):
            return f"{id}: {_first_field(stored, replace(found, id=id))}"
    for incident in by_claims.values():
        return f"an incident with claim {incident.claims[0]} follows from what the ledger holds, and is not stored"
    return None


def _first_field(stored: Incident, derived: Incident) -> str:
    for name in Incident.__slots__:
        one, two = getattr(stored, name), getattr(derived, name)
        if one != two:
            return f"its {name} is stored as {one!r} and derived as {two!r}"
    return "its stored line is written otherwise than its derivation"
