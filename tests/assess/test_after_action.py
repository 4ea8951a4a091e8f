"""A night looked back on: order, repetitions, silence, gaps."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

from skyledger.assess.after_action import Answer, Statement, find_gaps, review_night

NIGHT = date(2025, 12, 11)
BEGIN = datetime(2025, 12, 10, 17, tzinfo=UTC)
HOURS = (BEGIN, BEGIN + timedelta(hours=12))


def said(claim: str, source: str, hour: float | None, **more: Any) -> Statement:
    at = None if hour is None else BEGIN + timedelta(hours=hour)
    one = Statement(
        claim=claim,
        incident="INC-A",
        document=f"d-{claim}",
        source=source,
        at=at,
        about=BEGIN + timedelta(hours=1),
        origin="o1-a",
        value="12",
    )
    return replace(one, **more)


def test_statements_stand_in_the_order_of_publication_and_repetitions_are_told_apart() -> None:
    statements = [
        said("c3", "news", 9.0, value="14"),
        said("c2", "news", 6.0),
        said("c1", "governor", 5.0),
        said("c5", "ministry", 10.0, origin="o1-b"),
        said("c4", "other", None),
    ]
    found = review_night(NIGHT, statements, posted={}, usual={}, nights_before=28, hours=HOURS)
    assert [s.statement.claim for s in found.steps] == ["c1", "c2", "c3", "c5", "c4"]
    assert [s.first for s in found.steps] == [True, False, False, False, False]
    assert [s.new for s in found.steps] == [True, False, True, True, True]
    assert [s.lag_minutes for s in found.steps] == [240, 300, 480, 540, None]
    assert found.undated == 1


def test_a_source_that_said_nothing_is_silent_and_one_that_spoke_of_other_things_is_not() -> None:
    found = review_night(
        NIGHT,
        [said("c1", "governor", 5.0)],
        posted={"governor": [BEGIN], "news": [BEGIN + timedelta(hours=2)]},
        usual={"news": 3, "ministry": 20, "governor": 9},
        nights_before=28,
        hours=HOURS,
    )
    assert [(s.source, s.answer, s.usual, s.statements) for s in found.sources] == [
        ("governor", Answer.REPORTED, 9, 1),
        ("ministry", Answer.SILENT, 20, 0),
        ("news", Answer.ELSEWHERE, 3, 0),
    ]


def test_gaps_are_hours_in_which_nobody_published() -> None:
    times = [BEGIN + timedelta(hours=h) for h in (1, 3.5, 8, 30)]
    assert [(g.start, g.minutes) for g in find_gaps(times, HOURS)] == [
        (BEGIN + timedelta(hours=3.5), 270),
        (BEGIN + timedelta(hours=8), 240),
    ]
    assert [g.minutes for g in find_gaps([], HOURS)] == [720]
