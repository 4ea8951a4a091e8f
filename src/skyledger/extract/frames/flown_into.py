"""Hits told in inverted order: "в градирню въехал беспилотник", "у дах пекарні шубовснув шахед".

What was gone into stands first, then a verb no pack has to know, then what flies, as its subject.
"""

from skyledger.extract.frames.victims import NO_IMPACT_SLAVIC
from skyledger.extract.marks import CLAUSE_MARKS
from skyledger.extract.nouns import THINGS
from skyledger.extract.reading import Reading
from skyledger.extract.scene import Scene
from skyledger.model.frame import Mention, Sentence

_INTO = frozenset("в во на об обо сквозь через у крізь".split())
_PAST = ("л", "ла", "ло", "ли", "лся", "лась", "лось", "лись", "в", "вся", "лася", "лося", "лися")
# Endings of nouns that say where and not where to, and of what is no subject.
_WHERE = ("ах", "ях", "ии", "ії", "инку", "ові", "ом", "ем", "ами", "ями")
_OBLIQUE = ("ом", "ами", "ями", "ою", "ой", "ов", "ев", "ів", "ика", "она", "еда", "ата", "ера")
_NO_IMPACT = (*NO_IMPACT_SLAVIC, "приш", "прий", "прибы", "прибу", "уда", "удив", "посмотр", "понадоби", "потребова")
_COUNTED = 3  # words of "ещё два вражеских" before what flies
_BACK = 7  # words from the verb to what was gone into
_REACH = 3  # words from the preposition to its noun


def told_flown_into(scene: Scene, sentence: Sentence, triggers: list[Mention]) -> list[Mention]:
    """Return verbs whose subject behind them flies and before which stands what it went into, as weak hits."""
    reading = scene.reading
    if not reading.object_values:
        return []
    taken = {n for t in triggers if "weak" not in t.flags for n in range(t.start, t.stop)}
    found: dict[int, Mention] = {}
    for thing in reading.in_range("object", sentence.start, sentence.stop):
        verb = _verb_before(scene, sentence, thing)
        if verb is None or verb in taken or not _thing_before(reading, sentence, verb):
            continue
        found[verb] = Mention("trigger", "hit", verb, verb + 1, frozenset(("past", "verb")), thing.lang)
    return list(found.values())


def _verb_before(scene: Scene, sentence: Sentence, thing: Mention) -> int | None:
    """Return the verb in the past right before what flies and its number."""
    reading = scene.reading
    words = reading.tokens.words
    if thing.lang == "en" or thing.value == "aircraft":
        return None
    counted = scene.quantities_in(max(sentence.start, thing.start - _COUNTED), thing.start + 1)
    start = min((q.start for q in counted if q.noun is not None and q.noun.start == thing.start), default=thing.start)
    number = start < thing.start
    if not number and words[thing.stop - 1].endswith(_OBLIQUE):
        return None
    verb = start - 1
    if verb > sentence.start and words[verb].endswith(("ий", "ый", "ой", "ые", "ых", "ний")):
        verb -= 1
    if verb <= sentence.start or reading.parted(verb, start, CLAUSE_MARKS) or len(words[verb]) < 3:
        return None
    moved = words[verb].endswith(_PAST) and not words[verb].startswith(_NO_IMPACT)
    known = reading.at("unit", verb) or reading.at("idle", verb) or reading.at("place", verb)
    return verb if moved and known is None and verb not in scene.timed else None


def _thing_before(reading: Reading, sentence: Sentence, verb: int) -> bool:
    """Tell whether a building, a vehicle or a part of one stands before a verb as what was gone into."""
    words = reading.tokens.words
    for unit in reading.starting("unit", max(sentence.start, verb - _BACK), verb):
        if unit.value not in THINGS or unit.stop > verb or reading.parted(unit.start, verb, CLAUSE_MARKS):
            continue
        word = words[unit.stop - 1]
        into = [n for n in range(max(sentence.start, unit.start - _REACH), unit.start) if words[n] in _INTO]
        if not into or (word.endswith(_WHERE) or (word.endswith(("е", "і")) and not word.endswith(("ие", "ье")))):
            continue
        between = words[into[-1] + 1 : unit.start]
        if len(between) == 1 or all(
            w.endswith(("ый", "ий", "ую", "юю", "ое", "ее", "ые", "ие", "у", "ій", "е", "і")) for w in between
        ):
            return True
    return False
