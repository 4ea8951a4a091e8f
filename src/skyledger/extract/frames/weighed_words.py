"""What a sentence tells without a number, by weights learned from marked texts, where no rule has read its kind.

Only kinds that need no number are told so, once a sentence and kind. A word of the sentence is shown: the one that
weighs most. See :mod:`skyledger.extract.frames.weighed` for numbers.
"""

from functools import cache

from skyledger.extract.context import is_being_clarified
from skyledger.extract.frames.absence import NOBODY
from skyledger.extract.frames.airports_named import is_airport
from skyledger.extract.frames.clauses import only_object
from skyledger.extract.frames.ruled import is_denied, is_known, is_over, is_refused, is_rejected
from skyledger.extract.frames.weighed_one import one_flying, one_person
from skyledger.extract.frames.weighing import AIR, Weighing
from skyledger.extract.learned.candidates import figures_in
from skyledger.extract.learned.labels import read_label
from skyledger.extract.learned.sentence_features import words_of_sentence
from skyledger.extract.learned.weights import Floors, Weights, load_weights
from skyledger.model.count import Harm, Interval
from skyledger.model.frame import Frame, Sentence
from skyledger.model.kinds import Fate, Kind

# How likely a label must be, one that something did not happen, and one of a single person or thing; docs/learned.md
# has what other values give.
SURE = 0.6
SURE_OF_NONE = 0.9
SURE_OF_ONE = 0.8
ONE = Interval(low=1, high=1)
_ABSENCES = frozenset((Kind.NO_CASUALTIES,))
_NONE = frozenset(kind.value for kind in _ABSENCES)
_OF_AIRPORTS = frozenset((Kind.AIRSPACE_CLOSURE, Kind.AIRSPACE_REOPENING))
# What can be told without a number. That an airport is open says little about whether it was shut, and that something
# had no consequences little about which.
_TOLD = (
    *("no_casualties", "fire", "damage", "power_outage", "attack.hit", "attack.debris"),
    *("airspace_closure", "other_effect:water", "other_effect:heating", "other_effect:gas", "other_effect:schools"),
    *("other_effect:mobile internet", "other_effect:explosions heard", "other_effect:train delays"),
    "other_effect:flights",
)
# What is told of one person or thing by a noun alone.
_OF_ONE = ("casualties.killed", "casualties.injured", "interception.downed")
_FROM = {
    **{label: SURE_OF_NONE if label in _NONE else SURE for label in _TOLD},
    **dict.fromkeys(_OF_ONE, SURE_OF_ONE),
}
# Before a word: it is asked, wished, or depends on something ("it is not clear whether anybody is safe").
_SUPPOSED = frozenset("whether if unless ли если бы чтобы чи якщо би щоб аби".split())
# What a sentence told of one kind leaves no room for.
_INSTEAD = {
    Kind.ATTACK: AIR,
    Kind.INTERCEPTION: AIR,
    Kind.CASUALTIES: frozenset((Kind.CASUALTIES, Kind.NO_CASUALTIES)),
    Kind.NO_CASUALTIES: frozenset((Kind.CASUALTIES, Kind.NO_CASUALTIES, Kind.NO_DAMAGE)),
    Kind.DAMAGE: frozenset((Kind.DAMAGE, Kind.NO_DAMAGE, Kind.FIRE, Kind.POWER_OUTAGE)),
    Kind.AIRSPACE_CLOSURE: _OF_AIRPORTS,
    Kind.AIRSPACE_REOPENING: _OF_AIRPORTS,
}


@cache
def _told() -> tuple[Weights, Floors]:
    weights = load_weights("told")
    return weights, weights.floors(_FROM)


