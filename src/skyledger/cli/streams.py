"""Where output goes and where input comes from: files, pipes, the terminal."""

import io
import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO

from skyledger.errors import UsageError

if TYPE_CHECKING:
    from rich.console import Console

    from skyledger.ingest import FileRead, ReadFault

STDIN = Path("-")


def speak_utf8() -> None:
    """Make stdout and stderr UTF-8 whatever the locale is: the texts are Cyrillic and the formats are UTF-8.

    A lone surrogate is written as ``\\udc80``, which is also how JSON writes it.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


@contextmanager
def open_out(path: Path | None, inputs: Sequence[Path] = ()) -> Iterator[TextIO]:
    """Open what a command writes to.

    Args:
        path: A file, or None (and ``-``) for stdout.
        inputs: Files the command still has to read, which must not be overwritten.

    Raises:
        UsageError: The file is one of the inputs or cannot be written.
    """
    if path is None or path == STDIN:
        yield sys.stdout
        return
    if any(path.exists() and source.exists() and path.samefile(source) for source in inputs):
        raise UsageError(f"{path}: is also an input; name another file to write to")
    try:
        stream = path.open("w", encoding="utf-8", errors="backslashreplace")
    except OSError as error:
        raise UsageError(f"{path}: cannot be written: {error.strerror}") from error
    with stream:
        yield stream


def write_text(text: str, path: Path | None) -> None:
    """Write one finished text, ending in a newline."""
    with open_out(path) as stream:
        stream.write(text if text.endswith("\n") else text + "\n")


def to_line(value: Any) -> str:
    """Return one JSON Lines line."""
    return json.dumps(value, ensure_ascii=False) + "\n"


def print_json(value: Any) -> None:
    """Print one JSON document for people and programs."""
    print(json.dumps(value, ensure_ascii=False, indent=2))


def say_faults(faults: Sequence["ReadFault"]) -> None:
    """Print each fault as one line on stderr."""
    for fault in faults:
        print(f"skyledger: {fault}", file=sys.stderr)


def read_inputs(paths: Sequence[Path]) -> Iterator["FileRead"]:
    """Read files, folders and, for ``-``, JSON Lines from stdin, in the order given.

    Args:
        paths: As the user named them.

    Returns:
        What each file gave.
    """
    from datetime import UTC, datetime

    from skyledger.ingest import Limits, read_bytes, read_paths

    now = datetime.now(UTC)
    for path in paths:
        if path == STDIN:
            data = sys.stdin.buffer.read(Limits().file_bytes + 1)
            yield from read_bytes(data, "stdin.jsonl", now=now)
        else:
            yield from read_paths([path], now=now)


def table_console() -> "Console":
    """Return a console for tables on stdout; in a pipe it is wide enough not to cut a cell."""
    from rich.console import Console

    return Console(width=None if sys.stdout.isatty() else 200, highlight=False)


def print_table(headings: Sequence[str], rows: Sequence[Sequence[str]], *, right: frozenset[int] = frozenset()) -> None:
    """Print rows under headings.

    Args:
        headings: One for each column.
        rows: Cells as they should read; nothing in them is markup.
        right: Numbers of the columns that are figures.
    """
    from rich.table import Table
    from rich.text import Text

    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0))
    for number, heading in enumerate(headings):
        table.add_column(heading, justify="right" if number in right else "left", overflow="fold")
    for row in rows:
        table.add_row(*(Text(cell) for cell in row))
    table_console().print(table)


def print_pairs(pairs: Mapping[str, str]) -> None:
    """Print ``name  value`` lines with the values in one column."""
    width = max((len(name) for name in pairs), default=0)
    for name, value in pairs.items():
        print(f"{name:<{width}}  {value}")
