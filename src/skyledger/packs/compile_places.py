"""Make ``compiled/gazetteer.tsv`` and ``compiled/place_terms.tsv`` from the gazetteer's sources.

Run ``python -m skyledger.packs.compile_places`` with the ``packs`` extra installed; the same sources and dictionaries
give the same bytes. What the columns, categories and flags mean is written in docs/gazetteer.md.
"""

from collections.abc import Iterator
from pathlib import Path

from skyledger.model.kinds import PlaceKind
from skyledger.packs.normalise import normalise_surface
from skyledger.packs.records import GazetteerPlace, Term
from skyledger.packs.toponyms import adjective_forms, case_forms
from skyledger.packs.toponyms_latin import latin_variants, romanise_ru, romanise_uk
from skyledger.packs.toponyms_lexeme import other_readings
from skyledger.packs.toponyms_sources import PlaceSource, read_sources

_MIN_LETTERS = 3
# Function words that are also names of hamlets: no flag makes such a form worth looking at.
_DROPPED = frozenset("она они оно это так там тут для при под над без или как что где кто все мы вы він вона вони воно "
                     "цей так там тут для при під над без або як що де хто всі the and for are was you but not "
                     "его её ему ими них нем нему була був було буде бути быть был была было были".split())  # fmt: skip
# English words that GeoNames names coincide with; Cyrillic ones are looked up in the dictionaries.
_ENGLISH_WORDS = frozenset(
    "most police bar nice bath reading mobile split ham essen much sale hit are over hull cork bari as sour mine male "
    "polish brand spa lead may march sandy worth chester barking bray rust rest hell hope energy novel saki samar mir "
    "dolina victory pole same orel stadt bit war more borne antony enter rome lens "
    "wells deal ware ashes hove rugby ash sea mar base salt union bender ogre ocean park eagle platov gagarin chopin "
    "antonov eastern vostochny severny yuzhny golden ring".split()
)
_HEADS_EN = {
    "oblast": ("oblast", "region", "province"),
    "krai": ("krai", "territory", "region"),
    "republic": ("republic", "region"),
    "okrug": ("okrug", "autonomous okrug", "autonomous district"),
    "voivodeship": ("voivodeship", "province"),
    "county": ("county",),
    "district": ("district", "raion"),
}
# The flag tells the parser which head noun completes an adjective.
_HEAD_FLAGS = {
    "oblast": "head=region",
    "krai": "head=krai",
    "republic": "head=republic",
    "okrug": "head=okrug",
    "voivodeship": "head=voivodeship",
    "county": "head=county",
    "territory": "head=region",
    "district": "head=district",
}
_NEIGHBOUR_FORMS_FROM = 100_000
# Regions, countries and seas are named so often that their names stand by themselves.
_NEED_SUPPORT = frozenset({PlaceKind.SETTLEMENT, PlaceKind.AIRPORT})
_LARGE_CITY = 60_000
_KNOWN_TOWN = 10_000
# Large cities whose names are everyday words all the same, in the forms that are.
_ORDINARY_THOUGH_LARGE = frozenset(
    "орел орла орле орлом орлу орлі орлові шахты шахт шахтам шахтами шахтах шахти сум сума сумам сумами сумах сумы суми "
    "находка находке находки находкой находку клин клина клине клином клину бор бора боре бором бору борі ровно рівне "
    "рівного рівному рівним грозного свободный свободного свободном свободному свободний мирный мирного мирном мирному "
    "прохладный прохладного прохладном курган кургана кургане курганом кургану кургані текстильник "
    "асбест асбеста асбесте смела смелой смелы сміла смілої смілу смілі смілою железнодорожный железнодорожного "
    "железнодорожном заречный заречного заречном апатиты апатитов".split()
)
Row = tuple[str, Term]


def compile_places(data_dir: Path) -> tuple[list[GazetteerPlace], list[Row]]:
    """Generate the gazetteer and its terms.

    Args:
        data_dir: The folder that holds ``gazetteer/``.

    Returns:
        Places sorted by id, and (surface, term) rows sorted by surface, category, value, language; one row for each
        meaning of a surface.

    Raises:
        PackError: A source is malformed, two places share an id, or the ``packs`` extra is not installed.
    """
    sources = read_sources(data_dir)
    flags: dict[tuple[str, str, str, str], set[str]] = {}
    for source in sources:
        for surface, term in _terms_of(source):
            if len(surface) < _MIN_LETTERS or surface in _DROPPED:
                continue
            flags.setdefault((surface, term.category, term.value, term.lang), set()).update(term.flags.split())
    rows = [
        (surface, Term(category=category, value=value, lang=lang, flags=" ".join(sorted(marks))))
        for (surface, category, value, lang), marks in sorted(flags.items())
    ]
    return sorted((s.place for s in sources), key=lambda p: p.id), rows


def _terms_of(source: PlaceSource) -> Iterator[Row]:
    if source.place.kind is PlaceKind.SETTLEMENT:
        yield from _settlement_terms(source)
    elif source.place.kind is PlaceKind.AIRPORT:
        yield from _airport_terms(source)
    else:
        yield from _named_terms(source)
        yield from _adjective_terms(source)


def _row(form: str, category: str, source: PlaceSource, lang: str, *marks: str) -> Row:
    surface = normalise_surface(form)
    doubts = _doubts(surface, source, lang) if category == "place" else set()
    return surface, Term(category=category, value=source.place.id, lang=lang, flags=" ".join([*marks, *sorted(doubts)]))


