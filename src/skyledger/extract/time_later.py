"""Hours told by their distance from the hour before: "ten minutes later", "через полчаса", "за хвилину по тому"."""

import re
from dataclasses import replace

from skyledger.extract.lazy_pattern import LazyPattern
from skyledger.extract.time_anchors import ANCHORS, Anchor, TimeText, matches
from skyledger.model.frame import TimePhrase
from skyledger.model.text import Span

_WORDS = {
    word: number
    for number, words in (
        (1, "a an one один одну одна"),
        (2, "two два две дві"),
        (3, "three три"),
        (4, "four четыре чотири"),
        (5, "five пять п'ять"),
        (6, "six шесть шість"),
        (7, "seven семь сім"),
        (8, "eight восемь вісім"),
        (9, "nine девять дев'ять"),
        (10, "ten десять"),
        (12, "twelve двенадцать дванадцять"),
        (15, "fifteen пятнадцать п'ятнадцять"),
        (20, "twenty двадцать двадцять"),
        (25, "twenty-five"),
        (30, "thirty тридцать тридцять"),
        (40, "forty сорок"),
        (45, "forty-five"),
        (50, "fifty пятьдесят п'ятдесят"),
    )
    for word in words.split()
}
_N = r"(?:\d{1,3}|" + "|".join(sorted(_WORDS, key=len, reverse=True)) + ")"
_ENGLISH = (
    r"(?:(?:(?:about|around|some|just|only|barely|roughly)\s+)?(?:(?P<half_en>half an hour|half-an-hour|half hour)"
    r"|(?P<more_en>an hour and a half|one and a half hours)"
    rf"|(?P<n_en>{_N})\s+(?P<u_en>minutes?|mins?|hours?|hrs?))\s+(?:later|afterwards|after that)(?! than)(?!\w))"
)
_UNIT = r"(?:минут[уы]?|мин\b\.?|часа|часов|час|хвилин[уи]?|хв\b\.?|години|годину|годин)"
_HALF = "полчаса|пол часа|півгодини|пів години"
_MORE = "полтора часа|півтори години"
_AFTER = (
    rf"(?:(?:еще |ще )?через\s+(?:(?P<half_a>{_HALF})|(?P<more_a>{_MORE})|(?:(?P<n_a>{_N})\s+)?(?P<u_a>{_UNIT}))"
    r"(?!\w)(?! после| після|\s+(?:каждые|кожні)))"
)
_SINCE = (
    rf"(?:(?:(?P<half_b>{_HALF})|(?P<more_b>{_MORE})|(?P<n_b>{_N})\s+(?P<u_b>{_UNIT}))"
    r"\s+(?:спустя|потому|по тому|опісля)(?!\w))"
)
_ABOUT = rf"(?:(?P<u_c>минут|часа|часов|хвилин|годин)\s+через\s+(?P<n_c>{_N})(?!\w))"
LATER = LazyPattern(rf"(?<!\w)(?:{_ENGLISH}|{_AFTER}|{_SINCE}|{_ABOUT})")
ANCHORS[LATER] = Anchor(
    words=frozenset("later afterwards через спустя потому опісля".split()),
    stems=("after that", "по тому"),
)
_REACH = 500  # characters between an hour and what is counted from it
_DAY = 24 * 60
_GROUPS = ("en", "a", "b", "c")


def _minutes(match: re.Match[str]) -> int:
    groups = match.groupdict()
    if any(groups.get(f"half_{g}") for g in _GROUPS):
        return 30
    if any(groups.get(f"more_{g}") for g in _GROUPS):
        return 90
    unit = next(groups[f"u_{g}"] for g in _GROUPS if groups.get(f"u_{g}"))
    told = next((groups[f"n_{g}"] for g in _GROUPS if groups.get(f"n_{g}")), "1")
    number = int(told) if told.isdigit() else _WORDS[told]
    return number * (60 if unit.startswith(("h", "час", "год")) else 1)


def _clock_before(phrases: list[TimePhrase], start: int) -> TimePhrase | None:
    """Return the last hour told before a place of the text, if it is near."""
    before = [p for p in phrases if p.span.stop <= start and p.kind in ("at", "since", "range")]
    last = before[-1] if before else None
    return last if last is not None and start - last.span.stop <= _REACH and last.value != "until" else None


def with_later(text: TimeText, phrases: list[TimePhrase]) -> list[TimePhrase]:
    """Return the phrases with the hours that are counted from another one among them, in order.

    "Two hours later" without an hour before it tells nothing, and a sum that passes midnight only where no day is told.
    """
    found = list(phrases)
    for match in matches(LATER, text):
        base = _clock_before(found, match.start())
        if base is None or any(p.span.start < match.end() and match.start() < p.span.stop for p in found):
            continue
        hour, minute = base.clocks[0]
        total = hour * 60 + minute + _minutes(match)
        if total >= _DAY and (base.day or any(d[0] for d in base.dates)):
            continue
        span = Span(start=match.start(), stop=match.end())
        clock = (total // 60 % 24, total % 60)
        kept = "either" if base.value == "either" else ""
        found.append(replace(base, kind="at", span=span, clocks=(clock,), dates=base.dates[:1], value=kept))
        found.sort(key=lambda p: p.span.start)
    return found
