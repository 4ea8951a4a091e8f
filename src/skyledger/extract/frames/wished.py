"""Nobody hurt as a wish, an aim or a condition: "чтобы никто не пострадал", "we hope nobody was hurt"."""

from skyledger.extract.reading import Reading
from skyledger.extract.word_bits import word_class
from skyledger.model.frame import Sentence

# What opens a clause of aim or condition; said of its own clause alone.
_OPENERS = frozenset("чтобы чтоб если щоб аби якщо lest if whether".split())
# Words of hoping, whose clause stands behind a comma.
_HOPES = frozenset(
    (
        "надеюсь надеемся надеются надеется надежда молюсь молимся молитесь молитвами пусть "
        "сподіваюся сподіваюсь сподіваємося сподіваємось сподіваються молюся молимося молимось моліться нехай хай "
        "hope hopes hoping hopefully pray praying prayed prayers wish wishing"
    ).split()
)
_WISHES = word_class(_OPENERS | _HOPES | {"so"})
_REACH = 6  # words between the wish and what is wished
_STOPS = frozenset(";:.!?()\n—–")


def is_wished(reading: Reading, sentence: Sentence, at: int) -> bool:
    """Tell whether the word at a token is hoped for or aimed at, not told."""
    if not reading.mask & _WISHES:
        return False
    words = reading.tokens.words
    commas = 0
    for n in range(at, max(sentence.start, at - _REACH) - 1, -1):
        if words[n] in _HOPES and commas <= 1:
            return True
        aim = words[n] in _OPENERS or words[max(sentence.start, n - 1) : n + 1] == ["so", "that"]
        if aim and not commas:
            return True
        gap = reading.gap(n - 1, n) if n > sentence.start else ""
        if _STOPS.intersection(gap):
            return False
        commas += "," in gap
    return False
