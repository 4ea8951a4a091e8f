"""The alarm on how many regions are attacked a night: an e-detector whose null spreads as widely as the history did.

Regions are attacked together, also when nothing changes: their number spreads wider than independent regions' would,
and neighbouring nights resemble each other. The null is a negative binomial with mean and spread of the 90 nights
before, the spread widened by their memory, the mean raised by the error of both.
"""

from dataclasses import dataclass

import numpy as np
from scipy.special import gammaln

from skyledger.assess.arrays import Floats, trailing_sum


@dataclass(frozen=True, slots=True, kw_only=True)
class CountOptions:
    """How numbers of regions are judged.

    Attributes:
        window: Nights of history.
        guard: Nights between history and the night.
        enough: Known nights of history below which there is no verdict.
        inflation: By how many standard errors the mean is taken higher than seen.
        alternatives: Ratios of the mean that count as an increase, in equal parts.
        alarm: The line.
        watch: The line below it.
    """

    window: int = 90
    guard: int = 7
    enough: int = 60
    inflation: float = 0.5
    alternatives: tuple[float, ...] = (1.5, 2.0, 3.0)
    alarm: float = 730.0
    watch: float = 120.0


def count_evidence(counts: Floats, options: CountOptions | None = None) -> Floats:
    """Return the evidence against "no change" after each night, 0 while there is not enough history.

    Args:
        counts: Numbers per night, shape (..., T), NaN where unknown; an unknown night changes nothing.
        options: The detector's, the measured ones when None.
    """
    options = CountOptions() if options is None else options
    known = np.isfinite(counts).astype(np.float64)
    filled = np.nan_to_num(counts)
    span = (options.window, options.guard)
    nights = np.maximum(trailing_sum(known, *span), 1)
    mean = (trailing_sum(filled, *span) + 0.5) / (nights + 1)
    variance = np.maximum(trailing_sum(filled * filled, *span) / nights - mean * mean, mean)
    beside = np.zeros_like(filled)
    beside[..., 1:] = filled[..., 1:] * filled[..., :-1]
    shared = trailing_sum(beside, *span) / nights - mean * mean
    memory = np.clip(shared / variance, 0.0, 0.8)
    widened = (1 + memory) / (1 - memory)
    mean = mean + options.inflation * np.sqrt(variance * widened / nights)
    variance = np.maximum(variance * widened, mean * 1.02)
    size = mean * mean / (variance - mean)
    total = np.zeros((*counts.shape[:-1], len(options.alternatives)))
    log = np.stack([_log_ratio(filled, mean, size, factor) for factor in options.alternatives], axis=-1)
    likelihood = np.exp(np.clip(log, -20.0, 20.0))
    ready = (trailing_sum(known, *span) >= options.enough)[..., None]
    there = (known > 0)[..., None]
    found = np.zeros(counts.shape)
    for night in range(counts.shape[-1]):
        grown = np.minimum((1 + total) * likelihood[..., night, :], 1e12)
        total = np.where(there[..., night, :], grown, total)
        total = np.where(ready[..., night, :], total, 0.0)
        found[..., night] = total.mean(axis=-1)
    return found


def _log_ratio(counts: Floats, mean: Floats, size: Floats, factor: float) -> Floats:
    def log_chance(level: Floats) -> Floats:
        found: Floats = (
            gammaln(counts + size)
            - gammaln(size)
            + size * np.log(size / (size + level))
            + counts * np.log(level / (size + level))
        )
        return found

    return log_chance(mean * factor) - log_chance(mean)
