"""Read one end of a window or one point: an hour said in any way, with the half, the day and the zone around it.

"2.20 a.m. on Wednesday", "последнего часа", "одиннадцати вечера среды", "пів на третю ночі", "just before midnight".
"""

import re
from dataclasses import dataclass

from skyledger.extract.clock_words import OPENINGS, read_clock
from skyledger.extract.lazy_pattern import LazyPattern
from skyledger.extract.time_patterns import WEEKDAY, ZONES, date_pattern
from skyledger.packs.calendar import MONTH_OF

Date = tuple[int, int, int | None]
NO_DATE: Date = (0, 0, None)

# Hours of a part of the day as the beginning and as the end of a window.
_PART_HOURS: dict[str, tuple[str, int, int]] = {
    "midnight": (r"midnight|полуноч[иь]ю?|полночь|опівночі|півночі|північчю", 0, 0),
    "noon": (r"noon|midday|полудня|полудень|полуднем|полудню|опівдня|полудні|опівдні|обеду|обеда|обіду", 12, 12),
    "breakfast": (r"breakfast(?: time)?|завтрака|завтраку|сніданку", 9, 9),
    "dawn": (r"dawn|daybreak|sunrise|first light|рассвета|рассвету|рассветом|світанку|світанком", 6, 6),
    "dusk": (r"dusk|nightfall|sunset|dark|заката|закатом|сумерек|сутінків|заходу сонця", 18, 18),
    "evening": (r"(?:late |early |the )*evening|вечера|вечеру|вечером|вечора|вечору|вечором", 18, 24),
    "morning": (r"(?:late |early |the )*morning|утра|утру|утром|ранку|ранком", 6, 8),
    "afternoon": (r"(?:the )?afternoon", 12, 18),
    "night": (r"(?:the )?night|ночи|ночі", 20, 8),
}
_PART = LazyPattern(
    r"(?:" + "|".join(f"(?P<{name}>{words})" for name, (words, _, _) in _PART_HOURS.items()) + r")(?!\w)"
)
_YESTERDAY = r"yesterday|вчера|вчерашнего|вчорашнього|учорашнього|вчора|учора|позавчера|позавчора"
_TODAY = r"today|сегодня|сегодняшнего|сьогодні|сьогоднішнього"
DAY_WORD = rf"(?:{WEEKDAY}|{_YESTERDAY}|{_TODAY})"
_BEFORE = LazyPattern(
    rf"(?:(?:on\s+)?(?P<day>{DAY_WORD}|last(?= (?:evening|night)))|{date_pattern('p')})(?:\s*,)?(?P<at>\s+at|\s+в|\s+о|\s+об)?\s+"
)
_HEDGE = LazyPattern(
    r"(?:(?:just|shortly|soon|a little|some ?time|around|about|approximately|roughly|before|after|at|примерно|приблизительно|"
    r"около|где-то|приблизно|близько|орієнтовно|десь|почти|майже)\s+)+"
)
_HALF = LazyPattern(
    r"(?:\s*(?P<am>a\.?m\b\.?)|\s*(?P<pm>p\.?m\b\.?)|\s+(?P<morning>утра|ранку|in the morning)|\s+(?P<night>ночи|ночі|at night|tonight)"
    r"|\s+(?P<evening>вечера|вечора|in the evening)|\s+(?P<noon>дня|пополудни|пополудні|in the afternoon))(?!\w)"
)
_PART_DAY = LazyPattern(
    rf"(?:\s*,)?\s+(?:on\s+)?(?P<day>{DAY_WORD}|this|last|that|the same)\s+(?P<part>morning|afternoon|evening|night|утром|вечером|ночью|ранку|вранці|ввечері|увечері|вночі|уночі|днем|вдень)(?!\w)"
)
_DAY = LazyPattern(rf"(?:\s*,)?\s+(?:on\s+|of\s+|в\s+|во\s+|у\s+)?(?P<day>{DAY_WORD})(?!\w)")
_ZONE = LazyPattern(r"\s*\(?(?P<zone>" + "|".join(sorted(ZONES, key=len, reverse=True)) + r"|z)(?!\w)\)?")
_DATE = LazyPattern(rf"(?:\s*,)?\s+(?:on\s+|of\s+|за\s+)?{date_pattern('p')}")
_DOM = LazyPattern(r"\s+(?:on\s+)?(?:the\s+)?(?P<dom>[0-3]?\d)-?(?:го|th|st|nd|rd)(?!\w)")
# What makes "4.12" or "5-7" no hour at all.
_MEASURE = LazyPattern(
    r"\s*(?:%|percent|per cent|процент|відсот|million|billion|млн|млрд|тыс|тис|thousand|km|км|kg|кг|metre|meter|метр|"
    r"degree|градус|balls?|magnitude|балл|бал(?:и|ів)|point|пункт|руб|грн|гривен|dollar|доллар|евро|долар|євро)"
)
_AM, _PM = ("am", "morning"), ("pm", "evening", "noon")


# The first two letters of what may begin an end, hedges included: of every word in the patterns above.
_FIRST_WORDS = " ".join((_HEDGE.pattern, DAY_WORD, _PART.pattern, "on last", *MONTH_OF))
_LETTERS = re.findall(r"[^\W\d_]+", re.sub(r"\\.", " ", _FIRST_WORDS))
BEGINNINGS = frozenset(word[:2] for word in _LETTERS) | frozenset(opening.strip() for opening in OPENINGS)
# Looks ahead for a number or one of them.
AHEAD = r"(?=\d|" + "|".join(b if len(b) == 2 else b + r"\s" for b in sorted(BEGINNINGS)) + ")"


