"""Numbers that are a part of others, or their sum: "of them 12", "8 of 12", "in total 20"."""

from collections.abc import Set

from skyledger.extract.reading import Reading
from skyledger.extract.words import PHRASE_BREAKS, SUBSET_LEADS
from skyledger.model.frame import Mention, Quantity


def is_subset(reading: Reading, start: int, stop: int, blocked: Set[int] = frozenset()) -> bool:
    """Tell whether "of them" stands right before a number or behind it; a place or time may stand between."""
    if "subset" not in reading.starts:
        return False
    marks = [m for m in reading.starting("subset", start - 8, stop + 1) if m.value == "of_which"]
    return any(
        # a list below is not its subset
        (_leads_to(reading, m.stop, start, blocked) and "\n" not in reading.gap(m.stop - 1, start))
        or (m.start == stop and _closes_subset(reading, m))
        for m in marks
    )


def _leads_to(reading: Reading, left: int, start: int, blocked: Set[int]) -> bool:
    """Tell whether two words at most, or no more than a place or time, part "of them" from its number."""
    if start - left <= 2:
        # "з них 9 діти. Ракета влучила": the next sentence tells of none of them
        return start >= left and not reading.parted(left - 1, start, ".!?")
    between = [t for t in range(left, start) if t not in blocked and reading.tokens.words[t] not in PHRASE_BREAKS]
    return not between and not reading.parted(left - 1, start, ",;:")


def _closes_subset(reading: Reading, mention: Mention) -> bool:
    """Tell whether "of them" looks back: "200 из них", but not "40 дронов, из них 32"."""
    words = reading.tokens.words
    if words[mention.start] in SUBSET_LEADS or reading.gap(mention.start - 1, mention.start).strip(" \u00a0"):
        return False
    after = words[mention.stop] if mention.stop < len(words) else ""
    return not after[:1].isdigit() and reading.at("number", mention.stop) is None


def is_total(reading: Reading, start: int) -> bool:
    """Tell whether "in total" stands right before."""
    return "total" in reading.starts and any(
        0 <= start - m.stop <= 3 for m in reading.ending("total", start - 3, start)
    )


def pair_subsets(reading: Reading, quantities: list[Quantity]) -> list[Quantity]:
    """Fold "N of M drones" into one quantity that knows its M."""
    result: list[Quantity] = []
    skip = False
    for index, left in enumerate(quantities):
        right = quantities[index + 1] if index + 1 < len(quantities) else None
        if skip:
            skip = False
            continue
        if (
            right is not None
            and left.elliptic
            and left.count is not None
            and right.count is not None
            and right.span is not None
            and _between_is_of(reading, left.stop, right.start)
        ):
            result.append(
                Quantity(
                    left.count,
                    right.noun,
                    left.start,
                    right.stop,
                    left.span,
                    left.each,
                    left.subset,
                    left.total,
                    right.noun is None,
                    right,
                )
            )
            skip = True
            continue
        result.append(left)
        if right is not None and _is_whole_of_things(reading, left, right):
            skip = True  # "три силоси з дванадцяти": the twelve are silos
    return result


def _is_whole_of_things(reading: Reading, part: Quantity, whole: Quantity) -> bool:
    """Tell whether a bare number is the whole of what was counted right before it: "three silos of twelve"."""
    if part.count is None or whole.count is None or part.noun is None or part.noun.category != "unit":
        return False
    if not whole.elliptic or part.elliptic or whole.start - part.stop != 1:
        return False
    return _between_is_of(reading, part.stop, whole.start) and whole.count.low > part.count.low


def _between_is_of(reading: Reading, left: int, right: int) -> bool:
    words = reading.tokens.words[left:right]
    return (
        1 <= len(words) <= 2
        and words[0] in ("из", "з", "із", "зі", "of", "out")
        and reading.gap(left - 1, right).strip(" ").isascii() is not None
        and not reading.parted(left - 1, right, ",.;:")
    )
