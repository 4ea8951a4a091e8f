"""What both rules that go by weights share: how likely a sentence tells something, its words, and a frame of them."""

from collections.abc import Mapping

from skyledger.extract.chunks import cut_chunks
from skyledger.extract.frames.clause import Clause, find_place
from skyledger.extract.frames.made_triggers import made_trigger
from skyledger.extract.frames.object_types import object_type_of
from skyledger.extract.frames.placing import place_for
from skyledger.extract.frames.ruled import triggers_of
from skyledger.extract.learned.sentence_features import weighed_features
from skyledger.extract.learned.text_features import quietness
from skyledger.extract.learned.weights import Weights
from skyledger.extract.learned.word_table import load_words
from skyledger.extract.scene import Scene
from skyledger.extract.verb_forms import is_past_form
from skyledger.model.frame import Frame, Mention, Quantity, Sentence
from skyledger.model.kinds import Kind

# How likely it is that a text tells nothing current: from the first on nothing in it is told; below the second it is
# news of an attack though it names no weapon. docs/learned.md has what other values give.
QUIET_FROM = 0.93
NEWS_BELOW = 0.02
_SHARE = 5
_ENOUGH = 20  # words; shorter lines of news and of history share too many of them
WEIGHED = ".weighed"  # ends the id of a rule that goes by weights
AIR = frozenset((Kind.INTERCEPTION, Kind.ATTACK, Kind.SIGHTING))
_VERB = frozenset(("verb",))
# Classes of words that name what, who and how many.
_NO_VERBS = ("object", "unit", "speaker", "agent", "title", "body", "number", "pronoun")
_SHORTEST = 4  # letters of a word that may be shown as the one that tells


def is_of_two_scripts(text: str) -> bool:
    """Tell whether a fifth of a text's letters at least are Latin and a fifth are not."""
    letters = [c.isascii() for c in text if c.isalpha()]
    return len(letters) <= _SHARE * min(sum(letters), len(letters) - sum(letters))


class Weighing:
    """Weights at work in one text."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self._told: dict[int, int] = {}
        self._quietness: float | None = None

    def is_quiet(self) -> bool:
        """Tell whether the text reads like one that tells nothing current.

        A line or two are too little to say so, and so are texts of two scripts: it was learned from texts of one each.
        """
        reading = self.scene.reading
        long = len(reading.tokens.words) >= _ENOUGH
        return long and self._quiet() >= QUIET_FROM and not is_of_two_scripts(reading.text)

    def is_news(self) -> bool:
        """Tell whether the text reads like news of an attack from the air, whatever it names."""
        return self._quiet() < NEWS_BELOW

    def _quiet(self) -> float:
        if self._quietness is None:
            self._quietness = quietness(self.scene.reading)
        return self._quietness

    def told(self, sentence: Sentence) -> int:
        """Return what speaks for each label that a sentence may tell: sums of the table ``told``."""
        known = self._told.get(sentence.index)
        if known is None:
            words = load_words("told")
            features = weighed_features(words, self.scene.reading, sentence)
            known = self._told[sentence.index] = words.weights.total_of(features)
        return known

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
        values = triggers_of(label)
        if any(t.value in values for t in reading.starting("trigger", token, token + 1)):
            return 2
        return int(is_past_form(reading.tokens.words[token]))

    def _others(self, sentence: Sentence, label: str) -> set[int]:
        """Return the tokens of idle verbs and of words by which the rules tell something else."""
        reading = self.scene.reading
        values = triggers_of(label)
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

    def name_object(self, frame: Frame, noun: Mention) -> None:
        """Give a frame what flew."""
        frame.object = object_type_of(self.scene.reading, noun)
        frame.object_span = self.scene.reading.span(noun.start, noun.stop)

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
