"""Interceptions, attacks and sightings: objects in the air, counted, with a fate."""

from dataclasses import dataclass, field

from skyledger.extract.chunks import Chunk
from skyledger.extract.frames import all_but, arrivals, pronouns
from skyledger.extract.frames.acts import ACTED
from skyledger.extract.frames.all_but import told_all_but
from skyledger.extract.frames.all_told import told_apart, told_of_all, told_of_sent
from skyledger.extract.frames.arrivals import none_arrived
from skyledger.extract.frames.binding import trigger_for
from skyledger.extract.frames.both_of import without_those_again
from skyledger.extract.frames.breakdowns import Breakdown
from skyledger.extract.frames.bulletin_items import struck_by_item
from skyledger.extract.frames.came import add_wholes, were_on_their_way
from skyledger.extract.frames.carrying import continues, tells_effects, tells_of_those_before
from skyledger.extract.frames.clauses import clauses_of, has_number, only_object
from skyledger.extract.frames.closing import Closing, find_closing
from skyledger.extract.frames.downfalls import fall_of
from skyledger.extract.frames.epithets import told_by_epithet
from skyledger.extract.frames.falls import instead_of_negated
from skyledger.extract.frames.fate_words import fate_words
from skyledger.extract.frames.flying import FlyingTest
from skyledger.extract.frames.framing import FrameMaker
from skyledger.extract.frames.headed import headed_object
from skyledger.extract.frames.hit_notes import read_notes
from skyledger.extract.frames.minus import read_minus
from skyledger.extract.frames.object_types import craft_meant
from skyledger.extract.frames.pronouns import befell_them
from skyledger.extract.frames.respectively import is_told_apart, row_of_figures
from skyledger.extract.frames.rest_placed import place_the_rest
from skyledger.extract.frames.rest_told import read_rest
from skyledger.extract.frames.running import all_of_them, only_counted, sums_up
from skyledger.extract.frames.shared_subject import ended_too
from skyledger.extract.frames.spots import count_spots, numbers_spots
from skyledger.extract.frames.uncounted import UncountedRule
from skyledger.extract.frames.underwent import count_struck
from skyledger.extract.frames.verbless import told_without_verb
from skyledger.extract.frames.violations import may_be_violations, read_violations
from skyledger.extract.frames.weak import is_borne_out
from skyledger.extract.frames.wholes import OPENS, launched_behind, main_trigger, participle_of, relative_of, whole_of
from skyledger.extract.remainders import is_of_a_share
from skyledger.extract.scene import Scene
from skyledger.model.frame import Frame, Mention, Quantity, Sentence
from skyledger.model.kinds import Fate, Kind, ObjectType

_NARROW = frozenset(("decoy_uav", "fpv_drone"))


@dataclass(slots=True)
class Told:
    """One sentence while it is read: its clauses, what it takes from before, and what is made of it so far."""

    sentence: Sentence
    chunks: list[Chunk]
    triggers: list[Mention]
    carried: Mention | None
    noun: Mention | None
    frames: list[Frame] = field(default_factory=list)
    used: set[Mention] = field(default_factory=set)


