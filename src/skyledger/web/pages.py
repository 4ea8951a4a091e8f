"""The pages: one shell for all of them; what it shows it asks for itself."""

from fastapi import APIRouter, Request
from starlette.responses import Response

from skyledger.errors import NotFoundError, WithdrawnError
from skyledger.web.answers import Answer, to_json
from skyledger.web.asked import Asked
from skyledger.web.incidents import moved
from skyledger.web.site import site_of
from skyledger.web.static_files import Statics, shell_response

router = APIRouter(include_in_schema=False)
_PATHS = (
    "/",
    "/incidents",
    "/regions",
    "/regions/{id}",
    "/airports",
    "/airports/{id}",
    "/search",
    "/changes",
    "/about",
)


def _statics(request: Request) -> Statics:
    statics = request.app.state.statics
    assert isinstance(statics, Statics)
    return statics


async def shell(request: Request) -> Response:
    """Return the page that draws everything."""
    return shell_response(_statics(request), request)


for _path in _PATHS:
    router.add_api_route(_path, shell, methods=["GET"], name=f"page {_path}")


@router.get("/incidents/{id}")
async def incident_page(request: Request, id: str) -> Response:
    """Return the page of one incident, or where it is now; its status says whether it stands."""
    site = site_of(request)

    def make() -> Answer:
        try:
            leads = moved(site, id, "", Asked())
        except WithdrawnError:
            return Answer(body=b"", status=410)
        except NotFoundError:
            return Answer(body=b"", status=404)
        return leads or Answer(body=to_json(None))

    answer = await site.run(make)
    if answer.status == 301:
        return Response(status_code=301, headers=dict(answer.headers))
    return shell_response(_statics(request), request, answer.status)
