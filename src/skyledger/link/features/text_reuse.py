"""Shared words: they prove copying, and only inside what facts already allow."""

import re
from collections.abc import Mapping
from itertools import islice, product

from rapidfuzz import fuzz

from skyledger.link.fact import Fact
from skyledger.link.features.feature import Feature
from skyledger.link.policy import LinkPolicy
from skyledger.model.claim import Claim
from skyledger.model.document import Document
from skyledger.packs.normalise import normalise_surface

_SENTENCE_END = re.compile(r"(?<=[.!?…])\s+|\n+")


class SentenceIndex:
    """The sentences claims rest on, normalised once per claim."""

    def __init__(self, documents: Mapping[str, Document], policy: LinkPolicy) -> None:
        self.documents = documents
        self._policy = policy
        self._bounds: dict[str, list[tuple[int, int]]] = {}
        self._words: dict[str, tuple[str, ...]] = {}
        self._runs: dict[str, frozenset[str]] = {}

    def words_of(self, claim: Claim) -> tuple[str, ...]:
        """Return the folded words of the sentences under the claim's trigger and number."""
        if claim.id not in self._words:
            self._words[claim.id] = tuple(normalise_surface(self._sentence(claim)).split())
        return self._words[claim.id]

    def runs_of(self, claim: Claim) -> frozenset[str]:
        """Return every run of ``run_words`` words; a shorter sentence of at least ``min_words`` is one run."""
        if claim.id not in self._runs:
            words, size = self.words_of(claim), self._policy.text.run_words
            if len(words) < size:
                runs = frozenset([" ".join(words)]) if len(words) >= self._policy.text.min_words else frozenset[str]()
            else:
                runs = frozenset(" ".join(words[i : i + size]) for i in range(len(words) - size + 1))
            self._runs[claim.id] = runs
        return self._runs[claim.id]

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
        bounds = self._sentences(document)
        touched = [(a, b) for a, b in bounds if any(s.start < b and s.stop > a for s in spans)]
        return " ".join(document.text[a:b] for a, b in touched)

    def _sentences(self, document: Document) -> list[tuple[int, int]]:
        if document.id not in self._bounds:
            ends = [m.end() for m in _SENTENCE_END.finditer(document.text)] + [len(document.text)]
            self._bounds[document.id] = list(zip([0, *ends[:-1]], ends, strict=True))
        return self._bounds[document.id]


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
