"""Figures that sum up what was told before: "Счёт с начала суток достиг 12", "Ночью 13 БПЛА. Сбиты все"."""

from skyledger.extract.frames.binding import is_flying
from skyledger.extract.frames.fates import ENDED
from skyledger.extract.scene import Scene
from skyledger.model.frame import Frame, Mention, Quantity, Sentence

# Nouns that stand for the figure itself, and what such a figure does.
_FIGURES = (
    "счет",
    "число",
    "числ",
    "количеств",
    "цифр",
    "итог",
    "total",
    "tally",
    "count",
    "toll",
    "рахун",
    "кількіст",
)
_GROWS = (
    "достиг",
    "дош",
    "вырос",
    "возрос",
    "увелич",
    "состав",
    "reach",
    "rose",
    "stood",
    "stands",
    "grew",
    "climbed",
    "hit",
    "сягну",
    "зрос",
    "становит",
    "склал",
)
_ALL = frozenset(("все", "всех", "оба", "обе", "всі", "обидва", "обидві", "каждый", "каждого", "кожен", "кожного"))
_ALL_EN = ("all", "both", "each", "every one", "every last one", "every single one", "the lot", "the whole lot")
_SHORT = 8  # words of a sentence that is no more than a figure


def sums_up(scene: Scene, sentence: Sentence) -> bool:
    """Tell whether a sentence without a verb of fate gives the sum of what was told: its only number stands alone.

    Figures of people, buildings or flights are other sums.
    """
    reading = scene.reading
    counted = [q for q in scene.quantities_in(sentence.start, sentence.stop) if q.count is not None]
    if len(counted) != 1 or not is_flying(counted[0]) or reading.starting("unit", sentence.start, sentence.stop):
        return False
    if any(reading.starting("trigger", sentence.start, sentence.stop)):
        return False
    if any(t.value in ("other", "genre") for t in reading.in_range("trap", sentence.start, sentence.stop)):
        return False  # "счёт матча вырос до 2"
    words = reading.tokens.words[sentence.start : sentence.stop]
    first = reading.starting("total", sentence.start, sentence.start + 3)
    first = first or reading.starting("total", sentence.stop - 2, sentence.stop)  # "since midnight, six in all"
    figure = [w for w in words if w.startswith(_FIGURES)]
    if (first or figure) and counted[0].start >= sentence.start + 1:
        return bool(first) or any(w.startswith(_GROWS) for w in words)
    already = reading.tokens.words[counted[0].start - 1 : counted[0].start + 1]
    return len(words) <= _SHORT and bool({"уже", "вже", "already"} & set(already))


def states_figure(scene: Scene, quantity: Quantity) -> bool:
    """Tell whether a number is what a figure comes to: "число сбитых ... составило семь", "дошло до 11"."""
    words = scene.reading.tokens.words
    before = [w for w in words[max(0, quantity.start - 2) : quantity.start] if w not in ("до", "уже", "to")]
    return bool(before) and before[-1].startswith(_GROWS)


def mark_summed(frames: list[Frame]) -> None:
    """Mark what a running sum holds already: "Ещё два сбиты. Счёт достиг 12": the two are among the twelve."""
    for index, frame in enumerate(frames):
        if not frame.rule.endswith(".sum") or frame.count is None:
            continue
        for earlier in frames[:index]:
            same = earlier.kind is frame.kind and earlier.fate is frame.fate and earlier.status is frame.status
            here = [None if f.place is None else f.place.members for f in (earlier, frame)]
            if (
                same
                and here[0] == here[1]
                and earlier.count is not None
                and earlier.parent is None
                and earlier.sentence < frame.sentence
            ):
                earlier.aggregate = earlier.aggregate or earlier.count.low < frame.count.low


def only_counted(scene: Scene, sentence: Sentence) -> Quantity | None:
    """Return the one number of flying objects a sentence names with their noun, or None."""
    found = [
        q
        for q in scene.quantities_in(sentence.start, sentence.stop)
        if q.count is not None and q.count.stated is not None and q.noun is not None and q.noun.category == "object"
    ]
    return found[0] if len(found) == 1 else None


def all_of_them(scene: Scene, sentence: Sentence, triggers: list[Mention]) -> Mention | None:
    """Return the verb of "Сбиты все", which says the fate of the number in the sentence before."""
    words = scene.reading.tokens.words
    counted = [q for q in scene.quantities_in(sentence.start, sentence.stop) if q.count is not None]
    if not all(is_every_one(scene, q) for q in counted):
        return None
    for trigger in triggers:
        near = words[max(sentence.start, trigger.start - 3) : min(sentence.stop, trigger.stop + 2)]
        if "not" in words[max(sentence.start, trigger.start - 7) : trigger.start]:
            continue
        if trigger.value not in ENDED or {"не", "not", "but", "almost", "nearly", "почти", "майже"} & set(near):
            continue
        if trigger.flags & {"verb", "plur"} and _ALL.intersection(near):
            return trigger
        if trigger.lang == "en" and says_all(words[max(sentence.start, trigger.start - 6) : trigger.start]):
            return trigger
    return None


_OF_THEM = frozenset("of them these those the was were have has been had being is are got".split())


def is_every_one(scene: Scene, quantity: Quantity) -> bool:
    """Tell whether "one" counts nothing: "every one of them", "every last one"."""
    words = scene.reading.tokens.words
    return words[quantity.start] == "one" and words[quantity.start - 1] in ("every", "last", "single")


def says_all(before: list[str]) -> bool:
    """Tell whether the words before a verb are "all of them were", "each was", "the lot was"."""
    while before and before[-1] in _OF_THEM and before[-2:] != ["the", "lot"]:
        before = before[:-1]
    return f" {' '.join(before)}".endswith(tuple(f" {words}" for words in _ALL_EN))
