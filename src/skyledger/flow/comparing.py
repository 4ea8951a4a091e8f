"""Two claims or incidents held against each other, as linking does."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from skyledger.errors import NotFoundError
from skyledger.flow.asking import say_unknown
from skyledger.flow.known import KnownIncidents, known_incidents
from skyledger.flow.neighbourhood import Neighbourhood
from skyledger.model import Incident
from skyledger.say import say

if TYPE_CHECKING:
    from skyledger.ledger import Ledger
    from skyledger.model import Group
    from skyledger.publish.compare import Compared


def compare(ledger: Ledger, one: str, two: str, *, now: datetime) -> Compared:
    """Hold two claims, two incidents, or one of each against each other as linking does.

    Args:
        ledger: Where to look.
        one: ``INC-...`` or ``c1-...``.
        two: Another.
        now: Aware; what policy measures delays from.

    Raises:
        NotFoundError: Nothing in the ledger has one of the ids, or a decision keeps it out of every incident.
        WithdrawnError: One of the incidents was withdrawn.
    """
    from skyledger.link.contrast import contrast_claims
    from skyledger.link.policy import load_link_policy
    from skyledger.publish.compare import build_compared

    known = known_incidents(ledger, now)
    meant = {id: _meant(ledger, known, id) for id in (one, two)}
    texts = Neighbourhood(ledger.view(), load_link_policy())
    texts.load({document for incident, _ in meant.values() for document in incident.documents})
    groups = _link_around(texts, [incident for incident, _ in meant.values()])
    found = contrast_claims(
        meant[one][1], meant[two][1], texts.all_documents, [*texts.claims.values()], groups, texts.decisions
    )
    near = known.find(claims={found.best.one, found.best.two})
    wanted = {claim for incident in near for claim in incident.claims}
    texts.load({document for incident in near for document in incident.documents})
    documents = {texts.claims[claim].document_id for claim in wanted}
    return build_compared(
        one,
        two,
        found,
        documents=tuple(texts.documents[id] for id in sorted(documents)),
        claims=tuple(texts.claims[claim] for claim in sorted(wanted)),
        incidents=near,
        now=now,
    )


def _meant(ledger: Ledger, known: KnownIncidents, id: str) -> tuple[Incident, tuple[str, ...]]:
    """Return the incident that an id is in or leads to, and the claims that it means."""
    if id.startswith("INC-"):
        incident, _ = known.resolve(id)
        if incident is not None:
            return incident, incident.claims
    for incident in known.find(claims=[id]):
        return incident, (id,)
    if ledger.claims(ids=[id]):
        raise NotFoundError(
            say("{id}: a decision keeps this claim out of every incident; undo it to compare it", id=id)
        )
    raise NotFoundError(say_unknown(ledger, id))


def _link_around(texts: Neighbourhood, incidents: list[Incident]) -> tuple[Group, ...]:
    """Link the nights of some incidents; all texts where that does not give these very incidents."""
    from skyledger.link import link_claims

    wanted = {frozenset(incident.claims) for incident in incidents}
    nights = texts.nights_of(claim for incident in incidents for claim in incident.claims)
    for _ in range(3):
        nights = {night + by for night in nights for by in (-1, 0, 1)}
        texts.load_nights(nights)
        groups = link_claims(texts.all_documents, [*texts.claims.values()], texts.decisions)
        if wanted <= {frozenset(group.claims) for group in groups}:
            return groups
    texts.load(texts.view.texts())
    return link_claims(texts.all_documents, [*texts.claims.values()], texts.decisions)
