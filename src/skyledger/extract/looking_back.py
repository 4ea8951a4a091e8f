"""What is told only because somebody looks back: "three months since a missile hit", a plaque for the night when.

A day that has come round, a memorial, a memory of one night: what hangs on them happened long before.
"""

import re
from bisect import bisect_left

from skyledger.extract.reading import Reading
from skyledger.extract.time_patterns import MONTH_LOCATIVE
from skyledger.extract.word_bits import word_class
from skyledger.model.frame import Sentence, TimePhrase
from skyledger.model.text import Span
from skyledger.packs.calendar import WEEKDAY_OF

_MONTHS_RU, _MONTHS_UK = r"(?:года?|лет|месяц(?:а|ев)?|полгода)", r"(?:рік|роки|років|місяц(?:ь|і|ів)|півроку)"
_SINCE = re.compile(
    r"\b(?:months?|years?)(?: (?:have|has|had) (?:now )?(?:passed|gone by|elapsed))? since\b(?! the)|"
    rf"\b{_MONTHS_RU},? (?:как|с тех пор,? как)\b(?! можно)|\b{_MONTHS_RU} спустя\b|"
    rf"\b{_MONTHS_UK},? (?:як|відколи|відтоді,? як|з того (?:дня|часу))\b|\b{_MONTHS_UK} (?:по тому|потому)\b|"
    rf"\b(?:{_MONTHS_RU}|{_MONTHS_UK}|пів року) (?:минул[оа]|прошл[оа]|пройшл[оа]|сплинул[оа]) (?:с|со|від|з) |"
    r"\bминув рік\b"
)
# A night or day of which somebody is reminded: "the night when", "о ночи, когда".
_THE_NIGHT = re.compile(
    r"\b(?:nights?|days?|mornings?|evenings?)(?: (?:in|of) [^,.;]{3,30})?,? (?:when|on which|that)\b|"
    r"\b(?:ноч[ьи]|дн[яюеі]|день|утр[аоу]|вечер[ае]?|ніч|ночі|ранок|ранку|вечір|вечора)(?: [^,.;]{3,40})?, "
    r"(?:когда|коли|в котор\w+|у як\w+)\b"
)
_REMINDED = re.compile(
    r"\b(?:recall\w*|remember\w*|reminds?|commemorat\w*|honou?r\w*|memorial|monument|plaque|obelisk|mural|in memory|"
    r"помн\w+|вспомин\w+|вспомни\w+|напомина\w+|памят\w+|обелиск\w*|мемориал\w*|доск[аоуие]\w*|мурал\w*|стел[аыуе]|"
    r"пам'ят\w+|згаду\w+|згада\w+|нагаду\w+|спогад\w*|згадк\w+|обеліск\w*|меморіал\w*|дошк\w+)\b"
)
# "the spring attacks on Voronezh", "весенних атак".
_OF_A_SEASON = re.compile(
    r"\b(?:spring|summer|autumn|winter) (?:drone |missile |air )?(?:attack|raid|strike|assault)|"
    r"\b(?:весенн|летн|осенн|зимн|прошлогодн|веснян|літн|осінн|зимов|торішн)\w+ (?:\w+ )?"
    r"(?:атак|налет|удар|обстр|наліт|нальот)"
)
# Where somebody is reminded: "a stone stands where the missile fell", "цветы туда, где".
_THE_PLACE = re.compile(
    r"\b(?:(?:on the spot|at the spot|the place|here|stands?|laid|lie|hangs?) where|"
    r"(?:там|туда|туди|місці|месте), (?:где|де))\b"
)
_LEFT_THERE = re.compile(
    r"\b(?:stones?|crosse?s?|candles?|flowers?|toys?|wreaths?|камень|камн\w+|крест\w*|цвет\w+|свеч\w*|игрушк\w+|венк\w+|"
    r"камінь|камен\w+|хрест\w*|квіт\w+|свічк\w+|іграшк\w+|вінк\w+)\b"
)
# A month that is the subject: "October closed with 1,204 downed drones".
_MONTH = re.compile(rf"\W*(?P<month>{'|'.join(MONTH_LOCATIVE)})\b(?! \d| ?[,:—–-])")
_LOOKING = word_class(
    (
        "since спустя потому как як відколи when where когда коли где де туда туди which spring summer autumn winter "
        "рік"
    ).split()
    + list(MONTH_LOCATIVE),
    (
        *("котор", "весен", "летн", "осен", "зимн", "прошлогодн", "весн", "літн", "осін", "зимов", "торішн"),
        *("минул", "прошл", "пройшл", "сплинул"),
    ),
)
_HAD = word_class(("had",))
_ON = (["on"], ["last"], ["only"], ["as", "recently", "as"])
_TODAY = frozenset(("today", "сегодня", "сьогодні"))  # the day that has come round
_LAST = (
    "last",
    "this",
    "yesterday",
    "минувш",
    "прошедш",
    "эт",
    "сегодняшн",
    "вчераш",
    "минул",
    "ц",
    "сьогодн",
    "вчораш",
)
_NEAR = frozenset(("range", "since", "at", "ago", "day", "hours", "since_midnight", "past_day"))


