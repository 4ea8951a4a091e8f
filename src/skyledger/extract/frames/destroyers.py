"""Whether what flies destroyed something on the ground, and was not destroyed itself."""

from skyledger.extract.frames.told_how import is_means
from skyledger.extract.nouns import THINGS
from skyledger.extract.scene import Scene
from skyledger.extract.verb_forms import is_passive_form
from skyledger.extract.words import WHERE_WORDS
from skyledger.model.frame import Mention, Quantity

_HAVE = frozenset(("had", "has", "have", "also", "then", "that", "which"))
_DETERMINERS = frozenset(("a", "an", "the", "their", "its", "his", "her", "one", "two", "three", "part", "several"))
RUIN_REACH = 5  # tokens from a verb of ruin to what was ruined
_RUINS = ("знищи", "уничтож", "знищ", "поразил", "пораж", "вразил", "уразил")  # "КАБ знищив школу"


def _ruins_building(scene: Scene, quantity: Quantity, trigger: Mention) -> bool:
    """Tell whether one of several ruined a thing on the ground: "the second destroyed a warehouse"."""
    if not quantity.elliptic or quantity.count is None:
        return False
    struck = scene.reading.starting("unit", trigger.stop, trigger.stop + RUIN_REACH)
    return any(u.value in THINGS for u in struck)


def _has_object(scene: Scene, trigger: Mention) -> bool:
    """Tell whether a thing on the ground is the object of a verb: "«Ланцет» спопелив трактор", "дрон підбив авто"."""
    struck = scene.reading.starting("unit", trigger.stop, trigger.stop + 2)
    return any(u.value in THINGS for u in struck) and (scene.reading.tokens.words[trigger.stop] not in WHERE_WORDS)


def destroys_something(scene: Scene, quantity: Quantity, trigger: Mention) -> bool:
    """Tell whether what flies destroyed, and was not destroyed: "a drone had destroyed their boiler house"."""
    words = scene.reading.tokens.words
    if trigger.value != "downed" or quantity.stop > trigger.start:
        return False
    between = words[quantity.stop : trigger.start]
    if quantity.noun is None and not _ruins_building(scene, quantity, trigger):
        return False
    if trigger.stop >= len(words) or scene.reading.parted(trigger.stop - 1, trigger.stop, ",;:.()—–"):
        return False  # "20 дронов уничтожено, два дома повреждены"
    if trigger.lang != "en":
        ruins = (
            (words[trigger.start].startswith(_RUINS) or _has_object(scene, trigger))
            and "verb" in trigger.flags
            and not is_passive_form(words[trigger.start])
            and not (quantity.noun is not None and is_means(scene.reading, quantity))
        )
        behind = trigger.stop + RUIN_REACH
        struck = scene.reading.starting("unit", trigger.stop, behind)
        if scene.reading.starting("object", trigger.stop, behind) or scene.reading.starting(
            "agent", trigger.stop, behind
        ):
            return False  # "дрон уничтожила зенитная ракета"
        return ruins and len(between) <= 1 and any(u.value in THINGS for u in struck)
    determined = words[trigger.stop : trigger.stop + 1]
    ruins = words[trigger.start].startswith(("destroy", "obliterat", "knock", "took", "take"))
    return ruins and all(w in _HAVE for w in between) and bool(determined) and determined[0] in _DETERMINERS
