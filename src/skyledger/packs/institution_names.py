"""Case forms of institutions' names: the head noun and the adjectives before it change, the rest is frozen.

A build-time tool, never imported at run time.
"""

from itertools import product

from skyledger.packs.inflect_slavic import analyser
from skyledger.packs.surnames import CASES, CONSONANTS, Forms, frozen, lexeme, surname_forms

# Indeclinable second parts of institution names that the dictionaries guess wrongly.
_FROZEN_ENDINGS = ("обороны", "оборони", "энерго", "енерго")


def institution_forms(phrase: str, lang: str) -> frozenset[str]:
    """Return an institution's name in all cases: the head noun decides, what follows it is frozen.

    Args:
        phrase: The name in the nominative, ``"Следственный комитет России"``.
        lang: ``ru`` or ``uk``; any other language is returned as it stands.
    """
    if lang not in ("ru", "uk"):
        return frozenset({phrase})
    words = phrase.split()
    changing: list[Forms] = []
    for position, word in enumerate(words):
        forms, is_head = _institution_word(word, lang, position + 1 < len(words))
        changing.append(forms)
        if is_head:
            break
    tail = words[len(changing) :]
    return frozenset(
        " ".join([*parts, *tail])
        for case in range(len(CASES))
        for parts in product(*(forms[case] for forms in changing))
    ) | {phrase}


def _institution_word(word: str, lang: str, has_next: bool) -> tuple[Forms, bool]:
    """Return the forms of one word of an institution's name and whether it is the head."""
    bare = word.strip("«»\"'()")
    if bare[1:] != bare[1:].lower() or (bare.isupper() and len(bare) > 1) or bare.lower().endswith(_FROZEN_ENDINGS):
        return frozen(word), True
    parses = [p for p in analyser(lang).parse(bare.lower()) if "nomn" in p.tag.grammemes]
    adjective = next((p for p in parses if "ADJF" in p.tag.grammemes), None)
    noun = next((p for p in parses if "NOUN" in p.tag.grammemes), None)
    if has_next and adjective is not None and (noun is None or adjective.score >= noun.score):
        keep = [g for g in ("masc", "femn", "neut") if g in adjective.tag.grammemes]
        forms = lexeme(adjective, lang, keep)
        if "femn" not in keep:  # an institution is inanimate: its accusative is its nominative
            forms = (*forms[:3], forms[0], *forms[4:])
        return forms, False
    if noun is not None:
        return lexeme(noun, lang), True
    if bare.lower()[-1] not in CONSONANTS:
        return frozen(word), True
    forms = surname_forms(bare, lang, "m")
    return (*forms[:3], forms[0], *forms[4:]), True
