"""The words each field of a claim rests on, checked against the text."""

from skyledger.model.document import Document
from skyledger.model.frame import Frame
from skyledger.model.text import Evidence, Span


def evidence_of(document: Document, frame: Frame, place: bool, time: bool, speaker: bool) -> list[Evidence]:
    """Return the words a claim rests on; place, time and speaker only where they were understood."""
    phrase = frame.place
    rests_on: list[tuple[str, Span | None]] = [
        ("trigger", frame.trigger),
        ("object", frame.object_span),
        ("count", frame.count_span),
    ]
    if place and phrase is not None:
        own = frame.each and len(phrase.member_spans) == 1
        rests_on.append(("place", phrase.member_spans[0] if own else phrase.span))
    if time and frame.time is not None:
        rests_on.append(("time", frame.time.span))
    if speaker and frame.speaker is not None:
        rests_on.append(("speaker", frame.speaker.span))
    rests_on.append(("modality", frame.modality_span))
    for span in frame.harm_spans:
        rests_on.append(("harm", span))
    if frame.to is not None:
        rests_on.append(("to", frame.to.span))
    rests_on.append(("detail", frame.detail_span))
    text, document_id = document.text, document.id
    return [
        Evidence(field=name, document_id=document_id, span=span, text=text[span.start : span.stop])
        for name, span in rests_on
        if span is not None
    ]


class EvidenceError(AssertionError):
    """A span that does not hold its words: a defect of the program, never doubtful data."""


def verify_evidence(document: Document, evidence: list[Evidence]) -> None:
    """Re-slice every span: no figure, place, time or speaker leaves without its words.

    Raises:
        EvidenceError: Never in a correct program.
    """
    text = document.text
    for item in evidence:
        words, span = item.text, item.span
        if not words or not text.startswith(words, span.start) or len(words) != span.stop - span.start:
            raise EvidenceError(f"{document.id}: the span of {item.field} does not hold its words")
