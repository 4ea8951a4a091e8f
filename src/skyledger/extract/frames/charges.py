"""A charge dropped from a drone is a hit by it: "дрон скинув гранату на авто", "сбросили с дрона взрывчатку".

Charges that are counted ("dropped seven munitions") are what was launched.
"""

from skyledger.extract.nouns import DRONES
from skyledger.extract.reading import Reading
from skyledger.model.frame import Mention

_DROPS = ("скин", "сброс", "сбрас", "скида", "drop")
_CHARGES = frozenset(
    (
        "гранату вибухівку боєприпас снаряд міну пляшку взрывчатку боеприпас мину взрывное вибуховий вибухове вог "
        "grenade explosive munition bomblet charge"
    ).split()
)
_BEFORE = 4
_BEHIND = 5


def drops_charge(reading: Reading, trigger: Mention, noun: Mention) -> bool:
    """Tell whether a verb says that one charge was dropped from a drone."""
    words = reading.tokens.words
    if noun.value not in DRONES or not words[trigger.start].startswith(_DROPS):
        return False
    sentence = reading.sentence_of(trigger.start)
    first, last = max(sentence.start, trigger.start - _BEFORE), min(sentence.stop, trigger.stop + _BEHIND)
    for n in range(first, last):
        if words[n] in _CHARGES and not words[n - 1].isdigit() and reading.at("number", n - 1) is None:
            return True
    return False
