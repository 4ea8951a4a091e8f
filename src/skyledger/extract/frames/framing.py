"""A number, its noun and its trigger become a frame: which fate, which object, how many, where."""

from dataclasses import replace

from skyledger.extract.chunks import Chunk
from skyledger.extract.frames.binding import is_partitive, is_told, place_for
from skyledger.extract.frames.charges import drops_charge
from skyledger.extract.frames.falls import blew_up, fell_on_open_ground, names_pieces
from skyledger.extract.frames.fates import as_drifting, fate_told
from skyledger.extract.frames.refusals import (
    is_attempt,
    is_means,
    is_open,
    told_of_whole,
    why_no_object,
    why_uncounted,
    why_untold,
)
from skyledger.extract.frames.uncounted import ground_targets
from skyledger.extract.frames.wholes import is_whole_of
from skyledger.extract.reading import Reading
from skyledger.extract.scene import Scene
from skyledger.extract.verb_forms import is_passive_form
from skyledger.extract.words import WHERE_WORDS
from skyledger.model.count import Count
from skyledger.model.frame import Frame, Mention, PlacePhrase, Quantity, Sentence
from skyledger.model.kinds import Fate, Kind, ObjectType, Qualifier, Unit
from skyledger.model.text import Span

PARTS = frozenset(("downed", "suppressed", "lost", "hit", "debris"))
_HEAVY = frozenset(("guided_bomb", "missile", "cruise_missile", "ballistic_missile", "rocket_artillery"))
_HAVE = frozenset(("had", "has", "have", "also", "then", "that", "which"))
_DETERMINERS = frozenset(("a", "an", "the", "their", "its", "his", "her", "one", "two", "three", "part", "several"))
_DROPPERS = frozenset(("uav", "fpv_drone"))
# "A drone fell" is one drone, the debris of a drone is none.
_FALLS = frozenset(
    (
        "fell",
        "came down",
        "crashed",
        "came down in",
        "plummeted",
        "crash landed",
        "plunged",
        "fell from the sky",
        "falling",
    )
)
_STRIKING = ("вдар", "удар", "бив", "бил", "б'ют", "бьют", "гати", "луп", "довб", "долб", "отработа", "відпрацюва")
_RUIN_REACH = 5  # tokens from a verb of ruin to what was ruined
_SLANG_STRIKES = ("шарах", "жахн", "бахн", "садан", "лупан", "шандарах", "вшквар", "довбан", "долбан", "гахн", "вгати")
_RUINS = ("знищи", "уничтож", "знищ", "поразил", "пораж", "вразил", "уразил")  # "КАБ знищив школу"
_STRIKES_WITH = ("ударив", "ударил", "вдарив", "вдарил", "ударил")
_BOMBS = frozenset((ObjectType.GUIDED_BOMB, ObjectType.ROCKET_ARTILLERY))
_ON_THE_GROUND = frozenset(("vehicle", "building", "apartment", "part"))
# What a singular verb agrees with instead of one of them, and endings of abbreviations in the plural.
_GROUPS = ("груп", "рій", "рой", "стая", "зграя", "зграї", "пачк", "хвил", "волн", "парт", "пара", "зв'язк", "ланк")
_PLURALS = ("ы", "и", "ів", "ов")
_BE = frozenset(("was", "were", "been", "being", "is", "are"))
_PAST = ("в", "л", "ла", "ло", "ли", "лся", "лась", "лись", "вся", "лася", "лися")
_INTO = frozenset("в во у на into onto in".split())
_SUBJECT_REACH = 2  # "14 drones have attacked"
_GENITIVES = ("ов", "ев", "ів", "їв", "ей", "а", "я")  # "девять беспилотников", "два дрона"


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
            return self._came(sentence, chunks, index, quantity, noun)
        if (reason := why_untold(self.scene, sentence, quantity, trigger, PARTS)) is not None:
            return self._refused(trigger, reason)
        if is_open(reading, chunk, quantity):
            return []
        frame = self._frame(sentence, chunks, index, quantity, trigger, noun)
        if frame.count is None:
            reason = why_uncounted(self.scene, sentence, chunk, quantity, trigger)
            if reason is not None:
                return self._refused(trigger, reason)
        frame.fate = self._fate_by_target(frame, chunk, quantity, trigger)
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
        kind, fate = as_drifting(*self._fate(sentence, chunks[index], quantity, trigger, noun), thing)
        count, span = quantity.count, quantity.span
        if count is None and noun is not None and trigger.lang != "en":
            count, span = one_by_agreement(reading, trigger, quantity)
        pieces = self._only_pieces(chunks[index], quantity, trigger, noun, count)
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

    def _fate(
        self, sentence: Sentence, chunk: Chunk, quantity: Quantity, trigger: Mention, noun: Mention | None
    ) -> tuple[Kind, Fate | None]:
        """Return kind and fate: what the trigger says, unless what it is said of makes it a hit."""
        reading = self.scene.reading
        if _destroys_something(self.scene, quantity, trigger):
            return Kind.ATTACK, Fate.HIT
        kind, fate = fate_told(reading, trigger, chunk)
        if fate is Fate.DEBRIS and quantity.count is not None and _fell_over(reading, trigger):
            return Kind.INTERCEPTION, Fate.DOWNED
        if fate is Fate.HIT and self._only_struck_with(sentence, quantity, trigger):
            return kind, Fate.LAUNCHED
        if fate is Fate.HIT and _let_fall(reading, chunk, trigger, noun):
            return kind, Fate.LAUNCHED
        if fate is Fate.HIT and self._went_into_the_open(trigger, noun):
            return kind, Fate.DEBRIS  # "нырнула в водохранилище"
        if trigger.value == "debris" and self._lands_whole(sentence, trigger, noun):
            return kind, Fate.HIT
        if trigger.value == "debris" and not names_pieces(reading, trigger) and blew_up(reading, sentence, trigger):
            return kind, Fate.HIT
        if trigger.value == "hit" and quantity.noun is not None and _is_sent(reading, quantity, trigger):
            return kind, Fate.LAUNCHED  # "ворог ударив чотирма дронами"
        drops = trigger.value == "launched" and reading.tokens.words[trigger.start].startswith("drop")
        if drops and quantity.stop == trigger.start and noun is not None and noun.value in _DROPPERS:
            return kind, Fate.HIT  # "a drone dropped an explosive on a cyclist"
        if trigger.value == "launched" and noun is not None and drops_charge(reading, trigger, noun):
            return kind, Fate.HIT
        return kind, fate

    def _went_into_the_open(self, trigger: Mention, noun: Mention | None) -> bool:
        """Tell whether a drone only went where there is nothing to strike, by a verb that says little alone."""
        words = self.scene.reading.tokens.words
        into = _INTO.intersection((words[trigger.stop - 1], *words[trigger.stop : trigger.stop + 1]))
        drone = noun is None or noun.value not in _HEAVY
        return "weak" in trigger.flags and drone and bool(into) and fell_on_open_ground(self.scene.reading, trigger)

    def _only_struck_with(self, sentence: Sentence, quantity: Quantity, trigger: Mention) -> bool:
        """Tell whether an enemy struck with so many and nothing says what: "ударив 97-ма безпілотниками"."""
        strikes = self.scene.reading.tokens.words[trigger.start].startswith(_STRIKES_WITH)
        if not strikes or quantity.start < trigger.stop or quantity.count is None:
            return False
        counted = self.scene.quantities_in(sentence.start, sentence.stop)
        targets = [q for q in counted if q.noun is not None and q.noun.value in _ON_THE_GROUND | {"airport"}]
        return not targets and not self.scene.places_in(sentence.start, sentence.stop)

    def _fate_by_target(self, frame: Frame, chunk: Chunk, quantity: Quantity, trigger: Mention) -> Fate | None:
        """Return the fate in view of what stands beside: a building attacked is hit, bombs that fell struck."""
        targets = ground_targets(self.scene, chunk) if trigger.value == "attacked" else []
        if any(q.noun is not None and q.noun.value in _ON_THE_GROUND for q in targets):
            return Fate.HIT
        if trigger.value == "debris" and frame.object in _BOMBS and _fell_whole(frame, trigger):
            return Fate.HIT  # a bomb that fell on a town struck it
        several = frame.count is not None and frame.count.low >= 2
        named = quantity.noun is not None and (
            "sing" not in quantity.noun.flags or is_means(self.scene.reading, quantity)  # "61 безпілотником"
        )
        told = is_told(self.scene.reading, trigger) and not is_attempt(self.scene.reading, trigger)
        if (
            frame.kind is Kind.ATTACK
            and frame.fate is None
            and trigger.value == "attacked"
            and told
            and several
            and named
            and not _is_who_attacked(self.scene.reading, quantity, trigger)
        ):
            return Fate.LAUNCHED
        if frame.kind is Kind.ATTACK and frame.fate is None and _took_part(self.scene.reading, quantity, trigger):
            return Fate.LAUNCHED  # "в налёте участвовали 12 дронов"
        if several and frame.fate is Fate.HIT and _struck_with(self.scene.reading, quantity, trigger):
            return Fate.LAUNCHED  # "ударив 4 БпЛА", "числа удара: 391 дрон": what was used, not what got through
        return frame.fate

    def _only_pieces(
        self, chunk: Chunk, quantity: Quantity, trigger: Mention, noun: Mention | None, count: Count | None
    ) -> bool:
        """Tell whether debris is said of pieces, whose number is not that of the things they come from."""
        if trigger.value != "debris":
            return False
        told = trigger.flags & {"verb", "past"} or (
            trigger.lang == "en" and self.scene.reading.words(trigger.start, trigger.stop).lower() in _FALLS
        )
        told = told or (
            trigger.lang != "en"
            and not trigger.flags
            and self.scene.reading.tokens.words[trigger.start].endswith(_PAST)
        )
        if quantity.noun is None and (count is None or not told or noun is None):
            return True
        fallen = [t for t in chunk.triggers if t.value == "debris"]
        pieces = any(names_pieces(self.scene.reading, t) for t in fallen)
        return count is not None and (count.stated is None or count.high == 1) and pieces

    def _came(
        self, sentence: Sentence, chunks: list[Chunk], index: int, quantity: Quantity, noun: Mention | None
    ) -> list[Frame]:
        """Return the attack that a whole is whose part has a fate: "Белгородский округ — 12 дронов, шесть сбиты"."""
        reading = self.scene.reading
        span = reading.span(quantity.start, quantity.stop)
        if quantity.noun is None:
            return []
        frame = Frame(Kind.ATTACK, span, sentence.index, f"{quantity.noun.lang}.attack.whole", None)
        frame.object = object_type_of(reading, noun)
        frame.object_span = reading.span(quantity.noun.start, quantity.noun.stop)
        frame.count, frame.count_span, frame.token = quantity.count, quantity.span, quantity.start
        frame.place = place_for(reading, chunks, index, quantity)
        return [frame]

    def _lands_whole(self, sentence: Sentence, trigger: Mention, noun: Mention | None) -> bool:
        """Tell whether a bomb or missile that "fell" struck: only what was shot down before falls as debris."""
        reading = self.scene.reading
        if noun is None or noun.value not in _HEAVY or names_pieces(reading, trigger):
            return False
        if trigger.lang == "en" and reading.words(trigger.start, trigger.stop).lower() not in _FALLS:
            return False
        if fell_on_open_ground(reading, trigger):
            return False
        others = reading.in_range("trigger", sentence.start, sentence.stop)
        return not any(t.value in ("debris", "downed") and t.start != trigger.start for t in others)

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


