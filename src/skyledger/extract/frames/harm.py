"""People killed, injured or unharmed. Every figure needs a unit that is a person; ages and addresses are none."""

from dataclasses import replace

from skyledger.extract.chunks import Chunk, cut_chunks
from skyledger.extract.context import trap_at
from skyledger.extract.frames import absence
from skyledger.extract.frames.absence import NOBODY, AbsenceRule
from skyledger.extract.frames.aged_people import aged_stretches, with_ages
from skyledger.extract.frames.ailments import with_fatal
from skyledger.extract.frames.by_place import cut_by_place, without_outdated
from skyledger.extract.frames.children_hurt import add_children
from skyledger.extract.frames.harm_words import manners_of
from skyledger.extract.frames.joined_people import AND
from skyledger.extract.frames.nobody_of import without_nobodys
from skyledger.extract.frames.not_of_people import without_machines
from skyledger.extract.frames.one_hurt import figure_of, is_another
from skyledger.extract.frames.others_hurt import are_of_the_enemy, counts_animals
from skyledger.extract.frames.people import HURT, find_people, is_borne_out, is_person
from skyledger.extract.frames.placing import place_of_words
from skyledger.extract.frames.presumed import without_presumed
from skyledger.extract.frames.pronoun_people import forget_wounded, tells_of_last
from skyledger.extract.frames.respectively import is_told_apart, tolls_apart
from skyledger.extract.frames.shares import further_tolls, share_frames
from skyledger.extract.frames.stand_ins import KILLS
from skyledger.extract.frames.struck import struck_people
from skyledger.extract.frames.suffered import without_things
from skyledger.extract.frames.tolls import (
    Toll,
    is_relative,
    is_whole_of,
    join_tolls,
    tells_state_only,
    tells_sum,
    told_toll,
    told_victims,
    without_wounded_of_dead,
)
from skyledger.extract.frames.unnamed_people import with_unnamed
from skyledger.extract.frames.who_is_hurt import people_of
from skyledger.extract.scene import Scene
from skyledger.model.count import Harm
from skyledger.model.frame import Frame, Mention, PlacePhrase, Quantity, Sentence
from skyledger.model.kinds import Kind
from skyledger.model.text import Span

TRIGGERS = HURT | absence.TRIGGERS
_ENEMY = frozenset("ворога противника врага окупантів оккупантов неприятеля росіян".split())
_ENEMY_REACH = 2
_LOOKED_AT = ("осмотр", "обслед", "оглян", "огляд")
_DETAILS = frozenset((":", "(", "—", "–", "-"))


def _each_once(triggers: list[Mention]) -> list[Mention]:
    """Return words of harm in order, one that two packs know but once: "двох людей поранено"."""
    ordered = sorted(triggers, key=lambda t: t.start)
    return [t for n, t in enumerate(ordered) if all((t.start, t.value) != (o.start, o.value) for o in ordered[:n])]


