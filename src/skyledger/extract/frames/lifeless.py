"""People dead, told in Russian or Ukrainian by what they did not live to see: "не дожил", "истёк кровью".

Each manner is a row of stems that stand in one clause in any order, the first of them found first; somebody must stand
in the sentence: a person named or a number that counts people. A body lies where its owner is named behind it.
"""

from skyledger.extract.frames.made_triggers import made_trigger
from skyledger.extract.frames.people import COLLECTIVE
from skyledger.extract.frames.stretches import stretch_around
from skyledger.extract.nouns import PEOPLE
from skyledger.extract.reading import Reading
from skyledger.extract.scene import Scene
from skyledger.extract.word_bits import word_class
from skyledger.model.frame import Mention, Quantity, Sentence

_CARE = ("больниц", "скор", "операц", "врач", "медик", "приезд", "лікарн", "швидк", "лікар", "приїзд", "реанимац")
_LIVES = ("жизн", "житт")
_FAIL = ("успел", "смогл", "удал", "сумел", "встиг", "змогл", "вдал")
_MANNERS: tuple[tuple[tuple[str, ...], tuple[tuple[str, ...], ...]], ...] = (
    (("дожил", "дожив", "дожила"), (("не",),)),
    (("доехал", "довезл", "доїха", "довезен"), (("не",), _CARE)),
    (("пережил", "пережив"), (("не",),)),
    (("выжил", "вижи", "вижив"), (("не",),)),
    (("спасли", "спасен", "врятува", "урятува", "откачал", "відкача"), (("не",),)),
    (("спасти", "врятувати", "урятувати", "помочь", "допомогти", "откачать"), (("не", "поздно", "пізно"), _FAIL)),
    (("истек", "стек", "стік"), (("кровью", "кров'ю"),)),  # and no "стекла на кровать"
    (("сердце", "серце"), (("не",), ("выдерж", "витрим"))),
    (("сердце", "серце"), (("останов", "зупин"),)),
    (("дышал", "дихав", "дихал"), (("не",),)),
    (("признак", "ознак"), (("без",), ("жизн", "життя"))),
    (("бездыхан", "бездихан"), ()),
    (("мертв", "мертва"), ()),
    (("отошел", "отошла", "відійшов", "відійшла", "ушел", "ушла"), (("мир",), ("иной", "інш", "лучш", "кращ"))),
    (("унес", "отнял", "оборвал", "забрал", "забрав", "обірва", "обірвал", "стоил"), (_LIVES,)),
    (("угас", "згас"), (("больниц", "реанимац", "палат", "лікарн", "реанімац", "умерл", "погиб", "женщин", "мужчин"),)),
    (("расста", "розпрощ", "попроща"), (("жизнью", "життям"),)),
)
_BODIES = frozenset("тело тела тіло тіла".split())
_ABOUT_BODIES = (
    *("нашл", "найден", "нашел", "обнаруж", "извлек", "извлеч", "достал", "подня", "лежал", "лежит", "опозна"),
    *("вынес", "забрал", "вывез", "накры", "знайшл", "знайден", "виявл", "витяг", "дістал", "підня", "лежить"),
    *("лежал", "впізна", "упізна", "винес", "вивез"),
)
_NOT_DEAD = (
    *("кошк", "котен", "собак", "пес", "коров", "коз", "свин", "животн", "спектакл", "матч", "зрител", "болельщ"),
    *("лошад", "кони", "пчел", "музей", "тварин", "корів", "огнем", "дымом"),
    *("эвакуац", "кіт", "кішк"),
)
_REACH = 6  # tokens on each side in which what belongs to the word stands
_STRONG = ";:.!?()\n"
_KEYS: dict[str, tuple[tuple[tuple[str, ...], ...], ...]] = {}
for _stems, _needed in _MANNERS:
    for _stem in _stems:
        _KEYS[_stem] = (*_KEYS.get(_stem, ()), _needed)
_STEMS = tuple(_KEYS)
TELLING = word_class(_BODIES, _STEMS)


def may_be_lifeless(reading: Reading) -> bool:
    """Tell cheaply whether a text may tell of the dead by such words."""
    return reading.mask & TELLING != 0


