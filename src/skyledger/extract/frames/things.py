"""Things on the ground that attacks damage: what they are called, and one named in the singular."""

from skyledger.extract.scene import Scene
from skyledger.extract.words import WHERE_WORDS
from skyledger.model.count import Count
from skyledger.model.frame import Mention, Quantity
from skyledger.model.kinds import Qualifier, Unit

DAMAGED = frozenset(("building", "part", "apartment", "vehicle", "settlement", "location"))
# Nouns in the singular that are no single thing.
_MASS = ("інфраструктур", "инфраструктур", "infrastructure", "житло", "житла", "сектор", "промзон", "жилье", "жилья")
_ONE = frozenset(("a", "an", "one", "another"))


def name_things(scene: Scene, *nouns: Mention | None) -> str:
    """Return the normalised English words of nouns, from the packs' ``detail`` terms."""
    found = []
    for noun in nouns:
        if noun is None:
            continue
        for term in scene.reading.starting("detail", noun.start, noun.stop):
            if noun.start <= term.start and term.stop <= noun.stop:
                found.append(term.value)
                break
    return " and ".join(dict.fromkeys(found))


def count_single(scene: Scene, quantity: Quantity, targets: list[Quantity]) -> Quantity:
    """Count one thing named in the singular ("a lorry", "дитсадок"), unless it only says where ("окна дома")."""
    noun = quantity.noun
    if noun is None or quantity.count is not None or noun.value not in ("building", "vehicle", "apartment"):
        return quantity
    reading = scene.reading
    before = reading.tokens.words[quantity.start - 1] if quantity.start else ""
    if reading.tokens.words[noun.stop - 1].startswith(_MASS):
        return quantity
    if (
        "sing" not in noun.flags
        or "plur" in noun.flags
        or before in WHERE_WORDS
        or (noun.lang == "en" and not {before, reading.tokens.words[quantity.start]} & _ONE)
    ):
        return quantity
    if any(t.noun is not None and t.noun.value == "part" and t.stop <= quantity.start <= t.stop + 2 for t in targets):
        return quantity
    owned = [t for t in targets if t.noun is not None and t.stop == quantity.start]
    if owned and not reading.gap(quantity.start - 1, quantity.start).strip(" \u00a0"):
        return quantity  # "одного из цехов завода" is one workshop
    span = reading.span(noun.start, noun.stop)
    count = Count(
        low=1, high=1, stated=None, qualifier=Qualifier.EXACT, unit=Unit(noun.value), text=span.slice(reading.text)
    )
    return Quantity(count, noun, quantity.start, quantity.stop, span)
