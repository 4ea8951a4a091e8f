"""Times told by a heading, an adjective of a strike, or minutes back: "Ніч на Сумщині.", "субботний налёт".

``time_patterns`` reads what says when, ``time_bare`` what is told about; here what stands above or inside the news.
"""

import re

from skyledger.extract.lazy_pattern import LazyPattern
from skyledger.extract.time_anchors import ANCHORS, Anchor, TimeText, matches
from skyledger.extract.time_patterns import MONTH_LOCATIVE, WEEKDAY
from skyledger.model.frame import TimePhrase
from skyledger.model.text import Span
from skyledger.packs.calendar import MONTH_OF, WEEKDAY_OF

_OPENS = r"(?:^|(?<=[.!?:\n]\s)|(?<=\n)|(?<=[,—–]\s))"
_NO_VERB = r"(?<!ли)(?<!ла)(?<!ло)(?<!ось)(?<!ись)(?<!лся)(?<!ено)(?<!ано)"
# "Ніч на Сумщині.", "The night was calm: ...", "Kherson region, the past day."
NIGHT_ABOVE = LazyPattern(
    rf"{_OPENS}(?:(?P<slavic>ночь|ніч)(?=\s+(?:в|во|у|на|по)\s+[^\W\d_][^.:\n,\d]{{2,30}}{_NO_VERB}[.:\n])"
    r"|(?P<latin>the night)(?=\s+(?:was|has been|proved|turned out|passed|went|brought)\s))"
)
# "Киев после ночи.", "Итоги дроновой ночи", "the toll of a loud night", "its night's guests"
_TOLD_OF = (
    r"после|итоги?|итогам|хроника|цена|последствия|последствиях|сводка|картина|карта|счет|після|підсумк\w+|хроніка|ціна|"
    r"наслідки|наслідках|зведення|мапа|рахунок|перебіг"
)
_TOLD_OF_EN = (
    r"after|toll of|price of|cost of|results? of|balance of|tally of|aftermath of|events of|wake of|bill for|story of"
)
_OTHER_NIGHT = rf"\s+(?:(?:на|с|со|з|із|проти|против)\s+(?:\d|{WEEKDAY})|кино|кіно|музе)"
_IN_NIGHT = r"\s*[.,:;!—–]|\s+(?:in|for|over|across|at|was|of (?:drones|strikes|raids|attacks|explosions))\s"
NIGHT_SUMMED = LazyPattern(
    rf"(?<!\w)(?:(?:{_TOLD_OF})\s+(?:[^\W\d_]{{3,}}\s+)?(?P<slavic>ночи|ночі)(?!{_OTHER_NIGHT})(?!\w)"
    rf"|(?:{_TOLD_OF_EN})\s+(?:the|an?|another|one more|last|this)\s+(?:[^\W\d_]{{3,}}\s+)?"
    rf"(?P<latin>night)(?={_IN_NIGHT})"
    r"|(?:its|their|our|his|her|city's|region's)\s+(?P<own>night's)(?!\s+(?:sleep|rest|shift|work)))"
)
DAY_ABOVE = LazyPattern(
    rf"{_OPENS}(?:(?:the )?(?:past|previous) (?:24 hours|day)|last 24 hours)"
    r"(?=\s*[.:;—–\n]|\s+(?:in brief|in figures|in numbers|in short|at a glance|brought|saw|cost|over|in\s))"
)
_MONTHS = "|".join(sorted({*MONTH_LOCATIVE, *MONTH_OF}, key=len, reverse=True))
MONTH_ABOVE = LazyPattern(
    rf"(?<!\w)(?:(?P<a>{_MONTHS})"
    r"(?=\s+(?:in numbers|in figures|by numbers|by the numbers|у цифрах|в цифрах|в числах|у числах))"
    rf"|(?:итоги|итог|підсумки|підсумок|статистика|статистики)\s+(?P<b>{_MONTHS}))(?!\w)"
)
_DAYS = {
    **dict.fromkeys(("вчерашн", "вчорашн", "учорашн"), "вчера"),
    **dict.fromkeys(("позавчерашн", "позавчорашн"), "позавчера"),
    **dict.fromkeys(("сегодняшн", "сьогоднішн"), "сегодня"),
    "субботн": "суббота",
    "суботн": "субота",
    "воскресн": "воскресенье",
    "недільн": "неділя",
    "пятничн": "пятница",
    "п'ятничн": "п'ятниця",
    "понедельничн": "понедельник",
    "понеділков": "понеділок",
    "вторничн": "вторник",
    "вівторков": "вівторок",
    "четвергов": "четверг",
    "середов": "середа",
}
_STRIKES = (
    r"удар|атак|нал[её]т|наль[оі]т|обстр[еі]л|прил[её]т|приліт|прильот|влучан|попадан|"
    r"бомбард|бомб[её]ж|рейд|прориву|прорыв"
)
DAY_OF_STRIKE = LazyPattern(
    rf"(?<!\w)(?P<day>{'|'.join(sorted(_DAYS, key=len, reverse=True))})[^\W\d_]{{1,4}}"
    rf"(?=\s+(?:[^\W\d_]+\s+)?(?:{_STRIKES}))"
)
_COUNT = (
    r"\d{1,2}|пять|десять|пятнадцать|двадцать|тридцать|сорок|п'ять|п'ятнадцять|двадцять|тридцять|"
    r"five|ten|fifteen|twenty|thirty|forty"
)
MINUTES_BACK = LazyPattern(
    rf"(?<!\w)(?:за|в|in|over|during|within|протягом|впродовж)\s+(?:the\s+)?"
    r"(?:последние|последний|останні|останню|past|last)\s+"
    rf"(?:(?P<half>полчаса|пол часа|півгодини|пів години|half[- ]hour|half an hour)"
    rf"|(?P<n>{_COUNT})\s+(?:минут|хвилин|minutes|mins))(?!\w)"
)
_MINUTES = {
    word: n
    for n, words in (
        (5, "пять п'ять five"),
        (10, "десять ten"),
        (15, "пятнадцать п'ятнадцять fifteen"),
        (20, "двадцать двадцять twenty"),
        (30, "тридцать тридцять thirty"),
        (40, "сорок forty"),
    )
    for word in words.split()
}

