"""The ledger behind the application: how it stands now or stood then, under the policy it is shown under."""

from __future__ import annotations

import secrets
import time
from collections import OrderedDict
from collections.abc import Callable, Hashable
from dataclasses import replace
from datetime import datetime
from threading import Lock
from typing import TYPE_CHECKING

import anyio
from anyio import to_thread
from starlette.requests import Request
from starlette.responses import Response

from skyledger.flow.selecting import Selected, nights_of, select_at
from skyledger.flow.shelf import Look, Shelf, shelf_of
from skyledger.publish.policy import private_policy, public_policy
from skyledger.publish.selection import ParameterError
from skyledger.say import say, speaking
from skyledger.web.answers import Answer, KeptAnswers, respond
from skyledger.web.asked import Asked
from skyledger.web.problems import NotReadyError, ProblemError
from skyledger.web.settings import Settings
from skyledger.web.tongue import tongue_of

if TYPE_CHECKING:
    from skyledger.ledger import Ledger
    from skyledger.ledger.incident_records import Horizon

_PAST_LEDGERS = 16
# Another program may add to the ledger at any time; to look once a second is enough.
_LOOK_S = 1.0


class Site:
    """What every route asks; one an application.

    Attributes:
        policy: Everything that is shown passed it.
        token_of_page: What a decision has to carry; another one each time the application starts.
        heavy: Slots for answers that take a processor for seconds; the others are left to what is quick.
    """

    def __init__(self, ledger: Ledger, settings: Settings) -> None:
        self.settings = settings
        self.policy = public_policy() if settings.public else private_policy()
        self.token_of_page = "" if settings.public else secrets.token_urlsafe(24)
        self._ledger = ledger
        self._past: OrderedDict[datetime, Ledger] = OrderedDict()
        self._lock = Lock()
        self._kept = KeptAnswers(settings.cache_bytes)
        self._look: Look | None = None
        self._seen: Horizon | None = None
        self._looked_at = 0.0
        self._slots = anyio.CapacityLimiter(4)
        self.heavy = anyio.CapacityLimiter(2)

    @property
    def ledger(self) -> Ledger:
        """The ledger as it stands now."""
        return self._ledger

    def at(self, as_of: datetime | None) -> tuple[Ledger, datetime]:
        """Return the ledger as it stands, or stood, with the instant that counts as now.

        Raises:
            ParameterError: The instant is still to come.
        """
        now = self.settings.clock()
        if as_of is None:
            return self._ledger, now
        if as_of > now:
            raise ParameterError("as_of", say("is still to come"))
        with self._lock:
            ledger = self._past.get(as_of)
            if ledger is None:
                ledger = self._past[as_of] = self._ledger.at(as_of)
                while len(self._past) > _PAST_LEDGERS:
                    self._past.popitem(last=False)
            self._past.move_to_end(as_of)
        # What was public at that instant: the delay is measured from then.
        return ledger, as_of

    def select(self, asked: Asked, *, limit: int | None = None) -> Selected:
        """Return what was asked for, as far as it may be shown.

        Raises:
            NotReadyError: Too many nights would have to be released for one request.
        """
        shelf, look = self.look(asked.as_of)
        if asked.filter.says_when:
            cold = shelf.missing(look, nights_of(shelf, look, asked.filter))
            if cold > self.settings.most_cold_nights:
                raise NotReadyError(cold)
        return select_at(shelf, look, asked.filter, after=asked.after, limit=asked.limit or limit)

    def look(self, as_of: datetime | None = None) -> tuple[Shelf, Look]:
        """Return the shelf of released nights, and the moment it is looked at."""
        ledger, now = self.at(as_of)
        shelf = shelf_of(ledger, self.policy)
        if as_of is not None:
            return shelf, shelf.look(ledger, now)
        look, horizon = self._look, self._horizon()
        if look is None or look.horizon != horizon:
            look = self._look = shelf.look(ledger, now)
        return shelf, replace(look, now=now)

    def all_nights(self, as_of: datetime | None = None) -> tuple[Shelf, Look]:
        """Return the same where every night is needed.

        Raises:
            NotReadyError: Too many of them have to be released first.
        """
        shelf, look = self.look(as_of)
        cold = shelf.missing(look, [*shelf.labels(look), None])
        if cold > self.settings.most_cold_nights:
            raise NotReadyError(cold)
        return shelf, look

    def token(self) -> Hashable:
        """Return what changes when an answer may be another: the ledger, and the minute while a delay runs."""
        if not self.policy.delay_h:
            return self._horizon()
        return self._horizon(), self.settings.clock().replace(second=0, microsecond=0)

    def _horizon(self) -> Horizon:
        """Return how far the ledger reaches, looked at once a second."""
        horizon = self._seen
        if horizon is None or time.monotonic() - self._looked_at >= _LOOK_S:
            horizon = self._seen = self._ledger.view().horizon
            self._looked_at = time.monotonic()
        return horizon

    def forget_token(self) -> None:
        """Look at the ledger again with the next request: something was written."""
        self._seen = None

    async def answer(self, request: Request, make: Callable[[], Answer], *, per_host: bool = False) -> Response:
        """Answer a request from what was kept, or by making it in a thread of its own.

        Args:
            request: Its address is what the answer is kept under.
            make: Makes the answer; may raise whatever :mod:`problems` knows.
            per_host: The answer names the host it was asked under.
        """
        host = f"{request.url.scheme}://{request.url.netloc}" if per_host else ""
        address = f"{host}{request.url.path}?{request.url.query}"
        token = self.token()
        answer = self._kept.find(address, token)
        if answer is None:
            with speaking(tongue_of(request)):
                answer = await self.run(make)
            if answer.status == 200:
                self._kept.keep(address, token, answer)
        return respond(answer, request.headers, self.cache_control)

    async def run(self, make: Callable[[], Answer]) -> Answer:
        """Make an answer in a thread, within the time that one may take."""
        with anyio.move_on_after(self.settings.answer_s):
            return await to_thread.run_sync(make, abandon_on_cancel=True, limiter=self._slots)
        raise ProblemError(503, say("this took too long; ask for fewer nights"), headers={"Retry-After": "10"})

    @property
    def cache_control(self) -> str:
        """For how long an answer may be shown: in public for a minute by anybody, else only after asking again."""
        return "public, max-age=60" if self.settings.public else "private, no-cache"


def site_of(request: Request) -> Site:
    """Return the site an application was made with."""
    site = request.app.state.site
    assert isinstance(site, Site)
    return site
