"""Find time phrases. Words become structure here; dates and zones are worked out by ``resolve/times.py``.

Clock times need their punctuation ("23.20"), so these patterns run over the folded text and not over tokens.
"""

import re

from skyledger.extract.spoken_hours import find_spoken
from skyledger.extract.time_anchors import TimeText, matches
from skyledger.extract.time_bare import find_bare
from skyledger.extract.time_headed import find_headed
from skyledger.extract.time_joins import join_neighbours, settle_same_days
from skyledger.extract.time_later import with_later
from skyledger.extract.time_log import find_logged
from skyledger.extract.time_notices import find_noticed
from skyledger.extract.time_patterns import (
    AS_OF,
    AT,
    AT_HOUR,
    AT_MIDNIGHT,
    DASH_RANGE,
    DAY,
    HOURS,
    MONTH_LOCATIVE,
    MONTH_ONLY,
    NIGHT,
    NIGHT_OF,
    NOON,
    PART,
    PARTS,
    PAST,
    PAST_DAY,
    RANGE,
    SINCE,
    SINCE_MIDNIGHT,
    WEEK,
    WEEKDAY_NIGHT,
    WEEKEND,
    YEAR,
    ZONES,
)
from skyledger.extract.time_zones import with_zone_of_text
from skyledger.extract.windows import find_windows
from skyledger.model.frame import TimePhrase
from skyledger.model.text import Span
from skyledger.packs.calendar import MONTH_OF, WEEKDAY_OF
from skyledger.packs.normalise import Tokens


def _hour(hour: str, unit: str | None) -> int:
    value = int(hour)
    unit = (unit or "").replace(".", "")
    if unit in ("pm", "вечера", "вечора", "дня") and value < 12:
        return value + 12
    if unit in ("am", "ночи", "ночі") and value == 12:
        return 0
    return value


def _group(match: re.Match[str], name: str) -> str | None:
    """Return a group, None where the pattern has none of the name; ``groupdict`` would read them all."""
    return match[name] if name in match.re.groupindex else None


def _pick_clock(match: re.Match[str], n: str) -> tuple[int, int]:
    half = _group(match, f"u{n}b")
    unit = half or _group(match, f"u{n}")
    if half is None and unit in ("часов", "часа", "час"):
        unit = None
    return _hour(match[f"h{n}"], unit), int(_group(match, f"m{n}") or 0)


def _pick_date(match: re.Match[str], n: str) -> tuple[int, int, int | None] | None:
    for suffix in ("", "b", "c"):
        day = match[f"d{n}{suffix}"]
        month = day and match[f"o{n}{suffix}"]
        if day and month:
            year = match[f"y{n}{suffix}"]
            number = int(month) if month.isdigit() else MONTH_OF[month]
            full = None if not year else int(year) + (2000 if len(year) == 2 else 0)
            if 1 <= number <= 12 and 1 <= int(day) <= 31:
                return int(day), number, full
    return None


def _pick_zone(match: re.Match[str], *names: str) -> str:
    for name in names:
        zone = _group(match, f"z{name}")
        if zone:
            return ZONES[zone]
    return ""


def _span(match: re.Match[str]) -> Span:
    text = match.group()
    lead = len(text) - len(text.lstrip())
    return Span(start=match.start() + lead, stop=match.start() + len(text.rstrip(" ,(")))


def _ranges(text: TimeText) -> list[TimePhrase]:
    found = []
    for match in matches(RANGE, text):
        if (
            match["ma"] is None
            and match["ua"] is None
            and match["mb"] is None
            and match["ub"] is None
            and not match["za"]
        ):
            continue  # "from 5 to 7 homes" is a range of numbers
        dates = [_pick_date(match, "p"), _pick_date(match, "a"), _pick_date(match, "b")]
        first = dates[1] or dates[0]
        pair = tuple(d or (0, 0, None) for d in (first, dates[2]))
        a, b = _pick_clock(match, "a"), _pick_clock(match, "b")
        if (match["ub"] or "").startswith("p") and match["ua"] is None and a[0] < 12 and a[0] + 12 < b[0]:
            a = (a[0] + 12, a[1])
        found.append(TimePhrase("range", _span(match), (a, b), pair, "", _pick_zone(match, "a", "b")))
    for match in matches(DASH_RANGE, text):
        clocks = (int(match["ha"]), int(match["ma"])), (int(match["hb"]), int(match["mb"]))
        found.append(
            TimePhrase("range", _span(match), clocks, ((0, 0, None), (0, 0, None)), "", _pick_zone(match, "b"))
        )
    for match in matches(SINCE, text):
        if match["ma"] is None and match["ua"] is None and not match["za"]:
            continue
        found.append(
            TimePhrase(
                "since",
                _span(match),
                (_pick_clock(match, "a"),),
                (_pick_date(match, "a") or (0, 0, None),),
                "",
                _pick_zone(match, "a"),
            )
        )
    return found


