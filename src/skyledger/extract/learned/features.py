"""What stands about a number, as short strings: what the weights of :mod:`skyledger.extract.learned.weights` are for.

A feature never is the number itself nor a name; it is a stem, a class of the packs or a shape, with where it stands.
"""

from bisect import bisect_left

from skyledger.extract.reading import Reading
from skyledger.extract.scene import Scene
from skyledger.model.frame import Mention, Quantity, Sentence

_STEM = 5  # letters; the three languages bend the ends of words
_REACH = 8  # words on either side
_CLASSES = frozenset(
    (
        *("trigger", "object", "unit", "agent", "modality", "hedge", "trap", "negation", "role", "subset", "total"),
        *("speech", "body", "title", "clarify", "vague", "quantifier", "not_unit", "pronoun", "place_head", "speaker"),
        *("article", "launch_area", "idle"),
    )
)
_LEAD = frozenset(("trigger", "object", "unit", "trap"))


def stem_of(word: str) -> str:
    """Return the beginning of a word, or the shape of a number."""
    return "0" * min(len(word), 4) if word.isdigit() else word[:_STEM]


def _distance(tokens: int) -> str:
    """Return how far away something is, in five steps."""
    return "1" if tokens <= 1 else "2" if tokens == 2 else "3" if tokens <= 4 else "4"


def stems_of(reading: Reading) -> list[str]:
    """Return the stems of all words of a text, worked out once."""
    if reading.stems is None:
        reading.stems = [stem_of(word) for word in reading.tokens.words]
    return reading.stems


def mentions_in(reading: Reading, start: int, stop: int) -> list[Mention]:
    """Return the mentions of telling classes that start in tokens ``[start, stop)``, in order."""
    starts, telling, _ = _classed(reading)
    first = bisect_left(starts, start)
    return telling[first : bisect_left(starts, stop, first)]


def values_in(reading: Reading, start: int, stop: int) -> list[str]:
    """Return what the mentions of telling classes in tokens ``[start, stop)`` are: ``trigger:downed``."""
    starts, _, values = _classed(reading)
    first = bisect_left(starts, start)
    return values[first : bisect_left(starts, stop, first)]


def _classed(reading: Reading) -> tuple[list[int], list[Mention], list[str]]:
    if reading.classed is None:
        telling = [m for m in reading.mentions if m.category in _CLASSES]
        reading.classed = [m.start for m in telling], telling, [f"{m.category}:{m.value}" for m in telling]
    return reading.classed


def noun_class(quantity: Quantity) -> str:
    """Return what a number counts: ``unit:person``, ``object:uav``, or ``none`` where its noun is left out."""
    noun = quantity.noun
    return "none" if noun is None else f"{noun.category}:{noun.value}"


def features_of(scene: Scene, sentence: Sentence, quantity: Quantity) -> set[str]:
    """Return what stands in and about a number.

    Args:
        scene: The text with its phrases.
        sentence: The sentence the number stands in.
        quantity: The number with what it counts.
    """
    reading, noun = scene.reading, noun_class(quantity)
    found = _own(quantity, noun)
    stems = stems_of(reading)
    found.update([f"I={s}" for s in stems[quantity.start : quantity.stop]])
    for features in words_about(reading, sentence, quantity).values():
        found.update(features)
    found.update([f"S={s}" for s in stems[sentence.start : sentence.stop]])
    last = first = None
    for mention in mentions_in(reading, sentence.start, sentence.stop):
        value = f"{mention.category}:{mention.value}"
        found.update((f"S:{value}", f"S:{value}&{noun}"))
        if mention.category == "trigger" and mention.start < quantity.start:
            last = mention
        elif mention.category == "trigger" and first is None and mention.start >= quantity.stop:
            first = mention
    for side, trigger in (("NL", last), ("NR", first)):
        value = "-" if trigger is None else trigger.value
        found.update((f"{side}:{value}", f"{side}:{value}&{noun}"))
    _before(found, reading, sentence, noun)
    found.update(f"D:{m.value}" for m in reading.by_category.get("trap", ()))
    return found


def words_about(reading: Reading, sentence: Sentence, quantity: Quantity) -> dict[int, list[str]]:
    """Return the features of each word near a number, by its token."""
    noun, stems = noun_class(quantity), stems_of(reading)
    first, stop = max(sentence.start, quantity.start - _REACH), min(sentence.stop, quantity.stop + _REACH)
    found: dict[int, list[str]] = {}
    for token in (*range(first, quantity.start), *range(quantity.stop, stop)):
        side, away = _where(quantity, token)
        stem = stems[token]
        found[token] = [f"{side}{away}={stem}", f"{side}={stem}", f"{side}={stem}&{noun}"]
    for mention in mentions_in(reading, first, stop):
        if mention.start in found:
            side, away = _where(quantity, mention.start)
            value = f"{mention.category}:{mention.value}"
            found[mention.start] += [f"{side}{away}:{value}", f"{side}:{value}&{noun}"]
    return found


def _where(quantity: Quantity, token: int) -> tuple[str, str]:
    """Return on which side of a number a token stands, and how far from it."""
    if token < quantity.start:
        return "L", _distance(quantity.start - token)
    return "R", _distance(token - quantity.stop + 1)


def _own(quantity: Quantity, noun: str) -> set[str]:
    """Return what a number is by itself: its size, its wording, its noun."""
    found = {"b", f"noun={noun}"}
    count = quantity.count
    if count is not None:
        low = count.low
        size = "1" if low == 1 else "2-9" if low < 10 else "10-99" if low < 100 else "100+"
        found.update((f"n={size}", f"n={size}&{noun}", f"q={count.qualifier.value}"))
        if count.text.strip().isdigit():
            found.add("digits")
    for name in ("each", "subset", "total"):
        if getattr(quantity, name):
            found.update((name, f"{name}&{noun}"))
    if quantity.of_total is not None:
        found.add("of_total")
    return found


def _before(found: set[str], reading: Reading, sentence: Sentence, noun: str) -> None:
    """Add what the sentence before tells, and the one that introduces a list."""
    for name, index in (("P", sentence.index - 1), ("U", sentence.lead)):
        if index is None or index < 0:
            continue
        other = reading.sentences[index]
        for mention in mentions_in(reading, other.start, other.stop):
            if mention.category in _LEAD:
                found.add(f"{name}:{mention.category}:{mention.value}")
            if mention.category == "trigger":
                found.add(f"{name}:{mention.value}&{noun}")
    if sentence.bulleted:
        found.add("bullet")
    if sentence.lead is not None:
        found.add("listed")
    if sentence.index == 0:
        found.add("first")
