"""People hurt by what they were caught under: "под осколки попали отец и сын", "під уламки потрапив сторож".

Being caught under fire or a strike hurts nobody yet; under pieces, glass, slabs or a blast it does. The verb struck
nothing then.
"""

from skyledger.extract.context import is_negated
from skyledger.extract.frames.made_triggers import made_trigger
from skyledger.extract.frames.people import COLLECTIVE
from skyledger.extract.frames.stretches import stretch_around
from skyledger.extract.nouns import PEOPLE
from skyledger.extract.reading import Reading
from skyledger.extract.scene import Scene
from skyledger.extract.word_bits import word_class
from skyledger.model.frame import Mention, Quantity, Sentence

_CAUGHT = ("попал", "угодил", "потрапи", "втрапи", "попав", "угоди", "погребен", "погреба")
_UNDER = frozenset(("под", "під", "подо"))
_PIECES = (
    *("осколк", "обломк", "стекл", "плит", "завал", "кирпич", "шифер", "балк", "раздач", "град", "сыплющ", "камн"),
    *("ударную", "взрывную", "уламк", "скл", "цегл", "каменю", "вибухову", "разлет", "падающ", "летящ", "рухнувш"),
    *("обрушивш", "обвалив", "перекрыт", "перекрит", "кров", "дах", "бетон"),
)
_HARMLESS = ("обстрел", "огонь", "огн", "удар", "атак", "вогонь", "обстріл", "подозр", "суд", "контрол", "санкц")
_REACH = 9
_BEHIND = 4  # words from "под" to what it was
CAUGHT = word_class(stems=_CAUGHT)


def find_caught(scene: Scene, sentence: Sentence, known: list[Mention]) -> list[Mention]:
    """Return the verbs by which people of a sentence were caught under something that hurts."""
    reading = scene.reading
    found = []
    for n in reading.of_class(CAUGHT, sentence.start, sentence.stop):
        if not is_of_caught(reading, sentence, n) or is_negated(reading, n, n + 1):
            continue
        first, last = stretch_around(reading, sentence, n, _REACH)
        if any(_is_somebody(reading, q) for q in scene.quantities_in(first, last)):
            one = reading.tokens.words[n].endswith(("л", "ла", "в"))
            flags = frozenset(("verb", "sing" if one else "plur"))
            found.append(made_trigger(reading.tokens.words, "injured", n, n + 1, flags))
    return found


def is_of_caught(reading: Reading, sentence: Sentence, n: int) -> bool:
    """Tell whether a verb of getting somewhere is said of what somebody got under."""
    words = reading.tokens.words
    if not words[n].startswith(_CAUGHT):
        return False
    first, last = stretch_around(reading, sentence, n, _REACH)
    for under in range(first, last):
        if words[under] in _UNDER:
            behind = words[under + 1 : min(last, under + 1 + _BEHIND)]
            if behind and behind[0].startswith(_HARMLESS) and not behind[0].startswith(_PIECES):
                continue
            if any(w.startswith(_PIECES) for w in behind):
                return True
    return False


def _is_somebody(reading: Reading, quantity: Quantity) -> bool:
    """Tell whether a quantity is people, or a number that counts people alone."""
    if quantity.noun is None:
        return quantity.count is not None and reading.tokens.words[quantity.stop - 1].endswith(COLLECTIVE)
    return quantity.noun.value in PEOPLE and (quantity.count is not None or "sing" in quantity.noun.flags)
