"""How many a word of harm speaks of, one where no number stands: "погиб на месте", "a woman was hurt"."""

from skyledger.extract.chunks import Chunk
from skyledger.extract.frames.another_hurt import another_of
from skyledger.extract.frames.joined_people import AND, interval_of, with_joined, with_one_before
from skyledger.extract.frames.pronoun_people import pronoun_of
from skyledger.extract.frames.tolls import is_relative
from skyledger.extract.frames.who_is_hurt import ONE_BODY, names_body
from skyledger.extract.scene import Scene
from skyledger.extract.words import NOT_WORDS
from skyledger.model.count import Interval
from skyledger.model.frame import Mention, Quantity
from skyledger.model.text import Span

_LONE = frozenset(
    (
        "загиблий загибла поранений поранена травмований травмована постраждалий постраждала погибший погибшая "
        "раненый раненая пострадавший пострадавшая"
    ).split()
)
_POSSESSIVE = frozenset("її його ее её его їхній їхня".split())
# Verbs whose subject is the one who came to harm.
_SUBJECT_SUFFERS = (
    "погиб",
    "загин",
    "умер",
    "помер",
    "сконча",
    "пострада",
    "постражда",
    "травмировался",
    "травмувався",
)


def _is_one_alone(scene: Scene, chunk: Chunk, trigger: Mention) -> bool:
    """Tell whether a word of harm without a noun is said of one: "погиб на месте", "a body was found"."""
    if trigger.value == "killed" and scene.reading.tokens.words[trigger.start] in ONE_BODY:
        return True
    word = scene.reading.tokens.words[trigger.start]
    if word in _LONE and (trigger.stop == chunk.stop or scene.reading.tokens.words[trigger.stop] in AND):
        return True  # "загиблий та троє поранених"
    if trigger.lang == "en" or trigger.flags & {"plur", "attr", "neut"}:
        return False
    before = scene.reading.tokens.words[max(chunk.start, trigger.start - 2) : trigger.start]
    if any(w.startswith(_BEASTS) for w in before):
        return False  # "сусідський пес не вижив"
    if trigger.lang == "uk" and not trigger.flags and _is_past_of_one(scene, trigger):
        return not is_relative(scene.reading, chunk)  # a set phrase: "дістав струс", "не дочекалася медиків"
    return "sing" in trigger.flags and not is_relative(scene.reading, chunk)


_BEASTS = ("пес", "собак", "кіт", "кішк", "коров", "худоб", "кінь", "коза", "свин", "бджол", "кот", "кошк", "телиц")


def _is_past_of_one(scene: Scene, trigger: Mention) -> bool:
    """Tell whether a set phrase opens with a verb in the past that is said of one."""
    words = scene.reading.tokens.words[trigger.start : trigger.stop]
    verb = next((w for w in words if w not in NOT_WORDS), "")
    return len(words) > 1 and verb.endswith(("ав", "ив", "ів", "ла", "лася", "лась", "вся"))


def is_another(scene: Scene, quantity: Quantity, trigger: Mention) -> bool:
    """Tell whether a verb in the singular speaks of one more: "сімох витягли живими, восьма загинула"."""
    count = quantity.count
    if count is None or count.low % 10 == 1 or not {"verb", "sing"} <= trigger.flags:
        return False
    word = scene.reading.tokens.words[trigger.start]
    return word.startswith(_SUBJECT_SUFFERS) and not trigger.flags & {"plur", "neut"}


def _is_of_pair(scene: Scene, quantity: Quantity, trigger: Mention) -> bool:
    """Tell whether one person stands beside a verb in the plural, so that another must be named."""
    noun = quantity.noun
    return (
        noun is not None
        and noun.lang != "en"
        and quantity.count is None
        and "sing" in noun.flags
        and ("plur" not in noun.flags or scene.reading.tokens.words[noun.start] == "чоловік")
        and {"verb", "plur"} <= trigger.flags
    )


def _is_one(scene: Scene, quantity: Quantity, trigger: Mention) -> bool:
    noun = quantity.noun
    if noun is None:
        return False
    if noun.lang != "en" and scene.reading.tokens.words[trigger.start].endswith("ло"):
        return "sing" in noun.flags  # "сторожа контузило": the object of no one's verb is no plural subject
    if noun.lang == "en":
        return "sing" in noun.flags
    if not trigger.flags & {"verb", "attr"} and "plur" in trigger.flags:  # "водитель с ранениями"
        return "sing" in noun.flags and "plur" not in noun.flags
    return (
        "sing" in noun.flags and ("plur" not in noun.flags or "sing" in trigger.flags) and "plur" not in trigger.flags
    )


