"""People killed, injured or unharmed. Every figure needs a unit that is a person; ages and addresses are none."""

from dataclasses import replace

from skyledger.extract.chunks import Chunk, cut_chunks
from skyledger.extract.context import is_negated, trap_at
from skyledger.extract.frames import absence
from skyledger.extract.frames.absence import AbsenceRule
from skyledger.extract.frames.binding import place_of_words
from skyledger.extract.frames.by_place import cut_by_place, tells_what_was, without_outdated
from skyledger.extract.frames.insertions import is_inserted
from skyledger.extract.frames.joined_people import interval_of, with_joined, with_one_before
from skyledger.extract.frames.others_hurt import are_of_the_enemy, counts_animals
from skyledger.extract.frames.people import HURT, counts_things, find_people, is_borne_out, is_person
from skyledger.extract.frames.respectively import is_told_apart, tolls_apart
from skyledger.extract.frames.shares import further_tolls, share_frames
from skyledger.extract.frames.stand_ins import KILLS
from skyledger.extract.frames.struck import struck_people
from skyledger.extract.frames.suffered import without_things
from skyledger.extract.frames.tolls import (
    WOUNDED,
    Toll,
    is_relative,
    join_tolls,
    tells_state_only,
    tells_sum,
    told_toll,
    told_victims,
    without_wounded_of_dead,
)
from skyledger.extract.frames.victims import harmed_people, may_have_victims
from skyledger.extract.scene import Scene
from skyledger.model.count import Harm, Interval
from skyledger.model.frame import Frame, Mention, PlacePhrase, Quantity, Sentence
from skyledger.model.kinds import Kind
from skyledger.model.text import Span

