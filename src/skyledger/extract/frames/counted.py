"""Interceptions, attacks and sightings: objects in the air, counted, with a fate."""

from dataclasses import replace

from skyledger.extract.chunks import Chunk, cut_chunks
from skyledger.extract.frames import all_but, arrivals, pronouns
from skyledger.extract.frames.acts import ACTED, may_be_verb, with_acts
from skyledger.extract.frames.aimed import told_as_sent, told_by_aim
from skyledger.extract.frames.all_but import told_all_but
from skyledger.extract.frames.arrivals import none_arrived
from skyledger.extract.frames.binding import is_flying, trigger_for
from skyledger.extract.frames.bombs import name_bombs
from skyledger.extract.frames.breakdowns import Breakdown
from skyledger.extract.frames.came import add_wholes
from skyledger.extract.frames.closing import Closing, find_closing
from skyledger.extract.frames.counterparts import add_counterparts, opens_with_one
from skyledger.extract.frames.downfalls import fall_of
from skyledger.extract.frames.falls import instead_of_negated
from skyledger.extract.frames.fates import TRIGGERS
from skyledger.extract.frames.flying import FlyingTest
from skyledger.extract.frames.framing import FrameMaker
from skyledger.extract.frames.idioms import told_by_idiom
from skyledger.extract.frames.impacts import told_by_impact
from skyledger.extract.frames.inverted import told_inverted, without_outdone
from skyledger.extract.frames.listing import is_after_semicolon, is_item
from skyledger.extract.frames.minus import read_minus
from skyledger.extract.frames.object_types import craft_meant
from skyledger.extract.frames.pieces import told_by_pieces
from skyledger.extract.frames.pronouns import befell_them
from skyledger.extract.frames.respectively import is_none, is_told_apart, nouns_apart, places_apart, row_of_figures
from skyledger.extract.frames.running import all_of_them, is_every_one, only_counted, says_all, sums_up
from skyledger.extract.frames.skies import told_by_the_sky
from skyledger.extract.frames.spots import count_spots, numbers_spots
from skyledger.extract.frames.stand_ins import name_stand_ins
from skyledger.extract.frames.stored import without_ground_targets
from skyledger.extract.frames.tallies import told_by_tally
from skyledger.extract.frames.tracks import closes_line, is_track
from skyledger.extract.frames.uncounted import UncountedRule
from skyledger.extract.frames.undergone import with_undergone
from skyledger.extract.frames.underwent import count_struck
from skyledger.extract.frames.verbless import told_without_verb
from skyledger.extract.frames.violations import may_be_violations, read_violations
from skyledger.extract.frames.weak import drop_weak, is_borne_out
from skyledger.extract.frames.wholes import (
    OPENS,
    is_one_of_those,
    launched_behind,
    main_trigger,
    participle_of,
    relative_of,
    whole_of,
)
from skyledger.extract.reading import Reading
from skyledger.extract.remainders import is_of_a_share
from skyledger.extract.scene import Scene
from skyledger.extract.verb_forms import is_past_form
from skyledger.model.frame import Frame, Mention, Quantity, Sentence
from skyledger.model.kinds import Fate, Kind, ObjectType

_EFFECTS = frozenset(("damage", "fire", "outage", "killed", "injured", "water", "gas", "heating"))
_NARROW = frozenset(("decoy_uav", "fpv_drone"))
_SENT = frozenset((None, Fate.LAUNCHED))


