"""RFC 7946: a point where a point is known, and for an area no geometry at all, never a pin on its capital."""

import json
from typing import Any

from msgspec import to_builtins

from skyledger.publish.export_view import View
from skyledger.publish.rows import FORMAT, Row

Json = dict[str, Any]


def write_geojson(view: View) -> bytes:
    """Return the rows of a view as a FeatureCollection; what it is of stands beside the features."""
    collection: Json = {
        "type": "FeatureCollection",
        "shape": FORMAT,
        "query": view.query,
        "policy": view.policy.name,
        "known_at": view.stamp or None,
        "features": [row_to_feature(row) for row in view.rows],
    }
    return write_json(collection)


def row_to_feature(row: Row) -> Json:
    """Return a row as a feature: its geometry is null unless its place is a point."""
    properties = {name: value for name, value in to_builtins(row).items() if name != "id"}
    return {"type": "Feature", "id": row.id, "geometry": _point(row), "properties": properties}


def _point(row: Row) -> Json | None:
    place = row.place
    if place is None or place.lon is None or place.lat is None:
        return None
    return {"type": "Point", "coordinates": [place.lon, place.lat]}


def write_json(value: Json, *, indent: int | None = None) -> bytes:
    """Return plain JSON in UTF-8 with the letters as themselves."""
    separators = (",", ":") if indent is None else None
    text = json.dumps(value, ensure_ascii=False, separators=separators, indent=indent)
    return text.encode("utf-8", "replace") + b"\n"
