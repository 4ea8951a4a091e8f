"""In which language a request wants its words."""

from collections.abc import Awaitable, Callable
from functools import wraps

from starlette.requests import Request
from starlette.responses import Response

from skyledger.say import LANGS, speaking

Handler = Callable[[Request, Exception], Awaitable[Response]]


def tongue_of(request: Request) -> str:
    """Return the language of ``lang=``; English where it names none, which the route then refuses."""
    asked = request.query_params.get("lang", "")
    return asked if asked in LANGS else "en"


def in_its_language(handle: Handler) -> Handler:
    """Have an error answered in the language of its request."""

    @wraps(handle)
    async def spoken(request: Request, error: Exception) -> Response:
        with speaking(tongue_of(request)):
            return await handle(request, error)

    return spoken
