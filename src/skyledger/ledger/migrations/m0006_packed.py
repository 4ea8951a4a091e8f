"""Step 6: bodies packed with dictionaries, one for all claims of a derivation; words of claims as codes; fewer indexes.

No record changes, and what the log digests stays: rows as they are told (:mod:`skyledger.ledger.kept`). Versions of
incidents keep their bodies as they are, because the log holds the hash of those very bytes.
"""

from collections.abc import Iterator, Sequence
from itertools import groupby
from operator import itemgetter
from typing import Any

from sqlalchemy import Connection, text

from skyledger.ledger.codec import decoder
from skyledger.ledger.columns import instant_number
from skyledger.ledger.migrations.codes_of_format_6 import CLAIM_COLUMNS, codes_of_format_6
from skyledger.ledger.migrations.dialects import make_table
from skyledger.ledger.packing import Packing
from skyledger.ledger.tables import metadata
from skyledger.model import Claim

_claim = decoder(Claim)
_CHUNK = 2_000
# Children first: nothing is dropped before what refers to it.
_REMADE = ("marks", "incident_claims", "claim_parts", "claims", "issues", "derivations", "documents")
_TABLES = {
    "dictionaries": (
        "row INTEGER NOT NULL PRIMARY KEY, kind TEXT NOT NULL, number INTEGER NOT NULL, body BLOB NOT NULL, "
        "received_at TEXT NOT NULL, UNIQUE (kind, number)",
        (("row",), ("kind", "number")),
    ),
    "documents": (
        "row INTEGER NOT NULL PRIMARY KEY, document TEXT NOT NULL, version INTEGER NOT NULL, key BLOB NOT NULL, "
        "published INTEGER, edited INTEGER, body BLOB NOT NULL, received_at INTEGER NOT NULL, "
        "UNIQUE (document, version)",
        (("row",), ("document", "version")),
    ),
    "derivations": (
        "row INTEGER NOT NULL PRIMARY KEY, document_row INTEGER NOT NULL REFERENCES documents (row), "
        "number INTEGER NOT NULL, extractor TEXT NOT NULL, pack_version TEXT NOT NULL, key BLOB NOT NULL, "
        "received_at INTEGER NOT NULL, UNIQUE (document_row, number)",
        (("row",), ("document_row", "number")),
    ),
    "claims": (
        "row INTEGER NOT NULL PRIMARY KEY, derivation_row INTEGER NOT NULL REFERENCES derivations (row), "
        "ordinal INTEGER NOT NULL, claim INTEGER NOT NULL, kind INTEGER NOT NULL, status INTEGER NOT NULL, "
        "fate INTEGER, object INTEGER, modality INTEGER NOT NULL, place INTEGER, region INTEGER, speaker INTEGER, "
        "time_start INTEGER, time_end INTEGER, night INTEGER, body BLOB, UNIQUE (derivation_row, ordinal)",
        (("row",), ("derivation_row", "ordinal")),
    ),
    "claim_parts": (
        "row INTEGER NOT NULL PRIMARY KEY, claim_row INTEGER NOT NULL REFERENCES claims (row), "
        "place TEXT NOT NULL, received_at TEXT NOT NULL, UNIQUE (claim_row, place)",
        (("row",), ("claim_row", "place")),
    ),
    "issues": (
        "row INTEGER NOT NULL PRIMARY KEY, derivation_row INTEGER NOT NULL REFERENCES derivations (row), "
        "ordinal INTEGER NOT NULL, code TEXT NOT NULL, body BLOB, UNIQUE (derivation_row, ordinal)",
        (("row",), ("derivation_row", "ordinal")),
    ),
    "incident_claims": (
        "row INTEGER NOT NULL PRIMARY KEY, version_row INTEGER NOT NULL REFERENCES incident_versions (row), "
        "claim TEXT NOT NULL",
        (("row",), ("claim", "version_row")),
    ),
    "marks": (
        "row INTEGER NOT NULL PRIMARY KEY, document_row INTEGER NOT NULL REFERENCES documents (row), "
        "mark BLOB NOT NULL, published INTEGER, received_at INTEGER NOT NULL",
        (("row",), ("document_row", "mark")),
    ),
}
_OLD_INDEXES = (
    "ix_claims_claim", "ix_claims_region", "ix_claims_night", "ix_claims_time", "ix_claims_start", "ix_claims_kind",
    "ix_claims_place", "ix_claim_parts_place", "ix_documents_published", "ix_incident_claims_claim", "ix_marks_mark",
)  # fmt: skip
# The guards of these tables look for a taken key in an index that is no key, so it must be there before the rows.
_GUARDED_BY = (
    "incident_claims_claim ON incident_claims (claim)",
    "marks_document_row ON marks (document_row)",
)
_INDEXES = (
    "claims_claim ON claims (claim)",
    "claims_status ON claims (status)",
    "claims_fate ON claims (fate)",
    "claims_object ON claims (object)",
    "claims_modality ON claims (modality)",
    "claims_place ON claims (place)",
    "claims_region ON claims (region)",
    "claims_speaker ON claims (speaker)",
    "claims_night ON claims (night)",
    "claims_time ON claims (time_end, time_start)",
    "claims_start ON claims (time_start, time_end)",
    "claims_kind ON claims (kind, night)",
    "claim_parts_place ON claim_parts (place)",
    "documents_published ON documents (published)",
    "incident_claims_version_row ON incident_claims (version_row)",
    "marks_mark ON marks (mark)",
)


