"""Rolling-origin backtest: every night a forecast from the nights before it only, scored when its nights are over."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from skyledger.assess.arrays import Floats
from skyledger.assess.forecast import WEEK
from skyledger.assess.forecast.conformal import learn_record
from skyledger.assess.forecast.pool import ENOUGH, Fits, draw_weeks, fit_models
from skyledger.assess.scores import crps, depth

_LEVEL = 0.8


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """How forecasts of one horizon did.

    Attributes:
        crps: Mean score of the pool, in objects.
        plain: Mean score of 28-night plain history.
        covered: Share of the pool's 80 % ranges that held what came.
        held: Share of the forecast that these ranges hold; counts are whole, so it is not 80 %.
        plain_covered: The first, for plain history.
        plain_held: The second, for plain history.
        adapted: Share of adaptive ranges (:mod:`forecast.conformal`) that held what came; they aim at 80 %.
    """

    crps: float
    plain: float
    covered: float
    held: float
    plain_covered: float
    plain_held: float
    adapted: float

    @property
    def skill(self) -> float:
        """By what share the score is lower than that of plain history; negative when it is higher."""
        return 1 - self.crps / self.plain if self.plain > 0 else 0.0


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Backtest:
    """Scores per origin.

    Attributes:
        night: Rows of (crps, plain crps, covered, held, plain covered, plain held, depth) of the next night.
        week: The same of the next seven nights' total.
    """

    night: Floats
    week: Floats

    @property
    def origins(self) -> int:
        """How many forecasts were scored."""
        return len(self.night)

    def scores(self) -> tuple[Score, Score]:
        """Return the means over origins, of one night and of seven."""
        return _score(self.night, 1), _score(self.week, WEEK)


def run_backtest(
    counts: Floats, first: int, last: int, *, every: int = 1, seed: int = 0, paths: int = 1000
) -> Backtest:
    """Forecast and score.

    Args:
        counts: Nightly counts, oldest first, without NaN.
        first: Index of the first night forecast, at least 28.
        last: Index after the last night of the last week forecast.
        every: Every how many nights.
        seed: Of the draws.
        paths: Weeks drawn per forecast.
    """
    rng = np.random.default_rng(seed)
    night, week = [], []
    fits: Fits | None = None
    fitted = -WEEK
    for origin in range(max(first, ENOUGH), last - WEEK + 1, every):
        before, came = counts[:origin], counts[origin : origin + WEEK]
        if fits is None or origin - fitted >= WEEK:
            fits, fitted = fit_models(before), origin
        weeks = draw_weeks(before, rng, paths=paths, fits=fits)
        if weeks is None:
            continue
        night.append(_row(weeks.pool[:, 0], weeks.plain[:, 0], float(came[0])))
        week.append(_row(weeks.pool.sum(axis=1), weeks.plain.sum(axis=1), float(came.sum())))
    return Backtest(night=np.array(night), week=np.array(week))


def join_backtests(backtests: Sequence[Backtest]) -> Backtest:
    """Return the scores of several series together, each forecast counting once."""
    return Backtest(
        night=np.concatenate([b.night for b in backtests]), week=np.concatenate([b.week for b in backtests])
    )


def bootstrap_skill(rows: Floats, *, block: int = 14, draws: int = 1000, seed: int = 0) -> tuple[float, float]:
    """Return the 90 % range of the skill by resampling blocks of neighbouring origins.

    Args:
        rows: ``Backtest.night`` or ``.week`` of every night.
        block: Origins in a block.
        draws: How many times.
        seed: Of the draws.
    """
    rng = np.random.default_rng(seed)
    n = len(rows)
    starts = rng.integers(0, max(n - block, 1), (draws, max(1, n // block)))
    index = (starts[:, :, None] + np.arange(min(block, n))).reshape(draws, -1)
    skill = 1 - rows[index, 0].mean(axis=1) / rows[index, 1].mean(axis=1)
    low, high = np.quantile(skill, [0.05, 0.95])
    return float(low), float(high)


def _row(pool: Floats, plain: Floats, came: float) -> tuple[float, ...]:
    return (
        float(crps(pool, came)),
        float(crps(plain, came)),
        *_inside(pool, came),
        *_inside(plain, came),
        depth(pool, came),
    )


def _inside(ensemble: Floats, came: float) -> tuple[float, float]:
    low, high = np.quantile(ensemble, [0.5 - _LEVEL / 2, 0.5 + _LEVEL / 2])
    return float(low <= came <= high), float(np.mean((ensemble >= low) & (ensemble <= high)))


def _score(rows: Floats, late: int) -> Score:
    mean = rows.mean(axis=0)
    record = learn_record(rows[:, 6], level=_LEVEL, late=late)
    return Score(
        crps=float(mean[0]),
        plain=float(mean[1]),
        covered=float(mean[2]),
        held=float(mean[3]),
        plain_covered=float(mean[4]),
        plain_held=float(mean[5]),
        adapted=float(record.covered.mean()),
    )
