"""People hurt, told in English by what befell a part of the body: "twisted her ankle", "cracked two ribs".

A verb of breaking, burning or cutting and a part of the body stand together, with whose it is or how many between; a
word that is as much a thing or a direction ("hand", "back", "head") needs the owner.
"""

from skyledger.extract.frames.made_triggers import made_trigger
from skyledger.extract.marks import ALL_MARKS
from skyledger.extract.scene import Scene
from skyledger.extract.word_bits import word_class
from skyledger.model.frame import Mention, Sentence

_SURE = frozenset(
    (
        "ankle ankles wrist wrists rib ribs collarbone collarbones kneecap elbow elbows thigh thighs shin shins "
        "forearm forearms forehead jaw cheek cheekbone skull eardrum eardrums pelvis vertebra vertebrae tendon tendons "
        "finger fingers toe toes shoulder shoulders leg legs arm arms lung hip hips knee knees eyelid scalp heel"
    ).split()
)
_OWNED = frozenset("back hand hands head face foot feet nose neck chest eye eyes ear ears spine stomach calf".split())
_BROKE = frozenset(
    (
        "twisted broke fractured cracked dislocated sprained wrenched cut gashed burned burnt scalded bruised grazed "
        "scraped hurt injured strained ruptured crushed mangled jarred split sliced punctured pierced banged singed "
        "scorched shattered severed perforated wounded lacerated smashed skinned knocked rolled ripped tore lost"
    ).split()
)
_OWNERS = frozenset(("his", "her", "their"))
_NEVER_LOST = frozenset("back head face neck chest stomach shoulder shoulders hip hips".split())  # "lost his head"
_COUNTS = frozenset("a an two three four both several one some".split())
_SIDES = frozenset("left right lower upper own bare broken".split())
NAMED = word_class(_SURE | _OWNED)
_WAY = 4  # words between the verb and the part
_VERB = frozenset(("verb", "past"))


def hurt_parts_en(scene: Scene, sentence: Sentence, known: list[Mention]) -> list[Mention]:
    """Return the words that say what befell a part of somebody's body, where no word of harm is beside it."""
    reading, words = scene.reading, scene.reading.tokens.words
    if not reading.says(sentence, NAMED):
        return []
    taken = {n for t in known for n in range(t.start, t.stop)}
    found = []
    for part in reading.of_class(NAMED, sentence.start, sentence.stop):
        verb = _verb_before(scene, sentence, part)
        if verb is not None and taken.isdisjoint(range(verb, part + 1)):
            found.append(made_trigger(words, "injured", verb, part + 1, _VERB))
    return found


def _verb_before(scene: Scene, sentence: Sentence, part: int) -> int | None:
    """Return the verb whose object a part of the body is, over its owner, number and side."""
    reading, words = scene.reading, scene.reading.tokens.words
    owned = False
    for at in range(part - 1, max(sentence.start, part - _WAY) - 1, -1):
        if reading.parted(at, at + 1, ALL_MARKS):
            return None
        if words[at] in _BROKE and at < part - 1:
            if words[at] == "lost" and words[part] in _NEVER_LOST:
                return None
            return at if owned or words[part] in _SURE else None
        if words[at] not in _OWNERS | _COUNTS | _SIDES:
            return None
        owned = owned or words[at] in _OWNERS
    return None
