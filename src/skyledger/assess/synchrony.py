"""Whether regions are attacked on the same nights more often than their common rhythm explains.

Free permutations and shifts call any shared slow swing "synchronous" (up to 93 % of the time at a nominal 5 %). So each
night's chance per region is region x a smooth of all other nights x weekday, and the test statistic is held against
weeks drawn from that model and fitted anew. It speaks of timing finer than about four nights, never of a common order.

Jitter and its time scale: Amarasingham, Harrison, Hatsopoulos, Geman, J Neurophysiol 107:517.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from skyledger.assess.arrays import Bools, Floats

NIGHTS = 84
_BANDWIDTH = 4.0
_ROUNDS = 3
_SHRINK = 0.25
_SURE = 0.97
Ints = NDArray[np.int_]


@dataclass(frozen=True, slots=True, kw_only=True)
class Synchrony:
    """The outcome of the test.

    Attributes:
        regions: Regions (after corridors are collapsed) that took part.
        nights: Nights that took part.
        ratio: Same-night pairs of regions, against those expected.
        p: Chance of as much by the model alone; its least value is 1 / (draws + 1).
        draws: How many weeks were drawn.
    """

    regions: int
    nights: int
    ratio: float
    p: float
    draws: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Together:
    """How many regions reported an attack on one night.

    Attributes:
        attacked: How many did.
        known: Of how many.
        chance: Chance of as many or more, by recent regional rates and weekday; 1 when none did.
    """

    attacked: int
    known: int
    chance: float


def collapse_corridors(attacked: Floats, corridors: Sequence[Sequence[int]]) -> Floats:
    """Join regions that one flight path crosses: one flight is one cause.

    Args:
        attacked: 1, 0 or NaN, shape (regions, nights).
        corridors: Row numbers that belong together; rows named nowhere stay alone.

    Returns:
        Shape (groups, nights): 1 where any member was attacked, NaN where no member is known.
    """
    joined = {row for corridor in corridors for row in corridor}
    rows = [[*corridor] for corridor in corridors] + [[r] for r in range(len(attacked)) if r not in joined]
    found = np.full((len(rows), attacked.shape[1]), np.nan)
    for number, members in enumerate(rows):
        part = attacked[members]
        known = np.isfinite(part).any(axis=0)
        found[number, known] = np.nan_to_num(part)[:, known].max(axis=0)
    return found


def measure_synchrony(attacked: Floats, weekdays: Ints, *, seed: int = 0, draws: int = 199) -> Synchrony | None:
    """Test the last 84 nights.

    Args:
        attacked: 1, 0 or NaN, shape (regions, nights); regions on one corridor joined.
        weekdays: 0 to 6 for each night.
        seed: Of the draws.
        draws: How many.

    Returns:
        None when fewer than 3 regions or 56 nights are known well enough, or fewer than 2 regions were ever attacked:
        it cannot be told.
    """
    attacked, weekdays = attacked[:, -NIGHTS:], weekdays[-NIGHTS:]
    known = np.isfinite(attacked)
    rows = known.mean(axis=1) >= 0.6
    if rows.sum() < 3:
        return None
    nights = known[rows].mean(axis=0) > 0.5
    state, known, weekdays = attacked[rows][:, nights], known[rows][:, nights], weekdays[nights]
    hits = np.nan_to_num(state)
    if hits.shape[1] < 56 or (hits.sum(axis=1) > 0).sum() < 2:
        return None
    p, ratio = bootstrap(hits, known, weekdays, np.random.default_rng(seed), draws)
    return Synchrony(regions=len(hits), nights=hits.shape[1], ratio=ratio, p=p, draws=draws)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Fit:
    """Chances of an attack: each region's share x each night's rhythm, where the region is known.

    Attributes:
        share: Shape (..., regions).
        rhythm: Shape (..., nights), 1 in the mean.
        known: Shape (regions, nights), 0 or 1.
    """

    share: Floats
    rhythm: Floats
    known: Floats

    def chances(self) -> Floats:
        """Return the chance of each region and night, shape (..., regions, nights)."""
        found: Floats = np.minimum(self.share[..., None] * self.rhythm[..., None, :], _SURE) * self.known
        return found

    def expected(self) -> Floats:
        """Return the expected number of regions attacked each night, shape (..., nights)."""
        found: Floats = _times(self.share, self.known) * self.rhythm
        return found

    def squares(self) -> Floats:
        """Return the sum over regions of the squared chances of each night, shape (..., nights)."""
        found: Floats = _times(self.share * self.share, self.known) * self.rhythm * self.rhythm
        return found


def bootstrap(hits: Floats, known: Bools, weekdays: Ints, rng: np.random.Generator, draws: int) -> tuple[float, float]:
    """Return the chance of as much excess, and the ratio of same-night pairs to those expected.

    Args:
        hits: 0 or 1, shape (regions, nights); 0 where unknown.
        known: Same shape.
        weekdays: 0 to 6, shape (nights,).
        rng: Source of chance.
        draws: How many.
    """
    kernel = _kernel(hits.shape[1])
    there = known.astype(np.float64)
    fit = fit_chances(hits, there, weekdays, kernel)
    seen = _excess(hits, fit)
    drawn = (rng.random((draws, *hits.shape), dtype=np.float32) < fit.chances()).astype(np.float64)
    others = _excess(drawn, fit_chances(drawn, there, weekdays, kernel))
    p = float((1 + (others >= seen - 1e-12).sum()) / (draws + 1))
    together = hits.sum(axis=0)
    pairs = float((together * (together - 1)).sum())
    expected = float((fit.expected() ** 2 - fit.squares()).sum())
    return p, pairs / expected if expected > 0 else 1.0


def fit_chances(hits: Floats, known: Floats, weekdays: Ints, kernel: Floats) -> Fit:
    """Return each region's share, and each night's rhythm: the smooth of all other nights x the weekday's factor.

    Args:
        hits: 0 or 1, shape (..., regions, nights).
        known: 0 or 1, shape (regions, nights).
        weekdays: 0 to 6, shape (nights,).
        kernel: Weights of other nights, shape (nights, nights), zero on the diagonal.
    """
    seen = known.mean(axis=0)
    together = hits.sum(axis=-2)
    days = np.eye(7)[weekdays]
    of_days = _times(together, days)
    smooth = _times(together, kernel)
    factor = np.ones(together.shape)
    level = factor
    for _ in range(_ROUNDS):
        level = smooth / np.maximum(_times(factor * seen, kernel), 1e-9)
        expected = _times(level * seen, days)
        little = expected.mean(axis=-1, keepdims=True) * _SHRINK
        factor = ((of_days + little) / np.maximum(expected + little, 1e-9))[..., weekdays]
    rhythm = level * factor
    rhythm = rhythm / np.maximum(rhythm.mean(axis=-1, keepdims=True), 1e-9)
    share = hits.sum(axis=-1) / np.maximum(_times(rhythm, known.T), 1e-9)
    return Fit(share=share, rhythm=rhythm, known=known)


def _times(rows: Floats, matrix: Floats) -> Floats:
    """Multiply without the threads of a linear algebra library: on a busy machine they wait longer than this takes."""
    found: Floats = np.einsum("...i,ij->...j", rows, matrix)
    return found


def _kernel(nights: int) -> Floats:
    apart = np.subtract.outer(np.arange(nights), np.arange(nights))
    weights: Floats = np.exp(-0.5 * (apart / _BANDWIDTH) ** 2)
    np.fill_diagonal(weights, 0.0)
    return weights


def _excess(hits: Floats, fit: Fit) -> Floats:
    expected = fit.expected()
    off = hits.sum(axis=-2) - expected
    variance = np.maximum((expected - fit.squares()).sum(axis=-1), 1e-9)
    found: Floats = (off * off).sum(axis=-1) / variance
    return found


def compare_night(attacked: Floats, weekdays: Ints, *, nights: int = 28) -> Together | None:
    """Return how many regions were attacked on the last night, and how often as many would be by recent rates.

    The exact distribution of a sum of unequal chances (Poisson binomial). Not an alarm: over a year of nights even rare
    ones come.

    Args:
        attacked: 1, 0 or NaN, shape (regions, nights); regions on one corridor joined.
        weekdays: 0 to 6 for each night.
        nights: How many nights before make the recent rates.

    Returns:
        None when no region is known on the last night or fewer than 14 nights are before it.
    """
    past, tonight = attacked[:, -nights - 1 : -1], attacked[:, -1]
    known = np.isfinite(tonight) & (np.isfinite(past).sum(axis=1) >= 14)
    if not known.any():
        return None
    past, tonight = past[known], tonight[known]
    there = np.isfinite(past)
    rate = (np.nansum(past, axis=1) + 0.5) / (there.sum(axis=1) + 1)
    chance = np.clip(rate * _weekday_factor(attacked, weekdays), 0.0, 0.97)
    spread = np.array([1.0])
    for each in chance:
        spread = np.convolve(spread, [1 - each, each])
    count = int(tonight.sum())
    return Together(attacked=count, known=len(tonight), chance=float(min(1.0, spread[count:].sum())))


def _weekday_factor(attacked: Floats, weekdays: Ints) -> float:
    """Return how this weekday differs from the others over the last 84 nights, shrunk towards 1."""
    past, days = attacked[:, -NIGHTS - 1 : -1], weekdays[-NIGHTS - 1 : -1]
    there = np.isfinite(past)
    same = days == weekdays[-1]
    overall = np.nansum(past) / max(int(there.sum()), 1)
    expected = overall * there[:, same].sum()
    return float((np.nansum(past[:, same]) + 3) / (expected + 3))
