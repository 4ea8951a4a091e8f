"""A forecast as it is told: ranges for the next night and the next seven, their record, and plain history beside."""

from dataclasses import dataclass

import numpy as np

from skyledger.assess.arrays import Floats
from skyledger.assess.forecast import WEEK
from skyledger.assess.forecast.conformal import Record, learn_record
from skyledger.assess.forecast.pool import ENOUGH, Fits, draw_weeks, fit_models, known_history
from skyledger.assess.scores import depth

LEVEL = 0.8
_ORIGINS = 90
_PAST_PATHS = 400
_RECENT = 56


@dataclass(frozen=True, slots=True, kw_only=True)
class Range:
    """One range of counts.

    Attributes:
        low: Lower end, whole.
        high: Upper end, whole.
        held: Share of the forecast inside; counts are whole, so it is rarely the level aimed at.
    """

    low: int
    high: int
    held: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlook:
    """What may come over some nights.

    Attributes:
        nights: 1 or 7.
        range: By the pool of models.
        plain: By plain history.
        covered: Share of the last ranges that held what came; None without a record.
        ranges: How many ranges that is, at most 60.
    """

    nights: int
    range: Range
    plain: Range
    covered: float | None
    ranges: int


@dataclass(frozen=True, slots=True, kw_only=True)
class FanNight:
    """One night or week of the picture: what was forecast for it, and what came.

    Attributes:
        index: Night of the series that the forecast was made after, from 0.
        low: Lower end for the following seven nights together.
        high: Upper end.
        came: What came.
    """

    index: int
    low: int
    high: int
    came: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Forecast:
    """Next night, next seven nights, and past seven-night ranges against what came."""

    night: Outlook
    week: Outlook
    past: tuple[FanNight, ...]


def forecast(counts: Floats, *, seed: int = 0, origins: int = _ORIGINS) -> Forecast | None:
    """Return ranges for the nights after a series.

    Args:
        counts: Nightly counts, oldest first, NaN where unknown; the unknown are left out, never taken as 0.
        seed: Of the draws; equal input and seed give an equal forecast.
        origins: Over how many past nights the ranges learn.

    Returns:
        None with fewer than 28 known nights, or where less than half of the last 8 weeks is known.
    """
    history = known_history(counts)
    if not len(counts) or np.isfinite(counts[-_RECENT:]).mean() < 0.5:
        return None  # what is known of a half-silent month is its loud half
    place = np.flatnonzero(np.isfinite(counts))
    rng = np.random.default_rng(seed)
    now = draw_weeks(history, rng)
    if now is None:
        return None
    first = max(ENOUGH, len(history) - origins)
    one, seven, fan = _replay(history, place, first, rng)
    night = _outlook(1, now.pool[:, 0], now.plain[:, 0], learn_record(one, level=LEVEL, late=1))
    week = _outlook(WEEK, now.pool.sum(axis=1), now.plain.sum(axis=1), learn_record(seven, level=LEVEL, late=WEEK))
    return Forecast(night=night, week=week, past=tuple(fan))


def _replay(
    history: Floats, place: np.ndarray, first: int, rng: np.random.Generator
) -> tuple[Floats, Floats, list[FanNight]]:
    """Forecast every past origin anew, from the nights before it only; models are fitted once a week."""
    one: list[float] = []
    seven: list[float] = []
    fan: list[FanNight] = []
    fits: Fits | None = None
    for number, origin in enumerate(range(first, len(history))):
        before = history[:origin]
        if fits is None or number % WEEK == 0:
            fits = fit_models(before)
        weeks = draw_weeks(before, rng, paths=_PAST_PATHS, fits=fits)
        if weeks is None:
            continue
        one.append(depth(weeks.pool[:, 0], float(history[origin])))
        if origin + WEEK <= len(history):
            came = float(history[origin : origin + WEEK].sum())
            total = weeks.pool.sum(axis=1)
            seven.append(depth(total, came))
            if number % WEEK == (len(history) - first) % WEEK:
                ends = _range(total, 1 - LEVEL)
                fan.append(FanNight(index=int(place[origin - 1]), low=ends.low, high=ends.high, came=came))
    return np.array(one), np.array(seven), fan


def _outlook(nights: int, pool: Floats, plain: Floats, record: Record) -> Outlook:
    return Outlook(
        nights=nights,
        range=_range(pool, record.miss),
        plain=_range(plain, 1 - LEVEL),
        covered=record.share_covered(),
        ranges=min(60, len(record.covered)),
    )


def _range(ensemble: Floats, miss: float) -> Range:
    low, high = np.quantile(ensemble, [miss / 2, 1 - miss / 2])
    low, high = np.floor(low), np.ceil(high)
    return Range(low=int(low), high=int(high), held=float(np.mean((ensemble >= low) & (ensemble <= high))))
