"""Why a figure stands: from an incident, a finding or a claim down to exact words, outlets and origins."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from skyledger.errors import NotFoundError
from skyledger.model import Claim, Document, Finding, Incident, Origin
from skyledger.publish.amounts import claim_number
from skyledger.publish.event_words import kind_words
from skyledger.publish.policy import ReleasePolicy, Selection, private_policy, release
from skyledger.publish.quote import Quote, quote_around
from skyledger.publish.retold import retold
from skyledger.publish.sitrep.anchors import choose_evidence
from skyledger.publish.times import time_words, utc_stamp
from skyledger.publish.why_findings import CheckShown, FindingShown, finding_value, show_checks, show_findings
from skyledger.publish.words import clean_text, speaker_words
from skyledger.say import say


@dataclass(frozen=True, slots=True, kw_only=True)
class Witness:
    """One claim of the chain: what it says, in which words, where published, and by whom said.

    Attributes:
        stance: ``for``, ``against``, ``earlier`` or ``same incident``.
        origin: Id of the origin it goes back to, or ``""``.
        rule: Which rule read it, with the version of the packs.
    """

    claim: str
    says: str
    stance: str
    quote: Quote
    speaker: str
    outlet: str
    document: str
    published: str
    url: str
    origin: str
    modality: str
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OriginShown:
    """One first statement, with the reason its claims were taken to be one."""

    id: str
    speaker: str
    reason: str
    documents: int
    measured: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Why:
    """The whole chain for one id.

    Attributes:
        asked: The id as given.
        title: What it is, in words.
        value: Its value in words.
        field: Which finding the witnesses stand for or against; empty when there is none.
        findings: Every finding of the incident, or the one asked for.
        totals: Sentences of ``checks``.
        redirected: A sentence for each id that leads on to another, from the one asked for; mostly none.
    """

    asked: str
    incident: str
    title: str
    value: str
    place: str
    when: str
    status: str
    note: str
    witnesses: tuple[Witness, ...]
    origins: tuple[OriginShown, ...]
    totals: tuple[str, ...]
    sides: int
    field: str = ""
    findings: tuple[FindingShown, ...] = ()
    checks: tuple[CheckShown, ...] = ()
    redirected: tuple[str, ...] = ()


def build_why(
    id: str,
    *,
    documents: Sequence[Document],
    claims: Sequence[Claim],
    incidents: Sequence[Incident],
    now: datetime,
    policy: ReleasePolicy | None = None,
) -> Why:
    """Return the chain behind an id, as far as the policy lets it be shown.

    Args:
        id: A claim id, an incident id, or a finding: ``INC-...:count`` (incident, colon, field).
        documents: Texts the claims point into.
        claims: All claims that may take part.
        incidents: Reconciled incidents.
        now: Aware time of publication.
        policy: What may be shown; the private policy when None.

    Raises:
        NotFoundError: The id names nothing, or nothing that may be shown.
    """
    selection = Selection(documents=tuple(documents), claims=tuple(claims), incidents=tuple(incidents))
    released = retold(release(selection, policy or private_policy(), now=now))
    known = {c.id: c for c in released.claims}
    texts = {d.id: d for d in released.documents}
    name, _, field = id.partition(":")
    incident = next((i for i in released.incidents if name == i.id or name in i.claims), None)
    if incident is None and name not in known:
        raise NotFoundError(say("{id}: no claim, incident or finding of that id may be shown", id=id))
    finding = _choose_finding(incident, field, id)
    focus = name if name in known else ""
    why = _chain(id, incident, finding, focus, known, texts)
    if incident is None:
        return why
    return replace(why, findings=show_findings(incident, field, known, texts), checks=show_checks(incident.totals))


def _choose_finding(incident: Incident | None, field: str, asked: str) -> Finding | None:
    if incident is None:
        return None
    if field:
        found = [f for f in incident.findings if f.field == field]
        if not found:
            fields = ", ".join(sorted({f.field for f in incident.findings})) or say("none")
            raise NotFoundError(
                say(
                    "{id}: the incident has no finding {field}; it has: {fields}",
                    id=asked,
                    field=repr(field),
                    fields=fields,
                )
            )
        return found[0]
    outcome = next((f for f in incident.findings if f.field == "outcome"), None)
    if outcome is not None and outcome.dissenting:  # whether it happened at all comes before how much of it
        return outcome
    return next((f for f in incident.findings if f.interval is not None), outcome)


def _chain(
    asked: str,
    incident: Incident | None,
    finding: Finding | None,
    focus: str,
    claims: Mapping[str, Claim],
    documents: Mapping[str, Document],
) -> Why:
    first = claims[focus] if focus else claims[incident.claims[0]] if incident is not None else None
    if first is None:  # an id that names nothing was refused before
        raise NotFoundError(asked)
    origins = () if incident is None else incident.origins
    order = _order(incident, finding, focus or first.id)
    place = first.place if incident is None else incident.place
    field = "count" if finding is None else finding.field
    return Why(
        asked=asked,
        incident="" if incident is None else incident.id,
        title=clean_text(kind_words(first.kind, first.fate, first.object, first.detail)),
        value=_value(finding, first),
        place=say("place not reported") if place is None else clean_text(place.name),
        when=time_words(first.time if incident is None else incident.window),
        status=say("not linked")
        if incident is None
        else f"{say(incident.status.value)}: {clean_text(incident.status_reason)}",
        note="" if finding is None else clean_text(finding.note),
        witnesses=tuple(
            _witness(claims[c], stance, field, documents[claims[c].document_id], origins) for c, stance in order.items()
        ),
        origins=tuple(_origin(o) for o in origins),
        totals=() if incident is None else tuple(clean_text(t.sentence) for t in incident.totals),
        sides=0 if incident is None else incident.sides,
        field="" if finding is None else finding.field,
    )


def _order(incident: Incident | None, finding: Finding | None, focus: str) -> dict[str, str]:
    """Return claim ids in the order shown with their stance; the claim asked for stays first."""
    order: dict[str, str] = {}
    if finding is not None:
        order |= dict.fromkeys(finding.supporting, "for")
        order |= {v.claim: "earlier" for v in finding.versions if v.claim not in order}
        order |= dict.fromkeys(finding.dissenting, "against")
    if incident is not None:
        rest = "for" if finding is None else "same incident"
        order |= {c: rest for c in incident.claims if c not in order}
    stance = order.pop(focus, "for")
    return {focus: stance, **order}


def _value(finding: Finding | None, claim: Claim) -> str:
    return claim_number(claim) if finding is None else finding_value(finding)


def _witness(claim: Claim, stance: str, field: str, document: Document, origins: Sequence[Origin]) -> Witness:
    return Witness(
        claim=claim.id,
        says=claim_number(claim),
        stance=stance,
        quote=quote_around(document.text, choose_evidence(claim, field).span),
        speaker=speaker_words(claim.speaker),
        outlet=clean_text(document.outlet.name or document.outlet.handle) or say("outlet not reported"),
        document=document.id,
        published=utc_stamp(document.published_at),
        url=clean_text(document.url),
        origin=next((o.id for o in origins if claim.id in o.claims), ""),
        modality=claim.modality.value,
        rule=claim.rule,
    )


def _origin(origin: Origin) -> OriginShown:
    return OriginShown(
        id=origin.id,
        speaker=speaker_words(origin.speaker),
        reason=clean_text(origin.reason),
        documents=len(origin.documents),
        measured=origin.measured,
    )