_ALL_OF_THEM = frozenset("all both every все всех обе оба усі всі усіх всіх обидва обидві".split())


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
        self.may_be_violations = may_be_violations(scene.reading.tokens.folded)
        self.by_sentence: dict[int, tuple[Mention | None, Mention | None]] = {}
        self.closing: Closing | None = None
        self.breakdown = Breakdown()
        words = scene.reading.tokens.words
        self.may_arrive = not arrivals.ANCHORS.isdisjoint(words)
        self.may_except = not all_but.ANCHORS.isdisjoint(words)
        self.may_point = not pronouns.ANCHORS.isdisjoint(words)
        self.goes_on = False  # the sentence breaks the total down that was told before it

    def read(self, sentence: Sentence) -> list[Frame]:
        """Return the counted frames of a sentence."""
        before = self.unfated
        frames = self._read(sentence)
        if self.may_be_violations:
            frames += read_violations(self.scene, sentence, frames)
        if self.may_arrive:
            frames += none_arrived(self.scene, sentence, before, frames)
        if self.may_except:
            frames += told_all_but(self.scene, sentence, before, frames)
        them = befell_them(self.scene, sentence, before, frames) if self.may_point else []
        told = {f.trigger.start for f in them}
        frames = [f for f in frames if f.trigger.start not in told] + them
        if not self.goes_on:
            self.breakdown.note(frames, self.last_trigger, self.last_object)
        return frames

    def _read(self, sentence: Sentence) -> list[Frame]:
        """Return what the triggers of a sentence tell of its numbers."""
        scene = self.scene
        triggers = self._triggers(sentence)
        self.goes_on = sentence.lead is None and self.breakdown.goes_on(scene, sentence, triggers)
        if self.goes_on:
            triggers = []  # "five stayed in the fields of": the verb of the total tells
        carried, noun = self._carried(sentence, bool(triggers))
        if self.spoken_of is not None and self._tells_of_those_before(sentence, triggers):
            noun = self.spoken_of  # "Дроны летели на Сызрань. Все шесть сбиты."
        self.spoken_of = None
        if told_minus := read_minus(scene, sentence):
            return told_minus
        if not triggers and carried is None:
            self.spoken_of = self._only_object(sentence)
            self.unfated = only_counted(scene, sentence)
            return told_without_verb(scene, sentence)
        chunks = cut_chunks(
            scene.reading,
            sentence,
            scene.quantities_in(sentence.start, sentence.stop),
            triggers,
            scene.places_in(sentence.start, sentence.stop),
            [*scene.stretches_in(sentence), *_asides(scene, sentence)],
        )
        if noun is not None or self._only_object(sentence) is not None:
            add_counterparts(scene.reading, chunks)
        name_bombs(scene, sentence, chunks)
        drop_weak(scene.reading, chunks)
        name_stand_ins(scene, sentence, chunks, noun)
        if "every" in scene.reading.tokens.words:
            for chunk in chunks:
                chunk.quantities = [q for q in chunk.quantities if not is_every_one(scene, q)]
        frames: list[Frame] = []
        used: set[Mention] = set()
        for index, chunk in enumerate(chunks):
            for quantity in chunk.quantities:
                if numbers_spots(scene, sentence, quantity):
                    continue
                following = chunks[index + 1] if index + 1 < len(chunks) else None
                preceding = chunks[index - 1] if index else None
                relative = relative_of(scene.reading, chunks, index, quantity)
                if not self.flying.counts(chunk, following, preceding, quantity, sentence, carried, noun):
                    sent = launched_behind(scene.reading, chunk, quantity)
                    if sent is not None and is_of_a_share(scene.reading, quantity):
                        frames += self._frames(sentence, chunks, index, quantity, sent, quantity.noun)
                        used.add(sent)
                    continue
                trigger = trigger_for(scene.reading, chunks, index, quantity, carried)
                shared = participle_of(scene.reading, chunks, index, quantity)
                if shared is not None and (main := main_trigger(chunks, index, quantity, shared)) is not None:
                    trigger = main
                    frames += self._frames(sentence, chunks, index, whole_of(quantity), shared, quantity.noun)
                    used.add(shared)
                elif shared is not None and shared.value == "launched" and trigger is shared:
                    # "it was one of five sent against the works": the five were sent
                    frames += self._frames(sentence, chunks, index, whole_of(quantity), shared, quantity.noun)
                    used.add(shared)
                    continue
                elif relative is not None:
                    trigger = relative[1]
                    if relative[0].value in OPENS and quantity.count is not None:
                        frames += self._frames(sentence, chunks, index, quantity, relative[0], quantity.noun)
                    used.add(relative[0])
                if trigger is None:
                    continue
                trigger, at = instead_of_negated(scene.reading, chunks, index, trigger)
                noun = quantity.noun or noun or self._only_object(sentence)
                noun = craft_meant(scene.reading, quantity, noun)
                if trigger not in used and not is_borne_out(scene.reading, chunk, quantity, trigger, noun):
                    scene.reject(trigger.start, trigger.stop, trigger.value, "says nothing without what flies")
                    continue
                fall = fall_of(scene.reading, chunk, quantity, trigger)
                if fall is not None:
                    frames += self._frames(sentence, chunks, index, quantity, fall, noun)
                    used.add(fall)
                # "один из 12 сбитых упал": all of the twelve were shot down
                shot = whole_of(quantity) if fall is not None and quantity.of_total is not None else quantity
                frames += self._frames(sentence, chunks, at, shot, trigger, noun)
                used.add(trigger)
        row = row_of_figures(scene, sentence) if is_told_apart(scene, sentence) else []
        if row and (apart := self._told_apart(sentence, chunks, row, noun)):
            frames = [f for f in frames if f.token not in {q.start for q in row}] + apart
        everyone = all_of_them(scene, sentence, triggers) if self.unfated is not None else None
        if everyone is not None and self.unfated is not None:  # "Ночью — 13 БПЛА. Сбиты все"
            at = next(n for n, c in enumerate(chunks) if everyone in c.triggers)
            frames = self._frames(sentence, chunks, at, self.unfated, everyone, self.unfated.noun)
            used.add(everyone)
        frames += self._told_of_sent(sentence, chunks, triggers, frames)
        if not frames and (told := self._told_of_all(sentence, chunks, triggers)):
            frames = told
            used.update(t for t in triggers if t.value in ("downed", "suppressed"))
        for n, frame in enumerate(frames):  # "14 drones sent, nine of them jammed": fates share no counter
            before = [f for f in frames[:n] if f.count is not None]
            if frame.aggregate and frame.kind is Kind.INTERCEPTION and before:
                frame.aggregate = any(
                    f.kind is not Kind.ATTACK or f.fate is Fate.HIT or f.rule.endswith(".whole") for f in before
                )
        self.unfated = only_counted(scene, sentence) if not any(f.kind is Kind.INTERCEPTION for f in frames) else None
        counted = {f.trigger for f in frames if f.count is not None}
        # "беспилотников ... сбили восемнадцать": the bare noun is what the number counts
        frames = [f for f in frames if f.count is not None or f.trigger not in counted]
        frames = [f for f in frames if not _says_less(f, frames)]
        if self.closing is not None and self.closing.sentence == sentence.index:
            self.closing.mark(frames)
        frames += self.uncounted.read(sentence, chunks, triggers, used, frames)
        frames += add_wholes(scene, sentence, chunks, frames)
        tokens = {f.token for f in frames}
        frames += [f for f in told_without_verb(scene, sentence) if f.token not in tokens]
        count_spots(scene, sentence, chunks, frames)
        count_struck(scene, chunks, frames)
        if triggers:
            carried = next((t for t in triggers if t in used), triggers[0])
        named = scene.reading.in_range("object", sentence.start, sentence.stop)
        if named:
            if noun is not None and noun.value in _NARROW and named[0].value == "uav":
                noun = named[0]  # "із 88 дронів 31 — «Гербери». Збито 54": what follows counts the whole
            self.last_object = noun or named[0]
        self.by_sentence[sentence.index] = (carried, noun)
        if frames:
            self.last_trigger, self.last_object = carried, noun
        return frames

    def _triggers(self, sentence: Sentence) -> list[Mention]:
        """Return what in a sentence tells a fate: words of the packs, and those that what flies or who acts make so."""
        scene = self.scene
        triggers = scene.triggers_in(sentence, TRIGGERS)
        triggers = without_outdone(scene, sentence, triggers)
        beside = [*told_inverted(scene, sentence, triggers), *told_by_idiom(scene, sentence)]
        if impacts := [*told_by_impact(scene, sentence, triggers), *beside]:
            struck = {n for t in impacts for n in range(t.start, t.stop)}
            triggers = sorted([*(t for t in triggers if t.start not in struck), *impacts], key=lambda t: t.start)
        if pieces := told_by_pieces(scene, sentence, triggers):
            triggers = sorted([*triggers, *pieces], key=lambda t: t.start)
        firm = [t for t in triggers if "weak" not in t.flags]
        sky = told_by_the_sky(scene, sentence, triggers) or ([] if firm else told_by_tally(scene, sentence))
        if sky:
            downed = {t.start for t in sky}
            triggers = sorted([*(t for t in triggers if t.start not in downed), *sky], key=lambda t: t.start)
        triggers = with_acts(scene, sentence, triggers)
        triggers = told_as_sent(scene, sentence, with_undergone(scene, sentence, triggers))
        if aimed := told_by_aim(scene, sentence, triggers):
            own = {t.start for t in aimed}
            triggers = sorted([*(t for t in triggers if t.start not in own), *aimed], key=lambda t: t.start)
        triggers = [t for t in triggers if not is_one_of_those(scene.reading, t)]
        triggers = without_ground_targets(scene, sentence, triggers)
        return [t for t in triggers if not _is_by_fire(scene.reading, t)]

    def _tells_of_those_before(self, sentence: Sentence, triggers: list[Mention]) -> bool:
        """Tell whether a sentence gives the fate of what the one before it spoke of."""
        told = {t.value for t in triggers}
        if told & {"downed", "suppressed"}:
            return True
        if not told & {"lost", "hit", "debris"}:
            return False
        subset = any(q.subset and q.elliptic for q in self.scene.quantities_in(sentence.start, sentence.stop))
        return subset or opens_with_one(self.scene.reading, sentence) or _opens_with_number(self.scene, sentence)

    def _told_apart(
        self, sentence: Sentence, chunks: list[Chunk], row: list[Quantity], noun: Mention | None
    ) -> list[Frame]:
        """Read a row of figures that belong one by one to as many places or things: "seven and four respectively"."""
        scene = self.scene
        places = places_apart(scene, sentence, row)
        nouns = [] if places else nouns_apart(scene, sentence, row)
        if not places and not nouns:
            return []
        frames: list[Frame] = []
        for n, quantity in enumerate(row):
            index = next(i for i, c in enumerate(chunks) if c.start <= quantity.start < c.stop)
            trigger = trigger_for(scene.reading, chunks, index, quantity, None)
            thing = nouns[n] if nouns else quantity.noun or row[-1].noun or noun
            if trigger is None or thing is None:
                return []
            if is_none(scene, quantity):
                continue
            made = self._frames(sentence, chunks, index, quantity, trigger, thing)
            for frame in made:
                frame.place = places[n] if places else frame.place
                frame.aggregate = False
            frames += made
        return frames

    def _told_of_all(self, sentence: Sentence, chunks: list[Chunk], triggers: list[Mention]) -> list[Frame]:
        """Read "Not one of the eight drones reached the works: all were shot down" as eight shot down."""
        whole = only_counted(self.scene, sentence)
        words = self.scene.reading.tokens.words
        for trigger in triggers:
            before = words[_clause_start(self.scene, sentence, trigger.start) : trigger.start]
            if whole is None or trigger.value not in ("downed", "suppressed") or trigger.start < whole.stop:
                continue
            if (
                _ALL_OF_THEM.intersection(
                    (*before, *words[trigger.start - 5 : trigger.start], *words[trigger.stop : trigger.stop + 1])
                )
                and "not" not in before
                and "не" not in before
            ):
                at = next((n for n, c in enumerate(chunks) if whole in c.quantities), 0)
                counted = whole if whole.of_total is None else whole_of(whole)
                return self._frames(sentence, chunks, at, counted, trigger, whole.noun)
        return []

    def _told_of_sent(
        self, sentence: Sentence, chunks: list[Chunk], triggers: list[Mention], frames: list[Frame]
    ) -> list[Frame]:
        """Read "sent 31 drones at Sumy, and every one of them was shot down" as 31 shot down, too."""
        sent = [f for f in frames if f.kind is Kind.ATTACK and f.fate in _SENT and f.count is not None]
        whole = only_counted(self.scene, sentence)
        if whole is None or len(sent) != 1 or len(frames) != 1:
            return []
        words = self.scene.reading.tokens.words
        for trigger in triggers:
            before = words[max(whole.stop, trigger.start - 6) : trigger.start]
            if trigger.value not in ("downed", "suppressed") or trigger.start < whole.stop:
                continue
            if not says_all(before) and not _ALL_OF_THEM.intersection(
                (*before[-3:], *words[trigger.stop : trigger.stop + 1])
            ):
                continue
            if not {"not", "almost", "nearly", "не", "почти", "майже", "чи", "ли"}.intersection(before):
                at = next((n for n, c in enumerate(chunks) if whole in c.quantities), 0)
                firm = replace(trigger, flags=trigger.flags - {"weak"})
                return self._frames(sentence, chunks, at, whole, firm, whole.noun)
        return []

    def _only_object(self, sentence: Sentence) -> Mention | None:
        """Return what flew in a sentence that names it once, behind the number: "14, а не 16 беспилотников"."""
        found = self.scene.reading.in_range("object", sentence.start, sentence.stop)
        return found[0] if len({m.value for m in found}) == 1 else None

    def _carried(self, sentence: Sentence, own: bool) -> tuple[Mention | None, Mention | None]:
        """Return trigger and noun a list item takes from what introduces it."""
        if sentence.lead is not None and sentence.lead in self.by_sentence:
            return (None, None) if self._tells_effects(sentence.lead) else self.by_sentence[sentence.lead]
        if self.goes_on:
            return self.breakdown.trigger, self.breakdown.noun
        if own:
            return None, self.last_object
        if self.closing is None or sentence.index > self.closing.sentence:
            self.closing = find_closing(self.scene, sentence)
        if self.closing is not None:
            return self.closing.trigger, self.closing.noun
        previous = sentence.index - 1
        if previous in self.by_sentence and self._continues(sentence):
            return self.by_sentence[previous]
        if self.last_trigger is not None and self.last_trigger.value == "downed" and sums_up(self.scene, sentence):
            return self.last_trigger, self.last_object
        return None, None

    def _tells_effects(self, lead: int) -> bool:
        """Tell whether a list is about what an attack did on the ground: "После атаки обесточены: Клинцы — 940"."""
        sentence, carried = self.scene.reading.sentences[lead], self.by_sentence[lead][0]
        if carried is None or carried.value != "attacked":
            return False
        counted = self.scene.quantities_in(sentence.start, sentence.stop)
        if any(q.noun is not None and q.noun.category == "object" and q.count is not None for q in counted):
            return False
        return any(t.start > carried.stop for t in self.scene.triggers_in(sentence, _EFFECTS))

    def _continues(self, sentence: Sentence) -> bool:
        """Tell whether a sentence without a verb goes on listing: "По пять — над Курской областью, ..."."""
        quantities = [
            q for q in self.scene.quantities_in(sentence.start, sentence.stop) if is_flying(q) and q.count is not None
        ]
        reading = self.scene.reading
        before = reading.sentences[sentence.index - 1]
        if is_track(reading, sentence) or closes_line(reading, before, self.by_sentence[before.index][0]):
            return False
        if not quantities or is_item(self.scene, sentence):
            return bool(quantities)
        placed = bool(self.scene.places_in(sentence.start, sentence.stop))
        goes_on = placed or is_after_semicolon(self.scene.reading, sentence)
        if _acts(self.scene, sentence, quantities):
            return False
        return quantities[0].start - sentence.start <= 2 and goes_on and not _tells_more(self.scene, quantities[0])

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


