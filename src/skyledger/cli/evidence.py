"""How ``why`` and ``explain`` show claims, incidents and doubts on a terminal: always with the words.

Every foreign text goes through ``clean_text``, so that no post can move the cursor or turn a line around.
"""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from skyledger.model import Claim, ClaimStatus, Document, Finding, Incident, Issue, Modality
from skyledger.model.wire import claim_to_json, extraction_to_json, incident_to_json, issue_to_json
from skyledger.publish.words import claim_number, clean_text, kind_words, speaker_words, time_words, utc_stamp

if TYPE_CHECKING:
    from skyledger.flow import Explanation, Why

QUOTED_CHARS = 160


def _quote(text: str) -> str:
    line = " ".join(clean_text(text).split())
    return f"\u201c{line if len(line) <= QUOTED_CHARS else line[: QUOTED_CHARS - 1] + '…'}\u201d"


def _name_outlet(document: Document) -> str:
    outlet = document.outlet.name or document.outlet.handle or "unknown outlet"
    return clean_text(f"{outlet}, {utc_stamp(document.published_at)}")


def claim_to_line(claim: Claim) -> str:
    """Return what a claim says in one line: number, kind, place, time, speaker, and how firmly."""
    where = "place not resolved" if claim.place is None else clean_text(f"{claim.place.name} [{claim.place.id}]")
    title = kind_words(claim.kind, claim.fate, claim.object, clean_text(claim.detail))
    marks = [
        *([claim.modality.value] if claim.modality is not Modality.ASSERTED else []),
        *([claim.status.value] if claim.status is not ClaimStatus.CURRENT else []),
        *(["aggregate"] if claim.aggregate else []),
        *(["negated"] if claim.negated else []),
    ]
    said = "; ".join([f"{title}: {claim_number(claim)}", where, time_words(claim.time), speaker_words(claim.speaker)])
    return said + (f" ({', '.join(marks)})" if marks else "")


def claim_to_lines(claim: Claim) -> Iterator[str]:
    """Yield a claim with its rule and the words for each field."""
    yield f"  {claim.id}  {claim_to_line(claim)}"
    yield f"      rule {claim.rule or 'not named'}"
    width = max((len(item.field) for item in claim.evidence), default=0)
    for item in sorted(claim.evidence, key=lambda item: item.span):
        yield f"      {item.field:<{width}}  {item.span.start:>5}-{item.span.stop:<5}  {_quote(item.text)}"


def issue_to_line(issue: Issue) -> str:
    """Return a doubt in one line."""
    where = "" if issue.span is None else f" {issue.span.start}-{issue.span.stop}"
    words = f" {_quote(issue.text)}" if issue.text else ""
    return f"  {issue.code}{where}:{words} {clean_text(issue.message)}"


def explanation_to_lines(told: "Explanation") -> Iterator[str]:
    """Yield how one text was read; the last line is empty."""
    document = told.document
    yield f"{clean_text(document.id)}  ({_name_outlet(document)}; {document.lang.value}; {document.reader})"
    yield from ("  | " + line for line in clean_text(document.text).split("\n"))
    yield f"claims: {len(told.claims)}"
    for claim in told.claims:
        yield from claim_to_lines(claim)
    yield f"issues: {len(told.issues)}"
    yield from (issue_to_line(issue) for issue in told.issues)
    yield f"made no claim: {len(told.rejected)}"
    for span, value, reason in told.rejected:
        yield f"  {span.start}-{span.stop}: {_quote(span.slice(document.text))} {value}: {clean_text(reason)}"
    yield "\n"


def explanation_to_json(told: "Explanation") -> Mapping[str, Any]:
    """Return how one text was read: the line of ``extract``, with the text and what made no claim."""
    rejected = [
        {"start": span.start, "end": span.stop, "text": span.slice(told.document.text), "as": value, "reason": reason}
        for span, value, reason in told.rejected
    ]
    line = extraction_to_json(told.document.id, told.claims, told.issues)
    return {**line, "rejected": rejected, "text": told.document.text}


