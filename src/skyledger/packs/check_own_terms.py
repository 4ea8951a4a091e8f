"""Faults of a user's own terms: the source, and whether the table beside it still follows from it."""

from collections.abc import Callable, Iterator
from pathlib import Path

from skyledger.errors import PackError
from skyledger.packs.check_tables import (
    PLACE_COLUMNS,
    Row,
    Table,
    check_rows,
    read_rows,
    term_checker,
)
from skyledger.packs.compile_speakers import OFFICIAL_HEADER
from skyledger.packs.faults import PackFault
from skyledger.packs.normalise import normalise_surface, tokenise
from skyledger.packs.own_terms import compile_own_terms, read_own_terms, source_path
from skyledger.packs.shapes import OWN_TERM
from skyledger.packs.source_file import SourceFile, read_source
from skyledger.packs.tables import TERM_HEADER


def check_own_terms(table: Path, data: Path) -> Iterator[PackFault]:
    """Yield the faults of a user's table of terms and of its source.

    Args:
        table: The compiled table; its source is ``terms.toml`` beside it.
        data: The packs' folder, for the ids that terms may point at.
    """
    path = source_path(table)
    if path.exists():
        source = read_source(path, str(path))
        if isinstance(source, PackFault):
            yield source
            return
        faults = list(_check_source(source))
        yield from faults
        if not faults:
            yield from _check_against_source(table)
    if table.exists():
        own = read_rows(table, str(table), TERM_HEADER)
        yield from [own] if isinstance(own, PackFault) else check_rows(own, TERM_HEADER, _term_checker(data))


def _term_checker(data: Path) -> Callable[[Row], Iterator[str]]:
    places = read_rows(data / "compiled" / "gazetteer.tsv", "", PLACE_COLUMNS)
    officials = read_rows(data / "compiled" / "officials.tsv", "", OFFICIAL_HEADER)
    ids = [table.ids if isinstance(table, Table) else frozenset[str]() for table in (places, officials)]
    return term_checker(*ids)


def _check_source(source: SourceFile) -> Iterator[PackFault]:
    yield from source.unknown_tables(frozenset({"term"}))
    seen: dict[tuple[str, ...], int] = {}
    for number, raw in source.tables("term"):
        path = ("term", number)
        faults = source.shape_faults(raw, OWN_TERM, path)
        yield from faults
        if faults:
            continue
        surfaces = {normalise_surface(form) for form in raw["forms"]} - {""}
        joined = tokenise(raw["example"]).joined
        if not any(f" {surface} " in joined for surface in surfaces):
            yield source.fault((*path, "example"), raw["word"], "the term is not found in its example")
        key = (raw["category"], raw["value"], raw["lang"], normalise_surface(raw["word"]))
        first = seen.setdefault(key, source.line_of(path))
        if first != source.line_of(path):
            yield source.fault(path, raw["word"], f"this term stands twice, first at line {first}")


def _check_against_source(table: Path) -> Iterator[PackFault]:
    try:
        wanted = compile_own_terms(read_own_terms(table))
        there = table.read_text(encoding="utf-8") if table.exists() else ""
    except (PackError, OSError, UnicodeDecodeError) as error:
        yield PackFault(file=str(table), line=0, key="", fault=str(error))
        return
    if there != wanted:
        said = f"does not follow from {source_path(table).name}; run: skyledger packs compile"
        yield PackFault(file=str(table), line=0, key="", fault=said)
