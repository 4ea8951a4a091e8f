"""The promises of docs/assess-report.md, each with its seed. A floor that is not met fails here."""

import pytest

from skyledger.assess.alarm import AlarmOptions
from skyledger.assess.area_gauge import area_delay, area_false_alarms
from skyledger.assess.gauges import (
    RATE_WORLDS,
    campaign_delay,
    false_alarms,
    nowcast_coverage,
    ratio_coverage,
    synchrony_rejects,
    week_delay,
    week_false_alarms,
)
from skyledger.assess.shared_worlds import WITHOUT_SHOCKS, Rhythm
from skyledger.assess.week_alarm import WeekOptions
from skyledger.assess.worlds import Campaign, Quiet


@pytest.mark.parametrize("world", Quiet)
def test_a_quiet_region_raises_less_than_one_false_alarm_a_year(world: Quiet) -> None:
    assert false_alarms(world, AlarmOptions(), years=400, seed=11) <= 1.0


def test_a_null_that_does_not_let_nights_cluster_raises_more_alarms_in_flurries() -> None:
    blind = AlarmOptions(follow_weight=1e9, follow_lift=1.0)
    assert false_alarms(Quiet.FLURRIES, blind, years=400, seed=11) > 1.3 * false_alarms(
        Quiet.FLURRIES, AlarmOptions(), years=400, seed=11
    )


def test_a_strong_campaign_is_seen_within_two_weeks() -> None:
    delay = campaign_delay(Campaign.STRONG, AlarmOptions(), regions=500, seed=12)
    assert delay.within_14 >= 0.95
    assert delay.median is not None
    assert delay.median <= 7


def test_a_doubling_is_as_good_as_never_seen_which_the_words_must_say() -> None:
    assert campaign_delay(Campaign.DOUBLING, AlarmOptions(), regions=500, seed=12).within_14 <= 0.2


@pytest.mark.parametrize(("memory", "spread"), [(0.0, 0.0), (0.3, 0.7), (0.6, 0.7), (0.9, 0.4)])
def test_weekly_sums_raise_less_than_one_false_alarm_a_year(memory: float, spread: float) -> None:
    assert week_false_alarms(memory, spread, WeekOptions(), years=200, seed=13) <= 1.0


def test_weekly_sums_see_a_threefold_size_in_the_middle_within_three_weeks() -> None:
    delay = week_delay(3.0, WeekOptions(), regions=200, seed=13)
    assert delay.median is not None
    assert delay.median <= 21


@pytest.mark.parametrize("world", Quiet)
def test_a_quiet_area_raises_less_than_one_false_alarm_a_year(world: Quiet) -> None:
    assert area_false_alarms(world, years=40, seed=14) <= 1.0


def test_an_area_sees_much_change_in_few_and_little_change_in_all() -> None:
    few, all_of_them = area_delay(4, 5.0, areas=40, seed=15), area_delay(12, 2.0, areas=40, seed=15)
    assert few is not None
    assert all_of_them is not None
    assert few <= 14
    assert all_of_them <= 21


@pytest.mark.parametrize("rhythm", WITHOUT_SHOCKS)
def test_a_common_rhythm_is_not_called_synchronous(rhythm: Rhythm) -> None:
    assert synchrony_rejects(rhythm, series=200, draws=99, seed=16) <= 0.10


def test_clear_shocks_are_called_synchronous() -> None:
    assert synchrony_rejects(Rhythm.CLEAR, series=200, draws=99, seed=16) >= 0.8


@pytest.mark.parametrize("factor", [1.0, 2.0])
@pytest.mark.parametrize("world", RATE_WORLDS)
def test_ranges_of_ratios_hold_what_they_promise(world: str, factor: float) -> None:
    held = ratio_coverage(world, factor, series=500, seed=17)
    assert 0.75 <= held.rate <= 0.90
    assert held.share is None or 0.75 <= held.share <= 0.90
    assert held.poisson < held.rate


@pytest.mark.parametrize(("share", "first_is_final"), [(0.62, 0.2), (0.85, 0.3), (0.95, 0.6)])
def test_ranges_of_final_figures_hold_what_they_promise(share: float, first_is_final: float) -> None:
    held, final = nowcast_coverage(share, mean=40, series=300, seed=18)
    assert held >= 0.75
    assert final <= first_is_final
