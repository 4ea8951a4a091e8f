"""A document's text as pieces, each evidence or not, for renderers that cannot nest marks."""

from collections.abc import Sequence

from skyledger.model import Claim, Span
from skyledger.publish.words import text_words


def split_text(text: str, claims: Sequence[Claim]) -> list[tuple[str, bool]]:
    """Return ``(words, is evidence)`` in order; evidence that touches or overlaps becomes one piece."""
    spans = sorted({e.span for c in claims for e in c.evidence if 0 <= e.span.start < e.span.stop <= len(text)})
    merged: list[Span] = []
    for span in spans:
        if merged and span.start <= merged[-1].stop:
            merged[-1] = Span(start=merged[-1].start, stop=max(merged[-1].stop, span.stop))
        else:
            merged.append(span)
    pieces, position = [], 0
    for span in merged:
        pieces += [(text[position : span.start], False), (span.slice(text), True)]
        position = span.stop
    pieces.append((text[position:], False))
    return [(text_words(words), proof) for words, proof in pieces if words]
