"""Groups of what numbers count, for rules that ask whether people or things are meant."""

from skyledger.model.frame import Quantity


def is_of(quantity: Quantity, values: frozenset[str]) -> bool:
    """Tell whether a quantity counts, or names, something of a group."""
    return quantity.noun is not None and quantity.noun.value in values


PEOPLE = frozenset(("person", "child"))
THINGS = frozenset(("building", "vehicle", "apartment", "part"))
# what has power, water or heat
SUPPLIED = frozenset(("customer", "settlement", "building", "apartment"))
DRONES = frozenset(("uav", "fpv_drone"))