class CountedRule:
    """Finds counted frames sentence by sentence, carrying triggers and objects through lists."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.last_trigger: Mention | None = None
        self.last_object: Mention | None = None
        self.spoken_of: Mention | None = None  # of the sentence before, which said nothing of a fate
        self.unfated: Quantity | None = None  # the number of that sentence
        self.flying = FlyingTest(scene)
        self.uncounted = UncountedRule(scene)
        self.maker = FrameMaker(scene)
        self.may_be_violations = may_be_violations(scene.reading)
        self.by_sentence: dict[int, tuple[Mention | None, Mention | None]] = {}
        self.closing: Closing | None = None
        self.breakdown = Breakdown()
        words = scene.reading.tokens.words
        self.may_arrive = not arrivals.ANCHORS.isdisjoint(words)
        self.tells_all_but = not all_but.ANCHORS.isdisjoint(words)
        self.may_point = not pronouns.ANCHORS.isdisjoint(words)
        self.told_before: list[Frame] = []
        self.goes_on = False  # the sentence breaks the total down that was told before it

    def read(self, sentence: Sentence) -> list[Frame]:
        """Return the counted frames of a sentence."""
        before = self.unfated
        frames = self._read(sentence)
        if self.may_be_violations:
            frames += read_violations(self.scene, sentence, frames)
        if self.may_arrive:
            frames += none_arrived(self.scene, sentence, before, frames)
        if self.tells_all_but:
            frames += told_all_but(self.scene, sentence, before, frames)
        if self.may_point:
            them = befell_them(self.scene, sentence, before, frames)
            frames = [f for f in frames if all(f.trigger.start != t.trigger.start for t in them)] + them
        frames += ended_too(self.scene, sentence, frames)
        frames = read_notes(self.scene, sentence, read_rest(self.scene, sentence, frames))
        self.told_before = frames = place_the_rest(self.scene, sentence, frames, self.told_before)
        if not self.goes_on:
            self.breakdown.note(frames, self.last_trigger, self.last_object)
        return frames

    def _read(self, sentence: Sentence) -> list[Frame]:
        """Return what the triggers of a sentence tell of its numbers."""
        scene = self.scene
        triggers = fate_words(scene, sentence)
        self.goes_on = sentence.lead is None and self.breakdown.goes_on(scene, sentence, triggers)
        if self.goes_on:
            triggers = []  # "five stayed in the fields of": the verb of the total tells
        carried, noun = self._carried(sentence, bool(triggers))
        if self.spoken_of is not None and tells_of_those_before(self.scene, sentence, triggers):
            noun = self.spoken_of  # "Дроны летели на Сызрань. Все шесть сбиты."
        self.spoken_of = None
        if told_minus := read_minus(scene, sentence):
            return told_minus
        if items := struck_by_item(scene, sentence):
            return items
        if not triggers and carried is None:
            self.spoken_of = only_object(self.scene, sentence)
            self.unfated = only_counted(scene, sentence)
            return told_without_verb(scene, sentence)
        told = Told(sentence, clauses_of(self.scene, sentence, triggers, noun), triggers, carried, noun)
        for index, chunk in enumerate(told.chunks):
            for quantity in chunk.quantities:
                if not numbers_spots(scene, sentence, quantity):
                    self._tell(told, index, quantity)
        self._tell_of_all(told)
        _part_counters(told.frames)
        told_down = any(f.kind is Kind.INTERCEPTION for f in told.frames)
        self.unfated = None if told_down else only_counted(scene, sentence)
        self._complete(told)
        self._keep(told)
        return told.frames

    def _tell(self, told: Told, index: int, quantity: Quantity) -> None:
        """Add what is told of one number."""
        scene, chunks = self.scene, told.chunks
        chunk = chunks[index]
        following = chunks[index + 1] if index + 1 < len(chunks) else None
        preceding = chunks[index - 1] if index else None
        if not self.flying.counts(chunk, following, preceding, quantity, told.sentence, told.carried, told.noun):
            sent = launched_behind(scene.reading, chunk, quantity)
            if sent is not None and is_of_a_share(scene.reading, quantity):
                self._make(told, index, quantity, sent, quantity.noun)
            return
        trigger = self._governing(told, index, quantity)
        if trigger is None:
            return
        if trigger.start >= chunk.stop and were_on_their_way(scene, quantity) and has_number(chunks, trigger):
            told.noun = quantity.noun or told.noun
            return  # "прямували вісім дронів: п'ять збито"
        trigger, at = instead_of_negated(scene.reading, chunks, index, trigger)
        noun = quantity.noun or told.noun or only_object(self.scene, told.sentence)
        told.noun = noun = craft_meant(scene.reading, quantity, noun)
        if trigger not in told.used and not is_borne_out(scene.reading, chunk, quantity, trigger, noun):
            scene.reject(trigger.start, trigger.stop, trigger.value, "says nothing without what flies")
            return
        fall = fall_of(scene.reading, chunk, quantity, trigger)
        if fall is not None:
            self._make(told, index, quantity, fall, noun)
        # "один из 12 сбитых упал": all of the twelve were shot down
        shot = whole_of(quantity) if fall is not None and quantity.of_total is not None else quantity
        self._make(told, at, shot, trigger, noun)

    def _governing(self, told: Told, index: int, quantity: Quantity) -> Mention | None:
        """Return the word that tells of a number, having told what a participle beside it says of the whole."""
        reading, chunks = self.scene.reading, told.chunks
        trigger = trigger_for(reading, chunks, index, quantity, told.carried)
        shared = participle_of(reading, chunks, index, quantity)
        if shared is not None and (main := main_trigger(chunks, index, quantity, shared)) is not None:
            self._make(told, index, whole_of(quantity), shared, quantity.noun)
            return main
        if shared is not None and shared.value == "launched" and trigger is shared:
            # "it was one of five sent against the works": the five were sent
            self._make(told, index, whole_of(quantity), shared, quantity.noun)
            return None
        relative = relative_of(reading, chunks, index, quantity)
        if relative is None:
            return trigger
        if relative[0].value in OPENS and quantity.count is not None:
            self._make(told, index, quantity, relative[0], quantity.noun)
        told.used.add(relative[0])
        return relative[1]

    def _make(self, told: Told, index: int, quantity: Quantity, trigger: Mention, noun: Mention | None) -> None:
        told.frames += self._frames(told.sentence, told.chunks, index, quantity, trigger, noun)
        told.used.add(trigger)

    def _tell_of_all(self, told: Told) -> None:
        """Add what is told of all numbers of the sentence, or of the one before it, at once."""
        scene, sentence, chunks = self.scene, told.sentence, told.chunks
        row = row_of_figures(scene, sentence) if is_told_apart(scene, sentence) else []
        if row and (apart := self._apart(told, row)):
            told.frames = [f for f in told.frames if f.token not in {q.start for q in row}] + apart
        everyone = all_of_them(scene, sentence, told.triggers) if self.unfated is not None else None
        if everyone is not None and self.unfated is not None:  # "Ночью — 13 БПЛА. Сбиты все"
            at = next(n for n, c in enumerate(chunks) if everyone in c.triggers)
            told.frames = []
            self._make(told, at, self.unfated, everyone, self.unfated.noun)
        if (sent := told_of_sent(scene, sentence, chunks, told.triggers, told.frames)) is not None:
            told.frames += self._frames(sentence, chunks, *sent)
        if not told.frames and (whole := told_of_all(scene, sentence, chunks, told.triggers)) is not None:
            told.frames = self._frames(sentence, chunks, *whole)
            if told.frames:
                told.used.update(t for t in told.triggers if t.value in ("downed", "suppressed"))

    def _apart(self, told: Told, row: list[Quantity]) -> list[Frame]:
        """Return the frames of figures that belong one by one to as many places or things."""
        frames: list[Frame] = []
        for saying, place in told_apart(self.scene, told.sentence, told.chunks, row, told.noun):
            made = self._frames(told.sentence, told.chunks, *saying)
            for frame in made:
                frame.place = place or frame.place
                frame.aggregate = False
            frames += made
        return frames

    def _complete(self, told: Told) -> None:
        """Drop frames that say less than others, and add what is told without a number of its own."""
        scene, sentence, chunks = self.scene, told.sentence, told.chunks
        counted = {f.trigger for f in told.frames if f.count is not None}
        # "беспилотников ... сбили восемнадцать": the bare noun is what the number counts
        frames = [f for f in told.frames if f.count is not None or f.trigger not in counted]
        frames = without_those_again(scene, [f for f in frames if not _says_less(f, frames)])
        if self.closing is not None and self.closing.sentence == sentence.index:
            self.closing.mark(frames)
        frames += self.uncounted.read(sentence, chunks, told.triggers, told.used, frames)
        frames += add_wholes(scene, sentence, chunks, frames)
        tokens = {f.token for f in frames}
        frames += [f for f in told_without_verb(scene, sentence) if f.token not in tokens]
        count_spots(scene, sentence, chunks, frames)
        count_struck(scene, chunks, frames)
        told.frames = told_by_epithet(scene, sentence, told.triggers, frames)

    def _keep(self, told: Told) -> None:
        """Remember the trigger and noun of a sentence for those behind it."""
        carried, noun = told.carried, told.noun
        if told.triggers:
            carried = next((t for t in told.triggers if t in told.used), told.triggers[0])
        named = self.scene.reading.in_range("object", told.sentence.start, told.sentence.stop)
        if named:
            if noun is not None and noun.value in _NARROW and named[0].value == "uav":
                noun = named[0]  # "із 88 дронів 31 — «Гербери». Збито 54": what follows counts the whole
            self.last_object = noun or named[0]
        self.by_sentence[told.sentence.index] = (carried, noun)
        if told.frames:
            self.last_trigger, self.last_object = carried, noun

    def _carried(self, sentence: Sentence, own: bool) -> tuple[Mention | None, Mention | None]:
        """Return trigger and noun a list item takes from what introduces it."""
        if sentence.lead is not None and sentence.lead in self.by_sentence:
            lead, carried = self.scene.reading.sentences[sentence.lead], self.by_sentence[sentence.lead]
            return (None, None) if tells_effects(self.scene, lead, carried[0]) else carried
        if self.goes_on:
            return self.breakdown.trigger, self.breakdown.noun
        if own:
            return None, self.last_object or headed_object(self.scene, sentence)
        if self.closing is None or sentence.index > self.closing.sentence:
            self.closing = find_closing(self.scene, sentence)
        if self.closing is not None:
            return self.closing.trigger, self.closing.noun
        previous = sentence.index - 1
        if previous in self.by_sentence and continues(self.scene, sentence, self.by_sentence[previous][0]):
            return self.by_sentence[previous]
        if self.last_trigger is not None and self.last_trigger.value == "downed" and sums_up(self.scene, sentence):
            return self.last_trigger, self.last_object
        return None, None

    def _frames(
        self,
        sentence: Sentence,
        chunks: list[Chunk],
        index: int,
        quantity: Quantity,
        trigger: Mention,
        noun: Mention | None,
    ) -> list[Frame]:
        """Return the frames of a number; one whose verb and noun stand in sentences before may be their sum."""
        frames = self.maker.make(sentence, chunks, index, quantity, trigger, noun)
        if ACTED in trigger.flags:
            for frame in frames:
                frame.rule += ".agent"
        own = sentence.start <= trigger.start < sentence.stop or sentence.lead is not None
        if frames and not own and noun is self.last_object and sums_up(self.scene, sentence):
            for frame in frames:
                frame.rule += ".sum"
        return frames


def _says_less(frame: Frame, others: list[Frame]) -> bool:
    """Tell whether "aerial threats" without a number only names what its sentence counts: "destroyed 40 drones"."""
    if frame.count is not None or frame.object is not ObjectType.UNKNOWN:
        return False
    return any(o.count is not None and o.kind is frame.kind and o.fate is frame.fate for o in others)


def _part_counters(frames: list[Frame]) -> None:
    """Let no fate be a part of another's number: "14 drones sent, nine of them jammed"."""
    for n, frame in enumerate(frames):
        before = [f for f in frames[:n] if f.count is not None]
        if frame.aggregate and frame.kind is Kind.INTERCEPTION and before:
            frame.aggregate = any(
                f.kind is not Kind.ATTACK or f.fate is Fate.HIT or f.rule.endswith(".whole") for f in before
            )
