"""Faults of compiled tables: rows that are malformed, unsorted, repeated or point at nothing; tables that are stale."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from zoneinfo import available_timezones

from skyledger.model.kinds import PlaceKind, Side
from skyledger.packs.compile import TABLES
from skyledger.packs.compile_speakers import OFFICIAL_HEADER
from skyledger.packs.faults import PackFault
from skyledger.packs.normalise import normalise_surface
from skyledger.packs.tables import TERM_HEADER
from skyledger.packs.vocabulary import (
    BODY_ROLES,
    CATEGORIES,
    LANGS,
    PERSON_ROLES,
    PLACE_CATEGORIES,
    SPEAKER_CATEGORIES,
    flags_of,
    is_lexicon_value,
)

PLACE_COLUMNS = (
    *("id", "kind", "name_en", "name_ru", "name_uk", "country", "region", "district", "lat", "lon", "zone"),
    "population",
)
_TERM_TABLES = ("lexicon_terms.tsv", "place_terms.tsv", "speaker_terms.tsv")
# A broken table is broken in every row; the first rows say how.
_MOST_SHOWN = 20

Row = tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A compiled table as it lies on the disk; the header is line 1, the first row line 2."""

    file: str
    rows: tuple[Row, ...]

    @property
    def ids(self) -> frozenset[str]:
        """The first cells."""
        return frozenset(row[0] for row in self.rows)


def read_rows(path: Path, file: str, columns: tuple[str, ...]) -> Table | PackFault:
    """Read a table; one that is missing or has other columns is a fault."""
    try:
        lines = path.read_text(encoding="utf-8").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else "not UTF-8"
        fault = f"cannot be read: {reason}; run: skyledger packs compile"
        return PackFault(file=file, line=0, key="", fault=fault)
    if tuple(lines[0].split("\t")) != columns:
        return PackFault(file=file, line=1, key="", fault=f"expected the columns {' '.join(columns)}")
    if lines[-1] != "":
        return PackFault(file=file, line=len(lines), key="", fault="the last line is cut off: it has no line end")
    return Table(file=file, rows=tuple(tuple(line.split("\t")) for line in lines[1:-1]))


def check_tables(data: Path) -> Iterator[PackFault]:
    """Yield the faults of the five tables under ``data/compiled``."""
    columns = {"gazetteer.tsv": PLACE_COLUMNS, "officials.tsv": OFFICIAL_HEADER}
    tables: dict[str, Table] = {}
    for name in TABLES:
        table = read_rows(data / "compiled" / name, f"compiled/{name}", columns.get(name, TERM_HEADER))
        if isinstance(table, PackFault):
            yield table
        else:
            tables[name] = table
    places, officials = tables.get("gazetteer.tsv"), tables.get("officials.tsv")
    if places is None or officials is None:
        return
    known = {row[0]: row[1] for row in places.rows if len(row) > 1}
    yield from _shorten(check_rows(places, PLACE_COLUMNS, _place_checker(known)), places.file)
    yield from _shorten(check_rows(officials, OFFICIAL_HEADER, _official_checker(known)), officials.file)
    for name in _TERM_TABLES:
        if name in tables:
            faults = check_rows(tables[name], TERM_HEADER, term_checker(known.keys(), officials.ids))
            yield from _shorten(faults, tables[name].file)


def check_rows(
    table: Table, columns: tuple[str, ...], faults_of: Callable[[Row], Iterator[str]]
) -> Iterator[PackFault]:
    """Yield malformed, unsorted, repeated and wrong rows.

    Args:
        table: The table.
        columns: Its header.
        faults_of: What is wrong inside a row that has as many cells as the header.
    """
    unique_first = columns is not TERM_HEADER
    before: Row = ()
    for line, row in enumerate(table.rows, 2):
        if len(row) != len(columns):
            yield PackFault(file=table.file, line=line, key=row[0], fault=f"{len(row)} cells, expected {len(columns)}")
            continue
        if row == before or (unique_first and before[:1] == row[:1]):
            yield PackFault(file=table.file, line=line, key=row[0], fault="stands twice")
        elif row < before:
            yield PackFault(file=table.file, line=line, key=row[0], fault="is not in order")
        before = row
        for fault in faults_of(row):
            yield PackFault(file=table.file, line=line, key=row[0], fault=fault)


