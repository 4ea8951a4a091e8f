"""People's judgements, from the page: only on this machine, only from our own page, and only with its token."""

import hmac
from typing import Any
from urllib.parse import urlsplit

import msgspec
from fastapi import APIRouter, Request
from starlette.responses import Response

from skyledger.flow.judging import decide, decision_to_json
from skyledger.say import say
from skyledger.web.answers import Answer, to_json
from skyledger.web.problems import ProblemError
from skyledger.web.shapes import SessionAnswer
from skyledger.web.site import Site, site_of
from skyledger.web.static_files import refuse_query

router = APIRouter()
TOKEN_HEADER = "X-Skyledger-Token"
_LONGEST = 2_000


class Judgement(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What is sent.

    Attributes:
        verb: accept, hold, reject, correct, same, different, unsure or undo.
        targets: Claims or incidents; for ``undo`` a decision.
        why: The reason.
        by: Who decides.
        value: What ``correct`` sets, as JSON text.
    """

    verb: str
    targets: list[str]
    why: str
    by: str
    value: str = ""


_decoder = msgspec.json.Decoder(Judgement)
_BODY: dict[str, Any] = {
    "requestBody": {
        "required": True,
        "content": {
            "application/json": {
                "schema": {
                    "type": "object",
                    "required": ["verb", "targets", "why", "by"],
                    "additionalProperties": False,
                    "properties": {
                        "verb": {"type": "string"},
                        "targets": {"type": "array", "items": {"type": "string"}, "maxItems": 50},
                        "why": {"type": "string", "maxLength": _LONGEST},
                        "by": {"type": "string", "maxLength": _LONGEST},
                        "value": {"type": "string", "maxLength": _LONGEST},
                    },
                }
            }
        },
    },
    "parameters": [{"name": TOKEN_HEADER, "in": "header", "required": True, "schema": {"type": "string"}}],
}


@router.get("/session.json", response_model=SessionAnswer)
async def session(request: Request) -> Response:
    """Return what the page needs to know of how it is run, with the token that a decision has to carry."""
    refuse_query(request)
    site = site_of(request)
    told = SessionAnswer(policy=site.policy.name, may_decide=not site.settings.public, token=site.token_of_page)
    return Response(to_json(told), media_type="application/json", headers={"Cache-Control": "no-store"})


@router.post("/decisions", status_code=201, openapi_extra=_BODY)
async def add_decision(request: Request) -> Response:
    """Append a judgement; incidents follow from it at once."""
    site = site_of(request)
    _check(site, request)
    judgement = _read(await request.body())

    def make() -> Answer:
        made = decide(
            site.ledger,
            judgement.verb,
            judgement.targets,
            why=judgement.why,
            by=judgement.by,
            value=judgement.value,
            now=site.settings.clock(),
        )
        return Answer(body=to_json(decision_to_json(made)), status=201)

    answer = await site.run(make)
    site.forget_token()
    return Response(answer.body, status_code=201, media_type=answer.media_type, headers={"Cache-Control": "no-store"})


def _check(site: Site, request: Request) -> None:
    """Refuse what another site, or a form, could have sent."""
    if site.settings.public:
        raise ProblemError(403, say("decisions are not taken in public"))
    origin = request.headers.get("origin")
    same = origin is not None and urlsplit(origin).netloc == request.headers.get("host")
    if not same or request.headers.get("sec-fetch-site", "same-origin") != "same-origin":
        raise ProblemError(403, say("decisions are only taken from the application's own page"))
    if request.headers.get("content-type", "").partition(";")[0].strip().lower() != "application/json":
        raise ProblemError(415, say("send JSON"))
    token = request.headers.get(TOKEN_HEADER, "")
    if not hmac.compare_digest(token.encode(), site.token_of_page.encode()):
        raise ProblemError(
            403,
            say("the page's token is missing or old; ask /session.json and send it as {header}", header=TOKEN_HEADER),
        )


def _read(body: bytes) -> Judgement:
    try:
        found = _decoder.decode(body)
    except msgspec.DecodeError as error:
        raise ProblemError(400, say("the body: {error}", error=error)) from None
    texts = (found.verb, found.why, found.by, found.value, *found.targets)
    if len(found.targets) > 50 or any(len(text) > _LONGEST for text in texts):
        raise ProblemError(400, say("at most 50 targets, and {most} characters in each text", most=_LONGEST))
    if not found.why.strip() or not found.by.strip():
        raise ProblemError(400, say("a decision says why, and by whom"))
    return found
