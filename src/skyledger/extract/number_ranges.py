"""A number as a range: what a hedge makes of it, and two numbers that are the ends of one."""

import re
from dataclasses import dataclass

from skyledger.extract.plain_numbers import thousand_at
from skyledger.extract.reading import Reading
from skyledger.model.count import Count
from skyledger.model.kinds import Qualifier, Unit

# Ranges of vague words, from the lexicon of counts in the release policy of conflict data sets: several is 3-9.
VAGUE = {"several": (3, 9), "dozens": (24, 99), "hundreds": (200, 999), "thousands": (2000, 9999)}
_BETWEEN = frozenset(("between", "между", "між"))
_RANGE_JOIN = re.compile(r"^\s*(?:[-–—]|или|або|чи|or|to|до)\s*$")


@dataclass(slots=True)
class Number:
    """A number in the text: ``low``..``high`` as worded, tokens and words it covers."""

    low: int
    high: int | None
    stated: int | None
    qualifier: Qualifier
    start: int
    stop: int
    each: bool = False
    running: bool = False
    core_start: int = 0

    def count(self, unit: Unit, text: str) -> Count:
        """Return the number as a count of ``unit``."""
        return Count(low=self.low, high=self.high, stated=self.stated, qualifier=self.qualifier, unit=unit, text=text)


def bounds(value: int, qualifier: Qualifier) -> tuple[int, int | None]:
    """Return what a worded number may mean: "more than 70" is 71 to 140, "up to 20" is 0 to 20."""
    if qualifier is Qualifier.MORE_THAN:
        return value + 1, value * 2
    if qualifier is Qualifier.AT_LEAST:
        return value, value * 2
    if qualifier is Qualifier.UP_TO:
        return 0, value
    if qualifier is Qualifier.ABOUT:  # a tenth either way, cut towards the number
        return value - value // 10, value + value // 10
    return value, value


def _joins_range(reading: Reading, left: Number, right: Number) -> bool:
    """Tell whether what stands between two numbers makes them a range; "and" only after "between"."""
    gap = reading.gap(left.stop - 1, right.core_start)
    if _RANGE_JOIN.match(gap):
        return True
    before = reading.tokens.words[left.start - 1] if left.start else ""
    return before in _BETWEEN and gap.strip() in ("and", "и", "та", "і", "й")


def join_ranges(reading: Reading, numbers: list[Number]) -> list[Number]:
    """Join "from 5 to 7", "5-7", "two or three" into one range."""
    joined: list[Number] = []
    for number in numbers:
        last = joined[-1] if joined else None
        if last is not None and _grew_by(reading, last, number):
            joined[-1] = number
            continue
        if (
            last is not None
            and last.stated is not None
            and number.stated is not None
            and last.qualifier in (Qualifier.EXACT, Qualifier.ABOUT)
            and number.qualifier in (Qualifier.EXACT, Qualifier.UP_TO)
            and last.stated < number.stated
            and last.stop <= number.core_start
            and _joins_range(reading, last, number)
            and (number.stated <= last.stated * 10 or _is_thousands(reading, number))
        ):
            start = last.start
            if start > 0 and reading.tokens.words[start - 1] in ("от", "від", "between", "from", "between"):
                start -= 1
            lower = last.stated
            if lower < 1000 <= lower * 1000 < number.stated and _is_thousands(reading, number):
                lower *= 1000  # "30-35 тисяч"
            joined[-1] = Number(
                lower, number.stated, None, Qualifier.RANGE, start, number.stop, last.each, False, last.core_start
            )
            continue
        joined.append(number)
    return joined


def _grew_by(reading: Reading, left: Number, right: Number) -> bool:
    """Tell whether the first of two numbers is by how much the second grew: "the toll rose by two to five"."""
    before = reading.tokens.words[left.start - 1] if left.start else ""
    return before == "by" and reading.gap(left.stop - 1, right.core_start).strip() == "to"


def _is_thousands(reading: Reading, number: Number) -> bool:
    """Tell whether a number ends with the word "thousand"."""
    return number.stop - number.core_start == 2 and thousand_at(reading, number.stop - 1) is not None
