"""Who was moved, saved or is missing: the whole before its part, families, a number beside the verb, one somebody."""

from dataclasses import replace

from skyledger.extract.frames.clause import Clause
from skyledger.extract.frames.people import COLLECTIVE
from skyledger.extract.frames.unnamed_people import counts_things
from skyledger.extract.nouns import PEOPLE, is_of
from skyledger.extract.reading import Reading
from skyledger.model.count import Count
from skyledger.model.frame import Quantity
from skyledger.model.kinds import Qualifier, Unit


def wholes_of(clause: Clause, people: list[Quantity]) -> list[Quantity]:
    """Return those of whom people are a part: "400 people, including 57 children, were taken out"."""
    if not people or not _is_part(clause, people[0]):
        return people
    for chunk in reversed(clause.chunks[: clause.index + 1]):
        told = [q for q in chunk.quantities if is_of(q, PEOPLE) and q.count is not None and q.start < people[0].start]
        whole = [q for q in told if not _is_part(clause, q)]
        if whole and not chunk.triggers:
            return whole[-1:]
    return people


def _is_part(clause: Clause, quantity: Quantity) -> bool:
    before = clause.reading.tokens.words[quantity.start - 1] if quantity.start else ""
    return clause.trigger.lang == "en" and (quantity.subset or before in ("including", "among"))


def families_of(clause: Clause) -> list[Quantity]:
    """Return families or households that had to leave: "four families were asked to leave"."""
    if clause.trigger.value != "evacuation" or clause.trigger.lang != "en":
        return []
    words = clause.reading.tokens.words
    counted = [q for q in clause.chunk.quantities if q.count is not None and q.noun is not None]
    return [q for q in counted if q.noun is not None and words[q.noun.start].startswith(("famil", "household"))]


def _unparted(clause: Clause, quantity: Quantity) -> bool:
    """Tell whether no comma stands between a number and the verb."""
    trigger = clause.trigger
    left, right = min(quantity.stop, trigger.stop) - 1, max(quantity.start, trigger.start)
    return not clause.reading.parted(left, right, ",;:")


_AHEAD = {"missing": 7}  # words of "под плитами, по словам родных, ещё трое"


def people_beside(clause: Clause) -> list[Quantity]:
    """Return a number of people without a noun right beside a verb: "достали живыми шестерых"."""
    trigger = clause.trigger
    last = min(clause.sentence.stop, trigger.stop + _AHEAD.get(trigger.value, 2))
    near = clause.scene.quantities_in(max(clause.chunk.start, trigger.start - 3), last)
    words = clause.reading.tokens.words
    beside = [
        q
        for q in near
        if trigger.start == q.stop
        or trigger.stop == q.start
        or (trigger.lang == "en" and q.stop < trigger.start and _PASSIVE.issuperset(words[q.stop : trigger.start]))
        or trigger.value == "missing"
        or (words[q.stop - 1].endswith(COLLECTIVE) and _unparted(clause, q))
    ]
    found = [q for q in beside if q.elliptic and q.count is not None and not _is_family(words, q)]
    if trigger.lang == "en":
        found = [q for q in found if not counts_things(clause.reading, q)]
    return [replace(q, count=replace(q.count, unit=Unit.PERSON)) for q in found if q.count is not None]


def _is_family(words: list[str], quantity: Quantity) -> bool:
    """Tell whether "семью" is a family and not seven."""
    return words[quantity.start : quantity.stop] == ["семью"]


_PASSIVE = frozenset("were was been have has had being are is all then later".split())


def one_saved(clause: Clause) -> list[Quantity]:
    """Return the one of "a woman was pulled alive from the rubble", "внучку достали живой"."""
    if clause.trigger.value == "evacuation":
        return []
    if clause.trigger.lang != "en":
        return [_as_one(clause, q) for q in _one_slavic(clause)]
    if _BODIES.intersection(clause.reading.tokens.words[clause.sentence.start : clause.sentence.stop]):
        return []
    for quantity in clause.chunk.quantities:
        if is_one_person(clause.reading, quantity):
            return [_as_one(clause, quantity)]
    return []


def _as_one(clause: Clause, quantity: Quantity) -> Quantity:
    span = clause.reading.span(quantity.start, quantity.stop)
    text = span.slice(clause.reading.text)
    count = Count(low=1, high=1, stated=None, qualifier=Qualifier.EXACT, unit=Unit.PERSON, text=text)
    return replace(quantity, count=count, span=span)


_ONE_REACH = 7


def _one_slavic(clause: Clause) -> list[Quantity]:
    """Return the one person of a clause who is named in the singular; the accusative goes before a helper's name."""
    trigger, words = clause.trigger, clause.reading.tokens.words
    near = [
        q
        for q in clause.chunk.quantities
        if is_of(q, PEOPLE) and q.noun is not None and {"sing", "plur"} & q.noun.flags == {"sing"} and q.count is None
    ]
    near = [q for q in near if trigger.start - _ONE_REACH <= q.start <= trigger.stop + _ONE_REACH]
    found = [q for q in near if words[q.stop - 1].endswith(("у", "ю"))] or near
    return found[:1]


_BODIES = frozenset("body bodies dead corpse corpses remains lifeless".split())


def is_one_person(reading: Reading, quantity: Quantity) -> bool:
    """Tell whether an English noun with its article is one person: "a woman"."""
    noun = quantity.noun
    if noun is None or noun.value not in PEOPLE or quantity.count is not None or "plur" in noun.flags:
        return False
    return reading.tokens.words[quantity.start] in ("a", "an", "one")