# Stems of verbs that say what an attack was made of.
_MADE_OF = (
    *("участв", "участь", "участие", "задейств", "задіян", "залуч", "застосов", "примен", "использ", "використ"),
    *(
        "состо",
        "склад",
        "включ",
        "насчит",
        "наліч",
        "налич",
        "involv",
        "featur",
        "compris",
        "includ",
        "consist",
        "number",
    ),
)


def _took_part(reading: Reading, quantity: Quantity, trigger: Mention) -> bool:
    """Tell whether a verb between an attack and a number says that it was made of so many."""
    if trigger.value != "attacked" or quantity.count is None or quantity.start < trigger.stop:
        return False
    listed = ":" in reading.gap(
        max(trigger.stop, quantity.start - 1) - 1, quantity.start
    )  # "налёт на Херсон: 12 дронов"
    return listed or any(w.startswith(_MADE_OF) for w in reading.tokens.words[trigger.stop : quantity.start])


def _is_who_attacked(reading: Reading, quantity: Quantity, trigger: Mention) -> bool:
    """Tell whether the things are the subject of "attacked", which leaves their fate open: "14 drones attacked"."""
    words = reading.tokens.words
    if trigger.lang == "en":
        if quantity.stop > trigger.start or "past" not in trigger.flags or words[quantity.start - 1] == "with":
            return False
        between = words[quantity.stop : trigger.start]
        return (
            len(between) <= _SUBJECT_REACH
            and not _BE.intersection(between)
            and not reading.starting("agent", quantity.stop, trigger.start)
            and not reading.starting("place", quantity.stop, trigger.start)
        )
    noun = quantity.noun
    if noun is None or any(w.endswith(("ами", "ями", "ими", "ыми")) for w in words[quantity.start : noun.stop]):
        return False
    if words[noun.stop - 1].endswith(_GENITIVES) and words[noun.stop - 1] != "бпла":
        return True
    if "sing" in trigger.flags and "attr" not in trigger.flags:
        return False  # "противник атаковал 112 БпЛА"
    first = reading.sentence_of(trigger.start).start
    return not any(a.value == "enemy" for a in reading.starting("agent", first, trigger.stop + 2))


