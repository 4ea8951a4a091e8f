"""Power cuts, with the customers or settlements left without power, and shares by place."""

from dataclasses import replace
from itertools import takewhile

from skyledger.extract.chunks import Chunk, cut_chunks
from skyledger.extract.frames.clause import Clause, counted_in, find_place, frame_of
from skyledger.extract.frames.listing import DASHES
from skyledger.extract.frames.shares import pair_with_places, share_frames
from skyledger.extract.nouns import PEOPLE, is_of
from skyledger.model.frame import Frame, Quantity
from skyledger.model.kinds import Kind, Unit

_UNITS = frozenset(("customer", "settlement", "building", "apartment", "person", "region", "location"))
_OTHER_SUPPLIES = frozenset(("gas", "water", "heating", "internet"))
_CUT_OFF = ("cut off", "switched off", "disconnected")
_FURTHER = frozenset((",", ";", "and", "и", "і", "й", "та"))
_AND = frozenset(("and", "и", "і", "й", "та"))
_NOBODY = frozenset("никого никто нікого ніхто nobody none".split())
_WHICH = ("ных", "ним", "них", "ным", "ными", "ними", "шимся", "шихся")
_BACK = tuple("подключ верну восстанов запит зажив повер віднов мают имеют включ увімк підключ".split())
_TOTALS = frozenset("загалом усього разом сукупно всего сложности итого altogether total".split())


def read_power(clause: Clause, before: list[Frame]) -> list[Frame]:
    """Return the power cut of a clause and its shares; power that is back is a note."""
    trigger = clause.trigger
    if any(f.kind is Kind.POWER_OUTAGE for f in before):
        return []
    if trigger.value == "restored":
        span = clause.reading.span(trigger.start, trigger.stop)
        clause.scene.note("effect.restored", span, "power is said to be back: kept as a note, it is no new outage")
        return []
    if _is_back(clause):
        return []
    if clause.words.endswith(_CUT_OFF) and _is_of_other_supply(clause):
        return []  # "gas has been cut off to 96 households", "mobile internet was switched off"
    if clause.words.startswith("погаш") and _is_of_targets(clause):
        return []  # "двадцять вісім цілей погашено"
    if clause.words.endswith("темряві") and _is_of_one(clause):
        return []  # "бабуся впала в темряві"
    own, near = ([q for q in found if not _is_hurt(clause, q)] for found in counted_in(clause, _UNITS))
    customers = [q for q in near if q.noun is not None and q.noun.value == "customer"]
    customers = customers or _in_all(clause) or ([] if own else _bare_number(clause))
    whole = frame_of(clause, Kind.POWER_OUTAGE, next(iter(customers or own or near), None), find_place(clause))
    return [whole, *(_shares(clause, whole) or _further(clause, whole)), *_of_another_sort(clause, customers, whole)]


def _is_of_targets(clause: Clause) -> bool:
    """Tell whether what was put out flew, or burned: targets, a blaze."""
    folded = clause.reading.tokens.folded[clause.sentence.first : clause.sentence.last]
    return any(stem in folded for stem in ("ціл", "цел", "пожеж", "пожар", "вогон", "займан", "огон"))


_FEWEST = 10  # homes a bare number stands for


def _bare_number(clause: Clause) -> list[Quantity]:
    """Return the number of a headline that leaves out whom it counts: "90,000 without light in Chernihiv"."""
    trigger = clause.trigger
    for quantity in clause.scene.quantities_in(clause.sentence.start, trigger.start):
        beside = quantity.stop == trigger.start and quantity.elliptic and not quantity.subset
        if beside and quantity.count is not None and quantity.count.low >= _FEWEST and trigger.lang == "en":
            return [replace(quantity, count=replace(quantity.count, unit=Unit.CUSTOMER))]
    return []


def _is_of_one(clause: Clause) -> bool:
    """Tell whether one person, and no place, is told of."""
    people = [q for q in clause.chunk.quantities if is_of(q, PEOPLE) and q.start < clause.trigger.start]
    return bool(people) and not clause.chunk.places and all(q.count is None or q.count.high == 1 for q in people)