# Asides that part a number from its verb by commas: "два, к сожалению, попали в цех".
_ASIDES = (
    ["на", "жаль"],
    ["к", "сожалению"],
    ["увы"],
    ["unfortunately"],
    ["alas"],
    ["sadly"],
    ["regrettably"],
    ["however"],
)
_OPENING = frozenset(word[0] for word in _ASIDES)
_WENT_ON = frozenset("got made came went flew ran hit did managed slipped".split())


def _asides(scene: Scene, sentence: Sentence) -> list[tuple[int, int]]:
    """Return the stretches of asides with the words beside them, inside which no clause ends."""
    words = scene.reading.tokens.words
    found: list[tuple[int, int]] = []
    for n in range(sentence.start + 1, sentence.stop - 1):
        if words[n] in _OPENING:
            found += [(n - 1, n + len(a) + 1) for a in _ASIDES if words[n : n + len(a)] == a]
    return found


def _is_by_fire(reading: Reading, trigger: Mention) -> bool:
    """Tell whether "fire" is that of those who defend: "71 by fire and 26 by electronic warfare"."""
    words = reading.tokens.words
    return words[trigger.start] == "fire" and words[trigger.start - 1] in ("by", "with", "under", "to")


def _tells_more(scene: Scene, quantity: Quantity) -> bool:
    """Tell whether an English verb behind a number says something new of it: "; another two got past"."""
    reading = scene.reading
    words, verb = reading.tokens.words, quantity.stop
    while verb < len(words) and words[verb] in ("more", "others", "other"):
        verb += 1
    if verb >= len(words) or quantity.noun is not None:
        return False
    return words[verb] in _WENT_ON or (words[verb].isascii() and may_be_verb(reading, scene, verb))


