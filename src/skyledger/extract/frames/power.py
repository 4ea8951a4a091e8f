"""Power cuts, with the customers or settlements left without power, and shares by place."""

from skyledger.extract.chunks import cut_chunks
from skyledger.extract.frames.clause import Clause, counted_in, find_place, frame_of
from skyledger.extract.frames.shares import share_frames
from skyledger.model.frame import Frame
from skyledger.model.kinds import Kind

_UNITS = frozenset(("customer", "settlement", "building", "apartment", "person", "region"))


def read_power(clause: Clause, before: list[Frame]) -> list[Frame]:
    """Return the power cut of a clause and its shares; power that is back is a note."""
    trigger = clause.trigger
    if any(f.kind is Kind.POWER_OUTAGE for f in before):
        return []
    if trigger.value == "restored":
        span = clause.reading.span(trigger.start, trigger.stop)
        clause.scene.note("effect.restored", span, "power is said to be back: kept as a note, it is no new outage")
        return []
    own, near = counted_in(clause, _UNITS)
    customers = [q for q in near if q.noun is not None and q.noun.value == "customer"]
    whole = frame_of(clause, Kind.POWER_OUTAGE, next(iter(customers or own or near), None), find_place(clause))
    return [whole, *_shares(clause, whole)]


def _shares(clause: Clause, whole: Frame) -> list[Frame]:
    """Return the parts of a figure given place by place; numbers without a noun count the same things."""
    if whole.count_span is None:
        return []
    reading = clause.reading
    numbers = clause.scene.quantities_in(clause.sentence.start, clause.sentence.stop)
    places = clause.scene.places_in(clause.sentence.start, clause.sentence.stop)
    chunks = cut_chunks(
        reading, clause.sentence, numbers, [clause.trigger], places, clause.scene.stretches_in(clause.sentence)
    )
    after = next((q.stop for q in numbers if q.span == whole.count_span), clause.sentence.stop)
    return share_frames(reading, chunks, whole, after)
