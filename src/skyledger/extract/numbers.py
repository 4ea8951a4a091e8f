"""Numbers as people write them: digits with spaces, words, "2 тыс.", ranges, "more than", "several"."""

from skyledger.extract.number_ranges import VAGUE, Number, bounds, join_ranges
from skyledger.extract.plain_numbers import Plain, digits_at, times_thousand, words_at
from skyledger.extract.reading import Reading
from skyledger.extract.word_bits import NUMBER
from skyledger.model.frame import Mention
from skyledger.model.kinds import Qualifier
from skyledger.model.text import Span

_LAST_ONE = frozenset("одного единого одной единой".split())
_ALL_BEFORE = frozenset("все всех всё весь всі усі всіх усіх".split())


def _is_no_number(reading: Reading, plain: Plain, blocked: set[int]) -> bool:
    """Tell whether the digits belong to something else: a code, a time, a date, a title, a percentage."""
    if not blocked.isdisjoint(range(plain.start, plain.stop)):
        return True
    folded, tokens = reading.tokens.folded, reading.tokens
    before = tokens.words[plain.start - 1] if plain.start else ""
    if (
        before == "до"
        and tokens.words[plain.start] in _LAST_ONE
        and _ALL_BEFORE.intersection(tokens.words[max(0, plain.start - 3) : plain.start])
    ):
        return True  # "все до одного"
    if before in _NAMED_BEFORE:
        marked = reading.parted(plain.start - 1, plain.start, ":,;—–")
        spelled = (
            before.startswith("маршрут") and not tokens.words[plain.start][0].isdigit()
        )  # "зняли з маршруту шість"
        if not marked and not spelled:
            return True  # but "влучили в будинок: троє загиблих" names no house
    before = folded[max(0, tokens.starts[plain.start] - 2) : tokens.starts[plain.start]]
    after = folded[tokens.stops[plain.stop - 1] : tokens.stops[plain.stop - 1] + 2]
    share = plain.stop - plain.start == 2 and reading.gap(plain.start, plain.start + 1) == "/"
    if share:
        return False
    if before.endswith(("№", "#", "№ ", "/", "_", "$", "€", "+")) or after.startswith(("%", " %", "°", "/", "_", "$")):
        return True
    if tokens.words[plain.start][0].isdigit() and before.endswith("-") and before[:1].isalpha():
        return True  # "Су-34", "Flight-7": a name
    if folded.startswith("-way", tokens.stops[plain.stop - 1]):
        return True  # "one-way drones"
    if after[:1] in ":." and after[1:2].isdigit():
        return True
    if before.endswith(".") and before[:1].isdigit() and len(tokens.words[plain.start]) == 2:
        return True  # "станом на 08.00"
    return before.endswith((":",)) and before[:1].isdigit()


def _qualified(reading: Reading, plain: Plain, quantifiers: dict[int, Mention]) -> Number:
    """Apply the words before a number ("more than", "по", "до") and after it ("с лишним")."""
    qualifier, start, each, running = Qualifier.EXACT, plain.start, False, False
    fewer = False
    while (mention := quantifiers.get(start)) is not None and reading.gap(mention.stop - 1, start).strip(' ~≈«"') == "":
        value = mention.value
        if value == "each":
            each = True
        elif "running" in mention.flags:
            running = True
        elif value == "fewer_than":
            fewer = True
        elif value == "up_to" and (_has_grown(reading, mention.start) or _grows_behind(reading, plain.stop)):
            start = mention.start  # "выросло до семи" is seven, not up to seven
            break
        elif qualifier is Qualifier.EXACT:
            qualifier = Qualifier(value)
        if "running" not in mention.flags:
            start = mention.start
        else:
            break
    first = reading.tokens.starts[plain.start]
    if reading.tokens.folded[max(0, first - 2) : first].endswith(("~", "≈", "~ ", "≈ ")):
        qualifier = Qualifier.ABOUT
    value_, stop = plain.value, plain.stop
    if plain.over:
        qualifier = Qualifier.MORE_THAN
    elif qualifier is Qualifier.EXACT and plain.rough:
        qualifier = Qualifier.ABOUT
    elif qualifier is Qualifier.EXACT and _is_some(reading, plain):
        qualifier, start = Qualifier.ABOUT, start - 1
    if qualifier is Qualifier.EXACT and not fewer:
        qualifier, stop = _qualified_behind(reading, stop)
    if fewer:
        return Number(0, value_ - 1, value_, Qualifier.UP_TO, start, plain.stop, each, running, plain.start)
    low, high = bounds(value_, qualifier)
    return Number(low, high, value_, qualifier, start, stop, each, running, plain.start)


# Numbers that "с" makes rough ones: "с десяток дронов".
_ROUND = frozenset("десяток дюжину полсотни полусотню сотню тысячу полтора пару".split())


def _is_some(reading: Reading, plain: Plain) -> bool:
    words = reading.tokens.words
    before = words[plain.start - 1] if plain.start else ""
    return before in ("с", "зо") and words[plain.start] in _ROUND


_BEHIND: dict[tuple[str, ...], Qualifier] = {
    ("odd",): Qualifier.ABOUT,
    ("or", "so"): Qualifier.ABOUT,
    ("or", "thereabouts"): Qualifier.ABOUT,
    ("or", "more"): Qualifier.AT_LEAST,
    ("plus",): Qualifier.AT_LEAST,
    **dict.fromkeys((("с", "лишним"), ("с", "небольшим"), ("с", "гаком"), ("з", "гаком")), Qualifier.MORE_THAN),
    ("или", "больше"): Qualifier.AT_LEAST,
    ("или", "более"): Qualifier.AT_LEAST,
    ("чи", "більше"): Qualifier.AT_LEAST,
    ("або", "більше"): Qualifier.AT_LEAST,
}


