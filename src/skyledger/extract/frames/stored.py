"""Drones destroyed where they were kept or made: no downing, since nothing flew.

"The units struck a workshop and destroyed 60 drones there" is news of a strike on the ground, whoever tells it.
"""

from skyledger.extract.nouns import is_of
from skyledger.extract.reading import Reading
from skyledger.extract.scene import Scene
from skyledger.extract.word_bits import word_class
from skyledger.model.frame import Mention, Quantity, Sentence

_DESTROYED = ("уничтож", "знищ", "destroy", "ликвидир", "ліквід", "wiped", "burn", "сожг", "спал")
_KEPT = tuple(
    "боеприпас боєприпас ammunition munition арсенал arsenal workshop мастерск майстерн цех ангар hangar хранил хранен "
    "сховищ зберіган stored storage сборк складан assembl готовых готових ready".split()
)
_MADE = ("складан", "сборк", "производств", "виробництв", "збиран", "assembl")
_STRUCK = tuple(
    "удар ураз пораз вразил бил влуч попал накры struck strike hit attack targeted обстрел обстріл атак".split()
)
_ALOFT = frozenset("над over above перехват перехоп intercepted пво ппо сбит сбиты сбил сбили збит збито збили".split())


# Targets of ground fighting, which no statement on an attack from the air counts.
_ARMS = tuple(
    "блиндаж бліндаж окоп танк бронемаш бронетехн бтр бмп гаубиц миномет міномет пехот піхот сапн саперн опорник "
    "dugout trench howitzer mortar infantry tanks foxhole".split()
)
_CIVIL = frozenset(("building", "vehicle", "apartment", "person", "child"))
_STRIKES = frozenset(("hit", "attacked", "launched"))
_TOLD = _STRIKES | {"downed"}
_DRONES = frozenset(("uav", "fpv_drone", "decoy_uav"))
_NEAR = 3  # words between a verb of destroying and what it destroyed

_STORES, _ARMED = word_class(stems=_KEPT), word_class(stems=_ARMS)


def is_stored(reading: Reading, quantity: Quantity) -> bool:
    """Tell whether drones were destroyed in a store, workshop or hangar that was struck, or only made there.

    Args:
        reading: The document.
        quantity: The drones.
    """
    words = reading.tokens.words
    sentence = reading.sentence_of(quantity.start)
    if quantity.start > sentence.start and words[quantity.start - 1].startswith(_MADE):
        return True  # "a workshop for the assembly of drones"
    if not reading.says(sentence, _STORES) or not _ALOFT.isdisjoint(words[sentence.start : sentence.stop]):
        return False
    near = words[max(sentence.start, quantity.start - _NEAR) : min(sentence.stop, quantity.stop + _NEAR)]
    if not any(w.startswith(_DESTROYED) for w in near):
        return False
    return any(w.startswith(_STRUCK) for w in words[sentence.start : quantity.start])


def without_ground_targets(scene: Scene, sentence: Sentence, triggers: list[Mention]) -> list[Mention]:
    """Return triggers but for strikes on dugouts, tanks and stores of drones, which are news of the fighting.

    Args:
        scene: The document.
        sentence: Where the triggers stand.
        triggers: Those of what befell things in the air, and of strikes.
    """
    strikes = [t for t in triggers if t.value in _STRIKES]
    if not strikes:
        return triggers
    things = scene.quantities_in(sentence.start, sentence.stop)
    stored = any(is_of(q, _DRONES) and is_stored(scene.reading, q) for q in things)
    if not stored and not _is_ground_fighting(scene.reading, sentence):
        return triggers
    aloft = not _ALOFT.isdisjoint(scene.reading.tokens.words[sentence.start : sentence.stop])
    dropped = [t for t in triggers if t.value in (_STRIKES if aloft else _TOLD)]
    for trigger in dropped:
        scene.reject(trigger.start, trigger.stop, trigger.value, "fighting on the ground")
    return [t for t in triggers if t not in dropped]


def _is_ground_fighting(reading: Reading, sentence: Sentence) -> bool:
    """Tell whether dugouts, tanks and the like are what was struck, and nothing else: "hit two dugouts"."""
    if not reading.says(sentence, _ARMED):
        return False
    words = reading.tokens.words
    units = reading.in_range("unit", sentence.start, sentence.stop)
    return not any(u.value in _CIVIL and not words[u.start].startswith(_ARMS) for u in units)
