"""What a table of weights knows of each word, looked up once a word: of a text's pairs of words most have no weight.

Writing every pair as a string only to find that no table has it costs more than all the sums do.
"""

from bisect import bisect_left
from collections.abc import Collection, Mapping
from functools import cache
from typing import NamedTuple

from skyledger.extract.learned.features import stem_of
from skyledger.extract.learned.weights import Weights, load_weights

LONGER = 7  # letters of a second, longer stem
_REMEMBERED = 50_000  # words; a month of news has fewer
_NONE: Mapping[str, str] = {}  # one for all the stems that open nothing
_AFTER_MARK = "`"  # the character after "_"


class Known(NamedTuple):
    """The features of a word that have weights.

    Attributes:
        own: Its features without a neighbour.
        beside: Its features with the next word, by that one's stem.
        beyond: Those with the word after the next.
    """

    own: tuple[str, ...]
    beside: Mapping[str, str]
    beyond: Mapping[str, str]


class WordTable:
    """The features of words in one table."""

    def __init__(self, weights: Weights) -> None:
        self.weights = weights
        self._words: dict[str, Known] = {}
        self._pairs: dict[str, tuple[Mapping[str, str], Mapping[str, str]]] = {}

    def weighed(self, features: Collection[str]) -> set[str]:
        """Return those of some features that have weights."""
        return self.weights.rows.keys() & features

    def of(self, words: list[str]) -> list[Known]:
        """Return what is known of some words."""
        found = list(map(self._words.get, words))
        if None not in found:
            return [known for known in found if known is not None]
        return [known or self._look_up(word) for word, known in zip(words, found, strict=True)]

    def _look_up(self, word: str) -> Known:
        stem, features = stem_of(word), self.weights.features
        own = [stem] if _holds(features, stem) else []
        longer = f"+{word[:LONGER]}"
        if len(word) > len(stem) and _holds(features, longer):
            own.append(longer)
        pairs = self._pairs.get(stem)
        if pairs is None:
            pairs = self._pairs[stem] = self._opened_by(stem)
        if len(self._words) >= _REMEMBERED:
            self._words.clear()
            self._pairs.clear()
        known = self._words[word] = Known(tuple(own), *pairs)
        return known

    def _opened_by(self, stem: str) -> tuple[Mapping[str, str], Mapping[str, str]]:
        """Return the pairs a stem opens: with its neighbour, and with the word after that."""
        features, opening = self.weights.features, len(stem) + 1
        first, last = bisect_left(features, f"{stem}_"), bisect_left(features, stem + _AFTER_MARK)
        beside = {f[opening:]: f for f in features[first:last] if not f.startswith("_", opening)}
        beyond = {f[opening + 1 :]: f for f in features[first:last] if f.startswith("_", opening)}
        return beside or _NONE, beyond or _NONE


def _holds(features: list[str], feature: str) -> bool:
    at = bisect_left(features, feature)
    return at < len(features) and features[at] == feature


@cache
def load_words(name: str) -> WordTable:
    """Return what the table of a model knows of words."""
    return WordTable(load_weights(name))
