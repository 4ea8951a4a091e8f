"""Lines below news of restrictions, each with an airport and hours: "Kaluga: introduced at 01:05, lifted at 05:50"."""

from skyledger.extract.frames.made_triggers import made_trigger
from skyledger.extract.scene import Scene
from skyledger.extract.words import NOT_WORDS
from skyledger.model.frame import Frame, Mention, Sentence
from skyledger.model.kinds import Kind

LIMITS = (
    "ограничен",
    "обмежен",
    "restriction",
    "запрет",
    "заборон",
    "curb",
    "ban",
    "ковер",
    "ковра",
    "килим",
    "carpet",
)
_IMPOSED = (
    *("введ", "ввод", "ввел", "действ", "установ", "объявл", "запровад", "уведен", "діє", "діят", "діял", "діють"),
    *("imposed", "introduced", "declared", "effective", "begun", "began", "since", "from"),
)
_IN_FORCE = frozenset(("force", "effect", "place"))
_LINKS = (":", "—", "–", "-", ",", "(", "")
_REACH = 3  # words from an airport to the word, and from the word to its hour


def tells_of_limits(scene: Scene, frames: list[Frame]) -> bool:
    """Tell whether a closure is told as restrictions, which the lines below may go on about."""
    told = [f for f in frames if f.kind is Kind.AIRSPACE_CLOSURE]
    text = scene.reading.tokens.folded
    return any(stem in text[f.trigger.start : f.trigger.stop] for f in told for stem in LIMITS)


def imposed_at(scene: Scene, sentence: Sentence) -> Mention | None:
    """Return the closure of a line that opens with a town or airport and says since when restrictions hold there."""
    reading, words = scene.reading, scene.reading.tokens.words
    place = next(iter(scene.places_in(sentence.start, sentence.start + 2)), None)
    if place is None or reading.gap(place.stop - 1, place.stop).strip(' \u00a0)»"”') not in _LINKS:
        return None
    timed = {a for a, _ in scene.stretches_in(sentence)}
    for n in range(place.stop, min(place.stop + _REACH, sentence.stop)):
        force = words[n] == "in" and not _IN_FORCE.isdisjoint(words[n + 1 : n + 2])
        stop = n + (2 if force else 1)
        if (force or words[n].startswith(_IMPOSED)) and not timed.isdisjoint(range(stop, stop + _REACH)):
            return None if words[n - 1] in NOT_WORDS else made_trigger(words, "closure", n, stop)
    return None
