"""What was only recorded: "зафіксовано три влучання" counts hits, "радари бачили три дрони" tells a sighting.

A word of recording opens the count of an air force ("зафіксовано 120 дронів"); before a noun of a hit it says
nothing of its own, and where radars or a neighbour's guards are who saw, nobody launched anything.
"""

from dataclasses import replace

from skyledger.extract.reading import Reading
from skyledger.extract.word_bits import word_class
from skyledger.model.frame import Mention, Sentence

_RECORDS = tuple(
    "зафіксов зафіксув зафиксир фиксир фіксув фіксов засік засекл засеч засіч отмечен отмечал відзначен нарахув "
    "нарахов насчит виявл обнаруж помітил помічен замечен заметил".split()
)
_OF_RADARS = ("радар", "локатор")
_RECORDING = word_class(stems=_RECORDS)
_TOLD = frozenset(("hit", "debris", "attacked"))
_REACH = 4  # words of "зафіксовано щонайменше три влучання"
_CUT = ",;:.()—–\n"


def without_recorded(reading: Reading, sentence: Sentence, triggers: list[Mention]) -> list[Mention]:
    """Return the triggers of a sentence without words of recording that only count another's noun."""
    if not reading.says(sentence, _RECORDING):
        return triggers
    words = reading.tokens.words
    by_radar = any(w.startswith(_OF_RADARS) for w in words[sentence.start : sentence.stop])
    kept = []
    for trigger in triggers:
        records = trigger.value in ("launched", "sighting") and words[trigger.start].startswith(_RECORDS)
        if records and _counts_noun(reading, sentence, trigger, triggers):
            continue
        sighted = records and by_radar and trigger.value == "launched"
        kept.append(replace(trigger, value="sighting", flags=_VERB) if sighted else trigger)
    return kept


_VERB = frozenset(("verb",))


def _counts_noun(reading: Reading, sentence: Sentence, trigger: Mention, triggers: list[Mention]) -> bool:
    """Tell whether a noun of a hit or fall stands right behind, or before a passive: "три влучання зафіксовано"."""
    for other in triggers:
        if other.value not in _TOLD or other.flags & {"verb", "past", "neut", "attr"}:
            continue
        first, last = min(trigger.stop, other.stop), max(trigger.start, other.start)
        if not 0 <= last - first <= _REACH or reading.parted(first - 1, last, _CUT):
            continue
        if not reading.in_range("object", first, last):
            return True
    return False
