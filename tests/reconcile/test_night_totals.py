"""A national total beside its list, what regions say themselves, and what is left over."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skyledger.model import Claim, TotalVerdict
from skyledger.model.speaker import Speaker
from skyledger.reconcile.night_totals import NightTotal, night_totals
from skyledger.reconcile.policy import load_reconcile_policy
from skyledger.reconcile.region_statements import hold_statement, relate_windows
from tests.builders import a_claim, a_count, a_night, a_place, a_speaker, an_interval
from tests.link.stories import EVENING, MINISTRY, OWN, Story, a_list, a_window

NIGHT = a_window((10, 23), (11, 7), precision=a_window((10, 23), (11, 7)).precision.HOUR, text="23:00 to 07:00")
TULA = a_place("RU-TUL", "Tula Oblast")
TULA_GOVERNOR: Speaker = a_speaker(id="ru-tul-governor", name="The governor of Tula", region="RU-TUL", text="")


def a_bulletin(story: Story, total: int, *parts: tuple[Any, int], **fields: Any) -> None:
    """Post a ministry's total with its list over :data:`NIGHT`."""
    words = f"{total} downed: " + ", ".join(f"{n} {place.name}" for place, n in parts)
    base = {"place": None, "time": NIGHT, "speaker": MINISTRY, **fields}
    (tally,) = story.post(words, {**base, "count": a_count(total), "aggregate": True}, outlet="mod")
    document = story.documents[tally.document_id]
    for place, number in parts:
        share = {**base, "place": place, "count": a_count(number), "part_of": tally.id}
        story.claims.append(a_claim(document, **share))


def told(story: Story) -> NightTotal:
    """Return the only national total of a story."""
    (found,) = night_totals(story.incidents(), {c.id: c for c in story.claims})
    return found


def test_a_list_that_adds_up_beside_governors_who_agree() -> None:
    story = Story()
    a_bulletin(story, 67, (a_place(), 40), (TULA, 27))
    story.post("Forty from 23 to 7", {"speaker": OWN, "time": NIGHT})
    story.post("27 from 23 to 7", {"speaker": TULA_GOVERNOR, "place": TULA, "time": NIGHT, "count": a_count(27)})
    total = told(story)
    assert total.verdict is TotalVerdict.CONSISTENT
    assert total.by_region is not None
    assert total.by_region.residual == (0, 0)
    assert [(row.regions, row.listed, [s.verdict for s in row.told]) for row in total.rows] == [
        (("RU-KLU",), an_interval(40), [TotalVerdict.CONSISTENT]),
        (("RU-TUL",), an_interval(27), [TotalVerdict.CONSISTENT]),
    ]
    assert (total.told, total.told_residual) == (an_interval(67), (0, 0))


def test_a_region_that_is_silent_is_unknown_and_never_zero() -> None:
    story = Story()
    a_bulletin(story, 67, (a_place(), 40), (TULA, 27))
    total = told(story)
    assert all(row.told == () for row in total.rows)
    assert total.told is None
    assert total.told_residual is None


def test_two_figures_for_one_window_exclude_each_other_and_both_are_named() -> None:
    story = Story()
    a_bulletin(story, 67, (a_place(), 40), (TULA, 27))
    story.post("38 from 23 to 7", {"speaker": OWN, "time": NIGHT, "count": a_count(38)})
    total = told(story)
    assert total.verdict is TotalVerdict.CONTRADICTION
    assert "38" in total.sentence
    assert "40" in total.sentence


def test_an_evening_of_its_own_cannot_be_held_against_the_night() -> None:
    story = Story()
    a_bulletin(story, 67, (a_place(), 40), (TULA, 27))
    story.post("Six in the evening", {"speaker": OWN, "time": EVENING, "count": a_count(6)})
    total = told(story)
    (evening,) = total.rows[0].told
    assert (evening.window, evening.verdict) == ("overlap", TotalVerdict.CANNOT_BE_CHECKED)
    assert total.told is None
    assert total.verdict is TotalVerdict.CONSISTENT


