"""Step 9: ids of claims in half the bytes where incidents name them, and one index of marks where two were."""

from sqlalchemy import Connection

from skyledger.ledger.columns import short_id
from skyledger.ledger.migrations.dialects import go_on_counting, make_table, set_aside

_CHUNK = 20_000
_COLUMNS = (
    "row INTEGER NOT NULL PRIMARY KEY, version_row INTEGER NOT NULL REFERENCES incident_versions (row), "
    "claim BLOB NOT NULL"
)


def shorten_ids(connection: Connection) -> None:
    """Make the table of claims of incidents anew with short ids, and the index of marks with texts in it."""
    for index in (
        "ix_incident_claims_claim",
        "ix_incident_claims_version_row",
        "ix_marks_document_row",
        "ix_marks_mark",
    ):
        connection.exec_driver_sql(f"DROP INDEX {index}")
    connection.exec_driver_sql("CREATE INDEX ix_marks_mark ON marks (mark, document_row)")
    set_aside(connection, "incident_claims")
    make_table(connection, "incident_claims", _COLUMNS, (("row",), ("claim", "version_row")))
    # The guard looks for a taken key in it.
    connection.exec_driver_sql("CREATE INDEX ix_incident_claims_claim ON incident_claims (claim)")
    _bring_over(connection)
    connection.exec_driver_sql("DROP TABLE old_incident_claims")
    go_on_counting(connection, "incident_claims")
    connection.exec_driver_sql("CREATE INDEX ix_incident_claims_version_row ON incident_claims (version_row)")


def _bring_over(connection: Connection) -> None:
    mark = "?" if connection.dialect.name == "sqlite" else "%s"
    query = f"SELECT row, version_row, claim FROM old_incident_claims WHERE row > {mark} ORDER BY row LIMIT {_CHUNK}"
    insert = f"INSERT INTO incident_claims (row, version_row, claim) VALUES ({mark}, {mark}, {mark})"
    above = 0
    while rows := connection.exec_driver_sql(query, (above,)).all():
        found = [(row, version, short_id(claim)) for row, version, claim in rows]
        connection.exec_driver_sql(insert, found)
        above = found[-1][0]