@dataclass(slots=True)
class End:
    """One end as read.

    Attributes:
        clock: Hour and minute as the beginning of a window, then as its end.
        half: am, pm, morning, evening, noon, night, or "" where the words leave it open.
        day: The day in words.
        sure: Whether it can be nothing but a time.
        part: The part of the day that stands for an hour.
        unit: Whether a unit stands behind the number ("5 часов"), as behind a length of time.
    """

    first: tuple[int, int]
    last: tuple[int, int]
    stop: int
    half: str = ""
    day: str = ""
    date: Date = NO_DATE
    dom: int = 0
    zone: str = ""
    sure: bool = True
    part: str = ""
    unit: bool = False
    spoken: bool = True


def date_of(match: re.Match[str], n: str) -> Date | None:
    """Return the date in the groups of ``date_pattern(n)``."""
    for suffix in ("", "b", "c"):
        day, month, year = match[f"d{n}{suffix}"], match[f"o{n}{suffix}"], match[f"y{n}{suffix}"]
        if day and month:
            number = int(month) if month.isdigit() else MONTH_OF[month]
            if 1 <= number <= 12 and 1 <= int(day) <= 31:
                return int(day), number, None if not year else int(year) + (2000 if len(year) == 2 else 0)
    return None


def read_end(folded: str, at: int) -> End | None:
    """Return the end whose words begin at a place of a folded text, or None."""
    hedge = _HEDGE.match(folded, at)
    at = hedge.end() if hedge else at
    before = _BEFORE.match(folded, at)
    end = _hour_at(folded, before.end()) if before else None
    if end is None:
        before, end = None, _hour_at(folded, at)
    if end is None or _MEASURE.match(folded, end.stop):
        return None
    if before is not None:
        end.day = "yesterday" if before["day"] == "last" else before["day"] or ""
        end.date = date_of(before, "p") or NO_DATE
    known = end.day, end.date
    _read_tail(folded, end)
    beside = (end.day, end.date) != known or (before is not None and before["at"])  # not "on Monday two drones"
    end.sure = end.sure or bool(end.half or end.zone or beside)
    _into_half(end)
    return end


def _hour_at(folded: str, at: int) -> End | None:
    clock = read_clock(folded, at)
    if clock is not None:
        hour = (clock.hour, clock.minute)
        return End(hour, hour, clock.stop, sure=clock.sure, unit=clock.unit, spoken=clock.spoken)
    part = _PART.match(folded, at)
    if part is None or part.lastgroup is None:
        return None
    _, first, last = _PART_HOURS[part.lastgroup]
    return End((first, 0), (last, 0), part.end(), part=part.lastgroup)


def _read_tail(folded: str, end: End) -> None:
    """Read half, zone and day behind an hour, in any order."""
    for _ in range(4):
        if not end.half and not end.part and (half := _HALF.match(folded, end.stop)) is not None:
            end.half, end.stop = half.lastgroup or "", half.end()
        elif not end.zone and (zone := _ZONE.match(folded, end.stop)) is not None:
            end.zone, end.sure, end.stop = "UTC" if zone["zone"] == "z" else ZONES[zone["zone"]], True, zone.end()
        elif not end.half and not end.part and (part := _PART_DAY.match(folded, end.stop)) is not None:
            end.half, end.stop = _HALF_OF[part["part"]], part.end()
            end.day = end.day or part["day"]
        elif not end.day and not end.date[0] and (date := _DATE.match(folded, end.stop)) is not None:
            end.date, end.stop = date_of(date, "p") or NO_DATE, date.end()
        elif not end.day and not end.date[0] and (day := _DAY.match(folded, end.stop)) is not None:
            end.day, end.stop = day["day"], day.end()
        elif not end.day and not end.date[0] and not end.dom and (dom := _DOM.match(folded, end.stop)) is not None:
            end.dom, end.stop = int(dom["dom"]), dom.end()
        else:
            return


_HALF_OF = {
    **dict.fromkeys(("morning", "утром", "ранку", "вранці"), "morning"),
    **dict.fromkeys(("evening", "вечером", "ввечері", "увечері"), "evening"),
    **dict.fromkeys(("afternoon", "днем", "вдень"), "noon"),
    **dict.fromkeys(("night", "ночью", "вночі", "уночі"), "night"),
}


def _into_half(end: End) -> None:
    """Move the hour into its half of the day, and "last night" to its day."""
    hour, minute = end.first
    if (end.half in _PM and (hour < 8 or (hour < 12 and end.half != "noon"))) or (
        end.half == "night" and 6 <= hour < 12
    ):
        hour += 12
    elif end.half in ("am", "night", "morning") and hour == 12:
        hour = 0
    if end.day in ("last", "that", "this", "the same"):
        end.day = "yesterday" if end.day == "last" and hour >= 12 else ""
    if not end.part:
        end.first = end.last = (hour, minute)


def later_half(hour: tuple[int, int]) -> tuple[int, int]:
    """Return an hour of the first half of the day in the second one."""
    return (hour[0] + 12, hour[1]) if hour[0] < 12 else hour
