"""The numbers that weights are asked about: those that stand as digits or words, each once."""

from skyledger.extract.reading import Reading
from skyledger.extract.scene import Scene
from skyledger.model.frame import Quantity, Sentence


def figures_in(scene: Scene, sentence: Sentence) -> list[Quantity]:
    """Return the quantities of a sentence that have a number of their own."""
    found = scene.quantities_in(sentence.start, sentence.stop)
    return [q for q in found if q.count is not None and q.span is not None and _has_number(scene.reading, q)]


def _has_number(reading: Reading, quantity: Quantity) -> bool:
    """Tell whether a quantity has digits or a number word: "дрон" and "a drone" have none."""
    noun = quantity.noun
    stop = quantity.stop if noun is None or noun.start < quantity.start else max(noun.start, quantity.start)
    words = reading.tokens.words
    return any(words[n][0].isdigit() for n in range(quantity.start, stop)) or bool(
        reading.starting("number", quantity.start, stop)
    )
