"""Errors as answers (RFC 9457): one shape for all, with what to mend, and never a traceback."""

import logging
from http import HTTPStatus
from typing import Any

import msgspec
from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.responses import Response

from skyledger.errors import LedgerError, NotFoundError, SkyledgerError, UsageError, WithdrawnError
from skyledger.publish.retelling import retell
from skyledger.publish.selection import ParameterError
from skyledger.publish.words import clean_text
from skyledger.say import language, say
from skyledger.web.tongue import in_its_language

MEDIA_TYPE = "application/problem+json"
_logger = logging.getLogger("skyledger.web")
_LONGEST = 500
_STATUS = ((WithdrawnError, 410), (NotFoundError, 404), (UsageError, 400))


PROBLEM_SHAPE: dict[str, Any] = {
    "description": "What went wrong (RFC 9457)",
    "content": {
        MEDIA_TYPE: {
            "schema": {
                "type": "object",
                "required": ["type", "title", "status", "detail", "instance"],
                "properties": {
                    "type": {"type": "string"},
                    "title": {"type": "string"},
                    "status": {"type": "integer"},
                    "detail": {"type": "string"},
                    "instance": {"type": "string"},
                    "parameter": {"type": "string"},
                },
            }
        }
    },
}


class Problem(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What went wrong.

    Attributes:
        type: ``about:blank``: the status says what sort of problem it is.
        instance: The path that was asked.
        parameter: Which parameter to mend, where it is one.
    """

    status: int
    title: str
    detail: str
    instance: str
    type: str = "about:blank"
    parameter: str = ""


class ProblemError(Exception):
    """Raised where the status is known.

    Attributes:
        headers: Further headers of the answer.
    """

    def __init__(self, status: int, detail: str, *, headers: dict[str, str] | None = None, parameter: str = "") -> None:
        super().__init__(detail)
        self.status = status
        self.detail = detail
        self.headers = headers or {}
        self.parameter = parameter


class NotReadyError(ProblemError):
    """More has to be prepared than one request may wait for."""

    def __init__(self, nights: int) -> None:
        detail = say("{nights} nights are still being prepared; ask again shortly, or for fewer nights", nights=nights)
        super().__init__(503, detail, headers={"Retry-After": "5"})


def problem_response(
    path: str, status: int, detail: str, *, parameter: str = "", headers: dict[str, str] | None = None
) -> Response:
    """Return a problem as an answer."""
    body = Problem(
        status=status,
        title=say(HTTPStatus(status).phrase),
        detail=clean_text(detail.encode("utf-8", "replace").decode())[:_LONGEST],
        instance=path[:_LONGEST],
        parameter=parameter,
    )
    return Response(
        # msgspec leaves defaults out, and a client may rely on the type being there
        msgspec.json.encode({"type": body.type} | msgspec.to_builtins(body)),
        status_code=status,
        media_type=MEDIA_TYPE,
        headers={"Cache-Control": "no-store"} | (headers or {}),
    )


def handle_problems(app: FastAPI) -> None:
    """Have every error of the application answered in the one shape."""
    app.add_exception_handler(ProblemError, _said)
    app.add_exception_handler(SkyledgerError, _ours)
    app.add_exception_handler(HTTPException, _http)
    app.add_exception_handler(RequestValidationError, _validation)
    app.add_exception_handler(Exception, _fault)


@in_its_language
async def _said(request: Request, error: Exception) -> Response:
    assert isinstance(error, ProblemError)
    return problem_response(
        request.url.path, error.status, error.detail, parameter=error.parameter, headers=error.headers
    )


@in_its_language
async def _ours(request: Request, error: Exception) -> Response:
    if isinstance(error, ParameterError):
        return problem_response(request.url.path, 400, error.reason, parameter=error.parameter)
    if isinstance(error, LedgerError):
        # Where the ledger stands is nobody's business outside.
        _logger.error("the ledger: %s", error)
        return problem_response(request.url.path, 503, say("the ledger cannot be read at the moment"))
    status = next((code for kind, code in _STATUS if isinstance(error, kind)), 500)
    return problem_response(
        request.url.path, status, retell(str(error)) if status < 500 else say("a fault in skyledger itself")
    )


@in_its_language
async def _http(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    detail = error.detail
    if error.status_code == 404:
        detail = say("there is nothing at this address; docs/api.md and /openapi.json say what there is")
    if error.status_code == 405:
        detail = say("{method} is not possible here", method=request.method)
    return problem_response(request.url.path, error.status_code, detail, headers=dict(error.headers or {}))


@in_its_language
async def _validation(request: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)
    first = error.errors()[0]
    name = ".".join(str(part) for part in first["loc"][1:])
    # What the library says, it says in English only.
    said = str(first["msg"]) if language() == "en" else say("is not as it has to be; /openapi.json says how")
    return problem_response(request.url.path, 422, said, parameter=name)


@in_its_language
async def _fault(request: Request, error: Exception) -> Response:
    _logger.exception(say("a fault in skyledger itself"), exc_info=error)
    return problem_response(request.url.path, 500, say("a fault in skyledger itself; it was logged"))
