"""Words of harm whose subject is nobody: "none of the twelve passengers was hurt", "nobody got even a scratch"."""

from skyledger.extract.frames.things import DAMAGED
from skyledger.extract.nouns import PEOPLE, is_of
from skyledger.extract.reading import Reading
from skyledger.extract.scene import Scene
from skyledger.extract.word_bits import word_class
from skyledger.model.frame import Mention, Sentence

_NOBODY = frozenset(
    "nobody none neither никто никого ніхто нікого жоден жодна жодного жодну жодному нікому никому".split()
)
_NOT_ONE = (["no", "one"], ["not", "one"], ["ни", "один"], ["ни", "одна"], ["ни", "одного"], ["ні", "один"])
_LAST = frozenset(pair[-1] for pair in _NOT_ONE)
_OPENING = word_class(_NOBODY | _LAST)
_BUT = frozenset("but except save кроме крім окрім".split())
_OF = frozenset("of among amongst from aboard in on out из среди у с із з серед від".split())
_SUBJECTS = frozenset("nobody никто ніхто".split())
_NONE = frozenset("none neither жоден жодна".split())
_VERBS = frozenset("не was were got had has is".split())
_ALSO = frozenset("and и та й і а но але".split())
_REACH = 6  # words from "nobody" to the number: "none of the other twelve"
_CUT = ",;:.—–()\n"


def without_nobodys(scene: Scene, sentence: Sentence, triggers: list[Mention]) -> list[Mention]:
    """Return the words of harm but those said of nobody: the first behind "nobody" and those joined to it."""
    if not triggers:
        return triggers
    reading = scene.reading
    denied: set[int] = set()
    for at in reading.of_class(_OPENING, sentence.start, sentence.stop):
        if _is_nobody(reading, sentence, at):
            denied.update(_of_those_counted(scene, at, triggers))
    return [t for t in triggers if t.start not in denied]


def is_of_nobody(scene: Scene, sentence: Sentence, trigger: Mention) -> bool:
    """Tell whether a word is said of nobody, and not of no thing: "nobody from the night watch was touched"."""
    if without_nobodys(scene, sentence, [trigger]):
        return False
    counted = [q for q in scene.quantities_in(sentence.start, trigger.start) if q.count is not None]
    return not any(is_of(q, DAMAGED) for q in counted)


def _is_nobody(reading: Reading, sentence: Sentence, at: int) -> bool:
    words = reading.tokens.words
    return words[at] in _NOBODY or words[max(sentence.start, at - 1) : at + 1] in _NOT_ONE


def _of_those_counted(scene: Scene, nobody: int, triggers: list[Mention]) -> list[int]:
    """Return where the words of harm start that nobody, or nobody of a number of people, suffered."""
    reading, found = scene.reading, list[int]()
    group = next((q for q in scene.quantities_in(nobody + 1, nobody + _REACH) if q.count is not None), None)
    if group is None:
        return _of_anybody(scene, nobody, triggers)
    if reading.tokens.words[nobody + 1] not in _OF:
        return found
    for trigger in sorted((t for t in triggers if t.start >= group.stop), key=lambda t: t.start):
        between = reading.tokens.words[nobody : trigger.start]
        if reading.parted(nobody, trigger.start, _CUT) or not _BUT.isdisjoint(between):
            break
        others = scene.quantities_in(found[-1] if found else group.stop, trigger.start)
        if any(q.count is not None and (q.noun is None or is_of(q, PEOPLE)) for q in others):
            break  # "none of the twelve was killed and two were hurt"
        found.append(trigger.start)
    return found


def _of_anybody(scene: Scene, nobody: int, triggers: list[Mention]) -> list[int]:
    """Return the word of harm that nobody at all suffered, the first behind it in its clause."""
    reading, words = scene.reading, scene.reading.tokens.words
    alone = words[nobody] in _NONE and not _VERBS.isdisjoint(words[nobody + 1 : nobody + 2])  # "жодна будівля" is none
    if words[nobody] not in _SUBJECTS and not alone and words[nobody - 1 : nobody + 1] != ["no", "one"]:
        return []
    behind = sorted(t.start for t in triggers if 0 < t.start - nobody <= _REACH)
    if not behind or reading.parted(nobody, behind[0], _CUT) or not _BUT.isdisjoint(words[nobody : behind[0]]):
        return []
    if not _ALSO.isdisjoint(words[nobody : behind[0] - 1]):
        return []  # "nobody slept and two were hurt", but "ніхто не дістав і подряпини"
    return [t for t in behind if t - behind[0] <= 1]
