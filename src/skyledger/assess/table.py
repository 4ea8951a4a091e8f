"""A plain table of nights, for people without a ledger: night, region, low, high.

A row says that the region was attacked (or, with ``0``, that it was not); an empty ``low`` is an attack without a
number, an empty ``high`` an open one. A night without a row is unknown, never quiet, unless the table is complete.
"""

import csv
import io
from collections import defaultdict
from dataclasses import dataclass, replace
from datetime import date

from skyledger.assess.building import QUIET, UNKNOWN, NightFigure, Span, from_figures, join_area
from skyledger.assess.series import NightSeries
from skyledger.errors import UsageError

_COLUMNS = ("night", "region", "low", "high")
_MOST = 1_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """What a table holds.

    Attributes:
        rows: Least and greatest number by region and night; least None: not given, greatest None: open.
        first: First night with a row.
        last: Last night with a row.
        has_high: Whether it has a column ``high``; without one a number is exact.
    """

    rows: dict[str, dict[date, tuple[int | None, int | None]]]
    first: date
    last: date
    has_high: bool = True

    def only(self, region: str) -> "Table":
        """Return the table of one of its regions, of the same nights."""
        return replace(self, rows={region: self.rows[region]})


def read_table(text: str, name: str) -> Table:
    """Read a table; columns may stand in any order, others are passed over, ``region`` and ``high`` may be missing.

    Args:
        text: CSV with a line of headings.
        name: Of the file, for what is said of a fault.

    Raises:
        UsageError: A heading is missing, a cell is no date or number, a range is upside down or a night is there twice;
            the text names file, line and reason.
    """
    reader = csv.DictReader(io.StringIO(text.lstrip("\ufeff")), skipinitialspace=True)
    headings = {(h or "").strip().lower(): h for h in reader.fieldnames or ()}
    missing = [c for c in ("night", "low") if c not in headings]
    if missing:
        wanted = "it needs night, low and, if known, region and high"
        raise UsageError(f"{name}: line 1: no column {' and '.join(missing)}; {wanted}")
    rows: dict[str, dict[date, tuple[int | None, int | None]]] = defaultdict(dict)
    try:
        for row in reader:
            cells = {c: (row.get(headings.get(c, "")) or "").strip() for c in _COLUMNS}
            if any(cells.values()):
                where = f"{name}: line {reader.line_num}"
                region, night = cells["region"] or "all", _date(cells["night"], where)
                if night in rows[region]:
                    raise UsageError(f"{where}: {night} is there twice for {region}; a night has one row a region")
                rows[region][night] = _bounds(cells, where)
    except csv.Error as error:
        raise UsageError(f"{name}: line {reader.line_num}: {error}") from error
    nights = [night for listed in rows.values() for night in listed]
    if not nights:
        raise UsageError(f"{name}: has headings but no rows; nothing can be said of it")
    span = (max(nights) - min(nights)).days + 1
    if span > 40_000:
        raise UsageError(f"{name}: runs from {min(nights)} to {max(nights)}, {span} nights; look at its dates")
    return Table(rows=dict(rows), first=min(nights), last=max(nights), has_high="high" in headings)


def _date(text: str, where: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise UsageError(f"{where}: night {text!r} is no date; write the date of the morning as 2025-12-11") from error


def _bounds(cells: dict[str, str], where: str) -> tuple[int | None, int | None]:
    low, high = (_number(cells[c], c, where) for c in ("low", "high"))
    if low is not None and high is not None and high < low:
        raise UsageError(f"{where}: high {high} is less than low {low}")
    return low, high


def _number(text: str, column: str, where: str) -> int | None:
    if not text:
        return None
    try:
        value = float(text)
    except ValueError:
        value = -1.0
    if not 0 <= value <= _MOST or value != int(value):
        raise UsageError(f"{where}: {column} {text!r} is no whole number from 0 to {_MOST}")
    return int(value)


def table_series(table: Table, span: Span, *, complete: bool) -> tuple[NightSeries, list[NightSeries]]:
    """Return the series of the whole table and of each region.

    Args:
        table: As read.
        span: The nights wanted.
        complete: The table lists every attack, so a night without a row was quiet.
    """
    regions = [
        from_figures(
            region,
            [_figure(listed.get(night, ()), complete=complete, has_high=table.has_high) for night in span.nights()],
            span,
        )
        for region, listed in sorted(table.rows.items())
    ]
    return (regions[0] if len(regions) == 1 else join_area("all", regions)), regions


def _figure(row: tuple[int | None, int | None] | tuple[()], *, complete: bool, has_high: bool) -> NightFigure:
    if not row:
        return QUIET if complete else UNKNOWN
    low, high = row
    if low is None:
        return NightFigure(low=1.0, high=None if high is None else float(max(high, 1)), attacked=1.0)
    top = float(low) if not has_high else None if high is None else float(high)
    if low == 0:
        # "0 to 3" leaves open whether there was an attack at all
        return NightFigure(low=0.0, high=top if top is not None else 0.0, attacked=0.0 if not top else float("nan"))
    return NightFigure(low=float(low), high=top, attacked=1.0)
