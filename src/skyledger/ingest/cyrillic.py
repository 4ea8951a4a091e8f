"""Which single-byte Cyrillic encoding a short text is in.

charset-normalizer needs some hundred bytes; a post has thirty. All the encodings agree on ASCII and differ in where
the letters lie, so decoding wrongly gives rare letters, capitals inside words, and drawing characters between letters.
"""

import math
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise

# Per mille of letters in Russian or Ukrainian running text, the larger of the two. Rounded by hand: only the order
# matters (о а и е н т ... ф щ э ъ), and the outcome is what was measured (docs/readers.md, encodings).
FREQUENCY = {
    "о": 105, "а": 82, "и": 72, "е": 80, "н": 68, "т": 60, "і": 60, "р": 50, "с": 52, "в": 48, "л": 42, "к": 38,
    "д": 32, "м": 31, "у": 32, "п": 30, "з": 22, "я": 22, "б": 17, "г": 17, "ы": 19, "ь": 18, "й": 13, "ч": 14,
    "х": 11, "ж": 9, "ш": 8, "ю": 8, "ц": 6, "є": 6, "ї": 7, "щ": 5, "э": 4, "ф": 4, "ё": 2, "ъ": 1, "ґ": 0.3,
}  # fmt: skip

# A decoded character that no post has: worse than the rarest letter, and no single one decides a long text.
ALIEN = -9.0
# Two neighbours that never stand so: a capital inside a word (KOI8-R read as cp1251 is full of them), ``тро№``.
SLIP = -4.0

# What stands in posts beside letters, in encodings that have it.
PUNCTUATION = frozenset("«»—–…№“”„‘’•·\u00a0©®°±§")

# Capitals are a tenth of letters in posts, so a text that is all capitals in one reading loses to the other.
# 0.3 was best of 0.3, 0.5, 0.7 on 3,000 real posts of 2022-2026 encoded five ways (2026-11-22).
CAPITAL = 0.3

_CLOSING = frozenset("»”–—")

# Order breaks ties: cp1251 is what Windows programs of both countries write.
ENCODINGS = ("cp1251", "koi8-u", "cp866", "cp1125", "mac_cyrillic", "iso8859-5", "koi8-r")

# Mean log-probability of a letter from which a decoding reads as Cyrillic words; the same sweep over -4.0, -4.4, -4.8
# gained nothing after -4.4, and Latin text with a few accents lies below it.
READS_AS_WORDS = -4.4

# Hardly any file is in these; they win only where the others make no sense. Weighs as much as one odd letter.
PRIOR = {"mac_cyrillic": -2.5, "iso8859-5": -2.5}

_LOG = {letter: math.log(per_mille / 1000) for letter, per_mille in FREQUENCY.items()}


@dataclass(frozen=True, slots=True, kw_only=True)
class Guess:
    """One encoding and how well it reads; ``score`` is a mean log-probability of a non-ASCII character."""

    encoding: str
    score: float


def guess_cyrillic(data: bytes) -> Guess | None:
    """Return the best single-byte Cyrillic encoding, or None when none can decode the bytes."""
    guesses = [g for g in (_score(data, encoding) for encoding in ENCODINGS) if g is not None]
    return max(guesses, key=lambda guess: guess.score, default=None)


def _score(data: bytes, encoding: str) -> Guess | None:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        return None
    high = Counter(char for char in text if char > "\x7f")
    total = sum(high.values())
    if total == 0:
        return None
    score = sum(_letter(char) * times for char, times in high.items())
    slips = sum(_is_slip(before, after) for before, after in pairwise(text))
    return Guess(encoding=encoding, score=(score + SLIP * slips + PRIOR.get(encoding, 0.0)) / total)


def _is_slip(before: str, after: str) -> bool:
    """Tell whether two neighbours never stand so in a text: a capital inside a word, a sign glued to a letter."""
    if after > "\x7f" and before.islower() and after.isupper():
        return True
    if before.isalpha() and after.isalpha():
        return before.isascii() != after.isascii()
    return (before in _CLOSING and after.isalpha()) or (before.isalpha() and after in "«№")


def _letter(char: str) -> float:
    if char in PUNCTUATION:
        return -4.0
    known = _LOG.get(char.lower())
    if known is None:
        return ALIEN
    return known if char.islower() else known - CAPITAL
