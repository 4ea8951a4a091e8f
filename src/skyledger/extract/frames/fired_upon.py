"""What flies as the target of those who shoot: "зенітники гатили по двох шахедах", "fired at five drones".

It was shot at, which tells neither that it struck something nor that it was launched or brought down.
"""

from skyledger.extract.scene import Scene
from skyledger.model.frame import Mention, Quantity, Sentence

_VALUES = frozenset(("hit", "attacked", "launched"))
_AT = frozenset(("at", "on", "upon", "по"))
# Datives and locatives: "по двум дронам", but not "по два дрона" each.
_TARGETS = ("ам", "ям", "ах", "ях", "у", "ю", "ові", "еві")
_FLYING = frozenset(
    "uav decoy_uav fpv_drone missile cruise_missile ballistic_missile guided_bomb high_speed_air_target unknown".split()
)


def without_fired_upon(scene: Scene, sentence: Sentence, triggers: list[Mention]) -> list[Mention]:
    """Return triggers but verbs of shooting whose target, right behind them, is what flies."""
    if not any(t.value in _VALUES for t in triggers):
        return triggers
    flying = [q for q in scene.quantities_in(sentence.start, sentence.stop) if _flies(q)]
    return [t for t in triggers if t.value not in _VALUES or not any(_is_target(scene, t, q) for q in flying)]


def _flies(quantity: Quantity) -> bool:
    noun = quantity.noun
    return noun is not None and noun.category == "object" and noun.value in _FLYING and quantity.count is not None


def _is_target(scene: Scene, trigger: Mention, quantity: Quantity) -> bool:
    """Tell whether a quantity stands right behind a verb and its "at"."""
    words, noun = scene.reading.tokens.words, quantity.noun
    first = quantity.start + (words[quantity.start] in _AT)  # a number may hold its "по"
    at = words[first - 1] in _AT and trigger.stop in (first, first - 1)
    if not at or noun is None or scene.reading.parted(trigger.stop - 1, first, ",;:.()"):
        return False
    return noun.lang == "en" or words[noun.stop - 1].endswith(_TARGETS)
