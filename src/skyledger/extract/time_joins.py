"""Join time phrases that stand side by side and tell one time: "в ночь на 11 декабря (с 19:00)", "сегодня в 4.40"."""

import re
from dataclasses import replace

from skyledger.model.frame import TimePhrase
from skyledger.model.text import Span
from skyledger.packs.calendar import WEEKDAY_OF

_NEAR_DAYS = frozenset(("today", "yesterday", "this", "сегодня", "вчера", "сьогодні", "вчора", "учора"))


_BREAK = re.compile(r"[.!?…]?\n|[.!?…]\s")


def join_neighbours(phrases: list[TimePhrase], folded: str) -> list[TimePhrase]:
    """Return the phrases with neighbours joined where one completes the other in one sentence."""
    joined: list[TimePhrase] = []
    for phrase in phrases:
        last = joined[-1] if joined else None
        one = None
        if last is not None and not _is_break(folded, last.span.stop, phrase.span.start):
            gap = phrase.span.start - last.span.stop
            one = (
                _night_with_clock(last, phrase, gap)
                or _hour_of_night(last, phrase, folded)
                or _clock_of_part(last, phrase, gap)
                or _with_day(last, phrase, gap)
                or _dated_behind(last, phrase, folded)
            )
        if one is None:
            joined.append(phrase)
        else:
            joined[-1] = one
    return joined


def _is_break(folded: str, start: int, stop: int) -> bool:
    """Tell whether a sentence ends between two places; the point of "a.m." ends none."""
    return bool(_BREAK.match(folded, start, stop)) and not folded.endswith(("a.m", "p.m"), 0, start)


def _night_with_clock(last: TimePhrase, phrase: TimePhrase, gap: int) -> TimePhrase | None:
    """Join "у ніч на 11 грудня (з 19:00 10 грудня)" into one window that ends with the night."""
    if last.kind != "night" or not 0 <= gap <= 14:
        return None
    span = Span(start=last.span.start, stop=phrase.span.stop)
    dated = bool(phrase.dates and phrase.dates[0][0])
    if phrase.kind == "since" and not phrase.value and (last.dates or (dated and last.value == "last")):
        morning = last.dates[0] if last.dates else (0, 0, None)
        evening = phrase.dates[0] if phrase.dates else (0, 0, None)
        return TimePhrase("night_since", span, phrase.clocks, (evening, morning), "", phrase.zone)
    if phrase.kind == "range" and last.dates:
        return phrase
    return None


def _hour_of_night(last: TimePhrase, phrase: TimePhrase, folded: str) -> TimePhrase | None:
    """Join "у ніч на четвер, близько 03:15" into the hour, on the day the night ends or began."""
    if last.kind != "night" or phrase.kind != "at" or phrase.dates or phrase.day or phrase.value not in ("", "either"):
        return None
    hour = phrase.clocks[0][0]
    if folded[last.span.stop : phrase.span.start].strip() != "," or 8 < hour < 18:
        return None
    span = Span(start=last.span.start, stop=phrase.span.stop)
    if hour >= 18 or last.value.startswith("of_evening") or last.value == "before_last":
        return replace(phrase, span=span) if not last.dates else None
    day = last.value if last.value in WEEKDAY_OF else ""
    return replace(phrase, span=span, dates=last.dates[:1], day=day, value="")


def _clock_of_part(last: TimePhrase, phrase: TimePhrase, gap: int) -> TimePhrase | None:
    """Join "at about 5:20 on Friday morning", "at 10:40 on Thursday night": the part tells the day and the half."""
    clock, part = (last, phrase) if last.kind == "at" else (phrase, last)
    if clock.kind != "at" or clock.dates or clock.day or clock.value == "entry" or not 0 <= gap <= 4:
        return None
    name, _, day = part.value.partition(" ")
    if part.kind == "night":
        name = "night" if name == "of_evening" else ""
    elif part.kind != "part":
        return None
    day = day.removeprefix("on ").strip()
    if not name or not (day in WEEKDAY_OF or day in _NEAR_DAYS):
        return None
    hour, minute = clock.clocks[0]
    if hour < 12 and (name in ("evening", "late") or (name == "day" and hour < 8) or (name == "night" and hour >= 6)):
        hour += 12
    if name == "night" and hour < 6:  # "at 2 a.m. on Thursday night" leaves open which night
        return None
    span = Span(start=last.span.start, stop=phrase.span.stop)
    value = "" if clock.value == "either" else clock.value
    return replace(clock, span=span, clocks=((hour, minute),), value=value, day=day)


