"""Which nouns and numbers of a sentence are people who may have come to harm."""

from dataclasses import replace

from skyledger.extract.chunks import Chunk
from skyledger.extract.nouns import PEOPLE, THINGS, is_of
from skyledger.extract.reading import Reading
from skyledger.extract.scene import Scene
from skyledger.extract.words import AFTER_ELLIPTIC, PHRASE_BREAKS
from skyledger.model.count import Count
from skyledger.model.frame import Mention, Quantity, Sentence
from skyledger.model.kinds import Qualifier, Unit

HURT = frozenset(("killed", "injured"))
COLLECTIVE = ("еро", "оє", "ое", "ерых", "ьох", "оих", "ерим", "оим")
# Two people under one noun.
_PAIRS = (
    "супруг",
    "супружеск",
    "подружж",
    "подружня пара",
    "молодожен",
    "молодят",
    "elderly couple",
    "married couple",
    "young couple",
    "retired couple",
)
_BOTH = frozenset("both оба обе обоих обеих обоим обеим обидва обидві обидвох обидвом обоє".split())
# Verbs that take lives.
_TAKES = frozenset(
    "cost costs costing lose loses losing lost gave give paid pay paying take took taking claimed".split()
)
_TIMED = frozenset("the this today overnight yesterday since".split())
_BROUGHT = ("привез", "завез", "достав")  # "до лікарні привезли два генератори"
_BODIES = frozenset(("тіл", "тіла"))  # "дев'ять тіл" are nine people
_KNOWN = ("trigger", "subset", "place", "speech", "hedge", "total")


def find_people(scene: Scene, sentence: Sentence) -> list[Quantity]:
    """Return the people a sentence names or counts, pairs as two, each person once."""
    found: list[Quantity] = []
    for quantity in scene.quantities_in(sentence.start, sentence.stop):
        if not (is_person(quantity) or _may_be_people(scene.reading, quantity)):
            continue
        if found and _renames(scene.reading, found[-1], quantity):
            continue
        if not _speaks(scene.reading, quantity):
            found.append(_as_aged(scene.reading, _as_grown(scene.reading, _as_pair(scene.reading, quantity))))
    return found


_AGE_REACH = 8
_YEARS = frozenset("років роки року лет года year years".split())
_BETWEEN_AGES = frozenset("and и та і й aged ages".split())


def _as_aged(reading: Reading, quantity: Quantity) -> Quantity:
    """Count people without a number by their ages: "officers aged 34 and 41", "жінки 44 і 67 років"."""
    noun = quantity.noun
    if quantity.count is not None or noun is None or "plur" not in noun.flags:
        return quantity
    words, ages, token = reading.tokens.words, 0, quantity.stop
    sentence = reading.sentence_of(quantity.start)
    last = min(sentence.stop, token + _AGE_REACH)
    aged = token < last and words[token] in ("aged", "ages")
    while token < last and (words[token].isdigit() or words[token] in _BETWEEN_AGES):
        ages += words[token].isdigit() and int(words[token]) <= _OLDEST
        token += 1
    told = aged or (token < last and words[token] in _YEARS)
    if ages <= 1 or not told:
        return quantity
    span = reading.span(quantity.start, quantity.stop)
    text = span.slice(reading.text)
    count = Count(low=ages, high=ages, stated=None, qualifier=Qualifier.EXACT, unit=Unit.PERSON, text=text)
    return replace(quantity, count=count, span=span)


_OLDEST = 110


_FROM = frozenset("from с со з із зі".split())
_GREW = ("вырос", "возрос", "увелич", "зрос", "збільш", "rose", "risen", "grew", "grown", "climbed", "increased")


def _as_grown(reading: Reading, quantity: Quantity) -> Quantity:
    """Return the figure something grew to: "зросла з шести до восьми" is eight."""
    words, count = reading.tokens.words, quantity.count
    if count is None or count.high is None or count.low == count.high:
        return quantity
    first = quantity.start if words[quantity.start] in _FROM else quantity.start - 1
    if first < 1 or words[first] not in _FROM or not words[first - 1].startswith(_GREW):
        return quantity
    return replace(quantity, count=replace(count, low=count.high, stated=count.high))


def is_person(quantity: Quantity) -> bool:
    """Tell whether a quantity has a person for its noun."""
    return is_of(quantity, PEOPLE)


_MORE = frozenset(("ещё", "еще", "ще"))


def counts_things(scene: Scene, quantity: Quantity, trigger: Mention) -> bool:
    """Tell whether a bare number beside a thing that was struck counts no people: "Садовая, 18: посечены машины"."""
    reading = scene.reading
    if quantity.noun is not None or reading.tokens.words[quantity.stop - 1].endswith(COLLECTIVE):
        return False
    if _is_more_of_things(scene, quantity, trigger):
        return True
    beside = [
        q
        for q in scene.quantities_in(max(0, trigger.start - 2), trigger.stop + 1)
        if is_of(q, THINGS) and trigger.start <= q.stop
    ]
    return any(
        not reading.gap(min(q.stop, trigger.stop) - 1, max(q.start, trigger.start)).strip(" \u00a0") for q in beside
    )


def _is_more_of_things(scene: Scene, quantity: Quantity, trigger: Mention) -> bool:
    """Tell whether "nine more" are of the things told before: "уничтожены два автомобиля, ещё девять посечены"."""
    reading = scene.reading
    if not quantity.start or reading.tokens.words[quantity.start - 1] not in _MORE:
        return False
    sentence = reading.sentence_of(trigger.start)
    before = [q for q in scene.quantities_in(sentence.start, quantity.start) if q.noun is not None]
    return bool(before) and before[-1].noun is not None and before[-1].noun.value in THINGS