def _finding_to_lines(finding: Finding) -> Iterator[str]:
    against = f"; against: {', '.join(finding.dissenting)}" if finding.dissenting else ""
    note = f" ({clean_text(finding.note)})" if finding.note else ""
    yield f"  {finding.field}: {clean_text(finding.value)}{note}"
    yield f"      for: {', '.join(finding.supporting)}{against}"
    if len(finding.versions) > 1:
        said = (f"{clean_text(version.value)} ({utc_stamp(version.at)})" for version in finding.versions)
        yield f"      over time: {', '.join(said)}"


def incident_to_lines(incident: Incident) -> Iterator[str]:
    """Yield an incident with its findings, origins and totals."""
    where = "place not resolved" if incident.place is None else clean_text(incident.place.name)
    title = kind_words(incident.kind, incident.fate, incident.object)
    yield f"{incident.id}  {title}; {where}; {time_words(incident.window)}"
    origins = f"{len(incident.origins)} origin{'s' * (len(incident.origins) != 1)}"
    sides = f"{incident.sides} side{'s' * (incident.sides != 1)}"
    yield f"  {incident.status.value}, {origins}, {sides}: {clean_text(incident.status_reason)}"
    yield "findings:"
    for finding in incident.findings:
        yield from _finding_to_lines(finding)
    yield "origins:"
    for origin in incident.origins:
        unmeasured = "" if origin.measured else " (unmeasured)"
        yield f"  {origin.id}  {speaker_words(origin.speaker)}, in {len(origin.documents)} texts{unmeasured}"
        yield f"      first in {clean_text(origin.first_document)}; {clean_text(origin.reason)}"
    if incident.totals:
        yield "totals:"
        yield from (f"  {clean_text(total.sentence)}" for total in incident.totals)


def why_to_lines(why: "Why") -> Iterator[str]:
    """Yield everything an id rests on."""
    shown = why.released
    for incident in shown.incidents:
        yield from incident_to_lines(incident)
        yield ""
    for document in shown.documents:
        yield f"said in {clean_text(document.id)}  ({_name_outlet(document)}) {clean_text(document.url)}".rstrip()
        for claim in shown.claims:
            if claim.document_id == document.id:
                yield from claim_to_lines(claim)
    if shown.issues:
        yield "issues of these texts:"
        yield from (issue_to_line(issue) for issue in shown.issues)
    for decision in why.decisions:
        said = (
            f"{decision.verb} {' '.join(decision.targets)} by {decision.by}, {utc_stamp(decision.at)}: {decision.why}"
        )
        yield f"decision: {clean_text(said)}"
    yield from (f"withheld: {held.reason} ({held.number} {held.what})" for held in shown.withheld)


def _document_to_json(document: Document) -> Mapping[str, Any]:
    return {
        "id": document.id,
        "outlet": {"name": document.outlet.name, "handle": document.outlet.handle, "type": document.outlet.type},
        "url": document.url,
        "published": None if document.published_at is None else document.published_at.isoformat(),
        "lang": document.lang.value,
        "sha256": document.sha256,
        "source": document.source,
    }


def why_to_json(why: "Why") -> Mapping[str, Any]:
    """Return everything an id rests on in the shapes of docs/formats.md."""
    shown = why.released
    return {
        "id": why.id,
        "incidents": [incident_to_json(incident) for incident in shown.incidents],
        "claims": [{"document": claim.document_id, **claim_to_json(claim)} for claim in shown.claims],
        "documents": [_document_to_json(document) for document in shown.documents],
        "issues": [{"document": issue.document_id, **issue_to_json(issue)} for issue in shown.issues],
        "decisions": [
            {"id": d.id, "verb": d.verb, "targets": list(d.targets), "why": d.why, "by": d.by, "at": d.at.isoformat()}
            for d in why.decisions
        ],
        "withheld": [{"what": held.what, "reason": held.reason, "number": held.number} for held in shown.withheld],
    }
