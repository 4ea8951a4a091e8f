"""Words that say little alone: "stopped", "landed", "crossed" are read only with what flies beside them.

The packs flag them ``weak``. A word with a meaning of its own in the same clause always goes before them.
"""

from skyledger.extract.chunks import Chunk, is_put_in
from skyledger.extract.reading import Reading
from skyledger.model.frame import Mention, Quantity

_PASSIVE = frozenset(("was", "were", "been", "being", "be", "is", "are"))
_THAT = frozenset(("that", "which"))
_MORE = frozenset(
    (
        "more",
        "others",
        "still",
        "таки",
        "все",
        "все-таки",
        "других",
        "інші",
        "оставшихся",
        "остальных",
        "of",
        "them",
        "з",
        "із",
        "них",
        "из",
    )
)
_CAUSES = frozenset(("through", "by", "because", "from", "after", "через", "після", "від", "внаслідок", "після", "для"))
_AFTER_PASSIVE = frozenset(
    ("above", "across", "after", "around", "at", "before", "by", "during", "early", "in", "near", "on", "over", "this")
)
# Verbs of coming through, behind which their number may stand.
_ARRIVALS = (
    "долете",
    "достиг",
    "сягнул",
    "дістал",
    "діста",
    "прорва",
    "проскоч",
    "проби",
    "дошл",
    "добра",
    "достал",
    "остан",
    "сел",
    "посади",
    "сня",
    "приземл",
)
_FOR = frozenset("на про для за о об".split())
_MEANS = ("ами", "ями")
_INSERTED = 7  # words of "по словам главы города Ивана Петрова"
_SOURCES = frozenset(
    "словам слов данным информации сообщению сведениям видимому всей всему видимости словами даними".split()
)
# Endings of what flies where it is no subject: "осколки дрона", "из-за беспилотников".
_OBLIQUE = ("она", "ика", "еда", "ата", "ера", "ов", "ев", "ом", "ами", "ону", "ику", "еты")


def drop_weak(reading: Reading, chunks: list[Chunk]) -> None:
    """Leave the weak triggers of a chunk out where it has a strong one, but for those of a clause of their own."""
    for chunk in chunks:
        strong = [t for t in chunk.triggers if "weak" not in t.flags and t.value != "launched"]
        if strong:
            words = reading.tokens.words
            chunk.triggers = [t for t in chunk.triggers if "weak" not in t.flags or words[t.start - 1] in _THAT]


def is_borne_out(reading: Reading, chunk: Chunk, quantity: Quantity, trigger: Mention, noun: Mention | None) -> bool:
    """Tell whether a trigger is strong, or stands with what flies: "stopped 40 drones", "a missile landed"."""
    if "weak" not in trigger.flags:
        return True
    if trigger.value != "downed":
        own = quantity.noun is not None and quantity.noun.category == "object"
        if trigger.lang == "ru":
            alone = quantity.elliptic and noun is not None and quantity.count is not None
            left, right = min(quantity.stop, trigger.stop), max(quantity.start, trigger.start)
            near = own or (alone and _is_beside(reading, quantity, trigger))  # "до складов долетели четыре"
            return near and _says_enough(reading, quantity, trigger) and not _cut(reading, left, right)
        if trigger.value in ("hit", "debris") and quantity.elliptic and noun is not None and quantity.count is not None:
            between = reading.tokens.words[quantity.stop : trigger.start]
            subject = quantity.stop <= trigger.start and all(w in _THAT or w in _MORE for w in between)
            return subject and noun.category == "object"  # "and 14 got through", but not "wounded 14"
        if trigger.value == "sighting" and own and _is_set_apart(reading, quantity, trigger):
            return True
        if trigger.value == "hit" and trigger.lang == "en" and quantity.start >= trigger.stop:
            return own and reading.tokens.words[quantity.start - 1] == "by"  # not "roof holed as nine UAVs fall"
        if trigger.value == "attacked" and reading.tokens.words[quantity.start - 1] in _FOR:
            return False  # "закидали заявами на п'ять дронів"
        return own and not reading.parted(min(quantity.stop, trigger.stop) - 1, trigger.start, ",;:")
    verdict = reading.tokens.words[trigger.start] in ("мінус", "минус")
    if verdict and quantity.noun is not None and quantity.stop <= trigger.start:
        by = quantity.start > 0 and reading.tokens.words[quantity.start - 1] == "по"
        return by or quantity.count is not None  # "по ракетах над Смілою мінус", "шахед біля Хорола - мінус"
    if _is_beaten_off(reading, chunk, quantity, trigger):
        return True
    if quantity.count is None or noun is None or noun.category != "object":
        return False
    if quantity.noun is None and verdict:
        return False  # "мінус п'ять «шахедів»", but not "мінус десять у Києві"
    if quantity.start >= trigger.stop:
        between = reading.tokens.words[trigger.stop : quantity.start]
        raid = between[-1:] == ["by"] and len(between) > 1 and between[-2].startswith(_RAIDS)
        return raid or _CAUSES.isdisjoint(between)  # "зупинено рух через 12 дронів", "остановлено после взрыва дрона"
    if trigger.lang != "en" and _is_beside(reading, quantity, trigger):
        return True  # "четыре аппарата расчёты достали", "чотири апарати дістали зенітники"
    # "forty drones were stopped", "and ninety-five stopped", but not "three drones stopped the trains"
    before = reading.tokens.words[trigger.start - 1]
    behind = reading.tokens.words[trigger.stop] if trigger.stop < chunk.stop else ""
    return before in _PASSIVE or not behind or behind in _AFTER_PASSIVE


