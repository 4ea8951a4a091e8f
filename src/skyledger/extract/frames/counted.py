"""Interceptions, attacks and sightings: objects in the air, counted, with a fate."""

from skyledger.extract.chunks import Chunk, cut_chunks
from skyledger.extract.places import is_located
from skyledger.extract.context import is_being_clarified, is_negated, trap_at
from skyledger.model.frame import Frame, Mention, PlacePhrase, Quantity, Sentence
from skyledger.extract.scene import Scene
from skyledger.model.count import Count
from skyledger.model.kinds import Fate, Kind, ObjectType, Qualifier, Unit

TRIGGERS = frozenset(("downed", "suppressed", "lost", "launched", "attacked", "hit", "debris", "sighting"))
_FATES = {
    "downed": (Kind.INTERCEPTION, Fate.DOWNED), "suppressed": (Kind.INTERCEPTION, Fate.SUPPRESSED),
    "lost": (Kind.INTERCEPTION, Fate.LOST), "launched": (Kind.ATTACK, Fate.LAUNCHED),
    "attacked": (Kind.ATTACK, None), "hit": (Kind.ATTACK, Fate.HIT), "debris": (Kind.ATTACK, Fate.DEBRIS),
    "sighting": (Kind.SIGHTING, None),
}  # fmt: skip
# A noun that belongs to another noun is not what was shot down: "склад дронов", "оператор БПЛА".
_GROUND_UNITS = frozenset(("person", "building", "vehicle", "location", "child"))


def _is_flying(quantity: Quantity) -> bool:
    """Tell whether a quantity counts objects in the air, or may (a number without a noun)."""
    return quantity.noun is None or quantity.noun.category == "object"


def _first_of_cluster(triggers: list[Mention], chosen: Mention) -> Mention:
    """Return the governing trigger of neighbours: "перехвачены и уничтожены", "отражена атака", "hits ... struck"."""
    index = triggers.index(chosen)
    while index and triggers[index].start - triggers[index - 1].stop <= 1:
        previous = triggers[index - 1]
        if previous.value == triggers[index].value or previous.value in ("downed", "suppressed") or triggers[index].value == "attacked":
            index -= 1
        else:
            break
    return triggers[index]


def _nearest(triggers: list[Mention], quantity: Quantity) -> Mention:
    def distance(trigger: Mention) -> tuple[int, int]:
        gap = quantity.start - trigger.stop if trigger.stop <= quantity.start else trigger.start - quantity.stop
        return (max(gap, 0), trigger.start)

    return _first_of_cluster(triggers, min(triggers, key=distance))


