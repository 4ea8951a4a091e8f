"""Damage told by words that say little alone: "lost its roof", "стёкла вылетели", "not one house was touched"."""

from skyledger.extract.frames.clause import Clause
from skyledger.extract.nouns import THINGS, is_of
from skyledger.extract.reading import Reading
from skyledger.extract.scene import Scene
from skyledger.model.frame import Mention, Quantity

_REACH = 5  # words between a loss and the part lost
# Behind these a part is where something fell and not what was lost.
_AIMS = frozenset("на в у по на о об into onto on at in over near above".split())
_OF_THEM = frozenset("a of the one single один одного одна одну жоден жодної жодного одне одно из з із".split())
_BREAKS = frozenset(",;:.()–—")
# Verbs that say of a thing, where they are denied, that nothing happened to it.
_TOUCHES = ("touch", "affect", "hit", "struck", "suffer", "затрон", "торкн", "торка")
_NOT_ONE = ("not one", "not a single", "none of", "no ", "zero", "neither", "ни од", "ни один", "жодн", "жоден", "ні ")


def loses_part(clause: Clause) -> bool:
    """Tell whether a weak word of damage stands beside the part of a house or car that is lost."""
    scene, trigger = clause.scene, clause.trigger
    near = scene.quantities_in(max(clause.chunk.start, trigger.start - _REACH), trigger.stop + _REACH)
    return any(_is_lost(scene, q, trigger) for q in near if q.noun is not None and q.noun.value == "part")


def _is_lost(scene: Scene, part: Quantity, trigger: Mention) -> bool:
    reading = scene.reading
    noun = part.noun
    if noun is None or _BREAKS.intersection(_between(reading, noun, trigger)):
        return False
    before = reading.tokens.words[part.start - 1] if part.start else ""
    if before == "the" and part.start > 1:
        before = reading.tokens.words[part.start - 2]
    if before in _AIMS and trigger.stop != part.start:
        return False
    left, right = min(noun.stop, trigger.stop), max(noun.start, trigger.start)
    flies = reading.in_range("object", left, right)
    return not flies and right - left <= _REACH


def _between(reading: Reading, left: Mention, right: Mention) -> str:
    first, last = sorted((left, right), key=lambda m: m.start)
    return reading.gap(first.stop - 1, last.start) if first.stop <= last.start else ""


def is_spared(scene: Scene, trigger: Mention) -> bool:
    """Tell whether a word of damage is denied of every thing: "not one enterprise was touched", "ни один дом"."""
    reading = scene.reading
    if "negation" not in reading.starts:
        return False
    for negation in reading.in_range("negation", max(0, trigger.start - 8), trigger.start):
        if _BREAKS.intersection(_between(reading, negation, trigger)):
            continue
        words = reading.words(negation.start, min(negation.stop + 3, trigger.start)).lower()
        if words.startswith(_NOT_ONE) and _governs_thing(scene, negation, trigger):
            return True
    return False


def _governs_thing(scene: Scene, negation: Mention, trigger: Mention) -> bool:
    """Tell whether a negation is that of a thing: "none of the tanks", but not "no number of homes"."""
    words = scene.reading.tokens.words
    return any(
        q.noun is not None
        and q.noun.value in THINGS
        and all(w in _OF_THEM for w in words[negation.stop : min(q.start, q.noun.start)])
        for q in scene.quantities_in(negation.stop, min(negation.stop + 4, trigger.start))
    )


def touches_thing(scene: Scene, trigger: Mention) -> bool:
    """Tell whether a denied weak word is one of touching, with a thing beside it: "the workshop was not affected"."""
    words = scene.reading.words(trigger.start, trigger.stop).lower()
    near = scene.quantities_in(max(0, trigger.start - 5), trigger.stop + 3)
    return words.startswith(_TOUCHES) and any(is_of(q, THINGS) for q in near)
