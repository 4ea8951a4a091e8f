"""Attacks, hits and debris that name no object, where the document is about the air."""

from skyledger.extract.chunks import Chunk
from skyledger.extract.context import is_denied_behind, is_negated, is_threat, trap_at
from skyledger.extract.frames.binding import place_for
from skyledger.extract.frames.falls import is_denied_fall
from skyledger.extract.frames.fates import FATES
from skyledger.extract.frames.spots import spots_beside
from skyledger.extract.frames.strikes import counted_strikes, counted_targets, is_recorded_en
from skyledger.extract.reading import Reading
from skyledger.extract.scene import Scene
from skyledger.extract.words import AIM_WORDS
from skyledger.model.frame import Frame, Mention, Quantity, Sentence
from skyledger.model.kinds import Fate, Kind, ObjectType

# Verbs that say "fell" of anything; alone they are no debris.
_FALLS = frozenset(("fell", "came down", "crashed", "came down in"))
_FALL_STEMS = ("впа", "упа", "пада")
# What falls without anything in the air: pressure, prices, trees.
_FALLS_OTHERWISE = (
    *("давлен", "температ", "напряжен", "цен", "спрос", "уров", "курс", "объем", "выручк", "добыч", "рейтинг", "акци"),
    *("дерев", "снег", "кран", "балкон", "столб", "штукатур", "лифт", "лёд", "лед", "сосул"),
)
_SUBJECT_BEFORE = 5
_ASSAULT_STEMS = (
    "напрям",
    "направлен",
    "позиц",
    "штурм",
    "direction",
    "positions",
    "assault",
    "піхот",
    "пехот",
    "бригад",
)
_BLAST_STEMS = ("взорв", "вибух", "explod", "детон", "сдетон", "здетон")
# Verbs of collision, said of cars and trains as well.
_COLLISIONS = (
    "протаран",
    "таран",
    "врезал",
    "врізав",
    "врізал",
    "влетел",
    "влетів",
    "crash",
    "ramm",
    "slamm",
    "plough",
)
_GUN_STEMS = ("обстр", "shell", "артил", "бомбард")
_STRIKES = ("удар", "приліт", "прильот", "влучан", "прилет", "попадан")
_DIRECT = frozenset(("direct", "airstrike", "airstrikes"))
_STRIKE_NOUNS = frozenset(("strike", "strikes", "hit", "hits"))
_BEFORE_STRIKE = frozenset(
    "the a an another second air night overnight russian ukrainian enemy hostile this that massive direct two".split()
)
_STRIKE_REACH = 5
_ARRIVALS = ("приліт", "прильот")  # the Russian word is said of planes as well
_ENEMY = ("ворог", "враг", "противник", "росіян", "россиян", "окупант", "оккупант", "армі", "війська")
_AGAIN = frozenset(("удруге", "вдруге", "втретє", "повторно", "вторично"))
_TARGETS = frozenset(("building", "vehicle", "apartment", "part", "location", "settlement"))


def ground_targets(scene: Scene, chunk: Chunk) -> list[Quantity]:
    """Return the things on the ground a chunk names: what may have been hit."""
    found = scene.quantities_in(chunk.start, chunk.stop)
    return [q for q in found if q.noun is not None and q.noun.value in _TARGETS]


def object_is_target(trigger: Mention, noun: Mention | None) -> bool:
    """Tell whether the object of a hit is an aircraft, which is struck on the ground and strikes nothing itself."""
    return noun is not None and noun.value == "aircraft" and trigger.value in ("hit", "launched")


# Passives whose subject is what was struck.
_UNDERGOES = ("подверг", "атакован", "обстрелян", "зазнав", "зазнал", "под", "піддав", "підда")
_SUBJECT_REACH = 2
_ASIDE = frozenset("в во у на от из с над под по возле із з від біля під".split())


# English words of attacks that are from the air whatever else is named.
_FROM_THE_AIR = frozenset(
    (
        "drone drones uav uavs shahed shaheds missile missiles ballistic air aerial airstrike bomb bombs geran gerans "
        "kamikaze unmanned rocket rockets"
    ).split()
)
_COMES = frozenset("came come comes was were been find found finds suffered endured weathered faced".split())


def _comes_under_en(reading: Reading, trigger: Mention) -> bool:
    """Tell whether English words say what their subject underwent from the air: "came under a drone attack"."""
    words = reading.tokens.words[trigger.start : trigger.stop]
    return trigger.lang == "en" and words[0] in _COMES and bool(_FROM_THE_AIR.intersection(words))


