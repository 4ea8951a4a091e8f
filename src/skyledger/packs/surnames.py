"""Case forms of surnames: a build-time tool, never imported at run time.

Dictionary surnames come from pymorphy3; those it does not know (most of them) follow the paradigm of their ending,
which is regular in both languages.
"""

from collections.abc import Iterable
from typing import Any, Literal

from skyledger.packs.inflect_slavic import analyser

Gender = Literal["m", "f"]
Forms = tuple[frozenset[str], ...]
"""Six sets of forms of one word, in the order of :data:`CASES`."""

CASES = ("nomn", "gent", "datv", "accs", "ablt", "loct")
_ALSO = {"gen1": "gent", "gen2": "gent", "loc1": "loct", "loc2": "loct"}
GENDER_TAG = {"m": "masc", "f": "femn"}
_HUSHERS = "жчшщ"
_VELARS = "кгх"
CONSONANTS = "бвгґджзклмнпрстфхцчшщ"
_UK_SOFTENED = {"к": "ц", "г": "з", "х": "с"}
_UK_LONG_ADJECTIVES = ("ая", "ую", "еє", "ії", "яя")


def frozen(word: str) -> Forms:
    """Return the forms of a word that never changes."""
    return (frozenset({word}),) * len(CASES)


def _paradigm(stem: str, nominative: str, *endings: str) -> Forms:
    """Build forms from endings for the five oblique cases; ``/`` separates alternatives."""
    oblique = (frozenset(stem + e for e in ending.split("/")) for ending in endings)
    return (frozenset({nominative}), *oblique)


def lexeme(parse: Any, lang: str, keep: Iterable[str] = ()) -> Forms:
    """Collect the case forms of a pymorphy3 parse that share the grammemes ``keep`` and its number."""
    plural = "plur" in parse.tag.grammemes
    by_case: dict[str, set[str]] = {case: set() for case in CASES}
    for form in parse.lexeme:
        grammemes = form.tag.grammemes
        if ("plur" in grammemes) != plural or not all(g in grammemes for g in keep) or _is_marked(form, lang):
            continue
        for grammeme in grammemes:
            case = _ALSO.get(grammeme, grammeme)
            if case in by_case:
                by_case[case].add(form.word)
    by_case["nomn"].add(parse.word)
    return tuple(frozenset(by_case[case] or {parse.word}) for case in CASES)


def _is_marked(form: Any, lang: str) -> bool:
    """Tell superlatives and old or poetic variants (командованье, Шапшею, військовая) from ordinary forms."""
    grammemes = form.tag.grammemes
    if "Supr" in grammemes or any(grammeme.startswith("V-") for grammeme in grammemes):
        return True
    return lang == "uk" and "ADJF" in grammemes and form.word.endswith(_UK_LONG_ADJECTIVES)


def surname_forms(surname: str, lang: str, gender: Gender) -> Forms:
    """Return the case forms of a surname, lower case: the dictionary's if it knows it, else by its ending."""
    word = surname.lower().replace("ё", "е")
    if analyser(lang).word_is_known(word):
        for parse in analyser(lang).parse(word):
            tag = parse.tag.grammemes
            if {"Surn", "nomn", GENDER_TAG[gender]} <= tag and "plur" not in tag and "Fixd" not in tag:
                return lexeme(parse, lang, () if lang == "uk" else (GENDER_TAG[gender],))
    if lang == "ru":
        return _russian_man(word) if gender == "m" else _russian_woman(word)
    return _ukrainian_man(word) if gender == "m" else _ukrainian_woman(word)


def _noun_in_a(word: str, lang: str) -> Forms:
    """Return the forms of a name in -а/-я, the same for men and women: Шапша, Кулеба, Руденя, Негода."""
    stem, last = word[:-1], word[-1]
    if lang == "ru":
        if last == "я":
            return _paradigm(stem, word, "и", "е", "ю", "ей", "е")
        genitive = "и" if stem[-1] in _VELARS + _HUSHERS else "ы"
        instrumental = "ей/ой" if stem[-1] in _HUSHERS + "ц" else "ой"  # the stress, which is unknown, decides
        return _paradigm(stem, word, genitive, "е", "у", instrumental, "е")
    if last == "я":
        return _paradigm(stem, word, "і", "і", "ю", "ею", "і")
    if stem[-1] in _HUSHERS:
        return _paradigm(stem, word, "і", "і", "у", "ею/ою", "і")
    soft = stem[:-1] + _UK_SOFTENED.get(stem[-1], stem[-1]) + "і"
    base = _paradigm(stem, word, "и", "", "у", "ою", "")
    return (base[0], base[1], frozenset({soft}), base[3], base[4], frozenset({soft}))


