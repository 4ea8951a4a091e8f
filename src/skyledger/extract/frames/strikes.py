"""How many strikes a noun tells of: "three direct hits", "влучань — дев'ять", "два прилёта по цеху"."""

from skyledger.extract.chunks import Chunk
from skyledger.extract.marks import CLAUSE_OR_STOP
from skyledger.extract.scene import Scene
from skyledger.model.count import Count
from skyledger.model.frame import Mention, Quantity
from skyledger.model.text import Span

# Stems, and whole words, of what came down where it was aimed.
_STEMS = ("приліт", "прильот", "прилет", "влучан", "попадан", "прихід", "приход", "поцілян")
_NOUNS = frozenset(
    "hit hits impact impacts arrival arrivals strike strikes удар удара удару ударов удары ударів удари".split()
)
# What may stand between the number and the noun, as stems.
_HOW = (
    *("direct", "confirm", "separat", "new", "more", "further", "successive", "powerful", "loud", "drone", "missile"),
    *(
        "прям",
        "точн",
        "ночн",
        "нічн",
        "вечірн",
        "вечерн",
        "мощн",
        "сильн",
        "громк",
        "нов",
        "вражеск",
        "подтвержд",
        "подряд",
        "повторн",
        "таких",
    ),
    *("потужн", "гучн", "ворож", "підтвердж", "поспіль", "російськ", "російськ", "российск", "ракетн", "дронов"),
)
_BETWEEN = 2
_NEARLY = frozenset(("наче", "начебто", "вроде", "кажется", "ровно", "рівно", "уже", "вже", "всего", "усього"))
_RECORDED = frozenset(
    (
        "recorded confirmed reported registered logged counted documented noted verified observed been were are was "
        "have has so far at on in across among within near against"
    ).split()
)
_TRAVEL = ("flight", "passenger", "airport", "train", "aircraft", "ship", "vessel", "tourist", "migrant", "guest")
_RECORD_REACH = 8
_TAKEN = frozenset("took taken suffered sustained received absorbed endured".split())  # "took three direct hits"
_TAKEN_REACH = 3


def is_strike_noun(scene: Scene, trigger: Mention) -> bool:
    """Tell whether a trigger is, or ends in, the noun of a strike."""
    words = scene.reading.tokens.words
    return any(w.startswith(_STEMS) or w in _NOUNS for w in words[trigger.start : trigger.stop])


def counted_strikes(scene: Scene, chunk: Chunk, trigger: Mention) -> tuple[Count, Span] | None:
    """Return how many strikes a noun tells of: the number right before it, or behind it."""
    if not is_strike_noun(scene, trigger):
        return None
    for quantity in scene.quantities_in(chunk.start, chunk.stop):
        if quantity.count is None or quantity.span is None or quantity.noun is not None or quantity.subset:
            continue
        if _stands_before(scene, quantity, trigger) or _stands_behind(scene, quantity, trigger):
            return quantity.count, quantity.span
    return None


_TARGETS = frozenset(("building", "location", "vehicle", "airport"))
_UNDERGO = ("зазна", "подверг", "піддал", "піддав", "опини", "оказал", "попал", "потрап", "were", "was", "came", "took")
_TARGET_REACH = 4


def counted_targets(scene: Scene, chunk: Chunk, trigger: Mention) -> tuple[Count, Span] | None:
    """Return how many things underwent a strike: "11 об'єктів зазнали удару", "a strike on two plants"."""
    for quantity in scene.quantities_in(chunk.start, chunk.stop):
        noun = quantity.noun
        if quantity.count is None or quantity.span is None or noun is None or noun.value not in _TARGETS:
            continue
        if quantity.count.stated is not None and _is_struck(scene, chunk, quantity, trigger):
            return quantity.count, quantity.span
    return None


def _is_struck(scene: Scene, chunk: Chunk, quantity: Quantity, trigger: Mention) -> bool:
    """Tell whether counted things are what a strike went for: behind its preposition, or its passive subject."""
    reading = scene.reading
    words = reading.tokens.words
    if quantity.start >= trigger.stop:
        aimed = trigger.lang == "en" and {"on", "at"}.intersection(words[trigger.stop - 1 : quantity.start])
        near = quantity.start - trigger.stop <= _TARGET_REACH
        if scene.places_in(trigger.stop, quantity.start):
            return False  # "after the strike on Lozova eight trains left late"
        return bool(aimed) and near and not reading.parted(trigger.stop - 1, quantity.start, CLAUSE_OR_STOP)
    between = words[quantity.stop : trigger.start]
    near = quantity.stop <= trigger.start and len(between) <= _TARGET_REACH
    return near and any(w.startswith(_UNDERGO) for w in between) and chunk.start <= quantity.start


def _stands_before(scene: Scene, quantity: Quantity, trigger: Mention) -> bool:
    between = scene.reading.tokens.words[quantity.stop : trigger.start]
    return quantity.stop <= trigger.start and len(between) <= _BETWEEN and all(w.startswith(_HOW) for w in between)


def _stands_behind(scene: Scene, quantity: Quantity, trigger: Mention) -> bool:
    """Tell whether a number follows: "влучань наче два, обидва", "прилётов: 3", but not "прилёт в 12 домов"."""
    reading = scene.reading
    words = reading.tokens.words
    between = words[_behind_place(scene, trigger) : quantity.start]
    if trigger.lang == "en" or quantity.start < trigger.stop or not all(w in _NEARLY for w in between):
        return False
    ends = quantity.stop >= len(words) or not reading.gap(quantity.stop - 1, quantity.stop).isspace()
    return ends or words[quantity.stop] in ("по", "в", "у", "на", "и", "та", "і")


def _behind_place(scene: Scene, trigger: Mention) -> int:
    """Return where the words go on behind a noun and the place it struck: "влучань по місту чотири"."""
    words, stop = scene.reading.tokens.words, trigger.stop
    if words[stop : stop + 1] not in (["по"], ["в"], ["у"]):
        return stop
    places = [p.stop for p in scene.places_in(stop + 1, stop + 4) if p.start <= stop + 2]
    if places:
        return places[0]
    return stop + 2 if words[stop + 1 : stop + 2] and words[stop + 1] in _WHERE else stop


_WHERE = frozenset("місту місті городу городе області громаді району районе".split())


def is_recorded_en(scene: Scene, trigger: Mention) -> bool:
    """Tell whether English nouns are of strikes that somebody counted: "five impacts ... have been confirmed"."""
    if trigger.lang != "en" or not is_strike_noun(scene, trigger):
        return False
    sentence = scene.reading.sentence_of(trigger.start)
    words = scene.reading.tokens.words
    if any(w.startswith(_TRAVEL) for w in words[sentence.start : sentence.stop]):
        return False
    behind = words[trigger.stop : min(sentence.stop, trigger.stop + _RECORD_REACH)]
    told = any(w in _RECORDED and w.endswith("ed") for w in (*behind, words[trigger.stop - 1]))
    told = told or bool(_TAKEN.intersection(words[max(sentence.start, trigger.start - _TAKEN_REACH) : trigger.start]))
    return told and bool(scene.places_in(sentence.start, sentence.stop))
