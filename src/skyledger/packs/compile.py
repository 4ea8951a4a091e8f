"""Compile every pack into the tables that texts are read with: all of them or, where one is broken, none."""

import os
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from skyledger.errors import PackError
from skyledger.packs.compile_lexicon import compile_lexicon
from skyledger.packs.compile_places import compile_places
from skyledger.packs.compile_places import write_tables as write_places
from skyledger.packs.compile_speakers import compile_speakers
from skyledger.packs.compile_speakers import write_tables as write_speakers
from skyledger.packs.inflect_slavic import analyser
from skyledger.packs.load import DATA, check_tables
from skyledger.packs.tables import TERM_HEADER, term_rows, write_table

TABLES = ("lexicon_terms.tsv", "gazetteer.tsv", "place_terms.tsv", "officials.tsv", "speaker_terms.tsv")

OnStep = Callable[[str], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class CompiledTable:
    """A table that was written: its file name and its number of rows without the header."""

    name: str
    rows: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CompileReport:
    """What compiling made.

    Attributes:
        tables: In the order of :data:`TABLES`.
        seconds: How long it took.
        version: The packs' version from now on, without a user's own terms.
    """

    tables: tuple[CompiledTable, ...]
    seconds: float
    version: str


def compile_all(data: Path = DATA, on_step: OnStep | None = None) -> CompileReport:
    """Compile lexicon, places and speakers, and put the new tables in the place of the old ones.

    Args:
        data: Folder with ``lexicon/``, ``gazetteer/`` and ``speakers/``; ``compiled/`` is written.
        on_step: Told which pack is being compiled.

    Returns:
        Rows, seconds and the new version.

    Raises:
        PackError: A pack is broken, pymorphy3 is missing, or the tables cannot be written; the old ones then stay.
    """
    started = time.perf_counter()
    try:
        with TemporaryDirectory(dir=data, prefix=".compiling-") as staging:
            fresh = compile_into(Path(staging), data, on_step)
            version = check_tables(fresh)
            tables = tuple(CompiledTable(name=name, rows=_count_rows(fresh / name)) for name in TABLES)
            (data / "compiled").mkdir(exist_ok=True)
            for name in TABLES:
                os.replace(fresh / name, data / "compiled" / name)
    except OSError as error:
        raise PackError(f"{data}: compiled tables cannot be written: {error.strerror}") from error
    return CompileReport(tables=tables, seconds=time.perf_counter() - started, version=version)


def compile_into(target: Path, data: Path, on_step: OnStep | None = None) -> Path:
    """Compile the packs of ``data`` into ``target/compiled`` and return that folder.

    Raises:
        PackError: A pack is broken or pymorphy3 is missing.
    """
    for lang in ("ru", "uk"):
        analyser(lang)
    tell = (lambda _: None) if on_step is None else on_step
    folder = target / "compiled"
    tell("lexicon")
    write_table(folder / "lexicon_terms.tsv", TERM_HEADER, term_rows(compile_lexicon(data / "lexicon")))
    tell("speakers")
    write_speakers(folder, *compile_speakers(data))
    tell("places")
    write_places(target, *compile_places(data))
    return folder


def _count_rows(path: Path) -> int:
    return path.read_bytes().count(b"\n") - 1
