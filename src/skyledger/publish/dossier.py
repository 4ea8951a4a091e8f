"""All that may be shown of one incident: its findings, the claims for and against them, who spoke first, and where."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import datetime

from skyledger.model import Claim, Document, Evidence, Incident
from skyledger.publish.amounts import claim_number
from skyledger.publish.event_words import kind_words
from skyledger.publish.history import Step
from skyledger.publish.policy import Released
from skyledger.publish.quote import quote_around
from skyledger.publish.retold import retold, retold_claim, retold_incident
from skyledger.publish.rows import Row, RowSpeaker
from skyledger.publish.sitrep.anchors import choose_evidence
from skyledger.publish.times import time_words
from skyledger.publish.why_findings import CheckShown, FindingShown, show_checks, show_findings
from skyledger.publish.words import clean_text, text_words


@dataclass(frozen=True, slots=True, kw_only=True)
class SpanShown:
    """Words in a text, as offsets in characters (code points) of what is shown of it."""

    field: str
    start: int
    stop: int
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class QuoteShown:
    """The words a claim rests on with the rest of their sentence."""

    before: str
    words: str
    after: str
    start: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimShown:
    """One claim of a text.

    Attributes:
        says: Its number in words, or ``not reported``.
        low: Of its number; None without one, and ``high`` None is open above.
        origin: Id of the origin it goes back to, ``""`` without one.
        spans: The words behind each field.
        aggregate: Its number overlaps with those of other claims of the text.
    """

    id: str
    document: str
    title: str
    says: str
    kind: str
    fate: str | None
    object: str | None
    low: int | None
    high: int | None
    place: str | None
    place_name: str | None
    when: str
    speaker: RowSpeaker | None
    modality: str
    negated: bool
    status: str
    aggregate: bool
    part_of: str | None
    origin: str
    rule: str
    quote: QuoteShown
    spans: tuple[SpanShown, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceShown:
    """A text, without its words; ``url`` is ``""`` where there is none or it may not be shown."""

    id: str
    outlet: str
    handle: str
    type: str
    lang: str
    title: str
    published: datetime | None
    url: str
    forwarded_from: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OriginShown:
    """A first assertion, and why the texts under it were taken to repeat it."""

    id: str
    speaker: RowSpeaker | None
    reason: str
    measured: bool
    first_document: str
    first_claim: str
    documents: tuple[str, ...]
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Dossier:
    """One incident in full.

    Attributes:
        incident: The row of lists.
        findings: Each field with the ids of the claims for it and against it, and its values over time.
        totals: Totals held against their parts.
        history: Every version with when it became known.
    """

    incident: Row
    findings: tuple[FindingShown, ...]
    claims: tuple[ClaimShown, ...]
    origins: tuple[OriginShown, ...]
    documents: tuple[SourceShown, ...]
    totals: tuple[CheckShown, ...]
    history: tuple[Step, ...]


def build_dossier(row: Row, incident: Incident, released: Released, history: tuple[Step, ...]) -> Dossier:
    """Return an incident in full.

    Args:
        row: Of the incident.
        incident: As released.
        released: What it was released with.
        history: Its versions, released.
    """
    incident, released = retold_incident(incident), retold(released)
    claims = {claim.id: claim for claim in released.claims}
    texts = {document.id: document for document in released.documents}
    origin_of = {claim: origin.id for origin in incident.origins for claim in origin.claims}
    return Dossier(
        incident=row,
        findings=show_findings(incident, "", claims, texts),
        claims=tuple(
            show_claim(claims[id], texts[claims[id].document_id], origin_of.get(id, ""))
            for id in _claims_of(incident, claims)
        ),
        origins=_origins(incident, texts),
        documents=tuple(show_source(texts[id]) for id in incident.documents if id in texts),
        totals=show_checks(incident.totals),
        history=history,
    )


def _claims_of(incident: Incident, claims: Mapping[str, Claim]) -> list[str]:
    """Return the incident's claims, then the parts of its totals."""
    parts = [part for total in incident.totals for part in total.parts]
    return [id for id in dict.fromkeys((*incident.claims, *parts)) if id in claims]


def show_claim(claim: Claim, document: Document, origin: str = "") -> ClaimShown:
    """Return a released claim with its words; ``document`` is its released text."""
    claim = retold_claim(claim)
    quote = quote_around(document.text, choose_evidence(claim, "count").span)
    place, count = claim.place, claim.count
    return ClaimShown(
        id=claim.id,
        document=claim.document_id,
        title=clean_text(kind_words(claim.kind, claim.fate, claim.object, claim.detail)),
        says=claim_number(claim),
        kind=claim.kind.value,
        fate=None if claim.fate is None else claim.fate.value,
        object=None if claim.object is None else claim.object.value,
        low=None if count is None else count.low,
        high=None if count is None else count.high,
        place=None if place is None else place.id,
        place_name=None if place is None else clean_text(place.name),
        when=clean_text(time_words(claim.time)),
        speaker=_speaker(claim),
        modality=claim.modality.value,
        negated=claim.negated,
        status=claim.status.value,
        aggregate=claim.aggregate,
        part_of=claim.part_of,
        origin=origin,
        rule=claim.rule,
        quote=QuoteShown(**asdict(quote)),
        spans=tuple(map(_span, claim.evidence)),
    )


def _span(evidence: Evidence) -> SpanShown:
    return SpanShown(
        field=evidence.field, start=evidence.span.start, stop=evidence.span.stop, text=clean_text(evidence.text)
    )


def _speaker(claim: Claim) -> RowSpeaker | None:
    said = claim.speaker
    if said is None:
        return None
    return RowSpeaker(id=said.id, name=clean_text(said.name), role=said.role, side=said.side.value)


def show_source(document: Document) -> SourceShown:
    """Return a released text without its words."""
    return SourceShown(
        id=document.id,
        outlet=clean_text(document.outlet.name or document.outlet.handle),
        handle=clean_text(document.outlet.handle),
        type=clean_text(document.outlet.type),
        lang=document.lang.value,
        title=text_words(document.title or ""),
        published=document.published_at,
        url=clean_text(document.url) if document.url.startswith(("https://", "http://")) else "",
        forwarded_from=clean_text(document.forwarded_from),
    )


def _origins(incident: Incident, texts: Mapping[str, Document]) -> tuple[OriginShown, ...]:
    return tuple(
        OriginShown(
            id=origin.id,
            speaker=None
            if origin.speaker is None
            else RowSpeaker(
                id=origin.speaker.id,
                name=clean_text(origin.speaker.name),
                role=origin.speaker.role,
                side=origin.speaker.side.value,
            ),
            reason=clean_text(origin.reason),
            measured=origin.measured,
            first_document=origin.first_document if origin.first_document in texts else "",
            first_claim=origin.first_claim,
            documents=tuple(id for id in origin.documents if id in texts),
            claims=origin.claims,
        )
        for origin in incident.origins
    )
