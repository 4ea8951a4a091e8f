"""What attacks did over some nights, as it may be shown."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from skyledger.assess.airports import AirportEffects
from skyledger.assess.harm import RegionHarm
from skyledger.assess.mix import Mix
from skyledger.publish.names import name_of, place_name
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
        airports=tuple(map(_named, airports)),
        regions=tuple(map(_region, regions)),
        about=say("What was reported, not what happened: a night or place that is missing is unknown, not spared."),
    )


def _named(airport: AirportEffects) -> AirportEffects:
    name = place_name(airport.airport, airport.name)
    times = tuple(replace(time, closing=replace(time.closing, name=name)) for time in airport.times)
    return replace(airport, name=name, times=times)


def _region(region: RegionHarm) -> RegionHarm:
    return replace(region, outages=tuple(replace(one, name=name_of(one.name) or one.name) for one in region.outages))
