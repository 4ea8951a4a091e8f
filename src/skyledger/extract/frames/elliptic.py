"""Whether a number without a noun is one of the objects: in a list, beside a trigger or a place."""

from skyledger.extract.chunks import Chunk
from skyledger.extract.frames.binding import is_flying
from skyledger.extract.frames.fates import ENDED
from skyledger.extract.frames.listing import DASHES, is_lone_number, owns_place_before
from skyledger.extract.frames.running import states_figure
from skyledger.extract.reading import Reading
from skyledger.extract.scene import Scene
from skyledger.extract.verb_forms import is_past_form
from skyledger.extract.words import AFTER_ELLIPTIC, EVENTS, STAND_INS
from skyledger.model.frame import Mention, Quantity, Sentence

# Collective numerals count people: "жертвами удара дрона стали двое".
_PEOPLE_ONLY = ("двое", "трое", "веро", "теро", "меро")
_GROUND_EFFECTS = frozenset(
    (
        "flights trains schools damage fire outage restored evacuation water heating gas rescued missing diversion"
    ).split()
)
_MORE_EN = frozenset(("more", "others", "other"))
_FATES = frozenset(("hit", "downed", "suppressed", "lost", "debris"))
_REST = ("остав", "осталь", "решт", "залиш")  # "два оставшихся врезались в склад"
_QUARTERS = frozenset(
    (
        "південь північ схід захід південніше північніше східніше західніше юг север восток запад южнее севернее "
        "восточнее западнее"
    ).split()
)
_OFF = frozenset("від от of".split())
_QUARTERS_EN = frozenset("south north east west southeast southwest northeast northwest".split())
_THE_REST = ("решт", "остальн", "інші", "інших", "другие", "остат")
_REST_REACH = 3  # words of "а их было" between the rest and its number
_ALREADY = frozenset(("уже", "вже", "already"))
_NAME_LENGTH = 4  # words


def _counts_unknown(reading: Reading, token: int) -> bool:
    """Tell whether a name in quotes no pack knows follows a number: "12 БПЛА и 3 «Пеклухи»" is twelve drones."""
    if token >= len(reading.tokens.words) or reading.gap(token - 1, token).strip(" \u00a0") not in tuple('«"“„'):
        return False
    return not reading.is_known(token)


def _names_only(chunk: Chunk) -> bool:
    """Tell whether a chunk is no more than what flies: "«Гербери»" in "«Гербери» – 12"."""
    bare = [q for q in chunk.quantities if is_flying(q)]
    return len(bare) == 1 and bare[0].count is None and chunk.stop - chunk.start <= _NAME_LENGTH and not chunk.places


def _is_somewhere(words: list[str], stop: int) -> bool:
    """Tell whether a bare number is followed by where it is just now: "two south of", "два на південь від"."""
    behind = words[stop : stop + 3]
    if behind[:1] == ["на"]:
        return bool(_QUARTERS.intersection(behind)) and bool(_OFF.intersection(behind))
    return bool(_QUARTERS_EN.intersection(behind[:1])) and behind[1:2] == ["of"]


def _is_of_the_rest(reading: Reading, sentence: Sentence, chunk: Chunk, following: Chunk | None) -> bool:
    """Tell whether a number only says how many the rest are: "Решту, а це дев'ять, збито над морем"."""
    told = following is not None and following.opener == "," and any(t.value in _FATES for t in following.triggers)
    if not told or chunk.opener != ",":
        return False
    before = reading.tokens.words[max(sentence.start, chunk.start - 2) : chunk.start]
    return any(w.startswith(_THE_REST) for w in before) and chunk.stop - chunk.start <= _REST_REACH + 1


def _speaks_of_others(scene: Scene, quantity: Quantity, sentence: Sentence) -> bool:
    """Tell whether an English sentence named people or things and nothing that flies before a bare number."""
    reading = scene.reading
    if reading.starting("object", sentence.start, sentence.stop):
        return False
    named = reading.starting("unit", sentence.start, quantity.start)
    return bool(named) and named[-1].lang == "en" and named[-1].value in ("person", "child", "part", "vehicle")


