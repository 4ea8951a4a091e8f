"""Words of a fall: those that name pieces, and those that say that a thing itself came down."""

from skyledger.extract.chunks import Chunk
from skyledger.extract.context import is_negated
from skyledger.extract.frames.binding import is_flying
from skyledger.extract.reading import Reading
from skyledger.model.frame import Mention, Sentence

# "A drone fell" is one drone, the debris of a drone is none.
FALLS = frozenset(
    (
        "fell",
        "came down",
        "crashed",
        "came down in",
        "plummeted",
        "crash landed",
        "plunged",
        "fell from the sky",
        "falling",
    )
)
# Stems of pieces, and of "the fall of", which is said of pieces and of whole drones alike.
_PIECES = (
    *("debris", "wreck", "fragment", "remain", "remnant", "piece", "part", "shard", "splinter"),
    *("облом", "осколк", "фрагмент", "остат", "част", "кус", "падени", "деталь", "детал"),
    *("улам", "решт", "шматк", "падінн", "части"),
)


def names_pieces(reading: Reading, trigger: Mention) -> bool:
    """Tell whether words of a fall name pieces: "обломки упали", but not "дрон упал"."""
    return any(w.startswith(_PIECES) for w in reading.tokens.words[trigger.start : trigger.stop])


# Stems of where nothing can be struck.
_OPEN_GROUND = (
    *("field", "forest", "river", "sea", "swamp", "lake", "pond", "water", "meadow", "steppe", "ditch", "wood"),
    *("поле", "полем", "лес", "рек", "мор", "болот", "озер", "пруд", "вод", "луг", "степ", "овраг", "пустыр"),
    *("ліс", "річк", "ставок", "луц", "яр", "пустк", "лиман", "залив", "заток", "reservoir", "bay", "estuary"),
)

# What begins like them and is none.
_BUILT = (
    *("морг", "водокан", "водоза", "водока", "водител", "водонап", "водій", "реконстр", "реклам", "ярмар", "яросл"),
    *("waterw", "woodw", "seaport", "лісни", "лесоп", "лісоп", "лесн"),
)
_FIELDS = frozenset("полі поля полю полях".split())


def fell_on_open_ground(reading: Reading, trigger: Mention) -> bool:
    """Tell whether something fell where there is nothing to strike: "ракета рухнула в поле"."""
    words = reading.tokens.words[trigger.stop : trigger.stop + 4]
    return any((w.startswith(_OPEN_GROUND) and not w.startswith(_BUILT)) or w in _FIELDS for w in words[1:])


def is_denied_fall(reading: Reading, trigger: Mention, others: list[Mention]) -> bool:
    """Tell whether the verb of the pieces is negated: "обломки на дома не падали"."""
    return any(t.value == "debris" and t.start >= trigger.stop and is_negated(reading, t.start, t.stop) for t in others)


_BLASTS = ("взорв", "вибух", "детон", "сдетон", "здетон", "рванул", "explod", "detonat", "blew", "went off")
_BLAST_REACH = 10


def blew_up(reading: Reading, sentence: Sentence, trigger: Mention) -> bool:
    """Tell whether what fell is said to have exploded: "упал на крышу и взорвался"."""
    for other in reading.starting("trigger", trigger.stop, min(trigger.stop + _BLAST_REACH, sentence.stop)):
        if other.value != "hit" or not reading.words(other.start, other.stop).lower().startswith(_BLASTS):
            continue
        between = reading.starting("object", trigger.stop, other.start)
        return not between and not is_negated(reading, other.start, other.stop)
    return False


_ENDS = frozenset(("downed", "suppressed", "debris", "hit"))


def instead_of_negated(reading: Reading, chunks: list[Chunk], index: int, trigger: Mention) -> tuple[Mention, int]:
    """Return what happened instead of a negated verb, and where: "did not hit the school but fell into a pond"."""
    words = reading.tokens.words
    if (
        trigger.value not in _ENDS
        or "all" in words[trigger.start - 3 : trigger.start]
        or not is_negated(reading, trigger.start, trigger.stop)
    ):
        return trigger, index
    for at in range(index, min(index + 3, len(chunks))):
        chunk = chunks[at]
        for other in chunk.triggers:
            verbal = bool(other.flags & {"verb", "past", "weak", "neut"}) or other.lang == "en"
            if other.start > trigger.start and other.value in _ENDS and verbal:
                own = any(q.count is not None and q.start > trigger.stop for q in chunk.quantities if is_flying(q))
                if own or is_negated(reading, other.start, other.stop, 1):
                    return trigger, index
                return other, at
    return trigger, index
