"""How well the parts do on simulated series: what the tests hold to their floors and the backtest prints."""

from dataclasses import dataclass

import numpy as np
from scipy.stats import beta

from skyledger.assess.alarm import AlarmOptions, begins, evidence
from skyledger.assess.arrays import Floats, attack_nights
from skyledger.assess.nowcast import complete_night
from skyledger.assess.rates import Ratio, rate_ratio, share_ratio
from skyledger.assess.shared_worlds import Rhythm, shared_world
from skyledger.assess.synchrony import bootstrap
from skyledger.assess.week_alarm import WeekOptions, week_evidence
from skyledger.assess.worlds import Campaign, Quiet, campaigns, levels, quiet_years

YEAR = 365


@dataclass(frozen=True, slots=True, kw_only=True)
class Delay:
    """How soon a campaign is seen.

    Attributes:
        median: Nights, counted from its first; None when fewer than half are seen within 60.
        within_7: Share seen by night 7.
        within_14: Share seen by night 14.
    """

    median: int | None
    within_7: float
    within_14: float


def false_alarms(world: Quiet, options: AlarmOptions, *, years: int, seed: int) -> float:
    """Return false alarms per region-year of the detector on attack nights in a quiet world."""
    start = options.window + options.guard
    counts = quiet_years(world, np.random.default_rng(seed), years, start + YEAR)
    track = evidence(attack_nights(counts), options)
    return float(begins(track, options.alarm, options.watch)[:, start:].sum() / years)


def watch_nights(world: Quiet, options: AlarmOptions, *, years: int, seed: int) -> tuple[float, float]:
    """Return how often a year "watch" or higher begins in a quiet world, and on how many nights it stands."""
    start = options.window + options.guard
    counts = quiet_years(world, np.random.default_rng(seed), years, start + YEAR)
    track = evidence(attack_nights(counts), options)[:, start:]
    times = begins(track, options.watch, options.watch / 3).sum() / years
    return float(times), float((track >= options.watch).sum() / years)


def campaign_delay(kind: Campaign, options: AlarmOptions, *, regions: int, seed: int) -> Delay:
    """Return how soon the detector sees a campaign that begins after 200 quiet nights."""
    counts = campaigns(kind, np.random.default_rng(seed), regions, 200, 60)
    track = evidence(attack_nights(counts), options)
    quiet = (track[:, 193:200] < options.watch).all(axis=1)
    return _delay(track[quiet, 200:] >= options.alarm)


def week_false_alarms(memory: float, spread: float, options: WeekOptions, *, years: int, seed: int) -> float:
    """Return false alarms per region-year of the weekly sums where the level wanders."""
    start = options.window + options.guard
    counts = levels(np.random.default_rng(seed), years, start + YEAR, memory=memory, spread=spread)
    return float(begins(week_evidence(counts, options), options.alarm, options.watch)[:, start:].sum() / years)


def week_delay(factor: float, options: WeekOptions, *, regions: int, seed: int) -> Delay:
    """Return how soon the weekly sums see a level that is multiplied after 200 nights."""
    counts = levels(np.random.default_rng(seed), regions, 260, memory=0.3, spread=0.7)
    counts[:, 200:] = np.round(counts[:, 200:] * factor)
    track = week_evidence(counts, options)
    quiet = (track[:, 193:200] < options.watch).all(axis=1)
    return _delay(track[quiet, 200:] >= options.alarm)


def _delay(seen: np.ndarray) -> Delay:
    night = np.where(seen.any(axis=1), seen.argmax(axis=1) + 1, 999)
    median = float(np.median(night))
    return Delay(
        median=None if median > 60 else round(median),
        within_7=float((night <= 7).mean()),
        within_14=float((night <= 14).mean()),
    )


def synchrony_rejects(world: Rhythm, *, series: int, draws: int, seed: int, level: float = 0.05) -> float:
    """Return how often the test of synchrony rejects: its size in worlds without shocks, else its power."""
    rng = np.random.default_rng(seed)
    hits = shared_world(world, rng, series)
    known = np.ones(hits.shape[1:], dtype=np.bool_)
    weekdays = np.arange(hits.shape[2]) % 7
    return float(np.mean([bootstrap(each, known, weekdays, rng, draws)[0] <= level for each in hits]))


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """How often 80 % ranges of a ratio held the true one.

    Attributes:
        rate: The ratio of counts as this program gives it.
        share: The ratio of attack-night shares; None where every night is an attack night.
        poisson: The ratio of counts as a plain Poisson range has it, for comparison.
    """

    rate: float
    share: float | None
    poisson: float