def _qualified_behind(reading: Reading, stop: int) -> tuple[Qualifier, int]:
    """Return what is said behind a number and where that ends: "60-odd departures", "200,000 or more"."""
    words = reading.tokens.words
    for length in (1, 2):
        qualifier = _BEHIND.get(tuple(words[stop : stop + length]))
        if qualifier is None:
            continue
        gap = reading.gap(stop - 1, stop)
        if gap == "-" or (gap == " " and length == 2):
            return qualifier, stop + length
    return Qualifier.EXACT, stop


# Words whose number is an age or a name: "aged 58", "рейс 714", "маршрут 112", "School No. 25".
_NAMED_BEFORE = frozenset(
    "aged age возрасте віком віці рейс рейса рейсу flight номер номера no маршрут маршрута маршруту школа школы "
    "школу ліцей лицей дом будинок улица вулиця трасса траса шоссе highway route "
    "street avenue reactor pier berth platform gate зупинка причал причалу платформа перрон".split()
)
_GROWTH = (
    "вырос",
    "возрос",
    "увелич",
    "зрос",
    "збільш",
    "дош",
    "дійш",
    "rose",
    "risen",
    "increas",
    "grew",
    "grown",
    "climb",
    "достиг",
    "сягну",
    "reach",
)


def find_numbers(reading: Reading, blocked: set[int]) -> list[Number]:
    """Return the numbers of a text in order.

    Args:
        reading: The document as read.
        blocked: Tokens that belong to weapons' names, times, dates and places.

    Returns:
        Numbers that do not overlap.
    """
    index, quantifiers = _number_words(reading), _quantifiers(reading)
    words = reading.tokens.words
    found: list[Number] = []
    position = 0
    for candidate in _candidates(reading, index):
        if candidate < position or candidate in blocked:
            continue
        position = candidate
        plain = digits_at(reading, position) if words[position][0].isdigit() else words_at(reading, index, position)
        if plain is None or _is_no_number(reading, plain, blocked) or _is_lone_group(reading, plain):
            position += 1 if plain is None else plain.stop - plain.start
            continue
        if plain.start in index and index[plain.start].stop >= plain.stop:
            plain = times_thousand(reading, plain)
        found.append(_qualified(reading, plain, quantifiers))
        position = plain.stop
    exact = {t for n in found for t in range(n.core_start, n.stop)}
    return join_ranges(reading, found) + [n for n in _vague_numbers(reading) if n.start not in exact]


def _number_words(reading: Reading) -> dict[int, Mention]:
    """Return number words by first token, the longest of each."""
    index: dict[int, Mention] = {}
    for mention in reading.by_category.get("number", ()):
        if mention.start not in index or mention.stop > index[mention.start].stop:
            index[mention.start] = mention
    return index


def _quantifiers(reading: Reading) -> dict[int, Mention]:
    """Return hedges by where they end, the longest of each: "до" inside "не более чем до" is none."""
    quantifiers = {m.stop: m for m in reading.by_category.get("quantifier", ())}
    for mention in reading.by_category.get("quantifier", ()):
        if mention.stop - mention.start > quantifiers[mention.stop].stop - quantifiers[mention.stop].start:
            quantifiers[mention.stop] = mention
    return quantifiers


def _candidates(reading: Reading, index: dict[int, Mention]) -> list[int]:
    """Return the tokens a number may begin at."""
    if not reading.mask & NUMBER:
        return sorted(index)
    words = reading.tokens.words
    return [p for p, bits in enumerate(reading.bits) if p in index or (bits & NUMBER and words[p][0].isdigit())]


def _is_lone_group(reading: Reading, plain: Plain) -> bool:
    """Tell whether "тройка", "шестёрка" stands without those it counts: a mark, a car, a team."""
    word = reading.tokens.words[plain.start]
    if not 3 <= plain.value <= 9 or not word.endswith(("ка", "ку", "кой")):
        return False
    return not any(reading.starting(c, plain.stop, plain.stop + 2) for c in ("object", "unit"))


def _has_grown(reading: Reading, token: int) -> bool:
    """Tell whether "to" tells what a figure grew to: "зросла до шести, поранених — до 34"."""
    words = reading.tokens.words
    if token and words[token - 1].startswith(_GROWTH):
        return True
    before = words[max(0, token - 4) : token]
    return "до" in before[1:] and any(w.startswith(_GROWTH) for w in before)


def _grows_behind(reading: Reading, token: int) -> bool:
    """Tell whether the verb of growth stands behind its figure: "до двух возросло число погибших"."""
    words = reading.tokens.words
    return token < len(words) and words[token].startswith(_GROWTH) and words[token] not in _SIZES


_SIZES = frozenset(("рост", "росту"))


def _vague_numbers(reading: Reading) -> list[Number]:
    found = []
    seen: set[int] = set()
    for mention in reading.by_category.get("vague", ()):
        if mention.start in seen:
            continue  # one word of two languages
        seen.add(mention.start)
        low, high = VAGUE[mention.value]
        found.append(Number(low, high, None, Qualifier.SEVERAL, mention.start, mention.stop, core_start=mention.start))
    return found


def number_span(reading: Reading, number: Number) -> Span:
    """Return the characters of a number with its qualifier."""
    return reading.span(number.start, number.stop)
