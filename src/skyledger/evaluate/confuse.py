"""Saying in one word what stood in a field, so that confusions can be counted: ``region`` read as ``settlement``."""

from skyledger.evaluate.gold import GoldClaim, GoldPlace
from skyledger.model import Claim, Count, Harm, Kind, Place, PlaceKind, Qualifier, TimePrecision, TimeRange

NOTHING = "nothing"


def confuse_field(name: str, gold: GoldClaim, claim: Claim) -> tuple[str, str]:
    """Return what was expected in a wrong field and what came, each as a class of values, not as the value.

    Args:
        name: A field of :func:`skyledger.evaluate.align.compare_fields` that is wrong.
        gold: The labelled claim.
        claim: Its partner.
    """
    if name == "count":
        expected, came = _count(gold.count), _count(claim.count)
    elif name == "place":
        expected, came = _gold_place(gold.place), _place(claim.place)
    elif name == "time":
        expected, came = _time(gold.time), _time(claim.time)
    elif name == "speaker":
        expected = (gold.speaker_role or "a name") if gold.has_speaker else NOTHING
        came = NOTHING if claim.speaker is None else (claim.speaker.role or "a name")
    elif name == "harm":
        expected, came = _harm(gold.harm), _harm(claim.harm)
    elif name == "to":
        expected, came = ("+".join(sorted(to)) or NOTHING for to in (gold.to, claim.to))
    else:
        expected, came = (_plain(getattr(side, name)) for side in (gold, claim))
    return expected, f"another {came}" if expected == came else came


def confuse_kind(expected: Kind | None, came: Kind | None) -> tuple[str, str]:
    """Return the pair for a claim missed (nothing came) or too many (nothing was expected)."""
    return _plain(expected), _plain(came)


def _plain(value: object) -> str:
    return NOTHING if value is None else ("yes" if value else "no") if isinstance(value, bool) else str(value)


def _count(count: Count | None) -> str:
    if count is None:
        return NOTHING
    return "number" if count.qualifier is Qualifier.EXACT else f"{count.qualifier.value} number"


def _gold_place(place: GoldPlace | None) -> str:
    if place is None:
        return NOTHING
    if place.parts:
        return "list"
    if place.kind is not None:
        return place.kind.value
    if place.id.startswith("sea:"):
        return PlaceKind.SEA.value
    if "-" in place.id:
        return PlaceKind.REGION.value
    return (PlaceKind.COUNTRY if len(place.id) == 2 else PlaceKind.AIRPORT).value


def _place(place: Place | None) -> str:
    return NOTHING if place is None else place.kind.value


def _time(time: TimeRange | None) -> str:
    return NOTHING if time is None or time.precision is TimePrecision.NONE else time.precision.value


def _harm(harm: Harm | None) -> str:
    if harm is None:
        return NOTHING
    sides = (("killed", harm.killed), ("injured", harm.injured), ("children", harm.children))
    return "+".join(name for name, side in sides if side is not None) or NOTHING
