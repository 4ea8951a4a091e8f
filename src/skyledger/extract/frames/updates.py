"""The later of two figures, told without its noun: "сообщил о трёх сбитых, позже уточнил: девять", "С полуночи – 17".

A number that ends its clause behind a word of correction, of growth or of a sum, or behind the time it holds for,
replaces the smaller figure told right before it, or holds it. "Two more." alone has the fate of those before it.
"""

from dataclasses import replace

from skyledger.extract.frames.people import COLLECTIVE
from skyledger.extract.marks import ALL_MARKS
from skyledger.extract.scene import Scene
from skyledger.extract.word_bits import word_class
from skyledger.extract.words import MORE
from skyledger.model.count import Harm, Interval
from skyledger.model.frame import Frame, Quantity, Sentence
from skyledger.model.kinds import ClaimStatus, Fate, Kind

_CUES = (
    *("уточн", "поправ", "скоррект", "исправ", "назва", "довел", "обнов", "пересчит", "вырос", "возрос", "увелич"),
    *("достиг", "дошл", "дошел", "перевал", "итог", "цифр", "счет", "числ", "количеств", "насчит", "подсчит"),
    *("виправ", "оновл", "підсум", "кільк", "зрос", "збільш", "сягн", "дійшл", "дійшо", "нараху", "рахун", "довів"),
)
_WORDS = frozenset(
    (
        "стало стали теперь позже позднее потом затем сейчас уже всего итого вместе "
        "згодом пізніше потім тепер зараз вже усього всього загалом разом "
        "later then now revised updated total tally altogether"
    ).split()
)
_THEM = frozenset("их їх they there".split())
_COUNTED = (Kind.CASUALTIES, Kind.DAMAGE, Kind.POWER_OUTAGE)
_HARMED = ("killed", "injured")
_OPENERS = ("с", "з", "за", "since")
_GOES_ON = frozenset(
    "since overnight far night ночь ночи ніч ночі сутки добу вечера вечора вечір полуночи опівночі".split()
)
_SPAN = frozenset((*_OPENERS, "від", "от", "over", "the", "so", "in", "all", "total", "night's", "и", "і", "and"))
_CLASS = word_class(_WORDS | _GOES_ON | MORE, stems=_CUES)
_ALONE = frozenset(("человек", "людей", "осіб", "штук", "аппаратов", "апаратів"))
_HOURS = frozenset("в к у о at by".split())
_LONGEST = 9  # words of a clause that is no more than a figure
_SHORT = 6  # words of a clause that is no more than a time and a figure
_MORE_ALONE = MORE | frozenset(("and", "и", "і", "а", "та", "then"))
_BACK = 2  # sentences between a figure and "two more"


def later_figures(scene: Scene, sentence: Sentence, here: list[Frame], before: list[Frame]) -> list[Frame]:
    """Return the frames of a sentence with the later figure that takes the place of one told before.

    Args:
        scene: The document.
        sentence: Which sentence.
        here: What the other rules read of it.
        before: The frames of the sentences before it.
    """
    reading = scene.reading
    if not reading.says(sentence, _CLASS) and reading.tokens.words[sentence.start] not in _OPENERS:
        return here
    earlier = [f for f in before[-4:] if f.sentence == sentence.index - 1]
    if not here and (more := _more_alone(scene, sentence, before)) is not None:
        return [more]
    if not (here or earlier):
        return here
    for quantity in scene.quantities_in(sentence.start, sentence.stop):
        if quantity.count is None or not quantity.elliptic or quantity.of_total is not None:
            continue
        if any(_is_told(f, quantity) for f in here):
            continue
        cued = _ends_clause(scene, sentence, quantity) and _is_cued(scene, sentence, quantity)
        if not (cued or _is_alone_with_time(scene, sentence, quantity)):
            continue
        base = _replaced(scene, [*earlier, *here], quantity)
        made = None if base is None else _updated(scene, sentence, base, quantity)
        here = [*here, made] if made is not None else here
    return here


def _replaced(scene: Scene, known: list[Frame], quantity: Quantity) -> Frame | None:
    """Return the frame whose figure a later one may replace: the last before it, if it is the only one of its kind."""
    counted = [f for f in known if f.token < quantity.start and f.kind is not Kind.ATTACK]
    if not counted:
        return None
    last = max(counted, key=lambda f: f.token)
    if last.kind is Kind.CASUALTIES and any(
        t.value in _HARMED for t in scene.reading.starting("trigger", last.token + 1, quantity.start)
    ):
        return None  # "троє загиблих, а всіх поранених — дев'ятнадцять"
    people = scene.reading.tokens.words[quantity.stop - 1].endswith(COLLECTIVE)
    alike = [f for f in counted if f.kind is last.kind and f.sentence == last.sentence and f.status is last.status]
    fits = last.kind is Kind.CASUALTIES if people else last.kind in _COUNTED or last.fate is Fate.DOWNED
    return last if fits and len(alike) == 1 else None


def _is_told(frame: Frame, quantity: Quantity) -> bool:
    return frame.token == quantity.start or (
        quantity.span is not None and quantity.span in (frame.count_span, *frame.harm_spans)
    )


def _ends_clause(scene: Scene, sentence: Sentence, quantity: Quantity) -> bool:
    """Tell whether nothing stands behind a number in its clause but a word for what it counts; "в 18" is an hour."""
    reading, stop = scene.reading, quantity.stop
    if reading.tokens.words[quantity.start - 1] in _HOURS:
        return False
    if stop < sentence.stop and reading.tokens.words[stop] in _ALONE:
        stop += 1
    return stop >= sentence.stop or reading.parted(stop - 1, stop, ALL_MARKS)


