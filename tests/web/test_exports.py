"""Every format over HTTP: the bytes of the command line, the rows of the screen, its own media type, and policy."""

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from urllib.parse import parse_qsl
from xml.etree import ElementTree

import pytest

pytest.importorskip("fastapi", reason="the web application is an extra: pip install 'skyledger[web]'")

from skyledger import flow
from skyledger.cli.select import HOME
from skyledger.errors import UsageError
from skyledger.ledger import Ledger
from skyledger.publish.exports import CHART_FORMATS, FORMATS, Format
from skyledger.publish.policy import public_policy
from skyledger.publish.selection import read_filter
from tests.publish.exports.readers import IDS
from tests.publish.exports.taken import a_full_ledger
from tests.web.client import Client
from tests.web.conftest import PRIVATE
from tests.web.filled import NOW, add, entry, other_night

QUERY = "night=2025-12-11&kinds=interception,casualties"
TOMBS = "{http://purl.org/atompub/tombstones/1.0}"


@pytest.fixture(scope="module")
def full(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    with a_full_ledger(tmp_path_factory.mktemp("web-exports")) as ledger:
        yield ledger


@pytest.fixture(scope="module")
def asked(full: Ledger) -> Client:
    return Client(full, PRIVATE)


@pytest.mark.parametrize("format", [*FORMATS.values(), *CHART_FORMATS.values()], ids=lambda format: format.name)
def test_a_route_gives_the_bytes_of_the_command_line(full: Ledger, asked: Client, format: Format) -> None:
    answer = asked.get(f"{format.path}?{QUERY}")
    assert answer.headers["content-type"] == format.media
    assert answer.headers["etag"]
    filter = read_filter(parse_qsl(QUERY))
    assert answer.content == flow.export(full, filter, format.name, now=NOW, address=HOME)


@pytest.mark.parametrize("name", FORMATS)
def test_a_file_has_the_rows_of_the_screen(asked: Client, name: str) -> None:
    screen = [row["id"] for row in asked.json(f"/incidents.json?{QUERY}")["incidents"]]
    assert screen
    found = IDS[name](asked.get(f"{FORMATS[name].path}?{QUERY}").content)
    if name == "ged":
        assert set(found) < set(screen)
    else:
        assert sorted(found) == sorted(screen)


def test_a_feature_says_what_the_row_says(asked: Client) -> None:
    rows = asked.json(f"/incidents.json?{QUERY}")["incidents"]
    features = asked.json(f"/incidents.geojson?{QUERY}")["features"]
    assert [{"id": feature["id"], **feature["properties"]} for feature in features] == rows


def test_what_is_to_be_saved_has_a_name(asked: Client) -> None:
    said = asked.get(f"/incidents.acled.csv?{QUERY}").headers["content-disposition"]
    assert said == 'attachment; filename="skyledger-incidents.acled.csv"'
    assert "content-disposition" not in asked.get(f"/charts/nights.svg?{QUERY}").headers


def test_the_page_brings_its_own_policy(asked: Client) -> None:
    policy = asked.get(f"/incidents.html?{QUERY}").headers["content-security-policy"]
    assert policy.startswith("default-src 'none'; style-src 'sha256-")


def test_what_is_known_already_is_not_sent_again(asked: Client) -> None:
    first = asked.get(f"/incidents.csv?{QUERY}")
    assert asked.get(f"/incidents.csv?{QUERY}", 304, if_none_match=first.headers["etag"]).content == b""


@pytest.mark.parametrize("path", ["/incidents.csv?nonsense=1", "/charts/map.png?night=x", "/incidents.atom?lang=xx"])
def test_a_malformed_question_is_named(asked: Client, path: str) -> None:
    problem = asked.get(path, 400).json()
    assert problem["parameter"] in ("nonsense", "night", "lang")


def test_more_than_a_format_holds_is_refused_and_not_cut_off() -> None:
    small = replace(FORMATS["pdf"], most=1)
    small.refuse_more(1)
    with pytest.raises(UsageError, match="holds at most 1 incidents, this selection has 2; ask for less"):
        small.refuse_more(2)


def test_provenance_of_one_incident(asked: Client) -> None:
    row = asked.json(f"/incidents.json?{QUERY}")["incidents"][0]
    assert row["links"]["prov"] == f"/incidents/{row['id']}.prov.json"
    found = asked.get(row["links"]["prov"]).content
    assert IDS["prov"](found) == [row["id"]]
    asked.get("/incidents/INC-AAAAAAAAAA.prov.json", 404)


def test_links_begin_with_the_host_that_was_asked(full: Ledger) -> None:
    client = Client(full, PRIVATE)
    one = client.get(f"/incidents.feed.json?{QUERY}").json()
    two = client.get(f"/incidents.feed.json?{QUERY}", host="localhost:99").json()
    assert one["items"][0]["url"].startswith("http://127.0.0.1:8321/incidents/")
    assert two["items"][0]["url"].startswith("http://localhost:99/incidents/")


def test_changes_tell_what_is_new_and_what_is_no_more(tmp_path: Path) -> None:
    with a_full_ledger(tmp_path) as ledger:
        client = Client(ledger, PRIVATE)
        before = client.get("/changes.feed.json").json()
        standing = {version.id for version in ledger.incidents.standing()}
        assert {item["_skyledger"]["incident"] for item in before["items"]} == standing
        first = other_night()
        edited = replace(first.document, text="Nothing happened.", edited_at=NOW)
        add(ledger, entry(edited), now=NOW + timedelta(minutes=5))
        client = Client(ledger, replace(PRIVATE, clock=lambda: NOW + timedelta(hours=1)))
        after = client.get("/changes.feed.json").json()
        root = ElementTree.fromstring(client.get("/changes.atom").content)
        dead = after["_skyledger"]["deleted"]
        assert len(root.findall(f"{TOMBS}deleted-entry")) == len(dead)
        gone = standing - {version.id for version in ledger.incidents.standing()}
        assert {tomb["incident"] for tomb in dead} == gone
        changed = [item for item in after["items"] if item["_skyledger"]["what"] == "changed"]
        assert gone or changed


def test_the_public_gets_its_own_release(full: Ledger) -> None:
    client = Client(full, replace(PRIVATE, public=True))
    filter = read_filter([("night", "2025-12-11")])
    wanted = flow.export(full, filter, "csv", now=NOW, policy=public_policy(), address=HOME)
    assert client.get("/incidents.csv?night=2025-12-11").content == wanted
    assert "Afipsky" not in wanted.decode()
    early = Client(full, replace(PRIVATE, public=True, clock=lambda: NOW - timedelta(days=9)))
    assert json.loads(early.get("/changes.feed.json").content)["items"] == []
    assert IDS["geojson"](early.get("/incidents.geojson?night=2025-12-11").content) == []


def test_a_script_in_a_post_is_words_everywhere(asked: Client) -> None:
    for path in ("/incidents.html", "/incidents.atom", "/charts/timeline.svg", "/incidents.md"):
        body = asked.get(f"{path}?night_from=2025-12-11").text
        assert "<script" not in body
        assert "javascript:" not in body
        assert "\u202e" not in body


def test_what_takes_long_leaves_slots_to_what_is_quick(full: Ledger) -> None:
    site = Client(full, PRIVATE).app.state.site
    assert 0 < site.heavy.total_tokens < site._slots.total_tokens
    assert {found.name for found in (*FORMATS.values(), *CHART_FORMATS.values()) if found.is_heavy} == {
        "pdf",
        "docx",
        "nights.png",
        "timeline.png",
        "map.png",
    }
