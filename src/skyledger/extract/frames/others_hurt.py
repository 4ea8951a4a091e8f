"""Those who came to harm and are not counted here: animals, and soldiers of the enemy."""

from itertools import pairwise

from skyledger.extract.reading import Reading
from skyledger.model.frame import Mention, Quantity

_ANIMALS = (
    *("коров", "корів", "свин", "овец", "овець", "вівц", "коней", "лошад", "курей", "худоб", "скот", "телят"),
    *("бичк", "бычк", "порос", "собак", "кішок", "кошек", "котів", "кролик", "кролів", "індик", "качок", "качек"),
    *("cows", "pigs", "sheep", "goats", "hens", "chickens", "cattle", "horses", "dogs", "livestock", "birds", "calves"),
)
_SHORT = frozenset("кур кури кіз коз гусей уток".split())
_BEFORE = 5  # words from an animal to a figure that leaves it out: "корів на фермі загинуло сорок"
_ENEMY = frozenset("ворога противника окупантів оккупантов врага росіян".split())
_AT = frozenset(("у", "в"))


def counts_animals(reading: Reading, quantity: Quantity, trigger: Mention) -> bool:
    """Tell whether a figure without a noun is of the animals named before it: "корів загинуло сорок"."""
    if quantity.noun is not None or quantity.count is None:
        return False
    first = min(quantity.start, trigger.start)
    sentence = reading.sentence_of(first)
    near = reading.tokens.words[max(sentence.start, first - _BEFORE) : max(quantity.stop, trigger.stop) + 1]
    return any(w.startswith(_ANIMALS) or w in _SHORT for w in near)


def are_of_the_enemy(reading: Reading, quantity: Quantity) -> bool:
    """Tell whether a figure is of the enemy's soldiers: "37 трьохсотих у ворога"."""
    near = reading.tokens.words[max(0, quantity.start - 3) : quantity.stop + 4]
    return any(a in _AT and b in _ENEMY for a, b in pairwise(near))