RATE_WORLDS = ("sparse", "medium", "dense", "memory", "flurries")


def ratio_coverage(world: str, factor: float, *, series: int, seed: int) -> Held:
    """Return how often ranges of the ratio of 7 nights to the 28 before hold the truth.

    Args:
        world: One of ``RATE_WORLDS``: attack nights 15 %, 70 %, 97 %; every night with memory .6; flurries.
        factor: What the last seven nights are multiplied by: the share of attack nights where they are few, else the
            size.
        series: How many to draw.
        seed: Of the draws.
    """
    rng = np.random.default_rng(seed)
    counts, rate, share = _rate_world(world, factor, rng, series)
    inside = {"rate": 0, "share": 0, "poisson": 0}
    for row in counts:
        recent, earlier = row[28:], row[:28]
        inside["rate"] += _holds(rate_ratio(recent, earlier), rate)
        inside["poisson"] += _holds(_poisson(recent, earlier), rate)
        inside["share"] += share is not None and _holds(share_ratio(recent, earlier), share)
    return Held(
        rate=inside["rate"] / series,
        share=None if share is None else inside["share"] / series,
        poisson=inside["poisson"] / series,
    )


def _rate_world(world: str, factor: float, rng: np.random.Generator, series: int) -> tuple[Floats, float, float | None]:
    shape = (series, 35)
    if world == "memory":
        return levels(rng, series, 35, memory=0.6, spread=0.7), 1.0, None
    if world == "flurries":
        counts = quiet_years(Quiet.FLURRIES, rng, series, 300)[:, 250:285]
        return counts, 1.0, 1.0
    chance, mean, size = {"sparse": (0.15, 3.0, 1.0), "medium": (0.7, 8.0, 0.8), "dense": (0.97, 125.0, 1.3)}[world]
    chances, means = np.full(shape, chance), np.full(shape, mean)
    if world == "sparse":
        chances[:, 28:] *= factor
    else:
        means[:, 28:] *= factor
    counts = np.where(rng.random(shape) < chances, 1 + rng.poisson(rng.gamma(size, means / size)), 0).astype(np.float64)
    truth = chances * (1 + means)
    share = None if world == "dense" else float(chances[0, 28] / chances[0, 0])
    return counts, float(truth[0, 28] / truth[0, 0]), share


def _holds(ratio: Ratio, truth: float) -> bool:
    return ratio.low <= truth <= ratio.high


def _poisson(recent: Floats, earlier: Floats) -> Ratio:
    """Return the exact binomial range that holds for Poisson counts, and for these does not."""
    a, b = float(recent.sum()), float(earlier.sum())
    low, high = beta.ppf(0.1, a, b + 1) if a else 0.0, beta.ppf(0.9, a + 1, b) if b else 1.0
    scale = len(earlier) / len(recent)
    return Ratio(middle=scale * a / max(b, 1e-9), low=scale * low / (1 - low), high=scale * high / max(1 - high, 1e-12))


def nowcast_coverage(share: float, *, mean: float, series: int, seed: int) -> tuple[float, float]:
    """Return how often ranges of a night's final figure hold it, and how often the first figure already is it.

    Args:
        share: What is known of a night in the mean.
        mean: Mean of the final figures.
        series: How many to draw.
        seed: Of the draws.
    """
    rng = np.random.default_rng(seed)
    final = np.where(rng.random((series, 61)) < 0.9, rng.poisson(rng.gamma(2.0, mean / 2, (series, 61))), 0)
    early = rng.binomial(final, rng.beta(12 * share, 12 * (1 - share), final.shape))
    held = []
    for whole, part in zip(final.astype(np.float64), early.astype(np.float64), strict=True):
        found = complete_night(np.stack([part[:60], whole[:60]], axis=1), float(part[60]), 0)
        held.append(found is not None and found.low <= whole[60] <= found.high)
    return float(np.mean(held)), float((early[:, 60] == final[:, 60]).mean())
