"""What the reports of a night amount to: no double counting, no invented number."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from skyledger.assess.building import Span, build_series, join_area
from skyledger.assess.counting import count_night
from skyledger.model import Fate, Kind, ObjectType, PlaceKind
from tests.assess.making import FIRST, a_report

NIGHT = datetime(2025, 1, 1, 20, tzinfo=UTC)


def hours(start: int, end: int) -> dict[str, Any]:
    return {"start": NIGHT + timedelta(hours=start), "end": NIGHT + timedelta(hours=end)}


def test_no_report_is_no_number() -> None:
    assert count_night([]) is None


def test_the_downed_are_among_the_launched() -> None:
    launched = a_report(34, kind=Kind.ATTACK, fate=Fate.LAUNCHED)
    assert count_night([launched, a_report(30), a_report(3, kind=Kind.ATTACK, fate=Fate.HIT)]) == (34, 34)


def test_downed_and_suppressed_of_one_list_are_added() -> None:
    assert count_night([a_report(20), a_report(5, fate=Fate.SUPPRESSED)]) == (25, 25)


def test_towns_are_parts_of_their_region_and_stand_in_for_it() -> None:
    towns = [a_report(2, place=PlaceKind.SETTLEMENT), a_report(3, place=PlaceKind.SETTLEMENT)]
    assert count_night([a_report(40), *towns]) == (40, 40)
    assert count_night(towns) == (5, 5)


def test_an_evening_inside_a_night_is_not_added_but_a_day_is() -> None:
    night, evening, day = a_report(40, **hours(0, 12)), a_report(6, **hours(0, 3)), a_report(3, **hours(12, 20))
    assert count_night([night, evening]) == (40, 40)
    assert count_night([night, evening, day]) == (43, 43)


def test_targets_of_no_stated_sort_contain_the_sorts() -> None:
    sorts = [a_report(10), a_report(4, object=ObjectType.MISSILE)]
    assert count_night([*sorts, a_report(14, object=ObjectType.UNKNOWN)]) == (14, 14)
    assert count_night(sorts) == (14, 14)


def test_an_attack_without_a_number_is_at_least_one_and_open() -> None:
    assert count_night([a_report(None, kind=Kind.ATTACK, fate=Fate.DEBRIS)]) == (1, None)


@given(st.lists(st.integers(1, 50), min_size=1, max_size=6), st.randoms(use_true_random=False))
def test_order_changes_nothing_and_a_copy_of_a_regions_figure_adds_nothing(lows: list[int], chance: object) -> None:
    reports = [a_report(low) for low in lows]
    assert count_night(reports) == count_night(reports[::-1]) == (max(lows), max(lows))


def test_silence_is_unknown_and_an_answer_without_attack_is_quiet() -> None:
    span = Span(first=FIRST, last=FIRST + timedelta(days=2))
    series = build_series("RU-KLU", {FIRST: [a_report(5)]}, {FIRST: 2, FIRST + timedelta(days=1): 1}, span)
    assert series.low[:2].tolist() == [5, 0]
    assert np.isnan(series.low[2])
    assert np.isnan(series.attacked[2])


def test_three_days_are_laid_over_three_nights_and_name_none_of_them() -> None:
    span = Span(first=FIRST, last=FIRST + timedelta(days=3))
    sources = {FIRST + timedelta(days=n): 1 for n in range(4)}
    reports = {FIRST + timedelta(days=2): [a_report(30, nights=3)], FIRST: [a_report(4)]}
    series = build_series("RU-KLU", reports, sources, span)
    assert series.low.tolist() == [10, 10, 10, 0]
    assert series.attacked[0] == 1
    assert np.isnan(series.attacked[1:3]).all()
    assert series.spread.tolist() == [True, True, True, False]


def test_an_open_top_is_twice_the_low_end_and_marked() -> None:
    report = a_report(None, kind=Kind.ATTACK, fate=Fate.HIT)
    series = build_series("RU-KLU", {FIRST: [report]}, None, Span(first=FIRST, last=FIRST))
    assert (series.low[0], series.high[0], bool(series.open[0])) == (1, 2, True)


@pytest.mark.parametrize(("total", "expected"), [(20, 20), (12, 15)])
def test_a_total_is_never_added_to_its_regions(total: int, expected: int) -> None:
    span = Span(first=FIRST, last=FIRST)
    regions = [build_series(r, {FIRST: [a_report(n)]}, None, span) for r, n in (("RU-KLU", 10), ("RU-TUL", 5))]
    own = build_series("RU", {FIRST: [a_report(total, place=PlaceKind.COUNTRY)]}, None, span)
    assert join_area("RU", regions, own).low.tolist() == [expected]


def test_a_span_lists_its_nights() -> None:
    assert Span(first=date(2025, 1, 30), last=date(2025, 2, 1)).nights()[-1] == date(2025, 2, 1)
