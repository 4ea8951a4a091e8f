"""Find time phrases. Words become structure here; dates and zones are worked out by ``resolve/times.py``.

Clock times need their punctuation ("23.20"), so these patterns run over the folded text and not over tokens.
"""

import re

from skyledger.model.frame import TimePhrase
from skyledger.model.text import Span
from skyledger.packs.calendar import MONTH_OF, WEEKDAY_OF

_MONTH = "|".join(sorted(MONTH_OF, key=len, reverse=True))
_ZONES = {
    "мск": "Europe/Moscow", "по московскому времени": "Europe/Moscow", "московского времени": "Europe/Moscow",
    "moscow time": "Europe/Moscow", "msk": "Europe/Moscow", "за московським часом": "Europe/Moscow",
    "по москве": "Europe/Moscow", "kyiv time": "Europe/Kyiv", "kiev time": "Europe/Kyiv",
    "за київським часом": "Europe/Kyiv", "по киевскому времени": "Europe/Kyiv", "по киеву": "Europe/Kyiv",
    "gmt": "UTC", "utc": "UTC", "по місцевому часу": "", "за місцевим часом": "", "по местному времени": "",
    "local time": "",
}  # fmt: skip
_ZONE = r"(?:\s*\(?(?P<z{n}>" + "|".join(sorted(_ZONES, key=len, reverse=True)) + r")\b\)?)?"
_CLOCK = (
    r"(?P<h{n}>[01]?\d|2[0-4])(?!\d)(?:[.:](?P<m{n}>[0-5]\d))?(?:\s*(?P<u{n}>часов|часа|час|год\.?|години|годину|годин|hours?|h|"
    r"a\.?m\.?|p\.?m\.?|утра|вечера|ночи|дня|ранку|вечора|ночі)(?!\w))?(?:\s*(?P<u{n}b>утра|вечера|ночи|дня|ранку|вечора|ночі)(?!\w))?"
)
_DATE = (
    r"(?:(?P<d{n}>[0-3]?\d)(?:-?(?:го|st|nd|rd|th))?\s+(?:of\s+)?(?P<o{n}>" + _MONTH + r")\b\.?(?:,?\s+(?P<y{n}>20\d\d)\b)?"
    r"|(?P<o{n}c>" + _MONTH + r")\b\.?\s+(?P<d{n}c>[0-3]?\d)(?:st|nd|rd|th)?\b(?:,?\s+(?P<y{n}c>20\d\d)\b)?"
    r"|(?P<d{n}b>0?[1-9]|[12]\d|3[01])\.(?P<o{n}b>0[1-9]|1[0-2])(?:\.(?P<y{n}b>(?:20)?\d\d))?(?![\d]))"
)
_YEAR_TAIL = r"(?:\s*(?:т\.\s?г\.|с\.\s?г\.|ц\.\s?р\.|года|г\.|року|р\.))?"
_ON = r"(?:\s*(?:,|on|of))?\s*"


def _clock(n: str) -> str:
    return _CLOCK.replace("{n}", n)


def _date(n: str) -> str:
    return _DATE.replace("{n}", n)


def _zone(n: str) -> str:
    return _ZONE.replace("{n}", n)


