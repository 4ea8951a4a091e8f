"""Violations of a border or airspace, counted by their noun: "двадцять порушень кордону", "three incursions".

A border is crossed by people too: the noun must be of the air, or the text speak of what flies.
"""

from skyledger.extract.chunks import Chunk
from skyledger.extract.context import is_negated, trap_at
from skyledger.extract.frames.placing import place_for
from skyledger.extract.reading import Reading
from skyledger.extract.scene import Scene
from skyledger.extract.word_bits import word_class
from skyledger.model.frame import Frame, Quantity, Sentence
from skyledger.model.kinds import Kind, ObjectType

_DEEDS = ("порушен", "нарушен", "violation", "incursion", "вторгнен", "вторжен")
_FLIGHTS = ("прольот", "проліт", "пролет", "overflight", "заліт", "зальот", "залет")
_OF_THE_AIR = ("повітрян", "воздушн", "airspace", "небес", "неба")
_OF_THE_LAND = ("кордон", "границ", "border", "рубеж", "рубіж")
_NAMED = word_class(pieces=(*_DEEDS, *_FLIGHTS))
_BETWEEN = 1
_BEHIND = 4


def may_be_violations(reading: Reading) -> bool:
    """Tell cheaply whether a text names violations."""
    return reading.mask & _NAMED != 0


def read_violations(scene: Scene, sentence: Sentence, frames: list[Frame]) -> list[Frame]:
    """Return one sighting for each counted violation of a sentence that tells no other."""
    if any(f.kind is Kind.SIGHTING for f in frames):
        return []
    found = []
    for quantity in scene.quantities_in(sentence.start, sentence.stop):
        if quantity.noun is None and quantity.count is not None and (frame := _violation(scene, sentence, quantity)):
            found.append(frame)
    return found


def _violation(scene: Scene, sentence: Sentence, quantity: Quantity) -> Frame | None:
    reading = scene.reading
    words = reading.tokens.words
    for n in range(quantity.stop, min(quantity.stop + _BETWEEN + 1, sentence.stop)):
        if not words[n].startswith((*_DEEDS, *_FLIGHTS)):
            continue
        if not _flew(scene, words[max(sentence.start, quantity.start - 2) : n + _BEHIND + 1], words[n]):
            return None
        if is_negated(reading, quantity.start, n + 1) or trap_at(reading, sentence, quantity.start, n + 1) is not None:
            return None
        types = scene.object_types() - {ObjectType.UNKNOWN, ObjectType.AIRCRAFT}
        chunk = Chunk(sentence.start, sentence.stop, "", [quantity], [], scene.places_in(sentence.start, sentence.stop))
        return Frame(
            Kind.SIGHTING,
            reading.span(n, n + 1),
            sentence.index,
            f"{'en' if words[n].isascii() else 'uk'}.sighting.violation",
            None,
            next(iter(types)) if len(types) == 1 else ObjectType.UNKNOWN,
            count=quantity.count,
            count_span=quantity.span,
            place=place_for(reading, [chunk], 0, quantity),
            token=quantity.start,
        )
    return None


def _flew(scene: Scene, near: list[str], noun: str) -> bool:
    """Tell whether the noun or the text says that it was crossed in the air."""
    if any(w.startswith(_OF_THE_AIR) for w in near):
        return True
    if not scene.reading.object_values:
        return False
    return noun.startswith(_FLIGHTS) or any(w.startswith(_OF_THE_LAND) for w in near)
