"""OGC API Features 1.0: incidents, airports and regions for QGIS, GDAL and whatever else reads the standard."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC
from typing import Annotated, Any
from urllib.parse import parse_qsl, urlencode

from fastapi import APIRouter, Path, Request
from starlette.responses import Response

from skyledger.errors import NotFoundError
from skyledger.flow.overviews import closures_of, items_at_airports, items_by_region
from skyledger.flow.selecting import find_at
from skyledger.publish.flat_features import airport_feature, incident_feature
from skyledger.publish.overview import count_airports, count_regions
from skyledger.publish.selection import Box, Filter, ParameterError
from skyledger.say import say
from skyledger.web.answers import GEOJSON, GEOJSON_ANSWER, JSON, Answer, to_json
from skyledger.web.asked import Asked, parameters, read_query
from skyledger.web.geometry import boxes_meet, region_features
from skyledger.web.site import Site, site_of

Json = dict[str, Any]
router = APIRouter(prefix="/ogc", tags=["OGC API Features"])
_CONFORMS = (
    "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/core",
    "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/geojson",
)
_CRS84 = "http://www.opengis.net/def/crs/OGC/1.3/CRS84"
_OPENAPI = "application/vnd.oai.openapi+json;version=3.1"
_PAGE = 1_000
_MOST = 10_000
_TITLES = {
    "incidents": (
        "Incidents",
        "Claims about the same thing, reconciled; an area has no geometry, never a pin on its capital.",
    ),
    "airports": ("Airports", "Airports that incidents name, with how often and how long they were closed."),
    "regions": ("Regions", "Borders of the regions that incidents lie in, with how many there are."),
}
_COLLECTION = Path(pattern="^(incidents|airports|regions)$")


def _base(request: Request) -> str:
    """Return where this service is, as the client names it; the guard has checked the name."""
    return str(request.base_url) + "ogc"


def _link(href: str, rel: str, type: str = JSON, title: str = "") -> Json:
    return {"href": href, "rel": rel, "type": type} | ({"title": title} if title else {})


@router.get("", openapi_extra=parameters(as_of=False))
async def landing(request: Request) -> Response:
    """Return what this service has."""
    read_query(request, as_of=False, extra=("f",))
    base = _base(request)
    root = str(request.base_url)
    told = {
        "title": "skyledger",
        "description": "What was said about aerial attacks and what they did to civilian life, with the words for it.",
        "links": [
            _link(base, "self", title="This page"),
            _link(f"{root}openapi.json", "service-desc", _OPENAPI, "The API"),
            _link(f"{root}openapi.json", "service-doc", _OPENAPI, "The API"),
            _link(f"{base}/conformance", "conformance", title="What it conforms to"),
            _link(f"{base}/collections", "data", title="The collections"),
        ],
    }
    return await site_of(request).answer(request, lambda: Answer(body=to_json(told)), per_host=True)


@router.get("/conformance", openapi_extra=parameters(as_of=False))
async def conformance(request: Request) -> Response:
    """Return what this service conforms to."""
    read_query(request, as_of=False, extra=("f",))
    return await site_of(request).answer(request, lambda: Answer(body=to_json({"conformsTo": _CONFORMS})))


@router.get("/collections", openapi_extra=parameters(as_of=False))
async def collections(request: Request) -> Response:
    """Return the collections."""
    read_query(request, as_of=False, extra=("f",))
    site, base = site_of(request), _base(request)

    def make() -> Answer:
        told = {
            "links": [_link(f"{base}/collections", "self")],
            "collections": [_collection(site, base, name) for name in _TITLES],
        }
        return Answer(body=to_json(told))

    return await site.answer(request, make, per_host=True)


@router.get("/collections/{collection}", openapi_extra=parameters(as_of=False))
async def one_collection(request: Request, collection: Annotated[str, _COLLECTION]) -> Response:
    """Return one collection."""
    read_query(request, as_of=False, extra=("f",))
    site, base = site_of(request), _base(request)
    return await site.answer(request, lambda: Answer(body=to_json(_collection(site, base, collection))), per_host=True)


def _collection(site: Site, base: str, name: str) -> Json:
    title, description = _TITLES[name]
    address = f"{base}/collections/{name}"
    shelf, look = site.look()
    labels = shelf.labels(look)
    first = f"{min(labels)}T00:00:00Z" if labels else None
    return {
        "id": name,
        "title": title,
        "description": description,
        "itemType": "feature",
        "crs": [_CRS84],
        "extent": {"spatial": {"bbox": [[-180, -90, 180, 90]], "crs": _CRS84}}
        | ({"temporal": {"interval": [[first, None]]}} if name == "incidents" else {}),
        "links": [
            _link(address, "self"),
            _link(f"{address}/items", "items", GEOJSON, title),
        ],
    }


_ITEMS = parameters(filter=True, paged=True)


@router.get("/collections/{collection}/items", openapi_extra=_ITEMS, response_class=Response, responses=GEOJSON_ANSWER)
async def items(request: Request, collection: Annotated[str, _COLLECTION]) -> Response:
    """Return features; ``bbox`` and ``datetime`` as the standard has them, and every field of the filter beside."""
    site, base = site_of(request), _base(request)

    def make() -> Answer:
        asked = read_query(request, filter=True, paged=_MOST, extra=("f",))
        page = _incidents(site, asked) if collection == "incidents" else _few(site, asked, collection)
        return _items_answer(f"{base}/collections/{collection}", asked, page, site)

    return await site.answer(request, make, per_host=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Features:
    features: Sequence[Json]
    matched: int
    after: str | None


def _incidents(site: Site, asked: Asked) -> _Features:
    """Return a page of incidents; the standard knows no last night, so without a time all nights are meant."""
    selected = site.select(asked.of_all_nights(), limit=_PAGE)
    features = [incident_feature(row) for row in selected.rows]
    return _Features(features=features, matched=selected.total, after=selected.next_after)


def _few(site: Site, asked: Asked, collection: str) -> _Features:
    """Return a page of airports or regions: few enough to be made anew each time."""
    if replace(asked.filter, bbox=None, datetime=None) != Filter():
        raise ParameterError("query", say("of this collection only bbox, limit and after can be asked"))
    shelf, look = site.all_nights(asked.as_of)
    if collection == "airports":
        counted = count_airports(items_at_airports(shelf, look), closures_of(shelf, look))
        features = [airport_feature(airport) for airport in counted]
    else:
        features = region_features(count_regions(items_by_region(shelf, look)))
    if asked.filter.bbox is not None:
        box: Box = asked.filter.bbox
        features = [feature for feature in features if boxes_meet(feature["geometry"], box)]
    features.sort(key=lambda feature: str(feature["id"]))
    rest = [feature for feature in features if asked.after is None or str(feature["id"]) > asked.after]
    page = rest[: asked.limit or _PAGE]
    return _Features(features=page, matched=len(features), after=str(page[-1]["id"]) if len(page) < len(rest) else None)


def _items_answer(address: str, asked: Asked, page: _Features, site: Site) -> Answer:
    query = asked.query(after=asked.after)
    links = [
        _link(f"{address}/items" + (f"?{query}" if query else ""), "self", GEOJSON),
        _link(address, "collection"),
    ]
    if page.after is not None:
        beside = dict(parse_qsl(query)) | {"after": page.after}
        links.append(_link(f"{address}/items?{urlencode(beside, safe=',:/')}", "next", GEOJSON))
    told = {
        "type": "FeatureCollection",
        "features": page.features,
        "numberMatched": page.matched,
        "numberReturned": len(page.features),
        "timeStamp": _stamp(site),
        "links": links,
    }
    return Answer(body=to_json(told), media_type=GEOJSON)


def _stamp(site: Site) -> str:
    """Return the minute: a stamp to the second would make every answer another one."""
    return site.settings.clock().astimezone(UTC).strftime("%Y-%m-%dT%H:%M:00Z")


@router.get(
    "/collections/{collection}/items/{id}",
    openapi_extra=parameters(),
    response_class=Response,
    responses=GEOJSON_ANSWER,
)
async def item(
    request: Request, collection: Annotated[str, _COLLECTION], id: Annotated[str, Path(max_length=60)]
) -> Response:
    """Return one feature."""
    site, base = site_of(request), _base(request)

    def make() -> Answer:
        asked = read_query(request, extra=("f",))
        feature = _find(site, asked, collection, id)
        address = f"{base}/collections/{collection}"
        feature["links"] = [_link(f"{address}/items/{id}", "self", GEOJSON), _link(address, "collection")]
        return Answer(body=to_json(feature), media_type=GEOJSON)

    return await site.answer(request, make, per_host=True)


def _find(site: Site, asked: Asked, collection: str, id: str) -> Json:
    if collection == "incidents":
        if not id.startswith("INC-"):
            raise NotFoundError(say("there is no feature of that id"))
        return incident_feature(find_at(*site.look(asked.as_of), id)[0])
    found = [feature for feature in _few(site, asked, collection).features if feature["id"] == id]
    if not found:
        raise NotFoundError(say("there is no feature of that id"))
    return found[0]
