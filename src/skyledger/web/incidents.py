"""Incidents: rows, counts, headline, timeline, and one in full."""

from typing import Annotated, Any
from urllib.parse import parse_qsl, urlencode

from fastapi import APIRouter, Path, Request
from msgspec import to_builtins
from starlette.responses import Response

from skyledger.errors import NotFoundError, WithdrawnError
from skyledger.flow.selecting import Selected, find_at
from skyledger.flow.tracing import history_of
from skyledger.publish.dossier import Dossier, build_dossier
from skyledger.publish.history import History
from skyledger.publish.rows import FORMAT
from skyledger.say import say
from skyledger.web.answers import Answer, to_json
from skyledger.web.asked import Asked, parameters, read_query
from skyledger.web.shapes import (
    ClaimsAnswer,
    FacetsAnswer,
    HeadlineAnswer,
    IncidentsPage,
    OriginsAnswer,
)
from skyledger.web.site import Site, site_of

MOST = 5_000
PAGE = 1_000
# What comes with every word of it comes in smaller pages.
_MOST_WHOLE = 500
_PAGE_WHOLE = 100
router = APIRouter()
INCIDENT_ID = Path(pattern=r"^INC-[A-Z0-9]{10}$", description="INC- and ten letters and digits.")


def frame(selected: Selected, asked: Asked) -> dict[str, Any]:
    """Return what an answer says of the selection it is about."""
    return {
        "query": selected.query,
        "filter": dict(parse_qsl(selected.query)),
        "policy": selected.policy.name,
        "as_of": asked.as_of,
        "as_known_at": selected.known_at,
    }


def next_address(path: str, asked: Asked, selected: Selected) -> str | None:
    """Return the address of the next page; the night that was meant is named in it."""
    if selected.next_after is None:
        return None
    beside = dict(parse_qsl(asked.query())) | dict(parse_qsl(selected.query)) | {"after": selected.next_after}
    return f"{path}?{urlencode(beside, safe=',:/')}"


def paged(path: str, asked: Asked, selected: Selected, rows: dict[str, Any]) -> Answer:
    """Return a page of something by incident, with the way to the next one."""
    following = next_address(path, asked, selected)
    page = {**frame(selected, asked), "number_matched": selected.total, "next": following, **rows}
    links = () if following is None else (("next", following),)
    return Answer(body=to_json(page), links=links, changed=selected.known_at)


@router.get("/incidents.json", openapi_extra=parameters(filter=True, paged=True), response_model=IncidentsPage)
async def incidents(request: Request) -> Response:
    """Return the incidents of a selection, latest night first."""
    site = site_of(request)

    def make() -> Answer:
        asked = read_query(request, filter=True, paged=MOST)
        selected = site.select(asked, limit=PAGE)
        rows = {"number_returned": len(selected.items), "incidents": selected.rows, "format": FORMAT}
        return paged("/incidents.json", asked, selected, rows)

    return await site.answer(request, make)


@router.get("/facets.json", openapi_extra=parameters(filter=True), response_model=FacetsAnswer)
async def facets(request: Request) -> Response:
    """Count the values of every field over a selection, each with its own condition left out."""
    site = site_of(request)

    def make() -> Answer:
        asked = read_query(request, filter=True)
        selected = site.select(asked, limit=1)
        told = {**frame(selected, asked), "number_matched": selected.total, "facets": selected.facets}
        return Answer(body=to_json(told), changed=selected.known_at)

    return await site.answer(request, make)


@router.get("/headline.json", openapi_extra=parameters(filter=True), response_model=HeadlineAnswer)
async def headline(request: Request) -> Response:
    """Return a selection at a glance."""
    site = site_of(request)

    def make() -> Answer:
        asked = read_query(request, filter=True)
        selected = site.select(asked, limit=1)
        told = {**frame(selected, asked), **to_builtins(selected.headline)}
        return Answer(body=to_json(told), changed=selected.known_at)

    return await site.answer(request, make)


@router.get("/claims.json", openapi_extra=parameters(filter=True, paged=True), response_model=ClaimsAnswer)
async def claims(request: Request) -> Response:
    """Return the claims of the incidents of a selection, by incident, each with its words."""
    site = site_of(request)

    def make() -> Answer:
        asked = read_query(request, filter=True, paged=_MOST_WHOLE)
        selected = site.select(asked, limit=_PAGE_WHOLE)
        dossiers = [build_dossier(row, incident, released, ()) for row, incident, released in selected.whole()]
        return paged("/claims.json", asked, selected, {"claims": {d.incident.id: d.claims for d in dossiers}})

    return await site.answer(request, make)


@router.get("/origins.json", openapi_extra=parameters(filter=True, paged=True), response_model=OriginsAnswer)
async def origins(request: Request) -> Response:
    """Return the origins of the incidents of a selection, by incident, each with the reason for it."""
    site = site_of(request)

    def make() -> Answer:
        asked = read_query(request, filter=True, paged=_MOST_WHOLE)
        selected = site.select(asked, limit=_PAGE_WHOLE)
        dossiers = [build_dossier(row, incident, released, ()) for row, incident, released in selected.whole()]
        return paged("/origins.json", asked, selected, {"origins": {d.incident.id: d.origins for d in dossiers}})

    return await site.answer(request, make)


def moved(site: Site, id: str, suffix: str, asked: Asked) -> Answer | None:
    """Return where an id leads that stands no more; None when it stands.

    Raises:
        WithdrawnError: It leads nowhere any more.
        NotFoundError: It was never given to an incident.
    """
    _, look = site.look(asked.as_of)
    try:
        incident, _ = look.known.resolve(id)
    except WithdrawnError as error:
        # Why a text went may tell what was in it; only those who hold the ledger are told.
        raise WithdrawnError(say("{id} was withdrawn.", id=id) if site.settings.public else str(error)) from None
    if incident is None:
        raise NotFoundError(say("{id}: no incident of this ledger has this id", id=id))
    if incident.id == id:
        return None
    query = asked.query()
    address = f"/incidents/{incident.id}{suffix}" + (f"?{query}" if query else "")
    return Answer(body=to_json({"moved_to": address}), status=301, headers=(("Location", address),))


@router.get("/incidents/{id}.json", openapi_extra=parameters(), response_model=Dossier)
async def incident(request: Request, id: Annotated[str, INCIDENT_ID]) -> Response:
    """Return one incident in full; an id that redirects answers 301, one that was withdrawn 410."""
    site = site_of(request)

    def make() -> Answer:
        asked = read_query(request)
        shelf, look = site.look(asked.as_of)
        try:
            row, found, released = find_at(shelf, look, id)
        except NotFoundError:
            leads = moved(site, id, ".json", asked)
            if leads is None:
                raise
            return leads
        stored = look.known.stored
        told = history_of(look.ledger, stored, id, now=look.now, policy=site.policy, released=released)
        return Answer(body=to_json(build_dossier(row, found, released, told.steps)), changed=row.updated)

    return await site.answer(request, make)


@router.get("/history/{id}.json", openapi_extra=parameters(), response_model=History)
async def incident_history(request: Request, id: Annotated[str, INCIDENT_ID]) -> Response:
    """Return every version of an incident and of what its id leads to, with what changed and which texts came."""
    site = site_of(request)

    def make() -> Answer:
        asked = read_query(request)
        _, look = site.look(asked.as_of)
        told = history_of(look.ledger, look.known.stored, id, now=look.now, policy=site.policy)
        return Answer(body=to_json(told))

    return await site.answer(request, make)
