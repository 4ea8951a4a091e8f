"""Load compiled packs and scan texts with them: one pass finds every term of every language."""

import gc
import hashlib
import os
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from skyledger.errors import PackError
from skyledger.model.kinds import Side
from skyledger.packs.normalise import Tokens
from skyledger.packs.place_table import PlaceTable
from skyledger.packs.records import GazetteerPlace, Official, Term
from skyledger.packs.sorted_rows import Bytes, SortedRows, bytes_of
from skyledger.packs.tables import TERM_HEADER, read_table, table_lines
from skyledger.packs.term_table import NOTHING, TermTable, sound_rows

DATA = Path(__file__).resolve().parent.parent / "data"
# Weights that decide what a text tells; part of the version, read by skyledger.extract.learned.weights.
_LEARNED = tuple(DATA / "learned" / f"{name}.tsv" for name in ("figures", "told", "quiet"))
_TERM_TABLES = ("lexicon_terms.tsv", "place_terms.tsv", "speaker_terms.tsv")
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
    "city",
)


@dataclass(slots=True)
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
        terms: What each surface may mean.
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
        self.terms = terms if isinstance(terms, TermTable) else TermTable.of(terms)

    def scan(self, tokens: Tokens) -> list[Hit]:
        """Return every surface found, in order of start; longer ones first where starts are equal."""
        return [Hit(start, stop, terms) for start, stop, terms in self.find(tokens)]

    def find(self, tokens: Tokens) -> list[tuple[int, int, tuple[Term, ...]]]:
        """Return what :meth:`scan` does, as bare tuples."""
        words, table = tokens.words, self.terms
        length = len(words)
        hits = []
        for start, group in enumerate(map(table.known.get, words)):
            if group is NOTHING:
                continue
            surfaces, alone, longer = group or table.starting_with(words[start])
            if longer and start + 1 < length:
                for width in longer.get(words[start + 1], ()):
                    stop = start + width
                    if stop <= length and (terms := surfaces.get(" ".join(words[start:stop]))) is not None:
                        hits.append((start, stop, terms))
            if alone is not None:
                hits.append((start, start + 1, alone))
        return hits

    def says_nothing(self, tokens: Tokens) -> bool:
        """Tell whether no word of a text begins a trigger; a text with words not met before is not told yet."""
        return self.terms.idle.issuperset(tokens.words)


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


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
                city=row[11],
            )
        except (ValueError, IndexError) as error:
            raise PackError(f"{path.name}: row {row[:1]}: {error}") from error
    return officials


def _load_rows(path: Path, data: Bytes) -> SortedRows:
    header = "\t".join(TERM_HEADER).encode() + b"\n"
    if data[: len(header)] != header:
        raise PackError(f"{path}: line 1: expected the columns {' '.join(TERM_HEADER)}")
    if data[-1:] != b"\n":
        raise PackError(f"{path}: cut short; run: skyledger packs compile")
    return SortedRows(data, len(header))


def load_tables(compiled: Path, extra_terms: tuple[Path, ...] = ()) -> Packs:
    """Load packs from a folder of compiled tables.

    Args:
        compiled: Folder with gazetteer, officials and term tables.
        extra_terms: Further term tables, such as a user's own; they need not be sorted.

    Raises:
        PackError: Naming file, row and fault. Rows of shipped terms and places are looked at when they are asked for.
    """
    shipped = [compiled / name for name in _TERM_TABLES]
    digest = hashlib.sha256()
    data: dict[Path, Bytes] = {}
    for path in [*shipped, *extra_terms, compiled / "gazetteer.tsv", compiled / "officials.tsv"]:
        try:
            data[path] = bytes_of(path)
        except OSError as error:
            raise PackError(f"{path}: {error.strerror}; run: skyledger packs compile") from error
        digest.update(data[path])
    for path in _LEARNED:
        try:
            digest.update(path.read_bytes())
        except OSError as error:
            raise PackError(f"{path}: {error.strerror}; it is made by: python -m evaluation.train_weights") from error
    rows = [_load_rows(path, data[path]) for path in shipped]
    own = [sound_rows(path.name, table_lines(path, TERM_HEADER)) for path in extra_terms]
    return Packs(
        TermTable(rows + own),
        PlaceTable(compiled / "gazetteer.tsv"),
        _load_officials(compiled / "officials.tsv"),
        digest.hexdigest()[:12],
    )


def check_tables(compiled: Path) -> str:
    """Read every row of compiled tables, which a text leaves for later, and return their version.

    Raises:
        PackError: Naming file, row and fault.
    """
    packs = load_tables(compiled)
    for table in (packs.terms, packs.places):
        for _ in table.values():
            pass
    return packs.version


def user_terms_path() -> Path:
    """Return where terms added by ``skyledger packs add-term`` are kept (``SKYLEDGER_PACKS`` or the user's folder)."""
    folder = os.environ.get("SKYLEDGER_PACKS")
    return Path(folder) / "terms.tsv" if folder else Path.home() / ".config" / "skyledger" / "packs" / "terms.tsv"


@cache
def load_packs() -> Packs:
    """Return the packs that ship with skyledger plus the user's own terms, loaded once per process."""
    own = user_terms_path()
    enabled = gc.isenabled()
    gc.disable()  # tens of thousands of small objects that all stay: collecting between them only costs time
    try:
        return load_tables(DATA / "compiled", (own,) if own.is_file() else ())
    finally:
        if enabled:
            gc.enable()
