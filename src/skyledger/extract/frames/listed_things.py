"""English lists of what was damaged that need no verb: "Marhanets: two outbuildings", "Debris fell: ten windows".

A bulletin opens its item with a place, or tells a strike before the colon; what is counted behind it was damaged where
no word says what else it has or lacks.
"""

import re
from collections.abc import Sequence

from skyledger.extract.frames.made_triggers import made_trigger
from skyledger.extract.nouns import THINGS, is_of
from skyledger.extract.reading import Reading
from skyledger.extract.scene import Scene
from skyledger.model.frame import Mention, Quantity, Sentence

_OPENER = re.compile(r"\s*(?::|[–—]|-\s|\s-\s)\s*$")
_ENDS = frozenset(",;.!\n)–—")
_STRIKES = frozenset(("hit", "attacked", "debris"))
_TELLING = frozenset(
    (
        "outage restored water heating gas internet schools evacuation rescued missing flights trains closure "
        "reopening "
        "downed alert no_damage fire_out"
    ).split()
)
# What stands in lists of losses and of hardly anything else.
_HOMELY = frozenset(
    (
        "house houses home homes outbuilding outbuildings garage garages cottage cottages dwelling dwellings shed "
        "sheds "
        "barn barns greenhouse greenhouses flat flats apartment apartments car cars tractor tractors bus buses "
        "minibus "
        ""
        "minibuses lorry lorries truck trucks van vans window windows roof roofs fence fences facade facades block "
        "blocks "
        "shop shops kiosk kiosks stall stalls balcony balconies pane panes gate gates combine combines"
    ).split()
)
_VERBLESS = frozenset(
    "is are was were has have had will be been for sale rent worth new built opened repaired rebuilt restored".split()
)
PIPES = frozenset(("pipe", "pipes", "pipeline", "main", "hydrant"))
_HEADING = 5  # words of the place that opens an item
_FLAG = frozenset(("tally",))


def may_list_things(reading: Reading) -> bool:
    """Tell cheaply whether a text names things and may list them."""
    return "unit" in reading.starts


def find_listed(scene: Scene, sentence: Sentence, known: list[Mention]) -> list[Mention]:
    """Return the number that opens such a list, as a word of damage."""
    reading = scene.reading
    things = [q for q in scene.quantities_in(sentence.start + 1, sentence.stop) if _counts(reading, q)]
    if not things:
        return []
    told = reading.in_range("trigger", sentence.start, sentence.stop)
    if any(t.value in _TELLING and not _breaks_pipe(reading, t) for t in told) or _VERBLESS.intersection(
        _words(reading, sentence)
    ):
        return []
    first = next((q for q in things if _OPENER.search(reading.gap(q.start - 1, q.start))), None)
    if first is None or any(abs(t.start - first.start) <= 3 and t.value in ("damage", "fire") for t in known):
        return []
    ends = first.stop >= sentence.stop or not _ENDS.isdisjoint(reading.gap(first.stop - 1, first.stop))
    joined = first.stop < sentence.stop and reading.tokens.words[first.stop] in ("and", "plus")
    if not (ends or joined) or not (_is_headed(scene, sentence, first) or _is_struck(told, first)):
        return []
    return [made_trigger(reading.tokens.words, "damage", first.start, first.start + 1, _FLAG)]


def _breaks_pipe(reading: Reading, trigger: Mention) -> bool:
    """Tell whether a word of a lack is the breaking of a pipe, told among what was damaged: "gas pipe pierced"."""
    return not PIPES.isdisjoint(reading.tokens.words[trigger.start : trigger.stop])


def _words(reading: Reading, sentence: Sentence) -> list[str]:
    return reading.tokens.words[sentence.start : sentence.stop]


def _counts(reading: Reading, quantity: Quantity) -> bool:
    noun = quantity.noun
    if noun is None or noun.lang != "en" or quantity.count is None or not is_of(quantity, THINGS):
        return False
    return reading.tokens.words[noun.stop - 1] in _HOMELY and reading.tokens.words[quantity.start].isascii()


def _is_headed(scene: Scene, sentence: Sentence, first: Quantity) -> bool:
    """Tell whether no more than a place, or a place and its hour, stands before the list."""
    places = scene.places_in(sentence.start, first.start)
    return bool(places) and places[0].start - sentence.start <= 2 and first.start - sentence.start <= _HEADING


def _is_struck(told: Sequence[Mention], first: Quantity) -> bool:
    return any(t.value in _STRIKES and t.stop <= first.start for t in told)
