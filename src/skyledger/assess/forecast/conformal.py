"""Ranges that learn from their own record: adaptive conformal inference (Gibbs and Candès 2021).

A range that missed too often is taken wider next time, one that was too wide narrower. What came is only known once the
nights it speaks of are over, so a seven-night range learns seven nights late.
"""

from dataclasses import dataclass

import numpy as np

from skyledger.assess.arrays import Floats

_STEP = 0.02
_NARROWEST, _WIDEST = 0.5, 0.02


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Record:
    """How the ranges of the past did.

    Attributes:
        miss: The share outside that the next range is drawn for, .02 to .5.
        covered: Per past range, whether what came lay in it.
        misses: The share outside that each past range was drawn for.
    """

    miss: float
    covered: np.ndarray
    misses: Floats

    def share_covered(self, last: int = 60) -> float | None:
        """Return how many of the last ranges held what came, None without any."""
        recent = self.covered[-last:]
        return float(recent.mean()) if len(recent) else None


def learn_record(depths: Floats, *, level: float = 0.8, late: int = 1) -> Record:
    """Replay past ranges in their order.

    Args:
        depths: Per past origin, night after night, how deep in its ensemble what came lay (:func:`scores.depth`).
        level: What share the ranges are to hold.
        late: After how many further origins it is known what came.
    """
    miss = 1 - level
    known: list[bool] = []
    drawn = np.zeros(len(depths))
    for origin in range(len(depths) + late):
        over = origin - late
        if over >= 0:
            miss += _STEP * ((1 - level) - (0.0 if known[over] else 1.0))
            miss = float(np.clip(miss, _WIDEST, _NARROWEST))
        if origin < len(depths):
            drawn[origin] = miss
            known.append(bool(depths[origin] >= miss))
    return Record(miss=miss, covered=np.array(known, dtype=np.bool_), misses=drawn)
