"""Words no pack knows where a place, a weapon or a thing counted should stand: doubts that let the packs grow.

Only what a claim stands beside is reported: a novel has many names.
"""

from skyledger.extract.repeats import COUNTED
from skyledger.extract.scene import Scene
from skyledger.extract.unknown_places import UNKNOWN
from skyledger.extract.words import AFTER_ELLIPTIC, PHRASE_BREAKS
from skyledger.model.frame import Frame, Quantity

_QUOTES = " \u00a0\"«“„'"


def note_unknown(scene: Scene, frames: list[Frame]) -> None:
    """Record every word no pack knows beside the claims of a document."""
    reading = scene.reading
    told = {reading.sentence_of(f.token).index for f in frames}
    for phrase in scene.places:
        if reading.sentence_of(phrase.start).index not in told or phrase.role != "place":
            continue
        for ids, span in zip(phrase.members, phrase.member_spans, strict=False):
            if any(i.startswith(UNKNOWN) for i in ids):
                scene.note("place.unknown", span, "no pack knows this name, which stands where a place stands")
    if not any(f.kind in COUNTED for f in frames):
        return
    counted = {f.count_span for f in frames if f.count_span is not None}
    flown = {reading.sentence_of(f.token).index for f in frames if f.kind in COUNTED}
    for quantity in scene.quantities:
        if quantity.count is None or quantity.span in counted or quantity.noun is not None:
            continue
        if quantity.start and reading.sentence_of(quantity.start).index in flown:
            _note_thing(scene, quantity)


def _note_thing(scene: Scene, quantity: Quantity) -> None:
    """Record what a number counts when no pack knows it: a name in quotes or capitals is a weapon, else a unit."""
    reading = scene.reading
    token = quantity.stop
    if token >= len(reading.tokens.words) or reading.gap(token - 1, token).strip(_QUOTES):
        return
    word = reading.tokens.words[token]
    quoted = bool(reading.gap(token - 1, token).strip(" \u00a0"))
    if not word.isalpha() or len(word) < 3 or word in AFTER_ELLIPTIC or word in PHRASE_BREAKS:
        return
    if reading.is_known(token):
        return
    name = quoted or reading.is_capitalised(token)
    code = "object.unknown" if name else "unit.unknown"
    what = "weapon" if name else "thing counted"
    scene.note(code, reading.span(token, token + 1), f"no pack knows this word, which stands where a {what} stands")
