"""Which time patterns may match in a text, by what its words are anchors of.

What a word is an anchor of is worked out once for each word of a process (:mod:`skyledger.extract.word_bits`).
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from skyledger.extract.lazy_pattern import LazyPattern
from skyledger.extract.word_bits import LONG_NUMBER, NUMBER, bits_of, joined, word_class
from skyledger.packs.normalise import Tokens


@dataclass(frozen=True, slots=True)
class Anchor:
    """One of these is in every text a pattern matches in.

    Attributes:
        stems: Pieces of the folded text.
        words: Whole words.
        openers: Whole words right before a number, or before one of ``followers``.
        followers: Whole words, or the first two letters of words with a ``*`` behind them.
        numbers_apart: Whether openers are none before numbers.
        shape: A smaller pattern.
        clock: Whether the shape holds two numbers with a full stop or colon between, and is looked for only there.
        digits: How many digits in a row, one or four, the shape holds at least.
        beside: Pieces of words, one of which must be there besides; whole words begin with ``=``.
        also: A smaller pattern that must be there besides.
    """

    stems: tuple[str, ...] = ()
    words: frozenset[str] = frozenset()
    openers: frozenset[str] = frozenset()
    followers: frozenset[str] = frozenset()
    numbers_apart: bool = False
    shape: re.Pattern[str] | None = None
    clock: bool = False
    digits: int = 0
    beside: tuple[str, ...] = ()
    also: re.Pattern[str] | None = None


# The anchor of each pattern; the modules that have patterns fill it when they are imported.
TimePattern = LazyPattern | re.Pattern[str]
ANCHORS: dict[TimePattern, Anchor] = {}

_NO_WORD = re.compile(r"[^\w']+")
_ANY, _CLOCK = word_class(), word_class()
_SHAPED = {0: _ANY, 1: NUMBER, 4: LONG_NUMBER}


@dataclass(slots=True)
class _Bits:
    """Where an anchor's bits are: surely there, there if its stems are, there besides, or worth a look."""

    anchor: Anchor
    sure: int
    perhaps: int
    beside: int
    asked: int


@dataclass(slots=True)
class _Openers:
    """The bits of all openers, and for each the bits before a number and before its followers."""

    any: int = 0
    followed: dict[str, tuple[int, dict[str, int]]] = field(default_factory=dict)

    def add(self, anchor: Anchor, sure: int) -> None:
        """Add those of an anchor."""
        self.any |= word_class(anchor.openers)
        for opener in anchor.openers:
            number, words = self.followed.get(opener, (0, {}))
            for word in anchor.followers:
                words[word] = words.get(word, 0) | sure
            self.followed[opener] = number | (0 if anchor.numbers_apart else sure), words

    def bits(self, opener: str, after: str) -> int:
        """Return the bits of an opener before a word."""
        number, words = self.followed.get(opener) or self.followed.get(opener.rpartition("'")[2]) or (0, {})
        if after[0].isdigit():
            return number
        return words.get(after, 0) | words.get(after.partition("'")[0], 0) | words.get(f"{after[:2]}*", 0)


# By identity: to hash a pattern Python walks its whole code.
_BITS: dict[int, _Bits] = {}
_OPENERS = _Openers()


def _prepare() -> None:
    """Give the anchors that came since the last text their bits."""
    for pattern, anchor in ANCHORS.items():
        if id(pattern) not in _BITS:
            single = [stem for stem in anchor.stems if not _NO_WORD.search(stem)]
            longest = [max(_NO_WORD.split(stem), key=len) for stem in anchor.stems if stem not in single]
            sure = word_class(anchor.words, pieces=single)
            perhaps = word_class(pieces=longest) if longest else 0
            whole = [b[1:] for b in anchor.beside if b[0] == "="]
            beside = word_class(whole, pieces=[b for b in anchor.beside if b[0] != "="]) if anchor.beside else 0
            shaped = 0 if anchor.shape is None else _CLOCK if anchor.clock else _SHAPED[anchor.digits]
            _BITS[id(pattern)] = _Bits(anchor, sure, perhaps, beside, sure | perhaps | shaped)
            if anchor.openers:
                _OPENERS.add(anchor, sure)


class TimeText:
    """A folded text with the bits of its words.

    Attributes:
        folded: The text.
        mask: The bits of all its words.
    """

    __slots__ = ("folded", "mask")

    def __init__(self, tokens: Tokens, bits: list[int] | None = None) -> None:
        if len(_BITS) != len(ANCHORS):
            _prepare()
            bits = None
        bits = bits or bits_of(tokens.words)
        mask = joined(bits) | _ANY
        if mask & _OPENERS.any:
            mask |= _opened(tokens.words, bits)
        if mask & NUMBER:
            mask |= _clock(tokens, bits)
        self.folded = tokens.folded
        self.mask = mask


def _opened(words: list[str], said: list[int]) -> int:
    """Return the bits of openers and what follows them."""
    found, openers, last = 0, _OPENERS.any, len(words) - 1
    for token, bits in enumerate(said):
        if bits & openers and token < last:
            found |= _OPENERS.bits(words[token], words[token + 1])
    return found


def _clock(tokens: Tokens, said: list[int]) -> int:
    """Return the bit of two numbers with a full stop or colon between, where there are such."""
    words, starts, stops = tokens.words, tokens.starts, tokens.stops
    last = len(words) - 1
    for token, bits in enumerate(said):
        if bits & NUMBER and token < last and starts[token + 1] == stops[token] + 1:
            joint = tokens.folded[stops[token]] in ".:"
            if joint and words[token][-1].isdigit() and words[token + 1][0].isdigit():
                return _CLOCK
    return 0


def may_match(pattern: TimePattern, text: TimeText) -> bool:
    """Tell whether a text holds the anchor of a pattern."""
    bits, mask = _BITS[id(pattern)], text.mask
    if not mask & bits.asked:
        return False
    anchor = bits.anchor
    if anchor.beside and not mask & bits.beside:
        return False
    if not mask & bits.sure and not _holds(anchor, bits, text):
        return False
    return anchor.also is None or anchor.also.search(text.folded) is not None


def _holds(anchor: Anchor, bits: _Bits, text: TimeText) -> bool:
    """Tell whether stems of several words or the shape are there."""
    if text.mask & bits.perhaps and any(stem in text.folded for stem in anchor.stems):
        return True
    return anchor.shape is not None and anchor.shape.search(text.folded) is not None


def matches(pattern: TimePattern, text: TimeText) -> Iterable[re.Match[str]]:
    """Return the matches of a pattern, without a search where its anchor is missing."""
    if not text.mask & _BITS[id(pattern)].asked or not may_match(pattern, text):
        return ()
    return pattern.finditer(text.folded)
