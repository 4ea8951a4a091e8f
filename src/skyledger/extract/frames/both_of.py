"""Both, or all three, of those a clause has just counted: one number told twice by one verb."""

from skyledger.extract.scene import Scene
from skyledger.model.frame import Frame

_ALL = frozenset("both all обидва обидві обоє усі всі оба обе все".split())


def without_those_again(scene: Scene, frames: list[Frame]) -> list[Frame]:
    """Drop the first of two equal numbers of one verb: "two came our way and both were brought down"."""
    words = scene.reading.tokens.words
    again = [f for f in frames if f.token and not _ALL.isdisjoint(words[f.token - 1 : f.token + 1])]
    return [f for f in frames if not any(_is_meant(f, other) for other in again)]


def _is_meant(frame: Frame, again: Frame) -> bool:
    if frame.token >= again.token or frame.count is None or again.count is None:
        return False
    same = frame.trigger == again.trigger and frame.fate is again.fate and frame.object is again.object
    return same and frame.count.interval == again.count.interval
