"""Forecasts that draw from nights that were: plain history, history that fades, and past weeks at today's level."""

import numpy as np
from numpy.typing import NDArray
from scipy.signal import lfilter

from skyledger.assess.arrays import Floats
from skyledger.assess.forecast import WEEK

_RUN = 3


def draw_history(history: Floats, paths: int, rng: np.random.Generator, nights: int = 28) -> Floats:
    """Draw from the last nights as they were: "climatology", what every other forecast is held against.

    Args:
        history: Nightly counts, oldest first, at least 1.
        paths: How many to draw.
        rng: Source of chance.
        nights: How far back.

    Returns:
        Shape (paths, 7).
    """
    recent = history[-nights:]
    found: Floats = recent[rng.integers(0, len(recent), (paths, WEEK))]
    return found


def draw_fading(history: Floats, paths: int, rng: np.random.Generator, half_life: float = 12.0) -> Floats:
    """Draw nights of the last half year in threes that follow each other, those of a half life ago half as often.

    Single nights forget that a bad night is followed by another, which makes totals too sure of themselves.

    Args:
        history: Nightly counts, oldest first, at least 3.
        paths: How many to draw.
        rng: Source of chance.
        half_life: In nights.

    Returns:
        Shape (paths, 7).
    """
    recent = history[-180:]
    starts = len(recent) - _RUN + 1
    runs = -(-WEEK // _RUN)
    begun = choose(fade(starts, half_life), paths * runs, rng).reshape(paths, runs)
    found: Floats = recent[begun[:, :, None] + np.arange(_RUN)].reshape(paths, runs * _RUN)[:, :WEEK]
    return found


def draw_ratios(
    history: Floats, paths: int, rng: np.random.Generator, *, weight: float = 0.1, half_life: float = 120.0
) -> Floats:
    """Draw whole past weeks, scaled by what the level was then and is now.

    A week keeps its shape, so that what follows one bad night stays together. Half an object is added to both levels:
    near zero their ratio says nothing.

    Args:
        history: Nightly counts, oldest first; under 21 nights plain history is drawn.
        paths: How many to draw.
        rng: Source of chance.
        weight: Of the newest night in the level.
        half_life: After so many nights a week is drawn half as often.

    Returns:
        Shape (paths, 7), whole numbers.
    """
    recent = history[-365:]
    if len(recent) < 3 * WEEK:
        return draw_history(history, paths, rng)
    mean = recent.mean()
    level = np.maximum(smooth(recent, weight, float(recent[:28].mean())), 0.1 * mean) + 0.5
    starts = np.arange(WEEK - 1, len(recent) - WEEK)
    chosen = starts[choose(fade(len(starts), half_life), paths, rng)]
    week = recent[chosen[:, None] + 1 + np.arange(WEEK)]
    scaled = week * (level[-1] / level[chosen])[:, None]
    found: Floats = np.floor(scaled + rng.random(scaled.shape))
    return found


def smooth(values: Floats, weight: float, start: float) -> Floats:
    """Return the exponentially weighted mean up to and with each night."""
    found: Floats = lfilter([weight], [1, weight - 1], values, zi=[(1 - weight) * start])[0]
    return found


def fade(n: int, half_life: float) -> Floats:
    """Return weights, oldest first, the newest 1."""
    found: Floats = 0.5 ** (np.arange(n)[::-1] / half_life)
    return found


def choose(weights: Floats, n: int, rng: np.random.Generator) -> NDArray[np.intp]:
    """Return n indices drawn with these weights."""
    total = np.cumsum(weights)
    found: NDArray[np.intp] = np.minimum(np.searchsorted(total, rng.random(n) * total[-1]), len(weights) - 1)
    return found