def looks_back(reading: Reading, sentence: Sentence, times: list[TimePhrase]) -> TimePhrase | None:
    """Return the words by which a sentence looks back to what happened long ago, or None.

    Args:
        reading: The document.
        sentence: Which sentence.
        times: Its time phrases: one of these days is what the sentence tells of.
    """
    if (before := _day_before(reading, sentence)) is not None:
        return before
    if not reading.says(sentence, _LOOKING) or any(is_near(reading, t) for t in times):
        return None
    text = reading.tokens.folded[sentence.first : sentence.last]
    found = _month_told(reading, sentence, text)
    if found is None:
        found = _SINCE.search(text) or _OF_A_SEASON.search(text) or _night_recalled(text) or _place_recalled(text)
    if found is None:
        return None
    return TimePhrase("past", Span(start=sentence.first + found.start(), stop=sentence.first + found.end()))


def _day_before(reading: Reading, sentence: Sentence) -> TimePhrase | None:
    """Return the weekday on which something "had" happened before the news: "As recently as Sunday a raid had"."""
    if not sentence.index or not reading.says(sentence, _HAD):
        return None
    words = reading.tokens.words[sentence.start : sentence.start + 4]
    opens = next((n for n in (1, 3) if words[:n] in _ON and words[n : n + 1] and words[n] in WEEKDAY_OF), None)
    if opens is None:
        return None
    return TimePhrase("past", reading.span(sentence.start, sentence.start + opens + 1))


def is_near(reading: Reading, time: TimePhrase) -> bool:
    """Tell whether a time is of these days; a bare "night" may be any, "last night" is none but the last."""
    if time.kind in _NEAR:
        return time.value not in _TODAY
    return reading.tokens.folded.startswith(_LAST[:-2], time.span.start)


def gives_way(reading: Reading, month: TimePhrase, times: list[TimePhrase]) -> bool:
    """Tell whether a month counts nothing and these days follow it: "В октябре тихо, а этой ночью сбили 10"."""
    later = [t for t in times if t.span.start >= month.span.stop and t.kind != "month" and is_near(reading, t)]
    if not later:
        return False
    between = reading.tokens.folded[month.span.stop : later[0].span.start]
    first = bisect_left(reading.tokens.starts, month.span.stop)
    counted = reading.starting("number", first, bisect_left(reading.tokens.starts, later[0].span.start))
    return "," in between and not counted and not any(c.isdigit() for c in between)


def _night_recalled(text: str) -> re.Match[str] | None:
    night = _THE_NIGHT.search(text)
    if night is None or _REMINDED.search(text, 0, night.start()) is None:
        return None
    before = text[: night.start()].split()[-1:]
    return None if before and before[0].startswith(_LAST) else night


def _place_recalled(text: str) -> re.Match[str] | None:
    place = _THE_PLACE.search(text)
    return place if place is not None and _LEFT_THERE.search(text) else None


def _month_told(reading: Reading, sentence: Sentence, text: str) -> re.Match[str] | None:
    """Return the month a sentence begins with as its subject, if it is over."""
    if reading.tokens.words[sentence.start] not in MONTH_LOCATIVE:
        return None
    month, published = _MONTH.match(text), reading.document.published_at
    if month is None or published is None or MONTH_LOCATIVE[month["month"]] == published.month:
        return None
    return month