_BEFORE_AFTER = (
    dict.fromkeys(("после", "після", "after"), "after") | dict.fromkeys(("by", "к", "before"), "by") | {"до": "until"}
)


def _points(text: TimeText) -> list[TimePhrase]:
    found = []
    for pattern in (AT, AT_HOUR):
        for match in matches(pattern, text):
            date = _pick_date(match, "a")
            first = match.group().split(None, 1)[0]
            value = _BEFORE_AFTER.get(first, "")
            found.append(
                TimePhrase(
                    "at",
                    _span(match),
                    (_pick_clock(match, "a"),),
                    (date,) if date else (),
                    value,
                    _pick_zone(match, "a"),
                )
            )
    for match in matches(AT_MIDNIGHT, text):
        found.append(TimePhrase("at", _span(match), ((0, 0),), (), "midnight"))
    for match in matches(NOON, text):
        by = match.group().startswith(("by ", "к ", "до "))
        found.append(TimePhrase("at", _span(match), ((12, 0),), (), "by" if by else ""))
    return found


# "ночная атака", "ночное закрытие": a night that is told by an adjective, but not the night shift or the night train
_NIGHTLY = (
    r"\s+(?:смен|клуб|дежурн|магазин|поезд|сторож|поїзд|потяг|змін|чергов|аптек|небе|небо|неба|город|міст|темнот|темряв|рейс|"
    r"маршрут|автобус|бар|жизн|житт|прицел|приціл|видени|баченн|снимк|знімк|тариф|кошмар|охотник|мисливц|ведьм|відьм|кур)"
)


_NOUN = re.compile(r"\s+[^\W\d_]")


def _nights(text: TimeText) -> list[TimePhrase]:
    found = []
    for match in matches(NIGHT_OF, text):
        date = _pick_date(match, "a") or _pick_date(match, "c") or _pick_date(match, "e")
        if date is not None and match["d7"]:
            date = (int(match["d7"]), date[1] if int(match["d7"]) > date[0] else date[1] % 12 + 1, date[2])
        if match["dom"]:
            date = (int(match["dom"]), 0, None)  # "в ночь на 11-е"
        if date is None and match["wd"] and match["wd"] not in WEEKDAY_OF:
            continue
        value = match["wd"] or ""
        if match["of"] == "of" and not (match["d9"] or match["d7"]):
            value = "of_evening"
        found.append(TimePhrase("night", _span(match), (), (date,) if date else (), value))
    for match in matches(WEEKDAY_NIGHT, text):
        value = f"of_evening {match['wd']}" if match["wd"] else match["to"] or match["into"]
        found.append(TimePhrase("night", _span(match), (), (), value))
    for match in matches(NIGHT, text):
        if match["night"].startswith(("ночн", "нічн")) and (
            re.match(_NIGHTLY, text.folded[match.end() :]) or not _NOUN.match(text.folded, match.end())
        ):
            continue
        value = "before_last" if match["night"].startswith(("the night before last", "поза")) else "last"
        value = "tonight" if match["night"] == "tonight" else value
        found.append(TimePhrase("night", _span(match), (), (), value))
    return found


# "Morning neighbours", "Evening all": who is greeted by what opens a sentence
_GREETED = re.compile(r",? (?:all|everyone|everybody|folks|guys|lads|friends|neighbou?rs|dear)(?!\w)")
_GREETINGS = ("good ", "добрый ", "доброе ", "доброго ", "добрий ", "добрый, ")


