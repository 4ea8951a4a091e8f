"""The rows of a ledger as they are told: whole records in words, however the tables keep them.

The log digests these rows and exports hold them, so neither depends on how bodies are compressed or words coded.
"""

from collections.abc import Iterable, Iterator

from sqlalchemy import Column, Connection, LargeBinary, MetaData, Select, Table, Text, select

from skyledger.ledger import tables
from skyledger.ledger.database import Row
from skyledger.ledger.incident_rows import zlib_body
from skyledger.ledger.packing import Packing
from skyledger.ledger.rows import claim_words

_metadata = MetaData()
_CHUNK = 5_000


def _number(name: str, *, empty: bool = False) -> Column[int]:
    return Column(name, tables.documents.c.row.type, nullable=empty)


def _word(name: str, *, empty: bool = False) -> Column[str]:
    return Column(name, Text, nullable=empty)


_TOLD = (
    Table(
        "documents", _metadata, _number("row"), _word("document"), _number("version"),
        Column("key", LargeBinary, nullable=False), _number("published", empty=True), _number("edited", empty=True),
        _word("body"), _word("received_at"),
    ),
    Table(
        "claims", _metadata, _number("row"), _number("derivation_row"), _number("ordinal"), _word("claim"),
        _word("kind"), _word("status"), _word("place", empty=True), _word("region", empty=True),
        _number("time_start", empty=True), _number("time_end", empty=True), _word("night", empty=True), _word("body"),
        _word("received_at"),
    ),
    Table(
        "issues", _metadata, _number("row"), _number("derivation_row"), _number("ordinal"), _word("code"),
        _word("body"), _word("received_at"),
    ),
    Table(
        "incident_claims", _metadata, _number("row"), _number("version_row"), _word("incident"), _word("claim"),
        _word("received_at"),
    ),
)  # fmt: skip
_BY_NAME = {table.name: table for table in _TOLD}
_NOT_TOLD = frozenset((tables.schema_steps, tables.dictionaries))


def told_tables() -> list[Table]:
    """Return the tables as they are told, in an order in which each row finds those it names."""
    return [told(table) for table in tables.metadata.sorted_tables if table not in _NOT_TOLD]


def told(table: Table) -> Table:
    """Return a table as it is told: of the same name, with the columns of its rows."""
    return _BY_NAME.get(table.name, table)


def told_rows(
    connection: Connection, table: Table, *, above: int = -1, to: int | None = None, bodies: bool = True
) -> Iterator[list[Row]]:
    """Yield rows in chunks, by their number: never more than one chunk in memory.

    Args:
        connection: In a transaction.
        table: As queries see it or as it is told.
        above: Only rows above this one.
        to: Up to this one.
        bodies: Whether rows are told with their bodies.

    Raises:
        LedgerError: A body cannot be read.
    """
    stored, packing = tables.metadata.tables[table.name], Packing(connection)
    while True:
        query = (
            (_query(stored) if bodies else _without_body(stored))
            .where(stored.c.row > above)
            .order_by(stored.c.row)
            .limit(_CHUNK)
        )
        if to is not None:
            query = query.where(stored.c.row <= to)
        rows: list[Row] = [dict(row) for row in connection.execute(query).mappings()]
        if not rows:
            return
        above = rows[-1]["row"]
        yield _tell(stored, rows, packing) if bodies else rows


def _without_body(table: Table) -> Select[*tuple[object, ...]]:
    return select(*(column for column in table.columns if column.name != "body"))


def _query(table: Table) -> Select[*tuple[object, ...]]:
    if table is tables.incident_claims:
        c, v = table.c, tables.incident_versions.c
        return select(c.row, c.version_row, v.incident, c.claim, v.received_at).join_from(
            table, tables.incident_versions, v.row == c.version_row
        )
    if table not in _READINGS:
        return select(table)
    first, x = table.alias("first_of_them"), tables.derivations.c
    columns = (table.c[name] for name in _READINGS[table])
    joined = table.join(tables.derivations, x.row == table.c.derivation_row).join(
        first, (first.c.derivation_row == table.c.derivation_row) & (first.c.ordinal == 0)
    )
    return select(*columns, first.c.body, x.received_at).select_from(joined)


_READINGS = {
    tables.claims: ("row", "derivation_row", "ordinal"),
    tables.issues: ("row", "derivation_row", "ordinal", "code"),
}


def _tell(table: Table, rows: list[Row], packing: Packing) -> list[Row]:
    names = [column.name for column in told(table).columns]
    if table is tables.documents:
        rows = [{**row, "body": packing.unpack(row["body"])} for row in rows]
    elif table is tables.incident_versions:
        rows = [{**row, "body": zlib_body(row["body"], packing)} for row in rows]
    elif table in _READINGS:
        bodies = [packing.line_of(row["body"], row["ordinal"]) for row in rows]
        words = map(claim_words, bodies) if table is tables.claims else [{} for _ in rows]
        rows = [{**row, **found, "body": body} for row, found, body in zip(rows, words, bodies, strict=True)]
    else:
        return rows
    return [{name: row[name] for name in names} for row in rows]


def chunked(rows: Iterable[Row]) -> Iterator[list[Row]]:
    """Yield rows in chunks that do not part the claims or issues of a derivation."""
    chunk: list[Row] = []
    for row in rows:
        if len(chunk) >= _CHUNK and row.get("derivation_row") != chunk[-1].get("derivation_row", -1):
            yield chunk
            chunk = []
        chunk.append(row)
    if chunk:
        yield chunk
