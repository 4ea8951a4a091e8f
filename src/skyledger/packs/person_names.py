"""Case forms and spellings of names of persons and institutions: a build-time tool, never imported at run time.

Given names and dictionary surnames come from pymorphy3; surnames it does not know (most of them) follow the paradigm of
their ending, which is regular in both languages. Institutions: the head noun and the adjectives before it change, the
rest of the phrase is frozen.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import product
from typing import Any, Literal

from skyledger.errors import PackError

Gender = Literal["m", "f"]
Forms = tuple[frozenset[str], ...]
"""Six sets of forms of one word, in the order of :data:`CASES`."""

CASES = ("nomn", "gent", "datv", "accs", "ablt", "loct")
_ALSO = {"gen1": "gent", "gen2": "gent", "loc1": "loct", "loc2": "loct"}
_GENDER_TAG = {"m": "masc", "f": "femn"}
_HUSHERS = "жчшщ"
_VELARS = "кгх"
_CONSONANTS = "бвгґджзклмнпрстфхцчшщ"
_UK_SOFTENED = {"к": "ц", "г": "з", "х": "с"}
# Indeclinable second parts of institution names that the dictionaries guess wrongly.
_FROZEN_ENDINGS = ("обороны", "оборони", "энерго", "енерго")
_UK_LONG_ADJECTIVES = ("ая", "ую", "еє", "ії", "яя")
# One-letter words: "в Шапше" is "at Shapsha's", not "V. Shapsha", unless the surname stands in the nominative.
_ONE_LETTER_WORDS = frozenset("ваиоуксязійеє")


@dataclass(frozen=True, slots=True, kw_only=True)
class NameForm:
    """One way a person is called.

    Attributes:
        kind: ``full`` (given name and surname in either order), ``initial`` or ``surname``.
    """

    surface: str
    kind: Literal["full", "initial", "surname"]


@cache
def _analyser(lang: str) -> Any:
    try:
        import pymorphy3
    except ImportError as error:
        raise PackError("compiling speakers needs pymorphy3 and its dictionaries: install skyledger[packs]") from error
    try:
        return pymorphy3.MorphAnalyzer(lang=lang)
    except ValueError as error:
        raise PackError(f"pymorphy3 has no dictionary for {lang!r}: install skyledger[packs]") from error


def _frozen(word: str) -> Forms:
    return (frozenset({word}),) * len(CASES)


def _paradigm(stem: str, nominative: str, *endings: str) -> Forms:
    """Build forms from endings for the five oblique cases; ``/`` separates alternatives."""
    oblique = (frozenset(stem + e for e in ending.split("/")) for ending in endings)
    return (frozenset({nominative}), *oblique)


def _lexeme(parse: Any, lang: str, keep: Iterable[str] = ()) -> Forms:
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


def gender_of(given: str, lang: str) -> Gender:
    """Tell the gender of a given name; masculine when the dictionary does not know it."""
    for parse in _analyser(lang).parse(given.lower()):
        if "Name" in parse.tag and "nomn" in parse.tag:
            return "f" if "femn" in parse.tag else "m"
    return "m"


def given_forms(given: str, lang: str, gender: Gender) -> Forms:
    """Return the case forms of a given name, lower case."""
    word = given.lower().replace("ё", "е")
    for parse in _analyser(lang).parse(word):
        if {"Name", "nomn", _GENDER_TAG[gender]} <= parse.tag.grammemes and "plur" not in parse.tag.grammemes:
            return _lexeme(parse, lang)
    return surname_forms(word, lang, gender)


def surname_forms(surname: str, lang: str, gender: Gender) -> Forms:
    """Return the case forms of a surname, lower case: the dictionary's if it knows it, else by its ending."""
    word = surname.lower().replace("ё", "е")
    if _analyser(lang).word_is_known(word):
        for parse in _analyser(lang).parse(word):
            tag = parse.tag.grammemes
            if {"Surn", "nomn", _GENDER_TAG[gender]} <= tag and "plur" not in tag and "Fixd" not in tag:
                return _lexeme(parse, lang, () if lang == "uk" else (_GENDER_TAG[gender],))
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
        return _frozen(word)
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
    return _noun_in_a(word, "ru") if word.endswith(("а", "я")) else _frozen(word)


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
        return _frozen(word)
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
    return _noun_in_a(word, "uk") if word.endswith(("а", "я")) else _frozen(word)


