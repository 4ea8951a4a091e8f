"""How the outputs word numbers: exact, bounded, approximate, and not known, which is never 0."""

from skyledger.model import Claim, Count, Interval, Qualifier
from skyledger.say import language, say

_QUALIFIERS = {
    Qualifier.AT_LEAST: "at least {number}",
    Qualifier.MORE_THAN: "more than {number}",
    Qualifier.UP_TO: "up to {number}",
    Qualifier.ABOUT: "about {number}",
}


def counted_words(number: str, what: str) -> str:
    """Return how many of what: ``40 UAVs downed``."""
    return say("{number} {what}", number=number, what=what) if number else what


def not_reported() -> str:
    """Return what stands where nothing was said; unknown is never 0."""
    return say("not reported")


def agreeing(interval: Interval | None) -> int:
    """Return the number that a word after an interval agrees with; 0 stands for any that is not exact."""
    return interval.low if interval is not None and interval.low == interval.high else 0


def number_words(number: int) -> str:
    """Return a number, from five digits on with its thousands set apart: ``9000``, ``37,000``."""
    grouped = f"{number:,}" if number >= 10_000 else str(number)
    return grouped if language() == "en" else grouped.replace(",", "\u00a0")


def interval_words(interval: Interval | None) -> str:
    """Return ``40``, ``71 to 140``, ``at least 41`` or ``not reported``; unknown is never 0."""
    if interval is None:
        return not_reported()
    if interval.high is None:
        return say("at least {number}", number=number_words(interval.low))
    low, high = number_words(interval.low), number_words(interval.high)
    return low if low == high else say("{low} to {high}", low=low, high=high)


def says_none(interval: Interval | None) -> bool:
    """Tell whether a range of people harmed comes from "nobody"; a hedged "nobody" is open above, not "at least 0"."""
    return interval is not None and interval.low == 0 and interval.high in (0, None)


def count_words(count: Count) -> str:
    """Return the number as worded: ``more than 70``, ``several (3 to 9)``."""
    if count.qualifier is Qualifier.SEVERAL:
        return say("several ({range})", range=interval_words(count.interval))
    worded = _QUALIFIERS.get(count.qualifier)
    if worded is not None and count.stated is not None:
        return say(worded, number=number_words(count.stated))
    return interval_words(count.interval)


def claim_number(claim: Claim) -> str:
    """Return a claim's number as worded, its harm in words, or ``not reported``."""
    if claim.count is not None:
        return count_words(claim.count)
    if claim.harm is not None:
        parts = [
            say(form, number=say("none") if says_none(value) else interval_words(value))
            for form, value in (
                ("killed {number}", claim.harm.killed),
                ("injured {number}", claim.harm.injured),
                ("children {number}", claim.harm.children),
            )
            if value is not None
        ]
        if parts:
            return ", ".join(parts)
    return not_reported()
