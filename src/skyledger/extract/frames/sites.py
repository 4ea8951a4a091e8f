"""Where each of several damaged things stood, when a sentence names a place for one and another for the next."""

from skyledger.extract.frames.clause import Clause
from skyledger.extract.frames.listing import DASHES
from skyledger.model.frame import PlacePhrase, Quantity


def sites_of(clause: Clause, things: list[Quantity]) -> dict[int, PlacePhrase | None]:
    """Return the place of each thing by its first token, or nothing when one place may hold for all.

    "In A eight houses and a school, in B a depot" puts the place before its things; "16 houses in A, a dairy in C, four
    cars" behind them, and what stands behind the last place has none of its own.
    """
    things = [q for q in things if not _heads_place(clause, q)]
    if len(things) < 2:
        return {}
    places = _places_among(clause, things)
    if len({p.members for p in places}) < 2:
        return {}
    starts = [q.start for q in things]
    if _each_has_things(places, starts):
        return {s: next((p for p in reversed(places) if p.start < s), None) for s in starts}
    behind = [p for p in places if p.start > starts[0]]
    if len({p.members for p in behind}) < 2:
        return {}
    return {s: next((p for p in behind if p.start > s), None) for s in starts}


def _heads_place(clause: Clause, thing: Quantity) -> bool:
    """Tell whether a thing is the head of a place's name: "у громаді Малинівки", "the village of Murom"."""
    named = thing.noun is not None and thing.noun.value == "settlement" and thing.count is None
    return named and any(p.start - thing.stop <= 1 for p in clause.scene.phrases_in(thing.stop, thing.stop + 2))


def _places_among(clause: Clause, things: list[Quantity]) -> list[PlacePhrase]:
    """Return the places of the chunks from the verb or the first thing to the last."""
    first = min(clause.trigger.start, things[0].start)
    last = max(q.stop for q in things)
    among = [c for c in clause.chunks if c.stop > first and c.start < last]
    if among[0].start == things[0].start and among[0] is not clause.chunks[0]:
        among = [clause.chunks[clause.chunks.index(among[0]) - 1], *among]
    behind = clause.chunks[clause.chunks.index(among[-1]) + 1 :][:1]
    if behind and behind[0].opener in DASHES and not behind[0].quantities and not behind[0].triggers:
        among += behind  # "дом повреждён в Лебедяни, здание — в Ельце"
    found = [p for c in among for p in clause.scene.places_in(c.start, c.stop)]
    return [p for p in found if p.role == "place"]


def _each_has_things(places: list[PlacePhrase], starts: list[int]) -> bool:
    """Tell whether each place stands before things of its own."""
    ends = [*(p.start for p in places[1:]), 1 << 30]
    return all(any(p.start < s < end for s in starts) for p, end in zip(places, ends, strict=True)) and (
        places[0].start < starts[0]
    )
