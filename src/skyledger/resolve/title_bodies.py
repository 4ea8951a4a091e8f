"""Bodies and people whom no pack knows, by what their official channel is called: "Бердичівська міська рада".

The words of the title tell the office ("Oblast Police", "теплові мережі"), the places in it where it is.
"""

import re

from skyledger.model.kinds import PlaceKind, Side
from skyledger.model.speaker import Speaker
from skyledger.packs.load import Packs
from skyledger.packs.normalise import normalise_surface
from skyledger.packs.records import GazetteerPlace
from skyledger.packs.toponyms_latin import romanise_ru, romanise_uk

# Beginnings of words of a title, and the office they make; the first that holds.
_OFFICES: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("police", ("police", "полиц", "поліц", "мвд", "гувд", "увд", "нацпол")),
    (
        "emergency_service",
        ("мчс", "гсчс", "дснс", "emergenc", "rescue", "спасат", "рятувальн", "пожарн", "пожежн", "единая дежурн"),
    ),
    ("prosecutor", ("прокурат", "prosecut")),
    ("headquarters", ("оперштаб", "оперативный штаб", "оперативний штаб", "operational headq", "штаб")),
    ("air_force", ("air command", "air force", "повітряне командування", "пвк", "воздушное командование")),
    ("border_guard", ("прикордон", "погранич", "погранслужб", "border guard")),
    (
        "operator",
        (
            *("теплосет", "тепловые сети", "теплові мережі", "тепломереж", "теплоэнерго", "теплоенерго", "водоканал"),
            *("горводоканал", "россети", "электросет", "электрическ", "електромереж", "горэлектро", "электроснаб"),
            *("энергосбыт", "энергетик", "газораспредел", "горгаз", "міськгаз", "облгаз", "железная дорога", "ржд"),
            *("залізниц", "метрополит", "горэлектротранс", "міськсвітло", "аэропорт", "аеропорт", "вокзал", "порт"),
            *(
                "heating net",
                "heat net",
                "power grid",
                "grids",
                "energo",
                "enerho",
                "power compan",
                "electric",
                "railway",
            ),
            *(
                "water utility",
                "waterworks",
                "vodokanal",
                "utility",
                "utilities",
                "gas network",
                "airport",
                "metro",
                "port",
            ),
        ),
    ),
    (
        "city_administration",
        (
            *(
                "мэрия",
                "мерія",
                "міська рада",
                "міськрада",
                "міськвиконком",
                "виконком",
                "виконавчий комітет",
                "горисполком",
            ),
            *(
                "городская администрация",
                "администрация города",
                "администрация г",
                "міська військова",
                "мва",
                "горсовет",
            ),
            *("селищна рада", "сільська рада", "громада", "територіальна громада", "рада оборони", "совет обороны"),
            *(
                "city council",
                "city hall",
                "town council",
                "town hall",
                "municipal",
                "hromada",
                "community",
                "defence council",
            ),
            *("defense council", "city administration", "city military"),
        ),
    ),
    (
        "administration",
        (
            *("обласна", "областная", "ова", "рва", "сва", "правительство", "уряд", "администрация", "адміністрація"),
            *("oblast", "regional", "region", "administration", "government", "district council", "районна рада"),
        ),
    ),
    ("military", ("brigade", "бригада", "угруповання", "группировка", "сили оборони", "флот", "navy", "naval", "army")),
    ("ministry", ("министерство", "міністерство", "ministry")),
    ("regulator", ("aviation", "авиац", "авіац")),
)
_PEOPLE: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("district_head", ("district", "район", "округ", "rva", "рва")),
    ("governor", ("oblast", "region", "област", "край", "края", "республик", "ова", "governor", "губернатор")),
    ("mayor", ("mayor", "city", "town", "мэр", "мер", "город", "міськ", "міста", "громад", "селищ", "посел")),
)
_HEADS = ("mayor", "head", "governor", "мэр", "мер", "глава", "голова", "начальник", "очільник", "губернатор")
_PARTS = re.compile(r"[|/—–(),:]|\s-\s|\.\s")
_UKRAINIAN = frozenset("іїєґІЇЄҐ")


def owner_by_title(packs: Packs, title: str) -> tuple[Speaker | None, str]:
    """Return who an official channel's title says posts in it, and the town or district it names.

    Args:
        packs: What is known of places.
        title: What the channel is called.

    Returns:
        The speaker, None where the title tells no office, and the id of the only town or district, or ``""``.
    """
    parts = [p.strip() for p in _PARTS.split(title) if p and p.strip()]
    if not parts:
        return None, ""
    lowered = title.lower()
    behind = " ".join(parts[1:])
    heads = behind.lower().startswith(_HEADS)
    person = bool(behind) and _is_person(packs, parts[0], sure=heads)
    places = _places(packs, behind if person else title)
    regions = {packs.places[i].region or i for i in places}
    region = regions.pop() if len(regions) == 1 else ""
    towns = [i for i in places if packs.places[i].kind in (PlaceKind.SETTLEMENT, PlaceKind.DISTRICT)]
    home = towns[0] if len(towns) == 1 else ""
    side = {"RU": Side.RU, "UA": Side.UA}.get(region[:2], Side.OTHER)
    name, role = parts[0], ""
    if person:
        whose = {packs.places[i].kind for i in places}
        role = _office(_PEOPLE, behind.lower()) if heads else ""
        role = role or (
            "mayor" if whose == {PlaceKind.SETTLEMENT} else "governor" if whose == {PlaceKind.REGION} else ""
        )
    role = role or _office(_OFFICES, lowered)
    if not role:
        return None, home
    if not name.isascii():
        name = romanise_uk(name) if _UKRAINIAN.intersection(title) else romanise_ru(name)
    slug = re.sub(r"\W+", "-", name.lower()).strip("-")
    return Speaker(id=f"titled:{slug}", name=name, role=role, side=side, region=region or None, text=""), home


