"""Where a post may go: to a public address, resolved once and then held to, over HTTPS unless somebody says otherwise.

A name that resolves to the machine itself, its network or a cloud's metadata service is refused, also behind the
notations that carry an IPv4 address inside an IPv6 one.
"""

import ipaddress
import socket
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from skyledger.errors import UsageError

Address = ipaddress.IPv4Address | ipaddress.IPv6Address
Resolve = Callable[[str, int], Sequence[str]]
_LONGEST = 2000
_NAT64 = ipaddress.ip_network("64:ff9b::/96")


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """An address taken apart.

    Attributes:
        host: As written; what the certificate has to be for.
        path: Path and query.
    """

    https: bool
    host: str
    port: int
    path: str


class RefusedError(UsageError):
    """A post may not go there; the text says why."""


def read_target(url: str, *, allow_http: bool = False) -> Target:
    """Take an address apart.

    Raises:
        RefusedError: It is not one that posts may go to.
    """
    if len(url) > _LONGEST or not url.isascii() or any(c.isspace() or ord(c) < 32 or c == "\\" for c in url):
        raise RefusedError(f"{url[:60]!r}: is no address; write letters of other alphabets in their escaped form")
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError as error:
        raise RefusedError(f"{url}: is no address: {error}") from None
    if parts.scheme != "https" and not (parts.scheme == "http" and allow_http):
        raise RefusedError(f"{url}: is not https://; --allow-http lets http:// through")
    if not parts.hostname or parts.username is not None or parts.password is not None:
        raise RefusedError(f"{url}: needs a host, and must not name a user")
    if port == 0 or parts.fragment:
        raise RefusedError(f"{url}: has a port or a fragment that cannot be posted to")
    https = parts.scheme == "https"
    path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    return Target(https=https, host=parts.hostname, port=port or (443 if https else 80), path=path)


def resolve_once(host: str, port: int) -> Sequence[str]:
    """Return the addresses of a host."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, proto=socket.IPPROTO_TCP)
    return tuple(dict.fromkeys(str(entry[4][0]) for entry in found))


def choose_address(target: Target, *, allow_private: bool = False, resolve: Resolve = resolve_once) -> str:
    """Return the one address to connect to.

    Raises:
        RefusedError: One of the host's addresses is not public: then none is tried.
        OSError: The host has no address.
    """
    try:
        found = resolve(target.host, target.port)
    except UnicodeError:
        raise OSError(f"{target.host}: is no host name") from None
    if not found:
        raise OSError(f"{target.host}: has no address")
    if not allow_private:
        inner = [address for address in found if not is_public(address)]
        if inner:
            raise RefusedError(
                f"{target.host}: leads to {inner[0]}, which is not public; --allow-private lets it through"
            )
    return found[0]


def is_public(address: str) -> bool:
    """Tell whether an address is one of the open network, also one that is wrapped in another."""
    parsed = ipaddress.ip_address(address.partition("%")[0])
    return all(one.is_global and not one.is_multicast and not one.is_reserved for one in _unwrapped(parsed))


def _unwrapped(address: Address) -> tuple[Address, ...]:
    if isinstance(address, ipaddress.IPv4Address):
        return (address,)
    if address.ipv4_mapped is not None:
        return (address.ipv4_mapped,)
    if address.sixtofour is not None:
        return address, address.sixtofour
    if address.teredo is not None:
        return address, *address.teredo
    if address in _NAT64:
        return (ipaddress.IPv4Address(int(address) & 0xFFFFFFFF),)
    return (address,)
