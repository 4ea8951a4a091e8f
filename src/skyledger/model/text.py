"""Spans and the words they point at."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Span:
    """A half-open stretch ``[start, stop)`` of a document's text, in code points."""

    start: int
    stop: int

    def slice(self, text: str) -> str:
        """Return the words under the span."""
        return text[self.start : self.stop]

    def overlaps(self, other: "Span") -> bool:
        """Tell whether the two share at least one character."""
        return self.start < other.stop and other.start < self.stop


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """The words one field of a claim rests on; ``document.text[start:stop] == text`` always.

    Attributes:
        field: Which field of the claim: trigger, object, count, place, time, speaker, modality, harm, to, detail.
    """

    field: str
    document_id: str
    span: Span
    text: str
