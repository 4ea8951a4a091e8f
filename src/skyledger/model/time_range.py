"""An interval of time with the precision the text gives it."""

from dataclasses import dataclass
from datetime import datetime

from skyledger.model.kinds import TimePrecision


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeRange:
    """When something happened, as an interval in the local zone of the place or the zone named.

    Attributes:
        start: Aware; None when only an end is stated.
        end: Aware; None = still open (a closure nobody lifted) or not stated.
        text: The words, or ``""`` when the window follows from nothing but the posting date (precision ``none``).
    """

    start: datetime | None
    end: datetime | None
    precision: TimePrecision
    text: str = ""

    def overlaps(self, other: "TimeRange") -> bool:
        """Tell whether the two may share an instant; an unknown end never excludes."""
        if self.end is not None and other.start is not None and self.end <= other.start:
            return False
        return not (other.end is not None and self.start is not None and other.end <= self.start)
