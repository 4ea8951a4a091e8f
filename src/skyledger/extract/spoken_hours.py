"""Points of time told by an hour in any form: "о пів на третю ночі", "без десяти шесть", "just after three", "at 2150 UTC".

A bare "at five" may be a number of anything; an hour needs its half of the day, a unit, a zone, a day, or a form that
only hours have ("в третьем часу", "о пів на третю").
"""

import re

from skyledger.extract.clock_words import MINUTE_WORDS, NTH_HOURS
from skyledger.extract.lazy_pattern import LazyPattern
from skyledger.extract.time_anchors import ANCHORS, Anchor, TimeText, matches
from skyledger.extract.time_ends import AHEAD, BEGINNINGS, End, read_end
from skyledger.extract.time_patterns import ZONES, date_pattern, zone_pattern
from skyledger.model.frame import TimePhrase
from skyledger.model.text import Span
from skyledger.packs.calendar import MONTH_OF

_ABOUT = (
    r"(?:примерно|приблизительно|где-то|уже|приблизно|орієнтовно|десь|вже|at|just|shortly|soon|a little|some ?time)"
)
POINT = LazyPattern(
    # "під час сьогоднішнього удару" is no hour
    rf"(?<!\w)(?!під час(?!\w))(?:{_ABOUT}\s+)*(?P<lead>at about|at around|at|about|around|towards?|before|after|by|till|until|в районе|в|во|ближе к|к|ко|около|"
    r"после|перед|до|под|вскоре после|сразу после|ближче до|о|об|близько|після|під|невдовзі після)\s+" + AHEAD
)
# what needs no word before it: "третя година ночі", "half past two", "без десяти шесть утра"
_HALVES_OF_HOURS = tuple(f"пол{nth}" for nth in NTH_HOURS if nth.endswith("го"))
_MINUTES = "|".join(sorted((w for w in MINUTE_WORDS if not w.isascii()), key=len, reverse=True))
_ENGLISH_MINUTES = "|".join(sorted((w for w in MINUTE_WORDS if w.isascii()), key=len, reverse=True))
SELF = LazyPattern(
    rf"(?<!\w)(?=(?:пів |чверть |десять |двадцять |п'ять |на початку |наприкінці |на исходе |в (?:начале|конце) |(?:{'|'.join(_HALVES_OF_HOURS)})\b"
    rf"|без (?:{_MINUTES}|\d+) \w+|за (?:{_MINUTES}|\d+) [^\W\d_]+[атя]\b|(?:a )?quarter (?:past|to)|half past|[^\W\d_]+[ая] година)"
    rf"|(?:{_ENGLISH_MINUTES}) (?:minutes )?(?:past|to) [^\W\d_]+|[^\W\d_]+ (?:o'clock|in the (?:morning|afternoon|evening)|часов? (?:утра|ночи|вечера|дня)))"
)
# a clock without a preposition: "Антонівка, 12:10: дрон ...", "suspended 04:12 local time"
_TAIL = rf"{zone_pattern('s')}(?:(?:\s*,)?\s+(?:on\s+)?{date_pattern('s')})?"
BARE = LazyPattern(rf"(?<![\w:.+-])(?P<h>[01]?\d|2[0-3]):(?P<m>[0-5]\d)(?![:\d]|[.]\d){_TAIL}")
_STATE = re.compile(
    r"(?:станом на|стан на|по состоянию на|на|as of|updated(?: at)?|обновлено(?: в)?|оновлено(?: о)?|posted(?: at)?)\s*$"
)
# "is accepting aircraft again as of 07:48": since when it is so, not until when the text knows.
_OPENS_AS_OF = re.compile(
    r"\b(?:again|resum\w+|reopen\w*|open(?:ed)?|lifted|closed|shut|suspended)(?: \w+){0,3} as of\s*$"
)
_UNTIL = frozenset(("до", "till", "until"))
_BY = frozenset(("by", "к", "ко"))
_HOUR_LEADS = frozenset(("в", "во", "о", "об", "at", "после", "після"))
_WORD_FOLLOWS = re.compile(r"\s+(?!on\b|in\b|when\b|as\b|the\b|an?\b|this\b|that\b|and\b|his\b|her\b|local\b)[^\W\d_]")

