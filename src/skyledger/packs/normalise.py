"""One normalisation for texts and for pack terms, so that what is in a pack is what is found in a text.

Every step keeps one character for one character, so token offsets are offsets in the original text.
"""

import re
from dataclasses import dataclass

# Letters, digits and inner apostrophes; "'s" at a word's end is cut off so that "Kyiv's" is "kyiv".
_WORD = re.compile(r"[^\W_]+(?:'(?!s\b)[^\W_]+)*", re.UNICODE)

# 1:1 folding: e with dots, every apostrophe people type inside Ukrainian words, capital dotted I (its lower() is two
# characters), and combining marks are left alone.
_FOLD = str.maketrans(
    {
        "ё": "е",
        "Ё": "е",
        "İ": "i",
        "’": "'",
        "‘": "'",
        "ʼ": "'",
        "ʹ": "'",
        "´": "'",
        "`": "'",
        "′": "'",
    }
)

# Latin letters that look like Cyrillic ones: used only inside words that already hold a Cyrillic letter.
_HOMOGLYPHS = str.maketrans("aceopxyikmthb", "асеорхуікмтнв")
_MIXED = re.compile(r"(?=[^\W_]*[а-яіїєґ])(?=[^\W_]*[a-z])[^\W\d_]+", re.UNICODE)
_LATIN_AND_CYRILLIC = re.compile(r"[a-z][а-яіїєґ]|[а-яіїєґ][a-z]")


def fold(text: str) -> str:
    """Return ``text`` lower-cased and folded, with exactly as many characters.

    Args:
        text: Any text.

    Returns:
        A string of the same length; position ``i`` of one is position ``i`` of the other.
    """
    lowered = text.translate(_FOLD).lower()
    if len(lowered) != len(text):  # rare letters whose lower case is longer
        lowered = "".join(c.lower() if len(c.lower()) == 1 else c for c in text.translate(_FOLD))
    if _LATIN_AND_CYRILLIC.search(lowered):
        lowered = _MIXED.sub(lambda m: m.group().translate(_HOMOGLYPHS), lowered)
    return lowered


@dataclass(frozen=True, slots=True)
class Tokens:
    """The words of a text with their places in it.

    Attributes:
        folded: The folded text, same length as the text.
        words: Folded words.
        starts: Start of each word in the text, code points.
        stops: End of each word.
        joined: ``" word word ... word "`` with one space between and around: what is searched for surfaces.
        offsets: Position in ``joined`` of each word's first character.
    """

    folded: str
    words: list[str]
    starts: list[int]
    stops: list[int]
    joined: str
    offsets: list[int]


def tokenise(text: str) -> Tokens:
    """Split ``text`` into folded words that know where they stand."""
    folded = fold(text)
    words: list[str] = []
    starts: list[int] = []
    stops: list[int] = []
    offsets: list[int] = []
    position = 1
    for match in _WORD.finditer(folded):
        word = match.group()
        words.append(word)
        starts.append(match.start())
        stops.append(match.end())
        offsets.append(position)
        position += len(word) + 1
    return Tokens(folded, words, starts, stops, " " + " ".join(words) + " ", offsets)


def normalise_surface(text: str) -> str:
    """Return a pack term as the scanner sees it: folded words joined by one space."""
    return " ".join(_WORD.findall(fold(text)))
