"""Downings told by the noun for what a hunt brought in: "Улов зенитчиков — 19 дронов", "the night's haul: 12 Shaheds".

Who defends, or the night it was, must stand beside the noun: anglers and strikers keep tallies too.
"""

from skyledger.extract.context import has_negation
from skyledger.extract.frames.acts import ACTED
from skyledger.extract.frames.binding import is_flying
from skyledger.extract.frames.stand_ins import KILLS
from skyledger.extract.reading import Reading
from skyledger.extract.scene import Scene
from skyledger.extract.word_bits import word_class
from skyledger.model.frame import Mention, Quantity, Sentence

# Nouns of what a night's work brought in, before those who did it.
_TALLIES = (
    *("итог", "результат", "улов", "добыч", "трофе", "урожа", "жертв", "баланс", "статистик", "отчет", "послужн"),
    *("боев", "счет", "рахун", "здобич", "врожа", "підсум", "вполюван"),
)
# Those that need only the night beside them.
_CATCHES = ("улов", "добыч", "трофе", "урожа", "здобич", "врожа", "охот", "полюван")
_LOSSES = ("потери", "втрати")  # of the enemy
_ENEMIES = ("враг", "противник", "ворог", "всу", "росіян", "агресор", "неприятел")
_NIGHTS = frozenset(
    (
        "ночи ночной ночная ночного ночь утра утренний вечера вечерний суток смены дежурства вчерашний вчерашняя "
        "ночі нічний нічна нічного ніч ранку вечора доби зміни чергування вчорашній вчорашня"
    ).split()
)
_TALLIES_EN = frozenset(
    (
        "catch haul bag harvest tally score kills kill trophies scalps total account scorecard scoreboard ledger "
        "scoresheet bounty"
    ).split()
)
_CATCHES_EN = frozenset("catch haul bag harvest kills scalps".split())
_NIGHTS_EN = frozenset("night overnight evening nightly morning nocturnal".split())
_OWN = frozenset("their its his her our the own combat collection list to".split())
_ADDED = (
    "added",
    "add",
    "put",
    "chalked",
    "entered",
    "notched",
    "recorded",
    "записа",
    "внес",
    "додал",
    "занес",
    "добав",
)
_LINKS = frozenset("was is were are came comes stood stands to at reads read of".split())
_TALLYING = word_class(_TALLIES_EN, (*_TALLIES, *_CATCHES, *_LOSSES))
_REACH = 4
_REACH_EN = 7
# Those who defend, in the genitive.
_DEFENDERS = frozenset(
    (
        "зенитных зенитной пво зенитчиков расчета расчетов пвошников перехватчиков ппо зенітників розрахунків "
        "охотников мисливців защитников захисників мвг"
    ).split()
)


def told_by_tally(scene: Scene, sentence: Sentence) -> list[Mention]:
    """Return the noun of a tally of what flies as a trigger of downing, one a sentence at most.

    Args:
        scene: The document.
        sentence: Which sentence.
    """
    reading = scene.reading
    words = reading.tokens.words
    if (kills := _kills(scene, sentence)) is not None:
        return [kills]
    counted = [q for q in scene.quantities_in(sentence.start, sentence.stop) if _is_counted(q)]
    tallying = reading.of_class(_TALLYING, sentence.start, sentence.stop) if counted else []
    nouns = [n for n in tallying if _is_tally(words[n])]
    if not nouns or has_negation(reading, sentence.start, sentence.stop):
        return []
    for quantity in counted:
        for noun in nouns:
            english = quantity.noun is not None and quantity.noun.lang == "en"
            read = _tallied_english if english else _tallied
            if (
                told := read(reading, sentence, quantity, noun) or _added(reading, sentence, quantity, noun)
            ) is not None:
                return [told]
    return []


def _kills(scene: Scene, sentence: Sentence) -> Mention | None:
    """Return the noun of "31 kills for the crews of Odesa region", where those who defend are named, or what flies."""
    reading = scene.reading
    words = reading.tokens.words
    for quantity in scene.quantities_in(sentence.start, sentence.stop):
        noun = quantity.stop if quantity.noun is None else quantity.stop - 1
        while quantity.noun is not None and noun > quantity.start and words[noun] not in KILLS:
            noun -= 1  # "три мінуси по шахедах"
        if quantity.count is None or noun >= sentence.stop or words[noun] not in KILLS:
            continue
        agents = reading.starting("agent", sentence.start, sentence.stop)
        told = words[noun].startswith("збит") or any(a.value == "defence" for a in agents)
        if told or reading.object_values:
            return Mention("trigger", "downed", noun, noun + 1, frozenset((ACTED,)), _lang(words[noun]))
    return None


