"""Words of sport, fiction and the like: where they say what a text is, and where only what was struck or called off.

The packs flag ``weak`` what a strike may hit or interrupt: a match, a film studio, a harvest. Such a word silences a
text only as long as the text tells no strike: a weapon, what it did, where, and what or whom it struck or when.
"""

import re
from itertools import pairwise

from skyledger.extract.reading import Reading
from skyledger.model.frame import Mention, Sentence

_STRIKES = frozenset(("hit", "debris", "attacked", "downed", "suppressed"))
_TOUCHED = frozenset(("hit", "debris", "attacked", "damage", "fire"))
_HARM = frozenset(("killed", "injured", "fire", "evacuation"))
_DONE = frozenset(("killed", "injured", "damage"))
_STRUCK = frozenset(("building", "vehicle", "apartment", "part"))
_NO_WEAPONS = frozenset(("unknown", "aircraft", "balloon"))
_WEAPON_STEMS = ("ракет", "дрон", "беспилот", "безпілот", "авиа", "авіа", "missile", "drone", "air", "shahed", "шахед")
_WHEN_STEMS = (
    *("ноч", "утр", "вечер", "днем", "сегодня", "вчера", "понедельн", "вторник", "сред", "четверг", "пятниц", "суббот"),
    *("ніч", "вноч", "уноч", "ранк", "ранок", "вечор", "вдень", "сьогодні", "вчора", "понеділ", "вівтор", "четвер"),
    *("night", "overnight", "morning", "evening", "afternoon", "yesterday", "today", "monday", "tuesday", "wednesday"),
    *("thursday", "friday", "saturday", "sunday", "п'ятниц", "субот", "воскрес", "неділ"),
)
_FIRST = 6  # sentences in which a text of news has told what happened
_FICTION = (
    *("film", "movie", "novel", "book", "game", "series", "season", "fiction", "episode", "thriller", "documentary"),
    *("фильм", "роман", "книг", "игр", "сериал", "сюжет", "спектакл", "мультфильм", "кино"),
    *("фільм", "книз", "гра", "грі", "серіал", "вистав", "комікс", "оповідан"),
)
_INSIDE = frozenset(("in", "from", "в", "во", "у", "из", "з", "із"))
# "3:1", "34:12": no clock and no date
_SCORE = re.compile(r"(?<![\d:.])(?:\d[:–-]\d|(?:2[5-9]|[3-9]\d|1[0-9]\d):\d{2,3})(?![\d:])")
_TELLING = (
    *("tell", "show", "follow", "depict", "portray", "open", "end", "about", "where", "when", "in"),
    *("рассказ", "показ", "повеств", "о", "об", "где", "начина", "про", "розпов", "де", "почина"),
)


def is_setting(reading: Reading, trap: Mention) -> bool:
    """Tell whether a trap word only says what a strike hit or interrupted: "a drone hit the film studio at night"."""
    if _is_told_inside(reading, trap):
        return False
    sentence = reading.sentence_of(trap.start)
    if "weak" not in trap.flags:
        return trap.value in _BESIDE_NEWS and is_vouched(reading, sentence)
    if _is_what_was_struck(reading, trap):
        return True
    if _SCORE.search(reading.text, sentence.first, sentence.last):
        return False
    if sentence.index == 0 and not is_strike(reading, sentence):
        return False  # a text that opens with its match or its book is about it
    return tells_strike(reading) or opens_with_a_state(reading)


def names_score(reading: Reading) -> bool:
    """Tell whether a text tells the score of a game: "2:1", "34:12"; no clock reads so."""
    return ":" in reading.text and _COLON_SCORE.search(reading.text) is not None


_COLON_SCORE = re.compile(r"(?<![\d:.,])(?:\d:\d|(?:2[5-9]|[3-9]\d|1[0-9]\d):\d{2,3})(?!:?\d)")


def _is_what_was_struck(reading: Reading, trap: Mention) -> bool:
    """Tell whether a strike or its damage is told right before the word: "влучання у художній музей"."""
    near = reading.starting("trigger", trap.start - 6, trap.start)
    return any(t.value in _TOUCHED and 0 <= trap.start - t.stop <= 3 for t in near)


def _is_told_inside(reading: Reading, trap: Mention) -> bool:
    """Tell whether what is told happens in a film or a book: "in the new film", "роман рассказывает"."""
    words = reading.tokens.words
    if not words[trap.start].startswith(_FICTION):
        return False
    before = words[max(0, trap.start - 3) : trap.start]
    behind = words[trap.stop : trap.stop + 1]
    return bool(_INSIDE.intersection(before)) or any(w.startswith(_TELLING) for w in behind)


def tells_strike(reading: Reading) -> bool:
    """Tell whether a text tells a strike in its first sentences."""
    if reading.struck is None:
        reading.struck = any(is_strike(reading, s) for s in reading.sentences[:_FIRST])
    return reading.struck


