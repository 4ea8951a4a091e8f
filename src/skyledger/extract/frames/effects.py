"""Damage, fire, power cuts and the other things an attack does to civilian life."""

from dataclasses import replace

from skyledger.extract.chunks import Chunk, cut_chunks
from skyledger.extract.context import is_being_clarified, is_negated, trap_at
from skyledger.extract.frames.shares import share_frames
from skyledger.extract.scene import Scene
from skyledger.extract.words import WHERE_WORDS
from skyledger.model.count import Count
from skyledger.model.frame import Frame, Mention, PlacePhrase, Quantity, Sentence
from skyledger.model.kinds import Kind, Modality, PlaceKind, Qualifier, Unit

_DAMAGED = frozenset(("building", "part", "apartment", "vehicle", "settlement", "location"))
_OTHER = {
    "explosions": "explosions heard",
    "evacuation": "evacuation",
    "water": "water",
    "heating": "heating",
    "internet": "mobile internet",
    "flights": "flights",
    "gas": "gas",
    "rescued": "rescued",
    "schools": "schools",
    "trains": "train delays",
}
_COUNTED = {
    "outage": frozenset(("customer", "settlement", "building", "apartment", "person", "region")),
    "evacuation": frozenset(("person", "child", "building")),
    "water": frozenset(("settlement", "building", "customer", "person", "apartment")),
    "heating": frozenset(("settlement", "building", "customer", "person", "apartment")),
    "gas": frozenset(("settlement", "building", "customer", "person", "apartment")),
    "rescued": frozenset(("person", "child")),
    "schools": frozenset(("building",)),
    "trains": frozenset(("vehicle",)),
    "flights": frozenset(("flight",)),
    "explosions": frozenset(("explosion",)),
    "internet": frozenset[str](),
}
_CUT_STEMS = (
    "отключ",
    "огранич",
    "не работ",
    "перебо",
    "замедл",
    "вимк",
    "відключ",
    "обмеж",
    "не прац",
    "cut",
    "switched off",
    "shut",
    "restrict",
    "outage",
    "turned off",
    "down",
    "slow",
    "jam",
    "suspend",
    "dead",
    "not work",
    "stopp",
    "disabl",
    "disconnect",
    "lost",
    " off",
    "halt",
    "block",
    "throttl",
    "gone",
    "disappear",
    "disrupt",
    "interrupt",
)
# Nouns in the singular that are no single thing.
_MASS = ("інфраструктур", "инфраструктур", "infrastructure", "житло", "житла", "сектор", "промзон", "жилье", "жилья")
_BURNT_OUT = ("згоріл", "вигоріл", "сгорел", "выгорел", "burned out", "burnt out")
_TRAIN_STEMS = ("поїзд", "потяг", "електрич", "поезд", "электрич", "train")
_FLIGHT_STEMS = ("рейс", "flight", "аеропорт", "аэропорт", "airport")
_GUNS = frozenset(
    ("opened", "open", "opening", "under", "arms", "gun", "aircraft", "friendly", "returned", "return", "artillery")
)
_BRIGADES = frozenset(
    (
        "service",
        "services",
        "brigade",
        "brigades",
        "department",
        "crews",
        "crew",
        "station",
        "alarm",
        "safety",
        "group",
        "groups",
        "teams",
        "support",
    )
)
_ONE = frozenset(("a", "an", "one", "another"))
_JOINS = frozenset((",", "и", "та", "й", "і", "and", ":", "а", "–", "—", "plus", "также"))
# Whole works are where it burns, not one thing that burned down.
_WORKS = frozenset(("refinery", "oil depot", "industrial facility", "energy facility", "substation", "port"))
TRIGGERS = frozenset(("damage", "fire", "fire_out", "outage", "restored", *_OTHER))


def reading_quantities(scene: Scene, chunk: Chunk) -> list[Quantity]:
    """Return all quantities of a chunk, numbers without a noun included."""
    return scene.quantities_in(chunk.start, chunk.stop)


