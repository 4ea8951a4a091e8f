"""Released rows as features with flat properties: what desktop map programs and their tables can take in."""

from typing import Any

from skyledger.publish.overview import AirportCount
from skyledger.publish.rows import Row

Json = dict[str, Any]
_COUNTED = ("count", "killed", "injured")


def incident_feature(row: Row) -> Json:
    """Return an incident as a feature; its geometry is null unless its place is a point."""
    place, window = row.place, row.window
    properties: Json = {
        "title": row.title,
        "kind": row.kind,
        "fate": row.fate,
        "object": row.object,
        "night": row.night,
        "start": None if window is None or window.start is None else window.start.isoformat(),
        "end": None if window is None or window.end is None else window.end.isoformat(),
        "time_precision": None if window is None else window.precision,
        "place_id": None if place is None else place.id,
        "place_name": None if place is None else place.name,
        "place_precision": None if place is None else place.precision,
        "radius_km": None if place is None else place.radius_km,
        "region": None if place is None else place.region,
        "region_name": None if place is None else place.region_name,
        "country": None if place is None else place.country,
        "airport": None if place is None else place.airport,
        "status": row.status,
        "origins": row.origins,
        "sides": row.sides,
        "documents": row.documents,
        "modality": row.modality,
        "conflict": row.conflict,
    }
    for field in _COUNTED:
        figure = next((f for f in row.figures if f.field == field), None)
        properties[f"{field}_low"] = None if figure is None else figure.low
        properties[f"{field}_high"] = None if figure is None else figure.high
    properties |= {
        "first_seen": row.first_seen.isoformat(),
        "updated": row.updated.isoformat(),
        "version": row.version,
    }
    point = None if place is None else _point(place.lon, place.lat)
    return {"type": "Feature", "id": row.id, "geometry": point, "properties": properties}


def airport_feature(airport: AirportCount) -> Json:
    """Return an airport as a feature."""
    properties = {
        "name": airport.name,
        "region": airport.region,
        "closures": airport.closures,
        "minutes_closed": airport.minutes_closed,
        "state": airport.state,
        "since": None if airport.since is None else airport.since.isoformat(),
        "since_announced": airport.since_announced,
    }
    return {
        "type": "Feature",
        "id": airport.id,
        "geometry": _point(airport.lon, airport.lat),
        "properties": properties,
    }


def _point(lon: float | None, lat: float | None) -> Json | None:
    return None if lon is None or lat is None else {"type": "Point", "coordinates": [lon, lat]}
