"""Exact words with the sentence around them."""

from dataclasses import dataclass

from skyledger.model import Span
from skyledger.publish.words import text_words

_ENDS = ".!?\n"
_LONGEST = 240


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """Exact words with the sentence around them.

    Attributes:
        before: The sentence up to the words.
        words: The evidence itself.
        after: The rest of the sentence.
        start: Offset of the words in the document.
    """

    before: str
    words: str
    after: str
    start: int


def quote_around(text: str, span: Span) -> Quote:
    """Return the words under a span with the sentence around them, at most 240 letters on each side."""
    first, last = max(0, span.start - _LONGEST), min(len(text), span.stop + _LONGEST)
    left = max((i + 1 for i in range(first, span.start) if _ends_at(text, i)), default=first)
    right = min((i + 1 for i in range(span.stop, last) if _ends_at(text, i)), default=last)
    return Quote(
        before=text_words(text[left : span.start]).lstrip(),
        words=text_words(span.slice(text)),
        after=text_words(text[span.stop : right]).rstrip(),
        start=span.start,
    )


def _ends_at(text: str, position: int) -> bool:
    return text[position] in _ENDS and not _is_inside(text, position)


def _is_inside(text: str, dot: int) -> bool:
    """Tell whether a full stop ends no sentence: it belongs to an initial ("V. Name") or a time of day ("3.30")."""
    if text[dot] != ".":
        return False
    if text[max(0, dot - 1)].isdigit() and text[dot + 1 : dot + 2].isdigit():
        return True
    return text[max(0, dot - 1)].isupper() and (dot < 2 or not text[dot - 2].isalnum())
