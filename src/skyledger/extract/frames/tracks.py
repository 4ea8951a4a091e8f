"""Lines of a live log: where something flies now and where to; what the line before told is not said of it."""

from itertools import pairwise

from skyledger.extract.reading import Reading
from skyledger.model.frame import Mention, Sentence

# "5 шахедів курсом на Умань, буде гучно": words of a course, of what goes on, and of a warning.
_COURSE = frozenset(
    (
        *("курс", "курсом", "повз", "далі", "дальше", "увага", "внимание", "уважно", "гучно", "громко", "попереду"),
        *("підліт", "подлет", "підльот", "летить", "летять", "летит", "летят", "йде", "йдуть", "іде", "ідуть", "идет"),
        *("идут", "рухається", "рухаються", "прямує", "прямують", "движется", "движутся", "залітає", "залітають"),
        *("залетают", "залетает", "заходить", "заходять", "заходит", "заходят", "кружляє", "кружляють", "крутиться"),
        *("крутяться", "кружит", "кружат", "пролітає", "пролітають", "пролетает", "пролетают", "наближається"),
        *("наближаються", "приближается", "приближаются", "тримає", "тримають", "залишається", "залишаються"),
    )
)
_TOWARDS = frozenset((("у", "бік"), ("в", "бік"), ("в", "сторону"), ("з", "курсом"), ("у", "напрямку")))
_FROM = frozenset("з із зі из с со від от".split())
_TO = frozenset("на в у до к через".split())
# Verdicts in one word, which close their line: "По ракеті під Смілою мінус".
_VERDICTS = frozenset(("мінус", "минус", "мінуси", "минусы"))


def is_track(reading: Reading, sentence: Sentence) -> bool:
    """Tell whether a sentence without a verb of fate says where something flies: "10 КР з Полтавщини на Черкащину"."""
    words = reading.tokens.words[sentence.start : sentence.stop]
    if not _COURSE.isdisjoint(words) or any(pair in _TOWARDS for pair in pairwise(words)):
        return True
    places = {m.start for m in reading.in_range("place", sentence.start, sentence.stop)}
    before = [reading.tokens.words[n - 1] for n in sorted(places) if n > sentence.start]
    return any(a in _FROM and b in _TO for a, b in pairwise(before))


def closes_line(reading: Reading, sentence: Sentence, trigger: Mention | None) -> bool:
    """Tell whether a verb of fate is a verdict of one word, said of its own line alone."""
    if trigger is None or not sentence.start <= trigger.start < sentence.stop:
        return False
    return trigger.stop - trigger.start == 1 and reading.tokens.words[trigger.start] in _VERDICTS
