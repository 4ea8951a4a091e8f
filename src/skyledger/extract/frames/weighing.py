"""What both rules that go by weights share: how likely a sentence tells something, its words, and a frame of them."""

from collections.abc import Mapping

from skyledger.extract.chunks import cut_chunks
from skyledger.extract.context import trap_at
from skyledger.extract.frames.clause import Clause, find_place
from skyledger.extract.frames.made_triggers import made_trigger
from skyledger.extract.frames.placing import place_for
from skyledger.extract.learned.sentence_features import features_of_sentence
from skyledger.extract.learned.text_features import quietness
from skyledger.extract.learned.weights import Weights, load_weights
from skyledger.extract.marks import CLAUSE_MARKS
from skyledger.extract.scene import Scene
from skyledger.model.frame import Frame, Mention, Quantity, Sentence
from skyledger.model.kinds import Kind

WEIGHED = ".weighed"  # ends the id of a rule that goes by weights
AIR = frozenset((Kind.INTERCEPTION, Kind.ATTACK, Kind.SIGHTING))
_NEAR = 5  # words
_SPEAKS = 20  # hundredths; the word that is shown must speak for what is told, not only its surroundings
_SHORTEST = 3  # letters of a word that may be shown as the one that tells
# Openings of the reasons for which a rule refuses a word beside which nothing else can be told either.
_REFUSED = ("not something", "future", "drill", "forecast", "asked", "other", "anniversary", "sport")
_DENIED = ("negated",)


# Triggers of the packs by which the rules tell what a label says.
_VALUES = {
    "interception.downed": frozenset(("downed",)),
    "interception.suppressed": frozenset(("suppressed",)),
    "interception.lost": frozenset(("lost",)),
    "attack.launched": frozenset(("launched", "attacked")),
    "attack.hit": frozenset(("hit", "attacked")),
    "attack.debris": frozenset(("debris",)),
    "attack": frozenset(("launched", "attacked")),
    "casualties.killed": frozenset(("killed",)),
    "casualties.injured": frozenset(("injured",)),
    "no_casualties": frozenset(("no_casualties", "killed", "injured")),
    "no_damage": frozenset(("no_damage", "damage")),
    "damage": frozenset(("damage",)),
    "fire": frozenset(("fire", "fire_out")),
    "power_outage": frozenset(("outage", "restored")),
    "airspace_closure": frozenset(("closure",)),
    "airspace_reopening": frozenset(("reopening",)),
    "diversion": frozenset(("diversion",)),
    "other_effect:evacuation": frozenset(("evacuation",)),
    "other_effect:rescued": frozenset(("rescued",)),
    "other_effect:water": frozenset(("water",)),
    "other_effect:heating": frozenset(("heating",)),
    "other_effect:gas": frozenset(("gas",)),
    "other_effect:mobile internet": frozenset(("internet",)),
    "other_effect:explosions heard": frozenset(("explosions",)),
    "other_effect:schools": frozenset(("schools",)),
    "other_effect:train delays": frozenset(("trains",)),
    "other_effect:flights": frozenset(("flights",)),
}


class Weighing:
    """Weights at work in one text."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self._told: dict[int, dict[str, float]] = {}
        self._quietness: float | None = None

    def quietness(self) -> float:
        """Return how likely it is, from 0 to 1, that the text tells nothing current."""
        if self._quietness is None:
            self._quietness = quietness(self.scene.reading)
        return self._quietness

    def told(self, sentence: Sentence) -> dict[str, float]:
        """Return how likely it is of each label that a sentence tells it."""
        known = self._told.get(sentence.index)
        if known is None:
            features = features_of_sentence(self.scene.reading, sentence)
            known = self._told[sentence.index] = load_weights("told").each_of(features)
        return known

    def is_known(self, sentence: Sentence, label: str) -> bool:
        """Tell whether a sentence has a word by which the rules tell a label: they had their reasons not to."""
        values = _VALUES.get(label, frozenset())
        here = self.scene.reading.in_range("trigger", sentence.start, sentence.stop)
        return any(t.value in values and "weak" not in t.flags for t in here)

    def is_refused(self, sentence: Sentence, *, denied: bool) -> bool:
        """Tell whether a rule found that what a sentence tells did not happen.

        Args:
            sentence: Which sentence.
            denied: Whether a word that is denied speaks against the rest too.
        """
        if trap_at(self.scene.reading, sentence, sentence.start, sentence.stop) is not None:
            return True
        reasons = (*_REFUSED, *_DENIED) if denied else _REFUSED
        here = [r for r in self.scene.rejected if sentence.first <= r.span.start < sentence.last]
        return any(r.reason.startswith(reasons) for r in here)

    def word_for(
        self, sentence: Sentence, weights: Weights, label: str, words: Mapping[int, list[str]]
    ) -> Mention | None:
        """Return the word that speaks most for a label, of those that are no part of a time or a place."""
        reading = self.scene.reading
        taken = {t for p in self.scene.phrases_in(sentence.start, sentence.stop) for t in range(p.start, p.stop)}
        taken.update(t for a, b in self.scene.stretches_in(sentence) for t in range(a, b))
        weighed = [
            (weights.weight(features, label), -token)
            for token, features in words.items()
            if token not in taken and len(reading.tokens.words[token]) >= _SHORTEST
        ]
        weight, token = max(weighed, default=(0, 0))
        return made_trigger(reading.tokens.words, label, -token, -token + 1) if weight >= _SPEAKS else None

    def is_denied(self, sentence: Sentence, trigger: Mention) -> bool:
        """Tell whether a negation stands near the word that tells: "прилётов не было", "did not touch 12 drones"."""
        reading = self.scene.reading
        start, stop = max(sentence.start, trigger.start - _NEAR), min(sentence.stop, trigger.stop + _NEAR)
        for negation in reading.in_range("negation", start, stop):
            left, right = min(negation.stop, trigger.stop) - 1, max(negation.start, trigger.start)
            if not reading.parted(left, right, CLAUSE_MARKS):
                return True
        return False

    def frame(self, sentence: Sentence, trigger: Mention, kind: Kind, quantity: Quantity | None = None) -> Frame:
        """Return a frame with its words and its place.

        Args:
            sentence: Where all of it stands.
            trigger: The word that tells it.
            kind: What it tells.
            quantity: The number it is told of, or None.
        """
        scene, reading = self.scene, self.scene.reading
        chunks = cut_chunks(
            reading,
            sentence,
            scene.quantities_in(sentence.start, sentence.stop),
            reading.in_range("trigger", sentence.start, sentence.stop),
            scene.places_in(sentence.start, sentence.stop),
            scene.stretches_in(sentence),
        )
        start, stop = (trigger.start, trigger.stop) if quantity is None else (quantity.start, quantity.stop)
        index = max(n for n, c in enumerate(chunks) if c.start <= start)
        if quantity is not None and kind in AIR:
            place = place_for(reading, chunks, index, quantity)
        else:
            at = made_trigger(reading.tokens.words, trigger.value, start, stop)
            place = find_place(Clause(scene, sentence, chunks, index, at))
        known = reading.document.lang.value
        lang = trigger.lang if trigger.lang == "en" or known not in ("ru", "uk") else known
        rule = f"{lang}.{kind.value}{WEIGHED}"
        span = reading.span(trigger.start, trigger.stop)
        return Frame(kind, span, sentence.index, rule, place=place, token=start)
