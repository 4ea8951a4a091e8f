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


def a_vague_closure(story: Story) -> None:
    """Closed "overnight", reopened without any time."""
    night = a_window((10, 20), (11, 8), TimePrecision.NIGHT)
    for kind, window in ((Kind.AIRSPACE_CLOSURE, night), (Kind.AIRSPACE_REOPENING, None)):
        claim = an_effect(kind, place=an_airport("UUBC", "UUBC"), time=window, speaker=None)
        story.post(f"UUBC {kind.value}", claim, outlet="regulator")


def test_an_announcement_stands_in_where_no_hour_is_stated() -> None:
    story = Story()
    a_vague_closure(story)
    incidents = story.incidents()
    first = min(i.window.start for i in incidents if i.window is not None and i.window.start is not None)
    told = {i.id: first + timedelta(hours=3 if i.kind is Kind.AIRSPACE_CLOSURE else 9) for i in incidents}
    (pair,) = pair_closures(incidents, announced=told)
    assert (pair.closed_told, pair.opened_told) == (True, True)
    assert pair.closed_from == first + timedelta(hours=3)
    assert pair.opened_at == first + timedelta(hours=9)


def test_a_night_is_no_hour_of_closing() -> None:
    story = Story()
    a_vague_closure(story)
    (pair,) = pair_closures(story.incidents(), announced={})
    assert (pair.closed_from, pair.opened_at, pair.closed_told) == (None, None, False)


def test_a_stated_hour_goes_before_that_of_the_announcement() -> None:
    story = Story()
    airport_post(story, Kind.AIRSPACE_CLOSURE, 10, 21)
    (incident,) = story.incidents()
    assert incident.window is not None
    assert incident.window.start is not None
    (pair,) = pair_closures((incident,), announced={incident.id: incident.window.start + timedelta(hours=1)})
    assert (pair.closed_from, pair.closed_told) == (incident.window.start, False)
