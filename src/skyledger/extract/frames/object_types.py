"""What a noun of the air is, whom "the craft" means, and when a singular verb makes it one."""

from skyledger.extract.frames.told_how import is_means
from skyledger.extract.reading import Reading
from skyledger.model.count import Count
from skyledger.model.frame import Mention, Quantity
from skyledger.model.kinds import ObjectType, Qualifier, Unit
from skyledger.model.text import Span

HEAVY = frozenset(("guided_bomb", "missile", "cruise_missile", "ballistic_missile", "rocket_artillery"))
# What a singular verb agrees with instead of one of them, and endings of abbreviations in the plural.
_GROUPS = ("груп", "рій", "рой", "стая", "зграя", "зграї", "пачк", "хвил", "волн", "парт", "пара", "зв'язк", "ланк")
_PLURALS = ("ы", "и", "ів", "ов")


def object_type_of(reading: Reading, noun: Mention | None) -> ObjectType:
    """Return the type of a noun, made precise by a name right behind it: "ракету «Іскандер-М»"."""
    if noun is None or noun.category != "object":
        return ObjectType.UNKNOWN
    if noun.value in ("missile", "uav", "unknown"):
        named = reading.at("object", noun.stop)
        if named is not None and (noun.value != "uav" or named.value == "fpv_drone"):
            return ObjectType(named.value)
    return ObjectType(noun.value)


def craft_meant(reading: Reading, quantity: Quantity, noun: Mention | None) -> Mention | None:
    """Return the drones spoken of before where "аппарат" would stand for a missile: "61 аппарат перехвачен"."""
    if quantity.noun is not None or noun is None or noun.value not in HEAVY:
        return noun
    behind = reading.tokens.words[quantity.stop : quantity.stop + 1]
    if not behind or not behind[0].startswith(("аппарат", "апарат")):
        return noun
    drones = [m for m in reading.by_category.get("object", ()) if m.value == "uav" and m.start < quantity.start]
    return drones[-1] if drones else noun


def one_by_agreement(reading: Reading, trigger: Mention, quantity: Quantity) -> tuple[Count | None, Span | None]:
    """Return one for an indeclinable noun with a singular verb: "сбит БПЛА"."""
    assert quantity.noun is not None
    singular = {"sing", "verb"} <= trigger.flags and not trigger.flags & {"plur", "attr"}
    if not singular or quantity.noun.flags & {"sing", "plur"} or is_means(reading, quantity):
        return None, None
    words = reading.tokens.words
    group = quantity.start > 0 and words[quantity.start - 1].startswith(_GROUPS)
    if group or trigger.value == "launched" or words[quantity.noun.stop - 1].endswith(_PLURALS):
        return None, None  # "залетіла група КР", "авиация выпустила КАБы"
    span = reading.span(quantity.noun.start, quantity.noun.stop)
    text = span.slice(reading.text)
    return Count(low=1, high=1, stated=None, qualifier=Qualifier.EXACT, unit=Unit.OBJECT, text=text), span
