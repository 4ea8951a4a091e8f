"""Explosions heard, people evacuated and rescued, water, heating, gas, schools and mobile internet."""

from dataclasses import replace

from skyledger.extract.frames.civil_people import families_of, one_saved, people_beside, wholes_of
from skyledger.extract.frames.clause import Clause, counted_in, find_place, frame_of, listed_before
from skyledger.extract.frames.listed_things import PIPES
from skyledger.extract.frames.saved import SOMEBODY
from skyledger.extract.frames.unnamed_people import counts_things
from skyledger.extract.nouns import PEOPLE, is_of
from skyledger.model.frame import Frame, Quantity
from skyledger.model.kinds import Kind, Unit

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
        own = own or families_of(clause) or people_beside(clause) or one_saved(clause)
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
