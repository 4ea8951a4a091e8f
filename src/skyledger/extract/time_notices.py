"""Times as notices, logs and clocks write them: "0110-0545 LT 22 JUL", "2150Z", "2207220110-2207220545", "с 23-40 до 02-15"."""

import re

from skyledger.extract.lazy_pattern import LazyPattern
from skyledger.extract.time_anchors import ANCHORS, Anchor, TimeText, matches
from skyledger.extract.time_patterns import ZONES, date_pattern
from skyledger.model.frame import TimePhrase
from skyledger.model.text import Span
from skyledger.packs.calendar import MONTH_OF

_HHMM = r"(?:[01]\d|2[0-3])[0-5]\d"
_ZONE = r"(?P<z>z|lt|local(?: time)?|hrs|hours|" + "|".join(sorted((z for z in ZONES), key=len, reverse=True)) + ")"
_DAY = r"\s*,?\s*(?:on\s+)?"
# four digits are a clock where a zone, a date or a closed aerodrome says so
COMPACT = LazyPattern(
    rf"(?<![\w.,:/-])(?:(?P<clsd>clsd|closed|close|u/s|suspended|from)\s+)?(?:{date_pattern('p')}\s*,?\s+)?(?P<a>{_HHMM})\s?(?:(?P<za>z|utc|lt)\s?)?(?:[-–—/]|to|until|till)\s?(?P<b>{_HHMM})"
    rf"(?![\d.,:/-]*\d)(?:\s?\(?{_ZONE}(?!\w)\)?)?(?:{_DAY}{date_pattern('q')})?"
)
ONE = LazyPattern(
    rf"(?<![\w.,:/-])(?:(?P<lead>at|from|since|until|till|by|after|about|around|в|о|с|з|до|після|после)\s+)?(?P<a>{_HHMM})\s?\(?{_ZONE}(?!\w)\)?(?:{_DAY}{date_pattern('q')})?"
)
# YYMMDDHHMM, two of them, in UTC
TEN = LazyPattern(
    r"(?<!\d)(?P<a>2\d[01]\d[0-3]\d[0-2]\d[0-5]\d)\s?(?:[-–—/]|to|c\))\s?(?P<b>2\d[01]\d[0-3]\d[0-2]\d[0-5]\d)(?!\d)"
)
HYPHENS = LazyPattern(
    r"(?<!\w)(?:(?P<lead>с|з|із|від|в|о|об|около|близько|примерно в)\s+)(?P<ha>[012]?\d)-(?P<ma>[0-5]\d)(?!\d|-)"
    r"(?:\s+(?:до|по)\s+(?P<hb>[012]?\d)-(?P<mb>[0-5]\d)(?!\d))?(?:\s*\(?(?P<z>мск|по москве|по московскому времени|за києвом|за київським часом))?"
)
# "протягом 12–13 жовтня", "on 10-11 December": the days from one to the other
DAYS = LazyPattern(
    rf"(?<![\w.:-])(?:(?:за|протягом|упродовж|впродовж|в течение|on|during|over|between|from)\s+)?(?P<first>[0-3]?\d)\s?(?:[-–—]|and|to|и|та|і|й)\s?(?P<last>[0-3]?\d)\s+(?P<month>{'|'.join(sorted(MONTH_OF, key=len, reverse=True))})(?!\w)"
)

ANCHORS[COMPACT] = Anchor(shape=re.compile(r"\d{4}\s?(?:z|utc|lt)?\s?(?:[-–—/]|to|until|till)\s?\d{4}"), digits=4)
ANCHORS[ONE] = Anchor(shape=re.compile(rf"\d{{4}}\s?\(?{_ZONE.replace('?P<z>', '?:')}"), digits=4)
ANCHORS[TEN] = Anchor(shape=re.compile(r"\d{10}"), digits=4)
ANCHORS[HYPHENS] = Anchor(openers=frozenset("с з із від в о об около близько".split()), also=re.compile(r"\d-[0-5]\d"))
ANCHORS[DAYS] = Anchor(
    shape=re.compile(r"\d\s?(?:[-–—]|and|to|и|та|і|й)\s?\d"), digits=1, beside=tuple(f"={m}" for m in MONTH_OF)
)

