"""Why a number and the trigger beside it tell nothing that happened; each reason is a sentence for ``explain``."""

from skyledger.extract.chunks import Chunk
from skyledger.extract.context import NOT_THERE, is_being_clarified
from skyledger.extract.frames.charges import drops_charge
from skyledger.extract.frames.fates import AIMED
from skyledger.extract.frames.ground_targets import ground_targets
from skyledger.extract.frames.stored import is_stored
from skyledger.extract.frames.told_how import is_means
from skyledger.extract.frames.uncounted import is_warned_of, object_is_target
from skyledger.extract.nouns import DRONES, THINGS
from skyledger.extract.reading import Reading
from skyledger.extract.scene import Scene
from skyledger.extract.verb_forms import is_past_form
from skyledger.model.frame import Mention, Quantity, Sentence

_FROM_MEANS = frozenset(("from", "с", "со", "з", "із", "зі"))
_FROM_ABOARD = _FROM_MEANS | {"by"}
_WHO_SPEAKS = frozenset(
    "sources witnesses eyewitnesses channels officials источника источников канала джерела джерел канали".split()
)
_DOWN_TO = frozenset(("до", "to", "by", "мінус", "минус", "minus", "below", "нижче", "ниже"))  # temperatures, prices
_TOLD = frozenset(("verb", "past", "neut"))
_TARGET_REACH = 4
_CAUSE = ("причин", "cause")


def why_no_object(reading: Reading, quantity: Quantity, trigger: Mention, noun: Mention | None) -> str | None:
    """Return why the counted things are not what the trigger is about, or None when they may be."""
    if object_is_target(trigger, noun):
        return "aircraft are what was struck, not what struck"
    before = reading.tokens.words[quantity.start - 1] if quantity.start else ""
    ahead = reading.tokens.words[max(0, quantity.start - 2) : quantity.start]
    if trigger.value in ("downed", "hit", "attacked") and is_stored(reading, quantity):
        return "destroyed or made on the ground, not in the air"
    if trigger.value in ("downed", "suppressed", "lost") and _is_own(reading, quantity):
        return "drones of one's own, which the other side brought down"
    if trigger.value == "downed" and _is_who_downed(reading, quantity, trigger):
        return "aircraft are who brought it down"
    if trigger.value == "downed" and _is_who_destroyed(reading, quantity, trigger):
        return "what flies destroyed something on the ground"
    # "із 88 дронів, запущених уночі", "з дев'яти випущених ракет"
    told_behind = trigger.start >= quantity.stop or (trigger.start > quantity.start and "attr" in trigger.flags)
    partitive = quantity.count is not None and told_behind
    agent = before == "by" and not reading.ending("trigger", quantity.start, quantity.start)
    agent = agent and not _is_raid_by(reading, quantity.start - 2)
    words = reading.tokens.words
    if quantity.elliptic and quantity.stop < len(words) and words[quantity.stop] in _WHO_SPEAKS:
        return "those who speak are counted"
    if quantity.count is None and quantity.stop < len(words) and words[quantity.stop] in NOT_THERE:
        return "said not to be there"
    if trigger.value == "sighting" and noun is not None and noun.value == "aircraft":
        behind = reading.starting("object", trigger.stop, trigger.stop + 3)
        if any(m.value != "aircraft" for m in behind) and quantity.stop <= trigger.start:
            return "aircraft are who watched, not what was seen"
    if trigger.value == "debris" and quantity.elliptic and quantity.start >= trigger.stop and before in _DOWN_TO:
        return "the number says how far something fell"
    if trigger.value == "debris" and is_warned_of(reading, trigger):
        return "people are told to keep away from it"
    if trigger.value in ("downed", "lost") and _is_of_alert(reading, quantity):
        return "what is lifted is the alert"
    if quantity.elliptic and _is_cause(reading, trigger):
        return "an attack named as a cause counts nothing"
    thrown_from = trigger.value == "launched" and before in _FROM_MEANS and not partitive
    thrown_from = thrown_from and not (noun is not None and drops_charge(reading, trigger, noun))
    aboard = (
        noun is not None and noun.value == "aircraft" and _FROM_ABOARD.intersection(ahead)
    )  # "two of them from a helicopter"
    if trigger.value == "launched" and _is_piece(reading, quantity):
        return "pieces were found, nothing was launched"
    if (trigger.value == "downed" and (agent or aboard)) or thrown_from:
        return "the object is the means, not what it says"
    return None


_OUR = frozenset("our my ours наш наших наши наші свой своих своих свій своїх".split())


