"""All but some of those told of before: "52 were sent; all but five were shot down", "из 11 сбиты все, кроме двух"."""

from dataclasses import replace

from skyledger.extract.context import is_negated, trap_at
from skyledger.extract.frames.fates import ENDS_OF_TRIGGERS
from skyledger.extract.frames.object_types import object_type_of
from skyledger.extract.frames.running import only_counted
from skyledger.extract.scene import Scene
from skyledger.model.frame import Frame, Mention, Quantity, Sentence
from skyledger.model.kinds import Kind

_ALL = frozenset("all все всех всі усі усіх всіх".split())
_BUT = frozenset("but except кроме крім окрім".split())
ANCHORS = _BUT  # no text without one of these words makes an exception
_REACH = 6  # words between the verb and "all but five"


def told_all_but(scene: Scene, sentence: Sentence, before: Quantity | None, frames: list[Frame]) -> list[Frame]:
    """Return the downing of a whole but for the exception a sentence names, or nothing.

    Args:
        scene: The document.
        sentence: Which sentence.
        before: The number of the sentence before, whose fate was not told.
        frames: What the sentence tells otherwise.
    """
    words = scene.reading.tokens.words
    if any(f.kind is Kind.INTERCEPTION and f.count is not None for f in frames):
        return []
    for left in scene.quantities_in(sentence.start, sentence.stop):
        at = left.start
        if left.count is None or left.count.stated is None or left.noun is not None or at - sentence.start < 2:
            continue
        if words[at - 1] not in _BUT or words[at - 2] not in _ALL:
            continue
        trigger = _verb(scene, sentence, at)
        whole = _whole(scene, sentence, at - 2, before)
        if trigger is None or whole is None or whole.count is None:
            continue
        if left.count.stated < whole.count.low:
            frame = _frame(scene, sentence, trigger, whole, left.count.stated)
            frame.count_span = scene.reading.span(at - 2, left.stop)
            assert frame.count is not None
            frame.count = replace(frame.count, text=frame.count_span.slice(scene.reading.text))
            return [frame]
    return []


def _verb(scene: Scene, sentence: Sentence, at: int) -> Mention | None:
    """Return the verb of downing about "all but five"."""
    reading = scene.reading
    start, stop = max(sentence.start, at - _REACH), min(sentence.stop, at + 1 + _REACH)
    for trigger in reading.in_range("trigger", start, stop):
        if trigger.value in ENDS_OF_TRIGGERS and "attr" not in trigger.flags:
            negated = is_negated(reading, trigger.start, trigger.stop)
            return None if negated or trap_at(reading, sentence, trigger.start, trigger.stop) else trigger
    return None


def _whole(scene: Scene, sentence: Sentence, stop: int, before: Quantity | None) -> Quantity | None:
    """Return the number the exception is taken from: in the sentence before "all", else in the one before."""
    here = only_counted(scene, sentence)
    whole = here if here is not None and here.stop <= stop else before
    return whole if whole is not None and whole.noun is not None and whole.count is not None else None


def _frame(scene: Scene, sentence: Sentence, trigger: Mention, whole: Quantity, left: int) -> Frame:
    reading = scene.reading
    assert whole.noun is not None
    assert whole.count is not None
    rest = whole.count.low - left
    places = scene.places_in(sentence.start, sentence.stop)
    return Frame(
        Kind.INTERCEPTION,
        reading.span(trigger.start, trigger.stop),
        sentence.index,
        f"{trigger.lang}.interception.all_but",
        ENDS_OF_TRIGGERS[trigger.value],
        object_type_of(reading, whole.noun),
        reading.span(whole.noun.start, whole.noun.stop),
        replace(whole.count, low=rest, high=rest, stated=rest),
        whole.span,
        places[0] if places else None,
        token=trigger.start,
    )
