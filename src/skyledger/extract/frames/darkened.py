"""Power cuts told by who took the light, or by the dark: "took light from 9,000 homes", "the town is wholly dark".

Set phrases are in the packs; here a supply and what befell it, or a place and its dark, stand in one clause.
"""

from skyledger.extract.nouns import SUPPLIED, is_of
from skyledger.extract.reading import Reading
from skyledger.extract.scene import Scene
from skyledger.extract.word_bits import word_class
from skyledger.model.frame import Mention, Sentence

_SUPPLY = frozenset("light lights power electricity current supply".split())
_TAKEN = frozenset("took take takes taken taking cut cuts cutting severed stole snatched removed shut turned".split())
_SOURCE = frozenset("from off to for".split())
_FILLERS = frozenset("the their its all away electric electrical mains of out off".split())
# "power line", "power plant": what belongs to the supply is not the supply.
_COMPOUNDS = frozenset(
    (
        "line lines plant plants station stations substation substations grid unit units engineer engineers "
        "company workers "
        "pylon pylons pole poles cable cables supply supplies bank banks infrastructure facility facilities of "
        "to plug tower"
    ).split()
)
_OF_WHAT = frozenset("of for chain line lines route routes depot column ship ships road roads".split())
_FAILED = frozenset("cut off out down gone lost dead failed missing absent interrupted severed vanished died".split())
_OTHER_SUPPLIES = frozenset(
    "water gas heat heating food fuel arms weapons military ammunition blood bread money labour labor".split()
)
_BACK = frozenset("restored back again returned not never will no".split())
_REACH = 6
_COPULAS = frozenset(
    (
        "is are was were sits sit sat stands stand stood lies lie lay remain remains remained went goes gone stays "
        "stayed"
    ).split()
)
_PLUNGED = ("plung", "cast", "thrown", "threw", "left", "leaving", "leave", "sank", "sunk", "sinking")
_HOW = frozenset(
    (
        "wholly still completely entirely all quite now almost nearly mostly partly largely in into the total "
        "full pitch "
        "complete utter again without"
    ).split()
)
_DARK = frozenset("dark darkness blackness darkened unlit powerless blackout".split())
_PEOPLED = frozenset(
    (
        "town city village villages towns cities district districts quarter suburb suburbs streets street "
        "community region "
        "houses homes households flats blocks bank settlement settlements neighbourhood neighborhood customers half"
    ).split()
)
_BREAKS = frozenset(",;:.()–—!?")


TOLD_BY = word_class(_SUPPLY | _DARK)


def may_be_dark(reading: Reading) -> bool:
    """Tell cheaply whether a text speaks of a supply or of the dark."""
    return reading.mask & TOLD_BY != 0


def find_darkened(scene: Scene, sentence: Sentence, known: list[Mention]) -> list[Mention]:
    """Return the power cuts of a sentence that no phrase of the packs tells, as mentions like those of the packs."""
    words = scene.reading.tokens.words
    candidates = scene.reading.of_class(TOLD_BY, sentence.start, sentence.stop)
    if not candidates:
        return []
    told = {
        n for t in known if t.value in ("outage", "restored", "water", "gas", "heating") for n in range(t.start, t.stop)
    }
    found: list[Mention] = []
    for n in candidates:
        if n in told:
            continue
        if words[n] in _SUPPLY:
            stretch = _taken(scene.reading, sentence, n) or _failed(scene, sentence, n) or _loss_of(words, sentence, n)
        elif words[n] in _DARK:
            stretch = _dark(scene, sentence, n)
        else:
            continue
        if stretch is not None and told.isdisjoint(range(*stretch)):
            found.append(Mention("trigger", "outage", *stretch, frozenset(("lack",)), "en"))
            told.update(range(*stretch))
    return found


def _taken(reading: Reading, sentence: Sentence, n: int) -> tuple[int, int] | None:
    """Return "took light from", "cut the power to": the supply with its verb before it and a preposition behind."""
    words = reading.tokens.words
    if n + 1 >= sentence.stop or words[n + 1] not in _SOURCE or words[n - 1] in _OTHER_SUPPLIES:
        return None
    at = n - 1
    while at > sentence.start and words[at] in _FILLERS:
        at -= 1
    if at < sentence.start or words[at] not in _TAKEN or reading.parted(at, n + 1, _BREAKS):
        return None
    return None if words[at - 1] in _BACK and at > sentence.start else (at, n + 2)