_CAUSES = frozenset("внаслідок унаслідок після через вследствие результате после following from after".split())
_THIS = frozenset("цієї цього этой этого that this".split())


def _looks_back(reading: Reading, trigger: Mention) -> bool:
    """Tell whether an attack is only the cause told before: "внаслідок цієї атаки"."""
    before = reading.tokens.words[max(0, trigger.start - 3) : trigger.start]
    return bool(_THIS.intersection(before)) and bool(_CAUSES.intersection(before))


class UncountedRule:
    """Finds at most one such frame a sentence, and only where no counted frame was found."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene

    def read(
        self, sentence: Sentence, chunks: list[Chunk], triggers: list[Mention], used: set[Mention], frames: list[Frame]
    ) -> list[Frame]:
        """Return the first attack, hit or fall of debris of a sentence that names no object, or nothing."""
        if any(f.kind in (Kind.ATTACK, Kind.INTERCEPTION) for f in frames):
            return self._debris_at(sentence, chunks, frames) or self._struck_apart(sentence, chunks, used, frames)
        for index, chunk in enumerate(chunks):
            for trigger in chunk.triggers:
                if trigger in used or "weak" in trigger.flags:
                    continue
                if self._stands(sentence, chunks, index, trigger):
                    return [self._frame(sentence, chunks, index, trigger)]
        return []

    def _debris_at(self, sentence: Sentence, chunks: list[Chunk], frames: list[Frame]) -> list[Frame]:
        """Return debris at a number of places, which bulletins add to their hits: "падіння уламків на 5 локаціях"."""
        if any(f.fate is Fate.DEBRIS for f in frames):
            return []
        for index, chunk in enumerate(chunks):
            fallen = [t for t in chunk.triggers if t.value == "debris"]
            if not fallen:
                continue
            spots = spots_beside(self.scene, sentence, chunks, index)
            if spots is None and self._told_apart(chunk, fallen[0], frames):
                return [self._frame(sentence, chunks, index, fallen[0])]
            if spots is not None:
                frame = self._frame(sentence, chunks, index, fallen[0])
                frame.count, frame.count_span = spots
                return [frame]
        return []

    def _struck_apart(
        self, sentence: Sentence, chunks: list[Chunk], used: set[Mention], frames: list[Frame]
    ) -> list[Frame]:
        """Return a hit that names its own building beside what was downed: "прилёт в порт, 2 шахеда сбили"."""
        if any(f.kind is Kind.ATTACK for f in frames):
            return []
        for index, chunk in enumerate(chunks):
            strikes = [t for t in chunk.triggers if t.value == "hit" and t not in used and "weak" not in t.flags]
            nominal = [t for t in strikes if not t.flags & {"verb", "past", "base"} and t.lang != "en"]
            alone = not any(q.noun is not None and q.noun.category == "object" for q in chunk.quantities)
            if not nominal or not alone or len(chunk.triggers) > 1 or not self._names_target(chunk, nominal[0]):
                continue
            if self._stands(sentence, chunks, index, nominal[0]):
                return [self._frame(sentence, chunks, index, nominal[0])]
        return []

    def _told_apart(self, chunk: Chunk, trigger: Mention, frames: list[Frame]) -> bool:
        """Tell whether debris has a clause and place of its own: "збито 6, уламки впали в Коростені"."""
        used = {f.place.start for f in frames if f.place is not None}
        own = [p for p in chunk.places if p.start not in used and p.start >= trigger.stop]
        word = self.scene.reading.tokens.words[trigger.start]
        return len(chunk.triggers) == 1 and bool(own) and word.startswith(("улам", "облом", "debris"))

    def _stands(self, sentence: Sentence, chunks: list[Chunk], index: int, trigger: Mention) -> bool:
        """Tell whether a trigger without an object tells an event of the air."""
        reading, chunk = self.scene.reading, chunks[index]
        # in English "attack on" is said of any weapon: something that flies must be named
        may_aim = trigger.value in ("hit", "attacked") and (
            trigger.lang != "en" or bool(self.scene.object_types()) or _comes_under_en(reading, trigger)
        )
        aimed = may_aim and self._is_aimed(chunk, trigger)
        if trigger.value not in ("hit", "debris") and not aimed and not self._strikes_ground(trigger, chunk):
            return False
        if reading.tokens.words[trigger.start].startswith(_BLAST_STEMS):
            return False  # a depot that blew up was not seen to be struck
        if reading.tokens.words[trigger.start].startswith(_COLLISIONS) and not self.scene.object_types():
            return False  # "поезд протаранил грузовик"
        named = self.scene.object_types() or trigger.value == "debris" or aimed
        recorded = is_recorded_en(self.scene, trigger)
        if not (named or recorded or self._names_target(chunk, trigger) or self._is_arrival(sentence, trigger)):
            return False
        if "future" in trigger.flags or is_negated(reading, trigger.start, trigger.stop):
            return False
        if _looks_back(reading, trigger):
            self.scene.reject(trigger.start, trigger.stop, trigger.value, "the attack told before")
            return False
        if is_threat(reading, trigger):
            self.scene.reject(trigger.start, trigger.stop, trigger.value, "feared, not something that happened")
            return False
        if is_denied_behind(reading, sentence, trigger) or is_denied_fall(reading, trigger, chunk.triggers):
            self.scene.reject(trigger.start, trigger.stop, trigger.value, "said not to have happened")
            return False
        if trap_at(reading, sentence, trigger.start, trigger.stop) is not None:
            return False
        stretch = reading.tokens.folded[reading.tokens.starts[chunk.start] : reading.tokens.stops[chunk.stop - 1]]
        if any(stem in stretch for stem in ("артил", "міномет", "миномет")):
            return False
        near = chunk.places or (index + 1 < len(chunks) and chunks[index + 1].places)
        if not ground_targets(self.scene, chunk) and not near and not self._told_plainly(sentence, trigger):
            self.scene.reject(trigger.start, trigger.stop, trigger.value, "no target, place or time of its own")
            return False
        return not (trigger.value == "debris" and self._only_falls(trigger))

    def _is_arrival(self, sentence: Sentence, trigger: Mention) -> bool:
        """Tell whether a place had so many "arrivals", a word of strikes from the air: "Харків: 2 прильоти"."""
        words = self.scene.reading.tokens.words
        if not words[trigger.start].startswith(_ARRIVALS) or not self.scene.places_in(sentence.start, sentence.stop):
            return False
        flights = self.scene.reading.starting("unit", sentence.start, sentence.stop)
        return not any(u.value == "flight" for u in flights)

    def _only_falls(self, trigger: Mention) -> bool:
        """Tell whether words of a fall name nothing that fell: "fell", "впав", but not "уламки впали"."""
        words = self.scene.reading.words(trigger.start, trigger.stop).lower()
        if words.startswith(("улам", "облом")) and self.scene.reading.starting("unit", trigger.stop, trigger.stop + 1):
            return True  # "з-під уламків гуртожитку": rubble of a building
        if trigger.lang == "en":
            return words in _FALLS
        alone = trigger.stop - trigger.start == 1 and words.startswith(_FALL_STEMS)
        if trigger.lang == "ru":
            near = self.scene.reading.tokens.words[max(0, trigger.start - _SUBJECT_BEFORE) : trigger.stop + 2]
            return alone and (words.startswith("пада") or any(w.startswith(_FALLS_OTHERWISE) for w in near))
        return alone

    def _is_aimed(self, chunk: Chunk, trigger: Mention) -> bool:
        """Tell whether a place or building is what was struck: "удар по Харькову", "атаковали НПЗ".

        Ground assaults ("атакували у напрямку", "attacked positions") and shelling by guns are none of the air.
        """
        reading = self.scene.reading
        words = reading.tokens.words
        stretch = reading.tokens.folded[reading.tokens.starts[chunk.start] : reading.tokens.stops[chunk.stop - 1]]
        if any(stem in stretch for stem in _ASSAULT_STEMS) or words[trigger.start].startswith(_GUN_STEMS):
            return False
        targets = [p.start for p in chunk.places] + [q.start for q in ground_targets(self.scene, chunk)]
        ahead = [t for t in targets if 0 <= t - trigger.stop <= 3]
        if not ahead:
            return self._is_struck(chunk, trigger)
        between = words[trigger.stop - 1 : min(ahead)]  # the preposition may be part of the term: "прилет по"
        if trigger.value == "attacked" and "verb" in trigger.flags and not self.scene.object_types():
            between = [w for w in between if w not in ("в", "у")]  # "собаки атаковали прохожего в Брянске"
        return bool(AIM_WORDS.intersection(between)) or min(ahead) == trigger.stop

    def _is_struck(self, chunk: Chunk, trigger: Mention) -> bool:
        """Tell whether the subject of a passive is what was struck: "Туапсе атакован", "завод подвергся налёту"."""
        reading = self.scene.reading
        undergoes = reading.tokens.words[trigger.start].startswith(_UNDERGOES) and bool(self.scene.object_types())
        if not undergoes and not _comes_under_en(reading, trigger):
            return False
        before = [p.start for p in chunk.places if 0 <= trigger.start - p.stop <= _SUBJECT_REACH]
        before += [q.start for q in ground_targets(self.scene, chunk) if 0 <= trigger.start - q.stop <= _SUBJECT_REACH]
        return any(start == 0 or reading.tokens.words[start - 1] not in _ASIDE for start in before)

    def _frame(self, sentence: Sentence, chunks: list[Chunk], index: int, trigger: Mention) -> Frame:
        reading = self.scene.reading
        types = {t for t in self.scene.object_types() if t is not ObjectType.UNKNOWN}
        kind, fate = FATES["hit" if trigger.value == "downed" else trigger.value]
        if trigger.value == "attacked" and ground_targets(self.scene, chunks[index]):
            fate = Fate.HIT
        guess = next(iter(types)) if len(types) == 1 else (ObjectType.UNKNOWN if types else None)
        standing = Quantity(None, None, trigger.start, trigger.stop, None)
        found = counted_strikes(self.scene, chunks[index], trigger)
        if found is None and fate is Fate.HIT:
            found = counted_targets(self.scene, chunks[index], trigger)
        count, span = found or (None, None)
        return Frame(
            kind,
            reading.span(trigger.start, trigger.stop),
            sentence.index,
            f"{trigger.lang}.{kind.value}.{trigger.value}.bare",
            fate,
            guess,
            count=count,
            count_span=span,
            place=place_for(reading, chunks, index, standing),
            token=trigger.start,
        )

    def _names_target(self, chunk: Chunk, trigger: Mention) -> bool:
        """Tell whether a hit names a building behind it: "прилёт по котельной", "удар по підстанції"."""
        words = self.scene.reading.words(trigger.start, trigger.stop).lower()
        behind = self.scene.reading.tokens.words[trigger.stop : trigger.stop + 1]
        again = _AGAIN.intersection(behind) and any(
            w.startswith(_ENEMY) for w in self.scene.reading.tokens.words[max(0, trigger.start - 4) : trigger.start]
        )
        if words.startswith(("повторн", "подвійн", "двойн")) or again:
            return True  # a second strike on the same spot
        buildings = [q for q in ground_targets(self.scene, chunk) if q.noun is not None and q.noun.value == "building"]
        sentence = self.scene.reading.sentence_of(trigger.start)
        if trigger.lang != "en" and sentence.stop - sentence.start <= 8 and words.startswith(_STRIKES):
            before = self.scene.quantities_in(sentence.start, trigger.start)  # "Конотоп, депо, нічний удар"
            buildings += [q for q in before if q.noun is not None and q.noun.value == "building"]
            return bool(buildings)
        if trigger.lang == "en":
            return self._is_strike_noun(trigger) and any(self._is_reached(trigger, q) for q in buildings)
        return any(q.start >= trigger.stop for q in buildings)

    def _is_strike_noun(self, trigger: Mention) -> bool:
        """Tell whether "strike" or "direct hit" is the noun: a determiner or adjective stands before it."""
        words = self.scene.reading.tokens.words
        before = words[trigger.start - 1] if trigger.start else ""
        named = words[trigger.start : trigger.stop]
        return named[0] in _DIRECT or (named[-1] in _STRIKE_NOUNS and before in _BEFORE_STRIKE)

    def _is_reached(self, trigger: Mention, target: Quantity) -> bool:
        """Tell whether a strike is told to have reached a building: "a strike on", "the strike took out"."""
        reading = self.scene.reading
        if not 0 <= target.start - trigger.stop <= _STRIKE_REACH:
            return False
        between = reading.tokens.words[trigger.stop - 1 : target.start]
        verbs = reading.starting("trigger", trigger.stop, target.start)
        return bool(AIM_WORDS.intersection(between)) or any(t.value in ("downed", "damage", "hit") for t in verbs)

    def _told_plainly(self, sentence: Sentence, trigger: Mention) -> bool:
        """Tell whether a sentence tells an event: it has a time, or is a short post of few words."""
        return sentence.stop - sentence.start <= 6 or (
            bool(self.scene.times_in(sentence)) and trigger.value == "debris"
        )

    def _strikes_ground(self, trigger: Mention, chunk: Chunk) -> bool:
        """Tell whether "поражение нефтебазы" is a hit on the ground: the verb that also says "shot down"."""
        words = self.scene.reading.words(trigger.start, trigger.stop).lower()
        ground = [
            q
            for q in ground_targets(self.scene, chunk)
            if q.noun is not None and q.noun.value == "building" and q.start >= trigger.stop
        ]
        return words.startswith(("пораж", "порази", "ураж", "урази")) and bool(ground)
