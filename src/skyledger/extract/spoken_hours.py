"""Hours told in words: "о пів на третю ночі", "в начале шестого утра", "at half past three in the morning".

A bare "at five" may be a number of anything; an hour in words needs its half of the day, "o'clock", or a form that
only hours have ("в третьем часу", "о пів на третю").
"""

import re

from skyledger.extract.time_anchors import ANCHORS, Anchor, TimeText, matches
from skyledger.extract.time_patterns import ZONES, date_pattern, zone_pattern
from skyledger.model.frame import TimePhrase
from skyledger.model.text import Span
from skyledger.packs.calendar import MONTH_OF

_HOURS = (
    "один одного одну одной час часу часа першій першої першу першого первом первого one/"
    "два двух двум другій другої другу втором второго two/три трех трем третій третьої третю третьем третьего three/"
    "четыре четырех четырем четвертій четвертої четверту четвертом четвертого four/"
    "пять пяти п'ятій п'ятої п'яту пятом пятого five/шесть шести шостій шостої шосту шестом шестого six/"
    "семь семи сьомій сьомої сьому седьмом седьмого seven/восемь восьми восьмій восьмої восьму восьмом восьмого eight/"
    "девять девяти дев'ятій дев'ятої дев'яту девятом девятого nine/"
    "десять десяти десятій десятої десяту десятом десятого ten/"
    "одиннадцать одиннадцати одинадцятій одинадцятої одинадцяту одиннадцатом одиннадцатого eleven/"
    "двенадцать двенадцати дванадцятій дванадцятої дванадцяту двенадцатом двенадцатого twelve"
)
_HOUR_OF = {word: hour for hour, words in enumerate(_HOURS.split("/"), 1) for word in words.split()}
_CARDINAL = "|".join(sorted((w for w in _HOUR_OF if not w.endswith(("ом", "его", "ого", "ем"))), key=len, reverse=True))
_ORDINAL = "|".join(sorted((w for w in _HOUR_OF if w.endswith(("ом", "его", "ого", "ем"))), key=len, reverse=True))
_NEXT_UK = "|".join(sorted((w for w in _HOUR_OF if w.endswith(("у", "ю")) and w != "часу"), key=len, reverse=True))
_HALF = (
    r"a\.?m\.?|p\.?m\.?|(?:in the )?morning|in the (?:afternoon|evening)|at night|утра|ночи|дня|вечера|пополудни|ранку|ночі|вечора|"
    r"пополудні"
)
_LEAD = (
    r"(?:(?:just|shortly|a little|soon|some time|sometime)\s+)?(?:at about|at around|at|about|around|towards?|before|after|by|"
    r"примерно в|приблизительно в|где-то в|ближе к|около|после|в|во|к|ко|до|приблизно о|орієнтовно о|десь о|ближче до|близько|"
    r"після|о|об|під)"
)
_TAIL = rf"{zone_pattern('s')}(?:(?:\s*,)?\s+(?:on\s+)?{date_pattern('s')})?"

SPOKEN = re.compile(
    rf"(?<!\w)(?P<lead>{_LEAD})\s+(?P<hour>{_CARDINAL})(?:\s+(?:o'clock|часов|часам|часа|годині|години|годину))?\s+(?P<half>{_HALF})(?!\w){_TAIL}"
)
CLOCK = re.compile(rf"(?<!\w)(?P<lead>{_LEAD})\s+(?:(?P<hour>{_CARDINAL})|(?P<num>1?\d))\s+o'clock(?!\w){_TAIL}")
# "в третьем часу ночи", "в начале шестого", "о пів на третю", "at half past three", "в полпятого", "чверть на шосту"
BETWEEN = re.compile(
    rf"(?<!\w)(?:(?:в|(?P<edge>на исходе|в конце|в начале))\s+(?P<ord>{_ORDINAL})(?:\s+часу|(?=\s+(?:утра|ночи|дня|вечера))|(?(edge)(?=\s*[,.—–])|(?!)))"
    rf"|(?:(?:около|в|до|после|к)\s+)?(?:половин[еы]\s+|пол)(?P<halfru>{_ORDINAL})"
    rf"|(?:(?:близько|о|об|до|після)\s+)?(?P<uk>пів|чверть)\s+на\s+(?P<next>{_NEXT_UK})|(?:(?:близько|о)\s+)?пів\s+(?P<halfuk>{_CARDINAL})"
    rf"|(?:(?:at|about|around|by|after|before|at about)\s+)?(?:a\s+)?(?P<en>half past|quarter past|quarter to|ten past|ten to|five past|five to|twenty past|twenty to)\s+(?P<past>{_CARDINAL}))"
    rf"(?:\s+(?P<part>{_HALF}))?(?!\w){_TAIL}"
)
# a clock without a preposition: "Антонівка, 12:10: дрон ...", "suspended 04:12 local time"
BARE = re.compile(rf"(?<![\w:.+-])(?P<h>[01]?\d|2[0-3]):(?P<m>[0-5]\d)(?![:\d]|[.]\d){_TAIL}")
_STATE = re.compile(
    r"(?:станом на|стан на|на|as of|updated(?: at)?|обновлено(?: в)?|оновлено(?: о)?|posted(?: at)?)\s*$"
)
_MINUTES = {"half": 30, "quarter": 15, "ten": 10, "five": 5, "twenty": 20}
_LATE = ("p", "дня", "вечера", "вечора", "пополуд", "in the afternoon", "in the evening")

