"""What publish asks of an airport's closed interval; the records themselves come from reconcile."""

from collections.abc import Mapping
from datetime import datetime
from typing import Protocol

from skyledger.model import Incident, Place


class ClosedInterval(Protocol):
    """One stretch of time an airport was closed, as stated; ``closure`` and ``reopening`` are incident ids."""

    @property
    def place(self) -> Place:
        """The airport."""

    @property
    def closed_from(self) -> datetime | None:
        """Aware; None when nobody says when it began."""

    @property
    def opened_at(self) -> datetime | None:
        """Aware; None while no reopening is known: open-ended, which is not "still closed"."""

    @property
    def closed_told(self) -> bool:
        """No hour is stated; ``closed_from`` is when the closing was announced."""

    @property
    def opened_told(self) -> bool:
        """Likewise for the reopening."""

    @property
    def closure(self) -> str:
        """Id of the incident that states the closure."""

    @property
    def reopening(self) -> str | None:
        """Id of the incident that states the reopening, or None."""


def incident_ids(interval: ClosedInterval) -> tuple[str, ...]:
    """Return the ids of the incidents an interval rests on, closure first."""
    return (interval.closure,) if interval.reopening is None else (interval.closure, interval.reopening)


def claims_of(interval: ClosedInterval, incidents: Mapping[str, Incident]) -> tuple[str, ...]:
    """Return the claims behind an interval, closure first."""
    return tuple(c for i in incident_ids(interval) if i in incidents for c in incidents[i].claims)
