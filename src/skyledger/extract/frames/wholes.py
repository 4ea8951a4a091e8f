"""What is said of the whole in "57 of the 71 drones launched overnight": a figure of its own beside its part."""

from dataclasses import replace

from skyledger.extract.chunks import Chunk
from skyledger.extract.frames.fates import ENDED_OR_LOST
from skyledger.extract.reading import Reading
from skyledger.model.frame import Mention, Quantity

OPENS = frozenset(("launched", "sighting", "attacked"))
_LINKS = frozenset(("that", "which", "it", "they", "the", "russia", "ukraine", "enemy", "had", "were", "have"))
_THAT = frozenset(("that", "which", "had", "have", "has"))
_BE = frozenset(("was", "were", "been"))
_AND = frozenset(("and", ","))
_JOINED = frozenset(("and", "и", "й", "і", "та"))
_RELATIVE = ("котор", "як", "що", "что", "котр")
_RELATIVE_REACH = 5  # "якими минулої ночі ворог атакував"


def participle_of(reading: Reading, chunks: list[Chunk], index: int, quantity: Quantity) -> Mention | None:
    """Return the words right behind "N of M drones" that tell of all M, also where two such figures share them."""
    if quantity.of_total is None or quantity.noun is None:
        return None
    if quantity.noun.lang != "en":
        return _relative_slavic(reading, chunks, index, quantity)
    for trigger in chunks[index].triggers:
        between = reading.tokens.words[quantity.stop : trigger.start]
        if trigger.start >= quantity.stop and trigger.value in OPENS and all(w in _LINKS for w in between):
            if reading.parted(quantity.stop - 1, trigger.start, ",;:"):
                return None
            return trigger
    behind = chunks[index + 1] if index + 1 < len(chunks) else None
    if behind is not None and behind.opener in _AND and behind.quantities:
        paired = [q for q in behind.quantities if q.of_total is not None]
        return participle_of(reading, chunks, index + 1, paired[0]) if paired else None
    return None


def _relative_slavic(reading: Reading, chunks: list[Chunk], index: int, quantity: Quantity) -> Mention | None:
    """Return what a relative clause or participle tells of all M: "12 із 15 БпЛА, якими атакував ворог"."""
    behind = [t for c in chunks[index : index + 2] for t in c.triggers if t.start >= quantity.stop]
    if not behind or behind[0].value not in ("launched", "attacked", "hit"):
        return None
    words, first = reading.tokens.words, behind[0]
    between = words[quantity.stop : first.start]
    told = first.flags & {"attr", "verb"}
    relative = bool(between) and between[0].startswith(_RELATIVE) and "verb" in first.flags
    participle = first.value == "launched" and "attr" in first.flags and not between
    near = len(between) <= _RELATIVE_REACH and not reading.parted(quantity.stop - 1, first.start, ";:()")
    if not (told and near and (relative or participle)) or (first.value == "hit" and not relative):
        return None
    return replace(first, value="launched") if first.value != "launched" else first


def launched_behind(reading: Reading, chunk: Chunk, quantity: Quantity) -> Mention | None:
    """Return the words right behind an English noun that say the things were sent: "drones fired at Odesa"."""
    if quantity.noun is None or quantity.noun.lang != "en":
        return None
    behind = [t for t in chunk.triggers if t.start >= quantity.stop]
    if not behind or behind[0].value not in OPENS:
        return None
    return behind[0] if all(w in _THAT for w in reading.tokens.words[quantity.stop : behind[0].start]) else None


def relative_of(
    reading: Reading, chunks: list[Chunk], index: int, quantity: Quantity
) -> tuple[Mention, Mention] | None:
    """Return what the words behind an English noun say, and what became of it: "missiles fired at it were downed"."""
    if quantity.noun is None or quantity.noun.lang != "en":
        return None
    words = reading.tokens.words
    behind = [t for c in chunks[index : index + 2] for t in c.triggers if t.start >= quantity.stop]
    if len(behind) < 2 or not all(w in _THAT for w in words[quantity.stop : behind[0].start]):
        return None
    told = [t for t in behind[1:] if t.value in ENDED_OR_LOST and _BE.intersection(words[t.start - 2 : t.start])]
    if told and any(
        q.count is not None and quantity.stop <= q.start < told[0].start for c in chunks for q in c.quantities
    ):
        return None  # "of 80 drones launched, 66 were shot down"
    # "fired at" as it stands is a participle; "flew into" is one only behind "that"
    fits = behind[0].value in OPENS or behind[0].start > quantity.stop
    return (
        (behind[0], told[0])
        if told and fits and not _BE.intersection(words[quantity.stop : behind[0].start + 1])
        else None
    )


def main_trigger(chunks: list[Chunk], index: int, quantity: Quantity, participle: Mention) -> Mention | None:
    """Return what became of the N: the verb before the figure, not the one that tells of all."""
    here = [t for t in chunks[index].triggers if t.stop <= quantity.start and t is not participle]
    for chunk in reversed(chunks[:index]):
        if here:
            break
        here = [t for t in chunk.triggers if t.value not in OPENS]
    behind = [t for t in chunks[index].triggers if t.start > participle.start]
    for chunk in chunks[index + 1 : index + 4]:  # "six of eight missiles and 67 of 75 drones aimed at ... were downed"
        behind = behind or [t for t in chunk.triggers if t is not participle and t.value not in OPENS]
    for trigger in here:  # "збито/подавлено" without a split is downed
        if trigger.value == "downed" and here[-1].value == "suppressed" and here[-1].start - trigger.stop <= 1:
            return trigger
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


_ONES = frozenset(("один", "одна", "одно", "одного", "одному", "одной", "one"))
_OF = frozenset(("из", "із", "зі", "з", "of"))


def is_one_of_those(reading: Reading, trigger: Mention) -> bool:
    """Tell whether a participle only says which things one of is meant: "один из сбитых зацепил трубу"."""
    if trigger.value not in ("downed", "suppressed") or not trigger.flags & {"attr", "past"}:
        return False
    words = reading.tokens.words
    first = trigger.start - 1 if words[trigger.start - 1] != "the" else trigger.start - 2
    return first > 0 and words[first] in _OF and words[first - 1] in _ONES
