"""One incident as far as effects and the mix of weapons need it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from skyledger.model import Fate, Kind, ObjectType

Bounds = tuple[int, int | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """An incident.

    Attributes:
        incident: Its id.
        night: Label of its night; None when it has none.
        regions: Regions it lies in or names.
        country: ISO 3166-1 of its place, None where it has none.
        airport: ICAO code, None elsewhere.
        name: Of its place.
        start: Begin of its window where that is stated to the hour, aware; else None.
        end: End of its window, likewise.
        announced: When an official text first said so, aware; None when none did, or none has a time.
        restored_by: When a text of it said that power was back, for power cuts.
        nights: Over how many nights it goes; a figure over several gives no night a number.
        figures: Its numbers by field: count, killed, injured.
        speakers: Ids of who says so; empty when nobody is named.
    """

    incident: str
    night: date | None
    kind: Kind
    fate: Fate | None = None
    object: ObjectType | None = None
    regions: frozenset[str] = frozenset()
    country: str | None = None
    airport: str | None = None
    name: str = ""
    start: datetime | None = None
    end: datetime | None = None
    announced: datetime | None = None
    restored_by: datetime | None = None
    nights: int = 1
    figures: Mapping[str, Bounds] = field(default_factory=dict)
    speakers: frozenset[str] = frozenset()

    def lies_in(self, area: str | None) -> bool:
        """Tell whether it lies in or names a region (``RU-KLU``) or a country (``RU``); everything lies in None."""
        if area is None or area in self.regions or area == self.country:
            return True
        return "-" not in area and any(region.startswith(f"{area}-") for region in self.regions)
