"""Isolated nights or a sustained series: the assessment of a region or a country."""

from importlib.util import find_spec
from typing import Annotated

from fastapi import APIRouter, Path, Request
from starlette.responses import Response

from skyledger.say import say
from skyledger.web.answers import Answer, to_json
from skyledger.web.asked import parameters, read_query
from skyledger.web.problems import ProblemError
from skyledger.web.site import Site, site_of

router = APIRouter()
_AREA = Path(pattern=r"^[A-Z]{2}(-[A-Z0-9]{1,3})?$", description="ISO 3166-2 of a region, or ISO 3166-1 of a country.")


def _make(site: Site, request: Request, id: str, *, page: bool) -> Answer:
    if find_spec("numpy") is None or find_spec("scipy") is None:
        raise ProblemError(501, say("this installation cannot assess: it lacks numpy and scipy (skyledger[assess])"))
    from skyledger.flow.assessing import Ask, assess_ledger
    from skyledger.publish.assess.as_json import report_json
    from skyledger.publish.assess.html import content_policy, render_html
    from skyledger.publish.assess.report import build_report

    asked = read_query(request)
    ledger, now = site.at(asked.as_of)
    report = build_report(assess_ledger(ledger, Ask(region=id), now=now, policy=site.policy), asked.lang)
    if page:
        return Answer(body=render_html(report).encode(), media_type="text/html; charset=utf-8", policy=content_policy())
    return Answer(body=to_json(report_json(report)))


@router.get("/assess/{id}.json", openapi_extra=parameters(), response_class=Response)
async def assessment(request: Request, id: Annotated[str, _AREA]) -> Response:
    """Say whether attack nights are isolated or a sustained series, with the numbers it rests on (docs/assess.md)."""
    site = site_of(request)
    async with site.heavy:
        return await site.answer(request, lambda: _make(site, request, id, page=False))


@router.get("/assess/{id}.html", openapi_extra=parameters(), response_class=Response)
async def assessment_page(request: Request, id: Annotated[str, _AREA]) -> Response:
    """Show the same as a page with its pictures."""
    site = site_of(request)
    async with site.heavy:
        return await site.answer(request, lambda: _make(site, request, id, page=True))