def _is_part_of_others(scene: Scene, quantity: Quantity, sentence: Sentence) -> bool:
    """Tell whether "39 of them" are of what was counted last on the ground: boiler houses, wagons, people."""
    if not quantity.subset:
        return False
    before = scene.quantities_in(sentence.start, quantity.start)
    counted = [q for q in before if q.count is not None and q.noun is not None]
    last = counted[-1].noun if counted else None
    return last is not None and last.category == "unit" and last.value not in ("region", "location")


def _goes_on_about_flights(scene: Scene, quantity: Quantity, sentence: Sentence) -> bool:
    """Tell whether a bare number follows a number of flights: "отменены 14 рейсов, вычеркнуты насовсем пять"."""
    before = [q.noun for q in scene.quantities_in(sentence.start, quantity.start) if q.noun is not None]
    return bool(before) and before[-1].category == "unit" and before[-1].value == "flight"


def elliptic_stands(
    scene: Scene,
    chunk: Chunk,
    following: Chunk | None,
    preceding: Chunk | None,
    quantity: Quantity,
    sentence: Sentence,
    carried: Mention | None,
) -> bool:
    """Tell whether a number without a noun is one of the objects: in a list, beside a trigger or a place."""
    if _counts_others(scene, chunk, quantity, sentence):
        return False
    if states_figure(scene, quantity) and chunk.stop - chunk.start <= 4:
        return True
    if _befell_others(scene.reading, quantity, sentence) or has_own_noun(scene.reading, quantity, sentence):
        return False
    if chunk.places or chunk.triggers or quantity.subset or carried is not None:
        return True
    over_regions = any(q.noun is not None and q.noun.value == "region" for q in chunk.quantities)
    return (
        over_regions
        or _is_dashed(following)
        or _is_pointed_at(scene.reading, chunk, following, preceding, quantity)
        or _is_of_the_rest(scene.reading, sentence, chunk, following)
        or _is_by_means(scene.reading, quantity, sentence)
    )


def _following_word(reading: Reading, quantity: Quantity) -> str:
    words = reading.tokens.words
    return words[quantity.stop] if quantity.stop < len(words) else ""


def _counts_others(scene: Scene, chunk: Chunk, quantity: Quantity, sentence: Sentence) -> bool:
    """Tell whether a number counts something else, or drones that are only on their way."""
    reading = scene.reading
    words, after = reading.tokens.words, _following_word(reading, quantity)
    if not chunk.triggers and _is_somewhere(words, quantity.stop):
        return True  # "один збито, ще два на південь від Чорноморська" are in the air
    if any(t.value in ("fire", "explosions") for t in reading.starting("trigger", quantity.stop, quantity.stop + 1)):
        return True  # "three fires", "ten blasts were heard"
    if after.startswith((*EVENTS, "залп")):
        return True  # "отбит ещё один налёт", "стільки ракет для одного залпу"
    if reading.at("not_unit", quantity.stop) is not None or _counts_unknown(reading, quantity.stop):
        return True
    if after in ("з", "із", "из", "of") and reading.starting("unit", quantity.stop + 1, quantity.stop + 3):
        return True  # "в одному з сіл FPV влучив у трактор"
    if words[quantity.stop - 1].endswith(_PEOPLE_ONLY) or _is_part_of_others(scene, quantity, sentence):
        return True
    if _is_whole_of_others(scene, quantity, sentence):
        return True  # "три силоси з дванадцяти"
    until = quantity.start > 0 and words[quantity.start - 1] in ("until", "till")  # "closed until eight"
    until = until or not {"from", "between"}.isdisjoint(words[max(0, quantity.start - 1) : quantity.start + 1])
    others = _speaks_of_others(scene, quantity, sentence) or _goes_on_about_flights(scene, quantity, sentence)
    return until or others


def _is_whole_of_others(scene: Scene, quantity: Quantity, sentence: Sentence) -> bool:
    """Tell whether a number is the whole of what another one counts by a noun that does not fly."""
    reading = scene.reading
    if reading.tokens.words[quantity.start - 1] not in ("з", "із", "из", "of"):
        return False
    before = [q for q in scene.quantities_in(sentence.start, quantity.start) if q.count is not None]
    if not before or quantity.start - before[-1].stop > 2:
        return False
    return before[-1].noun is None and has_own_noun(reading, before[-1], sentence)


