"""Ordinals and "the other" that stand for one of the things spoken of: "один вонзился в цех, другой рухнул в поле"."""

from skyledger.extract.chunks import Chunk
from skyledger.extract.frames.fates import ENDED
from skyledger.extract.nouns import THINGS
from skyledger.extract.reading import Reading
from skyledger.model.count import Count
from skyledger.model.frame import Mention, Quantity, Sentence
from skyledger.model.kinds import Qualifier, Unit

_STEMS_RU_UK = (
    *("перв", "втор", "трет", "четверт", "пят", "шест", "седьм", "восьм", "девят", "десят", "друг", "последн"),
    *("перш", "друг", "трет", "четверт", "п'ят", "шост", "сьом", "восьм", "дев'ят", "десят", "інш", "останн"),
)
_SINGULAR_ENDINGS = ("ый", "ий", "ой", "ая", "яя", "ья", "ій", "а", "я")
_ACCUSATIVES = ("ый", "ий", "ой", "ую", "ью", "ій", "у", "ого", "его")
_ENGLISH = frozenset("another other first second third fourth fifth sixth seventh eighth ninth tenth last".split())
_ARTICLES = frozenset(("the", "a"))
_LEADING = frozenset("и а но і й та ще еще ещё лишь только лише тільки and but while one".split())
_ONES = frozenset(("one", "один", "одна", "одно", "одне"))
_TOLD = frozenset(("hit", "debris"))
_ENDS = frozenset(("downed", "suppressed", "lost"))
_GROUND_TOO = frozenset("destroyed demolished wrecked flattened razed burnt burned smashed blown".split())
_AUXILIARY = frozenset("was is has had been being got also later then itself soon simply promptly".split())
_FALLS = frozenset(("fell", "came", "crashed"))
_RUIN_REACH = 4  # tokens from a verb of ruin to what was ruined


def add_counterparts(reading: Reading, chunks: list[Chunk]) -> None:
    """Give the chunks whose verb tells of "the second" or "another" a number one without a noun."""
    for chunk in chunks:
        for trigger in chunk.triggers:
            if _may_tell(reading, trigger):
                found = _counterpart_before(reading, chunk, trigger)
            elif _brings_down(trigger):
                found = _brought_down(reading, chunk, trigger)
            else:
                continue
            if found is not None and not any(_counts(q, n) for q in chunk.quantities for n in range(*found)):
                chunk.quantities.append(_one(reading, *found))
                chunk.quantities.sort(key=lambda q: q.start)


def _may_tell(reading: Reading, trigger: Mention) -> bool:
    """Tell whether a verb may say what one did: a hit, a fall, the ruin of something on the ground."""
    if trigger.lang == "en" and _is_fate_en(reading, trigger):
        return True
    if "plur" in trigger.flags or not (trigger.flags & {"verb", "past", "weak"} or _is_fall_en(reading, trigger)):
        return False
    if trigger.value == "downed":  # "the second destroyed a warehouse"
        struck = reading.starting("unit", trigger.stop, trigger.stop + _RUIN_REACH)
        return "attr" not in trigger.flags and any(u.value in THINGS for u in struck)
    return trigger.value in _TOLD


def _brings_down(trigger: Mention) -> bool:
    """Tell whether a Slavic verb of downing may have one of them for its object: "вторую сбили на подлёте"."""
    return trigger.value in ENDED and trigger.lang != "en" and not trigger.flags & {"attr", "inf", "future"}


def _brought_down(reading: Reading, chunk: Chunk, trigger: Mention) -> tuple[int, int] | None:
    """Return the ordinal that opens a chunk right before a verb of downing as its object."""
    start = chunk.start
    while start < trigger.start and reading.tokens.words[start] in _LEADING - _ONES:
        start += 1
    word = reading.tokens.words[start]
    ordinal = word.startswith(_STEMS_RU_UK) and word.endswith((*_ACCUSATIVES, *_SINGULAR_ENDINGS))
    return (start, start + 1) if ordinal and trigger.start == start + 1 else None


def _is_fall_en(reading: Reading, trigger: Mention) -> bool:
    return trigger.lang == "en" and trigger.value == "debris" and reading.tokens.words[trigger.start] in _FALLS


def _is_fate_en(reading: Reading, trigger: Mention) -> bool:
    """Tell whether an English verb says what befell one in the air and is said of nothing on the ground."""
    words = reading.tokens.words[trigger.start : trigger.stop]
    return trigger.value in _ENDS and "attr" not in trigger.flags and _GROUND_TOO.isdisjoint(words)


def _counts(quantity: Quantity, token: int) -> bool:
    """Tell whether a word is the number of things already; a building behind it takes its article at most."""
    thing = quantity.noun is None or quantity.noun.category == "object"
    return thing and quantity.start <= token < quantity.stop


def opens_with_one(reading: Reading, sentence: Sentence) -> bool:
    """Tell whether a sentence begins with one of those spoken of: "Один вонзился ...", "Another slammed ..."."""
    words = reading.tokens.words[sentence.start : sentence.start + 2]
    if not words:
        return False
    word = words[-1] if words[0] in _ARTICLES or words[0] in _LEADING - _ONES else words[0]
    return word in _ONES or word in _ENGLISH or (word.startswith(_STEMS_RU_UK) and word.endswith(_SINGULAR_ENDINGS))


def _counterpart_before(reading: Reading, chunk: Chunk, trigger: Mention) -> tuple[int, int] | None:
    """Return the stretch of "a second" or "другой" that opens a chunk right before its verb, or None."""
    words = reading.tokens.words
    start = chunk.start
    while start < trigger.start and words[start] in _LEADING:
        start += 1
    stop = start + 2 if words[start] in _ARTICLES else start + 1
    if words[stop : stop + 1] == ["one"] and stop < trigger.start:
        stop += 1  # "a second one was jammed"
    near = 0 <= trigger.start - stop <= 1 or _AUXILIARY.issuperset(words[stop : trigger.start])
    if not near or trigger.start < stop or reading.starting("unit", start, trigger.start):
        return None
    word = words[stop - 2] if words[stop - 1] == "one" and stop - start > 1 else words[stop - 1]
    named = (
        word in _ENGLISH if trigger.lang == "en" else word.startswith(_STEMS_RU_UK) and word.endswith(_SINGULAR_ENDINGS)
    )
    return (start, stop) if named else None


def _one(reading: Reading, start: int, stop: int) -> Quantity:
    span = reading.span(start, stop)
    count = Count(
        low=1, high=1, stated=None, qualifier=Qualifier.EXACT, unit=Unit.OBJECT, text=span.slice(reading.text)
    )
    return Quantity(count, None, start, stop, span, elliptic=True)