def object_type_of(reading: Reading, noun: Mention | None) -> ObjectType:
    """Return the type of a noun, made precise by a name right behind it: "ракету «Іскандер-М»"."""
    if noun is None or noun.category != "object":
        return ObjectType.UNKNOWN
    if noun.value in ("missile", "uav", "unknown"):
        named = reading.at("object", noun.stop)
        if named is not None and (noun.value != "uav" or named.value == "fpv_drone"):
            return ObjectType(named.value)
    return ObjectType(noun.value)


def craft_meant(reading: Reading, quantity: Quantity, noun: Mention | None) -> Mention | None:
    """Return the drones spoken of before where "аппарат" would stand for a missile: "61 аппарат перехвачен"."""
    if quantity.noun is not None or noun is None or noun.value not in _HEAVY:
        return noun
    behind = reading.tokens.words[quantity.stop : quantity.stop + 1]
    if not behind or not behind[0].startswith(("аппарат", "апарат")):
        return noun
    drones = [m for m in reading.by_category.get("object", ()) if m.value == "uav" and m.start < quantity.start]
    return drones[-1] if drones else noun


def one_by_agreement(reading: Reading, trigger: Mention, quantity: Quantity) -> tuple[Count | None, Span | None]:
    """Return one for an indeclinable noun with a singular verb: "сбит БПЛА"."""
    assert quantity.noun is not None
    singular = {"sing", "verb"} <= trigger.flags and not trigger.flags & {"plur", "attr"}
    if not singular or quantity.noun.flags & {"sing", "plur"} or is_means(reading, quantity):
        return None, None
    words = reading.tokens.words
    group = quantity.start > 0 and words[quantity.start - 1].startswith(_GROUPS)
    if group or trigger.value == "launched" or words[quantity.noun.stop - 1].endswith(_PLURALS):
        return None, None  # "залетіла група КР", "авиация выпустила КАБы"
    span = reading.span(quantity.noun.start, quantity.noun.stop)
    text = span.slice(reading.text)
    return Count(low=1, high=1, stated=None, qualifier=Qualifier.EXACT, unit=Unit.OBJECT, text=text), span


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


