"""The fate of a number in view of what stands beside its trigger: a building struck, open ground, a fall."""

from skyledger.extract.chunks import Chunk
from skyledger.extract.frames.binding import is_told
from skyledger.extract.frames.charges import drops_charge
from skyledger.extract.frames.destroyers import destroys_something
from skyledger.extract.frames.falls import FALLS, blew_up, fell_on_open_ground, names_pieces
from skyledger.extract.frames.fates import fate_told
from skyledger.extract.frames.ground_targets import ground_targets
from skyledger.extract.frames.object_types import HEAVY
from skyledger.extract.frames.struck_with import (
    is_one_of_means,
    is_sent,
    is_who_attacked,
    let_fall,
    only_struck_with,
    struck_with,
    took_part,
)
from skyledger.extract.frames.told_how import is_attempt, is_means
from skyledger.extract.nouns import DRONES, THINGS, is_of
from skyledger.extract.reading import Reading
from skyledger.extract.scene import Scene
from skyledger.model.frame import Frame, Mention, Quantity, Sentence
from skyledger.model.kinds import Fate, Kind, ObjectType

_BOMBS = frozenset((ObjectType.GUIDED_BOMB, ObjectType.ROCKET_ARTILLERY))
_INTO = frozenset("в во у на into onto in".split())


def _is_counted_en(quantity: Quantity) -> bool:
    """Tell whether an English number counts what flies by a name that has no plural: "73 Shahed and other UAVs"."""
    noun = quantity.noun
    return noun is not None and noun.lang == "en" and noun.category == "object" and quantity.count is not None


def _fell_whole(frame: Frame, trigger: Mention) -> bool:
    """Tell whether the things themselves fell, and no pieces of them: "две авиабомбы упали на Харьков"."""
    return trigger.lang != "en" and bool(trigger.flags & {"verb", "past"}) and frame.count is not None


def _fell_over(reading: Reading, trigger: Mention) -> bool:
    """Tell whether things fell over a region, not in it: "32 others fell over Pskov" were shot down."""
    words = reading.tokens.words
    fell = trigger.lang == "en" and words[trigger.start] in ("fell", "falls") and not names_pieces(reading, trigger)
    return fell and words[trigger.stop : trigger.stop + 1] == ["over"]


def _went_into_the_open(scene: Scene, trigger: Mention, noun: Mention | None) -> bool:
    """Tell whether a drone only went where there is nothing to strike, by a verb that says little alone."""
    words = scene.reading.tokens.words
    into = _INTO.intersection((words[trigger.stop - 1], *words[trigger.stop : trigger.stop + 1]))
    drone = noun is None or noun.value not in HEAVY
    return "weak" in trigger.flags and drone and bool(into) and fell_on_open_ground(scene.reading, trigger)


def fate_by_target(scene: Scene, frame: Frame, chunk: Chunk, quantity: Quantity, trigger: Mention) -> Fate | None:
    """Return the fate in view of what stands beside: a building attacked is hit, bombs that fell struck."""
    done = trigger.value == "attacked" and not is_attempt(scene.reading, trigger)
    targets = ground_targets(scene, chunk) if done else []
    if any(is_of(q, THINGS) for q in targets):
        return Fate.HIT
    if trigger.value == "debris" and frame.object in _BOMBS and _fell_whole(frame, trigger):
        return Fate.HIT  # a bomb that fell on a town struck it
    several = frame.count is not None and frame.count.low >= 2
    several = several or is_one_of_means(scene.reading, quantity, trigger)
    named = quantity.noun is not None and (
        "sing" not in quantity.noun.flags or is_means(scene.reading, quantity)  # "61 безпілотником"
    )
    named = named or _is_counted_en(quantity)
    told = is_told(scene.reading, trigger) and not is_attempt(scene.reading, trigger)
    if (
        frame.kind is Kind.ATTACK
        and frame.fate is None
        and trigger.value == "attacked"
        and told
        and several
        and named
        and not is_who_attacked(scene.reading, quantity, trigger)
    ):
        return Fate.LAUNCHED
    if frame.kind is Kind.ATTACK and frame.fate is None and took_part(scene.reading, quantity, trigger):
        return Fate.LAUNCHED  # "в налёте участвовали 12 дронов"
    if several and frame.fate is Fate.HIT and struck_with(scene.reading, quantity, trigger):
        return Fate.LAUNCHED  # "ударив 4 БпЛА", "числа удара: 391 дрон": what was used, not what got through
    return frame.fate


def _lands_whole(scene: Scene, sentence: Sentence, trigger: Mention, noun: Mention | None) -> bool:
    """Tell whether a bomb or missile that "fell" struck: only what was shot down before falls as debris."""
    reading = scene.reading
    if noun is None or noun.value not in HEAVY or names_pieces(reading, trigger):
        return False
    if trigger.lang == "en" and reading.words(trigger.start, trigger.stop).lower() not in FALLS:
        return False
    if fell_on_open_ground(reading, trigger):
        return False
    others = reading.in_range("trigger", sentence.start, sentence.stop)
    return not any(t.value in ("debris", "downed") and t.start != trigger.start for t in others)


def fate_beside(
    scene: Scene, sentence: Sentence, chunk: Chunk, quantity: Quantity, trigger: Mention, noun: Mention | None
) -> tuple[Kind, Fate | None]:
    """Return kind and fate: what the trigger says, unless what it is said of makes it a hit."""
    reading = scene.reading
    if destroys_something(scene, quantity, trigger):
        return Kind.ATTACK, Fate.HIT
    kind, fate = fate_told(reading, trigger, chunk)
    if fate is Fate.HIT and is_attempt(reading, trigger):
        return kind, None  # "попытался прорваться к заводу"
    if fate is Fate.DEBRIS and quantity.count is not None and _fell_over(reading, trigger):
        return Kind.INTERCEPTION, Fate.DOWNED
    if fate is Fate.HIT and only_struck_with(scene, sentence, quantity, trigger):
        return kind, Fate.LAUNCHED
    if fate is Fate.HIT and let_fall(reading, chunk, trigger, noun):
        return kind, Fate.LAUNCHED
    if fate is Fate.HIT and _went_into_the_open(scene, trigger, noun):
        return kind, Fate.DEBRIS  # "нырнула в водохранилище"
    if trigger.value == "debris" and _lands_whole(scene, sentence, trigger, noun):
        return kind, Fate.HIT
    if trigger.value == "debris" and not names_pieces(reading, trigger) and blew_up(reading, sentence, trigger):
        return kind, Fate.HIT
    if trigger.value == "hit" and quantity.noun is not None and is_sent(reading, quantity, trigger):
        return kind, Fate.LAUNCHED  # "ворог ударив чотирма дронами"
    drops = trigger.value == "launched" and reading.tokens.words[trigger.start].startswith("drop")
    if drops and quantity.stop == trigger.start and noun is not None and noun.value in DRONES:
        return kind, Fate.HIT  # "a drone dropped an explosive on a cyclist"
    if trigger.value == "launched" and noun is not None and drops_charge(reading, trigger, noun):
        return kind, Fate.HIT
    return kind, fate