def _is_back(clause: Clause) -> bool:
    """Tell whether a participle says which homes have power again: "подключили 3200 домов, обесточенных ночью"."""
    word = clause.reading.tokens.words[clause.trigger.stop - 1]
    behind = clause.reading.tokens.words[clause.trigger.stop : clause.trigger.stop + 2]
    if not _NOBODY.isdisjoint(behind):
        return True  # "без света никого не осталось"
    if not word.endswith(_WHICH):
        return False
    before = clause.reading.tokens.words[clause.sentence.start : clause.trigger.start]
    return any(w.startswith(_BACK) for w in before)


def _of_another_sort(clause: Clause, customers: list[Quantity], whole: Frame) -> list[Frame]:
    """Return the 63 of "1047 побутових та 63 юридичних споживачів"."""
    words = clause.reading.tokens.words
    more = [q for q in customers[1:2] if q.count is not None and words[q.start - 1] in _AND]
    more = [q for q in more if 0 < q.start - customers[0].stop <= 2]
    return [frame_of(clause, Kind.POWER_OUTAGE, q, whole.place) for q in more]


def _is_of_other_supply(clause: Clause) -> bool:
    """Tell whether gas, water or heat is what is cut off, and no power."""
    stretch = clause.reading.tokens.folded[clause.sentence.first : clause.sentence.last]
    named = any(word in stretch for word in ("power", "electric", "light", "grid"))
    return not named and bool(clause.scene.triggers_in(clause.sentence, _OTHER_SUPPLIES))


def _is_hurt(clause: Clause, quantity: Quantity) -> bool:
    """Tell whether people are counted by what befell them: "двоє моряків поранені, світла немає"."""
    if quantity.noun is None or quantity.noun.value != "person":
        return False
    beside = clause.reading.in_range("trigger", max(0, quantity.start - 2), quantity.stop + 2)
    return any(t.value in ("killed", "injured") for t in beside)


def _in_all(clause: Clause) -> list[Quantity]:
    """Return the customers of a town and its villages, told behind them: "23 села, загалом 6,1 тисячі абонентів"."""
    told = clause.scene.quantities_in(clause.trigger.stop, clause.sentence.stop)
    found = [q for q in told if q.count is not None and q.noun is not None and q.noun.value == "customer"]
    words = clause.reading.tokens.words
    return [q for q in found if len(found) == 1 and _TOTALS.intersection(words[max(0, q.start - 3) : q.start])]


def _further(clause: Clause, whole: Frame) -> list[Frame]:
    """Return what is told of further towns: "in A 28,400 lost power, in B a further 3,150"."""
    if whole.count is None or whole.count_span is None or whole.place is None:
        return []
    numbers = clause.scene.quantities_in(clause.sentence.start, clause.sentence.stop)
    after = next((q.stop for q in numbers if q.span == whole.count_span), clause.sentence.stop)
    behind = [c for c in _cut(clause) if c.start >= max(after, clause.trigger.stop)]
    behind = list(takewhile(lambda c: c.opener in _FURTHER or c.opener in DASHES, behind))
    found: list[Frame] = []
    for quantity, place in pair_with_places(clause.reading, behind, counted=True):
        count = quantity.count
        if count is None or place.members == whole.place.members or not _is_supplied(quantity):
            continue
        frame = frame_of(clause, Kind.POWER_OUTAGE, quantity, place)
        frame.count = replace(count, unit=whole.count.unit)
        frame.token = quantity.start
        found.append(frame)
    return found


def _is_supplied(quantity: Quantity) -> bool:
    return quantity.elliptic or is_of(quantity, _UNITS - {"person"})


def _shares(clause: Clause, whole: Frame) -> list[Frame]:
    """Return the parts of a figure given place by place; numbers without a noun count the same things."""
    reading, chunks = clause.reading, _cut(clause)
    numbers = clause.scene.quantities_in(clause.sentence.start, clause.sentence.stop)
    after = clause.trigger.stop
    if whole.count_span is not None:
        after = next((q.stop for q in numbers if q.span == whole.count_span), clause.sentence.stop)
    return share_frames(reading, chunks, whole, after)


def _cut(clause: Clause) -> list[Chunk]:
    """Return the chunks of a sentence cut at numbers without a noun as well."""
    numbers = clause.scene.quantities_in(clause.sentence.start, clause.sentence.stop)
    places = clause.scene.places_in(clause.sentence.start, clause.sentence.stop)
    stretches = clause.scene.stretches_in(clause.sentence)
    return cut_chunks(clause.reading, clause.sentence, numbers, [clause.trigger], places, stretches)
