"""What publish asks of an airport's closed interval; the records themselves come from reconcile."""

from collections.abc import Mapping
from datetime import datetime
from typing import Protocol
from zoneinfo import ZoneInfo

from skyledger.model import Incident, Place
from skyledger.model.kinds import BY_THE_CLOCK
from skyledger.packs.load import load_packs


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


class Window(Protocol):
    """When something is said to have been: of a claim, an incident or a row."""

    @property
    def start(self) -> datetime | None:
        """Aware, or None."""

    @property
    def end(self) -> datetime | None:
        """Aware, or None."""

    @property
    def precision(self) -> str:
        """A word of ``TimePrecision``."""


def moment_of(window: Window | None, announced: datetime | None) -> tuple[datetime | None, bool]:
    """Return when a notice holds from, and whether that is only when it was announced, as no hour is stated."""
    stated = None if window is None or window.precision not in BY_THE_CLOCK else window.start or window.end
    return stated or announced, stated is None and announced is not None


def at_airport(airport: str, moment: datetime | None) -> datetime | None:
    """Return a moment in the zone of an airport (ICAO), where the packs know it; a text may be posted in any zone."""
    known = load_packs().places.get(airport)
    return moment if moment is None or known is None or not known.zone else moment.astimezone(ZoneInfo(known.zone))
