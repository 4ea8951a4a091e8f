"""The dead and hurt who are only thought of: "feared dead", "asked whether two had died", "погибли бы 40 человек"."""

from skyledger.extract.reading import Reading
from skyledger.extract.scene import Scene
from skyledger.extract.word_bits import word_class
from skyledger.model.frame import Mention, Sentence

_THOUGHT = ("feared", "thought", "presumed", "believed", "считал", "считают", "считавш", "вважал", "вважают")
_THINKING = word_class(stems=(*_THOUGHT, "whether"))
_NEAR = 2  # words between the thought and the harm: "thought to be dead"
_WOULD = frozenset(("бы", "б", "би"))
_REPORTS = ("подтверд", "підтверд", "соответств", "відповіда", "confirm")
_REACH = 12  # words between the harm and what is said of the report, or between "whether" and the harm
_CUT = ",;:.!?()"
_STOP = ";:.!?()"


def without_presumed(scene: Scene, sentence: Sentence, triggers: list[Mention]) -> list[Mention]:
    """Return the words of harm but those that tell what was thought, asked, possible, or reported and not so."""
    kept = []
    for trigger in triggers:
        reason = _why_not(scene.reading, sentence, trigger)
        if reason is None:
            kept.append(trigger)
        else:
            scene.reject(trigger.start, trigger.stop, trigger.value, reason)
    return kept


def _why_not(reading: Reading, sentence: Sentence, trigger: Mention) -> str | None:
    words = reading.tokens.words
    behind = words[trigger.stop : min(sentence.stop, trigger.stop + 1)]
    if not _WOULD.isdisjoint((*behind, *words[max(sentence.start, trigger.start - 1) : trigger.start])):
        return "not something that happened"
    if reading.says(sentence, _THINKING):
        if _stands_before(reading, sentence, trigger.start, _NEAR, _THOUGHT, _CUT):
            return "feared, not something that happened"
        if _stands_before(reading, sentence, trigger.start, _REACH, ("whether",), _STOP):
            return "asked, not said"
    return "the report of it is denied" if _is_reported_falsely(reading, sentence, trigger) else None


def _stands_before(
    reading: Reading, sentence: Sentence, start: int, reach: int, stems: tuple[str, ...], cut: str
) -> bool:
    for at in range(start - 1, max(sentence.start, start - 1 - reach) - 1, -1):
        if reading.parted(at, at + 1, cut):
            return False
        if reading.tokens.words[at].startswith(stems):
            return True
    return False


def _is_reported_falsely(reading: Reading, sentence: Sentence, trigger: Mention) -> bool:
    """Tell whether what is said of the dead or hurt is said not to be so: "слухи о 30 раненых не подтвердились"."""
    words = reading.tokens.words
    for at in range(trigger.stop, min(sentence.stop - 1, trigger.stop + _REACH)):
        if reading.parted(at - 1, at, _CUT):
            return False
        if words[at] in ("не", "not") and words[at + 1].startswith(_REPORTS):
            return True
    return False
