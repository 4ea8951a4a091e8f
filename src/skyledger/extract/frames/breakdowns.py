"""A total told place by place: "Сбиты 12 БПЛА. Пять остались в полях Кировского района, четыре под Людиновом".

Behind a total of the downed, bare numbers that each have a place and together do not exceed it are its parts, whatever
verb stands with them ("saw the most", "came next with", "скінчили", "досталось").
"""

from dataclasses import dataclass

from skyledger.extract.context import has_negation
from skyledger.extract.frames.binding import is_flying
from skyledger.extract.frames.fates import FALLEN
from skyledger.extract.scene import Scene
from skyledger.extract.words import AFTER_ELLIPTIC, PLACE_PREPOSITIONS, STAND_INS
from skyledger.model.frame import Frame, Mention, Quantity, Sentence
from skyledger.model.kinds import Fate, Kind

_EACH = frozenset(("apiece", "each", "на", "кожній", "каждой"))
_LEAST = 3  # a total worth breaking down
_RUNNING = frozenset("total already now уже вже всего всього итого разом счет рахунок since count tally".split())


@dataclass(slots=True)
class Breakdown:
    """The total told last, and how much of it the sentences behind have given away."""

    trigger: Mention | None = None
    noun: Mention | None = None
    left: int = 0

    def goes_on(self, scene: Scene, sentence: Sentence, triggers: list[Mention]) -> bool:
        """Tell whether a sentence breaks the total down further.

        Args:
            scene: The document.
            sentence: Which sentence.
            triggers: Its triggers of the air.
        """
        if self.trigger is None or any("weak" not in t.flags and t.value not in FALLEN for t in triggers):
            return False
        if any(t.value in ("downed", "suppressed") and "weak" not in t.flags for t in triggers):
            return False
        numbers = [q for q in scene.quantities_in(sentence.start, sentence.stop) if q.count is not None]
        places = scene.places_in(sentence.start, sentence.stop)
        members = sum(len(p.members) for p in places)
        if not numbers or members < len(numbers) or any(not _is_bare(scene, sentence, q) for q in numbers):
            return False
        words = scene.reading.tokens.words[sentence.start : sentence.stop]
        if has_negation(scene.reading, sentence.start, sentence.stop) or _RUNNING.intersection(words):
            return False
        told = sum(q.count.low for q in numbers if q.count is not None)
        if not 0 < told <= self.left:
            return False
        self.left -= told
        return True

    def note(self, frames: list[Frame], trigger: Mention | None, noun: Mention | None) -> None:
        """Remember the total of a sentence: its only number of the downed."""
        told = [f for f in frames if f.kind is Kind.INTERCEPTION and f.count is not None]
        if not told:
            return
        first = told[0]
        self.trigger = None
        if first.fate is not Fate.DOWNED or first.count is None or first.count.low < _LEAST or trigger is None:
            return
        parts = sum(f.count.low for f in told[1:] if f.count is not None)
        self.trigger, self.noun, self.left = trigger, noun, first.count.low - parts


def _is_bare(scene: Scene, sentence: Sentence, quantity: Quantity) -> bool:
    """Tell whether a number leaves its noun out and no unknown noun stands behind it."""
    if quantity.noun is not None or not is_flying(quantity) or quantity.count is None or quantity.count.stated is None:
        return False
    reading, words, behind = scene.reading, scene.reading.tokens.words, quantity.stop
    if behind >= sentence.stop or reading.gap(behind - 1, behind).strip(" \u00a0"):
        return True
    after = words[behind]
    if after in AFTER_ELLIPTIC or after in PLACE_PREPOSITIONS or after in _EACH or after.startswith(STAND_INS):
        return True
    if reading.starting("unit", behind, behind + 1) or reading.starting("not_unit", behind, behind + 1):
        return False
    placed = any(p.start <= behind < p.stop for p in scene.places_in(behind, sentence.stop))
    return placed or after.endswith(("ли", "лись", "лися", "ло", "лось", "лося"))
