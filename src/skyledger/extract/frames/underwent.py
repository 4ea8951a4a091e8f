"""How many things underwent a strike: "п'ять підстанцій потрапили під удар", "шесть цехов подверглись удару дронов"."""

from skyledger.extract.chunks import Chunk
from skyledger.extract.marks import CLAUSE_MARKS
from skyledger.extract.nouns import is_of
from skyledger.extract.scene import Scene
from skyledger.model.frame import Frame, Mention, Quantity
from skyledger.model.kinds import Fate, Kind

# Verbs whose subject is what was struck.
_UNDERWENT = ("зазна", "потрап", "попал", "подверг", "піддал", "came", "sustain", "underw")
_THINGS = frozenset(("building", "part", "settlement", "airport", "location"))
_REACH = 4  # words from the verb to the strike: "зазнали нічного ракетного удару"
_SUBJECT_REACH = 3


def count_struck(scene: Scene, chunks: list[Chunk], frames: list[Frame]) -> None:
    """Give hits without a number that of the things that underwent them."""
    for frame in frames:
        if frame.kind is not Kind.ATTACK or frame.fate is not Fate.HIT or frame.count is not None:
            continue
        for chunk in chunks:
            told = [t for t in chunk.triggers if scene.reading.span(t.start, t.stop) == frame.trigger]
            if told and (found := _underwent(scene, chunk, told[0])) is not None:
                frame.count, frame.count_span = found.count, found.span


def _underwent(scene: Scene, chunk: Chunk, trigger: Mention) -> Quantity | None:
    words = scene.reading.tokens.words
    own = [n for n in range(max(chunk.start, trigger.start - _REACH), trigger.stop) if words[n].startswith(_UNDERWENT)]
    if not own:
        return None
    for quantity in reversed(scene.quantities_in(chunk.start, own[0])):
        counted = quantity.count is not None and is_of(quantity, _THINGS)
        cut = scene.reading.parted(quantity.stop - 1, own[0], CLAUSE_MARKS)
        if counted and own[0] - quantity.stop <= _SUBJECT_REACH and not cut:
            return quantity
    return None
