"""Hours beside the news: when somebody spoke of it, when a fire was out, when the alert was over.

Each is told by its clause, between commas: "..., подытожил утром глава", "в 06:15 огонь потушен", "отбой дали в 4:30".
"""

from bisect import bisect_left

from skyledger.extract.scene import Scene
from skyledger.extract.word_bits import word_class
from skyledger.model.frame import Frame, Sentence, TimePhrase

_CUTS = frozenset(",;:—–()\n.!?")
_POINTS = frozenset(("at", "part", "day", "ago"))
_ACCOUNTS = frozenset(("at", "part", "day"))
_FIRES = (
    *("огон", "огн", "плам", "пожар", "возгоран", "горени", "вогон", "вогн", "полум", "пожеж", "займан", "загорян"),
    *("fire", "flame", "blaze", "inferno"),
)
_OVER = (
    *("потуш", "затуш", "ликвидир", "локализ", "сбит", "сбил", "укрот", "усмир", "погас", "залит", "справил", "одолел"),
    *("приборк", "загас", "згас", "ліквід", "локаліз", "збит", "збил", "подол", "вгамув", "впорал", "упорал"),
    *("extinguish", "out", "contain", "control", "down", "dous", "quench", "beaten", "tam", "subdu", "smother"),
)
_BACK = (
    *("восстанов", "возобнов", "вернул", "подан", "подал", "відновл", "поверн", "заживл", "подано"),
    *("restor", "resum", "reconnect", "returned"),
)
_ENDED = word_class(stems=(*_OVER, *_BACK))
_SUPPLIES = (
    *("свет", "электр", "напряж", "питан", "вод", "тепл", "газ", "світл", "електр", "напруг", "живлен"),
    *("power", "electric", "light", "water", "heat", "supply", "supplies", "current"),
)
_BEGUN = (
    *(
        "объявл",
        "введ",
        "ввод",
        "оголош",
        "оголос",
        "запровад",
        "проголош",
        "прозвуч",
        "зазвуч",
        "начал",
        "почал",
        "ввели",
    ),
    *("declar", "impos", "proclaim", "introduc", "sound", "announc", "began", "begun", "start", "issued"),
)
_ALERTS = frozenset(("alert", "alert_lifted"))
_LIFTED = _ALERTS | {"flights", "trains", "reopening"}  # "cancelled" and "lifted" are said of flights, too


def dates_words(scene: Scene, sentence: Sentence, time: TimePhrase) -> bool:
    """Tell whether a time stands in a clause that only says who told the news: "подытожил утром глава области"."""
    if time.kind not in _ACCOUNTS:
        return False
    reading = scene.reading
    start, stop = _clause(scene, sentence, time)
    speech = reading.in_range("speech", start, stop)
    if not any(not reading.tokens.words[s.start].startswith(_BEGUN) for s in speech):
        return False
    return not any(reading.in_range(category, start, stop) for category in ("trigger", "object", "number", "agent"))


def dates_end(scene: Scene, sentence: Sentence, time: TimePhrase) -> bool:
    """Tell whether a time is when a fire was over or the light was back: "в 06:15 огонь потушен"."""
    if time.kind not in _POINTS or not scene.reading.says(sentence, _ENDED):
        return False
    start, stop = _clause(scene, sentence, time)
    words = scene.reading.tokens.words[start:stop]
    over = any(w.startswith(_OVER) for w in words) and any(w.startswith(_FIRES) for w in words)
    return over or (any(w.startswith(_BACK) for w in words) and any(w.startswith(_SUPPLIES) for w in words))


def without_alerts(scene: Scene, sentence: Sentence, times: list[TimePhrase]) -> list[TimePhrase]:
    """Return times without the hours at which an alert began or ended, which date no strike: "отбой в 4:30"."""
    alerts = scene.triggers_in(sentence, _ALERTS)
    if not alerts:
        return times
    return [t for t in times if t.kind not in ("at", "since") or not _is_of_alert(scene, sentence, t)]


def without_asides(scene: Scene, sentence: Sentence, frame: Frame, times: list[TimePhrase]) -> list[TimePhrase]:
    """Return times without those of a clause that tells of something else than the frame.

    When a bridge was shut, when jets took off or phones rang ("F-16s were scrambled at 01:20, nobody was hurt"), and
    since when a whole count runs ("two more downed, twenty-one since evening").
    """
    kept = []
    for time in times:
        if time.kind in _CLOCKED:
            start, stop = _clause(scene, sentence, time)
            told_why = stop < sentence.stop and ":" in scene.reading.gap(
                stop - 1, stop
            )  # "shut since 2:15: a drone fell"
            inside = (
                told_why
                or start <= frame.token < stop
                or any(
                    scene.reading.span(start, stop).overlaps(s)
                    for s in (frame.trigger, frame.count_span)
                    if s is not None
                )
            )
            if not inside and (_is_beside(scene, start, stop) or _is_sum(scene, time, start, stop)):
                continue
        kept.append(time)
    return kept


