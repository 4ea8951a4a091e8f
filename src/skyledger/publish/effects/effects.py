"""What attacks did over some nights, as it may be shown."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from skyledger.assess.airports import AirportEffects
from skyledger.assess.harm import RegionHarm
from skyledger.assess.mix import Mix
from skyledger.publish.names import place_name
from skyledger.say import say

SHAPE = "skyledger.effects/1"


@dataclass(frozen=True, slots=True, kw_only=True)
class Effects:
    """Effects over some nights.

    Attributes:
        area: Region or country; None is all.
        told: Nights of these with an incident there; the others are unknown, not quiet.
        mix: The mix of weapons; None where it is asked for elsewhere.
    """

    first: date
    last: date
    area: str | None
    policy: str
    told: int
    airports: tuple[AirportEffects, ...]
    regions: tuple[RegionHarm, ...]
    mix: Mix | None = None
    about: str = ""
    shape: str = SHAPE


def build_effects(
    *,
    first: date,
    last: date,
    area: str | None,
    policy: str,
    told: int,
    airports: Iterable[AirportEffects],
    regions: Iterable[RegionHarm],
) -> Effects:
    """Return effects without the mix; everything given was measured from released incidents."""
    return Effects(
        first=first,
        last=last,
        area=area,
        policy=policy,
        told=told,
        airports=tuple(replace(each, name=place_name(each.airport, each.name)) for each in airports),
        regions=tuple(regions),
        about=say("What was reported, not what happened: a night or place that is missing is unknown, not spared."),
    )
