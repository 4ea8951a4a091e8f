"""What became of incidents, newest first, as feeds with tombstones."""

from collections.abc import Callable

from fastapi import APIRouter, Request
from starlette.responses import Response

from skyledger.flow.changing import newest_changes
from skyledger.publish.exports import FORMATS
from skyledger.publish.feeds import Feed, feed_of_changes, render_atom, render_json_feed
from skyledger.web.answers import Answer
from skyledger.web.asked import parameters, read_query
from skyledger.web.exports import address_of
from skyledger.web.site import Site, site_of

router = APIRouter()
MOST = 100
_ATOM, _JSON = FORMATS["atom"].media, FORMATS["jsonfeed"].media


def _feed(site: Site, address: str) -> Feed:
    site.all_nights()
    ledger, now = site.at(None)
    found = newest_changes(ledger, now=now, policy=site.policy, limit=MOST)
    return feed_of_changes(found, address=address, policy=site.policy.name)


async def _answer(request: Request, render: Callable[[Feed], bytes], media: str) -> Response:
    site, address = site_of(request), address_of(request)

    def make() -> Answer:
        read_query(request, as_of=False)
        feed = _feed(site, address)
        return Answer(body=render(feed), media_type=media, changed=feed.updated)

    return await site.answer(request, make, per_host=True)


@router.get(
    "/changes.atom",
    response_class=Response,
    responses={200: {"content": {_ATOM: {}}}},
    openapi_extra=parameters(as_of=False),
)
async def changes_atom(request: Request) -> Response:
    """Return the newest changes as Atom; what is no more has a tombstone."""
    return await _answer(request, render_atom, _ATOM)


@router.get(
    "/changes.feed.json",
    response_class=Response,
    responses={200: {"content": {_JSON: {}}}},
    openapi_extra=parameters(as_of=False),
)
async def changes_json_feed(request: Request) -> Response:
    """Return the newest changes as JSON Feed; what is no more has a tombstone."""
    return await _answer(request, render_json_feed, _JSON)
