"""Damage told in Ukrainian by what a thing came to: "стіна лягла", "клуб без стелі", "мінус шість автівок".

A building, a vehicle or a part of one stands in one clause with the word that says so. Weapons that lie in a field,
prices that fall and cars that are sold are none of it.
"""

from dataclasses import dataclass

from skyledger.extract.frames.made_triggers import made_trigger
from skyledger.extract.frames.stretches import stretch_around
from skyledger.extract.frames.things import DAMAGED
from skyledger.extract.nouns import is_of
from skyledger.extract.reading import Reading
from skyledger.extract.scene import Scene
from skyledger.extract.word_bits import word_class
from skyledger.extract.words import NOT_WORDS
from skyledger.model.frame import Mention, Quantity, Sentence


@dataclass(frozen=True, slots=True)
class _Manner:
    """Stems of a word of ruin, the words that must stand behind it, and what it is said of.

    Attributes:
        stems: What the word begins with.
        behind: What begins one of the next words; empty where nothing is needed.
        of: The things it is said of.
        denied: Whether a negation stands before it: "не врятували".
        ahead: What the word before it begins with: "зазнала шкоди"; empty where nothing is needed.
        subject_first: Whether the thing must stand before it: "дах ліг", but not "ліг дах".
    """

    stems: tuple[str, ...]
    behind: tuple[str, ...] = ()
    of: frozenset[str] = DAMAGED - {"settlement", "location"}
    denied: bool = False
    ahead: tuple[str, ...] = ()
    subject_first: bool = False


_WHOLE = frozenset(("building", "vehicle", "apartment"))
_HOUSES = frozenset(("building", "apartment", "part"))
_PART = frozenset(("part",))
_HARMED = ("зазна", "завда", "набул", "дістал", "дістав")  # before "шкоди" alone
_MANNERS = (
    _Manner(("склався", "склалася", "склалась", "склалися", "склались"), of=_HOUSES),
    _Manner(("складен",), ("до", "вщент", "як")),
    _Manner(("завалився", "завалилас", "завалилис", "розвалився", "розвалилас", "розвалилис", "розвалило"), of=_HOUSES),
    _Manner(("посипався", "посипалас", "посипалис", "осипався", "осипалас", "осипалис"), of=_HOUSES),
    _Manner(("ліг", "лягла", "лягли", "лягло"), of=_HOUSES, subject_first=True),
    _Manner(("впала", "впав", "впали", "упала", "упав", "упали", "попадали", "попадало", "гепнула"), of=_PART),
    _Manner(("відлетів", "відлетіла", "відлетіли", "полетіли", "полетіла", "полетів"), of=_PART),
    _Manner(("тріснул", "луснул", "тріснув", "луснув", "полопал"), of=_HOUSES),
    _Manner(("засипало", "нахилило", "похилило", "перекосило", "покосило", "скособочило", "здибило", "попадало")),
    _Manner(("нахилився", "нахилилас", "похилився", "похилилас", "перекосився", "перекосилас"), of=_HOUSES),
    _Manner(("прострелен", "пошматован", "покручен", "зрешечен", "зіпсован", "перекинут", "спотворен", "зім'ят")),
    _Manner(("втрачен",), ("повністю", "остаточно", "безповоротно", "назавжди"), of=_WHOLE | _PART),
    _Manner(("списує", "списали", "списано", "спишемо", "списані"), of=_WHOLE),
    _Manner(("знищен", "втрачен", "підірван", "висаджен"), of=_WHOLE),
    _Manner(("відбудувати", "відбудуєш", "відновити", "полагодити", "відремонтувати", "відрихтувати"), denied=True),
    _Manner(("врятували", "врятувати", "вціліла", "вцілів", "вціліли", "встояв", "встояла", "встояли"), denied=True),
    _Manner(("підляга",), ("ремонт", "відбудов", "відновлен"), denied=True),
    _Manner(("непридат",)),
    _Manner(("решетом", "друшляк"), of=_HOUSES | {"vehicle"}),
    _Manner(("пробоїн",), of=frozenset(("vehicle", "building"))),
    _Manner(("цілісність",), of=_HOUSES),
    _Manner(("шкоди", "руйнацій", "руйнації"), of=_HOUSES, ahead=_HARMED),
)
_WITHOUT = (
    "стін",
    "стел",
    "дах",
    "покрівл",
    "двер",
    "лобов",
    "фасад",
    "балкон",
    "віко",
    "вікон",
    "шибок",
    "скл",
    "сцен",
)
_SPARED = ("вціл", "уціл")
_ONLY = frozenset("лише тільки хіба самі сам сама одні один одна".split())
_LEFT = ("лишив", "лишил", "залишив", "залишил", "зостав", "зостал", "стирч", "стоїть")
_REMAINS = ("остов", "скелет", "каркас", "голі", "обгоріл", "руїни", "купа", "вирва", "фундамент", "попіл", "стіни")
_NOT_OF_THINGS = (
    "цін",
    "рейтинг",
    "курс",
    "графік",
    "план",
    "бізнес",
    "сніг",
    "дощ",
    "буревій",
    "вітер",
    "вітром",
    "град",
)
# Before a thing that is but the place of it: "на асфальт лягла бойова частина".
_BESIDE = frozenset("на в у біля по за до від під над через перед".split())
_MINUS = "мінус"
_REACH = 6  # tokens on each side in which what belongs to the word stands
# Nouns for what became of a thing, behind a dash.
_PREDICATES = ("руїн", "згарищ", "брухт", "металобрухт", "груд", "друзк", "скалк", "потерух", "решето", "попелищ")
_STEMS = tuple(stem for m in _MANNERS for stem in m.stems)
TELLING = word_class(("без", _MINUS), (*_STEMS, *_LEFT, *_SPARED, *_PREDICATES))
_FLAG = frozenset(("state",))


