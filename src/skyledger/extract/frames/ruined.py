"""Damage told by the state a thing is in: "our shed is no more", "от дома ничего не осталось".

A thing no noun of the packs names is none of it; neither is a state said of people, a price or a record.
"""

from skyledger.extract.frames.made_triggers import made_trigger
from skyledger.extract.frames.things import DAMAGED
from skyledger.extract.nouns import is_of
from skyledger.extract.reading import Reading
from skyledger.extract.scene import Scene
from skyledger.extract.word_bits import word_class
from skyledger.model.frame import Mention, Quantity, Sentence

_COPULAS = frozenset(
    (
        "is are was were left lying has have had been now already completely utterly simply all lies lie lay stands "
        "stand stood just"
    ).split()
)
# States in which a thing is ruined, as they stand behind it; the first words are looked for first.
_STATES = tuple(
    tuple(words.split())
    for words in (
        "no more",
        "gone",
        "no longer stands",
        "no longer standing",
        "no longer exists",
        "no longer exist",
        "no longer there",
        "no longer has walls",
        "no longer has a roof",
        "ceased to exist",
        "beyond repair",
        "beyond saving",
        "beyond habitation",
        "beyond restoration",
        "beyond use",
        "beyond recognition",
        "not repairable",
        "on its side",
        "on their sides",
        "on its roof",
        "on their roofs",
        "upside down",
        "in ruins",
        "in rubble",
        "in pieces",
        "in splinters",
        "in tatters",
        "scrap",
        "scrap metal",
        "a write-off",
        "a total loss",
        "written off",
        "matchwood",
        "firewood",
        "a ruin",
        "a wreck",
        "a skeleton",
        "a sieve",
        "rubble",
        "больше нет",
        "больше не существует",
        "не подлежит восстановлению",
        "не подлежат восстановлению",
        "восстановлению не подлежит",
        "восстановлению не подлежат",
        "под снос",
        "в руинах",
        "в щепки",
        "в хлам",
        "в труху",
        "в клочья",
        "на боку",
        "лежит на боку",
        "на крыше лежит",
        "вверх колесами",
        "в кювете",
        "всмятку",
        "в лепешку",
        "в крошку",
        "в крошево",
        "вдребезги",
        "в решето",
        "в дырах",
        "в дырку",
        "в осколках",
        "в щепу",
        "в гармошку",
        "в мясо",
        "в ноль",
        "в утиль",
        "в хламину",
        "под списание",
        "на выброс",
        "на свалку",
        "под замену",
        "нету",
        "не осталось",
        "больше не стоит",
        "ремонту не подлежит",
        "ремонту не подлежат",
        "не подлежит ремонту",
        "не подлежат ремонту",
        "пришел в негодность",
        "пришла в негодность",
        "пришли в негодность",
        "более не существует",
        "більше немає",
        "більше нема",
        "більше не існує",
        "не підлягає відновленню",
        "не підлягають відновленню",
        "відновленню не підлягає",
        "відновленню не підлягають",
        "під знесення",
        "у руїнах",
        "в руїнах",
        "на друзки",
        "у друзки",
        "вщент",
        "на брухт",
    )
)
_FIRST = frozenset(first for first, *_ in _STATES)
# By their first two words, those of one word among them, and by their only word.
_OPENED = {
    opening: tuple(s for s in _STATES if s[0] == opening[0] and (len(s) == 1 or s[:2] == opening))
    for opening in {s[:2] for s in _STATES} | {s[:1] for s in _STATES}
}
_NOTHING = (
    ("nothing", "of"),
    ("little", "of"),
    ("ничего", "от"),
    ("нічого", "від"),
)
_LEFT = ("left", "remain", "осталось", "осталась", "лишилося", "залишилося", "зосталося")
_SPLIT = (("in", "two"), ("in", "half"), ("пополам",), ("надвое",), ("навпіл",), ("надвоє",))
_CUT = ("cut", "split", "sliced", "tore", "torn", "broke", "broken", "snapped", "разлом", "разорв", "розлом", "розірв")
_REACH = 5  # words from a thing to its state
_BREAKS = frozenset(",;:.()!?–—")
# Behind a state: it says where something went, or how much of it.
_AWAY = frozenset("than чем ніж of to from for back home away on into by".split())
_THINGS = DAMAGED - {"settlement", "location"}
_FLAG = frozenset(("state",))


def may_be_ruined(reading: Reading) -> bool:
    """Tell cheaply whether a text may tell of a thing's ruin by its state."""
    return reading.mask & RUINING != 0


_OTHERS = frozenset(
    (
        *("nothing", "little", "ничего", "нічого", "two", "half", "надвое", "пополам", "навпіл", "надвоє"),
        *("sever", "severed", "severing"),
    )
)
RUINING = word_class({*_FIRST, *_OTHERS})


