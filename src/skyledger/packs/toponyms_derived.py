"""Names Ukrainian derives from others: a district's land ("Уманщина"), the adjective of a community ("Краснопільська").

By rule, where the rule is sure; a name it does not fit gets nothing.
"""

# Ends of town names and what stands for them before "-ий"; the longest that fits decides.
_ADJECTIVE_ENDS = {
    "піль": "пільськ",
    "пілля": "пільськ",
    "ілля": "ільськ",
    "ове": "івськ",
    "єве": "ївськ",
    "івка": "івськ",
    "ївка": "ївськ",
    "анка": "анськ",
    "ерка": "ерськ",
    "ськ": "ськ",
    "цьк": "цьк",
    "ія": "ійськ",
    "чі": "чівськ",
    "ні": "нівськ",
    "ари": "арськ",
    "ани": "анськ",
    "ини": "инськ",
    "ець": "ецьк",
    "ог": "озьк",
    "уг": "узьк",
    "іг": "ізьк",
    "ів": "івськ",
    "їв": "ївськ",
    "ин": "инськ",
    "ін": "інськ",
    "ан": "анськ",
    "ян": "янськ",
    "ень": "енськ",
    "інь": "інськ",
    "ад": "адськ",
    "од": "одськ",
    "юм": "юмськ",
    "им": "имськ",
    "ир": "ирськ",
    "ар": "арськ",
    "ор": "орськ",
    "ль": "льськ",
    "оп": "опськ",
    "ут": "утськ",
    "ам": "амськ",
    "еса": "еськ",
    "рна": "рнянськ",
}
_ADJECTIVE_TOWNS = ("ський", "цький", "зький")


def community_adjective(name: str) -> str:
    """Return the masculine adjective of a Ukrainian town ("Краснопілля" -> "краснопільський"), or ``""``."""
    words = name.lower().split()
    if len(words) == 2:
        first = _combining(words[0])
        second = community_adjective(words[1])
        return first + second if first and second else ""
    if len(words) != 1 or "-" in name:
        return ""
    word = words[0]
    if word.endswith(_ADJECTIVE_TOWNS):
        return word
    for size in range(5, 1, -1):
        end = _ADJECTIVE_ENDS.get(word[-size:])
        if end is not None and len(word) > size + 1:
            return word[:-size] + end + "ий"
    return ""


def _combining(adjective: str) -> str:
    """Return the first part of a compound: "Велика" -> "велико"."""
    for ending in ("ий", "а", "е", "і"):
        if adjective.endswith(ending) and len(adjective) > len(ending) + 2:
            return adjective[: -len(ending)] + "о"
    return ""


def land_of(adjective: str) -> str:
    """Return the name of a district as a land: "Уманський" -> "Уманщина", "Купянский" -> "Купянщина", or ``""``."""
    land = ""
    if adjective.endswith("ский"):
        land = adjective[:-4] + "щина"
    elif adjective.endswith("цкий"):
        land = adjective[:-4] + "ччина"
    elif adjective.endswith("ський"):
        land = adjective[:-5] + "щина"
    elif adjective.endswith("цький"):
        land = adjective[:-5] + "ччина"
    return "" if land.lower() in _REGIONS else land


# These mean the region, not the district around its capital.
_REGIONS = frozenset(
    (
        "вінниччина дніпропетровщина донеччина житомирщина запоріжчина івано-франківщина київщина кіровоградщина "
        "луганщина львівщина миколаївщина одещина полтавщина рівненщина сумщина тернопільщина харківщина херсонщина "
        "хмельниччина черкащина чернігівщина чернівеччина луччина одесщина "
        "винничина винниччина винничщина днепропетровщина днепровщина донетчина донеччина запорожщина запорожчина "
        "ивано-франковщина киевщина кировоградщина львовщина николаевщина одесщина полтавщина ровенщина тернопольщина "
        "харьковщина хмельнитчина хмельниччина хмельнищина черкасщина черкащина черниговщина черновиччина черновчина"
    ).split()
)
