"""OGC API Features: what the standard asks for, and GDAL really reads it."""

import shutil
import subprocess
from datetime import timedelta
from typing import Any

import pytest

from skyledger.ledger import Ledger
from skyledger.web.settings import Settings
from tests.web.client import Client
from tests.web.filled import NOW, listed
from tests.web.live import a_server

ITEMS = "/ogc/collections/incidents/items"


def _link(body: Any, rel: str) -> str:
    [found] = [link["href"] for link in body["links"] if link["rel"] == rel]
    return str(found)


def test_the_landing_page_leads_to_everything(client: Client) -> None:
    landing = client.json("/ogc")
    for rel in ("self", "service-desc", "conformance", "data"):
        client.get(_link(landing, rel).removeprefix("http://127.0.0.1:8321"))
    assert any("conf/core" in one for one in client.json("/ogc/conformance")["conformsTo"])
    for collection in client.json("/ogc/collections")["collections"]:
        assert client.json(f"/ogc/collections/{collection['id']}") == collection
        client.get(_link(collection, "items").removeprefix("http://127.0.0.1:8321"))
    client.get("/ogc/collections/secrets", 422)


def test_links_name_the_host_that_was_asked(client: Client) -> None:
    assert _link(client.get("/ogc", host="localhost:99").json(), "self") == "http://localhost:99/ogc"
    assert _link(client.get("/ogc", host="127.0.0.1:8321").json(), "self") == "http://127.0.0.1:8321/ogc"


def test_without_a_time_all_nights_are_meant(client: Client, filled: Ledger) -> None:
    assert client.json(ITEMS)["numberMatched"] == len(listed(filled))


def test_pages_join_up(client: Client) -> None:
    whole = client.json(ITEMS)
    ids: list[str] = []
    address = f"{ITEMS}?limit=4&kinds=interception"
    while address:
        page = client.json(address)
        assert page["numberReturned"] == len(page["features"]) <= 4
        ids += [feature["id"] for feature in page["features"]]
        following = [link["href"] for link in page["links"] if link["rel"] == "next"]
        address = following[0].removeprefix("http://127.0.0.1:8321") if following else ""
    assert ids == [f["id"] for f in whole["features"] if f["properties"]["kind"] == "interception"]


def test_an_area_has_no_geometry_and_a_point_has_its_own(client: Client) -> None:
    for feature in client.json(ITEMS)["features"]:
        if feature["properties"]["place_precision"] in ("region", "country", "sea", None):
            assert feature["geometry"] is None
        one = client.json(f"{ITEMS}/{feature['id']}")
        assert {name: one[name] for name in feature} == feature


def test_datetime_is_an_intersection(client: Client) -> None:
    evening = client.json(f"{ITEMS}?datetime=2025-12-10T18:30:00Z")["features"]
    assert evening
    for feature in evening:
        start, end = feature["properties"]["start"], feature["properties"]["end"]
        assert start is None or start <= "2025-12-10T21:30:00+03:00"
        assert end is None or end >= "2025-12-10T20:30"
    assert client.json(f"{ITEMS}?datetime=../2001-01-01T00:00:00Z")["numberMatched"] == 0
    assert client.get(f"{ITEMS}?datetime=soon", 400).json()["parameter"] == "datetime"


def test_a_box_finds_what_lies_in_it(client: Client) -> None:
    found = client.json(f"{ITEMS}?bbox=36.2,54.5,36.5,54.6&kinds=airspace_closure")["features"]
    assert [feature["properties"]["airport"] for feature in found] == ["UUBC"]
    airports = client.json("/ogc/collections/airports/items?bbox=36.2,54.5,36.5,54.6")["features"]
    assert [airport["id"] for airport in airports] == ["UUBC"]
    regions = client.json("/ogc/collections/regions/items?bbox=36.2,54.5,36.5,54.6&limit=50")["features"]
    assert "RU-KLU" in [region["id"] for region in regions]
    assert all(region["geometry"]["type"] == "MultiPolygon" for region in regions)


def test_what_the_standard_does_not_know_is_refused(client: Client) -> None:
    client.get(f"{ITEMS}?colour=red", 400)
    client.get(f"{ITEMS}/INC-0000000000", 404)
    client.get("/ogc/collections/airports/items?kinds=fire", 400)
    client.get("/ogc/collections/airports/items/ZZZZ", 404)


def _ogrinfo(address: str, *arguments: str) -> str:
    done = subprocess.run(
        ["ogrinfo", "-ro", *arguments[:-1], f"OAPIF:{address}/ogc", arguments[-1]],
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr
    assert "ERROR" not in done.stderr
    return done.stdout


@pytest.mark.skipif(shutil.which("ogrinfo") is None, reason="GDAL is not here: apt-get install gdal-bin")
def test_gdal_reads_it(filled: Ledger) -> None:
    settings = Settings(clock=lambda: NOW + timedelta(days=1))
    with a_server(filled, settings) as address:
        told = _ogrinfo(address, "incidents")
        standing = listed(filled)
        assert f"Feature Count: {len(standing)}" in told
        assert told.count("OGRFeature(incidents)") == len(standing)
        for field in ("title", "kind", "night", "count_low", "region"):
            assert f"\n{field}: " in told
        # GDAL asks the server for a box, and gets what lies in it.
        near = _ogrinfo(address, "-q", "-spat", "36.2", "54.5", "36.5", "54.6", "airports")
        assert "Kaluga (Grabtsevo)" in near
        assert "Saratov" not in near
        assert "MULTIPOLYGON" in _ogrinfo(address, "-q", "regions")
