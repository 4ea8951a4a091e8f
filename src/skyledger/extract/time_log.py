"""Times counted back or written as in a log: "last month", "two days ago", ISO ranges, the clock of an entry."""

import re

from skyledger.extract.time_anchors import ANCHORS, Anchor, TimeText, matches
from skyledger.extract.time_patterns import ZONES, date_pattern, zone_pattern
from skyledger.model.frame import TimePhrase
from skyledger.model.text import Span
from skyledger.packs.calendar import MONTH_OF

_B = r"(?<![\w])"
LAST_MONTH = re.compile(
    rf"{_B}(?:(?:in |during |over )?(?:the )?(?:last|previous) month|в прошлом месяце|(?:за )?(?:минувш|прошедш|прошл|истекш)\w+ месяц\w*|минулого місяця|(?:за )?минул\w+ місяц\w*|за месяц|за місяць)(?!\w)"
)
AGO = re.compile(
    rf"{_B}(?:(?P<week>a week ago|неделю назад|тиждень тому)|(?P<days>two|three|four|two|три|два|дві|2|3|4|5) (?:days|дня|дні) (?:ago|earlier|назад|тому))(?!\w)"
)
# the clock that opens an entry of a running text: "04:50. Над районом сбит БПЛА"
ENTRY = re.compile(
    r"(?:^|\n)[ \t*_•▪️🔴❗⚡️]*(?:[^\W\d_][\w'’-]*(?: [^\W\d_][\w'’-]*)?, (?=[^\n]{4,6}[:.—–-]\s))?"
    r"(?P<h>[01]?\d|2[0-3])[:.](?P<m>[0-5]\d)(?=\s*(?:[.|—–:-]\s*|\s)[^\W\d_])(?!\.\d)"
)
# "resumed 06:55", "04:12 local time 19 JUN": two digits, a colon and nothing of a score or a ratio about it
BARE_CLOCK = re.compile(
    rf"(?<![\d:.,/])(?<!of )(?<!на )(?P<h>[01]\d|2[0-3]):(?P<m>[0-5]\d)(?![\d:/]|\.\d){zone_pattern('x')}(?:(?:\s*(?:,|on))?\s*{date_pattern('x')})?"
)
ISO_RANGE = re.compile(
    r"(?<!\d)(?P<ya>20\d\d)-(?P<oa>\d\d)-(?P<da>\d\d)[ t](?P<ha>\d\d):?(?P<ma>\d\d)\s*(?:to|till|until|до|по|[-–—/])\s*"
    r"(?:(?P<yb>20\d\d)-(?P<ob>\d\d)-(?P<db>\d\d)[ t])?(?P<hb>\d\d):?(?P<mb>\d\d)(?!\d)\s*(?P<zb>utc|gmt|z|msk|мск)?(?!\w)"
)

ANCHORS[LAST_MONTH] = Anchor(("month", "месяц", "місяц"))
ANCHORS[AGO] = Anchor(("ago", "earlier", "назад", "тому"))
ANCHORS[ENTRY] = Anchor(shape=re.compile(r"(?:(?:^|\n)[\W_]*|, )\d\d?[:.]\d\d"))
ANCHORS[BARE_CLOCK] = Anchor(shape=re.compile(r"\d\d:\d\d"))
ANCHORS[ISO_RANGE] = Anchor(shape=re.compile(r"20\d\d-\d\d-\d\d"))
_DAYS = {"two": 2, "три": 3, "three": 3, "four": 4, "two days": 2, "два": 2, "дві": 2}


def find_logged(text: TimeText) -> list[TimePhrase]:
    """Return ISO ranges, clocks of entries, months and days counted back from publication."""
    found = []
    for match in matches(LAST_MONTH, text):
        found.append(TimePhrase("month", _span(match), (), (), "last"))
    for match in matches(AGO, text):
        days = 7 if match["week"] else _DAYS.get(match["days"]) or int(match["days"])
        found.append(TimePhrase("day", _span(match), (), (), f"-{days}"))
    for match in matches(ENTRY, text):
        span = Span(start=match.start("h"), stop=match.end("m"))
        found.append(TimePhrase("at", span, ((int(match["h"]), int(match["m"])),), (), "entry"))
    for match in matches(BARE_CLOCK, text):
        groups = match.groupdict()
        date = next(((groups[f"dx{s}"], groups[f"ox{s}"]) for s in ("", "b", "c") if groups[f"dx{s}"]), None)
        dates: tuple[tuple[int, int, int | None], ...] = ()
        if date is not None:
            month = int(date[1]) if date[1].isdigit() else MONTH_OF[date[1]]
            dates = ((int(date[0]), month, None),) if month <= 12 and 1 <= int(date[0]) <= 31 else ()
        zone = ZONES.get(match["zx"] or "", "")
        found.append(TimePhrase("at", _span(match), ((int(match["h"]), int(match["m"])),), dates, "", zone))
    for match in matches(ISO_RANGE, text):
        first = (int(match["da"]), int(match["oa"]), int(match["ya"]))
        last = (int(match["db"]), int(match["ob"]), int(match["yb"])) if match["db"] else first
        clocks = (int(match["ha"]), int(match["ma"])), (int(match["hb"]), int(match["mb"]))
        if max(first[1], last[1]) <= 12 and max(clocks)[0] <= 24 and max(first[0], last[0]) <= 31:
            zone = "UTC" if match["zb"] == "z" else ZONES.get(match["zb"] or "", "")
            found.append(TimePhrase("range", _span(match), clocks, (first, last), "", zone))
    return found


def _span(match: re.Match[str]) -> Span:
    return Span(start=match.start(), stop=match.end())
