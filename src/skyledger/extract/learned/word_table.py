"""What a table of weights knows of each word, looked up once a word: of a text's pairs of words most have no weight.

Writing every pair as a string only to find that no table has it costs more than all the sums do.
"""

from bisect import bisect_left
from collections.abc import Iterable, Mapping
from functools import cache
from typing import NamedTuple, cast

from skyledger.extract.learned.features import stem_of
from skyledger.extract.learned.weights import Feature, Weights, load_weights

LONGER = 7  # letters of a second, longer stem
_REMEMBERED = 50_000  # words; a month of news has fewer
_NONE: Mapping[str, Feature] = {}  # one for all the stems that open nothing
_AFTER_MARK = "`"  # the character after "_"


class Known(NamedTuple):
    """The features of a word that have weights.

    Attributes:
        own: Its features without a neighbour.
        beside: Its features with the next word, by that one's stem.
        beyond: Those with the word after the next.
    """

    own: tuple[Feature, ...]
    beside: Mapping[str, Feature]
    beyond: Mapping[str, Feature]


class _Marks(dict[str, Feature]):
    """Features that are no words, of which there are few: a small table answers sooner than the large one."""

    def __init__(self, weights: Weights) -> None:
        self._weights = weights

    def __missing__(self, name: str) -> Feature:
        if len(self) >= _REMEMBERED:
            self.clear()
        feature = self[name] = self._weights.feature(name)
        return feature


class WordTable:
    """The features of words in one table."""

    def __init__(self, weights: Weights) -> None:
        self.weights = weights
        self._marks = _Marks(weights)
        self._words: dict[str, Known] = {}
        self._pairs: dict[str, tuple[Mapping[str, Feature], Mapping[str, Feature]]] = {}

    def marks(self, names: Iterable[str]) -> Iterable[Feature]:
        """Return features that tell of no word: classes of the packs, lengths."""
        return map(self._marks.__getitem__, names)

    def features(self, words: list[str], stems: list[str]) -> set[Feature]:
        """Return the features of some words that stand in a row, those without weights left out.

        Args:
            words: The words.
            stems: Their beginnings.
        """
        known = self._of(words)
        found = set().union(*[own for own, _, _ in known if own])
        found.update([at[stem] for (_, at, _), stem in zip(known, stems[1:], strict=False) if stem in at])
        found.update([at[stem] for (_, _, at), stem in zip(known, stems[2:], strict=False) if stem in at])
        return found

    def _of(self, words: list[str]) -> list[Known]:
        """Return what is known of some words."""
        found = list(map(self._words.get, words))
        if all(found):  # nearly always; to look for None would compare it with each of them
            return cast(list[Known], found)
        return [known or self._look_up(word) for word, known in zip(words, found, strict=True)]

    def _look_up(self, word: str) -> Known:
        stem = stem_of(word)
        own = {stem, f"+{word[:LONGER]}"} if len(word) > len(stem) else {stem}
        pairs = self._pairs.get(stem)
        if pairs is None:
            pairs = self._pairs[stem] = self._opened_by(stem)
        if len(self._words) >= _REMEMBERED:
            self._words.clear()
            self._pairs.clear()
        known = self._words[word] = Known(tuple(self.weights.weighed(own)), *pairs)
        return known

    def _opened_by(self, stem: str) -> tuple[Mapping[str, Feature], Mapping[str, Feature]]:
        """Return the pairs a stem opens: with its neighbour, and with the word after that."""
        names, opening, feature = self.weights.names, len(stem) + 1, self.weights.feature
        opened = names[bisect_left(names, f"{stem}_") : bisect_left(names, stem + _AFTER_MARK)]
        beside = {name[opening:]: feature(name) for name in opened if not name.startswith("_", opening)}
        beyond = {name[opening + 1 :]: feature(name) for name in opened if name.startswith("_", opening)}
        return beside or _NONE, beyond or _NONE


@cache
def load_words(name: str) -> WordTable:
    """Return what the table of a model knows of words."""
    return WordTable(load_weights(name))