class WeighedWordsRule:
    """Reads the sentences of which no rule has read a kind."""

    def __init__(self, weighing: Weighing) -> None:
        self.weighing = weighing
        self.scene = weighing.scene

    def read(self, sentence: Sentence, told: list[Frame]) -> list[Frame]:
        """Return the frames of what a sentence tells without a number.

        Args:
            sentence: Which sentence.
            told: What was read in it so far.
        """
        weights, floors = _told()
        total = self.weighing.told(sentence)
        frames: list[Frame] = []
        likely = floors.reached(total)
        for label in sorted(likely, key=lambda likely: weights.likelihood(total, likely), reverse=True):
            frame = self._tell(sentence, label, [*told, *frames])
            frames += [frame] if frame is not None else []
        return frames

    def _tell(self, sentence: Sentence, label: str, told: list[Frame]) -> Frame | None:
        """Return the frame of a label, or None where something of the kind is told or none can be."""
        kind, part, detail = read_label(label)
        if any(f.kind in _INSTEAD.get(kind, (kind,)) for f in told) or self._is_open(sentence, label, kind, told):
            return None
        words = words_of_sentence(self.scene.reading, sentence)
        trigger, _ = self.weighing.word_for(sentence, load_weights("told"), label, words)
        if trigger is None or (kind not in _ABSENCES and is_denied(self.scene, sentence, trigger)):
            return None
        if not _SUPPOSED.isdisjoint(self.scene.reading.tokens.words[sentence.start : trigger.start]):
            return None
        word = self.scene.reading.span(trigger.start, trigger.stop)
        if any(f.trigger.overlaps(word) for f in told):
            return None  # "gunners clipped three drones": the word tells something else here
        frame = self.weighing.frame(sentence, trigger, kind)
        if label in _OF_ONE:
            return frame if self._counts_one(sentence, frame, part, told) else None
        frame.fate, frame.detail = Fate(part) if part else None, detail
        if kind is Kind.ATTACK and (noun := only_object(self.scene, sentence)) is not None:
            self.weighing.name_object(frame, noun)
        if kind is Kind.NO_CASUALTIES:
            frame.harm, frame.harm_spans = Harm(killed=NOBODY, injured=NOBODY), (frame.trigger,)
        named = frame.place is not None and is_airport(self.scene, frame.place)
        return frame if kind not in _OF_AIRPORTS or named else None

    def _counts_one(self, sentence: Sentence, frame: Frame, part: str, told: list[Frame]) -> bool:
        """Give a frame the one it speaks of; tell whether the sentence has but one."""
        reading = self.scene.reading
        if frame.kind is Kind.CASUALTIES:
            person = one_person(self.scene, sentence)
            if person is None:
                return False
            frame.harm = Harm(killed=ONE) if part == "killed" else Harm(injured=ONE)
            frame.harm_spans = (reading.span(person.start, person.stop),)
            return True
        flying = one_flying(self.scene, sentence, told)
        if flying is None or flying.noun is None:
            return False
        frame.fate, frame.count, frame.count_span = Fate(part), flying.count, flying.span
        self.weighing.name_object(frame, flying.noun)
        return True

    def _is_open(self, sentence: Sentence, label: str, kind: Kind, told: list[Frame]) -> bool:
        """Tell whether the rules, or a number, leave it open whether a sentence tells a label."""
        scene = self.scene
        if is_rejected(scene, sentence, label) or is_over(scene, sentence, label):
            return True
        if is_refused(scene, sentence, denied=kind not in _ABSENCES):
            return True
        if kind in _ABSENCES:
            clarified = is_being_clarified(scene.reading, sentence.start, sentence.stop)
            return clarified or is_known(scene, sentence, label)
        if kind is Kind.ATTACK and not scene.object_types():
            return True  # artillery strikes too
        return self._has_open_number(sentence, told)

    def _has_open_number(self, sentence: Sentence, told: list[Frame]) -> bool:
        """Tell whether a number stands there that nothing was read of: what it counts is not known."""
        spans = [s for f in told for s in (f.count_span, *f.harm_spans) if s is not None]
        figures = [q.span for q in figures_in(self.scene, sentence) if q.span is not None]
        return any(not any(s.overlaps(figure) for s in spans) for figure in figures)
