"""Windows told by two ends of any form: "between Sunday evening and 5 a.m.", "с половины второго до трёх ночи".

``time_patterns.RANGE`` reads two clocks with dates. Here an end may be a clock, an hour in words, a part of the day,
midnight or noon, each with a weekday, "yesterday" or a date before or behind it; an end left out ("since Thursday
evening") leaves the window open.
"""

import re

from skyledger.extract.lazy_pattern import LazyPattern
from skyledger.extract.time_anchors import ANCHORS, Anchor, TimeText, matches
from skyledger.extract.time_ends import AHEAD, BEGINNINGS, Date, End, later_half, read_end
from skyledger.model.frame import TimePhrase
from skyledger.model.text import Span

WINDOW = LazyPattern(
    r"(?<!\w)(?P<lead>starting\s+at|(?:начиная\s+|починаючи\s+|starting\s+)?(?:с|со|з|із|зі|від|от|from|since)|between|между|між)\s+"
    + AHEAD
)
ANCHORS[WINDOW] = Anchor(
    openers=frozenset("с со з із зі від от from between между між since at".split()),
    followers=frozenset(f"{letters}*" for letters in BEGINNINGS),
)
_UNTIL = re.compile(r"\s*,?\s*(?:(?:й|и|і|and)\s+)?(?:аж\s+)?(?:до|по|to|until|till|through|up to|[-–—])\s+")
_AND = re.compile(r"\s*,?\s*(?:and|и|та|і|й|to|до|[-–—])\s+")
_BARE_DASH = re.compile(r"\s[-–—]\s")
_BETWEEN = ("between", "между", "між")


def find_windows(text: TimeText) -> list[TimePhrase]:
    """Return windows with two ends and open ones; a phrase's value is ``day word|day word`` of its ends."""
    found = []
    for match in matches(WINDOW, text):
        lead = match["lead"].split()[-1]
        first = read_end(text.folded, match.end())
        if first is None:
            continue
        joiner = (_AND if lead in _BETWEEN else _UNTIL).match(text.folded, first.stop)
        last = None if joiner is None else read_end(text.folded, joiner.end())
        if last is None and joiner is not None:
            last = _same_hour(text.folded, joiner.end(), first)
        phrase = None if last is None else _window(text.folded, match.start(), first, last)
        if phrase is None and lead not in _BETWEEN:
            phrase = _open(text.folded, match.start(), lead, first)
        if phrase is not None:
            found.append(phrase)
    return found


_PAST = re.compile(r"(?P<half>half past)|(?:a )?quarter (?:(?P<past>past)|(?P<to>to))(?!\w)")


def _same_hour(folded: str, at: int, first: End) -> End | None:
    """Return an end that leaves the hour to the other one: "between four and half past"."""
    past = _PAST.match(folded, at)
    if past is None or first.part or first.first[1]:
        return None
    hour = first.first[0], 30 if past["half"] else 15 if past["past"] else 45
    return End(hour, hour, past.end(), half=first.half)


def _window(folded: str, start: int, first: End, last: End) -> TimePhrase | None:
    if not (first.sure or last.sure):
        return None  # "с двух до пяти домов"
    if first.part and not last.sure and _BARE_DASH.search(folded, first.stop, last.stop):
        return None  # "с полуночи – девять": since then, nine
    return _phrase(folded, start, first, last)


def _phrase(folded: str, start: int, first: End, last: End) -> TimePhrase:
    begin, end = first.first, last.last
    if last.part == "midnight" and (last.day or last.date[0]) and not (first.day or first.date[0]):
        end = (24, 0)  # "between six and midnight on Sunday"
    if not first.half and not first.part and begin[0] < 12:
        evening = last.half in ("pm", "evening", "noon") and later_half(begin) < end
        into_night = last.part == "midnight" or (
            last.half in ("night", "morning", "am")
            and not first.day
            and begin > end
            and begin[0] >= 6
            and begin[1] == 0
        )
        if evening or into_night:
            begin = later_half(begin)  # "between six and midnight", "с десяти до трёх ночи"
    days = f"{first.day}|{last.day}"
    span = Span(start=start, stop=start + len(folded[start : last.stop].rstrip(" ,(")))
    return TimePhrase("range", span, (begin, end), _both_dates(first, last), days, first.zone or last.zone)


def _both_dates(first: End, last: End) -> tuple[Date, Date]:
    """Return the dates of both ends; "the 18th" is the one next to the other end's date."""
    a, b = first.date, last.date
    if last.dom and a[0]:
        b = (last.dom, a[1] if last.dom >= a[0] else a[1] % 12 + 1, None)
    elif first.dom and b[0]:
        a = (first.dom, b[1] if first.dom <= b[0] else (b[1] + 10) % 12 + 1, None)
    return a, b


def _open(folded: str, start: int, lead: str, first: End) -> TimePhrase | None:
    """Return a window without an end; "с 12 часов" counts hours as often as it names one."""
    if not first.sure and not first.dom:
        return None
    if first.part in ("noon", "midnight") and folded[start:].startswith(("з ", "із ", "зі ")):
        return None  # "з півночі" is from the north
    if lead == "from" and first.part:
        return None
    span = Span(start=start, stop=start + len(folded[start : first.stop].rstrip(" ,(")))
    date = first.date if not first.dom else (first.dom, 0, None)
    return TimePhrase("since", span, (first.first,), (date,), first.day, first.zone)
