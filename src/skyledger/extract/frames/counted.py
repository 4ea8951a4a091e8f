"""Interceptions, attacks and sightings: objects in the air, counted, with a fate."""

from skyledger.extract.chunks import Chunk, cut_chunks
from skyledger.extract.context import is_being_clarified, is_negated, trap_at
from skyledger.extract.frames.binding import is_flying, is_partitive, place_for, trigger_for
from skyledger.extract.frames.fates import TRIGGERS, as_drifting, fate_told
from skyledger.extract.frames.flying import FlyingTest
from skyledger.extract.frames.running import all_of_them, only_counted, sums_up
from skyledger.extract.frames.uncounted import UncountedRule, ground_targets, object_is_target
from skyledger.extract.frames.weak import drop_weak, is_borne_out
from skyledger.extract.frames.wholes import main_trigger, participle_of, whole_of
from skyledger.extract.scene import Scene
from skyledger.model.count import Count
from skyledger.model.frame import Frame, Mention, PlacePhrase, Quantity, Sentence
from skyledger.model.kinds import Fate, Kind, ObjectType, Qualifier, Unit
from skyledger.model.text import Span

_FROM_MEANS = frozenset(("from", "с", "со", "з", "із", "зі"))
_HEAVY = frozenset(("guided_bomb", "missile", "cruise_missile", "ballistic_missile", "rocket_artillery"))
_PARTS = frozenset(("downed", "suppressed", "lost", "hit"))
_HAVE = frozenset(("had", "has", "have", "also", "then", "that", "which"))
_DETERMINERS = frozenset(("a", "an", "the", "their", "its", "his", "her", "one", "two", "three", "part", "several"))
_DROPPERS = frozenset(("uav", "fpv_drone"))
_NARROW = frozenset(("decoy_uav", "fpv_drone"))
_MANAGED = frozenset(
    ("вдалося", "вдалось", "удалось", "удалося", "смогли", "смог", "смогла", "сумел", "сумели", "сумела")
)  # "28 вдалося збити"
# "A drone fell" is one drone, the debris of a drone is none.
_FALLS = frozenset(
    ("fell", "came down", "crashed", "came down in", "plummeted", "crash landed", "plunged", "fell from the sky")
)
_ATTEMPTS = ("пыта", "попыт", "намага", "спроб", "tried", "attempt")


_BOMBS = frozenset((ObjectType.GUIDED_BOMB, ObjectType.ROCKET_ARTILLERY))


