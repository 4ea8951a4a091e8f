"""Airports told to lie still and to stir again: "were idle until 7:40", "did no flying", "the pause began at 02:15".

Who is idle is an airport of the sentence, or one told of before; what makes it news is the hour beside it.
"""

from skyledger.extract.frames.made_triggers import made_trigger
from skyledger.extract.reading import Reading
from skyledger.extract.scene import Scene
from skyledger.model.frame import Mention, PlacePhrase, Sentence

_COPULAS = frozenset(
    ("is are was were went fell lay stood sat stayed remained kept been goes stands sits remains stays had").split()
)
_IDLE = frozenset(
    (
        "idle quiet silent empty motionless deserted frozen paralysed paralyzed grounded lifeless mothballed asleep "
        "still suspended"
    ).split()
)
_OUT_OF = frozenset("action use service operation commission bounds business".split())
_ON = frozenset("hold pause standstill lockdown".split())
_NO_WORK = frozenset(
    "flying flights flight business landings takeoffs departures arrivals traffic work movements".split()
)
_DID_NO = frozenset("did had saw handled made ran".split())
_PAUSES = frozenset(
    "pause break closure halt stoppage suspension shutdown standstill ban restrictions restriction curbs".split()
)
_BEGAN = frozenset("began begins started starts dates dated came took set kicked".split())
_ENDED = frozenset("ended ends expired lapsed over lifted finished stopped".split())
_THAWED = frozenset("thawed unfroze restarted reawoke awoke woke".split())
_NOT = frozenset("not never no until without".split())
_BREAKS = frozenset(";!?")
_PLAIN = ("airport", "runway", "flight", "airfield", "airspace", "aircraft", "planes")


def find_idle(scene: Scene, sentence: Sentence, airports: list[PlacePhrase], spoken_of: bool) -> list[Mention]:
    """Return closures and re-openings told by idleness, as mentions like those of the packs.

    Args:
        scene: The document.
        sentence: Where to look; without an hour or a part of the day it tells nothing.
        airports: Airports named in it.
        spoken_of: Whether an airport was told of before.
    """
    heads = [h for h in scene.reading.in_range("place_head", sentence.start, sentence.stop) if h.value == "airport"]
    if not (airports or heads or spoken_of) or not scene.times_in(sentence):
        return []
    words = scene.reading.tokens.words
    found: list[Mention] = []
    for n in range(sentence.start, sentence.stop):
        word = words[n]
        if word in _PAUSES:
            found += _paused(scene, sentence, n)
        elif airports or heads:
            stretch = _state(scene, sentence, n, airports)
            if stretch is not None:
                found.append(made_trigger(words, *stretch))
    return found


def may_be_idle(reading: Reading) -> bool:
    """Tell cheaply whether a text speaks of airports in plain words."""
    return any(word in reading.tokens.folded for word in _PLAIN)


def _state(scene: Scene, sentence: Sentence, n: int, airports: list[PlacePhrase]) -> tuple[str, int, int] | None:
    words = scene.reading.tokens.words
    stop = sentence.stop
    if words[n] in _COPULAS and _is_subject(scene, sentence, airports, n):
        behind = [words[at] for at in range(n + 1, min(stop, n + 4))]
        if not behind or _NOT.intersection(behind[:1]):
            return None
        if behind[0] in _IDLE and not _has_object(scene, sentence, n + 2):
            return ("closure", n, n + 2)
        if behind[:2] == ["out", "of"] and behind[2:] and behind[2] in _OUT_OF:
            return ("closure", n, n + 4)
        if behind[0] in ("on", "at") and _ON.intersection(behind):
            return ("closure", n, n + 2)
    if words[n] in _DID_NO and words[n + 1 : n + 2] == ["no"] and _NO_WORK.intersection(words[n + 2 : n + 3]):
        return ("closure", n, n + 3) if _is_subject(scene, sentence, airports, n) else None
    if words[n] in _THAWED and n > sentence.start:
        return ("reopening", n, n + 1)
    return None


def _is_subject(scene: Scene, sentence: Sentence, airports: list[PlacePhrase], n: int) -> bool:
    """Tell whether an airport or its flights stand right before a verb, with no clause between."""
    first = max(sentence.start, n - 4)
    near = [a for a in airports if first <= a.stop <= n]
    heads = scene.reading.starting("place_head", first, n)
    if not near and not any(h.value == "airport" for h in heads):
        return False
    left = max([a.stop for a in near] + [h.stop for h in heads if h.value == "airport"])
    return not scene.reading.parted(left - 1, n, _BREAKS | {","}) or left == n


def _has_object(scene: Scene, sentence: Sentence, at: int) -> bool:
    """Tell whether an idle word goes on as an adjective: "stood empty shops"."""
    if at >= sentence.stop:
        return False
    noun = scene.reading.starting("unit", at, at + 1)
    return bool(noun)


def _paused(scene: Scene, sentence: Sentence, n: int) -> list[Mention]:
    """Return "the pause began at 02:15", "restrictions lasted from A to B", "which began at A, ended at B"."""
    reading, words = scene.reading, scene.reading.tokens.words
    if words[n + 1 : n + 2] in (["of"], ["in"]) and not scene.places_in(n + 2, n + 4):
        return []  # "the pause in the talks"
    found: list[Mention] = []
    for at in range(n + 1, min(sentence.stop, n + 14)):
        if reading.parted(at - 1, at, _BREAKS):
            break
        timed = any(at < a <= at + 3 for a, _ in scene.stretches_in(sentence))
        if words[at] in _BEGAN and timed:
            found.append(made_trigger(words, "closure", n, at + 1))
        elif words[at] in _ENDED and timed:
            found.append(made_trigger(words, "reopening", at, at + 1))
    return found
