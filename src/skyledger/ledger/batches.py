"""What has arrived since a moment, in batches: rows that have one time are one batch."""

from collections import defaultdict
from itertools import accumulate

from sqlalchemy import Column, Connection, Table, func, select

from skyledger.ledger import tables
from skyledger.ledger.codec import utc_instant, utc_text
from skyledger.ledger.incident_records import Batch, Horizon, Settlement
from skyledger.ledger.read import received

Arrival = tuple[str, int]


def batches_after(connection: Connection, last: Settlement | None, as_of: str | None = None) -> tuple[Batch, ...]:
    """Return the batches of derivations and decisions that came after a settlement, oldest first.

    The order is that of row numbers. A time before that of an earlier row (a clock that went backwards) counts as that
    row's, so that times never run against the order of arrival.
    """
    known = Horizon() if last is None else last.horizon
    earliest = "" if last is None else utc_text(last.received_at, "the last settlement")
    x, d = tables.derivations.c, tables.decisions.c
    derived = _arrivals(connection, x.row, x.received_at, known.derivations, earliest, as_of)
    decided = _arrivals(connection, d.row, d.received_at, known.decisions, earliest, as_of)
    reach: dict[str, dict[str, int]] = defaultdict(dict)
    for time, row in derived:
        reach[time]["derivations"] = row
    for time, row in decided:
        reach[time]["decisions"] = row
    found: list[Batch] = []
    for time in sorted(reach):
        derivations = reach[time].get("derivations", known.derivations)
        decisions = reach[time].get("decisions", known.decisions)
        documents = max(known.documents, _highest_document(connection, known.derivations, derivations))
        known = Horizon(documents=documents, derivations=derivations, decisions=decisions)
        found.append(Batch(horizon=known, received_at=utc_instant(time)))
    return tuple(found)


def newest_horizon(connection: Connection, as_of: str | None = None) -> Horizon:
    """Return the horizon that sees everything, or everything received by an instant."""

    def highest(table: Table) -> int:
        query = select(func.coalesce(func.max(table.c.row), 0)).where(*received(table, as_of))
        return connection.scalar(query) or 0

    return Horizon(
        documents=highest(tables.documents),
        derivations=highest(tables.derivations),
        decisions=highest(tables.decisions),
    )


def _arrivals(
    connection: Connection, row: Column[int], received_at: Column[str], above: int, earliest: str, as_of: str | None
) -> list[Arrival]:
    """Return the times of rows above one, each with the last row of that time; times and rows both rise."""
    query = select(received_at, func.max(row)).where(row > above).group_by(received_at)
    if as_of is not None:
        query = query.where(received_at <= as_of)
    groups = sorted(((last, time) for time, last in connection.execute(query)))
    times = list(accumulate((time for _, time in groups), max, initial=earliest))[1:]
    return list({time: (time, last) for time, (last, _) in zip(times, groups, strict=True)}.values())


def _highest_document(connection: Connection, above: int, to: int) -> int:
    x = tables.derivations.c
    query = select(func.coalesce(func.max(x.document_row), 0)).where(x.row > above, x.row <= to)
    return connection.scalar(query) or 0
