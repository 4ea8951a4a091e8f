"""One post: signed so that anyone can check it, to the address chosen, no further."""

import base64
import hashlib
import hmac
import socket
from datetime import UTC, datetime

import pytest

from skyledger.errors import UsageError
from skyledger.flow.webhooks.posting import headers_of, post, secret_bytes, sign
from skyledger.flow.webhooks.target import Target
from tests.flow.webhooks.receiver import a_receiver

SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"
WHEN = datetime(2025, 12, 11, 9, 0, tzinfo=UTC)


def test_the_signature_is_that_of_the_specification() -> None:
    # The example of the Standard Webhooks specification.
    body = b'{"test": 2432232314}'
    at = datetime.fromtimestamp(1614265330, UTC)
    wanted = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="
    assert sign(SECRET, "msg_p5jXN8AQM9LWM0D4loKWxJek", at, body) == wanted


@pytest.mark.parametrize("secret", ["", "whsec_", "whsec_short", "not base64!", "whsec_" + "A" * 20])
def test_a_poor_secret_is_refused(secret: str) -> None:
    with pytest.raises(UsageError):
        secret_bytes(secret)


def test_what_arrives_can_be_checked() -> None:
    with a_receiver() as receiver:
        target = Target(https=False, host="pinned.example", port=receiver.port, path="/hook?x=1")
        outcome = post(target, "127.0.0.1", b'{"a":1}', headers_of(SECRET, "msg_1", WHEN, b'{"a":1}'))
        assert outcome.arrived
        [(path, headers, body)] = receiver.arrived
    assert path == "/hook?x=1"
    assert headers["host"] == f"pinned.example:{target.port}"
    assert headers["content-type"] == "application/json"
    signed = f"{headers['webhook-id']}.{headers['webhook-timestamp']}.".encode() + body
    key = base64.b64decode(SECRET.removeprefix("whsec_"))
    wanted = base64.b64encode(hmac.new(key, signed, hashlib.sha256).digest()).decode()
    assert headers["webhook-signature"] == f"v1,{wanted}"


def test_the_name_is_not_resolved_again(monkeypatch: pytest.MonkeyPatch) -> None:
    real = socket.getaddrinfo
    asked: list[str] = []

    def noted(host: str, port: int, *more: int) -> object:
        asked.append(host)
        return real(host, port, *more)

    with a_receiver() as receiver:
        monkeypatch.setattr(socket, "getaddrinfo", noted)
        target = Target(https=False, host="rebound.example", port=receiver.port, path="/")
        assert post(target, "127.0.0.1", b"{}", {}).arrived
    assert asked == ["127.0.0.1"]


@pytest.mark.parametrize("status", [301, 302, 307, 308])
def test_a_redirect_is_not_followed(status: int) -> None:
    with a_receiver() as receiver, a_receiver() as other:
        receiver.answers = [(status, {"Location": other.url})]
        outcome = post(Target(https=False, host="h", port=receiver.port, path="/"), "127.0.0.1", b"{}", {})
        assert not outcome.arrived
        assert "not followed" in outcome.error
        assert other.arrived == []


@pytest.mark.parametrize(("status", "wait"), [(500, ""), (429, "120"), (503, "soon")])
def test_a_refusal_is_an_outcome(status: int, wait: str) -> None:
    with a_receiver() as receiver:
        receiver.answers = [(status, {"Retry-After": wait})]
        outcome = post(Target(https=False, host="h", port=receiver.port, path="/"), "127.0.0.1", b"{}", {})
    assert (outcome.status, outcome.arrived, outcome.error) == (status, False, f"answered {status}")
    assert outcome.wait_s == (120 if wait == "120" else 0)


def test_nobody_there_is_an_outcome() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    outcome = post(Target(https=False, host="h", port=port, path="/"), "127.0.0.1", b"{}", {})
    assert outcome.status is None
    assert "Refused" in outcome.error


def test_a_certificate_must_be_good() -> None:
    with a_receiver() as receiver:
        outcome = post(Target(https=True, host="h", port=receiver.port, path="/"), "127.0.0.1", b"{}", {})
    assert outcome.status is None
    assert receiver.arrived == []