def _is_own(reading: Reading, quantity: Quantity) -> bool:
    """Tell whether what flies belongs to those who speak: "shot down two of our drones", "сбили наш дрон"."""
    noun = quantity.noun
    stop = quantity.stop if noun is None else noun.start
    words = reading.tokens.words
    near = words[max(0, quantity.start - 1) : max(quantity.start, stop)]
    return noun is not None and noun.value in DRONES and not _OUR.isdisjoint(near)


_ALERTS = ("опасност", "угроз", "тревог", "режим", "небезпек", "загроз", "тривог", "отбо", "відб")


def _is_of_alert(reading: Reading, quantity: Quantity) -> bool:
    """Tell whether what flies only says which alert is meant: "режим опасности по БПЛА сняли"."""
    words = reading.tokens.words
    return words[quantity.start - 1] in ("по", "щодо", "о", "про") and any(
        w.startswith(_ALERTS) for w in words[max(0, quantity.start - 4) : quantity.start - 1]
    )


_PIECES = tuple("уламк обломк шматк фрагмент частин част решт осколк кусок куск debris wreck".split())


def _is_piece(reading: Reading, quantity: Quantity) -> bool:
    """Tell whether only pieces of a thing are spoken of: "виявлено шматки безпілотника"."""
    return any(w.startswith(_PIECES) for w in reading.tokens.words[max(0, quantity.start - 2) : quantity.start])


# Before a noun of an attack: it is why or when something else happened.
_CAUSING = frozenset("после при от результате вследствие следствие ходе итогах за після внаслідок через від".split())
_CAUSE_REACH = 3  # words between them: "после ночного удара"


def _is_cause(reading: Reading, trigger: Mention) -> bool:
    """Tell whether an attack is only the cause of what is counted: "из-за ударов без света: Льгов — 340"."""
    if trigger.lang == "en" or trigger.value not in ("hit", "attacked", "debris") or trigger.flags & _VERBS:
        return False
    start = trigger.start
    words = reading.tokens.words[max(0, start - _CAUSE_REACH) : start]
    return bool(_CAUSING.intersection(words)) and not reading.parted(start - len(words), start, ",;:.()")


_VERBS = frozenset(("verb", "attr", "neut", "inf"))


_RAIDS = ("attack", "raid", "strike", "assault", "swarm", "wave", "incursion", "onslaught", "barrage")


def _is_raid_by(reading: Reading, token: int) -> bool:
    """Tell whether a noun of a raid stands at a token: "repelled an attack by 20 drones" downs the drones."""
    return token >= 0 and reading.tokens.words[token].startswith(_RAIDS)


_DOWNER_REACH = 6
_PASSIVE = frozenset("was were been being is are be by".split())
_ACTIVE = ("л", "ла", "ло", "ли", "в")


def _is_who_downed(reading: Reading, quantity: Quantity, trigger: Mention) -> bool:
    """Tell whether aircraft brought something else down: "an F-16 shot down two missiles", "дрон збив гелікоптер"."""
    noun = quantity.noun
    if noun is None or noun.value != "aircraft" or trigger.flags & {"attr", "neut"}:
        return False
    word = reading.tokens.words[trigger.start]
    if quantity.stop <= trigger.start:
        left, right = quantity.stop, trigger.start
        others = reading.starting("object", trigger.stop, trigger.stop + _DOWNER_REACH)
    else:
        left, right = trigger.stop, quantity.start
        before = reading.starting("object", max(0, trigger.start - _DOWNER_REACH), trigger.start)
        others = before if noun.lang != "en" else []
    if not any(m.value != "aircraft" for m in others) or _PASSIVE.intersection(reading.tokens.words[left:right]):
        return False
    return right - left <= 3 and (noun.lang == "en" or word.endswith(_ACTIVE))


_OWNER_REACH = 4


def _parted(reading: Reading, quantity: Quantity, trigger: Mention) -> bool:
    return reading.parted(quantity.stop - 1, trigger.start, ",;:()—–")


def _is_who_destroyed(reading: Reading, quantity: Quantity, trigger: Mention) -> bool:
    """Tell whether drones are who destroyed other things that are counted: "дрони знищили дев'ять танків"."""
    if quantity.noun is None or quantity.noun.category != "object" or quantity.stop > trigger.start:
        return False
    if trigger.start - quantity.stop > _OWNER_REACH or _parted(reading, quantity, trigger):
        return False  # "Дрони ЗСУ за добу знищили 40 одиниць техніки"
    if trigger.lang == "en" or "verb" not in trigger.flags or trigger.flags & {"neut", "attr"}:
        return False
    counted = trigger.stop < len(reading.tokens.words) and (
        reading.tokens.words[trigger.stop].isdigit() or reading.at("number", trigger.stop) is not None
    )
    flying = reading.starting("object", trigger.stop, trigger.stop + 4)
    plain = quantity.count is None or quantity.count.stated is None
    struck = quantity.stop == trigger.start and any(
        u.value in THINGS for u in reading.starting("unit", trigger.stop, trigger.stop + 4)
    )
    return counted and not flying and not struck and plain and not is_means(reading, quantity)


