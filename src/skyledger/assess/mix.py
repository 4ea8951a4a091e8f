"""The mix of weapons as a record; measured in :mod:`objects`."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

RECENT_NIGHTS = 28
BEFORE_NIGHTS = 90


class Weapon(StrEnum):
    """What flew, as coarsely as tactics are told apart."""

    FPV = "fpv drones"
    ONE_WAY = "one-way drones"
    MISSILE = "missiles"
    GLIDE_BOMB = "glide bombs"
    ROCKET = "rockets"
    SEA_DRONE = "sea drones"


class MixVerdict(StrEnum):
    """What the test says."""

    CHANGED = "changed"
    NOT_SHOWN = "no change shown"
    NOT_ENOUGH = "not enough"
    CANNOT_TELL = "cannot tell"


@dataclass(frozen=True, slots=True, kw_only=True)
class WeaponNights:
    """One weapon in both windows.

    Attributes:
        recent: Nights it was reported on in the last 28.
        before: In the 90 before.
        recent_share: Of all weapon-nights of the window, 0 to 1; None when it has none.
        recent_least: Objects at least: the largest statement of each night, added; None when no number is given.
        incidents: Ids behind the recent nights; ``before_incidents`` likewise.
    """

    weapon: Weapon
    recent: int
    before: int
    recent_share: float | None
    before_share: float | None
    recent_least: int | None
    before_least: int | None
    incidents: tuple[str, ...]
    before_incidents: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Mix:
    """The mix of weapons.

    Attributes:
        area: Region or country; None is all.
        last: Last night of the recent window, which has 28; the window before it has 90.
        statistic: Twice the log likelihood ratio; None without a test, and so is ``p``.
        p: Share of the choices of four weeks that differ at least as much.
        unclear: Incidents that do not say what flew, or only "a fast target", and figures over several nights.
        new_speakers: Share of the recent weapon-nights that only speakers report who were not heard before.
        reason: One sentence.
    """

    last: date
    weapons: tuple[WeaponNights, ...]
    verdict: MixVerdict
    reason: str
    statistic: float | None
    p: float | None
    unclear: int
    new_speakers: float | None
    area: str | None = None