def _lang(word: str) -> str:
    return "en" if word.isascii() else "ru"


def behind_defenders(words: list[str], start: int, stop: int) -> int | None:
    """Return the token behind the last word for a defence among some tokens, or None."""
    return next((n + 1 for n in reversed(range(start, stop)) if words[n] in _DEFENDERS), None)


def _is_tally(word: str) -> bool:
    return word in _TALLIES_EN if word.isascii() else word.startswith((*_TALLIES, *_CATCHES, *_LOSSES))


def _is_counted(quantity: Quantity) -> bool:
    return quantity.count is not None and quantity.noun is not None and is_flying(quantity)


def _tallied(reading: Reading, sentence: Sentence, quantity: Quantity, noun: int) -> Mention | None:
    """Return the noun that tells what came of a defence's work: "Улов зенитчиков — 19 дронов"."""
    words = reading.tokens.words
    stop = behind_defenders(words, noun + 1, min(sentence.stop, noun + 1 + _REACH))
    if stop is None and any(a.value == "defence" for a in reading.starting("agent", sentence.start, noun)):
        stop = noun + 1  # "«Панцири» собрали урожай: 16 дронов"
    near = words[max(sentence.start, noun - 2) : min(sentence.stop, noun + _REACH)]
    if stop is None and words[noun].startswith(_CATCHES) and _NIGHTS.intersection(near):
        stop = noun + 1
    if words[noun].startswith(_LOSSES):
        enemy = bool(words[noun + 1 : noun + 2]) and words[noun + 1].startswith(_ENEMIES)
        front = reading.starting("unit", sentence.start, sentence.stop)  # "300 человек, три танка, 11 беспилотников"
        stop = noun + 2 if enemy and not front else None
    if stop is None:
        return None
    left, right = (stop, quantity.start) if quantity.start >= stop else (quantity.stop, noun)
    if left > right or not reading.parted(left - 1, right, ":—–-"):
        return None
    return _told(reading, noun, stop, left, right, "ru")


def _tallied_english(reading: Reading, sentence: Sentence, quantity: Quantity, noun: int) -> Mention | None:
    """Return the noun of "the gunners' haul for the night: 12 Shaheds", "the night's catch came to nine drones"."""
    words = reading.tokens.words
    first, last = max(sentence.start, noun - _REACH), min(sentence.stop, noun + 1 + _REACH_EN)
    agents = reading.starting("agent", first, last)
    hunted = words[noun] in _CATCHES_EN and _NIGHTS_EN.intersection(words[first:last])
    if not hunted and not any(a.value == "defence" for a in agents):
        return None
    left, right = (noun + 1, quantity.start) if quantity.start > noun else (quantity.stop, noun)
    linked = reading.parted(left - 1, right, ":—–-") or _LINKS.intersection(words[left:right])
    if left > right or not linked or right - left > 2 * _REACH_EN:
        return None
    return _told(reading, noun, noun + 1, left, right, "en")


def _added(reading: Reading, sentence: Sentence, quantity: Quantity, noun: int) -> Mention | None:
    """Return the verb of "added six drones to their score", "записали на свой счёт шесть дронов"."""
    words = reading.tokens.words
    start = max(sentence.start, min(noun, quantity.start) - 2 * _REACH)
    verb = next((n for n in range(start, max(noun, quantity.start)) if words[n].startswith(_ADDED)), None)
    if verb is None or verb > quantity.start or reading.parted(verb, max(noun, quantity.start), ";:()"):
        return None
    owned = any(a.value == "defence" for a in reading.starting("agent", sentence.start, verb))
    if not owned and not words[sentence.start].startswith(("охотник", "мисливц")):
        return None
    lang = _lang(words[verb])
    if lang == "en" and not _OWN.intersection(words[noun - 2 : noun]):
        return None
    return Mention("trigger", "downed", verb, verb + 1, frozenset(("verb", "past", ACTED)), lang)


def _told(reading: Reading, noun: int, stop: int, left: int, right: int, lang: str) -> Mention | None:
    """Return the noun as a trigger, unless a word with a meaning of its own stands between."""
    if any("weak" not in t.flags for t in reading.starting("trigger", left, right)):
        return None
    return Mention("trigger", "downed", noun, stop, frozenset((ACTED,)), lang)
