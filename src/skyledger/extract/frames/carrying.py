"""Whether a sentence goes on with what those before it told: without a verb of its own, or of the same things."""

from skyledger.extract.frames.acts import may_be_verb
from skyledger.extract.frames.binding import is_flying
from skyledger.extract.frames.counterparts import opens_with_one
from skyledger.extract.frames.listing import is_after_semicolon, is_item
from skyledger.extract.frames.tracks import closes_line, is_track
from skyledger.extract.scene import Scene
from skyledger.extract.verb_forms import is_past_form
from skyledger.model.frame import Mention, Quantity, Sentence

_EFFECTS = frozenset(("damage", "fire", "outage", "killed", "injured", "water", "gas", "heating"))
_WENT_ON = frozenset("got made came went flew ran hit did managed slipped".split())


def _tells_more(scene: Scene, quantity: Quantity) -> bool:
    """Tell whether an English verb behind a number says something new of it: "; another two got past"."""
    reading = scene.reading
    words, verb = reading.tokens.words, quantity.stop
    while verb < len(words) and words[verb] in ("more", "others", "other"):
        verb += 1
    if verb >= len(words) or quantity.noun is not None:
        return False
    return words[verb] in _WENT_ON or (words[verb].isascii() and may_be_verb(reading, scene, verb))


def _acts(scene: Scene, sentence: Sentence, quantities: list[Quantity]) -> bool:
    """Tell whether one craft that opens a sentence does something new: "A kamikaze quadcopter chased a lorry"."""
    first = quantities[0]
    if first.start != sentence.start or first.noun is None or first.count is None or first.count.stated is not None:
        return False
    verb = max(q.stop for q in quantities if q.start - first.start <= 2)
    return verb < sentence.stop and not scene.reading.gap(verb - 1, verb).strip() and _is_past(scene, verb)


def _is_past(scene: Scene, token: int) -> bool:
    word = scene.reading.tokens.words[token]
    return word.isascii() and is_past_form(word) and scene.reading.at("trigger", token) is None


def _opens_with_number(scene: Scene, sentence: Sentence) -> bool:
    """Tell whether a sentence opens with a number that leaves its noun out: "Three hit the works, two fell"."""
    first = scene.quantities_in(sentence.start, sentence.start + 1)
    return bool(first) and first[0].elliptic


def tells_effects(scene: Scene, lead: Sentence, carried: Mention | None) -> bool:
    """Tell whether a list is about what an attack did on the ground: "После атаки обесточены: Клинцы — 940"."""
    if carried is None or carried.value != "attacked":
        return False
    counted = scene.quantities_in(lead.start, lead.stop)
    if any(q.noun is not None and q.noun.category == "object" and q.count is not None for q in counted):
        return False
    return any(t.start > carried.stop for t in scene.triggers_in(lead, _EFFECTS))


def continues(scene: Scene, sentence: Sentence, carried: Mention | None) -> bool:
    """Tell whether a sentence without a verb goes on listing: "По пять — над Курской областью, ..."."""
    quantities = [q for q in scene.quantities_in(sentence.start, sentence.stop) if is_flying(q) and q.count is not None]
    reading = scene.reading
    before = reading.sentences[sentence.index - 1]
    if is_track(reading, sentence) or closes_line(reading, before, carried):
        return False
    if not quantities or is_item(scene, sentence):
        return bool(quantities)
    placed = bool(scene.places_in(sentence.start, sentence.stop))
    goes_on = placed or is_after_semicolon(scene.reading, sentence)
    if _acts(scene, sentence, quantities):
        return False
    return quantities[0].start - sentence.start <= 2 and goes_on and not _tells_more(scene, quantities[0])


def tells_of_those_before(scene: Scene, sentence: Sentence, triggers: list[Mention]) -> bool:
    """Tell whether a sentence gives the fate of what the one before it spoke of."""
    told = {t.value for t in triggers}
    if told & {"downed", "suppressed"}:
        return True
    if not told & {"lost", "hit", "debris"}:
        return False
    subset = any(q.subset and q.elliptic for q in scene.quantities_in(sentence.start, sentence.stop))
    return subset or opens_with_one(scene.reading, sentence) or _opens_with_number(scene, sentence)
