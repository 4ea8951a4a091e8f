"""Windows told by two ends of any form: "between Sunday evening and 5 a.m. on Monday", "с вечера среды до пяти утра".

``time_patterns.RANGE`` reads two clocks with dates. Here an end may be a clock, a part of the day, midnight, noon or an
hour in words, each with a weekday, "yesterday" or a date before or behind it; an end left out ("since Thursday
evening") leaves the window open.
"""

import re

from skyledger.extract.time_anchors import ANCHORS, Anchor, TimeText, matches
from skyledger.extract.time_patterns import WEEKDAY, ZONES, clock_pattern, date_pattern, zone_pattern
from skyledger.model.frame import TimePhrase
from skyledger.model.text import Span
from skyledger.packs.calendar import MONTH_OF

# Hours of a part of the day as the beginning and as the end of a window.
_PART_HOURS: dict[str, tuple[str, int, int]] = {
    "midnight": (r"midnight|полуноч[иь]|опівночі|півночі", 0, 0),
    "noon": (r"noon|midday|полудня|полудень|полудню|опівдня|полудні", 12, 12),
    "dawn": (r"dawn|daybreak|sunrise|рассвета|світанку|first light", 6, 6),
    "evening": (r"(?:late |early |the )*evening|вечера|вечора", 18, 24),
    "morning": (r"(?:late |early |the )*morning|утра|ранку", 6, 8),
    "afternoon": (r"(?:the )?afternoon", 12, 18),
    "night": (r"(?:the )?night|ночи|ночі", 20, 8),
}
_ORDINALS = (
    "один|одного|одной|час|часу|one|першої/два|двух|two|другої/три|трех|three|третьої/четыре|четырех|four|четвертої/"
    "пять|пяти|five|п'ятої/шесть|шести|six|шостої/семь|семи|seven|сьомої/восемь|восьми|eight|восьмої/девять|девяти|nine|"
    "дев'ятої/десять|десяти|ten|десятої/одиннадцать|одиннадцати|eleven|одинадцятої/двенадцать|двенадцати|twelve|дванадцятої"
)
_HOUR_OF = {word: hour for hour, words in enumerate(_ORDINALS.split("/"), 1) for word in words.split("|")}
_HALF = r"утра|вечера|ночи|дня|ранку|вечора|ночі|a\.?m\.?|p\.?m\.?|in the morning|in the evening|in the afternoon|at night|this morning|this afternoon|this evening"
_LATE = (
    "вечера",
    "вечора",
    "дня",
    "pm",
    "p.m",
    "p.m.",
    "in the evening",
    "in the afternoon",
    "this evening",
    "this afternoon",
)
_YESTERDAY = r"yesterday|вчера|вчерашнего|вчорашнього|вчора|учора|позавчера|позавчора"
_DAY_WORD = rf"(?:{WEEKDAY}|{_YESTERDAY}|last(?= (?:evening|night))|today|сегодня|сегодняшнего|сьогодні|сьогоднішнього)"
_ON = r"(?:\s*,)?\s+(?:on\s+|of\s+|в\s+|во\s+|у\s+)?"


def _end(n: str) -> str:
    parts = "|".join(f"(?P<{name}{n}>{words})" for name, (words, _, _) in _PART_HOURS.items())
    hours = "|".join(sorted(_HOUR_OF, key=len, reverse=True))
    return (
        rf"(?:(?:on\s+)?(?P<pre{n}>{_DAY_WORD})(?:\s+at|\s+в|\s+о)?\s+|{date_pattern('p' + n)}\s+)?"
        rf"(?:{clock_pattern(n)}|(?P<w{n}>{hours})(?:(?:\s+(?:часов|часа|години|o'clock))?\s+(?P<wu{n}>{_HALF})|\s+o'clock|(?=\s+and\s+(?:midnight|noon)))(?!\w)|(?:{parts})(?!\w)){zone_pattern(n)}"
        rf"(?:{_ON}(?:(?P<post{n}>{_DAY_WORD})(?!\w)|{date_pattern('q' + n)}|(?:the\s+)?(?P<dom{n}>[0-3]?\d)-?(?:го|th|st|nd|rd)(?!\w)))?"
    )


WINDOW = re.compile(
    rf"(?<!\w)(?P<lead>с|со|з|із|зі|від|от|from|between|между|між|since)\s+{_end('a')}\s*,?\s*(?:(?:й|и|і|and)\s+)?(?:аж\s+)?"
    rf"(?:до|по|to|until|till|and|и|та|і|through|[-–—])\s+{_end('b')}(?!\w)"
)
OPEN = re.compile(
    rf"(?<!\w)(?P<lead>since|(?:начиная\s+)?(?:с|со)|(?:починаючи\s+)?(?:з|із|зі|від)|starting\s+(?:from|at))\s+{_end('a')}(?!\w)"
)
ANCHORS[WINDOW] = Anchor(words=frozenset("с со з із зі від от from between между між since".split()))
ANCHORS[OPEN] = Anchor(words=frozenset("с со з із зі від since starting".split()))
_CLOCK_UNITS = ("часов", "часа", "час", "годин")


