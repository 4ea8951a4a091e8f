"""Numbers that count nothing though no measure stands behind them: ages, hours, years and bores of guns."""

import re

from skyledger.extract.counted_nouns import noun_after
from skyledger.extract.number_ranges import Number
from skyledger.extract.reading import Reading
from skyledger.model.frame import Mention

_HOURS = frozenset("час часа часов година години годин годині годину".split())
_AT_HOUR = frozenset("до в во с к около после у о об з із до".split())
_AND = frozenset(("і", "й", "та", "и", "and", ","))
_AGES = frozenset(("ро", "рі", "го", "ле", "ye", "р"))
_AGED = frozenset("aged ages віком возрастом возрасте віці".split())
_OF_PEOPLE = ("двое", "трое", "четверо", "веро", "теро", "меро", "двоє", "троє", "еро")


def shares_measure(
    reading: Reading, number: Number, numbers: list[Number], nouns: dict[int, list[Mention]], tokens: set[int]
) -> bool:
    """Tell whether the measure of the next number holds for this one too: "чоловіки 42 і 51 року"."""
    following = next((n for n in numbers if 0 <= n.core_start - number.stop <= 1), None)
    if following is None or reading.gap(number.stop - 1, following.core_start).strip() not in _AND:
        return False
    noun = noun_after(reading, following.stop, nouns, tokens)
    return (
        noun is not None and noun.category == "not_unit" and reading.words(noun.start, noun.stop).lower()[:2] in _AGES
    )


# English nouns that a number behind them names one of: "trains 45 and 46", "flat 12".
_NAMED = frozenset(
    (
        "train trains route routes flat flats apartment apartments house houses school schools block blocks building "
        "buildings kindergarten kindergartens hospital hospitals unit units line lines bus buses tram trams trolleybus "
        "trolleybuses flight flights entrance entrances room rooms ward wards floor floors article articles page pages "
        "channel channels gate gates berth berths section sections pier piers terminal terminals highway road lyceum"
    ).split()
)
_LISTED = frozenset(("and", "or"))


def is_name_number(reading: Reading, number: Number) -> bool:
    """Tell whether digits right behind an English noun name one of its kind, alone or in a row: "trains 45 and 46"."""
    words, n = reading.tokens.words, number.core_start
    if not words[n].isdigit() or number.start != n or number.stop != n + 1:
        return False
    while n >= 2 and (words[n - 1] in _LISTED or words[n - 1].isdigit()):
        n -= 1
    plain = n >= 1 and not reading.parted(n - 1, number.core_start, ":;.()–—-")
    return plain and words[n].isdigit() and words[n - 1] in _NAMED


_AT_HALF = frozenset(("at", "about", "around", "by", "since", "until", "till", "before", "after"))


def is_hour(reading: Reading, number: Number) -> bool:
    """Tell whether a number is an hour with its noun before it: "часов до трёх гремело", "часа в четыре"."""
    words = reading.tokens.words[max(0, number.start - 2) : number.core_start]
    if words[-1:] == ["half"] and words[0] in _AT_HALF:
        return True  # "at half three"
    if words[-1:] == ["at"] and _is_hour_en(reading, number):
        return True  # "the drones came at three"
    return len(words) >= 2 and words[-1] in _AT_HOUR and words[-2] in _HOURS


_SINCE = frozenset("since until till".split())
_OF_YEARS = frozenset(
    "in since until till by from before after early late mid с со з із зі від от до в у после після".split()
)
_YEAR = re.compile(r"(?:19[4-9]|20[0-4])\d")


def is_since(reading: Reading, number: Number) -> bool:
    """Tell whether a bare number is a year or an hour: "the heaviest since 2022", "dead since 3"."""
    words, text = reading.tokens.words, reading.words(number.core_start, number.stop)
    if (
        number.start == 0
        or number.start != number.core_start
        or reading.parted(number.start - 1, number.start, ",;:()")
    ):
        return False
    before = words[number.start - 1]
    if before in _OF_YEARS and _YEAR.fullmatch(text):
        return True
    return before in _SINCE and number.low == number.high and number.low <= _LAST_HOUR and _ends_clause(reading, number)


_BORES = ("калибр", "калібр", "calib")


def is_bore(reading: Reading, number: Number) -> bool:
    """Tell whether a number is that of a gun's bore, and no count of missiles: "орудия калибра 122"."""
    before = number.core_start - 1
    if before < 0 or not reading.tokens.words[before].startswith(_BORES):
        return False
    return not reading.gap(before, number.core_start).strip() and reading.tokens.words[number.core_start][0].isdigit()


_FROM_TO = frozenset("from to between от до від".split())


def _is_one_of_ages(reading: Reading, number: Number) -> bool:
    """Tell whether a number is one of several ages: "officers aged 34 and 41", "five people aged 17 to 71"."""
    words, token = reading.tokens.words, number.core_start - 1
    while token > 0 and (words[token].isdigit() or words[token] in _AND or words[token] in _FROM_TO):
        token -= 1
    return token < number.core_start - 1 and token >= 0 and words[token] in _AGED


def is_age(reading: Reading, number: Number) -> bool:
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
    if _is_age_of_somebody(reading, number):
        return True
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


_WHOSE = frozenset("ему ей йому їй младшему младшей старшему старшей молодшому молодшій".split())
_DATIVES = ("у", "ю", "е", "ке", "ці", "ові", "еві")


def _is_age_of_somebody(reading: Reading, number: Number) -> bool:
    """Tell whether a number that ends its clause is how old somebody in the dative is: "мальчику двенадцать"."""
    if number.start == 0 or number.low > _OLDEST or number.low != number.high:
        return False
    before, words = number.start - 1, reading.tokens.words
    if number.stop < len(words) and not reading.parted(number.stop - 1, number.stop, ",.;!?)\n"):
        return False
    word = words[before]
    if reading.parted(before, number.start, ",;:.()—–\n"):
        return False
    opens = before == 0 or reading.parted(before - 1, before, ",;.!?(—–\n")
    someone = word in _WHOSE or any(
        m.value in ("person", "child") and "sing" in m.flags and word.endswith(_DATIVES)
        for m in reading.ending("unit", number.start, number.start)
    )
    return opens and someone


_OLDEST = 105

_TOLLS = frozenset("toll number total count figure figures number tally score".split())
_STANDS = frozenset("stands stood standing remains remained is was are were put now set estimated reckoned".split())
_LAST_HOUR = 12


def _is_hour_en(reading: Reading, number: Number) -> bool:
    """Tell whether a bare number behind "at" ends its clause and is an hour; "the toll stands at four" is none."""
    sentence, words = reading.sentence_of(number.start), reading.tokens.words
    ends = _ends_clause(reading, number)
    small = number.low == number.high and number.low <= _LAST_HOUR
    counted = words[number.start - 2] in _STANDS or not _TOLLS.isdisjoint(words[sentence.start : number.start - 1])
    places = any(u.value == "location" for u in reading.starting("unit", sentence.start, sentence.stop))
    fallen = reading.ending("trigger", number.start - 1, number.start)
    places = places or any(t.value == "debris" for t in fallen)
    return ends and small and not counted and not places  # "hits at nine places, fragments fell at three"


def _ends_clause(reading: Reading, number: Number) -> bool:
    sentence = reading.sentence_of(number.start)
    return number.stop >= sentence.stop or reading.parted(number.stop - 1, number.stop, ".,;:!?()\n–—")
