"""Make ``compiled/gazetteer.tsv`` and ``compiled/place_terms.tsv`` from the gazetteer's sources.

Run ``python -m skyledger.packs.compile_places`` with the ``packs`` extra installed; the same sources and dictionaries
give the same bytes. What the columns, categories and flags mean is written in docs/gazetteer.md.
"""

from collections.abc import Sequence
from pathlib import Path

from skyledger.errors import PackError
from skyledger.packs.records import GazetteerPlace, Term
from skyledger.packs.toponyms_sources import read_common_words, read_sources
from skyledger.packs.toponyms_terms import Row, place_terms

_MIN_LETTERS = 3
_PLACE_COLUMNS = (
    *("id", "kind", "name_en", "name_ru", "name_uk", "country", "region", "district", "lat", "lon", "zone"),
    "population",
)


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
    sources, words = read_sources(data_dir), read_common_words(data_dir)
    flags: dict[tuple[str, str, str, str], set[str]] = {}
    for source in sources:
        for surface, term in place_terms(source, words):
            if len(surface) >= _MIN_LETTERS and surface not in words.dropped:
                key = (surface, term.category, term.value, term.lang)
                flags.setdefault(key, set()).update(term.flags.split())
    rows = [
        (surface, Term(category=category, value=value, lang=lang, flags=" ".join(sorted(marks))))
        for (surface, category, value, lang), marks in sorted(flags.items())
    ]
    return _unique([source.place for source in sources]), rows


def _unique(places: list[GazetteerPlace]) -> list[GazetteerPlace]:
    by_id: dict[str, GazetteerPlace] = {}
    for place in places:
        if place.id in by_id:
            raise PackError(f"gazetteer: two places have the id {place.id}: {by_id[place.id].name_en}, {place.name_en}")
        by_id[place.id] = place
    return [by_id[place_id] for place_id in sorted(by_id)]


def write_tables(data_dir: Path, places: Sequence[GazetteerPlace], rows: Sequence[Row]) -> None:
    """Write both tables, tab-separated, LF, with a header line.

    Args:
        data_dir: The folder that holds ``compiled/``.
        places: As :func:`compile_places` returns them.
        rows: As :func:`compile_places` returns them.
    """
    folder = data_dir / "compiled"
    folder.mkdir(parents=True, exist_ok=True)
    lines = ["\t".join(_PLACE_COLUMNS), *("\t".join(_cells(place)) for place in places)]
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
