"""Step 4: incidents as versions that only grow in number, what they were derived up to, and marks that texts share."""

from sqlalchemy import Connection

from skyledger.ledger.migrations.dialects import make_table

_TABLES = {
    "incident_versions": (
        "row INTEGER NOT NULL PRIMARY KEY, incident TEXT NOT NULL, number INTEGER NOT NULL, state TEXT NOT NULL, "
        "other TEXT, reason TEXT NOT NULL, night TEXT, kind TEXT, region TEXT, window_start INTEGER, "
        "window_end INTEGER, key BLOB NOT NULL, body BLOB NOT NULL, program TEXT NOT NULL, rules TEXT NOT NULL, "
        "received_at TEXT NOT NULL, UNIQUE (incident, number)",
        (("row",), ("incident", "number")),
    ),
    "incident_claims": (
        "row INTEGER NOT NULL PRIMARY KEY, version_row INTEGER NOT NULL REFERENCES incident_versions (row), "
        "incident TEXT NOT NULL, claim TEXT NOT NULL, received_at TEXT NOT NULL, UNIQUE (incident, claim)",
        (("row",), ("incident", "claim")),
    ),
    "incident_parts": (
        "row INTEGER NOT NULL PRIMARY KEY, version_row INTEGER NOT NULL REFERENCES incident_versions (row), "
        "place TEXT NOT NULL, received_at TEXT NOT NULL, UNIQUE (version_row, place)",
        (("row",), ("version_row", "place")),
    ),
    "settlements": (
        "row INTEGER NOT NULL PRIMARY KEY, previous INTEGER NOT NULL, document_row INTEGER NOT NULL, "
        "derivation_row INTEGER NOT NULL, decision_row INTEGER NOT NULL, versions INTEGER NOT NULL, "
        "program TEXT NOT NULL, rules TEXT NOT NULL, received_at TEXT NOT NULL, UNIQUE (previous)",
        (("row",), ("previous",)),
    ),
    "marks": (
        "row INTEGER NOT NULL PRIMARY KEY, document_row INTEGER NOT NULL REFERENCES documents (row), "
        "mark BLOB NOT NULL, published INTEGER, received_at TEXT NOT NULL, UNIQUE (document_row, mark)",
        (("row",), ("document_row", "mark")),
    ),
}

_INDEXES = (
    "CREATE INDEX ix_incident_versions_night ON incident_versions (night, incident)",
    "CREATE INDEX ix_incident_versions_region ON incident_versions (region, night)",
    "CREATE INDEX ix_incident_versions_window ON incident_versions (kind, window_start)",
    "CREATE INDEX ix_incident_claims_claim ON incident_claims (claim)",
    "CREATE INDEX ix_incident_parts_place ON incident_parts (place)",
    "CREATE INDEX ix_settlements_received_at ON settlements (received_at)",
    "CREATE INDEX ix_marks_mark ON marks (mark)",
    # What settling looks for: the claims and texts near a night, whatever else they are.
    "CREATE INDEX ix_claims_start ON claims (time_start, time_end)",
    "CREATE INDEX ix_documents_published ON documents (published)",
)


def make_incident_tables(connection: Connection) -> None:
    """Make the tables of settled incidents, and the indexes settling needs on older tables."""
    for table, (columns, keys) in _TABLES.items():
        make_table(connection, table, columns, keys)
    for index in _INDEXES:
        connection.exec_driver_sql(index)
