"""Weapons that struck where a bulletin counts them beside what they did: "Bilopillia – 3 KABs, 2 dead;".

A place, a number of weapons set off by marks, and a word of what befell people or things there; a number of drones
alone may be those still on their way.
"""

import re

from skyledger.extract.nouns import THINGS, is_of
from skyledger.extract.scene import Scene
from skyledger.model.frame import Frame, Quantity, Sentence
from skyledger.model.kinds import Fate, Kind, ObjectType

_EFFECTS = frozenset("damage fire killed injured no_casualties no_damage outage".split())
_TOLD = frozenset("downed suppressed lost launched attacked hit debris direction".split())
_LEFT = re.compile(r"\s*(?:[:–—,]|-\s|\s-\s|\()")
_RIGHT = re.compile(r"\s*(?:[,;.)(–—]|\s-\s|$)")
_STILL = frozenset(("aircraft", "balloon", "sea_drone", "unknown"))
_HEADING = 6  # words of the place that opens an item


def struck_by_item(scene: Scene, sentence: Sentence) -> list[Frame]:
    """Return the hits of an item of a bulletin, or nothing where a verb tells what became of what flew."""
    reading = scene.reading
    if not reading.object_values or "trigger" not in reading.starts:
        return []
    counted = [q for q in scene.quantities_in(sentence.start, sentence.stop) if _is_weapon(q)]
    if not counted or counted[0].noun is None or counted[0].noun.lang != "en":
        return []
    places = [p for p in scene.places_in(sentence.start, counted[0].start) if p.start - sentence.start <= 2]
    first = counted[0]
    if not places or first.start - sentence.start > _HEADING or not _is_set_apart(scene, sentence, first):
        return []
    told = reading.in_range("trigger", sentence.start, sentence.stop)
    effects = [t for t in told if t.value in _EFFECTS and t.start >= first.stop]
    things = [q for q in scene.quantities_in(first.stop, sentence.stop) if is_of(q, THINGS)]
    if not (effects or things) or any(t.value in _TOLD and "weak" not in t.flags for t in told):
        return []
    return [_frame(scene, sentence, q) for q in counted if _is_set_apart(scene, sentence, q)][:2]


def _is_weapon(quantity: Quantity) -> bool:
    noun = quantity.noun
    known = noun is not None and noun.category == "object" and noun.value not in _STILL
    return known and quantity.count is not None and quantity.count.stated is not None


def _is_set_apart(scene: Scene, sentence: Sentence, quantity: Quantity) -> bool:
    """Tell whether marks stand before and behind a number of weapons."""
    reading = scene.reading
    left = reading.gap(quantity.start - 1, quantity.start) if quantity.start > sentence.start else ""
    right = reading.gap(quantity.stop - 1, quantity.stop) if quantity.stop < len(reading.tokens.words) else ""
    return bool(_LEFT.match(left)) and (bool(_RIGHT.match(right)) or quantity.stop == sentence.stop)


def _frame(scene: Scene, sentence: Sentence, quantity: Quantity) -> Frame:
    assert quantity.noun is not None
    reading = scene.reading
    place = next(p for p in scene.places_in(sentence.start, quantity.start))
    return Frame(
        Kind.ATTACK,
        reading.span(quantity.start, quantity.stop),
        sentence.index,
        "en.attack.item",
        Fate.HIT,
        ObjectType(quantity.noun.value),
        reading.span(quantity.noun.start, quantity.noun.stop),
        quantity.count,
        quantity.span,
        place,
        token=quantity.start,
    )
