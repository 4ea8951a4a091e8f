"""Lists of places with their numbers: which number stands alone behind its place, which piece goes on listing."""

from skyledger.extract.chunks import Chunk
from skyledger.extract.frames.ranking import RANKING
from skyledger.extract.reading import Reading
from skyledger.extract.scene import Scene
from skyledger.extract.words import PLACE_LINKS, PLACE_PREPOSITIONS
from skyledger.model.frame import Quantity, Sentence

DASHES = frozenset("–—-")
# What may part a place from the number that stands alone behind it: "Курская – 7", "Kursk region, 19", "Тула (4)".
_POINTERS = frozenset(("–", "—", "-", ",", ":", "("))
_LONE = 3  # tokens: the number with its hedge, or "6 each"
_AREAS = frozenset(("region", "settlement", "location"))
# Words of an item that are neither its place nor its number.
_GLUE = (
    PLACE_LINKS
    | PLACE_PREPOSITIONS
    | frozenset(
        (
            "each another more of them those regions region further plus по еще ще ещё из них з області районе районі"
        ).split()
    )
)


def _counts_flying(quantity: Quantity) -> bool:
    return quantity.count is not None and (quantity.noun is None or quantity.noun.category == "object")


def is_lone_number(chunk: Chunk) -> bool:
    """Tell whether a chunk is no more than one number of things in the air, set apart."""
    return (
        chunk.opener in _POINTERS
        and len(chunk.quantities) == 1
        and chunk.quantities[0].elliptic
        and chunk.quantities[0].count is not None
        and not chunk.places
        and not chunk.triggers
        and chunk.stop - chunk.start <= _LONE
    )


def owns_place_before(chunks: list[Chunk], index: int) -> bool:
    """Tell whether the chunk is a lone number whose place is the chunk before: "over the Kursk Region, 19"."""
    if index < 1 or index >= len(chunks) or not is_lone_number(chunks[index]):
        return False
    before = chunks[index - 1]
    behind = chunks[index + 1] if index + 1 < len(chunks) else None
    told_behind = behind is not None and behind.opener in DASHES and (behind.places or behind.quantities)
    if told_behind and chunks[index].opener not in DASHES:
        return False  # "девять — в небе Брянщины": the place follows
    return len(before.places) == 1 and not any(_counts_flying(q) for q in before.quantities)


def is_item(scene: Scene, sentence: Sentence) -> bool:
    """Tell whether a piece without a verb is one member of a list: a place, a number, and nothing else of weight.

    Behind a semicolon more may be told of it: "over the Moscow Region, 9, seven of them bound for the city".
    """
    reading = scene.reading
    places = scene.places_in(sentence.start, sentence.stop)
    numbers = scene.quantities_in(sentence.start, sentence.stop)
    counted = [q for q in numbers if _counts_flying(q)]
    if not places or not counted:
        return False
    stop = sentence.stop
    if is_after_semicolon(reading, sentence):
        head = max(places[0].stop, counted[0].stop)
        if head < stop and reading.gap(head - 1, head).strip(" \u00a0")[:1] in (",", "(", "–", "—"):
            stop = head
    if any(u.value not in _AREAS for u in reading.starting("unit", sentence.start, stop)):
        return False
    held = {t for p in places for t in range(p.start, p.stop)} | {t for q in numbers for t in range(q.start, q.stop)}
    return all(t in held or _is_glue(reading, t) for t in range(sentence.start, stop))


def _is_glue(reading: Reading, token: int) -> bool:
    word = reading.tokens.words[token]
    return word in _GLUE or word in RANKING or reading.at("place_head", token) is not None


def is_after_semicolon(reading: Reading, sentence: Sentence) -> bool:
    """Tell whether a semicolon parts a sentence from the one before, so that both are one statement."""
    return reading.text[max(0, sentence.first - 40) : sentence.first].rstrip(" \n\u00a0").endswith(";")
