"""Region borders as GeoJSON: outer rings against the clock, cut where they cross the date line (RFC 7946, 3.1.9)."""

from collections.abc import Iterable
from itertools import pairwise
from typing import Any

from skyledger.publish.map.borders import Area, Ring, load_countries, load_regions

Json = dict[str, Any]
# Claimed by both governments; drawn in neither country's outline.
DISPUTED = ("UA-40", "UA-43")
Points = list[tuple[float, float]]


def regions_geojson(ids: Iterable[str]) -> Json:
    """Return the regions that we have borders of, by id, as a FeatureCollection."""
    borders = load_regions()
    features = [
        {
            "type": "Feature",
            "id": id,
            "geometry": _geometry(borders.areas[id]),
            "properties": {"region": id, "name": borders.names.get(id, id)},
        }
        for id in sorted(set(ids))
        if id in borders.areas
    ]
    return {"type": "FeatureCollection", "note": borders.note, "features": features}


def countries_geojson() -> Json:
    """Return country outlines by English name; areas whose belonging is disputed stand apart, under ``disputed``."""
    borders = load_countries()
    features = [
        {"type": "Feature", "id": name, "geometry": _geometry(area), "properties": {"name": name}}
        for name, area in sorted(borders.areas.items())
    ]
    disputed = regions_geojson(DISPUTED)["features"]
    return {"type": "FeatureCollection", "note": borders.note, "features": features, "disputed": disputed}


def _geometry(area: Area) -> Json:
    polygons = []
    for polygon in area:
        for west in (-180.0, 180.0):
            rings = [cut for cut in (_within(ring, west) for ring in polygon) if _doubled(cut)]
            if rings:
                polygons.append([_wound(ring, outer=number == 0) for number, ring in enumerate(rings)])
    return {"type": "MultiPolygon", "coordinates": polygons}


def _within(ring: Ring, west: float) -> Points:
    """Return the part of a ring in the 360 degrees east of a meridian, moved to where longitudes are written."""
    kept = _cut(_cut(list(ring), west, 1.0), west + 360.0, -1.0)
    turned = [(lon - 360.0 if west == 180.0 else lon, lat) for lon, lat in kept]
    return [*turned, turned[0]] if turned and turned[0] != turned[-1] else turned


def _cut(points: Points, bound: float, sign: float) -> Points:
    kept: Points = []
    if points and points[0] != points[-1]:
        points = [*points, points[0]]
    for (lon1, lat1), (lon2, lat2) in pairwise(points):
        in1, in2 = (lon1 - bound) * sign >= 0, (lon2 - bound) * sign >= 0
        if in1:
            kept.append((lon1, lat1))
        if in1 != in2:
            kept.append((bound, lat1 + (bound - lon1) / (lon2 - lon1) * (lat2 - lat1)))
    return kept


def _doubled(ring: Points) -> float:
    """Return twice the area of a ring, positive with the clock; 0 for a sliver that a cut leaves on the date line."""
    doubled = sum((x2 - x1) * (y2 + y1) for (x1, y1), (x2, y2) in pairwise(ring))
    return doubled if abs(doubled) > 1e-6 else 0.0


def _wound(ring: Points, *, outer: bool) -> list[list[float]]:
    against_clock = _doubled(ring) < 0
    ordered = ring if against_clock == outer else ring[::-1]
    return [[round(lon, 4), round(lat, 4)] for lon, lat in ordered]
