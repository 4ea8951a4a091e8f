"""What stands in a whole text, as short strings: for the weights that say whether it tells anything current."""

from itertools import pairwise

from skyledger.extract.learned.features import stems_of, values_in
from skyledger.extract.learned.weights import Feature
from skyledger.extract.learned.word_table import LONGER, WordTable, load_words
from skyledger.extract.reading import Reading

QUIET = "quiet"
_OPENING = 12  # words


def features_of_text(reading: Reading) -> set[str]:
    """Return what stands in a text, and apart what it opens with."""
    words = reading.tokens.words
    stems = stems_of(reading)
    found = {*stems, *_marks(reading)}
    found.update([f"+{w[:LONGER]}" for w, stem in zip(words, stems, strict=True) if len(w) > len(stem)])
    found.update([f"{one}_{other}" for one, other in pairwise(stems)])
    return found


def weighed_of_text(table: WordTable, reading: Reading) -> set[Feature]:
    """Return those of the features of a text that a table has weights of, without writing out all others."""
    found = table.features(reading.tokens.words, stems_of(reading))
    found.update(table.marks(_marks(reading)))
    return found


def _marks(reading: Reading) -> list[str]:
    """Return the features of no word: the opening, and classes of the packs in their order."""
    values = values_in(reading, 0, len(reading.tokens.words))
    opening = [f"1:{stem}" for stem in stems_of(reading)[:_OPENING]]
    return ["b", *opening, *values, *[f"{one}&{other}" for one, other in pairwise(values)]]


def quietness(reading: Reading) -> float:
    """Return how likely it is, from 0 to 1, that a text tells nothing current: history, drill, sport, fiction, ads."""
    table = load_words(QUIET)
    return table.weights.likelihood(table.weights.total_of(weighed_of_text(table, reading)), QUIET)
