"""Texts found by a search, as far as policy shows them: each with the words that were looked for in their sentence."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol

from skyledger.model import Claim, Document, Span
from skyledger.publish.policy import ReleasePolicy, Selection, release
from skyledger.publish.quote import Quote, quote_around
from skyledger.publish.times import utc_stamp
from skyledger.publish.words import clean_text
from skyledger.say import say

_SHOWN = 160


class Words(Protocol):
    """One thing that was looked for."""

    @property
    def absent(self) -> bool:
        """It must not be in the text."""

    def spans_in(self, text: str) -> list[tuple[int, int]]:
        """Return where it stands in a text."""


class Hit(Protocol):
    """One text found in a ledger."""

    @property
    def document(self) -> Document:
        """The text."""

    @property
    def claims(self) -> tuple[Claim, ...]:
        """Its claims that were asked for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """One text as it is shown.

    Attributes:
        quotes: The words with their sentence; the beginning of the text where no words were looked for.
    """

    document: Document
    claims: tuple[Claim, ...]
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundPage:
    """One page of texts.

    Attributes:
        before: What to ask the next page with; None where this is the last.
        withheld: How many texts policy held back, or showed without the words that found them.
    """

    found: tuple[Found, ...]
    before: int | None
    withheld: int


def build_page(
    hits: Sequence[Hit], words: Sequence[Words], before: int | None, *, now: datetime, policy: ReleasePolicy
) -> FoundPage:
    """Return a page of what may be shown.

    A text in which only withheld words answer the question is left out: that it was found would give them away.
    """
    selection = Selection(
        documents=tuple(hit.document for hit in hits), claims=tuple(claim for hit in hits for claim in hit.claims)
    )
    released = release(selection, policy, now=now)
    claims: dict[str, list[Claim]] = {}
    for claim in released.claims:
        claims.setdefault(claim.document_id, []).append(claim)
    found = []
    for document in released.documents:
        spans = [group.spans_in(document.text) for group in words if not group.absent]
        if all(spans):
            quotes = _quotes(document.text, [span for near in spans for span in near[:1]])
            found.append(Found(document=document, claims=tuple(claims.get(document.id, ())), quotes=quotes))
    return FoundPage(found=tuple(found), before=before, withheld=len(hits) - len(found))


def _quotes(text: str, spans: Sequence[tuple[int, int]]) -> tuple[Quote, ...]:
    """Return one quote a sentence, in order; the beginning of the text where there is nothing to point at."""
    if not spans:
        words = " ".join(text.split())
        shown = words if len(words) <= _SHOWN else words[: _SHOWN - 1] + "…"
        return (Quote(before=clean_text(shown), words="", after="", start=0),)
    quotes: dict[str, Quote] = {}
    for start, stop in sorted(spans):
        quote = quote_around(text, Span(start=start, stop=stop))
        quotes.setdefault(quote.before + quote.words + quote.after, quote)
    return tuple(quotes.values())


def _outlet(document: Document) -> str:
    return document.outlet.name or document.outlet.handle or say("unknown outlet")


def page_to_json(page: FoundPage) -> dict[str, Any]:
    """Return a page as the command line and the API write it."""
    return {
        "documents": [
            {
                "document": found.document.id,
                "outlet": _outlet(found.document),
                "published": None if found.document.published_at is None else found.document.published_at.isoformat(),
                "lang": found.document.lang.value,
                "quotes": [{"before": q.before, "words": q.words, "after": q.after} for q in found.quotes],
                "claims": [claim.id for claim in found.claims],
            }
            for found in page.found
        ],
        "before": page.before,
        "withheld": page.withheld,
    }


def page_to_lines(page: FoundPage) -> list[str]:
    """Return a page for the terminal: a heading and quotes for each text."""
    lines = []
    for found in page.found:
        head = f"{_outlet(found.document)}, {utc_stamp(found.document.published_at)}"
        claims = say("{n} {n:claim|claims}", n=len(found.claims))
        lines.append(clean_text(f"{found.document.id}  {head}; {claims}"))
        for quote in found.quotes:
            marked = f"[[{quote.words}]]" if quote.words else ""
            lines.append(f"    {quote.before}{marked}{quote.after}")
    return lines
