"""Verbs of damage said of people: "осколками посекло двух подростков", "уламком зачепило плече пенсіонерці"."""

from dataclasses import replace

from skyledger.extract.frames.people import COLLECTIVE
from skyledger.extract.frames.things import is_means_of_harm
from skyledger.extract.scene import Scene
from skyledger.model.frame import Mention, Quantity, Sentence

# What glass, splinters and beams do to people as well as to walls.
_STEMS = tuple(
    (
        "иссеч исполос искалеч покалеч изран изувеч контуз "
        "посек посеч побил побит задел задет зацеп накры привалил завалил изрешет порез ушиб придав обож опал "
        "посік посіч зачеп зачепл привали присипа придави порізал поріза посікл пошматув обпек"
    ).split()
)
_STEMS_EN = (
    "pepper",
    "riddl",
    "cut",
    "scar",
    "slash",
    "pierc",
    "spatter",
    "perforat",
    "crush",
    "scorch",
    "singe",
    "maul",
)
_PASSIVE = frozenset("was were been got is are".split())
_DAMAGE = frozenset(("damage",))
_REACH = 4
_REACH_EN = 6


def struck_people(scene: Scene, sentence: Sentence) -> list[Mention]:
    """Return the verbs of damage whose nearest noun is a person, as triggers that say "injured"."""
    words = scene.reading.tokens.words
    found = []
    for trigger in scene.triggers_in(sentence, _DAMAGE):
        if trigger.lang == "en":
            if _befalls_people(scene, sentence, trigger):
                found.append(replace(trigger, value="injured", flags=trigger.flags - {"weak"}))
            continue
        near = scene.quantities_in(max(sentence.start, trigger.start - _REACH), trigger.stop + _REACH)
        near = [q for q in near if not _is_apart(scene, trigger, q)]
        near = [q for q in near if _is_counted(q) and not is_means_of_harm(scene, q)]
        nearest = min(near, key=lambda q: _way(trigger, q), default=None)
        if nearest is None or not (nearest.noun is None or words[trigger.start].startswith(_STEMS)):
            continue  # a collective numeral counts people, whatever befell them
        if _is_person(words, nearest):
            found.append(replace(trigger, value="injured"))
    return found


def _befalls_people(scene: Scene, sentence: Sentence, trigger: Mention) -> bool:
    """Tell whether people undergo an English verb of damage: "five residents were peppered with shrapnel"."""
    words = scene.reading.tokens.words
    if words[trigger.start - 1] not in _PASSIVE or not words[trigger.start].startswith(_STEMS_EN):
        return False
    before = scene.quantities_in(max(sentence.start, trigger.start - _REACH_EN), trigger.start)
    before = [q for q in before if q.noun is not None and not _is_apart(scene, trigger, q)]
    return bool(before) and before[-1].noun is not None and before[-1].noun.value in ("person", "child")


def _is_counted(quantity: Quantity) -> bool:
    return quantity.noun is None or quantity.noun.category == "unit"


def _is_person(words: list[str], quantity: Quantity) -> bool:
    if quantity.noun is not None:
        return quantity.noun.value in ("person", "child")
    return quantity.count is not None and words[quantity.stop - 1].endswith(COLLECTIVE)


def _way(trigger: Mention, quantity: Quantity) -> int:
    return quantity.start - trigger.stop if quantity.start >= trigger.stop else trigger.start - quantity.stop


def _is_apart(scene: Scene, trigger: Mention, quantity: Quantity) -> bool:
    """Tell whether punctuation parts a verb from what it may be said of."""
    left, right = min(trigger.stop, quantity.stop), max(trigger.start, quantity.start)
    return left <= right and scene.reading.parted(left - 1, right, ",;:.()—–")