_B = r"(?<![\w])"
_RANGE = re.compile(
    rf"{_B}(?:(?:{_date('p')}{_YEAR_TAIL}\s*,?\s+)?)(?:в период\s+|у період\s+)?(?:с|со|з|із|зі|from|between|между|між)\s+{_clock('a')}{_zone('a')}"
    rf"(?:{_ON}{_date('a')}{_YEAR_TAIL})?\s*,?\s*(?:до|по|to|until|till|and|и|та|і|[-–—])\s+{_clock('b')}{_zone('b')}"
    rf"(?:{_ON}{_date('b')}{_YEAR_TAIL})?"
)
_DASH_RANGE = re.compile(
    rf"{_B}(?P<ha>[01]?\d|2[0-4])[.:](?P<ma>[0-5]\d)\s*[-–—]\s*(?P<hb>[01]?\d|2[0-4])[.:](?P<mb>[0-5]\d)(?![\d.]){_zone('b')}"
)
_SINCE = re.compile(
    rf"{_B}(?:(?:начиная|починаючи)\s+)?(?:с|со|з|із|since|from)\s+{_clock('a')}{_zone('a')}(?:{_ON}{_date('a')}{_YEAR_TAIL})"
)
_AT = re.compile(
    rf"{_B}(?:в|во|о|об|at|около|близько|around|about|by|к|до|after|после|після)\s+(?P<ha>[01]?\d|2[0-4])(?:[.:](?P<ma>[0-5]\d))"
    rf"(?:\s*(?P<ua>a\.?m\.?|p\.?m\.?|часов|год)(?!\w))?{_zone('a')}(?:{_ON}{_date('a')}{_YEAR_TAIL})?(?![\d.:])"
)
_AT_HOUR = re.compile(
    rf"{_B}(?:в|во|о|об|at|около|близько|around|about|к|после|після|after|shortly after)\s+(?P<ha>[01]?\d|2[0-4])\s*(?P<ua>часов|часа|час|годині|a\.?m\.?|p\.?m\.?|утра|вечера|"
    rf"ночи|дня|ранку|вечора|ночі)(?!\w)(?:\s*(?P<uab>утра|вечера|ночи|дня|ранку|вечора|ночі)(?!\w))?{_zone('a')}(?:{_ON}{_date('a')}{_YEAR_TAIL})?"
)
_NIGHT_OF = re.compile(
    rf"{_B}(?:в|у)\s+(?:ночь|ніч)\s+(?:на|с|з)\s+(?:(?:сегодня|сьогодні)|(?:(?P<d0>[0-3]?\d)\s+(?:на|до|по)\s+)?{_date('a')}|(?P<wd>[а-яіїєґ']+))"
    rf"|{_B}overnight\s+(?:into|to|on)\s+{_date('c')}|{_B}(?:on\s+)?the\s+night\s+(?:of|to|into|before)\s+(?:(?P<d9>[0-3]?\d)\s*(?:[-–—]|to|and)\s*)?{_date('e')}"
)
_WEEKDAY = "|".join(sorted(WEEKDAY_OF, key=len, reverse=True))
_PARTS = {
    "evening": r"вечером|ввечері|увечері|вечерний|вечерняя|вечернего|вечерней|вечірн\w+|evening|вечора|вечер(?=\s+\d)|вечера|tonight",
    "morning": r"утром|вранці|зранку|уранці|утренн\w+|ранков\w+|morning|ранку|утра|сегодня утром|dawn|на рассвете|на світанку",
    "early": r"early(?=\s+(?:on\s+)?(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|hours))(?:\s+hours)?|early hours|раннім ранком|рано утром|рано вранці|перед рассветом|до рассвета",
    "day": r"днем|вдень|удень|в течение дня|протягом дня|упродовж дня|afternoon|daytime|дневн\w+|впродовж дня|за день|за дня|during the day",
}
_PART = re.compile(
    rf"{_B}(?:(?P<rel>вчера|учора|вчора|yesterday|сегодня|сьогодні|today|this|last|on|in the|{_WEEKDAY}|(?:on\s+)?(?:{_WEEKDAY})|{_date('a')})\s+)?"
    + "(?:" + "|".join(f"(?P<{name}>{words})" for name, words in _PARTS.items()) + r")(?!\w)"
    + rf"(?:\s+(?:of\s+|on\s+)?(?:{_date('b')}|(?P<wdb>{_WEEKDAY})))?"
)  # fmt: skip
_NIGHT = re.compile(
    rf"{_B}(?P<night>(?:за |в течение |на протяжении |протягом |упродовж |впродовж |during |over )?(?:the )?(?:минувш\w+|прошедш\w+|прошл\w+|минул\w+|цієї|цією|эт\w+|этой|сегодняшней|last|past|previous|this|нынешней)\s+"
    rf"(?:ноч\w+|ніч\w*|ночі|night)|overnight|ночью|вночі|уночі|за ночь|за ніч|в течение ночи|протягом ночі|упродовж ночі|впродовж ночі|during the night|in the night|"
    rf"через ночной|ночн(?:ой|ого|ая|ые|ых|ым|ому|ую)|нічн(?:ий|ого|ої|ої|у|ою|ому|им|а|і|их)|night-time|nighttime|through the night|at night|tonight|(?:на|под) утро)(?!\w)"
)
_DAY = re.compile(
    rf"{_B}(?:(?P<word>вчера|учора|вчора|yesterday|сегодня|сьогодні|today|позавчера|позавчора)|(?:on\s+|в\s+|во\s+|у\s+)(?P<wd>{_WEEKDAY})|(?:from\s+)?(?P<wds>monday|tuesday|wednesday|thursday|friday|saturday|sunday)(?='s\b)|(?:on\s+|за\s+)?{_date('a')}{_YEAR_TAIL})(?!\w)"
)
_SINCE_MIDNIGHT = re.compile(rf"{_B}(?:с начала (?:дня|суток)|з початку (?:доби|дня)|since midnight|с полуночи|з опівночі|від початку доби)")
_HOURS = re.compile(
    rf"{_B}(?:за|in|over|during|within|протягом|упродовж|впродовж|в течение)\s+(?:the\s+)?(?:последни[ей]\s+|останні\s+|past\s+|last\s+|минувшие\s+)?(?P<n>\d{{1,2}}|два|две|три|четыре|пять|шесть|"
    rf"дві|чотири|п'ять|шість|two|three|four|five|six|час|годину)\s*(?P<unit>часа|часов|час|годин[иу]?|hours?)?(?!\w)"
)
_PAST_DAY = re.compile(
    rf"{_B}(?:за (?:прошедшие |минувшие |последние |прошлые |истекшие )?(?:сутки|24 часа)|за (?:минулу |попередню |останню )?добу|(?:протягом|упродовж|впродовж) (?:минулої |попередньої )?доби|минулої доби|"
    rf"(?:over|in|during|within) the (?:past|last|previous) (?:24 hours|day)|в течение (?:прошедших |минувших |последних )?суток|минувших суток|за день)(?!\w)"
)
_WEEK = re.compile(
    rf"{_B}(?:earlier this week|earlier in the week|на этой неделе|ранее на этой неделе|цього тижня|раніше цього тижня|this week|в начале недели|на початку тижня)(?!\w)"
)
_PAST = re.compile(
    rf"{_B}(?:last (?:week|month|year|spring|summer|autumn|winter|fall)|earlier this (?:month|year)|на прошлой неделе|в прошлом (?:месяце|году)|минулого (?:тижня|місяця|року)|торік|"
    rf"ранее в этом месяце|за (?:январь|февраль|март|апрель|май|июнь|июль|август|сентябрь|октябрь|ноябрь|декабрь|січень|лютий|березень|квітень|травень|червень|липень|серпень|вересень|жовтень|листопад|грудень)|(?:в|у|in|back in) (?:19\d\d|20[01]\d)(?:-м)?(?: году| році)?|(?:\w+ )?(?:недел[юи]|месяц\w*|год\w*|лет|тижн\w+|місяц\w+|рок\w+) (?:назад|тому)|(?:weeks?|months?|years?|days) (?:ago|earlier)|(?:за|минул\w+|прошл\w+) (?:недел[юи]|місяць|месяц)|"
    rf"(?:несколько|кілька|two|three|several|a few|\d+) (?:дней|днів|суток|days) (?:назад|тому|ago|earlier))(?!\w)"
)
_MONTH_LOCATIVE = {
    name: number for number, names in enumerate((
        "январе січні january", "феврале лютому february", "марте березні march", "апреле квітні april", "мае травні may",
        "июне червні june", "июле липні july", "августе серпні august", "сентябре вересні september",
        "октябре жовтні october", "ноябре листопаді november", "декабре грудні december"), 1) for name in names.split()
}  # fmt: skip
_MONTH_ONLY = re.compile(rf"{_B}(?:in|back in|в|у|during|still in|ещё в|еще в)\s+(?P<month>{'|'.join(_MONTH_LOCATIVE)})(?!\w)(?!\s+\d)")
_AT_MIDNIGHT = re.compile(rf"{_B}(?:(?:shortly |just |soon )?(?:after|before|around|at)\s+midnight|после полуночи|після опівночі|в полночь|опівночі|около полуночи|до полуночи|до опівночі)(?!\w)")
_NOON = re.compile(rf"{_B}(?:at|by|around|about|к|в)\s+(?:noon|полдень|полудню)(?!\w)")


