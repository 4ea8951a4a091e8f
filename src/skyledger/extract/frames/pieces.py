"""Pieces of what flew, by any noun of pieces before it: "the remains of seven drones", "куски беспилотника"."""

from skyledger.extract.scene import Scene
from skyledger.extract.word_bits import word_class
from skyledger.model.frame import Mention, Sentence

_EN = frozenset(
    "remains remnants wreckage wreck wrecks pieces parts bits fragments carcass carcasses hulk shell".split()
)
_SLAVIC = (
    *("останк", "остатк", "остов", "куск", "кусоч", "фрагмент", "обломок", "обломк", "обломков", "обломки"),
    *("рештк", "решток", "шматк", "уламк", "уламок", "залишк"),
)
_REST = ("залишк", "остатк")
_PARTS = frozenset("pieces parts bits".split())
_FOUND = frozenset(
    (
        "found located discovered recovered collected fell landed came lay lying scattered strewn rained showered "
        "dropped hit damaged struck pierced crashed picked"
    ).split()
)
_FALLS = frozenset(
    (
        "landing landed falling fell coming came dropping dropped raining rained ending ended scattering scattered "
        "crashing crashed tumbling tumbled hitting hit striking struck showering strewn lying found"
    ).split()
)
_OWNERS = frozenset(("their", "its", "whose"))
_NOUNS = word_class(_EN)
_TO_FALL = 5  # words from the pieces to their fall
_BEFORE = frozenset("a an the one several enemy russian downed another".split())


def told_by_pieces(scene: Scene, sentence: Sentence, triggers: list[Mention]) -> list[Mention]:
    """Return triggers of debris by nouns of pieces that stand before what flew and are in no pack with it.

    Args:
        scene: The document.
        sentence: Which sentence.
        triggers: The triggers of the air its words are.
    """
    reading = scene.reading
    words = reading.tokens.words
    taken = {n for t in triggers if t.value == "debris" for n in range(t.start, t.stop)}
    found: list[Mention] = []
    for thing in scene.quantities_in(sentence.start, sentence.stop):
        if thing.noun is None or thing.noun.category != "object" or thing.noun.value == "aircraft":
            continue
        noun = thing.start - 1
        if thing.noun.lang == "en":
            noun -= words[noun] in _BEFORE
            if words[noun] != "of":
                continue
            noun -= 1
        if noun < sentence.start or noun in taken or reading.at("trigger", noun) is not None:
            continue
        rest = words[noun].startswith(_REST) and thing.count is None  # "залишки шахедів": those still in the air
        if not rest and _names_pieces(scene, sentence, noun, thing.noun.lang):
            found.append(Mention("trigger", "debris", noun, noun + 1, frozenset(), thing.noun.lang))
    return found or _of_those_before(scene, sentence, triggers, taken)


def _of_those_before(scene: Scene, sentence: Sentence, triggers: list[Mention], taken: set[int]) -> list[Mention]:
    """Return pieces of those just shot down: "their remains landing on a pitch", "with parts of them dropping onto"."""
    reading, words = scene.reading, scene.reading.tokens.words
    if not reading.says(sentence, _NOUNS) or not any(t.value == "downed" for t in triggers):
        return []
    for noun in reading.of_class(_NOUNS, sentence.start + 1, sentence.stop - 2):
        theirs = words[noun - 1] in _OWNERS or words[noun + 1 : noun + 3] in (["of", "them"], ["of", "it"])
        after = words[noun + 1 : min(sentence.stop, noun + 1 + _TO_FALL)]
        if theirs and noun not in taken and _FALLS.intersection(after):
            return [Mention("trigger", "debris", noun, noun + 1, frozenset(), "en")]
    return []


def _names_pieces(scene: Scene, sentence: Sentence, noun: int, lang: str) -> bool:
    words = scene.reading.tokens.words
    if lang != "en":
        return words[noun].startswith(_SLAVIC)
    told = words[noun] not in _PARTS or bool(_FOUND.intersection(words[sentence.start : sentence.stop]))
    return words[noun] in _EN and told
