"""How a number stands to its trigger: as the means, as what was tried, as the whole a part is of."""

from skyledger.extract.reading import Reading
from skyledger.model.frame import Mention, Quantity

_WITH = frozenset(("с", "со", "з", "із", "зі"))
_ATTEMPTS = ("пыта", "попыт", "намага", "спроб", "tried", "attempt")


def is_means(reading: Reading, quantity: Quantity) -> bool:
    """Tell whether an object stands in the instrumental: "уничтожен ракетами" is a hit by missiles."""
    if quantity.noun is None or quantity.noun.lang == "en":
        return False
    if quantity.start and reading.tokens.words[quantity.start - 1] in _WITH:
        return False  # "расправились с 11 дронами"
    return reading.tokens.words[quantity.noun.stop - 1].endswith(("ом", "ами", "ями", "ою", "ой"))


def is_attempt(reading: Reading, trigger: Mention) -> bool:
    """Tell whether a verb is only said to have been tried: "пытались атаковать", "tried to break through"."""
    words = reading.tokens.words
    before = trigger.start - (2 if words[trigger.start - 1 : trigger.start] == ["to"] else 1)
    return (before >= 0 and words[max(before, 0)].startswith(_ATTEMPTS)) or words[trigger.start].startswith(_ATTEMPTS)


def told_of_whole(reading: Reading, quantity: Quantity, trigger: Mention) -> bool:
    """Tell whether a participle tells of the whole: "из 31 дрона, сбитого ночью", "of the 30 drones brought down"."""
    if trigger.lang == "en":
        return "past" in trigger.flags and trigger.start == quantity.stop and _is_joined(reading, trigger)
    inside = quantity.start < trigger.start < quantity.stop
    return "attr" in trigger.flags and (inside or 0 <= trigger.start - quantity.stop <= 1)


def _is_joined(reading: Reading, trigger: Mention) -> bool:
    return reading.gap(trigger.start - 1, trigger.start).strip() == ""
