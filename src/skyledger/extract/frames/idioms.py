"""Set phrases of an end whose words stand apart: "нашли над Лисками свой конец", "met over Tula their end".

The packs hold phrases as written; here the verb and its noun stand in one clause with a place or adjective between.
"""

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
_REACH = 6
_CUT = frozenset(",;:()—–.\n")


def told_by_idiom(scene: Scene, sentence: Sentence) -> list[Mention]:
    """Return downings told by a phrase of an end in two parts, behind a number of what flies."""
    reading = scene.reading
    words = reading.tokens.words
    verbs_here = reading.of_class(_ENDING, sentence.start, sentence.stop)
    if not verbs_here or not reading.in_range("object", sentence.start, sentence.stop):
        return []
    found: list[Mention] = []
    for verb in verbs_here:
        for lang, (verbs, nouns) in _ENDS.items():
            if words[verb] not in verbs:
                continue
            if _noun_behind(reading, sentence, verb, nouns) is not None and _flies_before(scene, sentence, verb):
                found.append(Mention("trigger", "downed", verb, verb + 1, frozenset(("past", "verb", "plur")), lang))
    return found


def _noun_behind(reading: Reading, sentence: Sentence, verb: int, nouns: frozenset[str]) -> int | None:
    """Return the noun of an end behind a verb in the same clause, or None."""
    for at in range(verb + 1, min(verb + _REACH + 1, sentence.stop)):
        if _CUT.intersection(reading.gap(at - 1, at)):
            return None
        if reading.tokens.words[at] in nouns:
            return at
    return None


def _flies_before(scene: Scene, sentence: Sentence, verb: int) -> bool:
    """Tell whether a number of what flies stands before a verb in its clause."""
    counted = [q for q in scene.quantities_in(sentence.start, verb) if q.count is not None and q.noun is not None]
    flying = [q for q in counted if q.noun is not None and q.noun.category == "object"]
    return bool(flying) and not _CUT.intersection(scene.reading.gap(flying[-1].stop - 1, verb))