class CountedRule:
    """Finds counted frames sentence by sentence, carrying triggers and objects through lists."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.last_trigger: Mention | None = None
        self.last_object: Mention | None = None
        self.named: list[Quantity] = []
        self.by_sentence: dict[int, tuple[Mention | None, Mention | None]] = {}

    def read(self, sentence: Sentence) -> list[Frame]:
        """Return the counted frames of a sentence."""
        scene = self.scene
        triggers = scene.triggers_in(sentence, TRIGGERS)
        carried, noun = self._carried(sentence, bool(triggers))
        if not triggers and carried is None:
            return []
        chunks = cut_chunks(
            scene.reading, sentence, [q for q in scene.quantities if sentence.start <= q.start < sentence.stop],
            triggers, scene.places_in(sentence.start, sentence.stop), scene.time_stretches,
        )  # fmt: skip
        frames: list[Frame] = []
        used: set[Mention] = set()
        for index, chunk in enumerate(chunks):
            for quantity in chunk.quantities:
                following = chunks[index + 1] if index + 1 < len(chunks) else None
                if not self._counts(chunk, following, quantity, sentence, carried, noun):
                    continue
                trigger = self._trigger_for(chunks, index, quantity, carried)
                if trigger is None:
                    continue
                noun = quantity.noun or noun
                frames += self._frames(sentence, chunks, index, quantity, trigger, noun)
                used.add(trigger)
        frames += self._uncounted(sentence, chunks, triggers, used, frames)
        if triggers:
            carried = next((t for t in triggers if t in used), triggers[0])
        named = scene.reading.in_range("object", sentence.start, sentence.stop)
        if named:
            self.last_object = noun or named[0]
        self.by_sentence[sentence.index] = (carried, noun)
        if frames:
            self.last_trigger, self.last_object = carried, noun
        return frames

    def _carried(self, sentence: Sentence, own: bool) -> tuple[Mention | None, Mention | None]:
        """Return trigger and noun a list item takes from what introduces it."""
        if sentence.lead is not None and sentence.lead in self.by_sentence:
            return self.by_sentence[sentence.lead]
        if own:
            return None, self.last_object
        previous = sentence.index - 1
        if previous in self.by_sentence and self._continues(sentence):
            return self.by_sentence[previous]
        return None, None

    def _continues(self, sentence: Sentence) -> bool:
        """Tell whether a sentence without a verb goes on listing: "По пять — над Курской областью, ..."."""
        quantities = [q for q in self.scene.quantities_in(sentence.start, sentence.stop) if _is_flying(q) and q.count is not None]
        return bool(quantities) and quantities[0].start - sentence.start <= 2 and bool(self.scene.places_in(sentence.start, sentence.stop))

    def _counts(
        self, chunk: Chunk, following: Chunk | None, quantity: Quantity, sentence: Sentence, carried: Mention | None,
        noun: Mention | None,
    ) -> bool:  # fmt: skip
        """Tell whether a quantity may be objects in the air here."""
        reading = self.scene.reading
        if not _is_flying(quantity):
            return False
        if quantity.count is not None and quantity.count.low > _IMPLAUSIBLE and quantity.span is not None:
            self.scene.note("count.implausible", quantity.span, "more objects than one night has ever seen: not taken as a count")
            return False
        if quantity.noun is None:
            if quantity.count is None or noun is None and not self._noun_in(sentence):
                return False
            if quantity.count.high is not None and quantity.count.high > 3000:
                return False
            return self._elliptic_stands(chunk, following, quantity, sentence, carried)
        if quantity.count is None or quantity.count.stated is None:
            before = [q for q in chunk.quantities if q.stop == quantity.start and q.noun is not None]
            if any(q.noun is not None and q.noun.category == "unit" and q.noun.value in _GROUND_UNITS for q in before):
                return False
            if self._names_the_same(quantity, sentence):
                return False
            word = reading.tokens.words[quantity.start - 1] if quantity.start else ""
            if word in _OWNERS:
                return False
        return True

    def _names_the_same(self, quantity: Quantity, sentence: Sentence) -> bool:
        """Tell whether a bare name only says what a counted object was: "80 БпЛА типу «Шахед», «Гербера»"."""
        reading = self.scene.reading
        earlier = [q for q in self.scene.quantities_in(sentence.start, quantity.start) if _is_flying(q) and q.noun is not None]
        if not earlier:
            return False
        last = earlier[-1]
        if last.stop > quantity.start or (last.count is None and last not in self.named):
            return False
        between = reading.tokens.words[last.stop : quantity.start]
        if "." in reading.gap(last.stop - 1, quantity.start) or len(between) > 3:
            return False
        if all(w in _APPOSED for w in between):
            self.named.append(quantity)
            return True
        return False

    def _noun_in(self, sentence: Sentence) -> bool:
        return bool(self.scene.reading.in_range("object", sentence.start, sentence.stop))

    def _elliptic_stands(
        self, chunk: Chunk, following: Chunk | None, quantity: Quantity, sentence: Sentence, carried: Mention | None
    ) -> bool:
        """Tell whether a number without a noun is one of the objects: in a list, beside a trigger or a place."""
        reading = self.scene.reading
        words = reading.tokens.words
        after = words[quantity.stop] if quantity.stop < len(words) else ""
        if any(m.start == quantity.stop for m in reading.by_category.get("not_unit", ())):
            return False
        harmed = [t for t in reading.in_range("trigger", max(0, quantity.start - 2), quantity.stop + 3) if t.value in ("killed", "injured")]
        if harmed:  # "more than 50 injured" are people
            return False
        if after and after not in _MAY_FOLLOW and not any(
            m.start == quantity.stop for c in ("trigger", "place", "place_adj", "subset", "speech", "total", "quantifier", "hedge") for m in reading.by_category.get(c, ())
        ) and reading.gap(quantity.stop - 1, quantity.stop).strip(" \u00a0") == "" and quantity.stop < sentence.stop:
            return False
        dashed = following is not None and bool(following.places) and following.opener in _DASHES
        over_regions = any(q.noun is not None and q.noun.value == "region" for q in chunk.quantities)
        return bool(chunk.places or chunk.triggers or quantity.subset or dashed or over_regions) or carried is not None

    def _trigger_for(self, chunks: list[Chunk], index: int, quantity: Quantity, carried: Mention | None) -> Mention | None:
        """Return the trigger that governs a quantity: in its chunk, before it, after it, or of the list's lead."""
        chunk = chunks[index]
        if chunk.triggers:
            return _nearest(chunk.triggers, quantity)
        for earlier in reversed(chunks[:index]):
            if earlier.triggers:
                return _first_of_cluster(earlier.triggers, earlier.triggers[-1])
        if carried is not None and not any(c.triggers for c in chunks):
            return carried
        for later in chunks[index + 1 :]:
            if later.triggers:
                return later.triggers[0]
        return carried

    def _place_for(self, chunks: list[Chunk], index: int, quantity: Quantity) -> PlacePhrase | None:
        """Return the place of a quantity: behind it in its chunk, before it there, or in a chunk without a number."""
        chunk = chunks[index]
        later = [q.start for q in chunk.quantities if q.start > quantity.start and _is_flying(q)]
        limit = min(later, default=chunk.stop)
        after = [p for p in chunk.places if quantity.start < p.start < limit]
        if after:
            return after[0]
        before = [p for p in chunk.places if p.stop <= quantity.start]
        if before:
            return before[-1]
        flying = [bool([q for q in c.quantities if _is_flying(q) and q.count is not None and (q.noun is not None or c.places)]) for c in chunks]
        following = chunks[index + 1] if index + 1 < len(chunks) else None
        if following is not None and following.opener in _SHARES and following.opener != "," and following.places and not chunk.places:
            behind = following.places[0]
            if flying[index + 1] and following.quantities and behind.start > following.quantities[-1].start and not any(q.elliptic for q in following.quantities):
                return behind  # "80 drones and two missiles at Ukraine"
        for other in range(index + 1, len(chunks)):
            if flying[other] or chunks[other].opener == ":":
                break
            if chunks[other].places and chunks[other].opener not in ("(",):
                if is_located(self.scene.reading, chunks[other].places[0]) or chunks[other].opener in _DASHES:
                    return chunks[other].places[0]
                break
        for other in range(index - 1, -1, -1):
            if chunks[other].places and not flying[other]:
                return chunks[other].places[-1]
            if flying[other] and chunks[other].places and len([f for f in flying if f]) == 2 and chunks[index].opener in _SHARES:
                return chunks[other].places[-1]
        return None

    def _frames(
        self, sentence: Sentence, chunks: list[Chunk], index: int, quantity: Quantity, trigger: Mention,
        noun: Mention | None,
    ) -> list[Frame]:  # fmt: skip
        reading = self.scene.reading
        kind, fate = _FATES[trigger.value]
        attempt = trigger.start > 0 and reading.tokens.words[trigger.start - 1].startswith(_ATTEMPTS)
        if is_negated(reading, trigger.start, trigger.stop) or "future" in trigger.flags or "inf" in trigger.flags and trigger.lang != "en" and not attempt:
            self.scene.reject(trigger.start, trigger.stop, trigger.value, "negated, or not something that happened")
            return []
        trap = trap_at(reading, sentence, min(trigger.start, quantity.start), max(trigger.stop, quantity.stop))
        if trap is not None:
            self.scene.reject(trigger.start, trigger.stop, trigger.value, f"{trap.value}: {reading.words(trap.start, trap.stop)}")
            return []
        if is_being_clarified(reading, chunks[index].start, chunks[index].stop) and quantity.count is None:
            return []
        count, span = quantity.count, quantity.span
        if count is None and noun is not None and trigger.lang != "en":
            count, span = self._one_by_agreement(trigger, quantity)
        if trigger.value == "debris" and count is not None and count.stated is None:
            count, span = None, None  # "обломки дрона" counts no drones
        object_type = self._object_type(noun)
        place = self._place_for(chunks, index, quantity)
        if count is None and (trigger.value == "launched" or not self._is_concrete(sentence, chunks[index], quantity, trigger)):
            self.scene.reject(trigger.start, trigger.stop, trigger.value, "no number, place or time of its own")
            return []
        trigger_span = reading.span(trigger.start, trigger.stop)
        base = Frame(
            kind, trigger_span, sentence.index, f"{trigger.lang}.{kind.value}.{trigger.value}", fate, object_type,
            None if noun is None else reading.span(noun.start, noun.stop), count, span, place, token=quantity.start,
            aggregate=quantity.subset, each=quantity.each,
        )  # fmt: skip
        if trigger.value == "attacked" and any(
            q.noun is not None and q.noun.value in ("vehicle", "building", "apartment", "part") for q in self._ground(chunks[index])
        ):
            base.fate = Fate.HIT
        is_verb = bool(trigger.flags & {"verb", "past", "base", "ing"})
        if kind is Kind.ATTACK and base.fate is None and trigger.value == "attacked" and is_verb and not attempt and count is not None and count.low >= 2 and quantity.noun is not None and not quantity.noun.flags & {"sing"}:
            base.fate = Fate.LAUNCHED
        if quantity.each and place is not None and len(place.members) > 1:
            return [self._member(base, place, n) for n in range(len(place.members))]
        return [base]

    def _object_type(self, noun: Mention | None) -> ObjectType:
        """Return the type of a noun, made precise by a name right behind it: "ракету «Іскандер-М»"."""
        if noun is None or noun.category != "object":
            return ObjectType.UNKNOWN
        if noun.value in ("missile", "uav", "unknown"):
            named = self.scene.reading.at("object", noun.stop)
            if named is not None and (noun.value != "uav" or named.value == "fpv_drone"):
                return ObjectType(named.value)
        return ObjectType(noun.value)

    def _ground(self, chunk: Chunk) -> list[Quantity]:
        found = self.scene.quantities_in(chunk.start, chunk.stop)
        return [q for q in found if q.noun is not None and q.noun.value in _TARGETS]

    def _is_concrete(self, sentence: Sentence, chunk: Chunk, quantity: Quantity, trigger: Mention) -> bool:
        """Tell whether an uncounted event is told as one that happened: it has a place or time beside it.

        "Drone strikes across different regions" is talk; "дроны атаковали Энгельс" is an event.
        """
        if quantity.subset:
            return False
        return bool(chunk.places) or (bool(self.scene.times_in(sentence)) and "attr" not in trigger.flags)

    def _one_by_agreement(self, trigger: Mention, quantity: Quantity) -> tuple[Count | None, "object"]:
        """Return one for an indeclinable noun with a singular verb: "сбит БПЛА"."""
        assert quantity.noun is not None
        if {"sing", "verb"} <= trigger.flags and not trigger.flags & {"plur", "attr"} and not quantity.noun.flags & {"sing", "plur"}:
            span = self.scene.reading.span(quantity.noun.start, quantity.noun.stop)
            text = span.slice(self.scene.reading.text)
            return Count(low=1, high=1, stated=None, qualifier=Qualifier.EXACT, unit=Unit.OBJECT, text=text), span
        return None, None

    @staticmethod
    def _member(base: Frame, place: PlacePhrase, n: int) -> Frame:
        """Return the frame of one place of a list with "16 each"."""
        one = PlacePhrase(
            (place.members[n],), place.start, place.stop, place.member_spans[n], place.role, (place.kinds[n],), (),
            (place.member_spans[n],),
        )  # fmt: skip
        return Frame(
            base.kind, base.trigger, base.sentence, base.rule, base.fate, base.object, base.object_span, base.count,
            base.count_span, one, token=base.token, aggregate=base.aggregate, each=True,
        )  # fmt: skip

    def _told_plainly(self, sentence: Sentence, trigger: Mention) -> bool:
        """Tell whether a sentence tells an event: it has a time, or is a short post of few words."""
        return bool(self.scene.times_in(sentence)) or sentence.stop - sentence.start <= 12 or trigger.lang != "en"

    def _strikes_ground(self, trigger: Mention, chunk: Chunk) -> bool:
        """Tell whether "поражение нефтебазы" is a hit on the ground: the verb that also says "shot down"."""
        words = self.scene.reading.words(trigger.start, trigger.stop).lower()
        ground = [q for q in self._ground(chunk) if q.noun is not None and q.noun.value == "building" and q.start >= trigger.stop]
        return words.startswith(("пораж", "порази", "ураж", "урази")) and bool(ground)

    def _uncounted(
        self, sentence: Sentence, chunks: list[Chunk], triggers: list[Mention], used: set[Mention], frames: list[Frame]
    ) -> list[Frame]:
        """Return frames for attacks, hits and debris that name no object, where the document is about the air."""
        if any(f.kind in (Kind.ATTACK, Kind.INTERCEPTION) for f in frames):
            return []
        types = {t for t in self.scene.object_types() if t is not ObjectType.UNKNOWN}
        reading = self.scene.reading
        for index, chunk in enumerate(chunks):
            for trigger in chunk.triggers:
                if not self._strikes_ground(trigger, chunk) and trigger.value not in ("hit", "debris") or trigger in used or not (types or trigger.value == "debris"):
                    continue
                if is_negated(reading, trigger.start, trigger.stop) or trap_at(reading, sentence, trigger.start, trigger.stop):
                    continue
                near = chunk.places or (index + 1 < len(chunks) and chunks[index + 1].places)
                if not self._ground(chunk) and not near and not self._told_plainly(sentence, trigger):
                    self.scene.reject(trigger.start, trigger.stop, trigger.value, "no target, place or time of its own")
                    continue
                if trigger.lang == "en" and trigger.value == "debris" and reading.words(trigger.start, trigger.stop).lower() in ("fell", "came down", "crashed", "came down in"):
                    continue
                if "future" in trigger.flags:
                    continue
                fake = Quantity(None, None, trigger.start, trigger.stop, None)
                kind, fate = _FATES["hit" if trigger.value == "downed" else trigger.value]
                guess = next(iter(types)) if len(types) == 1 else (ObjectType.UNKNOWN if types else None)
                return [
                    Frame(
                        kind, reading.span(trigger.start, trigger.stop), sentence.index,
                        f"{trigger.lang}.{kind.value}.{trigger.value}.bare", fate, guess, None, None, None,
                        self._place_for(chunks, index, fake), token=trigger.start,
                    )
                ]  # fmt: skip
        return []


_APPOSED = frozenset("типу типа type of types the и та й and or або или інших других різних different класса серии модели model such as".split())
_ATTEMPTS = ("пыта", "попыт", "намага", "спроб", "tried", "attempt")
_TARGETS = frozenset(("building", "vehicle", "apartment", "part", "location", "settlement"))
_DASHES = frozenset("–—-")
# More than this in one night has never been stated by anyone; such a figure is a slip or a running total of the war.
_IMPLAUSIBLE = 5000
_SHARES = frozenset(("и", "та", "і", "and", "й", ","))
_OWNERS = frozenset(
    "операторы операторов оператор оператора расчеты расчет расчета расчетов производство производства завод склад "
    "оператори операторів екіпаж екіпажі пілоти пілот складів склади виробництво production factory operators operator "
    "pilots pilot warehouse producer maker manufacturer запуск".split()
)
_MAY_FOLLOW = frozenset(
    "над в во на у и а но та й і але in over above on near and of з із из от by were was have had за each while still more "
    "приходится пришлось приходятся припадає припали were сбит сбиты сбито збито уничтожен уничтожены знищено было були far".split()
)
