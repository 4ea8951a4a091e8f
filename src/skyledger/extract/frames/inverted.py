"""What a weapon did to somebody or something named before it: "велосипедиста убил FPV-дрон", "маршрутку смял шахед".

A verb of harm in the past whose subject stands right behind it and flies; whom it befell stands before the verb in
another case. And what never arrived because it was brought down is told by the downing.
"""

from skyledger.extract.frames.fates import ENDED
from skyledger.extract.marks import CLAUSE_MARKS
from skyledger.extract.reading import Reading
from skyledger.extract.scene import Scene
from skyledger.model.frame import Mention, Sentence

_HARM = frozenset(("killed", "injured", "damage", "fire", "hit"))
_PATIENTS = frozenset(("person", "child", "building", "vehicle", "apartment", "part"))
_ACTIVE = ("л", "ла", "ло", "ли", "ив", "ав", "їв", "ув", "яв")
# Endings of whom or what a verb befell, never those of the verb's subject in the singular.
_BEFALLEN = ("а", "я", "у", "ю", "ого", "его", "ых", "их", "ов", "ев", "ей", "ів", "ку", "ів")
_NOMINATIVE_A = (
    "мужчина",
    "женщина",
    "юноша",
    "дедушка",
    "бабушка",
    "девушка",
    "девочка",
    "жінка",
    "дівчина",
    "дівчинка",
)
# Numbers of those whom something befell: "двух женщин ранил дрон".
_COUNTED = frozenset(
    "двух трех трёх четырех четырёх двоих троих четверых пятерых шестерых семерых двох трьох чотирьох".split()
)
_OBLIQUE = ("ом", "ами", "ями", "ою", "ой", "ов", "ев", "ів")
_BACK = 6  # words from the verb to whom it befell


def told_inverted(scene: Scene, sentence: Sentence, known: list[Mention]) -> list[Mention]:
    """Return verbs of harm whose subject behind them flies, as hits.

    Args:
        scene: The document.
        sentence: Which sentence.
        known: Triggers of the air its words are already.
    """
    reading = scene.reading
    firm = {n for t in known if "weak" not in t.flags for n in range(t.start, t.stop)}
    found: dict[int, Mention] = {}
    for thing in reading.in_range("object", sentence.start, sentence.stop):
        verb = _verb_before(reading, sentence, thing)
        if verb is None or verb.start in firm:
            continue
        if _patient_before(reading, sentence, verb.start, thing):
            flags = frozenset(("past", "verb", "sing"))
            found[verb.start] = Mention("trigger", "hit", verb.start, verb.stop, flags, thing.lang)
    return list(found.values())


def _verb_before(reading: Reading, sentence: Sentence, thing: Mention) -> Mention | None:
    """Return the verb of harm right before what flies, with one adjective between at most."""
    words = reading.tokens.words
    if thing.value == "aircraft" or thing.lang == "en" or words[thing.stop - 1].endswith(_OBLIQUE):
        return None
    for stop in (thing.start, thing.start - 1):
        if stop <= sentence.start or reading.parted(stop - 1, thing.start, CLAUSE_MARKS):
            return None
        ending = [t for t in reading.ending("trigger", stop, stop) if t.value in _HARM and t.start >= sentence.start]
        if ending and words[stop - 1].endswith(_ACTIVE):
            return ending[0]
    return None


def _patient_before(reading: Reading, sentence: Sentence, verb: int, thing: Mention) -> bool:
    """Tell whether somebody or something that is not the verb's subject stands before it in its clause."""
    words = reading.tokens.words
    for unit in reading.in_range("unit", max(sentence.start, verb - _BACK), verb):
        if unit.value not in _PATIENTS or reading.parted(unit.stop - 1, verb, CLAUSE_MARKS):
            continue
        word = words[unit.stop - 1]
        counted = unit.start > sentence.start and words[unit.start - 1] in _COUNTED
        someone = unit.value in ("person", "child") and not counted
        if word in _NOMINATIVE_A or (someone and not word.endswith(_BEFALLEN)):
            continue
        if unit.start > sentence.start and words[unit.start - 1] in (
            "в",
            "во",
            "на",
            "у",
            "под",
            "над",
            "по",
            "с",
            "від",
        ):
            continue
        return True
    return False


_ARRIVED = frozenset(("hit", "attacked", "sighting"))
_NOT = frozenset(("не", "never", "not"))
_ENDED_REACH = 6


def without_outdone(scene: Scene, sentence: Sentence, triggers: list[Mention]) -> list[Mention]:
    """Leave out what only says that drones never arrived where the reason stands behind it: they were shot down.

    "Шесть дронов не достигли целей, уничтожены", "six never reached the city: all were shot down".
    """
    words = scene.reading.tokens.words
    lost = [t for t in triggers if t.value == "lost" or (t.value in _ARRIVED and words[t.start - 1] in _NOT)]
    outdone = []
    for trigger in lost:
        behind = [t for t in triggers if t.value in ENDED and 0 <= t.start - trigger.stop <= _ENDED_REACH]
        if behind and not scene.quantities_in(trigger.stop, behind[0].stop + 2):
            outdone.append(trigger)
    return [t for t in triggers if t not in outdone]
