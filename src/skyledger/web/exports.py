"""A selection as files, feeds and charts: one route a format, all of them from the registry of formats."""

from collections.abc import Awaitable, Callable
from typing import Annotated

from fastapi import APIRouter, Request
from starlette.responses import Response

from skyledger.flow.exporting import export_selected
from skyledger.publish.exports import CHART_FORMATS, FORMATS, Format
from skyledger.publish.exports.report_html import content_policy
from skyledger.publish.selection import Filter
from skyledger.web.answers import Answer
from skyledger.web.asked import Asked, parameters, read_query
from skyledger.web.incidents import INCIDENT_ID, moved
from skyledger.web.site import Site, site_of

router = APIRouter()
# What a browser shows by itself; everything else is saved under a name.
_SHOWN = ("md", "html", "pdf", "prov", "atom", "jsonfeed", *CHART_FORMATS)
Handler = Callable[[Request], Awaitable[Response]]


def address_of(request: Request) -> str:
    """Return where the application was addressed, for links in files; the guard has checked the name."""
    return str(request.base_url).rstrip("/")


def _write(site: Site, asked: Asked, format: Format, address: str) -> Answer:
    selected = site.select(asked)
    return Answer(
        body=export_selected(selected, format, address=address),
        media_type=format.media,
        filename="" if format.name in _SHOWN else format.file_name,
        changed=selected.known_at,
        policy=content_policy() if format.name == "html" else "",
    )


def _handler(format: Format) -> Handler:
    async def handle(request: Request) -> Response:
        site, address = site_of(request), address_of(request)

        def make() -> Answer:
            return _write(site, read_query(request, filter=True), format, address)

        if not format.is_heavy:
            return await site.answer(request, make, per_host=True)
        async with site.heavy:
            return await site.answer(request, make, per_host=True)

    return handle


for _format in (*FORMATS.values(), *CHART_FORMATS.values()):
    router.add_api_route(
        _format.path,
        _handler(_format),
        methods=["GET"],
        name=f"export_{_format.name}",
        summary=f"A selection as {_format.name}",
        description=f"Return the incidents of a selection: {_format.about}. The rows are those of /incidents.json.",
        response_class=Response,
        responses={200: {"content": {_format.media: {}}}},
        openapi_extra=parameters(filter=True),
    )


@router.get(
    "/incidents/{id}.prov.json",
    response_class=Response,
    responses={200: {"content": {FORMATS["prov"].media: {}}}},
    openapi_extra=parameters(),
)
async def provenance(request: Request, id: Annotated[str, INCIDENT_ID]) -> Response:
    """Return what one incident came from as PROV-JSON; an id that redirects answers 301, a withdrawn one 410."""
    site, address = site_of(request), address_of(request)

    def make() -> Answer:
        asked = read_query(request)
        leads = moved(site, id, ".prov.json", asked)
        if leads is not None:
            return leads
        one = Asked(filter=Filter(id=(id,)), as_of=asked.as_of)
        return _write(site, one, FORMATS["prov"], address)

    return await site.answer(request, make, per_host=True)
