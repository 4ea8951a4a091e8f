"""Texts: one with the words its claims rest on, and looking for texts by their words."""

from typing import Annotated

from fastapi import APIRouter, Path, Request
from starlette.responses import Response

from skyledger.errors import NotFoundError
from skyledger.flow.searching import search
from skyledger.ledger import SearchQuery
from skyledger.publish.found import page_to_json
from skyledger.publish.policy import Selection, release
from skyledger.publish.selection import ParameterError
from skyledger.publish.text_page import TextPage, build_text_page
from skyledger.say import say
from skyledger.web.answers import Answer, to_json
from skyledger.web.asked import parameters, read_query
from skyledger.web.site import Site, site_of

router = APIRouter()
_MOST = 200
_TEXT_ID = Path(max_length=300, description="Id of a text, as given by its source or from its content.")


@router.get("/documents/{id:path}.json", openapi_extra=parameters(), response_model=TextPage)
async def document(request: Request, id: Annotated[str, _TEXT_ID]) -> Response:
    """Return a text as it may be shown, in pieces, each with the claims that rest on it."""
    site = site_of(request)

    def make() -> Answer:
        ledger, now = site.at(read_query(request).as_of)
        found = ledger.documents([id])
        claims = ledger.claims(document=id)
        released = release(Selection(documents=tuple(found.values()), claims=claims), site.policy, now=now)
        if not released.documents:
            raise NotFoundError(say("there is no text of that id that may be shown"))
        shown = released.documents[0]
        page = build_text_page(shown, released.claims, _incidents_of(site, {claim.id for claim in released.claims}))
        return Answer(body=to_json(page))

    return await site.answer(request, make)


def _incidents_of(site: Site, claims: set[str]) -> dict[str, str]:
    """Return the incident of each claim that is in one which may be shown."""
    _, look = site.look()
    found = look.known.find(claims=claims) if claims else ()
    return {claim: incident.id for incident in found for claim in incident.claims if claim in claims}


@router.get("/search.json", openapi_extra=parameters(as_of=False, extra=(("q", "Words."), ("before", "A page."))))
async def search_texts(request: Request) -> Response:
    """Find the newest texts that hold words, in any form; "in quotes" as they stand, and -not."""
    site = site_of(request)

    def make() -> Answer:
        asked = read_query(request, extra=("q", "before", "limit"), as_of=False)
        typed = asked.extra.get("q", "")
        if not typed.strip():
            raise ParameterError("q", say("is what to look for"))
        before, limit = _number(asked.extra, "before", 0), _number(asked.extra, "limit", 50)
        ledger, now = site.at(None)
        page = search(
            ledger,
            typed,
            SearchQuery(),
            before=before or None,
            limit=max(1, min(limit, _MOST)),
            now=now,
            policy=site.policy,
        )
        return Answer(body=to_json(page_to_json(page)))

    return await site.answer(request, make)


def _number(said: object, name: str, default: int) -> int:
    value = said.get(name, "") if isinstance(said, dict) else ""
    if not value:
        return default
    if not (value.isascii() and value.isdigit() and len(value) < 16):
        raise ParameterError(name, say("is no whole number"))
    return int(value)
