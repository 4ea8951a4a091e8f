"""What comes from outside harms nobody: not the reader of a page, not the server, not whoever the policy protects."""

import json
from collections.abc import Iterator
from dataclasses import replace

import pytest

from skyledger.ledger import Ledger
from skyledger.web.guard import CONTENT_POLICY, Rates
from skyledger.web.settings import Settings
from tests.publish.exports.readers import readable
from tests.web.client import Client
from tests.web.filled import NOW
from tests.web.hostile import ESCAPE, PUBLIC_SECRETS, RTL, SCRIPT, SECRETS, URL, ZERO_WIDTH, a_hostile_ledger
from tests.web.walking import every_address, get_routes

PRIVATE = Settings(clock=lambda: NOW)


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    with a_hostile_ledger(tmp_path_factory.mktemp("hostile")) as ledger:
        yield ledger


@pytest.mark.parametrize(("public", "lang"), [(False, ""), (True, ""), (True, "uk")])
def test_no_route_shows_what_policy_withheld(hostile: Ledger, public: bool, lang: str) -> None:
    client = Client(hostile, replace(PRIVATE, public=public, burst=1_000_000))
    secrets = (*SECRETS, *(PUBLIC_SECRETS if public else ()))
    walked = set()
    for plain in every_address(client):
        address = plain + (f"{'&' if '?' in plain else '?'}lang={lang}" if lang else "")
        answer = client.http.get(address)
        assert answer.status_code < 500, (address, answer.text[:300])
        walked.add(address.partition("?")[0])
        said = readable(answer.headers.get("content-type", ""), answer.content) + json.dumps(dict(answer.headers))
        for secret in secrets:
            assert secret not in said, (address, secret)
    assert len(walked) > len(get_routes(client)) > 20


def test_what_is_not_withheld_would_be_found_by_that_walk(hostile: Ledger) -> None:
    client = Client(hostile, PRIVATE)
    said = "".join(client.http.get(address).text for address in every_address(client) if "/documents/" in address)
    assert "Neftebaza-17" in said
    assert "Tula Oblast" in said


@pytest.mark.parametrize("lang", ["en", "ru"])
def test_hostile_texts_are_harmless_in_every_answer(hostile: Ledger, lang: str) -> None:
    client = Client(hostile, PRIVATE)
    for plain in every_address(client):
        address = f"{plain}{'&' if '?' in plain else '?'}lang={lang}"
        answer = client.http.get(address)
        kind = answer.headers.get("content-type", "")
        text = readable(kind, answer.content)
        for bad in (RTL, *ZERO_WIDTH, *(c for c in ESCAPE if not c.isprintable())):
            assert bad not in text, (address, repr(bad))
            assert "json" not in kind or bad not in json.dumps(json.loads(text), ensure_ascii=False), (
                address,
                repr(bad),
            )
        if "html" in kind or "+xml" in kind:
            assert SCRIPT not in text, address
        assert f'"url":"{URL}' not in text


def test_every_answer_carries_the_headers(hostile: Ledger) -> None:
    client = Client(hostile, PRIVATE)
    for address in ("/", "/incidents.json", "/nowhere", "/incidents.json?colour=red", "/openapi.json", "/static/x.js"):
        headers = client.http.get(address).headers
        assert headers["content-security-policy"] == CONTENT_POLICY
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["referrer-policy"] == "no-referrer"
        assert "server" not in headers
        assert "access-control-allow-origin" not in headers
    assert "unsafe" not in CONTENT_POLICY
    assert "frame-ancestors 'none'" in CONTENT_POLICY


@pytest.mark.parametrize(
    "host", ["evil.example", "127.0.0.1.evil.example", "", "localhost@evil.example", "127.0.0.1:x"]
)
def test_only_its_own_names_are_answered(hostile: Ledger, host: str) -> None:
    assert Client(hostile, PRIVATE).get("/incidents.json", 421, host=host).json()["status"] == 421


@pytest.mark.parametrize("host", ["localhost", "LOCALHOST:9", "127.0.0.1:1", "[::1]:8321"])
def test_its_own_names_are(hostile: Ledger, host: str) -> None:
    Client(hostile, PRIVATE).get("/incidents.json", 200, host=host)


@pytest.mark.parametrize(
    "path",
    [
        "/static/../app.py",
        "/static/%2e%2e/app.py",
        "/static/..%2f..%2fapp.py",
        "/static//etc/passwd",
        "/static/%00",
        "/static/..\\..\\app.py",
        "/documents/../../etc/passwd.json",
        "/documents/%2e%2e%2f%2e%2e%2fetc%2fpasswd.json",
        "/incidents/..%2f..%2fetc%2fpasswd.json",
        "/regions/..%2f.json",
    ],
)
def test_no_path_from_outside_opens_a_file(hostile: Ledger, path: str) -> None:
    answer = Client(hostile, PRIVATE).http.get(path)
    assert answer.status_code in (404, 422)
    assert "import" not in answer.text
    assert "root:" not in answer.text
    assert "location" not in answer.headers