def _with_day(last: TimePhrase, phrase: TimePhrase, gap: int) -> TimePhrase | None:
    """Join a night, a part of the day or a clock with the day before or behind it."""
    span = Span(start=last.span.start, stop=phrase.span.stop)
    if not 0 <= gap <= 3:
        return None
    kinds = (last.kind, phrase.kind)
    if kinds == ("night", "day") and last.value == "last" and gap <= 2:
        if phrase.dates:  # "Ночью 9 декабря"
            return TimePhrase("night", span, (), phrase.dates, "")
        if phrase.value and not phrase.value.startswith(
            ("-", "today", "сегодня", "сьогодні")
        ):  # "overnight on Tuesday"
            return TimePhrase("night", span, (), (), phrase.value)
    if kinds == ("part", "day") and " " not in last.value and not last.dates and gap <= 2:  # "Утром в среду"
        return TimePhrase("part", span, (), phrase.dates, f"{last.value} {phrase.value}".strip())
    if (
        kinds == ("day", "at") and not phrase.dates and phrase.value != "entry"
    ):  # "30 жовтня близько 13:40", "Сегодня в 4.40"
        return replace(phrase, span=span, dates=last.dates, day=last.value)
    bare = last.kind == "at" and not last.dates and not last.day and last.value != "entry" and gap <= 2
    if bare and phrase.kind in ("part", "night") and (one := _in_part(last, phrase, span)) is not None:
        return one  # "at 5:20 on Friday morning", "at 10:40 on Thursday night"
    # "at 4:40 a.m. on Wednesday"
    if kinds == ("at", "day") and not last.dates and last.value != "entry" and gap <= 2:
        return replace(last, span=span, dates=phrase.dates, day=phrase.value)
    return None


_TITLE = 60  # characters between "Night attack" and the date behind it


def _dated_behind(last: TimePhrase, phrase: TimePhrase, folded: str) -> TimePhrase | None:
    """Join "Night attack on a quarter, 30 November.": a heading's date is that of its night."""
    named = folded.startswith("night ", last.span.start) and last.value == "last" and phrase.kind == "day"
    between = folded[last.span.stop : phrase.span.start]
    if not named or not phrase.dates or len(between) > _TITLE or set(".!?\n").intersection(between):
        return None
    behind = folded[phrase.span.stop - 1 : phrase.span.stop + 1]
    ends = len(behind) < 2 or bool(set(".\n:;").intersection(behind))
    span = Span(start=last.span.start, stop=phrase.span.stop)
    return TimePhrase("night", span, (), phrase.dates, "") if ends else None


def _in_part(clock: TimePhrase, part: TimePhrase, span: Span) -> TimePhrase | None:
    """Return a clock on the day whose part stands beside it, in the half of the day that part lies in."""
    (hour, minute), name = clock.clocks[0], part.value
    kind, _, day = name.partition(" ")
    if part.kind == "night":
        if not name.startswith("of_evening ") and name != "last":
            return None
        kind, day = "night", "" if name == "last" else day
    if kind in ("evening", "late", "day") and hour < 12:
        hour += 12
    if kind == "night" and 6 <= hour < 12:
        hour += 12
    if kind == "night" and hour < 6 and day:
        return None  # "at 2 a.m. on Thursday night" may be either night
    if day in ("this", "in the", "on"):
        day = ""
    value = "" if clock.value == "either" else clock.value
    day = "yesterday" if day == "last" else day
    return replace(clock, span=span, clocks=((hour, minute),), dates=part.dates, value=value, day=day)


_SAME = re.compile(r"\b(?:that(?: same)?|(?:on )?the same|(?:[ву] )?то[тй] же|того ж|тієї ж)$")


def settle_same_days(phrases: list[TimePhrase]) -> list[TimePhrase]:
    """Give "that same evening", "того ж вечора" the day of the time told before it."""
    settled: list[TimePhrase] = []
    for phrase in phrases:
        part, _, day = phrase.value.partition(" ")
        if phrase.kind == "part" and _SAME.match(day):
            before = next((t for t in reversed(settled) if _day_of(t)), None)
            if before is None:
                phrase = replace(phrase, value=part)
            elif before.dates:
                phrase = replace(phrase, value=part, dates=before.dates[:1])
            else:
                phrase = replace(phrase, value=f"{part} {_day_of(before)}")
        settled.append(phrase)
    return settled


def _day_of(phrase: TimePhrase) -> str:
    """Return what tells the day of a time: a word, or anything where it has a date."""
    if phrase.dates and phrase.dates[0][0]:
        return "date"
    if phrase.day:
        return phrase.day
    if phrase.kind == "day":
        return phrase.value
    return phrase.value.partition(" ")[2] if phrase.kind == "part" else ""
