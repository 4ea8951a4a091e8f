"""Hits told in Ukrainian by what got there: "два дійшли до підстанції", "шахед зайшов у двір".

What flies is the subject, or a number or "the rest" that stands for it; behind the verb stands a building, a vehicle or
a target. Those that did not get there, that only reached a border or fly there still, hit nothing.
"""

from skyledger.extract.frames.made_triggers import made_trigger
from skyledger.extract.nouns import THINGS
from skyledger.extract.reading import Reading
from skyledger.extract.scene import Scene
from skyledger.extract.word_bits import word_class
from skyledger.extract.words import GETS_AT, GETS_INTO, GETS_TO, NOT_WORDS
from skyledger.model.frame import Mention, Sentence

_FOUND = ("знайшл", "знайшов", "відшука", "намаца")
_AIMS = ("мішен", "ціл", "мет", "адрес", "жертв")
_HOW = frozenset("прямо просто точно аж таки прямісінько якраз рівно все ж свої свою своєї своїх самого самої".split())
_REST = frozenset(
    "решта інші інший другий третій четвертий п'ятий шостий сьомий друга третя четверта п'ята сьома".split()
)
_HALTED = (*NOT_WORDS, "майже", "ледь", "можуть", "могли", "мали", "хотіли", "намагалися", "щоб", "якби")
_BORDERS = ("меж", "кордон", "узбереж", "рубеж")
_WAY = 3  # words between a verb and what it got to
_BACK = 5  # words between what flies and its verb
_CUT = ",;:.!?()—–\n"
_ARRIVING = word_class(stems=(*GETS_TO, *GETS_AT, *_FOUND, *GETS_INTO))
_VERB = frozenset(("verb", "past"))


def told_by_arrival(scene: Scene, sentence: Sentence, triggers: list[Mention]) -> list[Mention]:
    """Return the verbs by which what flies got to something on the ground, as words of a hit."""
    reading, words = scene.reading, scene.reading.tokens.words
    if not reading.object_values or not reading.says(sentence, _ARRIVING):
        return []
    taken = {n for t in triggers if "weak" not in t.flags and t.value != "sighting" for n in range(t.start, t.stop)}
    found = []
    for n in reading.of_class(_ARRIVING, sentence.start, sentence.stop):
        if n in taken or any(w in _HALTED for w in words[max(sentence.start, n - 2) : n]):
            continue
        if _flies(scene, sentence, n) and (stop := _to_what(scene, sentence, n)) is not None:
            found.append(made_trigger(words, "hit", n, stop, _VERB))
    return found


def _flies(scene: Scene, sentence: Sentence, verb: int) -> bool:
    """Tell whether what flies, or a word that stands for it, is the subject of a verb."""
    reading = scene.reading
    words = reading.tokens.words
    first = verb
    while first > max(sentence.start, verb - _BACK) and not reading.parted(first - 1, first, _CUT):
        first -= 1
    named = reading.starting("object", first, verb)
    if named:
        return named[-1].value != "aircraft"
    if reading.starting("unit", first, verb):
        return False
    counted = any(q.elliptic and q.count is not None for q in scene.quantities_in(first, verb))
    if not counted and _REST.isdisjoint(words[first:verb]) and not _COLLECTIVE.intersection(words[first:verb]):
        return False
    since = reading.sentences[max(0, sentence.index - 1)].start
    before = reading.starting("object", since, first)
    return bool(before) and before[-1].value != "aircraft"


_COLLECTIVE = frozenset("двійка трійка четвірка п'ятірка шістка сімка пара обидва обидві обоє".split())


def _to_what(scene: Scene, sentence: Sentence, verb: int) -> int | None:
    """Return where the words of getting there end, before the thing or target they got to."""
    reading = scene.reading
    words, at = reading.tokens.words, verb + 1
    while at < sentence.stop and words[at] in _HOW:
        at += 1
    if at >= sentence.stop or reading.parted(verb, at, _CUT):
        return None
    word = words[verb]
    if word.startswith(_FOUND):
        return at if words[at].startswith(_AIMS) else None
    if words[at] == "до" and word.startswith(GETS_TO):
        return at + 1 if _is_thing(reading, sentence, at + 1, aims=True) else None
    if words[at] in ("в", "у", "на", "по") and word.startswith(GETS_INTO):
        return at + 1 if _is_thing(reading, sentence, at + 1, aims=False) else None
    if word.startswith(GETS_AT) and words[at] not in ("до", "в", "у", "на", "по"):
        return at if _is_thing(reading, sentence, at, aims=True) or _is_of_the_rest(reading, verb, at) else None
    return None


def _is_thing(reading: Reading, sentence: Sentence, start: int, *, aims: bool) -> bool:
    """Tell whether a building, vehicle or target stands there, and no border."""
    words, stop = reading.tokens.words, min(sentence.stop, start + _WAY + 1)
    for n in range(start, stop):
        if n > start and reading.parted(n - 1, n, _CUT):
            return False
        if words[n].startswith(_BORDERS):
            return False
        unit = reading.at("unit", n)
        if unit is not None:
            where = not aims and words[unit.stop - 1].endswith(("ах", "ях", "ові", "ці", "ні"))
            return unit.value in THINGS and not where
        if words[n] in _YARDS or (aims and words[n].startswith(_AIMS)):
            return True
    return False


_YARDS = frozenset("двір подвір'я дворі парковку стоянку підстанції електростанції порту причалу бази базу".split())


def _is_of_the_rest(reading: Reading, verb: int, at: int) -> bool:
    """Tell whether the rest reached a town: "решта досягла Чорноморська"."""
    rest = {"решта", "інші"}.intersection(reading.tokens.words[max(0, verb - 2) : verb])
    return bool(rest) and reading.at("place", at) is not None
