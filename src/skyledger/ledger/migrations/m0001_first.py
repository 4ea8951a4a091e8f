"""Step 1: all tables, and the triggers that make them append-only."""

from sqlalchemy import Connection

from skyledger.ledger.migrations.dialects import make_table

_TABLES = {
    "schema_steps": ("number INTEGER NOT NULL PRIMARY KEY, name TEXT NOT NULL", (("number",),)),
    "files": (
        "row INTEGER NOT NULL PRIMARY KEY, sha256 TEXT NOT NULL, path TEXT NOT NULL, body TEXT NOT NULL, "
        "received_at TEXT NOT NULL, UNIQUE (sha256, path)",
        (("row",), ("sha256", "path")),
    ),
    "raws": (
        "row INTEGER NOT NULL PRIMARY KEY, sha256 TEXT NOT NULL, codec TEXT NOT NULL, body BLOB NOT NULL, "
        "received_at TEXT NOT NULL, UNIQUE (sha256)",
        (("row",), ("sha256",)),
    ),
    "documents": (
        "row INTEGER NOT NULL PRIMARY KEY, document TEXT NOT NULL, version INTEGER NOT NULL, key BLOB NOT NULL, "
        "published INTEGER, edited INTEGER, body TEXT NOT NULL, received_at TEXT NOT NULL, "
        "UNIQUE (document, version), UNIQUE (document, key)",
        (("row",), ("document", "version"), ("document", "key")),
    ),
    "derivations": (
        "row INTEGER NOT NULL PRIMARY KEY, document_row INTEGER NOT NULL REFERENCES documents (row), "
        "number INTEGER NOT NULL, extractor TEXT NOT NULL, pack_version TEXT NOT NULL, key BLOB NOT NULL, "
        "received_at TEXT NOT NULL, UNIQUE (document_row, number)",
        (("row",), ("document_row", "number")),
    ),
    "claims": (
        "row INTEGER NOT NULL PRIMARY KEY, derivation_row INTEGER NOT NULL REFERENCES derivations (row), "
        "ordinal INTEGER NOT NULL, claim TEXT NOT NULL, kind TEXT NOT NULL, status TEXT NOT NULL, place TEXT, "
        "region TEXT, time_start INTEGER, time_end INTEGER, night TEXT, body TEXT NOT NULL, "
        "received_at TEXT NOT NULL, UNIQUE (derivation_row, ordinal)",
        (("row",), ("derivation_row", "ordinal")),
    ),
    "claim_parts": (
        "row INTEGER NOT NULL PRIMARY KEY, claim_row INTEGER NOT NULL REFERENCES claims (row), "
        "place TEXT NOT NULL, received_at TEXT NOT NULL, UNIQUE (claim_row, place)",
        (("row",), ("claim_row", "place")),
    ),
    "issues": (
        "row INTEGER NOT NULL PRIMARY KEY, derivation_row INTEGER NOT NULL REFERENCES derivations (row), "
        "ordinal INTEGER NOT NULL, code TEXT NOT NULL, body TEXT NOT NULL, received_at TEXT NOT NULL, "
        "UNIQUE (derivation_row, ordinal)",
        (("row",), ("derivation_row", "ordinal")),
    ),
    "decisions": (
        "row INTEGER NOT NULL PRIMARY KEY, decision TEXT NOT NULL, verb TEXT NOT NULL, body TEXT NOT NULL, "
        "received_at TEXT NOT NULL, UNIQUE (decision)",
        (("row",), ("decision",)),
    ),
    "runs": (
        "row INTEGER NOT NULL PRIMARY KEY, run TEXT NOT NULL, body TEXT NOT NULL, received_at TEXT NOT NULL, "
        "UNIQUE (run)",
        (("row",), ("run",)),
    ),
}

_INDEXES = (
    "CREATE INDEX ix_claims_claim ON claims (claim)",
    "CREATE INDEX ix_claims_region ON claims (region)",
    "CREATE INDEX ix_claims_night ON claims (night)",
    "CREATE INDEX ix_claims_time ON claims (time_end, time_start)",
    "CREATE INDEX ix_claim_parts_place ON claim_parts (place)",
)


def make_first_tables(connection: Connection) -> None:
    """Make the tables, indexes and triggers of ledger format 1."""
    for table, (columns, keys) in _TABLES.items():
        make_table(connection, table, columns, keys)
    for index in _INDEXES:
        connection.exec_driver_sql(index)
