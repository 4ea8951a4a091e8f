"""Times counted back or written as in a log: "last month", "two days ago", ISO ranges, the clock of an entry."""

import re

from skyledger.extract.lazy_pattern import LazyPattern
from skyledger.extract.time_anchors import ANCHORS, Anchor, TimeText, matches
from skyledger.extract.time_patterns import ZONES, date_pattern, zone_pattern
from skyledger.model.frame import TimePhrase
from skyledger.model.text import Span
from skyledger.packs.calendar import MONTH_OF

_B = r"(?<![\w])"
LAST_MONTH = LazyPattern(
    rf"{_B}(?:(?:in |during |over )?(?:the )?(?:last|previous) month|в прошлом месяце|(?:за )?(?:минувш|прошедш|прошл|истекш)\w+ месяц\w*|минулого місяця|(?:за )?минул\w+ місяц\w*|за месяц|за місяць)(?!\w)"
)
AGO = LazyPattern(
    rf"{_B}(?:(?P<week>a week ago|неделю назад|тиждень тому)|(?P<days>two|three|four|two|три|два|дві|2|3|4|5) (?:days|дня|дні) (?:ago|earlier|назад|тому))(?!\w)"
)
# "минут десять назад", "an hour ago", "пів години тому": counted back from publication
_COUNT = (
    r"\d{1,2}|half an|half|an|a couple of|two|three|four|five|six|ten|fifteen|twenty|thirty|forty|пол|пів|полтора|пару|пара|два|две|дві|три|"
    r"четыре|чотири|пять|п'ять|шесть|шість|десять|пятнадцать|п'ятнадцять|двадцать|двадцять|тридцать|тридцять|сорок"
)
_UNITS = r"минут[уы]?|мин|хвилин[уи]?|хв|minutes?|mins?|часа|часов|час|годину|години|годин|hours?|hrs?"
JUST_NOW = LazyPattern(
    rf"{_B}(?:(?:(?P<n>{_COUNT})\s?)?(?P<unit>{_UNITS})(?:\s+(?P<after>{_COUNT}))?|(?P<half>полчаса|півгодини))\.?\s+(?:ago|назад|тому)(?!\w)"
)
# the clock that opens an entry of a running text: "04:50. Над районом сбит БПЛА"
ENTRY = LazyPattern(
    r"(?:^|\n)[ \t*_•▪️🔴❗⚡️]*(?:[^\W\d_][\w'’-]*(?: [^\W\d_][\w'’-]*)?, (?=[^\n]{4,6}[:.—–-]\s))?"
    r"(?P<h>[01]?\d|2[0-3])[:.](?P<m>[0-5]\d)(?=\s*(?:[.|—–:-]\s*|\s)[^\W\d_])(?!\.\d)"
)
# "resumed 06:55", "04:12 local time 19 JUN": two digits, a colon and nothing of a score or a ratio about it
BARE_CLOCK = LazyPattern(
    rf"(?<![\d:.,/])(?<!of )(?<!на )(?P<h>[01]\d|2[0-3]):(?P<m>[0-5]\d)(?![\d:/]|\.\d){zone_pattern('x')}(?:(?:\s*(?:,|on))?\s*{date_pattern('x')})?"
)
ISO_RANGE = LazyPattern(
    r"(?<!\d)(?P<ya>20\d\d)-(?P<oa>\d\d)-(?P<da>\d\d)[ t](?P<ha>\d\d):?(?P<ma>\d\d)\s*(?:to|till|until|до|по|[-–—/])\s*"
    r"(?:(?P<yb>20\d\d)-(?P<ob>\d\d)-(?P<db>\d\d)[ t])?(?P<hb>\d\d):?(?P<mb>\d\d)(?!\d)\s*(?P<zb>utc|gmt|z|msk|мск)?(?!\w)"
)

