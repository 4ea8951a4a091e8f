"""Traffic that stands still because of the air: "the bridge is closed", "движение по мосту перекрыто", "рух зупинено".

A way and a verb of stopping stand in one clause, in any order. What moves by air or rail is told by other rules.
"""

from skyledger.extract.context import is_negated
from skyledger.extract.frames.made_triggers import made_trigger
from skyledger.extract.marks import CLAUSE_OR_STOP
from skyledger.extract.reading import Reading
from skyledger.extract.scene import Scene
from skyledger.extract.word_bits import word_class
from skyledger.model.frame import Mention, Sentence

ROAD = "road"  # flag of a trigger that tells of roads, bridges and ferries
_WAYS = frozenset(
    (
        "traffic bridge road roads highway motorway street ferry ferries tunnel "
        "движение мост моста паром паромы переправа переправу паромное проезд трасса трассу шоссе "
        "рух міст моста пором пороми поромів переправа переправу проїзд траса трасу"
    ).split()
)
_STOPPED = frozenset("stopped halted suspended closed blocked shut standstill impassable".split())
_STOPS = (
    *("перекры", "останов", "приостанов", "закрыт", "закрыл", "заблокир", "прекращ"),
    *("перекри", "зупин", "призупин", "закрит", "закрил", "заблок", "припин"),
)
_ELSE = (
    *("air", "flight", "plane", "aircraft", "rail", "train", "воздуш", "самолет", "поезд", "железнодорож", "электрич"),
    *("repair", "ремонт", "accident", "protest", "дтп", "rally", "marathon", "марафон", "парад", "parade", "концерт"),
    *("повітр", "літак", "поїзд", "потяг", "залізнич", "аэропорт", "аеропорт", "трамва", "троллейбус", "тролейбус"),
)
_ALONG = (["over"], ["on"], ["across"], ["along"], ["through"], ["in"], ["at"], ["is"], ["was"], ["has"])
_MOVEMENT = frozenset(("движение", "рух"))
_ALONG_WHAT = (
    *("мост", "мосту", "улиц", "дорог", "трасс", "шоссе", "проспект", "набереж", "паром", "переправ", "транспорт"),
    *("міст", "вулиц", "траси", "трасі", "трасою", "шосе", "пором", "автомоб"),
)
_REACH = 9
STANDING = word_class(_WAYS)
_STOPPING = word_class(_STOPPED, _STOPS)


def may_stand_still(reading: Reading) -> bool:
    """Tell cheaply whether a text speaks of roads and bridges, and of stopping."""
    return reading.mask & STANDING != 0 and reading.mask & _STOPPING != 0


def find_standing(scene: Scene, sentence: Sentence, known: list[Mention]) -> list[Mention]:
    """Return what says that a road, bridge or ferry was closed, once a sentence."""
    reading, words = scene.reading, scene.reading.tokens.words
    said = words[sentence.start : sentence.stop]
    if any(w.startswith(_ELSE) for w in said):
        return []
    told = {n for t in known if t.value != "trains" and "weak" not in t.flags for n in range(t.start, t.stop)}
    for way in reading.of_class(STANDING, sentence.start, sentence.stop):
        if words[way] not in _WAYS or (words[way] == "traffic" and words[way + 1 : way + 2] not in _ALONG):
            continue  # berths and runways are closed to traffic, too
        if words[way] in _MOVEMENT and not any(
            w.startswith(_ALONG_WHAT) for w in words[sentence.start : sentence.stop]
        ):
            continue
        verb = _stop_beside(reading, sentence, way)
        if verb is not None and verb not in told and not is_negated(reading, verb, verb + 1):
            return [made_trigger(words, "trains", min(way, verb), max(way, verb) + 1, frozenset(("verb", ROAD)))]
    return []


def _stop_beside(reading: Reading, sentence: Sentence, way: int) -> int | None:
    """Return the verb of stopping nearest to a way in its clause, or None."""
    words = reading.tokens.words
    for far in range(1, _REACH):
        for at in (way + far, way - far):
            if not sentence.start <= at < sentence.stop or reading.parted(min(at, way), max(at, way), CLAUSE_OR_STOP):
                continue
            if words[at] in _STOPPED or words[at].startswith(_STOPS):
                return at
    return None