def may_have_collapsed(reading: Reading) -> bool:
    """Tell cheaply whether a text may tell of ruin in such words."""
    return reading.mask & TELLING != 0


def find_collapsed(scene: Scene, sentence: Sentence, known: list[Mention]) -> list[Mention]:
    """Return what says that a thing came to ruin, as mentions of damage like those of the packs."""
    reading, words = scene.reading, scene.reading.tokens.words
    if not reading.says(sentence, TELLING):
        return []
    held = {n for t in known if "weak" not in t.flags for n in range(t.start, t.stop)}
    found: list[Mention] = []
    for n in reading.of_class(TELLING, sentence.start, sentence.stop):
        if n in held:
            continue
        stretch = _told(scene, sentence, n)
        if stretch is not None and held.isdisjoint(range(*stretch)):
            found.append(made_trigger(words, "damage", *stretch, _FLAG))
            held.update(range(*stretch))
    return found


def _told(scene: Scene, sentence: Sentence, n: int) -> tuple[int, int] | None:
    words = scene.reading.tokens.words
    if words[n] == _MINUS:
        return _minus(scene, sentence, n)
    if words[n].startswith(_PREDICATES):
        return _named(scene, sentence, n)
    first, last = stretch_around(scene.reading, sentence, n, _REACH)
    if any(w.startswith(_NOT_OF_THINGS) for w in words[first:last]):
        return None
    things = _things(scene, first, last)
    if words[n] == "без":
        return _without(scene, things, n, last)
    if words[n].startswith(_SPARED) and n + 1 < last and words[n + 1] in _ONLY:
        return (n, n + 2) if any(is_of(q, _WHOLE) for q in things) else None  # "від аптеки вцілів лише ґанок"
    for manner in _MANNERS:
        if words[n].startswith(manner.stems):
            return _stretch(scene, manner, things, n, last)
    return _left(words, things, n, last)


def _stretch(scene: Scene, manner: _Manner, things: list[Quantity], n: int, last: int) -> tuple[int, int] | None:
    """Return the words of a manner where something it is said of stands beside them."""
    reading, words = scene.reading, scene.reading.tokens.words
    denied = n > 0 and words[n - 1] in NOT_WORDS
    near = [q for q in things if is_of(q, manner.of) and not (q.start and words[q.start - 1] in _BESIDE)]
    if denied != manner.denied or not near:
        return None
    if manner.behind and not any(w.startswith(manner.behind) for w in words[n + 1 : min(last, n + 3)]):
        return None
    if manner.ahead and not (n and words[n - 1].startswith(manner.ahead)):
        return None
    if manner.of == _HOUSES and reading.starting("object", max(0, n - _REACH), n):
        return None  # "дрон ліг біля школи"
    if manner.subject_first and not any(q.stop <= n for q in near):
        return None
    return (n - 1 if denied else n), n + 1


def _minus(scene: Scene, sentence: Sentence, n: int) -> tuple[int, int] | None:
    """Return "мінус шість автівок", "три фури в мінус"."""
    words = scene.reading.tokens.words
    behind = _things(scene, n + 1, min(sentence.stop, n + 4))
    if any(q.start - n <= 2 and is_of(q, _WHOLE) for q in behind):
        return n, n + 1
    if n > sentence.start and words[n - 1] in ("в", "у"):
        before = _things(scene, max(sentence.start, n - 4), n)
        return (n - 1, n + 1) if any(is_of(q, _WHOLE) for q in before) else None
    return None


def _named(scene: Scene, sentence: Sentence, n: int) -> tuple[int, int] | None:
    """Return "руїна" of "шість осель після нальоту – руїна": a dash names what became of the thing before it."""
    reading = scene.reading
    if n == sentence.start or not set("—–-").intersection(reading.gap(n - 1, n)):
        return None
    first = max(sentence.start, n - 2 * _REACH)
    things = [q for q in _things(scene, first, n) if not reading.parted(q.stop - 1, n - 1, ";:.!?")]
    near = [q for q in things if is_of(q, _WHOLE) and not (q.start and reading.tokens.words[q.start - 1] in _BESIDE)]
    return (n, n + 1) if near else None


def _without(scene: Scene, things: list[Quantity], n: int, last: int) -> tuple[int, int] | None:
    """Return "без стелі" of a house, "без лобового" of a car."""
    words = scene.reading.tokens.words
    if n + 1 >= last or not words[n + 1].startswith(_WITHOUT):
        return None
    return (n, n + 2) if any(is_of(q, _WHOLE) and q.stop <= n for q in things) else None


def _left(words: list[str], things: list[Quantity], n: int, last: int) -> tuple[int, int] | None:
    """Return "лишився остов": what is left of a thing."""
    if not words[n].startswith(_LEFT) or not any(is_of(q, _WHOLE) for q in things):
        return None
    at = next((k for k in range(n + 1, min(last, n + 4)) if words[k].startswith(_REMAINS)), None)
    return None if at is None else (n, at + 1)


def _things(scene: Scene, first: int, last: int) -> list[Quantity]:
    return [q for q in scene.quantities_in(first, last) if is_of(q, DAMAGED)]