_RAIDS = ("attack", "raid", "strike", "assault", "swarm", "incursion", "onslaught")  # "repelled a raid by 20 drones"
_BEATEN_OFF = ("repel", "fended", "beaten", "driven", "repuls", "thwarted", "warded", "turned back")
_OVER = frozenset(("over", "above", "across"))


def _is_beaten_off(reading: Reading, chunk: Chunk, quantity: Quantity, trigger: Mention) -> bool:
    """Tell whether drones without a number were beaten off over a place: "drones were repelled over two districts"."""
    noun = quantity.noun
    if noun is None or noun.category != "object" or noun.lang != "en" or quantity.stop > trigger.start:
        return False
    words = reading.tokens.words
    over = words[trigger.stop : trigger.stop + 1]
    passive = not _PASSIVE.isdisjoint(words[quantity.stop : trigger.start])
    beaten = words[trigger.start].startswith(_BEATEN_OFF)
    return beaten and passive and bool(over) and over[0] in _OVER and bool(chunk.places)


def _is_beside(reading: Reading, quantity: Quantity, trigger: Mention) -> bool:
    """Tell whether number and verb are neighbours: "долетели четыре", "четыре аппарата расчёты достали"."""
    if 0 <= quantity.start - trigger.stop <= 2:  # "ранил четверых" counts no drones
        told = reading.tokens.words[trigger.start : trigger.stop]  # "до целей добрались пять"
        return quantity.noun is not None or any(w.startswith(_ARRIVALS) for w in told)
    return 0 <= trigger.start - quantity.stop <= 3


def _cut(reading: Reading, left: int, right: int) -> bool:
    """Tell whether punctuation stands between two stretches, other than that of a source put in between.

    "Беспилотник, по его словам, разворотил витрину" is one clause.
    """
    gap = reading.gap(left - 1, right)
    if gap.count(",") == 2 and not set(";:").intersection(gap) and right - left <= _INSERTED:
        if is_put_in(reading.tokens.words[left:right]):
            return False  # "два, впрочем, прорвались"
        inside = reading.starting("speech", left, right) or reading.starting("hedge", left, right)
        return not inside and not _SOURCES.intersection(reading.tokens.words[left:right])
    return bool(set(",;:").intersection(gap))


def _says_enough(reading: Reading, quantity: Quantity, trigger: Mention) -> bool:
    """Tell whether what flies is the subject of a verb, and so what struck: "дрон повредил", not "обломки дрона".

    Those on their way are told with their number, or nothing is told of them.
    """
    noun = quantity.noun
    if noun is not None and reading.tokens.words[noun.stop - 1].endswith(_MEANS) and trigger.stop <= quantity.start:
        return True  # "накрыли Славянск ФАБами"
    if trigger.value == "attacked":
        struck = reading.starting("unit", trigger.stop, trigger.stop + 2)  # "российские дроны накрыли депо"
        return quantity.count is not None or any(u.value == "building" for u in struck)
    if trigger.value != "hit" or noun is None or (quantity.count is not None and quantity.count.stated is not None):
        return True
    word = reading.tokens.words[noun.stop - 1]
    return quantity.stop <= trigger.start and not word.endswith(_OBLIQUE)


def _is_set_apart(reading: Reading, quantity: Quantity, trigger: Mention) -> bool:
    """Tell whether only an insertion or a comma parts them: "42 balloons, most of them white, were seen"."""
    if quantity.stop > trigger.start:
        return False
    gap = reading.gap(quantity.stop - 1, trigger.start)
    if ";" in gap or ":" in gap or "." in gap:
        return False
    return gap.count(",") == 2 or ("attr" in trigger.flags and quantity.stop == trigger.start)
