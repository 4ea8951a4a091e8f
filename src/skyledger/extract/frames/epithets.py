"""What was shot down, told by a participle far from its noun: "сбитый над заливом и упавший в камыши беспилотник"."""

from skyledger.extract.context import trap_at
from skyledger.extract.frames.object_types import object_type_of
from skyledger.extract.scene import Scene
from skyledger.model.frame import Frame, Mention, PlacePhrase, Quantity, Sentence
from skyledger.model.kinds import Fate, Kind

_ENDINGS = ("ый", "ая", "ое", "ые", "ого", "ую", "ий", "ой", "ому", "ым", "ых", "а", "і")
_FATES = {"downed": Fate.DOWNED, "suppressed": Fate.SUPPRESSED}
_REACH = 12  # words from a participle to its noun
_MEANS = ("ом", "ами", "ями", "ою", "ой")


def told_by_epithet(scene: Scene, sentence: Sentence, triggers: list[Mention], frames: list[Frame]) -> list[Frame]:
    """Return the frames of a sentence with the downing that a participle tells of what stands far behind it.

    Args:
        scene: The document.
        sentence: Which sentence.
        triggers: Its words of fates.
        frames: What they tell otherwise.
    """
    for trigger in triggers:
        if trigger.value not in _FATES or trigger.lang == "en" or "attr" not in trigger.flags:
            continue
        thing = _thing_behind(scene, sentence, trigger) if _opens(scene, sentence, trigger) else None
        own = [] if thing is None else scene.places_in(trigger.stop, thing.start)
        for frame in frames:
            if (
                frame.kind is Kind.INTERCEPTION
                and own
                and frame.trigger == scene.reading.span(trigger.start, trigger.stop)
            ):
                frame.place = own[0]  # "сбитые над Орлом беспилотники летели на Москву"
        if any(f.kind is Kind.INTERCEPTION for f in frames):
            return frames
        if thing is not None:
            return [*frames, _frame(scene, sentence, trigger, thing)]
    return frames


def _opens(scene: Scene, sentence: Sentence, trigger: Mention) -> bool:
    """Tell whether a participle begins the sentence or a phrase of its own, and is not denied."""
    words = scene.reading.tokens.words
    if not words[trigger.start].endswith(_ENDINGS) or trap_at(scene.reading, sentence, trigger.start, trigger.stop):
        return False
    first = trigger.start == sentence.start or scene.reading.parted(trigger.start - 1, trigger.start, ".!?—–:")
    return first and words[trigger.start - 1 : trigger.start] != ["не"]


def _thing_behind(scene: Scene, sentence: Sentence, trigger: Mention) -> Quantity | None:
    """Return what flies behind a participle with its own place or time between them."""
    stop = min(sentence.stop, trigger.stop + _REACH)
    flying = [
        q
        for q in scene.quantities_in(trigger.stop, stop)
        if q.noun is not None
        and q.noun.category == "object"
        and q.noun.value != "aircraft"
        and not scene.reading.tokens.words[q.noun.stop - 1].endswith(_MEANS)
    ]
    if (
        not flying
        or flying[0].start - trigger.stop < 2
        or scene.reading.parted(trigger.stop - 1, flying[0].start, ";:.")
    ):
        return None
    one = scene.reading.tokens.words[trigger.start].endswith(("ый", "ая", "ий", "ой"))
    fits = flying[0].count is not None and (flying[0].count.high == 1) == one
    return flying[0] if fits else None


def _frame(scene: Scene, sentence: Sentence, trigger: Mention, thing: Quantity) -> Frame:
    reading, noun = scene.reading, thing.noun
    assert noun is not None
    places: list[PlacePhrase] = scene.places_in(trigger.stop, thing.start)
    return Frame(
        Kind.INTERCEPTION,
        reading.span(trigger.start, trigger.stop),
        sentence.index,
        f"{trigger.lang}.interception.epithet",
        _FATES[trigger.value],
        object_type_of(reading, noun),
        reading.span(noun.start, noun.stop),
        thing.count,
        thing.span,
        places[0] if places else None,
        token=trigger.start,
    )