def is_borne_out(scene: Scene, chunk: Chunk, trigger: Mention) -> bool:
    """Tell whether a word that harms people only beside others does so: "cost two miners their lives", "were burnt"."""
    if "weak" not in trigger.flags:
        return True
    reading = scene.reading
    if trigger.value == "killed":
        return any(w in _TAKES for w in reading.tokens.words[max(chunk.start, trigger.start - 6) : trigger.start])
    things = [q for q in scene.quantities_in(chunk.start, chunk.stop) if q.noun and q.noun.value in THINGS]
    return not things and any(is_person(q) and trigger.start - 3 <= q.stop <= trigger.start for q in chunk.quantities)


_ANIMALS = frozenset(
    (
        "cows cattle horses pigs sheep hens dogs cats chickens calves goats animals geese ducks rabbits "
        "коров корова коней лошадей свиней овец коз кур собак кошек телят гусей животных голов кроликов пчел "
        "корів корови коні свині свинок овець кіз курей телята тварин кролів бджіл худоби"
    ).split()
)
_ANIMAL_REACH = 8


def _counts_animals(reading: Reading, quantity: Quantity) -> bool:
    """Tell whether a bare number is of animals named before it: "корів на фермі загинуло сорок"."""
    start = max(reading.sentence_of(quantity.start).start, quantity.start - _ANIMAL_REACH)
    words = reading.tokens.words[start : quantity.start]
    at = next((n for n in reversed(range(len(words))) if words[n] in _ANIMALS), None)
    if at is None:
        return False
    later = reading.starting("unit", start + at + 1, quantity.start)
    return not any(u.value in PEOPLE for u in later)


_LIVES = frozenset("жизни жизней життя життів".split())  # "унёс четыре жизни"


def _may_be_people(reading: Reading, quantity: Quantity) -> bool:
    """Tell whether a number may count people: no unknown noun follows ("четыре ёмкости пострадали")."""
    if quantity.noun is not None or quantity.count is None or _counts_animals(reading, quantity):
        return False
    words = reading.tokens.words
    if _is_age_of_death(reading, quantity):
        return False
    after = words[quantity.stop] if quantity.stop < len(words) else ""
    if not after or reading.gap(quantity.stop - 1, quantity.stop).strip(" \u00a0"):
        return True
    if after in _LIVES:
        return True
    if words[quantity.stop - 1].endswith(COLLECTIVE):
        return True  # двоє, семеро, трое: collective numerals count people
    struck = reading.in_range("trigger", max(0, quantity.start - 2), quantity.start)
    struck = [t for t in struck if not any(w.startswith(_BROUGHT) for w in words[t.start : t.stop])]
    if any(t.value in HURT and not words[t.start].startswith(("постр", "suffer")) for t in struck):
        return True  # "поранено двох портовиків"
    return after in AFTER_ELLIPTIC | PHRASE_BREAKS | _TIMED | _BODIES or any(
        reading.at(c, quantity.stop) is not None for c in _KNOWN
    )


def _is_age_of_death(reading: Reading, quantity: Quantity) -> bool:
    """Tell whether a number says how old the dead was: "has died at 83"."""
    before = reading.tokens.words[quantity.start - 1] if quantity.start else ""
    if before not in ("at", "aged"):
        return False
    dead = reading.ending("trigger", quantity.start - 2, quantity.start - 1)
    return before == "aged" or any(t.value == "killed" for t in dead)


def _renames(reading: Reading, before: Quantity, quantity: Quantity) -> bool:
    """Tell whether a noun right behind a person is another name of the same one: "водія-іноземця"."""
    if not is_person(before) or quantity.count is not None or before.stop != quantity.start:
        return False
    if before.count is None and reading.at("trigger", before.start) is not None:
        return False  # "Поранений охоронець": the word of harm is no name of him
    return not reading.gap(quantity.start - 1, quantity.start).strip(" \u00a0-‑")


def _speaks(reading: Reading, quantity: Quantity) -> bool:
    """Tell whether a person only tells of it: "a driver said", "рассказал сторож", but not "said a woman was hurt"."""
    if quantity.count is not None or "speech" not in reading.starts:
        return False
    behind = reading.starting("speech", quantity.stop, quantity.stop + 1)
    before = [m for m in reading.ending("speech", quantity.start, quantity.start) if m.lang != "en"]
    return any(not reading.gap(quantity.stop - 1, m.start).strip(" \u00a0") for m in behind) or any(
        not reading.gap(m.stop - 1, quantity.start).strip(" \u00a0") for m in before
    )


def _as_pair(reading: Reading, quantity: Quantity) -> Quantity:
    """Count a couple as two."""
    noun = quantity.noun
    if noun is None or quantity.count is not None:
        return quantity
    words = reading.words(noun.start, noun.stop).lower()
    single = "sing" in noun.flags and "plur" not in noun.flags and words.startswith("супруг")
    both = quantity.start > 0 and reading.tokens.words[quantity.start - 1] in _BOTH and noun.value in PEOPLE
    if not (both or words.startswith(_PAIRS)) or single:  # "супруга" is one
        return quantity
    span = reading.span(quantity.start, quantity.stop)
    count = Count(
        low=2, high=2, stated=None, qualifier=Qualifier.EXACT, unit=Unit.PERSON, text=span.slice(reading.text)
    )
    return replace(quantity, count=count, span=span)
