"""Spans and the words they point at.

A text of thirty words makes some forty of these records, and what ``dataclass`` writes to fill a frozen one takes three
times as long as filling its slots directly.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True, order=True, init=False)
class Span:
    """A half-open stretch ``[start, stop)`` of a document's text, in code points."""

    start: int
    stop: int

    def __init__(self, *, start: int, stop: int) -> None:
        _set_start(self, start)
        _set_stop(self, stop)

    def slice(self, text: str) -> str:
        """Return the words under the span."""
        return text[self.start : self.stop]

    def overlaps(self, other: "Span") -> bool:
        """Tell whether the two share at least one character."""
        return self.start < other.stop and other.start < self.stop


_set_start = Span.__dict__["start"].__set__
_set_stop = Span.__dict__["stop"].__set__


@dataclass(frozen=True, slots=True, kw_only=True, init=False)
class Evidence:
    """The words one field of a claim rests on; ``document.text[start:stop] == text`` always.

    Attributes:
        field: Which field of the claim: trigger, object, count, place, time, speaker, modality, harm, to, detail.
    """

    field: str
    document_id: str
    span: Span
    text: str

    def __init__(self, *, field: str, document_id: str, span: Span, text: str) -> None:
        _set_field(self, field)
        _set_document_id(self, document_id)
        _set_span(self, span)
        _set_text(self, text)


_set_field = Evidence.__dict__["field"].__set__
_set_document_id = Evidence.__dict__["document_id"].__set__
_set_span = Evidence.__dict__["span"].__set__
_set_text = Evidence.__dict__["text"].__set__
