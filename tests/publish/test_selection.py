"""A filter and its query: one is always read back from the other, and nonsense is refused by name."""

from datetime import UTC, date, datetime
from enum import StrEnum
from urllib.parse import parse_qsl

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skyledger.model import Fate, IncidentStatus, Kind, Modality, ObjectType, Side
from skyledger.publish.selection import FIELDS, Filter, ParameterError, Presence, read_filter, write_filter


def read(query: str) -> Filter:
    return read_filter(parse_qsl(query, keep_blank_values=True))


def some(kind: type[StrEnum]) -> st.SearchStrategy[tuple[object, ...]]:
    return st.sets(st.sampled_from(list(kind)), max_size=3).map(lambda found: tuple(sorted(found)))


_days = st.dates(min_value=date(2000, 1, 1), max_value=date(2100, 1, 1))
_moments = st.none() | st.datetimes(
    min_value=datetime(2000, 1, 1), max_value=datetime(2100, 1, 1), timezones=st.just(UTC)
)
_degrees = st.integers(min_value=-90, max_value=90).map(float)
_boxes = st.tuples(_degrees, _degrees, _degrees, _degrees).map(
    lambda box: (box[0], min(box[1], box[3]), box[2], max(box[1], box[3]))
)
_intervals = st.tuples(_moments, _moments).filter(
    lambda pair: any(pair) and not (pair[0] and pair[1] and pair[1] < pair[0])
)
_filters = st.builds(
    lambda nights, **more: Filter(night_from=nights[0], night_to=nights[1], **more),
    st.tuples(st.none() | _days, st.none() | _days).filter(lambda n: not (n[0] and n[1] and n[0] > n[1])),
    kinds=some(Kind),
    fates=some(Fate),
    objects=some(ObjectType),
    region=st.sets(st.sampled_from(["RU-KLU", "UA-63"])).map(lambda found: tuple(sorted(found))),
    place=st.text(st.characters(categories=["L", "N", "P"]), max_size=20),
    airport=st.sampled_from(["", "UUBC"]),
    speaker=st.sampled_from(["", "ru-mod"]),
    side=some(Side),
    status=some(IncidentStatus),
    modality=some(Modality),
    origins_min=st.none() | st.integers(0, 999),
    count_min=st.none() | st.integers(0, 999),
    q=st.text(st.characters(categories=["L", "N", "P"]), max_size=20),
    bbox=st.none() | _boxes,
    datetime=st.none() | _intervals,
    located=st.sampled_from(Presence),
    timed=st.sampled_from(Presence),
    id=st.sets(st.sampled_from(["INC-ABCDEFGHIJ", "INC-0123456789"])).map(lambda found: tuple(sorted(found))),
)


@given(_filters)
def test_what_is_written_is_read_back(filter: Filter) -> None:
    assert read(write_filter(filter)) == filter


def test_a_filter_that_asks_for_nothing_is_an_empty_query() -> None:
    assert write_filter(Filter()) == ""
    assert read("kinds=&q=&night_from=") == Filter()


def test_lists_are_written_with_commas_or_said_again() -> None:
    assert read("kinds=fire,damage") == read("kinds=damage&kinds=fire")
    assert write_filter(read("kinds=fire&kinds=damage")) == "kinds=damage,fire"


def test_a_night_is_both_ends() -> None:
    assert write_filter(read("night=2025-12-11")) == "night_from=2025-12-11&night_to=2025-12-11"


def test_instants_may_be_days_and_open() -> None:
    assert read("datetime=2025-12-11").datetime == (
        datetime(2025, 12, 11, tzinfo=UTC),
        datetime(2025, 12, 11, 23, 59, 59, 999999, tzinfo=UTC),
    )
    assert read("datetime=../2025-12-11T07:00:00%2B03:00").datetime == (None, datetime(2025, 12, 11, 4, tzinfo=UTC))
    assert read("datetime=2025-12-11T07:00:00Z/").datetime == (datetime(2025, 12, 11, 7, tzinfo=UTC), None)


@pytest.mark.parametrize(
    ("query", "parameter", "reason"),
    [
        ("colour=red", "colour", "no such parameter"),
        ("night=yesterday", "night", "no date"),
        ("night_from=2025-02-30", "night_from", "no day of the calendar"),
        ("night_from=2025-12-12&night_to=2025-12-11", "night_to", "before night_from"),
        ("night=2025-12-11&night_to=2025-12-12", "night", "both ends"),
        ("kinds=party", "kinds", "'party' is none of interception"),
        ("region=Kaluga", "region", "has not the shape of RU-KLU"),
        ("airport=../../etc/passwd", "airport", "has not the shape of UUBC"),
        ("origins_min=-1", "origins_min", "no whole number"),
        ("origins_min=%D9%A3", "origins_min", "no whole number"),
        ("count_min=1&count_min=2", "count_min", "more than once"),
        ("bbox=1,2,3", "bbox", "west,south,east,north"),
        ("bbox=1,9,3,4", "bbox", "outside of the world"),
        ("bbox=nan,nan,nan,nan", "bbox", "west,south,east,north"),
        ("datetime=2025-12-11T07:00:00", "datetime", "in which zone"),
        ("datetime=../..", "datetime", "no instant at all"),
        ("datetime=2025-12-12/2025-12-11", "datetime", "ends before it begins"),
        ("located=maybe", "located", "none of any, yes, no"),
        ("q=%E2%80%AE", "q", "cannot be shown"),
        ("q=" + "a" * 501, "q", "longer than 500"),
        ("id=INC-1", "id", "has not the shape"),
        ("id=" + ",".join(f"INC-{n:010}" for n in range(201)), "id", "more than 200 values"),
    ],
)
def test_nonsense_is_refused_by_name(query: str, parameter: str, reason: str) -> None:
    with pytest.raises(ParameterError, match=reason) as caught:
        read(query)
    assert caught.value.parameter == parameter


def test_every_field_has_a_reader() -> None:
    for field in FIELDS:
        assert read(f"{field}=") == Filter()
