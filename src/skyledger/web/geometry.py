"""Borders for maps: regions by id, country outlines, and whether a shape meets a box."""

from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any

from fastapi import APIRouter, Request
from starlette.responses import Response

from skyledger.publish.exports.region_shapes import countries_geojson, regions_geojson
from skyledger.publish.map.borders import load_regions
from skyledger.publish.overview import RegionCount
from skyledger.publish.selection import Box
from skyledger.web.answers import GEOJSON, GEOJSON_ANSWER, Answer, respond, to_json
from skyledger.web.site import site_of
from skyledger.web.static_files import refuse_query

Json = dict[str, Any]
router = APIRouter()


@cache
def _regions() -> Answer:
    return Answer(body=to_json(regions_geojson(load_regions().areas)), media_type=GEOJSON)


@cache
def _countries() -> Answer:
    return Answer(body=to_json(countries_geojson()), media_type=GEOJSON)


@router.get("/geo/regions.json", response_class=Response, responses=GEOJSON_ANSWER)
async def regions(request: Request) -> Response:
    """Return the borders of the regions as GeoJSON, by ISO 3166-2 id."""
    refuse_query(request)
    return respond(_regions(), request.headers, _cache(request))


@router.get("/geo/countries.json", response_class=Response, responses=GEOJSON_ANSWER)
async def countries(request: Request) -> Response:
    """Return country outlines as GeoJSON, by English name."""
    refuse_query(request)
    return respond(_countries(), request.headers, _cache(request))


def _cache(request: Request) -> str:
    return "public, max-age=86400" if site_of(request).settings.public else "private, max-age=3600"


@cache
def _shapes() -> dict[str, Json]:
    return {feature["id"]: feature["geometry"] for feature in regions_geojson(load_regions().areas)["features"]}


def region_features(counted: Iterable[RegionCount]) -> list[Json]:
    """Return regions with their borders; those of which we have no border are without geometry."""
    return [
        {
            "type": "Feature",
            "id": region.id,
            "geometry": _shapes().get(region.id),
            "properties": {
                "name": region.name,
                "incidents": region.incidents,
                "nights": region.nights,
                "last_night": region.last_night,
            },
        }
        for region in counted
    ]


def boxes_meet(geometry: Json | None, box: Box) -> bool:
    """Tell whether some polygon's or point's own box meets a box."""
    west, south, east, north = box
    for x1, y1, x2, y2 in _boxes(geometry):
        beside = x2 < west or x1 > east if west <= east else x2 < west and x1 > east
        if not beside and y1 <= north and y2 >= south:
            return True
    return False


def _boxes(geometry: Json | None) -> Iterator[Box]:
    if geometry is None:
        return
    if geometry["type"] == "Point":
        lon, lat = geometry["coordinates"]
        yield lon, lat, lon, lat
        return
    for polygon in geometry["coordinates"]:
        lons, lats = [point[0] for point in polygon[0]], [point[1] for point in polygon[0]]
        yield min(lons), min(lats), max(lons), max(lats)
