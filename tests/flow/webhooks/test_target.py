"""Posts go to public addresses only, whatever an address looks like."""

import pytest

from skyledger.flow.webhooks.target import RefusedError, choose_address, is_public, read_target

INNER = [
    "127.0.0.1",
    "127.8.8.8",
    "0.0.0.0",
    "10.0.0.1",
    "172.16.5.4",
    "192.168.1.1",
    "169.254.169.254",
    "100.64.0.1",
    "224.0.0.1",
    "255.255.255.255",
    "240.0.0.1",
    "192.0.2.1",
    "::",
    "::1",
    "fe80::1%eth0",
    "fc00::1",
    "fd12:3456::1",
    "ff02::1",
    "::ffff:127.0.0.1",
    "::ffff:169.254.169.254",
    "::127.0.0.1",
    "64:ff9b::7f00:1",
    "64:ff9b::a9fe:a9fe",
    "2002:7f00:1::1",
    "2002:c0a8:101::1",
    "2001:0:7f00:1::",
    "2001:db8::1",
]


@pytest.mark.parametrize("address", INNER)
def test_an_inner_address_is_not_public(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize("address", ["93.184.216.34", "8.8.8.8", "2606:4700::1111", "64:ff9b::808:808"])
def test_an_outer_address_is_public(address: str) -> None:
    assert is_public(address)


@pytest.mark.parametrize(
    ("url", "part"),
    [
        ("http://desk.example/", "--allow-http"),
        ("ftp://desk.example/", "is not https"),
        ("file:///etc/passwd", "is not https"),
        ("gopher://desk.example/", "is not https"),
        ("https://user:word@desk.example/", "must not name a user"),
        ("https:///path", "needs a host"),
        ("https://desk.example:0/", "port"),
        ("https://desk.example:99999/", "is no address"),
        ("https://desk.example/#x", "fragment"),
        ("https://desk.example/\r\nX-Evil: 1", "is no address"),
        ("https://desk.example/\\@evil.example", "is no address"),
        ("https://пример.example/", "other alphabets"),
        ("https://[::1", "is no address"),
        ("https://desk.example/" + "x" * 3000, "is no address"),
        ("", "is not https"),
    ],
)
def test_an_address_that_cannot_be_posted_to_is_refused(url: str, part: str) -> None:
    with pytest.raises(RefusedError, match="https" if part == "is not https" else part):
        read_target(url)


def test_an_address_is_taken_apart() -> None:
    target = read_target("https://desk.example/hook?a=1")
    assert (target.https, target.host, target.port, target.path) == (True, "desk.example", 443, "/hook?a=1")
    plain = read_target("http://desk.example:9000", allow_http=True)
    assert (plain.https, plain.port, plain.path) == (False, 9000, "/")


@pytest.mark.parametrize("address", INNER)
def test_a_name_that_leads_inside_is_refused_unless_it_may(address: str) -> None:
    target = read_target("https://desk.example/")
    with pytest.raises(RefusedError, match="is not public"):
        choose_address(target, resolve=lambda host, port: [address])
    assert choose_address(target, allow_private=True, resolve=lambda host, port: [address]) == address


def test_one_inner_address_among_others_is_enough_to_refuse() -> None:
    target = read_target("https://desk.example/")
    with pytest.raises(RefusedError, match=r"127\.0\.0\.1"):
        choose_address(target, resolve=lambda host, port: ["8.8.8.8", "127.0.0.1"])


@pytest.mark.parametrize("host", ["127.0.0.1", "2130706433", "0x7f000001", "localhost", "[::1]", "127.1"])
def test_no_notation_of_this_machine_gets_through(host: str) -> None:
    try:
        choose_address(read_target(f"https://{host}/"))
    except (RefusedError, OSError):
        return
    raise AssertionError(host)


def test_a_host_without_an_address_is_an_error() -> None:
    with pytest.raises(OSError, match="has no address"):
        choose_address(read_target("https://desk.example/"), resolve=lambda host, port: [])
