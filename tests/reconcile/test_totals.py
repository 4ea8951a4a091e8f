"""Totals against parts: shown, never mended."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skyledger.model import (
    Claim,
    Count,
    Fate,
    Incident,
    Kind,
    PlaceKind,
    PlacePrecision,
    TimePrecision,
    TotalCheck,
    TotalVerdict,
)
from skyledger.reconcile.totals import check_total
from tests.builders import a_claim, a_count, a_document, a_place
from tests.link.stories import MINISTRY, OWN, Story, a_list, a_window, launched

COUNTRY = a_place("RU", "Russia", kind=PlaceKind.COUNTRY, precision=PlacePrecision.COUNTRY, region=None)
REGIONS = ("RU-BRY", "RU-KLU", "RU-TUL", "RU-BEL", "RU-ORL")


def the_check(incidents: tuple[Incident, ...]) -> TotalCheck:
    (check,) = [t for i in incidents for t in i.totals]
    return check


def a_bulletin(total: Count, parts: Sequence[Count | None]) -> Story:
    """Return a text with a total over the country and one part a region."""
    story = Story()
    (tally,) = story.post(
        "A bulletin", {"count": total, "aggregate": True, "place": COUNTRY, "speaker": MINISTRY}, outlet="mod"
    )
    for region, count in zip(REGIONS, parts, strict=False):
        place = a_place(region, region)
        story.post(
            "A bulletin", {"count": count, "place": place, "speaker": MINISTRY, "part_of": tally.id}, outlet="mod"
        )
    return story


def test_parts_that_exceed_the_total_are_a_contradiction_that_names_both() -> None:
    check = the_check(a_bulletin(a_count(345), [a_count(297), a_count(50)]).incidents())
    assert check.verdict is TotalVerdict.CONTRADICTION
    assert check.residual == (-2, -2)
    assert all(words in check.sentence for words in ('"345"', '"297"', '"50"', "add up to 347", "2 more than"))


def test_an_incomplete_list_leaves_a_residual() -> None:
    parts = [a_count(60), a_count(37, 41)]
    check = the_check(a_bulletin(a_count(123), parts).incidents())
    assert check.verdict is TotalVerdict.RESIDUAL
    assert (check.parts_low, check.parts_high, check.residual) == (97, 101, (22, 26))
    assert "22-26 unallocated" in check.sentence
    assert check.complete is None


def test_a_list_that_adds_up_is_complete() -> None:
    check = the_check(a_bulletin(a_count(100), [a_count(60), a_count(40)]).incidents())
    assert (check.verdict, check.complete, check.residual) == (TotalVerdict.CONSISTENT, True, (0, 0))


def test_a_sum_in_between_is_no_further_share() -> None:
    story = a_bulletin(a_count(307), [a_count(33), a_count(274)])
    (tally,) = [c for c in story.claims if c.aggregate]
    story.post(
        "A bulletin",
        {"count": a_count(33), "aggregate": True, "place": None, "speaker": MINISTRY, "part_of": tally.id},
        outlet="mod",
    )
    checks = [t for i in story.incidents() for t in i.totals if t.tally == tally.id]
    assert [t.verdict for t in checks] == [TotalVerdict.CONSISTENT]


def test_a_part_without_a_number_cannot_be_checked() -> None:
    check = the_check(a_bulletin(a_count(100), [a_count(60), None]).incidents())
    assert (check.verdict, check.residual) == (TotalVerdict.CANNOT_BE_CHECKED, None)


def test_a_part_without_a_number_does_not_hide_a_contradiction() -> None:
    check = the_check(a_bulletin(a_count(50), [a_count(60), None]).incidents())
    assert check.verdict is TotalVerdict.CONTRADICTION


def test_launched_less_downed_and_lost_stays_unallocated() -> None:
    story = Story()
    story.post(
        "34 launched, 20 down, 10 lost",
        launched(count=a_count(34), place=COUNTRY),
        {"count": a_count(20), "place": COUNTRY},
        {"count": a_count(10), "place": COUNTRY, "fate": Fate.LOST},
    )
    check = the_check(story.incidents())
    assert (check.verdict, check.residual) == (TotalVerdict.RESIDUAL, (4, 4))


def test_more_downed_than_launched_is_a_contradiction() -> None:
    story = Story()
    story.post("30 launched, 34 down", launched(count=a_count(30)), {"count": a_count(34)})
    assert the_check(story.incidents()).verdict is TotalVerdict.CONTRADICTION


def a_night_of_regions(total: int, *parts: int, listed: bool = False, hours: tuple[int, int] = (23, 7)) -> Story:
    """Return a ministry's total and governors' own figures for the same night."""
    story = Story()
    window = a_window((10, hours[0]), (11, hours[1]), TimePrecision.HOUR)
    wide = a_window((10, 20), (11, 8), TimePrecision.HOUR)
    place = a_list(*REGIONS[: len(parts)]) if listed else COUNTRY
    story.post(
        "The ministry's total",
        {"count": a_count(total), "place": place, "speaker": MINISTRY, "time": wide},
        outlet="mod",
    )
    for region, part in zip(REGIONS, parts, strict=False):
        claim = {"count": a_count(part), "place": a_place(region, region), "speaker": OWN, "time": window}
        story.post(f"{region}: {part}", claim, outlet=region.lower())
    return story


def test_regions_of_others_mostly_cannot_be_checked() -> None:
    check = the_check(a_night_of_regions(123, 40, 20).incidents())
    assert check.verdict is TotalVerdict.CANNOT_BE_CHECKED
    assert check.residual == (63, 63)
    assert "60" in check.sentence
    assert "the regions that spoke are not all there are" in check.sentence


def test_regions_of_others_that_exceed_the_total_are_a_contradiction() -> None:
    assert the_check(a_night_of_regions(50, 40, 20).incidents()).verdict is TotalVerdict.CONTRADICTION


def test_windows_outside_the_total_cannot_be_checked() -> None:
    check = the_check(a_night_of_regions(50, 40, 20, hours=(18, 7)).incidents())
    assert check.verdict is TotalVerdict.CANNOT_BE_CHECKED
    assert "windows" in check.sentence


@pytest.mark.parametrize(
    ("total", "verdict"),
    [(60, TotalVerdict.CONSISTENT), (70, TotalVerdict.CONTRADICTION), (50, TotalVerdict.CONTRADICTION)],
)
def test_a_list_covered_region_by_region_is_checked(total: int, verdict: TotalVerdict) -> None:
    assert the_check(a_night_of_regions(total, 40, 20, listed=True).incidents()).verdict is verdict


def counts() -> st.SearchStrategy[Count | None]:
    spans = st.tuples(st.integers(0, 60), st.none() | st.integers(0, 20))
    return st.none() | spans.map(lambda s: a_count(s[0], None if s[1] is None else s[0] + s[1]))


@given(st.integers(0, 200), st.lists(counts(), min_size=1, max_size=4))
def test_a_check_does_not_depend_on_the_order_of_the_parts(total: int, parts: list[Count | None]) -> None:
    document = a_document()
    tally = a_claim(document, count=a_count(total), id="c1-tally")
    listed: list[Claim] = [a_claim(document, count=c, id=f"c1-{n}") for n, c in enumerate(parts)]
    checks = {check_total(tally, order) for order in permutations(listed)}
    assert len(checks) == 1
    (check,) = checks
    known = sum(c.low for c in parts if c is not None)
    assert (check.verdict is TotalVerdict.CONTRADICTION) == (known > total)


def test_another_unit_is_no_share() -> None:
    story = Story()
    (tally,) = story.post("40 hit", {"kind": Kind.ATTACK, "fate": Fate.HIT, "place": COUNTRY, "aggregate": True})
    story.post("a flat", {"kind": Kind.DAMAGE, "fate": None, "count": a_count(90), "part_of": tally.id})
    assert the_check(story.incidents()).verdict is TotalVerdict.CONTRADICTION


def test_a_day_raid_is_no_part_of_the_night() -> None:
    incidents = a_night_of_regions(50, 40, 20, hours=(32, 40)).incidents()
    assert [t for i in incidents for t in i.totals] == []


def test_a_copy_of_a_bulletin_does_not_repeat_its_check() -> None:
    story = a_bulletin(a_count(60), [a_count(30), a_count(30)])
    tallies: list[Claim] = []
    for claim in list(story.claims):
        fields = {"count": claim.count, "place": claim.place, "aggregate": claim.aggregate, "speaker": MINISTRY}
        part_of = None if claim.part_of is None else tallies[0].id
        made = story.post("A copy of the bulletin", {**fields, "part_of": part_of}, outlet="copy", hours=1)
        tallies = made if claim.aggregate else tallies
    assert len([t for i in story.incidents() for t in i.totals]) == 1


def test_figures_without_a_speaker_contradict_no_ministry() -> None:
    story = a_night_of_regions(50, 40, 20)
    story.claims = [c if c.speaker == MINISTRY else replace(c, speaker=None) for c in story.claims]
    assert the_check(story.incidents()).verdict is TotalVerdict.CANNOT_BE_CHECKED
