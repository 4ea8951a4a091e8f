"""Find "its airspace" and "the country": the state spoken of before, which English names once and then calls "it"."""

from skyledger.extract.place_atoms import Atoms
from skyledger.extract.reading import Reading

_SKY = frozenset(("airspace", "territory", "skies", "soil", "border", "borders"))


def country_anaphors(reading: Reading, found: Atoms) -> None:
    """Add a phrase for each word that stands for a country named before."""
    words = reading.tokens.words
    for token in range(1, len(words)):
        own = words[token] in _SKY and words[token - 1] in ("its", "their")
        whole = words[token] == "country" and words[token - 1] == "the"
        if (own or whole) and token not in found.taken:
            found.add([(("anaphor:country",), None, token, token + 1)], token, token + 1, "anaphor")
