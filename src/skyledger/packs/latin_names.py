"""Latin spellings of Russian and Ukrainian names."""

from itertools import product

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


_RU_LETTERS = {letter: latin.split("|")[0] for letter, latin in _RU_LATIN.items()} | {"ё": "e", "і": "i", "ї": "i"}
_UK_LETTERS = {letter: latin.split("|")[0] for letter, latin in _UK_LATIN.items() if letter != "'"} | {
    "ы": "y",
    "э": "e",
}


def transliterate(text: str, is_ukrainian: bool) -> str:
    """Return a text in Latin letters, letter by letter; what is no Cyrillic letter stays."""
    letters = _UK_LETTERS if is_ukrainian else _RU_LETTERS
    out = []
    for char in text:
        latin = letters.get(char.lower())
        out.append(char if latin is None else latin if char.islower() else latin.capitalize())
    return "".join(out)
