"""Figures told by what they leave out: "all but two of the 15 drones" are thirteen, "все, кроме двух" too."""

from dataclasses import replace

from skyledger.extract.reading import Reading
from skyledger.extract.words import OF_WORDS
from skyledger.model.count import Count
from skyledger.model.frame import Quantity
from skyledger.model.kinds import Qualifier

_EXCEPT = {
    "but": frozenset(("all",)),
    "except": frozenset(("all", "everything")),
    "кроме": frozenset(("все", "всех")),
    "крім": frozenset(("усі", "всі", "усіх", "всіх")),
    "окрім": frozenset(("усі", "всі", "усіх", "всіх")),
}
# Shares without a number: what is said of them is said of nobody knows how many.
_SHARES = (
    *("полов", "трет", "четверт", "большинств", "больш", "часть", "части", "кажд", "меньш", "жод"),
    *("трети", "чверт", "більш", "частин", "кожн", "менш"),
    *("half", "third", "quarter", "most", "majority", "part", "many", "some", "few", "tenth", "fraction"),
)
_REACH = 3  # words between a share and its "of"


def take_remainders(reading: Reading, quantities: list[Quantity]) -> list[Quantity]:
    """Return the quantities with "all but N of M" as what remains of M, also where M stands before it."""
    words = reading.tokens.words
    if not quantities or _EXCEPT.keys().isdisjoint(words):
        return quantities
    kept = [_remainder(reading, quantities, n) for n in range(len(quantities))]
    return _without_exceptions(reading, kept)


def _without_exceptions(reading: Reading, quantities: list[Quantity]) -> list[Quantity]:
    """Take from a whole what is excepted behind it: "все 40 дронов, кроме двух" are 38."""
    taken: list[Quantity] = []
    for quantity in quantities:
        whole = taken[-1] if taken else None
        if whole is None or not _excepts_from(reading, whole, quantity):
            taken.append(quantity)
            continue
        assert whole.count is not None
        assert quantity.count is not None
        remains = whole.count.low - quantity.count.low
        span = reading.span(whole.start - 1, quantity.stop)
        text = span.slice(reading.text)
        taken[-1] = replace(
            whole, count=replace(whole.count, low=remains, high=remains, stated=None, text=text), span=span
        )
    return taken


def _excepts_from(reading: Reading, whole: Quantity, left_out: Quantity) -> bool:
    """Tell whether a number without a noun is excepted from all of the one before it."""
    words = reading.tokens.words
    if whole.count is None or left_out.count is None or not left_out.elliptic or not whole.start:
        return False
    wholes = _EXCEPT.get(words[left_out.start - 1])
    if wholes is None or words[whole.start - 1] not in wholes or left_out.start - whole.stop != 1:
        return False
    if whole.count.low != whole.count.high or left_out.count.low != left_out.count.high:
        return False
    return left_out.count.low < whole.count.low


def _remainder(reading: Reading, quantities: list[Quantity], index: int) -> Quantity:
    left_out = quantities[index]
    start = _all_before(reading, left_out)
    if start is None or left_out.count is None or (left_out.noun is not None and left_out.of_total is None):
        return left_out
    whole = left_out.of_total or next((q for q in reversed(quantities[:index]) if q.noun is not None), None)
    if whole is None or whole.count is None or reading.sentence_of(whole.start) != reading.sentence_of(start):
        return left_out
    if whole.count.low != whole.count.high or left_out.count.low != left_out.count.high:
        return left_out
    remains = whole.count.low - left_out.count.low
    if remains < 1:
        return left_out
    span = reading.span(start, left_out.stop)
    text = span.slice(reading.text)
    count = Count(low=remains, high=remains, stated=None, qualifier=Qualifier.EXACT, unit=whole.count.unit, text=text)
    return replace(left_out, count=count, span=span, start=start)


def _all_before(reading: Reading, quantity: Quantity) -> int | None:
    """Return where "all but" begins right before a number, or None."""
    words = reading.tokens.words
    at = quantity.start - 1
    for opener in (at, at - 1):  # "all but the two"
        wholes = _EXCEPT.get(words[opener]) if opener > 0 else None
        if wholes is not None and words[opener - 1] in wholes:
            return opener - 1
    return None


def is_of_a_share(reading: Reading, quantity: Quantity) -> bool:
    """Tell whether a number is the whole of a share without a number: "most of the 60 drones", "половина из 34"."""
    words = reading.tokens.words
    of = quantity.start - 1
    if of > 0 and words[of] in ("the", "these", "those", "этих", "цих"):
        of -= 1
    if of < 1 or words[of] not in OF_WORDS:
        return False
    return any(w.startswith(_SHARES) for w in words[max(0, of - _REACH) : of] if not w.isdigit())
