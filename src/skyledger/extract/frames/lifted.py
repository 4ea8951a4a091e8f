"""Restrictions that were lifted, where the verb stands apart from them or leaves them out."""

from dataclasses import replace

from skyledger.extract.frames.airports_named import JOINERS
from skyledger.extract.scene import Scene
from skyledger.model.frame import Frame, Mention, Sentence
from skyledger.model.kinds import Kind

_LIMITS = ("ограничен", "обмежен", "restriction", "ковер", "килим")
_LIFTED = ("снят", "сняли", "снима", "отмен", "знят", "знима", "скасов", "lifted", "lifting")
_IMPOSED = ("введ", "вводи", "ввели", "действ", "запров", "уведен", "impos", "introd")


def is_lifted(scene: Scene, trigger: Mention) -> bool:
    """Tell whether "restrictions" are the ones lifted here: "сняты ограничения", "обмеження скасовано"."""
    reading = scene.reading
    words = reading.tokens.words[trigger.start : trigger.stop]
    if trigger.value != "closure" or not any(s in word for word in words for s in _LIMITS):
        return False
    here = reading.sentence_of(trigger.start)
    near = reading.tokens.words[max(here.start, trigger.start - 4) : trigger.start]
    after = reading.tokens.words[trigger.stop : min(here.stop, trigger.stop + 6)]
    return any(w.startswith(_LIFTED) for w in [*near, *after])


def overlaps_reopening(scene: Scene, trigger: Mention, other: Mention) -> bool:
    """Tell whether a closure word belongs to a re-opening: "сняты *временные ограничения*"."""
    near = other.value == "reopening" and abs(other.start - trigger.start) <= 3
    words = scene.reading.words(trigger.start, trigger.stop).lower()
    overlap = trigger.start < other.stop and other.start < trigger.stop
    return near and (overlap or any(s in words for s in _LIMITS))


def both_ends(scene: Scene, sentence: Sentence, frames: list[Frame]) -> list[Frame]:
    """Add the lifting an item tells under "Ограничения:": "Пенза — введены в 02:11, отменены в 06:47"."""
    words = scene.reading.tokens.words
    here = range(sentence.start, sentence.stop)
    lifted = next((n for n in here if words[n].startswith(_LIFTED)), None)
    if lifted is None:
        return frames
    kind, span = Kind.AIRSPACE_REOPENING, scene.reading.span(lifted, lifted + 1)
    opened = [
        replace(f, kind=kind, trigger=span, rule=f"{f.rule}.lifted", token=lifted)
        for f in frames
        if f.kind is Kind.AIRSPACE_CLOSURE
    ]
    imposed = any(words[n].startswith(_IMPOSED) for n in range(sentence.start, lifted))
    return [*frames, *opened] if imposed or not opened else opened


def lifted_behind(scene: Scene, sentence: Sentence, frames: list[Frame]) -> list[Frame]:
    """Return the lifting a verb without an object tells: "«Ковёр» ввели в четыре, отменили в шесть"."""
    reading, closed = scene.reading, [f for f in frames if f.kind is Kind.AIRSPACE_CLOSURE]
    if not closed or len(closed) != len(frames):
        return []
    for n in range(sentence.start + 1, sentence.stop - 1):
        if not reading.tokens.words[n].startswith(_LIFTED) or reading.tokens.starts[n] < closed[0].trigger.stop:
            continue
        opens = "," in reading.gap(n - 1, n) or reading.tokens.words[n - 1] in JOINERS
        if opens and any(n + 1 <= a <= n + 2 for a, _ in scene.stretches_in(sentence)):
            kind, span = Kind.AIRSPACE_REOPENING, reading.span(n, n + 1)
            return [replace(f, kind=kind, trigger=span, rule=f"{f.rule}.lifted", token=n) for f in closed]
    return []
