"""Texts with all that linking needs to know around them: their first postings, what they reprint, their facts.

A text's facts follow from the text itself, from the same words posted before it, and from older texts with the same
figures, however old they are. Those are found by marks that earlier settlements left on every text.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING

from skyledger.flow.marks import Mark, figures_mark, marks_of_text, text_mark
from skyledger.link.block import nights_of
from skyledger.link.claim_decisions import apply_decisions
from skyledger.link.decisions import replay_judgements
from skyledger.link.fact import Fact
from skyledger.link.features.text_reuse import SentenceIndex
from skyledger.link.in_context import facts_in_context
from skyledger.link.policy import LinkPolicy
from skyledger.link.postings import firsts_among
from skyledger.link.reach import Reach
from skyledger.link.reprints import Page, Reprint, page_of, page_order, reprints_among, why_repeated
from skyledger.model import Claim, Document

if TYPE_CHECKING:
    from skyledger.ledger.incident_protocol import LedgerView
    from skyledger.ledger.incident_records import Text

DATELESS = -1
"""The number that :func:`nights_of` gives what nothing dates."""


class Neighbourhood:
    """The texts looked at so far, of a ledger as it stood within a horizon.

    Attributes:
        documents: By id.
        claims: Those in force, corrected where people corrected them, by id.
        facts: As linking compares them, by claim.
        reprints: Texts taken for reprints, by document.
    """

    def __init__(self, view: LedgerView, policy: LinkPolicy) -> None:
        self.view = view
        self.decisions = view.active_decisions()
        self.judgements = replay_judgements(self.decisions)
        self.documents: dict[str, Document] = {}
        self.claims: dict[str, Claim] = {}
        self.facts: dict[str, Fact] = {}
        self.reprints: dict[str, Reprint] = {}
        self.sentences = SentenceIndex(self.documents, policy)
        self._policy = policy
        self._texts: dict[str, Text] = {}
        self._claims_of: dict[str, tuple[str, ...]] = {}
        self._marks: dict[str, Mark] = {}
        self._posted: dict[bytes, dict[str, int]] = defaultdict(dict)
        self._page_of: dict[str, Page] = {}
        self._looked_for: set[str] = set()
        self._buckets: set[bytes] = set()
        self._pages: dict[bytes, dict[str, Page]] = defaultdict(dict)
        self._firsts: dict[bytes, dict[str, str]] = {}
        self._first_documents: dict[str, Document] = {}
        self._nights: set[int] = set()
        self._found: dict[str, tuple[Text, set[int]]] = {}

    @property
    def all_documents(self) -> dict[str, Document]:
        """The texts, and the first postings of those that are reposts."""
        return self._first_documents | self.documents

    def claims_of(self, document: str) -> list[Claim]:
        """Return the claims in force of a text, sorted by id; none when it is not known."""
        return [self.claims[claim] for claim in self._claims_of.get(document, ())]

    def text(self, document: str) -> Text | None:
        """Return a text that was looked for, or None when there is none within the horizon."""
        return self._texts.get(document)

    def load(self, ids: Iterable[str]) -> None:
        """Take texts in, with those that share their figures or their words."""
        unknown = self._unknown(ids)
        kept = {id: self._found.pop(id)[0] for id in unknown & self._found.keys()}
        fresh = self._take(kept | self.view.texts(unknown - kept.keys()))
        self._settle_context(fresh, self.figures_of(fresh))

    def load_alike(self, words: Iterable[bytes], figures: Iterable[bytes]) -> None:
        """Take in the texts with some figures, and find the first postings among those with some words."""
        self._find_firsts(set(words))
        self._settle_context(set(), set(figures))

    def _settle_context(self, fresh: set[str], figures: set[bytes]) -> None:
        fresh = fresh | self._fill_buckets(figures)
        self._find_firsts(self.words_of(fresh))
        self._find_facts(fresh)

    def load_nights(self, nights: Iterable[int]) -> list[Fact]:
        """Take in every text with a fact of these nights; return all facts known that touch a night taken in."""
        self._find(set(nights))
        self.load(set(self._found))
        return self._touching()

    def load_reach(self, reach: Reach) -> list[Fact]:
        """Take in every text that may have a fact in a block with some facts, and all texts without any date.

        Returns:
            All facts known that touch a night of these.
        """
        self._find({DATELESS, *reach.nights})
        self.load(
            {
                id
                for id, (text, nights) in self._found.items()
                if DATELESS in nights or any(reach.concerns(claim, nights) for claim in self._in_force(text))
            }
        )
        return self._touching()

    def _touching(self) -> list[Fact]:
        return [f for f in self.facts.values() if not self._nights.isdisjoint(nights_of(f, self._policy))]

    def _find(self, nights: set[int]) -> None:
        """Look for the texts that may have a fact of these nights; what is found is not taken in yet."""
        nights -= self._nights
        self._nights |= nights
        longest = int(self._policy.limits.long_window_h * 3600) + 3600
        days = {night if night >= 0 else -2 - night for night in nights if night != DATELESS}
        for first, last in _runs(days):
            span = _span(first, last, self._policy)
            run = {*range(first, last + 1), *range(-2 - last, -1 - first)}
            self._keep(self.view.near([span], [span], longest_s=longest), run)
        if DATELESS in nights:
            self._keep(self.view.dateless(), {DATELESS})

    def _keep(self, ids: set[str], nights: set[int]) -> None:
        fresh = ids - self._looked_for
        for id, text in self.view.texts(fresh - self._found.keys()).items():
            self._found[id] = (text, set())
        for id in fresh & self._found.keys():
            self._found[id][1].update(nights)

    def _in_force(self, text: Text) -> Sequence[Claim]:
        return apply_decisions(text.claims, self.decisions) if self.decisions else text.claims

    def nights_of(self, claims: Iterable[str]) -> set[int]:
        """Return the nights that the facts of claims touch."""
        return {night for claim in claims for night in nights_of(self.facts[claim], self._policy)}

    def words_of(self, documents: Iterable[str]) -> set[bytes]:
        """Return the marks of the words of texts; a text without a date, or that is not known, has none."""
        return {self._marks[document][0] for document in documents if document in self._marks} - {b""}

    def figures_of(self, documents: Iterable[str]) -> set[bytes]:
        """Return the marks of the figures of texts; many have too few."""
        return {figures_mark(self._page_of[document]) for document in documents if document in self._page_of}

    def firsts(self, marks: Iterable[bytes]) -> dict[str, str]:
        """Return the first posting by the id of each repost, among the texts with some words."""
        return {later: first for mark in marks for later, first in self._firsts.get(mark, {}).items()}

    def _unknown(self, ids: Iterable[str]) -> set[str]:
        fresh = set(ids) - self._looked_for
        self._looked_for |= fresh
        return fresh

    def _take(self, texts: Mapping[str, Text]) -> set[str]:
        for id, text in texts.items():
            self._looked_for.add(id)
            self._found.pop(id, None)
            self._texts[id], self.documents[id] = text, text.document
            claims = {claim.id: claim for claim in self._in_force(text)}
            self.claims |= claims
            self._claims_of[id] = tuple(sorted(claims))
            mark, at = self._marks[id] = text_mark(text.document)
            if at is not None:
                self._posted[mark][id] = at
            page = page_of(text.document, list(claims.values()), self._policy)
            if page is not None:
                self._page_of[id] = self._pages[figures_mark(page)][id] = page
        return set(texts)

    def _fill_buckets(self, marks: set[bytes]) -> set[str]:
        """Take in all texts with the same figures as some; find anew which of them are reprints."""
        marks = marks - self._buckets
        self._buckets |= marks
        found = self.view.marked(marks)
        others = {m.document for listed in found.values() for m in listed} - self._looked_for
        # A text keeps the marks it once had, so those found are more than those that have the figures now.
        alike = {i: t for i, t in self.view.texts(others).items() if self._has_figures(t, marks)}
        fresh = self._take(alike)
        for mark in marks:
            pages = sorted(self._pages[mark].values(), key=page_order)
            repeats = partial(why_repeated, sentences=self.sentences, policy=self._policy)
            for reprint in reprints_among(pages, repeats, self._policy):
                self.reprints[reprint.document] = reprint
        return fresh

    def _has_figures(self, text: Text, marks: set[bytes]) -> bool:
        claims = self._in_force(text)
        return any(mark in marks for mark, _ in marks_of_text(text.document, claims, self._policy))

    def _find_firsts(self, marks: set[bytes]) -> None:
        marks = marks - self._firsts.keys()
        posted: dict[bytes, dict[str, int]] = {mark: {} for mark in marks}
        found = self.view.marked(marks)
        standing = self.view.standing_rows({m.document for listed in found.values() for m in listed})
        for mark, listed in found.items():
            for m in listed:
                if standing.get(m.document) == m.row and m.published_us is not None:
                    posted[mark][m.document] = m.published_us
        for mark, times in posted.items():
            times |= self._posted.get(mark, {})  # some of which no settlement has marked yet
            dated = sorted((at / 10**6 / 3600.0, document) for document, at in times.items())
            self._firsts[mark] = firsts_among(dated, self._policy)

    def _find_facts(self, fresh: set[str]) -> None:
        firsts = {i: known for i in fresh if (known := self._first_of(i)) is not None}
        missing = {*firsts.values()} - self.documents.keys() - self._first_documents.keys()
        self._first_documents |= {i: text.document for i, text in self.view.texts(missing).items()}
        for id in fresh:
            claims = self.claims_of(id)
            if not claims:
                continue
            posted = firsts.get(id, "")
            first = self.documents.get(posted) or self._first_documents.get(posted)
            for fact in facts_in_context(
                claims,
                self.documents,
                {id: self.reprints[id]} if id in self.reprints else {},
                self._policy,
                {} if first is None else {id: first},
            ):
                self.facts[fact.claim.id] = fact

    def _first_of(self, document: str) -> str | None:
        return self._firsts.get(self._marks[document][0], {}).get(document)


def _span(first: int, last: int, policy: LinkPolicy) -> tuple[int, int]:
    """Return what to look for, in epoch seconds, so that no fact of some nights in a row is missed.

    A night is 20:00 to 20:00 in any zone. A window is listed an hour before it begins and after it ends; what is dated
    by its posting up to 36 hours before; a repost by a first posting up to 36 hours earlier still.
    """
    back = 2 * policy.limits.unknown_window_publication_h + 12.0
    start, end = 24 * first - 4 - 14, 24 * last + 20 + 12
    return int((start - 2) * 3600), int((end + back) * 3600)


def _runs(numbers: Iterable[int]) -> Iterator[tuple[int, int]]:
    """Yield the first and last of each run of numbers that follow each other."""
    first = last = None
    for number in sorted(set(numbers)):
        if last is not None and number == last + 1:
            last = number
            continue
        if first is not None and last is not None:
            yield first, last
        first = last = number
    if first is not None and last is not None:
        yield first, last
