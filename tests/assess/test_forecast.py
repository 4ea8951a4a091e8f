"""The forecast: its score, its record, and the backtest on the public tables beside the project."""

import importlib.util
from datetime import date
from pathlib import Path
from types import ModuleType

import numpy as np
import pytest
import scoringrules

from skyledger.assess.backtest import Backtest, bootstrap_skill, join_backtests, run_backtest
from skyledger.assess.forecast.conformal import learn_record
from skyledger.assess.forecast.outlook import forecast
from skyledger.assess.forecast.pool import draw_weeks
from skyledger.assess.scores import crps, depth
from skyledger.assess.worlds import levels

ROOT = Path(__file__).resolve().parents[2]
DATA = ROOT.parent / "shared" / "data"
needs_data = pytest.mark.skipif(
    not (DATA / "attacks" / "missile_attacks_daily.csv").exists() or not (DATA / "alerts").is_dir(),
    reason="the public tables are not beside the project (../shared/data)",
)


def real_series() -> ModuleType:
    spec = importlib.util.spec_from_file_location("real_series", ROOT / "bench" / "real_series.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_crps_is_that_of_scoringrules() -> None:
    rng = np.random.default_rng(1)
    ensemble, came = rng.poisson(7, (200, 50)).astype(float), rng.poisson(9, 50).astype(float)
    theirs = scoringrules.crps_ensemble(came, ensemble, m_axis=0, estimator="fair")
    assert np.allclose(crps(ensemble, came), theirs, atol=1e-12)


def test_depth_says_whether_a_central_range_holds_a_value() -> None:
    ensemble = np.arange(100.0)
    assert depth(ensemble, -1.0) == 0.0
    assert depth(ensemble, 49.0) == 1.0
    assert depth(ensemble, 9.0) == pytest.approx(0.2)
    assert depth(np.zeros(10), 0.0) == 1.0


def test_ranges_that_miss_too_often_grow_until_they_hold_four_in_five() -> None:
    rng = np.random.default_rng(2)
    overconfident = rng.random(2000) ** 2  # depths of ranges that are too narrow
    record = learn_record(overconfident, late=7)
    assert (overconfident >= 0.2).mean() < 0.6
    assert record.covered[500:].mean() == pytest.approx(0.8, abs=0.04)
    assert learn_record(np.zeros(0)).share_covered() is None


def test_an_outlook_is_repeatable_and_says_what_it_holds() -> None:
    counts = levels(np.random.default_rng(3), 1, 200, memory=0.3, spread=0.5)[0]
    found, again = forecast(counts, seed=4), forecast(counts, seed=4)
    assert found == again
    assert found is not None
    assert found.week.range.low < found.week.range.high
    assert 0.5 <= found.week.range.held <= 1
    assert found.week.ranges == 60
    assert found.past


def test_there_is_no_forecast_without_four_weeks() -> None:
    assert forecast(np.ones(27)) is None
    assert forecast(np.full(300, np.nan)) is None
    assert draw_weeks(np.ones(5), np.random.default_rng(0)) is None


@pytest.mark.parametrize("counts", [np.zeros(200), np.full(200, 7.0), np.eye(1, 200, 150)[0], np.arange(200.0) % 2])
def test_degenerate_series_have_a_forecast(counts: np.ndarray) -> None:
    found = forecast(counts)
    assert found is not None
    assert 0 <= found.week.range.low <= found.week.range.high


@needs_data
def test_the_national_forecast_meets_its_floors() -> None:
    series = real_series().read_national(DATA)
    change = (date(2024, 8, 1) - date(2022, 10, 1)).days
    for first, last in ((365, change), (change, len(series))):
        night, week = run_backtest(series, first, last, every=3).scores()
        assert night.skill >= -0.01
        assert week.skill >= 0.05
        assert abs(night.covered - night.held) <= 0.07
        assert abs(week.covered - week.held) <= 0.07


@needs_data
def test_the_forecast_of_regions_meets_its_floors() -> None:
    _, panel = real_series().read_panel(DATA)
    scored = [
        run_backtest(counts, 303, counts.size, every=7, seed=n, paths=400)
        for n, counts in enumerate(panel)
        if counts.mean() > 0.05
    ]
    night, week = join_backtests(scored).scores()
    assert night.skill >= -0.01
    assert week.skill >= 0.04
    assert abs(night.covered - night.held) <= 0.07
    assert abs(week.covered - week.held) <= 0.07


def test_the_range_of_a_skill_holds_the_skill() -> None:
    rng = np.random.default_rng(5)
    rows = np.stack([rng.gamma(2, 0.9, 300), rng.gamma(2, 1.0, 300), *np.ones((5, 300))], axis=1)
    low, high = bootstrap_skill(rows)
    night, _ = Backtest(night=rows, week=rows).scores()
    assert low < night.skill < high
