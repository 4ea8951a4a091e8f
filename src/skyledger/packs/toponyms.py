"""Case forms of Russian and Ukrainian place names, generated when packs are compiled.

The head noun decides: adjectives before it and after it agree, what follows a preposition stands still, a name in
apposition both stands still and agrees ("в Республике Татарстан", "в городе Москве"). Where a paradigm cannot be told,
the union of the possible ones is given: a form too many costs little, a form too few loses a claim.
"""

import re
from functools import cache
from itertools import product

from skyledger.packs.toponyms_lexeme import CASES, Paradigm, dictionary_paradigms, is_adjective, merge
from skyledger.packs.toponyms_ru import adjective_ru, indeclinable_ru, looks_adjectival_ru, noun_ru, possessive_ru
from skyledger.packs.toponyms_uk import adjective_uk, looks_adjectival_uk, noun_uk, possessive_uk

_PREPOSITIONS = frozenset(
    {"near", "біля", "в", "во", "до", "за", "им", "имени", "на", "над", "по", "под", "при", "під", "у", "ім", "імені"}
)
_STILL = frozenset({"ел", "коми", "комі", "марий", "марій", "усть", "эл"})
# Heads after which a name stands still in careful texts: the name itself may still be declined by the careless.
_APPOSITIVE_HEADS = frozenset(
    {"аеропорт", "аэропорт", "жудец", "жудець", "обл", "область", "повіт", "республика", "республіка", "уезд"}
)
_SEPARATED = re.compile(r"[\s\-–—()«»\"]+")
_BOUND = re.compile(r"([\w']+)-(?=[\w'])")
_LETTERS = re.compile(r"[а-яёіїєґ']+")


@cache
def case_forms(name: str, lang: str) -> frozenset[str]:
    """Return every case form of a place name, lower case, words joined by one space.

    Args:
        name: The name in the nominative, in any letter case: ``Ростов-на-Дону``, ``Кривий Ріг``.
        lang: ``ru`` or ``uk``.

    Returns:
        Forms including the nominative. Hyphens become spaces, as in scanned texts.

    Raises:
        PackError: pymorphy3 or its dictionary is not installed.
    """
    lowered = name.lower().replace("’", "'").replace("ʼ", "'")
    words = [w for w in _SEPARATED.split(lowered) if w]
    bound = {m.group(1) for m in _BOUND.finditer(lowered)}
    columns = _columns(words, bound, lang)
    forms: set[str] = {" ".join(words)}
    for case in CASES:
        options = [_current(column[case], case, lang) for column in columns]
        forms.update(" ".join(choice) for choice in product(*options))
    return frozenset(forms)


def _current(forms: set[str], case: str, lang: str) -> list[str]:
    """Drop forms nobody writes in a bulletin: "Москвою", "республикою" in Russian, "Кам'янськім" in Ukrainian."""
    if lang == "ru" and case == "ins":
        return sorted(f for f in forms if not f.endswith(("ою", "ею"))) or sorted(forms)
    if lang == "uk" and case == "loc":
        return sorted(f for f in forms if not f.endswith(("ськім", "цькім"))) or sorted(forms)
    return sorted(forms)


@cache
def adjective_forms(masculine: str, lang: str) -> frozenset[str]:
    """Return all genders, numbers and cases of an adjective given as ``калужский`` or ``Ивано-Франковский``."""
    return _agreeing(masculine, lang, "mfnp")


@cache
def district_adjective_forms(masculine: str, lang: str) -> frozenset[str]:
    """Return the forms a district's adjective is met in: masculine and plural, in Ukrainian feminine too (громада)."""
    return _agreeing(masculine, lang, "mp" if lang == "ru" else "mfp")


@cache
def community_adjective_forms(masculine: str) -> frozenset[str]:
    """Return the forms of a Ukrainian adjective that go with "громада": feminine and plural."""
    return _agreeing(masculine, "uk", "fp")


@cache
def works_adjective_forms(masculine: str, lang: str) -> frozenset[str]:
    """Return the forms of a town's adjective that go with one plant or port: all genders in the singular."""
    return _agreeing(masculine, lang, "mfn")


def _agreeing(masculine: str, lang: str, genders: str) -> frozenset[str]:
    words = [w for w in _SEPARATED.split(masculine.lower()) if w]
    prefix, stem = " ".join(words[:-1]), words[-1][:-2]
    if lang == "ru":
        soft = words[-1].endswith("ний")
        y = "и" if soft or stem[-1] in "гкхжшчщ" else "ы"
        endings = {"f": "яя" if soft else "ая", "n": "ее" if soft else "ое", "p": y + "е"}
    else:
        endings = {"f": "а", "n": "е", "p": "і"}
    decline = adjective_ru if lang == "ru" else adjective_uk
    paradigms = [decline(words[-1] if g == "m" else stem + endings[g]) for g in genders]
    forms = {form for paradigm in paradigms for cases in paradigm.values() for form in cases}
    return frozenset(f"{prefix} {form}".strip() for form in forms)


