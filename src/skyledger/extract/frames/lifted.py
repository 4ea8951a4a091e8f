"""Restrictions that were lifted, where the verb stands apart from them or leaves them out."""

from dataclasses import replace

from skyledger.extract.frames.airports_named import JOINERS
from skyledger.extract.scene import Scene
from skyledger.model.frame import Frame, Mention, Sentence
from skyledger.model.kinds import Kind

_LIMITS = ("ограничен", "обмежен", "restriction", "ковер", "килим", "заборон", "запрет")
_LIFTED = (
    *("снят", "сняли", "снял", "снима", "отмен", "знят", "знял", "зняв", "знима", "скасов", "скасув"),
    *("lifted", "lifting", "removed", "scrapped", "withdrawn", "expired"),
)
_OVER = (["are", "over"], ["is", "over"], ["were", "over"], ["no", "longer"], ["are", "gone"], ["have", "ended"])
_IMPOSED = ("введ", "вводи", "ввели", "действ", "запров", "уведен", "impos", "introd")


def is_lifted(scene: Scene, trigger: Mention) -> bool:
    """Tell whether "restrictions" are the ones lifted here: "сняты ограничения", "обмеження скасовано"."""
    reading = scene.reading
    words = reading.tokens.words[trigger.start : trigger.stop]
    if trigger.value != "closure" or not any(s in word for word in words for s in _LIMITS):
        return False
    here = reading.sentence_of(trigger.start)
    if _is_told_apart(scene, here, trigger):
        return False
    near = reading.tokens.words[max(here.start, trigger.start - 4) : trigger.start]
    after = reading.tokens.words[trigger.stop : min(here.stop, trigger.stop + 8)]
    ended = next((n for n, w in enumerate(after) if w.startswith(_LIFTED)), 0)
    if any(w.startswith(_IMPOSED) for w in after[:ended]):
        return False  # "restrictions introduced at one, withdrawn at four" are told of twice
    if any(after[n : n + 2] in _OVER for n in range(len(after))):
        return True  # "restrictions at the airport are over"
    return any(w.startswith(_LIFTED) for w in [*near, *after[:_LIFTED_REACH]])


_LIFTED_REACH = 6
_FINITE = frozenset("ввели введены введено введен вводили вводились ввело запровадили запроваджено".split())
_APART = 12  # words from what was imposed to its lifting


def _is_told_apart(scene: Scene, here: Sentence, trigger: Mention) -> bool:
    """Tell whether the imposing has a verb of its own before the lifting: "ограничения ввели в час, сняли в пять"."""
    reading = scene.reading
    words = reading.tokens.words
    imposed = next((n for n in range(max(here.start, trigger.start - 4), here.stop) if words[n] in _FINITE), None)
    if imposed is None or imposed > trigger.stop + 4:
        return False
    behind = range(imposed + 1, min(here.stop, imposed + _APART))
    lifted = next((n for n in behind if words[n].startswith(_LIFTED)), None)
    if lifted is None or not _opens(scene, lifted):
        return False
    times = [a for a, _ in scene.stretches_in(here)]
    return len(times) > 1 and min(times) < lifted


def _opens(scene: Scene, n: int) -> int:
    """Return where the clause begins that a verb opens, or 0; an hour and "them" may stand before it."""
    words = scene.reading.tokens.words
    while n > 1 and (n - 1 in scene.timed or words[n - 1] in _THEM) and "," not in scene.reading.gap(n - 1, n):
        n -= 1
    return n if "," in scene.reading.gap(n - 1, n) or words[n - 1] in JOINERS else 0


_THEM = frozenset("их они её ее його їх вони".split())


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
    starts, end = reading.tokens.starts, closed[0].trigger.stop
    timed = [a for a, _ in scene.stretches_in(sentence) if starts[a] >= end]
    for n in range(sentence.start + 1, sentence.stop):
        if not reading.tokens.words[n].startswith(_LIFTED) or starts[n] < end:
            continue
        first = _opens(scene, n)
        if first and any(first <= a <= n + 3 for a in timed):
            kind, span = Kind.AIRSPACE_REOPENING, reading.span(n, n + 1)
            return [replace(f, kind=kind, trigger=span, rule=f"{f.rule}.lifted", token=n) for f in closed]
    return []
