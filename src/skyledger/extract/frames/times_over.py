"""How often somebody struck, told by a number of times: "одинадцять разів били по громаді"."""

from skyledger.extract.chunks import Chunk
from skyledger.extract.numbers import find_numbers, number_span
from skyledger.extract.scene import Scene
from skyledger.extract.word_bits import word_class
from skyledger.model.count import Count
from skyledger.model.frame import Mention
from skyledger.model.kinds import Qualifier, Unit
from skyledger.model.text import Span

_TIMES = frozenset("разів рази раза раз times".split())
_VERBAL = frozenset(("verb", "past", "base", "neut"))
_REACH = 6
_OFTEN = word_class(_TIMES)


def times_struck(scene: Scene, chunk: Chunk, trigger: Mention) -> tuple[Count, Span] | None:
    """Return how often a verb of striking is said to have been done, with the words that say so."""
    reading = scene.reading
    if not trigger.flags & _VERBAL or not reading.mask & _OFTEN:
        return None
    words = reading.tokens.words
    first, last = max(chunk.start, trigger.start - _REACH), min(chunk.stop, trigger.stop + _REACH)
    for n in reading.of_class(_OFTEN, first, last):
        if words[n] not in _TIMES:
            continue
        number = next((m for m in find_numbers(reading, set()) if m.stop == n), None)
        if number is not None and number.high == number.low:
            span = number_span(reading, number)
            return _count(number.low, span, reading.text), span
    return None


def _count(often: int, span: Span, text: str) -> Count:
    return Count(
        low=often, high=often, stated=often, qualifier=Qualifier.EXACT, unit=Unit.OBJECT, text=span.slice(text)
    )