def _is_greeting(text: TimeText, start: int, stop: int) -> bool:
    """Tell whether a part of the day only greets: "good morning", "morning neighbours"."""
    if text.folded.endswith(_GREETINGS, 0, start):
        return True
    opens = text.folded[max(0, start - 2) : start].strip(" ") in ("", ".", "!", "?", "\n")
    return opens and bool(_GREETED.match(text.folded, stop))


def _parts(text: TimeText) -> list[TimePhrase]:
    found = []
    for match in matches(PART, text):
        part = next(name for name in PARTS if match[name])
        rel = (match["rel"] or "").removeprefix("on ").strip()
        date = _pick_date(match, "b") or _pick_date(match, "a")
        if rel == "last" and part == "evening":
            rel = "yesterday"
        if match.group().strip() in ("ранку", "утра", "вечора", "вечера", "за день", "this"):
            continue
        if AS_OF.search(text.folded, max(0, match.start() - 16), match.start()):
            continue
        if _is_greeting(text, match.start(part), match.end(part)):
            continue
        if match.group().startswith(("дневн", "денн")) and re.match(_NIGHTLY, text.folded[match.end() :]):
            continue  # "дневной смены"
        found.append(
            TimePhrase("part", _span(match), (), (date,) if date else (), f"{part} {match['wdb'] or rel}".strip())
        )
    return found


def _days(text: TimeText) -> list[TimePhrase]:
    found = []
    for match in matches(DAY, text):
        if AS_OF.search(text.folded, max(0, match.start() - 30), match.start()):
            continue
        date = _pick_date(match, "a")
        word = match["word"] or match["wd"] or match["wds"] or ""
        if match["wdp"]:
            word = f"last {match['wdp']}"
        found.append(TimePhrase("day", _span(match), (), (date,) if date else (), word))
    for match in matches(SINCE_MIDNIGHT, text):
        found.append(TimePhrase("since_midnight", _span(match)))
    for match in matches(PAST_DAY, text):
        found.append(TimePhrase("past_day", _span(match)))
    for match in matches(HOURS, text):
        if match["unit"] or match["n"] in ("час", "годину"):
            found.append(TimePhrase("hours", _span(match), (), (), match["n"]))
    for match in matches(WEEK, text):
        found.append(TimePhrase("week", _span(match)))
    for match in matches(WEEKEND, text):
        found.append(TimePhrase("days", _span(match), (), (), "weekend"))
    for match in matches(MONTH_ONLY, text):
        year = f"/{match['year']}" if match["year"] else ""
        found.append(TimePhrase("month", _span(match), (), (), str(MONTH_LOCATIVE[match["month"]]) + year))
    for match in matches(YEAR, text):
        found.append(TimePhrase("month", _span(match), (), (), f"1/{match['year']}"))
    for match in matches(PAST, text):
        found.append(TimePhrase("past", _span(match)))
    return found


def find_times(tokens: Tokens, bits: list[int] | None = None) -> list[TimePhrase]:
    """Return the time phrases of a text in order, the longer of two that overlap.

    Args:
        tokens: Of the text; the patterns run over its folded characters, since clocks need their punctuation.
        bits: Classes of its words, where they are known.

    Returns:
        Phrases with spans in code points.
    """
    text = TimeText(tokens, bits)
    found = _ranges(text) + _points(text) + _nights(text) + _parts(text) + _days(text)
    found += find_windows(text) + find_logged(text) + find_noticed(text) + find_spoken(text) + find_bare(text)
    found += find_headed(text)
    if len(found) < 2:
        return with_zone_of_text(tokens.folded, with_later(text, found) if found else found)
    found.sort(key=lambda p: (p.span.start - p.span.stop, p.span.start))
    kept: list[TimePhrase] = []
    taken = bytearray(len(tokens.folded))
    for phrase in found:
        start, stop = phrase.span.start, phrase.span.stop
        if taken.find(1, start, stop) < 0:
            taken[start:stop] = b"\x01" * (stop - start)
            kept.append(phrase)
    kept.sort(key=lambda p: p.span.start)
    return with_zone_of_text(tokens.folded, with_later(text, settle_same_days(join_neighbours(kept, text.folded))))
