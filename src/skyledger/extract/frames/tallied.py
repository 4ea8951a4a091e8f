"""Damage told by a list and its heading: "Also broken: five blocks", "a ship and two flats: the port's losses"."""

import re

from skyledger.extract.frames.made_triggers import made_trigger
from skyledger.extract.frames.things import DAMAGED
from skyledger.extract.nouns import is_of
from skyledger.extract.reading import Reading
from skyledger.extract.scene import Scene
from skyledger.extract.word_bits import word_class
from skyledger.model.frame import Mention, Sentence

# Nouns that head a list of what was lost, or close it; with them the list must be of things.
_HEADS = frozenset(
    (
        "losses loss toll damage destruction wreckage upshot "
        "потери ущерб разрушения повреждения урон втрати збитки руйнування пошкодження"
    ).split()
)
# Whose losses are those of the ground fighting.
_ENEMY = frozenset(
    "enemy enemys invaders occupiers troops army brigade regiment противника врага ворога окупантів оккупантов".split()
)
_COSTS = frozenset(("cost", "costs"))
HEADING = word_class(_HEADS | _COSTS)
_COLON = re.compile(r"\s*:\s*$")
_LOSING = word_class(pieces=("loss", "toll", "cost", "потер", "втрат", "збитк", "ущерб", "урон"))
_THINGS = DAMAGED - {"part", "settlement", "location"}
_REACH = 8  # words between a heading and its colon
_FLAG = frozenset(("tally",))


def may_tally(reading: Reading) -> bool:
    """Tell cheaply whether a text may list what was damaged under a noun."""
    return reading.mask & _LOSING != 0


def lists_enemy_losses(reading: Reading, sentence: Sentence) -> bool:
    """Tell whether a sentence heads a list of what the other side lost: "the enemy's losses: two tanks"."""
    words = reading.tokens.words
    nouns = (n for n in reading.of_class(HEADING, sentence.start, sentence.stop) if words[n] in _HEADS)
    return any(_ENEMY.intersection(words[max(sentence.start, n - 3) : n + 5]) for n in nouns)


def find_tallies(scene: Scene, sentence: Sentence, known: list[Mention]) -> list[Mention]:
    """Return the nouns of loss that head or close a list of things, as mentions like those of the packs."""
    words = scene.reading.tokens.words
    nouns = scene.reading.of_class(HEADING, sentence.start, sentence.stop)
    if not nouns:
        return []
    held = {n for t in known for n in range(t.start, t.stop)}
    for n in nouns:
        if n in held or _ENEMY.intersection(words[max(sentence.start, n - 3) : n + 5]):
            continue
        if words[n] in _COSTS and _costs_things(scene, sentence, n):
            return [made_trigger(words, "damage", n, n + 1, _FLAG)]
        if words[n] in _HEADS and (_heads(scene, sentence, n) or _closes(scene, sentence, n)):
            return [made_trigger(words, "damage", n, n + 1, _FLAG)]
    return []


def heads_list(scene: Scene, sentence: Sentence, trigger: Mention) -> bool:
    """Tell whether a weak word of damage stands before a colon and a list of things: "Also broken: ten cars"."""
    if trigger.stop >= sentence.stop or not _COLON.match(scene.reading.gap(trigger.stop - 1, trigger.stop)):
        return False
    return _lists_things(scene, trigger.stop, sentence.stop)


def _heads(scene: Scene, sentence: Sentence, n: int) -> bool:
    """Tell whether a colon stands behind a noun, with things right behind it: "the losses in Izium: seven houses"."""
    for at in range(n + 1, min(sentence.stop, n + 2 + _REACH)):
        gap = scene.reading.gap(at - 1, at)
        if _COLON.match(gap):
            return _lists_things(scene, at, sentence.stop)
        if set(",;.()–—").intersection(gap):
            return False
    return False


def _closes(scene: Scene, sentence: Sentence, n: int) -> bool:
    """Tell whether a list that opens the sentence ends in a colon right before the noun's phrase."""
    for at in range(n, max(sentence.start, n - _REACH), -1):
        gap = scene.reading.gap(at - 1, at)
        if _COLON.match(gap):
            return _lists_things(scene, sentence.start, at) and not scene.reading.starting(
                "trigger", sentence.start, at
            )
        if set(",;.()–—").intersection(gap):
            return False
    return False


def _lists_things(scene: Scene, start: int, stop: int) -> bool:
    """Tell whether the first thing named in a stretch is counted and near its beginning."""
    things = [q for q in scene.quantities_in(start, stop) if is_of(q, _THINGS)]
    words = scene.reading.tokens.words
    told = things and (things[0].count is not None or words[things[0].start - 1] in ("a", "an") or words[start] == "a")
    return bool(told) and things[0].start - start <= 3


def _costs_things(scene: Scene, sentence: Sentence, n: int) -> bool:
    """Tell whether an attack cost somebody things: "the raid cost the town four cars and a shop"."""
    reading = scene.reading
    raids = [t for t in reading.in_range("trigger", max(sentence.start, n - 8), n) if t.value in ("attacked", "hit")]
    things = [
        q for q in scene.quantities_in(n + 1, min(sentence.stop, n + 7)) if is_of(q, _THINGS) and q.count is not None
    ]
    return bool(raids and things) and not reading.parted(n, things[0].start, ",;:")
