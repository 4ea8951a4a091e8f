"""Russian declension by ending, for place names that no dictionary lists."""

from skyledger.packs.toponyms_lexeme import Paradigm

_VELAR = "гкх"
_HUSHING = "жшчщ"
_VOWELS = "аеёиоуыэюя"
_ADJ_ENDINGS = {
    "ый": "m",
    "ий": "m",
    "ой": "m",
    "ая": "f",
    "яя": "f",
    "ое": "n",
    "ее": "n",
    "ые": "p",
    "ие": "p",
}


def _cases(nom: str, gen: str, dat: str, acc: str, ins: str, loc: str) -> Paradigm:
    """Build a paradigm; alternatives are separated by ``|``."""
    names = ("nom", "gen", "dat", "acc", "ins", "loc")
    return {name: set(forms.split("|")) for name, forms in zip(names, (nom, gen, dat, acc, ins, loc), strict=True)}


def indeclinable_ru(word: str) -> Paradigm:
    """Return the same form six times."""
    return _cases(word, word, word, word, word, word)


def looks_adjectival_ru(word: str) -> bool:
    """Tell whether ``word`` ends as a full adjective in the nominative."""
    return len(word) > 4 and word[-2:] in _ADJ_ENDINGS


def adjective_ru(word: str) -> Paradigm:
    """Decline an adjective in the gender or number its ending shows."""
    stem, ending = word[:-2], word[-2:]
    soft = ending in ("яя",) or (ending in ("ее", "ий", "ие") and stem[-1] not in _VELAR)
    vowel = "и" if soft or stem[-1] in _VELAR + _HUSHING else "ы"
    oblique = "е" if soft else "о"
    kind = _ADJ_ENDINGS[ending]
    if kind == "f":
        form = f"{stem}{oblique}й"
        return _cases(word, form, form, stem + ("юю" if soft and ending == "яя" else "ую"), form, form)
    if kind == "p":
        return _cases(word, f"{stem}{vowel}х", f"{stem}{vowel}м", word, f"{stem}{vowel}ми", f"{stem}{vowel}х")
    return _cases(word, f"{stem}{oblique}го", f"{stem}{oblique}му", word, f"{stem}{vowel}м", f"{stem}{oblique}м")


def possessive_ru(word: str) -> Paradigm:
    """Decline a possessive before a noun: ``Матвеев`` (Курган), ``Матвеева`` (Гора)."""
    if word[-1] == "а":
        s = word[:-1]
        return _cases(word, s + "ой", s + "ой", s + "у", s + "ой", s + "ой")
    return _cases(word, word + "а", word + "у", word, word + "ым", word + "ом")


def noun_ru(word: str) -> Paradigm:
    """Decline a place name by its ending; where gender or a vowel that drops cannot be told, give both forms."""
    last = word[-1]
    if word.endswith(("ье", "ие")):
        stem = word[:-1]
        return _cases(word, stem + "я", stem + "ю", word, stem + "ем", stem + ("е" if word.endswith("ье") else "и"))
    if word.endswith(("ще", "це")):
        stem = word[:-1]
        return _cases(word, stem + "а", stem + "у", word, stem + "ем", word)
    if last == "о" and len(word) > 3 and word[-2] not in _VOWELS:
        s = word[:-1]
        return _cases(word, f"{s}а|{word}", f"{s}у|{word}", word, f"{s}ом|{word}", f"{s}е|{word}")
    if last == "а":
        return _feminine_a(word)
    if last == "я":
        s = word[:-1]
        dative = s + ("и" if s.endswith("и") else "е")
        return _cases(word, s + "и", dative, s + "ю", s + "ей", dative)
    if last in "ыи":
        return _plural(word)
    if last == "ь":
        return _soft_sign(word)
    if last in _VOWELS:
        return indeclinable_ru(word)
    return _masculine(word)


def _feminine_a(word: str) -> Paradigm:
    s = word[:-1]
    if not s or s[-1] in _VOWELS:
        return indeclinable_ru(word)
    genitive = s + ("и" if s[-1] in _VELAR + _HUSHING else "ы")
    instrumental = f"{s}ой|{s}ей" if s[-1] in _HUSHING + "ц" else s + "ой"
    return _cases(word, genitive, s + "е", s + "у", instrumental, s + "е")


def _plural(word: str) -> Paradigm:
    s = word[:-1]
    soft = word[-1] == "и" and s[-1] not in _VELAR + _HUSHING
    a = "я" if soft else "а"
    return _cases(word, "|".join(_plural_genitives(s, soft)), f"{s}{a}м", word, f"{s}{a}ми", f"{s}{a}х")


def _plural_genitives(stem: str, soft: bool) -> list[str]:
    if soft:
        return [stem + "ей", stem + "ь"] if stem[-1] not in _VOWELS else [stem + "ев", stem + "й"]
    if stem[-1] in _HUSHING:
        return [stem + "ей", stem]
    if stem[-1] == "ц":
        return [stem + "ов", stem + "ев", stem]
    if stem[-1] == "к" and len(stem) > 2 and stem[-2] not in _VOWELS:
        before = stem[:-2] if stem[-2] == "ь" else stem[:-1]
        return [before + ("ек" if stem[-2] in _HUSHING + "ь" else "ок"), stem + "ов"]
    if stem[-1] in "нл" and len(stem) > 3 and stem[-2] not in _VOWELS + "ьй":
        return [f"{stem[:-1]}е{stem[-1]}", stem, stem + "ов"]
    return [stem, stem + "ов"]


def _soft_sign(word: str) -> Paradigm:
    s = word[:-1]
    if word.endswith(("поль", "вль", "мль", "рель")):
        return _cases(word, s + "я", s + "ю", word, s + "ем", s + "е")
    if word.endswith(("ань", "ень", "ынь", "чь", "щь", "жь", "шь", "сть", "дь")):
        return _cases(word, s + "и", s + "и", word, s + "ью", s + "и")
    return _cases(word, f"{s}и|{s}я", f"{s}и|{s}ю", word, f"{s}ью|{s}ем", f"{s}и|{s}е")


def _masculine(word: str) -> Paradigm:
    if word.endswith("й"):
        s = word[:-1]
        return _cases(word, s + "я", s + "ю", word, s + "ем", s + ("и" if s.endswith("и") else "е"))
    stems = [word]
    if word.endswith("ец") and len(word) > 3:
        before = word[:-2]
        stems.append(before + ("ьц" if before[-1] == "л" else "йц" if before[-1] in _VOWELS else "ц"))
    elif word.endswith(("ок", "ек")) and len(word) > 4:
        stems.append(word[:-2] + "к")
    hushing = word[-1] in _HUSHING + "ц"
    return _cases(
        word,
        "|".join(s + "а" for s in stems),
        "|".join(s + "у" for s in stems),
        word,
        "|".join([s + "ом" for s in stems] + ([s + "ем" for s in stems] if hushing else [])),
        "|".join(s + "е" for s in stems),
    )