def _befell_others(reading: Reading, quantity: Quantity, sentence: Sentence) -> bool:
    """Tell whether the words beside a number are of people, flights or things: "more than 50 injured"."""
    first, last = max(sentence.start, quantity.start - 2), min(sentence.stop, quantity.stop + 3)
    if any(t.value in ("killed", "injured") for t in reading.in_range("trigger", first, last)):
        return True
    stop = quantity.stop + (_following_word(reading, quantity) in _MORE_EN)  # "eight more left late"
    behind = {t.value for t in reading.starting("trigger", stop, stop + 1)}
    effects = behind & _GROUND_EFFECTS and not behind & _FATES  # "six hit three locations" may be drones
    return bool(effects) and not _following_word(reading, quantity).startswith(_REST)  # "ще 12 скасовано" are flights


def has_own_noun(reading: Reading, quantity: Quantity, sentence: Sentence) -> bool:
    """Tell whether a word no pack knows stands right behind a number, which may be what it counts."""
    after = _following_word(reading, quantity)
    if not after or after in AFTER_ELLIPTIC or after.startswith(STAND_INS) or quantity.stop >= sentence.stop:
        return False
    at = quantity.stop
    if not after.isascii() and is_past_form(after) and not reading.starting("unit", at, at + 1):
        return False
    if is_past_form(after) and reading.tokens.words[at + 1 : at + 2] in _ARTICLES:
        return False  # "one found a high-rise"
    if any(reading.starting(category, at, at + 1) for category in _KNOWN_BEHIND):
        return False
    return reading.gap(at - 1, at).strip(" \u00a0") == ""


_ARTICLES = (["a"], ["an"], ["the"], ["our"], ["its"])
_KNOWN_BEHIND = ("trigger", "agent", "place", "place_adj", "subset", "speech", "total", "quantifier", "hedge")


def _is_dashed(following: Chunk | None) -> bool:
    """Tell whether a dash with a place or a fate follows: "12 — над Курской областью"."""
    if following is None or following.opener not in DASHES:
        return False
    return bool(following.places) or any(t.start - following.start <= 1 for t in following.triggers)


def _is_pointed_at(
    reading: Reading, chunk: Chunk, following: Chunk | None, preceding: Chunk | None, quantity: Quantity
) -> bool:
    """Tell whether what stands before says what is counted: "над Смоленской — 9", "Уничтожено БПЛА — 63"."""
    if preceding is None:
        return False
    opened = chunk.opener in DASHES or (chunk.opener == ":" and quantity.total)  # "Сбито всего: 17"
    alone = opened and chunk.stop - chunk.start <= 3
    if alone and (preceding.places or preceding.triggers):
        return True
    if chunk.opener in _HEADED and is_lone_number(chunk) and heads_figure(preceding):
        return True
    if owns_place_before([preceding, chunk, *([following] if following is not None else [])], 1):
        return True
    if is_lone_number(chunk) and _names_only(preceding):
        return True
    return alone and reading.tokens.words[quantity.start - 1] in _ALREADY and not chunk.triggers


_HEADED = frozenset((":", ","))
_HEADS = frozenset(("downed", "suppressed", "lost", "launched"))


def heads_figure(chunk: Chunk) -> bool:
    """Tell whether a chunk is only a word of a fate, or one over a place: "Shot down: 31", "jammed, 4"."""
    told = [t for t in chunk.triggers if t.value in _HEADS and t.start == chunk.start]
    if not told or chunk.quantities:
        return False
    return told[0].stop == chunk.stop or (len(chunk.places) == 1 and chunk.places[0].stop == chunk.stop)


def _is_by_means(reading: Reading, quantity: Quantity, sentence: Sentence) -> bool:
    """Tell whether "by" behind a number goes on saying how many were ended by what: "and eight by guns"."""
    if _following_word(reading, quantity) != "by":
        return False
    return any(t.value in ENDED for t in reading.in_range("trigger", sentence.start, quantity.start))