_STRIKES = ("удар", "вдар", "бил", "били", "бив")


def _struck_with(reading: Reading, quantity: Quantity, trigger: Mention) -> bool:
    """Tell if a number of weapons is what somebody struck with: it stands behind the word."""
    if quantity.start < trigger.stop or quantity.count is None or quantity.count.stated is None:
        return False
    if quantity.noun is None or quantity.noun.category != "object":
        return False
    word = reading.tokens.words[trigger.start]
    if trigger.lang == "en":
        return "with" in reading.tokens.words[trigger.stop : quantity.start] and is_told(reading, trigger)
    return word.startswith(_STRIKES)


def _fell_whole(frame: Frame, trigger: Mention) -> bool:
    """Tell whether the things themselves fell, and no pieces of them: "две авиабомбы упали на Харьков"."""
    return trigger.lang != "en" and bool(trigger.flags & {"verb", "past"}) and frame.count is not None


def _is_sent(reading: Reading, quantity: Quantity, trigger: Mention) -> bool:
    """Tell whether somebody strikes with a number of things: "вдарили двома ракетами", but not "дві ракети вдарили"."""
    if quantity.count is None or quantity.count.low < 2 or trigger.lang == "en":
        return False
    if not reading.tokens.words[trigger.start].startswith((*_STRIKING, *_SLANG_STRIKES)) or not trigger.flags & {
        "verb",
        "neut",
    }:
        return False
    return is_means(reading, quantity)


