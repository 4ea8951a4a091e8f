"""Hours as they are spoken: "a quarter past one", "half one", "половина второго", "без десяти шесть", "пів на другу".

One pattern for three languages and one reader. What can be nothing but an hour ("half past two", "третья година ночі")
is told apart from what may be any number ("five", "пяти"), which needs a half of the day, a unit or a day beside it.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from skyledger.extract.lazy_pattern import LazyPattern

_ENGLISH = {w: n for n, w in enumerate("one two three four five six seven eight nine ten eleven twelve".split(), 1)}
_CARDINALS = (
    "час часа часу часом один/два двух двум двумя/три трех трем тремя/четыре четырех четырем четырьмя/пять пяти пятью/"
    "шесть шести шестью/семь семи семью/восемь восьми восемью восьмью/девять девяти девятью/десять десяти десятью/"
    "одиннадцать одиннадцати одиннадцатью/двенадцать двенадцати двенадцатью/тринадцать тринадцати/четырнадцать четырнадцати/"
    "пятнадцать пятнадцати/шестнадцать шестнадцати/семнадцать семнадцати/восемнадцать восемнадцати/"
    "девятнадцать девятнадцати/двадцать двадцати/двадцать_один двадцати_одного/двадцать_два двадцати_двух/двадцать_три двадцати_трех"
)
_RUSSIAN = {w.replace("_", " "): n for n, words in enumerate(_CARDINALS.split("/"), 1) for w in words.split()}
_RUSSIAN_STEMS = "перв втор трет четверт пят шест седьм восьм девят десят одиннадцат двенадцат".split()
NTH_HOURS = {
    stem + end: n
    for n, stem in enumerate(_RUSSIAN_STEMS, 1)
    for end in (("ьего", "ьем", "ьему") if stem == "трет" else ("ого", "ом", "ому"))
}
_STEMS = (
    "перш друг трет четверт п'ят шост сьом восьм дев'ят десят одинадцят дванадцят тринадцят чотирнадцят п'ятнадцят "
    "шістнадцят сімнадцят вісімнадцят дев'ятнадцят двадцят двадцять_перш двадцять_друг двадцять_трет"
)
_UKRAINIAN = {
    stem.replace("_", " ") + end: n
    for n, stem in enumerate(_STEMS.split(), 1)
    for end in (("я", "ьої", "ій", "ю", "ьою") if stem.endswith("трет") else ("а", "ої", "ій", "у", "ою"))
}
MINUTE_WORDS = {
    word.replace("_", " "): minutes
    for minutes, words in (
        (5, "five пять пяти п'ять п'яти"),
        (10, "ten десять десяти"),
        (15, "quarter a_quarter fifteen четверть четверти пятнадцать пятнадцати чверть чверті п'ятнадцять п'ятнадцяти"),
        (20, "twenty двадцать двадцати двадцять двадцяти"),
        (25, "twenty-five twenty_five двадцать_пять двадцати_пяти двадцять_п'ять"),
        (30, "half thirty тридцать тридцять"),
        (35, "thirty-five тридцать_пять тридцять_п'ять"),
        (40, "forty сорок"),
        (45, "forty-five сорок_пять сорок_п'ять"),
        (50, "fifty пятьдесят п'ятдесят"),
        (55, "fifty-five пятьдесят_пять п'ятдесят_п'ять"),
    )
    for word in words.split()
}


def _any(words: Iterable[str], script: str = "") -> str:
    """Return an alternation, longer words first, of Latin ("a") or Cyrillic ("я") ones."""
    wanted = [w for w in words if not script or w.isascii() == (script == "a")]
    return "|".join(sorted(wanted, key=len, reverse=True))


_ENG, _RUS, _UKR, _ORD = _any(_ENGLISH), _any(_RUSSIAN), _any(_UKRAINIAN), _any(NTH_HOURS)
_MIN_A, _MIN_Y = _any(MINUTE_WORDS, "a"), _any(MINUTE_WORDS, "я")
_RU_MIN, _UK_MIN = r"(?:\s+минут[аы]?)", r"(?:\s+хвилин[аи]?)"

CLOCK = LazyPattern(
    r"(?:(?P<compact>(?:[01]\d|2[0-3])[0-5]\d)(?=\s?(?:z|utc|gmt|lt|local|hrs|hours|msk|мск)(?!\w))"
    r"|(?P<h>[01]?\d|2[0-4])(?![\d%])(?:[.:](?P<m>[0-5]\d)(?![\d%]|[.,:]\d))?(?:-?(?:ї|й|та|ої|ю|го|х|ти|ми)(?!\w)(?P<nth_digit>))?"
    r"(?:\s*(?P<unit>часов|часам|часами|часа|часу|час|ч\b\.?|годин[аиіу]?|год\b\.?|hours|hrs|h\b|o'clock)(?:\s*(?P<mins>[0-5]?\d)\s*(?:минут\w*|мин\b\.?|хвилин\w*|хв\b\.?|min\w*))?)?"
    rf"|(?P<by_en>{_MIN_A}|[0-5]?\d)(?:\s+minutes?)?\s+(?P<way>past|to|after|before)\s+(?P<of_en>{_ENG}|1[0-2]|[1-9])"
    rf"|(?P<en>{_ENG})(?:[ -](?P<en_min>thirty|fifteen|twenty|ten|forty(?:-five)?|fifty(?:-five)?|twenty-five|thirty-five))?(?P<clock>\s+o'clock)?"
    rf"|пол(?:овин(?:а|е|у|ы|ой)\s+|-|\s)?(?P<half_ru>{_ORD})|(?P<by_ru>{_MIN_Y}|[0-5]?\d)(?:{_RU_MIN}|(?<=четверть)|(?<=четверти))\s+(?P<of_ru>{_ORD})"
    rf"|без\s+(?P<to_ru>{_MIN_Y}|\d\d?){_RU_MIN}?\s+(?P<before_ru>{_RUS})|(?:в\s+|на\s+)?(?:начал[еао]|конц[еа]|исход[еа]|середин[еы])\s+(?P<nth>{_ORD})(?:\s+часа)?|(?P<nth2>{_ORD})\s+час[уае]"
    rf"|(?P<by_uk>пів|половин[аиіу]|{_MIN_Y}|\d\d?){_UK_MIN}?\s+на\s+(?P<of_uk>{_UKR})|(?:пів|половин[аиіу])[ -](?P<half_uk>{_UKR})"
    rf"|(?:за|без)\s+(?P<to_uk>{_MIN_Y}|\d\d?){_UK_MIN}?\s+(?:до\s+)?(?P<before_uk>{_UKR})|(?P<past_uk>{_MIN_Y}|\d\d?){_UK_MIN}?\s+по\s+(?P<after_uk>{_UKR})"
    rf"|(?:на\s+)?(?:початку|наприкінці|кінці)\s+(?P<nth_uk>{_UKR})"
    rf"|(?P<ru>{_RUS})(?:\s+(?P<ru_unit>часов|часа|часам|часами))?(?:\s+(?P<ru_min>{_MIN_Y})(?:\s+минут\w*)?)?"
    rf"|(?P<uk>{_UKR})(?P<uk_unit>\s+годин[аиіоюу]+)?(?:\s+(?P<uk_min>{_MIN_Y})(?:\s+хвилин\w*)?)?)(?:(?!\w)|(?=(?:z|[ap]m)(?!\w)))"
)
_NAMED = re.compile(r"minute|хвилин|минут")
# The first two letters of what the pattern may match: asked first.
OPENINGS = frozenset(
    w[:2]
    for words in (_ENGLISH, _RUSSIAN, _UKRAINIAN, NTH_HOURS, MINUTE_WORDS)
    for w in words
) | {"a ", "по", "бе", "пі", "за", "на", "ко", "ис", "се", "кі"}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Clock:
    """An hour as read.

    Attributes:
        sure: Whether the words can be nothing but an hour.
        unit: Whether a unit stands behind it ("5 часов"), which a length of time has too.
        spoken: Whether it is told in words.
    """

    hour: int
    minute: int
    sure: bool = True
    unit: bool = False
    spoken: bool = True
    stop: int = 0


def read_clock(folded: str, at: int) -> Clock | None:
    """Return the hour whose words begin at a place of a folded text, or None."""
    if not folded[at : at + 1].isdigit() and folded[at : at + 2] not in OPENINGS:
        return None
    match = CLOCK.match(folded, at)
    if match is None:
        return None
    found = _digits(match) or _between(match) or _plain(match)
    return None if found.hour > 24 else Clock(
        found.hour, found.minute, found.sure, found.unit, found.spoken, match.end()
    )  # fmt: skip


def _digits(match: re.Match[str]) -> Clock | None:
    if match["compact"]:
        return Clock(int(match["compact"][:2]), int(match["compact"][2:]), spoken=False)
    if not match["h"]:
        return None
    minute = match["m"] or match["mins"]
    sure = minute is not None or match["unit"] == "o'clock"
    return Clock(int(match["h"]), int(minute or 0), sure, bool(match["unit"]), spoken=False)


def _minutes(word: str) -> int:
    return int(word) if word.isdigit() else (30 if word.startswith(("пів", "половин")) else MINUTE_WORDS[word])


def _hour(word: str) -> int:
    if word.isdigit():
        return int(word)
    return next(table[word] for table in (_ENGLISH, NTH_HOURS, _UKRAINIAN, _RUSSIAN) if word in table)


def _between(match: re.Match[str]) -> Clock | None:
    """Read a time between two hours; "the third hour" and "at the beginning of the fourth" are told by their beginning."""
    if match["by_en"]:
        minutes, hour = _minutes(match["by_en"]), _hour(match["of_en"])
        sure = _is_fraction(match, "by_en") or match["way"] == "past"  # "five to seven homes" is a range
        if match["way"] in ("past", "after"):
            return Clock(hour, minutes, sure)
        return Clock((hour - 1) or 12, 60 - minutes, sure)
    for group, by in (("half_ru", "30"), ("half_uk", "30"), ("of_ru", match["by_ru"]), ("of_uk", match["by_uk"])):
        if match[group]:
            return Clock(
                (_hour(match[group]) - 1) or 12, _minutes(by) % 60, group != "of_uk" or _is_fraction(match, "by_uk")
            )
    for group, by in (("before_ru", match["to_ru"]), ("before_uk", match["to_uk"])):
        if match[group]:
            return Clock((_hour(match[group]) - 1) or 12, 60 - _minutes(by))
    if match["after_uk"]:
        return Clock(_hour(match["after_uk"]), _minutes(match["past_uk"]), _is_fraction(match, "past_uk"))
    nth = match["nth"] or match["nth2"] or match["nth_uk"]
    return Clock((_hour(nth) - 1) or 12, 0) if nth else None


def _is_fraction(match: re.Match[str], group: str) -> bool:
    """Tell whether the minutes are told as such or by a fraction: "ten minutes to five", "чверть на шосту"."""
    words = match[group]
    return (not words.isdigit() and _minutes(words) in (15, 30)) or bool(_NAMED.search(match.group()))


def _plain(match: re.Match[str]) -> Clock:
    for name in ("en", "ru", "uk"):
        if match[name]:
            minute = match[f"{name}_min"]
            unit = bool(match["ru_unit"] or match["uk_unit"])
            sure = bool(minute or match["clock"] or match["uk_unit"] or match[name] == "часу")
            return Clock(_hour(match[name]), MINUTE_WORDS[minute] if minute else 0, sure, unit)
    raise AssertionError("a clock has an hour")
