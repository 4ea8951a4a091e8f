"""English passives of striking said of what flies or sails: it was brought down, and struck nothing itself.

"Five drones were hit over the region", "two sea drones were blown to splinters from the shore" are interceptions.
What was flown or rammed into something struck it; what was hit on the ground, or blown up by sappers, is neither.
"""

from skyledger.extract.context import has_negation
from skyledger.extract.marks import CLAUSE_MARKS
from skyledger.extract.reading import Reading
from skyledger.extract.scene import Scene
from skyledger.extract.word_bits import word_class
from skyledger.model.frame import Mention, Quantity, Sentence

_BLOWS = frozenset(
    (
        "hit struck blasted blown shot torn ripped smashed shattered riddled peppered clipped rammed holed sunk "
        "crushed wrecked disabled battered raked stitched perforated punctured swatted crippled gutted burned burnt "
        "set pounded hammered strafed sprayed finished"
    ).split()
)
_ANY = word_class(_BLOWS)
_AUXILIARY = frozenset("was were been being got get are is".split())
_BETWEEN = frozenset("have has had also all both then later each either first promptly still".split())
_OUTCOME = frozenset("up apart down off bits pieces splinters smithereens shreds matchwood dust water sky air".split())
_AT_GOAL = frozenset("into onto at against on toward towards".split())
_ELSEWHERE = (
    *("warehouse", "depot", "hangar", "workshop", "factory", "plant", "launch", "pad", "position", "crew", "operator"),
    *("airfield", "ground", "parked", "stored", "trench", "sapper", "deminer", "bomb", "disposal", "ordnance", "ship"),
    *("controlled", "storage", "column", "truck", "convoy", "exercise", "range", "test", "production", "pilot"),
)
_VALUES = frozenset(("hit", "damage", "launched", "attacked", "debris", "fire"))
_SAILS = "sea_drone"
_FLYING = frozenset(
    "uav decoy_uav fpv_drone missile cruise_missile ballistic_missile guided_bomb sea_drone unknown".split()
)
_REACH = 5


def with_struck_down(scene: Scene, sentence: Sentence, triggers: list[Mention]) -> list[Mention]:
    """Return the triggers of a sentence, blows that what flies underwent as downings."""
    reading = scene.reading
    if not reading.says(sentence, _ANY):
        return triggers
    for thing in scene.quantities_in(sentence.start, sentence.stop):
        if not _is_counted(thing):
            continue
        stop = thing.stop
        while stop < sentence.stop and not reading.parted(stop - 1, stop, CLAUSE_MARKS):
            stop += 1
        verb = _blow(reading, thing, stop)
        if verb is None or _drives_into(reading, verb):
            continue
        here = [t for t in triggers if verb <= t.start <= verb + 1 or t.start <= verb < t.stop]
        if any(t.value not in _VALUES for t in here) or has_negation(reading, thing.start, verb):
            continue
        if _is_elsewhere(scene, sentence, thing, stop):
            triggers = [t for t in triggers if t not in here or t.value != "hit"]
            continue
        last = verb + 1
        while last < stop and reading.tokens.words[last] in _OUTCOME | {"to", "out", "of", "the"}:
            last += 1
        triggers = [t for t in triggers if t not in here]
        triggers.append(Mention("trigger", "downed", verb, last, frozenset(("past",)), "en"))
    return sorted(triggers, key=lambda t: t.start)


def _is_counted(thing: Quantity) -> bool:
    noun = thing.noun
    return noun is not None and noun.lang == "en" and thing.count is not None and noun.value in _FLYING


def _blow(reading: Reading, thing: Quantity, stop: int) -> int | None:
    """Return the participle of a blow whose passive subject a thing is."""
    words, passive = reading.tokens.words, False
    for at in range(thing.stop, min(stop, thing.stop + _REACH)):
        if words[at] in _AUXILIARY:
            passive = True
        elif passive and words[at] in _BLOWS:
            return at
        elif words[at] not in _BETWEEN and not words[at].endswith("ly"):
            return None
    return None


def _drives_into(reading: Reading, verb: int) -> bool:
    """Tell whether a thing was driven into something: "rammed into a depot", but not "hit on approach"."""
    behind = reading.tokens.words[verb + 1 : verb + 3]
    return bool(_AT_GOAL.intersection(behind[:1])) and behind != ["on", "approach"]


def _is_elsewhere(scene: Scene, sentence: Sentence, thing: Quantity, stop: int) -> bool:
    """Tell whether a thing was struck where it lay, or by those who clear mines: "in a hangar", "by sappers"."""
    words = scene.reading.tokens.words
    sails = thing.noun is not None and thing.noun.value == _SAILS
    told = (w for w in words[sentence.start : stop] if not (sails and w in ("ship", "ships")))
    return any(w.startswith(_ELSEWHERE) for w in told)
