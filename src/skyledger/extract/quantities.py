"""Bind numbers to what they count; a number bound to nothing countable is no count."""

from collections.abc import Set
from dataclasses import replace

from skyledger.extract.numbers import Number, find_numbers, number_span
from skyledger.extract.part_shares import take_shares
from skyledger.extract.reading import Reading
from skyledger.extract.remainders import take_remainders
from skyledger.extract.words import EVENTS, PHRASE_BREAKS, SUBSET_LEADS
from skyledger.model.count import Count
from skyledger.model.frame import Mention, Quantity
from skyledger.model.kinds import Qualifier, Unit

# How far a noun may stand from its number: "11 украинских ударных беспилотных летательных аппаратов".
_REACH = 4
_OBJECT_UNIT = Unit.OBJECT
_UNITS = {"child": Unit.PERSON, "part": Unit.OTHER}
_MAX_COUNT = 9_999


def _unit(mention: Mention | None) -> Unit:
    if mention is None or mention.category == "object":
        return _OBJECT_UNIT
    return _UNITS.get(mention.value) or Unit(mention.value)


def _nouns_by_start(reading: Reading) -> dict[int, list[Mention]]:
    nouns: dict[int, list[Mention]] = {}
    for category in ("not_unit", "object", "unit"):
        for mention in reading.by_category.get(category, ()):
            nouns.setdefault(mention.start, []).append(mention)
    return nouns


def _noun_after(reading: Reading, stop: int, nouns: dict[int, list[Mention]], numbers: set[int]) -> Mention | None:
    """Return the noun a number that ends before ``stop`` counts: the first noun within reach in the same phrase."""
    tokens = reading.tokens
    for token in range(stop, min(stop + _REACH, len(tokens.words))):
        gap = reading.gap(token - 1, token)
        if tokens.words[token - 1] in ("тыс", "тис"):
            gap = gap.replace(".", "", 1)
        if gap.strip(" \u00a0*_«»\"“”'-–+­(") or "\n" in gap or (token > stop and "–" in gap):
            return None
        if token in numbers and token != stop:
            return None
        here = nouns.get(token)
        if here and tokens.words[token] in _ENDINGS and "-" not in reading.gap(token - 1, token):
            here = None  # "шість та одинадцять": the conjunction, not the ending of "6-та"
        if here:
            if token == stop or here[0].category != "not_unit":
                return max(here, key=lambda m: (m.stop, m.category == "object"))
            return here[0]
        if token > stop + 1 and tokens.words[token] in PHRASE_BREAKS:
            return None
        if token == stop and tokens.words[token] in PHRASE_BREAKS and tokens.words[token] not in _INNER:
            return None
        if token == stop and tokens.words[token].startswith(EVENTS):
            return None  # "ещё один налёт дронов" is no drone
        trigger = reading.at("trigger", token)
        if trigger is not None and "attr" not in trigger.flags and trigger.stop not in nouns:
            return None
        behind = nouns.get(trigger.stop, []) if trigger is not None and trigger.value == "hit" else []
        if tokens.words[token].startswith(_STRIKES) and behind and behind[0].category == "unit":
            return None  # "три прихода по складу"
        if trigger is not None and token > stop and tokens.words[token].endswith(_ACTIVE):
            return None  # "два других поразили склад"
    return None


_STRIKES = ("приход", "прилет", "приліт", "прильот", "влучан", "попадан")
_ACTIVE = ("али", "или", "ели", "ули", "яли", "їли", "али", "лись", "лися")
_ENDINGS = frozenset(("та", "й", "я", "ї"))


def _head_of(reading: Reading, noun: Mention, nouns: dict[int, list[Mention]]) -> Mention | None:
    """Return the noun that an English noun in the singular only describes: "two hospital patients" are patients."""
    if noun.lang != "en" or noun.category != "unit" or "plur" in noun.flags or "sing" not in noun.flags:
        return None
    heads = [m for m in nouns.get(noun.stop, ()) if m.lang == "en" and m.category == "unit" and "sing" not in m.flags]
    joined = bool(heads) and not reading.gap(noun.stop - 1, noun.stop).strip(" \u00a0-")
    return heads[0] if joined else None


