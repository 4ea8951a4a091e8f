"""What flew: a drone is not a missile, and Shaheds are some of the drones."""

from skyledger.link.fact import COUNTERS, Fact
from skyledger.link.features.feature import Feature, conflicting
from skyledger.link.policy import LinkPolicy
from skyledger.model.kinds import ObjectType

_GENERIC = {
    ObjectType.FPV_DRONE: ObjectType.UAV,
    ObjectType.DECOY_UAV: ObjectType.UAV,
    ObjectType.CRUISE_MISSILE: ObjectType.MISSILE,
    ObjectType.BALLISTIC_MISSILE: ObjectType.MISSILE,
}


def relate_objects(one: ObjectType | None, two: ObjectType | None) -> str:
    """Return ``same``, ``compatible`` (unknown, or a sort of the other), or ``differs``."""
    if one is two and one is not None:
        return "same"
    open_values = {None, ObjectType.UNKNOWN, ObjectType.HIGH_SPEED_AIR_TARGET}
    if one in {None, ObjectType.UNKNOWN} or two in {None, ObjectType.UNKNOWN}:
        return "compatible"
    missiles = {ObjectType.MISSILE, ObjectType.CRUISE_MISSILE, ObjectType.BALLISTIC_MISSILE}
    if (one in open_values and two in missiles) or (two in open_values and one in missiles):
        return "compatible"  # "a high-speed target" is what officials call a missile before they say which
    if one is not None and _GENERIC.get(one) is two:
        return "compatible"
    return "compatible" if two is not None and _GENERIC.get(two) is one else "differs"


def compare_object(a: Fact, b: Fact, policy: LinkPolicy) -> Feature | None:
    """Compare what flew; only counts of flying things are kept apart by it."""
    one, two = a.claim.object, b.claim.object
    relation = relate_objects(one, two)
    words = f"{'unnamed' if one is None else one.value} and {'unnamed' if two is None else two.value}"
    counted = a.claim.kind in COUNTERS
    if relation == "same":
        return Feature(
            name="object",
            value=relation,
            weight=policy.weights.object_same,
            sentence=f"Both: {words[: words.index(' and ')]}.",
        )
    if not counted:
        return None
    if relation == "differs":
        return conflicting("object", relation, f"{words} are counted apart.")
    if a.claim.document_id == b.claim.document_id and one is not None and two is not None:
        return conflicting("object", "listed", f"One text lists {words} separately.")
    return Feature(
        name="object",
        value=relation,
        weight=policy.weights.object_compatible,
        sentence=f"{words} may be the same things.",
    )
