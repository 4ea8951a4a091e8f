"""Bind numbers to what they count; a number bound to nothing countable is no count."""

from dataclasses import replace

from skyledger.extract.counted_nouns import head_of, noun_after, noun_before, nouns_by_start
from skyledger.extract.homesteads import house_homesteads
from skyledger.extract.measures import is_age, is_bore, is_hour, is_name_number, is_since, shares_measure
from skyledger.extract.number_ranges import Number
from skyledger.extract.numbers import find_numbers, number_span
from skyledger.extract.part_shares import take_shares
from skyledger.extract.ratios import drop_ratios
from skyledger.extract.reading import Reading
from skyledger.extract.remainders import take_remainders
from skyledger.extract.so_many import take_so_many
from skyledger.extract.subsets import is_subset, is_total, pair_subsets
from skyledger.model.count import Count
from skyledger.model.frame import Mention, Quantity
from skyledger.model.kinds import Qualifier, Unit

_UNITS = {"child": Unit.PERSON, "part": Unit.OTHER}
_JOINED = frozenset(("and", "or", "of", "in", "at", "on", "for", "with", "и", "или", "та", "і", "й", "або"))
_LIMIT = 9_999_999


def _unit(mention: Mention | None) -> Unit:
    if mention is None or mention.category == "object":
        return Unit.OBJECT
    return _UNITS.get(mention.value) or Unit(mention.value)


def find_quantities(reading: Reading, blocked: set[int]) -> list[Quantity]:
    """Return counted nouns, elliptic numbers and bare nouns of a text, in order.

    Args:
        reading: The document as read.
        blocked: Tokens that belong to times, dates and places.

    Returns:
        Quantities; those whose number measures something (hours, kilometres, age) are left out.
    """
    numbers = [n for n in find_numbers(reading, blocked) if n.high is None or n.high <= 10 * _LIMIT]
    tokens = {t for n in numbers for t in range(n.core_start, n.stop)}
    found, used = _counted(reading, blocked, numbers, tokens)
    found += _uncounted(reading, used, tokens)
    found.sort(key=lambda q: (q.start, q.stop))
    found = pair_subsets(reading, drop_ratios(reading, take_so_many(reading, found)))
    return house_homesteads(reading, take_shares(reading, take_remainders(reading, found)))


def _counted(
    reading: Reading, blocked: set[int], numbers: list[Number], tokens: set[int]
) -> tuple[list[Quantity], set[tuple[int, int]]]:
    """Return the numbers with what they count, and where the nouns they took stand."""
    nouns = nouns_by_start(reading)
    found: list[Quantity] = []
    used: set[tuple[int, int]] = set()
    for number in numbers:
        noun = noun_after(reading, number.stop, nouns, tokens)
        if noun is None and (counted := noun_before(reading, number)) is not None:
            used.add((counted.start, counted.stop))
            found.append(_quantity(reading, number, counted, blocked))
            continue
        if noun is not None and noun.category == "not_unit":
            continue
        if noun is None and (
            is_age(reading, number)
            or is_hour(reading, number)
            or is_bore(reading, number)
            or is_since(reading, number)
            or is_name_number(reading, number)
            or shares_measure(reading, number, numbers, nouns, tokens)
        ):
            continue
        while noun is not None:
            used.add((noun.start, noun.stop))
            head = head_of(reading, noun, nouns)
            if head is None:
                break
            noun = head
        found.append(_quantity(reading, number, noun, blocked))
    return found, used


def _uncounted(reading: Reading, used: set[tuple[int, int]], tokens: set[int]) -> list[Quantity]:
    """Return the nouns no number took, a word of two languages once."""
    found: list[Quantity] = []
    seen: set[tuple[int, int]] = set()
    ukrainian = "і" in reading.tokens.folded  # "сторожа" is one man there, and in Russian also several
    for category in ("object", "unit"):
        mentions = reading.by_category.get(category, ())
        for mention in sorted(mentions, key=lambda m: (m.start, m.lang != "uk")) if ukrainian else mentions:
            stretch = (mention.start, mention.stop)
            told = stretch not in seen and stretch not in used and mention.start not in tokens
            if told and not (category == "object" and _is_of_attack(reading, mention)):
                found.append(_bare(reading, mention, category))
            seen.add(stretch)
    return found


def _quantity(reading: Reading, number: Number, noun: Mention | None, blocked: set[int]) -> Quantity:
    span = number_span(reading, number)
    if noun is not None and noun.lang == "en" and reading.tokens.words[noun.start] in ("year", "month"):
        number = replace(number, low=1, high=1, stated=None, qualifier=Qualifier.EXACT)  # "a 14-year-old boy" is one
    count = number.count(_unit(noun), span.slice(reading.text))
    stop = number.stop if noun is None else noun.stop
    behind = reading.starting("quantifier", stop, stop + 1)
    each = number.each or any(m.value == "each" and m.lang == "en" for m in behind)
    return Quantity(
        count,
        noun,
        number.start,
        stop,
        span,
        each=each,
        elliptic=noun is None,
        subset=is_subset(reading, number.start, stop, blocked),
        total=is_total(reading, number.start),
    )


def _is_of_another(reading: Reading, article: Mention, mention: Mention) -> bool:
    """Tell whether another noun and a comma stand between an article and a noun."""
    cut = "," in reading.gap(article.stop - 1, mention.start)
    return cut and bool(reading.starting("unit", article.stop, mention.start))


_ATTACKS = frozenset("attack raid strike assault barrage salvo bombardment onslaught attacks raids strikes".split())
_TO_ATTACK = 3  # words between: "and drone", "and Shahed-type drone"


def _is_of_attack(reading: Reading, mention: Mention) -> bool:
    """Tell whether an English noun only says, with another, what an attack was made of."""
    behind = reading.tokens.words[mention.stop : mention.stop + 2 + _TO_ATTACK]
    if mention.lang != "en" or behind[:1] not in (["and"], ["or"]):
        return False
    attack = next((n for n, w in enumerate(behind) if w in _ATTACKS), 0)
    last = mention.stop + attack
    return attack > 1 and bool(reading.object_values) and not reading.parted(mention.stop - 1, last, ",;:.")


def _bare(reading: Reading, mention: Mention, category: str) -> Quantity:
    """Return a noun without a number: one when it is singular with an article or "ещё один", else unknown."""
    article = next(  # the nearest: "not an Iskander but a glide bomb"
        (m for m in reversed(reading.ending("article", mention.start - 3, mention.start)) if m.stop <= mention.start),
        None,
    )
    if article is not None and (article.stop != mention.start) and article.lang != "en":
        article = None
    if article is not None and not _JOINED.isdisjoint(reading.tokens.words[article.stop : mention.start]):
        article = None  # "a baker and his wife"
    if article is not None and _is_of_another(reading, article, mention):
        article = None  # "a grandmother, her daughter"
    start = mention.start if article is None else article.start
    one = "sing" in mention.flags and "plur" not in mention.flags
    count = None
    span = None
    if one and category == "object" and (article is not None or mention.lang != "en"):
        span = reading.span(start, mention.stop)
        count = Count(
            low=1, high=1, stated=None, qualifier=Qualifier.EXACT, unit=_unit(mention), text=span.slice(reading.text)
        )
    return Quantity(
        count,
        mention,
        start,
        mention.stop,
        span,
        subset=is_subset(reading, start, mention.stop),
        total=is_total(reading, start),
    )
