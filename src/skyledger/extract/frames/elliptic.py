"""Whether a number without a noun is one of the objects: in a list, beside a trigger or a place."""

from skyledger.extract.chunks import Chunk
from skyledger.extract.frames.binding import is_flying
from skyledger.extract.frames.listing import DASHES, is_lone_number, owns_place_before
from skyledger.extract.frames.running import states_figure
from skyledger.extract.reading import Reading
from skyledger.extract.scene import Scene
from skyledger.extract.verb_forms import is_past_form
from skyledger.extract.words import AFTER_ELLIPTIC, EVENTS, STAND_INS
from skyledger.model.frame import Mention, Quantity, Sentence

# Collective numerals count people: "жертвами удара дрона стали двое".
_PEOPLE_ONLY = ("двое", "трое", "веро", "теро", "меро")
_GROUND_EFFECTS = frozenset(("flights", "damage", "fire", "outage", "restored", "evacuation", "water", "diversion"))
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
_ENDED = frozenset(("downed", "suppressed"))
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
    reading = scene.reading
    words = reading.tokens.words
    after = words[quantity.stop] if quantity.stop < len(words) else ""
    if not chunk.triggers and _is_somewhere(words, quantity.stop):
        return False  # "один збито, ще два на південь від Чорноморська" are in the air
    if any(t.value == "fire" for t in reading.starting("trigger", quantity.stop, quantity.stop + 1)):
        return False  # "three fires"
    if after.startswith(EVENTS):
        return False  # "отбит ещё один налёт"
    if reading.at("not_unit", quantity.stop) is not None or _counts_unknown(reading, quantity.stop):
        return False
    if after in ("з", "із", "из", "of") and reading.starting("unit", quantity.stop + 1, quantity.stop + 3):
        return False  # "в одному з сіл FPV влучив у трактор"
    if after.startswith("залп"):
        return False  # "стільки ракет для одного залпу"
    if words[quantity.stop - 1].endswith(_PEOPLE_ONLY) or _is_part_of_others(scene, quantity, sentence):
        return False
    if _speaks_of_others(scene, quantity, sentence):
        return False
    if quantity.start and words[quantity.start - 1] in ("until", "till"):
        return False  # "closed until eight"
    if states_figure(scene, quantity) and chunk.stop - chunk.start <= 4:
        return True
    harmed = [
        t
        for t in reading.in_range(
            "trigger", max(sentence.start, quantity.start - 2), min(sentence.stop, quantity.stop + 3)
        )
        if t.value in ("killed", "injured")
    ]
    if harmed:  # "more than 50 injured" are people
        return False
    behind = {t.value for t in reading.starting("trigger", quantity.stop, quantity.stop + 1)}
    if (
        behind & _GROUND_EFFECTS and not behind & _FATES and not after.startswith(_REST)
    ):  # "six hit three locations" may be drones
        return False  # "ще 12 скасовано через атаку дронів" are flights
    if (
        after
        and after not in AFTER_ELLIPTIC
        and not after.startswith(STAND_INS)
        and not (
            not after.isascii()
            and is_past_form(after)
            and reading.starting("unit", quantity.stop, quantity.stop + 1) == []
        )
        and not any(
            m.start == quantity.stop
            for c in ("trigger", "agent", "place", "place_adj", "subset", "speech", "total", "quantifier", "hedge")
            for m in reading.starting(c, quantity.stop, quantity.stop + 1)
        )
        and reading.gap(quantity.stop - 1, quantity.stop).strip(" \u00a0") == ""
        and quantity.stop < sentence.stop
    ):
        return False
    behind_dash = following is not None and following.opener in DASHES
    fated = following is not None and any(t.start - following.start <= 1 for t in following.triggers)
    dashed = behind_dash and following is not None and (bool(following.places) or fated)
    # "над Смоленской — 9", "Уничтожено БПЛА — 63": the number stands alone behind a dash
    opened = chunk.opener in DASHES or (chunk.opener == ":" and quantity.total)  # "Сбито всего: 17"
    alone = opened and preceding is not None and chunk.stop - chunk.start <= 3
    pointed = alone and bool(preceding.places or preceding.triggers) if preceding is not None else False
    pointed = pointed or (
        preceding is not None
        and owns_place_before([preceding, chunk, *([following] if following is not None else [])], 1)
    )
    pointed = pointed or (preceding is not None and is_lone_number(chunk) and _names_only(preceding))
    pointed = pointed or (alone and reading.tokens.words[quantity.start - 1] in _ALREADY and chunk.triggers == [])
    pointed = pointed or _is_of_the_rest(reading, sentence, chunk, following)
    ended = reading.in_range("trigger", sentence.start, quantity.start) if after == "by" else []
    by_means = any(t.value in _ENDED for t in ended)  # "twelve by missiles and eight by guns"
    over_regions = any(q.noun is not None and q.noun.value == "region" for q in chunk.quantities)
    return (
        bool(chunk.places or chunk.triggers or quantity.subset or dashed or pointed or over_regions or by_means)
        or carried is not None
    )