ANCHORS[POINT] = Anchor(
    openers=frozenset(
        (
            *"at about around toward towards before after by till until в во к ко районе около после перед до под".split(),
            *"о об близько після під".split(),
        )
    ),
    followers=frozenset(f"{letters}*" for letters in BEGINNINGS),
)
ANCHORS[SELF] = Anchor(
    ("in the morning", "in the afternoon", "in the evening", "година", "o'clock"),
    words=frozenset(
        (
            *"пів чверть десять двадцять п'ять початку наприкінці исходе начале конце".split(),
            *(word.split()[-1].split("-")[0] for word in MINUTE_WORDS if word.isascii()),
            *_HALVES_OF_HOURS,
        )
    ),
    openers=frozenset("без за часо часов".split()),
    followers=frozenset(
        (*(word.split()[0] for word in MINUTE_WORDS if not word.isascii()), *"ут* но* ве* дн*".split())
    ),
)
ANCHORS[BARE] = Anchor(shape=re.compile(r"\d:[0-5]\d"), clock=True)


def find_spoken(text: TimeText) -> list[TimePhrase]:
    """Return the hours told in words or by a number with its unit, as points of time."""
    folded = text.folded
    found = []
    for match in matches(POINT, text):
        phrase = _after_lead(folded, match)
        if phrase is not None:
            found.append(phrase)
    for match in matches(SELF, text):
        end = read_end(folded, match.start())
        if end is not None and end.sure and end.spoken and not end.part:
            found.append(_point(folded, match.start(), end, ""))
    for match in matches(BARE, text):
        if not _STATE.search(folded, max(0, match.start() - 19), match.start()) or _OPENS_AS_OF.search(
            folded, max(0, match.start() - 70), match.start()
        ):
            found.append(_bare(match))
    return found


def _after_lead(folded: str, match: re.Match[str]) -> TimePhrase | None:
    lead = match["lead"].removeprefix("вскоре ").removeprefix("сразу ").removeprefix("невдовзі ")
    end = read_end(folded, match.end())
    if end is not None and end.part:
        meal = end.part == "breakfast" and lead in ("before", "до", "перед")
        return _by_part(folded, match.start(), end) if meal or lead in _BY else None
    if end is None or not (end.sure or _is_hour(folded, match, lead, end)):
        return None
    value = "until" if lead in _UNTIL else "by" if lead in _BY else ""
    if value == "by" and folded.startswith("at ", match.end()):
        value = ""  # "what people were woken by at 1:40"
    if lead == "before" and match.group() == "before ":
        value = "by"
    if lead in ("после", "після", "after") and match.group().startswith(lead):
        value = "after"
    return _point(folded, match.start(), end, value)


def _by_part(folded: str, start: int, end: End) -> TimePhrase | None:
    """Return "by dawn", "к вечеру", "by mid-morning" as the hour by which something was so."""
    span = Span(start=start, stop=start + len(folded[start : end.stop].rstrip(" ,(")))
    hour = end.last if end.part == "morning" else end.first
    return TimePhrase("at", span, (hour,), (end.date,) if end.date[0] else (), "by part", end.zone, end.day)


def _is_hour(folded: str, match: re.Match[str], lead: str, end: End) -> bool:
    """Tell whether a number without half or minutes is an hour: "в 6 часов", "shortly after two", "until ten"."""
    if lead == "at" and end.first[1] and not end.unit:
        return True  # "at ten to six"
    if end.unit:
        return lead in _HOUR_LEADS  # "около двух часов" is a length of time
    hedged = lead in ("after", "before") and match.group() != f"{lead} "
    return (hedged or lead in ("until", "till")) and not _WORD_FOLLOWS.match(folded, end.stop)


def _point(folded: str, start: int, end: End, value: str) -> TimePhrase:
    span = Span(start=start, stop=start + len(folded[start : end.stop].rstrip(" ,(")))
    hour, minute = end.first
    dates = (end.date,) if end.date[0] else ()
    if not value and not dates and not (end.half or end.zone or end.day) and end.spoken and 0 < hour < 12:
        value = "either"  # "half past seven" leaves open of which half of the day
    return TimePhrase("at", span, ((hour % 24, minute),), dates, value, end.zone, end.day)


def _bare(match: re.Match[str]) -> TimePhrase:
    dates: tuple[tuple[int, int, int | None], ...] = ()
    for suffix in ("", "b", "c"):
        day, month, year = match[f"ds{suffix}"], match[f"os{suffix}"], match[f"ys{suffix}"]
        if day and month:
            number = int(month) if month.isdigit() else MONTH_OF[month]
            dates = ((int(day), number, None if not year else int(year) + (2000 if len(year) == 2 else 0)),)
    span = Span(start=match.start(), stop=match.start() + len(match.group().rstrip(" ,(")))
    return TimePhrase("at", span, ((int(match["h"]), int(match["m"])),), dates, "", ZONES.get(match["zs"] or "", ""))
