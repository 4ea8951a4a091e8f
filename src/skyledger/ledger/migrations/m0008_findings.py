"""Step 8: what claims are found by becomes an index of words over readings; ten indexes and eight columns go.

No record changes: claims keep their numbers and bodies, and what the columns said follows from the bodies.
"""

from sqlalchemy import Connection

from skyledger.ledger.migrations.dialects import go_on_counting, make_table, set_aside
from skyledger.ledger.search_index import indexes_anew

# Children first: nothing is dropped before what refers to it.
_REMADE = ("claim_parts", "claims")
_OLD_INDEXES = (
    "ix_claims_claim", "ix_claims_status", "ix_claims_fate", "ix_claims_object", "ix_claims_modality",
    "ix_claims_place", "ix_claims_region", "ix_claims_speaker", "ix_claims_night", "ix_claims_time",
    "ix_claims_start", "ix_claims_kind", "ix_claims_low", "ix_claim_parts_place",
)  # fmt: skip
TABLES = {
    "claims": (
        "row INTEGER NOT NULL PRIMARY KEY, derivation_row INTEGER NOT NULL REFERENCES derivations (row), "
        "ordinal INTEGER NOT NULL, claim INTEGER NOT NULL, status INTEGER NOT NULL, time_start INTEGER, "
        "time_end INTEGER, night INTEGER, body BLOB, UNIQUE (derivation_row, ordinal)",
        (("row",), ("derivation_row", "ordinal")),
    ),
    "claim_parts": (
        "row INTEGER NOT NULL PRIMARY KEY, claim_row INTEGER NOT NULL REFERENCES claims (row), "
        "place TEXT NOT NULL, received_at TEXT NOT NULL, UNIQUE (claim_row, place)",
        (("row",), ("claim_row", "place")),
    ),
}
_COLUMNS = {
    "claims": "row, derivation_row, ordinal, claim, status, time_start, time_end, night, body",
    "claim_parts": "row, claim_row, place, received_at",
}
_INDEXES = (
    "claims_claim ON claims (claim)",
    "claims_start ON claims (time_start, time_end)",
    # Most claims that end have begun.
    "claims_end ON claims (time_end) WHERE time_start IS NULL",
)


def find_by_words(connection: Connection) -> None:
    """Make the tables of claims anew without what the index of findings tells, then both indexes of words."""
    for index in _OLD_INDEXES:
        connection.exec_driver_sql(f"DROP INDEX {index}")
    for table in _REMADE:
        set_aside(connection, table)
    for table in reversed(_REMADE):
        make_table(connection, table, *TABLES[table])
        columns = _COLUMNS[table]
        if connection.exec_driver_sql(f"SELECT max(row) FROM old_{table}").scalar() is not None:
            connection.exec_driver_sql(
                f"INSERT INTO {table} ({columns}) SELECT {columns} FROM old_{table} ORDER BY row"
            )
    for table in _REMADE:
        connection.exec_driver_sql(f"DROP TABLE old_{table}")
        go_on_counting(connection, table)
    for index in _INDEXES:
        connection.exec_driver_sql(f"CREATE INDEX ix_{index}")
    _make_indexes_of_words(connection)


def _make_indexes_of_words(connection: Connection) -> None:
    """Make the index of findings, and on SQLite that of texts without the sizes of texts, which nobody asks for."""
    if connection.dialect.name == "postgresql":
        connection.exec_driver_sql("CREATE TABLE findings (derivation_row BIGINT PRIMARY KEY, words tsvector NOT NULL)")
        # What an index is of is checked by verify, as on SQLite, and not row by row as it is made.
        connection.exec_driver_sql("ALTER TABLE search DROP CONSTRAINT search_document_row_fkey")
        connection.exec_driver_sql("CREATE INDEX ix_findings_words ON findings USING gin (words)")
    else:
        tokens = "content='', columnsize=0, tokenize='unicode61 remove_diacritics 0'"
        connection.exec_driver_sql("DROP TABLE search")
        connection.exec_driver_sql(f"CREATE VIRTUAL TABLE search USING fts5 (words, {tokens})")
        connection.exec_driver_sql(f"CREATE VIRTUAL TABLE findings USING fts5 (words, detail=none, {tokens})")
    indexes_anew(connection)
