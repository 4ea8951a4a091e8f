"""What stands in a whole text, as short strings: for the weights that say whether it tells anything current."""

from itertools import pairwise

from skyledger.extract.learned.features import stems_of, values_in
from skyledger.extract.learned.weights import load_weights
from skyledger.extract.reading import Reading

QUIET = "quiet"
_LONGER = 7  # letters of a second, longer stem
_OPENING = 12  # words


def features_of_text(reading: Reading) -> set[str]:
    """Return what stands in a text, and apart what it opens with."""
    words = reading.tokens.words
    stems = stems_of(reading)
    found = {"b", *stems}
    found.update([f"+{w[:_LONGER]}" for w, stem in zip(words, stems, strict=True) if len(w) > len(stem)])
    found.update([f"{one}_{other}" for one, other in pairwise(stems)])
    found.update([f"1:{stem}" for stem in stems[:_OPENING]])
    values = values_in(reading, 0, len(words))
    found.update(values)
    found.update([f"{one}&{other}" for one, other in pairwise(values)])
    return found


def quietness(reading: Reading) -> float:
    """Return how likely it is, from 0 to 1, that a text tells nothing current: history, drill, sport, fiction, ads."""
    return load_weights(QUIET).each_of(features_of_text(reading))[QUIET]
