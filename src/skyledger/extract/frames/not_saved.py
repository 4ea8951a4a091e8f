"""Somebody dead, told by the saving that failed: "спасти тракториста не удалось", "врятувати його не вдалося"."""

from skyledger.extract.reading import Reading
from skyledger.extract.scene import Scene
from skyledger.extract.word_bits import word_class
from skyledger.model.frame import Mention, Sentence

_SAVE = frozenset("спасти реанимировать откачать врятувати урятувати реанімувати відкачати".split())
_FAILED = ("удал", "смог", "сумел", "вдал", "удал", "змог", "зуміл")
_PEOPLE = frozenset(("person", "child"))
_PRONOUNS = frozenset("его ее её його її".split())
_REACH = 4  # words between the saving and its failure
SAVING = word_class(_SAVE)


def not_saved(scene: Scene, sentence: Sentence, known: list[Mention]) -> list[Mention]:
    """Return the failed saving of somebody named between the two verbs, as a word for one dead."""
    reading = scene.reading
    return [m for n in reading.of_class(SAVING, sentence.start, sentence.stop) if (m := _failed(scene, sentence, n))]


def _failed(scene: Scene, sentence: Sentence, n: int) -> Mention | None:
    reading, words = scene.reading, scene.reading.tokens.words
    if words[n] not in _SAVE:
        return None
    for at in range(n + 2, min(sentence.stop - 1, n + 1 + _REACH)):
        if reading.parted(at - 1, at, ",;:.!?()"):
            return None
        if words[at] == "не" and words[at + 1].startswith(_FAILED):
            return _of_whom(scene, reading, n, at)
    return None


def _of_whom(scene: Scene, reading: Reading, n: int, at: int) -> Mention | None:
    people = [q for q in scene.quantities_in(n + 1, at) if q.noun is not None and q.noun.value in _PEOPLE]
    if not people and _PRONOUNS.isdisjoint(reading.tokens.words[n + 1 : at]):
        return None
    return Mention("trigger", "killed", n, at + 2, frozenset(("verb", "sing")), "ru")
