"""Ledgers of earlier formats, made by taking away what later steps made."""

import sqlite3
from pathlib import Path

# What each step after the first made, newest step first, so that nothing is dropped before what refers to it.
_MADE: dict[int, tuple[str, ...]] = {
    5: ("INDEX ix_claims_kind", "INDEX ix_claims_place"),
    4: (
        "TABLE marks",
        "TABLE settlements",
        "TABLE incident_parts",
        "TABLE incident_claims",
        "TABLE incident_versions",
        "INDEX ix_claims_start",
        "INDEX ix_documents_published",
    ),
    3: ("TABLE search",),
    2: ("TABLE log",),
}


def take_back_to(format: int, path: Path) -> None:
    """Bring a SQLite ledger, which nobody has open, back to the shape it had after an earlier step."""
    with sqlite3.connect(path) as connection:
        for step, made in _MADE.items():
            if step > format:
                for what in made:
                    connection.execute(f"DROP {what}")
        for guard in ("update", "delete", "replace"):
            connection.execute(f"DROP TRIGGER schema_steps_no_{guard}")
        connection.execute("DELETE FROM schema_steps WHERE number > ?", (format,))
    connection.close()