def _acts(scene: Scene, sentence: Sentence, quantities: list[Quantity]) -> bool:
    """Tell whether one craft that opens a sentence does something new: "A kamikaze quadcopter chased a lorry"."""
    first = quantities[0]
    if first.start != sentence.start or first.noun is None or first.count is None or first.count.stated is not None:
        return False
    verb = max(q.stop for q in quantities if q.start - first.start <= 2)
    return verb < sentence.stop and not scene.reading.gap(verb - 1, verb).strip() and _is_past(scene, verb)


def _is_past(scene: Scene, token: int) -> bool:
    word = scene.reading.tokens.words[token]
    return word.isascii() and is_past_form(word) and scene.reading.at("trigger", token) is None


def _clause_start(scene: Scene, sentence: Sentence, token: int) -> int:
    """Return where the clause of a token begins, three words before it at most."""
    start = token
    while start > max(sentence.start, token - 3):
        if set(",;:—–").intersection(scene.reading.gap(start - 1, start)):
            break
        start -= 1
    return start


def _opens_with_number(scene: Scene, sentence: Sentence) -> bool:
    """Tell whether a sentence opens with a number that leaves its noun out: "Three hit the works, two fell"."""
    first = scene.quantities_in(sentence.start, sentence.start + 1)
    return bool(first) and first[0].elliptic


def _says_less(frame: Frame, others: list[Frame]) -> bool:
    """Tell whether "aerial threats" without a number only names what its sentence counts: "destroyed 40 drones"."""
    if frame.count is not None or frame.object is not ObjectType.UNKNOWN:
        return False
    return any(o.count is not None and o.kind is frame.kind and o.fate is frame.fate for o in others)
