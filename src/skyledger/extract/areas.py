"""Which place of a text lies in which other, and the nearest area spoken of that holds several of them."""

from math import cos, hypot, radians

from skyledger.extract.reading import Reading
from skyledger.model.frame import PlacePhrase
from skyledger.model.kinds import PlaceKind
from skyledger.packs.records import GazetteerPlace

_KM = 111  # a degree of latitude
_RADIUS = {"UA": 75, "RU": 45}  # kilometres from the seat of a district to its border, at most
_NARROWNESS = {PlaceKind.SETTLEMENT: 0, PlaceKind.DISTRICT: 1, PlaceKind.REGION: 2}


def known_places(reading: Reading, phrase: PlacePhrase | None) -> list[GazetteerPlace]:
    """Return every place a phrase may mean."""
    places = reading.packs.places
    return [] if phrase is None else [places[i] for m in phrase.members for i in m if i in places]


def is_area(reading: Reading, phrase: PlacePhrase) -> bool:
    """Tell whether a phrase is one region or district."""
    kinds = {p.kind for p in known_places(reading, phrase)}
    return len(phrase.members) == 1 and bool(kinds) and kinds <= {PlaceKind.REGION, PlaceKind.DISTRICT}


def is_city_part(place: GazetteerPlace) -> bool:
    """Tell whether a place is a district of a city."""
    return place.kind is PlaceKind.DISTRICT and bool(place.district or place.region in ("UA-30", "RU-MOW"))


def holds(reading: Reading, area: PlacePhrase, inner: PlacePhrase) -> bool:
    """Tell whether all places of one phrase may lie in the one place another names.

    Which district a town lies in is in no pack: a district may hold the towns of its region that are near its seat.
    """
    if len(area.members) != 1:
        return False
    areas = known_places(reading, area)
    places = reading.packs.places
    return all(
        any(_lies_in(places[i], a) for a in areas for i in member if i in places and i != a.id)
        for member in inner.members
    )


def _lies_in(inner: GazetteerPlace, area: GazetteerPlace) -> bool:
    if area.kind is PlaceKind.REGION:
        return inner.region == area.id
    if area.kind is PlaceKind.SETTLEMENT:
        return inner.kind is PlaceKind.DISTRICT and inner.district == area.id
    district = area.kind is PlaceKind.DISTRICT and not is_city_part(area)
    return district and inner.kind is PlaceKind.SETTLEMENT and inner.region == area.region and _is_near(inner, area)


def _is_near(town: GazetteerPlace, district: GazetteerPlace) -> bool:
    """Tell whether a town is no further from a district's seat than the border is."""
    if town.lat is None or town.lon is None or district.lat is None or district.lon is None:
        return True
    east = (town.lon - district.lon) * cos(radians(district.lat))
    return hypot(town.lat - district.lat, east) * _KM < _RADIUS.get(district.country, 40)


class Areas:
    """The places a text has named so far, each of which may hold others."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.named: list[PlacePhrase] = []

    def add(self, phrases: list[PlacePhrase]) -> None:
        """Remember the places of a sentence; of offices only regions are areas."""
        for phrase in phrases:
            office = phrase.role == "office" and self._kind(phrase) is PlaceKind.REGION
            if len(phrase.members) == 1 and (phrase.role in ("place", "dateline") or office):
                self.named.append(phrase)

    def around(self, inner: list[PlacePhrase]) -> PlacePhrase | None:
        """Return the narrowest place named that holds all of these, or is one of them and holds the others."""
        ids = {p.members for p in inner}
        found = [
            a
            for a in reversed(self.named)
            if all(a.members == p.members or holds(self.reading, a, p) for p in inner)
            and (a.members not in ids or (len(ids) > 1 and self._kind(a) is not PlaceKind.DISTRICT))
        ]
        return min(found, key=lambda a: _NARROWNESS.get(self._kind(a), 3), default=None)

    def _kind(self, phrase: PlacePhrase) -> PlaceKind:
        kinds = {p.kind for p in known_places(self.reading, phrase)}
        return kinds.pop() if len(kinds) == 1 else PlaceKind.AREA
