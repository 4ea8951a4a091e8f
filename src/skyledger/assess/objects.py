"""The mix of weapons over time, and whether that of the last 28 nights differs from the 90 before.

A weapon counts once a night however many flew, so that one mass raid is one night. The table of weapon-nights, recent
against before, is measured by the multinomial likelihood ratio. Nights cluster, so its size is judged by exchanging
whole weeks: of the 16 weeks that end with the last night every choice of four is made the recent one (1,820 choices,
no chance in it), and the share of choices that differ at least as much is the p of the test. That holds for what
hangs together within a week; weapons that come and go in waves of a month are a change of mix, and may be found.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from itertools import combinations

import numpy as np

from skyledger.assess.arrays import Floats
from skyledger.assess.events import Bounds, Event
from skyledger.assess.mix import BEFORE_NIGHTS, RECENT_NIGHTS, Mix, MixVerdict, Weapon, WeaponNights
from skyledger.model import Kind, ObjectType
from skyledger.say import say

WEEK = 7
# Fewer weapon-nights than these, or weeks with any, and the exchange of weeks has nothing to exchange.
_LEAST_RECENT, _LEAST_BEFORE = 8, 16
_LEAST_RECENT_WEEKS, _LEAST_BEFORE_WEEKS = 3, 6
# The test is asked again every night; at 1 in 20 it would answer "changed" again and again in quiet times.
ALPHA = 0.01
_COUNTED = (Kind.INTERCEPTION, Kind.ATTACK)


_WEAPONS: Mapping[ObjectType, Weapon] = {
    ObjectType.FPV_DRONE: Weapon.FPV,
    ObjectType.UAV: Weapon.ONE_WAY,
    ObjectType.DECOY_UAV: Weapon.ONE_WAY,
    ObjectType.CRUISE_MISSILE: Weapon.MISSILE,
    ObjectType.BALLISTIC_MISSILE: Weapon.MISSILE,
    ObjectType.MISSILE: Weapon.MISSILE,
    ObjectType.GUIDED_BOMB: Weapon.GLIDE_BOMB,
    ObjectType.ROCKET_ARTILLERY: Weapon.ROCKET,
    ObjectType.SEA_DRONE: Weapon.SEA_DRONE,
}


def measure_mix(events: Iterable[Event], last: date) -> Mix:
    """Return the mix of weapons up to a night, and whether it changed.

    Args:
        events: Of any kind; interceptions and attacks with a night count.
        last: The last night looked at.
    """
    own = [e for e in events if e.kind in _COUNTED and e.night is not None and 0 <= (last - e.night).days < _SPAN]
    named = [e for e in own if e.object in _WEAPONS and e.nights == 1]
    weapons = [w for w in Weapon if any(_weapon(e) is w for e in named)]
    nights = np.zeros((_SPAN, len(weapons)))
    for event in named:
        nights[_row(event, last), weapons.index(_weapon(event))] = 1.0
    rows = tuple(_rows(weapon, number, nights, named, last) for number, weapon in enumerate(weapons))
    new = _new_speakers(named, last)
    verdict, reason, statistic, p = _judge(nights, new)
    return Mix(
        last=last,
        weapons=rows,
        verdict=verdict,
        reason=reason,
        statistic=statistic,
        p=p,
        unclear=len(own) - len(named),
        new_speakers=new,
    )


_SPAN = RECENT_NIGHTS + BEFORE_NIGHTS


def exchange_weeks(nights: Floats) -> tuple[float, float]:
    """Return the statistic of recent against before, and the share of choices of weeks that have at least as much.

    Args:
        nights: Shape (118, weapons), 1 where a weapon was reported, oldest night first.

    Returns:
        Twice the log likelihood ratio, from 0; and p, from 1/1820 to 1.
    """
    whole = len(nights) // WEEK
    left = len(nights) - whole * WEEK
    weeks = nights[left:].reshape(whole, WEEK, -1).sum(axis=1)
    rest = nights[:left].sum(axis=0)
    chosen = np.array(list(combinations(range(whole), RECENT_NIGHTS // WEEK)))
    recent = weeks[chosen].sum(axis=1)
    before = weeks.sum(axis=0) + rest - recent
    values = _likelihood_ratio(recent, before)
    observed = float(values[-1])  # the last choice is that of the last four weeks
    return observed, float(np.mean(values >= observed - 1e-9))


def _likelihood_ratio(recent: Floats, before: Floats) -> Floats:
    """Return 2 log LR of two multinomials against one, for each row; shapes (n, weapons)."""
    both = recent + before
    found = np.zeros(len(recent))
    for part in (recent, before):
        share = part.sum(axis=1, keepdims=True) / np.maximum(both.sum(axis=1, keepdims=True), 1.0)
        expected = both * share
        ratio = np.where(part > 0, part / np.where(expected > 0, expected, 1.0), 1.0)
        found += 2.0 * (part * np.log(ratio)).sum(axis=1)
    return np.maximum(found, 0.0)


def _judge(nights: Floats, new: float | None) -> tuple[MixVerdict, str, float | None, float | None]:
    recent, before = nights[-RECENT_NIGHTS:], nights[:-RECENT_NIGHTS]
    short = _too_few(recent, before)
    if short:
        return MixVerdict.NOT_ENOUGH, short, None, None
    statistic, p = exchange_weeks(nights)
    if new is not None and new > 0.5:
        told = say(
            "{share} of the recent weapon-nights are told only by speakers who were not heard in the 90 before: "
            "the telling changed, so the mix may not have.",
            share=f"{new:.0%}",
        )
        return MixVerdict.CANNOT_TELL, told, statistic, p
    share = say("{n} of 100 choices of four weeks differ at least as much.", n=f"{p * 100:.2g}")
    if p <= ALPHA:
        told = say("This shows a change in what is reported, not why.")
        return MixVerdict.CHANGED, f"{share} {told}", statistic, p
    return MixVerdict.NOT_SHOWN, f"{share} {say('A small change would be missed.')}", statistic, p


def _too_few(recent: Floats, before: Floats) -> str:
    """Return why there can be no test, or ``""``."""
    have, had = int(recent.sum()), int(before.sum())
    if have < _LEAST_RECENT or had < _LEAST_BEFORE:
        return say(
            "{have} weapon-nights in the last 28 and {had} in the 90 before; it takes {recent} and {before}.",
            have=have,
            had=had,
            recent=_LEAST_RECENT,
            before=_LEAST_BEFORE,
        )
    if recent.shape[1] < 2:
        return say("Only one sort of weapon is reported: there is no mix to change.")
    weeks = _weeks(recent), _weeks(before)
    if weeks[0] < _LEAST_RECENT_WEEKS or weeks[1] < _LEAST_BEFORE_WEEKS:
        return say(
            "Reports in {recent} of the last 4 weeks and {before} of the 13 before; it takes 3 and 6.",
            recent=weeks[0],
            before=weeks[1],
        )
    return ""


def _weeks(nights: Floats) -> int:
    each = nights.sum(axis=1)[::-1]
    return sum(bool(each[i : i + WEEK].any()) for i in range(0, len(each), WEEK))


def _weapon(event: Event) -> Weapon:
    return _WEAPONS[event.object or ObjectType.UNKNOWN]


def _row(event: Event, last: date) -> int:
    return _SPAN - 1 - (last - (event.night or last)).days


def _is_recent(event: Event, last: date) -> bool:
    return event.night is not None and event.night > last - timedelta(days=RECENT_NIGHTS)


def _rows(weapon: Weapon, number: int, nights: Floats, named: Sequence[Event], last: date) -> WeaponNights:
    recent, before = nights[-RECENT_NIGHTS:], nights[:-RECENT_NIGHTS]
    own = [e for e in named if _weapon(e) is weapon]
    late = [e for e in own if _is_recent(e, last)]
    early = [e for e in own if not _is_recent(e, last)]
    return WeaponNights(
        weapon=weapon,
        recent=int(recent[:, number].sum()),
        before=int(before[:, number].sum()),
        recent_share=_share(recent, number),
        before_share=_share(before, number),
        recent_least=_least(late),
        before_least=_least(early),
        incidents=tuple(sorted(e.incident for e in late)),
        before_incidents=tuple(sorted(e.incident for e in early)),
    )


def _share(nights: Floats, number: int) -> float | None:
    total = float(nights.sum())
    return float(nights[:, number].sum()) / total if total else None


def _least(events: Sequence[Event]) -> int | None:
    largest: dict[date | None, int] = {}
    for event in events:
        count: Bounds | None = event.figures.get("count")
        if count is not None:
            largest[event.night] = max(count[0], largest.get(event.night, 0))
    return sum(largest.values()) if largest else None


def _new_speakers(named: Sequence[Event], last: date) -> float | None:
    """Return the share of recent weapon-nights that nobody tells who was heard before; None without any."""
    heard = frozenset(s for e in named if not _is_recent(e, last) for s in e.speakers)
    told: dict[tuple[date | None, Weapon], bool] = {}
    for event in named:
        if _is_recent(event, last):
            key = (event.night, _weapon(event))
            known = not event.speakers or not event.speakers.isdisjoint(heard)
            told[key] = told.get(key, False) or known
    return sum(not known for known in told.values()) / len(told) if told else None
