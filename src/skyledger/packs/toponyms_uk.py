"""Ukrainian declension by ending, for place names that no dictionary lists."""

from skyledger.packs.toponyms_lexeme import Paradigm

_HUSHING = "жшчщ"
_VOWELS = "аеєиіїоуюя"
_SOFTENED = {"г": "з", "к": "ц", "х": "с"}
# Closed syllable to open syllable: the vowel that comes back in every case but the nominative.
_OPENING = (
    ("піль", "поль"),
    ("ріг", "рог"),
    ("діл", "дол"),
    ("міль", "моль"),
    ("сіль", "соль"),
    ("стіл", "стол"),
    ("гір", "гор"),
    ("камінь", "камень"),
    ("пінь", "пень"),
    ("їв", "єв"),
    ("чів", "чев"),
    ("жів", "жев"),
    ("шів", "шев"),
    ("ьвів", "ьвов"),
    ("ів", "ов"),
)


def _cases(nom: str, gen: str, dat: str, acc: str, ins: str, loc: str) -> Paradigm:
    """Build a paradigm; alternatives are separated by ``|``."""
    names = ("nom", "gen", "dat", "acc", "ins", "loc")
    return {name: set(forms.split("|")) for name, forms in zip(names, (nom, gen, dat, acc, ins, loc), strict=True)}


def looks_adjectival_uk(word: str) -> bool:
    """Tell whether ``word`` ends as an adjective in the nominative that no noun ends in."""
    if len(word) < 4:
        return False
    return word.endswith(("ий", "ський", "ська", "цька", "зька", "ське", "цьке", "зьке", "ські", "цькі", "зькі"))


def adjective_uk(word: str) -> Paradigm:
    """Decline an adjective in the gender or number its ending shows."""
    if word.endswith("ий"):
        s = word[:-2]
        return _cases(word, s + "ого", s + "ому", word, s + "им", s + "ому")
    if word.endswith("ій"):
        s = word[:-2]
        return _cases(word, s + "ього", s + "ьому", word, s + "ім", s + "ьому")
    s, ending = word[:-1], word[-1]
    if ending == "а":
        return _cases(word, s + "ої", s + "ій", s + "у", s + "ою", s + "ій")
    if ending == "я":
        return _cases(word, s + "ьої", s + "ій", s + "ю", s + "ьою", s + "ій")
    if ending == "е":
        if word.endswith("нє"):
            return _cases(word, s + "ього", s + "ьому", word, s + "ім", s + "ьому")
        return _cases(word, s + "ого", s + "ому", word, s + "им", s + "ому")
    hard = ending == "і" and not word.endswith(("шні", "жні", "дні"))
    v = "и" if hard else "і"
    return _cases(word, f"{s}{v}х|{s}их", f"{s}{v}м|{s}им", word, f"{s}{v}ми|{s}ими", f"{s}{v}х|{s}их")


def possessive_uk(word: str) -> Paradigm:
    """Decline a possessive before a noun: ``Часів`` (Яр) -> ``Часового``."""
    s = _open(word)
    return _cases(word, s + "ого", s + "ому", word, s + "им", s + "ому")


def noun_uk(word: str) -> Paradigm:
    """Decline a place name by its ending; where gender or type cannot be told, give both forms."""
    last, s = word[-1], word[:-1]
    if last == "а":
        return _feminine_a(word)
    if last == "я":
        if s and (s[-1] == "'" or (len(s) > 2 and s[-1] == s[-2]) or s.endswith("сть")):
            return _cases(word, word, s + "ю", word, s + "ям", f"{s}і|{s}ю|{s}ї" if s[-1] == "'" else f"{s}і|{s}ю")
        i, e = ("ї", "є") if s[-1] in _VOWELS + "'" else ("і", "е")
        return _cases(word, s + i, s + i, s + "ю", f"{s}{e}ю", s + i)
    if last == "о" and len(word) > 3 and s[-1] not in _VOWELS:
        return _cases(word, s + "а", f"{s}у|{s}ові", word, s + "ом", f"{_soften(s)}і|{s}у|{s}ові")
    if last == "е":
        return _neuter_e(word)
    if last in "иії" and len(word) > 3:
        return _plural(word)
    if last in _VOWELS:
        return _cases(word, word, word, word, word, word)
    if last == "ь":
        return _soft_sign(word)
    return _masculine(word)


