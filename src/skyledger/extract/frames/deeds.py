"""English hits told by what the attacker did to a thing on the ground by a verb the packs know in another meaning.

"A Shahed smashed the warehouse" (else damage), "sixteen drones reached nine places", "one found a high-rise" (else
nothing at all), "the enemy struck our facility", "the attack hit two substations" (else nothing of the air).
"""

from skyledger.extract.frames.victims import has_object, things_behind
from skyledger.extract.marks import ALL_MARKS
from skyledger.extract.nouns import is_of
from skyledger.extract.reading import Reading
from skyledger.extract.scene import Scene
from skyledger.extract.word_bits import word_class
from skyledger.model.frame import Mention, Quantity, Sentence

ENEMY_DEED = "deed"  # flag of a verb whose subject is an enemy or an attack
_RUINS = frozenset(
    (
        "breached penetrated smashed levelled leveled flattened wrecked demolished razed shattered gouged ripped "
        "crushed split sliced holed mangled mutilated gutted tore took blew bent broke incinerated torched burned "
        "burnt crumpled mauled savaged pulped trashed scorched riddled peppered shredded splintered pulverised "
        "pulverized ravaged obliterated battered pierced collapsed unroofed"
    ).split()
)
_REACHES = frozenset("reached found entered".split())
_HITS = frozenset("struck hit pounded shelled bombed hammered pummelled pummeled bombarded attacked".split())
_WRECKS = _RUINS | _REACHES
_VERBS = word_class(_WRECKS | _HITS)
_ENEMIES = frozenset(
    (
        "enemy aggressor occupiers invaders russians adversary foe raid attack strike strikes attacks salvo barrage "
        "bombardment onslaught jets"
    ).split()
)
_WHOLE = frozenset(("building", "vehicle", "apartment"))
_PLACED = _WHOLE | {"location", "part"}
_BETWEEN = frozenset(
    (
        "that which had has also later then nevertheless still however all the same again apparently reportedly of "
        "them others other more nonetheless yet twice once did"
    ).split()
)
_APART = frozenset(("took", "blew", "tore", "ripped", "bent", "broke"))  # with "apart", "up", "open" behind
_REACH = 5


def may_tell_deeds(reading: Reading) -> bool:
    """Tell cheaply whether a text has a verb of striking whose subject may be an enemy or an attack."""
    return reading.mask & _VERBS != 0


def told_by_deed(scene: Scene, sentence: Sentence, triggers: list[Mention]) -> list[Mention]:
    """Return the verbs by which what flies, an enemy or an attack struck a thing on the ground."""
    reading = scene.reading
    verbs = reading.of_class(_VERBS, sentence.start + 1, sentence.stop)
    if not verbs:
        return []
    taken = {n for t in triggers if t.value != "sighting" and "weak" not in t.flags for n in range(t.start, t.stop)}
    found = []
    for verb in verbs:
        word = reading.tokens.words[verb]
        if verb in taken and word not in _HITS:
            continue
        if word in _HITS:
            struck = _is_of_enemy(reading, sentence, verb) and _strikes_thing(scene, sentence, verb, _WHOLE)
            if struck or (_is_of_attacks(reading) and _undergoes(scene, sentence, verb)):
                found.append(Mention("trigger", "hit", verb, verb + 1, frozenset(("past", ENEMY_DEED)), "en"))
        elif word in _WRECKS and _flies_before(scene, sentence, verb) and _is_done(scene, sentence, verb):
            found.append(Mention("trigger", "hit", verb, verb + 1, frozenset(("weak", "past")), "en"))
    return found


def _is_of_enemy(reading: Reading, sentence: Sentence, verb: int) -> bool:
    """Tell whether an enemy or an attack is the verb's subject: "the enemy again struck", "a massed attack hit"."""
    words = reading.tokens.words
    for n in range(verb - 1, max(sentence.start, verb - 4) - 1, -1):
        if reading.parted(n, n + 1, ALL_MARKS):
            return False
        if words[n] in _ENEMIES:
            return words[n - 1] not in ("by", "of", "after", "during", "from", "to")
        if words[n] not in _BETWEEN:
            return False
    return False


