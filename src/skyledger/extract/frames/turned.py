"""Damage told by what became of a thing or what was lost: "three houses turned into rubble", "the town lost a school".

Who turns into what decides, whatever the order: ruins and scrap are damage, ash is a fire. A place that loses a
building, or a building that loses a wing, was damaged; a firm that loses a depot was not.
"""

from skyledger.extract.frames.made_triggers import made_trigger
from skyledger.extract.marks import CLAUSE_MARKS
from skyledger.extract.reading import Reading
from skyledger.extract.scene import Scene
from skyledger.extract.word_bits import word_class
from skyledger.model.frame import Mention, Sentence

_BECAME = tuple("перетвори преврати turned reduced стал стали обернул".split())
_INTO = frozenset("на в у into to".split())
_IN = frozenset("in at near of outside".split())
_PILES = frozenset("купою купами грудою грудами кучей грудой руїною руїнами руинами".split())
_RUIN = tuple(
    "руїн руин брухт металобрухт металлолом лом друзк тріск щепк решет купу кучу груду звалищ смітник свалк щебін "
    "щебен уламк обломк кам'ян камін скалк rubble ruin scrap splinter wreck debris matchwood шматт месив".split()
)
_ASH = tuple("попіл попел пепел згарищ пожарищ пепелищ ash cinder вугіл головешк".split())
_LOST = tuple("втратил втратив утратил утратив потерял lost".split())
_LIMBS = tuple(
    "крил поверх під'їзд подъезд секці секци фасад стін стен стел верхівк покрівл кровл дах крыш шибк "
    "wing floor wall roof storey section corner upper top gable балкон купол шпил".split()
)
_BUILT = frozenset(("building",))
_WHO = frozenset("місто село громада селище містечко город село посёлок поселок деревня район the".split())
_REACH = 4
_FIRM = ("компан", "фірм", "фирм", "власник", "собственник", "партія", "клуб", "банк", "company", "firm", "owner")
_FLAGS = frozenset(("verb", "past", "turned"))


TURNING = word_class(stems=(*_BECAME, *_LOST))


def may_be_turned(reading: Reading) -> bool:
    """Tell cheaply whether a text has a verb of turning into or of losing."""
    return reading.mask & TURNING != 0


def find_turned(scene: Scene, sentence: Sentence, known: list[Mention]) -> list[Mention]:
    """Return what things became or lost, as mentions like those of the packs, without what those tell already."""
    words = scene.reading.tokens.words
    turning = scene.reading.of_class(TURNING, sentence.start, sentence.stop)
    if not turning:
        return []
    taken = {
        n for t in known for n in range(t.start, t.stop) if "weak" not in t.flags and t.value in ("damage", "fire")
    }
    found = []
    for n in turning:
        if n in taken:
            continue
        if words[n].startswith(_BECAME):
            told = _became(scene, sentence, n)
        elif words[n].startswith(_LOST):
            told = _lost(scene, sentence, n)
        else:
            continue
        if told is not None:
            found.append(told)
    return found


def _became(scene: Scene, sentence: Sentence, n: int) -> Mention | None:
    """Return "turned into rubble" as damage and "turned to ash" as a fire."""
    reading = scene.reading
    words = reading.tokens.words
    for at in range(n + 1, min(sentence.stop, n + _REACH + 1)):
        if reading.parted(at - 1, at, CLAUSE_MARKS):
            return None
        into = any(w in _INTO for w in words[n + 1 : at])
        if words[at] in _PILES or (into and words[at].startswith(_RUIN)):
            return made_trigger(words, "damage", n, at + 1, _FLAGS)
        if into and words[at].startswith(_ASH):
            return made_trigger(words, "fire", n, at + 1, _FLAGS)
    return None


def _lost(scene: Scene, sentence: Sentence, n: int) -> Mention | None:
    """Return "the town lost a school" and "the hotel lost a wing" as damage."""
    reading = scene.reading
    words = reading.tokens.words
    if any(w.startswith(_FIRM) for w in words[sentence.start : n]):
        return None
    subject = _subject(scene, sentence, n)
    for at in range(n + 1, min(sentence.stop, n + _REACH)):
        if reading.parted(at - 1, at, CLAUSE_MARKS) or words[at].isdigit():
            return None
        if subject == "building" and words[at].startswith(_LIMBS):
            return made_trigger(words, "damage", n, at + 1, _FLAGS)
        if subject == "place" and any(u.value in _BUILT for u in reading.starting("unit", at, at + 1)):
            return made_trigger(words, "damage", n, n + 1, _FLAGS)
    return None


def _subject(scene: Scene, sentence: Sentence, n: int) -> str | None:
    """Return whether a place or a building is who lost something."""
    reading = scene.reading
    first = max(sentence.start, n - _REACH)
    near = [p for p in scene.phrases_in(first, n) if p.stop == n]
    if near and reading.tokens.words[near[0].start - 1] not in _INTO | _IN:
        return "place"
    if n > sentence.start and reading.tokens.words[n - 1] in _WHO:
        return "place"
    first = max(sentence.start, n - _REACH - (3 if near else 0))  # "a block of flats in Izmail lost its top floor"
    built = [u for u in reading.in_range("unit", first, n) if u.value == "building"]
    return "building" if built and not reading.parted(built[-1].stop - 1, n, CLAUSE_MARKS) else None