def find_ruins(scene: Scene, sentence: Sentence, known: list[Mention]) -> list[Mention]:
    """Return the states of ruin of a sentence, as mentions of damage like those of the packs."""
    words = scene.reading.tokens.words
    candidates = scene.reading.of_class(RUINING, sentence.start, sentence.stop)
    if not candidates:
        return []
    held = {n for t in known if "weak" not in t.flags for n in range(t.start, t.stop)}
    found: list[Mention] = []
    for n in candidates:
        stretch = _state(scene, sentence, n) if words[n] in _FIRST else None
        if stretch is None and words[n] in _OTHERS:
            stretch = _nothing_left(scene, sentence, n) or _in_two(scene, sentence, n) or _severed(scene, sentence, n)
        if stretch is not None and held.isdisjoint(range(*stretch)):
            found.append(made_trigger(words, "damage", *stretch, _FLAG))
            held.update(range(*stretch))
    return found


def _state(scene: Scene, sentence: Sentence, n: int) -> tuple[int, int] | None:
    reading, words = scene.reading, scene.reading.tokens.words
    opened = _OPENED.get(tuple(words[n : n + 2])) or _OPENED.get((words[n],), ())
    state = next((s for s in opened if tuple(words[n : n + len(s)]) == s), None)
    if state is None or _AWAY.intersection(words[n + len(state) : n + len(state) + 1]):
        return None
    if state in _FINAL and not _ends(reading, sentence, n + len(state)):
        return None  # "is no more expensive", "are gone from the list"
    thing = _thing_before(scene, sentence, n)
    if thing is None:
        return None
    between = words[thing.stop : n]
    joined = (
        _COPULAS.intersection(between) or not words[n].isascii() or _is_note(scene, sentence, thing, n, n + len(state))
    )
    return (n, n + len(state)) if joined and not {"not", "не", "no", "almost"}.intersection(between) else None


def _is_note(scene: Scene, sentence: Sentence, thing: Quantity, n: int, stop: int) -> bool:
    """Tell whether a note leaves the verb out, between two marks: "4 KABs, outbuilding gone", "roof gone"."""
    reading = scene.reading
    opens = thing.start == sentence.start or reading.parted(thing.start - 1, thing.start, _BREAKS)
    ends = stop >= sentence.stop or reading.parted(stop - 1, stop, _BREAKS)
    return opens and ends and thing.stop == n


_FINAL = (("no", "more"), ("gone",))
_GOES_ON = frozenset("after since now overnight today too completely entirely and when".split())


def _ends(reading: Reading, sentence: Sentence, stop: int) -> bool:
    """Tell whether a clause ends at a place, or goes on with when and why."""
    if stop >= sentence.stop or reading.gap(stop - 1, stop).strip():
        return True
    return reading.tokens.words[stop] in _GOES_ON


def _thing_before(scene: Scene, sentence: Sentence, n: int) -> Quantity | None:
    """Return the thing whose state is told: the last one named before it in its clause."""
    near = scene.quantities_in(max(sentence.start, n - _REACH - 6), n)
    things = [q for q in near if is_of(q, _THINGS) and n - q.stop <= _REACH]
    if not things or scene.reading.parted(things[-1].stop - 1, n, _BREAKS):
        return None
    if any(q.noun is not None and q.noun.value in ("person", "child") for q in near if q.start > things[-1].start):
        return None
    return things[-1]


def _nothing_left(scene: Scene, sentence: Sentence, n: int) -> tuple[int, int] | None:
    """Return "nothing is left of the bakery", "от пекарни ничего не осталось"."""
    reading, words = scene.reading, scene.reading.tokens.words
    if words[n] not in ("nothing", "little", "ничего", "нічого"):
        return None
    last = next((at for at in range(n + 1, min(sentence.stop, n + 5)) if words[at].startswith(_LEFT)), None)
    if last is None or reading.parted(n, last, _BREAKS):
        return None
    english = words[n].isascii()
    if english and words[last + 1 : last + 2] != ["of"]:
        return None
    near = scene.quantities_in(last + 1, last + 6) if english else scene.quantities_in(max(sentence.start, n - 4), n)
    return (n, last + 1) if any(is_of(q, _THINGS) for q in near) else None


def _in_two(scene: Scene, sentence: Sentence, n: int) -> tuple[int, int] | None:
    """Return "cut a five-storey block in two": the verb, with the thing it cut behind it."""
    reading, words = scene.reading, scene.reading.tokens.words
    if not any(tuple(words[n - len(s) + 1 : n + 1]) == s for s in _SPLIT):
        return None
    for at in range(n - 1, max(sentence.start, n - 9) - 1, -1):
        if reading.parted(at, at + 1, _BREAKS):
            return None
        if words[at].startswith(_CUT):
            near = scene.quantities_in(max(sentence.start, at - 4), n)
            return (at, at + 1) if any(is_of(q, _THINGS) for q in near) else None
    return None


def _severed(scene: Scene, sentence: Sentence, n: int) -> tuple[int, int] | None:
    """Return "a 330 kV line has been severed"."""
    if not scene.reading.tokens.words[n].startswith("sever"):
        return None
    near = [*scene.quantities_in(max(sentence.start, n - 8), n), *scene.quantities_in(n + 1, n + 5)]
    told = any(q.noun is not None and q.noun.value == "part" for q in near)
    lines = {"line", "lines", "cable", "cables", "wire", "wires"}.intersection(
        scene.reading.tokens.words[max(sentence.start, n - 8) : n + 5]
    )
    return (n, n + 1) if told and lines else None
