"""Explosions heard, people evacuated and rescued, water, heating, gas, schools and mobile internet."""

from dataclasses import replace

from skyledger.extract.frames.civil_people import families_of, wholes_of
from skyledger.extract.frames.clause import Clause, counted_in, find_place, frame_of, listed_before
from skyledger.extract.frames.listed_things import PIPES
from skyledger.extract.frames.people import COLLECTIVE
from skyledger.extract.frames.saved import SOMEBODY
from skyledger.extract.frames.unnamed_people import counts_things
from skyledger.extract.nouns import PEOPLE, is_of
from skyledger.extract.reading import Reading
from skyledger.model.count import Count
from skyledger.model.frame import Frame, Quantity
from skyledger.model.kinds import Kind, Qualifier, Unit

DETAILS = {
    "explosions": "explosions heard",
    "evacuation": "evacuation",
    "water": "water",
    "heating": "heating",
    "internet": "mobile internet",
    "gas": "gas",
    "rescued": "rescued",
    "missing": "missing",
    "schools": "schools",
}
_SUPPLIES = frozenset(("water", "heating", "gas"))
_SUPPLIED = frozenset(("settlement", "building", "customer", "person", "apartment"))
_OF_PEOPLE = frozenset(("rescued", "evacuation", "missing"))
_COUNTED = {
    "evacuation": frozenset(("person", "child", "building")),
    "water": _SUPPLIED,
    "heating": _SUPPLIED,
    "gas": _SUPPLIED,
    "rescued": frozenset(("person", "child")),
    "missing": frozenset(("person", "child")),
    "schools": frozenset(("building",)),
    "explosions": frozenset(("explosion",)),
}
_CUT_STEMS = (
    "отключ",
    "огранич",
    "не работ",
    "перебо",
    "замедл",
    "вимк",
    "відключ",
    "обмеж",
    "не прац",
    "cut",
    "switched off",
    "shut",
    "restrict",
    "outage",
    "turned off",
    "down",
    "slow",
    "jam",
    "suspend",
    "dead",
    "not work",
    "stopp",
    "disabl",
    "disconnect",
    "lost",
    " off",
    "halt",
    "block",
    "throttl",
    "gone",
    "disappear",
    "disrupt",
    "interrupt",
    "нет ",
    "нет.",
    "нет,",
    "нет;",
    "нет!",
    "нету",
    "без моб",
    "без інт",
    "без инт",
    "без связ",
    "без зв",
    "пропал",
    "исчез",
    "глуш",
    "лежит",
    "не ловит",
    "вырубил",
    "отрубил",
    " been out",
    "unavailable",
    "нет мобил",
    "нет интернет",
    "нет связи",
    "нема",
    "без мобил",
    "без интернет",
    "без связи",
    "no mobile",
    "no internet",
    "no signal",
    "without",
    "пропа",
    "зник",
    "лежить",
    "катма",
    "здох",
    " ліг",
    "лягла",
    "впав",
    "упав",
    "не лов",
)


_LESSONS = ("занят", "урок", "заняття", "lesson", "classes")


def speaks_of_lessons(clause: Clause) -> bool:
    """Tell whether what was cancelled or put off are lessons: "занятия в семи школах перенесены"."""
    words = clause.reading.tokens.words[clause.chunk.start : clause.chunk.stop]
    return any(word.startswith(_LESSONS) for word in words)


def read_lessons(clause: Clause, before: list[Frame]) -> list[Frame]:
    """Return lessons cancelled or put off, with the schools counted beside them."""
    if any(f.detail == DETAILS["schools"] for f in before):
        return []
    own, _ = counted_in(clause, _COUNTED["schools"])
    frame = frame_of(clause, Kind.OTHER_EFFECT, next(iter(own), None), find_place(clause))
    frame.detail = DETAILS["schools"]
    return [frame]


