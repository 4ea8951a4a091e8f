"""What befell a number of drones by an English verb no pack knows: "ten drones were minused over the region".

What flies is counted, stands in the passive and something says that it was in the air then: it was brought down. Verbs
of seeing, sending, making and flying are the packs' category ``idle`` and the lists below.
"""

from skyledger.extract.context import has_negation
from skyledger.extract.frames.acts import ACTED, may_be_verb
from skyledger.extract.frames.binding import is_flying
from skyledger.extract.marks import CLAUSE_MARKS
from skyledger.extract.reading import Reading
from skyledger.extract.scene import Scene
from skyledger.model.frame import Mention, Quantity, Sentence

_FLYING = frozenset(
    "uav decoy_uav fpv_drone missile cruise_missile ballistic_missile guided_bomb high_speed_air_target unknown".split()
)
_AUXILIARY = frozenset("was were been being got get are is".split())
_BETWEEN = frozenset("that which have has had also all both then later since already to be promptly".split())
_UP = frozenset("over above across outside off".split())
_ALOFT = (
    *(("in", "the", "sky"), ("in", "the", "skies"), ("in", "the", "air"), ("in", "flight"), ("in", "mid", "air")),
    *(("in", "midair"), ("in", "mid", "flight"), ("on", "approach"), ("on", "the", "approach"), ("en", "route")),
    *(("on", "the", "way"), ("on", "their", "way"), ("on", "its", "way"), ("before", "reaching"), ("short", "of")),
    *(("before", "they", "reached"), ("before", "it", "reached"), ("before", "they", "could"), ("from", "the", "sky")),
    *(("out", "of", "the", "sky"), ("out", "of", "the", "air"), ("from", "the", "air"), ("by", "air", "defence")),
    *(("by", "air", "defences"), ("by", "air", "defense"), ("by", "air", "defenses"), ("in", "the", "night", "sky")),
)
# Passives that leave what flies as it was, or tell of it on the ground.
_OTHERWISE = frozenset(
    (
        "flown piloted operated controlled guided steered carried equipped armed fitted loaded built made assembled "
        "produced developed tested trialled trialed unveiled presented shown displayed exhibited delivered handed "
        "donated bought sold auctioned seized confiscated stolen smuggled allowed banned permitted prohibited needed "
        "required planned expected awaited forecast feared directed aimed pointed headed bound concentrated gathered "
        "massed stationed based scattered dispersed spread divided split heard believed thought known reported "
        "recorded registered noted noticed glimpsed picked caught filmed photographed captured videoed seen observed "
        "escorted accompanied followed chased pursued hunted mistaken confused involved deployed released despatched "
        "loosed fired hurled lit illuminated mentioned called named dubbed nicknamed counted numbered discovered found "
        "recovered located missed evaded passed sighted detected identified recognised recognized tracked traced "
        "monitored watched confirmed announced claimed added brought kept left let put set sent thrown rained "
        "swarmed raised alleged said told supposed meant intended designed able forced painted modified converted "
        "described linked tied attributed circulated shared posted published dropped ordered tasked assigned "
        "scheduled prepared readied trained used employed utilised utilized launched unleashed targeted reduced "
        "increased doubled tripled repelled given taken received supplied provided shipped transferred"
    ).split()
)
# Verbs in the active that only say where or how something flew.
_MOTION = frozenset(
    (
        "circled hovered passed buzzed appeared loitered swarmed roared roamed drifted arrived gathered whirred hummed "
        "flew floated sailed cruised glided travelled traveled moved manoeuvred maneuvered turned crossed entered "
        "strayed wandered ventured intruded emerged lingered patrolled climbed descended dived swooped streaked "
        "zoomed whizzed sped raced flashed droned thundered sounded echoed prowled ranged remained stayed continued "
        "headed converged advanced approached exploded detonated crashed landed ran came went hung seemed looked "
        "spread swept kept made carried reconnoitred filmed attacked struck hit"
    ).split()
)
# What gives somebody the credit for what befell drones, and the words between it and who that is.
_CREDIT = frozenset("by under to beneath through via using".split())
_CREDIT_OF = frozenset(
    "thanks due owing courtesy help because result means use influence effect effects work efforts pressure".split()
)
_CREDITED = frozenset(
    (
        "the our fire of guns gun work efforts skill a an enemy ukrainian russian accurate heavy dense combined active "
        "means missiles missile shots and its their to"
    ).split()
)
_FATE_OF = {"defence": "downed", "jamming": "suppressed"}
_FALLEN = frozenset(("debris", "lost", "downed", "suppressed"))
_REACH = 6
_PLACE_REACH = 3


