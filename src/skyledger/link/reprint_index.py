"""Reprints, kept: a new text is held only against texts with exactly its figures."""

from bisect import insort
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import partial

from skyledger.link.features.text_reuse import SentenceIndex
from skyledger.link.policy import LinkPolicy
from skyledger.link.reprints import Figure, Page, Reprint, page_of, page_order, reprints_among, why_repeated
from skyledger.model.claim import Claim
from skyledger.model.document import Document
from skyledger.say import Told

Figures = tuple[Figure, ...]


@dataclass(slots=True)
class _Bucket:
    """Pages with the same figures, earliest first, the reprints among them, and comparisons made."""

    pages: list[Page] = field(default_factory=list)
    found: dict[str, Reprint] = field(default_factory=dict)
    compared: dict[tuple[str, str], Told | None] = field(default_factory=dict)


class ReprintIndex:
    """Which documents are reprints, under additions and changes.

    Attributes:
        reprints: Those in force by document id.
    """

    def __init__(self, sentences: SentenceIndex, policy: LinkPolicy) -> None:
        self.reprints: dict[str, Reprint] = {}
        self._sentences = sentences
        self._policy = policy
        self._buckets: dict[Figures, _Bucket] = {}
        self._figures: dict[str, Figures] = {}
        self._stale: set[Figures] = set()

    def update(self, document_id: str, document: Document | None, claims: Sequence[Claim]) -> None:
        """List a document by what it says now; :meth:`settle` then tells what that changes."""
        known = self._figures.pop(document_id, None)
        if known is not None:
            bucket = self._buckets[known]
            bucket.pages = [p for p in bucket.pages if p.document.id != document_id]
            bucket.compared = {pair: why for pair, why in bucket.compared.items() if document_id not in pair}
            self._stale.add(known)
        page = page_of(document, claims, self._policy)
        if page is not None:
            self._figures[document_id] = page.figures
            insort(self._buckets.setdefault(page.figures, _Bucket()).pages, page, key=page_order)
            self._stale.add(page.figures)

    def settle(self) -> set[str]:
        """Return the documents that are a reprint now and were none, or were one and are none, or another's."""
        before: dict[str, Reprint] = {}
        after: dict[str, Reprint] = {}
        for figures in self._stale:
            bucket = self._buckets[figures]
            before |= bucket.found
            repeats = partial(self._repeats, bucket)
            bucket.found = {r.document: r for r in reprints_among(bucket.pages, repeats, self._policy)}
            after |= bucket.found
            if not bucket.pages:
                del self._buckets[figures]
        self._stale = set()
        for document in before:
            self.reprints.pop(document, None)
        self.reprints |= after
        return {d for d in before.keys() | after.keys() if before.get(d) != after.get(d)}

    def _repeats(self, bucket: _Bucket, page: Page, anchor: Page) -> Told | None:
        pair = (page.document.id, anchor.document.id)
        if pair not in bucket.compared:
            bucket.compared[pair] = why_repeated(page, anchor, self._sentences, self._policy)
        return bucket.compared[pair]
