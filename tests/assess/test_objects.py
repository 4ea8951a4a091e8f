"""The mix of weapons: its size where nothing changed, its power where much did, and its refusals."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import numpy as np
import pytest

from skyledger.assess.arrays import Floats
from skyledger.assess.events import Event
from skyledger.assess.mix import MixVerdict, Weapon
from skyledger.assess.objects import ALPHA, exchange_weeks, measure_mix
from skyledger.model import Kind, ObjectType

LAST = date(2025, 12, 31)
NIGHTS = 118
SHARES = np.array([0.5, 0.2, 0.15, 0.1])
RUNS = 200


def independent(rng: np.random.Generator) -> Floats:
    return (rng.random((NIGHTS, 4)) < SHARES).astype(np.float64)


def flurries(rng: np.random.Generator) -> Floats:
    found = np.zeros((NIGHTS, 4))
    for night in range(NIGHTS):
        before = found[night - 1] if night else np.zeros(4)
        found[night] = rng.random(4) < 0.7 * SHARES + 0.3 * before
    return found


def raids(rng: np.random.Generator) -> Floats:
    found = independent(rng)
    found[rng.random(NIGHTS) < 1 / 30] = 1.0
    return found


def swinging_together(rng: np.random.Generator) -> Floats:
    wave = np.exp(0.7 * np.sin(2 * np.pi * (np.arange(NIGHTS) / 28 + rng.random())))
    found: Floats = (rng.random((NIGHTS, 4)) < np.minimum(wave[:, None] * SHARES, 0.95)).astype(np.float64)
    return found


@pytest.mark.parametrize("world", [independent, flurries, raids, swinging_together])
def test_changed_is_rare_where_nothing_changed(world: Callable[[np.random.Generator], Floats]) -> None:
    rng = np.random.default_rng(11)
    found = np.array([exchange_weeks(world(rng))[1] for _ in range(RUNS)])
    assert np.mean(found <= ALPHA) <= 0.04
    assert np.mean(found <= 0.05) <= 0.12


def test_a_large_shift_is_found() -> None:
    rng = np.random.default_rng(12)
    found = []
    for _ in range(RUNS):
        nights = independent(rng)
        nights[-28:] = rng.random((28, 4)) < np.array([0.2, 0.2, 0.6, 0.1])
        found.append(exchange_weeks(nights)[1] <= ALPHA)
    assert np.mean(found) >= 0.85


def an_event(number: int, back: int, what: ObjectType | None = ObjectType.UAV, low: int | None = 3) -> Event:
    return Event(
        incident=f"INC-{number:04d}",
        night=LAST - timedelta(days=back),
        kind=Kind.ATTACK,
        object=what,
        regions=frozenset({"UA-63"}),
        figures={} if low is None else {"count": (low, None)},
        speakers=frozenset({"governor"}),
    )


def shifted() -> list[Event]:
    drones = [an_event(back, back) for back in range(28, 118, 2)]
    bombs = [an_event(1000 + back, back, ObjectType.GUIDED_BOMB) for back in range(0, 28, 2)]
    return [*drones, *bombs, an_event(2000, 60, ObjectType.GUIDED_BOMB)]


def test_a_shift_is_told_with_the_incidents_it_rests_on() -> None:
    week = replace(an_event(3001, 0, low=500), nights=7)
    mix = measure_mix([*shifted(), an_event(3000, 0, ObjectType.UNKNOWN), week], LAST)
    assert mix.verdict is MixVerdict.CHANGED
    assert mix.p is not None
    assert mix.p <= ALPHA
    assert mix.unclear == 2
    drones, bombs = mix.weapons
    assert (drones.weapon, drones.recent, drones.before, drones.recent_share) == (Weapon.ONE_WAY, 0, 45, 0.0)
    assert (bombs.recent, bombs.before, bombs.recent_least) == (14, 1, 42)
    assert len(bombs.incidents) == 14
    assert bombs.before_incidents == ("INC-2000",)


def test_a_mass_raid_is_one_night_and_its_largest_statement() -> None:
    mix = measure_mix([an_event(1, 3, low=40), an_event(2, 3, low=287), an_event(3, 4, low=None)], LAST)
    (drones,) = mix.weapons
    assert (drones.recent, drones.recent_least) == (2, 287)


@pytest.mark.parametrize(
    ("events", "why"),
    [
        ([], "0 weapon-nights"),
        (shifted()[:10], "weapon-nights"),
        ([an_event(n, n) for n in range(118)], "Only one sort"),
    ],
)
def test_not_enough_is_an_answer(events: list[Event], why: str) -> None:
    mix = measure_mix(events, LAST)
    assert (mix.verdict, mix.p, mix.statistic) == (MixVerdict.NOT_ENOUGH, None, None)
    assert why in mix.reason


def test_new_voices_are_no_new_weapons() -> None:
    events = [
        replace(e, speakers=frozenset({"newcomer"})) if (LAST - (e.night or LAST)).days < 28 else e for e in shifted()
    ]
    mix = measure_mix(events, LAST)
    assert mix.verdict is MixVerdict.CANNOT_TELL
    assert mix.new_speakers == 1.0
