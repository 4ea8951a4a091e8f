"""A number as it stands, without the words around it: digits in groups, number words, thousands, shares."""

import re
from dataclasses import dataclass

from skyledger.extract.reading import Reading
from skyledger.model.frame import Mention

_DIGITS = re.compile(r"^(\d{1,7})(?:х|x|ти|ми|ма)?$")
_THOUSANDS = re.compile(r"[ \u00a0\u202f,.]")
_LONG = 9_999_999


@dataclass(slots=True)
class Plain:
    """A value and the tokens it covers.

    ``over`` where more than that is said within it ("два с лишним десятка"), ``rough`` where about that is
    ("десятка два").
    """

    value: int
    start: int
    stop: int
    over: bool = False
    rough: bool = False


def digits_at(reading: Reading, token: int) -> Plain | None:
    """Read digits at a token, joined with groups of three ("1 200") and a following "тыс."."""
    tokens = reading.tokens
    match = _DIGITS.match(tokens.words[token])
    if match is None:
        return None
    value, stop = int(match.group(1)), token + 1
    if _is_share(reading, token, value):
        return Plain(value, token, token + 2)
    if match.group(0) == match.group(1):
        while (
            stop < len(tokens.words)
            and len(tokens.words[stop]) == 3
            and tokens.words[stop].isdigit()
            and value < _LONG // 1000
            and len(tokens.words[token]) <= 3
            and _THOUSANDS.fullmatch(reading.gap(stop - 1, stop))
            and (reading.gap(stop - 1, stop) != "." or tokens.words[stop] == "000")
        ):
            value, stop = value * 1000 + int(tokens.words[stop]), stop + 1
        if stop < len(tokens.words) and reading.gap(stop - 1, stop) in (",", ".") and tokens.words[stop].isdigit():
            return _decimal(reading, token, stop, value)
        stop = _past_ending(reading, stop, value)
    return times_thousand(reading, Plain(value, token, stop))


# Case endings written behind digits that no ordinal has: "118-ма БпЛА", "5-ть домов", "2-мя ракетами".
_ENDINGS = frozenset("ма ми мя ть ти ох ьох ьома ома еро оро".split())


def _past_ending(reading: Reading, stop: int, value: int) -> int:
    """Return the token behind the case ending of a cardinal; "2-х" is one, "80-х" is a decade."""
    words = reading.tokens.words
    if stop >= len(words) or reading.gap(stop - 1, stop) != "-":
        return stop
    few = words[stop] in ("х", "x") and value % 10 in (2, 3, 4)
    return stop + 1 if few or words[stop] in _ENDINGS else stop


def _is_share(reading: Reading, token: int, value: int) -> bool:
    """Tell whether "17/18" stands here as "17 of 18", which is how some channels list what was downed."""
    words = reading.tokens.words
    if token + 2 >= len(words) or reading.gap(token, token + 1) != "/" or not words[token + 1].isdigit():
        return False
    before = reading.tokens.folded[max(0, reading.tokens.starts[token] - 1) : reading.tokens.starts[token]]
    return value <= int(words[token + 1]) and before not in "/-." and reading.gap(token + 1, token + 2) == " "


def _decimal(reading: Reading, token: int, stop: int, value: int) -> Plain | None:
    """Read "2,5 тыс." as 2500; any other decimal is no count."""
    fraction = reading.tokens.words[stop]
    after = thousand_at(reading, stop + 1)
    if after is None or len(fraction) > 2:
        return None
    return Plain(value * 1000 + int(fraction.ljust(3, "0")), token, after)


def thousand_at(reading: Reading, token: int) -> int | None:
    """Return the token behind "thousand" where it stands at a token."""
    if token >= len(reading.tokens.words):
        return None
    for mention in reading.starting("number", token, token + 1):
        if mention.value == "1000":
            return mention.stop
    return None


def times_thousand(reading: Reading, plain: Plain) -> Plain:
    """Return a number with the "thousand" behind it."""
    after = thousand_at(reading, plain.stop)
    return plain if after is None or plain.value >= 1000 else Plain(plain.value * 1000, plain.start, after)


def words_at(reading: Reading, index: dict[int, Mention], token: int) -> Plain | None:
    """Read number words: "two hundred and eighty-three", "двести восемьдесят три"."""
    if (turned := _turned(reading, index, token)) is not None:
        return turned
    total = group = 0
    last = None
    position = token
    while (mention := index.get(position)) is not None:
        value = int(mention.value)
        if position > token and reading.parted(position - 1, position, ".!?"):
            break  # "towards nine. Twelve are in hospital"
        if mention.value == "12" and group and last is not None and last < 10:
            group *= value  # "two dozen"
        elif value in (100, 1000) and group and last is not None and last < value:
            group *= value
        elif last is None or (value < last and (last % (10 ** len(str(value))) == 0)):
            group += value
        else:
            break
        if value == 1000:
            total, group = total + group, 0
        last = value
        position = mention.stop
        if position < len(reading.tokens.words) and reading.tokens.words[position] == "and" and last >= 100:
            if index.get(position + 1) is None:
                break
            position += 1
    if position == token:
        return None
    if total == 0 and 1 < group < 10 and (scaled := _scaled(reading, group, token, position)) is not None:
        return scaled
    return Plain(total + group, token, position)


# Nouns that are vague by themselves and exact behind a number: "три десятки", "дві сотні", "две сотни".
_SCALES = {
    **dict.fromkeys("десятки десятка десятков десятків десяткам десятками десятках".split(), 10),
    **dict.fromkeys("сотні сотень сотни сотен сотням сотнями сотнях".split(), 100),
    **dict.fromkeys("дюжины дюжин дюжини dozen".split(), 12),
}
# What may stand between a number and such a noun.
_OVER = (
    *(["с", w] for w in "лишним небольшим гаком хвостиком".split()),
    *(["з", w] for w in ("гаком", "лишком", "гачком")),
)
_HALF = (["с", "половиной"], ["з", "половиною"], ["and", "a", "half"])


def _turned(reading: Reading, index: dict[int, Mention], token: int) -> Plain | None:
    """Return a number behind the noun it counts, which makes it a rough one: "десятка два", "сотни полторы"."""
    words = reading.tokens.words
    scale = _SCALES.get(words[token]) if words[token] in _TURNED else None
    if scale is None or (mention := index.get(token + 1)) is None or reading.gap(token, token + 1) != " ":
        return None
    several = 2 <= int(mention.value) <= 9
    return Plain(scale * int(mention.value), token, mention.stop, rough=True) if several else None


_TURNED = frozenset("десятка десятков десятків сотни сотен сотень дюжины дюжин".split())


def _scaled(reading: Reading, group: int, token: int, position: int) -> Plain | None:
    """Return tens, dozens, hundreds counted by a number: "два с лишним десятка", "two and a half dozen"."""
    words = reading.tokens.words
    over, half = words[position : position + 2] in _OVER, 0
    if over:
        position += 2
    for between in _HALF:
        if words[position : position + len(between)] == between:
            position, half = position + len(between), 1
    scale = _SCALES.get(words[position]) if position < len(words) else None
    return None if scale is None else Plain(group * scale + half * scale // 2, token, position + 1, over)