_CLOCKED = frozenset(("at", "since", "range", "since_midnight"))
_SHUT = (
    *("закры", "перекры", "замк", "закри", "перекри", "зачинен", "приостанов", "призупин", "closed", "shut", "blocked"),
    *("suspended", "halted", "grounded"),
)
_ALOFT = ("подня", "взлете", "вылете", "підня", "злеті", "підій", "scrambl", "airborne", "took", "dispatched")
_JETS = (
    "f-16",
    "f16",
    "f",
    "истребит",
    "винищ",
    "вертол",
    "авиац",
    "авіац",
    "fighter",
    "jet",
    "helicopter",
    "gripen",
    "typhoon",
    "rafale",
)
_WARNED = ("тривог", "тревог", "сирен", "alert", "siren", "ro-alert", "phones", "телефон", "смс", "sms")
_WHAT_HAPPENED = ("object", "agent")
_OF_STATES = frozenset(("closure", "reopening", "alert", "alert_lifted", "flights", "trains"))


def _is_beside(scene: Scene, start: int, stop: int) -> bool:
    """Tell whether a clause only tells of a closing, of jets that took off or of a warning."""
    words = scene.reading.tokens.words[start:stop]
    jets = any(w.startswith(_ALOFT) for w in words) and any(w.startswith(_JETS) for w in words)
    if jets:
        return True
    if not any(w.startswith((*_SHUT, *_WARNED)) for w in words):
        return False
    reading = scene.reading
    told = {t.value for t in reading.in_range("trigger", start, stop) if "weak" not in t.flags}
    return _OF_STATES.issuperset(told) and not any(reading.in_range(c, start, stop) for c in _WHAT_HAPPENED)


def _is_sum(scene: Scene, time: TimePhrase, start: int, stop: int) -> bool:
    """Tell whether a clause only gives a number and since when it runs: "twenty-one since evening"."""
    if time.kind not in ("since", "since_midnight") or scene.reading.in_range("trigger", start, stop):
        return False
    starts = scene.reading.tokens.starts
    return any(not time.span.start <= starts[q.start] < time.span.stop for q in scene.quantities_in(start, stop))


def begins_alert(scene: Scene, sentence: Sentence, time: TimePhrase) -> bool:
    """Tell whether an hour is when an alert began: "объявленная в 04:10, снята полтора часа спустя"."""
    start, stop = _clause(scene, sentence, time)
    return any(w.startswith(_BEGUN) for w in scene.reading.tokens.words[start:stop])


def of_airport(scene: Scene, frame: Frame, times: list[TimePhrase]) -> list[TimePhrase]:
    """Return the hours told behind an airport's own name where each of several has its own.

    "Pskov was closed from 23:10 to 04:15, Kaluga from 01:20 to 05:00"; the hours may stand before the names instead.
    """
    place = frame.place
    if place is None or len(times) < 2 or not place.member_spans:
        return times
    own = place.member_spans[0].start
    first, last = scene.reading.sentences[frame.sentence].first, scene.reading.sentences[frame.sentence].last
    here_named = [p for p in scene.places if first <= p.span.start < last]
    own = next((p.span.start for p in here_named if p.span.start <= own < p.span.stop), own)  # a list shares its hours
    names = sorted({p.span.start for p in here_named if p.member_spans} | {own})
    if len(names) < 2 or own not in names or not first <= own < last:
        return times
    order = -1 if min(t.span.start for t in times) < names[0] else 1
    here = names.index(own)
    if order > 0:
        stop = names[here + 1] if here + 1 < len(names) else last
        found = [t for t in times if own < t.span.start < stop]
    else:
        start = names[here - 1] if here else first
        found = [t for t in times if start <= t.span.start < own]
    return found or times


def _is_of_alert(scene: Scene, sentence: Sentence, time: TimePhrase) -> bool:
    """Tell whether a clause with an hour tells of an alert and of nothing else."""
    start, stop = _clause(scene, sentence, time)
    told = [t.value for t in scene.reading.in_range("trigger", start, stop) if "weak" not in t.flags]
    return not _ALERTS.isdisjoint(told) and _LIFTED.issuperset(told)


def _clause(scene: Scene, sentence: Sentence, time: TimePhrase) -> tuple[int, int]:
    """Return the tokens around a time up to the next marks."""
    reading = scene.reading
    starts = reading.tokens.starts
    first = bisect_left(starts, time.span.start)
    last = max(first + 1, bisect_left(starts, time.span.stop))
    while first > sentence.start and _CUTS.isdisjoint(reading.gap(first - 1, first)):
        first -= 1
    while last < sentence.stop and _CUTS.isdisjoint(reading.gap(last - 1, last)):
        last += 1
    return first, last
