"""Strikes noted without a verb, in Russian and Ukrainian: "FPV в крышу", "сброс на двор", "сім КАБів по кварталах".

What flies opens its clause, a preposition of where to stands right behind it, and something on the ground behind that.
A course ("по области", "на Полтаву") names no such thing, and a clause with a verb is read by that verb.
"""

from dataclasses import replace

from skyledger.extract.chunks import Chunk
from skyledger.extract.context import is_negated, trap_at
from skyledger.extract.frames.placing import place_for
from skyledger.extract.frames.tracks import is_track
from skyledger.extract.nouns import PEOPLE, THINGS
from skyledger.extract.scene import Scene
from skyledger.extract.verb_forms import is_past_form
from skyledger.extract.word_bits import word_class
from skyledger.model.frame import Frame, Quantity, Sentence
from skyledger.model.kinds import Fate, Kind, ObjectType

_DROPS = frozenset("сброс сбросы скид скиди".split())
_INTO = frozenset("в во у по на под об під".split())
# Behind a preposition: where something only is or goes: "в районе промзоны", "на підльоті до порту".
_COURSES = frozenset(
    (
        "районе районі направлении напрямку сторону бік подлёте подлете підльоті подходе підході курсе курсі небе небі "
        "воздухе повітрі пути шляху"
    ).split()
)
# What may stand between what flies and the preposition.
_HOW = frozenset("подряд прямо точно опять снова поспіль прямісінько знову просто ещё еще ще прямиком аккурат".split())
# Ends of what is only where something is, not where it went: "FPV в гараже", "дрон на крышах".
_INSIDE = ("ах", "ях", "ии", "ії")
_WHERE = frozenset("в во у на".split())
_LOCATIVE = ("е", "і")
_ON_GROUND = (
    *("двор", "огород", "крыш", "забор", "подвор", "усадьб", "лавочк", "остановк", "стоянк", "парковк", "площад"),
    *("гражданск", "мирн", "кварт", "дорог", "трасс", "рынк", "рынок", "машин", "скор", "газел", "маршрутк", "люд"),
    *("двір", "дах", "паркан", "обійст", "лавк", "зупинк", "цивільн", "дороз", "ринк", "ринок", "швидк"),
    *("автобус", "велосип", "жител", "промк", "промзон", "частн", "сектор", "зернот", "току", "хоз", "госп"),
)
_STARTS = frozenset("и а но потом затем ещё еще снова опять также та і й потім ще знову".split())
_MARKS = ",;:.!?()—–\n"
_BEHIND = 4
_REST = 6
_HEADING = 3  # words of a place that heads a note
_FEW = 5
_GRENADES = frozenset("гранату гранаты вог воги боеприпас боеприпасы взрывчатку взрывное боєприпас вибухівку".split())
_THROWN = ("скинул", "сбросил", "кинул", "уронил", "скинув", "кинув", "скинут", "сброшен")
_ANCHORS = word_class(_DROPS | _GRENADES)


def read_notes(scene: Scene, sentence: Sentence, frames: list[Frame]) -> list[Frame]:
    """Return the frames of a sentence with the hits it notes without a verb."""
    if not scene.reading.object_values and not scene.reading.says(sentence, _ANCHORS):
        return frames
    told = {f.token for f in frames if (f.kind is Kind.ATTACK and f.fate is not None) or f.kind is Kind.INTERCEPTION}
    found = [
        _note(scene, sentence, quantity)
        for quantity in scene.quantities_in(sentence.start, sentence.stop)
        if quantity.start not in told and _may_strike(scene, quantity)
    ]
    notes = [frame for frame in found if frame is not None]
    if not frames and not notes:
        notes = [
            f
            for n in scene.reading.of_class(_ANCHORS, sentence.start, sentence.stop)
            if (f := _drop(scene, sentence, n))
        ]
    return frames + notes[:3]


def _may_strike(scene: Scene, quantity: Quantity) -> bool:
    noun = quantity.noun
    if noun is None or noun.category != "object" or noun.value in ("aircraft", "balloon", "sea_drone"):
        return False
    return not scene.reading.tokens.words[noun.stop - 1].endswith(("ами", "ями", "ом", "ою"))


def _note(scene: Scene, sentence: Sentence, quantity: Quantity) -> Frame | None:
    reading = scene.reading
    if not _opens(scene, sentence, quantity.start):
        return None
    if not _goes_for(scene, sentence, quantity.stop) and not _heads_effects(scene, sentence, quantity):
        return None
    assert quantity.noun is not None
    if is_negated(reading, quantity.start, quantity.stop):
        return None
    frame = _frame(scene, sentence, quantity.start, quantity.stop, quantity)
    frame.object = ObjectType(quantity.noun.value)
    frame.object_span = reading.span(quantity.noun.start, quantity.noun.stop)
    if quantity.count is not None:
        frame.count, frame.count_span = quantity.count, quantity.span
    return frame


