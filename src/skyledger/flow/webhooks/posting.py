"""One post: signed, to an address that was resolved beforehand, without redirects, proxies or a body worth reading.

Signature and headers are those of the Standard Webhooks specification, so its libraries check them.
"""

import base64
import binascii
import hashlib
import hmac
import http.client
import socket
import ssl
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from threading import Timer

from skyledger import __version__
from skyledger.errors import UsageError
from skyledger.flow.webhooks.target import Target

SECRET_START = "whsec_"
_FEWEST_SECRET_BYTES = 24
_TIMEOUT_S = 10.0
_WHOLE_S = 30.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What became of one post.

    Attributes:
        status: None when nobody answered.
        wait_s: For how long the other side asks to be left alone.
    """

    status: int | None
    error: str = ""
    wait_s: float = 0.0

    @property
    def arrived(self) -> bool:
        """Tell whether the other side took it."""
        return self.status is not None and 200 <= self.status < 300


def secret_bytes(secret: str) -> bytes:
    """Return the key that a written secret stands for.

    Raises:
        UsageError: It is malformed or too short.
    """
    try:
        key = base64.b64decode(secret.removeprefix(SECRET_START), validate=True)
    except (binascii.Error, ValueError):
        raise UsageError("the secret is not whsec_ and base64") from None
    if len(key) < _FEWEST_SECRET_BYTES:
        raise UsageError(f"the secret is shorter than {_FEWEST_SECRET_BYTES} bytes")
    return key


def sign(secret: str, id: str, at: datetime, body: bytes) -> str:
    """Return the signature of a post: HMAC-SHA256 over id, seconds since 1970 and body."""
    signed = f"{id}.{int(at.timestamp())}.".encode() + body
    return "v1," + base64.b64encode(hmac.new(secret_bytes(secret), signed, hashlib.sha256).digest()).decode()


def headers_of(secret: str, id: str, at: datetime, body: bytes) -> Mapping[str, str]:
    """Return the headers of a post."""
    return {
        "Content-Type": "application/json",
        "User-Agent": f"skyledger/{__version__}",
        "webhook-id": id,
        "webhook-timestamp": str(int(at.timestamp())),
        "webhook-signature": sign(secret, id, at, body),
    }


def post(target: Target, address: str, body: bytes, headers: Mapping[str, str]) -> Outcome:
    """Send one post to one address; an answer that is not 2xx, a redirect among them, is a failure.

    Args:
        target: Host, port and path; the certificate must be for the host.
        address: Where to connect; nothing is resolved again.
        body: What to send.
        headers: With it.
    """
    connection = _Pinned(target, address)
    # A server that drips one byte at a time would never run into the timeout of a single read.
    watch = Timer(_WHOLE_S, connection.cut)
    watch.start()
    try:
        connection.request("POST", target.path, body=body, headers=dict(headers))
        answer = connection.getresponse()
        redirected = f"answered {answer.status} to {answer.getheader('Location', 'nowhere')[:200]}; not followed"
        error = redirected if 300 <= answer.status < 400 else f"answered {answer.status}"
        wait = _seconds(answer.getheader("Retry-After", ""))
        return Outcome(status=answer.status, error="" if answer.status < 300 else error, wait_s=wait)
    except (OSError, http.client.HTTPException) as error:
        return Outcome(status=None, error=f"{type(error).__name__}: {error}"[:300])
    finally:
        watch.cancel()
        connection.close()


def _seconds(said: str) -> float:
    return float(said) if said.isascii() and said.isdigit() and len(said) < 7 else 0.0


class _Pinned(http.client.HTTPConnection):
    """A connection to an address that was chosen, under the name of the host."""

    def __init__(self, target: Target, address: str) -> None:
        super().__init__(target.host, target.port, timeout=_TIMEOUT_S)
        self._https = target.https
        self._address = address
        self.default_port = 443 if target.https else 80

    def connect(self) -> None:
        plain = socket.create_connection((self._address, self.port), _TIMEOUT_S)
        if not self._https:
            self.sock = plain
            return
        try:
            self.sock = ssl.create_default_context().wrap_socket(plain, server_hostname=self.host)
        except BaseException:
            plain.close()
            raise

    def cut(self) -> None:
        """End it now, whatever it is doing."""
        if self.sock is not None:
            try:
                self.sock.shutdown(socket.SHUT_RDWR)
            except OSError:
                return
