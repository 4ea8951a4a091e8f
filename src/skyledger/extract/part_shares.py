"""Shares of a stated number: "a quarter of the 24 drones" are six, "две трети из 60" are forty.

Only where it comes out even and nothing hedges it; "most of the 60" or "almost half" still count nothing.
"""

from dataclasses import replace

from skyledger.extract.reading import Reading
from skyledger.extract.words import OF_WORDS
from skyledger.model.count import Count
from skyledger.model.frame import Quantity
from skyledger.model.kinds import Qualifier

_HALF, _THIRD, _QUARTER, _FIFTH, _TENTH = (1, 2), (1, 3), (1, 4), (1, 5), (1, 10)
_NAMES: tuple[tuple[tuple[int, int], str], ...] = (
    (_HALF, "half половина половину половини половины"),
    (_THIRD, "third треть трети третина третину третини"),
    (_QUARTER, "quarter четверть четверти чверть чверті"),
    (_FIFTH, "fifth"),
    (_TENTH, "tenth"),
    ((2, 3), "two_thirds две_трети дві_третини двух_третей"),
    ((3, 4), "three_quarters три_четверти три_чверті трёх_четвертей"),
    ((2, 5), "two_fifths"),
    ((3, 5), "three_fifths"),
    ((4, 5), "four_fifths"),
)
_SHARES = {tuple(name.split("_")): share for share, names in _NAMES for name in names.split()}
_LAST = frozenset(words[-1] for words in _SHARES)
_THE = frozenset(("the", "these", "those", "all", "этих", "цих", "всех", "усіх"))
_ARTICLES = frozenset(("a", "one", "exactly", "ровно", "рівно"))
# What makes a share no more than an estimate.
_HEDGES = frozenset(
    (
        "about around almost nearly roughly some over under than least most only barely approximately virtually "
        "почти около "
        "примерно более больше менее меньше свыше чем майже близько приблизно понад більше менше ніж над до up to"
    ).split()
)


def take_shares(reading: Reading, quantities: list[Quantity]) -> list[Quantity]:
    """Return the quantities with "half of the 30 drones" as 15 that know their 30."""
    if _LAST.isdisjoint(reading.tokens.words):
        return quantities
    taken: list[Quantity] = []
    for quantity in quantities:
        share = _share_before(reading, quantity)
        if share is None:
            taken.append(quantity)
            continue
        start, part = share
        while taken and taken[-1].start >= start:
            taken.pop()  # the "two" of "two thirds"
        taken.append(_part_of(reading, quantity, start, part))
    return _with_pronouns(reading, taken)


_THEM = frozenset("them these those which них".split())
_BE = frozenset("was were got fell".split())
_FAR = 40  # words between a number and what is a share of it


def _with_pronouns(reading: Reading, quantities: list[Quantity]) -> list[Quantity]:
    """Return the quantities with "half of them were intercepted" as half of the number before."""
    words = reading.tokens.words
    for last, word in enumerate(words):
        if word not in _LAST:
            continue
        stop = _pronoun_behind(words, last)
        base = _only_number_before(reading, quantities, last) if stop else None
        part = None if base is None else _share_at(reading, base, last)
        if base is None or part is None:
            continue
        made = _part_of(reading, replace(base, stop=stop), *part)
        made = replace(made, noun=None, elliptic=True, subset=True, of_total=None)
        kept = [q for q in quantities if not (made.start <= q.start < stop)]
        quantities = sorted([*kept, made], key=lambda q: (q.start, q.stop))
    return quantities


def _pronoun_behind(words: list[str], last: int) -> int:
    """Return where "of them" ends behind a share, or 0; "half were" needs none."""
    if (
        words[last + 1 : last + 2]
        and words[last + 1] in OF_WORDS
        and words[last + 2 : last + 3]
        and words[last + 2] in _THEM
    ):
        return last + 3
    if words[last] == "half" and words[last + 1 : last + 2] and words[last + 1] in _BE:
        return last + 1
    return 0


def _only_number_before(reading: Reading, quantities: list[Quantity], at: int) -> Quantity | None:
    """Return the number of flying things before a place of the text, where it is the only one near."""
    near = [q for q in quantities if at - _FAR <= q.start < at and q.count is not None]
    flying = [q for q in near if q.noun is not None and q.noun.category == "object" and q.count is not None]
    return flying[0] if len(flying) == 1 and flying[0].stop <= at else None


def _share_at(reading: Reading, base: Quantity, last: int) -> tuple[int, tuple[int, int]] | None:
    words = reading.tokens.words
    for length in (2, 1):
        first = last - length + 1
        part = _SHARES.get(tuple(words[first : last + 1])) if first >= 0 else None
        if part is not None:
            return _settle(reading, base, first, part)
    return None


def _share_before(reading: Reading, whole: Quantity) -> tuple[int, tuple[int, int]] | None:
    """Return where a share of a whole begins, and its two numbers, if it can be counted."""
    words = reading.tokens.words
    of = whole.start - 1
    while of > 0 and words[of] in _THE:
        of -= 1
    linked = words[of] in OF_WORDS
    last = of - 1 if linked else of  # "half the 30 drones"
    if last < 0 or not (linked or words[last] == "half") or whole.of_total is not None:
        return None
    for length in (2, 1):
        first = last - length + 1
        part = _SHARES.get(tuple(words[first : last + 1])) if first >= 0 else None
        if part is not None and not reading.parted(first, whole.start, ",;:."):
            return _settle(reading, whole, first, part)
    return None


def _settle(reading: Reading, whole: Quantity, first: int, part: tuple[int, int]) -> tuple[int, tuple[int, int]] | None:
    words = reading.tokens.words
    while first and words[first - 1] in _ARTICLES:
        first -= 1
    flying = whole.noun is not None and whole.noun.category == "object"
    count = whole.count
    if not flying or count is None or count.low != count.high or count.low * part[0] % part[1]:
        return None
    if first and _HEDGES.intersection(words[max(0, first - 2) : first]):
        return None
    return first, part


def _part_of(reading: Reading, whole: Quantity, start: int, part: tuple[int, int]) -> Quantity:
    assert whole.count is not None
    number = whole.count.low * part[0] // part[1]
    span = reading.span(start, whole.stop)
    text = span.slice(reading.text)
    count = Count(low=number, high=number, stated=None, qualifier=Qualifier.EXACT, unit=whole.count.unit, text=text)
    return replace(whole, count=count, span=span, start=start, of_total=whole)
