"""Nouns that stand for what flies where nothing else names it: "сбито восемь целей", "three bogeys were downed".

"Цель", "борт", "object" mean many things. Behind a number and beside a verb of downing they are what was brought down;
a verb that is said of tanks and houses too needs the sky, a place under it or those who defend it beside it.
"""

from dataclasses import replace

from skyledger.extract.chunks import Chunk
from skyledger.extract.context import has_negation
from skyledger.extract.frames.fates import ENDED_OR_LOST
from skyledger.extract.reading import Reading
from skyledger.extract.scene import Scene
from skyledger.extract.words import PLACE_PREPOSITIONS
from skyledger.model.count import Count
from skyledger.model.frame import Mention, Quantity, Sentence
from skyledger.model.kinds import Qualifier, Unit

_UNKNOWN = frozenset(
    (
        "objects object bogeys bogey bandits intruders intruder raiders raider "
        "цель цели целей целям целями борта бортов объект объекта объектов мишень мишени мишеней "
        "ціль цілі цілей об'єкт об'єкти об'єктів об'єкта мішень мішені мішеней"
    ).split()
)
# Nouns of the deed, which number what was brought down: "31 kills", "вісім збиттів".
KILLS = frozenset(
    (
        "kills kill intercepts interceptions shootdowns збиттів збиття збитть перехоплень перехоплення перехватов "
        "перехвата мінусів мінуси минусов минуса"
    ).split()
)
_DRONES = tuple("аппарат апарат птичк птичек пташк пташок газонокосил жужжал бензопил балалайк".split())
_DRONES_EN = frozenset(("craft",))
# Verbs said of what flies and of nothing else.
_FROM_THE_AIR = tuple(
    (
        "сбит сбил сбив збит збил збив посбив насбив відмінус отминус замінус вполюв уполюв перехв перехоп приземл "
        "shot intercept downed"
    ).split()
)
_ALOFT = frozenset(
    (
        "над over above небе неба небо небом подступах подлете підльоті підступах approach approaches sky skies air "
        "воздухе повітрі пво ппо рэб реб"
    ).split()
)
_REACH = 4  # words from a number to the noun
_SHORT = 3  # letters of "уже", "все"
_CUT = frozenset(",;:.!?()\n")


def name_stand_ins(scene: Scene, sentence: Sentence, chunks: list[Chunk], noun: Mention | None) -> None:
    """Give numbers that leave their noun out the word that stands for it, where a verb of downing is beside them.

    Args:
        scene: The document.
        sentence: Which sentence.
        chunks: Its chunks, whose quantities are changed.
        noun: What flew in the sentences before, or None.
    """
    reading = scene.reading
    told = [t for chunk in chunks for t in chunk.triggers if t.value in ENDED_OR_LOST]
    if not told:
        return
    if not (_is_of_the_air(reading, told) or _is_aloft(scene, sentence)):
        _name_fliers(reading, chunks)
        return
    for chunk in chunks:
        if (single := _single(scene, chunk, told)) is not None:
            chunk.quantities = [single]
            continue
        if all(q.noun is not None and q.noun.value != "flight" for q in chunk.quantities):
            continue
        chunk.quantities = [
            q if _is_of_another(scene, told, q) else _named(reading, chunk, q, noun) for q in chunk.quantities
        ]


# Adjectives that leave no doubt: "десять летучих аппаратов", "27 летательных объектов".
_FLYING = ("летуч", "летательн", "летающ", "крылат", "жужжащ", "літальн", "літаюч", "крилат", "дзижч")
_GUESTS = frozenset("гостей гости гостя гостинцев гостинца подарков подарка подарки гостинці гостинців".split())


def _name_fliers(reading: Reading, chunks: list[Chunk]) -> None:
    """Give numbers their stand-in where it is said to fly or stands in quotes, and what flies is spoken of."""
    for chunk in chunks:
        chunk.quantities = [_flier(reading, chunk, q) for q in chunk.quantities]


def _flier(reading: Reading, chunk: Chunk, quantity: Quantity) -> Quantity:
    words = reading.tokens.words
    noun = quantity.noun
    if quantity.count is None or quantity.span is None or (noun is not None and noun.category == "object"):
        return quantity
    number = next(
        (t for t in range(quantity.start, chunk.stop) if reading.tokens.stops[t] >= quantity.span.stop), chunk.stop
    )
    for token in range(number + 1, min(number + 3, chunk.stop)):
        if reading.parted(token - 1, token, _CUT):
            break
        said = token > number + 1 and words[token - 1].startswith(_FLYING) and _value_of(words[token]) is not None
        quoted = words[token] in _GUESTS and "«" in reading.gap(token - 1, token)
        if said or quoted:
            found = Mention("object", "uav", token, token + 1, frozenset(("plur",)), "ru")
            count = replace(quantity.count, unit=Unit.OBJECT)
            return replace(quantity, count=count, noun=found, stop=token + 1, elliptic=False)
    return quantity