class EffectRule:
    """Finds effects on the ground; the document must be about the air for them to stand (see ``extract.py``)."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.undamaged: list[Mention] = []

    def read(self, sentence: Sentence) -> list[Frame]:
        """Return the effect frames of a sentence."""
        triggers = [
            t
            for t in self.scene.triggers_in(sentence, TRIGGERS | {"downed"})
            if t.value != "downed" or self._destroys(t)
        ]
        if not triggers:
            return []
        units = [
            q
            for q in self.scene.quantities_in(sentence.start, sentence.stop)
            if q.noun is not None and q.noun.category == "unit"
        ]
        places = self.scene.places_in(sentence.start, sentence.stop)
        chunks = cut_chunks(self.scene.reading, sentence, units, triggers, places, self.scene.stretches_in(sentence))
        frames: list[Frame] = []
        for index, chunk in enumerate(chunks):
            for trigger in chunk.triggers:
                if self._stands(sentence, trigger):
                    frames += self._frames(sentence, chunks, index, trigger, frames)
                elif (
                    self.undamaged
                    and self.undamaged[-1] is trigger
                    and not any(f.kind is Kind.NO_DAMAGE for f in frames)
                ):
                    frames.append(self._plain(sentence, chunks, index, trigger, Kind.NO_DAMAGE))
        return frames

    def _shares(self, sentence: Sentence, trigger: Mention, whole: Frame) -> list[Frame]:
        """Return the parts of a figure given place by place; numbers without a noun count the same things."""
        if whole.count_span is None:
            return []
        reading = self.scene.reading
        numbers = self.scene.quantities_in(sentence.start, sentence.stop)
        places = self.scene.places_in(sentence.start, sentence.stop)
        chunks = cut_chunks(reading, sentence, numbers, [trigger], places, self.scene.stretches_in(sentence))
        after = next((q.stop for q in numbers if q.span == whole.count_span), sentence.stop)
        return share_frames(reading, chunks, whole, after)

    def _destroys(self, trigger: Mention) -> bool:
        """Tell whether a verb that also says "shot down" says "destroyed" of things on the ground here."""
        reading = self.scene.reading
        words = reading.words(trigger.start, trigger.stop).lower()
        if not words.startswith(("destroy", "knock", "wip", "annihilat", "took out", "taken out", "уничтож", "знищ")):
            return False
        near = [
            q
            for q in self.scene.quantities_in(max(0, trigger.start - 5), trigger.stop + 6)
            if not set(",:;").intersection(reading.gap(min(q.stop, trigger.stop) - 1, max(q.start, trigger.start)))
        ]
        flying = [q for q in near if q.noun is not None and q.noun.category == "object" and not self._by(q)]
        ground = [q for q in near if q.noun is not None and q.noun.value in _DAMAGED]
        return bool(ground) and not flying

    def _by(self, quantity: Quantity) -> bool:
        """Tell whether an object is the means: "destroyed by a drone", "знищено дроном"."""
        reading = self.scene.reading
        before = reading.tokens.words[quantity.start - 1] if quantity.start else ""
        return before in ("by", "from", "через", "із-за") or (
            quantity.noun is not None
            and reading.tokens.words[quantity.noun.stop - 1].endswith(("ом", "ами", "ою", "ой"))
        )

    def _stands(self, sentence: Sentence, trigger: Mention) -> bool:
        reading, scene = self.scene.reading, self.scene
        if "future" in trigger.flags or ("inf" in trigger.flags and trigger.lang != "en"):
            scene.reject(trigger.start, trigger.stop, trigger.value, "not something that happened")
            return False
        trap = trap_at(reading, sentence, trigger.start, trigger.stop)
        if trap is None and trigger.value == "flights":  # "из-за тумана задержаны рейсы"
            others = reading.in_range("trap", sentence.start, sentence.stop)
            trap = next((t for t in others if t.value == "other_cause"), None)
        if trap is not None:
            scene.reject(
                trigger.start, trigger.stop, trigger.value, f"{trap.value}: {reading.words(trap.start, trap.stop)}"
            )
            return False
        if trigger.value == "damage" and any(r.span == reading.span(trigger.start, trigger.stop) for r in scene.denied):
            return False
        after = [  # "руйнувань немає", but not "є руйнування, постраждалих немає"
            m
            for m in reading.starting("negation", trigger.stop, min(trigger.stop + 2, sentence.stop))
            if "," not in reading.gap(trigger.stop - 1, m.start)
        ]
        if is_negated(reading, trigger.start, trigger.stop) or (trigger.value in ("fire", "damage") and after):
            if trigger.value == "damage" and trigger.flags & {"verb", "past", "plur", "sing", "neut"}:
                self.undamaged.append(trigger)
            scene.reject(trigger.start, trigger.stop, trigger.value, "negated")
            return False
        if (
            trigger.value == "damage"
            and is_being_clarified(reading, sentence.start, sentence.stop)
            and not [q for q in scene.quantities_in(sentence.start, sentence.stop) if q.count is not None]
        ):
            scene.reject(trigger.start, trigger.stop, trigger.value, "still being clarified")
            return False
        return True

    def _frames(
        self, sentence: Sentence, chunks: list[Chunk], index: int, trigger: Mention, before: list[Frame]
    ) -> list[Frame]:
        if trigger.value in ("damage", "downed"):
            return self._damage(sentence, chunks, index, trigger, before)
        if trigger.value in ("fire", "fire_out"):
            if self._is_gunfire(trigger):
                return []
            if self._burnt_vehicles(chunks[index], trigger):
                return self._damage(sentence, chunks, index, trigger, before)
            if any(f.kind is Kind.FIRE for f in before) or self._is_told_elsewhere(trigger):
                return []
            return self._burnt(self._fire(sentence, chunks, index, trigger), trigger)
        if trigger.value in ("outage", "restored"):
            if any(f.kind is Kind.POWER_OUTAGE for f in before):
                return []
            if trigger.value == "restored":
                span = self.scene.reading.span(trigger.start, trigger.stop)
                self.scene.note(
                    "effect.restored", span, "power is said to be back: kept as a note, it is no new outage"
                )
                return []
            whole = self._plain(sentence, chunks, index, trigger, Kind.POWER_OUTAGE)
            return [whole, *self._shares(sentence, trigger, whole)]
        detail = _OTHER[trigger.value]
        if trigger.value == "internet" and not self._says_cut(sentence):
            return []
        repeats = [f for f in before if f.detail == detail]
        if (repeats and trigger.value != "flights") or not self._is_flight_word(sentence, chunks[index], trigger):
            return []
        if trigger.value == "trains" and not self._are_trains(sentence, trigger):
            return []
        frame = self._plain(sentence, chunks, index, trigger, Kind.OTHER_EFFECT)
        if frame.count is None and self._needs_people(trigger):
            return []
        if any(f.count == frame.count for f in repeats):
            return []
        if detail == "flights" and frame.place is not None:
            frame.place = replace(frame.place, kinds=tuple(PlaceKind.AIRPORT for _ in frame.place.members))
        frame.detail = detail
        return [frame]

    def _is_gunfire(self, trigger: Mention) -> bool:
        """Tell whether "fire" is that of guns, or of those who put fires out: "opened fire", "fire service"."""
        words = self.scene.reading.tokens.words
        before = words[trigger.start - 1] if trigger.start else ""
        behind = words[trigger.stop] if trigger.stop < len(words) else ""
        return words[trigger.stop - 1] == "fire" and (before in _GUNS or behind in _BRIGADES)

    def _burnt_vehicles(self, chunk: Chunk, trigger: Mention) -> bool:
        """Tell whether vehicles burnt out, which is damage; burnt buildings are a fire."""
        word = self.scene.reading.tokens.words[trigger.start]
        if trigger.lang != "en" or word not in ("burned", "burnt", "gutted", "destroyed", "torched"):
            return False
        near = [q for q in chunk.quantities if q.noun is not None and q.noun.value in _DAMAGED]
        return bool(near) and all(q.noun is not None and q.noun.value == "vehicle" for q in near)

    def _says_cut(self, sentence: Sentence) -> bool:
        """Tell whether mobile internet is said to be cut or slow, and not just named."""
        stretch = self.scene.reading.tokens.folded[sentence.first : sentence.last]
        return any(stem in stretch for stem in _CUT_STEMS)

    def _needs_people(self, trigger: Mention) -> bool:
        """Tell whether a verb says of people only what it says of things too: "вывезли 300 человек"."""
        words = self.scene.reading.words(trigger.start, trigger.stop).lower()
        return trigger.value == "rescued" or words.startswith(("вывез", "вывел", "вывед", "вывоз", "отселен"))

    def _is_flight_word(self, sentence: Sentence, chunk: Chunk, trigger: Mention) -> bool:
        """Tell whether "delayed" or "отменены" speaks of flights here."""
        if trigger.value != "flights":
            return True
        nouns = [
            q
            for q in self.scene.quantities_in(sentence.start, sentence.stop)
            if q.noun is not None and q.noun.value == "flight"
        ]
        return bool(nouns) or "flight" in self.scene.reading.words(trigger.start, trigger.stop).lower()

    def _are_trains(self, sentence: Sentence, trigger: Mention) -> bool:
        """Tell whether "delayed" speaks of trains: they are named beside it, and no flights are."""
        folded = self.scene.reading.tokens.folded[sentence.first : sentence.last]
        return any(stem in folded for stem in _TRAIN_STEMS) and not any(stem in folded for stem in _FLIGHT_STEMS)

    def _place(self, chunks: list[Chunk], index: int, trigger: Mention) -> PlacePhrase | None:
        here = chunks[index].places
        if trigger.value == "flights":  # where other flights went is not where these were cancelled
            sentence = self.scene.reading.sentence_of(trigger.start)
            sent = [t.start for t in self.scene.triggers_in(sentence, frozenset(("diversion",)))]
            known = [p for c in chunks for p in c.places if not sent or p.start < sent[0]]
            return known[0] if known else None
        struck = [p for p in here if p.start == trigger.stop and trigger.flags & {"verb", "neut"}]
        if struck:
            return struck[0]  # "на Чернігівщині знеструмлено Ніжин"
        before = [p for p in here if p.stop <= trigger.start]
        if before:
            return before[-1]
        if here:
            return here[0]
        for other in range(index - 1, -1, -1):
            if chunks[other].places:
                return chunks[other].places[-1]
        following = chunks[index + 1 : index + 2]
        return following[0].places[0] if following and following[0].places and following[0].opener != "(" else None

    def _targets(self, chunks: list[Chunk], index: int, trigger: Mention) -> list[Quantity]:
        """Return what was damaged: the units of the chunk and of the chunks that continue its list."""
        own = [q for q in chunks[index].quantities if q.noun is not None and q.noun.value in _DAMAGED]
        targets = own
        for chunk in chunks[index + 1 :]:
            if chunk.triggers or chunk.opener not in _JOINS:
                break
            more = [q for q in chunk.quantities if q.noun is not None and q.noun.value in _DAMAGED]
            if (not more and chunk.stop - chunk.start > 3) or self._has_verb(chunk):
                break
            targets = targets + more
        first = index
        while own and first and chunks[first].opener in _JOINS - {":"} and not chunks[first - 1].triggers:
            first -= 1  # "A lorry and two tractors were wrecked"
            listed = [q for q in chunks[first].quantities if q.noun is not None and q.noun.value in _DAMAGED - {"part"}]
            if not listed:
                break
            targets = listed + targets
        if own and index and chunks[index].opener in _JOINS and not chunks[index - 1].triggers:
            targets = [
                q for q in chunks[index - 1].quantities if q.noun is not None and q.noun.value == "part"
            ] + targets
        if not own:
            for chunk in reversed(chunks[:index]):
                back = [q for q in chunk.quantities if q.noun is not None and q.noun.value in _DAMAGED]
                if chunk.triggers:
                    break
                targets = back + targets
        return targets

    def _has_verb(self, chunk: Chunk) -> bool:
        """Tell whether a chunk ends as a clause of its own: "восьми поїздам змінили маршрут"."""
        counted = {t for q in chunk.quantities for t in range(q.start, q.stop)}
        words = self.scene.reading.tokens.words
        return any(
            words[t].endswith(("или", "али", "лися", "ались"))
            for t in range(chunk.start, chunk.stop)
            if t not in counted
        )

    def _detail(self, *nouns: Mention | None) -> str:
        """Return the normalised English words of nouns, from the packs' ``detail`` terms."""
        found = []
        for noun in nouns:
            if noun is None:
                continue
            for term in self.scene.reading.starting("detail", noun.start, noun.stop):
                if noun.start <= term.start and term.stop <= noun.stop:
                    found.append(term.value)
                    break
        return " and ".join(dict.fromkeys(found))

    def _damage(
        self, sentence: Sentence, chunks: list[Chunk], index: int, trigger: Mention, before: list[Frame]
    ) -> list[Frame]:
        """Return one frame for each counted thing, or one for what is named without a number."""
        reading = self.scene.reading
        targets = self._targets(chunks, index, trigger)
        place = self._place(chunks, index, trigger)
        used = {(f.count_span.start, f.count_span.stop) for f in before if f.kind is Kind.DAMAGE and f.count_span}
        targets = [self._single(q, targets) for q in targets]
        counted = [
            q for q in targets if q.count is not None and q.span is not None and (q.span.start, q.span.stop) not in used
        ]
        parts = [q.noun for q in targets if q.noun is not None and q.noun.value == "part"]
        frames = []
        rule = f"{trigger.lang}.damage.verb"
        for quantity in counted:
            detail = self._detail(*(parts if len(counted) == 1 and parts else [quantity.noun]))
            frames.append(
                Frame(
                    Kind.DAMAGE,
                    reading.span(trigger.start, trigger.stop),
                    sentence.index,
                    rule,
                    count=quantity.count,
                    count_span=quantity.span,
                    place=place,
                    detail=detail or self._detail(quantity.noun),
                    detail_span=reading.span(quantity.noun.start, quantity.noun.stop) if quantity.noun else None,
                    token=trigger.start,
                )
            )
        more = self._more_of_the_same(trigger, before) if not targets else None
        if more is not None:
            return [more]
        if counted or any(
            f.kind is Kind.DAMAGE and f.token // 40 == trigger.start // 40 and not f.detail for f in before
        ):
            return frames
        if any(f.kind is Kind.DAMAGE for f in before) and not targets:
            return []
        if not targets and not self._says_damage_alone(trigger):
            self.scene.reject(trigger.start, trigger.stop, trigger.value, "nothing damaged is named")
            return []
        nouns = [q.noun for q in targets if q.noun is not None]
        span = reading.span(nouns[0].start, nouns[0].stop) if nouns else None
        return [
            Frame(
                Kind.DAMAGE,
                reading.span(trigger.start, trigger.stop),
                sentence.index,
                rule,
                place=place,
                detail=self._detail(*nouns[:3]),
                detail_span=span,
                token=trigger.start,
            )
        ]

    def _single(self, quantity: Quantity, targets: list[Quantity]) -> Quantity:
        """Count one thing named in the singular ("a lorry", "дитсадок"), unless it only says where ("окна дома")."""
        noun = quantity.noun
        if noun is None or quantity.count is not None or noun.value not in ("building", "vehicle", "apartment"):
            return quantity
        reading = self.scene.reading
        before = reading.tokens.words[quantity.start - 1] if quantity.start else ""
        if reading.tokens.words[noun.stop - 1].startswith(_MASS):
            return quantity
        if (
            "sing" not in noun.flags
            or "plur" in noun.flags
            or before in WHERE_WORDS
            or (noun.lang == "en" and not {before, reading.tokens.words[quantity.start]} & _ONE)
        ):
            return quantity
        if any(
            t.noun is not None and t.noun.value == "part" and t.stop <= quantity.start <= t.stop + 2 for t in targets
        ):
            return quantity
        owned = [t for t in targets if t.noun is not None and t.stop == quantity.start]
        if owned and not reading.gap(quantity.start - 1, quantity.start).strip(" \u00a0"):
            return quantity  # "одного из цехов завода" is one workshop
        span = reading.span(noun.start, noun.stop)
        count = Count(
            low=1, high=1, stated=None, qualifier=Qualifier.EXACT, unit=Unit(noun.value), text=span.slice(reading.text)
        )
        return Quantity(count, noun, quantity.start, quantity.stop, span)

    def _more_of_the_same(self, trigger: Mention, before: list[Frame]) -> Frame | None:
        """Return "and 13 more": a number behind a verb of damage that counts what was counted before."""
        earlier = [f for f in before if f.kind is Kind.DAMAGE and f.count is not None]
        near = [
            q for q in self.scene.quantities_in(trigger.stop, trigger.stop + 3) if q.elliptic and q.count is not None
        ]
        if not earlier or not near or near[0].count is None:
            return None
        last = earlier[-1]
        assert last.count is not None
        span = self.scene.reading.span(trigger.start, trigger.stop)
        frame = Frame(
            Kind.DAMAGE, span, last.sentence, f"{trigger.lang}.damage.more", place=last.place, token=trigger.start
        )
        frame.count, frame.count_span, frame.detail = (
            replace(near[0].count, unit=last.count.unit),
            near[0].span,
            last.detail,
        )
        return frame

    def _says_damage_alone(self, trigger: Mention) -> bool:
        words = self.scene.reading.words(trigger.start, trigger.stop).lower()
        return trigger.value == "damage" and any(
            stem in words for stem in ("поврежд", "пошкодж", "damage", "разруш", "руйнув", "зруйн")
        )

    def _is_told_elsewhere(self, trigger: Mention) -> bool:
        """Tell whether "из горящей пятиэтажки" only names what another sentence tells to have caught fire."""
        if "attr" not in trigger.flags or "verb" in trigger.flags:
            return False
        fires = self.scene.reading.by_category.get("trigger", ())
        return any(t.value == "fire" and "attr" not in t.flags for t in fires)

    def _burnt(self, fire: Frame, trigger: Mention) -> list[Frame]:
        """Return burnt-out vehicles as damage: "сгорели два автомобиля" is no fire still to be put out."""
        burnt = self.scene.reading.words(trigger.start, trigger.stop).lower().startswith(("сгор", "выгор"))
        if burnt and fire.count is not None and fire.count.unit == Unit.VEHICLE:
            return [replace(fire, kind=Kind.DAMAGE, rule=f"{trigger.lang}.damage.burnt")]
        return [fire]

    def _fire(self, sentence: Sentence, chunks: list[Chunk], index: int, trigger: Mention) -> Frame:
        frame = self._plain(sentence, chunks, index, trigger, Kind.FIRE)
        nouns = [
            q.noun
            for q in chunks[index].quantities
            if q.noun is not None and q.noun.value in ("building", "vehicle", "apartment", "part")
        ]
        if not nouns and index + 1 < len(chunks) and not chunks[index + 1].triggers:
            nouns = [
                q.noun
                for q in chunks[index + 1].quantities
                if q.noun is not None and q.noun.value in ("building", "vehicle")
            ]
        named = [q for q in chunks[index].quantities if q.noun is not None and self._detail(q.noun) not in _WORKS]
        burned = [
            q
            for q in (self._single(q, named) for q in named)
            if q.count is not None and q.noun is not None and q.noun.value in ("building", "vehicle", "apartment")
        ]
        if burned:
            nearest = min(burned, key=lambda q: abs(q.start - trigger.start))
            frame.count, frame.count_span = nearest.count, nearest.span
            burnt_out = self.scene.reading.words(trigger.start, trigger.stop).lower().startswith(_BURNT_OUT)
            if burnt_out and nearest.noun is not None and nearest.noun.value == "vehicle":
                frame.kind = Kind.DAMAGE  # a burnt-out car is lost, not on fire
        elif (fires := self._fires(trigger)) is not None:
            frame.count, frame.count_span = fires.count, fires.span
        if nouns and nouns[0] is not None:
            near = min(nouns, key=lambda n: abs((n.start if n else 0) - trigger.start))
            frame.detail = self._detail(near)
            frame.detail_span = self.scene.reading.span(near.start, near.stop) if near else None
        return frame

    def _fires(self, trigger: Mention) -> Quantity | None:
        """Return how many fires a noun in the plural counts: "кілька пожеж", "три загоряння"."""
        if "verb" in trigger.flags:
            return None
        near = self.scene.quantities_in(max(0, trigger.start - 3), trigger.start)
        return next((q for q in near if q.elliptic and q.count is not None and q.stop == trigger.start), None)

    def _plain(self, sentence: Sentence, chunks: list[Chunk], index: int, trigger: Mention, kind: Kind) -> Frame:
        reading = self.scene.reading
        wanted = _COUNTED.get(trigger.value, frozenset())
        near = [
            q
            for c in chunks[max(0, index - 1) : index + 2]
            for q in c.quantities
            if q.noun is not None and q.noun.value in wanted and q.count is not None
        ]
        own = [q for q in chunks[index].quantities if q in near]
        if not own and trigger.value == "flights":  # "61 рейс задержан, 14 отменили"
            own = [
                q
                for q in reading_quantities(self.scene, chunks[index])
                if q.elliptic and q.count is not None and 0 <= trigger.start - q.stop <= 1
            ]
        customers = [q for q in near if q.noun is not None and q.noun.value == "customer"]
        if trigger.value == "rescued":
            near = []  # who was evacuated was not thereby rescued
        chosen = next(iter((customers if trigger.value == "outage" else []) or own or near), None)
        return Frame(
            kind,
            reading.span(trigger.start, trigger.stop),
            sentence.index,
            f"{trigger.lang}.{kind.value}.{trigger.value}",
            count=None if chosen is None else chosen.count,
            count_span=None if chosen is None else chosen.span,
            place=self._place(chunks, index, trigger),
            modality=Modality.ASSERTED,
            token=trigger.start,
        )