def read_civil(clause: Clause, before: list[Frame]) -> list[Frame]:
    """Return one of the effects on civil life, once a sentence."""
    detail = DETAILS[clause.trigger.value]
    told = [f for f in before if f.detail == detail]
    if clause.trigger.value == "rescued" and _finds_dead(clause):
        return []
    if clause.trigger.value == "internet" and not _says_cut(clause):
        return []
    own, near = counted_in(clause, _COUNTED.get(clause.trigger.value, frozenset()))
    if clause.trigger.value in _OF_PEOPLE:
        own = [q for q in own if is_of(q, PEOPLE)] or own  # "из пяти домов — 13 человек"
        if clause.trigger.lang == "en":
            own = [q for q in own if not (q.elliptic and counts_things(clause.reading, q))]  # "twelve rifles"
        own = own or families_of(clause) or _people_beside(clause) or _one_saved(clause)
        own, near = wholes_of(clause, own), wholes_of(clause, near)
    if clause.trigger.value == "explosions":
        own = own or _bangs(clause)
    if clause.trigger.value in ("rescued", "missing") or told:
        near = []  # who was evacuated was not thereby rescued
    counted = (own or near)[:1]
    if clause.trigger.lang == "en" and not own and not PIPES.isdisjoint(clause.words.split()):
        counted = []  # "two outbuildings, gas pipe pierced"
    if clause.trigger.value in _SUPPLIES and counted:
        before_it = [q for q in own if q.stop <= clause.trigger.start]
        counted = before_it[-1:] or counted  # "five people were hurt, 12 houses have no heat"
        counted = listed_before(clause, counted[0], _SUPPLIED - {"person"})
    if clause.trigger.value == "schools":  # "several schools" is no figure
        counted = [q for q in own if q.count is not None and q.count.stated is not None]
    frames = [frame_of(clause, Kind.OTHER_EFFECT, q, find_place(clause)) for q in (counted or (None,))]
    frames = [f for f in frames if f.count is not None or not (told or _needs_people(clause))]
    frames = [f for f in frames if not any(f.count == t.count for t in told)]
    if clause.trigger.value == "explosions" and "lack" in clause.trigger.flags:
        frames = [f for f in frames if f.count is not None]  # "the bang that half of the town heard" may be anything
    for frame in frames:
        frame.detail = detail
    return frames


def _finds_dead(clause: Clause) -> bool:
    """Tell whether bodies are what was brought out: "достали из-под завалов тела троих"."""
    words = clause.reading.tokens.words[clause.chunk.start : clause.chunk.stop]
    return any(w in _FOUND_DEAD for w in words)


_FOUND_DEAD = frozenset(
    (
        "тело тела тел телами тіло тіла тіл останки мертвым мертвыми мертвими body bodies dead lifeless corpse corpses"
    ).split()
)


def _unparted(clause: Clause, quantity: Quantity) -> bool:
    """Tell whether no comma stands between a number and the verb."""
    trigger = clause.trigger
    left, right = min(quantity.stop, trigger.stop) - 1, max(quantity.start, trigger.start)
    return not clause.reading.parted(left, right, ",;:")


_AHEAD = {"missing": 7}  # words of "под плитами, по словам родных, ещё трое"


def _people_beside(clause: Clause) -> list[Quantity]:
    """Return a number of people without a noun right beside a verb: "достали живыми шестерых"."""
    trigger = clause.trigger
    last = min(clause.sentence.stop, trigger.stop + _AHEAD.get(trigger.value, 2))
    near = clause.scene.quantities_in(max(clause.chunk.start, trigger.start - 3), last)
    words = clause.reading.tokens.words
    beside = [
        q
        for q in near
        if trigger.start == q.stop
        or trigger.stop == q.start
        or (trigger.lang == "en" and q.stop < trigger.start and _PASSIVE.issuperset(words[q.stop : trigger.start]))
        or trigger.value == "missing"
        or (words[q.stop - 1].endswith(COLLECTIVE) and _unparted(clause, q))
    ]
    found = [q for q in beside if q.elliptic and q.count is not None and not _is_family(words, q)]
    if trigger.lang == "en":
        found = [q for q in found if not counts_things(clause.reading, q)]
    return [replace(q, count=replace(q.count, unit=Unit.PERSON)) for q in found if q.count is not None]