def _soften(stem: str) -> str:
    return stem[:-1] + _SOFTENED.get(stem[-1], stem[-1])


def _feminine_a(word: str) -> Paradigm:
    s = word[:-1]
    if s[-1] in _VOWELS:
        return _cases(word, word, word, word, word, word)
    hushing = s[-1] in _HUSHING + "ц"
    locative = _soften(s) + "і"
    return _cases(word, s + ("і" if hushing else "и"), locative, s + "у", s + ("ею" if hushing else "ою"), locative)


def _neuter_e(word: str) -> Paradigm:
    s = word[:-1]
    if word.endswith(("ще", "це", "ле", "ре")):
        return _cases(word, s + "а", s + "у", word, s + "ем", f"{s}і|{s}у")
    return adjective_uk(word)


def _plural(word: str) -> Paradigm:
    s, last = word[:-1], word[-1]
    if last == "ї":
        return _cases(word, f"{s}їв|{s}й", s + "ям", word, s + "ями", s + "ях")
    a = "я" if last == "і" and s[-1] not in _HUSHING else "а"
    genitives = [s + "ів"]
    if s[-1] == "к" and len(s) > 2 and s[-2] not in _VOWELS:
        genitives.append((s[:-2] if s[-2] == "ь" else s[:-1]) + "ок")
    elif last == "и" and s[-1] in "нл" and len(s) > 3 and s[-2] not in _VOWELS + "ьй":
        genitives += [s, f"{s[:-1]}е{s[-1]}"]
    elif last == "и" or s[-1] == "ц":
        genitives.append(s if last == "и" else s + "ь")
    else:
        genitives.append(s + "ей")
    return _cases(word, "|".join(genitives), f"{s}{a}м", word, f"{s}{a}ми", f"{s}{a}х")


def _soft_sign(word: str) -> Paradigm:
    s = word[:-1]
    if word.endswith(("ець", "єць")):
        stem = s[:-2] + ("йц" if word.endswith("єць") else "ц")
        return _cases(word, stem + "я", f"{stem}ю|{stem}еві", word, stem + "ем", f"{stem}і|{stem}ю")
    opened = _open(word)[:-1]
    masculine = _cases(word, opened + "я", f"{opened}ю|{opened}еві", word, opened + "ем", f"{opened}і|{opened}ю")
    if word.endswith(("піль", "камінь", "пінь", "тель")):
        return masculine
    feminine = _cases(word, s + "і", s + "і", word, f"{s}{s[-1]}ю|{s}ю", s + "і")
    return {case: masculine[case] | feminine[case] for case in masculine}


def _open(word: str) -> str:
    for closed, opened in _OPENING:
        if word.endswith(closed):
            return word[: -len(closed)] + opened
    return word


def _masculine(word: str) -> Paradigm:
    if word.endswith("й"):
        s = word[:-1]
        return _cases(word, s + "я", f"{s}ю|{s}єві", word, s + "єм", f"{s}ї|{s}ю")
    if word.endswith(("ськ", "цьк", "зьк", "град", "город")):
        i = "у" if word.endswith("к") else "і"
        return _cases(word, word + "а", word + "у", word, word + "ом", f"{word}{i}|{word}у")
    stems = [_open(word)]
    if word.endswith(("ок", "ек")) and len(word) > 4:
        stems.append(word[:-2] + "к")
    e = "ем" if word[-1] in _HUSHING + "ц" else "ом"
    return _cases(
        word,
        "|".join(f"{s}а|{s}у" for s in stems),
        "|".join(f"{s}у|{s}ові" for s in stems),
        word,
        "|".join(s + e for s in stems) + (f"|{stems[0]}им" if word.endswith(("ів", "їв")) else ""),
        "|".join(f"{_soften(s)}і|{s}у|{s}ові" for s in stems),
    )
