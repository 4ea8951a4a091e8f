"""Closures beside their re-openings."""

from datetime import timedelta

from skyledger.model import Kind, TimePrecision
from skyledger.reconcile import pair_closures
from tests.builders import MOSCOW
from tests.link.stories import Story, a_window, an_airport, an_effect


def airport_post(
    story: Story, kind: Kind, day: int, hour: int, airport: str = "UUBC", end: tuple[int, int] | None = None
) -> None:
    window = a_window((day, hour), end, TimePrecision.MINUTE)
    text = f"{airport} {kind.value} {day} {hour}"
    story.post(text, an_effect(kind, place=an_airport(airport, airport), time=window, speaker=None), outlet="regulator")


def test_each_closure_finds_its_own_reopening() -> None:
    story = Story()
    for kind, day, hour in (
        (Kind.AIRSPACE_CLOSURE, 10, 21),
        (Kind.AIRSPACE_REOPENING, 10, 23),
        (Kind.AIRSPACE_CLOSURE, 11, 2),
        (Kind.AIRSPACE_REOPENING, 11, 6),
    ):
        airport_post(story, kind, day, hour)
    airport_post(story, Kind.AIRSPACE_CLOSURE, 11, 3, airport="UUBP")
    incidents = story.incidents()
    pairs = pair_closures(incidents)
    hours = [
        (
            p.place.id,
            p.closed_from and p.closed_from.astimezone(MOSCOW).hour,
            p.opened_at and p.opened_at.astimezone(MOSCOW).hour,
        )
        for p in pairs
    ]
    assert hours == [("UUBC", 21, 23), ("UUBC", 2, 6), ("UUBP", 3, None)]
    assert pairs == pair_closures(incidents[::-1])
    assert len({p.closure for p in pairs}) == 3


def test_a_reopening_days_later_belongs_to_another_closure() -> None:
    story = Story()
    airport_post(story, Kind.AIRSPACE_CLOSURE, 10, 21)
    airport_post(story, Kind.AIRSPACE_REOPENING, 14, 6)
    (pair,) = pair_closures(story.incidents())
    assert pair.reopening is None
    assert pair.opened_at is None


def test_a_closure_with_a_stated_end_ends_there() -> None:
    story = Story()
    airport_post(story, Kind.AIRSPACE_CLOSURE, 10, 21, end=(11, 1))
    (pair,) = pair_closures(story.incidents())
    assert pair.closed_from is not None
    assert pair.opened_at == pair.closed_from + timedelta(hours=4)