TRIGGERS = HURT | absence.TRIGGERS
_AND = frozenset(("и", "та", "й", "і", "and"))
_ONE_BODY = frozenset(("body", "тело", "тіло"))
_AND_COMMA = _AND | {","}
# What opens more about those counted before.
_OF_THEM_REACH = 3
_LONE = frozenset(
    (
        "загиблий загибла поранений поранена травмований травмована постраждалий постраждала погибший погибшая "
        "раненый раненая пострадавший пострадавшая"
    ).split()
)
_POSSESSIVE = frozenset("її його ее её его їхній їхня".split())
_ENEMY = frozenset("ворога противника врага окупантів оккупантов неприятеля росіян".split())
_ENEMY_REACH = 2
_WHERE = frozenset("куди де звідки куда где откуда where".split())
_DETAILS = frozenset((":", "(", "—", "–", "-"))
_ZERO = Interval(low=0, high=0)
# Verbs whose subject is the one who came to harm.
_SUBJECT_SUFFERS = (
    "погиб",
    "загин",
    "умер",
    "помер",
    "сконча",
    "пострада",
    "постражда",
    "травмировался",
    "травмувався",
)


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
        self.may_have_victims = may_have_victims(scene)

    def read(self, sentence: Sentence) -> list[Frame]:
        """Return the harm frames of a sentence."""
        frames = self._read(sentence)
        return frames + self.absence.joined(sentence, frames)

    def _read(self, sentence: Sentence) -> list[Frame]:
        """Return what a sentence tells of the dead and hurt, or that there were none."""
        frames = self.absence.read(sentence)
        hurt = without_things(self.scene, sentence, self.scene.triggers_in(sentence, HURT))
        triggers = [*hurt, *struck_people(self.scene, sentence)]
        if self.may_have_victims:
            triggers += harmed_people(self.scene, sentence, triggers)
        if not triggers:
            reading = self.scene.reading
            triggers = told_toll(reading, sentence.start, sentence.stop)
            triggers = triggers or told_victims(reading, sentence.start, sentence.stop)
        triggers = without_wounded_of_dead(_each_once(triggers), self.scene.reading)
        if not triggers:
            return frames + self._item(sentence)
        self.leads[sentence.index] = triggers[-1]
        persons = find_people(self.scene, sentence)
        persons = without_outdated(self.scene.reading, persons)
        places = self.scene.places_in(sentence.start, sentence.stop)
        chunks = cut_chunks(self.scene.reading, sentence, persons, triggers, places, self.scene.stretches_in(sentence))
        for chunk in chunks:
            chunk.triggers = [t for t in chunk.triggers if is_borne_out(self.scene, chunk, t)]
        for part in cut_by_place(chunks):
            toll = Toll()
            for index, chunk in enumerate(part):
                for trigger in chunk.triggers:
                    frames += self.absence.read_denied(sentence, chunk, trigger, frames)
                    self._count(sentence, part, index, trigger, toll)
            if toll.trigger is None or not (toll.killed or toll.injured):
                continue
            toll.settle()
            self._children(part, toll)
            if self._repeats_last(sentence, toll):
                continue
            if not self._joins_last(sentence, toll):
                own = None if len(part) == len(chunks) else next(p for c in part for p in c.places)
                own = own or self._place_of_harm(part)
                self.last = self._toll_frame(sentence, toll, own)
                self.last_is_sum = bool(toll.sums)
                frames.append(self.last)
                end = max((q.stop for q in persons if self._words_of(q) in toll.spans), default=sentence.stop)
                shares = share_frames(self.scene.reading, part, self.last, end)
                frames += shares or further_tolls(self.scene.reading, part, self.last, end)
                frames += [self._toll_frame(sentence, more, own) for more in toll.further]
        return tolls_apart(self.scene, sentence, frames) if is_told_apart(self.scene, sentence) else frames

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
        places = self.scene.places_in(sentence.start, sentence.stop)
        people = [] if trigger is None else find_people(self.scene, sentence)
        if trigger is None or not people or not places:
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
        if not tells_state_only(self.scene.reading, toll, last):
            return False
        assert toll.trigger is not None
        assert last.harm is not None
        if toll.children is not None and last.harm.children is None:
            last.harm = replace(last.harm, children=toll.children)
        self.scene.reject(toll.trigger.start, toll.trigger.stop, "injured", "tells more of those counted before")
        return True

    def _joins_last(self, sentence: Sentence, toll: Toll) -> bool:
        """Add a toll to the one just before that left it open: "Двоє вбитих. Поранених семеро"."""
        last = self.last
        if last is None or last.sentence != sentence.index - 1 or self.last_is_sum or toll.sums:
            return False
        if self.scene.places_in(sentence.start, sentence.stop) or self.scene.times_in(sentence):
            return False
        return join_tolls(last, toll)

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
        if behind and reading.tokens.words[trigger.stop] not in _AND:  # "5-та" is no number, "та" no measure
            return  # "загинула собака", but not "жертвами атаки"
        quantity = self._people(chunks, index, trigger)
        if quantity is not None and (counts_animals(reading, quantity, trigger) or are_of_the_enemy(reading, quantity)):
            return
        if quantity is not None and self._is_another(quantity, trigger):
            quantity = None
        spans: list[Span] = []
        interval = self._figure(chunks, index, quantity, trigger, spans)
        if interval is None:
            return
        toll.trigger = toll.trigger or trigger
        if self._is_further(chunks, index, quantity, trigger, toll):
            toll.further.append(Toll(trigger=trigger))
            toll.further[-1].add(trigger.value, interval, spans)
        elif tells_sum(reading, chunk):
            toll.replace(trigger.value, interval, spans)
        else:
            toll.add(trigger.value, interval, spans)
        joined = len(spans) > 1  # the children among those joined are summed up by themselves
        if quantity is not None and quantity.noun is not None and quantity.noun.value == "child" and not joined:
            toll.add("children", interval, [])

    def _figure(
        self, chunks: list[Chunk], index: int, quantity: Quantity | None, trigger: Mention, spans: list[Span]
    ) -> Interval | None:
        """Return how many a word of harm speaks of, and add their words to the spans."""
        if quantity is None:
            if not self._is_one_alone(chunks[index], trigger):
                return None
            spans.append(self.scene.reading.span(trigger.start, trigger.stop))
            return Interval(low=1, high=1)
        if quantity.count is not None:
            if quantity.span is not None:
                spans.append(quantity.span)
            interval = with_joined(self.scene.reading, chunks, index, quantity, interval_of(quantity), spans)
            apart = quantity not in chunks[index].quantities  # "two were caught in it and suffered burns" are two
            if trigger.start >= quantity.stop and interval is not None and interval.low == interval.high and not apart:
                return with_one_before(
                    self.scene.reading, chunks, index, interval, spans
                )  # "женщина и двое детей ранены"
            return interval
        one = self._is_one(quantity, trigger) or self._is_told_as_one(quantity, trigger)
        if not one and not self._is_of_pair(quantity, trigger):
            return None
        alone = Interval(low=1, high=1)
        spans.append(self.scene.reading.span(quantity.start, quantity.stop))
        interval = with_joined(self.scene.reading, chunks, index, quantity, alone, spans)
        interval = with_one_before(self.scene.reading, chunks, index, interval, spans)
        return interval if one or interval != alone else None

    def _is_one_alone(self, chunk: Chunk, trigger: Mention) -> bool:
        """Tell whether a word of harm without a noun is said of one: "погиб на месте", "a body was found"."""
        if trigger.value == "killed" and self.scene.reading.tokens.words[trigger.start] in _ONE_BODY:
            return True
        word = self.scene.reading.tokens.words[trigger.start]
        if word in _LONE and (trigger.stop == chunk.stop or self.scene.reading.tokens.words[trigger.stop] in _AND):
            return True  # "загиблий та троє поранених"
        if trigger.lang == "en" or trigger.flags & {"plur", "attr", "neut"}:
            return False
        return "sing" in trigger.flags and not is_relative(self.scene.reading, chunk)

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

    def _is_another(self, quantity: Quantity, trigger: Mention) -> bool:
        """Tell whether a verb in the singular speaks of one more: "сімох витягли живими, восьма загинула"."""
        count = quantity.count
        if count is None or count.low % 10 == 1 or not {"verb", "sing"} <= trigger.flags:
            return False
        word = self.scene.reading.tokens.words[trigger.start]
        return word.startswith(_SUBJECT_SUFFERS) and not trigger.flags & {"plur", "neut"}

    def _is_of_pair(self, quantity: Quantity, trigger: Mention) -> bool:
        """Tell whether one person stands beside a verb in the plural, so that another must be named."""
        noun = quantity.noun
        return (
            noun is not None
            and noun.lang != "en"
            and quantity.count is None
            and "sing" in noun.flags
            and ("plur" not in noun.flags or self.scene.reading.tokens.words[noun.start] == "чоловік")
            and {"verb", "plur"} <= trigger.flags
        )

    @staticmethod
    def _is_one(quantity: Quantity, trigger: Mention) -> bool:
        noun = quantity.noun
        if noun is None:
            return False
        if noun.lang == "en":
            return "sing" in noun.flags
        if not trigger.flags & {"verb", "attr"} and "plur" in trigger.flags:  # "водитель с ранениями"
            return "sing" in noun.flags and "plur" not in noun.flags
        return (
            "sing" in noun.flags
            and ("plur" not in noun.flags or "sing" in trigger.flags)
            and "plur" not in trigger.flags
        )

    def _is_told_as_one(self, quantity: Quantity, trigger: Mention) -> bool:
        """Tell whether one body, or an adjective, makes one of a noun of both numbers: "тіло 80-річної жінки"."""
        words, noun = self.scene.reading.tokens.words, quantity.noun
        if noun is None or noun.lang == "en" or "sing" not in noun.flags or "plur" in trigger.flags:
            return False
        if self._names_body(trigger):
            return True
        if noun.start > 0 and words[noun.start - 1] in _POSSESSIVE:
            return True  # "її чоловік у важкому стані"
        return noun.start > 0 and words[noun.start - 1].endswith(("річної", "річну", "летней", "летнюю"))

    def _names_body(self, trigger: Mention) -> bool:
        return not _ONE_BODY.isdisjoint(self.scene.reading.tokens.words[trigger.start : trigger.stop])

    def _people(self, chunks: list[Chunk], index: int, trigger: Mention) -> Quantity | None:
        """Return the quantity of people a trigger governs: nearest in its chunk, else in the next or previous."""
        chunk = chunks[index]
        others = [t for t in chunk.triggers if t is not trigger]

        def distance(q: Quantity) -> int:
            return trigger.start - q.stop if q.stop <= trigger.start else q.start - trigger.stop

        own = [q for q in chunk.quantities if not any(self._between(t, q, trigger) for t in others)]
        if not own and trigger.value == "killed" and all(t.value == "injured" for t in others):
            own = chunk.quantities  # "a woman wounded on Monday has died"
        own = [q for q in own if not counts_things(self.scene, q, trigger)]
        own = [q for q in own if not is_negated(self.scene.reading, q.start, q.stop, 1)]
        # a noun that is itself the trigger ("раненых") is not what is counted
        own = [q for q in own if q.noun is None or q.noun.start != trigger.start or q.count is not None]
        if self._names_body(trigger) and any(q.start >= trigger.stop for q in own):
            own = [q for q in own if q.start >= trigger.stop]  # not those who found it
        if own:
            nearest = min(own, key=lambda q: (q.count is None, distance(q)))
            return self._whole_before(own, nearest, trigger)
        back = 1  # "a farmer, 38, was killed", "two men, 59 and 63, died"
        while back < index and self._is_passed_over(chunks, index - back):
            back += 1
        ahead = 1
        if index + 2 < len(chunks):
            passed = tells_what_was(self.scene.reading, chunks[index + 1])
            ahead = 2 if passed or is_inserted(self.scene.reading, chunks, index + 1) else 1
        for step in (ahead, -back):
            other = index + step
            if 0 <= other < len(chunks) and not chunks[other].triggers and chunks[other].quantities:
                if step == -1 and chunks[index].opener in (":", "("):
                    continue
                further = chunks[other - 1].quantities if step < 0 and other else []
                if (
                    further
                    and any(self._is_part(q) for q in chunks[other].quantities)
                    and not chunks[other - 1].triggers
                ):
                    return further[-1]  # "four people, including a child, were hurt"
                return chunks[other].quantities[0 if step > 0 else -1]
        return None

    def _whole_before(self, own: list[Quantity], nearest: Quantity, trigger: Mention) -> Quantity:
        """Return those of whom the nearest are a part: "six people including two children perished"."""
        before = [q for q in own if q.stop <= nearest.start and q.count is not None and not q.subset]
        part = (
            nearest.subset and nearest.noun is not None and nearest.noun.lang == "en" and nearest.stop <= trigger.start
        )
        return before[-1] if part and before else nearest

    def _is_part(self, quantity: Quantity) -> bool:
        """Tell whether people are some of those counted before: "including a child", "one of them a child"."""
        return quantity.subset or bool(self.scene.reading.starting("subset", quantity.start, quantity.stop))

    def _is_passed_over(self, chunks: list[Chunk], at: int) -> bool:
        """Tell whether the search for who is meant goes on before a chunk: it names nobody and is no clause apart."""
        chunk = chunks[at]
        if chunk.quantities:
            return False
        shared = chunks[at + 1].opener in _AND and chunk.opener in _AND_COMMA and not chunk.triggers
        return self._is_aside(chunk) or is_inserted(self.scene.reading, chunks, at) or shared

    def _is_aside(self, chunk: Chunk) -> bool:
        """Tell whether a chunk only says more of who or what stands before it: an age, "куди влетів дрон"."""
        relative = chunk.opener == "," and self.scene.reading.tokens.words[chunk.start] in _WHERE
        return self._is_ages(chunk) or relative or (chunk.opener == "," and is_relative(self.scene.reading, chunk))

    def _is_ages(self, chunk: Chunk) -> bool:
        """Tell whether a chunk holds an age and nothing else."""
        words = self.scene.reading.tokens.words[chunk.start : chunk.stop]
        return len(words) == 1 or all(w.isdigit() or w in _AND for w in words)

    @staticmethod
    def _between(other: Mention, quantity: Quantity, trigger: Mention) -> bool:
        if quantity.stop <= trigger.start:
            return quantity.stop <= other.start < trigger.start
        return trigger.stop <= other.start < quantity.start

    def _children(self, chunks: list[Chunk], toll: Toll) -> None:
        """Add the children named among the people hurt."""
        if toll.children is not None:
            return
        low = 0
        spans: list[Span] = []
        for chunk in chunks:
            for quantity in chunk.quantities:
                if quantity.noun is None or quantity.noun.value != "child":
                    continue
                interval = interval_of(quantity)
                if interval is None and "sing" in quantity.noun.flags and "plur" not in quantity.noun.flags:
                    interval = Interval(low=1, high=1)
                elif interval is None:
                    interval = self._of_them(quantity)
                if interval is not None and interval.high is not None:
                    low += interval.low
                    spans.append(self.scene.reading.span(quantity.start, quantity.stop))
        if low:
            toll.add("children", Interval(low=low, high=low), spans)

    def _of_them(self, children: Quantity) -> Interval | None:
        """Return the three of "семеро ранены, трое из них — дети", the nine of "із них 9 — діти"."""
        reading = self.scene.reading
        words = reading.tokens.words
        near = self.scene.quantities_in(max(0, children.start - 5), children.start)
        before = [q for q in near if q.count is not None and (q.elliptic or words[q.stop - 1] in WOUNDED)]
        if not before or before[-1].count is None:
            return None
        last = before[-1]
        if words[last.stop - 1] in WOUNDED:
            told = last.stop == children.start  # "двоє поранених — діти"
        elif last.subset and children.start == last.stop:
            told = bool(reading.starting("subset", last.start - _OF_THEM_REACH, last.start))
        else:
            marks = [m for m in reading.starting("subset", last.stop, children.start) if m.value == "of_which"]
            told = any(0 <= m.start - last.stop <= 1 for m in marks)
        return last.count.interval if told and last.count is not None else None

    def _toll_frame(self, sentence: Sentence, toll: Toll, own: PlacePhrase | None) -> Frame:
        assert toll.trigger is not None
        span = self.scene.reading.span(toll.trigger.start, toll.trigger.stop)
        place = own or place_of_words(self.scene, sentence, toll.trigger)
        nobody = all(i is None or i == _ZERO for i in (toll.killed, toll.injured))  # "Injured: 0"
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
