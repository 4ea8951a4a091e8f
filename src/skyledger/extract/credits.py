"""Sentences that only name whose figures stand before them: "Данные правительства области.", "Source: Odesa police"."""

from skyledger.extract.offices import SERVICES, office_of, role_with_place
from skyledger.extract.reading import Reading
from skyledger.extract.voices import bodies_in, closes
from skyledger.model.frame import PlacePhrase, Sentence, SpeakerPhrase

_DATA = frozenset(
    (
        "данные сведения информация цифры сводка подсчеты подсчёты статистика источник дані відомості інформація "
        "зведення підрахунки джерело data figures source sources numbers information"
    ).split()
)
_LINKS = frozenset("from of by is are это от из взяты приведены надані наведені від із з це the".split())
_REACH = 3
_LONGEST = 9
_NAMED = ("role", "body", "speaker")


def credits_somebody(reading: Reading, sentence: Sentence) -> bool:
    """Tell whether a short sentence is a noun of data and whose it is."""
    words = reading.tokens.words
    if sentence.stop - sentence.start > _LONGEST or words[sentence.start] not in _DATA:
        return False
    at = sentence.start + 1
    while at < sentence.stop and words[at] in _LINKS:
        at += 1
    if reading.in_range("trigger", at, sentence.stop):
        return False
    return any(reading.starting(c, at, min(at + _REACH, sentence.stop)) for c in _NAMED)


def credited_to(reading: Reading, sentence: Sentence, places: list[PlacePhrase]) -> SpeakerPhrase | None:
    """Return the office or body whose the figures are said to be."""
    for role in reading.in_range("role", sentence.start, sentence.stop):
        place = role_with_place(reading, role, places)
        if place is not None or role.value in SERVICES:
            span = reading.span(role.start, role.stop if place is None else max(role.stop, place.stop))
            return SpeakerPhrase((), office_of(reading, role, place), place, span)
    for body, ids in bodies_in(reading, sentence):
        return SpeakerPhrase(ids, "", None, reading.span(body.start, body.stop), "word" in body.flags)
    return None


def closing_office(reading: Reading, sentence: Sentence, places: list[PlacePhrase]) -> SpeakerPhrase | None:
    """Return the office behind the last dash or in brackets: "... вісім поранених — раїс Татарстану"."""
    for role in reading.in_range("role", sentence.start, sentence.stop):
        place = role_with_place(reading, role, places)
        if place is None and role.value not in SERVICES:
            continue
        start, stop = role.start, role.stop
        if place is not None:
            start, stop = min(start, place.start), max(stop, place.stop)
        if closes(reading, sentence, start, stop):
            return SpeakerPhrase((), office_of(reading, role, place), place, reading.span(start, stop))
    return None


_HEADING = 8  # words


def heading_office(reading: Reading, sentence: Sentence, places: list[PlacePhrase]) -> SpeakerPhrase | None:
    """Return the office or body a text opens with, alone or with its day: "Областная прокуратура, 12 декабря. ..."."""
    if sentence.index or len(reading.sentences) < 2 or sentence.stop - sentence.start > _HEADING:
        return None
    if reading.in_range("trigger", sentence.start, sentence.stop) or reading.in_range(
        "speech", sentence.start, sentence.stop
    ):
        return None
    for body, ids in bodies_in(reading, sentence):
        if body.start == sentence.start and _ends_or_dates(reading, sentence, body.stop):
            return SpeakerPhrase(ids, "", None, reading.span(body.start, body.stop), "word" in body.flags)
    for role in reading.in_range("role", sentence.start, sentence.stop):
        place = role_with_place(reading, role, places)
        start = role.start if place is None else min(role.start, place.start)
        stop = role.stop if place is None else max(role.stop, place.stop)
        if start == sentence.start and _ends_or_dates(reading, sentence, stop):
            return SpeakerPhrase((), office_of(reading, role, place), place, reading.span(start, stop))
    return None


def _ends_or_dates(reading: Reading, sentence: Sentence, stop: int) -> bool:
    """Tell whether a heading ends at a token or goes on behind a mark."""
    return stop >= sentence.stop or bool(reading.gap(stop - 1, stop).strip())
