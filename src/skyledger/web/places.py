"""Nights, regions and airports."""

from typing import Annotated

from fastapi import APIRouter, Path, Request
from starlette.responses import Response

from skyledger.errors import NotFoundError
from skyledger.flow.overviews import closures_of, every_night, items_at_airports, items_by_region
from skyledger.publish.map.borders import load_regions
from skyledger.publish.overview import (
    AirportPage,
    DayShown,
    RegionPage,
    build_airport_page,
    build_region_page,
    count_airports,
    count_regions,
)
from skyledger.say import say
from skyledger.web.answers import Answer, to_json
from skyledger.web.asked import parameters, read_query
from skyledger.web.shapes import AirportsAnswer, NightsAnswer, RegionsAnswer
from skyledger.web.site import site_of

router = APIRouter()
_REGION = Path(pattern=r"^[A-Z]{2}-[A-Z0-9]{1,3}$", description="ISO 3166-2.")
_AIRPORT = Path(pattern=r"^[A-Z][A-Z0-9]{3}$", description="ICAO code.")


@router.get("/nights.json", openapi_extra=parameters(), response_model=NightsAnswer)
async def nights(request: Request) -> Response:
    """Count the incidents of every night, latest first."""
    site = site_of(request)

    def make() -> Answer:
        shelf, look = site.all_nights(read_query(request).as_of)
        every = every_night(shelf, look)
        counted = [night.count for night in every if night.count is not None]
        undated = sum(len(night.items) for night in every if night.night is None)
        return Answer(body=to_json({"nights": counted, "undated": undated}), changed=look.settled_at)

    return await site.answer(request, make)


@router.get("/regions.json", openapi_extra=parameters(), response_model=RegionsAnswer)
async def regions(request: Request) -> Response:
    """List the regions that incidents lie in or name, the most frequent first."""
    site = site_of(request)

    def make() -> Answer:
        shelf, look = site.all_nights(read_query(request).as_of)
        return Answer(body=to_json({"regions": count_regions(items_by_region(shelf, look))}), changed=look.settled_at)

    return await site.answer(request, make)


@router.get("/regions/{id}.json", openapi_extra=parameters(), response_model=RegionPage)
async def region(request: Request, id: Annotated[str, _REGION]) -> Response:
    """Return a region: a calendar of its nights, its last figures, the closed times of its airports."""
    site = site_of(request)

    def make() -> Answer:
        shelf, look = site.all_nights(read_query(request).as_of)
        there = [night for night in every_night(shelf, look) if id in night.by_region]
        if not there and id not in load_regions().areas:
            raise NotFoundError(say("{id}: no such region; ids are ISO 3166-2, such as RU-KLU or UA-63", id=id))
        days = sorted((n.region_days[id] for n in there if id in n.region_days), key=_night_of, reverse=True)
        page = build_region_page(id, sum(len(n.by_region[id]) for n in there), days, closures_of(shelf, look))
        return Answer(body=to_json(page), changed=look.settled_at)

    return await site.answer(request, make)


def _night_of(day: DayShown) -> str:
    return day.night


@router.get("/airports.json", openapi_extra=parameters(), response_model=AirportsAnswer)
async def airports(request: Request) -> Response:
    """List the airports that incidents name, with how often and how long they were closed and what was said last."""
    site = site_of(request)

    def make() -> Answer:
        shelf, look = site.all_nights(read_query(request).as_of)
        counted = count_airports(items_at_airports(shelf, look), closures_of(shelf, look))
        return Answer(body=to_json({"airports": counted}), changed=look.settled_at)

    return await site.answer(request, make)


@router.get("/airports/{id}.json", openapi_extra=parameters(), response_model=AirportPage)
async def airport(request: Request, id: Annotated[str, _AIRPORT]) -> Response:
    """Return an airport: its closed times with their lengths, a calendar, and the incidents that name it."""
    site = site_of(request)

    def make() -> Answer:
        shelf, look = site.all_nights(read_query(request).as_of)
        items = [item for item in items_at_airports(shelf, look) if id in item.places]
        closures = [closure for closure in closures_of(shelf, look) if closure.airport == id]
        counted = [airport for airport in count_airports(items, closures) if airport.id == id]
        if not counted:
            raise NotFoundError(
                say("{id}: no incident names this airport, which does not mean that it was open", id=id)
            )
        page = build_airport_page(id, items, closures, counted[0])
        return Answer(body=to_json(page), changed=look.settled_at)

    return await site.answer(request, make)
