"""Airports told in Russian and Ukrainian to lie still and to stir again: "стояло від 22:14", "знову літає".

The airport is the subject, right before the verb; an hour, how long it lasted or something in the air makes it news.
"""

from skyledger.extract.frames.made_triggers import made_trigger
from skyledger.extract.reading import Reading
from skyledger.extract.scene import Scene
from skyledger.extract.word_bits import word_class
from skyledger.extract.words import NOT_WORDS
from skyledger.model.frame import Mention, PlacePhrase, Sentence

_STOOD = frozenset(
    (
        "стояв стояла стояло стояли стоїть стоять простояв простояла простояло простояли пустував пустувало пустували "
        "мовчав мовчало мовчали завмер завмерло завмерла завмерли стоял стояла стояли стоит простоял простояла "
        "простояли пустовал пустовали замер замерла замерли молчал молчали замовк замовкло замовкли"
    ).split()
)
_FELL = frozenset("випав випало випала випали вилетіло вилетіли выпал выпала выпали выбыл вибув вибуло вибули".split())
_OUT_OF = frozenset(("з", "із", "зі", "из"))
_TIMETABLE = ("розклад", "гри", "ладу", "строю", "графік", "обігу", "расписан", "строя", "игры", "график")
_FLIES = frozenset("літає літають летает летают дихає оживає працює працюють працював работает работают".split())
_WOKE = frozenset(
    (
        "прокинувся прокинулося прокинулись прокинулися відмер відмерло ожив ожило ожили відчинився відчинилося "
        "проснулся проснулись отмер ожил ожила очнулся розблокувався"
    ).split()
)
_AGAIN = frozenset("знову знов вже уже снова вновь опять".split())
_WHERE = frozenset("в у во на за біля поруч під над перед возле около рядом под перед осторонь пустим".split())
_FROM_AIR = (
    *("дрон", "бпла", "безпілот", "беспилот", "кул", "шар", "аеростат", "аэростат", "загроз", "угроз", "обстріл"),
    *("обстрел", "атак", "ракет", "наліт", "налет", "нальот", "зонд", "повітрян", "воздушн", "винищувач", "авіац"),
)
_OTHERWISE = (
    *("ремонт", "туман", "снігопад", "снегопад", "черз", "очеред", "реконструк", "страйк", "забастов", "ожелед"),
    *("банкрут", "банкрот", "покинут", "закинут", "заброш", "карантин", "пандем", "паливо", "керосин", "гас"),
)
_REACH = 5
_BREAKS = ";:.!?()"
_TELLING = word_class(_STOOD | _FELL | _FLIES | _WOKE)


def find_idle_slavic(scene: Scene, sentence: Sentence, airports: list[PlacePhrase]) -> list[Mention]:
    """Return closures and re-openings told by what an airport did, as mentions like those of the packs.

    Args:
        scene: The document.
        sentence: Where to look.
        airports: Airports named in it.
    """
    reading, words = scene.reading, scene.reading.tokens.words
    found: list[Mention] = []
    for n in reading.of_class(_TELLING, sentence.start, sentence.stop):
        if not _is_subject(scene, sentence, airports, n) or words[n - 1] in NOT_WORDS:
            continue
        told = _state(scene, sentence, n)
        if told is not None:
            found.append(made_trigger(words, *told))
    return found


def may_be_idle_slavic(reading: Reading) -> bool:
    """Tell cheaply whether a text has a word of such a state."""
    return reading.mask & _TELLING != 0


def _state(scene: Scene, sentence: Sentence, n: int) -> tuple[str, int, int] | None:
    words = scene.reading.tokens.words
    behind = words[n + 1 : min(n + 3, sentence.stop)]
    before = words[max(sentence.start, n - 2) : n]
    if words[n] in _WOKE or (words[n] in _FLIES and _AGAIN.intersection((*before, *behind))):
        return "reopening", n, n + 1
    if words[n] in _FELL:
        out = len(behind) == 2 and behind[0] in _OUT_OF and behind[1].startswith(_TIMETABLE)
        return ("closure", n, n + 3) if out and _is_news(scene, sentence) else None
    if words[n] not in _STOOD or not _is_news(scene, sentence):
        return None
    timed = any(a <= n + 1 < b for a, b in scene.stretches_in(sentence))
    return None if behind and behind[0] in _WHERE and not timed else ("closure", n, n + 1)


def _is_news(scene: Scene, sentence: Sentence) -> bool:
    """Tell whether a sentence says when, or what in the air was why, and no other reason."""
    words = scene.reading.tokens.words[sentence.start : sentence.stop]
    if any(w.startswith(_OTHERWISE) for w in words):
        return False
    return bool(scene.times_in(sentence)) or any(w.startswith(_FROM_AIR) for w in words)


def _is_subject(scene: Scene, sentence: Sentence, airports: list[PlacePhrase], n: int) -> bool:
    """Tell whether an airport stands before a verb, with no clause and little else between."""
    first = max(sentence.start, n - _REACH - 1)
    heads = scene.reading.starting("place_head", first, n)
    stops = [a.stop for a in airports if first < a.stop <= n] + [h.stop for h in heads if h.value == "airport"]
    if not stops:
        return False
    timed = sum(max(0, min(b, n) - max(a, max(stops))) for a, b in scene.stretches_in(sentence))
    return n - max(stops) - timed <= _REACH and not scene.reading.parted(max(stops) - 1, n, _BREAKS)
