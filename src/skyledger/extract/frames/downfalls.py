"""Where what was shot down came to earth: "a downed drone fell onto a garage", "сбитый БПЛА упал на дом"."""

from dataclasses import replace

from skyledger.extract.chunks import Chunk
from skyledger.extract.context import is_negated
from skyledger.extract.frames.binding import is_flying
from skyledger.extract.reading import Reading
from skyledger.model.frame import Mention, Quantity

_REACH = 8  # tokens from what was shot down to the verb of its fall
_TOLD = frozenset(("verb", "past", "weak"))
_CRASHES = ("crash", "slam", "plung", "plough", "plow", "врезал", "врізав", "врезав", "ended up", "landed")
_FELL_EN = frozenset(("ended",)) | frozenset(
    ("fell", "came", "crashed", "landed", "plunged", "plummeted", "dropped", "tumbled", "slammed", "ploughed", "plowed")
)


def fall_of(reading: Reading, chunk: Chunk, quantity: Quantity, trigger: Mention) -> Mention | None:
    """Return the verb that says where things fell that are only named as shot down, or None.

    Args:
        reading: The document.
        chunk: Where the number stands.
        quantity: The things.
        trigger: The word that says that they were shot down.
    """
    if trigger.value not in ("downed", "suppressed") or quantity.noun is None or not _is_epithet(quantity, trigger):
        return None
    after = max(quantity.stop, trigger.stop)
    if any(q.start >= quantity.stop and is_flying(q) for q in chunk.quantities):
        return None  # "из 12 сбитых дронов один упал"
    for other in reading.starting("trigger", after, min(after + _REACH, chunk.stop)):
        if other.value in ("debris", "hit") and _is_verb(reading, other):
            return None if is_negated(reading, other.start, other.stop) else replace(other, value="debris")
    return None


def _is_epithet(quantity: Quantity, trigger: Mention) -> bool:
    """Tell whether "shot down" only says which things are meant: a participle beside them, no verb of its own."""
    if trigger.lang != "en":
        return not trigger.flags & {"verb", "neut", "inf"} and quantity.start - 1 <= trigger.start <= quantity.stop
    inside = quantity.start <= trigger.start < quantity.stop
    return "past" in trigger.flags and (inside or trigger.start == quantity.stop)


def _is_verb(reading: Reading, trigger: Mention) -> bool:
    if trigger.value == "hit" and not reading.words(trigger.start, trigger.stop).lower().startswith(_CRASHES):
        return False  # "the downed drone hit a house" is told as a hit
    if trigger.lang == "en":
        return reading.tokens.words[trigger.start] in _FELL_EN
    return bool(trigger.flags & _TOLD) and not trigger.flags & {"attr", "inf"}
