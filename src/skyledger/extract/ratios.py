"""Shares of nobody knows how many: "one in three flats", "two of every three drones" count nothing."""

from dataclasses import replace

from skyledger.extract.reading import Reading
from skyledger.model.frame import Quantity

_OF_EVERY = (["of", "every"], ["in", "every"], ["out", "of", "every"])
_MOST = 10  # the second number of a ratio is small


def drop_ratios(reading: Reading, quantities: list[Quantity]) -> list[Quantity]:
    """Return the quantities without ratios; the noun of a ratio stays, uncounted."""
    if "every" not in reading.tokens.words and "in" not in reading.tokens.words:
        return quantities
    kept: list[Quantity] = []
    for quantity in quantities:
        if kept and _is_ratio(reading, kept[-1], quantity):
            kept[-1] = replace(quantity, count=None, span=None)
        else:
            kept.append(quantity)
    return kept


def _is_ratio(reading: Reading, left: Quantity, right: Quantity) -> bool:
    """Tell whether two numbers say how many of how many: "one in three", "two of every five"."""
    if left.count is None or right.count is None or right.noun is None or not left.elliptic:
        return False
    between = reading.tokens.words[left.stop : right.start]
    if between in _OF_EVERY:
        return True
    if between != ["in"] or right.count.low > _MOST:
        return False
    if right.noun.category == "object":  # "four in five drones are shot down"
        return left.count.high == left.count.low and left.count.low < right.count.low
    return (left.count.low, left.count.high) == (1, 1) and right.noun.category == "unit"
