"""Who may speak of what: an office of its own region, no governor of airports, a national body of the country."""

from collections.abc import Sequence

from skyledger.model.frame import Frame
from skyledger.model.kinds import Kind, PlaceKind, Side
from skyledger.model.place import Place
from skyledger.model.speaker import Speaker

_OF_COUNTRY = frozenset((Kind.INTERCEPTION, Kind.ATTACK))
_WITHIN = frozenset((PlaceKind.SETTLEMENT, PlaceKind.DISTRICT, PlaceKind.REGION))
# Who does not answer for flights: the sky is closed by others.
_NOT_OF_FLIGHTS = frozenset(
    ("governor", "mayor", "acting_mayor", "air_force", "administration", "emergency_service", "headquarters")
)
# Who answers for no flights abroad either, where police often do.
_ABOVE_FLIGHTS = frozenset(("military", "prime_minister", "president", "general_staff"))
_GUNNERS = frozenset(("air_force", "general_staff"))
_OF_AIR = frozenset((*_OF_COUNTRY, Kind.SIGHTING, Kind.ALERT))
_FLIGHT_KINDS = frozenset((Kind.AIRSPACE_CLOSURE, Kind.AIRSPACE_REOPENING, Kind.DIVERSION))


def is_no_aviator(speaker: Speaker) -> bool:
    """Tell whether a speaker's office has nothing to say of flights."""
    return speaker.role in _ABOVE_FLIGHTS or (speaker.side is not Side.OTHER and speaker.role in _NOT_OF_FLIGHTS)


def is_aviator(speaker: Speaker) -> bool:
    """Tell whether a speaker's office is flights and nothing else."""
    return speaker.role == "regulator"


def counts_for_country(frame: Frame, speaker: Speaker | None, place: Place) -> bool:
    """Tell whether a national body counts, so that a town or region spoken of before is not where.

    "Explosions in Odesa. The Air Force said 76 of 91 drones were downed": over the country.
    """
    if speaker is None or speaker.region or speaker.role not in ("air_force", "ministry"):
        return False
    return frame.inherited_place and frame.count is not None and frame.kind in _OF_COUNTRY and place.kind in _WITHIN


def is_gunner_only(speaker: Speaker, frame: Frame) -> bool:
    """Tell whether a speaker counts what flies and a frame tells what it did on the ground, which others announce."""
    return speaker.role in _GUNNERS and frame.kind not in _OF_AIR and not is_of_flights(frame)


def is_of_flights(frame: Frame) -> bool:
    """Tell whether a frame is about an airport or its flights."""
    return frame.kind in _FLIGHT_KINDS or frame.rule.endswith(".flights")


def may_speak_of(speaker: Speaker, place: Place | None, regions: Sequence[str]) -> bool:
    """Tell whether an earlier attribution carries over to a place, or to none where a text names his region only."""
    if place is None and speaker.region:
        return list(regions) == [speaker.region]
    return in_sphere(speaker, place)


def in_sphere(speaker: Speaker, place: Place | None) -> bool:
    """Tell whether a speaker's office covers a place, so that an earlier attribution may carry over."""
    if place is None or not speaker.region:
        abroad = speaker.side is Side.OTHER and not speaker.id.startswith("int-")
        return not (abroad and place is not None and place.country in ("RU", "UA"))
    regions = {place.region, place.id, *place.parts}
    return speaker.region in regions
