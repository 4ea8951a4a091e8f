"""What the next sentence takes back: a headline "Refinery burning?" and "Not so, says the governor", "Это не так".

What was told in the sentence before is no claim then; what the denial itself tells stands.
"""

import re

from skyledger.extract.scene import Scene
from skyledger.model.frame import Frame
from skyledger.model.kinds import Modality

_TAKES_BACK = re.compile(
    r"[\W_]*(?:not so\b|no, |untrue\b|th(?:at|is) is (?:untrue|false|not true|not so)\b|nothing of the kind|"
    r"это (?:не так|неправда|ложь|фейк|выдумка|вымысел)\b|не так\b|неправда\b|ничего подобного|"
    r"на деле все (?:скромнее|иначе)|це (?:не так|неправда|фейк|вигадка|брехня)\b|ні, |нічого подібного|"
    r"насправді (?:ні|все не так))"
)
_STARTS = frozenset("not no untrue that this nothing это не неправда ничего на це ні нічого насправді".split())


def without_taken_back(scene: Scene, frames: list[Frame]) -> list[Frame]:
    """Drop the asserted frames of each sentence that the one behind it begins by taking back.

    Args:
        scene: The document.
        frames: Its frames.

    Returns:
        Those that stand; the others are kept as rejected, with the reason.
    """
    reading = scene.reading
    back = set()
    for before, sentence in zip(reading.sentences, reading.sentences[1:], strict=False):
        if reading.tokens.words[sentence.start] not in _STARTS:
            continue
        if _TAKES_BACK.match(reading.tokens.folded, sentence.first) is None:
            continue
        back.add(before.index)
        if any(t.value == "other_cause" for t in reading.in_range("trap", sentence.start, sentence.stop)):
            back |= set(range(len(reading.sentences)))  # "No, it was a gas bottle": nothing of it is of the air
    if not back:
        return frames
    kept = []
    for frame in frames:
        if frame.sentence in back and frame.modality is not Modality.DENIED:
            scene.reject_span(frame.trigger, frame.kind.value, "taken back in the next sentence")
        else:
            kept.append(frame)
    return kept
