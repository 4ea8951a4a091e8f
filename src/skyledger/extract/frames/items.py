"""Items of a list that lack their own verb: "Обесточены: — Клинцы, 1870 абонентов; — Стародуб, 940".

What introduces the list says what happened; each item says where, to what and to how many. Without its own figure the
introduction then tells nothing that its items do not tell better.
"""

from dataclasses import replace

from skyledger.extract.chunks import cut_chunks
from skyledger.extract.frames.clause import Clause, find_place, frame_of
from skyledger.extract.frames.damage import read_damage
from skyledger.extract.frames.fire import read_fire
from skyledger.extract.frames.shares import HEADING
from skyledger.extract.nouns import is_of
from skyledger.extract.scene import Scene
from skyledger.model.frame import Frame, Mention, Quantity, Sentence
from skyledger.model.kinds import Kind, Unit

_SUPPLIES = {"outage": Kind.POWER_OUTAGE}
_COUNTED = frozenset(("customer", "settlement", "building", "apartment", "person"))
_SUPPLIED = frozenset(("customer", "settlement"))
_MARKS = frozenset(("—", "–", "-", ":"))
_READERS = {"damage": read_damage, "fire": read_fire}


class ItemRule:
    """Reads the items of lists of one document."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.unit: Unit = Unit.CUSTOMER  # what the item before counted

    def goes_on(self, sentence: Sentence) -> bool:
        """Tell whether a line that begins with its place and has so many customers goes on with the list before it."""
        places = self.scene.places_in(sentence.start, sentence.stop)
        if not places or places[0].start > sentence.start + 1 or places[0].stop >= sentence.stop:
            return False
        line = self.scene.reading.text[: sentence.first].rstrip(" \u00a0")
        mark = self.scene.reading.gap(places[0].stop - 1, places[0].stop).strip()
        if not line.endswith("\n") or mark not in _MARKS:
            return False
        counted = self.scene.quantities_in(places[0].stop, min(sentence.stop, places[0].stop + 4))
        return any(q.count is not None and is_of(q, _SUPPLIED) for q in counted)

    def read(self, sentence: Sentence, trigger: Mention, lead: list[Frame]) -> list[Frame]:
        """Return what an item tells, and mark the frames of its introduction.

        Args:
            sentence: The item; it has no word of an effect of its own.
            trigger: The introduction's word of what happened.
            lead: The introduction's frames.
        """
        clause = self._clause(sentence, trigger)
        if trigger.value in _SUPPLIES:
            found = self._supply(clause, _SUPPLIES[trigger.value])
        else:
            things = self._at_things(clause) if trigger.value in _READERS else None
            found = [] if things is None else _READERS[trigger.value](things, [])
            found = [f for f in found if f.count is not None or f.detail]
        for frame in found:
            frame.token, frame.rule = sentence.start, f"{frame.rule}.item"
            self._tie(frame, lead)
        return found

    def _clause(self, sentence: Sentence, trigger: Mention) -> Clause:
        scene = self.scene
        found = scene.quantities_in(sentence.start, sentence.stop)
        units = [q for q in found if q.noun is not None and q.noun.category == "unit"]
        places = scene.places_in(sentence.start, sentence.stop)
        chunks = cut_chunks(scene.reading, sentence, units, [], places, scene.stretches_in(sentence))
        return Clause(scene, sentence, chunks, 0, trigger)

    def _at_things(self, clause: Clause) -> Clause | None:
        """Return the clause at the first chunk that names a thing, or None for an item without any."""
        for index, chunk in enumerate(clause.chunks):
            if chunk.quantities:
                return replace(clause, index=index)
        return None

    def _supply(self, clause: Clause, kind: Kind) -> list[Frame]:
        """Return the power cut of an item: so many customers, or the same as those counted before."""
        counted = self._counted(clause)
        place = find_place(clause)
        if counted is None or counted.count is None or place is None:
            return []
        if counted.noun is not None:
            self.unit = Unit(counted.noun.value)
        frame = frame_of(clause, kind, counted, place)
        frame.count = replace(counted.count, unit=self.unit)
        return [frame]

    def _counted(self, clause: Clause) -> Quantity | None:
        sentence = clause.sentence
        numbers = [q for q in self.scene.quantities_in(sentence.start, sentence.stop) if q.count is not None]
        own = [q for q in numbers if is_of(q, _COUNTED) and not q.subset]
        bare = [q for q in numbers if q.elliptic and not q.subset]
        return next(iter([q for q in own if not bare or q.start < bare[0].start] or bare or own), None)

    def _tie(self, frame: Frame, lead: list[Frame]) -> None:
        """Make an item part of the figure that introduces it, or its introduction a mere heading."""
        for whole in lead:
            if whole.kind is not frame.kind:
                continue
            sums_up = whole.count is not None and frame.count is not None and whole.count.unit == frame.count.unit
            if not sums_up or _is_outgrown(whole, frame):  # "потребители четырёх районов: Погарский — 612"
                whole.rule = whole.rule.removesuffix(HEADING) + HEADING
            else:
                whole.aggregate, frame.whole = True, whole


def _is_outgrown(whole: Frame, part: Frame) -> bool:
    """Tell whether a figure is less than one of its items, whose sum it then is not."""
    high = None if whole.count is None else whole.count.high
    return high is not None and part.count is not None and part.count.low > high


def without_headings(frames: list[Frame]) -> list[Frame]:
    """Leave out what only introduces the items of a list."""
    return [f for f in frames if not f.rule.endswith(HEADING)]