@pytest.mark.parametrize(
    "query",
    [
        "q='; DROP TABLE incident_versions; --",
        'q="',
        "q=%22%22%22 OR *",
        "q=NEAR(a b)",
        "q=" + "(" * 400,
        "q=a* AND NOT b:c",
        "place='; SELECT 1",
        "place=%F0%9F%92%A9",
        "speaker=ru-mod",
        "night_from=0001-01-01&night_to=9999-12-31",
        "datetime=0001-01-01T00:00:00Z/9999-12-31T23:59:59Z",
        "bbox=-180,-90,180,90",
        "bbox=170,50,-170,70",
        "count_min=999999999",
    ],
)
def test_odd_questions_have_an_answer(hostile: Ledger, query: str) -> None:
    client = Client(hostile, PRIVATE)
    for path in (
        "/incidents.json",
        "/facets.json",
        "/headline.json",
        "/timeline.json",
        "/ogc/collections/incidents/items",
    ):
        assert client.http.get(f"{path}?{query}").status_code in (200, 400)


def test_too_much_is_refused(hostile: Ledger) -> None:
    client = Client(hostile, PRIVATE)
    assert client.get("/incidents.json?q=" + "a" * 9_000, 414).json()["title"]
    assert client.http.post("/decisions", content=b"x" * 70_000).status_code == 413
    assert client.http.post("/decisions", content=iter([b"x" * 40_000] * 2)).status_code in (403, 413)
    assert client.http.request("DELETE", "/incidents.json").status_code == 405
    assert client.http.request("TRACE", "/incidents.json").status_code == 405
    assert client.http.post("/incidents.json").status_code == 405


def test_in_public_each_client_asks_so_often() -> None:
    now = [0.0]
    rates = Rates(2.0, 3, clock=lambda: now[0])
    assert [rates.take("a") for _ in range(4)] == [0, 0, 0, 1]
    assert rates.take("b") == 0
    now[0] = 1.0
    assert [rates.take("a") for _ in range(3)] == [0, 0, 1]


def test_too_often_is_a_429(hostile: Ledger) -> None:
    client = Client(hostile, replace(PRIVATE, public=True, burst=2, requests_per_s=0.001))
    assert [client.http.get("/healthz").status_code for _ in range(3)] == [200, 200, 429]
    assert int(client.http.get("/healthz").headers["retry-after"]) > 0


def _decision(client: Client, **headers: str | None) -> int:
    sent = {
        "Origin": "http://127.0.0.1:8321",
        "Content-Type": "application/json",
        "X-Skyledger-Token": client.json("/session.json")["token"],
        **{name.replace("_", "-"): value for name, value in headers.items()},
    }
    row = client.json("/incidents.json")["incidents"][0]
    body = {"verb": "accept", "targets": [row["id"]], "why": "Read it.", "by": "an editor"}
    answer = client.http.post(
        "/decisions", content=json.dumps(body), headers={n: v for n, v in sent.items() if v is not None}
    )
    return int(answer.status_code)


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"Origin": None}, 403),
        ({"Origin": "http://evil.example"}, 403),
        ({"Origin": "null"}, 403),
        ({"Sec_Fetch_Site": "cross-site"}, 403),
        ({"Content_Type": "text/plain"}, 415),
        ({"X_Skyledger_Token": "wrong"}, 403),
        ({"X_Skyledger_Token": None}, 403),
    ],
)
def test_only_our_own_page_decides(hostile: Ledger, headers: dict[str, str | None], status: int) -> None:
    assert _decision(Client(hostile, PRIVATE), **headers) == status
    assert hostile.decisions() == ()


def test_in_public_nobody_decides(hostile: Ledger) -> None:
    client = Client(hostile, replace(PRIVATE, public=True))
    assert client.json("/session.json") == {"policy": "public", "may_decide": False, "token": ""}
    assert _decision(client, X_Skyledger_Token="") == 403


def test_what_our_page_decides_is_kept(tmp_path_factory: pytest.TempPathFactory) -> None:
    with a_hostile_ledger(tmp_path_factory.mktemp("decide")) as ledger:
        client = Client(ledger, PRIVATE)
        assert _decision(client) == 201
        assert [decision.verb for decision in ledger.decisions()] == ["accept"]


@pytest.mark.parametrize(
    "body",
    [b"", b"[]", b"{", b'{"verb":"accept"}', b'{"verb":"accept","targets":[],"why":"","by":"x"}', b"\xff",
     b'{"verb":"accept","targets":["INC-0000000000"],"why":"x","by":"x","extra":1}',
     b'{"verb":"explode","targets":["INC-0000000000"],"why":"x","by":"x"}'],
)  # fmt: skip
def test_a_decision_that_makes_no_sense_is_refused(hostile: Ledger, body: bytes) -> None:
    client = Client(hostile, PRIVATE)
    headers = {
        "Origin": "http://127.0.0.1:8321",
        "Content-Type": "application/json",
        "X-Skyledger-Token": client.json("/session.json")["token"],
    }
    assert client.http.post("/decisions", content=body, headers=headers).status_code in (400, 404)
    assert hostile.decisions() == ()
