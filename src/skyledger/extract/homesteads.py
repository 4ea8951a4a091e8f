"""Homesteads and yards: customers of a grid where a supply is spoken of, houses everywhere else.

"Знеструмлено 300 дворів" tells of customers, "побито 22 двори" of houses.
"""

from dataclasses import replace

from skyledger.extract.reading import Reading
from skyledger.extract.word_bits import word_class
from skyledger.model.frame import Quantity
from skyledger.model.kinds import Unit

_STEMS = (
    "двор",
    "двір",
    "домогосп",
    "господарст",
    "домохоз",
    "подворь",
    "подворий",
    "подвір",
    "household",
    "homestead",
)
_SUPPLIES = (
    *("світл", "струм", "живлен", "електр", "енерг", "знестр", "знежив", "газ", "вод", "тепл", "опален", "напруг"),
    *("свет", "ток", "питан", "электр", "обесточ", "отоплен", "напряж", "темн", "темряв", "свіч", "свеч", "генератор"),
    *(
        "power",
        "electric",
        "supply",
        "gas",
        "water",
        "heat",
        "dark",
        "blackout",
        "outage",
        "lights",
        "grid",
        "internet",
    ),
    *("мереж", "сет", "інтернет", "интернет", "плитк", "абонент", "споживач", "потребител", "customer", "без"),
    *("відключ", "вимк", "відімк", "відрізан", "отключ", "вырубил", "blacked", "without", "lights", "cut"),
)
_HOMES = word_class(stems=_STEMS)
_SUPPLIED = word_class(stems=_SUPPLIES)


def house_homesteads(reading: Reading, found: list[Quantity]) -> list[Quantity]:
    """Return the quantities of a text with its homesteads as houses where no sentence near speaks of a supply."""
    if not reading.mask & _HOMES:
        return found
    return [_housed(reading, q) for q in found]


def _housed(reading: Reading, quantity: Quantity) -> Quantity:
    noun = quantity.noun
    if noun is None or noun.value != "customer" or not reading.tokens.words[noun.stop - 1].startswith(_STEMS):
        return quantity
    here = reading.sentence_of(quantity.start)
    near = [here.index - 1, here.index, *([] if here.lead is None else [here.lead])]
    if any(n >= 0 and reading.says(reading.sentences[n], _SUPPLIED) for n in near):
        return quantity
    count = None if quantity.count is None else replace(quantity.count, unit=Unit.BUILDING)
    return replace(quantity, noun=replace(noun, value="building"), count=count)
