"""How much a ledger holds, or held at an instant."""

from sqlalchemy import Connection, Table, distinct, func, select

from skyledger.ledger import tables
from skyledger.ledger.read import count_standing, received
from skyledger.ledger.records import LedgerStats


def read_stats(connection: Connection, as_of: str | None) -> LedgerStats:
    """Return the size of a ledger."""

    def count(table: Table) -> int:
        return count_received(connection, table, as_of)

    ids = select(func.count(distinct(tables.documents.c.document)))
    return LedgerStats(
        files=count(tables.files),
        documents=connection.scalar(ids.where(*received(tables.documents, as_of))) or 0,
        versions=count(tables.documents),
        claims=count_standing(connection, tables.claims, as_of),
        claims_stored=count(tables.claims),
        issues=count_standing(connection, tables.issues, as_of),
        decisions=count(tables.decisions),
        runs=count(tables.runs),
    )


def count_received(connection: Connection, table: Table, as_of: str | None) -> int:
    """Return how many rows were there; claims came when their derivation did."""
    query = select(func.count()).select_from(table)
    if table is tables.claims and as_of is not None:
        x = tables.derivations.c
        query = query.join(tables.derivations, x.row == table.c.derivation_row).where(x.received_at <= as_of)
    else:
        query = query.where(*received(table, as_of))
    return connection.scalar(query) or 0
