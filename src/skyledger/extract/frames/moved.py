"""People brought or gone to safety, told in Ukrainian by a verb of going and where to or from where.

"Сімнадцятеро сусідів перебралися до спортзалу", "двісті душ ночували в клубі". Those who went to a cellar for an hour
moved nowhere, and the wounded who were taken to another hospital are counted among the hurt.
"""

from skyledger.extract.frames.made_triggers import made_trigger
from skyledger.extract.frames.saved import are_people
from skyledger.extract.reading import Reading
from skyledger.extract.scene import Scene
from skyledger.extract.word_bits import word_class
from skyledger.extract.words import NOT_WORDS
from skyledger.model.frame import Mention, Sentence

# Verbs that need a shelter, home or way out beside them.
_WENT = (
    *("перебра", "перейшл", "переїха", "переїжд", "перемісти", "переміщ", "перевел", "переведен", "перевез"),
    *("переселил", "перебува", "розмісти", "розміщ", "влаштува", "поселил", "оселил", "прихист"),
    *("ночу", "ночув", "переночув", "заночув", "зігріва", "знайшл", "перечек", "виїха", "виїжд"),
    *("вивез", "вивозят", "відправ", "відвез", "доправ", "підня", "піднял", "спусти", "погод", "полиш", "покин"),
    *("залиш", "лиш"),
)
# Where people stay who cannot stay at home, as stems.
_SHELTERS = (
    *("спортзал", "ліце", "школ", "клуб", "готел", "гуртожит", "садоч", "дитсад", "санатор", "пансіон", "бібліотек"),
    *("родич", "знайом", "прихист", "підземн", "безпечн", "наметов", "пункт", "будинку культури", "хостел"),
    *("палат", "корпус", "сусідн", "кінотеатр", "церкв", "храм", "монастир", "ратуш", "їдальн", "ночівл", "незламн"),
)
_HOMES = ("помешкан", "домівк", "осел", "квартир", "будинк", "хат", "дом", "двор")
_LEFT = ("покин", "залиш", "полиш")  # homes are what these leave
_BY = ("бронемашин", "бронеавто", "автобус", "евакобус", "потяг", "поїзд", "евакуац", "виїзд", "машинами", "колон")
_LINES = ("фронт", "обстріл", "зон", "небезпечн", "лінії", "прифронт", "вогн")
_UP = frozenset("нагора гора гору поверхню поверхні верх".split())
_CARRIED = ("вивез", "перевез", "перевел", "переміст", "переміщ", "підня", "відвез")
_LEAVES = ("виїха", "виїжд", "вивез", "вивозят")
_FOR_A_NIGHT = ("ночу", "переночу", "заночу")
_HURT = ("поранен", "травмован", "постражд", "потерпіл", "госпіталіз", "лікарн", "реанім", "медик", "швидк", "опік")
_NOT_THESE = ("туристич", "екскурс", "змаган", "канікул", "відпуст", "роботу", "навчан", "торік", "полонен", "укритт")
_TOLD_OF = frozenset("хворих пацієнтів вихованців дітей людей мешканців жителів пасажирів родини родину".split())
_REACH = 8
_CUT = ",;:.!?()—–\n"
MOVING = word_class(stems=_WENT)


def may_have_moved(reading: Reading) -> bool:
    """Tell cheaply whether a text has a verb by which people go somewhere."""
    return reading.mask & MOVING != 0


def find_moved(scene: Scene, sentence: Sentence, known: list[Mention]) -> list[Mention]:
    """Return the verbs by which people were moved, where no pack tells them, at most one a sentence."""
    reading, words = scene.reading, scene.reading.tokens.words
    if not reading.says(sentence, MOVING) or any(t.value == "rescued" for t in known):
        return []
    told = {n: (t.start, t.stop) for t in known if t.value == "evacuation" for n in range(t.start, t.stop)}
    for n in reading.of_class(MOVING, sentence.start, sentence.stop):
        if n and words[n - 1] in NOT_WORDS:
            continue
        first, last = _clause(reading, sentence, n)
        here = words[first:last]
        if words[n + 1 : n + 2] == ["на"] and words[n].startswith(_LEAVES):
            continue  # "рятувальники виїжджали на дев'ять займань"
        if any(w.startswith((*_HURT, *_NOT_THESE)) for w in here) or not _says_where(words[n], here):
            continue
        if n not in told and any(are_people(q) and q.count is not None for q in scene.quantities_in(first, last)):
            return [made_trigger(words, "evacuation", n, n + 1, frozenset(("verb", "past")))]
        if n not in told and words[n].startswith(_CARRIED) and _of_a_group(scene, first, last):
            return [made_trigger(words, "evacuation", n, n + 1, frozenset(("verb", "past", "somebody")))]
    return []


def _clause(reading: Reading, sentence: Sentence, n: int) -> tuple[int, int]:
    """Return the stretch around a verb up to the marks that part it; one comma lets an apposition in before it."""
    first, last, commas = n, n + 1, 0
    while first > max(sentence.start, n - _REACH):
        if reading.parted(first - 1, first, _CUT):
            commas += 1
            if commas > 1 or reading.parted(first - 1, first, ";:.!?()—–\n") or _has_verb(reading, first, n):
                break
        first -= 1
    while last < min(sentence.stop, n + 1 + _REACH) and not reading.parted(last - 1, last, _CUT):
        last += 1
    return first, last


def _has_verb(reading: Reading, first: int, verb: int) -> bool:
    """Tell whether more than a counted apposition stands between a comma and the verb."""
    return verb - first > 4 or bool(reading.starting("trigger", first, verb))


def _says_where(verb: str, here: list[str]) -> bool:
    """Tell whether a verb's clause says where people went, what they left, or by what."""
    if verb.startswith(_LEFT) or verb.startswith("лиш"):
        return verb.startswith(_LEFT) and any(w.startswith(_HOMES) for w in here)
    if verb.startswith("погод"):
        return any(w.startswith(("виїзд", "евакуац")) for w in here)
    if verb.startswith(("підня", "спусти")):
        return not _UP.isdisjoint(here)
    if verb.startswith(_LEAVES):
        return any(w.startswith((*_BY, *_LINES, *_SHELTERS)) for w in here) or {"з", "із", "зі"} & set(here) != set()
    if verb.startswith("перевез"):
        return any(w.startswith((*_BY, *_SHELTERS)) for w in here)
    if verb.startswith(("перевел", "переведен")):
        return True
    return any(w.startswith(_SHELTERS) for w in here)


def _of_a_group(scene: Scene, first: int, last: int) -> bool:
    """Tell whether a group of people without a number is the object: "хворих перевели до Глухова"."""
    return not _TOLD_OF.isdisjoint(scene.reading.tokens.words[first:last])
