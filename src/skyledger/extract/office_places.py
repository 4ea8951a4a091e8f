"""Where an office or body belongs that names no place: the town or region told of last before it."""

from dataclasses import replace

from skyledger.extract.offices import role_with_place
from skyledger.extract.reading import Reading
from skyledger.model.frame import Mention, PlacePhrase, SpeakerPhrase
from skyledger.model.kinds import PlaceKind

# Offices of a town or a district, and those of a region.
_OF_TOWNS = frozenset(("mayor", "city_administration", "district_head"))
_OF_REGIONS = frozenset(("governor", "administration", "police", "prosecutor", "emergency_service", "headquarters"))
_TOWNS = frozenset((PlaceKind.SETTLEMENT, PlaceKind.DISTRICT))
_SPOKEN_OF = frozenset(("place", "office"))


def place_of_body(reading: Reading, body: Mention, places: list[PlacePhrase]) -> PlacePhrase | None:
    """Return the place or country a body is of: "Kharkiv medics", "польская армия"."""
    for adjective in reading.ending("place_adj", body.start, body.start) + reading.ending(
        "place", body.start, body.start
    ):
        if len(adjective.value) == 2 and not reading.gap(adjective.stop - 1, body.start).strip(" \u00a0s'’"):
            span = reading.span(adjective.start, adjective.stop)
            return PlacePhrase(((adjective.value,),), adjective.start, adjective.stop, span, "office")
    return role_with_place(reading, body, places)


def with_place(reading: Reading, phrase: SpeakerPhrase, places: list[PlacePhrase]) -> SpeakerPhrase:
    """Return a speaker who is only an office with the place told of last, which is the one meant."""
    if phrase.ids or phrase.name or phrase.place is not None or phrase.span is None:
        return phrase
    if phrase.role not in _OF_TOWNS and phrase.role not in _OF_REGIONS:
        return phrase
    fitting = [p for p in places if p.role in _SPOKEN_OF and len(p.members) == 1 and _may_have(reading, p, phrase.role)]
    if phrase.role in _OF_TOWNS - {"district_head"}:  # a town's office is no office of its quarter
        fitting = [p for p in fitting if _is_town(reading, p)] or fitting
    before = [p for p in fitting if p.span.start < phrase.span.start]
    near = before[-1:] or fitting[:1]
    return replace(phrase, place=near[0]) if near else phrase


def _may_have(reading: Reading, place: PlacePhrase, role: str) -> bool:
    known = [reading.packs.places[i] for i in place.members[0] if i in reading.packs.places]
    if role in _OF_TOWNS:
        return any(p.kind in _TOWNS or p.id in _CITIES for p in known)
    return any(p.region for p in known)


# Regions that are cities.
_CITIES = frozenset(("UA-30", "UA-40", "RU-MOW", "RU-SPE"))


def _is_town(reading: Reading, place: PlacePhrase) -> bool:
    known = [reading.packs.places[i] for i in place.members[0] if i in reading.packs.places]
    return all(p.kind is PlaceKind.SETTLEMENT or p.id in _CITIES for p in known)