def with_undergone(scene: Scene, sentence: Sentence, triggers: list[Mention]) -> list[Mention]:
    """Return the triggers of a sentence and the passives no pack knows that say what befell drones in the air."""
    reading = scene.reading
    for thing in scene.quantities_in(sentence.start, sentence.stop):
        if not _is_counted(thing):
            continue
        start, stop = _clause(reading, sentence, thing)
        if reading.starting("trap", start, stop) or has_negation(reading, start, stop):
            continue
        here = [t for t in triggers if start <= t.start < stop]
        if (credited := _credited(scene, thing, stop)) is not None and all(_may_fall(reading, t) for t in here):
            triggers = [t for t in triggers if t not in here] + [credited]
            continue
        if any("weak" not in t.flags for t in here):
            continue
        verb = _verb_behind(scene, thing, stop)
        if verb is None or not _is_aloft(scene, start, thing.start, verb, stop):
            continue
        triggers = [t for t in triggers if t not in here]
        triggers.append(Mention("trigger", "downed", verb, verb + 1, frozenset(("past", ACTED)), "en"))
    return sorted(triggers, key=lambda t: t.start)


def _is_counted(thing: Quantity) -> bool:
    noun = thing.noun
    if noun is None or thing.count is None or noun.lang != "en" or not is_flying(thing):
        return False
    return noun.value in _FLYING


def _may_fall(reading: Reading, trigger: Mention) -> bool:
    """Tell whether a trigger leaves open who brought something down: "crashed", "dropped", the "fire" of gunners."""
    if "weak" in trigger.flags or trigger.value in _FALLEN:
        return True
    dropped = reading.tokens.words[trigger.start] == "dropped" and reading.tokens.words[trigger.start - 1] in _AUXILIARY
    return trigger.value == "launched" and ("base" in trigger.flags or dropped)


def _credited(scene: Scene, thing: Quantity, stop: int) -> Mention | None:
    """Return who is given the credit for what befell drones, as a trigger: "fell to the fire of our gunners"."""
    reading = scene.reading
    words = reading.tokens.words
    for agent in reading.starting("agent", thing.stop, stop):
        at = agent.start - 1
        while at > thing.stop and words[at] in _CREDITED and words[at] not in _CREDIT:
            at -= 1
        if any(q.count is not None for q in scene.quantities_in(thing.stop, at)):
            return None  # "two came our way and both were brought down by gunners": told of the second
        given = words[at] in _CREDIT or (words[at + 1 : at + 2] == ["of"] and words[at] in _CREDIT_OF)
        if agent.value in _FATE_OF and "weak" not in agent.flags and given and at > thing.stop:
            flags = frozenset(("past", ACTED))
            return Mention("trigger", _FATE_OF[agent.value], thing.stop, agent.stop, flags, "en")
    return None


def _clause(reading: Reading, sentence: Sentence, thing: Quantity) -> tuple[int, int]:
    """Return the tokens about what flies that no punctuation parts from it; what leads up to a comma is read too."""
    start, stop = thing.start, thing.stop
    while start > sentence.start and not CLAUSE_MARKS.intersection(reading.gap(start - 1, start).replace(",", "")):
        start -= 1
    while stop < sentence.stop and not reading.parted(stop - 1, stop, CLAUSE_MARKS):
        stop += 1
    return start, stop


def _verb_behind(scene: Scene, thing: Quantity, stop: int) -> int | None:
    """Return the verb that what flies undergoes: a passive, or a bare participle with "over" right behind it."""
    words = scene.reading.tokens.words
    passive, verb = False, thing.stop
    while verb < min(stop, thing.stop + _REACH):
        word = words[verb]
        if word in _AUXILIARY:
            passive = True
        elif not (word in _BETWEEN or word.endswith("ly") or verb in scene.timed):
            break
        verb += 1
    if verb >= stop or words[verb] in _OTHERWISE or not _is_unsaid(scene, verb):
        return None
    if passive:
        return verb
    behind = words[verb + 1] if verb + 1 < stop else ""
    return verb if behind in _UP and words[verb] not in _MOTION else None


def _is_unsaid(scene: Scene, verb: int) -> bool:
    """Tell whether a word is a verb no pack knows, or one that it knows as a weak word of downing."""
    reading = scene.reading
    weak = reading.at("trigger", verb)
    if weak is not None and weak.value == "downed" and "weak" in weak.flags:
        return True
    return may_be_verb(reading, scene, verb)


def _is_aloft(scene: Scene, start: int, thing: int, verb: int, stop: int) -> bool:
    """Tell whether a clause says that what flies was in the air: "over the region", "in mid-air", "by air defence"."""
    words = scene.reading.tokens.words
    for at in (*range(start, thing), *range(verb + 1, stop)):
        if any(tuple(words[at : at + len(p)]) == p for p in _ALOFT):
            return True
        if words[at] in _UP and scene.places_in(at + 1, min(stop, at + 1 + _PLACE_REACH)):
            return True
    return False
