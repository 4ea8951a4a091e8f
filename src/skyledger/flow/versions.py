"""From what was derived to what is appended: who keeps which id, which incidents changed, what became of the others."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from skyledger import __version__
from skyledger.flow.heirs import find_heirs
from skyledger.flow.identity import KnownId, Naming, NewIncident, name_incidents
from skyledger.flow.part_totals import minted_from
from skyledger.flow.rules import rules_in_force
from skyledger.model import Decision, Incident
from skyledger.model.ids import incident_id
from skyledger.say import Told, tell

if TYPE_CHECKING:
    from skyledger.flow.derived import Derived
    from skyledger.ledger import Ledger
    from skyledger.ledger.incident_protocol import Incidents
    from skyledger.ledger.incident_records import Batch, IncidentVersion, NewVersion, Settled


def settle_versions(ledger: Ledger, derived: Derived, batch: Batch) -> Settled:
    """Return what one settlement appends: a version for each incident whose body or state changed."""
    from skyledger.ledger.incident_records import Settled

    naming = name_derived(ledger.incidents, derived)
    return Settled(
        batch=batch,
        program=__version__,
        rules=rules_in_force(),
        versions=(*_changed(derived, naming), *_given_up(derived, naming)),
        marks=derived.marks,
    )


def name_derived(stored: Incidents, derived: Derived) -> Naming:
    """Give the derived incidents their ids."""
    heirs = find_heirs(derived.gone, derived.fresh)
    new = [NewIncident(first=minted_from(i), claims=i.claims) for i in derived.incidents]
    standing = _known(stored, derived.before)
    given_up: list[KnownId] = []
    if standing or stored.last_settlement() is not None:
        claims = {claim for incident in new for claim in incident.claims}
        former = stored.holding(claims | heirs.keys())
        given_up = _known(stored, {id: v for id, v in former.items() if v.incident is None})
    minted = stored.taken(incident_id(incident.first) for incident in new)
    return name_incidents(new, standing, given_up, heirs, lambda id: id in minted or bool(stored.taken([id])))


def _known(stored: Incidents, versions: Mapping[str, IncidentVersion]) -> list[KnownId]:
    joined = stored.joined(versions)
    return [
        KnownId(id=id, joined=joined.get(id, {}), claims=() if v.incident is None else v.incident.claims)
        for id, v in versions.items()
    ]


def _changed(derived: Derived, naming: Naming) -> Iterable[NewVersion]:
    """Yield the incidents that are new or other than before, by night and id: the order in which ids grow old."""
    from skyledger.ledger.codec import encode
    from skyledger.ledger.incident_records import IncidentState, NewVersion

    named = [replace(incident, id=id) for incident, id in zip(derived.incidents, naming.ids, strict=True)]
    for incident in sorted(named, key=lambda i: (i.night or "", i.id)):
        old = derived.before.get(incident.id)
        if old is None or old.incident is None or encode(old.incident) != encode(incident):
            yield NewVersion(id=incident.id, state=IncidentState.STANDING, incident=incident)


def _given_up(derived: Derived, naming: Naming) -> Iterable[NewVersion]:
    from skyledger.ledger.incident_records import IncidentState, NewVersion

    for id, other in sorted(naming.redirects.items()):
        reason = tell(Told.BELONGS_NOW, other=other)
        yield NewVersion(id=id, state=IncidentState.REDIRECTED, other=other, reason=reason)
    for id in sorted(naming.withdrawn):
        incident = derived.before[id].incident
        reason = "" if incident is None else why_withdrawn(incident, derived)
        yield NewVersion(id=id, state=IncidentState.WITHDRAWN, reason=reason)


def why_withdrawn(incident: Incident, derived: Derived) -> str:
    """Return in one sentence what became of the claims of an incident none of which is left."""
    refused = _latest_refusals(derived.view.active_decisions())
    causes = [
        tell(_REFUSED[d.verb], claim=claim, decision=d.id) for claim, d in refused.items() if claim in incident.claims
    ]
    if any(claim not in refused for claim in incident.claims):
        causes += _what_texts_became(incident, derived)
    return tell(Told.CLAIMS_GONE, causes="; ".join(causes))


_REFUSED = {"reject": Told.REJECTED, "hold": Told.ON_HOLD}


def _latest_refusals(decisions: Iterable[Decision]) -> dict[str, Decision]:
    """Return the reject or hold in force for each claim that has one."""
    found: dict[str, Decision] = {}
    for decision in decisions:
        if decision.verb in ("reject", "hold"):
            found[decision.targets[0]] = decision
        elif decision.verb == "accept":
            found.pop(decision.targets[0], None)
    return found


def _what_texts_became(incident: Incident, derived: Derived) -> Iterable[str]:
    known = 0 if derived.since is None else derived.since.documents
    for document, text in sorted(derived.view.texts(incident.documents).items()):
        if text.row > known and not derived.packs:
            yield tell(Told.TEXT_EDITED, document=document, version=text.version)
        else:
            packs = derived.packs or text.pack_version
            yield tell(Told.READ_AGAIN, document=document, packs=packs)
