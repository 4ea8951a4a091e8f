"""Latin spellings of Russian and Ukrainian place names, as official tables and newsrooms write them."""

import re
import unicodedata

_RU = {
    "а": "a", "б": "b", "в": "v", "г": "g", "д": "d", "е": "e", "з": "z", "и": "i", "й": "y", "к": "k",
    "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r", "с": "s", "т": "t", "у": "u", "ф": "f",
    "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ъ": "", "ы": "y", "ь": "", "э": "e", "ю": "yu",
    "я": "ya", "ж": "zh", "ё": "yo",
}  # fmt: skip
_UK = {
    "а": "a", "б": "b", "в": "v", "г": "h", "ґ": "g", "д": "d", "е": "e", "є": "ie", "ж": "zh", "з": "z",
    "и": "y", "і": "i", "ї": "i", "й": "i", "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p",
    "р": "r", "с": "s", "т": "t", "у": "u", "ф": "f", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch",
    "ь": "", "ю": "iu", "я": "ia", "'": "",
}  # fmt: skip
_UK_INITIAL = {"є": "ye", "ї": "yi", "й": "y", "ю": "yu", "я": "ya"}
_VOWELS = "аеёиоуыэюяъь"


def romanise_ru(name: str) -> str:
    """Return the usual English spelling of a Russian name: ``Елец`` -> ``Yelets``, ``Грозный`` -> ``Grozny``."""
    return " ".join("-".join(_ru_word(part) for part in word.split("-")) for word in name.split())


def _ru_word(word: str) -> str:
    lowered = re.sub(r"(ый|ий)$", "ы", word.lower())
    letters = [
        "ye" if c == "е" and (i == 0 or lowered[i - 1] in _VOWELS) else _RU.get(c, c) for i, c in enumerate(lowered)
    ]
    return _capital("".join(letters), word)


def romanise_uk(name: str) -> str:
    """Return the official Ukrainian romanisation (2010): ``Згурівка`` -> ``Zghurivka``."""
    return " ".join("-".join(_uk_word(part) for part in word.split("-")) for word in name.split())


def _uk_word(word: str) -> str:
    lowered = word.lower().replace("’", "'").replace("ʼ", "'").replace("зг", "zgh")  # зг would read as ж
    letters = [_UK_INITIAL.get(c, _UK.get(c, c)) if i == 0 else _UK.get(c, c) for i, c in enumerate(lowered)]
    return _capital("".join(letters), word)


def _capital(latin: str, model: str) -> str:
    return latin[:1].upper() + latin[1:] if model[:1].isupper() else latin


_STROKED = str.maketrans(
    {ord("ł"): "l", ord("Ł"): "L", ord("đ"): "d", ord("ø"): "o", ord("Ø"): "O", ord("ß"): "ss", ord("æ"): "ae"}
)


def plain_latin(name: str) -> str:
    """Drop accents and soft-sign apostrophes: ``Łódź`` -> ``Lodz``, ``Ryazan’`` -> ``Ryazan``."""
    swapped = name.translate(_STROKED)
    decomposed = unicodedata.normalize("NFKD", swapped)
    return re.sub(r"[’'ʼʹ`´]", "", "".join(c for c in decomposed if not unicodedata.combining(c)))


_ENDINGS = (
    ("iy", "y"),
    ("yy", "y"),
    ("yi", "y"),
    ("iy", "i"),
    ("oye", "oe"),
    ("aya", "aia"),
    ("yye", "ye"),
    ("iya", "ia"),
    ("iia", "ia"),
)


_RIVERS = (("Donu", "Don"), ("Kubani", "Kuban"), ("Amure", "Amur"), ("Obi", "Ob"), ("Volge", "Volga"))


def latin_variants(name: str) -> frozenset[str]:
    """Return a Latin name with the spellings it is met in: -iy/-yy/-y, -iya/-ia, -oye/-oe, ay/ai, Ye-/E-, -na-/-on-.

    Args:
        name: A name as GeoNames or a romanisation table writes it.
    """
    variants = {name, plain_latin(name)}
    for river, plain in _RIVERS:  # Slavyansk-na-Kubani, Slavyansk-on-Kuban
        variants |= {v.replace(f"-na-{river}", f"-on-{plain}") for v in variants}
        variants |= {v.replace(f"-on-{plain}", f"-na-{river}") for v in variants}
    for old, new in _ENDINGS:
        variants |= {re.sub(old + r"\b", new, v) for v in variants}
    variants |= {re.sub(r"([aeo])y(?=[bcdfghklmnprstvz])", r"\1i", v) for v in variants}  # Grayvoron, Graivoron
    variants |= {re.sub(r"\bYe(?=[bcdfghklmnprstvz])", "E", v) for v in variants}  # Yefremov, Efremov
    return frozenset(v for v in variants if v)