def why_uncounted(scene: Scene, sentence: Sentence, chunk: Chunk, quantity: Quantity, trigger: Mention) -> str | None:
    """Return why an event without a number is none, or None when it is told as one that happened.

    "Drone strikes across different regions" is talk; "дроны атаковали Энгельс" is an event.
    """
    if trigger.value == "debris" and is_warned_of(scene.reading, trigger):
        return "people are told to keep away from it"
    told = _is_release if trigger.value == "launched" else _is_concrete
    if trigger.value == "debris" or told(scene, sentence, chunk, quantity, trigger):
        return None
    return "no number, place or time of its own"


_RELEASES = (
    "пуск",
    "зафіксовано пуск",
    "зафиксированы пуск",
    "відбулися пуск",
    "відбулись пуск",
    "скин",
    "сброс",
    "выпуст",
    "випуст",
)
RELEASED = frozenset(("guided_bomb", "missile", "cruise_missile", "ballistic_missile", "high_speed_air_target"))
_ALONE = 5  # words of a line that tells a launch and nothing else


def _is_release(scene: Scene, sentence: Sentence, chunk: Chunk, quantity: Quantity, trigger: Mention) -> bool:
    """Tell whether bombs or missiles were let go at a place, or a line says no more: "Пуски КАБ на Донеччину"."""
    if quantity.noun is None or quantity.noun.value not in RELEASED or quantity.start - trigger.stop not in (0, 1):
        return False
    if not scene.reading.words(trigger.start, trigger.stop).lower().startswith(_RELEASES):
        return False
    launched_from = any(p.role == "launch" for p in scene.phrases_in(sentence.start, sentence.stop))
    return bool(chunk.places) or launched_from or sentence.stop - sentence.start <= _ALONE


def _is_concrete(scene: Scene, sentence: Sentence, chunk: Chunk, quantity: Quantity, trigger: Mention) -> bool:
    """Tell whether an event has a place or time beside it."""
    if quantity.subset:
        return False
    timed = bool(scene.times_in(sentence)) and "attr" not in trigger.flags
    before = scene.reading.tokens.words[max(sentence.start, trigger.start - 4) : trigger.start]
    if trigger.value == "hit" and any(w.startswith(_CAUSE) for w in before):
        return True  # "Причина пожара — попадание БПЛА"
    if trigger.value == "hit" and _struck_building(scene, chunk, trigger):
        return True
    if AIMED in trigger.flags or _aimed_with(scene, quantity, trigger):
        return True
    return bool(chunk.places) or chunk.opener == ":" or timed


_MEANS = ("with", "using")


def _aimed_with(scene: Scene, quantity: Quantity, trigger: Mention) -> bool:
    """Tell whether a place stands between an English verb and what it was struck with: "hit Odesa with missiles"."""
    words = scene.reading.tokens.words
    first = next((n for n in range(quantity.start - 1, quantity.start - 3, -1) if words[n] in _MEANS), trigger.start)
    told = trigger.lang == "en" and "past" in trigger.flags and first > trigger.start
    return told and any(p.start >= trigger.stop for p in scene.places_in(trigger.stop, first))


def _struck_building(scene: Scene, chunk: Chunk, trigger: Mention) -> bool:
    """Tell whether drones went into one thing on the ground: "Дрони поцілили у склад", but not "б'ють по складах"."""
    told = trigger.flags & _TOLD and is_past_form(scene.reading.tokens.words[trigger.stop - 1])
    if not told or trigger.lang == "en":
        return False
    near = [q for q in ground_targets(scene, chunk) if 0 <= q.start - trigger.stop <= _TARGET_REACH]
    return any(
        q.noun is not None and q.noun.value in THINGS and (q.count is not None or "sing" in q.noun.flags) for q in near
    )


def is_open(reading: Reading, chunk: Chunk, quantity: Quantity) -> bool:
    """Tell whether a clause without a number says that it is being clarified: no claim, and no reason to give."""
    return quantity.count is None and is_being_clarified(reading, chunk.start, chunk.stop)
