"""Isolated nights or a sustained increase: an e-detector on attack nights that lets nights cluster.

The Shiryaev-Roberts sum of likelihood ratios (Shin, Ramdas, Rinaldo, "E-detectors", arXiv 2203.03532): under "no
change" its value grows by at most 1 a night in the mean, so that a line at 365 is crossed at most once in 365 nights
in the mean, if the null holds. The null is learnt from the 90 nights before, and says that an attack night is
followed by another more often than a quiet one is: without that, harmless flurries raise twice as many alarms
(docs/assess-report.md).
"""

from dataclasses import dataclass

import numpy as np

from skyledger.assess.arrays import Bools, Floats, trailing_sum


@dataclass(frozen=True, slots=True, kw_only=True)
class AlarmOptions:
    """How the detector learns and where its lines are.

    The inflation is the smallest of 0, .3, .4, .5, .8 that keeps false alarms below .8 per region-year in each of the
    four quiet worlds with 1,500 years each (bench/backtest.py, 30 Nov 2026); at .5 a moderate campaign takes 20 nights
    in place of 19, at .3 flurries raise .87.

    Attributes:
        window: Nights of history the null is learnt from.
        guard: Nights just before the night that the null does not learn from, so that a campaign does not excuse
            itself.
        enough: Known nights of history below which there is no verdict.
        rarest: The least chance of an attack night that the null may have: after a silent quarter one single attack is
            no series yet.
        inflation: By how many standard errors the null's rates are taken higher than seen.
        follow_weight: Nights of prior belief about the night after an attack night.
        follow_lift: That belief: so many times the overall rate.
        alternatives: Odds ratios of an attack night that count as an increase, in equal parts.
        alarm: The line of an alarm: nights between false ones, if the null holds.
        watch: The line below it.
        saturated: Share of attack nights in the history from which on the weekly sums decide (:mod:`week_alarm`).
    """

    window: int = 90
    guard: int = 7
    enough: int = 60
    rarest: float = 0.03
    inflation: float = 0.4
    follow_weight: float = 2.0
    follow_lift: float = 1.5
    alternatives: tuple[float, ...] = (2.0, 4.0, 8.0)
    alarm: float = 365.0
    watch: float = 60.0
    saturated: float = 0.6


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Null:
    """What "no change" says of each night.

    Attributes:
        chance: Chance of an attack night, (..., T).
        share: Share of attack nights in the history, (..., T); 0 without history.
        known: Known nights in the history, (..., T).
        after_quiet: Chance after a night without attack, (..., T).
        after_attack: Chance after an attack night, (..., T).
    """

    chance: Floats
    share: Floats
    known: Floats
    after_quiet: Floats
    after_attack: Floats


def learn_null(attacked: Floats, options: AlarmOptions) -> Null:
    """Return the null of each night, from the nights before it only.

    Args:
        attacked: 1, 0 or NaN, shape (..., T).
        options: How it learns.
    """
    known = np.isfinite(attacked).astype(np.float64)
    hit = np.nan_to_num(attacked)
    follows = np.zeros_like(hit)
    follows[..., 1:] = hit[..., :-1]
    span = (options.window, options.guard)
    hits_after = trailing_sum(hit * follows, *span)
    nights_after = trailing_sum(known * follows, *span)
    hits_quiet = trailing_sum(hit * (1 - follows), *span)
    nights_quiet = trailing_sum(known * (1 - follows), *span)
    hits, nights = hits_after + hits_quiet, nights_after + nights_quiet
    overall = (hits + 0.5) / (nights + 1)
    quiet = _raise((hits_quiet + 0.5) / (nights_quiet + 1), nights_quiet + 1, options.inflation)
    belief = options.follow_weight * np.minimum(np.maximum(overall, quiet) * options.follow_lift, 1.0)
    weight = nights_after + options.follow_weight
    after = np.maximum(_raise((hits_after + belief) / weight, weight, options.inflation), quiet)
    return Null(
        chance=np.clip(np.where(follows > 0, after, quiet), options.rarest, 0.9),
        share=hits / np.maximum(nights, 1),
        known=nights,
        after_quiet=quiet,
        after_attack=after,
    )


def _raise(rate: Floats, nights: Floats, errors: float) -> Floats:
    found: Floats = rate + errors * np.sqrt(np.clip(rate * (1 - rate), 0.0, None) / nights)
    return found


def evidence(attacked: Floats, options: AlarmOptions | None = None) -> Floats:
    """Return the evidence against "no change" after each night, 0 while there is not enough history.

    Args:
        attacked: 1 for a night with a reported attack, 0 for one without, NaN for one nobody knows of; shape (..., T).
            A night nobody knows of changes nothing.
        options: The detector's, the measured ones when None.

    Returns:
        Shape (..., T), at least 0.
    """
    options = AlarmOptions() if options is None else options
    null = learn_null(attacked, options)
    odds = null.chance / (1 - null.chance)
    ratios = np.array(options.alternatives)
    raised = odds[..., None] * ratios
    raised = raised / (1 + raised)
    chance = null.chance[..., None]
    state = attacked[..., None]
    likelihood = np.where(state > 0, raised / chance, (1 - raised) / (1 - chance))
    unknown = np.isnan(state)
    learnt = (null.known >= options.enough)[..., None]
    total = np.zeros(likelihood.shape[:-2] + likelihood.shape[-1:])
    found = np.zeros(attacked.shape)
    for night in range(attacked.shape[-1]):
        grown = np.minimum((1 + total) * likelihood[..., night, :], 1e12)
        total = np.where(unknown[..., night, :], total, grown)
        total = np.where(learnt[..., night, :], total, 0.0)
        found[..., night] = total.mean(axis=-1)
    return found


def begins(value: Floats, alarm: float, rearm: float) -> Bools:
    """Return the nights on which an alarm begins.

    Args:
        value: A statistic, shape (..., T).
        alarm: Its line.
        rearm: Below this an alarm is over, and the next may begin.

    Returns:
        Shape (..., T); an alarm that lasts begins once.
    """
    found = np.zeros(value.shape, dtype=np.bool_)
    lasts = np.zeros(value.shape[:-1], dtype=np.bool_)
    for night in range(value.shape[-1]):
        over = value[..., night] >= alarm
        found[..., night] = over & ~lasts
        lasts = (lasts | over) & ~(value[..., night] < rearm)
    return found
