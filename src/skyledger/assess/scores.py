"""How good a forecast was: the continuous ranked probability score of an ensemble."""

import numpy as np

from skyledger.assess.arrays import Floats


def crps(ensemble: Floats, came: Floats | float) -> Floats:
    """Return the continuous ranked probability score of an ensemble, lower is better, in units of what is forecast.

    The fair estimator: mean |x - y| less half the mean |x - x'| over pairs of different members (Ferro 2014).

    Args:
        ensemble: Members along the first axis, at least 2; shape (m, ...).
        came: What came, shape (...).
    """
    members = np.sort(ensemble, axis=0)
    m = len(members)
    weight = (2 * np.arange(1, m + 1) - m - 1).reshape(-1, *([1] * (members.ndim - 1)))
    found: Floats = np.abs(members - came).mean(axis=0) - (weight * members).sum(axis=0) / (m * (m - 1))
    return found


def depth(ensemble: Floats, came: float) -> float:
    """Return how deep inside an ensemble a value lies; the central range of level 1 - a holds it when a is below.

    Returns:
        0 (outside all members) to 1 (in the middle); equal members count on both sides.
    """
    below = float(np.mean(ensemble <= came))
    above = float(np.mean(ensemble >= came))
    return min(1.0, 2 * min(below, above))