def _russian_man(word: str) -> Forms:
    stem = word[:-1]
    if word.endswith(("ов", "ев", "ин", "ын")):
        return _paradigm(word, word, "а", "у", "а", "ым", "е")
    if word.endswith(("ый", "ой")):
        return _paradigm(word[:-2], word, "ого", "ому", "ого", "ым", "ом")
    if word.endswith(("ский", "цкий")):
        return _paradigm(word[:-2], word, "ого", "ому", "ого", "им", "ом")
    if word.endswith(("а", "я")):
        return _noun_in_a(word, "ru")
    if word.endswith(("их", "ых")) or word[-1] in "оеиуыэю":
        return frozen(word)
    if word.endswith("ий"):  # Гамалий: -ии in the locative
        return _paradigm(stem, word, "я", "ю", "я", "ем", "и")
    if word[-1] in "йь":
        return _paradigm(stem, word, "я", "ю", "я", "ем", "е")
    if word.endswith("ец") and len(word) > 4:  # Табурец: both Табурца and Табуреца are written
        return tuple(a | b for a, b in zip(_consonant_ru(word), _paradigm(word[:-2], word, *_EC_RU), strict=True))
    return _consonant_ru(word)


_EC_RU = ("ца", "цу", "ца", "цом/цем", "це")


def _consonant_ru(word: str) -> Forms:
    return _paradigm(word, word, "а", "у", "а", "ем" if word[-1] in _HUSHERS + "ц" else "ом", "е")


def _russian_woman(word: str) -> Forms:
    if word.endswith(("ова", "ева", "ина", "ына")):
        return _paradigm(word[:-1], word, "ой", "ой", "у", "ой", "ой")
    if word.endswith("ая"):
        return _paradigm(word[:-2], word, "ой", "ой", "ую", "ой", "ой")
    return _noun_in_a(word, "ru") if word.endswith(("а", "я")) else frozen(word)


def _ukrainian_man(word: str) -> Forms:
    stem = word[:-1]
    if word.endswith(("ов", "ев", "єв", "їв", "ин", "ін", "їн")):
        return _paradigm(word, word, "а", "у/ові", "а", "им", "у/і/ові")
    if word.endswith("ий"):
        return _paradigm(word[:-2], word, "ого", "ому", "ого", "им", "ому/ім")
    if word.endswith(("а", "я")):
        return _noun_in_a(word, "uk")
    if word.endswith("о"):
        return _paradigm(stem, word, "а", "у/ові", "а", "ом", "у/ові")
    if word.endswith(("их", "іх")) or word[-1] in "еиіуюїє":
        return frozen(word)
    if word.endswith("ець") and len(word) > 4:
        return _paradigm(word[:-3], word, "ця", "цю/цеві", "ця", "цем", "цю/цеві/ці")
    if word[-1] == "й":
        return _paradigm(stem, word, "я", "ю/єві", "я", "єм", "ю/єві/ї")
    if word[-1] == "ь":
        return _paradigm(stem, word, "я", "ю/еві", "я", "ем", "ю/еві/і")
    if word[-1] in _HUSHERS:
        return _paradigm(word, word, "а", "у/еві", "а", "ем", "у/еві/і")
    return _paradigm(word, word, "а", "у/ові", "а", "ом", "у/ові/і")


def _ukrainian_woman(word: str) -> Forms:
    if word.endswith(("ова", "ева", "єва", "іна", "їна", "ська", "цька", "тна", "орна")):
        return _paradigm(word[:-1], word, "ої", "ій", "у", "ою", "ій")
    return _noun_in_a(word, "uk") if word.endswith(("а", "я")) else frozen(word)
