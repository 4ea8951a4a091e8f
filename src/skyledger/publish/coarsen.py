"""Make a place less precise: deterministic, to the named area it lies in, never moved by chance."""

from dataclasses import replace

from skyledger.model import Place, PlaceKind, PlacePrecision
from skyledger.publish.map.borders import region_name

_FINE = (PlaceKind.FACILITY, PlaceKind.AREA)


def is_too_precise(place: Place) -> bool:
    """Tell whether a place is finer than a settlement; airports are public by nature and stay."""
    if place.kind is PlaceKind.AIRPORT:
        return False
    return place.precision is PlacePrecision.POINT or place.kind in _FINE


def coarsen_place(place: Place) -> Place:
    """Return the region (or country) a place lies in, without its point and without its words.

    The district is not used: a district's name next to a class such as "oil refinery" names the plant.
    """
    if place.region is not None:
        return Place(
            id=place.region,
            kind=PlaceKind.REGION,
            precision=PlacePrecision.REGION,
            name=region_name(place.region),
            region=place.region,
            country=place.country,
        )
    if place.country is not None:
        return Place(
            id=place.country,
            kind=PlaceKind.COUNTRY,
            precision=PlacePrecision.COUNTRY,
            name=place.country,
            country=place.country,
        )
    return replace(
        place,
        id="",
        name="place withheld",
        kind=PlaceKind.LIST,
        precision=PlacePrecision.NONE,
        lat=None,
        lon=None,
        text="",
    )
