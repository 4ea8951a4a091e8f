"""The built front end: a fixed table of what was there at the start. No path from outside is ever opened."""

import mimetypes
import re
from dataclasses import dataclass
from html import escape
from pathlib import Path

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from skyledger.say import say
from skyledger.web.answers import Answer, respond
from skyledger.web.problems import ProblemError, problem_response
from skyledger.web.tiles import with_tiles

FOLDER = Path(__file__).resolve().parent / "static"
_TYPES = {".js": "text/javascript", ".mjs": "text/javascript", ".webmanifest": "application/manifest+json"}
# Names that hold a hash of the content never mean anything else.
_HASHED = re.compile(r"-[A-Za-z0-9_-]{8,}\.\w+$")
_FOREVER = "public, max-age=31536000, immutable"
_NO_SHELL = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>skyledger</title></head><body>
<h1>skyledger</h1><p>The pages are not built here; <code>make web</code> builds them. The data is there:</p>
<ul>{links}</ul></body></html>
"""
_LINKS = (
    "/incidents.json",
    "/nights.json",
    "/headline.json",
    "/regions.json",
    "/airports.json",
    "/ogc",
    "/openapi.json",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Statics:
    """Files by their path, and the page that draws everything."""

    files: dict[str, Answer]
    shell: Answer


def load_statics(folder: Path = FOLDER, *, tiles: str = "") -> Statics:
    """Read the built front end; without one the page only says so. ``tiles`` is the map's background, mostly none."""
    found = {
        "/static/" + path.relative_to(folder).as_posix(): Answer(body=path.read_bytes(), media_type=_type_of(path))
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not path.is_symlink()
    }
    shell = found.get("/static/index.html")
    if shell is None:
        links = "".join(f'<li><a href="{escape(link)}">{escape(link)}</a></li>' for link in _LINKS)
        shell = Answer(body=_NO_SHELL.format(links=links).encode(), media_type="text/html")
    return Statics(files=found, shell=with_tiles(shell, tiles))


def _type_of(path: Path) -> str:
    return _TYPES.get(path.suffix) or mimetypes.guess_type(path.name)[0] or "application/octet-stream"


def static_routes(statics: Statics) -> list[BaseRoute]:
    """Return the one route of all files."""

    async def answer(request: Request) -> Response:
        found = statics.files.get(request.url.path)
        if found is None:
            return problem_response(request.url.path, 404, "there is no such file")
        return respond(found, request.headers, _FOREVER if _HASHED.search(request.url.path) else "no-cache")

    return [Route("/static/{path:path}", answer, methods=["GET"])]


def shell_response(statics: Statics, request: Request, status: int = 200) -> Response:
    """Return the page that draws everything; it asks for what its address says."""
    response = respond(statics.shell, request.headers, "no-cache")
    if status != 200:
        return Response(
            statics.shell.body, status_code=status, media_type="text/html", headers={"Cache-Control": "no-store"}
        )
    return response


def refuse_query(request: Request) -> None:
    """Refuse a query where there is nothing to ask.

    Raises:
        ProblemError: There is one.
    """
    if request.url.query:
        raise ProblemError(400, say("nothing can be asked here"), parameter=next(iter(request.query_params), ""))
