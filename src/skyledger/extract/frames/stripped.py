"""Damage told by the part a thing lost or was pierced through: "took the glass out of 30 flats", "through the roof".

The verb says little; the part, a word of away or through, and the thing it belongs to say it.
"""

from skyledger.extract.frames.made_triggers import made_trigger
from skyledger.extract.nouns import is_of
from skyledger.extract.reading import Reading
from skyledger.extract.scene import Scene
from skyledger.extract.word_bits import word_class
from skyledger.model.frame import Mention, Quantity, Sentence

# To take away, as first letters of English, Russian and Ukrainian verbs.
_TAKE = tuple(
    "took take taken tear tore torn ripp rip blew blow blown suck knock stripp sheared shear swept sweep wrench shook "
    "pushed drove lift peel cost robb punch smash "
    "сорва снес вынес выби вырва содра посрыва зірва знес винес виби вирва позрива".split()
)
_AWAY = frozenset("out off from away".split())
_FILLERS = frozenset("the a an all its their whole entire half most every of old new front rear back".split())
_THROUGH = frozenset("through сквозь крізь".split())
_PIERCED = (
    "roof",
    "ceiling",
    "wall",
    "window",
    "facade",
    "крыш",
    "кровл",
    "потол",
    "стен",
    "окн",
    "дах",
    "стел",
    "вікн",
)
_LACKING = ("leaving", "left", "leaves")
_THINGS = frozenset(("building", "apartment", "vehicle"))
_WEAPONS = frozenset(("drone", "shahed", "missile", "blast", "shrapnel", "fragment", "fragments", "debris", "rocket"))
_CUT = frozenset(";:.()!?")
_REACH = 4
_FLAG = frozenset(("stripped",))


_PARTS = frozenset(("part",))
_GOING = word_class({*_AWAY, *_THROUGH, "without"})


def may_be_stripped(reading: Reading) -> bool:
    """Tell cheaply whether a text says how a part of a thing went."""
    return reading.mask & _GOING != 0


def find_stripped(scene: Scene, sentence: Sentence, known: list[Mention]) -> list[Mention]:
    """Return the damage told by a lost or pierced part, as mentions like those of the packs."""
    parts = [q for q in scene.quantities_in(sentence.start, sentence.stop) if is_of(q, _PARTS)]
    if not parts:
        return []
    held = {n for t in known if "weak" not in t.flags for n in range(t.start, t.stop)}
    found: list[Mention] = []
    for part in parts:
        stretch = (
            _taken(scene, sentence, part) or _pierced(scene, sentence, part) or _left_without(scene, sentence, part)
        )
        if stretch is None or not held.isdisjoint(range(*stretch)):
            continue
        found.append(made_trigger(scene.reading.tokens.words, "damage", *stretch, _FLAG))
        held.update(range(*stretch))
    return found


def _taken(scene: Scene, sentence: Sentence, part: Quantity) -> tuple[int, int] | None:
    """Return the verb of "took the glass out of 30 flats"."""
    reading, words = scene.reading, scene.reading.tokens.words
    behind = words[part.stop : part.stop + 2]
    if not behind or behind[0] not in _AWAY or part.noun is None:
        return None
    things = [q for q in scene.quantities_in(part.stop, part.stop + 7) if is_of(q, _THINGS)]
    if not things or reading.parted(part.stop - 1, things[0].start, _CUT):
        return None
    at = part.start - 1
    while at > sentence.start and words[at] in _FILLERS:
        at -= 1
    taken = at >= sentence.start and words[at].startswith(_TAKE) and not _by_hand(scene, sentence, at)
    return (at, at + 1) if taken and not reading.parted(at, part.start, _CUT) else None


_MENDED = ("repair", "replac", "renovat", "ремонт", "замен", "замін", "заміню")


def _by_hand(scene: Scene, sentence: Sentence, verb: int) -> bool:
    """Tell whether people took the part away, or it was mended: "workers took the old roof off the barn"."""
    people = scene.quantities_in(max(sentence.start, verb - 4), verb)
    mended = any(w.startswith(_MENDED) for w in scene.reading.tokens.words[sentence.start : sentence.stop])
    return mended or any(is_of(q, frozenset(("person",))) for q in people)


def _pierced(scene: Scene, sentence: Sentence, part: Quantity) -> tuple[int, int] | None:
    """Return "through the roof": a weapon stands before it, and the thing whose roof it is beside it."""
    reading, words = scene.reading, scene.reading.tokens.words
    if part.noun is None or not words[part.noun.start].startswith(_PIERCED):
        return None
    before = range(max(sentence.start, part.start - 4), part.start)
    at = next((n for n in before if words[n] in _THROUGH), None)
    if at is None or reading.parted(at, part.start, _CUT):
        return None
    near = scene.quantities_in(at, part.stop + _REACH)
    flies = reading.in_range("object", max(sentence.start, at - 8), at)
    armed = bool(flies) or not _WEAPONS.isdisjoint(words[max(sentence.start, at - 8) : at])
    return (at, at + 1) if armed and any(is_of(q, _THINGS) for q in near) else None


def _left_without(scene: Scene, sentence: Sentence, part: Quantity) -> tuple[int, int] | None:
    """Return "leaving it without a front" and "left the shop without its windows"."""
    reading, words = scene.reading, scene.reading.tokens.words
    at = part.start - 1
    while at > sentence.start and words[at] in _FILLERS:
        at -= 1
    if at < sentence.start or words[at] != "without":
        return None
    for verb in range(at - 1, max(sentence.start, at - 6) - 1, -1):
        if reading.parted(verb, verb + 1, _CUT):
            return None
        if words[verb] in _LACKING:
            things = [q for q in scene.quantities_in(verb, at) if is_of(q, _THINGS)]
            it = words[verb + 1 : verb + 2] in (["it"], ["them"])
            before = [q for q in scene.quantities_in(sentence.start, verb) if is_of(q, _THINGS)]
            return (at, at + 1) if things or (it and before) else None
    return None
