"""A figure told apart from what it counts: "Сорок один: столько дронов сбито", "Шестнадцать. Ровно столько БПЛА"."""

from dataclasses import replace

from skyledger.extract.reading import Reading
from skyledger.model.frame import Quantity
from skyledger.model.kinds import Unit

_SO_MANY = frozenset(("столько", "стільки"))
_SUCH = frozenset(("таково", "такое", "такова", "таким", "таке", "такою"))
_FIGURES = ("числ", "количеств", "счет", "цифр", "кількіст", "рахун")
_OPENING = 2  # words before the figure that opens its sentence
_BETWEEN = 3  # words between "столько" and its noun: "столько вражеских ударных БПЛА"


def take_so_many(reading: Reading, quantities: list[Quantity]) -> list[Quantity]:
    """Return the quantities with "столько X" as the figure that stands before it; the figure itself is gone."""
    words = reading.tokens.words
    if not quantities or not (_SO_MANY.intersection(words) or _SUCH.intersection(words)):
        return quantities
    for n, word in enumerate(words):
        noun = _noun_behind(reading, quantities, n) if word in _SO_MANY or word in _SUCH else None
        figure = None if noun is None else _figure_before(reading, quantities, n)
        if noun is None or figure is None or figure.count is None:
            continue
        unit = Unit.OBJECT if noun.noun is not None and noun.noun.category == "object" else figure.count.unit
        told = replace(noun, count=replace(figure.count, unit=unit), span=figure.span)
        quantities = [told if q is noun else q for q in quantities if q is not figure]
    return quantities


def _noun_behind(reading: Reading, quantities: list[Quantity], n: int) -> Quantity | None:
    """Return what flies right behind "столько", "таково число"."""
    words = reading.tokens.words
    start = n + 1
    if words[n] in _SUCH:
        if not (start < len(words) and words[start].startswith(_FIGURES)):
            return None
        start += 1
    for quantity in quantities:
        if start <= quantity.start <= start + _BETWEEN and quantity.noun is not None:
            flies = quantity.noun.category == "object" and quantity.count is None
            return quantity if flies and not reading.parted(n, quantity.start, ",;:.!?") else None
    return None


def _figure_before(reading: Reading, quantities: list[Quantity], n: int) -> Quantity | None:
    """Return the figure without a noun that opens the sentence, or is all of the one before it."""
    sentence = reading.sentence_of(n)
    bare = [q for q in quantities if q.elliptic and q.count is not None and q.stop <= n]
    here = [q for q in bare if sentence.start <= q.start <= sentence.start + _OPENING]
    if here:
        return here[0] if reading.parted(here[0].stop - 1, here[0].stop, ":—–-,") else None
    if not sentence.index:
        return None
    before = reading.sentences[sentence.index - 1]
    alone = [q for q in bare if before.start <= q.start and q.stop == before.stop]
    return alone[0] if alone and before.stop - before.start <= _OPENING + 1 else None
