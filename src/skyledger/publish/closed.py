"""What publish asks of an airport's closed interval; the records themselves come from reconcile."""

from datetime import datetime
from typing import Protocol

from skyledger.model import Claim, Place


class ClosedInterval(Protocol):
    """One stretch of time an airport was closed, as stated."""

    @property
    def airport(self) -> Place:
        """The airport."""

    @property
    def closed_from(self) -> datetime | None:
        """Aware; None when nobody says when it began."""

    @property
    def opened_at(self) -> datetime | None:
        """Aware; None while no reopening is known: open-ended, which is not "still closed"."""

    @property
    def closure(self) -> Claim | str | None:
        """The claim that states the closure (or its id), or None."""

    @property
    def reopening(self) -> Claim | str | None:
        """The claim that states the reopening (or its id), or None."""


def claim_ids(interval: ClosedInterval) -> tuple[str, ...]:
    """Return the ids of the claims an interval rests on, closure first."""
    stated = (interval.closure, interval.reopening)
    return tuple(c.id if isinstance(c, Claim) else c for c in stated if c is not None)