def _hour(hour: str, unit: str | None) -> int:
    value = int(hour)
    unit = (unit or "").replace(".", "")
    if unit in ("pm", "вечера", "вечора", "дня") and value < 12:
        return value + 12
    if unit in ("am", "ночи", "ночі") and value == 12:
        return 0
    return value


def _pick_clock(match: re.Match[str], n: str) -> tuple[int, int]:
    groups = match.groupdict()
    unit = groups.get(f"u{n}b") or groups.get(f"u{n}")
    if groups.get(f"u{n}b") is None and unit in ("часов", "часа", "час"):
        unit = None
    return _hour(match[f"h{n}"], unit), int(groups.get(f"m{n}") or 0)


def _pick_date(match: re.Match[str], n: str) -> tuple[int, int, int | None] | None:
    groups = match.groupdict()
    for suffix in ("", "b", "c"):
        day, month = groups.get(f"d{n}{suffix}"), groups.get(f"o{n}{suffix}")
        if day and month:
            year = groups.get(f"y{n}{suffix}")
            number = int(month) if month.isdigit() else MONTH_OF[month]
            full = None if not year else int(year) + (2000 if len(year) == 2 else 0)
            if 1 <= number <= 12 and 1 <= int(day) <= 31:
                return int(day), number, full
    return None


