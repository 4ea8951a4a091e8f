"""Whether a night is an attack night, and how large it is then: a self-exciting hurdle (Porter and White 2012).

The chance of an attack night leans on how many there were lately; the size is drawn from recent attack nights.
"""

from dataclasses import dataclass

import numpy as np

from skyledger.assess.arrays import Floats
from skyledger.assess.forecast import WEEK
from skyledger.assess.forecast.resampled import choose, smooth

_WEIGHTS = (0.05, 0.1, 0.2, 0.35)
_PULLS = (0.0, 0.25, 0.5, 0.75, 0.95)
_SIZE_HALF_LIFE = 14.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Hurdle:
    """A fit.

    Attributes:
        rate: Share of attack nights.
        weight: Of the newest night in the recent share.
        pull: How far the chance follows the recent share, 0 to 1.
        recent: The recent share now.
    """

    rate: float
    weight: float
    pull: float
    recent: float


def fit_hurdle(history: Floats) -> Hurdle:
    """Return the likeliest fit to the attack nights of the last year."""
    hit = (history[-365:] > 0).astype(np.float64)
    rate = float((hit.sum() + 0.5) / (len(hit) + 1))
    pull = np.array(_PULLS)[:, None]
    best, found = -np.inf, Hurdle(rate=rate, weight=_WEIGHTS[0], pull=0.0, recent=rate)
    for weight in _WEIGHTS:
        recent = smooth(hit, weight, rate)
        chance = np.clip(rate * (1 - pull) + pull * recent[:-1], 0.01, 0.99)
        fit = np.where(hit[1:] > 0, np.log(chance), np.log(1 - chance)).sum(axis=1)
        top = int(fit.argmax())
        if fit[top] > best:
            best = float(fit[top])
            found = Hurdle(rate=rate, weight=weight, pull=_PULLS[top], recent=float(recent[-1]))
    return found


def draw_hurdle(fit: Hurdle, history: Floats, paths: int, rng: np.random.Generator) -> Floats:
    """Draw the next seven nights. Returns shape (paths, 7); zeros when the last year has no attack."""
    recent = history[-365:]
    attacks = np.flatnonzero(recent > 0)
    found = np.zeros((paths, WEEK))
    if not len(attacks):
        return found
    weights = 0.5 ** ((len(recent) - 1 - attacks) / _SIZE_HALF_LIFE)
    sizes = recent[attacks[choose(weights, paths * WEEK, rng)]].reshape(paths, WEEK)
    share = np.full(paths, fit.recent)
    for night in range(WEEK):
        hit = rng.random(paths) < np.clip(fit.rate * (1 - fit.pull) + fit.pull * share, 0.01, 0.99)
        found[:, night] = np.where(hit, sizes[:, night], 0.0)
        share = (1 - fit.weight) * share + fit.weight * hit
    return found
