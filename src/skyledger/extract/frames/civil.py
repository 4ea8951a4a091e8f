"""Explosions heard, people evacuated and rescued, water, heating, gas, schools and mobile internet."""

from skyledger.extract.frames.clause import Clause, counted_in, find_place, frame_of
from skyledger.model.frame import Frame
from skyledger.model.kinds import Kind

DETAILS = {
    "explosions": "explosions heard",
    "evacuation": "evacuation",
    "water": "water",
    "heating": "heating",
    "internet": "mobile internet",
    "gas": "gas",
    "rescued": "rescued",
    "schools": "schools",
}
_SUPPLIED = frozenset(("settlement", "building", "customer", "person", "apartment"))
_COUNTED = {
    "evacuation": frozenset(("person", "child", "building")),
    "water": _SUPPLIED,
    "heating": _SUPPLIED,
    "gas": _SUPPLIED,
    "rescued": frozenset(("person", "child")),
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
    "без моб",
    "без інт",
    "без инт",
    "без связ",
    "пропал",
    "исчез",
    "глуш",
    "лежит",
    "не ловит",
    "вырубил",
    "отрубил",
)


def read_civil(clause: Clause, before: list[Frame]) -> list[Frame]:
    """Return one of the effects on civil life, once a sentence."""
    detail = DETAILS[clause.trigger.value]
    if any(f.detail == detail for f in before):
        return []
    if clause.trigger.value == "internet" and not _says_cut(clause):
        return []
    own, near = counted_in(clause, _COUNTED.get(clause.trigger.value, frozenset()))
    if clause.trigger.value == "rescued":
        near = []  # who was evacuated was not thereby rescued
    frame = frame_of(clause, Kind.OTHER_EFFECT, next(iter(own or near), None), find_place(clause))
    if frame.count is None and _needs_people(clause):
        return []
    frame.detail = detail
    return [frame]


def _says_cut(clause: Clause) -> bool:
    """Tell whether mobile internet is said to be cut or slow, and not just named."""
    stretch = clause.reading.tokens.folded[clause.sentence.first : clause.sentence.last]
    return any(stem in stretch for stem in _CUT_STEMS)


def _needs_people(clause: Clause) -> bool:
    """Tell whether a verb says of people only what it says of things too: "вывезли 300 человек"."""
    things_too = ("вывез", "вывел", "вывед", "вывоз", "отселен")
    return clause.trigger.value == "rescued" or clause.words.startswith(things_too)
