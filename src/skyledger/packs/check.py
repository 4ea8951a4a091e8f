"""Check every pack: sources, compiled tables, policies and a user's own terms; each fault is one line."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from skyledger.errors import PackError
from skyledger.packs.check_gazetteer import check_gazetteer, region_ids
from skyledger.packs.check_lexicon import SurfacesOf, check_lexicon, generated_surfaces
from skyledger.packs.check_own_terms import check_own_terms
from skyledger.packs.check_speakers import check_body_examples, check_speakers
from skyledger.packs.check_tables import check_tables, find_stale
from skyledger.packs.compile import compile_into
from skyledger.packs.faults import PackFault
from skyledger.packs.inflect_slavic import analyser
from skyledger.packs.lexicon_source import LexiconEntry
from skyledger.packs.load import DATA, load_tables
from skyledger.packs.source_file import read_source
from skyledger.packs.tables import TERM_HEADER, table_lines

ParsePolicy = Callable[[str], object]
"""Reads the text of a policy file; raises PackError on the first fault."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckReport:
    """What checking found.

    Attributes:
        faults: In the order of file and line.
        notes: What could not be checked, and why.
        version: The packs' version; ``""`` where the tables do not load.
        counts: Number of sources and of compiled rows by what they are.
    """

    faults: tuple[PackFault, ...]
    notes: tuple[str, ...]
    version: str
    counts: Mapping[str, int]


def check_packs(data: Path = DATA, user_terms: Path | None = None) -> tuple[PackFault, ...]:
    """Return every fault of the packs; see :func:`examine_packs`."""
    return examine_packs(data, user_terms).faults


def examine_packs(
    data: Path = DATA,
    user_terms: Path | None = None,
    *,
    policies: Mapping[str, ParsePolicy] | None = None,
    recompile: bool = True,
) -> CheckReport:
    """Check the packs.

    Args:
        data: Folder with the sources and ``compiled/``.
        user_terms: A user's own table of terms; its source lies beside it. None where there is none.
        policies: How the files under ``policy/`` are read, by file name; the others are held against TOML only.
        recompile: Compile again to learn whether the tables are stale; takes about fifteen seconds and pymorphy3.

    Returns:
        Faults, what could not be checked, numbers and version.
    """
    notes: list[str] = []
    surfaces_of: SurfacesOf = generated_surfaces
    if not _can_inflect():
        surfaces_of = _table_surfaces(data)
        notes.append("pymorphy3 is not installed: whether compiled tables are stale was not checked")
    elif not recompile:
        notes.append("nothing was compiled again: whether compiled tables are stale was not checked")
    sources = [
        *check_lexicon(data, surfaces_of),
        *check_gazetteer(data),
        *check_speakers(data, region_ids(data)),
        *check_body_examples(data, _body_surfaces(data)),
        *_check_policies(data, {} if policies is None else policies),
    ]
    faults = [*sources, *check_tables(data)]
    if recompile and _can_inflect() and not sources:
        faults += _check_stale(data)
    elif recompile and sources:
        notes.append("the sources have faults: whether compiled tables are stale was not checked")
    if user_terms is not None:
        faults += check_own_terms(user_terms, data)
    return CheckReport(
        faults=tuple(sorted(faults)), notes=tuple(notes), version=_version(data, user_terms), counts=_counts(data)
    )


def _can_inflect() -> bool:
    try:
        return all(analyser(lang) is not None for lang in ("ru", "uk"))
    except PackError:
        return False


def _check_stale(data: Path) -> Iterator[PackFault]:
    with TemporaryDirectory(prefix="skyledger-check-") as folder:
        try:
            fresh = compile_into(Path(folder), data)
        except PackError as error:
            yield PackFault(file="compiled", line=0, key="", fault=str(error))
            return
        yield from find_stale(data, fresh)


def _check_policies(data: Path, policies: Mapping[str, ParsePolicy]) -> Iterator[PackFault]:
    for path in sorted((data / "policy").glob("*.toml")):
        source = read_source(path, f"policy/{path.name}")
        if isinstance(source, PackFault):
            yield source
            continue
        parse = policies.get(path.name)
        if parse is None:
            continue
        try:
            parse(path.read_text(encoding="utf-8"))
        except PackError as error:
            said = str(error).removeprefix("data/").removeprefix(f"{source.name}: ")
            # A reader names the key in quotes but not its line.
            named = [k for k in source.lines if isinstance(k[-1], str) and f"{k[-1]!r}" in said]
            yield source.fault(max(named, key=len, default=()), "", said)


def _rows(data: Path, name: str) -> Iterator[list[str]]:
    try:
        for line in table_lines(data / "compiled" / name, TERM_HEADER):
            yield line.split("\t")
    except (PackError, UnicodeDecodeError):
        return  # reported by check_tables


def _table_surfaces(data: Path) -> SurfacesOf:
    """Return what terms compile to by the committed table: the next best where forms cannot be made."""
    surfaces: dict[tuple[str, ...], set[str]] = defaultdict(set)
    for row in _rows(data, "lexicon_terms.tsv"):
        surfaces[tuple(row[1:4])].add(row[0])

    def surfaces_of(entry: LexiconEntry) -> frozenset[str]:
        return frozenset(surfaces[entry.category, entry.value, entry.lang])

    return surfaces_of


def _body_surfaces(data: Path) -> dict[str, frozenset[str]]:
    surfaces: dict[str, set[str]] = defaultdict(set)
    for row in _rows(data, "speaker_terms.tsv"):
        if len(row) == len(TERM_HEADER):
            surfaces[row[2]].add(row[0])
    return {value: frozenset(found) for value, found in surfaces.items()}


def _version(data: Path, user_terms: Path | None) -> str:
    own = () if user_terms is None or not user_terms.is_file() else (user_terms,)
    try:
        return load_tables(data / "compiled", own).version
    except (PackError, UnicodeDecodeError):
        return ""


def _counts(data: Path) -> dict[str, int]:
    compiled = data / "compiled"
    names = {
        "words": "lexicon_terms.tsv",
        "places": "gazetteer.tsv",
        "place names": "place_terms.tsv",
        "speakers": "officials.tsv",
        "speaker names": "speaker_terms.tsv",
    }
    return {
        what: max(0, (compiled / name).read_bytes().count(b"\n") - 1) if (compiled / name).is_file() else 0
        for what, name in names.items()
    }
