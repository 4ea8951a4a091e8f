"""Latin spellings of Russian and Ukrainian place names, as official tables and newsrooms write them."""

import re
import unicodedata

_RU = dict(
    zip(
        "абвгдезийклмнопрстуфхцчшщъыьэюя",
        "a b v g d e z i y k l m n o p r s t u f kh ts ch sh shch  y  e yu ya".split(" "),
        strict=True,
    )
) | {"ж": "zh", "ё": "yo"}
_UK = dict(
    zip(
        "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя'",
        "a b v h g d e ie zh z y i i i k l m n o p r s t u f kh ts ch sh shch  iu ia ".split(" "),
        strict=True,
    )
)
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
    """Return the official Ukrainian romanisation (2010): ``Згурівка`` -> ``Zghurivka``, ``Бориспіль`` -> ``Boryspil``."""
    return " ".join("-".join(_uk_word(part) for part in word.split("-")) for word in name.split())


def _uk_word(word: str) -> str:
    lowered = word.lower().replace("’", "'").replace("ʼ", "'")
    letters = [_UK_INITIAL.get(c, _UK.get(c, c)) if i == 0 else _UK.get(c, c) for i, c in enumerate(lowered)]
    return _capital("".join(letters).replace("зг", "zgh"), word)


def _capital(latin: str, model: str) -> str:
    return latin[:1].upper() + latin[1:] if model[:1].isupper() else latin


def plain_latin(name: str) -> str:
    """Drop accents and soft-sign apostrophes: ``Łódź`` -> ``Lodz``, ``Ryazan’`` -> ``Ryazan``."""
    swapped = name.translate(str.maketrans({"ł": "l", "Ł": "L", "đ": "d", "ø": "o", "Ø": "O", "ß": "ss", "æ": "ae"}))
    decomposed = unicodedata.normalize("NFKD", swapped)
    return re.sub(r"[’'ʼʹ`´]", "", "".join(c for c in decomposed if not unicodedata.combining(c)))


def latin_variants(name: str) -> frozenset[str]:
    """Return a Latin name with the spellings it is met in: ending -iy/-yy/-y, -oye/-oe, Y or not before e.

    Args:
        name: A name as GeoNames or a romanisation table writes it.
    """
    variants = {name, plain_latin(name)}
    for old, new in (("iy", "y"), ("yy", "y"), ("yi", "y"), ("iy", "i"), ("oye", "oe"), ("aya", "aia"), ("yye", "ye")):
        variants |= {re.sub(old + r"\b", new, v) for v in variants}
    return frozenset(v for v in variants if v)
