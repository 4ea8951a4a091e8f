"""What flew and burned itself: "упал в поле и сгорел", "a Lancet burned out on a road" is no fire on the ground."""

from skyledger.extract.frames.clause import Clause
from skyledger.extract.frames.things import DAMAGED
from skyledger.model.frame import Mention

_BURNED = ("сгорел", "згорі", "burned", "burnt")
_AND = frozenset("and и та й і".split())
_WHERE = frozenset("on in at near beside by over на в у біля возле около над під под".split())
_WHERE_REACH = 3  # words between "on" and its noun: "on an empty road"
_NEAR = 1  # word between what flew and its verb
_CUT = ";:.!?—–\n"


def burns_itself(clause: Clause) -> bool:
    """Tell whether the subject of a verb of burning is what flew.

    It is where what flew stands right before the verb, or the verb only goes on with "and" from one that tells of what
    flew; nothing that can burn is named behind it.
    """
    reading, trigger = clause.reading, clause.trigger
    if not reading.tokens.words[trigger.start].startswith(_BURNED):
        return False
    stop = trigger.stop
    while stop < clause.sentence.stop and not reading.parted(stop - 1, stop, f",{_CUT}"):
        stop += 1
    behind = [u for u in reading.starting("unit", trigger.stop, stop) if u.value in DAMAGED]
    if any(_WHERE.isdisjoint(reading.tokens.words[u.start - _WHERE_REACH : u.start]) for u in behind):
        return False
    first = trigger.start
    while first > clause.sentence.start and not reading.parted(first - 1, first, _CUT):
        first -= 1
    things = reading.starting("object", first, trigger.start)
    if not things:
        return False
    thing = things[-1]
    if trigger.start - thing.stop <= _NEAR and not reading.parted(thing.stop - 1, trigger.start, ","):
        return _agrees(clause, thing)
    goes_on = not _AND.isdisjoint(reading.tokens.words[trigger.start - 2 : trigger.start])
    return goes_on and _is_subject(clause, thing, first)


def _agrees(clause: Clause, thing: Mention) -> bool:
    """Tell whether a thing has the number of a verb, and the form of a subject."""
    words = clause.reading.tokens.words
    if thing.lang == "en":
        return words[thing.start - 1] not in ("of", "by", "from", "with", "after")
    return words[clause.trigger.start].endswith("и") == ("plur" in thing.flags and "sing" not in thing.flags)


def _is_subject(clause: Clause, thing: Mention, first: int) -> bool:
    """Tell whether the verb before the conjunction is told of a thing that opens its clause."""
    reading = clause.reading
    told = [t for t in reading.starting("trigger", first, clause.trigger.start) if t.start >= thing.stop]
    burning = [u for u in reading.starting("unit", first, thing.start) if u.value in DAMAGED]
    return bool(told) and not burning and _agrees(clause, thing)