# "Куп'янський район, середа: ...", "(Thursday)": the day of an entry
WEEKDAY_ABOVE = LazyPattern(rf"(?<=[,(]\s)(?P<wd>{WEEKDAY})(?=\s*:)|(?<=\()(?P<wdb>{WEEKDAY})(?=\))")

ANCHORS[WEEKDAY_ABOVE] = Anchor(words=frozenset(WEEKDAY_OF))
ANCHORS[NIGHT_ABOVE] = Anchor(words=frozenset(("ночь", "ніч", "night")))
ANCHORS[NIGHT_SUMMED] = Anchor(words=frozenset(("ночи", "ночі", "night", "night's")))
ANCHORS[DAY_ABOVE] = Anchor(words=frozenset(("day", "hours")))
ANCHORS[MONTH_ABOVE] = Anchor(
    ("итог", "підсумк", "підсумок", "статистик", "numbers", "figures", "цифрах", "числах"),
)
ANCHORS[DAY_OF_STRIKE] = Anchor(tuple(_DAYS))
ANCHORS[MINUTES_BACK] = Anchor(words=frozenset("последние последний останні останню past last".split()))


def find_headed(text: TimeText) -> list[TimePhrase]:
    """Return the times that stand above the news, in an adjective of a strike, or are counted in minutes."""
    found = []
    for pattern, kind in ((NIGHT_ABOVE, "night"), (DAY_ABOVE, "past_day")):
        for match in matches(pattern, text):
            found.append(TimePhrase(kind, _span(match), (), (), "last" if kind == "night" else ""))
    for match in matches(NIGHT_SUMMED, text):
        group = match.lastgroup or "slavic"
        found.append(TimePhrase("night", Span(start=match.start(group), stop=match.end(group)), (), (), "last"))
    for match in matches(MONTH_ABOVE, text):
        name = match["a"] or match["b"]
        number = MONTH_LOCATIVE.get(name) or MONTH_OF[name]
        found.append(TimePhrase("month", _span(match), (), (), str(number)))
    for match in matches(DAY_OF_STRIKE, text):
        found.append(TimePhrase("day", _span(match), (), (), _DAYS[match["day"]]))
    for match in matches(WEEKDAY_ABOVE, text):
        found.append(TimePhrase("day", _span(match), (), (), match["wd"] or match["wdb"]))
    for match in matches(MINUTES_BACK, text):
        told = match["n"]
        minutes = 30 if told is None else int(told) if told.isdigit() else _MINUTES[told]
        found.append(TimePhrase("hours", _span(match), (), (), f"{minutes}m"))
    return found


def _span(match: re.Match[str]) -> Span:
    return Span(start=match.start(), stop=match.end())
