"""Figures that the text itself has overtaken: "earlier he spoke of two", "at first four, now eleven", a log's counts.

Of one speaker's running figures the last stands; the earlier ones are superseded. The later one is told by its clock
(a log's entry, "by midnight four, by six nine already"); where it has no noun and no verb of its own it is made by
:mod:`skyledger.extract.frames.updates` first.
"""

from skyledger.extract.scene import Scene
from skyledger.extract.words import MORE
from skyledger.model.frame import Frame, Sentence
from skyledger.model.kinds import ClaimStatus, Kind

_SINCE_THEN = frozenset(
    (
        "now later then by теперь сейчас позже затем уже потом к зараз тепер нині згодом потім пізніше вже до ранку "
        "итоге результате наконец finally eventually підсумку зрештою"
    ).split()
)
_AT_FIRST = frozenset("сначала сперва поначалу первоначально изначально спершу спочатку первісно initially".split())
_TOLD_STEMS = (
    "говор",
    "писал",
    "написал",
    "йшл",
    "шла",
    "писали",
    "казал",
    "spoke",
    "told",
    "spoken",
    "counted",
    "writ",
)
_BY_NOW = frozenset(
    "count total tally already now sum итог итого всего уже счет теперь підсумок разом усього вже тепер рахунок".split()
)
_UP_TO = ("by", "by part")  # times up to which a figure holds


def is_outdated(scene: Scene, sentence: Sentence, frame: Frame) -> bool:
    """Tell whether a frame gives what was told before, and is no longer so."""
    return _says_earlier(scene, sentence) or _is_recalled(scene, sentence, frame)


def mark_logged(scene: Scene, frames: list[Frame]) -> None:
    """Mark the counts of a log as superseded by a later and higher one that says it is the count by now.

    Args:
        scene: The document.
        frames: Its frames in the order of the text.
    """
    counted = [f for f in frames if f.kind is Kind.INTERCEPTION and f.count is not None and _is_entry(scene, f)]
    words = scene.reading.tokens.words
    for n, later in enumerate(counted):
        sentence = scene.reading.sentences[later.sentence]
        if _BY_NOW.isdisjoint(words[sentence.start : sentence.stop]):
            continue
        for earlier in counted[:n]:
            near = _regions_meet(scene, earlier, later) and earlier.sentence != later.sentence and not earlier.in_list
            if near and grew(earlier, later) and MORE.isdisjoint(words[earlier.token - 2 : earlier.token]):
                earlier.status = ClaimStatus.SUPERSEDED


def mark_outgrown(scene: Scene, frames: list[Frame]) -> None:
    """Mark the earlier of two figures of a sentence that hold up to different hours as superseded by the later."""
    words = scene.reading.tokens.words
    held = [f for f in frames if f.time is not None and f.time.value in _UP_TO]
    for n, later in enumerate(held):
        if MORE.intersection(words[max(0, later.token - 2) : later.token]):
            continue  # "к полуночи четыре, к утру ещё девять"
        for earlier in held[:n]:
            apart = earlier.time is not later.time and (later.place is None or later.inherited_place)
            if apart and grew(earlier, later):
                later.place, later.inherited_place = earlier.place, earlier.inherited_place
                earlier.status = ClaimStatus.SUPERSEDED


def grew(earlier: Frame, later: Frame) -> bool:
    """Tell whether the later of two frames gives a higher figure of the same thing."""
    if earlier.count is None or later.count is None or earlier.status is not ClaimStatus.CURRENT:
        return False
    same = earlier.kind is later.kind and earlier.fate is later.fate and earlier.object is later.object
    return same and earlier.count.low < later.count.low


def _is_entry(scene: Scene, frame: Frame) -> bool:
    """Tell whether a sentence is an entry of a log: it begins with a clock."""
    sentence = scene.reading.sentences[frame.sentence]
    return scene.reading.tokens.words[sentence.start].isdigit() and any(
        t.clocks and t.span.start - sentence.first <= 2 for t in scene.times_in(sentence)
    )


def _regions_meet(scene: Scene, earlier: Frame, later: Frame) -> bool:
    if later.place is None or earlier.place is None:
        return True
    return bool(_regions(scene, earlier) & _regions(scene, later))


def _regions(scene: Scene, frame: Frame) -> set[str]:
    places = scene.reading.packs.places
    ids = [i for member in (frame.place.members if frame.place is not None else ()) for i in member]
    return {places[i].region or i for i in ids if i in places} | {i for i in ids if "-" in i}


def _says_earlier(scene: Scene, sentence: Sentence) -> bool:
    """Tell whether a sentence repeats what was said before: "Ранее Гладков сообщал о двух погибших"."""
    first = scene.reading.tokens.words[sentence.start]
    return first in ("ранее", "раніше", "earlier", "previously") and bool(
        scene.reading.in_range("speech", sentence.start, sentence.stop)
    )


def _is_recalled(scene: Scene, sentence: Sentence, frame: Frame) -> bool:
    words = scene.reading.tokens.words
    traps = scene.reading.in_range("trap", sentence.start, sentence.stop)
    told = [t.stop for t in traps if t.value == "earlier" and t.start < frame.token]
    told += _said_at_first(scene, sentence, frame)
    return any(_SINCE_THEN.isdisjoint(words[stop : frame.token]) for stop in told)


def _said_at_first(scene: Scene, sentence: Sentence, frame: Frame) -> list[int]:
    """Return where "at first officials spoke of" ends, if a figure stands behind it; "at first a drone hit" tells."""
    reading, words = scene.reading, scene.reading.tokens.words
    if frame.count is None and frame.harm is None:
        return []
    first = words[sentence.start] in _AT_FIRST or words[sentence.start : sentence.start + 2] == ["at", "first"]
    if not first:
        return []
    stop = min(frame.token, sentence.stop)
    said = reading.starting("speech", sentence.start, stop)
    spoken = any(w.startswith(_TOLD_STEMS) for w in words[sentence.start : stop])
    return [sentence.start + 1] if said or spoken else []
