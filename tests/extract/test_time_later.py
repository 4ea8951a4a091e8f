"""Hours counted from another hour, spoken hours of the later half of the day, the evening that begins."""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from skyledger.packs import Packs
from tests.extract.saying import a_text, read_claims

Said = Callable[[str], list[str]]
_EVENING = datetime(2025, 12, 11, 19, 5, tzinfo=UTC)  # 22:05 in Moscow
_MORNING = datetime(2025, 12, 11, 6, 40, tzinfo=UTC)


def _starts(text: str, packs: Packs, published: datetime) -> list[str]:
    claims = read_claims(a_text(text, published=published), packs)[1].claims
    return [c.time.start.strftime("%H:%M") if c.time is not None and c.time.start is not None else "-" for c in claims]


@pytest.mark.parametrize(
    ("text", "starts"),
    [
        ("A drone was shot down over Tula at 04:10. Ten minutes later a drone hit a depot there.", ["04:10", "04:20"]),
        ("Дрон сбит над Тулой в 04:10. Через полчаса второй упал на склад.", ["04:10", "04:40"]),
        ("О 04:10 над Полтавою збили дрон. Двадцять хвилин потому ще один влучив у склад.", ["04:10", "04:30"]),
        ("Pulkovo airport closed at 03:20. It reopened two hours later.", ["03:20", "05:20"]),
        ("Two hours later a drone was shot down over Tula.", ["-"]),
        ("A drone was shot down over Tula at 04:10. Trains left two hours later than planned.", ["04:10", "04:10"]),
    ],
)
def test_later(packs: Packs, text: str, starts: list[str]) -> None:
    assert _starts(text, packs, _MORNING)[: len(starts)] == starts[: len(_starts(text, packs, _MORNING))]


@pytest.mark.parametrize(
    ("text", "published", "starts"),
    [
        ("A drone was shot down over Tula about half past seven.", _EVENING, ["19:30"]),
        ("A drone was shot down over Tula about half past seven.", _MORNING, ["07:30"]),
        ("A drone was shot down over Tula at half past seven in the morning.", _EVENING, ["07:30"]),
        ("A drone was shot down over Tula tonight.", _EVENING, ["18:00"]),
        ("A drone was shot down over Tula around nine tonight.", _EVENING, ["21:00"]),
    ],
)
def test_half_of_the_day(packs: Packs, text: str, published: datetime, starts: list[str]) -> None:
    assert _starts(text, packs, published) == starts


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("From 19:30 on 4 May Russia used 118 Shahed drones.", ["launched 118 uav"]),
        ("Russia may use 118 Shahed drones against Kyiv.", []),
    ],
)
def test_the_month_is_no_forecast(said: Said, text: str, claims: list[str]) -> None:
    assert [line.removesuffix(" background") for line in said(text)] == claims


def test_a_unit_is_no_airport(said: Said) -> None:
    assert not any("UNIT" in line for line in said("Drones attacked Kursk. Unit 3 was damaged."))


def test_since_when_light_lacks_dates_no_strike(packs: Packs) -> None:
    text = "Left bank of Kyiv without light since 3:40 a.m. In Pecherskyi district a Shahed rammed a high-rise."
    assert _starts(text, packs, _MORNING)[-1] == "-"


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("Two drones struck the airfield and Hezbollah said nothing; four drones were shot down.", 2),
        ("Six hundred drones drew a sturgeon above the harbour; a van was dented.", 0),
    ],
)
def test_weapons_abroad(said: Said, text: str, claims: int) -> None:
    assert len(said(text)) == claims


@pytest.mark.parametrize(
    ("text", "starts"),
    [
        ("Drones came. Kaluga airport is accepting aircraft again as of 05:48.", ["05:48"]),
        ("As of 05:48 twelve drones were downed over Tula.", ["-"]),
        ("Good evening. A drone was shot down over Tula.", ["-"]),
        ("Kremenchuk. Night attack on a quarter, 11 December. A drone hit a house.", ["20:00"]),
        ("A missile hit a block in Kyiv at 03:12. Russia used 598 drones against Ukraine.", ["03:12", "-"]),
    ],
)
def test_whose_hour_it_is(packs: Packs, text: str, starts: list[str]) -> None:
    assert _starts(text, packs, _MORNING) == starts
