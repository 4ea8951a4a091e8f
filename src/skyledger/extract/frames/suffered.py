"""The verb "suffered", which says of people that they were hurt and of things that they were damaged.

"Пострадали три дома и легковушка" harms nobody; "пострадали двое рабочих и три трактора" says both.
"""

from dataclasses import replace

from skyledger.extract.nouns import THINGS, is_of
from skyledger.extract.scene import Scene
from skyledger.extract.word_bits import word_class
from skyledger.model.frame import Mention, Quantity, Sentence

_STEMS = ("пострада", "постражда", "потерпіл", "потерпів", "потерпел")
_RIDDLED = ("посеч", "иссеч", "изреш", "побит", "задет", "посік", "посіч", "пошматов")  # by splinters, in the passive
_NOUNS = ("пострадавш", "постраждал", "потерпіл", "потерпевш")  # those who suffered
_SUFFERING = word_class(stems=(*_STEMS, *_RIDDLED))
_INJURED = frozenset(("injured",))
_REACH = 6  # tokens between the verb and what suffered
_CUT = frozenset(",;:.()—–")
_AND = frozenset(("и", "та", "і", "й", "также", "також"))
# Before a noun: it says where, from what or of whom, not who suffered.
_ASIDE = frozenset("в во у на от из с при около возле вблизи по под из-за від з із біля поблизу під в ході".split())


def suffered_things(scene: Scene, sentence: Sentence) -> list[Mention]:
    """Return the verbs that are said of things, as triggers of damage."""
    found = []
    for trigger in _verbs(scene, sentence):
        if any(is_of(q, THINGS) for q in _subjects(scene, sentence, trigger)):
            found.append(replace(trigger, value="damage"))
    return found


def without_things(scene: Scene, sentence: Sentence, triggers: list[Mention]) -> list[Mention]:
    """Return words of harm but for those that are said of things alone."""
    alone = {t.start for t in _verbs(scene, sentence) if _are_all_things(_subjects(scene, sentence, t))}
    return [t for t in triggers if t.start not in alone] if alone else triggers


def _verbs(scene: Scene, sentence: Sentence) -> list[Mention]:
    if not scene.reading.says(sentence, _SUFFERING):
        return []
    words = scene.reading.tokens.words
    found = scene.triggers_in(sentence, _INJURED)
    return [
        t
        for t in found
        if (t.stop == t.start + 1 and words[t.start].startswith(_STEMS) and not _is_noun(words[t.start], t))
        or (words[t.start].startswith(_RIDDLED) and not words[t.start].endswith("ло"))
    ]


def _is_noun(word: str, trigger: Mention) -> bool:
    return "attr" in trigger.flags or (word.startswith(_NOUNS) and not word.endswith(("ли", "ла", "ло")))


def _are_all_things(subjects: list[Quantity]) -> bool:
    return bool(subjects) and all(is_of(q, THINGS) for q in subjects)


def _subjects(scene: Scene, sentence: Sentence, trigger: Mention) -> list[Quantity]:
    """Return what suffered: the first noun behind the verb and those joined to it, else the noun before it."""
    behind = scene.quantities_in(trigger.stop, min(sentence.stop, trigger.stop + 3 * _REACH))
    found: list[Quantity] = []
    last = trigger.stop
    for quantity in behind:
        if quantity.start - last > _REACH or not _goes_on(scene, last, quantity, bool(found)):
            break
        if _is_aside(scene, quantity):
            continue
        found.append(quantity)
        last = quantity.stop
    if found:
        return found
    before = scene.quantities_in(max(sentence.start, trigger.start - _REACH), trigger.start)
    near = [q for q in before if not scene.reading.parted(q.stop - 1, trigger.start, _CUT)]
    near = [q for q in near if not _is_aside(scene, q)]
    joined = len(near) > 1 and scene.reading.tokens.words[near[-1].start - 1] in _AND
    return near[-2:] if joined and near[-1].start - near[-2].stop == 1 else near[-1:]


def _goes_on(scene: Scene, last: int, quantity: Quantity, joined: bool) -> bool:
    """Tell whether a noun is the verb's own or one more of its list."""
    gap = scene.reading.gap(last - 1, quantity.start)
    if not joined:
        return not _CUT.intersection(gap)
    if set(";:.()—–").intersection(gap):
        return False
    between = scene.reading.tokens.words[last : quantity.start]
    return "," in gap or bool(_AND.intersection(between))


def _is_aside(scene: Scene, quantity: Quantity) -> bool:
    words = scene.reading.tokens.words
    before = words[max(0, quantity.start - 2) : quantity.start]
    if before[-1:] and before[-1] in _ASIDE:
        return True
    described = len(before) == 2 and before[0] in _ASIDE and before[1].endswith(("ом", "ой", "ем"))
    return described and quantity.count is None  # "в соседнем доме"
