"""Where: ids decide, names never do."""

from skyledger.link.fact import Fact
from skyledger.link.features.feature import Feature, conflicting
from skyledger.link.policy import LinkPolicy
from skyledger.model.geo import great_circle_km
from skyledger.model.kinds import PlaceKind
from skyledger.model.place import Place


def relate_places(one: Place | None, two: Place | None, near_km: float) -> str:
    """Return how two places stand to each other.

    Args:
        one: A place, or None when the text names none.
        two: Likewise.
        near_km: How far apart an airport or facility and a town may lie to be taken for each other.

    Returns:
        ``same``, ``within`` (one lies in the other), ``near``, ``unknown``, ``member`` (one of a list), or ``apart``.
    """
    if one is None or two is None:
        return "unknown"
    if PlaceKind.LIST in {one.kind, two.kind}:
        return _relate_lists(one, two)
    if one.id == two.id:
        return "same"
    if _lies_in(one, two) or _lies_in(two, one):
        return "within"
    vague = {PlaceKind.FACILITY, PlaceKind.AREA, PlaceKind.AIRPORT}
    if (one.kind in vague) != (two.kind in vague):
        distance = distance_km(one, two)
        if distance is not None and distance <= near_km:
            return "near"
    return "apart"


def _relate_lists(one: Place, two: Place) -> str:
    if one.kind is two.kind:
        if set(one.parts) == set(two.parts):
            return "same"
        return "member" if set(one.parts) & set(two.parts) else "apart"
    listed, single = (one, two) if one.kind is PlaceKind.LIST else (two, one)
    if single.id in listed.parts:
        return "member"
    return "within" if listed.region is not None and listed.region == single.id else "apart"


def _lies_in(inner: Place, outer: Place) -> bool:
    if outer.kind is PlaceKind.REGION:
        return inner.kind is not PlaceKind.REGION and inner.region == outer.id
    return outer.kind in (PlaceKind.DISTRICT, PlaceKind.SETTLEMENT) and inner.district == outer.id


def distance_km(one: Place, two: Place) -> float | None:
    """Return the great-circle distance in km, or None when a place has no point."""
    if one.lat is None or one.lon is None or two.lat is None or two.lon is None:
        return None
    return great_circle_km(one.lat, one.lon, two.lat, two.lon)


def compare_place(a: Fact, b: Fact, policy: LinkPolicy) -> Feature:
    """Compare where the two claims say it happened."""
    one, two = a.claim.place, b.claim.place
    relation = relate_places(one, two, policy.limits.near_km)
    names = f"{'no place' if one is None else one.name} and {'no place' if two is None else two.name}"
    if relation == "same":
        where = "" if one is None else one.name
        return Feature(name="place", value=relation, weight=policy.weights.place_same, sentence=f"Both in {where}.")
    if relation in {"within", "near"}:
        return Feature(
            name="place",
            value=relation,
            weight=policy.weights.place_within,
            sentence=f"{names}: one lies {'in' if relation == 'within' else 'beside'} the other.",
        )
    if relation == "unknown":
        return Feature(
            name="place", value=relation, weight=policy.weights.place_unknown, sentence=f"{names}: nothing to compare."
        )
    if relation == "member":
        return conflicting("place", relation, f"{names}: a number for a list is not the number of one of its places.")
    return conflicting("place", relation, f"{names} are different places ({_id(one)}, {_id(two)}).")


def _id(place: Place | None) -> str:
    return "none" if place is None else place.id