_NO_DATE = (0, 0, None)


def find_noticed(text: TimeText) -> list[TimePhrase]:
    """Return windows and points written without the colon of a clock."""
    found = [_compact(m) for m in matches(COMPACT, text) if _is_clock(m)]
    for match in matches(ONE, text):
        value = {"until": "until", "till": "until", "до": "until", "by": "by", "after": "after"}.get(
            match["lead"] or "", ""
        )
        kind = "since" if match["lead"] in ("from", "since", "с", "з") else "at"
        date = _date(match, "q")
        dates = (date,) if date[0] or kind == "since" else ()
        found.append(TimePhrase(kind, _span(match), (_clock(match["a"]),), dates, value, _zone(match["z"])))
    for match in matches(TEN, text):
        (first, a), (last, b) = _ten(match["a"]), _ten(match["b"])
        found.append(TimePhrase("range", _span(match), (a, b), (first, last), "", "UTC"))
    found += [_hyphened(m) for m in matches(HYPHENS, text) if m["hb"] or m["z"]]
    found += [
        TimePhrase("days", _span(m), (), _first_and_last(m))
        for m in matches(DAYS, text)
        if int(m["first"]) < int(m["last"]) <= 31
    ]
    return found


def _is_clock(match: re.Match[str]) -> bool:
    said = match["clsd"] or match["z"] or match["za"] or _date(match, "q")[0] or _date(match, "p")[0]
    return bool(said) or (match["a"][0] == "0" and match["b"][0] == "0")


def _compact(match: re.Match[str]) -> TimePhrase:
    before, behind = _date(match, "p"), _date(match, "q")
    dates = (before or behind, _NO_DATE) if before[0] else (behind, _NO_DATE)
    return TimePhrase(
        "range", _span(match), (_clock(match["a"]), _clock(match["b"])), dates, "", _zone(match["z"] or match["za"])
    )


def _hyphened(match: re.Match[str]) -> TimePhrase:
    first = (int(match["ha"]) % 24, int(match["ma"]))
    zone = ZONES.get(match["z"] or "", "")
    if match["hb"]:
        return TimePhrase(
            "range", _span(match), (first, (int(match["hb"]) % 24, int(match["mb"]))), (_NO_DATE, _NO_DATE), "", zone
        )
    if match["lead"] in ("с", "з", "із", "від"):
        return TimePhrase("since", _span(match), (first,), (_NO_DATE,), "", zone)
    return TimePhrase("at", _span(match), (first,), (), "", zone)


def _first_and_last(match: re.Match[str]) -> tuple[tuple[int, int, None], tuple[int, int, None]]:
    month = MONTH_OF[match["month"]]
    return (int(match["first"]), month, None), (int(match["last"]), month, None)


def _clock(digits: str) -> tuple[int, int]:
    return int(digits[:2]), int(digits[2:])


def _ten(digits: str) -> tuple[tuple[int, int, int], tuple[int, int]]:
    year, month, day, hour, minute = (int(digits[i : i + 2]) for i in range(0, 10, 2))
    return (day, month, 2000 + year), (hour, minute)


def _zone(word: str | None) -> str:
    return "UTC" if word == "z" else ZONES.get(word or "", "")


def _date(match: re.Match[str], n: str) -> tuple[int, int, int | None]:
    for suffix in ("", "b", "c"):
        day, month, year = match[f"d{n}{suffix}"], match[f"o{n}{suffix}"], match[f"y{n}{suffix}"]
        if day and month:
            number = int(month) if month.isdigit() else MONTH_OF[month]
            return int(day), number, None if not year else int(year) + (2000 if len(year) == 2 else 0)
    return _NO_DATE


def _span(match: re.Match[str]) -> Span:
    closed = match.groupdict().get("clsd")
    start = match.end("clsd") + 1 if closed else match.start()
    return Span(start=start, stop=match.start() + len(match.group().rstrip(" ,(")))
