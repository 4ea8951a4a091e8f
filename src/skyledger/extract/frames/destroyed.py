"""Whether a verb that also says "shot down" says "destroyed" of things on the ground: "three vans were destroyed"."""

from skyledger.extract.frames.things import DAMAGED
from skyledger.extract.nouns import is_of
from skyledger.extract.scene import Scene
from skyledger.extract.words import WHERE_WORDS
from skyledger.model.frame import Mention, Quantity

_STRIKES = frozenset(("hit", "attacked", "debris"))


def destroys_ground(scene: Scene, trigger: Mention) -> bool:
    """Tell whether a verb that also says "shot down" says "destroyed" of things on the ground here."""
    reading = scene.reading
    words = reading.words(trigger.start, trigger.stop).lower()
    if not words.startswith(("destroy", "knock", "wip", "annihilat", "took out", "taken out", "уничтож", "знищ")):
        return False
    sentence = reading.sentence_of(trigger.start)
    near = [
        q
        for q in scene.quantities_in(max(sentence.start, trigger.start - 5), min(trigger.stop + 6, sentence.stop))
        if not reading.parted(min(q.stop, trigger.stop) - 1, max(q.start, trigger.start), ",:;")
    ]
    ground = [q for q in near if is_of(q, DAMAGED)]
    flying = [q for q in near if q.noun is not None and q.noun.category == "object" and not _by(scene, q)]
    flying = [q for q in flying if not _did_it(scene, q, trigger)]
    if ground and trigger.lang != "en" and "verb" in trigger.flags and "neut" not in trigger.flags:
        # "дрон знищив будинок", "ракета уничтожила школу"
        tokens = reading.tokens.words
        struck = [q for q in ground if 0 <= q.start - trigger.stop <= 2 and tokens[q.start - 1] not in WHERE_WORDS]
        flying = [q for q in flying if not struck or q.stop != trigger.start]
    return bool(ground) and not flying


def _did_it(scene: Scene, quantity: Quantity, trigger: Mention) -> bool:
    """Tell whether what flies did it: "дрон уничтожил дом", "после атаки дронов уничтожены три грузовика"."""
    reading = scene.reading
    if quantity.stop > trigger.start:
        return False
    if trigger.lang == "en":
        return _strike_did_it(scene, quantity, trigger)
    before = reading.ending("trigger", quantity.start, quantity.start)
    if quantity.count is None and any(t.value in _STRIKES and not t.flags & {"verb", "attr"} for t in before):
        return True
    active = reading.tokens.words[trigger.start].endswith(("ил", "ила", "или", "ив"))
    ahead = scene.quantities_in(trigger.stop, trigger.stop + 4)
    ground = any(is_of(q, DAMAGED) for q in ahead)
    return active and ground and quantity.stop == trigger.start


_STRIKE_NOUNS = frozenset("strike strikes attack attacks raid raids barrage salvo fire impact explosion".split())
_DETERMINERS = frozenset("a an the one two three four five six its their his her our part".split())


def _strike_did_it(scene: Scene, quantity: Quantity, trigger: Mention) -> bool:
    """Tell whether what flies, or a strike with it, is the subject of a verb: "a drone strike destroyed a mill"."""
    words = scene.reading.tokens.words
    between = words[quantity.stop : trigger.start]
    behind = words[trigger.stop : trigger.stop + 1]
    acts = "past" in trigger.flags and trigger.stop == trigger.start + 1 and words[trigger.start] == "destroyed"
    return acts and all(w in _STRIKE_NOUNS for w in between) and bool(_DETERMINERS.intersection(behind))


def _by(scene: Scene, quantity: Quantity) -> bool:
    """Tell whether an object is the means: "destroyed by a drone", "знищено дроном", "внаслідок удару дрона"."""
    reading = scene.reading
    if any(
        t.value in _STRIKES and not t.flags & {"verb", "neut", "attr"} and quantity.start - t.stop <= 1
        for t in reading.ending("trigger", quantity.start - 1, quantity.start)
    ):
        return True
    before = reading.tokens.words[quantity.start - 1] if quantity.start else ""
    return before in ("by", "from", "через", "із-за") or (
        quantity.noun is not None and reading.tokens.words[quantity.noun.stop - 1].endswith(("ом", "ами", "ою", "ой"))
    )
