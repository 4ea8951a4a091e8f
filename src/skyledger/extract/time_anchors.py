"""What a text must hold before a time pattern can match: asked first, since a search costs twenty times the question.

A text has one or two time phrases, and there are some twenty patterns. Whoever adds an alternative to one adds its
anchor here; ``tests/extract/test_time_anchors.py`` makes matching strings of every pattern and finds what is missing.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from skyledger.extract import time_patterns as patterns
from skyledger.packs.calendar import MONTH_OF, WEEKDAY_OF
from skyledger.packs.normalise import Tokens


class TimeText:
    """A folded text and the words that anchors are looked up in.

    Attributes:
        words: Its words, and what stands around an apostrophe inside them.
        openers: Words that stand before a number.
    """

    def __init__(self, tokens: Tokens) -> None:
        self.folded = tokens.folded
        words = tokens.words
        self.words = set(words)
        self.openers = {before for before, word in pairwise(words) if word[0].isdigit()}
        if "'" in tokens.folded:
            self.words.update(part for word in words if "'" in word for part in word.split("'"))
            self.openers.update([word.rpartition("'")[2] for word in self.openers])


@dataclass(frozen=True, slots=True)
class Anchor:
    """One of these is in every text a pattern matches in.

    Attributes:
        stems: Pieces of the folded text.
        words: Whole words.
        openers: Whole words right before a number.
        shape: A smaller pattern.
        also: A smaller pattern that must be there besides.
    """

    stems: tuple[str, ...] = ()
    words: frozenset[str] = frozenset()
    openers: frozenset[str] = frozenset()
    shape: re.Pattern[str] | None = None
    also: re.Pattern[str] | None = None

    def is_in(self, text: TimeText) -> bool:
        """Tell whether a text holds one of them."""
        if (self.words and not self.words.isdisjoint(text.words)) or (
            self.openers and not self.openers.isdisjoint(text.openers)
        ):
            return True
        folded = text.folded
        for stem in self.stems:  # a generator would cost more than it saves
            if stem in folded:
                return self.also is None or self.also.search(folded) is not None
        return self.shape is not None and self.shape.search(folded) is not None


_NIGHTS = ("ноч", "ніч", "night")
_FROM = "с со з із зі from".split()
_ABOUT = "approximately before by до в во о об at около близько around about к после після after".split()
_MONTHS = frozenset(MONTH_OF)
_WEEKDAYS = frozenset(WEEKDAY_OF)
_WHOLE_MONTHS = frozenset(
    "январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь січень лютий березень квітень "
    "травень червень липень серпень вересень жовтень листопад грудень".split()
)

ANCHORS = {
    patterns.RANGE: Anchor(openers=frozenset((*_FROM, "between", "между", "між"))),
    patterns.DASH_RANGE: Anchor(shape=re.compile(r"[.:][0-5]\d\s*(?:[-–—]|to|till|until|до|по)")),
    patterns.SINCE: Anchor(openers=frozenset((*_FROM, "since"))),
    patterns.AT: Anchor(openers=frozenset(_ABOUT)),
    patterns.AT_HOUR: Anchor(openers=frozenset(_ABOUT)),
    patterns.AT_MIDNIGHT: Anchor(("midnight", "полуноч", "полночь", "опівночі")),
    patterns.NOON: Anchor(("noon", "midday", "полдень", "полудн", "опівдні")),
    patterns.NIGHT_OF: Anchor(
        _NIGHTS,
        also=re.compile(r"(?:ноч|ніч)\w*\s+(?:(?:на|проти|против|под|со?|зі?|із)\s|\(?\d)|overnight\s|the\s+night\s"),
    ),
    patterns.WEEKDAY_NIGHT: Anchor(_NIGHTS, also=re.compile(r"day night|(?:ноч|ніч)\w* [сзі]|(?:overnight|the night)")),
    patterns.NIGHT: Anchor(
        (*_NIGHTS, "darkness", "темн", "темряв", "утро", "утра", "ранку", "until morning", "new year")
    ),
    patterns.PART: Anchor(
        (
            *(
                "вечер",
                "вечор",
                "вечір",
                "evening",
                "tonight",
                "late",
                "утр",
                "ранк",
                "ранок",
                "ранц",
                "рассвет",
                "світанк",
            ),
            *(
                "morning",
                "dawn",
                "early",
                "small hours",
                "wee hours",
                "днем",
                "день",
                "дня",
                "дневн",
                "noon",
                "daytime",
                "during the day",
                "dusk",
                "nightfall",
                "dark",
                "предрассв",
                "досвіта",
                "світанк",
                "first light",
                "sunrise",
                "daybreak",
                "сумерк",
                "сутінк",
                "обед",
                "обід",
                "обіду",
                "заката",
                "сонця",
                "половин",
                "передсвіт",
            ),
        )
    ),
    patterns.DAY: Anchor(
        words=_MONTHS
        | _WEEKDAYS
        | frozenset("вчера учора вчора yesterday сегодня сьогодні today позавчера позавчора".split()),
        stems=("day before yesterday",),
        shape=re.compile(r"\.[01]\d"),
    ),
    patterns.SINCE_MIDNIGHT: Anchor(("с начала", "початку", "midnight", "полуночи", "опівночі")),
    patterns.PAST_DAY: Anchor(("сут", "доб", "24", "day", "день")),
    # "in two" is a match too, but no time without the word
    patterns.HOURS: Anchor(("час", "годин", "hour")),
    patterns.WEEK: Anchor(("week", "недел", "тижн")),
    patterns.MONTH_ONLY: Anchor(words=frozenset(patterns.MONTH_LOCATIVE)),
    patterns.YEAR: Anchor(openers=frozenset("в у in за during".split())),
    patterns.PAST: Anchor(
        (
            *("last", "past", "earlier", "ago", "прошл", "минул", "торік", "ранее", "назад", "тому"),
            *("недел", "тиж", "місяць", "месяц", "дней", "дня", "дні", "суток", "діб"),
        ),
        words=_WHOLE_MONTHS,
        openers=frozenset(("в", "у", "in")),
    ),
}

# By identity: to hash a pattern Python walks its whole code. Patterns of other files join when first asked for.
_BY_ID: dict[int, Anchor] = {}


def matches(pattern: re.Pattern[str], text: TimeText) -> Iterable[re.Match[str]]:
    """Return the matches of a pattern, without a search where its anchor is missing."""
    anchor = _BY_ID.get(id(pattern))
    if anchor is None:
        anchor = _BY_ID[id(pattern)] = ANCHORS[pattern]
    return pattern.finditer(text.folded) if anchor.is_in(text) else ()