def _is_family(words: list[str], quantity: Quantity) -> bool:
    """Tell whether "семью" is a family and not seven."""
    return words[quantity.start : quantity.stop] == ["семью"]


def _one_saved(clause: Clause) -> list[Quantity]:
    """Return the one of "a woman was pulled alive from the rubble", "внучку достали живой"."""
    if clause.trigger.value == "evacuation":
        return []
    if clause.trigger.lang != "en":
        return [_as_one(clause, q) for q in _one_slavic(clause)]
    if _BODIES.intersection(clause.reading.tokens.words[clause.sentence.start : clause.sentence.stop]):
        return []
    for quantity in clause.chunk.quantities:
        if is_one_person(clause.reading, quantity):
            return [_as_one(clause, quantity)]
    return []


def _as_one(clause: Clause, quantity: Quantity) -> Quantity:
    span = clause.reading.span(quantity.start, quantity.stop)
    text = span.slice(clause.reading.text)
    count = Count(low=1, high=1, stated=None, qualifier=Qualifier.EXACT, unit=Unit.PERSON, text=text)
    return replace(quantity, count=count, span=span)


_ONE_REACH = 7


def _one_slavic(clause: Clause) -> list[Quantity]:
    """Return the one person of a clause who is named in the singular; the accusative goes before a helper's name."""
    trigger, words = clause.trigger, clause.reading.tokens.words
    near = [
        q
        for q in clause.chunk.quantities
        if is_of(q, PEOPLE) and q.noun is not None and {"sing", "plur"} & q.noun.flags == {"sing"} and q.count is None
    ]
    near = [q for q in near if trigger.start - _ONE_REACH <= q.start <= trigger.stop + _ONE_REACH]
    found = [q for q in near if words[q.stop - 1].endswith(("у", "ю"))] or near
    return found[:1]


_BODIES = frozenset("body bodies dead corpse corpses remains lifeless".split())


def is_one_person(reading: Reading, quantity: Quantity) -> bool:
    """Tell whether an English noun with its article is one person: "a woman"."""
    noun = quantity.noun
    if noun is None or noun.value not in PEOPLE or quantity.count is not None or "plur" in noun.flags:
        return False
    return reading.tokens.words[quantity.start] in ("a", "an", "one")


def _bangs(clause: Clause) -> list[Quantity]:
    """Return how often it banged: a number inside or right before the words, or "раз шесть" behind them."""
    trigger, words = clause.trigger, clause.reading.tokens.words
    near = clause.scene.quantities_in(max(clause.sentence.start, trigger.start - 3), trigger.stop + 4)
    inside = [q for q in near if q.count is not None and trigger.start - 1 <= q.stop and q.start < trigger.stop]
    times = [
        q
        for q in near
        if q.count is not None and q.start >= trigger.stop and _TIMES.intersection(words[q.start - 1 : q.stop + 1])
    ]
    found = [q for q in inside + times if q.noun is None or q.noun.value == "explosion" or q.elliptic]
    return [replace(q, count=replace(q.count, unit=Unit.EXPLOSION)) for q in found[:1] if q.count is not None]


_PASSIVE = frozenset("were was been have has had being are is all then later".split())
_TIMES = frozenset("раз раза разів рази times".split())


def _says_cut(clause: Clause) -> bool:
    """Tell whether mobile internet is said to be cut or slow, and not just named."""
    stretch = clause.reading.tokens.folded[clause.sentence.first : clause.sentence.last]
    return any(stem in stretch for stem in _CUT_STEMS)


def _needs_people(clause: Clause) -> bool:
    """Tell whether a verb says of people only what it says of things too: "вывезли 300 человек"."""
    things_too = (
        "вывез",
        "вывел",
        "вывед",
        "вывоз",
        "отселен",
        "were moved",
        "was moved",
        "out of",
        "brought",
        "transferred",
        "were transferred",
        "was transferred",
    )
    if SOMEBODY in clause.trigger.flags:
        return False
    return clause.trigger.value in ("rescued", "missing") or clause.words.startswith(things_too)
