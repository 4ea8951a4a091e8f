"""Questions to a ledger: each goes through the release policy before anything is shown."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from typing import TYPE_CHECKING

from skyledger.errors import NotFoundError
from skyledger.flow.incidents import ledger_incidents
from skyledger.model import Document, Incident, Issue
from skyledger.packs.load import load_packs

if TYPE_CHECKING:
    from skyledger.ledger import Ledger
    from skyledger.publish.compare import Compared
    from skyledger.publish.policy import ReleasePolicy
    from skyledger.publish.sitrep import Sitrep
    from skyledger.publish.totals_records import ShownTotal
    from skyledger.publish.why import Why


def sitrep(
    ledger: Ledger,
    *,
    night: date | None = None,
    region: str | None = None,
    now: datetime,
    policy: ReleasePolicy | None = None,
) -> Sitrep:
    """Build the situation report of one night.

    Args:
        ledger: What is known.
        night: Date of the morning; None takes the last night with claims.
        region: ISO 3166-2 id, or None for all.
        now: Aware; when the report is made.
        policy: None is the private one.

    Raises:
        NotFoundError: There are no claims for the night (which does not say that it was quiet), or no such region.
    """
    from skyledger.publish.sitrep import build_sitrep
    from skyledger.reconcile import pair_closures

    every = ledger_incidents(ledger)
    night = _choose_night(every, night)
    if region is not None and region not in load_packs().places:
        raise NotFoundError(f"{region}: no such region; ids are ISO 3166-2, such as RU-KLU or UA-63")
    incidents = [i for i in every if i.night in (None, night.isoformat())]
    documents = _documents_around(ledger, night, incidents)
    return build_sitrep(
        night,
        region=region,
        documents=tuple(documents.values()),
        claims=tuple(claim for claim in ledger.claims() if claim.document_id in documents),
        incidents=incidents,
        issues=tuple(issue for issue in ledger.issues() if issue.document_id in documents),
        closures=pair_closures(every),
        now=now,
        policy=policy,
    )


def _choose_night(incidents: Iterable[Incident], night: date | None) -> date:
    """Return the night asked for, or the last one with claims."""
    nights = sorted({date.fromisoformat(incident.night) for incident in incidents if incident.night is not None})
    if not nights:
        raise NotFoundError("the ledger has no claims of any night yet; add texts first")
    if night is not None and night not in nights:
        known = f"{nights[0]} to {nights[-1]}, {len(nights)} in all"
        raise NotFoundError(f"{night}: no claims for this night, which does not mean it was quiet; there are {known}")
    return nights[-1] if night is None else night


def totals(
    ledger: Ledger, *, night: date | None = None, now: datetime, policy: ReleasePolicy | None = None
) -> tuple[date, tuple[ShownTotal, ...]]:
    """Hold the national totals of one night against their lists and what the regions say.

    Args:
        ledger: What is known.
        night: Date of the morning; None takes the last night with claims.
        now: Aware; what policy measures delays from.
        policy: None is the private one.

    Raises:
        NotFoundError: There are no claims, or no national totals, for the night.
    """
    from skyledger.publish.totals import build_totals

    every = ledger_incidents(ledger)
    night = _choose_night(every, night)
    incidents = [i for i in every if i.night == night.isoformat()]
    documents = ledger.documents({id for incident in incidents for id in incident.documents})
    claims = [claim for claim in ledger.claims() if claim.document_id in documents]
    shown = build_totals(
        night, documents=tuple(documents.values()), claims=claims, incidents=incidents, now=now, policy=policy
    )
    return night, shown


def _documents_around(ledger: Ledger, night: date, incidents: Iterable[Incident]) -> dict[str, Document]:
    """Return the texts of the incidents and all that were posted in the days beside the night."""
    named = {id for incident in incidents for id in incident.documents}

    def is_near(document: Document) -> bool:
        return document.published_at is not None and abs((document.published_at.date() - night).days) <= 1

    return {id: document for id, document in ledger.documents().items() if id in named or is_near(document)}


def why(ledger: Ledger, id: str, *, now: datetime) -> Why:
    """Collect what an incident, a finding or a claim rests on.

    Args:
        ledger: Where to look.
        id: ``INC-...``, ``INC-...:count`` or ``c1-...``.
        now: Aware; what policy measures delays from.

    Raises:
        NotFoundError: Nothing in the ledger has this id.
    """
    from skyledger.publish.why import build_why

    name = id.partition(":")[0]
    incidents = [incident for incident in ledger_incidents(ledger) if name in (incident.id, *incident.claims)]
    wanted = {name, *(claim for incident in incidents for claim in incident.claims)}
    wanted |= {part for incident in incidents for total in incident.totals for part in total.parts}
    claims = ledger.claims(ids=wanted)  # with the parts: a total is shown with all of them or not at all
    if not claims:
        raise NotFoundError(_say_unknown(ledger, id))
    documents = ledger.documents({claim.document_id for claim in claims})
    return build_why(id, documents=tuple(documents.values()), claims=claims, incidents=incidents, now=now)


def compare(ledger: Ledger, one: str, two: str, *, now: datetime) -> Compared:
    """Hold two claims, two incidents, or one of each against each other as linking does.

    Args:
        ledger: Where to look.
        one: ``INC-...`` or ``c1-...``.
        two: Another.
        now: Aware; what policy measures delays from.

    Raises:
        NotFoundError: Nothing in the ledger has one of the ids.
    """
    from skyledger.link import link_claims
    from skyledger.link.contrast import contrast_claims
    from skyledger.publish.compare import build_compared
    from skyledger.reconcile import reconcile_groups

    documents, claims, decisions = ledger.documents(), ledger.claims(), ledger.active_decisions()
    by_claim = {claim.id: claim for claim in claims}
    groups = link_claims(documents, claims, decisions)
    incidents = reconcile_groups(groups, documents, by_claim)
    members = {id: (id,) for id in by_claim} | {incident.id: incident.claims for incident in incidents}
    for id in (one, two):
        if id not in members:
            raise NotFoundError(_say_unknown(ledger, id))
    found = contrast_claims(members[one], members[two], documents, claims, groups, decisions)
    near = tuple(i for i in incidents if not {found.best.one, found.best.two}.isdisjoint(i.claims))
    wanted = {claim for incident in near for claim in incident.claims}
    return build_compared(
        one,
        two,
        found,
        documents=tuple({by_claim[c].document_id: documents[by_claim[c].document_id] for c in wanted}.values()),
        claims=tuple(by_claim[c] for c in sorted(wanted)),
        incidents=near,
        now=now,
    )


def _say_unknown(ledger: Ledger, id: str) -> str:
    if not ledger.documents([id]):
        return f"{id}: no incident and no claim of this ledger has this id"
    claims = ", ".join(claim.id for claim in ledger.claims(document=id)) or "none"
    return f"{id}: is a document; ask for one of its claims: {claims}"


def list_issues(ledger: Ledger, *, now: datetime) -> tuple[Issue, ...]:
    """Return every recorded doubt as far as policy shows it."""
    from skyledger.publish.policy import Selection, private_policy, release

    documents, claims = tuple(ledger.documents().values()), ledger.claims()
    selection = Selection(documents=documents, claims=claims, issues=ledger.issues())
    return release(selection, private_policy(), now=now).issues
