"""Nobody hurt, told by who came through: "crew of 17 safe", "nobody from the shift was touched", "смена цела".

Set phrases are in the packs. Here a group of people and a word of being whole, or a word for nobody and a verb of
harm, stand in one clause, whatever is between.
"""

from skyledger.extract.frames.made_triggers import made_trigger
from skyledger.extract.nouns import PEOPLE
from skyledger.extract.reading import Reading
from skyledger.extract.scene import Scene
from skyledger.extract.word_bits import word_class
from skyledger.model.frame import Mention, Quantity, Sentence

# Groups of people no unit counts, as stems.
_GROUPS = tuple(
    "crew staff personnel workforce everyone everybody households occupants экипаж персонал смен бригад вахт коллектив "
    "екіпаж зміна вахта колектив".split()
)
_WHOLE_EN = frozenset("safe unhurt unharmed uninjured unscathed fine ok okay unwounded".split())
_WHOLE_SLAVIC = ("невредим", "уцелел", "неушкодж", "вцілі", "уцілі", "ушкоджень не")
_WHOLE_WORDS = frozenset("цел цела целы ціла цілі живы-здоровы живі-здорові".split())
_COPULAS = frozenset(
    (
        "is are was were be been remained remain remains stayed escaped emerged emerge escape survived out away "
        "through all both reported said also and now ended fled left quite entirely completely"
    ).split()
)
# What stands behind "safe" and "fine" where they say something else of people.
_NOT_WHOLE = frozenset("to from distance place places house haven zone passage area line for particles dust".split())
# What makes it a wish, a condition or a part of them.
_UNSURE = frozenset(
    (
        "if whether until unless hope hopes pray sure ensure keep keeping make so may might some most several other "
        "others another few half many one not never no nor longer until чтобы если часть несколько другие остальные "
        "щоб якщо частина кілька інші решта не лишь только лише тільки"
    ).split()
)
_DOUBTED = frozenset("if whether until unless hope hopes ensure most some several other others few half".split())
_NOBODY = frozenset("nobody none neither никто никого ніхто нікого".split())
_HARMED_EN = frozenset(
    (
        "touched suffered scratched grazed hurt harmed injured wounded bruised burned burnt cut maimed concussed "
        "killed died"
    ).split()
)
_COME_TO = frozenset(("grief", "harm", "worse"))  # "came to harm", "none the worse"
_HARMED_SLAVIC = (
    *("задел", "задет", "зацеп", "тронул", "поцарап", "постра", "ранен", "ранил", "травм", "посекл", "контуз", "погиб"),
    *("зачеп", "торкну", "подряп", "постражд", "поран", "посікл", "ушкод", "загин"),
)
_REACH = 6  # tokens between who and how
_CUT = frozenset(";:.!?()\n")


def find_unharmed(scene: Scene, sentence: Sentence) -> list[Mention]:
    """Return what says that a whole group or nobody was hurt, as one mention like those of the packs."""
    words = scene.reading.tokens.words
    for n in scene.reading.of_class(_TELLING, sentence.start, sentence.stop):
        if words[n] in _NOBODY or words[max(sentence.start, n - 1) : n + 1] in (["no", "one"], ["not", "one"]):
            found = _nobody_harmed(scene, sentence, n)
        elif words[n].startswith(_CALLS):
            found = _nobody_called(scene, sentence, n)
        elif _is_whole(scene.reading, sentence, n):
            found = _who_is_whole(scene, sentence, n)
        else:
            continue
        if found is not None:
            return [found]
    return []


def _nobody_harmed(scene: Scene, sentence: Sentence, n: int) -> Mention | None:
    """Return "nobody from the shift was touched", "из рабочих никого не задело"; not "none of the houses"."""
    reading = scene.reading
    words = reading.tokens.words
    for at in range(n + 1, min(n + 2 + _REACH, sentence.stop)):
        if reading.parted(at - 1, at, _CUT) or words[at] in ("but", "except", "кроме", "крім"):
            return None
        idiom = words[at - 1] in ("to", "the") and words[at] in _COME_TO
        if idiom or words[at] in _HARMED_EN or words[at].startswith(_HARMED_SLAVIC):
            units = scene.quantities_in(n, at)
            things = any(q.noun is not None and q.noun.value not in PEOPLE for q in units)
            return None if things else made_trigger(words, "no_casualties", n, at + 1)
    return None


