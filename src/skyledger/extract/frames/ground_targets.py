"""What on the ground a strike was aimed at or reached, where nothing that flies is named."""

from skyledger.extract.chunks import Chunk
from skyledger.extract.nouns import is_of
from skyledger.extract.reading import Reading
from skyledger.extract.scene import Scene
from skyledger.extract.words import AIM_WORDS
from skyledger.model.frame import Mention, Quantity

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
_GUN_STEMS = ("обстр", "shell", "артил", "бомбард")
_STRIKES = ("удар", "приліт", "прильот", "влучан", "прилет", "попадан")
_DIRECT = frozenset(("direct", "airstrike", "airstrikes"))
_STRIKE_NOUNS = frozenset(("strike", "strikes", "hit", "hits"))
_BEFORE_STRIKE = frozenset(
    "the a an another second air night overnight russian ukrainian enemy hostile this that massive direct two".split()
)
_STRIKE_REACH = 5
_ENEMY = ("ворог", "враг", "противник", "росіян", "россиян", "окупант", "оккупант", "армі", "війська")
_AGAIN = frozenset(("удруге", "вдруге", "втретє", "повторно", "вторично"))
_TARGETS = frozenset(("building", "vehicle", "apartment", "part", "location", "settlement"))
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


def ground_targets(scene: Scene, chunk: Chunk) -> list[Quantity]:
    """Return the things on the ground a chunk names: what may have been hit."""
    found = scene.quantities_in(chunk.start, chunk.stop)
    return [q for q in found if is_of(q, _TARGETS)]


def comes_under_en(reading: Reading, trigger: Mention) -> bool:
    """Tell whether English words say what their subject underwent from the air: "came under a drone attack"."""
    words = reading.tokens.words[trigger.start : trigger.stop]
    return trigger.lang == "en" and words[0] in _COMES and bool(_FROM_THE_AIR.intersection(words))


def is_aimed(scene: Scene, chunk: Chunk, trigger: Mention) -> bool:
    """Tell whether a place or building is what was struck: "удар по Харькову", "атаковали НПЗ".

    Ground assaults ("атакували у напрямку", "attacked positions") and shelling by guns are none of the air.
    """
    reading = scene.reading
    words = reading.tokens.words
    stretch = reading.tokens.folded[reading.tokens.starts[chunk.start] : reading.tokens.stops[chunk.stop - 1]]
    if any(stem in stretch for stem in _ASSAULT_STEMS) or words[trigger.start].startswith(_GUN_STEMS):
        return False
    targets = [p.start for p in chunk.places] + [q.start for q in ground_targets(scene, chunk)]
    ahead = [t for t in targets if 0 <= t - trigger.stop <= 3]
    if not ahead:
        return _is_struck(scene, chunk, trigger)
    between = words[trigger.stop - 1 : min(ahead)]  # the preposition may be part of the term: "прилет по"
    if trigger.value == "attacked" and "verb" in trigger.flags and not scene.object_types():
        between = [w for w in between if w not in ("в", "у")]  # "собаки атаковали прохожего в Брянске"
    return bool(AIM_WORDS.intersection(between)) or min(ahead) == trigger.stop


def _is_struck(scene: Scene, chunk: Chunk, trigger: Mention) -> bool:
    """Tell whether the subject of a passive is what was struck: "Туапсе атакован", "завод подвергся налёту"."""
    reading = scene.reading
    undergoes = reading.tokens.words[trigger.start].startswith(_UNDERGOES) and bool(scene.object_types())
    if not undergoes and not comes_under_en(reading, trigger):
        return False
    before = [p.start for p in chunk.places if 0 <= trigger.start - p.stop <= _SUBJECT_REACH]
    before += [q.start for q in ground_targets(scene, chunk) if 0 <= trigger.start - q.stop <= _SUBJECT_REACH]
    return any(start == 0 or reading.tokens.words[start - 1] not in _ASIDE for start in before)


_YARDS = frozenset("двір подвір'я двори город городи садок сад дах балкон вулицю сусідів сусідній".split())


def comes_down_in_yard(scene: Scene, trigger: Mention) -> bool:
    """Tell whether a strike came down beside homes: "прилетіло прямо в двір", which is said of nothing else."""
    words = scene.reading.tokens.words
    if not words[trigger.start].startswith("прилетіл") or not words[trigger.start].endswith("ло"):
        return False
    behind = words[trigger.start + 1 : trigger.stop + 4]
    return not _YARDS.isdisjoint(behind) and not {"в", "у", "на", "по", "до"}.isdisjoint(behind[:3])


def names_target(scene: Scene, chunk: Chunk, trigger: Mention) -> bool:
    """Tell whether a hit names a building behind it: "прилёт по котельной", "удар по підстанції"."""
    words = scene.reading.words(trigger.start, trigger.stop).lower()
    behind = scene.reading.tokens.words[trigger.stop : trigger.stop + 1]
    again = _AGAIN.intersection(behind) and any(
        w.startswith(_ENEMY) for w in scene.reading.tokens.words[max(0, trigger.start - 4) : trigger.start]
    )
    if words.startswith(("повторн", "подвійн", "двойн")) or again:
        return True  # a second strike on the same spot
    if comes_down_in_yard(scene, trigger):
        return True
    buildings = [q for q in ground_targets(scene, chunk) if q.noun is not None and q.noun.value == "building"]
    sentence = scene.reading.sentence_of(trigger.start)
    if trigger.lang != "en" and sentence.stop - sentence.start <= 8 and words.startswith(_STRIKES):
        before = scene.quantities_in(sentence.start, trigger.start)  # "Конотоп, депо, нічний удар"
        buildings += [q for q in before if q.noun is not None and q.noun.value == "building"]
        return bool(buildings)
    if trigger.lang == "en":
        return _is_strike_noun(scene, trigger) and any(_is_reached(scene, trigger, q) for q in buildings)
    return any(q.start >= trigger.stop for q in buildings)


def _is_strike_noun(scene: Scene, trigger: Mention) -> bool:
    """Tell whether "strike" or "direct hit" is the noun: a determiner or adjective stands before it."""
    words = scene.reading.tokens.words
    before = words[trigger.start - 1] if trigger.start else ""
    named = words[trigger.start : trigger.stop]
    return named[0] in _DIRECT or (named[-1] in _STRIKE_NOUNS and before in _BEFORE_STRIKE)


def _is_reached(scene: Scene, trigger: Mention, target: Quantity) -> bool:
    """Tell whether a strike is told to have reached a building: "a strike on", "the strike took out"."""
    reading = scene.reading
    if not 0 <= target.start - trigger.stop <= _STRIKE_REACH:
        return False
    between = reading.tokens.words[trigger.stop - 1 : target.start]
    verbs = reading.starting("trigger", trigger.stop, target.start)
    return bool(AIM_WORDS.intersection(between)) or any(t.value in ("downed", "damage", "hit") for t in verbs)


def strikes_ground(scene: Scene, trigger: Mention, chunk: Chunk) -> bool:
    """Tell whether "поражение нефтебазы" is a hit on the ground: the verb that also says "shot down"."""
    words = scene.reading.words(trigger.start, trigger.stop).lower()
    ground = [
        q
        for q in ground_targets(scene, chunk)
        if q.noun is not None and q.noun.value == "building" and q.start >= trigger.stop
    ]
    return words.startswith(("пораж", "порази", "ураж", "урази")) and bool(ground)
