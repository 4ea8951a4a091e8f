"""People rescued, told by an English verb and what they were got out of: "pulled four people from under rubble"."""

from skyledger.extract.frames.civil_people import is_one_person
from skyledger.extract.nouns import PEOPLE, is_of
from skyledger.extract.scene import Scene
from skyledger.extract.word_bits import word_class
from skyledger.model.frame import Mention, Quantity, Sentence

_PULLED = frozenset(
    (
        "pulled dug freed led carried extricated extracted brought got helped hauled dragged lifted retrieved "
        "plucked winched guided took taken hoisted prised pried recovered rescued saved evacuated "
        "escorted removed released"
    ).split()
)
PULLING = word_class(_PULLED)
_OUT = frozenset("from out of under beneath alive through down via by".split())
# What somebody is got out of, as stems.
_TRAPS = tuple(
    (
        "rubble ruin debris wreck burning smoke flame blaze collapsed destroyed slab concrete fire basement cellar "
        "ladder floor stairwell staircase roof balcon lift shaft upper storey window crater pit hold"
    ).split()
)
_LIFTS = ("ladder", "lift", "rope", "crane", "hoist")
_BODIES = frozenset("body bodies dead corpse corpses remains".split())
_REACH = 9
_BEEN = frozenset(("were", "was", "been", "have", "had", "has"))


def told_rescues(scene: Scene, sentence: Sentence, known: list[Mention]) -> list[Mention]:
    """Return the verbs by which people were got out alive, where no pack tells them."""
    reading = scene.reading
    words = reading.tokens.words
    pulled = reading.of_class(PULLING, sentence.start, sentence.stop)
    if not pulled or any(t.value == "rescued" for t in known):
        return []
    for verb in pulled:
        led = _out_of(words, verb, sentence.stop) or _out_before(words, sentence.start, verb)
        if words[verb] not in _PULLED or not led:
            continue
        stop = min(sentence.stop, verb + _REACH)
        people = scene.quantities_in(max(sentence.start, verb - _REACH), stop)
        if _BODIES.intersection(words[max(sentence.start, verb - _REACH) : stop]):
            continue
        flown = bool(reading.starting("object", sentence.start, verb))  # "two Shaheds came and both were brought down"
        if any(_is_told(scene, q) or (not flown and _is_beside(words, q, verb)) for q in people):
            return [Mention("trigger", "rescued", verb, verb + 1, frozenset(("past",)), "en")]
    return []


def _is_told(scene: Scene, quantity: Quantity) -> bool:
    counted = is_of(quantity, PEOPLE) and quantity.count is not None
    return counted or is_one_person(scene.reading, quantity)


def _is_beside(words: list[str], quantity: Quantity, verb: int) -> bool:
    """Tell whether a bare number is whom a verb is said of: "got five out with the ladder", "12 were carried down"."""
    if not quantity.elliptic or quantity.count is None:
        return False
    passive = quantity.stop < verb and _BEEN.issuperset(words[quantity.stop : verb])
    return quantity.start == verb + 1 or passive


def _out_before(words: list[str], start: int, verb: int) -> bool:
    """Tell whether the way out opens the clause: "from under the slabs our men lifted two women alive"."""
    near = words[max(start, verb - _REACH) : verb]
    out = next((n for n, w in enumerate(near) if w in ("from", "out")), None)
    return out is not None and any(w.startswith(_TRAPS) for w in near[out : out + 4])


def _out_of(words: list[str], verb: int, stop: int) -> bool:
    """Tell whether a way out and what it leads out of stand behind a verb, with no other verb of the kind between."""
    near = words[verb + 1 : min(stop, verb + _REACH)]
    out = next((n for n, w in enumerate(near) if w in _OUT), None)
    if out is not None and near[out] == "down" and near[out + 1 : out + 2] == ["by"]:
        out += 1
    if out is None or (near[out] == "by" and not any(w.startswith(_LIFTS) for w in near[out:])):
        return False  # "brought down by mobile fire groups"
    return any(w.startswith(_TRAPS) for w in near[out:])
