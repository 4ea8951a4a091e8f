"""Closings, closed hours and how they lie to interceptions; harm by region."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

from skyledger.assess.airports import Basis, Closing, Moment, measure_airports
from skyledger.assess.events import Event
from skyledger.assess.harm import measure_harm
from skyledger.model import Kind, ObjectType

NIGHT = date(2025, 12, 11)
BEGIN = datetime(2025, 12, 10, 17, tzinfo=UTC)


def at(hour: float) -> datetime:
    return BEGIN + timedelta(hours=hour)


def a_closing(closed: float | None, opened: float | None, number: int = 1, **more: Any) -> Closing:
    def moment(hour: float | None) -> Moment | None:
        return None if hour is None else Moment(at=at(hour), basis=Basis.STATED)

    fields: dict[str, Any] = {
        "airport": "UUBC",
        "name": "Grabtsevo Airport",
        "region": "RU-KLU",
        "night": NIGHT,
        "closed": moment(closed),
        "opened": moment(opened),
        "closure": f"INC-C{number}",
        "reopening": None if opened is None else f"INC-R{number}",
    }
    return Closing(**{**fields, **more})


def an_event(id: str, kind: Kind = Kind.INTERCEPTION, **more: Any) -> Event:
    fields: dict[str, Any] = {"incident": id, "night": NIGHT, "kind": kind, "regions": frozenset({"RU-KLU"})}
    return Event(**{**fields, **more})


def test_closed_hours_count_overlaps_once_and_unknown_ends_apart() -> None:
    closings = [a_closing(2, 5), a_closing(4, 6, 2), a_closing(8, None, 3), a_closing(None, None, 4)]
    (found,) = measure_airports(closings, [])
    assert (found.closed_minutes, found.unended, found.closures, found.per_night) == (240, 2, 2, 2.0)
    assert [t.minutes for t in found.times] == [180, 120, None, None]
    assert found.flights is None


def test_a_closing_without_a_time_is_one_of_its_night() -> None:
    (found,) = measure_airports([a_closing(None, None), a_closing(None, None, 2)], [])
    assert (found.closures, found.unended, found.closed_minutes) == (1, 2, 0)


def test_times_to_interceptions_lie_between_the_ends_of_their_windows() -> None:
    events = [
        an_event("INC-1", start=at(1), end=at(3)),
        an_event("INC-2", start=at(2), end=at(2.5)),
        an_event("INC-3", start=at(9), end=at(10)),
        an_event("INC-4"),
        an_event("INC-5", start=at(0), end=at(1), regions=frozenset({"RU-TUL"})),
    ]
    (found,) = measure_airports([a_closing(2, 6)], events)
    (time,) = found.times
    assert time.to_closing is not None
    assert (time.to_closing.low, time.to_closing.high, time.to_closing.incident) == (-30, 60, "INC-1")
    assert time.to_opening is not None
    assert (time.to_opening.low, time.to_opening.high, time.to_opening.incident) == (180, 240, "INC-1")
    assert found.median_to_closing == (-30, 60)


def test_diversions_add_the_largest_statement_of_each_night() -> None:
    events = [
        an_event("INC-1", Kind.DIVERSION, airport="UUDD", figures={"count": (11, 11)}),
        an_event("INC-2", Kind.DIVERSION, airport="UUDD", figures={"count": (9, 9)}),
        an_event("INC-3", Kind.DIVERSION, airport="UUDD", night=date(2025, 12, 12), figures={"count": (3, None)}),
    ]
    (found,) = measure_airports([], events)
    assert (found.airport, found.flights, found.diversions) == ("UUDD", (14, None), ("INC-1", "INC-2", "INC-3"))
    assert (found.closures, found.per_night) == (0, None)


def test_harm_names_the_largest_statement_and_adds_nothing() -> None:
    events = [
        an_event("INC-1", Kind.CASUALTIES, figures={"injured": (2, 2)}),
        an_event("INC-2", Kind.CASUALTIES, figures={"injured": (7, 7)}),
        an_event("INC-3", Kind.NO_CASUALTIES, figures={"killed": (0, 0)}),
        an_event("INC-4", Kind.POWER_OUTAGE, figures={"count": (900, None)}, start=at(8), end=at(11)),
        an_event("INC-5", Kind.POWER_OUTAGE, restored_by=at(20)),
        an_event("INC-6", object=ObjectType.UAV),
    ]
    (found,) = measure_harm(events)
    assert (found.kinds, found.stated_none) == ({"casualties": 2, "power_outage": 2}, 1)
    assert [(one.field, one.low, one.incident) for one in found.largest] == [("injured", 7, "INC-2")]
    assert [(o.minutes, o.affected, o.restored_by) for o in found.outages] == [
        (180, (900, None), None),
        (None, None, at(20)),
    ]


def test_no_events_are_no_effects() -> None:
    assert measure_airports([], []) == ()
    assert measure_harm([an_event("INC-1", Kind.NO_DAMAGE)]) == ()
