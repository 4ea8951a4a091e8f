"""What texts are found by when others share their words or their figures, however old they are."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from hashlib import blake2b

from skyledger.link.policy import LinkPolicy
from skyledger.link.reprints import Page, page_of
from skyledger.model import Claim, Document
from skyledger.packs.normalise import normalise_surface

Mark = tuple[bytes, int | None]
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def text_mark(document: Document) -> Mark:
    """Return the mark of a text's words with its time of publication in microseconds; ``b""`` without a date.

    What has no date is never taken for a repost.
    """
    if document.published_at is None:
        return (b"", None)
    words = normalise_surface(document.text).encode("utf-8", "surrogatepass")
    at = (document.published_at - _EPOCH) // timedelta(microseconds=1)
    return (blake2b(words, digest_size=16, person=b"words").digest(), at)


def marks_of_text(document: Document, claims: Sequence[Claim], policy: LinkPolicy) -> frozenset[Mark]:
    """Return all that a text is found by: its words with its time of publication, and its figures.

    Args:
        document: The text.
        claims: Those in force.
        policy: The linking policy.
    """
    page = page_of(document, list({claim.id: claim for claim in claims}.values()), policy)
    figures = () if page is None else ((figures_mark(page), None),)
    return frozenset(mark for mark in (text_mark(document), *figures) if mark[0])


def figures_mark(page: Page) -> bytes:
    """Return the mark of a text's figures: every text that has exactly these has it."""
    return blake2b(repr(page.figures).encode(), digest_size=16, person=b"figures").digest()
