"""Dictionary look-ups of place names in pymorphy3: a build-time tool, never imported when skyledger runs."""

from collections.abc import Iterable
from functools import cache
from typing import Any

from skyledger.errors import PackError

Paradigm = dict[str, set[str]]
"""Case (``nom gen dat acc ins loc``) to the forms of one word in that case."""

CASES = ("nom", "gen", "dat", "acc", "ins", "loc")
_CASE_OF_GRAMMEME = {
    "nomn": "nom",
    "gent": "gen",
    "gen1": "gen",
    "gen2": "gen",
    "datv": "dat",
    "accs": "acc",
    "ablt": "ins",
    "loct": "loc",
    "loc1": "loc",
    "loc2": "loc",
}
# Accusatives of living things, superlatives, possessives in -ство: never part of a place name's paradigm.
_UNWANTED = frozenset({"anim", "Supr", "Cmp2"})
# Plurals the dictionary takes for words that stand still.
_DECLINED = frozenset(("лиски",))
_PERSONAL = frozenset({"Name", "Surn", "Patr"})


@cache
def _analyser(lang: str) -> Any:
    try:
        import pymorphy3
    except ImportError as error:
        raise PackError(
            "compiling place names needs pymorphy3 and its dictionaries: install skyledger[packs]"
        ) from error
    try:
        return pymorphy3.MorphAnalyzer(lang=lang)
    except ValueError as error:
        raise PackError(f"pymorphy3 has no dictionary for {lang!r}: install skyledger[packs]") from error


def merge(paradigms: Iterable[Paradigm]) -> Paradigm:
    """Return the union of paradigms, case by case."""
    union: Paradigm = {case: set() for case in CASES}
    for paradigm in paradigms:
        for case, forms in paradigm.items():
            union[case] |= forms
    return union


def _number_of(grammemes: frozenset[str], pos: str) -> str:
    if "plur" in grammemes:
        return "plur"
    if pos == "ADJF" or "sing" in grammemes:
        return "sing"
    return next((g for g in ("masc", "femn", "neut") if g in grammemes), "sing")


def _gender_of(grammemes: frozenset[str], pos: str) -> str:
    if pos != "ADJF" or "plur" in grammemes:
        return ""
    return next((g for g in ("masc", "femn", "neut") if g in grammemes), "")


def _paradigm_of(parse: Any) -> Paradigm:
    pos = str(parse.tag.POS)
    wanted = _slot(parse.tag.grammemes, pos)
    paradigm: Paradigm = {case: set() for case in CASES}
    for form in parse.lexeme:
        if str(form.tag.POS) != pos or _slot(form.tag.grammemes, pos) != wanted or form.tag.grammemes & _UNWANTED:
            continue
        case = next((_CASE_OF_GRAMMEME[g] for g in form.tag.grammemes if g in _CASE_OF_GRAMMEME), None)
        if case is not None:
            paradigm[case].add(form.word)
    return paradigm


def _slot(grammemes: frozenset[str], pos: str) -> tuple[str, str]:
    number = "plur" if "plur" in grammemes else "sing"
    return number, _gender_of(grammemes, pos)


def _nominatives(word: str, lang: str) -> list[Any]:
    if not _analyser(lang).word_is_known(word):
        return []
    return [
        p
        for p in _analyser(lang).parse(word)
        if p.is_known and str(p.tag.POS) in ("NOUN", "ADJF") and "nomn" in p.tag.grammemes and p.word == word
    ]


@cache
def dictionary_paradigms(word: str, lang: str) -> tuple[Paradigm, ...]:
    """Return the dictionary's paradigms for which ``word`` (lower case) is a nominative, likeliest reading only.

    A reading as a place (``Geox``) drives out every other; then inanimate nouns; then adjectives.

    Raises:
        PackError: pymorphy3 or its dictionary is not installed.
    """
    parses = [] if word in _DECLINED else _nominatives(word, lang)
    ranks: list[list[Any]] = [
        [p for p in parses if "Geox" in p.tag.grammemes],
        [p for p in parses if str(p.tag.POS) == "NOUN" and _is_thing(p)],
        [p for p in parses if str(p.tag.POS) == "ADJF"],
    ]
    chosen = next((rank for rank in ranks if rank), [])
    if lang == "uk":  # no Geox tag there: a town named by an adjective is listed as both
        chosen = ranks[1] + (ranks[2] if word.endswith(("ий", "ій", "а", "я", "е", "є", "і")) else [])
    return tuple(_paradigm_of(p) for p in chosen)


def _is_thing(parse: Any) -> bool:
    grammemes = parse.tag.grammemes
    return "inan" in grammemes and not grammemes & _PERSONAL


def is_adjective(word: str, lang: str) -> bool:
    """Tell whether the dictionary knows ``word`` as an adjective in the nominative."""
    return any(str(p.tag.POS) == "ADJF" for p in _nominatives(word, lang))


@cache
def other_readings(word: str, lang: str) -> frozenset[str]:
    """Say what else a form is besides a place name.

    Args:
        word: One lower-case word.
        lang: ``ru`` or ``uk``.

    Returns:
        Any of ``word`` (an ordinary word), ``name`` (a given name, patronymic or surname), ``adj`` (a form of an
        adjective in -ский, such as ``донецьку`` of ``донецький``); empty when the dictionary knows no other reading.

    Raises:
        PackError: pymorphy3 or its dictionary is not installed.
    """
    if not _analyser(lang).word_is_known(word):
        return frozenset()
    parses = [p for p in _analyser(lang).parse(word) if p.is_known and not _is_toponym(p, lang)]
    return frozenset(_reading(p) for p in parses)


def _reading(parse: Any) -> str:
    if parse.tag.grammemes & _PERSONAL:
        return "name"
    if str(parse.tag.POS) == "ADJF" and parse.normal_form.endswith(("ский", "цкий", "ський", "цький", "зький")):
        return "adj"
    return "word"


def _is_toponym(parse: Any, lang: str) -> bool:
    grammemes = parse.tag.grammemes
    if lang == "ru":
        return "Geox" in grammemes
    if str(parse.tag.POS) != "NOUN" or grammemes & _PERSONAL or "anim" in grammemes:
        return False
    # The Ukrainian dictionary writes a place's gender as fixed ("masc,inan nomn"), a thing's as free: "inan masc,nomn".
    return not str(parse.tag).startswith("NOUN,inan")
