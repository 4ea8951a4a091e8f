"""A resolved place."""

from dataclasses import dataclass

from skyledger.model.kinds import PlaceKind, PlacePrecision


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A place with an id anyone can look up, and no more precision than the text gives.

    Attributes:
        id: ISO 3166-2 (regions), ICAO (airports), ISO 3166-1 (countries), ``gn:<id>`` GeoNames (settlements),
            ``sea:<name>``, ``raion:<region>-<slug>`` (districts), or the parts joined by ``+`` (a list).
        name: English name as the gazetteer has it.
        region: ISO 3166-2 id of the region it lies in, or None (seas, countries, lists over several regions).
        country: ISO 3166-1 alpha-2, or None.
        lat: Degrees north, or None: a list or an unlocated place has no point.
        lon: Degrees east, or None.
        text: The words in the document.
        parts: Ids of the members when ``kind`` is ``list``.
    """

    id: str
    kind: PlaceKind
    precision: PlacePrecision
    name: str
    region: str | None = None
    country: str | None = None
    district: str | None = None
    lat: float | None = None
    lon: float | None = None
    text: str = ""
    parts: tuple[str, ...] = ()
