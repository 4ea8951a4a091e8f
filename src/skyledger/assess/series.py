"""The nightly series of one region or of a whole area, with what is not known of it."""

from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np

from skyledger.assess.arrays import Bools, Floats
from skyledger.packs.regimes import Affects, Break


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class NightSeries:
    """Counts of consecutive nights, oldest first; all arrays have one length.

    Attributes:
        region: Id of the region, or of the area.
        first: Label of the first night.
        low: Least number of objects that the reports support; NaN where no source answered, which is not 0.
        high: Greatest number; where reports leave it open, twice the least (ASSESS: the bracket that held the truth in
            94 to 100 of 100 simulated readings).
        open: Where ``high`` is such a stand-in.
        attacked: 1 or 0; NaN where no source answered, and where only a figure over several nights was given.
        sources: Source families that answered; NaN where that was not recorded.
        provisional: Where reports are still expected.
        spread: Where the figure is a share of one that was given for several nights.
        incidents: Incident ids behind each night.
        breaks: Changes in how the region is reported, within the series.
    """

    region: str
    first: date
    low: Floats
    high: Floats
    open: Bools
    attacked: Floats
    sources: Floats
    provisional: Bools
    spread: Bools
    incidents: tuple[tuple[str, ...], ...] = ()
    breaks: tuple[Break, ...] = ()

    def __len__(self) -> int:
        return len(self.low)

    @property
    def last(self) -> date:
        """The label of the last night."""
        return self.night(len(self) - 1)

    def night(self, index: int) -> date:
        """Return the label of a night."""
        return self.first + timedelta(days=index)

    def weekdays(self) -> np.ndarray:
        """Return 0 (Monday) to 6 for each night."""
        return (self.first.weekday() + np.arange(len(self))) % 7

    def settled(self) -> Floats:
        """Return attack nights for the alarm: a provisional night without a report is unknown, not quiet."""
        return np.where(self.provisional & (self.attacked == 0), np.nan, self.attacked)

    def settled_low(self) -> Floats:
        """Return the least counts with provisional nights unknown: a first figure is no last figure."""
        return np.where(self.provisional, np.nan, self.low)

    def settled_high(self) -> Floats:
        """Return the greatest counts, likewise."""
        return np.where(self.provisional, np.nan, self.high)

    def since_break(self, values: Floats) -> Floats:
        """Return values with everything before the last break unknown: two ways of reporting are not one series."""
        starts = [b.begins for b in self.breaks if b.affects is Affects.ATTACKS]
        if not starts:
            return values
        start = max(starts)
        return np.where(np.arange(len(self)) < (start - self.first).days, np.nan, values)