def _pick_zone(match: re.Match[str], *names: str) -> str:
    for name in names:
        zone = match.groupdict().get(f"z{name}")
        if zone:
            return _ZONES[zone]
    return ""


def _span(match: re.Match[str]) -> Span:
    text = match.group()
    lead = len(text) - len(text.lstrip())
    return Span(start=match.start() + lead, stop=match.start() + len(text.rstrip(" ,(")))


def _ranges(folded: str) -> list[TimePhrase]:
    found = []
    for match in _RANGE.finditer(folded):
        if match["ma"] is None and match["ua"] is None and match["mb"] is None and match["ub"] is None and not match["za"]:
            continue  # "from 5 to 7 homes" is a range of numbers
        dates = [_pick_date(match, "p"), _pick_date(match, "a"), _pick_date(match, "b")]
        first = dates[1] or dates[0]
        pair = tuple(d or (0, 0, None) for d in (first, dates[2]))
        a, b = _pick_clock(match, "a"), _pick_clock(match, "b")
        if (match["ub"] or "").startswith("p") and match["ua"] is None and a[0] < 12 and a[0] + 12 < b[0]:
            a = (a[0] + 12, a[1])
        found.append(TimePhrase("range", _span(match), (a, b), pair, "", _pick_zone(match, "a", "b")))
    for match in _DASH_RANGE.finditer(folded):
        clocks = (int(match["ha"]), int(match["ma"])), (int(match["hb"]), int(match["mb"]))
        found.append(TimePhrase("range", _span(match), clocks, ((0, 0, None), (0, 0, None)), "", _pick_zone(match, "b")))
    for match in _SINCE.finditer(folded):
        if match["ma"] is None and match["ua"] is None and not match["za"]:
            continue
        found.append(
            TimePhrase("since", _span(match), (_pick_clock(match, "a"),), (_pick_date(match, "a") or (0, 0, None),), "", _pick_zone(match, "a"))
        )
    return found


def _points(folded: str) -> list[TimePhrase]:
    found = []
    for pattern in (_AT, _AT_HOUR):
        for match in pattern.finditer(folded):
            date = _pick_date(match, "a")
            value = "after" if match.group().startswith(("после", "після", "after")) else ""
            found.append(TimePhrase("at", _span(match), (_pick_clock(match, "a"),), (date,) if date else (), value, _pick_zone(match, "a")))
    for match in _AT_MIDNIGHT.finditer(folded):
        found.append(TimePhrase("at", _span(match), ((0, 0),), (), "midnight"))
    for match in _NOON.finditer(folded):
        found.append(TimePhrase("at", _span(match), ((12, 0),), (), ""))
    return found


