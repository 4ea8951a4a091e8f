"""Other forms of the words somebody looks for: as packs have them, else by what endings change.

A place has all its names in three languages and all their forms. Another word that a pack knows has the forms with the
same meaning that share its beginning ("сбит", "сбито", "сбиты"; not "уничтожен", which means the same). A word no pack
knows is found by its stem.
"""

from collections.abc import Iterable, Iterator

from skyledger.packs.load import Packs
from skyledger.packs.normalise import tokenise

Words = tuple[str, ...]
_SHARED = 3
_SHORTEST_STEM = 4
# Endings of nouns, adjectives and past tenses, longest first within each language's script.
_SLAVIC_ENDINGS = (
    "иями ями ами ого его ому ему ыми ими ими ія ії ією иям иях "
    "ой ей ою ею ом ем ам ям ах ях ых их им ым ую юю ая яя ое ее ые ие ий ый ій їй ів ев ов "
    "а я о е є ы и і ї у ю ь й"
).split()
_ENGLISH_ENDINGS = ("ing", "ies", "ed", "es", "s", "y", "e")


def word_forms(words: Words, packs: Packs) -> tuple[tuple[Words, ...], tuple[str, ...]]:
    """Return what else finds a word or phrase.

    Args:
        words: Folded words, as :func:`skyledger.packs.normalise.tokenise` gives them.
        packs: Where the forms are.

    Returns:
        Phrases any of which will do, the given one first; and beginnings of words, for one word that no pack knows.
    """
    surface = " ".join(words)
    found = [surface, *_known_forms(surface, packs)]
    phrases = tuple(dict.fromkeys(tuple(form.split(" ")) for form in found))
    if len(found) > 1 or len(words) > 1:
        return phrases, ()
    stem = _stem_of(surface)
    return phrases, (() if stem == surface else (stem,))


def _known_forms(surface: str, packs: Packs) -> Iterator[str]:
    terms = packs.terms.get(surface, ())
    for id in sorted({term.value for term in terms if term.category == "place"}):
        yield from _place_forms(id, packs)
    meant = {(term.category, term.value) for term in terms if term.category != "place"}
    if meant:
        beginning = surface[: max(_SHARED, len(surface) // 2)]
        for form, others in sorted(packs.terms.beginning_with(beginning).items()):
            if form.count(" ") == surface.count(" ") and any((t.category, t.value) in meant for t in others):
                yield form


def _place_forms(id: str, packs: Packs) -> Iterator[str]:
    place = packs.places.get(id)
    if place is None:
        return
    names: Iterable[str] = filter(None, (place.name_en, place.name_ru, place.name_uk))
    beginnings = {" ".join(tokenise(name).words)[:_SHARED] for name in names}
    for beginning in sorted(beginnings - {""}):
        for form, terms in sorted(packs.terms.beginning_with(beginning).items()):
            if any(term.category == "place" and term.value == id for term in terms):
                yield form


def _stem_of(word: str) -> str:
    endings = _ENGLISH_ENDINGS if word.isascii() else _SLAVIC_ENDINGS
    for ending in endings:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_STEM:
            return word[: -len(ending)]
    return word
