"""Checking the hash chain: each entry against the one before, its rows against their digest, rows against entries."""

from collections.abc import Iterator

from sqlalchemy import Connection, func, select

from skyledger.errors import LedgerError
from skyledger.ledger.chain import CHAINED, FOREIGN, GENESIS, Entry, LogBody, entries, reach_of


def chain_faults(connection: Connection) -> Iterator[str]:
    """Yield where the log does not fit itself or the rows it speaks of; the first one is where it was broken."""
    previous, clock = GENESIS, ""
    reached: dict[str, int] = {}
    for entry in list(entries(connection)):
        where = f"log entry {entry.row} ({entry.what}, {entry.received_at})"
        if entry.previous != previous:
            yield f"{where}: does not follow the entry before it; one was left out, put in or made anew"
        if entry.hash_made_anew() != entry.hash:
            yield f"{where}: is not what its hash was made of"
        if entry.received_at < clock:
            yield f"{where}: is earlier than the entry before it"
        previous, clock = entry.hash, max(clock, entry.received_at)
        try:
            body = entry.body()
        except LedgerError as error:
            yield f"{where}: {error}"
            continue
        yield from _entry_faults(connection, where, entry, body, reached)
        reached |= body.to
    yield from _rows_without_entry(connection, reached)


def _entry_faults(
    connection: Connection, where: str, entry: Entry, body: LogBody, reached: dict[str, int]
) -> Iterator[str]:
    if entry.what == FOREIGN:
        names = ", ".join(f"{reach.rows} of {name}" for name, reach in sorted(body.reach.items()))
        yield f"{where}: another program put in rows: {names}"
    for table in CHAINED:
        said = body.reach.get(table.name)
        if said is None:
            continue
        above = reached.get(table.name, 0)
        try:
            found = reach_of(connection, table, above, said.to, body.form)
        except LedgerError as error:
            yield f"{where}: the rows of {table.name} after row {above} cannot be read: {error}"
            continue
        if found.rows != said.rows:
            yield f"{where}: wrote {said.rows} rows of {table.name} after row {above}; {found.rows} are there"
        elif found != said:
            yield f"{where}: the {said.rows} rows of {table.name} after row {above} are not those it wrote"


def _rows_without_entry(connection: Connection, reached: dict[str, int]) -> Iterator[str]:
    for table in CHAINED:
        highest = connection.scalar(select(func.max(table.c.row))) or 0
        if highest > reached.get(table.name, 0):
            yield f"table {table.name}: rows after {reached.get(table.name, 0)} are in no log entry"