def _is_of_attacks(reading: Reading) -> bool:
    """Tell whether a text names what flies or an attack, and no other cause."""
    if any(t.value == "other_cause" for t in reading.by_category.get("trap", ())):
        return False
    return bool(reading.object_values) or any(w in _ENEMIES or w.startswith("shell") for w in reading.tokens.words)


_PASSIVE = frozenset("was were been is are also again twice directly has have itself then".split())
_STRUCK = frozenset(("struck", "hit"))
_BEHIND = frozenset("at in on last overnight again twice during early late this yesterday and around about too".split())


def _undergoes(scene: Scene, sentence: Sentence, verb: int) -> bool:
    """Tell whether a building is the passive's subject and nobody else is named: "the pumping station was hit"."""
    reading = scene.reading
    words = reading.tokens.words
    behind = words[verb + 1] if verb + 1 < sentence.stop and not reading.parted(verb, verb + 1, ALL_MARKS) else ""
    if words[verb] not in _STRUCK or (behind and behind not in _BEHIND):
        return False
    for thing in reversed(scene.quantities_in(max(sentence.start, verb - 2 * _REACH), verb)):
        between = words[thing.stop : verb]
        if not is_of(thing, _BUILDING) or not between or reading.parted(thing.stop - 1, verb, ALL_MARKS):
            return False
        return _PASSIVE.issuperset(between) and bool(_BE.intersection(between))
    return False


_BUILDING = frozenset(("building",))
_BE = frozenset(("was", "were", "been"))


def _strikes_thing(scene: Scene, sentence: Sentence, verb: int, kinds: frozenset[str]) -> bool:
    things = [q for q in scene.quantities_in(verb + 1, min(sentence.stop, verb + 2 + _REACH)) if is_of(q, kinds)]
    return has_object(scene, sentence, verb, things, "en")


def _is_done(scene: Scene, sentence: Sentence, verb: int) -> bool:
    word = scene.reading.tokens.words[verb]
    if word in _APART and not {"apart", "up", "out", "open", "down", "off"}.intersection(
        scene.reading.tokens.words[verb + 1 : verb + 2]
    ):
        return False
    if word in _RUINS and has_object(scene, sentence, verb, things_behind(scene, sentence, verb, _WHOLE), "en"):
        return True
    if word == "found":
        return _strikes_thing(scene, sentence, verb, _WHOLE - {"vehicle"})
    return _strikes_thing(scene, sentence, verb, _PLACED)


def _flies_before(scene: Scene, sentence: Sentence, verb: int) -> bool:
    """Tell whether what flies, by name or by its number alone, is the subject right before a verb."""
    reading = scene.reading
    before = [q for q in scene.quantities_in(max(sentence.start, verb - 2 * _REACH), verb) if q.stop <= verb]
    for quantity in reversed(before):
        if reading.parted(quantity.stop - 1, verb, ALL_MARKS):
            return False
        if any(w not in _BETWEEN for w in reading.tokens.words[quantity.stop : verb]):
            return False
        return _flies(scene, sentence, quantity) and _is_subject(reading, quantity)
    return False


def _flies(scene: Scene, sentence: Sentence, quantity: Quantity) -> bool:
    if quantity.noun is not None:
        return quantity.noun.category == "object" and quantity.noun.value not in ("aircraft", "balloon")
    first = scene.reading.sentences[max(0, sentence.index - 1)].start
    named = scene.reading.in_range("object", first, quantity.start)
    return quantity.count is not None and quantity.elliptic and bool(named)


def _is_subject(reading: Reading, quantity: Quantity) -> bool:
    before = reading.tokens.words[quantity.start - 1] if quantity.start else ""
    return before not in ("by", "of", "with", "from", "to", "for", "after", "before", "against", "than", "at")