ANCHORS[SPOKEN] = Anchor(words=frozenset(_HOUR_OF))
ANCHORS[CLOCK] = Anchor(("o'clock",))
ANCHORS[BETWEEN] = Anchor(
    words=frozenset((*_ORDINAL.split("|"), "пів", "чверть")),
    shape=re.compile(rf"(?:past|to)\s+(?:{_CARDINAL})|пол(?:{_ORDINAL})"),
)
ANCHORS[BARE] = Anchor(shape=re.compile(r"\d:[0-5]\d"))


def _in_half(hour: int, half: str | None) -> int:
    half = (half or "").replace(".", "")
    if half.startswith(_LATE) and hour < 12:
        return hour + 12
    if hour == 12 and half in ("am", "ночи", "ночі", "at night"):
        return 0
    return hour + 12 if half == "at night" and 8 <= hour < 12 else hour


def _dates(match: re.Match[str]) -> tuple[tuple[int, int, int | None], ...]:
    for suffix in ("", "b", "c"):
        day, month = match[f"ds{suffix}"], match[f"os{suffix}"]
        if day and month:
            number = int(month) if month.isdigit() else MONTH_OF[month]
            year = match[f"ys{suffix}"]
            return ((int(day), number, None if not year else int(year) + (2000 if len(year) == 2 else 0)),)
    return ()


def _phrase(match: re.Match[str], hour: int, minute: int) -> TimePhrase:
    lead = match.groupdict().get("lead") or ""
    value = "after" if lead in ("после", "після", "after") else ("by" if lead in ("by", "к", "ко", "до") else "")
    span = Span(start=match.start(), stop=match.start() + len(match.group().rstrip(" ,(")))
    return TimePhrase("at", span, ((hour, minute),), _dates(match), value, ZONES.get(match["zs"] or "", ""))


def find_spoken(text: TimeText) -> list[TimePhrase]:
    """Return the hours told in words, as points of time."""
    found = []
    for match in matches(SPOKEN, text):
        found.append(_phrase(match, _in_half(_HOUR_OF[match["hour"]], match["half"]), 0))
    for match in matches(CLOCK, text):
        found.append(_phrase(match, _HOUR_OF[match["hour"]] if match["hour"] else int(match["num"]), 0))
    for match in matches(BETWEEN, text):
        hour, minute = _between(match)
        found.append(_phrase(match, _in_half(hour, match["part"]) % 24, minute))
    for match in matches(BARE, text):
        if not _STATE.search(text.folded, max(0, match.start() - 16), match.start()):
            found.append(_phrase(match, int(match["h"]), int(match["m"])))
    return found


def _between(match: re.Match[str]) -> tuple[int, int]:
    """Return the hour and minute of a time between two hours; "the third hour" is told by its beginning."""
    if match["ord"]:
        return (_HOUR_OF[match["ord"]] - 1) or 12, 0
    if match["halfru"] or match["halfuk"]:
        return (_HOUR_OF[match["halfru"] or match["halfuk"]] - 1) or 12, 30
    if match["next"]:
        return (_HOUR_OF[match["next"]] - 1) or 12, 30 if match["uk"] == "пів" else 15
    hour, minutes = _HOUR_OF[match["past"]], _MINUTES[match["en"].split()[0]]
    return ((hour - 1) or 12, 60 - minutes) if match["en"].endswith("to") else (hour, minutes)
