"""The alarm for a region that is attacked nearly every night: sums of seven nights against their own past.

Where almost every night is an attack night the number of attack nights can no longer rise; only the size can. The sum
of the last seven nights is held against a negative binomial with mean and variance of the moving seven-night sums of
the history, its mean raised by half a standard error.
"""

from dataclasses import dataclass

import numpy as np
from scipy.stats import nbinom

from skyledger.assess.arrays import Floats, trailing_sum

WEEK = 7


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekOptions:
    """How weekly sums are judged.

    The line is from simulated series (independent; memory .3, .6, .9; a slow drift of 1.5 either way): at .0003 they
    raise .2 to 1.06 false alarms a year, at .0002 .15 to .95 (bench/backtest.py, 30 Nov 2026). Plain reading of the
    tail chance would promise far fewer, which is why it is never printed as one.

    Attributes:
        window: Nights of history.
        guard: Nights between history and the night; they include the seven summed.
        enough: Known nights of history below which there is no verdict.
        inflation: By how many standard errors the mean is taken higher than seen.
        alarm: The line, as 1 / tail chance.
        watch: The line below it.
    """

    window: int = 90
    guard: int = 7
    enough: int = 60
    inflation: float = 0.5
    alarm: float = 5000.0
    watch: float = 500.0


def week_sums(counts: Floats) -> Floats:
    """Return the sum of each night and the six before it; unknown nights count as the mean of the known ones.

    Args:
        counts: Shape (..., T), NaN where unknown.

    Returns:
        Shape (..., T); NaN where fewer than four of the seven nights are known.
    """
    known = np.isfinite(counts).astype(np.float64)
    nights = trailing_sum(known, WEEK, -1)
    total = trailing_sum(np.nan_to_num(counts), WEEK, -1)
    return np.where(nights >= 4, total * WEEK / np.maximum(nights, 1), np.nan)


def week_evidence(counts: Floats, options: WeekOptions | None = None) -> Floats:
    """Return 1 / (chance of a sum as high as the last seven nights') after each night; 0 without enough history.

    Args:
        counts: Nightly counts, shape (..., T), NaN where unknown.
        options: The test's, the measured ones when None.

    Returns:
        Shape (..., T), 0 or at least 1, at most 1e12.
    """
    options = WeekOptions() if options is None else options
    sums = week_sums(counts)
    whole = np.isfinite(sums).astype(np.float64)
    filled = np.nan_to_num(sums)
    span = (options.window - WEEK + 1, options.guard)
    n = np.maximum(trailing_sum(whole, *span), 1)
    mean = trailing_sum(filled, *span) / n
    variance = np.maximum(trailing_sum(filled * filled, *span) / n - mean * mean, 0.0)
    apart = options.window / WEEK  # sums that share no night
    variance = variance * apart / (apart - 1) * (1 + 1 / apart)
    mean = np.maximum(mean + options.inflation * np.sqrt(variance / apart), 0.5)
    variance = np.maximum(variance, mean * 1.05)
    size = mean * mean / (variance - mean)
    tail = nbinom.sf(np.ceil(filled) - 1, size, size / (size + mean))
    known = trailing_sum(np.isfinite(counts).astype(np.float64), options.window, options.guard)
    ready = (known >= options.enough) & np.isfinite(sums)
    return np.where(ready, 1 / np.clip(tail, 1e-12, 1.0), 0.0)
