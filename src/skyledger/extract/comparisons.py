"""Times of the past that a figure is only compared with: "five, up from 12 a week ago" tells of tonight."""

from bisect import bisect_left

from skyledger.extract.reading import Reading
from skyledger.model.frame import TimePhrase

_COMPARED = frozenset("with to from than against versus ніж чем против проти".split())
_LIKENED = (
    *("compar", "up", "down", "more", "fewer", "less", "against", "versus", "than"),
    *("сравн", "больше", "меньше", "против", "порівн", "більше", "менше", "проти"),
)
_WAS = frozenset("было были було були was were".split())
_REACH = 5  # words between the comparison and its time: "compared with 12 drones a week ago"


def dates_comparison(reading: Reading, time: TimePhrase) -> bool:
    """Tell whether a time is that of a figure another one is held against."""
    starts = reading.tokens.starts
    return is_compared_with(reading, bisect_left(starts, time.span.start), bisect_left(starts, time.span.stop))


def is_compared_with(reading: Reading, first: int, last: int) -> bool:
    """Tell whether the tokens ``[first, last)`` are the time of a figure another one is held against."""
    tokens = reading.tokens
    before = tokens.words[max(0, first - _REACH) : first]
    if not _COMPARED.isdisjoint(before) and any(w.startswith(_LIKENED) for w in before):
        numbers = reading.starting("number", max(0, first - _REACH), first)
        if numbers or any(w[0].isdigit() for w in before):
            return True
    behind = tokens.words[last : last + 2]
    if len(behind) < 2 or behind[0] not in _WAS or not first or not reading.parted(first - 1, first, ",;—–"):
        return False
    return behind[1][0].isdigit() or reading.at("number", last + 1) is not None
