"""One change of one incident, for those who keep a copy: with what stands now, or a tombstone."""

from dataclasses import dataclass
from datetime import datetime

from skyledger.publish.rows import Row


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What became of an incident.

    Attributes:
        row: Its place in the order of arrival; rises.
        what: ``new``, ``changed``, ``redirected`` or ``withdrawn``; of the last two nothing stands any more.
        at: When the ledger got what caused it.
        version: Counted from 1 for each incident.
        other: The incident that took its place, or ``""``.
        reason: Why it stands no more, or ``""``.
        now: As it stands; None for a tombstone.
    """

    row: int
    incident: str
    what: str
    at: datetime
    version: int
    other: str
    reason: str
    now: Row | None
