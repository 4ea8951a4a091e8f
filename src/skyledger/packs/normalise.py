"""One normalisation for texts and for pack terms, so that what is in a pack is what is found in a text.

Every step keeps one character for one character, so token offsets are offsets in the original text.
"""

import re
from dataclasses import dataclass
from itertools import accumulate

# Letters, digits and inner apostrophes; "'s" at a word's end is cut off so that "Kyiv's" is "kyiv".
_WORD = re.compile(r"[^\W_]+(?:'(?!s\b)[^\W_]+)*", re.UNICODE)
# Cuts a text into what stands between words and the words, by turns.
_BY_TURNS = re.compile(f"({_WORD.pattern})", re.UNICODE)

# 1:1 folding: e with dots, every apostrophe people type inside Ukrainian words, capital dotted I (its lower() is two
# characters), and combining marks are left alone.
_FOLD = (
    ("ё", "е"),
    ("Ё", "е"),
    ("İ", "i"),
    *((apostrophe, "'") for apostrophe in "’‘ʼʹ´`′"),
)

# Latin letters that look like Cyrillic ones: used only inside words that already hold a Cyrillic letter.
_HOMOGLYPHS = str.maketrans("aceopxyikmthb", "асеорхуікмтнв")
_MIXED = re.compile(r"(?=[^\W_]*[а-яіїєґ])(?=[^\W_]*[a-z])[^\W\d_]+", re.UNICODE)
_LATIN = re.compile(r"[a-z]")
_LATIN_AND_CYRILLIC = re.compile(r"[a-z][а-яіїєґ]|[а-яіїєґ][a-z]")


def fold(text: str) -> str:
    """Return ``text`` lower-cased and folded, with exactly as many characters.

    Args:
        text: Any text.

    Returns:
        A string of the same length; position ``i`` of one is position ``i`` of the other.
    """
    for typed, plain in _FOLD:  # most texts have none of them: ten searches cost less than one translation
        if typed in text:
            text = text.replace(typed, plain)
    lowered = text.lower()
    if lowered.isascii():
        return lowered
    if len(lowered) != len(text):  # rare letters whose lower case is longer
        lowered = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    if _LATIN.search(lowered) and _LATIN_AND_CYRILLIC.search(lowered):
        lowered = _MIXED.sub(lambda m: m.group().translate(_HOMOGLYPHS), lowered)
    return lowered


@dataclass(slots=True)
class Tokens:
    """The words of a text with their places in it.

    Attributes:
        folded: The folded text, same length as the text.
        words: Folded words.
        starts: Start of each word in the text, code points.
        stops: End of each word.
    """

    folded: str
    words: list[str]
    starts: list[int]
    stops: list[int]

    @property
    def joined(self) -> str:
        """``" word word ... word "`` with one space between and around: what surfaces are searched in."""
        return " " + " ".join(self.words) + " "


def tokenise(text: str) -> Tokens:
    """Split ``text`` into folded words that know where they stand."""
    folded = fold(text)
    pieces = _BY_TURNS.split(folded)
    ends = list(accumulate(map(len, pieces)))
    return Tokens(folded, pieces[1::2], ends[:-1:2], ends[1::2])


def normalise_surface(text: str) -> str:
    """Return a pack term as the scanner sees it: folded words joined by one space."""
    return " ".join(_WORD.findall(fold(text)))