def _nobody_called(scene: Scene, sentence: Sentence, n: int) -> Mention | None:
    """Return "обращений в больницы не поступало", "за медпомощью не обращались"; "обратились двое" is none."""
    words, reading = scene.reading.tokens.words, scene.reading
    here = words[sentence.start : sentence.stop]
    if not any(w.startswith(_DOCTORS) for w in here):
        return None
    for at in range(max(sentence.start, n - 1), min(n + 2 * _REACH, sentence.stop)):
        if at > n and reading.parted(at - 1, at, ";:!?()"):
            return None
        if words[at] == "не" and (at == n - 1 or words[min(at + 1, len(words) - 1)].startswith(_CAME_IN)):
            return made_trigger(words, "no_casualties", min(n, at), max(n, at + 1) + 1)
    return None


_CALLS = ("обращени", "обращал", "обратил", "звернен", "звертал", "звернул")
_CAME_IN = (
    "поступ",
    "был",
    "зафикс",
    "регистр",
    "зарегистр",
    "надход",
    "було",
    "надійш",
    "зафікс",
    "зареєстр",
    "имеет",
)
_DOCTORS = ("медпом", "медик", "врач", "больниц", "медицин", "медуч", "скор", "лікар", "медичн", "помощ", "допомог")

_TELLING = word_class({"one"} | _NOBODY | _WHOLE_EN | _WHOLE_WORDS, (*_CALLS, *_WHOLE_SLAVIC))


def _is_whole(reading: Reading, sentence: Sentence, n: int) -> bool:
    words = reading.tokens.words
    if words[n] in _WHOLE_EN:
        behind = words[n + 1] if n + 1 < sentence.stop and not reading.gap(n, n + 1).strip() else ""
        return behind not in _NOT_WHOLE
    return words[n] in _WHOLE_WORDS or words[n].startswith(_WHOLE_SLAVIC)


def _who_is_whole(scene: Scene, sentence: Sentence, n: int) -> Mention | None:
    """Return "crew of 17 safe", "the drivers walked away unscathed"."""
    reading, words = scene.reading, scene.reading.tokens.words
    people = {q.start for q in scene.quantities_in(sentence.start, n) if _are_people(q)}
    for at in range(n - 1, max(sentence.start, n - 2 - _REACH) - 1, -1):
        if reading.parted(at, at + 1, _CUT):
            return None
        if at not in people and not words[at].startswith(_GROUPS):
            continue
        between = words[at + 1 : n]
        said = words[n - 1] in _COPULAS or not words[n].isascii() or _are_bare(reading, between, at, n)
        unsure = _UNSURE.intersection(words[max(sentence.start, at - 4) : n])
        return made_trigger(words, "no_casualties", at, n + 1) if said and not unsure else None
    return None


def is_unsure(reading: Reading, sentence: Sentence, trigger: Mention) -> bool:
    """Tell whether words of being whole are a question or said of some: "whether the workers are safe"."""
    words = reading.tokens.words
    if trigger.value != "no_casualties" or words[trigger.stop - 1] not in _WHOLE_EN:
        return False
    before = words[max(sentence.start, trigger.start - 4) : trigger.stop]
    return bool(_DOUBTED.intersection(before))


def _are_bare(reading: Reading, between: list[str], at: int, n: int) -> bool:
    """Tell whether a note leaves the verb out: "Crew of 17 safe", "Staff unhurt"."""
    return not reading.parted(at, n, _CUT) and all(w in ("of", "all") or w.isdigit() for w in between)


def _are_people(quantity: Quantity) -> bool:
    noun = quantity.noun
    if noun is None or noun.value not in PEOPLE:
        return False
    return quantity.count is not None or "sing" not in noun.flags
