"""The ladder, and what no series may do: raise, or alarm without a change."""

from dataclasses import replace
from datetime import timedelta

import numpy as np
import pytest

from skyledger.assess.area import watch_area
from skyledger.assess.arrays import Floats
from skyledger.assess.assessment import assess_series
from skyledger.assess.rates import compare_rates
from skyledger.assess.synchrony import collapse_corridors, compare_night, measure_synchrony
from skyledger.assess.verdict import Doubt, Level, Method, judge_series
from skyledger.assess.worlds import levels
from tests.assess.making import FIRST, a_break, a_series


def outage() -> Floats:
    counts = np.random.default_rng(1).binomial(1, 0.1, 250).astype(float)
    counts[200:214] = np.nan
    return counts


DEGENERATE = {
    "constant": np.full(250, 5.0),
    "ones": np.ones(250),
    "zeros": np.zeros(250),
    "one night": np.array([3.0]),
    "no night": np.zeros(0),
    "one attack": np.eye(1, 250, 240)[0],
    "all missing": np.full(250, np.nan),
    "two-week outage": outage(),
    "every other night": np.arange(250.0) % 2,
}


@pytest.mark.parametrize("counts", DEGENERATE.values(), ids=DEGENERATE.keys())
def test_degenerate_series_never_raise_and_never_alarm(counts: Floats) -> None:
    with np.errstate(all="raise"):
        verdict = judge_series(a_series(counts))
    assert verdict.since is None
    assert not verdict.alarms
    assert verdict.level in (Level.NO_SIGNAL, Level.NOT_ENOUGH, Level.CANNOT_TELL)
    compare_rates(counts)


def campaign(before: int = 150, after: int = 12) -> Floats:
    rng = np.random.default_rng(7)
    return np.concatenate([rng.binomial(1, 0.08, before), np.ones(after)]).astype(float)


def test_a_campaign_is_a_sustained_increase_with_its_date() -> None:
    series = a_series(campaign())
    verdict = judge_series(series)
    assert verdict.level is Level.INCREASE
    assert verdict.method is Method.ATTACK_NIGHTS
    assert verdict.since is not None
    assert series.night(150) < verdict.since <= series.last
    assert verdict.gathering is not None
    assert verdict.gathering <= verdict.since


def test_a_single_mass_raid_is_no_series() -> None:
    counts = np.random.default_rng(8).binomial(1, 0.05, 200).astype(float)
    counts[-1] = 300
    assert judge_series(a_series(counts)).level is Level.NO_SIGNAL


def test_a_region_attacked_every_night_is_judged_by_weekly_sums() -> None:
    counts = levels(np.random.default_rng(9), 1, 200, memory=0.0, spread=0.1)[0]
    assert judge_series(a_series(counts)).method is Method.WEEK_SUMS
    assert judge_series(a_series(counts)).level is Level.NO_SIGNAL
    counts[-10:] *= 4
    assert judge_series(a_series(counts)).level is Level.INCREASE


def test_short_history_gives_no_verdict() -> None:
    verdict = judge_series(a_series(np.zeros(60)))
    assert verdict.level is Level.NOT_ENOUGH
    assert Doubt.SHORT in verdict.doubts


def test_silence_of_the_last_nights_cannot_be_told() -> None:
    counts = np.zeros(200)
    counts[-5:] = np.nan
    assert judge_series(a_series(counts)).level is Level.CANNOT_TELL


def test_an_increase_that_came_with_new_sources_cannot_be_told() -> None:
    sources = np.full(162, 2.0)
    sources[150:] = 5
    verdict = judge_series(a_series(campaign(), sources=sources))
    assert verdict.level is Level.CANNOT_TELL
    assert Doubt.SOURCES in verdict.doubts


def test_what_was_before_a_break_is_not_history() -> None:
    verdict = judge_series(a_series(campaign(), breaks=[a_break(FIRST + timedelta(days=140))]))
    assert verdict.level is Level.NOT_ENOUGH
    assert Doubt.BREAK in verdict.doubts


def test_a_provisional_night_without_report_is_not_a_quiet_one() -> None:
    late, final = a_series(np.zeros(200), late=2), a_series(np.zeros(200))
    assert np.isnan(late.settled()[-2:]).all()
    assert np.isfinite(final.settled()).all()


def test_an_area_sees_a_change_in_four_of_twelve() -> None:
    rng = np.random.default_rng(10)
    rate = np.full((12, 220), 0.08)
    rate[:4, 200:] = 0.6
    found = watch_area([a_series(c) for c in (rng.random(rate.shape) < rate).astype(float)])
    assert found is not None
    assert found.level is Level.INCREASE
    assert found.regions == 12
    assert watch_area([a_series(np.zeros(200))]) is None


def test_synchrony_cannot_be_told_from_little() -> None:
    days = np.arange(84) % 7
    assert measure_synchrony(np.zeros((12, 84)), days) is None
    assert measure_synchrony(np.full((12, 84), np.nan), days) is None
    assert measure_synchrony(np.ones((2, 84)), days) is None
    assert compare_night(np.full((3, 84), np.nan), days) is None


def test_one_flight_path_is_one_cause() -> None:
    rng = np.random.default_rng(11)
    flight = (rng.random(84) < 0.2).astype(float)
    states = np.stack([flight, flight, flight, *(rng.random((4, 84)) < 0.2).astype(float)])
    days = np.arange(84) % 7
    apart = measure_synchrony(states, days)
    joined = measure_synchrony(collapse_corridors(states, [[0, 1, 2]]), days)
    assert apart is not None
    assert joined is not None
    assert joined.regions == 5
    assert apart.p <= 0.05 < joined.p


def test_a_night_of_many_regions_is_rare_by_recent_rates() -> None:
    rng = np.random.default_rng(12)
    states = (rng.random((12, 84)) < 0.1).astype(float)
    states[:, -1] = [1.0] * 7 + [0.0] * 5
    found = compare_night(states, np.arange(84) % 7)
    assert found is not None
    assert (found.attacked, found.known) == (7, 12)
    assert found.chance < 0.01


def test_shares_of_a_figure_over_several_nights_are_no_ground_for_a_forecast() -> None:
    shares = a_series(np.full(200, 5.0))
    spread = replace(shares, attacked=np.full(200, np.nan), spread=np.full(200, True))
    assert assess_series(shares).forecast is not None
    assert assess_series(spread).forecast is None
