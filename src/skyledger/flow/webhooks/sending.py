"""Adding a webhook, and sending what is due: what happened is queued first, then posted in order, and tried again."""

from __future__ import annotations

import base64
import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl

from skyledger.errors import UsageError
from skyledger.flow.selecting import select
from skyledger.flow.webhooks.book import Book, Hook, Post
from skyledger.flow.webhooks.events import derive_events, digest_of, write_body
from skyledger.flow.webhooks.posting import SECRET_START, Outcome, headers_of, post, secret_bytes
from skyledger.flow.webhooks.target import RefusedError, Resolve, Target, choose_address, read_target, resolve_once
from skyledger.publish.policy import private_policy, public_policy
from skyledger.publish.selection import Filter, read_filter, write_filter

if TYPE_CHECKING:
    from skyledger.ledger import Ledger
    from skyledger.ledger.incident_records import IncidentVersion
    from skyledger.publish.policy import ReleasePolicy
    from skyledger.publish.rows import Row

NIGHTS = 7
_EVENTS_A_POST = 100
_CLAIM = timedelta(minutes=2)
_LONGEST_WAIT = timedelta(days=1)
# After each failure in turn; after the last one the webhook is stopped, which `list` shows.
BACKOFF = tuple(timedelta(minutes=m) for m in (1, 5, 30, 120, 360, 720, 1440, 1440))
Send = Callable[[Target, str, bytes, Mapping[str, str]], Outcome]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sent:
    """What one round did for one webhook.

    Attributes:
        events: New things to tell.
        arrived: Posts that were taken.
        waiting: Posts that are still to be sent.
        error: Why the last one was not taken, or ``""``.
    """

    hook: str
    events: int
    arrived: int
    waiting: int
    error: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """How posts leave: replaced in tests, never in use."""

    resolve: Resolve = resolve_once
    send: Send = post


def add_hook(
    book: Book,
    ledger: Ledger,
    url: str,
    filter: Filter,
    *,
    now: datetime,
    secret: str | None = None,
    nights: int = NIGHTS,
    public: bool = False,
    allow_private: bool = False,
    allow_http: bool = False,
    backlog: bool = False,
    resolve: Resolve = resolve_once,
) -> Hook:
    """Add a webhook.

    Args:
        book: Where it is kept.
        ledger: Whose incidents.
        url: Where posts go.
        filter: Which incidents.
        now: Aware.
        secret: ``whsec_`` and base64; None makes one.
        nights: How many of the last nights are looked at, where the filter names none.
        public: Under the public release policy.
        allow_private: Whether the address may be one of the own network.
        allow_http: Whether it may be without encryption.
        backlog: Whether what is there already is told, too.
        resolve: Looks a host up.

    Raises:
        UsageError: The address is refused, the secret is malformed, or there are no nights.
    """
    if nights < 1:
        raise UsageError("a webhook looks at one night at least")
    target = read_target(url, allow_http=allow_http)
    try:
        choose_address(target, allow_private=allow_private, resolve=resolve)
    except OSError as error:
        raise UsageError(f"{url}: {error}") from None
    made = secret or SECRET_START + base64.b64encode(secrets.token_bytes(32)).decode()
    secret_bytes(made)
    hook = Hook(
        id="wh-" + secrets.token_hex(5),
        url=url,
        query=write_filter(filter),
        secret=made,
        nights=nights,
        public=public,
        allow_private=allow_private,
        allow_http=allow_http,
    )
    rows = () if backlog else _rows(ledger, hook, now)
    book.add(hook, {row.id: digest_of(row) for row in rows})
    return hook


def send_due(book: Book, ledger: Ledger, *, now: datetime, address: str = "", way: Way = Way()) -> tuple[Sent, ...]:
    """Queue what happened for each webhook, and send what is due, once each; what fails is put off.

    Args:
        book: The webhooks.
        ledger: Whose incidents.
        now: Aware.
        address: Where the web application answers, for links.
        way: How posts leave.
    """
    return tuple(_serve(book, ledger, hook, now, address, way) for hook in book.hooks() if not hook.stopped)


