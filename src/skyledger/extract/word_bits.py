"""Classes of words that a rule or pattern needs one of, as bits: a text without any is not asked twice.

Which classes a word is in is worked out once for each word of a process; a text then only joins the bits of its words.
Modules register their classes when they are imported.
"""

from collections.abc import Iterable
from itertools import repeat

_REMEMBERED = 100_000  # words

_WHOLE: dict[str, int] = {}
_PIECES: dict[str, int] = {}
_STEMS: dict[str, int] = {}
_KNOWN: dict[str, int] = {}
_count = 0


def word_class(words: Iterable[str] = (), stems: Iterable[str] = (), pieces: Iterable[str] = ()) -> int:
    """Register a class of words and return its bit.

    Args:
        words: Whole words; a word with apostrophes or with digits before it is also taken apart.
        stems: What words of the class begin with.
        pieces: What words of the class hold anywhere.
    """
    global _count
    bit = 1 << _count
    _count += 1
    for table, members in ((_WHOLE, words), (_STEMS, stems), (_PIECES, pieces)):
        for member in members:
            table[member] = table.get(member, 0) | bit
    _KNOWN.clear()
    return bit


NUMBER, LONG_NUMBER = word_class(), word_class()  # words with a digit, words with four


def bits_of(words: list[str]) -> list[int]:
    """Return the bits of each word."""
    found: list[int] = list(map(_KNOWN.get, words, repeat(-1)))
    if -1 in found:
        return [_bits(word) if bits < 0 else bits for word, bits in zip(words, found, strict=True)]
    return found


def joined(bits: list[int]) -> int:
    """Return the classes any of the words is in."""
    mask = 0
    for some in bits:
        if some:
            mask |= some
    return mask


def _bits(word: str) -> int:
    found = _WHOLE.get(word, 0)
    if "'" in word:
        for part in word.split("'"):
            found |= _WHOLE.get(part, 0)
    if word[0].isdigit():
        found |= _WHOLE.get(word.lstrip("0123456789"), 0)
    if not word.isalpha() and any(map(str.isdigit, word)):
        found |= NUMBER if sum(map(str.isdigit, word)) < 4 else NUMBER | LONG_NUMBER
    for size in range(1, len(word) + 1):
        found |= _STEMS.get(word[:size], 0)
    for piece, bits in _PIECES.items():
        if piece in word:
            found |= bits
    if len(_KNOWN) >= _REMEMBERED:
        _KNOWN.clear()
    _KNOWN[word] = found
    return found
