"""Simulated years in which nothing changes, and campaigns: what the alarm's promises are measured on."""

from enum import StrEnum

import numpy as np

from skyledger.assess.arrays import Floats


class Quiet(StrEnum):
    """Years without a change; an attack on one night in ten in the mean."""

    INDEPENDENT = "N1"
    RAIDS = "N2"
    FLURRIES = "N3"
    DRIFT = "N4"


class Campaign(StrEnum):
    """Changes: attack nights 10 to 35 %; 10 to 70 % and twice the size; a raid every fourth night; 10 to 20 %."""

    MODERATE = "A1"
    STRONG = "A2"
    RAIDS = "A3"
    DOUBLING = "A5"


RATE = 0.1


def quiet_years(world: Quiet, rng: np.random.Generator, regions: int, nights: int) -> Floats:
    """Return nightly counts of regions in which nothing changes.

    Args:
        world: N1 independent nights; N2 with single mass raids (1 night in 60, 10 to 30 objects); N3 flurries (28 % of
            attack nights are followed by another); N4 a slow drift of the rate by 1.8 either way within a year.
        rng: Source of chance.
        regions: How many.
        nights: How many.

    Returns:
        Shape (regions, nights).
    """
    shape = (regions, nights)
    if world is Quiet.FLURRIES:
        return _sizes(rng, flurries(rng, shape, RATE, 0.28))
    rate = np.full(shape, RATE)
    if world is Quiet.DRIFT:
        phase = rng.uniform(0, 2 * np.pi, (regions, 1))
        rate = RATE * 1.8 ** np.sin(2 * np.pi * np.arange(nights) / 365 + phase)
    counts = _sizes(rng, rng.random(shape) < rate)
    if world is Quiet.RAIDS:
        raid = rng.random(shape) < 1 / 60
        counts = np.where(raid, rng.integers(10, 31, shape), counts).astype(np.float64)
    return counts


def campaigns(kind: Campaign, rng: np.random.Generator, regions: int, before: int, after: int) -> Floats:
    """Return nightly counts of regions that are quiet (N1) for ``before`` nights, then in a campaign for ``after``.

    Returns:
        Shape (regions, before + after).
    """
    rate = np.full((regions, before + after), RATE)
    rate[:, before:] = {Campaign.MODERATE: 0.35, Campaign.STRONG: 0.7, Campaign.DOUBLING: 0.2}.get(kind, RATE)
    counts = _sizes(rng, rng.random(rate.shape) < rate)
    if kind is Campaign.STRONG:
        counts[:, before:] *= 2
    if kind is Campaign.RAIDS:
        raids = np.arange(before, before + after, 4)
        counts[:, raids] = rng.integers(5, 16, (regions, len(raids)))
    return counts


def flurries(rng: np.random.Generator, shape: tuple[int, ...], rate: float, again: float) -> np.ndarray:
    """Return attack nights at a rate, of which a share is followed by another; bool, nights along the last axis."""
    fresh = rate * (1 - again) / (1 - rate)
    chance = rng.random(shape)
    found = np.zeros(shape, dtype=np.bool_)
    found[..., 0] = chance[..., 0] < rate
    for night in range(1, shape[-1]):
        found[..., night] = chance[..., night] < np.where(found[..., night - 1], again, fresh)
    return found


def _sizes(rng: np.random.Generator, attacked: np.ndarray) -> Floats:
    """Give attack nights a number of objects: 3 in the mean, at least 1."""
    return np.where(attacked, 1 + rng.negative_binomial(1.0, 1 / 3, attacked.shape), 0).astype(np.float64)


def levels(
    rng: np.random.Generator, regions: int, nights: int, *, memory: float, spread: float, mean: float = 60.0
) -> Floats:
    """Return the nightly counts of regions attacked every night, whose level wanders.

    Args:
        rng: Source of chance.
        regions: How many.
        nights: How many.
        memory: Correlation of the logarithm of the level from night to night, below 1.
        spread: Its standard deviation.
        mean: Middle of the level.

    Returns:
        Shape (regions, nights), negative binomial with size 3 around the level.
    """
    wander = np.zeros((regions, nights))
    wander[:, 0] = rng.normal(0, spread, regions)
    for night in range(1, nights):
        step = rng.normal(0, spread * np.sqrt(1 - memory**2), regions)
        wander[:, night] = memory * wander[:, night - 1] + step
    return rng.poisson(rng.gamma(3.0, mean * np.exp(wander) / 3.0)).astype(np.float64)
