"""One text as it may be shown: cut into pieces at the words its claims rest on, so that nobody has to count letters."""

from dataclasses import dataclass
from itertools import pairwise

from skyledger.model import Claim, Document, Lang
from skyledger.packs.latin_names import transliterate
from skyledger.publish.dossier import ClaimShown, SourceShown, show_claim, show_source
from skyledger.publish.words import text_words


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """That a piece is part of the words behind a field of a claim."""

    claim: str
    field: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A stretch of the text; all pieces after each other are the text.

    Attributes:
        latin: The same in Latin letters.
        start: Offset in characters (code points) of the text.
    """

    text: str
    latin: str
    start: int
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TextPage:
    """A text with its claims and, by claim, the incidents they are in.

    Attributes:
        latin: The whole text in Latin letters; the text itself where it has no other.
        incidents: Ids by claim.
    """

    document: SourceShown
    text: str
    latin: str
    pieces: tuple[Piece, ...]
    claims: tuple[ClaimShown, ...]
    incidents: dict[str, str]


def build_text_page(document: Document, claims: tuple[Claim, ...], incidents: dict[str, str]) -> TextPage:
    """Return a released text with its released claims."""
    pieces = _pieces(document, claims)
    return TextPage(
        document=show_source(document),
        text="".join(piece.text for piece in pieces),
        latin="".join(piece.latin for piece in pieces),
        pieces=pieces,
        claims=tuple(show_claim(claim, document) for claim in claims),
        incidents=incidents,
    )


def _pieces(document: Document, claims: tuple[Claim, ...]) -> tuple[Piece, ...]:
    text = document.text
    spans = [(e.span.start, e.span.stop, Mark(claim=c.id, field=e.field)) for c in claims for e in c.evidence]
    edges = sorted({0, len(text), *(edge for start, stop, _ in spans for edge in (start, stop))})
    found = []
    for start, stop in pairwise(edges):
        marks = tuple(mark for first, last, mark in spans if first <= start and stop <= last)
        shown = text_words(text[start:stop])
        latin = transliterate(shown, document.lang is Lang.UK)
        found.append(Piece(text=shown, latin=latin, start=start, marks=marks))
    return tuple(found)
