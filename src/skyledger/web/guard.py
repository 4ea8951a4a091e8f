"""What every request passes and every answer carries: who may be addressed, how much may be sent, how often asked."""

import time
from collections import OrderedDict
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

import anyio
from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from skyledger.say import say, speaking
from skyledger.web.problems import ProblemError, problem_response
from skyledger.web.settings import Settings
from skyledger.web.tongue import tongue_of

CONTENT_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; worker-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'; "
    "frame-ancestors 'none'"
)
_HEADERS = {
    "Content-Security-Policy": CONTENT_POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=()",
}
_METHODS = ("GET", "HEAD", "POST")
_MOST_CLIENTS = 20_000


class Guard:
    """Stands before the application."""

    def __init__(self, app: ASGIApp, settings: Settings) -> None:
        self._app = app
        self._settings = settings
        self._hosts = {host.lower() for host in settings.hosts}
        self._rates = Rates(settings.requests_per_s, settings.burst) if settings.public else None

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, or answer it here."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        is_head = scope["method"] == "HEAD"
        shielded = _carrying_headers(send, is_head)
        try:
            with speaking(tongue_of(Request(scope))):
                self._check(scope)
        except ProblemError as error:
            with speaking(tongue_of(Request(scope))):
                answer = problem_response(scope["path"], error.status, error.detail, headers=error.headers)
            await answer(scope, receive, shielded)
            return
        if is_head:
            scope = {**scope, "method": "GET"}
        await self._app(scope, self._limited(receive), shielded)

    def _check(self, scope: Scope) -> None:
        headers = Headers(scope=scope)
        if _host_name(headers) not in self._hosts:
            raise ProblemError(421, say("this server does not answer under that name"))
        if scope["method"] not in _METHODS:
            raise ProblemError(
                405, say("{method} is not possible here", method=scope["method"][:20]), headers={"Allow": "GET, HEAD"}
            )
        if len(scope.get("raw_path") or b"") + len(scope["query_string"]) > self._settings.longest_url:
            raise ProblemError(414, say("an address has at most {most} characters", most=self._settings.longest_url))
        length = headers.get("content-length", "0")
        if not length.isdigit() or int(length) > self._settings.longest_body:
            raise ProblemError(413, say("at most {most} bytes can be sent", most=self._settings.longest_body))
        if self._rates is not None:
            wait_s = self._rates.take((scope.get("client") or ("unknown", 0))[0])
            if wait_s:
                raise ProblemError(429, say("too many requests"), headers={"Retry-After": str(wait_s)})

    def _limited(self, receive: Receive) -> Receive:
        """Return a reader that ends a body which is too long or comes too slowly."""
        read, deadline = 0, time.monotonic() + self._settings.body_s

        async def limited() -> Message:
            nonlocal read
            if read < 0:  # all of it is here: what comes now is only that the client has gone
                return await receive()
            with anyio.move_on_after(max(deadline - time.monotonic(), 0.0)):
                message = await receive()
                read += len(message.get("body", b""))
                if read > self._settings.longest_body:
                    raise ProblemError(413, say("at most {most} bytes can be sent", most=self._settings.longest_body))
                if not message.get("more_body"):
                    read = -1
                return message
            raise ProblemError(408, say("the request did not arrive in time"))

        return limited


def _host_name(headers: Headers) -> str:
    hosts = headers.getlist("host")
    if len(hosts) != 1:
        return ""
    name, colon, port = hosts[0].lower().rpartition(":")
    return name if colon and port.isdigit() else hosts[0].lower()


def _carrying_headers(send: Send, is_head: bool) -> Callable[[Message], Awaitable[None]]:
    async def carrying(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in _HEADERS.items():
                headers.setdefault(name, value)
        elif is_head and message["type"] == "http.response.body":
            message = {**message, "body": b""}
        await send(message)

    return carrying


@dataclass(slots=True)
class _Bucket:
    left: float
    at: float


class Rates:
    """How often each client may ask: so many a second, with some to spare."""

    def __init__(self, per_s: float, burst: int, clock: Callable[[], float] = time.monotonic) -> None:
        self._per_s = per_s
        self._burst = float(burst)
        self._clock = clock
        self._clients: OrderedDict[str, _Bucket] = OrderedDict()

    def take(self, client: str) -> int:
        """Count a request; return 0, or after how many seconds to ask again."""
        now = self._clock()
        bucket = self._clients.setdefault(client, _Bucket(self._burst, now))
        self._clients.move_to_end(client)
        while len(self._clients) > _MOST_CLIENTS:
            self._clients.popitem(last=False)
        bucket.left = min(self._burst, bucket.left + (now - bucket.at) * self._per_s)
        bucket.at = now
        if bucket.left < 1:
            return max(1, round((1 - bucket.left) / self._per_s))
        bucket.left -= 1
        return 0