class HarmRule:
    """Finds casualties and their absence, one frame a sentence and place."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.absence = AbsenceRule(scene)
        self.last: Frame | None = None
        self.last_is_sum = False
        self.leads: dict[int, Mention] = {}
        self.manners = manners_of(scene.reading)

    def read(self, sentence: Sentence) -> list[Frame]:
        """Return the harm frames of a sentence."""
        frames = self._read(sentence)
        return frames + self.absence.joined(sentence, frames)

    def _read(self, sentence: Sentence) -> list[Frame]:
        """Return what a sentence tells of the dead and hurt, or that there were none."""
        frames = self.absence.read(sentence)
        found = self._triggers(sentence)
        triggers = without_nobodys(self.scene, sentence, found)
        if len(triggers) < len(found):
            frames += self.absence.of_nobody(sentence, next(t for t in found if t not in triggers), frames)
        if frames:  # "осмотрели 14 жильцов, ран не нашли ни у кого"
            words = self.scene.reading.tokens.words
            triggers = [t for t in triggers if not words[t.start].startswith(_LOOKED_AT)]
        if not triggers:
            return frames + self._item(sentence)
        self.leads[sentence.index] = triggers[-1]
        persons = with_unnamed(self.scene, sentence, find_people(self.scene, sentence))
        persons = with_ages(self.scene.reading, without_outdated(self.scene.reading, persons))
        places = self.scene.places_in(sentence.start, sentence.stop)
        solid = [*self.scene.stretches_in(sentence), *aged_stretches(self.scene.reading, sentence, persons)]
        chunks = cut_chunks(self.scene.reading, sentence, persons, triggers, places, solid)
        for chunk in chunks:
            chunk.triggers = [t for t in chunk.triggers if is_borne_out(self.scene, chunk, t)]
        for part in cut_by_place(chunks):
            toll = self._toll(sentence, part, frames)
            if toll is None or self._repeats_last(sentence, toll) or self._joins_last(sentence, toll):
                continue
            own = None if len(part) == len(chunks) else next(p for c in part for p in c.places)
            frames += self._tolls(sentence, part, toll, own or self._place_of_harm(part), persons)
        return tolls_apart(self.scene, sentence, frames) if is_told_apart(self.scene, sentence) else frames

    def _triggers(self, sentence: Sentence) -> list[Mention]:
        """Return the words of harm of a sentence, each once."""
        scene, reading = self.scene, self.scene.reading
        if hurt := scene.triggers_in(sentence, HURT):
            hurt = without_things(scene, sentence, hurt)
            hurt = without_presumed(scene, sentence, hurt)
            hurt = without_machines(scene, sentence, hurt)
        triggers = [*hurt, *struck_people(scene, sentence)]
        said = reading.masks[sentence.index]
        for kinds, find in self.manners:
            if not kinds or said & kinds:
                triggers += find(scene, sentence, triggers)
        triggers = with_fatal(scene, sentence, triggers)
        if not triggers:
            triggers = told_toll(reading, sentence.start, sentence.stop)
            triggers = triggers or told_victims(reading, sentence.start, sentence.stop)
        return without_wounded_of_dead(_each_once(triggers), reading) if triggers else []

    def _toll(self, sentence: Sentence, part: list[Chunk], frames: list[Frame]) -> Toll | None:
        """Return the dead and hurt of one place, or None; what is denied there goes to the frames."""
        toll = Toll()
        for index, chunk in enumerate(part):
            for trigger in chunk.triggers:
                frames += self.absence.read_denied(sentence, chunk, trigger, frames)
                self._count(sentence, part, index, trigger, toll)
        if toll.trigger is None or not (toll.killed or toll.injured):
            return None
        toll.settle()
        add_children(self.scene, part, toll)
        return toll

    def _tolls(
        self, sentence: Sentence, part: list[Chunk], toll: Toll, own: PlacePhrase | None, persons: list[Quantity]
    ) -> list[Frame]:
        """Return the frame of a toll, with its shares and those of others told with it."""
        reading = self.scene.reading
        self.last = frame = self._toll_frame(sentence, toll, own)
        self.last_is_sum = bool(toll.sums)
        end = max((q.stop for q in persons if self._words_of(q) in toll.spans), default=sentence.stop)
        shares = share_frames(reading, part, frame, end) or further_tolls(reading, part, frame, end)
        return [frame, *shares, *(self._toll_frame(sentence, more, own) for more in toll.further)]

    def _place_of_harm(self, chunks: list[Chunk]) -> PlacePhrase | None:
        """Return the one place named with the dead or the hurt, where that of an attack stands further before them."""
        told = [n for n, c in enumerate(chunks) if c.triggers]
        named = [p for n in told for p in chunks[n].places if p.role == "place"]
        before = [n for n, c in enumerate(chunks) if c.places and n < told[0]] if told else []
        apart = bool(before) and told[0] - before[-1] > 1
        return named[0] if apart and len({p.members for p in named}) == 1 else None

    def _item(self, sentence: Sentence) -> list[Frame]:
        """Return the people of a list's item, whose introduction says what befell them: "Пострадали: — в Туле двое"."""
        trigger = self.leads.get(sentence.lead) if sentence.lead is not None else None
        if trigger is None:
            return []
        places = self.scene.places_in(sentence.start, sentence.stop)
        people = find_people(self.scene, sentence)
        if not people or not places:
            return []
        trigger = replace(trigger, flags=trigger.flags - {"plur", "verb"})
        toll = Toll()
        reading = self.scene.reading
        chunks = cut_chunks(reading, sentence, people, [], places, self.scene.stretches_in(sentence))
        self._count(sentence, chunks, next(n for n, c in enumerate(chunks) if c.quantities), trigger, toll)
        if toll.trigger is None or not (toll.killed or toll.injured):
            return []
        frame = self._toll_frame(sentence, toll, places[0])
        frame.token, frame.rule = sentence.start, f"{frame.rule}.item"
        return [frame]

    def _words_of(self, quantity: Quantity) -> Span:
        """Return the words of a figure, or of one person named without any."""
        return quantity.span or self.scene.reading.span(quantity.start, quantity.stop)

    def _repeats_last(self, sentence: Sentence, toll: Toll) -> bool:
        """Tell whether a toll says how some of those counted in the sentence before are."""
        last = self.last
        if last is None or sentence.index - last.sentence > 2 or self.scene.places_in(sentence.start, sentence.stop):
            return False
        if tells_of_last(self.scene.reading, toll, last):
            return True
        if not tells_state_only(self.scene.reading, toll, last):
            return False
        assert toll.trigger is not None
        assert last.harm is not None
        if toll.children is not None and last.harm.children is None:
            last.harm = replace(last.harm, children=toll.children)
        self.scene.reject(toll.trigger.start, toll.trigger.stop, "injured", "tells more of those counted before")
        return True

    def _joins_last(self, sentence: Sentence, toll: Toll) -> bool:
        """Add a toll to the one just before that left it open: "двоє вбитих; поранених семеро"."""
        last = self.last
        if last is None or last.sentence != sentence.index - 1 or self.last_is_sum or toll.sums:
            return False
        if self.scene.places_in(sentence.start, sentence.stop) or self.scene.times_in(sentence):
            return False
        before = self.scene.reading.sentences[last.sentence]
        return self.scene.reading.gap(before.stop - 1, before.stop).strip() == ";" and join_tolls(last, toll)

    def _count(self, sentence: Sentence, chunks: list[Chunk], index: int, trigger: Mention, toll: Toll) -> None:
        """Add the people a trigger speaks of to the sentence's toll."""
        reading, chunk = self.scene.reading, chunks[index]
        if not _ENEMY.isdisjoint(reading.tokens.words[trigger.stop : trigger.stop + _ENEMY_REACH]):
            return  # "37 «трьохсотих» у ворога" is news of the front
        if reading.tokens.words[trigger.start] in KILLS and reading.ending("number", trigger.start - 1, trigger.start):
            return  # "twelve kills" of gunners
        near = reading.in_range("negation", max(chunk.start, trigger.start - 3), min(chunk.stop, trigger.stop + 3))
        near = [m for m in near if not trigger.start <= m.start < trigger.stop]  # "did not survive"
        near = [m for m in near if not any(q.start <= m.start < q.stop for q in chunk.quantities)]  # "не менее восьми"
        numbers = {q.start for q in chunk.quantities if q.count is not None}
        if any(m.stop not in numbers for m in near):  # "не п'ятеро, а четверо" negates the number alone
            return
        if "future" in trigger.flags or trap_at(reading, sentence, trigger.start, trigger.stop) is not None:
            self.scene.reject(trigger.start, trigger.stop, trigger.value, "future, drill, forecast or other trap")
            return
        behind = reading.at("not_unit", trigger.stop) is not None and reading.at("trigger", trigger.stop) is None
        if behind and reading.tokens.words[trigger.stop] not in AND:  # "5-та" is no number, "та" no measure
            return  # "загинула собака", but not "жертвами атаки"
        quantity = people_of(self.scene, chunks, index, trigger)
        if quantity is not None and (counts_animals(reading, quantity, trigger) or are_of_the_enemy(reading, quantity)):
            return
        if quantity is not None and is_another(self.scene, quantity, trigger):
            quantity = None
        spans: list[Span] = []
        interval = figure_of(self.scene, chunks, index, quantity, trigger, spans)
        if interval is None:
            return
        toll.trigger = toll.trigger or trigger
        forget_wounded(reading, toll, trigger, spans)
        if is_whole_of(reading, chunk, interval, getattr(toll, trigger.value)):
            toll.replace(trigger.value, interval, spans)
        elif self._is_further(chunks, index, quantity, trigger, toll):
            toll.further.append(Toll(trigger=trigger))
            toll.further[-1].add(trigger.value, interval, spans)
        elif tells_sum(reading, chunk):
            toll.replace(trigger.value, interval, spans)
        else:
            toll.add(trigger.value, interval, spans)
        joined = len(spans) > 1  # the children among those joined are summed up by themselves
        if quantity is not None and quantity.noun is not None and quantity.noun.value == "child" and not joined:
            toll.add("children", interval, [])

    def _is_further(
        self, chunks: list[Chunk], index: int, quantity: Quantity | None, trigger: Mention, toll: Toll
    ) -> bool:
        """Tell whether a figure is of others than those counted: "двом пасажиркам посікло ноги, водій контужений"."""
        if quantity is None or quantity.subset or not is_person(quantity) or trigger.value not in toll.of:
            return False
        first = toll.trigger
        if first is None or toll.sums or quantity not in chunks[index].quantities or chunks[index].start <= first.start:
            return False
        between = [c for c in chunks[: index + 1] if c.start > first.start]
        return all(c.opener not in _DETAILS for c in between) and not is_relative(self.scene.reading, chunks[index])

    def _toll_frame(self, sentence: Sentence, toll: Toll, own: PlacePhrase | None) -> Frame:
        assert toll.trigger is not None
        span = self.scene.reading.span(toll.trigger.start, toll.trigger.stop)
        place = own or place_of_words(self.scene, sentence, toll.trigger)
        nobody = all(i is None or i == NOBODY for i in (toll.killed, toll.injured))  # "Injured: 0"
        kind = Kind.NO_CASUALTIES if nobody else Kind.CASUALTIES
        return Frame(
            kind,
            span,
            sentence.index,
            f"{toll.trigger.lang}.{kind.value}.{toll.trigger.value}",
            place=place,
            harm=Harm(killed=toll.killed, injured=toll.injured, children=toll.children),
            harm_spans=tuple(toll.spans),
            token=toll.trigger.start,
        )
