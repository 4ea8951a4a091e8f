"""Step 5: claims found by kind, with their night, and by place."""

from sqlalchemy import Connection

_INDEXES = (
    "CREATE INDEX ix_claims_kind ON claims (kind, night)",
    "CREATE INDEX ix_claims_place ON claims (place)",
)


def make_claim_indexes(connection: Connection) -> None:
    """Make the indexes that a search by what claims say needs."""
    for index in _INDEXES:
        connection.exec_driver_sql(index)
