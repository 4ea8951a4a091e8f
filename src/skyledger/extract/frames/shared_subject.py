"""Second ends of the same subject: "беспилотник замечен над Ельцом и уничтожен", "two drones came in and were jammed".

What was seen, tried or sent is the subject of a passive behind "and" or "but" as well, where no other number stands.
"""

from dataclasses import replace

from skyledger.extract.context import has_negation, trap_at
from skyledger.extract.frames.fates import ENDS_OF_TRIGGERS
from skyledger.extract.reading import Reading
from skyledger.extract.scene import Scene
from skyledger.extract.verb_forms import is_passive_form
from skyledger.model.frame import Frame, Mention, Sentence
from skyledger.model.kinds import Fate, Kind

_AND = frozenset("and but и но а й і та але да then".split())
# Between the conjunction and its verb.
_HELPS = frozenset(
    "was were been got being later then both all soon eventually ultimately promptly immediately subsequently also "
    "был была было были позже потом затем вскоре сразу тут же там также оба обе все всі був була було були згодом "
    "потім невдовзі одразу відразу тут там також обидва обидві успешно успішно".split()
)
_BE = frozenset("was were been got being".split())
_OPEN = (None, Fate.LAUNCHED, Fate.AIRBORNE)
_IMPERSONAL = ("но", "то")  # "два дрони зафіксовано та подавлено"
_MOST = 6  # words between a conjunction and its verb


def ended_too(scene: Scene, sentence: Sentence, frames: list[Frame]) -> list[Frame]:
    """Return the interceptions told by a second verb of what a sentence saw, sent or attacked with.

    Args:
        scene: The document.
        sentence: Which sentence.
        frames: What was read in it of things in the air.
    """
    if any(f.kind is Kind.INTERCEPTION for f in frames):
        return []
    first = [f for f in frames if f.kind in (Kind.SIGHTING, Kind.ATTACK) and f.fate in _OPEN and f.object_span]
    if not first:
        return []
    reading = scene.reading
    for trigger in reading.in_range("trigger", sentence.start, sentence.stop):
        if trigger.value not in ENDS_OF_TRIGGERS or "weak" in trigger.flags or not _is_passive(reading, trigger):
            continue
        conjunction = _conjunction(reading, sentence, trigger)
        if conjunction is None or _has_other_subject(scene, sentence, conjunction, trigger):
            continue
        at = reading.tokens.starts[conjunction]
        subject = [f for f in first if f.object_span is not None and f.object_span.stop <= at and f.trigger.stop <= at]
        if len(subject) == 1 and _agree(reading, subject[0], trigger):
            return [_frame(scene, subject[0], trigger)]
    return []


def _is_passive(reading: Reading, trigger: Mention) -> bool:
    """Tell whether a verb says what was done to its subject: "were shot down", "сбиты"."""
    words = reading.tokens.words
    if trigger.flags & {"attr", "inf", "future"}:
        return False
    if trigger.lang == "en":
        return "past" in trigger.flags or not _BE.isdisjoint(words[trigger.start : trigger.stop])
    return is_passive_form(words[trigger.start]) or words[trigger.start].endswith(("ит", "ен", "ий", "ан"))


def _conjunction(reading: Reading, sentence: Sentence, trigger: Mention) -> int | None:
    """Return the conjunction that joins a verb, with nothing but helping words between, or None."""
    words = reading.tokens.words
    for n in range(trigger.start - 1, max(sentence.start, trigger.start - 1 - _MOST), -1):
        if reading.parted(n, n + 1, ".;:()—–\n"):
            return None
        if words[n] in _AND:
            return n
        if words[n] not in _HELPS:
            return None
    return None


def _has_other_subject(scene: Scene, sentence: Sentence, start: int, trigger: Mention) -> bool:
    """Tell whether a verb has a number or a thing of its own, is denied or is no news."""
    reading, stop = scene.reading, trigger.stop
    while stop < sentence.stop and not reading.parted(stop - 1, stop, ",.;:()—–\n"):
        stop += 1
    own = [q for q in scene.quantities_in(start, stop) if q.count is not None and not q.total]
    named = reading.starting("object", start, stop) or reading.starting("unit", trigger.stop, stop)
    denied = has_negation(reading, start, stop) or trap_at(reading, sentence, start, stop) is not None
    return bool(own or named) or denied


def _agree(reading: Reading, frame: Frame, trigger: Mention) -> bool:
    """Tell whether one thing, or several, can be the subject of a Russian or Ukrainian verb."""
    word = reading.tokens.words[trigger.start]
    if trigger.lang == "en" or word.endswith(_IMPERSONAL):
        return True
    plural = word.endswith(("ы", "і"))
    return plural == (frame.count is None or frame.count.high != 1)


def _frame(scene: Scene, frame: Frame, trigger: Mention) -> Frame:
    places = scene.places_in(trigger.start, min(trigger.stop + _MOST, len(scene.reading.tokens.words)))
    near = next((p for p in places if p.start - trigger.stop <= 1), None)
    return replace(
        frame,
        kind=Kind.INTERCEPTION,
        fate=ENDS_OF_TRIGGERS[trigger.value],
        trigger=scene.reading.span(trigger.start, trigger.stop),
        rule=f"{trigger.lang}.interception.shared",
        place=near or frame.place,
        token=trigger.start,
    )
