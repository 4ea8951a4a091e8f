"""What a headline says in short and the text below tells in full, of another place: the town for its district.

"Nine drones destroyed over Lipetsk" is the nine that the text counts over three districts of the region; "Удар по
Кременчуку" the strike the text tells; "port ablaze" the fire it puts at one tank.
"""

from skyledger.extract.reading import Reading
from skyledger.extract.repeats import COUNTED
from skyledger.extract.scene import Scene
from skyledger.model.frame import Frame
from skyledger.model.kinds import ClaimStatus, Kind, Modality

_UNCOUNTED = frozenset((Kind.FIRE, Kind.DAMAGE, Kind.POWER_OUTAGE))


def without_headline(scene: Scene, frames: list[Frame]) -> list[Frame]:
    """Drop frames of a headline that the text below tells again.

    Args:
        scene: The document.
        frames: Its frames, without repeats of one place.

    Returns:
        Those that stay.
    """
    if not frames or frames[0].sentence > 0 or not _has_headline(scene.reading):
        return frames
    kept = []
    for frame in frames:
        if frame.sentence == 0 and any(_tells(frame, other) for other in frames):
            scene.reject_span(frame.trigger, frame.kind.value, "a headline: the text below tells it in full")
        else:
            kept.append(frame)
    return kept


def _has_headline(reading: Reading) -> bool:
    """Tell whether the first sentence is a line of its own without a full stop."""
    if len(reading.sentences) < 2:
        return False
    first, behind = reading.sentences[0], reading.sentences[1].first
    line = reading.text[first.first : first.last].rstrip()
    return not line.endswith((".", ":")) and "\n" in reading.text[first.first + len(line) : behind]


def _tells(headline: Frame, other: Frame) -> bool:
    """Tell whether a frame of the text is the one of the headline."""
    if other.sentence == 0 or other.in_list or other.kind is not headline.kind or other.modality is Modality.DENIED:
        return False
    if other.status is not ClaimStatus.CURRENT:
        return False
    if headline.kind in COUNTED and headline.count is not None:
        same = other.fate is headline.fate and other.object is headline.object and other.count is not None
        return same and other.count is not None and other.count.interval == headline.count.interval
    if headline.kind is Kind.ATTACK:
        return headline.rule.endswith(".bare")
    return headline.kind in _UNCOUNTED and headline.count is None
