"""Load compiled packs and scan texts with them: one automaton pass finds every term of every language."""

import gc
import hashlib
import os
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from ahocorasick_rs import AhoCorasick

from skyledger.errors import PackError
from skyledger.model.kinds import PlaceKind, Side
from skyledger.packs.normalise import Tokens
from skyledger.packs.records import GazetteerPlace, Official, Term
from skyledger.packs.tables import TERM_HEADER, read_table, table_lines

DATA = Path(__file__).resolve().parent.parent / "data"
_TERM_TABLES = ("lexicon_terms.tsv", "place_terms.tsv", "speaker_terms.tsv")
_PLACE_HEADER = (
    "id",
    "kind",
    "name_en",
    "name_ru",
    "name_uk",
    "country",
    "region",
    "district",
    "lat",
    "lon",
    "zone",
    "population",
)
_OFFICIAL_HEADER = (
    "id",
    "name_en",
    "name_ru",
    "name_uk",
    "role",
    "side",
    "region",
    "is_body",
    "start",
    "end",
    "handles",
)


@dataclass(frozen=True, slots=True)
class Hit:
    """A surface found in a text.

    Attributes:
        start: Index of the first token.
        stop: Index after the last token.
        terms: What the surface may mean.
    """

    start: int
    stop: int
    terms: tuple[Term, ...]


class Packs:
    """Everything the packs teach, ready for scanning.

    Attributes:
        version: Hash of the compiled tables; goes into every claim.
        places: Gazetteer by id.
        officials: Speakers by id.
    """

    def __init__(
        self,
        terms: Mapping[str, tuple[Term, ...]],
        places: Mapping[str, GazetteerPlace],
        officials: Mapping[str, Official],
        version: str,
    ) -> None:
        self.version = version
        self.places = places
        self.officials = officials
        self.terms = terms
        surfaces = list(terms)
        self._by_index = [terms[s] for s in surfaces]
        self._widths = [s.count(" ") + 1 for s in surfaces]
        self._automaton = AhoCorasick([f" {s} " for s in surfaces])

    def scan(self, tokens: Tokens) -> list[Hit]:
        """Return every surface found, in order of start; longer ones first where starts are equal."""
        found = self._automaton.find_matches_as_indexes(tokens.joined, overlapping=True)
        if not found:
            return []
        index_at = {offset: i for i, offset in enumerate(tokens.offsets)}
        hits = []
        for pattern, start, _ in found:
            first = index_at[start + 1]
            hits.append(Hit(first, first + self._widths[pattern], self._by_index[pattern]))
        hits.sort(key=lambda h: (h.start, -h.stop))
        return hits


def _number(text: str) -> float | None:
    return float(text) if text else None


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


def _load_places(path: Path) -> dict[str, GazetteerPlace]:
    places = {}
    for row in read_table(path, _PLACE_HEADER):
        try:
            places[row[0]] = GazetteerPlace(
                id=row[0],
                kind=PlaceKind(row[1]),
                name_en=row[2],
                name_ru=row[3],
                name_uk=row[4],
                country=row[5],
                region=row[6],
                district=row[7],
                lat=_number(row[8]),
                lon=_number(row[9]),
                zone=row[10],
                population=int(row[11] or 0),
            )
        except (ValueError, IndexError) as error:
            raise PackError(f"{path.name}: row {row[:1]}: {error}") from error
    return places


def _load_officials(path: Path) -> dict[str, Official]:
    officials = {}
    for row in read_table(path, _OFFICIAL_HEADER):
        try:
            officials[row[0]] = Official(
                id=row[0],
                name_en=row[1],
                name_ru=row[2],
                name_uk=row[3],
                role=row[4],
                side=Side(row[5]),
                region=row[6],
                is_body=row[7] == "1",
                start=_day(row[8]),
                end=_day(row[9]),
                handles=tuple(row[10].split()),
            )
        except (ValueError, IndexError) as error:
            raise PackError(f"{path.name}: row {row[:1]}: {error}") from error
    return officials


def _load_terms(paths: list[Path]) -> dict[str, tuple[Term, ...]]:
    """Read the term tables; most rows share their fields with others, so each row of fields is parsed once."""
    terms: dict[str, tuple[Term, ...]] = {}
    parsed: dict[str, tuple[Term, ...]] = {}
    for path in paths:
        for line in table_lines(path, TERM_HEADER):
            surface, _, fields = line.partition("\t")
            term = parsed.get(fields)
            if term is None:
                parts = fields.split("\t")
                if len(parts) != 4:
                    raise PackError(f"{path.name}: row {surface!r}: expected {len(TERM_HEADER)} fields")
                term = parsed[fields] = (Term(category=parts[0], value=parts[1], lang=parts[2], flags=parts[3]),)
            known = terms.get(surface)
            terms[surface] = term if known is None else known + term
    return terms


def load_tables(compiled: Path, extra_terms: tuple[Path, ...] = ()) -> Packs:
    """Load packs from a folder of compiled tables.

    Args:
        compiled: Folder with gazetteer, officials and term tables.
        extra_terms: Further term tables, such as a user's own.

    Raises:
        PackError: Naming file, row and fault.
    """
    tables = [compiled / name for name in _TERM_TABLES] + list(extra_terms)
    digest = hashlib.sha256()
    for path in [*tables, compiled / "gazetteer.tsv", compiled / "officials.tsv"]:
        try:
            digest.update(path.read_bytes())
        except OSError as error:
            raise PackError(f"{path}: {error.strerror}; run: skyledger packs compile") from error
    return Packs(
        _load_terms(tables),
        _load_places(compiled / "gazetteer.tsv"),
        _load_officials(compiled / "officials.tsv"),
        digest.hexdigest()[:12],
    )


def user_terms_path() -> Path:
    """Return where terms added by ``skyledger packs add-term`` are kept (``SKYLEDGER_PACKS`` or the user's folder)."""
    folder = os.environ.get("SKYLEDGER_PACKS")
    return Path(folder) / "terms.tsv" if folder else Path.home() / ".config" / "skyledger" / "packs" / "terms.tsv"


@cache
def load_packs() -> Packs:
    """Return the packs that ship with skyledger plus the user's own terms, loaded once per process."""
    own = user_terms_path()
    enabled = gc.isenabled()
    gc.disable()  # a quarter of a million small objects that all stay: collecting between them only costs time
    try:
        return load_tables(DATA / "compiled", (own,) if own.is_file() else ())
    finally:
        if enabled:
            gc.enable()
