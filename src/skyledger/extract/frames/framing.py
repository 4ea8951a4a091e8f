"""A number, its noun and its trigger become a frame: which fate, which object, how many, where."""

from dataclasses import replace

from skyledger.extract.chunks import Chunk
from skyledger.extract.frames.binding import is_partitive
from skyledger.extract.frames.falls import FALLS, names_pieces
from skyledger.extract.frames.fate_in_view import fate_beside, fate_by_target
from skyledger.extract.frames.fates import as_drifting
from skyledger.extract.frames.ground_targets import ground_targets
from skyledger.extract.frames.object_types import object_type_of, one_by_agreement
from skyledger.extract.frames.placing import place_for
from skyledger.extract.frames.refusals import is_open, why_no_object, why_uncounted
from skyledger.extract.frames.told_how import is_means, told_of_whole
from skyledger.extract.frames.untold import why_untold
from skyledger.extract.frames.wholes import is_whole_of
from skyledger.extract.scene import Scene
from skyledger.model.count import Count
from skyledger.model.frame import Frame, Mention, PlacePhrase, Quantity, Sentence
from skyledger.model.kinds import Fate, Kind

PARTS = frozenset(("downed", "suppressed", "lost", "hit", "debris"))
_PAST = ("в", "л", "ла", "ло", "ли", "лся", "лась", "лись", "вся", "лася", "лися")


class FrameMaker:
    """Makes the frames of one document, or records why a trigger makes none."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene

    def make(
        self,
        sentence: Sentence,
        chunks: list[Chunk],
        index: int,
        quantity: Quantity,
        trigger: Mention,
        noun: Mention | None,
    ) -> list[Frame]:
        """Return the frames a quantity of chunk ``index`` makes with its trigger: none, one, or one a place."""
        reading, chunk = self.scene.reading, chunks[index]
        if trigger.value == "downed" and is_means(reading, quantity):
            return self._struck_by(sentence, chunks, index, quantity, trigger, noun)
        if (reason := why_no_object(reading, quantity, trigger, noun)) is not None:
            return self._refused(trigger, reason)
        if trigger.value in PARTS and is_whole_of(chunks, index, quantity, trigger):
            return _came(self.scene, sentence, chunks, index, quantity, noun)
        if (reason := why_untold(self.scene, sentence, quantity, trigger, PARTS)) is not None:
            return self._refused(trigger, reason)
        if is_open(reading, chunk, quantity):
            return []
        frame = self._frame(sentence, chunks, index, quantity, trigger, noun)
        if frame.count is None:
            reason = why_uncounted(self.scene, sentence, chunk, quantity, trigger)
            if reason is not None:
                return self._refused(trigger, reason)
        frame.fate = fate_by_target(self.scene, frame, chunk, quantity, trigger)
        if trigger.value in PARTS and is_partitive(reading, quantity) and told_of_whole(reading, quantity, trigger):
            parts = [
                q for c in chunks[index:] for q in c.quantities if q.count is not None and q.start >= quantity.stop
            ]
            frame.aggregate = bool(parts)
            frame.rule += ".whole"
        if quantity.each and frame.place is not None and len(frame.place.members) > 1:
            return [member_frame(frame, frame.place, n) for n in range(len(frame.place.members))]
        return [frame]

    def _refused(self, trigger: Mention, reason: str) -> list[Frame]:
        self.scene.reject(trigger.start, trigger.stop, trigger.value, reason)
        return []

    def _frame(
        self,
        sentence: Sentence,
        chunks: list[Chunk],
        index: int,
        quantity: Quantity,
        trigger: Mention,
        noun: Mention | None,
    ) -> Frame:
        """Return the frame as the words have it, its number left out where only pieces are told of."""
        reading = self.scene.reading
        thing = object_type_of(reading, noun)
        kind, fate = as_drifting(*fate_beside(self.scene, sentence, chunks[index], quantity, trigger, noun), thing)
        count, span = quantity.count, quantity.span
        if count is None and noun is not None and trigger.lang != "en":
            count, span = one_by_agreement(reading, trigger, quantity)
        pieces = _only_pieces(self.scene, chunks[index], quantity, trigger, noun, count)
        if pieces:
            count, span = None, None  # "обломки дрона" counts no drones
        return Frame(
            kind,
            reading.span(trigger.start, trigger.stop),
            sentence.index,
            f"{trigger.lang}.{kind.value}.{trigger.value}",
            fate,
            thing,
            None if noun is None else reading.span(noun.start, noun.stop),
            count,
            span,
            place_for(reading, chunks, index, quantity),
            token=quantity.start,
            aggregate=quantity.subset and not pieces,
            each=quantity.each,
        )

    def _struck_by(
        self,
        sentence: Sentence,
        chunks: list[Chunk],
        index: int,
        quantity: Quantity,
        trigger: Mention,
        noun: Mention | None,
    ) -> list[Frame]:
        """Return the hit that "destroyed by missiles" tells of something on the ground, or nothing."""
        if not ground_targets(self.scene, chunks[index]):
            return self._refused(trigger, "the object is the means, not what was downed")
        reading = self.scene.reading
        frame = Frame(
            Kind.ATTACK,
            reading.span(trigger.start, trigger.stop),
            sentence.index,
            f"{trigger.lang}.attack.means",
            Fate.HIT,
            object_type_of(reading, noun),
            None if noun is None else reading.span(noun.start, noun.stop),
            quantity.count,
            quantity.span,
            place_for(reading, chunks, index, quantity),
            token=quantity.start,
        )
        return [frame]


def member_frame(base: Frame, place: PlacePhrase, n: int) -> Frame:
    """Return the frame of one place of a list with "16 each"."""
    one = PlacePhrase(
        (place.members[n],),
        place.start,
        place.stop,
        place.member_spans[n],
        place.role,
        (place.kinds[n],),
        (),
        (place.member_spans[n],),
    )
    return replace(base, place=one, each=True)


def _only_pieces(
    scene: Scene, chunk: Chunk, quantity: Quantity, trigger: Mention, noun: Mention | None, count: Count | None
) -> bool:
    """Tell whether debris is said of pieces, whose number is not that of the things they come from."""
    if trigger.value != "debris":
        return False
    told = trigger.flags & {"verb", "past"} or (
        trigger.lang == "en" and scene.reading.words(trigger.start, trigger.stop).lower() in FALLS
    )
    told = told or (
        trigger.lang != "en" and not trigger.flags and scene.reading.tokens.words[trigger.start].endswith(_PAST)
    )
    if quantity.noun is None and (count is None or not told or noun is None):
        return True
    fallen = [t for t in chunk.triggers if t.value == "debris"]
    pieces = any(names_pieces(scene.reading, t) for t in fallen)
    return count is not None and (count.stated is None or count.high == 1) and pieces


def _came(
    scene: Scene, sentence: Sentence, chunks: list[Chunk], index: int, quantity: Quantity, noun: Mention | None
) -> list[Frame]:
    """Return the attack that a whole is whose part has a fate: "Белгородский округ — 12 дронов, шесть сбиты"."""
    reading = scene.reading
    span = reading.span(quantity.start, quantity.stop)
    if quantity.noun is None:
        return []
    frame = Frame(Kind.ATTACK, span, sentence.index, f"{quantity.noun.lang}.attack.whole", None)
    frame.object = object_type_of(reading, noun)
    frame.object_span = reading.span(quantity.noun.start, quantity.noun.stop)
    frame.count, frame.count_span, frame.token = quantity.count, quantity.span, quantity.start
    frame.place = place_for(reading, chunks, index, quantity)
    return [frame]
