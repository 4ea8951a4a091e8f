"""Run the application until it is told to stop."""

from __future__ import annotations

import logging
import socket
from typing import TYPE_CHECKING

import uvicorn
from starlette.types import ASGIApp

from skyledger.errors import UsageError
from skyledger.web.app import guarded, make_app
from skyledger.web.settings import LOCAL_HOSTS, Settings
from skyledger.web.tiles import check_tiles

if TYPE_CHECKING:
    from skyledger.ledger import Ledger

_ANY = ("0.0.0.0", "::", "")
_BACKLOG = 256
_MOST_AT_ONCE = 256


def run_server(
    ledger: Ledger, *, host: str, port: int, public: bool, hosts: tuple[str, ...], tiles: str = "", proxy: str = ""
) -> None:
    """Serve a ledger; prints the address on a line of its own once it answers.

    Args:
        ledger: Open.
        host: Where to listen.
        port: 0 takes any that is free.
        public: Whether the public policy and limits hold.
        hosts: Further names under which it may be addressed.
        proxy: Address of a proxy in front; what it says of the client and of https is believed. ``""`` believes nobody.
        tiles: Address of a background for the map, or ``""``.

    Raises:
        UsageError: It cannot listen there.
    """
    own = () if host in _ANY else (f"[{host}]" if ":" in host else host,)
    settings = Settings(
        public=public, hosts=tuple(dict.fromkeys((*LOCAL_HOSTS, *own, *hosts))), tiles=check_tiles(tiles), warm=True
    )
    app = make_app(ledger, settings)
    listener = _listen(host, port)
    config = configure(guarded(app), proxy)
    logging.basicConfig(level=logging.WARNING, format="skyledger: %(message)s")
    name = "localhost" if host in _ANY else host
    number = listener.getsockname()[1]
    print(
        f"skyledger answers at http://{f'[{name}]' if ':' in name else name}:{number} ({app.state.site.policy.name})",
        flush=True,
    )
    uvicorn.Server(config).run(sockets=[listener])


def configure(app: ASGIApp, proxy: str = "") -> uvicorn.Config:
    """Return how an application is served; ``proxy`` as in :func:`run_server`."""
    return uvicorn.Config(
        app,
        log_config=None,
        access_log=False,
        server_header=False,
        # Anybody may say anything in such headers: but for the proxy that was named, the client is who connects.
        proxy_headers=bool(proxy),
        forwarded_allow_ips=proxy,
        timeout_keep_alive=15,
        limit_concurrency=_MOST_AT_ONCE,
        h11_max_incomplete_event_size=16_384,
        ws="none",
    )


def _listen(host: str, port: int) -> socket.socket:
    try:
        family = socket.AF_INET6 if ":" in host else socket.AF_INET
        # asyncio sends small answers at once only on sockets that say they are TCP; else each waits 40 ms for an ACK.
        listener = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind((host, port))
        listener.listen(_BACKLOG)
    except OSError as error:
        raise UsageError(f"cannot listen on {host}:{port}: {error.strerror or error}") from None
    return listener