def _hour(match: re.Match[str], n: str, last: bool) -> tuple[int, int]:
    groups = match.groupdict()
    if groups[f"h{n}"] is not None:
        half = (groups.get(f"u{n}b") or groups.get(f"u{n}") or "").rstrip(".")
        return _in_half(int(groups[f"h{n}"]), half), int(groups[f"m{n}"] or 0)
    if groups[f"w{n}"] is not None:
        return _in_half(_HOUR_OF[groups[f"w{n}"]], (groups[f"wu{n}"] or "").rstrip(".")), 0
    for name, (_, begin, end) in _PART_HOURS.items():
        if groups[f"{name}{n}"] is not None:
            return (end if last else begin), 0
    raise AssertionError("an end of a window has an hour")


def _in_half(hour: int, half: str) -> int:
    half = half.replace(".", "")
    if half in {w.replace(".", "") for w in _LATE} and hour < 12:
        return hour + 12
    if hour == 12 and half in ("am", "ночи", "ночі", "at night"):
        return 0
    if half == "at night" and 8 <= hour < 12:
        return hour + 12
    return hour


def _date(match: re.Match[str], n: str) -> tuple[int, int, int | None]:
    groups = match.groupdict()
    for side in ("q", "p"):
        for suffix in ("", "b", "c"):
            day, month = groups.get(f"d{side}{n}{suffix}"), groups.get(f"o{side}{n}{suffix}")
            if day and month:
                year = groups.get(f"y{side}{n}{suffix}")
                number = int(month) if month.isdigit() else MONTH_OF[month]
                if 1 <= number <= 12 and 1 <= int(day) <= 31:
                    return int(day), number, None if not year else int(year) + (2000 if len(year) == 2 else 0)
    return 0, 0, None


def _both_dates(match: re.Match[str]) -> tuple[tuple[int, int, int | None], tuple[int, int, int | None]]:
    """Return the dates of both ends; "the 18th" is the one next to the other end's date."""
    first, last = _date(match, "a"), _date(match, "b")
    if match["domb"] and first[0]:
        day = int(match["domb"])
        last = (day, first[1] if day >= first[0] else first[1] % 12 + 1, None)
    elif match["doma"] and last[0]:
        day = int(match["doma"])
        first = (day, last[1] if day <= last[0] else (last[1] + 10) % 12 + 1, None)
    return first, last


def _word(match: re.Match[str], n: str) -> str:
    word = match[f"post{n}"] or match[f"pre{n}"] or ""
    return "yesterday" if word == "last" else word  # "since last evening"


def _is_clock(match: re.Match[str], n: str) -> bool:
    """Tell whether an end is surely a time: minutes, a unit, a part of the day, a zone, or a day beside it."""
    groups = match.groupdict()
    bare = groups[f"h{n}"] is not None and not (groups[f"m{n}"] or groups[f"u{n}"] or groups[f"u{n}b"])
    return not bare or bool(groups[f"z{n}"] or _word(match, n) or _date(match, n)[0])


def _span(match: re.Match[str]) -> Span:
    return Span(start=match.start(), stop=match.start() + len(match.group().rstrip(" ,(")))


def find_windows(text: TimeText) -> list[TimePhrase]:
    """Return windows with two ends and open ones; a phrase's value is ``day word|day word`` of its ends."""
    found = []
    for match in matches(WINDOW, text):
        if not (_is_clock(match, "a") or _is_clock(match, "b")):
            continue
        first, last = _hour(match, "a", False), _hour(match, "b", True)
        if match["midnightb"] and match["wa"] and not match["wua"] and first[0] < 12:
            first = (first[0] + 12, 0)  # "between six and midnight"
        half = (match["ub"] or "").replace(".", "")
        if half == "pm" and not _is_clock(match, "a") and first[0] < 12 and first[0] + 12 < last[0]:
            first = (first[0] + 12, first[1])
        zone = ZONES.get(match["za"] or match["zb"] or "", "")
        days = f"{_word(match, 'a')}|{_word(match, 'b')}"
        found.append(TimePhrase("range", _span(match), (first, last), _both_dates(match), days, zone))
    for match in matches(OPEN, text):
        bare = match["ma"] is None and not _is_clock(match, "a")
        if bare or (match["h" + "a"] is not None and match["ma"] is None and (match["ua"] or "") in _CLOCK_UNITS):
            continue  # "с 5 домов", "с 12 часов" counts hours as often as it names one
        date = _date(match, "a")
        zone = ZONES.get(match["za"] or "", "")
        found.append(TimePhrase("since", _span(match), (_hour(match, "a", False),), (date,), _word(match, "a"), zone))
    return found
