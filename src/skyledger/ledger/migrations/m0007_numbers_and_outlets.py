"""Step 7: claims found by how large their number is, texts by their outlet and language.

The least a number can be becomes a column, filled from the bodies; outlet and language join the words of the index,
which follows from the texts and is made anew.
"""

from sqlalchemy import Connection

from skyledger.ledger.codec import decoder
from skyledger.ledger.migrations.dialects import open_to_changes
from skyledger.ledger.packing import Packing
from skyledger.ledger.search_index import index_anew
from skyledger.model import Claim

_claim = decoder(Claim)
_CHUNK = 2_000


def note_numbers_and_outlets(connection: Connection) -> None:
    """Add the column and fill it, then index texts with where they come from."""
    integer = "BIGINT" if connection.dialect.name == "postgresql" else "INTEGER"
    connection.exec_driver_sql(f"ALTER TABLE claims ADD COLUMN low {integer}")
    with open_to_changes(connection, "claims"):
        _fill(connection)
    connection.exec_driver_sql("CREATE INDEX ix_claims_low ON claims (low) WHERE low >= 20")
    index_anew(connection)


def _fill(connection: Connection) -> None:
    mark = "?" if connection.dialect.name == "sqlite" else "%s"
    update = f"UPDATE claims SET low = {mark} WHERE derivation_row = {mark} AND ordinal = {mark}"
    highest = connection.exec_driver_sql("SELECT coalesce(max(derivation_row), 0) FROM claims").scalar_one()
    packing = Packing(connection)
    for above in range(-1, highest, _CHUNK):
        bodies = connection.exec_driver_sql(
            f"SELECT derivation_row, body FROM claims WHERE ordinal = 0 AND derivation_row > {mark} "
            f"AND derivation_row <= {mark}",
            (above, above + _CHUNK),
        ).all()
        found = [
            (claim.count.low, derivation, ordinal)
            for derivation, body in bodies
            for ordinal, claim in enumerate(map(_claim, packing.unpack(body).split("\n")))
            if claim.count is not None
        ]
        if found:
            connection.exec_driver_sql(update, found)
