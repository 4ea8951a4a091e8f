"""One word of an effect among the clauses of its sentence, and what every effect takes from there."""

from dataclasses import dataclass

from skyledger.extract.chunks import Chunk
from skyledger.extract.reading import Reading
from skyledger.extract.scene import Scene
from skyledger.model.frame import Frame, Mention, PlacePhrase, Quantity, Sentence
from skyledger.model.kinds import Kind, Modality


@dataclass(slots=True)
class Clause:
    """A trigger, the chunk it stands in and the chunks beside it."""

    scene: Scene
    sentence: Sentence
    chunks: list[Chunk]
    index: int
    trigger: Mention

    @property
    def reading(self) -> Reading:
        """The document as read."""
        return self.scene.reading

    @property
    def chunk(self) -> Chunk:
        """The trigger's own chunk."""
        return self.chunks[self.index]

    @property
    def words(self) -> str:
        """The trigger's words in lower case."""
        return self.reading.words(self.trigger.start, self.trigger.stop).lower()


def find_place(clause: Clause) -> PlacePhrase | None:
    """Return where an effect is: the place struck right behind a verb, else before it, else beside it."""
    here = clause.chunk.places
    struck = [p for p in here if p.start == clause.trigger.stop and clause.trigger.flags & {"verb", "neut"}]
    if struck:
        return struck[0]  # "на Чернігівщині знеструмлено Ніжин"
    before = [p for p in here if p.stop <= clause.trigger.start]
    if before:
        return before[-1]
    if here:
        return here[0]
    for other in range(clause.index - 1, -1, -1):
        if clause.chunks[other].places:
            return clause.chunks[other].places[-1]
    following = clause.chunks[clause.index + 1 : clause.index + 2]
    if not following or not following[0].places or following[0].opener == "(":
        return None
    told = clause.reading.starting("trigger", following[0].start, following[0].places[0].start)
    if any(t.value == "diversion" for t in told):
        return None  # "скасовано одинадцять рейсів, тринадцять сіли в Каунасі"
    shared = following[0].opener == ":" and any(q.count is not None for q in following[0].quantities)
    return None if shared else following[0].places[0]  # "23 дома: девять в Мысхако, остальные в центре"


def plain_frame(clause: Clause, kind: Kind, units: frozenset[str]) -> Frame:
    """Return a frame of a clause with the nearest number of some units, and the place."""
    own, near = counted_in(clause, units)
    return frame_of(clause, kind, next(iter(own or near), None), find_place(clause))


def counted_in(clause: Clause, units: frozenset[str]) -> tuple[list[Quantity], list[Quantity]]:
    """Return the numbers of some units in the trigger's chunk, and in it and the chunks beside it."""
    near = [
        q
        for c in clause.chunks[max(0, clause.index - 1) : clause.index + 2]
        if c is clause.chunk or not _is_told_apart(clause, c)
        for q in c.quantities
        if q.noun is not None and q.noun.value in units and q.count is not None
    ]
    return [q for q in clause.chunk.quantities if q in near], near


_AND = frozenset((",", "and", "и", "та", "і", "й", "а также", "plus"))


def listed_before(clause: Clause, last: Quantity, units: frozenset[str]) -> list[Quantity]:
    """Return a number with those listed before it: "521 blocks, 47 nurseries and nine hospitals have no heat"."""
    if last.start >= clause.trigger.start:
        return [last]
    found = [last]
    for index in range(clause.index, -1, -1):
        chunk = clause.chunks[index]
        if chunk is not clause.chunk and chunk.triggers:
            break
        counted = [q for q in chunk.quantities if q.noun is not None and q.noun.value in units and q.count is not None]
        found = [q for q in counted if q.start < found[0].start] + found
        if chunk.opener not in _AND or (not counted and chunk is not clause.chunk):
            break
    return found


def _is_told_apart(clause: Clause, chunk: Chunk) -> bool:
    """Tell whether a chunk says something else of its number: "11 школ на дистанционке, в садах нет тепла"."""
    own = [t for t in chunk.triggers if "listed" not in t.flags]
    return bool(own) and max(chunk, clause.chunk, key=lambda c: c.start).opener in (",", ";", "а", "but")


def frame_of(clause: Clause, kind: Kind, counted: Quantity | None, place: PlacePhrase | None) -> Frame:
    """Return a frame of a clause."""
    trigger = clause.trigger
    return Frame(
        kind,
        clause.reading.span(trigger.start, trigger.stop),
        clause.sentence.index,
        f"{trigger.lang}.{kind.value}.{trigger.value}",
        count=None if counted is None else counted.count,
        count_span=None if counted is None else counted.span,
        place=place,
        modality=Modality.ASSERTED,
        token=trigger.start,
    )
