"""The arrays the assessment computes with: nights along the last axis, NaN for what nobody knows."""

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]


def trailing_sum(values: Floats, nights: int, guard: int = 0) -> Floats:
    """Return, for each night, the sum over the ``nights`` that end ``guard`` nights before it.

    Args:
        values: Shape (..., T), finite.
        nights: Length of the window, at least 1.
        guard: Nights left out between the window and the night; -1 takes the night itself into the window.

    Returns:
        Shape (..., T); windows that begin before the series are cut there.
    """
    total = np.concatenate([np.zeros((*values.shape[:-1], 1)), np.cumsum(values, axis=-1)], axis=-1)
    index = np.arange(values.shape[-1])
    stop = np.maximum(index - guard, 0)
    start = np.maximum(index - guard - nights, 0)
    found: Floats = total[..., stop] - total[..., start]
    return found


def attack_nights(low: Floats) -> Floats:
    """Return 1 where at least one object was reported, 0 where none, NaN where the night is unknown.

    Args:
        low: Lower ends of nightly counts, shape (..., T).
    """
    return np.where(np.isnan(low), np.nan, (low > 0).astype(np.float64))


def lag_one(values: Floats) -> Floats:
    """Return how far neighbouring nights resemble each other, 0 to .8, corrected for the shortness of the series.

    Args:
        values: Shape (..., n), finite. A constant series has 0.
    """
    n = values.shape[-1]
    off = values - values.mean(axis=-1, keepdims=True)
    power = (off * off).sum(axis=-1)
    shared = (off[..., 1:] * off[..., :-1]).sum(axis=-1)
    raw = np.where(power > 0, shared / np.where(power > 0, power, 1.0), -1.0 / n)
    found: Floats = np.clip((raw + 1.0 / n) * n / max(n - 1, 1), 0.0, 0.8)
    return found
