"""The pool of four, and the same from plain history."""

from dataclasses import dataclass

import numpy as np

from skyledger.assess.arrays import Floats
from skyledger.assess.forecast.feedback import Feedback, draw_feedback, fit_feedback
from skyledger.assess.forecast.hurdle import Hurdle, draw_hurdle, fit_hurdle
from skyledger.assess.forecast.resampled import draw_fading, draw_history, draw_ratios

MODELS = 4
ENOUGH = 28


@dataclass(frozen=True, slots=True, kw_only=True)
class Fits:
    """The fitted models; they may be a week old."""

    feedback: Feedback
    hurdle: Hurdle


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Paths:
    """What the next seven nights may look like.

    Attributes:
        pool: Equally likely weeks, shape (paths, 7).
        plain: The same from plain history, shape (paths, 7).
    """

    pool: Floats
    plain: Floats


def known_history(counts: Floats) -> Floats:
    """Return the known nights in their order; unknown ones are left out, never taken as 0."""
    return counts[np.isfinite(counts)]


def fit_models(history: Floats) -> Fits:
    """Fit what needs fitting to a history without gaps of at least 28 nights."""
    return Fits(feedback=fit_feedback(history), hurdle=fit_hurdle(history))


def draw_weeks(
    history: Floats, rng: np.random.Generator, *, paths: int = 1000, fits: Fits | None = None
) -> Paths | None:
    """Draw what the seven nights after a history may bring.

    Args:
        history: Known nightly counts, oldest first, without NaN.
        rng: Source of chance.
        paths: How many weeks, a multiple of four.
        fits: Fitted within the last week; made anew when None.

    Returns:
        None with fewer than 28 nights: too few for any of it.
    """
    if len(history) < ENOUGH:
        return None
    fits = fit_models(history) if fits is None else fits
    each = paths // MODELS
    pool = [
        draw_fading(history, each, rng),
        draw_ratios(history, each, rng),
        draw_feedback(fits.feedback, each, rng),
        draw_hurdle(fits.hurdle, history, each, rng),
    ]
    return Paths(pool=np.concatenate(pool), plain=draw_history(history, paths, rng))
