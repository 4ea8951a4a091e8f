"""What changed, for those who keep a copy; and how the application is."""

from fastapi import APIRouter, Request
from starlette.responses import Response

from skyledger import __version__
from skyledger.flow.changing import changes
from skyledger.publish.selection import ParameterError
from skyledger.say import say
from skyledger.web.answers import Answer, to_json
from skyledger.web.asked import parameters, read_query
from skyledger.web.shapes import ChangesAnswer
from skyledger.web.site import site_of
from skyledger.web.static_files import refuse_query

router = APIRouter()
_PAGE = 200
_SINCE = (("since", "The number of the last change that is known already."),)


@router.get("/changes.json", openapi_extra=parameters(as_of=False, extra=_SINCE), response_model=ChangesAnswer)
async def all_changes(request: Request) -> Response:
    """Return what became of incidents, oldest first, with tombstones; ask again with ``since`` for what came after."""
    site = site_of(request)

    def make() -> Answer:
        asked = read_query(request, extra=("since",), as_of=False)
        since = asked.extra.get("since", "0")
        if not (since.isascii() and since.isdigit() and len(since) < 16):
            raise ParameterError("since", say("is no whole number"))
        site.all_nights()
        ledger, now = site.at(None)
        found, after = changes(ledger, now=now, policy=site.policy, after=int(since), limit=_PAGE)
        following = None if after is None else f"/changes.json?since={after}"
        links = () if following is None else (("next", following),)
        told = {"policy": site.policy.name, "next": following, "changes": found}
        return Answer(body=to_json(told), links=links)

    return await site.answer(request, make)


@router.get("/healthz")
async def health(request: Request) -> Response:
    """Tell that the ledger can be read, and whether everything is prepared."""
    refuse_query(request)
    site = site_of(request)

    def make() -> Answer:
        shelf, look = site.look()
        cold = shelf.missing(look, [*shelf.labels(look), None])
        return Answer(
            body=to_json({"status": "ok", "version": __version__, "policy": site.policy.name, "cold_nights": cold})
        )

    answer = await site.run(make)
    return Response(answer.body, media_type=answer.media_type, headers={"Cache-Control": "no-store"})
