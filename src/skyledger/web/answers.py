"""Answers as bytes with what lets a client keep them: an ETag of the bytes, and for how long they may be shown."""

import hashlib
from collections import OrderedDict
from collections.abc import Hashable
from dataclasses import dataclass, field
from datetime import datetime
from email.utils import format_datetime
from threading import Lock
from typing import Any

import msgspec
from starlette.datastructures import Headers
from starlette.responses import Response

JSON = "application/json"
GEOJSON = "application/geo+json"
# For OpenAPI: what a route answers that answers with features.
GEOJSON_ANSWER: dict[int | str, dict[str, Any]] = {
    200: {"description": "Features", "content": {GEOJSON: {"schema": {"type": "object"}}}}
}
_encoder = msgspec.json.Encoder()


def to_json(value: Any) -> bytes:
    """Return a record as JSON; half a surrogate pair, which no JSON in UTF-8 holds, as a question mark."""
    try:
        return _encoder.encode(value)
    except UnicodeEncodeError:
        return _encoder.encode(_mended(msgspec.to_builtins(value)))


def _mended(value: Any) -> Any:
    if isinstance(value, str):
        return value.encode("utf-8", "replace").decode()
    if isinstance(value, dict):
        return {_mended(key): _mended(one) for key, one in value.items()}
    return [_mended(one) for one in value] if isinstance(value, list | tuple) else value


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """One answer.

    Attributes:
        filename: Under which a browser is to save it; ``""`` shows it.
        links: Relation and address, for the ``Link`` header.
        changed: When what it shows last changed, where that is known.
        policy: Content-Security-Policy of its own; ``""`` for the common one.
    """

    body: bytes
    media_type: str = JSON
    status: int = 200
    filename: str = ""
    links: tuple[tuple[str, str], ...] = ()
    changed: datetime | None = None
    policy: str = ""
    headers: tuple[tuple[str, str], ...] = ()
    etag: str = field(init=False, default="")

    def __post_init__(self) -> None:
        """Name the bytes."""
        object.__setattr__(self, "etag", f'"{hashlib.sha256(self.body).hexdigest()[:32]}"')


def respond(answer: Answer, asked: Headers, cache_control: str) -> Response:
    """Return the answer, or that the client has it already."""
    headers = {"ETag": answer.etag, "Cache-Control": cache_control, **dict(answer.headers)}
    if answer.changed is not None:
        headers["Last-Modified"] = format_datetime(answer.changed.replace(microsecond=0), usegmt=True)
    if answer.links:
        headers["Link"] = ", ".join(f'<{address}>; rel="{relation}"' for relation, address in answer.links)
    if answer.policy:
        headers["Content-Security-Policy"] = answer.policy
    if answer.status == 200 and _has_it(answer.etag, asked.get("if-none-match")):
        return Response(status_code=304, headers=headers)
    if answer.filename:
        headers["Content-Disposition"] = f'attachment; filename="{answer.filename}"'
    return Response(answer.body, status_code=answer.status, headers=headers, media_type=answer.media_type)


def _has_it(etag: str, said: str | None) -> bool:
    return said is not None and (
        said.strip() == "*" or etag in (one.strip().removeprefix("W/") for one in said.split(","))
    )


class KeptAnswers:
    """Answers to addresses asked before, as long as the ledger stands where it stood."""

    def __init__(self, most_bytes: int) -> None:
        self._most = most_bytes
        self._size = 0
        self._kept: OrderedDict[str, tuple[Hashable, Answer]] = OrderedDict()
        self._lock = Lock()

    def find(self, address: str, token: Hashable) -> Answer | None:
        """Return the answer to an address that was made when the token was the same."""
        with self._lock:
            found = self._kept.get(address)
            if found is None or found[0] != token:
                return None
            self._kept.move_to_end(address)
            return found[1]

    def keep(self, address: str, token: Hashable, answer: Answer) -> None:
        """Keep an answer; the ones not asked for longest make room."""
        if len(answer.body) > self._most // 8:
            return
        with self._lock:
            old = self._kept.pop(address, None)
            self._size += len(answer.body) - (0 if old is None else len(old[1].body))
            self._kept[address] = (token, answer)
            while self._size > self._most or len(self._kept) > 20_000:
                _, (_, gone) = self._kept.popitem(last=False)
                self._size -= len(gone.body)
