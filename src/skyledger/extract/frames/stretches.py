"""The stretch of a sentence around one word, in which what belongs to that word is looked for."""

from collections.abc import Collection

from skyledger.extract.reading import Reading
from skyledger.model.frame import Sentence

STRETCH_MARKS = ",;:.!?()—–\n"


def stretch_around(
    reading: Reading, sentence: Sentence, n: int, reach: int, marks: Collection[str] = STRETCH_MARKS
) -> tuple[int, int]:
    """Return the tokens around token `n` up to the next mark on each side, as first and one past the last.

    Args:
        reading: The text that is read.
        sentence: The sentence of the word; the stretch does not leave it.
        n: The word's token.
        reach: How many tokens the stretch takes at most on each side.
        marks: What ends it.
    """
    first, last = n, n + 1
    while first > max(sentence.start, n - reach) and not reading.parted(first - 1, first, marks):
        first -= 1
    while last < min(sentence.stop, n + 1 + reach) and not reading.parted(last - 1, last, marks):
        last += 1
    return first, last