def _let_fall(reading: Reading, chunk: Chunk, trigger: Mention, noun: Mention | None) -> bool:
    """Tell whether bombs were dropped on a place, and on no building: what was let fall, not what it struck."""
    bombs = noun is not None and noun.value == "guided_bomb"
    dropped = bombs and reading.words(trigger.start, trigger.stop).lower() in ("dropped on", "dropped onto")
    struck = reading.starting("unit", trigger.stop, min(trigger.stop + _RUIN_REACH, chunk.stop))
    return dropped and not any(u.value in _ON_THE_GROUND for u in struck)


def _fell_over(reading: Reading, trigger: Mention) -> bool:
    """Tell whether things fell over a region, not in it: "32 others fell over Pskov" were shot down."""
    words = reading.tokens.words
    fell = trigger.lang == "en" and words[trigger.start] in ("fell", "falls") and not names_pieces(reading, trigger)
    return fell and words[trigger.stop : trigger.stop + 1] == ["over"]


def _ruins_building(scene: Scene, quantity: Quantity, trigger: Mention) -> bool:
    """Tell whether one of several ruined a thing on the ground: "the second destroyed a warehouse"."""
    if not quantity.elliptic or quantity.count is None:
        return False
    struck = scene.reading.starting("unit", trigger.stop, trigger.stop + _RUIN_REACH)
    return any(u.value in _ON_THE_GROUND for u in struck)


def _has_object(scene: Scene, trigger: Mention) -> bool:
    """Tell whether a thing on the ground is the object of a verb: "«Ланцет» спопелив трактор", "дрон підбив авто"."""
    struck = scene.reading.starting("unit", trigger.stop, trigger.stop + 2)
    return any(u.value in _ON_THE_GROUND for u in struck) and (
        scene.reading.tokens.words[trigger.stop] not in WHERE_WORDS
    )


def _destroys_something(scene: Scene, quantity: Quantity, trigger: Mention) -> bool:
    """Tell whether what flies destroyed, and was not destroyed: "a drone had destroyed their boiler house"."""
    words = scene.reading.tokens.words
    if trigger.value != "downed" or quantity.stop > trigger.start:
        return False
    between = words[quantity.stop : trigger.start]
    if quantity.noun is None and not _ruins_building(scene, quantity, trigger):
        return False
    if trigger.stop >= len(words) or set(",;:.()—–").intersection(scene.reading.gap(trigger.stop - 1, trigger.stop)):
        return False  # "20 дронов уничтожено, два дома повреждены"
    if trigger.lang != "en":
        ruins = (
            (words[trigger.start].startswith(_RUINS) or _has_object(scene, trigger))
            and "verb" in trigger.flags
            and not is_passive_form(words[trigger.start])
            and not (quantity.noun is not None and is_means(scene.reading, quantity))
        )
        behind = trigger.stop + _RUIN_REACH
        struck = scene.reading.starting("unit", trigger.stop, behind)
        if scene.reading.starting("object", trigger.stop, behind) or scene.reading.starting(
            "agent", trigger.stop, behind
        ):
            return False  # "дрон уничтожила зенитная ракета"
        return ruins and len(between) <= 1 and any(u.value in _ON_THE_GROUND for u in struck)
    determined = words[trigger.stop : trigger.stop + 1]
    ruins = words[trigger.start].startswith(("destroy", "obliterat", "knock", "took", "take"))
    return ruins and all(w in _HAVE for w in between) and bool(determined) and determined[0] in _DETERMINERS