def _shorten(faults: Iterator[PackFault], file: str) -> Iterator[PackFault]:
    shown = 0
    for fault in faults:
        shown += 1
        if shown <= _MOST_SHOWN:
            yield fault
    if shown > _MOST_SHOWN:
        yield PackFault(file=file, line=0, key="", fault=f"and {shown - _MOST_SHOWN} more")


def term_checker(places: Collection[str], officials: Collection[str]) -> Callable[[Row], Iterator[str]]:
    """Return what tells the faults of one term row, given the ids terms may point at."""

    def faults_of(row: Row) -> Iterator[str]:
        surface, category, value, lang, flags = row
        if not surface or surface != normalise_surface(surface):
            yield f"is not as the scanner sees it: {normalise_surface(surface)!r}"
        if lang not in LANGS:
            yield f"unknown language {lang!r}"
        if category not in CATEGORIES:
            yield f"unknown category {category!r}"
            return
        if category in PLACE_CATEGORIES:
            points = value in places
        elif category in SPEAKER_CATEGORIES:
            points = value in officials
        else:
            points = is_lexicon_value(category, value)
        if not points:
            yield f"{category} {value!r} points at nothing"
        unknown = sorted(set(flags.split()) - flags_of(category))
        if unknown:
            yield f"unknown flag {unknown[0]!r} for a {category}"

    return faults_of


def _place_checker(kinds: Mapping[str, str]) -> Callable[[Row], Iterator[str]]:
    zones = available_timezones()

    def faults_of(row: Row) -> Iterator[str]:
        _, kind, *_, region, district, lat, lon, zone, population = row
        if kind not in set(PlaceKind):
            yield f"unknown kind {kind!r}"
        if region and kinds.get(region) != PlaceKind.REGION:
            yield f"region {region!r} is no region of this table"
        if district and district not in kinds:
            yield f"district {district!r} is no place of this table"
        if zone and zone not in zones:
            yield f"zone {zone!r} is not in the time zone database"
        if not (_is_number(lat, 90) and _is_number(lon, 180)) or bool(lat) != bool(lon):
            yield f"lat {lat!r} and lon {lon!r} are no point on Earth"
        if population and not population.isdecimal():
            yield f"population {population!r} is no whole number"

    return faults_of


def _is_number(text: str, limit: float) -> bool:
    try:
        return not text or -limit <= float(text) <= limit
    except ValueError:
        return False


def _official_checker(kinds: Mapping[str, str]) -> Callable[[Row], Iterator[str]]:
    def faults_of(row: Row) -> Iterator[str]:
        _, *_, role, side, region, is_body, start, end, _, _ = row
        if role not in PERSON_ROLES | BODY_ROLES:
            yield f"unknown role {role!r}"
        if side not in set(Side):
            yield f"unknown side {side!r}"
        if region and kinds.get(region) != PlaceKind.REGION:
            yield f"region {region!r} is not in the gazetteer"
        if is_body not in ("0", "1"):
            yield f"is_body must be 0 or 1, not {is_body!r}"
        if not _is_day(start) or not _is_day(end):
            yield f"start {start!r} or end {end!r} is no date"
        elif start and end and end < start:
            yield f"end {end} is before start {start}"

    return faults_of


def _is_day(text: str) -> bool:
    try:
        return not text or date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def find_stale(data: Path, fresh: Path) -> Iterator[PackFault]:
    """Yield the tables of ``data/compiled`` that differ from freshly compiled ones.

    Args:
        data: The packs' folder.
        fresh: Folder of the tables that its sources compile to now.
    """
    for name in TABLES:
        path = data / "compiled" / name
        if not path.is_file():
            continue  # reported by check_tables
        old, new = path.read_bytes(), (fresh / name).read_bytes()
        if old != new:
            yield _stale(f"compiled/{name}", old.split(b"\n"), new.split(b"\n"))


def _stale(file: str, old: Sequence[bytes], new: Sequence[bytes]) -> PackFault:
    wanted, there = set(new), set(old)
    surplus = [line for line, row in enumerate(old, 1) if row not in wanted]
    missing = [row for row in new if row not in there]
    example = ""
    if missing:
        example = f", such as {missing[0].decode('utf-8', 'replace').partition(chr(9))[0]!r}"
    said = (
        f"is stale: {len(missing)} rows are missing{example}, {len(surplus)} are too many; run: skyledger packs compile"
    )
    return PackFault(file=file, line=surplus[0] if surplus else 1, key="", fault=said)