def pack_bodies(connection: Connection) -> None:
    """Make the tables anew in their shorter shape and bring all rows over."""
    for index in _OLD_INDEXES:
        connection.exec_driver_sql(f"DROP INDEX {index}")
    if connection.dialect.name == "postgresql":
        connection.exec_driver_sql("ALTER TABLE search DROP CONSTRAINT search_document_row_fkey")
    for table in _REMADE:
        if connection.dialect.name == "sqlite":  # where triggers have names of their own, unlike in PostgreSQL
            for guard in ("update", "delete", "replace"):
                connection.exec_driver_sql(f"DROP TRIGGER {table}_no_{guard}")
        connection.exec_driver_sql(f"ALTER TABLE {table} RENAME TO old_{table}")
    for table, (columns, keys) in _TABLES.items():
        make_table(connection, table, columns, keys)
    for index in _GUARDED_BY:
        connection.exec_driver_sql(f"CREATE INDEX ix_{index}")
    _bring_over(connection)
    for table in _REMADE:
        connection.exec_driver_sql(f"DROP TABLE old_{table}")
    if connection.dialect.name == "postgresql":
        connection.exec_driver_sql("ALTER TABLE search ADD FOREIGN KEY (document_row) REFERENCES documents (row)")
        for table in _REMADE:
            connection.exec_driver_sql(
                f"SELECT setval(pg_get_serial_sequence('{table}', 'row'), coalesce(max(row), 1), max(row) IS NOT NULL) "
                f"FROM {table}"
            )
    for index in _INDEXES:
        connection.exec_driver_sql(f"CREATE INDEX ix_{index}")


def _bring_over(connection: Connection) -> None:
    packing = Packing(connection)
    now = connection.exec_driver_sql("SELECT coalesce(max(received_at), '') FROM old_documents").scalar_one()
    for rows in _chunks(connection, "documents", (*_DOCUMENT, "received_at", "body")):
        bodies = _packed(packing, "documents", [row[-1] for row in rows], rows[-1][0], now)
        values = [(*row[:-2], _instant(row[-2]), body) for row, body in zip(rows, bodies, strict=True)]
        _insert(connection, "documents", (*_DOCUMENT, "received_at", "body"), values)
    for table, kept in _TIMED.items():
        for rows in _chunks(connection, table, (*kept, "received_at")):
            values = [(*row[:-1], _instant(row[-1])) for row in rows]
            _insert(connection, table, (*kept, "received_at"), values)
    _bring_readings(connection, packing, "claims", (), now)
    _bring_readings(connection, packing, "issues", ("code",), now)
    for table, columns in _AS_THEY_ARE.items():
        if connection.exec_driver_sql(f"SELECT max(row) FROM old_{table}").scalar() is not None:
            connection.exec_driver_sql(
                f"INSERT INTO {table} ({columns}) SELECT {columns} FROM old_{table} ORDER BY row"
            )


_DOCUMENT = ("row", "document", "version", "key", "published", "edited")
_TIMED = {
    "derivations": ("row", "document_row", "number", "extractor", "pack_version", "key"),
    "marks": ("row", "document_row", "mark", "published"),
}
_AS_THEY_ARE = {"claim_parts": "row, claim_row, place, received_at", "incident_claims": "row, version_row, claim"}


def _bring_readings(connection: Connection, packing: Packing, table: str, found_by: Sequence[str], now: str) -> None:
    """Bring claims or issues over, with one body for all of a derivation."""
    names = ("row", "derivation_row", "ordinal", *found_by, "body")
    columns = ("row", "derivation_row", "body", *(CLAIM_COLUMNS if table == "claims" else ("ordinal", *found_by)))
    for rows in _chunks(connection, table, names, whole=True):
        groups = [sorted(group, key=itemgetter(2)) for _, group in groupby(rows, key=itemgetter(1))]
        lines = ["\n".join(row[-1] for row in group) for group in groups]
        bodies = _packed(packing, table, lines, rows[-1][0], now)
        values = []
        for group, body in zip(groups, bodies, strict=True):
            for row in group:
                codes = codes_of_format_6(_claim(row[-1]), row[2]) if table == "claims" else row[2:-1]
                values.append((row[0], row[1], body if row is group[0] else None, *codes))
        _insert(connection, table, columns, values)


def _packed(packing: Packing, table: str, lines: Sequence[str], rows: int, now: str) -> list[bytes]:
    packing.learn(metadata.tables[table], lines, rows, now)
    return [packing.pack(table, line) for line in lines]


def _chunks(connection: Connection, table: str, columns: Sequence[str], *, whole: bool = False) -> Iterator[list[Any]]:
    """Yield rows of an old table by their number; ``whole``: without parting those of a derivation."""
    order = "derivation_row" if whole else "row"
    query = text(
        f"SELECT {', '.join(columns)} FROM old_{table} WHERE {order} > :above AND {order} <= :to ORDER BY {order}, row"
    )
    highest = connection.exec_driver_sql(f"SELECT coalesce(max({order}), 0) FROM old_{table}").scalar_one()
    for above in range(-1, highest, _CHUNK):
        if rows := [tuple(row) for row in connection.execute(query, {"above": above, "to": above + _CHUNK})]:
            yield rows


def _insert(connection: Connection, table: str, columns: Sequence[str], rows: Sequence[tuple[Any, ...]]) -> None:
    mark = "?" if connection.dialect.name == "sqlite" else "%s"
    marks = ", ".join([mark] * len(columns))
    connection.exec_driver_sql(f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({marks})", list(rows))


def _instant(received_at: str) -> int:
    try:
        return instant_number(received_at)
    except ValueError:  # what other hands left; the log says so before and after
        return 0