def _nights(folded: str) -> list[TimePhrase]:
    found = []
    for match in _NIGHT_OF.finditer(folded):
        date = _pick_date(match, "a") or _pick_date(match, "c") or _pick_date(match, "e")
        if date is None and match["wd"] and match["wd"] not in WEEKDAY_OF:
            continue
        value = match["wd"] or ""
        if match.group().startswith(("the night of", "on the night of")) and not match["d9"]:
            value = "of_evening"
        found.append(TimePhrase("night", _span(match), (), (date,) if date else (), value))
    for match in _NIGHT.finditer(folded):
        if match["night"].startswith(("ночн", "нічн")) and not re.match(r"\s+(?:атак|удар|налет|наліт|обстр|дрон|бпла|рейд|взрыв|вибух|шахед)", folded[match.end() :]):
            continue
        found.append(TimePhrase("night", _span(match), (), (), "last"))
    return found


def _parts(folded: str) -> list[TimePhrase]:
    found = []
    for match in _PART.finditer(folded):
        part = next(name for name in _PARTS if match[name])
        rel = (match["rel"] or "").removeprefix("on ").strip()
        date = _pick_date(match, "b") or _pick_date(match, "a")
        if rel == "last" and part == "evening":
            rel = "yesterday"
        if match.group().strip() in ("ранку", "утра", "вечора", "вечера", "за день", "this"):
            continue
        found.append(TimePhrase("part", _span(match), (), (date,) if date else (), f"{part} {match['wdb'] or rel}".strip()))
    return found


def _days(folded: str) -> list[TimePhrase]:
    found = []
    for match in _DAY.finditer(folded):
        date = _pick_date(match, "a")
        word = match["word"] or match["wd"] or match["wds"] or ""
        found.append(TimePhrase("day", _span(match), (), (date,) if date else (), word))
    for match in _SINCE_MIDNIGHT.finditer(folded):
        found.append(TimePhrase("since_midnight", _span(match)))
    for match in _PAST_DAY.finditer(folded):
        found.append(TimePhrase("past_day", _span(match)))
    for match in _HOURS.finditer(folded):
        if match["unit"] or match["n"] in ("час", "годину"):
            found.append(TimePhrase("hours", _span(match), (), (), match["n"]))
    for match in _WEEK.finditer(folded):
        found.append(TimePhrase("week", _span(match)))
    for match in _MONTH_ONLY.finditer(folded):
        found.append(TimePhrase("month", _span(match), (), (), str(_MONTH_LOCATIVE[match["month"]])))
    for match in _PAST.finditer(folded):
        found.append(TimePhrase("past", _span(match)))
    return found


def find_times(folded: str) -> list[TimePhrase]:
    """Return the time phrases of a folded text in order, the longer of two that overlap.

    Args:
        folded: Text after :func:`skyledger.packs.normalise.fold`.

    Returns:
        Phrases with spans in code points.
    """
    found = _ranges(folded) + _points(folded) + _nights(folded) + _parts(folded) + _days(folded)
    found.sort(key=lambda p: (p.span.start - p.span.stop, p.span.start))
    kept: list[TimePhrase] = []
    for phrase in found:
        if not any(phrase.span.overlaps(other.span) for other in kept):
            kept.append(phrase)
    kept.sort(key=lambda p: p.span.start)
    return _join_night_and_start(kept)


def _join_night_and_start(phrases: list[TimePhrase]) -> list[TimePhrase]:
    """Join "у ніч на 11 грудня (з 19:00 10 грудня)" into one window that ends with the night."""
    joined: list[TimePhrase] = []
    for phrase in phrases:
        last = joined[-1] if joined else None
        if last is not None and last.kind == "night" and last.dates and 0 <= phrase.span.start - last.span.stop <= 3:
            if phrase.kind == "since" or (phrase.kind == "at" and phrase.value == "from"):
                span = Span(start=last.span.start, stop=phrase.span.stop)
                joined[-1] = TimePhrase("night_since", span, phrase.clocks, (phrase.dates[0], last.dates[0]), "", phrase.zone)
                continue
            if phrase.kind == "range":
                joined[-1] = phrase
                continue
        joined.append(phrase)
    return joined
