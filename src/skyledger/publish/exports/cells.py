"""Cells that no spreadsheet runs: text that could be read as a formula is made text, numbers stay numbers.

Source: OWASP, CSV Injection. A separator of another locale inside a text may start a cell too, so what follows one is
guarded as well as the beginning.
"""

import csv
import io
import re
from collections.abc import Iterable, Sequence

from skyledger.publish.words import clean_text

Cell = str | int | float | bool | None
_FORMULA = re.compile(r"(^|[;,\t\r\n|])([ \u00a0]*)(?=[=+\-@\uff1d\uff0b\uff0d\uff20])")
_CONTROL_START = re.compile(r"^(?=[\t\r\n])")


def safe_text(text: str) -> str:
    """Return text that a spreadsheet shows as it is: an apostrophe stands before what would start a formula."""
    return _CONTROL_START.sub("'", _FORMULA.sub(r"\1\2'", clean_text(text)))


def cell_text(cell: Cell) -> str:
    """Return a cell as CSV has it: None is empty, never 0."""
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "true" if cell else "false"
    return safe_text(cell) if isinstance(cell, str) else repr(cell)


def write_csv(heads: Sequence[Sequence[str]], rows: Iterable[Sequence[Cell]]) -> bytes:
    """Return RFC 4180 CSV in UTF-8.

    Args:
        heads: Header lines, written as they are.
        rows: Cells; texts are made safe.
    """
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerows(heads)
    writer.writerows([cell_text(cell) for cell in row] for row in rows)
    # A lone surrogate from a broken file cannot be written as UTF-8.
    return out.getvalue().encode("utf-8", "replace")
