"""The one person, or the one thing that flew, that a sentence without numbers speaks of."""

from skyledger.extract.scene import Scene
from skyledger.model.frame import Frame, Mention, Quantity, Sentence

_PEOPLE = frozenset(("person", "child"))
_RISKS = ("risk", "риск", "ризик")


def one_person(scene: Scene, sentence: Sentence) -> Mention | None:
    """Return the only person a sentence names, by a noun that can only be one: "the driver", "хозяйку"."""
    reading = scene.reading
    if any(w.startswith(_RISKS) for w in reading.tokens.words[sentence.start : sentence.stop]):
        return None  # "a rescuer risked his life"
    people = [m for m in reading.in_range("unit", sentence.start, sentence.stop) if m.value in _PEOPLE]
    if len({m.start for m in people}) != 1 or any("plur" in m.flags for m in people):
        return None
    return people[0] if "sing" in people[0].flags else None


def one_flying(scene: Scene, sentence: Sentence, told: list[Frame]) -> Quantity | None:
    """Return the only thing that flew in a sentence, told by a noun for one: "a drone", "безпілотник"."""
    flying = [
        q
        for q in scene.quantities_in(sentence.start, sentence.stop)
        if q.noun is not None and q.noun.category == "object"
    ]
    if len({q.start for q in flying}) != 1 or any(f.count_span == flying[0].span for f in told):
        return None
    count = flying[0].count
    return flying[0] if count is not None and (count.low, count.high) == (1, 1) else None
