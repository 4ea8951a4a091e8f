"""Flights that another city took in while their own airport was shut: "шесть бортов приняла Самара"."""

from skyledger.extract.frames.made_triggers import made_trigger
from skyledger.extract.scene import Scene
from skyledger.model.frame import Mention, PlacePhrase, Quantity, Sentence

_TAKES = tuple("прийня прихист приюти принял accept receiv welcom host".split())
_TOOK = frozenset(("took",))  # "in"
_REACH = 3
_CUT = frozenset(".;:!?")
_WITH = frozenset("в во у на из від из з із до к from in at to of into".split())


def taken_in(
    scene: Scene, sentence: Sentence, places: list[PlacePhrase]
) -> tuple[Mention, Quantity, PlacePhrase] | None:
    """Return the verb, the flights and the city that took them in, or None."""
    reading = scene.reading
    words = reading.tokens.words
    flights = [
        q
        for q in scene.quantities_in(sentence.start, sentence.stop)
        if q.count is not None and q.noun is not None and q.noun.value in ("flight", "aircraft")
    ]
    for n in range(sentence.start, sentence.stop) if flights else ():
        took = words[n] in _TOOK and words[n + 1 : n + 2] == ["in"]
        if not (took or words[n].startswith(_TAKES)):
            continue
        host = next((p for p in places if _is_subject(words, p, n)), None)
        counted = next((q for q in flights if not reading.parted(min(q.stop, n + 1) - 1, max(q.start, n), _CUT)), None)
        if host is not None and counted is not None:
            return made_trigger(words, "diversion", n, n + 1), counted, host
    return None


def _is_subject(words: list[str], place: PlacePhrase, verb: int) -> bool:
    """Tell whether a place stands beside a verb without a preposition: who took them in."""
    if place.start and words[place.start - 1] in _WITH:
        return False
    return 0 <= place.start - verb - 1 < _REACH or 0 <= verb - place.stop < _REACH
