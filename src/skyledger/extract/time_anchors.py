"""What a text must hold before a time pattern can match: asked first, since a search costs twenty times the question.

A text has one or two time phrases, and there are some thirty patterns. Whoever adds an alternative to one adds its
anchor here; ``tests/extract/test_time_anchors.py`` makes matching strings of every pattern and finds what is missing.
"""

import re

from skyledger.extract import time_patterns as patterns
from skyledger.extract.time_text import ANCHORS, Anchor, TimeText, matches, may_match
from skyledger.packs.calendar import MONTH_OF, WEEKDAY_OF

__all__ = ["ANCHORS", "Anchor", "TimeText", "matches", "may_match"]

_NIGHTS = ("ноч", "ніч", "night")
_FROM = "с со з із зі from".split()
_ABOUT = "approximately before by до в во о об at около близько around about к после після after".split()
_MONTHS = frozenset(MONTH_OF)
_WEEKDAYS = frozenset(WEEKDAY_OF)
# What stands behind the number of an hour.
_UNITS = (*"час годин утра вечера ночи дня ранку вечора ночі".split(), "am", "pm", "=m")

ANCHORS |= {
    patterns.RANGE: Anchor(openers=frozenset((*_FROM, "between", "между", "між"))),
    patterns.DASH_RANGE: Anchor(shape=re.compile(r"[.:][0-5]\d\s*(?:[-–—]|to|till|until|до|по)"), clock=True),
    patterns.SINCE: Anchor(openers=frozenset((*_FROM, "since"))),
    patterns.AT: Anchor(openers=frozenset(_ABOUT), also=re.compile(r"\d[.:][0-5]\d")),
    patterns.AT_HOUR: Anchor(openers=frozenset(_ABOUT), beside=_UNITS),
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
                *("дневн", "денн"),
                "noon",
                "daytime",
                "during the day",
                "dusk",
                "nightfall",
                "dark",
                "темнот",
                "темряв",
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
                *("заката", "закате", "заході", "sunset", "sunup", "cockcrow", "смеркалось"),
                *("світанні", "зоре", "зорі", "зорьке", "заря", "лучами", "променями", "петух", "півнями"),
                *("спозаран", "чуть свет", "світало", "затемн"),
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
        clock=True,
    ),
    patterns.SINCE_MIDNIGHT: Anchor(("с начала", "початку", "midnight", "полуночи", "опівночі")),
    patterns.PAST_DAY: Anchor(words=frozenset("сутки суток доба добу доби 24 day день".split())),
    # "in two" is a match too, but no time without the word
    patterns.HOURS: Anchor(
        ("час", "годин", "hour"),
        beside=tuple(f"={word}" for word in "за in over during within протягом упродовж впродовж течение".split()),
    ),
    patterns.WEEK: Anchor(("week", "недел", "тижн")),
    patterns.WEEKEND: Anchor(("weekend", "выходн", "вихідн", "уик", "вікенд")),
    patterns.MONTH_ONLY: Anchor(words=frozenset(patterns.MONTH_LOCATIVE)),
    patterns.YEAR: Anchor(openers=frozenset("в у in за during".split())),
    patterns.PAST: Anchor(
        ("прошл", "минул"),
        words=frozenset("last past earlier ago торік ранее назад тому".split()),
        openers=frozenset("в у in за".split()),
        followers=frozenset("неделю недели тиждень последние останні".split()),
    ),
}