def find_lifeless(scene: Scene, sentence: Sentence, known: list[Mention]) -> list[Mention]:
    """Return what says that somebody of a sentence died, where no word of the packs stands there."""
    reading, words = scene.reading, scene.reading.tokens.words
    if not reading.says(sentence, TELLING):
        return []
    if any(w.startswith(_NOT_DEAD) for w in words[sentence.start : sentence.stop]):
        return []
    taken = {n for t in known for n in range(t.start, t.stop)}
    found: list[Mention] = []
    for n in reading.of_class(TELLING, sentence.start, sentence.stop):
        if n in taken:
            continue
        first, last = stretch_around(reading, sentence, n, _REACH)
        told = _body(scene, n, first, last) if words[n] in _BODIES else _manner(scene, sentence, n, first, last)
        if told is not None and taken.isdisjoint(range(*told)):
            found.append(made_trigger(words, "killed", *told, _flags(words, n)))
            taken.update(range(*told))
    return found


def _flags(words: list[str], n: int) -> frozenset[str]:
    if words[n].startswith(("унес", "отнял", "оборвал", "забра", "обірва", "стоил")):
        return frozenset()
    one = words[n] in ("тело", "тіло") or not words[n].endswith(("и", "ы"))
    return frozenset(("verb", "sing")) if one else frozenset(("verb",))


def _manner(scene: Scene, sentence: Sentence, n: int, first: int, last: int) -> tuple[int, int] | None:
    """Return where one of the manners stands around its key."""
    words = scene.reading.tokens.words
    for stem, manners in _KEYS.items():
        if not words[n].startswith(stem):
            continue
        if words[n].startswith("мертв") and words[n].endswith(_OBLIQUE) and not _was_found(words, n, first, last):
            continue  # "над мёртвым городом"
        for needed in manners:
            stretch = _all_of(words, n, first, last, needed)
            if stretch is not None and _somebody(scene, sentence, *stretch):
                return stretch
    return None


_OBLIQUE = ("ым", "им", "ого", "ому", "ом", "ой", "ою", "ую", "ыми", "ими", "ої", "ій")
_FOUND = ("найд", "нашл", "наш", "знай", "обнаруж", "виявл", "лежал", "лежав")


def _was_found(words: list[str], n: int, first: int, last: int) -> bool:
    """Tell whether somebody was found dead: "охранника нашли мёртвым"."""
    return any(w.startswith(_FOUND) for w in words[first:last])


def _all_of(
    words: list[str], n: int, first: int, last: int, needed: tuple[tuple[str, ...], ...]
) -> tuple[int, int] | None:
    """Return the stretch from the key to what stands before it ("не"), if all that is needed is there."""
    start, stop = n, n + 1
    for stems in needed:
        denial = "не" in stems
        at = next(
            (k for k in range(first, last) if (words[k] in stems if denial else words[k].startswith(stems))), None
        )
        if at is None:
            return None
        if abs(at - n) > _REACH or (denial and n - at > 2):
            return None
        start, stop = min(start, at), max(stop, at + 1)
    return None if start and words[start - 1] == "не" else (start, stop)  # "не мертв"


def _body(scene: Scene, n: int, first: int, last: int) -> tuple[int, int] | None:
    """Return "тело хозяина", where it was found, lay or was known again."""
    words = scene.reading.tokens.words
    owners = scene.quantities_in(n + 1, min(last, n + 4))
    named = any(q.noun is not None and q.noun.value in PEOPLE for q in owners)
    told = any(w.startswith(_ABOUT_BODIES) for w in words[first:last])
    return (n, n + 1) if named and told else None


def _somebody(scene: Scene, sentence: Sentence, start: int, stop: int) -> bool:
    """Tell whether people stand near the words."""
    reading, words = scene.reading, scene.reading.tokens.words
    first, last = max(sentence.start, start - 2 * _REACH), min(sentence.stop, stop + _REACH)
    return any(
        _are_people(words, q) and not reading.parted(min(q.stop, stop) - 1, max(q.start, start), _STRONG)
        for q in scene.quantities_in(first, last)
    ) or any(w.startswith(_LIVES) for w in words[start:stop])


def _are_people(words: list[str], quantity: Quantity) -> bool:
    noun = quantity.noun
    if noun is None:
        one = words[quantity.start] in ("один", "одного", "одна", "одну", "одному")
        return quantity.count is not None and (one or words[quantity.stop - 1].endswith(COLLECTIVE))
    return noun.value in PEOPLE and (quantity.count is not None or "sing" in noun.flags)
