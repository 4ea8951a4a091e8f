"""Whether a number of weapons is what somebody struck with: they were launched, and what they hit is not told."""

from skyledger.extract.chunks import Chunk
from skyledger.extract.frames.binding import is_told
from skyledger.extract.frames.destroyers import RUIN_REACH
from skyledger.extract.frames.told_how import is_means
from skyledger.extract.nouns import THINGS, is_of
from skyledger.extract.reading import Reading
from skyledger.extract.scene import Scene
from skyledger.model.frame import Mention, Quantity, Sentence

_STRIKING = ("вдар", "удар", "бив", "бил", "б'ют", "бьют", "гати", "луп", "довб", "долб", "отработа", "відпрацюва")
_SLANG_STRIKES = ("шарах", "жахн", "бахн", "садан", "лупан", "шандарах", "вшквар", "довбан", "долбан", "гахн", "вгати")
_STRIKES_WITH = ("ударив", "ударил", "вдарив", "вдарил", "ударил")
_BE = frozenset(("was", "were", "been", "being", "is", "are"))
_SUBJECT_REACH = 2  # "14 drones have attacked"
_GENITIVES = ("ов", "ев", "ів", "їв", "ей", "а", "я")  # "девять беспилотников", "два дрона"
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
_STRIKES = ("удар", "вдар", "бил", "били", "бив")


def took_part(reading: Reading, quantity: Quantity, trigger: Mention) -> bool:
    """Tell whether a verb between an attack and a number says that it was made of so many."""
    if trigger.value != "attacked" or quantity.count is None or quantity.start < trigger.stop:
        return False
    listed = ":" in reading.gap(
        max(trigger.stop, quantity.start - 1) - 1, quantity.start
    )  # "налёт на Херсон: 12 дронов"
    return listed or any(w.startswith(_MADE_OF) for w in reading.tokens.words[trigger.stop : quantity.start])


def is_who_attacked(reading: Reading, quantity: Quantity, trigger: Mention) -> bool:
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


def struck_with(reading: Reading, quantity: Quantity, trigger: Mention) -> bool:
    """Tell if a number of weapons is what somebody struck with: it stands behind the word."""
    if quantity.start < trigger.stop or quantity.count is None or quantity.count.stated is None:
        return False
    if quantity.noun is None or quantity.noun.category != "object":
        return False
    word = reading.tokens.words[trigger.start]
    if trigger.lang == "en":
        return "with" in reading.tokens.words[trigger.stop : quantity.start] and is_told(reading, trigger)
    return word.startswith(_STRIKES)


_ONE = frozenset(("one", "1"))


def is_one_of_means(reading: Reading, quantity: Quantity, trigger: Mention) -> bool:
    """Tell whether a single weapon is counted among what somebody attacked with: "and with one Iskander-M"."""
    words, start = reading.tokens.words, quantity.start
    counted = trigger.lang == "en" and start > trigger.stop and words[start] in _ONE
    return counted and "with" in words[trigger.stop : start] and bool(reading.starting("agent", 0, trigger.start))


def is_sent(reading: Reading, quantity: Quantity, trigger: Mention) -> bool:
    """Tell whether somebody strikes with a number of things: "вдарили двома ракетами", but not "дві ракети вдарили"."""
    if quantity.count is None or quantity.count.low < 2 or trigger.lang == "en":
        return False
    if not reading.tokens.words[trigger.start].startswith((*_STRIKING, *_SLANG_STRIKES)) or not trigger.flags & {
        "verb",
        "neut",
    }:
        return False
    return is_means(reading, quantity)


def let_fall(reading: Reading, chunk: Chunk, trigger: Mention, noun: Mention | None) -> bool:
    """Tell whether bombs were dropped on a place, and on no building: what was let fall, not what it struck."""
    bombs = noun is not None and noun.value == "guided_bomb"
    dropped = bombs and reading.words(trigger.start, trigger.stop).lower() in ("dropped on", "dropped onto")
    struck = reading.starting("unit", trigger.stop, min(trigger.stop + RUIN_REACH, chunk.stop))
    return dropped and not any(u.value in THINGS for u in struck)


def only_struck_with(scene: Scene, sentence: Sentence, quantity: Quantity, trigger: Mention) -> bool:
    """Tell whether an enemy struck with so many and nothing says what: "ударив 97-ма безпілотниками"."""
    strikes = scene.reading.tokens.words[trigger.start].startswith(_STRIKES_WITH)
    if not strikes or quantity.start < trigger.stop or quantity.count is None:
        return False
    counted = scene.quantities_in(sentence.start, sentence.stop)
    targets = [q for q in counted if is_of(q, THINGS | {"airport"})]
    return not targets and not scene.places_in(sentence.start, sentence.stop)
