"""Simulated weeks of several regions with a rhythm in common but no shocks, and with shocks."""

from enum import StrEnum

import numpy as np

from skyledger.assess.arrays import Floats
from skyledger.assess.worlds import flurries

_RATE = 0.15
_WEEKDAYS = (1.8, 1.4, 1.0, 0.6, 0.4, 0.6, 1.2)


class Rhythm(StrEnum):
    """Seven worlds without shocks, and two in which every region's chance is one half on 3 or 6 of 84 nights."""

    INDEPENDENT = "independent"
    UNEQUAL = "unequal regions"
    FLURRIES = "flurries"
    TREND = "shared trend x3"
    WAVE = "shared 28-night wave x2"
    WEEKDAY = "shared weekday"
    OWN_WAVES = "each region its own wave"
    WEAK = "weak shocks"
    CLEAR = "clear shocks"


WITHOUT_SHOCKS = tuple(r for r in Rhythm if r not in (Rhythm.WEAK, Rhythm.CLEAR))


def shared_world(
    rhythm: Rhythm, rng: np.random.Generator, series: int, *, regions: int = 12, nights: int = 84
) -> Floats:
    """Return attack nights, 0 or 1, shape (series, regions, nights); 15 % where the rhythm says nothing."""
    shape = (series, regions, nights)
    if rhythm is Rhythm.FLURRIES:
        return flurries(rng, shape, _RATE, 0.4).astype(np.float64)
    night = np.arange(nights)
    rate = np.full(shape, _RATE)
    if rhythm is Rhythm.UNEQUAL:
        rate = rate * rng.uniform(0.3, 2.7, (series, regions, 1))
    elif rhythm is Rhythm.TREND:
        rate = rate * 3.0 ** (night / (nights - 1) - 0.5)
    elif rhythm is Rhythm.WAVE:
        rate = rate * 2.0 ** np.sin(2 * np.pi * (night / 28 + rng.random((series, 1, 1))))
    elif rhythm is Rhythm.OWN_WAVES:
        rate = rate * 2.0 ** np.sin(2 * np.pi * (night / 28 + rng.random((series, regions, 1))))
    elif rhythm is Rhythm.WEEKDAY:
        rate = rate * np.array(_WEEKDAYS)[night % 7]
    elif rhythm in (Rhythm.WEAK, Rhythm.CLEAR):
        for each in range(series):
            shocks = rng.choice(nights, 3 if rhythm is Rhythm.WEAK else 6, replace=False)
            rate[each][:, shocks] = 0.5
    found: Floats = (rng.random(shape) < np.clip(rate, 0.0, 0.95)).astype(np.float64)
    return found
