"""Offices that are named without their place or holder: "the regional chief wrote", "Мер міста додає"."""

from skyledger.extract.place_atoms import is_region
from skyledger.extract.reading import Reading
from skyledger.model.frame import Mention, PlacePhrase, Sentence, SpeakerPhrase

_PERSONAL = frozenset(("governor", "mayor"))
# Offices that a word for the head of a region or town may mean, told before by name.
_LIKE = {
    "governor": frozenset(("governor", "administration", "council_head", "representative")),
    "mayor": frozenset(("mayor", "acting_mayor", "city_administration")),
}
_BESIDE = 1  # words between the word of saying and the office
_MANY = "plur"


def office_there(reading: Reading, sentence: Sentence, speech: list[Mention]) -> SpeakerPhrase | None:
    """Return the office beside a word of saying, of the only region the text names: "the regional chief wrote"."""
    for role in _roles(reading, sentence):
        near = any(0 <= s.start - role.stop <= 1 or 0 <= role.start - s.stop <= _BESIDE for s in speech)
        if near and "weak" not in role.flags and not _heads_another(reading, role):
            return SpeakerPhrase((), role.value, None, reading.span(role.start, role.stop))
    return None


def other_office(reading: Reading, sentence: Sentence, current: SpeakerPhrase | None) -> SpeakerPhrase | None:
    """Return "the mayor" or "the governor" who speaks, where whoever spoke before holds no such office."""
    if current is None:
        return None
    officials = reading.packs.officials
    roles = {officials[i].role for i in current.ids if i in officials} or {current.role}
    for role in _roles(reading, sentence):
        if "weak" in role.flags or _heads_another(reading, role) or not roles.isdisjoint(_LIKE[role.value]):
            continue
        return SpeakerPhrase((), role.value, None, reading.span(role.start, role.stop))
    return None


def _roles(reading: Reading, sentence: Sentence) -> list[Mention]:
    roles = reading.in_range("role", sentence.start, sentence.stop)
    return [r for r in roles if r.value in _PERSONAL and not _is_plural(reading, r)]


def _is_plural(reading: Reading, role: Mention) -> bool:
    """Tell whether several holders are meant: "сообщили губернаторы"."""
    words = reading.tokens.words[role.start : role.stop]
    return any(w in _PLURALS for w in words)


_PLURALS = frozenset(
    (
        "губернаторы губернаторов губернаторам губернаторами губернаторах мэры мэров мэрам мэрами главы "
        "губернатори губернаторів губернаторам мери мерів мерам голови governors mayors heads"
    ).split()
)
# Somebody else reports to him.
_TOLD = frozenset(
    (
        "губернатору губернаторові главе главі начальнику начальникові очільнику очільникові голові керівнику "
        "керівникові руководителю раису мэру мерові меру"
    ).split()
)


def _heads_another(reading: Reading, role: Mention) -> bool:
    """Tell whether a role word goes on with what it heads ("head of the clinic"), or names who is reported to."""
    words = reading.tokens.words
    return words[role.stop - 1] == "of" or not _TOLD.isdisjoint(words[role.start : role.stop])


def governor_of(reading: Reading, sentence: Sentence, places: list[PlacePhrase]) -> SpeakerPhrase | None:
    """Return the office of the only region of a sentence that says "the governor" and names nobody."""
    role = next((r for r in reading.in_range("role", sentence.start, sentence.stop) if r.value == "governor"), None)
    regions = [p for p in places if p.role == "place" and all(is_region(reading, i) for m in p.members for i in m)]
    if role is None or "weak" in role.flags or len(regions) != 1 or len(regions[0].members) != 1:
        return None
    return SpeakerPhrase((), "governor", regions[0], reading.span(role.start, role.stop))
