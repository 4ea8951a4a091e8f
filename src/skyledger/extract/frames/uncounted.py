"""Attacks, hits and debris that name no object, where the document is about the air."""

from skyledger.extract.chunks import Chunk
from skyledger.extract.context import is_denied_behind, is_negated, is_threat, trap_at
from skyledger.extract.frames.blows import BLOWS, counted_blows, number_of
from skyledger.extract.frames.deeds import ENEMY_DEED
from skyledger.extract.frames.falls import is_denied_fall
from skyledger.extract.frames.fates import FATES
from skyledger.extract.frames.ground_targets import (
    comes_down_in_yard,
    comes_under_en,
    ground_targets,
    is_aimed,
    names_target,
    strikes_ground,
)
from skyledger.extract.frames.placing import place_for
from skyledger.extract.frames.spots import spots_beside
from skyledger.extract.frames.strikes import counted_strikes, counted_targets, is_recorded_en
from skyledger.extract.frames.times_over import times_struck
from skyledger.extract.reading import Reading
from skyledger.extract.scene import Scene
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
_BLAST_STEMS = ("взорв", "вибух", "explod", "детон", "сдетон", "здетон")
_SURE = frozenset((BLOWS, ENEMY_DEED))  # of the air, and told of a place, by what made them triggers
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
_ARRIVALS = ("приліт", "прильот")  # the Russian word is said of planes as well


_KEEP_AWAY = (*("подход", "приближ", "прикас", "трога", "підход", "наближ", "торка", "чіпа", "approach", "touch"),)


def is_warned_of(reading: Reading, trigger: Mention) -> bool:
    """Tell whether debris is what nobody should go near: "не підходити до решток", "do not approach debris"."""
    before = reading.tokens.words[max(0, trigger.start - 3) : trigger.start]
    return any(w.startswith(_KEEP_AWAY) for w in before)


def object_is_target(trigger: Mention, noun: Mention | None) -> bool:
    """Tell whether the object of a hit is an aircraft, which is struck on the ground and strikes nothing itself."""
    if noun is None or noun.value != "aircraft":
        return False
    shelling = trigger.value == "attacked" and trigger.lang != "en" and trigger.flags.isdisjoint(("verb", "past"))
    return trigger.value in ("hit", "launched") or (shelling and noun.start > trigger.start)


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
            if spots is None and _told_apart(self.scene, chunk, fallen[0], frames):
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
            if not nominal or not alone or len(chunk.triggers) > 1 or not names_target(self.scene, chunk, nominal[0]):
                continue
            if self._stands(sentence, chunks, index, nominal[0]):
                return [self._frame(sentence, chunks, index, nominal[0])]
        return []

    def _stands(self, sentence: Sentence, chunks: list[Chunk], index: int, trigger: Mention) -> bool:
        """Tell whether a trigger without an object tells an event of the air."""
        reading, chunk = self.scene.reading, chunks[index]
        if not self._is_of_the_air(sentence, chunk, trigger):
            return False
        if "future" in trigger.flags or is_negated(reading, trigger.start, trigger.stop):
            return False
        if (reason := _why_untold(reading, sentence, chunk, trigger)) is not None:
            self.scene.reject(trigger.start, trigger.stop, trigger.value, reason)
            return False
        if trigger.value == "debris" and is_warned_of(reading, trigger):
            return False
        if trap_at(reading, sentence, trigger.start, trigger.stop) is not None:
            return False
        stretch = reading.tokens.folded[reading.tokens.starts[chunk.start] : reading.tokens.stops[chunk.stop - 1]]
        if any(stem in stretch for stem in ("артил", "міномет", "миномет")):
            return False
        if trigger.flags & _SURE:
            return True
        near = chunk.places or (index + 1 < len(chunks) and chunks[index + 1].places)
        aimed = bool(ground_targets(self.scene, chunk)) or comes_down_in_yard(self.scene, trigger)
        if not aimed and not near and not _told_plainly(self.scene, sentence, trigger):
            self.scene.reject(trigger.start, trigger.stop, trigger.value, "no target, place or time of its own")
            return False
        return not (trigger.value == "debris" and _only_falls(self.scene, trigger))

    def _is_of_the_air(self, sentence: Sentence, chunk: Chunk, trigger: Mention) -> bool:
        """Tell whether something that flies is named, or words are used of strikes from the air alone."""
        scene, reading = self.scene, self.scene.reading
        if trigger.flags & _SURE:
            return True
        # in English "attack on" is said of any weapon: something that flies must be named
        may_aim = trigger.value in ("hit", "attacked") and (
            trigger.lang != "en" or bool(scene.object_types()) or comes_under_en(reading, trigger)
        )
        aimed = may_aim and is_aimed(scene, chunk, trigger)
        if trigger.value not in ("hit", "debris") and not aimed and not strikes_ground(scene, trigger, chunk):
            return False
        word = reading.tokens.words[trigger.start]
        if word.startswith(_BLAST_STEMS):
            return False  # a depot that blew up was not seen to be struck
        if word.startswith(_COLLISIONS) and not scene.object_types():
            return False  # "поезд протаранил грузовик"
        if scene.object_types() or trigger.value == "debris" or aimed or is_recorded_en(scene, trigger):
            return True
        return names_target(scene, chunk, trigger) or _is_arrival(scene, sentence, trigger)

    def _frame(self, sentence: Sentence, chunks: list[Chunk], index: int, trigger: Mention) -> Frame:
        reading = self.scene.reading
        types = {t for t in self.scene.object_types() if t is not ObjectType.UNKNOWN}
        kind, fate = FATES["hit" if trigger.value == "downed" else trigger.value]
        if trigger.value == "attacked" and ground_targets(self.scene, chunks[index]):
            fate = Fate.HIT
        guess = next(iter(types)) if len(types) == 1 else (ObjectType.UNKNOWN if types else None)
        guess = _named_in(reading.tokens.words[trigger.start : trigger.stop]) or guess
        standing = Quantity(None, None, trigger.start, trigger.stop, None)
        found = counted_strikes(self.scene, chunks[index], trigger)
        if found is None and fate is Fate.HIT:
            found = counted_targets(self.scene, chunks[index], trigger)
        if BLOWS in trigger.flags and (number := number_of(self.scene, trigger.stop - 1)) is not None:
            found = counted_blows(number)
        if found is None and kind is Kind.ATTACK:
            found = times_struck(self.scene, chunks[index], trigger)
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


