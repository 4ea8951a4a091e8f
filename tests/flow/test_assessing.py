"""A ledger -> series: what counts as an attack night, as silence, and as one thing."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

import numpy as np
import pytest

from skyledger.errors import NotFoundError
from skyledger.flow.assessing import Ask, assess_ledger
from skyledger.ledger import Ledger, open_ledger
from skyledger.model import Outlet, PlaceKind, PlacePrecision
from skyledger.publish import public_policy
from tests.builders import a_claim, a_count, a_document, a_night, a_place
from tests.ledger.entries import an_entry

FIRST = date(2025, 12, 1)
NOW = datetime(2025, 12, 20, 9, tzinfo=UTC)


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with open_ledger(tmp_path / "x.ledger") as store:
        yield store


def report(
    ledger: Ledger, day: int, number: int | None, *, handle: str = "kaluga_morning", region: str = "RU-KLU"
) -> None:
    """Add a post of the morning of a night that tells of so many downed over a region, or of nothing."""
    morning = FIRST + timedelta(days=day)
    text = f"{morning} Overnight {number} UAVs were shot down over {region}." if number else f"{morning} A fair opened."
    document = a_document(
        text,
        id=f"{handle}-{region}-{day}",
        outlet=Outlet(name=handle, handle=handle, type="channel"),
        published_at=datetime.combine(morning, time(6), UTC),
    )
    place = a_place(region, region)
    if "-" not in region:
        place = a_place(region, region, kind=PlaceKind.COUNTRY, precision=PlacePrecision.COUNTRY, region=None)
    claims = [a_claim(document, count=a_count(number), time=a_night(morning), place=place)] if number else []
    ledger.add(None, None, [an_entry(document, claims=tuple(claims), issues=())], NOW)


def test_a_night_is_quiet_only_where_a_source_of_the_region_published(ledger: Ledger) -> None:
    report(ledger, 0, 5)
    report(ledger, 1, None)
    report(ledger, 2, None, handle="somebody_else")
    report(ledger, 3, 7)
    series = assess_ledger(ledger, Ask(region="RU-KLU"), now=NOW).whole.series
    assert series.low[[0, 1, 3]].tolist() == [5, 0, 7]
    assert np.isnan(series.low[2])
    assert len(series.incidents[0]) == 1


def test_a_copy_of_a_post_adds_nothing(ledger: Ledger) -> None:
    report(ledger, 0, 5)
    report(ledger, 0, 5, handle="copyist")
    assert assess_ledger(ledger, Ask(region="RU-KLU"), now=NOW).whole.series.low.tolist() == [5]


def test_a_country_is_its_regions_or_its_total_never_both(ledger: Ledger) -> None:
    report(ledger, 0, 5)
    report(ledger, 0, 4, region="RU-TUL")
    report(ledger, 0, 30, region="RU", handle="ministry")
    area = assess_ledger(ledger, Ask(), now=NOW)
    assert area.whole.series.region == "RU"
    assert area.whole.series.low.tolist() == [30]
    assert {a.series.region: a.series.low.tolist() for a in area.regions} == {"RU-KLU": [5], "RU-TUL": [4]}


def test_the_last_two_nights_are_provisional(ledger: Ledger) -> None:
    report(ledger, 0, 5)
    now = datetime.combine(FIRST, time(20), UTC)
    assert assess_ledger(ledger, Ask(region="RU-KLU"), now=now).whole.series.provisional.tolist() == [True]
    assert assess_ledger(ledger, Ask(region="RU-KLU"), now=NOW).whole.series.provisional.tolist() == [False]


def test_the_public_waits_a_day(ledger: Ledger) -> None:
    for day in range(3):
        report(ledger, day, 5)
    now = datetime.combine(FIRST + timedelta(days=2), time(14), UTC)
    assert assess_ledger(
        ledger, Ask(region="RU-KLU"), now=now, policy=public_policy()
    ).whole.series.last == FIRST + timedelta(days=1)


def test_nothing_known_is_no_quiet(ledger: Ledger) -> None:
    with pytest.raises(NotFoundError, match="no incident of any night"):
        assess_ledger(ledger, Ask(), now=NOW)
    report(ledger, 0, 5)
    with pytest.raises(NotFoundError, match="no such region"):
        assess_ledger(ledger, Ask(region="XX-1"), now=NOW)
    with pytest.raises(NotFoundError, match="does not mean it was quiet"):
        assess_ledger(ledger, Ask(until=date(2020, 1, 1)), now=NOW)
    assert assess_ledger(ledger, Ask(region="RU-TUL"), now=NOW).whole.coverage.attacks == 0