def test_a_region_the_complete_list_leaves_out_contradicts_it() -> None:
    story = Story()
    a_bulletin(story, 40, (a_place(), 40))
    tula = {"speaker": TULA_GOVERNOR, "place": TULA, "time": NIGHT, "count": a_count(5)}
    story.post("5 from 23 to 7", tula)
    total = told(story)
    left_out = next(row for row in total.rows if row.part is None)
    assert left_out.listed is None
    # one share alone is no complete list, so what it leaves out stays open
    expected = TotalVerdict.CONTRADICTION if total.by_region and total.by_region.complete else None
    assert left_out.told[0].verdict is (expected or TotalVerdict.CANNOT_BE_CHECKED)


def test_one_figure_for_two_regions_holds_the_figure_of_one() -> None:
    story = Story()
    a_bulletin(story, 60, (a_list("RU-KLU", "RU-MOS"), 40), (TULA, 20))
    story.post("32 from 23 to 7", {"speaker": OWN, "time": NIGHT, "count": a_count(32)})
    (row, _) = told(story).rows
    assert row.regions == ("RU-KLU", "RU-MOS")
    assert [s.verdict for s in row.told] == [TotalVerdict.CONSISTENT]


def test_a_governor_alone_is_no_national_total() -> None:
    story = Story()
    story.post("Forty", {"speaker": OWN})
    assert night_totals(story.incidents(), {c.id: c for c in story.claims}) == ()


def held(said: Claim, listed: int, total: Claim, **more: Any) -> TotalVerdict:
    """Return the verdict on one statement against a listed figure."""
    options = {"member": False, "complete": True, **more}
    found = hold_statement(said, an_interval(listed), total, load_reconcile_policy(), **options)
    assert found is not None
    return found.verdict


@pytest.mark.parametrize(
    ("window", "said", "verdict"),
    [
        (NIGHT, 40, TotalVerdict.CONSISTENT),
        (NIGHT, 39, TotalVerdict.CONTRADICTION),
        (a_window((11, 2), (11, 4), NIGHT.precision), 18, TotalVerdict.CONSISTENT),
        (a_window((11, 2), (11, 4), NIGHT.precision), 41, TotalVerdict.CONTRADICTION),
        (a_window((10, 18), (11, 9), NIGHT.precision), 45, TotalVerdict.CONSISTENT),
        (a_window((10, 18), (11, 9), NIGHT.precision), 39, TotalVerdict.CONTRADICTION),
        (a_night(), 40, TotalVerdict.CONSISTENT),
        (a_night(), 38, TotalVerdict.CANNOT_BE_CHECKED),
        (EVENING, 6, TotalVerdict.CANNOT_BE_CHECKED),
        (None, 40, TotalVerdict.CANNOT_BE_CHECKED),
    ],
)
def test_windows_decide_what_may_be_compared(window: Any, said: int, verdict: TotalVerdict) -> None:
    total = a_claim(time=NIGHT, speaker=MINISTRY, place=None)
    assert held(a_claim(count=a_count(said), time=window), 40, total) is verdict


@given(st.integers(0, 200), st.integers(0, 200))
def test_agreement_is_symmetric(one: int, two: int) -> None:
    total = a_claim(time=NIGHT, speaker=MINISTRY, place=None)
    there = held(a_claim(count=a_count(one), time=NIGHT), two, total)
    back = held(a_claim(count=a_count(two), time=NIGHT), one, total)
    assert there is back


def test_a_night_without_hours_is_never_an_exact_window() -> None:
    policy = load_reconcile_policy()
    assert relate_windows(a_night(), NIGHT, policy) == "roughly"
    assert relate_windows(NIGHT, NIGHT, policy) == "same"
    assert relate_windows(None, NIGHT, policy) == "unknown"