def _doubts(surface: str, source: PlaceSource, lang: str) -> set[str]:
    """Return ``word``, ``name``, ``adj``: what else the form may be, as far as it matters for a place of this size."""
    place, words = source.place, surface.split()
    if place.kind not in _NEED_SUPPORT:
        return set()
    if lang == "en":
        return {"word"} if all(w in _ENGLISH_WORDS for w in words) else set()
    if len(words) > 1:
        small = place.population < _KNOWN_TOWN
        return {"word"} if small and all("word" in other_readings(w, lang) for w in words) else set()
    doubts = set(other_readings(surface, lang))
    if place.population >= _LARGE_CITY and surface not in _ORDINARY_THOUGH_LARGE:
        doubts.discard("word")
    if "name" in doubts and place.population < _LARGE_CITY:
        doubts.add("word")
    return doubts


def _forms(name: str, lang: str) -> frozenset[str]:
    return case_forms(name, lang) if lang != "en" else latin_variants(name)


def _named_terms(source: PlaceSource) -> Iterator[Row]:
    for lang, names in source.names.items():
        for name in names:
            for form in _forms(name, lang):
                yield _row(form, "place", source, lang)
    for lang, names in source.short.items():
        for name in names:
            mark = "abbr" if sum(c.isupper() for c in name) > 1 and " " not in name and name[1].isupper() else "short"
            for form in {name} if mark == "abbr" else _forms(name, lang):
                yield _row(form, "place", source, lang, mark)


def _adjective_terms(source: PlaceSource) -> Iterator[Row]:
    mark = _HEAD_FLAGS.get(source.head, "")
    for lang, adjectives in source.adjectives.items():
        for adjective in adjectives:
            forms = adjective_forms(adjective, lang)
            for form in forms:
                yield _row(form, "place_adj", source, lang, mark)
            if source.head == "oblast":
                for form in forms:
                    yield _row(f"{form} обл", "place", source, lang, "abbr")
    if source.head == "republic":
        yield from _republic_names(source)
    for base in source.bare:
        for name in latin_variants(base):
            yield _row(name, "place_adj", source, "en", mark)
            for head in _HEADS_EN.get(source.head, ()):
                yield _row(f"{name} {head}", "place", source, "en")


def _republic_names(source: PlaceSource) -> Iterator[Row]:
    base = source.place.name_en
    for name in (f"Republic of {base}", f"{base} republic", f"{base} region"):
        if "Republic" not in base:
            yield _row(name, "place", source, "en")


def _settlement_terms(source: PlaceSource) -> Iterator[Row]:
    place = source.place
    home = place.country in ("RU", "UA")
    for lang in ("ru", "uk"):
        for name in source.names[lang]:
            declined = home or place.population >= _NEIGHBOUR_FORMS_FROM
            for form in case_forms(name, lang) if declined else {name}:
                yield _row(form, "place", source, lang)
    english = set(source.names["en"])
    if home and place.name_uk and place.country == "UA":
        english.add(romanise_uk(place.name_uk))
    if home and place.name_ru and (place.country == "RU" or place.population >= 10_000):
        english.add(romanise_ru(place.name_ru))
    for name in english:
        for form in latin_variants(name):
            yield _row(form, "place", source, "en")


def _airport_terms(source: PlaceSource) -> Iterator[Row]:
    for lang, names in source.names.items():
        for name in names:
            for form in _forms(name, lang):
                yield _row(form, "place", source, lang, "airport")
    for lang, names in source.short.items():
        for name in names:
            for form in _city_and_name_forms(name, source.names[lang], lang):
                yield _row(form, "place", source, lang, "airport")
    for code in source.code:
        yield _row(code, "place", source, "en", "code")


def _city_and_name_forms(whole: str, own: tuple[str, ...], lang: str) -> set[str]:
    """Return "Калуги (Грабцево)" and the like: the city is declined, the airport's own name stands still."""
    name = next((n for n in own if whole.endswith(f" {n}")), "")
    city = whole.removesuffix(f" {name}") if name else whole
    return {f"{form} {name}".strip() for form in _forms(city, lang)}


def write_tables(data_dir: Path, places: list[GazetteerPlace], rows: list[Row]) -> None:
    """Write both tables, tab-separated, LF, with a header line.

    Args:
        data_dir: The folder that holds ``compiled/``.
        places: As :func:`compile_places` returns them.
        rows: As :func:`compile_places` returns them.
    """
    folder = data_dir / "compiled"
    folder.mkdir(parents=True, exist_ok=True)
    header = "id kind name_en name_ru name_uk country region district lat lon zone population".split()
    lines = ["\t".join(header), *("\t".join(_cells(place)) for place in places)]
    (folder / "gazetteer.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")
    terms = ["surface\tcategory\tvalue\tlang\tflags"]
    terms += ["\t".join((surface, t.category, t.value, t.lang, t.flags)) for surface, t in rows]
    (folder / "place_terms.tsv").write_text("\n".join(terms) + "\n", encoding="utf-8", newline="\n")


def _cells(place: GazetteerPlace) -> list[str]:
    return [
        place.id,
        place.kind.value,
        place.name_en,
        place.name_ru,
        place.name_uk,
        place.country,
        place.region,
        place.district,
        "" if place.lat is None else f"{place.lat:g}",
        "" if place.lon is None else f"{place.lon:g}",
        place.zone,
        str(place.population) if place.population else "",
    ]


def main() -> None:
    """Compile the package's own gazetteer."""
    data_dir = Path(__file__).resolve().parents[1] / "data"
    places, rows = compile_places(data_dir)
    write_tables(data_dir, places, rows)
    print(f"{len(places)} places, {len(rows)} terms")


if __name__ == "__main__":
    main()
