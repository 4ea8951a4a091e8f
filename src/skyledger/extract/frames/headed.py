"""What flew where a heading names only its fate: "Shot down over the bay: 8" in a text that speaks of drones."""

from skyledger.extract.marks import ALL_MARKS
from skyledger.extract.reading import Reading
from skyledger.extract.scene import Scene
from skyledger.model.frame import Mention, Sentence

_FATES = frozenset(("downed", "suppressed", "lost", "launched"))
_LONGEST = 14  # words of a heading with its figure


def headed_object(scene: Scene, sentence: Sentence) -> Mention | None:
    """Return the one thing a text says flew, for a sentence that opens with its fate and ends in a bare number."""
    reading = scene.reading
    if not _LONGEST >= sentence.stop - sentence.start > 1 or len(reading.object_values) != 1:
        return None
    opening = reading.at("trigger", sentence.start)
    if opening is None or opening.value not in _FATES or not _ends_in_figure(reading, sentence):
        return None
    named = reading.by_category.get("object", ())
    return named[0] if named else None


def _ends_in_figure(reading: Reading, sentence: Sentence) -> bool:
    last = sentence.stop - 1
    return reading.parted(last - 1, last, ALL_MARKS) and reading.tokens.words[last].isdigit()
