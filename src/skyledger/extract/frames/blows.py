"""Strikes told by a number and their noun alone: "five hits since midnight", "nine attacks, four people hurt".

The nouns are said of songs, workers and ships as well; the text must tell what a strike does, and name a place.
"""

from dataclasses import replace

from skyledger.extract.reading import Reading
from skyledger.extract.scene import Scene
from skyledger.extract.word_bits import word_class
from skyledger.model.count import Count
from skyledger.model.frame import Mention, Quantity, Sentence
from skyledger.model.kinds import Unit
from skyledger.model.text import Span

BLOWS = "blows"  # flag of a trigger that is one because of its number
_HITS = frozenset("hits arrivals strikes impacts blows".split())
_ATTACKS = frozenset("attacks raids".split())
_STRIKES = _HITS | _ATTACKS
_NOUNS = word_class(_STRIKES)
# What may stand between the number and the noun.
_HOW = frozenset(
    (
        "direct confirmed separate more further other new missile drone air artillery fpv kab bomb powerful heavy "
        "precise enemy hostile russian and rocket mortar uav aerial guided successive such"
    ).split()
)
_REACH = 4
# What else is counted so: flights, ships, songs, walkouts, clicks.
_OTHERWISE = tuple(
    "flight passenger airport tourist guest vessel single album song chart band union pilots worker wage pay miners "
    "batter pitch goal match team player court website search record heart panic cyber dog shark wolf hacker "
    "bear".split()
)
# Said of the ground fighting.
_ASSAULTS = frozenset(
    (
        "direction directions sector sectors front axis troops infantry assault assaults positions clashes repelled "
        "repulsed beaten stopped defenders stormed brigade units soldiers battlefield"
    ).split()
)
_FLIGHTS = ("flight", "passenger", "airport", "divert", "airline", "runway")
# What a strike does, told anywhere in the text.
_EFFECTS = frozenset(
    (
        "damage fire killed injured outage debris alert no_casualties no_damage downed launched evacuation rescued"
    ).split()
)
_WHERE = frozenset(("place", "place_adj", "title", "body"))
# What sums up more than these days.
_LONG = frozenset(
    (
        "month months week weeks year years season spring summer autumn winter war invasion january february march "
        "april may june july august september october november december quarter since century decade"
    ).split()
)
_DAYS = frozenset(("midnight", "morning", "evening", "dawn", "noon", "midday"))


def told_by_number(scene: Scene, sentence: Sentence, triggers: list[Mention]) -> list[Mention]:
    """Return nouns of strikes with their number right before them, as triggers."""
    reading = scene.reading
    nouns = reading.of_class(_NOUNS, sentence.start + 1, sentence.stop)
    if not nouns or _is_of_others(reading, sentence) or not _tells_strikes(reading, sentence):
        return []
    longer = {n: t for t in triggers for n in range(t.start, t.stop) if t.stop - t.start > 1}
    found = []
    for noun in nouns:
        if reading.tokens.words[noun] not in _STRIKES:
            continue
        start = longer[noun].start if noun in longer else noun  # "twelve drone attacks"
        ends = noun not in longer or longer[noun].stop == noun + 1
        if ends and number_of(scene, noun) is not None:
            value = "hit" if reading.tokens.words[noun] in _HITS else "attacked"
            found.append(Mention("trigger", value, start, noun + 1, frozenset((BLOWS,)), "en"))
    return found


def may_number_strikes(reading: Reading) -> bool:
    """Tell cheaply whether a text has a noun of strikes in the plural."""
    return reading.mask & _NOUNS != 0


def number_of(scene: Scene, noun: int) -> Quantity | None:
    """Return the number that counts a noun of strikes: "seven FPV strikes", "ten arrivals"."""
    words = scene.reading.tokens.words
    for quantity in scene.quantities_in(max(0, noun - _REACH - 1), noun):
        stop = noun if quantity.noun is not None and quantity.noun.start == noun else quantity.stop
        if quantity.count is None or quantity.span is None or quantity.subset:
            continue
        first = next((n for n in range(quantity.start, noun) if quantity_ends(scene, quantity, n)), stop)
        if all(w in _HOW for w in words[first:noun]) and not scene.reading.parted(first - 1, noun, ",;:.()"):
            return quantity
    return None


def counted_blows(quantity: Quantity) -> tuple[Count, Span] | None:
    """Return a number of strikes with its words; "arrivals" are no flights here."""
    if quantity.count is None or quantity.span is None:
        return None
    return replace(quantity.count, unit=Unit.OBJECT), quantity.span


def quantity_ends(scene: Scene, quantity: Quantity, n: int) -> bool:
    """Tell whether a token stands behind the words of a number."""
    assert quantity.span is not None
    return scene.reading.tokens.starts[n] >= quantity.span.stop


def _is_of_others(reading: Reading, sentence: Sentence) -> bool:
    words = reading.tokens.words[sentence.start : sentence.stop]
    if any(w.startswith(_OTHERWISE) for w in words) or not _ASSAULTS.isdisjoint(reading.tokens.words):
        return True
    if "arrivals" in words and any(w.startswith(_FLIGHTS) for w in reading.tokens.words):
        return True
    return bool(_LONG.intersection(words)) and not ("since" in words and _DAYS.intersection(words))


def _tells_strikes(reading: Reading, sentence: Sentence) -> bool:
    """Tell whether a text names a place and what a strike did somewhere."""
    if reading.starts.keys().isdisjoint(_WHERE):
        return False
    told = (t for t in reading.by_category.get("trigger", ()) if t.value in _EFFECTS and "weak" not in t.flags)
    return bool(reading.object_values) or any(told)