_DENIED = frozenset("no not without any never averted avoided".split())
_LOSSES = frozenset("interruption interruptions disruption disruptions loss failure cut".split())


def _loss_of(words: list[str], sentence: Sentence, n: int) -> tuple[int, int] | None:
    """Return "interruption of supply", "loss of electricity"; not that of water or of a supply of arms."""
    first = n
    while first > sentence.start and words[first - 1] in ("the", "power", "electricity", "electric"):
        first -= 1
    if first < sentence.start + 2 or words[first - 1] not in ("of", "in", "to") or words[first - 2] not in _LOSSES:
        return None
    behind = words[n + 1 : n + 2]
    if _DENIED.intersection((*words[max(sentence.start, first - 4) : first], *words[n + 1 : n + 4])):
        return None
    return None if behind and (behind[0] in _COMPOUNDS or behind[0] == "chain") else (first - 2, n + 1)


def _failed(scene: Scene, sentence: Sentence, n: int) -> tuple[int, int] | None:
    """Return "power in Shebekino cut", "supply was interrupted": what befell it stands behind, in the same clause."""
    reading, words = scene.reading, scene.reading.tokens.words
    if words[n + 1 : n + 2] and words[n + 1] in _COMPOUNDS and words[n] in ("power", "electricity", "light", "lights"):
        return None
    if words[n] == "supply" and words[n + 1 : n + 2] and words[n + 1] in _OF_WHAT and words[n + 2] not in _SUPPLY:
        return None  # "the supply of arms", "the supply route"
    if words[n - 1] in _OTHER_SUPPLIES or (words[n] in ("light", "current") and words[n - 1] not in ("no", "the")):
        return None
    placed = {t for p in scene.places_in(n + 1, sentence.stop) for t in range(p.start, p.stop)}
    steps = 0
    for at in range(n + 1, sentence.stop):
        if reading.parted(at - 1, at, _BREAKS) or words[at] in _BACK or words[at] in ("by", "when", "while"):
            return None
        if words[at] in _FAILED:
            verb = (
                words[at - 1] in (*_COPULAS, "been", "being", "has") or at - 1 in placed or words[at] in ("cut", "gone")
            )
            if words[n] == "supply" and words[at - 1] not in ("was", "been", "is", "were"):
                return None
            return (n, at + 1) if verb else None
        steps += at not in placed
        if steps > _REACH:
            return None
    return None


def _dark(scene: Scene, sentence: Sentence, n: int) -> tuple[int, int] | None:
    """Return "is wholly dark", "sits in the dark", "plunging 8,000 homes into darkness"; not the dark of a sky."""
    reading, words = scene.reading, scene.reading.tokens.words
    at = n - 1
    while at > sentence.start and words[at] in _HOW:
        at -= 1
    if at < sentence.start or reading.parted(at, n, _BREAKS):
        return None
    if words[at] in _COPULAS:
        return (at, n + 1) if _is_peopled(scene, sentence, at) else None
    if words[at + 1] not in ("in", "into", "without"):
        return None
    for verb in range(at, max(sentence.start - 1, at - 9), -1):
        if verb < at and reading.parted(verb, verb + 1, ";:.()–—!?"):
            return None
        if words[verb].startswith(_PLUNGED):
            peopled = bool(scene.places_in(verb, n)) or any(
                is_of(q, SUPPLIED) for q in scene.quantities_in(verb + 1, n)
            )
            return (verb, n + 1) if peopled or _PEOPLED.intersection(words[verb:n]) else None
    return None


def _is_peopled(scene: Scene, sentence: Sentence, at: int) -> bool:
    """Tell whether a place or its homes are the subject of a verb: "Shostka is", "half the town sits"."""
    words = scene.reading.tokens.words
    first = max(sentence.start, at - 4)
    if any(p.stop >= at - 1 for p in scene.places_in(first, at)):
        return True
    return any(w in _PEOPLED for w in words[max(first, at - 2) : at])
