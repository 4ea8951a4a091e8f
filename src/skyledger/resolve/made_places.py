"""Places as records: one of the gazetteer with the document's words, and several of them as one list."""

from collections.abc import Sequence

from skyledger.model.kinds import PlaceKind, PlacePrecision
from skyledger.model.place import Place
from skyledger.packs.records import GazetteerPlace

_PRECISION = {
    PlaceKind.SETTLEMENT: PlacePrecision.SETTLEMENT,
    PlaceKind.DISTRICT: PlacePrecision.DISTRICT,
    PlaceKind.REGION: PlacePrecision.REGION,
    PlaceKind.COUNTRY: PlacePrecision.COUNTRY,
    PlaceKind.AIRPORT: PlacePrecision.POINT,
    PlaceKind.SEA: PlacePrecision.SEA,
    PlaceKind.FACILITY: PlacePrecision.POINT,
    PlaceKind.AREA: PlacePrecision.REGION,
    PlaceKind.LIST: PlacePrecision.REGION,
}
# From the finest to the coarsest: a list is as precise as its coarsest member.
_ORDER = (
    PlacePrecision.SETTLEMENT,
    PlacePrecision.POINT,
    PlacePrecision.DISTRICT,
    PlacePrecision.SEA,
    PlacePrecision.REGION,
    PlacePrecision.COUNTRY,
)


def make_place(known: GazetteerPlace, text: str) -> Place:
    """Return a place of the gazetteer with the words that name it."""
    return Place(
        id=known.id,
        kind=known.kind,
        precision=_PRECISION[known.kind],
        name=known.name_en,
        region=known.id if known.kind is PlaceKind.REGION else (known.region or None),
        country=known.country or None,
        district=known.district or None if known.kind in (PlaceKind.SETTLEMENT, PlaceKind.DISTRICT) else None,
        lat=known.lat,
        lon=known.lon,
        text=text,
    )


def make_list(known: Sequence[GazetteerPlace], text: str) -> Place:
    """Return one place for a number given over several: never copied to each, never a pin."""
    regions = {p.region if p.kind is not PlaceKind.REGION else p.id for p in known}
    countries = {p.country for p in known if p.country}
    return Place(
        id="+".join(sorted(p.id for p in known)),
        kind=PlaceKind.LIST,
        precision=max((_PRECISION[p.kind] for p in known), key=_ORDER.index),
        name=", ".join(p.name_en for p in known),
        region=regions.pop() if len(regions) == 1 and "" not in regions else None,
        country=countries.pop() if len(countries) == 1 else None,
        text=text,
        parts=tuple(p.id for p in known),
    )
