"""Rows as they are told, as exports hold them, on their way back into tables: packed, and found by codes."""

from collections.abc import Callable, Iterable, Iterator

from sqlalchemy import Connection, Table

from skyledger.errors import LedgerError
from skyledger.ledger import tables
from skyledger.ledger.codec import decoder
from skyledger.ledger.database import Row
from skyledger.ledger.kept import chunked
from skyledger.ledger.packing import Packing
from skyledger.ledger.rows import CLAIM_COLUMNS, claim_codes
from skyledger.model import Claim

_claim = decoder(Claim)
_Stored = Callable[[Packing, list[Row]], list[Row]]


def stored_chunks(connection: Connection, table: Table, rows: Iterable[Row]) -> Iterator[list[Row]]:
    """Yield rows of a table as it stores them.

    Args:
        connection: In a write transaction; dictionaries are made as rows come.
        table: As queries see it or as it is told.
        rows: As they are told, by their number.

    Raises:
        LedgerError: The claims or issues of a derivation are not whole.
    """
    stored = _STORED.get(table.name)
    packing = Packing(connection)
    for chunk in chunked(rows):
        if stored is None:
            yield chunk
            continue
        kept = tables.metadata.tables[table.name]
        packing.learn(kept, [row["body"] for row in chunk if row.get("body")], len(chunk), chunk[-1]["received_at"])
        yield stored(packing, chunk)


def _documents(packing: Packing, rows: list[Row]) -> list[Row]:
    return [{**row, "body": packing.pack("documents", row["body"])} for row in rows]


def _claims(packing: Packing, rows: list[Row]) -> list[Row]:
    bodies = _first_bodies("claims", packing, rows)
    return [
        {"row": row["row"], "derivation_row": row["derivation_row"], "body": body}
        | dict(zip(CLAIM_COLUMNS, claim_codes(_claim(row["body"]), row["ordinal"]), strict=True))
        for row, body in zip(rows, bodies, strict=True)
    ]


def _issues(packing: Packing, rows: list[Row]) -> list[Row]:
    names = ("row", "derivation_row", "ordinal", "code")
    bodies = _first_bodies("issues", packing, rows)
    return [{name: row[name] for name in names} | {"body": body} for row, body in zip(rows, bodies, strict=True)]


def _incident_claims(packing: Packing, rows: list[Row]) -> list[Row]:
    return [{name: row[name] for name in ("row", "version_row", "claim")} for row in rows]


_STORED: dict[str, _Stored] = {
    "documents": _documents,
    "claims": _claims,
    "issues": _issues,
    "incident_claims": _incident_claims,
}


def _first_bodies(kind: str, packing: Packing, rows: list[Row]) -> list[bytes | None]:
    """Return the body that all rows of a derivation share for the first of them, and None for the others."""
    lines: dict[int, list[str]] = {}
    for row in rows:
        own = lines.setdefault(row["derivation_row"], [])
        if row["ordinal"] != len(own):
            raise LedgerError(f"{kind}: row {row['row']} is not the next one of derivation {row['derivation_row']}")
        own.append(row["body"])
    return [
        packing.pack(kind, "\n".join(lines[row["derivation_row"]])) if row["ordinal"] == 0 else None for row in rows
    ]
