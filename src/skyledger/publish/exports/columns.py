"""A table as columns: name, type, one sentence of meaning, and how a row gives its cell."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from skyledger.publish.export_view import View
from skyledger.publish.exports.cells import Cell, write_csv
from skyledger.publish.rows import Row

Get = Callable[[Row, View], Cell]


@dataclass(frozen=True, slots=True)
class Column:
    """One column.

    Attributes:
        about: One sentence.
        get: Its cell of a row.
        type: As Table Schema names it: string, integer, number, boolean, date, datetime.
        tag: HXL tag, ``""`` where the column is in no HXL export.
    """

    name: str
    about: str
    get: Get
    type: str = "string"
    tag: str = ""


def write_table(columns: Sequence[Column], rows: Sequence[Row], view: View, *, tags: bool = False) -> bytes:
    """Return rows as CSV with a line of names, and on demand one of HXL tags below it."""
    heads = [[c.name for c in columns]]
    if tags:
        heads.append([c.tag for c in columns])
    return write_csv(heads, ([c.get(row, view) for c in columns] for row in rows))