def region_in_title(packs: Packs, title: str) -> str:
    """Return the only region whose places a title names, or ``""``: "МЧС. Воронежская область", "Белгород. Чат"."""
    known = (packs.places[i] for i in _places(packs, title, adjectives=False))
    named = [p for p in known if p.kind in (PlaceKind.REGION, PlaceKind.DISTRICT) or p.population >= _TOWN]
    regions = {p.id if p.kind is PlaceKind.REGION else p.region for p in named}
    region = regions.pop() if len(regions) == 1 else ""
    return region if "-" in region else ""


_TOWN = 15_000  # inhabitants; a smaller place's name in a title is as often a word or somebody's name


def _office(offices: tuple[tuple[str, tuple[str, ...]], ...], title: str) -> str:
    padded = f" {title}"
    return next((role for role, words in offices if any(_begins(padded, w) for w in words)), "")


def _begins(title: str, word: str) -> bool:
    """Tell whether a word of a title begins so; short ones must be the whole word, "энерго" may stand anywhere."""
    if word in ("energo", "enerho") or (len(word) > 4 and word.endswith("энерго")):
        return word in title
    pattern = rf"(?<!\w){re.escape(word)}" + (r"(?!\w)" if len(word) <= 4 else "")
    return re.search(pattern, title) is not None


def _is_person(packs: Packs, words: str, *, sure: bool) -> bool:
    """Tell whether a part of a title is a given name and a surname; no place and no office, unless it is sure."""
    names = words.split()
    if len(names) not in (2, 3) or not all(w[:1].isupper() and w[1:].islower() for w in names):
        return False
    return sure or not (any(_ids(packs, w) for w in names) or _office(_OFFICES, words.lower()))


def _ids(packs: Packs, words: str, *, adjectives: bool = True) -> list[str]:
    """Return the places words may name; of adjectives those of regions always."""
    found = [t for t in packs.terms.get(normalise_surface(words), ()) if t.value in packs.places]
    named = [t for t in found if t.category == "place" or (t.category == "place_adj" and adjectives)]
    regions = [t for t in found if t.category == "place_adj" and packs.places[t.value].kind is PlaceKind.REGION]
    return [t.value for t in named or regions]


def _places(packs: Packs, title: str, *, adjectives: bool = True) -> list[str]:
    """Return the places a title names, the longest names first; a region goes before its namesake towns."""
    title = re.sub(r"«[^»]*»|\"[^\"]*\"", " ", title)  # a name in quotes is no place: «Заря»
    words = [w.strip(",.|—–-()'") for w in title.split()]
    found: dict[str, None] = {}
    taken: set[int] = set()
    for size in (3, 2, 1):
        for start in range(len(words) - size + 1):
            span = range(start, start + size)
            told = taken.isdisjoint(span) and words[start][:1].isupper()
            if told and not (size == 1 and _office(_OFFICES, words[start].lower())):  # "Police" is a town, too
                ids = _ids(packs, " ".join(words[start : start + size]), adjectives=adjectives)
                if ids:
                    taken.update(span)
                    found |= dict.fromkeys(_meant(packs, ids, words, start + size))
    return list(found)


def _seat(packs: Packs, place: GazetteerPlace) -> GazetteerPlace:
    """Return the town a district is named after, which lies where the packs have the district."""
    if place.kind is not PlaceKind.DISTRICT or place.lat is None:
        return place
    found = (p for p in packs.places.values() if p.kind is PlaceKind.SETTLEMENT and p.lat == place.lat)
    return next((p for p in found if p.lon == place.lon and p.region == place.region), place)


_AREA_WORDS = ("област", "обл", "oblast", "region", "край", "края", "республ", "ова", "governor", "губернатор")
_DISTRICT_WORDS = ("район", "округ", "district", "рва")


def _meant(packs: Packs, ids: list[str], words: list[str], behind: int) -> list[str]:
    """Return which of several namesakes the next word asks for, else the largest."""
    after = words[behind].lower() if behind < len(words) else ""
    places = [packs.places[i] for i in dict.fromkeys(ids)]
    if after.startswith(_AREA_WORDS):
        places = [p for p in places if p.kind is PlaceKind.REGION] or places
    elif after.startswith(_DISTRICT_WORDS):
        places = [p for p in places if p.kind is PlaceKind.DISTRICT] or places
    else:
        towns = [p for p in places if p.kind is PlaceKind.SETTLEMENT]
        places = towns or [_seat(packs, p) for p in places]
    best = max(places, key=lambda p: p.population)
    return [best.id]
