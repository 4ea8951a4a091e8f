"""Tab-separated tables of compiled packs: sorted, one header line, committed, so that a change shows in a diff."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from skyledger.errors import PackError
from skyledger.packs.records import Term

TERM_HEADER = ("surface", "category", "value", "lang", "flags")


def write_table(path: Path, header: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> int:
    """Write sorted rows; return how many.

    Raises:
        PackError: When a field holds a tab or a line break.
    """
    ordered = sorted(set(rows))
    for row in ordered:
        if any("\t" in field or "\n" in field for field in row):
            raise PackError(f"{path.name}: a field of {row[0]!r} holds a tab or a line break")
    path.parent.mkdir(parents=True, exist_ok=True)
    lines = ["\t".join(header), *("\t".join(row) for row in ordered)]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")
    return len(ordered)


def table_lines(path: Path, header: tuple[str, ...]) -> Iterator[str]:
    """Yield the lines of a table below its header.

    Raises:
        PackError: When the file is missing or its header is another.
    """
    try:
        text = path.read_text(encoding="utf-8")
    except OSError as error:
        raise PackError(f"{path}: {error.strerror}; run: skyledger packs compile") from error
    lines = text.split("\n")
    if tuple(lines[0].split("\t")) != header:
        raise PackError(f"{path}: line 1: expected the columns {' '.join(header)}")
    return (line for line in lines[1:] if line)


def read_table(path: Path, header: tuple[str, ...]) -> Iterator[list[str]]:
    """Yield the rows of a table, cut at tabs; see :func:`table_lines` for what it raises."""
    for line in table_lines(path, header):
        yield line.split("\t")


def term_rows(terms: Iterable[tuple[str, Term]]) -> Iterator[tuple[str, ...]]:
    """Turn terms into table rows."""
    for surface, term in terms:
        yield surface, term.category, term.value, term.lang, term.flags
