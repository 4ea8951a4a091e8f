"""How the application listens."""

import socket

from skyledger.web.serving import _listen


def test_small_answers_are_sent_at_once() -> None:
    listener = _listen("127.0.0.1", 0)
    with listener:
        assert listener.proto == socket.IPPROTO_TCP
