"""At how many places debris came down: "debris fell at two more", "на трьох — падіння уламків"."""

from dataclasses import replace

from skyledger.extract.chunks import Chunk
from skyledger.extract.frames.listing import DASHES
from skyledger.extract.scene import Scene
from skyledger.extract.words import MORE
from skyledger.model.count import Count
from skyledger.model.frame import Frame, Quantity, Sentence
from skyledger.model.kinds import Fate, Unit
from skyledger.model.text import Span

_AT = frozenset(("at", "in", "на", "в", "у"))
_APART = 2  # chunks between the word of the fall and the number of places


def numbers_spots(scene: Scene, sentence: Sentence, quantity: Quantity) -> bool:
    """Tell whether a number without a noun counts places spoken of before: "at 13 locations and at two more"."""
    if not quantity.elliptic or quantity.count is None or not _stands_at(scene, quantity):
        return False
    first = scene.reading.sentences[max(0, sentence.index - 1)].start
    before = scene.quantities_in(first, quantity.start)
    return any(_is_spot(q) and q.count is not None for q in before)


def count_spots(scene: Scene, sentence: Sentence, chunks: list[Chunk], frames: list[Frame]) -> None:
    """Give debris without a number that of the places where it fell."""
    for frame in frames:
        if frame.fate is Fate.DEBRIS and frame.count is None:
            here = (n for n, c in enumerate(chunks) if scene.reading.span(c.start, c.stop).overlaps(frame.trigger))
            index = next(here, None)  # a word carried over from the sentence before stands in no chunk of this one
            found = None if index is None else spots_beside(scene, sentence, chunks, index)
            if found is not None:
                frame.count, frame.count_span = found


def spots_beside(scene: Scene, sentence: Sentence, chunks: list[Chunk], index: int) -> tuple[Count, Span] | None:
    """Return the number of places of a fall: in its chunk, behind it, or before the dash that opens it."""
    near = [chunks[index]]
    for chunk in chunks[index + 1 : index + 1 + _APART]:
        if chunk.triggers or chunk.places or chunk.opener not in ("(", ")"):
            break
        near.append(chunk)
    if index and chunks[index].opener in DASHES and not chunks[index - 1].triggers:
        near.append(chunks[index - 1])
    for chunk in near:
        for quantity in chunk.quantities:
            if quantity.count is None or quantity.span is None:
                continue
            if _is_spot(quantity) or numbers_spots(scene, sentence, quantity):
                return replace(quantity.count, unit=Unit.LOCATION), quantity.span
    return None


def _is_spot(quantity: Quantity) -> bool:
    return quantity.noun is not None and quantity.noun.value == "location"


def _stands_at(scene: Scene, quantity: Quantity) -> bool:
    words = scene.reading.tokens.words
    start = quantity.start - 1
    if start > 0 and words[start] in MORE:
        start -= 1
    return start >= 0 and words[start] in _AT