_OWN_NAMES = {
    ObjectType.MISSILE: ("ракет", "missile"),
    ObjectType.UAV: ("дрон", "drone", "бпла", "uav", "беспилот", "безпілот", "шахед", "shahed"),
    ObjectType.GUIDED_BOMB: ("авиабомб", "авіабомб"),
}


def _named_in(words: list[str]) -> ObjectType | None:
    """Return what flew where words of debris name it: "обломки ракеты", "уламки шахеда"."""
    return next((kind for kind, stems in _OWN_NAMES.items() if any(w.startswith(stems) for w in words[1:])), None)


_PIECES = ("улам", "облом")
_PIECES_EN = frozenset(
    "debris wreckage wreck fragments remains remnants pieces parts bits scraps shards chunks carcass hulk".split()
)


def _told_apart(scene: Scene, chunk: Chunk, trigger: Mention, frames: list[Frame]) -> bool:
    """Tell whether debris has a clause and place of its own: "збито 6, уламки впали в Коростені"."""
    used = {f.place.start for f in frames if f.place is not None}
    own = [p for p in chunk.places if p.start not in used and p.start >= trigger.stop]
    words = scene.reading.tokens.words
    if words[trigger.start].startswith(_PIECES):
        return len(chunk.triggers) == 1 and bool(own)
    if trigger.lang != "en" or _PIECES_EN.isdisjoint(words[trigger.start : trigger.stop]):
        return False
    targets = [q for q in ground_targets(scene, chunk) if q.start >= trigger.stop]
    return all(t.value == "debris" for t in chunk.triggers) and bool(own or targets)


def _is_arrival(scene: Scene, sentence: Sentence, trigger: Mention) -> bool:
    """Tell whether a place had so many "arrivals", a word of strikes from the air: "Харків: 2 прильоти"."""
    words = scene.reading.tokens.words
    if not words[trigger.start].startswith(_ARRIVALS) or not scene.places_in(sentence.start, sentence.stop):
        return False
    flights = scene.reading.starting("unit", sentence.start, sentence.stop)
    return not any(u.value == "flight" for u in flights)


def _only_falls(scene: Scene, trigger: Mention) -> bool:
    """Tell whether words of a fall name nothing that fell: "fell", "впав", but not "уламки впали"."""
    words = scene.reading.words(trigger.start, trigger.stop).lower()
    if words.startswith(("улам", "облом")) and scene.reading.starting("unit", trigger.stop, trigger.stop + 1):
        return True  # "з-під уламків гуртожитку": rubble of a building
    if trigger.lang == "en":
        return words in _FALLS
    alone = trigger.stop - trigger.start == 1 and words.startswith(_FALL_STEMS)
    if trigger.lang == "ru":
        near = scene.reading.tokens.words[max(0, trigger.start - _SUBJECT_BEFORE) : trigger.stop + 2]
        return alone and (words.startswith("пада") or any(w.startswith(_FALLS_OTHERWISE) for w in near))
    return alone


def _told_plainly(scene: Scene, sentence: Sentence, trigger: Mention) -> bool:
    """Tell whether a sentence tells an event: it has a time, or is a short post of few words."""
    return sentence.stop - sentence.start <= 6 or (bool(scene.times_in(sentence)) and trigger.value == "debris")


def _why_untold(reading: Reading, sentence: Sentence, chunk: Chunk, trigger: Mention) -> str | None:
    """Return why an attack is not told as one that happened now, or None."""
    if _looks_back(reading, trigger):
        return "the attack told before"
    if is_threat(reading, trigger):
        return "feared, not something that happened"
    if is_denied_behind(reading, sentence, trigger) or is_denied_fall(reading, trigger, chunk.triggers):
        return "said not to have happened"
    return None
