"""Times named as subjects or alone: "ночь выдалась тяжёлой", "вечер вторника, Одесса", "неделя с 14 по 20 июля".

``time_patterns`` reads what says when; here a part of a day is what is told about, or stands between commas.
"""

import re

from skyledger.extract.lazy_pattern import LazyPattern
from skyledger.extract.time_anchors import ANCHORS, Anchor, TimeText, matches
from skyledger.extract.time_ends import read_end
from skyledger.model.frame import TimePhrase
from skyledger.model.text import Span
from skyledger.packs.calendar import MONTH_OF, WEEKDAY_OF

_WAS = "выдалась|прошла|вышла|оказалась|получилась|позади|видалася|видалась|минула|пройшла|випала"
_LIVED = r"пережил\w*|встретил\w*|провел\w*|выстоял\w*|отбивал\w*|пережив|пережили|пережила|зустріл\w*|провів"
_KIND = r"(?:[^\W\d_]{4,}\s+)?"
NIGHT_TOLD = LazyPattern(
    rf"(?<!\w)(?:(?:{_WAS}|{_LIVED})\s+{_KIND}(?P<a>ночь|ночку|ночка|ніч)(?!\s*(?:на|проти|с)\s)(?!\w)"
    rf"|(?P<b>ночь|ніч)(?=\s+(?:(?:на|в|у|над)\s+[^\W\d_]+\s+)?(?:{_WAS}|была|була)(?!\w))"
    r"|(?:^|(?<=[.!?:\n]\s)|(?<=\n))(?P<d>ночь|ніч)(?=\s*[.:]|\s+(?:над|під|под)\s)"
    r"|(?:busy|loud|long|hard|restless|rough|sleepless|noisy|difficult|tense)\s+(?P<c>night)(?=\s*[.,:;!]|\s+(?:in|for|over|across)\s))"
)
_PARTS = {
    "вечер": "evening",
    "вечір": "evening",
    "утро": "morning",
    "ранок": "morning",
}
_DAYS = "|".join(sorted((d for d in WEEKDAY_OF if d.endswith(("а", "ы", "и", "я", "і")) and not d.isascii()), key=len))
PART_TOLD = LazyPattern(rf"(?<!\w)(?P<part>{'|'.join(_PARTS)})\s+(?P<wd>{_DAYS})(?!\w)")
_MONTHS = "|".join(sorted((m for m in MONTH_OF if not m.isascii()), key=len, reverse=True))
DAYS_TOLD = LazyPattern(
    rf"(?<!\w)(?:недел[яюиье]\w*|тиждень|тижня|тижні|week)\s*[,(]?\s*(?:с|со|з|із|від|from|of)?\s*(?P<d>[0-3]?\d)(?:\s+(?P<o>{_MONTHS}))?"
    rf"\s*(?:по|до|to|-|–|—)\s*(?P<e>[0-3]?\d)\s+(?P<p>{_MONTHS})(?!\w)"
)
_HALVES = "утра|ночи|вечера|дня|ранку|ночі|вечора"
HOUR_TOLD = LazyPattern(rf"(?<=[,.:;—–(]\s)(?P<hour>[^\W\d_]+(?:\s+часов)?\s+(?:{_HALVES}))(?=\s*[.,:;—–)])")

# "мопеды жужжали с двух до четырёх": hours, where what lasted is noise or a raid
_NOISE = r"(?:жужжал|гудел|летал|грохотал|бахал|гремел|кружил|шумел|отбивал|гриміл|гуділ|літал)\w*"
_SHUT = (
    r"(?:не\s+при(?:нима|йма)|стоял|простоял|закрыт|закрит|зачинен)\w*"  # hours of an airport, behind a dash as well
)
_NTH = "часу|двух|трех|трёх|четырех|четырёх|пяти|шести|першої|другої|третьої|четвертої|п'ятої|шостої"
HOURS_TOLD = LazyPattern(
    rf"(?:{_NOISE}|{_SHUT}|[–—])\s+(?P<all>(?:с|со|з|із)\s+(?P<from>{_NTH})\s+до\s+(?P<to>{_NTH}))(?=\s*[,.;:!—–\n]|$)"
)
_HOURS = {
    w: n
    for n, ws in enumerate(
        ("часу першої", "двух другої", "трех трёх третьої", "четырех четырёх четвертої", "пяти п'ятої", "шести шостої"),
        1,
    )
    for w in ws.split()
}

ANCHORS[HOURS_TOLD] = Anchor(shape=re.compile(rf"до\s+(?:{_NTH})"))
ANCHORS[NIGHT_TOLD] = Anchor(("ноч", "ніч", "night"))
ANCHORS[PART_TOLD] = Anchor(tuple(_PARTS))
ANCHORS[DAYS_TOLD] = Anchor(("недел", "тиж", "week"))
ANCHORS[HOUR_TOLD] = Anchor(tuple(_HALVES.split("|")))


def find_bare(text: TimeText) -> list[TimePhrase]:
    """Return the parts of days, hours and weeks that stand alone or are what is told about."""
    found: list[TimePhrase] = []
    for match in matches(NIGHT_TOLD, text):
        group = next(g for g in "abcd" if match[g])
        found.append(TimePhrase("night", Span(start=match.start(group), stop=match.end(group)), (), (), "last"))
    for match in matches(PART_TOLD, text):
        value = f"{_PARTS[match['part']]} {match['wd']}"
        found.append(TimePhrase("part", Span(start=match.start(), stop=match.end()), (), (), value))
    for match in matches(DAYS_TOLD, text):
        last = MONTH_OF[match["p"]]
        first = MONTH_OF[match["o"]] if match["o"] else last
        dates = (int(match["d"]), first, None), (int(match["e"]), last, None)
        span = Span(start=match.start(), stop=match.end())
        found.append(TimePhrase("range", span, ((0, 0), (24, 0)), dates))
    for match in matches(HOURS_TOLD, text):
        clocks = (_HOURS[match["from"]], 0), (_HOURS[match["to"]], 0)
        span = Span(start=match.start("all"), stop=match.end("all"))
        found.append(TimePhrase("range", span, clocks, ((0, 0, None), (0, 0, None))))
    for match in matches(HOUR_TOLD, text):
        end = read_end(text.folded, match.start("hour"))
        if end is not None and end.sure and end.half and end.stop == match.end("hour"):
            span = Span(start=match.start("hour"), stop=end.stop)
            found.append(TimePhrase("at", span, ((end.first[0] % 24, end.first[1]),), (), "", end.zone, end.day))
    return found
