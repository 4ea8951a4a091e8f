"""Every surface form by which one place may be written, with its flags."""

from collections.abc import Iterable, Iterator

from skyledger.model.kinds import PlaceKind
from skyledger.packs.normalise import normalise_surface
from skyledger.packs.records import Term
from skyledger.packs.toponyms import (
    adjective_forms,
    case_forms,
    community_adjective_forms,
    district_adjective_forms,
    works_adjective_forms,
)
from skyledger.packs.toponyms_derived import community_adjective, land_of
from skyledger.packs.toponyms_latin import latin_variants, romanise_ru, romanise_uk
from skyledger.packs.toponyms_lexeme import other_readings
from skyledger.packs.toponyms_records import CommonWords, PlaceSource
from skyledger.packs.toponyms_works import works_adjective, works_adjective_uk

Row = tuple[str, Term]

_HEADS_EN = {
    "oblast": ("oblast", "region", "province"),
    "krai": ("krai", "territory", "region"),
    "republic": ("republic", "region"),
    "okrug": ("okrug", "autonomous okrug", "autonomous district"),
    "voivodeship": ("voivodeship", "province"),
    "county": ("county",),
    "district": ("district", "raion"),
    "city_district": ("district", "raion"),
}
# Which head noun completes an adjective: the parser asks for it.
_HEAD_FLAGS = {
    "oblast": "head=region",
    "krai": "head=krai",
    "republic": "head=republic",
    "okrug": "head=okrug",
    "voivodeship": "head=voivodeship",
    "county": "head=county",
    "sea": "head=sea",
    "territory": "head=region",
    "district": "head=district",
    "city_district": "city head=district",
}
# Regions, countries and seas are named so often that their names stand by themselves.
_NEED_SUPPORT = frozenset({PlaceKind.SETTLEMENT, PlaceKind.AIRPORT})
# People. A large city stands by its name although it is also a word; below a known town a name of two everyday words
# needs support; a hamlet called by an everyday word is not looked for; a city of a third country gets its case forms
# from the last number on. Round numbers, set by reading the lists they make (November 2026).
_LARGE_CITY = 60_000
_KNOWN_TOWN = 10_000
_HAMLET = 1_000
_COMMUNITY_SEAT = 4_000
_NEIGHBOUR_FORMS_FROM = 100_000
_WORKS_FROM = {"RU": 25_000, "UA": 12_000}


def place_terms(source: PlaceSource, words: CommonWords) -> Iterator[Row]:
    """Yield (surface, term) of one place; a surface may come more than once with different flags.

    Args:
        source: The place with all its names.
        words: Everyday words that make a form doubtful.
    """
    rows: Iterable[Row]
    if source.place.kind is PlaceKind.SETTLEMENT:
        rows = _settlement_terms(source)
    elif source.place.kind is PlaceKind.AIRPORT:
        rows = _airport_terms(source)
    else:
        rows = (*_named_terms(source), *_adjective_terms(source))
    for surface, term in rows:
        doubts = _doubts(surface, source, term.lang, words) if term.category == "place" else set()
        if "word" in doubts and 0 < source.place.population < _HAMLET:
            continue
        flags = " ".join(sorted({*term.flags.split(), *doubts}))
        yield surface, Term(category=term.category, value=term.value, lang=term.lang, flags=flags)


def _row(form: str, category: str, source: PlaceSource, lang: str, flags: str = "") -> Row:
    return normalise_surface(form), Term(category=category, value=source.place.id, lang=lang, flags=flags)


def _doubts(surface: str, source: PlaceSource, lang: str, words: CommonWords) -> set[str]:
    """Return ``word``, ``name``, ``adj``: what else the form may be, as far as it matters for a place of this size."""
    place, parts = source.place, surface.split()
    if place.kind not in _NEED_SUPPORT:
        return set()
    if lang == "en":
        return {"word"} if all(part in words.english for part in parts) else set()
    if len(parts) > 1:
        small = place.population < _KNOWN_TOWN
        return {"word"} if small and all("word" in other_readings(part, lang) for part in parts) else set()
    doubts = set(other_readings(surface, lang))
    if lang == "uk" and place.name_uk == place.name_ru:
        doubts |= other_readings(surface, "ru")  # a Russian name that its source calls Ukrainian, too
    if place.population >= _LARGE_CITY and surface not in words.ordinary_though_large:
        doubts.discard("word")
    if "name" in doubts and place.population < _LARGE_CITY:
        doubts.add("word")
    return doubts


def _forms(name: str, lang: str) -> frozenset[str]:
    return case_forms(name, lang) if lang != "en" else latin_variants(name)


