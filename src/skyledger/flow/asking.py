"""Questions to a ledger: each goes through the release policy before anything is shown."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING

from skyledger.errors import NotFoundError
from skyledger.flow.known import KnownIncidents, known_incidents
from skyledger.model import Document, Incident, Issue, Kind
from skyledger.packs.load import load_packs
from skyledger.say import say

if TYPE_CHECKING:
    from skyledger.ledger import Ledger
    from skyledger.publish.policy import ReleasePolicy
    from skyledger.publish.sitrep import Sitrep
    from skyledger.publish.totals_records import ShownTotal
    from skyledger.publish.why import Why
    from skyledger.reconcile import ClosedInterval


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

    known = known_incidents(ledger, now)
    night = known.choose_night(night)
    if region is not None and region not in load_packs().places:
        raise NotFoundError(say("{region}: no such region; ids are ISO 3166-2, such as RU-KLU or UA-63", region=region))
    labelled = known.find(nights=[night])
    posted = _documents_posted(ledger, night)
    issues = ledger.issues(documents=posted)
    undated = known.find(nights=[None], claims={claim.id for claim in ledger.claims(documents=posted)})
    wanted = {id for incident in (*undated, *labelled) for id in incident.documents}
    wanted |= {issue.document_id for issue in issues if issue.document_id}
    documents = ledger.documents(wanted)
    return build_sitrep(
        night,
        region=region,
        documents=tuple(documents.values()),
        claims=ledger.claims(documents=documents),
        incidents=(*undated, *labelled),
        issues=ledger.issues(documents=documents),
        closures=_closures_around(known, night, (*undated, *labelled)),
        now=now,
        policy=policy,
    )


def _closures_around(known: KnownIncidents, night: date, incidents: Iterable[Incident]) -> tuple[ClosedInterval, ...]:
    """Return the closed intervals of airports that may touch a night.

    A closure and its reopening are at most ``max_closed_h`` apart, and which belong together follows from those of the
    airport in between; so three times that around the night is more than enough.
    """
    from skyledger.reconcile import load_reconcile_policy, pair_closures

    reach = timedelta(hours=3 * load_reconcile_policy().max_closed_h)
    middle = datetime.combine(night, time(), UTC)
    kinds = (Kind.AIRSPACE_CLOSURE, Kind.AIRSPACE_REOPENING)
    near = known.find(kinds=kinds, began=(middle - reach, middle + reach))
    of_night = (incident for incident in incidents if incident.kind in kinds)
    return pair_closures({i.id: i for i in (*near, *of_night)}.values())


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

    known = known_incidents(ledger, now)
    night = known.choose_night(night)
    incidents = known.find(nights=[night])
    documents = ledger.documents({id for incident in incidents for id in incident.documents})
    claims = ledger.claims(documents=documents)
    shown = build_totals(
        night, documents=tuple(documents.values()), claims=claims, incidents=incidents, now=now, policy=policy
    )
    return night, shown


def _documents_posted(ledger: Ledger, night: date) -> dict[str, Document]:
    """Return the texts that were posted in the days beside a night."""
    noon = datetime.combine(night, time(12), UTC)
    posted = ledger.documents(posted=(noon - timedelta(days=3), noon + timedelta(days=3)))
    return {
        id: document
        for id, document in posted.items()
        if document.published_at is not None and abs((document.published_at.date() - night).days) <= 1
    }


def why(ledger: Ledger, id: str, *, now: datetime) -> Why:
    """Collect what an incident, a finding or a claim rests on.

    Args:
        ledger: Where to look.
        id: ``INC-...``, ``INC-...:count`` or ``c1-...``. An id that redirects is followed, and the answer says so.
        now: Aware; what policy measures delays from.

    Raises:
        NotFoundError: Nothing in the ledger has this id.
        WithdrawnError: The incident was withdrawn; the text says why.
    """
    from skyledger.publish.retelling import retell
    from skyledger.publish.why import build_why

    name, colon, finding = id.partition(":")
    known = known_incidents(ledger, now)
    incident, notes = known.resolve(name) if name.startswith("INC-") else (None, ())
    incidents = known.find(claims=[name]) if incident is None else (incident,)
    asked = id if incident is None else f"{incident.id}{colon}{finding}"
    wanted = {name, *(claim for incident in incidents for claim in incident.claims)}
    wanted |= {part for incident in incidents for total in incident.totals for part in total.parts}
    claims = ledger.claims(ids=wanted)  # with the parts: a total is shown with all of them or not at all
    if not claims:
        raise NotFoundError(say_unknown(ledger, id))
    documents = ledger.documents({claim.document_id for claim in claims})
    told = build_why(asked, documents=tuple(documents.values()), claims=claims, incidents=incidents, now=now)
    return replace(told, redirected=tuple(map(retell, notes)))


def say_unknown(ledger: Ledger, id: str) -> str:
    """Return what to say of an id that names no incident and no claim."""
    if not ledger.documents([id]):
        return say("{id}: no incident and no claim of this ledger has this id", id=id)
    claims = ", ".join(claim.id for claim in ledger.claims(document=id)) or say("none")
    return say("{id}: is a document; ask for one of its claims: {claims}", id=id, claims=claims)


def list_issues(ledger: Ledger, *, now: datetime) -> tuple[Issue, ...]:
    """Return every recorded doubt as far as policy shows it."""
    from skyledger.publish.policy import Selection, private_policy, release

    # All texts, not only those with doubts: a name that one text gives away must not stand in the words of another.
    documents, claims = tuple(ledger.documents().values()), ledger.claims()
    selection = Selection(documents=documents, claims=claims, issues=ledger.issues())
    return release(selection, private_policy(), now=now).issues