def _is_cued(scene: Scene, sentence: Sentence, quantity: Quantity) -> bool:
    """Tell whether the clause of a number, or that before its colon, says that the figure is a later one."""
    reading = scene.reading
    start, cuts = quantity.start, 0
    while start > sentence.start and quantity.start - start < _LONGEST:
        if reading.parted(start - 1, start, ALL_MARKS):
            cuts += 1
            if cuts > (quantity.start == start):
                break
        start -= 1
    if _tells_else(scene, start, quantity.start):
        return False
    words = reading.tokens.words[start : quantity.start]
    if MORE.intersection(words):
        return False
    return any(w in _WORDS or w.startswith(_CUES) for w in words)


def _is_alone_with_time(scene: Scene, sentence: Sentence, quantity: Quantity) -> bool:
    """Tell whether a clause is no more than a time that goes on and a figure: "С полуночи – 17", "nine since dusk"."""
    reading, (start, stop) = scene.reading, (quantity.start, quantity.stop)
    words, timed = reading.tokens.words, scene.timed

    def is_time(n: int) -> bool:
        return n in timed or words[n] in _SPAN or words[n] in _GOES_ON

    while start > sentence.start and is_time(start - 1) and not _is_cut(scene, start, quantity):
        start -= 1
    while stop < sentence.stop and is_time(stop) and not reading.parted(stop - 1, stop, ALL_MARKS):
        stop += 1
    opens = start == sentence.start or reading.parted(start - 1, start, ALL_MARKS)
    ends = stop >= sentence.stop or reading.parted(stop - 1, stop, ALL_MARKS)
    if not opens or not ends or stop - start > _SHORT or words[quantity.start - 1] in _HOURS:
        return False
    return bool(_GOES_ON.intersection(words[start:stop])) or (
        words[start] in _OPENERS and bool(timed.intersection(range(start, quantity.start)))
    )


def _is_cut(scene: Scene, start: int, quantity: Quantity) -> bool:
    """Tell whether a mark parts a word from what follows it; a dash or colon right before the figure does not."""
    return scene.reading.parted(start - 1, start, ",;." if start == quantity.start else ALL_MARKS)


def _more_alone(scene: Scene, sentence: Sentence, before: list[Frame]) -> Frame | None:
    """Return the frame of a sentence that is no more than "Two more", "Ещё три дрона", with the fate told before it."""
    if not before or sentence.stop - sentence.start > _SHORT:
        return None
    words, told = scene.reading.tokens.words, before[-1]
    fits = told.kind is Kind.INTERCEPTION and told.status is ClaimStatus.CURRENT and told.count is not None
    counted = [q for q in scene.quantities_in(sentence.start, sentence.stop) if q.count is not None]
    if not fits or len(counted) != 1 or sentence.index - told.sentence > _BACK:
        return None
    more = counted[0]
    flies = more.elliptic or (more.noun is not None and more.noun.category == "object")
    rest = [n for n in range(sentence.start, sentence.stop) if not more.start <= n < more.stop and n not in scene.timed]
    if not flies or not rest or not _MORE_ALONE.issuperset(words[n] for n in rest):
        return None
    assert more.count is not None
    again = _again(told, sentence, more, "more")
    return replace(again, trigger=more.span or told.trigger, count=more.count, count_span=more.span)


def _again(base: Frame, sentence: Sentence, quantity: Quantity, suffix: str) -> Frame:
    """Return a frame told again of another number: its place carries, its time and its whole do not."""
    return replace(
        base,
        sentence=sentence.index,
        token=quantity.start,
        rule=f"{base.rule}.{suffix}",
        inherited_place=base.place is not None,
        time=None,
        parent=None,
        whole=None,
        aggregate=False,
    )


def _tells_else(scene: Scene, start: int, stop: int) -> bool:
    """Tell whether a stretch names what is counted, or says what happened: its number has no noun left out then."""
    reading = scene.reading
    firm = any("weak" not in t.flags for t in reading.starting("trigger", start, stop))
    return firm or any(reading.starting(c, start, stop) for c in ("unit", "object"))


def _updated(scene: Scene, sentence: Sentence, base: Frame, quantity: Quantity) -> Frame | None:
    """Return a frame with a later figure, marking the one it takes the place of."""
    assert quantity.count is not None
    words = scene.reading.tokens.words
    later = _again(base, sentence, quantity, "later")
    if base.kind is Kind.CASUALTIES:
        counted = _counts_people(later, quantity)
    else:
        counted = base.count is not None and base.count.low < quantity.count.low
        unit = base.count.unit if base.count is not None else quantity.count.unit
        later.count, later.count_span = replace(quantity.count, unit=unit), quantity.span
    if not counted:
        return None
    if MORE.intersection(words[max(0, base.token - 2) : base.token + 2]):
        base.aggregate = True  # "ещё пять. С полуночи – 17": the five are among them
    elif base.status is ClaimStatus.CURRENT:
        base.status = ClaimStatus.SUPERSEDED
    return later


def _counts_people(later: Frame, quantity: Quantity) -> bool:
    """Put a later figure into a toll that has one figure only, and a smaller one."""
    harm, count = later.harm, quantity.count
    if harm is None or count is None or quantity.span is None or (harm.killed is None) == (harm.injured is None):
        return False
    field, old = ("killed", harm.killed) if harm.killed is not None else ("injured", harm.injured)
    if old is None or old.low >= count.low:
        return False
    told = Interval(low=count.low, high=count.high)
    later.harm = Harm(killed=told) if field == "killed" else Harm(injured=told)
    later.harm_spans = (quantity.span,)
    return True