def _policy(hook: Hook) -> ReleasePolicy:
    return public_policy() if hook.public else private_policy()


def _rows(ledger: Ledger, hook: Hook, now: datetime) -> tuple[Row, ...]:
    return select(ledger, _with_nights(ledger, hook), now=now, policy=_policy(hook)).rows


def _with_nights(ledger: Ledger, hook: Hook) -> Filter:
    """Return the saved filter; where it names no night, of the last few."""
    filter = read_filter(parse_qsl(hook.query))
    last = ledger.incidents.last_night()
    if filter.says_when or last is None:
        return filter
    return replace(filter, night_from=last - timedelta(days=hook.nights - 1))


def _serve(book: Book, ledger: Ledger, hook: Hook, now: datetime, address: str, way: Way) -> Sent:
    events = _queue_events(book, ledger, hook, now, address)
    arrived, error = 0, ""
    for waiting in book.posts(hook.id):
        # In order: what comes later waits for what came before it.
        if waiting.due > now or not book.claim(waiting, now + _CLAIM):
            break
        outcome = _send(hook, waiting, now, way)
        if not outcome.arrived:
            error = outcome.error
            _put_off(book, hook, waiting, outcome, now)
            break
        book.drop(waiting)
        arrived += 1
    return Sent(hook=hook.id, events=events, arrived=arrived, waiting=len(book.posts(hook.id)), error=error)


def _queue_events(book: Book, ledger: Ledger, hook: Hook, now: datetime, address: str) -> int:
    told = book.told(hook.id)
    rows = _rows(ledger, hook, now)
    gone = set(told) - {row.id for row in rows}
    newest = ledger.incidents.newest(gone) if gone else {}
    filter = _with_nights(ledger, hook)
    is_moving = not read_filter(parse_qsl(hook.query)).says_when
    passed = {id for id, version in newest.items() if is_moving and _is_past(version, filter)}
    current = {id: version for id, version in newest.items() if id not in passed}
    events = derive_events(told, rows, current, reasons=not hook.public)
    bodies = []
    for first in range(0, len(events), _EVENTS_A_POST):
        part = events[first : first + _EVENTS_A_POST]
        body = write_body(part, query=hook.query, policy=_policy(hook).name, address=address, at=now)
        bodies.append(("msg_" + secrets.token_hex(12), body))
    remembered = {event.incident: event.digest for event in events} | dict.fromkeys(passed, "")
    if remembered:
        book.queue(hook.id, remembered, bodies, now)
    return len(events)


def _is_past(version: IncidentVersion, filter: Filter) -> bool:
    """Tell whether an incident stands and is only too long ago to be looked at any more.

    One without a night is found by when its texts were published, so it leaves with the nights around them.
    """
    if version.incident is None or filter.night_from is None:
        return False
    night = version.incident.night
    return night is None or date.fromisoformat(night) < filter.night_from


def _send(hook: Hook, waiting: Post, now: datetime, way: Way) -> Outcome:
    try:
        target = read_target(hook.url, allow_http=hook.allow_http)
        # Resolved anew for each post, once, and connected to as found: what it leads to may have changed since.
        address = choose_address(target, allow_private=hook.allow_private, resolve=way.resolve)
    except (RefusedError, OSError) as error:
        return Outcome(status=None, error=str(error))
    return way.send(target, address, waiting.body, headers_of(hook.secret, waiting.id, now, waiting.body))


def _put_off(book: Book, hook: Hook, waiting: Post, outcome: Outcome, now: datetime) -> None:
    if outcome.status == 410:
        book.stop(hook.id, "the other side says it is gone (410)")
    elif waiting.tries + 1 > len(BACKOFF):
        book.stop(hook.id, f"{waiting.tries + 1} tries failed: {outcome.error}")
    asked = min(timedelta(seconds=outcome.wait_s), _LONGEST_WAIT)
    wait = max(BACKOFF[min(waiting.tries, len(BACKOFF) - 1)], asked)
    book.put_off(waiting, now + wait, outcome.error)
