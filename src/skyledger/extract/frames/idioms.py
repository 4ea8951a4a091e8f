"""Set phrases of an end whose words stand apart: "нашли над Лисками свой конец", "met over Tula their end".

The packs hold phrases as written; here the verb and its noun stand in one clause with a place or adjective between.
"""

from skyledger.extract.marks import CLAUSE_OR_STOP
from skyledger.extract.reading import Reading
from skyledger.extract.scene import Scene
from skyledger.extract.word_bits import word_class
from skyledger.model.frame import Mention, Sentence

_ENDS = {
    "ru": (
        tuple(
            "нашел нашла нашли нашёл обрел обрёл обрела обрели встретил встретила встретили отыскал отыскали".split()
        ),
        frozenset("конец погибель смерть покой приют пристанище могилу кончину судьбу".split()),
    ),
    "uk": (
        tuple("знайшов знайшла знайшли зустрів зустріла зустріли віднайшли віднайшов здобули".split()),
        frozenset("кінець загибель смерть спокій прихисток могилу скін долю".split()),
    ),
    "en": (
        tuple("met found meet found".split()),
        frozenset("end ends fate doom demise death grave graves".split()),
    ),
}
_ENDING = word_class(verb for verbs, _ in _ENDS.values() for verb in verbs)
# "Своей цели под Полтавой достигли 19 дронов"
_REACHED = frozenset("достиг достигла достигло достигли досяг досягла досягло досягли".split())
_REACHING = word_class(_REACHED)
_AIMS = frozenset("цели целей цілі цілей мети".split())
_REACH = 6
_BEHIND = 2  # "достигли и 19 дронов"


def told_by_idiom(scene: Scene, sentence: Sentence) -> list[Mention]:
    """Return downings and hits told by a phrase in two parts, where something flies."""
    reading = scene.reading
    words = reading.tokens.words
    verbs_here = reading.of_class(_ENDING, sentence.start, sentence.stop)
    reached = reading.of_class(_REACHING, sentence.start + 1, sentence.stop)
    if not (verbs_here or reached) or not reading.in_range("object", sentence.start, sentence.stop):
        return []
    found = _reached(scene, sentence, reached)
    for verb in verbs_here:
        for lang, (verbs, nouns) in _ENDS.items():
            if words[verb] not in verbs:
                continue
            if _noun_behind(reading, sentence, verb, nouns) is not None and _flies_before(scene, sentence, verb):
                found.append(Mention("trigger", "downed", verb, verb + 1, frozenset(("past", "verb", "plur")), lang))
    return found


def _reached(scene: Scene, sentence: Sentence, verbs: list[int]) -> list[Mention]:
    """Return hits told by an aim that was reached by what stands right behind the verb, with words between."""
    reading = scene.reading
    words = reading.tokens.words
    found: list[Mention] = []
    for verb in verbs:
        behind = [q for q in scene.quantities_in(verb + 1, sentence.stop) if q.start - verb <= _BEHIND]
        flying = any(q.noun is not None and q.noun.category == "object" for q in behind)
        if not flying or words[verb] not in _REACHED or words[verb - 1] in ("не", *_AIMS):
            continue
        before = range(verb - 1, max(sentence.start, verb - _REACH) - 1, -1)
        aim = next((n for n in before if words[n] in _AIMS), None)
        if aim is not None and not reading.parted(aim, verb, CLAUSE_OR_STOP):
            found.append(Mention("trigger", "hit", verb, verb + 1, frozenset(("past", "verb", "plur")), "ru"))
    return found


def _noun_behind(reading: Reading, sentence: Sentence, verb: int, nouns: frozenset[str]) -> int | None:
    """Return the noun of an end behind a verb in the same clause, or None."""
    for at in range(verb + 1, min(verb + _REACH + 1, sentence.stop)):
        if reading.parted(at - 1, at, CLAUSE_OR_STOP):
            return None
        if reading.tokens.words[at] in nouns:
            return at
    return None


def _flies_before(scene: Scene, sentence: Sentence, verb: int) -> bool:
    """Tell whether a number of what flies stands before a verb in its clause."""
    counted = [q for q in scene.quantities_in(sentence.start, verb) if q.count is not None and q.noun is not None]
    flying = [q for q in counted if q.noun is not None and q.noun.category == "object"]
    return bool(flying) and not scene.reading.parted(flying[-1].stop - 1, verb, CLAUSE_OR_STOP)