def _noun_before(reading: Reading, number: Number) -> Mention | None:
    """Return the noun before a number in words that ends its clause: "машин пожежних дві", "домов сгорело пять".

    Digits there are house numbers: "дома 5 и 7".
    """
    tokens = reading.tokens
    if not tokens.words[number.core_start].isalpha() or number.start != number.core_start:
        return None
    ends = number.stop == len(tokens.words) or reading.gap(number.stop - 1, number.stop).lstrip()[:1] in _ENDS
    if not ends:
        return None
    for mention in reading.ending("unit", number.start - 3, number.start):
        here = "plur" in mention.flags and "sing" not in mention.flags and mention.lang != "en"
        gap = reading.gap(mention.stop - 1, number.start)
        if here and 0 <= number.start - mention.stop <= 1 and not set(",;:.()—–\n").intersection(gap):
            return mention
    return None


_ENDS = ("", ".", ",", ";", "!", "?", "\n", ")")
_INNER = frozenset(("of", "из"))


def find_quantities(reading: Reading, blocked: set[int]) -> list[Quantity]:
    """Return counted nouns, elliptic numbers and bare nouns of a text, in order.

    Args:
        reading: The document as read.
        blocked: Tokens that belong to times, dates and places.

    Returns:
        Quantities; those whose number measures something (hours, kilometres, age) are left out.
    """
    numbers = [n for n in find_numbers(reading, blocked) if n.high is None or n.high <= 10 * _LIMIT]
    number_tokens = {t for n in numbers for t in range(n.core_start, n.stop)}
    nouns = _nouns_by_start(reading)
    found: list[Quantity] = []
    used: set[tuple[int, int]] = set()
    for number in numbers:
        noun = _noun_after(reading, number.stop, nouns, number_tokens)
        if noun is None and (counted := _noun_before(reading, number)) is not None:
            used.add((counted.start, counted.stop))
            found.append(_quantity(reading, number, counted, blocked))
            continue
        if noun is not None and noun.category == "not_unit":
            continue
        while noun is not None and (head := _head_of(reading, noun, nouns)) is not None:
            used.add((noun.start, noun.stop))
            noun = head
        if noun is not None:
            used.add((noun.start, noun.stop))
        elif (
            _is_age(reading, number)
            or _is_hour(reading, number)
            or _shares_measure(reading, number, numbers, nouns, number_tokens)
        ):
            continue
        found.append(_quantity(reading, number, noun, blocked))
    seen: set[tuple[int, int]] = set()
    for category in ("object", "unit"):
        for mention in reading.by_category.get(category, ()):
            if (mention.start, mention.stop) in seen:
                continue  # one word of two languages
            seen.add((mention.start, mention.stop))
            if (mention.start, mention.stop) not in used and mention.start not in number_tokens:
                found.append(_bare(reading, mention, category))
    found.sort(key=lambda q: (q.start, q.stop))
    return take_shares(reading, take_remainders(reading, _pair_subsets(reading, found)))


def _shares_measure(
    reading: Reading, number: Number, numbers: list[Number], nouns: dict[int, list[Mention]], tokens: set[int]
) -> bool:
    """Tell whether the measure of the next number holds for this one too: "чоловіки 42 і 51 року"."""
    following = next((n for n in numbers if 0 <= n.core_start - number.stop <= 1), None)
    if following is None or reading.gap(number.stop - 1, following.core_start).strip() not in _AND:
        return False
    noun = _noun_after(reading, following.stop, nouns, tokens)
    return (
        noun is not None and noun.category == "not_unit" and reading.words(noun.start, noun.stop).lower()[:2] in _AGES
    )


_HOURS = frozenset("час часа часов година години годин годині годину".split())
_AT_HOUR = frozenset("до в во с к около после у о об з із до".split())


def _is_hour(reading: Reading, number: Number) -> bool:
    """Tell whether a number is an hour with its noun before it: "часов до трёх гремело", "часа в четыре"."""
    words = reading.tokens.words[max(0, number.start - 2) : number.core_start]
    return len(words) >= 2 and words[-1] in _AT_HOUR and words[-2] in _HOURS


_JOINED = frozenset(("and", "or", "of", "in", "at", "on", "for", "with", "и", "или", "та", "і", "й", "або"))
_AND = frozenset(("і", "й", "та", "и", "and", ","))
_AGES = frozenset(("ро", "рі", "го", "ле", "ye", "р"))