def _is_of_the_air(reading: Reading, told: list[Mention]) -> bool:
    return any(reading.tokens.words[t.start].startswith(_FROM_THE_AIR) for t in told)


def _is_aloft(scene: Scene, sentence: Sentence) -> bool:
    """Tell whether a sentence speaks of the sky or of those who defend it."""
    if not _ALOFT.isdisjoint(scene.reading.tokens.words[sentence.start : sentence.stop]):
        return True
    agents = scene.reading.starting("agent", sentence.start, sentence.stop)
    return any(a.value in ("defence", "jamming") and "weak" not in a.flags for a in agents)


def _named(reading: Reading, chunk: Chunk, quantity: Quantity, noun: Mention | None) -> Quantity:
    """Return a number with the noun that stands behind it, or as it is."""
    if quantity.count is None or has_negation(reading, chunk.start, chunk.stop):
        return quantity
    words = reading.tokens.words
    if quantity.noun is not None:
        craft = quantity.noun.value == "flight" and words[quantity.noun.start].startswith("борт")
        return _as_craft(quantity, quantity.noun) if craft else quantity
    for token in range(quantity.stop, min(quantity.stop + _REACH, chunk.stop)):
        if reading.parted(token - 1, token, _CUT):
            return quantity
        value = _value_of(words[token]) or _value_of_adjective(reading, chunk, token)
        if words[token] in KILLS:
            agents = reading.starting("agent", chunk.start, chunk.stop)
            if noun is None and not reading.object_values and not agents and not words[token].startswith("збит"):
                return quantity
            value = "unknown" if noun is None else noun.value
        elif value == "uav" and noun is not None:
            return quantity  # "восемь аппаратов" are what was spoken of before
        if value is not None:
            lang = "en" if words[token].isascii() else "ru"
            found = Mention("object", value, token, token + 1, frozenset(("plur",)), lang)
            return replace(quantity, noun=found, stop=token + 1, elliptic=False)
        if reading.at("unit", token) is not None or reading.at("place", token) is not None:
            return quantity
    return quantity


def _as_craft(quantity: Quantity, noun: Mention) -> Quantity:
    """Return counted planes as what was brought down."""
    assert quantity.count is not None
    count = replace(quantity.count, unit=Unit.OBJECT)
    return replace(quantity, count=count, noun=replace(noun, category="object", value="unknown"))


def _is_of_another(scene: Scene, told: list[Mention], quantity: Quantity) -> bool:
    """Tell whether an unknown word stands between verb and number: "сбил цену трёх объектов"."""
    before = [t for t in told if t.stop <= quantity.start]
    if not before or quantity.start - before[-1].stop > _REACH:
        return False
    reading, placed = scene.reading, {n for p in scene.places for n in range(p.start - 1, p.stop)}
    between = [n for n in range(before[-1].stop, quantity.start) if n not in placed and n not in scene.timed]
    return any(not reading.is_known(n) and len(reading.tokens.words[n]) > _SHORT for n in between)


_ADJECTIVES = {
    **dict.fromkeys("реактивних реактивні реактивных реактивные ударних ударні ударных ударные".split(), "uav"),
    **dict.fromkeys("крилатих крилаті крылатых крылатые".split(), "cruise_missile"),
}


def _value_of_adjective(reading: Reading, chunk: Chunk, token: int) -> str | None:
    """Return what an adjective without its noun stands for: "відмінусували чотири реактивних"."""
    words = reading.tokens.words
    if words[token] not in _ADJECTIVES:
        return None
    last = token + 1 >= chunk.stop or reading.parted(token, token + 1, _CUT)
    return _ADJECTIVES[words[token]] if last or words[token + 1] in PLACE_PREPOSITIONS else None


_SINGLES = frozenset("ціль цель мішень мишень".split())
_NEAR = 6  # words between a verb and "ціль"


def _single(scene: Scene, chunk: Chunk, told: list[Mention]) -> Quantity | None:
    """Return the one target of a clause that names nothing else: "ціль над Обуховом знищено"."""
    reading = scene.reading
    words = reading.tokens.words
    here = [t for t in chunk.triggers if t in told and "weak" not in t.flags and t.flags & {"verb", "neut"}]
    if not here or chunk.quantities or has_negation(reading, chunk.start, chunk.stop):
        return None
    for token in range(chunk.start, chunk.stop):
        if words[token] in _SINGLES and abs(here[0].start - token) <= _NEAR:
            span = reading.span(token, token + 1)
            text = span.slice(reading.text)
            count = Count(low=1, high=1, stated=None, qualifier=Qualifier.EXACT, unit=Unit.OBJECT, text=text)
            noun = Mention("object", "unknown", token, token + 1, frozenset(("sing",)), "ru")
            return Quantity(count, noun, token, token + 1, span)
    return None


def _value_of(word: str) -> str | None:
    if word in _UNKNOWN or word in KILLS:
        return "unknown"
    return "uav" if word in _DRONES_EN or word.startswith(_DRONES) else None
