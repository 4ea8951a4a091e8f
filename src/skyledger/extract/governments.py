"""Governments, ministries and authorities that are told by a capital, by "the ministry" or by their place alone."""

from dataclasses import replace

from skyledger.extract.offices import role_with_place
from skyledger.extract.place_said_in import is_where_it_was_said
from skyledger.extract.reading import Reading
from skyledger.extract.word_bits import word_class
from skyledger.model.frame import Mention, PlacePhrase, Sentence, SpeakerPhrase
from skyledger.model.kinds import PlaceKind

_HEADS = frozenset(("of", "mayor", "мэр", "мер", "президент", "премьер", "прем'єр", "министр", "міністр"))
_GOVERNMENTS = {"RU": "ru-government", "RU-MOW": "ru-government", "UA": "ua-government", "UA-30": "ua-government"}


def government_in(reading: Reading, sentence: Sentence, places: list[PlacePhrase]) -> SpeakerPhrase | None:
    """Return the government a capital stands for: "Kyiv said", "Москва заявила", "добавили в Бухаресте"."""
    for place in places:
        if place.role != "office" or len(place.members) != 1:
            continue
        abroad = next((c for i in place.members[0] if (c := _country(reading, i))), "")
        if abroad and is_where_it_was_said(reading, place):
            return _government(abroad, place.start, place.stop, reading)
        if reading.at("speech", place.stop) is None or reading.gap(place.stop - 1, place.stop).strip():
            continue  # "... Сил оборони України. За даними": another sentence
        before = reading.tokens.words[place.start - 1] if place.start else ""
        found = next((_GOVERNMENTS[i] for i in place.members[0] if i in _GOVERNMENTS), None)
        if found is not None and before not in _HEADS:
            return SpeakerPhrase((found,), "", None, place.span)
    return _far_government(reading, sentence)


def _country(reading: Reading, place: str) -> str:
    known = reading.packs.places.get(place)
    if known is None or known.country in ("RU", "UA") or known.kind is not PlaceKind.SETTLEMENT:
        return ""
    return known.country


def _government(country: str, start: int, stop: int, reading: Reading) -> SpeakerPhrase:
    span = reading.span(start, stop)
    return SpeakerPhrase((), "government", PlacePhrase(((country,),), start, stop, span, "office"), span)


# Capitals beyond the gazetteer.
_FAR = {
    "PK": ("islamabad", "исламабад", "исламабада", "исламабаде", "ісламабад", "ісламабаді", "ісламабада"),
    "IN": ("delhi", "дели", "нью-дели", "делі", "нью-делі"),
    "IR": ("tehran", "teheran", "тегеран", "тегеране", "тегерані", "тегерана", "тегерану"),
    "IQ": ("baghdad", "багдад", "багдаде", "багдаді"),
    "SA": ("riyadh", "эр-рияд", "эр-рияде", "ер-ріяд", "ер-ріяді"),
    "SD": ("khartoum", "хартум", "хартуме", "хартумі"),
}
_FAR_COUNTRY = {word: country for country, words in _FAR.items() for word in words}
_FAR_NAMED = word_class(words=_FAR_COUNTRY)
_IN = frozenset(("в", "во", "у", "in"))


def _far_government(reading: Reading, sentence: Sentence) -> SpeakerPhrase | None:
    """Return the government a capital no gazetteer has stands for, right beside a word of saying."""
    if not reading.says(sentence, _FAR_NAMED):
        return None
    words = reading.tokens.words
    for token in range(sentence.start, sentence.stop):
        country = _FAR_COUNTRY.get(words[token])
        if country is None:
            continue
        said = reading.at("speech", token + 1) is not None and not reading.gap(token, token + 1).strip()
        there = token > sentence.start and words[token - 1] in _IN
        if said or (there and reading.ending("speech", token - 1, token - 1)):
            return _government(country, token, token + 1, reading)
    return None


_AUTHORITY_WORDS = "власти властей властях властям влада влади владі владу authorities"
_AUTHORITIES = word_class(words=(*_AUTHORITY_WORDS.split(), "press"))
_PRESS = frozenset(("office", "service"))
_NAMED_BEHIND, _SAID_BEHIND = 1, 2  # words between a body and its verb


def authorities_in(
    reading: Reading, sentence: Sentence, speech: list[Mention], places: list[PlacePhrase]
) -> SpeakerPhrase | None:
    """Return the authorities of a place beside a word of saying: "псковские власти признали", "the Oryol authorities".

    Without a place they are nobody: "officials said".
    """
    if not speech or not reading.says(sentence, _AUTHORITIES):
        return None
    for token in range(sentence.start, sentence.stop):
        if not reading.bits[token] & _AUTHORITIES:
            continue
        lang = "en" if reading.tokens.words[token].isascii() else "ru"
        press = reading.tokens.words[token] == "press"  # "the press office of Tatarstan's head"
        if press and (token + 1 >= sentence.stop or reading.tokens.words[token + 1] not in _PRESS):
            continue
        stop = token + 2 if press else token + 1
        body = Mention("source", "administration", token, stop, frozenset(), lang)
        place = role_with_place(reading, body, places)
        if place is None or len(place.members) != 1:
            continue
        place = _region_before(reading, place) if place.start < token else place
        first, last = min(token, place.start), max(stop, place.stop)
        if not any(_is_beside(reading, first, last, s) for s in speech):
            continue
        return SpeakerPhrase((), _kind_of(reading, place), place, reading.span(first, last))
    return None


def _region_before(reading: Reading, place: PlacePhrase) -> PlacePhrase:
    """Return the region where a name before a body is its adjective as well: "the Voronezh authorities"."""
    regions = [
        m.value
        for m in reading.starting("place_adj", place.start, place.start + 1)
        if "-" in m.value and ":" not in m.value and m.stop == place.stop
    ]
    return replace(place, members=((regions[0],),)) if len(regions) == 1 else place


def _is_beside(reading: Reading, first: int, last: int, speech: Mention) -> bool:
    before, behind = speech.start - last, first - speech.stop
    if 0 <= before <= _SAID_BEHIND:
        return not reading.parted(last - 1, speech.start, ",.;:")
    return 0 <= behind <= _NAMED_BEHIND and not reading.parted(speech.stop - 1, first, ",.;:")


def _kind_of(reading: Reading, place: PlacePhrase) -> str:
    known = [reading.packs.places[i].kind for i in place.members[0] if i in reading.packs.places]
    if PlaceKind.COUNTRY in known:
        return "government"
    return "city_administration" if known and set(known) == {PlaceKind.SETTLEMENT} else "administration"


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
