"""Hits told by the way of what flies and no verb: "a Shahed into the church hall", "FPV on a tractor"."""

from skyledger.extract.marks import ALL_MARKS
from skyledger.extract.nouns import THINGS, is_of
from skyledger.extract.reading import Reading
from skyledger.extract.scene import Scene
from skyledger.extract.verb_forms import is_past_form
from skyledger.extract.word_bits import word_class
from skyledger.model.frame import Mention, Quantity, Sentence

_INTO = frozenset(("into", "through", "onto"))
_ON = frozenset(("on", "at"))
_WAYS = _INTO | _ON
_WAY = word_class(_WAYS)
# Between what flies and its way.
_HOW = frozenset("straight right directly again one after the other another together in".split())
_CENTRES = frozenset("centre center middle quarter sector suburb downtown courtyard yard outskirts market".split())
_ON_THE_WAY = frozenset("approach approaches course way route radar radars screen screens standby duty alert".split())
# Where weapons stand or are shown, and do no harm.
_AT_REST = frozenset(
    (
        "display show exhibition museum stand pad launcher launchers rail truck trucks ship ships board airfield base "
        "market road way table plinth pedestal photo photos video screen leash mast wing runway"
    ).split()
)
_BE = frozenset(("was", "were", "is", "it", "they", "there", "then", "and", "another", "this", "time", "today"))
_REACH = 5
_BEFORE = 6
_STILL = frozenset(("aircraft", "balloon", "sea_drone"))


def told_by_way(scene: Scene, sentence: Sentence, triggers: list[Mention]) -> list[Mention]:
    """Return the prepositions between what flies and what it went into, where the clause has no verb."""
    reading = scene.reading
    ways = reading.of_class(_WAY, sentence.start + 1, sentence.stop)
    if not ways or not reading.object_values:
        return []
    flying = [q for q in scene.quantities_in(sentence.start, sentence.stop) if _flies(q)]
    found = []
    for way in ways:
        if reading.tokens.words[way] not in _WAYS:
            continue
        thing = next((q for q in reversed(flying) if q.stop <= way and _leads(reading, q.stop, way)), None)
        if thing is None or _is_told(scene, sentence, thing, way, triggers):
            continue
        if _reaches(scene, sentence, way):
            found.append(Mention("trigger", "hit", way, way + 1, frozenset(("way",)), "en"))
    return found


def _flies(quantity: Quantity) -> bool:
    noun = quantity.noun
    return noun is not None and noun.category == "object" and noun.value not in _STILL


def _leads(reading: Reading, stop: int, way: int) -> bool:
    """Tell whether nothing but how it went stands between what flies and its way."""
    between = reading.tokens.words[stop:way]
    return len(between) <= _REACH and all(w in _HOW for w in between) and not reading.parted(stop - 1, way, ALL_MARKS)


def _is_told(scene: Scene, sentence: Sentence, thing: Quantity, way: int, triggers: list[Mention]) -> bool:
    """Tell whether a verb of the clause tells what became of it, or what was done with it."""
    reading = scene.reading
    first = last = thing.start
    while first > sentence.start and not reading.parted(first - 1, first, ALL_MARKS):
        first -= 1
    while last + 1 < sentence.stop and not reading.parted(last, last + 1, ALL_MARKS):
        last += 1
    if any(first <= t.start <= last and t.value != "sighting" and t.start not in (thing.start, way) for t in triggers):
        return True
    placed = {n for p in scene.phrases_in(first, thing.start) for n in range(p.start, p.stop)}
    before = [n for n in range(first, thing.start) if n not in placed and n not in scene.timed]
    words = reading.tokens.words
    if words[way] in _ON:
        return any(words[n] not in _BE for n in before)
    plain = all(words[n] in _BE or not is_past_form(words[n]) for n in before)
    return not plain or len(before) > _BEFORE or bool(reading.in_range("negation", first, last + 1))


def _reaches(scene: Scene, sentence: Sentence, way: int) -> bool:
    """Tell whether a thing on the ground, or the middle of a place, stands behind the preposition."""
    reading, words = scene.reading, scene.reading.tokens.words
    stop = min(sentence.stop, way + 1 + _REACH)
    stop = next((n for n in range(way + 1, stop) if n > way + 1 and reading.parted(n - 1, n, ALL_MARKS)), stop)
    behind = words[way + 1 : stop]
    if _ON_THE_WAY.intersection(behind):
        return False
    if _AT_REST.intersection(behind) and not (words[way] in _INTO and "market" in behind):
        return False
    behind_it = [q for q in scene.quantities_in(max(sentence.start, way - _REACH), stop) if is_of(q, THINGS)]
    if any(q.noun is not None and q.noun.start > way for q in behind_it):  # the article may be that of what flies
        return words[way] != "at"
    # "2 UAVs into Chernihiv region", "through the centre" is a course
    return words[way] in _INTO - {"through"} and bool(_CENTRES.intersection(behind))