def _columns(words: list[str], bound: set[str], lang: str) -> list[Paradigm]:
    if len(words) == 1:
        return [_single(words[0], lang)]
    frozen_from = next((i for i, w in enumerate(words) if w in _PREPOSITIONS and i > 0), len(words))
    adjectival = [_is_adjectival(w, lang) for w in words]
    possessive = frozen_from > 1 and not adjectival[1] and _is_possessive(words[0], bound, lang)
    adjectival[0] = adjectival[0] or possessive
    head = next((i for i in range(frozen_from) if not adjectival[i] and not _is_prefix(words, i, bound, lang)), -1)
    if head < 0:
        head = frozen_from - 1
        adjectival[head] = False
    if words[0] in _APPOSITIVE_HEADS and len(words) > 2:
        return [_single(words[0], lang), *(indeclinable_ru(w) for w in words[1:])]
    columns: list[Paradigm] = []
    for i, word in enumerate(words):
        if i == 0 and possessive:
            columns.append(possessive_ru(word) if lang == "ru" else possessive_uk(word))
        elif i >= frozen_from or word in _STILL or (i < head and not adjectival[i]) or not _LETTERS.fullmatch(word):
            columns.append(indeclinable_ru(word))
        elif adjectival[i]:
            columns.append(_adjective(word, lang))
        elif i == head:
            still = lang == "uk" and i == 0 and word in bound and len(words) > 1 and adjectival[1]
            own = _single(word, lang)  # "у Новгороді-Сіверському" and "у Новгород-Сіверському"
            columns.append(merge([own, indeclinable_ru(word)]) if still else own)
        else:
            columns.append(_apposed(word, words[head], lang))
    return columns


def _is_possessive(word: str, bound: set[str], lang: str) -> bool:
    if word in bound:
        return False
    return word.endswith(("ов", "ев", "ин", "ова", "ева", "ина") if lang == "ru" else ("ів", "їв"))


def _apposed(word: str, head: str, lang: str) -> Paradigm:
    still = indeclinable_ru(word)
    return still if head in _APPOSITIVE_HEADS and word in _STILL else merge([still, _single(word, lang)])


def _is_prefix(words: list[str], i: int, bound: set[str], lang: str) -> bool:
    """Tell whether word ``i`` is a bound first part that never changes: ``санкт``, ``ивано``, ``усть``, ``орехово``."""
    if words[i] not in bound or i + 1 >= len(words) or words[i + 1] in _PREPOSITIONS:
        return False
    if i > 0 and not all(_is_prefix(words, j, bound, lang) or _is_adjectival(words[j], lang) for j in range(i)):
        return False
    agrees = _is_adjectival(words[i + 1], lang) and not words[i].endswith(("о", "е"))
    return not agrees or words[i] in ("ханты", "ханти")


def _is_adjectival(word: str, lang: str) -> bool:
    if word in _STILL:
        return False
    if lang == "ru":
        return looks_adjectival_ru(word) or (len(word) > 3 and is_adjective(word, lang))
    return looks_adjectival_uk(word) or (word[-1] in "аеєіяй" and is_adjective(word, lang))


def _adjective(word: str, lang: str) -> Paradigm:
    if lang == "ru":
        return adjective_ru(word) if looks_adjectival_ru(word) else merge(dictionary_paradigms(word, lang))
    return adjective_uk(word)


def _single(word: str, lang: str) -> Paradigm:
    if word in _STILL or len(word) < 2:
        return indeclinable_ru(word)
    known = dictionary_paradigms(word, lang)
    if lang == "ru":
        by_rule = adjective_ru(word) if looks_adjectival_ru(word) else noun_ru(word)
        extra = [by_rule] if not known or word.endswith("о") else []
    else:
        by_rule = adjective_uk(word) if looks_adjectival_uk(word) else noun_uk(word)
        clear = word[-1] in _UK_CLEAR_ENDINGS or word.endswith(("ий", "ій"))
        extra = [] if known and clear else [by_rule]
        if word.endswith(("ова", "ева")) and len(word) > 5:
            extra.append(adjective_uk(word))
    return merge([*known, *extra, {"nom": {word}, "acc": {word}} if word[-1] not in "ая" else {"nom": {word}}])


# Feminine names decline one way, so that the dictionary is enough; masculine ones waver between -а and -у.
_UK_CLEAR_ENDINGS = "аяьії"
