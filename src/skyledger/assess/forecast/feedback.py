"""Counts that feed on themselves: the negative binomial INGARCH(1,1) (Ferland, Latour, Oraichi 2006; Zhu 2011).

Each night's mean is the long mean, moved by last night's surprise and by the last mean; with an exponential kernel
this is the discrete Hawkes process. Fitted by likelihood on a grid over the last 90 nights: a longer history holds
the long mean of another phase, which cost 40 % of the score in the years in which attacks grew (docs/assess-report.md).
"""

from dataclasses import dataclass

import numpy as np
from scipy.signal import lfilter
from scipy.special import gammaln

from skyledger.assess.arrays import Floats
from skyledger.assess.forecast import WEEK

_REACTIONS = (0.03, 0.06, 0.1, 0.15, 0.2, 0.3, 0.4)
_MEMORIES = (0.0, 0.4, 0.6, 0.7, 0.8, 0.9)
_NIGHTS = 90


@dataclass(frozen=True, slots=True, kw_only=True)
class Feedback:
    """A fit.

    Attributes:
        mean: Long mean, 0 for a history of zeros.
        reaction: Weight of last night's count.
        memory: Weight of last night's mean.
        size: Of the negative binomial.
        level: The next night's mean.
    """

    mean: float
    reaction: float
    memory: float
    size: float
    level: float


def fit_feedback(history: Floats) -> Feedback:
    """Return the likeliest fit to the last 90 nights."""
    recent = history[-_NIGHTS:]
    mean = float(recent.mean())
    if mean <= 0:
        return Feedback(mean=0.0, reaction=0.0, memory=0.0, size=1.0, level=0.0)
    best, found = -np.inf, Feedback(mean=mean, reaction=0.0, memory=0.0, size=1.0, level=mean)
    reaction = np.array(_REACTIONS)
    for memory in _MEMORIES:
        carried = lfilter([0, 1], [1, -memory], np.append(recent - mean, 0.0))
        level = np.maximum(mean + reaction[:, None] * carried, 0.05 * mean)
        past = level[:, :-1]
        excess = ((recent - past) ** 2 - past).sum(axis=1)
        size = np.clip((past**2).sum(axis=1) / np.maximum(excess, 1e-9), 0.05, 200.0)
        fit = np.where(reaction + memory < 0.985, _likelihood(recent, past, size[:, None]), -np.inf)
        top = int(fit.argmax())
        if fit[top] > best:
            best = float(fit[top])
            found = Feedback(
                mean=mean,
                reaction=_REACTIONS[top],
                memory=memory,
                size=float(size[top]),
                level=float(level[top, -1]),
            )
    return found


def _likelihood(counts: Floats, level: Floats, size: Floats) -> Floats:
    each = (
        gammaln(counts + size)
        - gammaln(size)
        - (counts + size) * np.log(size + level)
        + size * np.log(size)
        + counts * np.log(level)
    )
    found: Floats = each.sum(axis=1)
    return found


def draw_feedback(fit: Feedback, paths: int, rng: np.random.Generator) -> Floats:
    """Draw the next seven nights. Returns shape (paths, 7)."""
    found = np.zeros((paths, WEEK))
    if fit.mean <= 0:
        return found
    level = np.full(paths, fit.level)
    for night in range(WEEK):
        found[:, night] = rng.poisson(rng.gamma(fit.size, level / fit.size))
        off = fit.reaction * (found[:, night] - fit.mean) + fit.memory * (level - fit.mean)
        level = np.maximum(fit.mean + off, 0.05 * fit.mean)
    return found