def _is_abbreviation(name: str) -> bool:
    return " " not in name and len(name) > 1 and name[1].isupper()


def _named_terms(source: PlaceSource) -> Iterator[Row]:
    for lang, names in source.names.items():
        for name in names:
            yield from (_row(form, "place", source, lang) for form in _forms(name, lang))
    for lang, names in source.short.items():
        for name in names:
            if _is_abbreviation(name):
                yield _row(name, "place", source, lang, "abbr")
            else:
                yield from (_row(form, "place", source, lang, "short") for form in _forms(name, lang))


def _adjective_terms(source: PlaceSource) -> Iterator[Row]:
    flags = _HEAD_FLAGS.get(source.head, "")
    decline = district_adjective_forms if source.place.kind is PlaceKind.DISTRICT else adjective_forms
    for lang, adjectives in source.adjectives.items():
        for adjective in adjectives:
            forms = decline(adjective, lang)
            yield from (_row(form, "place_adj", source, lang, flags) for form in forms)
            ukrainian = source.place.country == "UA" and lang != "en"
            if ukrainian and source.head == "district" and (land := land_of(adjective)):
                yield from (_row(form, "place", source, lang) for form in case_forms(land, lang))
            if source.head == "oblast":
                yield from (_row(f"{form} обл", "place", source, lang, "abbr") for form in forms)
    if source.head == "republic" and "Republic" not in source.place.name_en:
        base = source.place.name_en
        for name in (f"Republic of {base}", f"{base} republic", f"{base} region"):
            yield _row(name, "place", source, "en")
    for base in source.bare:
        for name in latin_variants(base):
            yield _row(name, "place_adj", source, "en", flags)
            yield from (_row(f"{name} {head}", "place", source, "en") for head in _HEADS_EN.get(source.head, ()))


def _settlement_terms(source: PlaceSource) -> Iterator[Row]:
    place = source.place
    declined = place.country in ("RU", "UA") or place.population >= _NEIGHBOUR_FORMS_FROM
    for lang in ("ru", "uk"):
        for name in source.names[lang]:
            yield from (_row(form, "place", source, lang) for form in (case_forms(name, lang) if declined else {name}))
    if (
        place.country == "UA"
        and place.population >= _COMMUNITY_SEAT
        and (adjective := community_adjective(place.name_uk))
    ):
        forms = community_adjective_forms(adjective)
        yield from (_row(form, "place_adj", source, "uk", "head=hromada") for form in forms)
    if place.population >= _WORKS_FROM.get(place.country, place.population + 1):
        yield from _works_terms(source)
    english = set(source.names["en"])
    if place.country == "UA" and place.name_uk:
        english.add(romanise_uk(place.name_uk))
    if place.name_ru and (place.country == "RU" or (place.country == "UA" and place.population >= _KNOWN_TOWN)):
        english.add(romanise_ru(place.name_ru))
    for name in english:
        yield from (_row(form, "place", source, "en") for form in latin_variants(name))


def _works_terms(source: PlaceSource) -> Iterator[Row]:
    """Yield the adjectives a town's works are called by: "таганрогский завод"."""
    for name in source.names["ru"]:
        if adjective := works_adjective(name):
            yield from (
                _row(f, "place_adj", source, "ru", "head=works") for f in works_adjective_forms(adjective, "ru")
            )
    name_ru, name_uk = source.place.name_ru, source.place.name_uk
    own = community_adjective(name_uk) if source.place.country == "UA" else ""
    if adjective := own or works_adjective_uk(name_ru, name_uk):
        forms = works_adjective_forms(adjective, "uk") - (community_adjective_forms(own) if own else frozenset())
        yield from (_row(form, "place_adj", source, "uk", "head=works") for form in forms)


def _airport_terms(source: PlaceSource) -> Iterator[Row]:
    for lang, names in source.names.items():
        for name in names:
            yield from (_row(form, "place", source, lang, "airport") for form in _forms(name, lang))
    for lang, names in source.short.items():
        for name in names:
            forms = _city_and_name_forms(name, source.names[lang], lang)
            yield from (_row(form, "place", source, lang, "airport") for form in forms)
    for code in source.code:
        yield _row(code, "place", source, "en", "code")


def _city_and_name_forms(whole: str, own: tuple[str, ...], lang: str) -> set[str]:
    """Return "Калуги (Грабцево)" and the like: the city is declined, the airport's own name stands still."""
    name = next((n for n in own if whole.endswith(f" {n}")), "")
    city = whole.removesuffix(f" {name}") if name else whole
    return {f"{form} {name}".strip() for form in _forms(city, lang)}
