"""Appending a decision: each once, and an undo only of what is there."""

from sqlalchemy import Connection, insert, select

from skyledger.errors import NotFoundError, UsageError
from skyledger.ledger import tables
from skyledger.ledger.codec import decoder, encode, safe_text
from skyledger.ledger.database import Row
from skyledger.model import Decision

_decision = decoder(Decision)
_d = tables.decisions.c


def row_of_decision(decision: Decision) -> Row:
    """Return a decision as a row without the time it came."""
    return {"decision": safe_text(decision.id), "verb": decision.verb, "body": encode(decision)}


def is_new_decision(connection: Connection, decision: Decision, ledger: str) -> bool:
    """Tell whether a decision can be appended; False when it is already in.

    Raises:
        UsageError: Another decision has its id.
        NotFoundError: It undoes a decision that is not there; the message names the ledger.
    """
    stored = connection.scalar(select(_d.body).where(_d.decision == safe_text(decision.id)))
    if stored is not None:
        if _decision(stored) != decision:
            raise UsageError(f"decision {decision.id!r} is already in and says something else")
        return False
    if decision.verb == "undo":
        target = select(_d.row).where(_d.decision == safe_text(decision.targets[0]))
        if connection.scalar(target) is None:
            raise NotFoundError(f"no decision {decision.targets[0]!r} to undo in {ledger}")
    return True


def insert_decision(connection: Connection, row: Row, received_at: str) -> None:
    """Append a new decision."""
    connection.execute(insert(tables.decisions), {**row, "received_at": received_at})