ANCHORS[LAST_MONTH] = Anchor(("month", "месяц", "місяц"))
ANCHORS[JUST_NOW] = Anchor(("ago", "назад", "тому"))
ANCHORS[AGO] = Anchor(("ago", "earlier", "назад", "тому"))
ANCHORS[ENTRY] = Anchor(shape=re.compile(r"(?:(?:^|\n)[\W_]*|, )\d\d?[:.]\d\d"), clock=True)
ANCHORS[BARE_CLOCK] = Anchor(shape=re.compile(r"\d\d:\d\d"), clock=True)
ANCHORS[ISO_RANGE] = Anchor(("20",), also=re.compile(r"20\d\d-\d\d-\d\d"))
_DAYS = {"two": 2, "три": 3, "three": 3, "four": 4, "two days": 2, "два": 2, "дві": 2}


def find_logged(text: TimeText) -> list[TimePhrase]:
    """Return ISO ranges, clocks of entries, months and days counted back from publication."""
    found = []
    for match in matches(LAST_MONTH, text):
        found.append(TimePhrase("month", _span(match), (), (), "last"))
    for match in matches(AGO, text):
        days = 7 if match["week"] else _DAYS.get(match["days"]) or int(match["days"])
        found.append(TimePhrase("day", _span(match), (), (), f"-{days}"))
    for match in matches(JUST_NOW, text):
        found.append(TimePhrase("ago", _span(match), (), (), str(_minutes_back(match))))
    for match in matches(ENTRY, text):
        span = Span(start=match.start("h"), stop=match.end("m"))
        found.append(TimePhrase("at", span, ((int(match["h"]), int(match["m"])),), (), "entry"))
    for match in matches(BARE_CLOCK, text):
        date = next(((match[f"dx{s}"], match[f"ox{s}"]) for s in ("", "b", "c") if match[f"dx{s}"]), None)
        dates: tuple[tuple[int, int, int | None], ...] = ()
        if date is not None:
            month = int(date[1]) if date[1].isdigit() else MONTH_OF[date[1]]
            dates = ((int(date[0]), month, None),) if month <= 12 and 1 <= int(date[0]) <= 31 else ()
        zone = ZONES.get(match["zx"] or "", "")
        found.append(TimePhrase("at", _span(match), ((int(match["h"]), int(match["m"])),), dates, "", zone))
    for match in matches(ISO_RANGE, text):
        first = (int(match["da"]), int(match["oa"]), int(match["ya"]))
        last = (int(match["db"]), int(match["ob"]), int(match["yb"])) if match["db"] else first
        clocks = (int(match["ha"]), int(match["ma"])), (int(match["hb"]), int(match["mb"]))
        if max(first[1], last[1]) <= 12 and max(clocks)[0] <= 24 and max(first[0], last[0]) <= 31:
            zone = "UTC" if match["zb"] == "z" else ZONES.get(match["zb"] or "", "")
            found.append(TimePhrase("range", _span(match), clocks, (first, last), "", zone))
    return found


def _minutes_back(match: re.Match[str]) -> int:
    if match["half"]:
        return 30
    word = match["n"] or match["after"] or "one"
    each = 1 if match["unit"].startswith(("мин", "хв", "min")) else 60
    if word.isdigit():
        return int(word) * each
    return 30 if word in _HALVES else 90 if word == "полтора" else _COUNTS.get(word, 1) * each


_HALVES = ("half an", "half", "пол", "пів")
_COUNTS = {
    word: n
    for n, words in (
        (2, "two два две дві пару пара"),
        (3, "three три"),
        (4, "four четыре чотири"),
        (5, "five пять п'ять"),
        (6, "six шесть шість"),
        (10, "ten десять"),
        (15, "fifteen пятнадцать п'ятнадцять"),
        (20, "twenty двадцать двадцять"),
        (30, "thirty тридцать тридцять"),
        (40, "forty сорок"),
    )
    for word in words.split()
} | {"a couple of": 2}


def _span(match: re.Match[str]) -> Span:
    return Span(start=match.start(), stop=match.end())
