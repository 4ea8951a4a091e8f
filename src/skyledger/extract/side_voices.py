"""Who has a word beside whoever tells the news: a company, a prosecutor quoted in passing, and who only heard it."""

from bisect import bisect_left

from skyledger.extract.reading import Reading
from skyledger.model.frame import Frame, Sentence, SpeakerPhrase

_COUNTING = frozenset(("governor", "acting_governor", "mayor", "acting_mayor", "district_head"))
_OF_THEIR_OWN = frozenset(("operator",))
_BESIDE = frozenset(
    ("prosecutor", "police", "emergency_service", "investigators", "border_guard", "city_administration")
)
_INSERTED = frozenset("словам словами данным даними данными інформацією информации сведениям according per".split())


def _roles(reading: Reading, phrase: SpeakerPhrase | None) -> set[str]:
    """Return the offices somebody who speaks may hold."""
    if phrase is None:
        return set()
    known = (reading.packs.officials.get(i) for i in phrase.ids)
    return {o.role for o in known if o is not None} or ({phrase.role} if phrase.role else set())


def counts_all(reading: Reading, phrase: SpeakerPhrase | None) -> bool:
    """Tell whether somebody is the head of a region or town, who goes on telling when others had their sentence."""
    roles = _roles(reading, phrase)
    return bool(roles) and roles <= _COUNTING


def tells_in_passing(reading: Reading, sentence: Sentence, phrase: SpeakerPhrase, current: SpeakerPhrase) -> bool:
    """Tell whether a body has its word between those of a governor or mayor: "по данным прокуратуры", a company."""
    roles = _roles(reading, phrase)
    if not roles or not counts_all(reading, current) or phrase.span is None:
        return False
    if roles <= _OF_THEIR_OWN:
        return True
    token = bisect_left(reading.tokens.starts, phrase.span.start)
    before = reading.tokens.words[max(sentence.start, token - 3) : token]
    return roles <= _BESIDE and not _INSERTED.isdisjoint(before)


_CONTRASTS = frozenset("однако но але проте втім but though however yet while whose".split())


def is_only_heard(reading: Reading, frame: Frame, speaker: SpeakerPhrase) -> bool:
    """Tell whether explosions were heard before anybody spoke: "three blasts, but the council says all is well"."""
    if speaker.span is None:
        return False
    token = bisect_left(reading.tokens.starts, speaker.span.start)
    return not _CONTRASTS.isdisjoint(reading.tokens.words[frame.token + 1 : token])
