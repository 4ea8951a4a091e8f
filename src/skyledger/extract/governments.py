"""Governments and ministries that are told by a capital or by "the ministry" alone."""

from skyledger.extract.reading import Reading
from skyledger.model.frame import Mention, PlacePhrase, SpeakerPhrase

_HEADS = frozenset(("of", "mayor", "мэр", "мер", "президент", "премьер", "прем'єр", "министр", "міністр"))
_GOVERNMENTS = {"RU": "ru-government", "RU-MOW": "ru-government", "UA": "ua-government", "UA-30": "ua-government"}


def government_in(reading: Reading, places: list[PlacePhrase]) -> SpeakerPhrase | None:
    """Return the government a capital stands for: "Kyiv said", "Москва заявила"."""
    for place in places:
        if place.role != "office" or len(place.members) != 1 or reading.at("speech", place.stop) is None:
            continue
        if reading.gap(place.stop - 1, place.stop).strip():
            continue  # "... Сил оборони України. За даними": another sentence
        before = reading.tokens.words[place.start - 1] if place.start else ""
        found = next((_GOVERNMENTS[i] for i in place.members[0] if i in _GOVERNMENTS), None)
        if found is not None and before not in _HEADS:
            return SpeakerPhrase((found,), "", None, place.span)
    return None


def ministry_in(reading: Reading, pronouns: list[Mention]) -> SpeakerPhrase | None:
    """Return the ministry nobody spoke of before: the one of defence where Moscow time is told, else one unnamed."""
    folded = reading.tokens.folded
    moscow = any(zone in folded for zone in ("moscow time", "msk", "мск", "московск"))
    for pronoun in pronouns:
        said = reading.tokens.words[pronoun.start : pronoun.stop]
        span = reading.span(pronoun.start, pronoun.stop)
        if moscow and not _MINISTRY.isdisjoint(said):
            return SpeakerPhrase(("ru-mod",), "", None, span)
        if not _MINISTRIES.isdisjoint(said):
            last = next(n for n in range(pronoun.start, pronoun.stop) if reading.tokens.words[n] in _MINISTRIES)
            return SpeakerPhrase((), "ministry", None, reading.span(pronoun.start, last + 1))
    return None


_MINISTRIES = frozenset(("ministry", "министерстве", "министерство", "міністерство", "міністерстві"))
_MINISTRY = _MINISTRIES | {"ведомстве", "ведомство"}
