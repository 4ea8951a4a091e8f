"""How ``explain`` shows claims and doubts on a terminal: always with the words.

Every foreign text goes through ``clean_text``, so that no post can move the cursor or turn a line around.
"""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from skyledger.model import Claim, ClaimStatus, Document, Issue, Modality
from skyledger.model.wire import extraction_to_json
from skyledger.publish.amounts import claim_number
from skyledger.publish.event_words import kind_words
from skyledger.publish.times import time_words, utc_stamp
from skyledger.publish.words import clean_text, speaker_words

if TYPE_CHECKING:
    from skyledger.flow import Explanation

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