def pieces_fell_whole(frame: Frame, trigger: Mention) -> bool:
    """Tell whether the things themselves fell, and no pieces of them: "две авиабомбы упали на Харьков"."""
    return trigger.lang != "en" and bool(trigger.flags & {"verb", "past"}) and frame.count is not None


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
        self.by_sentence: dict[int, tuple[Mention | None, Mention | None]] = {}

    def read(self, sentence: Sentence) -> list[Frame]:
        """Return the counted frames of a sentence."""
        scene = self.scene
        triggers = scene.triggers_in(sentence, TRIGGERS)
        carried, noun = self._carried(sentence, bool(triggers))
        subset = any(q.subset and q.elliptic for q in scene.quantities_in(sentence.start, sentence.stop))
        if self.spoken_of is not None and any(
            t.value in ("downed", "suppressed") or (subset and t.value in ("lost", "hit", "debris")) for t in triggers
        ):
            noun = self.spoken_of  # "Дроны летели на Сызрань. Все шесть сбиты."
        self.spoken_of = None
        if not triggers and carried is None:
            self.spoken_of = self._only_object(sentence)
            self.unfated = only_counted(scene, sentence)
            return []
        chunks = cut_chunks(
            scene.reading,
            sentence,
            scene.quantities_in(sentence.start, sentence.stop),
            triggers,
            scene.places_in(sentence.start, sentence.stop),
            scene.stretches_in(sentence),
        )
        drop_weak(scene.reading, chunks)
        frames: list[Frame] = []
        used: set[Mention] = set()
        for index, chunk in enumerate(chunks):
            for quantity in chunk.quantities:
                following = chunks[index + 1] if index + 1 < len(chunks) else None
                preceding = chunks[index - 1] if index else None
                if not self.flying.counts(chunk, following, preceding, quantity, sentence, carried, noun):
                    continue
                trigger = trigger_for(scene.reading, chunks, index, quantity, carried)
                shared = participle_of(scene.reading, chunks, index, quantity)
                if shared is not None and (main := main_trigger(chunks, index, quantity, shared)) is not None:
                    trigger = main
                    frames += self._frames(sentence, chunks, index, whole_of(quantity), shared, quantity.noun)
                    used.add(shared)
                if trigger is None:
                    continue
                noun = quantity.noun or noun or self._only_object(sentence)
                if not is_borne_out(scene.reading, chunk, quantity, trigger, noun):
                    scene.reject(trigger.start, trigger.stop, trigger.value, "says nothing without what flies")
                    continue
                frames += self._frames(sentence, chunks, index, quantity, trigger, noun)
                used.add(trigger)
        everyone = all_of_them(scene, sentence, triggers) if self.unfated is not None else None
        if everyone is not None and self.unfated is not None:  # "Ночью — 13 БПЛА. Сбиты все"
            at = next(n for n, c in enumerate(chunks) if everyone in c.triggers)
            frames = self._frames(sentence, chunks, at, self.unfated, everyone, self.unfated.noun)
            used.add(everyone)
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
        frames += self.uncounted.read(sentence, chunks, triggers, used, frames)
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

    def _told_of_all(self, sentence: Sentence, chunks: list[Chunk], triggers: list[Mention]) -> list[Frame]:
        """Read "Not one of the eight drones reached the works: all were shot down" as eight shot down."""
        whole = only_counted(self.scene, sentence)
        words = self.scene.reading.tokens.words
        for trigger in triggers:
            before = words[max(sentence.start, trigger.start - 3) : trigger.start]
            if whole is None or trigger.value not in ("downed", "suppressed") or trigger.start < whole.stop:
                continue
            if (
                trigger.lang == "en"
                and {"all", "both", "every"}.intersection((*before, *words[trigger.start - 5 : trigger.start]))
                and "not" not in before
            ):
                at = next((n for n, c in enumerate(chunks) if whole in c.quantities), 0)
                counted = whole if whole.of_total is None else whole_of(whole)
                return self._frames(sentence, chunks, at, counted, trigger, whole.noun)
        return []

    def _only_object(self, sentence: Sentence) -> Mention | None:
        """Return what flew in a sentence that names it once, behind the number: "14, а не 16 беспилотников"."""
        found = self.scene.reading.in_range("object", sentence.start, sentence.stop)
        return found[0] if len({m.value for m in found}) == 1 else None

    def _carried(self, sentence: Sentence, own: bool) -> tuple[Mention | None, Mention | None]:
        """Return trigger and noun a list item takes from what introduces it."""
        if sentence.lead is not None and sentence.lead in self.by_sentence:
            return self.by_sentence[sentence.lead]
        if own:
            return None, self.last_object
        previous = sentence.index - 1
        if previous in self.by_sentence and self._continues(sentence):
            return self.by_sentence[previous]
        if self.last_trigger is not None and self.last_trigger.value == "downed" and sums_up(self.scene, sentence):
            return self.last_trigger, self.last_object
        return None, None

    def _continues(self, sentence: Sentence) -> bool:
        """Tell whether a sentence without a verb goes on listing: "По пять — над Курской областью, ..."."""
        quantities = [
            q for q in self.scene.quantities_in(sentence.start, sentence.stop) if is_flying(q) and q.count is not None
        ]
        after_semicolon = self.scene.reading.text[max(0, sentence.first - 40) : sentence.first].rstrip().endswith(";")
        placed = bool(self.scene.places_in(sentence.start, sentence.stop))
        return bool(quantities) and quantities[0].start - sentence.start <= 2 and (placed or after_semicolon)

    def _frames(
        self,
        sentence: Sentence,
        chunks: list[Chunk],
        index: int,
        quantity: Quantity,
        trigger: Mention,
        noun: Mention | None,
    ) -> list[Frame]:
        reading = self.scene.reading
        kind, fate = fate_told(reading, trigger, chunks[index])
        if trigger.value == "debris" and self._lands_whole(sentence, trigger, noun):
            fate = Fate.HIT
        word = reading.tokens.words[trigger.start]
        if (
            trigger.value == "launched"
            and word.startswith("drop")
            and quantity.stop == trigger.start
            and noun is not None
            and noun.value in _DROPPERS
        ):
            fate = Fate.HIT  # "a drone dropped an explosive on a cyclist"
        if self._destroys_something(quantity, trigger):
            kind, fate = Kind.ATTACK, Fate.HIT
        before = reading.tokens.words[quantity.start - 1] if quantity.start else ""
        if trigger.value == "downed" and self._is_means(quantity):
            return self._struck_by(sentence, chunks, index, quantity, trigger, noun)
        if object_is_target(trigger, noun):
            self.scene.reject(
                trigger.start, trigger.stop, trigger.value, "aircraft are what was struck, not what struck"
            )
            return []
        partitive = quantity.count is not None and trigger.start >= quantity.stop  # "із 88 дронів, запущених уночі"
        agent = before == "by" and not reading.ending("trigger", quantity.start, quantity.start)
        if (trigger.value == "downed" and agent) or (
            trigger.value == "launched" and before in _FROM_MEANS and not partitive
        ):
            self.scene.reject(trigger.start, trigger.stop, trigger.value, "the object is the means, not what it says")
            return []
        told_of_whole = "attr" in trigger.flags and 0 <= trigger.start - quantity.stop <= 1
        if self._is_whole_of(chunks, index, quantity, trigger):
            return self._came(sentence, chunks, index, quantity, noun)
        if is_partitive(reading, quantity) and trigger.value in _PARTS and not told_of_whole:
            self.scene.reject(trigger.start, trigger.stop, trigger.value, "the number is the whole, not its part")
            return []
        if reading.tokens.words[max(0, trigger.start - 2) : trigger.start] == ["to", "be"] or (
            trigger.start and reading.tokens.words[trigger.start - 1] == "to" and "base" in trigger.flags
        ):
            self.scene.reject(trigger.start, trigger.stop, trigger.value, "planned, not something that happened")
            return []
        tail = reading.text[sentence.first : sentence.last].rstrip(' \n"»')
        following = reading.tokens.words[trigger.stop] if trigger.stop < len(reading.tokens.words) else ""
        if tail.endswith("?") or following in ("бы", "б", "би"):
            self.scene.reject(trigger.start, trigger.stop, trigger.value, "asked or supposed, not told")
            return []
        attempt = trigger.start > 0 and reading.tokens.words[trigger.start - 1].startswith(_ATTEMPTS)
        managed = following in _MANAGED or any(
            w in _MANAGED for w in reading.tokens.words[max(sentence.start, trigger.start - 2) : trigger.start]
        )
        if (
            is_negated(reading, trigger.start, trigger.stop)
            or "future" in trigger.flags
            or (
                "inf" in trigger.flags
                and trigger.lang != "en"
                and not managed
                and not (attempt and trigger.value != "downed")
            )
        ):
            self.scene.reject(trigger.start, trigger.stop, trigger.value, "negated, or not something that happened")
            return []
        trap = trap_at(reading, sentence, min(trigger.start, quantity.start), max(trigger.stop, quantity.stop))
        if trap is not None:
            self.scene.reject(
                trigger.start, trigger.stop, trigger.value, f"{trap.value}: {reading.words(trap.start, trap.stop)}"
            )
            return []
        if is_being_clarified(reading, chunks[index].start, chunks[index].stop) and quantity.count is None:
            return []
        count, span = quantity.count, quantity.span
        if count is None and noun is not None and trigger.lang != "en":
            count, span = self._one_by_agreement(trigger, quantity)
        pieces = any(
            t.lang != "en" or reading.words(t.start, t.stop).lower() not in _FALLS
            for t in chunks[index].triggers
            if t.value == "debris"
        )
        alone = quantity.noun is None and (count is None or not trigger.flags & {"verb", "past"} or noun is None)
        fragments = trigger.value == "debris" and (alone or (count is not None and count.stated is None and pieces))
        if fragments:
            count, span = None, None  # "обломки дрона" counts no drones
        object_type = self._object_type(noun)
        kind, fate = as_drifting(kind, fate, object_type)
        place = place_for(self.scene.reading, chunks, index, quantity)
        if count is None and (
            trigger.value == "launched"
            or (trigger.value != "debris" and not self._is_concrete(sentence, chunks[index], quantity, trigger))
        ):
            self.scene.reject(trigger.start, trigger.stop, trigger.value, "no number, place or time of its own")
            return []
        trigger_span = reading.span(trigger.start, trigger.stop)
        base = Frame(
            kind,
            trigger_span,
            sentence.index,
            f"{trigger.lang}.{kind.value}.{trigger.value}",
            fate,
            object_type,
            None if noun is None else reading.span(noun.start, noun.stop),
            count,
            span,
            place,
            token=quantity.start,
            aggregate=quantity.subset and not fragments,
            each=quantity.each,
        )
        if trigger.value == "attacked" and any(
            q.noun is not None and q.noun.value in ("vehicle", "building", "apartment", "part")
            for q in ground_targets(self.scene, chunks[index])
        ):
            base.fate = Fate.HIT
        if trigger.value == "debris" and base.object in _BOMBS and pieces_fell_whole(base, trigger):
            base.fate = Fate.HIT  # a bomb that fell on a town struck it
        is_verb = bool(trigger.flags & {"verb", "past", "base", "ing"})
        if (
            kind is Kind.ATTACK
            and base.fate is None
            and trigger.value == "attacked"
            and is_verb
            and not attempt
            and count is not None
            and count.low >= 2
            and quantity.noun is not None
            and not quantity.noun.flags & {"sing"}
        ):
            base.fate = Fate.LAUNCHED
        if not sentence.start <= trigger.start < sentence.stop and sentence.lead is None and noun is self.last_object:
            base.rule += ".sum" if sums_up(self.scene, sentence) else ""
        if is_partitive(reading, quantity) and told_of_whole and trigger.value in _PARTS:
            base.aggregate = any(q.count is not None for c in chunks[index + 1 :] for q in c.quantities)
        if quantity.each and place is not None and len(place.members) > 1:
            return [self._member(base, place, n) for n in range(len(place.members))]
        return [base]

    def _destroys_something(self, quantity: Quantity, trigger: Mention) -> bool:
        """Tell whether drones are who destroyed: "a drone had destroyed their boiler house"."""
        words = self.scene.reading.tokens.words
        if trigger.lang != "en" or trigger.value != "downed" or not words[trigger.start].startswith("destroy"):
            return False
        own = quantity.noun is not None and all(w in _HAVE for w in words[quantity.stop : trigger.start])
        behind = words[trigger.stop : trigger.stop + 1]
        return own and quantity.stop <= trigger.start and bool(behind) and behind[0] in _DETERMINERS

    @staticmethod
    def _is_whole_of(chunks: list[Chunk], index: int, quantity: Quantity, trigger: Mention) -> bool:
        """Tell whether the verb is that of a part behind: in "12 дронов, шесть из них сбиты" it tells of the six."""
        if trigger.value not in _PARTS or quantity.subset or quantity.count is None or trigger.start < quantity.stop:
            return False
        if any(
            q.subset and quantity.stop <= q.start < trigger.start
            for c in chunks[index : index + 2]
            for q in c.quantities
        ):
            return True
        # "на Белгород летели 12 дронов, 9 сбили": the verb beside the smaller number is that number's alone
        following = chunks[index + 1] if index + 1 < len(chunks) else None
        return (
            following is not None
            and following.opener == ","
            and trigger in following.triggers
            and not following.places
            and quantity.noun is not None
            and any(
                q.elliptic
                and q.count is not None
                and q.count.low < quantity.count.low
                and 0 <= trigger.start - q.stop <= 1
                for q in following.quantities
            )
        )

    def _came(
        self, sentence: Sentence, chunks: list[Chunk], index: int, quantity: Quantity, noun: Mention | None
    ) -> list[Frame]:
        """Return the attack that a whole is whose part has a fate: "Белгородский округ — 12 дронов, шесть сбиты"."""
        reading = self.scene.reading
        span = reading.span(quantity.start, quantity.stop)
        if quantity.noun is None:
            return []
        frame = Frame(Kind.ATTACK, span, sentence.index, f"{quantity.noun.lang}.attack.whole", None)
        frame.object, frame.object_span = self._object_type(noun), reading.span(quantity.noun.start, quantity.noun.stop)
        frame.count, frame.count_span, frame.token = quantity.count, quantity.span, quantity.start
        frame.place = place_for(reading, chunks, index, quantity)
        return [frame]

    def _lands_whole(self, sentence: Sentence, trigger: Mention, noun: Mention | None) -> bool:
        """Tell whether a bomb or missile that "fell" struck: only what was shot down before falls as debris."""
        reading = self.scene.reading
        if trigger.lang != "en" or noun is None or noun.value not in _HEAVY:
            return False
        if reading.words(trigger.start, trigger.stop).lower() not in _FALLS:
            return False
        others = reading.in_range("trigger", sentence.start, sentence.stop)
        return not any(t.value in ("debris", "downed") and t.start != trigger.start for t in others)

    def _is_means(self, quantity: Quantity) -> bool:
        """Tell whether an object stands in the instrumental: "уничтожен ракетами" is a hit by missiles."""
        if quantity.noun is None or quantity.noun.lang == "en":
            return False
        return self.scene.reading.tokens.words[quantity.noun.stop - 1].endswith(("ом", "ами", "ями", "ою", "ой"))

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
            self.scene.reject(
                trigger.start, trigger.stop, trigger.value, "the object is the means, not what was downed"
            )
            return []
        reading = self.scene.reading
        return [
            Frame(
                Kind.ATTACK,
                reading.span(trigger.start, trigger.stop),
                sentence.index,
                f"{trigger.lang}.attack.means",
                Fate.HIT,
                self._object_type(noun),
                None if noun is None else reading.span(noun.start, noun.stop),
                quantity.count,
                quantity.span,
                place_for(reading, chunks, index, quantity),
                token=quantity.start,
            )
        ]

    def _object_type(self, noun: Mention | None) -> ObjectType:
        """Return the type of a noun, made precise by a name right behind it: "ракету «Іскандер-М»"."""
        if noun is None or noun.category != "object":
            return ObjectType.UNKNOWN
        if noun.value in ("missile", "uav", "unknown"):
            named = self.scene.reading.at("object", noun.stop)
            if named is not None and (noun.value != "uav" or named.value == "fpv_drone"):
                return ObjectType(named.value)
        return ObjectType(noun.value)

    def _is_concrete(self, sentence: Sentence, chunk: Chunk, quantity: Quantity, trigger: Mention) -> bool:
        """Tell whether an uncounted event is told as one that happened: it has a place or time beside it.

        "Drone strikes across different regions" is talk; "дроны атаковали Энгельс" is an event.
        """
        if quantity.subset:
            return False
        return (
            bool(chunk.places)
            or chunk.opener == ":"
            or (bool(self.scene.times_in(sentence)) and "attr" not in trigger.flags)
        )

    def _one_by_agreement(self, trigger: Mention, quantity: Quantity) -> tuple[Count | None, Span | None]:
        """Return one for an indeclinable noun with a singular verb: "сбит БПЛА"."""
        assert quantity.noun is not None
        if (
            {"sing", "verb"} <= trigger.flags
            and not trigger.flags & {"plur", "attr"}
            and not quantity.noun.flags & {"sing", "plur"}
            and not self._is_means(quantity)
        ):
            span = self.scene.reading.span(quantity.noun.start, quantity.noun.stop)
            text = span.slice(self.scene.reading.text)
            return Count(low=1, high=1, stated=None, qualifier=Qualifier.EXACT, unit=Unit.OBJECT, text=text), span
        return None, None

    @staticmethod
    def _member(base: Frame, place: PlacePhrase, n: int) -> Frame:
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
        return Frame(
            base.kind,
            base.trigger,
            base.sentence,
            base.rule,
            base.fate,
            base.object,
            base.object_span,
            base.count,
            base.count_span,
            one,
            token=base.token,
            aggregate=base.aggregate,
            each=True,
        )


def _says_less(frame: Frame, others: list[Frame]) -> bool:
    """Tell whether "aerial threats" without a number only names what its sentence counts: "destroyed 40 drones"."""
    if frame.count is not None or frame.object is not ObjectType.UNKNOWN:
        return False
    return any(o.count is not None and o.kind is frame.kind and o.fate is frame.fate for o in others)