def is_strike(reading: Reading, sentence: Sentence) -> bool:
    """Tell whether a sentence tells a strike with its weapon, its place, and what it struck, harmed, or when."""
    start, stop = sentence.start, sentence.stop
    traps = reading.in_range("trap", start, stop)
    if any(t.value in _OF_ANOTHER_KIND and "weak" not in t.flags for t in traps):
        return is_vouched(reading, sentence) and not any(t.value in _NEVER_NEWS for t in traps)
    triggers = reading.in_range("trigger", start, stop)
    said = _is_said(reading, sentence)
    if not (said or _is_placed(reading, sentence)) or not _is_armed(reading, sentence):
        return False
    if any(t.value in _HARM for t in triggers) or _counts_downed(reading, sentence):
        return True
    if any(u.value in _STRUCK for u in reading.in_range("unit", start, stop)):
        return True
    return said or any(w.startswith(_WHEN_STEMS) for w in reading.tokens.words[start:stop])


_STATED = frozenset(("alert", "closure", "outage"))


def opens_with_a_state(reading: Reading) -> bool:
    """Tell whether a text opens with an alert, a closed airport or a blackout at a place, and with no other topic."""
    first = reading.sentences[0]
    triggers = {t.value for t in reading.in_range("trigger", first.start, first.stop)}
    if not triggers & _STATED or not _is_placed(reading, first) or reading.in_range("trap", first.start, first.stop):
        return False
    return "alert" in triggers or _is_armed(reading, first) or "closure" in triggers


def _counts_downed(reading: Reading, sentence: Sentence) -> bool:
    """Tell whether a sentence counts at a place what was shot down: "збито 12 шахедів над Одещиною"."""
    start, stop = sentence.start, sentence.stop
    downed = [t for t in reading.in_range("trigger", start, stop) if t.value in ("downed", "suppressed")]
    counted = reading.in_range("number", start, stop) or any(w.isdigit() for w in reading.tokens.words[start:stop])
    return bool(downed and counted) and _is_placed(reading, sentence)


_OF_ANOTHER_KIND = frozenset(("drill", "other", "anniversary", "forecast", "past"))
_BESIDE_NEWS = frozenset(("other", "anniversary"))
_NEVER_NEWS = _OF_ANOTHER_KIND - _BESIDE_NEWS


def is_vouched(reading: Reading, sentence: Sentence) -> bool:
    """Tell whether an official tells a strike with its weapon, its place and when, beside whatever else: a flood."""
    if not _is_said(reading, sentence) or not _is_placed(reading, sentence) or not _is_armed(reading, sentence):
        return False
    traps = reading.in_range("trap", sentence.start, sentence.stop)
    if any(t.value in _NEVER_NEWS and "weak" not in t.flags for t in traps):
        return False
    words = reading.tokens.words[sentence.start : sentence.stop]
    if any(w in _SENTENCED for w in words):
        return False
    parts = pairwise(words)
    return any(w.startswith(_JUST_NOW) for w in words) or any(a in _BEFORE_PARTS and b in _PARTS for a, b in parts)


_JUST_NOW = ("ночью", "утром", "сегодня", "уночі", "вночі", "вранці", "зранку", "сьогодні", "overnight", "tonight")
_BEFORE_PARTS = frozenset("last this monday tuesday wednesday thursday friday saturday sunday".split())
_PARTS = frozenset("night morning evening afternoon".split())
_SENTENCED = frozenset("court суд суда судья verdict sentenced приговор вирок trial".split())


def _is_said(reading: Reading, sentence: Sentence) -> bool:
    start, stop = sentence.start, sentence.stop
    return bool(reading.in_range("speech", start, stop)) and _names_official(reading, start, stop)


def _is_placed(reading: Reading, sentence: Sentence) -> bool:
    return any(reading.in_range(c, sentence.start, sentence.stop) for c in ("place", "place_adj"))


def _is_armed(reading: Reading, sentence: Sentence) -> bool:
    """Tell whether a sentence names a weapon that flies and what it did or whom it harmed."""
    start, stop = sentence.start, sentence.stop
    triggers = reading.in_range("trigger", start, stop)
    strikes = [t for t in triggers if t.value in _STRIKES and not t.flags & {"future", "attr"}]
    if not strikes and not any(t.value in _DONE for t in triggers):
        return False
    return any(m.value not in _NO_WEAPONS for m in reading.in_range("object", start, stop)) or any(
        w.startswith(_WEAPON_STEMS) for t in strikes for w in reading.tokens.words[t.start : t.stop]
    )


def _names_official(reading: Reading, start: int, stop: int) -> bool:
    return any(reading.in_range(c, start, stop) for c in ("role", "speaker", "body"))
