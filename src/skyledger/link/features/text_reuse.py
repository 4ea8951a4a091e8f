"""Shared words: they prove copying, and only inside what facts already allow."""

import re
from collections.abc import Iterable, Mapping
from heapq import nsmallest
from itertools import accumulate, islice, product

from rapidfuzz import fuzz

from skyledger.link.fact import Fact
from skyledger.link.features.feature import Feature
from skyledger.link.policy import LinkPolicy
from skyledger.model.claim import Claim
from skyledger.model.document import Document
from skyledger.packs.normalise import normalise_surface

_SENTENCE_END = re.compile(r"(?<=[.!?…])\s+|\n+")
_KEPT = 20_000
_SKETCH = 12


class SentenceIndex:
    """The sentences claims rest on, normalised once per claim.

    Words and runs are kept for the ``_KEPT`` claims looked at last only: they take more room than the claims.
    """

    def __init__(self, documents: Mapping[str, Document], policy: LinkPolicy) -> None:
        self.documents = documents
        self._policy = policy
        self._words: dict[str, tuple[str, ...]] = {}
        self._runs: dict[str, frozenset[str]] = {}

    def forget(self, claims: Iterable[str]) -> None:
        """Forget the words of claims, given by id, whose text has changed."""
        for claim in claims:
            self._words.pop(claim, None)
            self._runs.pop(claim, None)

    def words_of(self, claim: Claim) -> tuple[str, ...]:
        """Return the folded words of the sentences under the claim's trigger and number."""
        found = self._words.get(claim.id)
        if found is None:
            if len(self._words) >= _KEPT:
                self._words.clear()
            found = self._words[claim.id] = tuple(normalise_surface(self._sentence(claim)).split())
        return found

    def runs_of(self, claim: Claim) -> frozenset[str]:
        """Return every run of ``run_words`` words; a shorter sentence of at least ``min_words`` is one run."""
        found = self._runs.get(claim.id)
        if found is None:
            if len(self._runs) >= _KEPT:
                self._runs.clear()
            found = self._runs[claim.id] = self._runs_in(self.words_of(claim))
        return found

    def sketch_of(self, claim: Claim) -> list[int]:
        """Return hashes of the first twelve runs in sorted order."""
        return [hash(run) for run in nsmallest(_SKETCH, self.runs_of(claim))]

    def _runs_in(self, words: tuple[str, ...]) -> frozenset[str]:
        size = self._policy.text.run_words
        if len(words) < size:
            return frozenset([" ".join(words)]) if len(words) >= self._policy.text.min_words else frozenset()
        text, ends = " ".join(words), [-1, *accumulate(words, _add_word, initial=-1)][2:]
        starts = [0, *(end + 1 for end in ends)]
        return frozenset(text[a:b] for a, b in zip(starts, ends[size - 1 :], strict=False))

    def reuse(self, one: Claim, two: Claim) -> str | None:
        """Return a sentence saying which words two claims of different documents share, or None."""
        if one.document_id == two.document_id:
            return None
        shared = self.runs_of(one) & self.runs_of(two)
        if shared:
            return f'Both texts have the words "{min(shared)}".'
        words = self.words_of(one), self.words_of(two)
        if min(len(words[0]), len(words[1])) < self._policy.text.min_words:
            return None
        ratio = fuzz.token_sort_ratio(
            " ".join(words[0]), " ".join(words[1]), score_cutoff=self._policy.text.near_verbatim
        )
        return f"The sentences agree word for word to {ratio:.0f} of 100." if ratio else None

    def reuse_between(self, ones: list[Claim], twos: list[Claim]) -> str | None:
        """Return the first proof of reuse between two sets of claims, comparing at most ``max_text_pairs`` pairs."""
        for one, two in islice(product(ones, twos), self._policy.limits.max_text_pairs):
            sentence = self.reuse(one, two)
            if sentence is not None:
                return sentence
        return None

    def _sentence(self, claim: Claim) -> str:
        document = self.documents.get(claim.document_id)
        spans = [e.span for e in claim.evidence if e.field in {"trigger", "count", "harm", "object"}] or [
            e.span for e in claim.evidence
        ]
        if document is None:
            return ""
        if not spans:
            return document.text
        bounds = _sentences(document.text)
        touched = [(a, b) for a, b in bounds if any(s.start < b and s.stop > a for s in spans)]
        return " ".join(document.text[a:b] for a, b in touched)


def _add_word(end: int, word: str) -> int:
    return end + 1 + len(word)


def _sentences(text: str) -> list[tuple[int, int]]:
    ends = [m.end() for m in _SENTENCE_END.finditer(text)] + [len(text)]
    return list(zip([0, *ends[:-1]], ends, strict=True))


def text_weight(one: Fact, two: Fact, policy: LinkPolicy) -> float:
    """Return what shared words add: a copy that says the same of no place or no time is still the same statement."""
    return policy.weights.text_copy if _says_the_same(one, two) else policy.weights.text_verbatim


def _says_the_same(one: Fact, two: Fact) -> bool:
    a, b = one.claim, two.claim
    return one.window == two.window and (a.kind, a.count, a.harm, a.detail, a.place and a.place.id) == (
        b.kind, b.count, b.harm, b.detail, b.place and b.place.id,
    )  # fmt: skip


def text_feature(one: Fact, two: Fact, sentence: str | None, policy: LinkPolicy) -> Feature:
    """Return the text feature for a proof of reuse, or for its absence."""
    if sentence is None:
        return Feature(name="text", value="none", weight=0.0, sentence="The texts share no run of words.")
    return Feature(name="text", value="verbatim", weight=text_weight(one, two, policy), sentence=sentence)
