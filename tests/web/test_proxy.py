"""A proxy in front: believed when it was named, and nobody else is."""

from pathlib import Path
from typing import Any

import httpx
import pytest

from skyledger.cli.main import run
from skyledger.ledger import Ledger
from skyledger.web.settings import Settings
from tests.web.filled import NOW
from tests.web.live import a_server

SAID = {"X-Forwarded-Proto": "https", "X-Forwarded-For": "203.0.113.7"}


def _self(body: Any) -> str:
    return next(str(link["href"]) for link in body["links"] if link["rel"] == "self")


@pytest.mark.parametrize(("proxy", "scheme"), [("127.0.0.1", "https"), ("", "http"), ("192.0.2.1", "http")])
def test_links_are_https_where_the_named_proxy_says_so(filled: Ledger, proxy: str, scheme: str) -> None:
    with a_server(filled, Settings(clock=lambda: NOW), proxy) as address:
        landing = httpx.get(f"{address}/ogc", headers=SAID).json()
    assert _self(landing) == f"{scheme}{address.removeprefix('http')}/ogc"


def test_requests_are_counted_by_client_behind_a_named_proxy(filled: Ledger) -> None:
    settings = Settings(clock=lambda: NOW, public=True, requests_per_s=0.001, burst=1)
    with a_server(filled, settings, "127.0.0.1") as address:
        statuses = [
            httpx.get(f"{address}/healthz", headers={"X-Forwarded-For": client}).status_code
            for client in ("203.0.113.7", "203.0.113.7", "203.0.113.8")
        ]
    assert statuses == [200, 429, 200]


def test_a_proxy_that_is_no_address_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--ledger", str(tmp_path / "none.ledger"), "serve", "--proxy", "proxy.example.org"]) == 2
    assert "--proxy: 'proxy.example.org' is no address" in capsys.readouterr().err
