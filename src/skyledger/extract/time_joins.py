"""Join time phrases that stand side by side and tell one time: "в ночь на 11 декабря (с 19:00)", "сегодня в 4.40"."""

from dataclasses import replace

from skyledger.model.frame import TimePhrase
from skyledger.model.text import Span


def join_neighbours(phrases: list[TimePhrase]) -> list[TimePhrase]:
    """Return the phrases with neighbours joined where one completes the other."""
    joined: list[TimePhrase] = []
    for phrase in phrases:
        last = joined[-1] if joined else None
        one = None
        if last is not None:
            gap = phrase.span.start - last.span.stop
            one = _night_with_clock(last, phrase, gap) or _with_day(last, phrase, gap)
        if one is None:
            joined.append(phrase)
        else:
            joined[-1] = one
    return joined


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
    # "at 4:40 a.m. on Wednesday"
    if kinds == ("at", "day") and not last.dates and last.value != "entry" and gap <= 2:
        return replace(last, span=span, dates=phrase.dates, day=phrase.value)
    return None