def name_forms(name: str, lang: str, gender: Gender) -> tuple[NameForm, ...]:
    """Return every way a Russian or Ukrainian text may call a person.

    Args:
        name: Given name and surname (``"Владислав Шапша"``), or a surname alone.
        lang: ``ru`` or ``uk``.
        gender: Decides the paradigm.

    Returns:
        Surname alone, given name and surname in both orders, and initial with surname, in all cases.
    """
    *given, surname = name.split()
    surnames = surname_forms(surname, lang, gender)
    found = {NameForm(surface=form, kind="surname") for forms in surnames for form in forms}
    if given:
        firsts = given_forms(given[0], lang, gender)
        for first, last in zip(firsts, surnames, strict=True):
            for one, other in product(first, last):
                found |= {
                    NameForm(surface=f"{one} {other}", kind="full"),
                    NameForm(surface=f"{other} {one}", kind="full"),
                }
        found |= set(_initials(given[0][0].lower(), surnames))
    return tuple(sorted(found, key=lambda form: (form.kind, form.surface)))


def _initials(letter: str, surnames: Forms) -> Iterator[NameForm]:
    oblique = frozenset().union(*surnames[1:])
    for case, forms in zip(CASES, surnames, strict=True):
        for form in forms:
            if letter not in _ONE_LETTER_WORDS or (case == "nomn" and form not in oblique):
                yield NameForm(surface=f"{letter} {form}", kind="initial")


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
        return _frozen(word), True
    parses = [p for p in _analyser(lang).parse(bare.lower()) if "nomn" in p.tag.grammemes]
    adjective = next((p for p in parses if "ADJF" in p.tag.grammemes), None)
    noun = next((p for p in parses if "NOUN" in p.tag.grammemes), None)
    if has_next and adjective is not None and (noun is None or adjective.score >= noun.score):
        keep = [g for g in ("masc", "femn", "neut") if g in adjective.tag.grammemes]
        forms = _lexeme(adjective, lang, keep)
        if "femn" not in keep:  # an institution is inanimate: its accusative is its nominative
            forms = (*forms[:3], forms[0], *forms[4:])
        return forms, False
    if noun is not None:
        return _lexeme(noun, lang), True
    if bare.lower()[-1] not in _CONSONANTS:
        return _frozen(word), True
    forms = surname_forms(bare, lang, "m")
    return (*forms[:3], forms[0], *forms[4:]), True


_RU_TABLE = """
а=a б=b в=v г=g д=d е=e ж=zh з=z и=i й=y к=k л=l м=m н=n о=o п=p р=r с=s т=t у=u ф=f х=kh ц=ts ч=ch ш=sh щ=shch
ъ= ы=y ь= э=e ю=yu|iu я=ya|ia
"""
_UK_TABLE = """
а=a б=b в=v г=h|g ґ=g д=d е=e є=ie|ye ж=zh з=z и=y і=i ї=i й=i|y к=k л=l м=m н=n о=o п=p р=r с=s т=t у=u ф=f х=kh
ц=ts ч=ch ш=sh щ=shch ь= ю=iu|yu я=ia|ya '=
"""


def _read_letters(table: str) -> dict[str, str]:
    return {letter: latin for letter, _, latin in (pair.partition("=") for pair in table.split())}


_RU_LATIN, _UK_LATIN = _read_letters(_RU_TABLE), _read_letters(_UK_TABLE)
_RU_CLUSTERS = {"ий": "y|i|iy", "ый": "y|yy", "ей": "ey|ei", "кс": "ks|x", "ье": "ye|ie", "ае": "aye|ae", "ья": "ya|ia"}
_UK_CLUSTERS = {"ий": "yi|y|yy", "ій": "ii|iy", "ьо": "io|yo", "зг": "zgh"}
_RU_INITIAL = {"е": "ye|e"}
_UK_INITIAL = {"є": "ye", "ї": "yi", "й": "y", "ю": "yu", "я": "ya"}
_MOST_SPELLINGS = 16


def latin_spellings(word: str, lang: str) -> tuple[str, ...]:
    """Return the common Latin spellings of a Cyrillic name, lower case, at most sixteen.

    Russian follows what news agencies write (BGN/PCGN without signs, with the usual endings), Ukrainian the national
    romanisation of 2010 with the older ``y`` for ``i``.
    """
    letters, clusters, initial = (
        (_RU_LATIN, _RU_CLUSTERS, _RU_INITIAL) if lang == "ru" else (_UK_LATIN, _UK_CLUSTERS, _UK_INITIAL)
    )
    text = word.lower().replace("ё", "е").replace("’", "'")
    parts: list[list[str]] = []
    at = 0
    while at < len(text):
        pair = text[at : at + 2]
        if pair in clusters:
            parts.append(clusters[pair].split("|"))
            at += 2
            continue
        options = initial.get(text[0]) if at == 0 else None
        parts.append((options or letters.get(text[at], text[at])).split("|"))
        at += 1
    spellings = ("".join(choice) for choice in product(*parts))
    return tuple(dict.fromkeys(s for s, _ in zip(spellings, range(_MOST_SPELLINGS), strict=False)))
