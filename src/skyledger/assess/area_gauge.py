"""How the two detectors of an area do together: false alarms, and how soon change in few or many is seen."""

import numpy as np

from skyledger.assess.alarm import begins, evidence
from skyledger.assess.area import count_regions, half_budgets
from skyledger.assess.arrays import Floats, attack_nights
from skyledger.assess.count_alarm import count_evidence
from skyledger.assess.worlds import RATE, Quiet, quiet_years

REGIONS = 12
_START = 97


def area_false_alarms(world: Quiet, *, years: int, seed: int) -> float:
    """Return false alarms per year for an area of 12 quiet regions, both detectors together."""
    rng = np.random.default_rng(seed)
    counts = quiet_years(world, rng, years * REGIONS, _START + 365).reshape(years, REGIONS, -1)
    return float(np.mean([_alarms(attack_nights(c))[_START:].sum() for c in counts]))


def area_delay(changed: int, factor: float, *, areas: int, seed: int) -> float | None:
    """Return the median nights until an area of 12 regions is in alarm when so many change; None over 60."""
    rng = np.random.default_rng(seed)
    rate = np.full((areas, REGIONS, 260), RATE)
    rate[:, :changed, 200:] = min(RATE * factor, 0.95)
    found = []
    for state in (rng.random(rate.shape) < rate).astype(np.float64):
        seen = np.flatnonzero(_alarms(state, lasting=True)[200:])
        found.append(int(seen[0]) + 1 if len(seen) else 999)
    median = float(np.median(found))
    return None if median > 60 else median


def _alarms(attacked: Floats, *, lasting: bool = False) -> Floats:
    each, both = half_budgets()
    mean = evidence(attacked, each).mean(axis=0)
    count = count_evidence(count_regions(attacked), both)
    if lasting:
        over: Floats = ((mean >= each.alarm) | (count >= both.alarm)).astype(np.float64)
        return over
    first, second = begins(mean, each.alarm, each.watch), begins(count, both.alarm, both.watch)
    return first.astype(np.float64) + second.astype(np.float64)
