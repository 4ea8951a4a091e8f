"""A list whose verb stands in the sum below it: "Рівненщина: 5 / Волинь: 2 / Знято разом: 7"."""

from dataclasses import dataclass

from skyledger.extract.frames.binding import is_flying
from skyledger.extract.frames.fates import TRIGGERS
from skyledger.extract.frames.listing import DASHES
from skyledger.extract.scene import Scene
from skyledger.extract.word_bits import word_class
from skyledger.model.frame import Frame, Mention, Quantity, Sentence
from skyledger.model.kinds import Kind, ObjectType

SUM_OF_LIST = ".closing"  # how the rule of such a sum ends; it has no place of its own
_SHORT = 6  # words of a line that says what became of all
_LONGEST = 20  # lines of a list


@dataclass(frozen=True, slots=True)
class Closing:
    """The sentence that sums a list up, with its verb and what flew there."""

    sentence: int
    trigger: Mention
    noun: Mention | None
    count: int

    def mark(self, frames: list[Frame]) -> None:
        """Mark the sum as one of what stands above it; unless it names what flew, it counts whatever flew."""
        for frame in frames:
            if frame.kind is Kind.INTERCEPTION and frame.count is not None and frame.count.stated == self.count:
                frame.aggregate = True
                frame.rule += SUM_OF_LIST
                if self.noun is None:
                    frame.object, frame.object_span = ObjectType.UNKNOWN, None


def find_closing(scene: Scene, first: Sentence) -> Closing | None:
    """Return the sum of the list that begins with a sentence without a verb, when its numbers add up exactly."""
    if "total" not in scene.reading.starts and not scene.reading.mask & _WHOLE:
        return None
    summed = lines = 0
    row = len(_lone_figures(scene, first)) >= 2 and first.index + 1 < len(scene.reading.sentences)
    if row and (after := _closing(scene, scene.reading.sentences[first.index + 1], 0)) is not None:
        return after  # "Одещина – 7, Миколаївщина – 4. Усі шахеди збито"
    for sentence in scene.reading.sentences[first.index : first.index + _LONGEST]:
        if any(t.value in TRIGGERS for t in scene.reading.in_range("trigger", sentence.start, sentence.stop)):
            return _closing(scene, sentence, summed) if lines >= 2 else None
        here = _count_of(scene, sentence)
        if not here and sentence is first:
            return None
        summed, lines = summed + here, lines + bool(here)
    return None


def _lone_figures(scene: Scene, sentence: Sentence) -> list[Quantity]:
    """Return the figures of a line that stand behind a dash and a place: "Одещина – 7, Миколаївщина – 4"."""
    stops = {p.stop for p in scene.places_in(sentence.start, sentence.stop)}
    found = [q for q in scene.quantities_in(sentence.start, sentence.stop) if q.noun is None and q.count is not None]
    return [q for q in found if q.start in stops and scene.reading.gap(q.start - 1, q.start).strip() in DASHES]


def _count_of(scene: Scene, sentence: Sentence) -> int:
    """Return how many flying objects a line of a list counts: those with a noun, else its first bare number."""
    found = [q for q in scene.quantities_in(sentence.start, sentence.stop) if is_flying(q) and q.count is not None]
    named = [q for q in found if q.noun is not None] or found[:1]
    return sum(q.count.stated or q.count.low for q in named if q.count is not None)


_ALL = frozenset("усі всі все all".split())
_WHOLE = word_class(_ALL)


def _is_of_all(scene: Scene, sentence: Sentence) -> bool:
    """Tell whether a short sentence without a number says what became of all: "Усі шахеди збито"."""
    words = scene.reading.tokens.words[sentence.start : sentence.stop]
    counted = any(q.count is not None for q in scene.quantities_in(sentence.start, sentence.stop))
    return words[0] in _ALL and not counted and len(words) <= _SHORT and not {"не", "not"}.intersection(words)


def _closing(scene: Scene, sentence: Sentence, summed: int) -> Closing | None:
    triggers = scene.triggers_in(sentence, frozenset(("downed", "suppressed")))
    totals = [q for q in scene.quantities_in(sentence.start, sentence.stop) if q.total and q.count is not None]
    if triggers and not totals and _is_of_all(scene, sentence):
        objects = scene.reading.in_range("object", sentence.start, sentence.stop)
        return Closing(sentence.index, triggers[0], objects[0], summed) if objects else None
    if not triggers or not totals or totals[0].count is None or totals[0].count.stated != summed:
        return None
    objects = scene.reading.in_range("object", sentence.start, sentence.stop)
    return Closing(sentence.index, triggers[0], objects[0] if objects else None, summed)
