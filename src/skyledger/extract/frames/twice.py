"""Closures told with two windows: "the airport was shut from 1:30 to 3:10 and from 4:25 to 5:50" are two."""

import re
from dataclasses import replace

from skyledger.extract.scene import Scene
from skyledger.model.frame import Frame, Sentence
from skyledger.model.kinds import Kind

_JOINED = re.compile(
    r"\s*(?:,|;|and|и|та|і|й|, and|, и|а потом|потом|затем|then|and then|а затем|потім)?\s*(?:with)?\s*"
)


def with_further_windows(scene: Scene, sentence: Sentence, frames: list[Frame]) -> list[Frame]:
    """Return the closures of a sentence, one more for each window that follows that of a closure right behind it."""
    windows = [t for t in scene.times_in(sentence) if t.kind == "range"]
    if len(windows) < 2 or not any(f.kind is Kind.AIRSPACE_CLOSURE for f in frames):
        return frames
    taken = {f.time.span for f in frames if f.time is not None}
    found = list(frames)
    for frame in frames:
        if frame.kind is not Kind.AIRSPACE_CLOSURE or frame.time not in windows:
            continue
        last = frame.time
        for window in windows:
            between = scene.reading.tokens.folded[last.span.stop : window.span.start]
            if window.span.start >= last.span.stop and window.span not in taken and _JOINED.fullmatch(between):
                found.append(replace(frame, time=window))
                last = window
    return found
