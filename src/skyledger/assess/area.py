"""Several regions watched at once: one budget of false alarms, halved between two detectors.

The plain mean of the regions' evidence needs no independence: its mean grows no faster than each one's, so a line at
2 x 365 spends half the budget, and a strong change in one region is enough to cross it. The number of regions attacked
per night sees a weak change in many; it spends the other half.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

import numpy as np

from skyledger.assess.alarm import AlarmOptions, begins, evidence
from skyledger.assess.arrays import Floats
from skyledger.assess.count_alarm import CountOptions, count_evidence
from skyledger.assess.series import NightSeries
from skyledger.assess.verdict import Level


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Watch:
    """One of the two detectors.

    Attributes:
        level: Its rung.
        since: The night on which the alarm that lasts began.
        value: Its statistic after the last night.
        alarm: Its line.
        watch: The line below.
        track: Its statistic after every night.
    """

    level: Level
    since: date | None
    value: float
    alarm: float
    watch: float
    track: Floats


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class AreaWatch:
    """Both detectors.

    Attributes:
        level: The higher rung of the two.
        since: The earlier begin of a lasting alarm.
        any_region: A change in some region.
        together: A change in how many regions are attacked a night.
        regions: Regions that took part: those with enough history.
    """

    level: Level
    since: date | None
    any_region: Watch
    together: Watch
    regions: int


def watch_area(regions: Sequence[NightSeries]) -> AreaWatch | None:
    """Return what both detectors say of several regions.

    Args:
        regions: Series of equal nights.

    Returns:
        None with fewer than 2 regions that have a history.
    """
    states = [r.since_break(r.settled()) for r in regions]
    usable = [s for s in states if np.isfinite(s[-104:-7]).sum() >= AlarmOptions().enough]
    if len(usable) < 2:
        return None
    attacked = np.array(usable)
    each, both = half_budgets()
    mean = evidence(attacked, each).mean(axis=0)
    count = count_evidence(count_regions(attacked), both)
    first = _watch(mean, each.alarm, each.watch, regions[0])
    second = _watch(count, both.alarm, both.watch, regions[0])
    begun = [w.since for w in (first, second) if w.since is not None]
    rungs = (Level.NOT_ENOUGH, Level.NO_SIGNAL, Level.WATCH, Level.INCREASE)
    return AreaWatch(
        level=max((first.level, second.level), key=rungs.index),
        since=min(begun) if begun else None,
        any_region=first,
        together=second,
        regions=len(usable),
    )


def half_budgets() -> tuple[AlarmOptions, CountOptions]:
    """Return the options of both detectors, each with lines twice as high as one alone would have."""
    each = AlarmOptions()
    return (
        replace(each, alarm=2 * each.alarm, watch=2 * each.watch),
        CountOptions(alarm=2 * each.alarm, watch=2 * each.watch),
    )


def count_regions(attacked: Floats) -> Floats:
    """Return how many regions were attacked each night, in proportion where some are unknown.

    Args:
        attacked: 1, 0 or NaN, shape (regions, nights).

    Returns:
        Shape (nights,), NaN where fewer than half of the regions are known.
    """
    known = np.isfinite(attacked).sum(axis=0)
    hits = np.nan_to_num(attacked).sum(axis=0)
    return np.where(known * 2 >= len(attacked), hits * len(attacked) / np.maximum(known, 1), np.nan)


def _watch(track: Floats, alarm: float, watch: float, series: NightSeries) -> Watch:
    starts = np.flatnonzero(begins(track, alarm, watch))
    lasting = bool(len(starts)) and bool((track[starts[-1] :] >= watch).all())
    value = float(track[-1])
    level = Level.INCREASE if lasting else Level.WATCH if value >= watch else Level.NO_SIGNAL
    return Watch(
        level=level,
        since=series.night(int(starts[-1])) if lasting else None,
        value=value,
        alarm=alarm,
        watch=watch,
        track=track,
    )
