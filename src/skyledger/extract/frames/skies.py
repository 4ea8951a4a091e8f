"""Downings told without a verb of downing and without one who acts: by the sky over a place, by fire.

"Над Тулой схарчено пять дронов" has a passive no pack knows; "разворотили над Тулой пять дронов" a verb of breaking
with nothing on the ground to break; "рухнули от огня ПВО" a fall with its cause.
"""

from dataclasses import replace

from skyledger.extract.context import has_negation
from skyledger.extract.frames.acts import ACTED
from skyledger.extract.frames.tallies import behind_defenders
from skyledger.extract.reading import Reading
from skyledger.extract.scene import Scene
from skyledger.extract.verb_forms import is_passive_form
from skyledger.model.frame import Mention, Quantity, Sentence

_OVER = frozenset(("над",))
_REACH = 5  # tokens between a verb and what it is done to
_CUT = frozenset(";:()—–\n")
_GROUND = frozenset(("building", "vehicle", "apartment", "part", "person", "child", "location", "settlement"))
_BREAKS = frozenset(("hit", "damage"))
_DONE_BY_SEVERAL = ("ли", "но", "то", "ны", "ты", "ні", "ті")  # "разнесли", "разнесено": by somebody left out
# Passives that down nothing.
_NOT_DOWNED = (
    *("замеч", "зафиксир", "обнаруж", "отмеч", "выявл", "запущ", "примен", "выпущ", "засеч", "потеря", "направл"),
    *("использ", "нацел", "услыш", "увиде", "виде", "показ", "снят на", "опознан", "задейств", "поднят", "перемещ"),
    *("зареестр", "зарегистр", "насчита", "посчита", "сосчита", "обстреля", "атакован", "отслеж", "сопровожд"),
    *("поміч", "зафіксов", "виявл", "запущ", "застос", "випущ", "втрач", "спрямов", "викорис", "почут", "побач"),
    *("переброш", "доставл", "передан", "представл", "получен", "закуплен", "собран", "построен", "создан", "упущ"),
    *("пропущ", "ожида", "заявл", "объявл", "сообщ", "указан", "упомян", "назван", "уточн", "подтвержд", "известн"),
    *("идентиф", "найден", "знайден", "ідентиф", "визнан", "признан", "распознан", "наблюда", "спостереж", "оценен"),
)
_BY_FIRE = frozenset("от после під від після".split())
_FIRE = ("огня", "огнем", "ракет", "выстрел", "очеред", "работ", "попадани", "встреч", "вогн", "удара", "залп")


def told_by_the_sky(scene: Scene, sentence: Sentence, triggers: list[Mention]) -> list[Mention]:
    """Return words that down what flies by where, by what or by whose tally they stand.

    Args:
        scene: The document.
        sentence: Which sentence.
        triggers: Its triggers of the packs, strong and weak.
    """
    counted = [q for q in scene.quantities_in(sentence.start, sentence.stop) if _flies(q)]
    if not counted:
        return []
    reading = scene.reading
    found = []
    for fall in triggers:
        if fall.value == "debris" and fall.lang != "en" and _by_fire(reading, sentence, fall):
            found.append(replace(fall, value="downed", flags=fall.flags | {ACTED}))
    strong = [t for t in triggers if "weak" not in t.flags and t.value not in _BREAKS]
    if found or strong:
        return found
    for quantity in counted:
        told = _passive(scene, sentence, quantity) or _broken(scene, sentence, quantity, triggers)
        if told is not None:
            return [told]
    return []


def _flies(quantity: Quantity) -> bool:
    noun = quantity.noun
    return quantity.count is not None and noun is not None and noun.category == "object" and noun.lang != "en"


def _over_a_place(reading: Reading, sentence: Sentence, start: int, stop: int) -> bool:
    """Tell whether "over" stands in the clause of a verb and its object."""
    words = reading.tokens.words
    while start > sentence.start and not reading.parted(start - 1, start, _CUT):
        start -= 1
    while stop < sentence.stop and not reading.parted(stop - 1, stop, _CUT):
        stop += 1
    return bool(_OVER.intersection(words[start:stop])) and not has_negation(reading, start, stop)


def _passive(scene: Scene, sentence: Sentence, quantity: Quantity) -> Mention | None:
    """Return an unknown passive beside drones over a place: "схарчено пять дронов", "пять дронов схарчены"."""
    reading = scene.reading
    words = reading.tokens.words
    near = [
        *range(max(sentence.start, quantity.start - _REACH), quantity.start),
        *range(quantity.stop, min(sentence.stop, quantity.stop + _REACH)),
    ]
    for token in near:
        word = words[token]
        if not is_passive_form(word) or word.startswith(_NOT_DOWNED) or reading.is_known(token):
            continue
        first, last = min(token, quantity.start), max(token + 1, quantity.stop)
        if reading.parted(first, last - 1, ",;:()—–"):
            continue
        if _over_a_place(reading, sentence, first, last):
            return Mention("trigger", "downed", token, token + 1, frozenset(("verb", "past", ACTED)), "ru")
    return None


def _broken(scene: Scene, sentence: Sentence, quantity: Quantity, triggers: list[Mention]) -> Mention | None:
    """Return a verb of breaking whose object is what flew over a place: "раскурочили над Тулой пять дронов"."""
    reading = scene.reading
    words = reading.tokens.words
    told = [t for t in reading.starting("trigger", sentence.start, sentence.stop) if t.value in _BREAKS]
    if len({t.start for t in told}) != 1 or any(t.value not in _BREAKS for t in triggers):
        return None
    verb = told[0]
    if not words[verb.stop - 1].endswith(_DONE_BY_SEVERAL) or not 0 <= quantity.start - verb.stop <= _REACH:
        return None
    if any(u.value in _GROUND for u in reading.starting("unit", sentence.start, sentence.stop)):
        return None
    if reading.parted(verb.stop - 1, quantity.start, ",;:()—–"):
        return None
    if not _over_a_place(reading, sentence, verb.start, quantity.stop):
        return None
    return replace(verb, value="downed", flags=verb.flags | {ACTED})


def _by_fire(reading: Reading, sentence: Sentence, fall: Mention) -> bool:
    """Tell whether a fall has the fire of a defence for its cause: "рухнул от огня зенитчиков"."""
    words = reading.tokens.words
    stop = behind_defenders(words, fall.stop, min(sentence.stop, fall.stop + 2 * _REACH))
    between = words[fall.stop : stop]
    return stop is not None and bool(_BY_FIRE.intersection(between)) and any(w.startswith(_FIRE) for w in between)
