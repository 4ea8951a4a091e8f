"""Values in words."""

from skyledger.model.count import Interval
from skyledger.say import Told, tell


def in_words(interval: Interval) -> str:
    """Return ``40``, ``40-42`` or ``40 or more``."""
    if interval.high is None:
        return tell(Told.OR_MORE, low=interval.low)
    return str(interval.low) if interval.low == interval.high else f"{interval.low}-{interval.high}"


def listed(words: list[str]) -> str:
    """Return ``a``, ``a and b`` or ``a, b and c``."""
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}" if words else ""
