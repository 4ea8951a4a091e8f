"""What is said in general and not of one day: rates, prices, what a weapon can do, what somebody is ready for.

"500 missiles a month", "for every drone shot down a crew is paid", "комплекс уничтожает восемь дронов" without a place
or day, "300 «Шахедов» готовы к запуску". Weather and neighbours bring down what is no weapon.
"""

from itertools import pairwise

from skyledger.extract.nouns import DRONES, is_of
from skyledger.extract.reading import Reading
from skyledger.extract.scene import Scene
from skyledger.model.frame import Mention, Quantity, Sentence

_PERIODS = frozenset(
    "month year week quarter месяц год неделю квартал полугодие місяць рік тиждень квартал півріччя".split()
)
_PER = frozenset("a per each every в на".split())
_EVERY_SO_OFTEN = frozenset(
    "monthly yearly annually weekly ежемесячно ежегодно еженедельно щомісяця щороку щотижня".split()
)
_FOR_EACH = (["for", "every"], ["for", "each"], ["за", "каждый"], ["за", "кожен"], ["за", "кожний"], ["за", "каждого"])
_LESS = frozenset(("минус", "мінус", "minus"))
_EACH = frozenset("каждый каждая каждое кожен кожна кожне every each".split())
_RATE_REACH = 3  # words between a number's noun and "a month"
_PRESENT = ("ает", "яет", "ают", "яют", "ивает", "ует", "уют", "ує", "ють", "ає", "яє")
_ABLE = frozenset("can could may might able capable".split())
_READY = ("готов", "ready", "prepared")
_MONEY = (
    *(
        "hryvnia",
        "rouble",
        "ruble",
        "dollar",
        "euro",
        "donat",
        "fundrais",
        "гривн",
        "гривен",
        "рублей",
        "рубля",
        "доллар",
    ),
    *("долар", "донат", "собрать", "зібрати", "зібрал", "сбор", "збір", "збору"),
)
_CARRIERS = (["bus"], ["train"], ["coach"], ["car"], ["ambulance"], ["buses"], ["road"], ["rail"])
_HONOURS = (
    *("award", "medal", "decorat", "reward", "bonus", "paid", "prize", "fined", "jailed", "sentenced", "order of"),
    *("наград", "медал", "орден", "преми", "выпла", "заплат", "нагород", "відзнач", "винагород", "премі", "сплат"),
)
_WEATHER = frozenset(
    (
        "wind winds gust gusts storm gale squall lightning birds hail ветер ветром порыв порывом порывы шторм штормом "
        "шквал шквалом буря бурей град градом вітер вітром порив поривом буревій штормом гроза грозою"
    ).split()
)
_PRIVATE = tuple(
    "соседа соседей соседский сусіда сусідів сусідський neighbour's neighbor's neighbour’s туриста tourist's".split()
)


def why_general(scene: Scene, sentence: Sentence, quantity: Quantity, trigger: Mention) -> str | None:
    """Return why what is said of a number tells of no day, or None when it may.

    Args:
        scene: The document.
        sentence: Where both stand.
        quantity: The number.
        trigger: The word that says what happened.
    """
    reading = scene.reading
    if _is_rate(reading, sentence, quantity, trigger):
        return "so many a month, or paid for each: a rate, not what happened"
    if _is_ability(scene, sentence, quantity, trigger):
        return "said of what a weapon does, not of what happened"
    words = reading.tokens.words
    if trigger.value in ("downed", "launched") and _is_of_money(scene, sentence):
        return "money is spoken of, and no place or day"
    if words[trigger.stop : trigger.stop + 1] == ["by"] and words[trigger.stop + 1 : trigger.stop + 2] in _CARRIERS:
        return "people were taken"
    if _is_honoured(reading, sentence, trigger):
        return "what somebody is honoured or paid for"
    if trigger.value == "launched" and any(
        w.startswith(_READY) for w in words[max(sentence.start, trigger.start - 3) : trigger.start]
    ):
        return "made ready, not launched"
    if trigger.value in ("downed", "hit", "debris") and _is_by_nature(reading, sentence, quantity, trigger):
        return "brought down by the weather, or no weapon"
    return None


def _is_of_money(scene: Scene, sentence: Sentence) -> bool:
    """Tell whether a sentence without place or day speaks of money: "90,000 more for the gun that took 14 drones"."""
    if not any(w.startswith(_MONEY) for w in scene.reading.tokens.words[sentence.start : sentence.stop]):
        return False
    return not scene.times_in(sentence) and not scene.places_in(sentence.start, sentence.stop)


def _is_honoured(reading: Reading, sentence: Sentence, trigger: Mention) -> bool:
    """Tell whether a deed is why somebody was decorated: "a medal for shooting down two drones"."""
    words = reading.tokens.words
    if words[trigger.start - 1] not in ("for", "за"):
        return False
    return any(w.startswith(_HONOURS) for w in words[sentence.start : trigger.start])


def _is_rate(reading: Reading, sentence: Sentence, quantity: Quantity, trigger: Mention) -> bool:
    words = reading.tokens.words
    if (
        words[max(0, trigger.start - 2) : trigger.start] in _FOR_EACH
        or words[max(0, quantity.start - 1) : quantity.start + 1] in _FOR_EACH
    ):
        return True
    if words[max(0, quantity.start - 2) : quantity.start] in _FOR_EACH:
        return True
    if words[quantity.start - 1] in _LESS and not _EACH.isdisjoint(words[sentence.start : quantity.start]):
        return True  # "каждый выстрел — минус один дрон"
    if quantity.count is None:
        return False
    behind = words[quantity.stop : min(sentence.stop, quantity.stop + _RATE_REACH + 1)]
    if not _EVERY_SO_OFTEN.isdisjoint(behind):
        return True
    return any(a in _PER and b in _PERIODS for a, b in pairwise(behind))


def _is_ability(scene: Scene, sentence: Sentence, quantity: Quantity, trigger: Mention) -> bool:
    """Tell whether a present tells of no place and no day what somebody does, or can do."""
    words = scene.reading.tokens.words
    if trigger.lang == "en":
        joined = "base" in trigger.flags and words[trigger.start - 1] in ("and", "or", "then")
        before = words[max(sentence.start, trigger.start - 12) : trigger.start]
        return joined and not _ABLE.isdisjoint(before)
    if not words[trigger.stop - 1].endswith(_PRESENT) or "attr" in trigger.flags:
        return False
    return not scene.times_in(sentence) and not scene.places_in(sentence.start, sentence.stop)


def _is_by_nature(reading: Reading, sentence: Sentence, quantity: Quantity, trigger: Mention) -> bool:
    words = reading.tokens.words
    around = (
        *words[max(sentence.start, trigger.start - 1) : trigger.start],
        *words[trigger.stop : min(sentence.stop, trigger.stop + 1)],
    )
    if not _WEATHER.isdisjoint(around):
        return True
    if not is_of(quantity, DRONES):
        return False
    beside = (*words[max(0, quantity.start - 2) : quantity.start], *words[quantity.stop : quantity.stop + 1])
    return any(w.startswith(_PRIVATE) for w in beside)