def _drop(scene: Scene, sentence: Sentence, n: int) -> Frame | None:
    """Return the hit of "сброс на двор", "скинули гранату на лавочку"; "сброс воды" drops nothing."""
    words = scene.reading.tokens.words
    if words[n] not in _DROPS and words[n] not in _GRENADES:
        return None
    thrown = any(w.startswith(_THROWN) for w in words[max(sentence.start, n - 3) : n])
    opens = thrown if words[n] in _GRENADES else _opens(scene, sentence, n)
    if not opens or not _goes_for(scene, sentence, n + 1):
        return None
    return _frame(scene, sentence, n, n + 1, None)


def _frame(scene: Scene, sentence: Sentence, start: int, stop: int, quantity: Quantity | None) -> Frame:
    reading = scene.reading
    places = scene.places_in(sentence.start, sentence.stop)
    chunk = Chunk(sentence.start, sentence.stop, "", [] if quantity is None else [quantity], [], places)
    place = places[0] if places and quantity is None else None
    if quantity is not None:
        place = place_for(reading, [chunk], 0, replace(quantity))
    lang = "uk" if reading.tokens.words[start] in ("скид", "скиди") else "ru"
    span = reading.span(start, stop)
    return Frame(Kind.ATTACK, span, sentence.index, f"{lang}.attack.note", Fate.HIT, None, place=place, token=start)


def _opens(scene: Scene, sentence: Sentence, start: int) -> bool:
    """Tell whether a token begins its clause: behind a mark, a time or a place."""
    reading, n = scene.reading, start
    while n > sentence.start and reading.tokens.words[n - 1] in _STARTS and not reading.parted(n - 1, n, _MARKS):
        n -= 1
    if n <= sentence.start or reading.parted(n - 1, n, _MARKS):
        return True
    return (n - 1 in scene.timed and n not in scene.timed) or any(
        p.stop == n for p in scene.places_in(sentence.start, n)
    )


def _goes_for(scene: Scene, sentence: Sentence, stop: int) -> bool:
    """Tell whether a preposition of where to and something on the ground follow, without a verb in the clause."""
    reading, words = scene.reading, scene.reading.tokens.words
    n = stop
    while n < sentence.stop and words[n] in _HOW and not reading.parted(n - 1, n, _MARKS):
        n += 1
    if n + 1 >= sentence.stop or words[n] not in _INTO or reading.parted(n - 1, n, ",;:.!?()\n"):
        return False
    if not _is_target(scene, sentence, n) or is_track(reading, sentence):
        return False
    last = n + 1
    while last < min(sentence.stop, n + _REST) and not reading.parted(last - 1, last, _MARKS):
        last += 1
    if any(is_past_form(words[k]) for k in range(n + 1, last)) or reading.in_range("idle", n + 1, last):
        return False
    if any(t.value in _TOLD for t in reading.in_range("trigger", n + 1, last)):
        return False
    return trap_at(reading, sentence, stop - 1, last) is None


def _heads_effects(scene: Scene, sentence: Sentence, quantity: Quantity) -> bool:
    """Tell whether a number of what flies is all its clause says, what it did behind: "КАБ, две усадьбы в руинах"."""
    reading, stop = scene.reading, quantity.stop
    assert quantity.noun is not None
    several = "plur" in quantity.noun.flags if quantity.count is None else quantity.count.low > _FEW
    if several or stop >= sentence.stop or "," not in reading.gap(stop - 1, stop):
        return False
    if quantity.start - sentence.start > _HEADING:
        return False
    if any(t.value in _TOLD for t in reading.in_range("trigger", sentence.start, sentence.stop)):
        return False
    behind = reading.in_range("trigger", stop, sentence.stop)
    if is_past_form(reading.tokens.words[stop]) or is_track(reading, sentence):
        return False
    return any(t.value in _EFFECTS for t in behind) and trap_at(reading, sentence, stop - 1, stop) is None


_EFFECTS = frozenset("damage fire killed injured".split())
_TOLD = frozenset("hit downed attacked launched debris sighting suppressed lost".split())


def _is_target(scene: Scene, sentence: Sentence, preposition: int) -> bool:
    reading, words = scene.reading, scene.reading.tokens.words
    last = min(sentence.stop, preposition + 1 + _BEHIND)
    if words[preposition + 1] in _COURSES:
        return False
    for n in range(preposition + 1, last):
        if n > preposition + 1 and reading.parted(n - 1, n, _MARKS):
            return False
        if any(p.start <= n < p.stop for p in scene.phrases_in(n, n + 1)):
            return False  # "2 БпЛА на Українку" is a course for the town
        units = [q for q in scene.quantities_in(n, n + 1) if q.noun is not None]
        struck = any(q.noun is not None and q.noun.value in (*THINGS, *PEOPLE) for q in units)
        end = units[0].stop - 1 if units else n
        if words[preposition] == "на" and not words[n].startswith(_ON_GROUND):
            struck = False  # "ракета на НПЗ" may be on its way
        if struck or words[n].startswith(_ON_GROUND):
            inside = words[end].endswith(_INSIDE) or words[end].endswith(_LOCATIVE)
            return not (words[preposition] in _WHERE and inside)
    return reading.gap(preposition, preposition + 1).strip(" \u00a0") in tuple('«"“„')
