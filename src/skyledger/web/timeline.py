"""A selection in time: hour by hour as bars, night by night as figures."""

from collections.abc import Iterable
from datetime import UTC, datetime, time, timedelta

from fastapi import APIRouter, Request
from starlette.responses import Response

from skyledger.flow.overviews import closures_of
from skyledger.flow.selecting import Selected
from skyledger.model import TimePrecision
from skyledger.publish.overview import Closure, build_calendar
from skyledger.publish.rows import Row
from skyledger.publish.timeline import TAPER_H
from skyledger.web.answers import Answer, to_json
from skyledger.web.asked import parameters, read_query
from skyledger.web.incidents import frame
from skyledger.web.shapes import BarShown, SeriesAnswer, TimelineAnswer
from skyledger.web.site import site_of

router = APIRouter()


@router.get("/series.json", openapi_extra=parameters(filter=True), response_model=SeriesAnswer)
async def series(request: Request) -> Response:
    """Return the figures of a selection night by night, the largest statement of each; no night named is all."""
    site = site_of(request)

    def make() -> Answer:
        asked = read_query(request, filter=True).of_all_nights()
        selected = site.select(asked)
        told = {
            **frame(selected, asked),
            "nights": build_calendar(selected.items)[::-1],
            "undated": sum(1 for item in selected.items if not item.night),
        }
        return Answer(body=to_json(told), changed=selected.known_at)

    return await site.answer(request, make)


@router.get("/timeline.json", openapi_extra=parameters(filter=True), response_model=TimelineAnswer)
async def timeline(request: Request) -> Response:
    """Return what happened when: bars with fading ends, closed times of airports, and what has no time."""
    site = site_of(request)

    def make() -> Answer:
        asked = read_query(request, filter=True)
        selected = site.select(asked)
        shelf, look = site.look(asked.as_of)
        told = {
            **frame(selected, asked),
            "bars": [_bar(row) for row in selected.rows if row.window is not None],
            "closures": _closures(closures_of(shelf, look, _span(selected)), selected) if selected.items else (),
            "untimed": [row.id for row in selected.rows if row.window is None],
        }
        return Answer(body=to_json(told), changed=selected.known_at)

    return await site.answer(request, make)


def _closures(found: Iterable[Closure], selected: Selected) -> tuple[Closure, ...]:
    """Return the closed times whose closing or reopening is in the selection."""
    ids = {item.row.id for item in selected.items}
    return tuple(closure for closure in found if closure.closure in ids or closure.reopening in ids)


def _bar(row: Row) -> BarShown:
    window = row.window
    assert window is not None
    return BarShown(
        id=row.id,
        kind=row.kind,
        title=row.title,
        start=window.start,
        end=window.end,
        precision=window.precision,
        fuzzy_h=TAPER_H[TimePrecision(window.precision)],
    )


def _span(selected: Selected) -> tuple[datetime, datetime] | None:
    """Return the time that the nights of a selection take, with the day around each."""
    nights = selected.nights
    if not nights:
        return None
    first, last = (datetime.combine(night, time(), UTC) for night in (min(nights), max(nights)))
    return first - timedelta(hours=12), last + timedelta(hours=36)
