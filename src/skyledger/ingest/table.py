"""Tables with named columns: CSV, TSV and their kin with semicolons or bars."""

import csv
import itertools
from collections.abc import Iterator

from skyledger.ingest.decode_file import decode_file
from skyledger.ingest.records import RawFile, ReadFault, ReadItem
from skyledger.ingest.rows import ALIASES, normalise_key, read_row

DELIMITERS = (",", "\t", ";", "|")
_KNOWN = frozenset(itertools.chain.from_iterable(ALIASES.values()))
_BODY = frozenset((*ALIASES["text"], *ALIASES["title"]))


def looks_like_table(head: str) -> bool:
    """Tell whether the first line names at least two known columns, one of them with text."""
    names = _best_header(head.partition("\n")[0])
    return len(names & _KNOWN) >= 2 and bool(names & _BODY)


def read_table(raw: RawFile) -> Iterator[ReadItem]:
    """Yield one document per row; a row that does not fit its header is a fault."""
    decoded = decode_file(raw)
    if isinstance(decoded, ReadFault):
        yield decoded
        return
    yield from decoded.damage
    lines = decoded.text.replace("\x00", "\ufffd").replace("\r\n", "\n").split("\n")
    delimiter = _sniff(lines[0])
    rows = _rows(raw, lines, delimiter)
    header = next(rows, None)
    if header is None or isinstance(header, str):
        yield raw.fault("line 1", header or "there is no header line")
        return
    _, names = header
    if not _BODY & {normalise_key(name) for name in names}:
        known = ", ".join(ALIASES["text"][:4])
        yield raw.fault("line 1", f"no column holds a text (known names: {known}); found: {', '.join(names)[:200]}")
        return
    yield from _read_rows(raw, rows, names)


def _read_rows(raw: RawFile, rows: Iterator[tuple[int, list[str]] | str], names: list[str]) -> Iterator[ReadItem]:
    for row in rows:
        if isinstance(row, str):
            place, _, reason = row.partition(": ")
            yield raw.fault(place, reason)
            continue
        line, values = row
        if not any(value.strip() for value in values):
            continue
        if len(values) > len(names):
            reason = f"{len(values)} values under {len(names)} columns; is a delimiter unquoted?"
            yield raw.fault(f"line {line}", reason)
            continue
        # A row may end early: what is missing is empty.
        yield from read_row(raw, dict(zip(names, values, strict=False)), f"line {line}")


def _rows(raw: RawFile, lines: list[str], delimiter: str) -> Iterator[tuple[int, list[str]] | str]:
    """Yield numbered rows, and ``"line N: why"`` for one that cannot be parsed; reading goes on at the line after it.

    An unclosed quote would swallow all that follows: the strict dialect notices, and only its first line is lost.
    """
    start, failures = 0, 0
    while start < len(lines) and failures < raw.limits.faults:
        reader = csv.reader(
            (line + "\n" for line in itertools.islice(lines, start, None)), delimiter=delimiter, strict=True
        )
        row_start = start
        try:
            for row in reader:
                yield row_start + 1, row
                row_start = start + reader.line_num
            return
        except csv.Error as error:
            failures += 1
            yield f"line {row_start + 1}: not a row of the table: {error}"
            start = row_start + 1


def _best_header(line: str) -> set[str]:
    return max((_names(line, delimiter) for delimiter in DELIMITERS), key=lambda names: len(names & _KNOWN))


def _names(line: str, delimiter: str) -> set[str]:
    return {normalise_key(name.strip().strip('"')) for name in line.split(delimiter)}


def _sniff(line: str) -> str:
    """Return the delimiter under which the header has most known names, then the one it has most of."""
    return max(DELIMITERS, key=lambda delimiter: (len(_names(line, delimiter) & _KNOWN), line.count(delimiter)))