_AGED = frozenset("aged ages віком возрастом возрасте віці".split())


def _is_one_of_ages(reading: Reading, number: Number) -> bool:
    """Tell whether a number is one of several ages: "officers aged 34 and 41", "children aged 4, 7 and 9"."""
    words, token = reading.tokens.words, number.core_start - 1
    while token > 0 and (words[token].isdigit() or words[token] in _AND):
        token -= 1
    return token < number.core_start - 1 and token >= 0 and words[token] in _AGED


_OF_PEOPLE = ("двое", "трое", "четверо", "веро", "теро", "меро", "двоє", "троє", "еро")


def _is_age(reading: Reading, number: Number) -> bool:
    """Tell whether a number between commas or brackets behind a person is an age: "a farmer, 38, was killed"."""
    tokens = reading.tokens
    if _is_one_of_ages(reading, number):
        return True
    if tokens.words[number.core_start].endswith(_OF_PEOPLE):
        return False  # "раненых, по уточнённым сведениям, трое"
    if number.start > 1 and tokens.words[number.start - 1] == "of":  # "a woman of 67 died"
        return any(
            m.value in ("person", "child") and "sing" in m.flags
            for m in reading.ending("unit", number.start - 1, number.start - 1)
        )
    before = reading.gap(number.start - 1, number.start).strip() if number.start else ""
    after = tokens.folded[tokens.stops[number.stop - 1] :].lstrip()[:1]
    if number.start and tokens.words[number.start - 1] == "and" and after in (",", ")"):
        earlier = number.start - 2  # "two men, 59 and 63, died"
        return (
            earlier > 0 and tokens.words[earlier].isdigit() and reading.gap(earlier - 1, earlier).strip() in (",", "(")
        )
    if after.startswith("a") and tokens.words[number.stop : number.stop + 1] == ["and"]:
        after = ","
    if before not in (",", "(") or after not in (",", ")", ".", ";"):
        return False
    return any(
        0 <= number.start - m.stop <= 3
        for m in reading.ending("unit", number.start - 3, number.start)
        if m.value in ("person", "child")
    )


_LIMIT = 9_999_999


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
        subset=_is_subset(reading, number.start, stop, blocked),
        total=_is_total(reading, number.start),
    )


def _is_subset(reading: Reading, start: int, stop: int, blocked: Set[int] = frozenset()) -> bool:
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
        return start >= left and not set(".!?").intersection(reading.gap(left - 1, start))
    between = [t for t in range(left, start) if t not in blocked and reading.tokens.words[t] not in PHRASE_BREAKS]
    return not between and not set(",;:").intersection(reading.gap(left - 1, start))


def _closes_subset(reading: Reading, mention: Mention) -> bool:
    """Tell whether "of them" looks back: "200 из них", but not "40 дронов, из них 32"."""
    words = reading.tokens.words
    if words[mention.start] in SUBSET_LEADS or reading.gap(mention.start - 1, mention.start).strip(" \u00a0"):
        return False
    after = words[mention.stop] if mention.stop < len(words) else ""
    return not after[:1].isdigit() and reading.at("number", mention.stop) is None


def _is_total(reading: Reading, start: int) -> bool:
    """Tell whether "in total" stands right before."""
    return "total" in reading.starts and any(
        0 <= start - m.stop <= 3 for m in reading.ending("total", start - 3, start)
    )


def _is_of_another(reading: Reading, article: Mention, mention: Mention) -> bool:
    """Tell whether another noun and a comma stand between an article and a noun."""
    cut = "," in reading.gap(article.stop - 1, mention.start)
    return cut and bool(reading.starting("unit", article.stop, mention.start))


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
        subset=_is_subset(reading, start, mention.stop),
        total=_is_total(reading, start),
    )


def _pair_subsets(reading: Reading, quantities: list[Quantity]) -> list[Quantity]:
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
    return result


def _between_is_of(reading: Reading, left: int, right: int) -> bool:
    words = reading.tokens.words[left:right]
    return (
        1 <= len(words) <= 2
        and words[0] in ("из", "з", "із", "зі", "of", "out")
        and reading.gap(left - 1, right).strip(" ").isascii() is not None
        and not set(",.;:").intersection(reading.gap(left - 1, right))
    )
