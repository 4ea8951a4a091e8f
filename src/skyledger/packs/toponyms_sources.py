"""Read the gazetteer's sources (TOML and TSV under ``data/gazetteer``) into one kind of record."""

from pathlib import Path

from skyledger.packs.shapes import COMMON_WORDS
from skyledger.packs.toponyms_areas import read_countries, read_lists, read_regions, read_seas
from skyledger.packs.toponyms_files import check_keys, load_toml
from skyledger.packs.toponyms_records import CommonWords, PlaceSource
from skyledger.packs.toponyms_towns import read_airports, read_districts, read_settlements


def read_common_words(data_dir: Path) -> CommonWords:
    """Read ``common_words.toml``.

    Raises:
        PackError: The file is missing, malformed, or has a key nobody reads.
    """
    entry = load_toml(data_dir / "gazetteer" / "common_words.toml")
    check_keys("common_words.toml", "top level", entry, COMMON_WORDS.known)
    return CommonWords(**{key: frozenset(words) for key, words in entry.items()})


def read_sources(data_dir: Path) -> list[PlaceSource]:
    """Read every source file.

    Args:
        data_dir: The folder that holds ``gazetteer/`` (``src/skyledger/data``).

    Returns:
        Records in the order regions, lists, countries, seas, settlements, districts, airports.

    Raises:
        PackError: A file is missing or malformed, or has a key nobody reads.
    """
    folder = data_dir / "gazetteer"
    settlements = list(read_settlements(folder))
    weight = _weights(settlements)
    sources = [*read_regions(folder, weight), *read_lists(folder), *read_countries(folder), *read_seas(folder)]
    return [*sources, *settlements, *read_districts(folder, settlements), *read_airports(folder, settlements)]


def _weights(settlements: list[PlaceSource]) -> dict[str, int]:
    """Sum the people of a region's settlements: enough to rank a region above its namesake villages."""
    people: dict[str, int] = {}
    for source in settlements:
        people[source.place.region] = people.get(source.place.region, 0) + source.place.population
    return people
