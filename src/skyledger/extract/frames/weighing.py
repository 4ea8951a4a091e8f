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
from skyledger.extract.verb_forms import is_past_form
from skyledger.model.frame import Frame, Mention, Quantity, Sentence
from skyledger.model.kinds import Kind

# How likely it is that a text tells nothing current: from the first on nothing in it is told; below the second it is
# news of an attack though it names no weapon. docs/learned.md has what other values give.
QUIET_FROM = 0.93
NEWS_BELOW = 0.02
_ENOUGH = 20  # words
WEIGHED = ".weighed"  # ends the id of a rule that goes by weights
AIR = frozenset((Kind.INTERCEPTION, Kind.ATTACK, Kind.SIGHTING))
_NEAR = 5  # words
_VERB = frozenset(("verb",))
# Classes of words that name what, who and how many.
_NO_VERBS = ("object", "unit", "speaker", "agent", "title", "body", "number", "pronoun")
_SHORTEST = 4  # letters of a word that may be shown as the one that tells
# Openings of the reasons for which a rule refuses a word beside which nothing else can be told either.
_REFUSED = ("not something", "future", "drill", "forecast", "asked", "other", "anniversary", "sport")
_DENIED = ("negated",)
_OF_OTHERS = "a drone of those who help"


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


_ENDS = {"power_outage": "restored", "fire": "fire_out", "airspace_closure": "reopening"}


class Weighing:
    """Weights at work in one text."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self._told: dict[int, dict[str, float]] = {}
        self._quietness: float | None = None

    def is_quiet(self) -> bool:
        """Tell whether the text reads like one that tells nothing current; a line or two are too little to say so."""
        return len(self.scene.reading.tokens.words) >= _ENOUGH and self._quiet() >= QUIET_FROM

    def is_news(self) -> bool:
        """Tell whether the text reads like news of an attack from the air, whatever it names."""
        return self._quiet() < NEWS_BELOW

    def _quiet(self) -> float:
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

    def is_over(self, sentence: Sentence, label: str) -> bool:
        """Tell whether a sentence has a word of the end of what a label tells: power restored, a fire put out."""
        value = _ENDS.get(label)
        here = self.scene.reading.in_range("trigger", sentence.start, sentence.stop)
        return any(t.value == value for t in here)

    def is_rejected(self, sentence: Sentence, label: str) -> bool:
        """Tell whether the rules refused a word of a sentence by which they would tell a label."""
        values = _VALUES.get(label, frozenset())
        here = [r for r in self.scene.rejected if sentence.first <= r.span.start < sentence.last]
        return any(r.value in values or r.reason.startswith(_OF_OTHERS) for r in here)

    def is_refused(self, sentence: Sentence, *, denied: bool) -> bool:
        """Tell whether a rule found that what a sentence tells did not happen.

        Args:
            sentence: Which sentence.
            denied: Whether a word that is denied speaks against the rest too.
        """
        reading = self.scene.reading
        if trap_at(reading, sentence, sentence.start, sentence.stop) is not None:
            return True
        for thing in reading.in_range("object", sentence.start, sentence.stop):
            if reading.starting("negation", thing.start - 2, thing.stop + 1):
                return True  # "дронів немає", "no drones", "not a drone"
        reasons = (*_REFUSED, *_DENIED) if denied else _REFUSED
        here = [r for r in self.scene.rejected if sentence.first <= r.span.start < sentence.last]
        return any(r.reason.startswith(reasons) for r in here)

    def word_for(
        self, sentence: Sentence, weights: Weights, label: str, words: Mapping[int, list[str]]
    ) -> tuple[Mention | None, bool]:
        """Return the word to show for a label, and whether it may be told by it.

        Args:
            sentence: Where all of it stands.
            weights: The table that told the label.
            label: What is told.
            words: The features of each word that may tell it.

        Returns:
            The word that speaks most for the label and names neither what, who, where nor when, verbs before others,
            or None; and whether the word that speaks most of all is not one by which the rules tell something else or
            nothing.
        """
        reading = self.scene.reading
        weighed = {token: weights.weight(features, label) for token, features in words.items()}
        most = max(weighed, key=lambda token: (weighed[token], -token), default=-1)
        others = self._others(sentence, label)
        if most in others and weighed[most] > 0:
            return None, False
        taken = self._named(sentence) | others
        free = {
            token: weight
            for token, weight in weighed.items()
            if weight > 0 and token not in taken and len(reading.tokens.words[token]) >= _SHORTEST
        }
        if not free:
            return None, True
        best = max(free, key=lambda token: (self._is_verb(token, label), free[token], -token))
        flags = _VERB if self._is_verb(best, label) else frozenset[str]()
        return made_trigger(reading.tokens.words, label, best, best + 1, flags), True

    def _is_verb(self, token: int, label: str) -> int:
        """Tell whether a word is one by which the rules tell a label (2), looks like a verb (1), or neither (0)."""
        reading = self.scene.reading
        values = _VALUES.get(label, frozenset())
        if any(t.value in values for t in reading.starting("trigger", token, token + 1)):
            return 2
        return int(is_past_form(reading.tokens.words[token]))

    def _others(self, sentence: Sentence, label: str) -> set[int]:
        """Return the tokens of idle verbs and of words by which the rules tell something else."""
        reading = self.scene.reading
        values = _VALUES.get(label, frozenset())
        told = reading.in_range("trigger", sentence.start, sentence.stop)
        others = [t for t in told if t.value not in values or "attr" in t.flags]
        others += reading.in_range("idle", sentence.start, sentence.stop)
        return {token for mention in others for token in range(mention.start, mention.stop)}

    def _named(self, sentence: Sentence) -> set[int]:
        """Return the tokens of times, places, persons and things."""
        scene, reading = self.scene, self.scene.reading
        taken = {t for p in scene.phrases_in(sentence.start, sentence.stop) for t in range(p.start, p.stop)}
        taken.update(t for a, b in scene.stretches_in(sentence) for t in range(a, b))
        for category in _NO_VERBS:
            for mention in reading.in_range(category, sentence.start, sentence.stop):
                taken.update(range(mention.start, mention.stop))
        return taken

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
        if "verb" not in trigger.flags:  # no single word tells it: the clause does
            span = next((reading.span(c.start, c.stop) for c in chunks if c.start <= trigger.start < c.stop), span)
        return Frame(kind, span, sentence.index, rule, place=place, token=start)
