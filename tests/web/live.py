"""The application on a port of this machine, for programs that are not Python."""

import socket
import time
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Thread

import uvicorn

from skyledger.ledger import Ledger
from skyledger.web.app import guarded, make_app
from skyledger.web.serving import configure
from skyledger.web.settings import Settings


@contextmanager
def a_server(ledger: Ledger, settings: Settings, proxy: str = "") -> Iterator[str]:
    """Serve a ledger; yields the address."""
    listener = socket.socket()
    listener.bind(("127.0.0.1", 0))
    config = configure(guarded(make_app(ledger, settings)), proxy)
    config.lifespan = "off"
    server = uvicorn.Server(config)
    thread = Thread(target=server.run, kwargs={"sockets": [listener]}, daemon=True)
    thread.start()
    try:
        while not server.started:
            time.sleep(0.01)
        yield f"http://127.0.0.1:{listener.getsockname()[1]}"
    finally:
        server.should_exit = True
        thread.join(timeout=20)
        listener.close()
