"""Times as files write them."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skyledger.ingest.instants import EARLIEST, LATEST, parse_instant

MOMENT = datetime(2025, 12, 11, 6, 40, tzinfo=UTC)
NOON = datetime(2025, 12, 11, 12, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    "value",
    [
        1765435200,
        1765435200.0,
        1765435200000,
        "1765435200",
        "2025-12-11T09:40:00+03:00",
        "2025-12-11T06:40:00Z",
        "2025-12-11 06:40:00",
        "2025-12-11 09:40 +03:00",
        "2025-11-02 07:05:00+0300",
        "Thu, 11 Dec 2025 09:40:00 +0300",
        "11.12.2025 06:40",
        "11.12.2025, 06:40:00",
        "2025/12/11 06:40",
    ],
)
def test_the_same_moment_in_many_forms(value: object) -> None:
    parsed = parse_instant(value)
    assert parsed is not None
    assert parsed.tzinfo is UTC
    assert parsed == (datetime(2025, 11, 2, 4, 5, tzinfo=UTC) if "11-02" in str(value) else MOMENT)


@pytest.mark.parametrize("value", ["2025-12-11", "20251211", "11.12.2025"])
def test_a_bare_date_is_noon_utc(value: str) -> None:
    assert parse_instant(value) == NOON


@pytest.mark.parametrize(
    "value",
    [
        None,
        True,
        "",
        "yesterday",
        "32.12.2025",
        "2025-13-01",
        0,
        -5,
        10**30,
        float("nan"),
        float("inf"),
        "1" * 400,
        [],
        {},
        "0001-01-01T00:00:00+14:00",
        "9999-12-31T23:59:59-14:00",
        "12:30",
    ],
)
def test_what_is_no_publication_time(value: object) -> None:
    assert parse_instant(value) is None


@given(st.one_of(st.text(max_size=90), st.floats(), st.integers(), st.dates().map(str), st.datetimes().map(str)))
def test_never_raises_and_always_aware(value: object) -> None:
    parsed = parse_instant(value)
    assert parsed is None or (parsed.tzinfo is UTC and EARLIEST <= parsed < LATEST)
