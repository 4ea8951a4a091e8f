"""English wordings that texts of other hands brought, each beside what looks like it and says something else."""

from collections.abc import Callable
from datetime import datetime

import pytest

from skyledger.packs import Packs
from tests.extract.saying import a_text, read_claims

Said = Callable[[str], list[str]]


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("Ten drones were shot down above Voronezh region in the small hours of Wednesday.", "2025-12-10T00:00"),
        ("Ten drones were shot down over Kursk region at 10:40 on Wednesday night.", "2025-12-10T22:40"),
        ("Around two in the afternoon a drone rammed an ambulance in Bilozerka.", "2025-12-10T14:00"),
        ("A drone rammed an ambulance in Bilozerka shortly before noon on Tuesday.", "2025-12-09T12:00"),
        ("Around two drones were shot down over Kursk region.", None),
    ],
)
def test_hours_in_words_and_parts_of_the_day(packs: Packs, text: str, start: str | None) -> None:
    claim = read_claims(a_text(text), packs)[1].claims[0]
    got = None if claim.time is None or claim.time.start is None else claim.time.start.replace(tzinfo=None)
    assert got == (None if start is None else datetime.fromisoformat(start))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "In Kyiv 67 of 75 drones aimed at the capital and the suburbs were brought down.",
            ["downed 67 uav @UA-30", "launched 75 uav @UA-30"],
        ),
        (
            "A drone hit Kherson: two people are wounded and one woman is missing.",
            ["hit 1 uav @gn:706448", "casualties ?/2/? @gn:706448", "other_effect 1 person 'missing' @gn:706448"],
        ),
        (
            "A drone hit Kherson: two people and one woman were wounded.",
            ["hit 1 uav @gn:706448", "casualties ?/3/? @gn:706448"],
        ),
        ("Pilots over Tulcea county were cleared to fire at a drone but held back.", []),
        ("Forty-two balloons, most of them white, were tracked over Lithuania.", ["sighting 42 balloon @LT"]),
    ],
)
def test_wholes_asides_and_bystanders(said: Said, text: str, expected: list[str]) -> None:
    assert said(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "After a drone hit a main, all 70 schools and 63 kindergartens of Belgorod stay shut.",
            ["other_effect 63 building 'schools'"],
        ),
        ("Zhukovsky airport stays shut after a drone attack.", []),
        ("The raid goes on: several drones remain over the north of the Chernihiv region.", []),
        ("Not one of the eight drones reached Cherepovets: all were shot down.", ["downed 8 uav"]),
        ("Eight drones flew towards Cherepovets, and not all were shot down.", []),
        ("A drone hit Kherson. Injured: 0.", ["no_casualties"]),
        ("One Neptune cruise missile was shot down over the Black Sea.", ["downed 1 cruise_missile @sea:black"]),
    ],
)
def test_schools_raids_and_all_of_them(said: Said, text: str, expected: list[str]) -> None:
    lines = [line for line in said(text) if not line.startswith(("hit", "airspace", "attack "))]
    assert len(lines) == len(expected)
    assert all(any(line.startswith(want) for line in lines) for want in expected), lines


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In Shostka a drone had destroyed their boiler house.", ["hit 1 uav @gn:693942"]),
        ("A drone was destroyed over Shostka.", ["downed 1 uav @gn:693942"]),
        (
            "None of the eleven drones shot down over the Bryansk region reached its target.",
            ["downed 11 uav @RU-BRY"],
        ),
        ("Seven drones dropped off the radar over Chernihiv region.", ["lost 7 uav @UA-74"]),
        (
            "None of the 12 drones that approached Voronezh reached it, Alexander Gusev said: every one was downed.",
            ["downed 12 uav @gn:472045"],
        ),
        ("Wreckage of a downed drone came down in Reni.", ["debris uav @gn:12129128"]),
        ("An air-raid alert lasting three hours ended in Dnipro at 4:50.", ["lifted @gn:709930"]),
        ("Mind the air alert in Dnipro!", []),
    ],
)
def test_who_destroyed_whom_and_what_ended(said: Said, text: str, expected: list[str]) -> None:
    lines = said(text)
    assert len(lines) == len(expected), lines
    assert all(want in line for want, line in zip(expected, lines, strict=True)), lines


def test_where_drones_were_heading_is_not_what_became_of_them(said: Said) -> None:
    assert said("32 drones heading for Moscow were shot down overnight.") == ["downed 32 uav @RU-MOW"]
    assert said("At least 15 of the drones were heading for Kaluga.") == []


def test_a_capital_and_the_region_around_it(said: Said) -> None:
    assert said("Ten drones were shot down over Kyiv and the surrounding region.") == ["downed 10 uav @UA-30+UA-32"]
    assert said("Ten drones were shot down over Kyiv and the mayor spoke.") == ["downed 10 uav @UA-30"]
