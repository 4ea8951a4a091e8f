"""English words of loss that say little alone, borne out by the thing that underwent them: "two outbuildings lost".

"Four flats suffered", "one vehicle is lost", "minus two cars": the thing stands right beside the word, and nothing
behind it that was lost or suffered instead ("two cars lost control", "homes lost power").
"""

from skyledger.extract.frames.clause import Clause
from skyledger.extract.marks import ALL_MARKS
from skyledger.extract.nouns import THINGS, is_of
from skyledger.extract.scene import Scene
from skyledger.model.frame import Quantity

_UNDERGONE = frozenset("suffered lost broken spoilt spoiled torn bent burst ruined harmed smashed cracked".split())
_AUXILIARY = frozenset(
    "is are was were has have had been being also now all both badly partly slightly totally".split()
)
_BEHIND = frozenset(
    "in by at on near after there too along overnight as from during and when since tonight today beyond to".split()
)
_REACH = 4


def befalls_thing(clause: Clause) -> bool:
    """Tell whether a weak English word of damage is said of a thing on the ground right beside it."""
    trigger, words = clause.trigger, clause.reading.tokens.words
    if trigger.lang != "en":
        return False
    if words[trigger.start] == "minus":
        return _opens(clause) and _is_thing_behind(clause)
    if words[trigger.start] not in _UNDERGONE or trigger.stop != trigger.start + 1 or not _ends(clause):
        return False
    before = clause.scene.quantities_in(max(clause.sentence.start, trigger.start - 2 * _REACH), trigger.start)
    return bool(before) and _undergoes(clause.scene, before[-1], trigger.start)


def _undergoes(scene: Scene, quantity: Quantity, verb: int) -> bool:
    """Tell whether a counted or definite thing is the subject of a verb, with auxiliaries between at most."""
    reading = scene.reading
    between = reading.tokens.words[quantity.stop : verb]
    if not is_of(quantity, THINGS) or len(between) > _REACH or any(w not in _AUXILIARY for w in between):
        return False
    told = quantity.count is not None or reading.tokens.words[quantity.start] in ("a", "an", "the", "our")
    told = told or reading.tokens.words[quantity.start - 1] in ("the", "our", "its", "their")
    return told and not reading.parted(quantity.stop - 1, verb, ALL_MARKS)


def _ends(clause: Clause) -> bool:
    stop, reading = clause.trigger.stop, clause.reading
    if stop >= clause.sentence.stop or reading.parted(stop - 1, stop, ALL_MARKS):
        return True
    return reading.tokens.words[stop] in _BEHIND and clause.words not in ("lost", "to")


def _opens(clause: Clause) -> bool:
    """Tell whether "minus" opens its clause: no sum and no temperature."""
    start = clause.trigger.start
    return start == clause.sentence.start or clause.reading.parted(start - 1, start, ALL_MARKS)


def _is_thing_behind(clause: Clause) -> bool:
    stop = clause.trigger.stop
    near = clause.scene.quantities_in(stop, min(clause.sentence.stop, stop + _REACH))
    first = next((q for q in near if q.noun is not None), None)
    return first is not None and is_of(first, THINGS) and not clause.reading.parted(stop - 1, first.start, ALL_MARKS)
