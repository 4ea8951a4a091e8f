"""What is said of the whole in "57 of the 71 drones launched overnight": a figure of its own beside its part."""

from dataclasses import replace

from skyledger.extract.chunks import Chunk
from skyledger.extract.reading import Reading
from skyledger.model.frame import Mention, Quantity

_OPENS = frozenset(("launched", "sighting", "attacked"))
_LINKS = frozenset(("that", "which", "it", "they", "the", "russia", "ukraine", "enemy", "had", "were", "have"))
_AND = frozenset(("and", ","))
_JOINED = frozenset(("and", "и", "й", "і", "та"))


def participle_of(reading: Reading, chunks: list[Chunk], index: int, quantity: Quantity) -> Mention | None:
    """Return the words right behind "N of M drones" that tell of all M, also where two such figures share them."""
    if quantity.of_total is None or quantity.noun is None or quantity.noun.lang != "en":
        return None
    for trigger in chunks[index].triggers:
        between = reading.tokens.words[quantity.stop : trigger.start]
        if trigger.start >= quantity.stop and trigger.value in _OPENS and all(w in _LINKS for w in between):
            if set(",;:").intersection(reading.gap(quantity.stop - 1, trigger.start)):
                return None
            return trigger
    behind = chunks[index + 1] if index + 1 < len(chunks) else None
    if behind is not None and behind.opener in _AND and behind.quantities:
        paired = [q for q in behind.quantities if q.of_total is not None]
        return participle_of(reading, chunks, index + 1, paired[0]) if paired else None
    return None


def main_trigger(chunks: list[Chunk], index: int, quantity: Quantity, participle: Mention) -> Mention | None:
    """Return what became of the N: the verb before the figure, not the one that tells of all."""
    here = [t for t in chunks[index].triggers if t.stop <= quantity.start and t is not participle]
    for chunk in reversed(chunks[:index]):
        if here:
            break
        here = [t for t in chunk.triggers if t.value not in _OPENS]
    behind = [t for t in chunks[index].triggers if t.start > participle.start]
    for chunk in chunks[index + 1 : index + 4]:  # "six of eight missiles and 67 of 75 drones aimed at ... were downed"
        behind = behind or [t for t in chunk.triggers if t is not participle and t.value not in _OPENS]
    return here[-1] if here else (behind[0] if behind else None)


def whole_of(quantity: Quantity) -> Quantity:
    """Return the M of "N of M" as a quantity with its noun."""
    assert quantity.of_total is not None
    return replace(quantity.of_total, noun=quantity.noun)


def is_whole_of(chunks: list[Chunk], index: int, quantity: Quantity, trigger: Mention) -> bool:
    """Tell whether the verb is that of a part behind: in "12 дронов, шесть из них сбиты" it tells of the six."""
    if quantity.subset or quantity.count is None or trigger.start < quantity.stop:
        return False
    behind = chunks[index + 1 : index + 2]
    if quantity.elliptic and behind and behind[0].opener in _JOINED:
        behind = []  # "419 and 31 of them were neutralised"
    parts = [q for c in (chunks[index], *behind) for q in c.quantities if q.subset]
    if any(quantity.stop <= q.start < trigger.start for q in parts):
        return True
    # "на Белгород летели 12 дронов, 9 сбили": the verb beside the smaller number is that number's alone
    following = chunks[index + 1] if index + 1 < len(chunks) else None
    if following is None or following.opener != "," or trigger not in following.triggers or following.places:
        return False
    return quantity.noun is not None and any(
        q.elliptic and q.count is not None and q.count.low < quantity.count.low and 0 <= trigger.start - q.stop <= 1
        for q in following.quantities
    )