# Verbs of others, whose object is the one who died.
_SAVING = ("спасл", "откачал", "успел", "смогл", "врятува", "урятува", "змогл", "встигл")


def _is_told_as_one(scene: Scene, quantity: Quantity, trigger: Mention) -> bool:
    """Tell whether one body, or an adjective, makes one of a noun of both numbers: "тіло 80-річної жінки"."""
    words, noun = scene.reading.tokens.words, quantity.noun
    if noun is None or noun.lang == "en" or "sing" not in noun.flags:
        return False
    if names_body(scene, trigger) or words[trigger.stop - 1].startswith(_SAVING):
        return True  # "кондуктора не спасли"
    if "plur" in trigger.flags:
        return False
    if trigger.lang == "uk" and not trigger.flags and noun.stop <= trigger.start and _is_past_of_one(scene, trigger):
        return True  # "чоловік залишився без ноги"
    if noun.start > 0 and words[noun.start - 1] in _POSSESSIVE:
        return True  # "її чоловік у важкому стані"
    return noun.start > 0 and words[noun.start - 1].endswith(("річної", "річну", "летней", "летнюю"))


_HARMED_EN = frozenset("hurt wounded injured dead killed".split())
_HARMED = ("ых", "их", "вших")


def _all_hurt(scene: Scene, quantity: Quantity, trigger: Mention) -> Quantity | None:
    """Return all that were hurt where a part of them is told of: "eleven of the fifteen wounded went home"."""
    whole, word = quantity.of_total, scene.reading.tokens.words[trigger.start]
    if whole is None or whole.count is None:
        return None
    named = whole.stop if whole.noun is None else whole.noun.start  # "пострадавших" is both noun and word of harm
    if trigger.start != named:
        return None
    return whole if word in _HARMED_EN or word.endswith(_HARMED) else None


def _finds_body(scene: Scene, quantity: Quantity, trigger: Mention) -> bool:
    """Tell whether people or a number beside one body do not count it: "rescuers pulled out another body"."""
    word = scene.reading.tokens.words[trigger.start]
    if trigger.value != "killed" or word not in ONE_BODY or (word == "death" and trigger.stop > trigger.start + 1):
        return False  # "bringing the death toll to nine"
    noun = quantity.noun
    if quantity.count is not None:
        return quantity.elliptic and quantity.start >= trigger.stop  # "a body was found towards nine"
    plural = noun is not None and "sing" not in noun.flags
    return trigger.stop == trigger.start + 1 and plural and quantity.stop <= trigger.start


def figure_of(
    scene: Scene, chunks: list[Chunk], index: int, quantity: Quantity | None, trigger: Mention, spans: list[Span]
) -> Interval | None:
    """Return how many a word of harm speaks of, and add their words to the spans."""
    if quantity is not None and _finds_body(scene, quantity, trigger):
        quantity = None
    if quantity is None:
        if (pronoun := pronoun_of(scene.reading, trigger)) is not None:
            spans.append(pronoun)
            return Interval(low=1, high=1)
        if (another := another_of(scene, chunks, index, trigger)) is not None:
            spans.append(another)
            return Interval(low=1, high=1)
        if not _is_one_alone(scene, chunks[index], trigger):
            return None
        spans.append(scene.reading.span(trigger.start, trigger.stop))
        return Interval(low=1, high=1)
    if (whole := _all_hurt(scene, quantity, trigger)) is not None:
        quantity = whole
    if quantity.count is not None:
        if quantity.span is not None:
            spans.append(quantity.span)
        interval = with_joined(scene.reading, chunks, index, quantity, interval_of(quantity), spans)
        apart = quantity not in chunks[index].quantities  # "two were caught in it and suffered burns" are two
        if trigger.start >= quantity.stop and interval is not None and interval.low == interval.high and not apart:
            return with_one_before(scene.reading, chunks, index, interval, spans)  # "женщина и двое детей ранены"
        return interval
    one = _is_one(scene, quantity, trigger) or _is_told_as_one(scene, quantity, trigger)
    if not one and not _is_of_pair(scene, quantity, trigger):
        return None
    alone = Interval(low=1, high=1)
    spans.append(scene.reading.span(quantity.start, quantity.stop))
    interval = with_joined(scene.reading, chunks, index, quantity, alone, spans)
    interval = with_one_before(scene.reading, chunks, index, interval, spans)
    return interval if one or interval != alone else None
