"""A Data Package describes the tables that are in it, and says what it is a selection of."""

import json
from collections.abc import Callable, Mapping
from datetime import date, datetime, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from skyledger.flow.exporting import view_of
from skyledger.flow.selecting import select
from skyledger.ledger import Ledger
from skyledger.publish.exports import FORMATS
from skyledger.publish.exports.region_shapes import regions_geojson
from skyledger.publish.policy import public_policy
from skyledger.publish.selection import read_filter
from tests.publish.exports.readers import csv_rows, unzipped
from tests.publish.exports.taken import BASE, QUERIES, take
from tests.web.filled import NOW

PARSE: Mapping[str, Callable[[str], object]] = {
    "string": str,
    "integer": int,
    "number": float,
    "date": date.fromisoformat,
    "datetime": datetime.fromisoformat,
    "boolean": {"true": True, "false": False}.__getitem__,
}


@pytest.fixture(scope="module")
def files(ledger: Ledger) -> dict[str, bytes]:
    return unzipped(FORMATS["zip"].write(take(ledger)))


@pytest.fixture(scope="module")
def package(files: dict[str, bytes]) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(files["datapackage.json"])
    return found


def test_it_is_a_package_of_version_2(package: dict[str, Any]) -> None:
    assert package["$schema"] == "https://datapackage.org/profiles/2.0/datapackage.json"
    assert package["licenses"][0]["name"] == "CC-BY-4.0"
    assert package["citation"].startswith("skyledger ")
    assert "profile" not in package
    for resource in package["resources"]:
        assert resource["$schema"] == "https://datapackage.org/profiles/2.0/dataresource.json"


def test_each_table_is_what_its_schema_says(files: dict[str, bytes], package: dict[str, Any]) -> None:
    tables = [resource for resource in package["resources"] if resource.get("type") == "table"]
    assert [t["name"] for t in tables] == ["incidents", "figures", "sources", "claims"]
    for table in tables:
        assert table["bytes"] == len(files[table["path"]])
        assert table["schema"]["fieldsMatch"] == "exact"
        fields = {field["name"]: field["type"] for field in table["schema"]["fields"]}
        rows = csv_rows(files[table["path"]])
        assert rows
        for row in rows:
            assert list(row) == list(fields)
            for name, value in row.items():
                if value:
                    PARSE[fields[name]](value)


def test_keys_hold(files: dict[str, bytes], package: dict[str, Any]) -> None:
    ids = [row["id"] for row in csv_rows(files["incidents.csv"])]
    assert len(ids) == len(set(ids))
    for table in package["resources"]:
        for key in table.get("schema", {}).get("foreignKeys", ()):
            assert key["reference"]["resource"] == "incidents"
            assert {row["incident"] for row in csv_rows(files[table["path"]])} <= set(ids)


def test_it_says_what_was_asked_and_under_which_policy(ledger: Ledger) -> None:
    view = take(ledger, QUERIES[1], public_policy())
    files = unzipped(FORMATS["zip"].write(view))
    package = json.loads(files["datapackage.json"])
    assert package["skyledger"] == {
        "query": view.query,
        "known_at": view.stamp,
        "policy": {"name": "public", "delay_h": view.policy.delay_h, "coarsen": True},
        "incidents": len(view.rows),
    }
    assert package["created"] == view.stamp
    assert view.query in files["README.md"].decode()
    assert package["homepage"] == f"{BASE}/incidents?{view.query}"


def test_a_selection_of_the_past_leads_back_to_the_past(ledger: Ledger) -> None:
    then = NOW - timedelta(seconds=1)
    view = view_of(select(ledger.at(NOW), read_filter([("night", "2025-12-11")]), now=NOW), address=BASE)
    package = json.loads(unzipped(FORMATS["zip"].write(view))["datapackage.json"])
    assert package["homepage"].endswith("night_to=2025-12-11&as_of=2025-12-20T09:00:00Z")
    assert package["skyledger"]["known_at"] == package["created"] == "2025-12-20T09:00:00Z"
    before = view_of(select(ledger.at(then), read_filter([("night", "2025-12-11")]), now=then), address=BASE)
    assert before.rows == ()


def test_words_of_claims_are_in_the_texts(ledger: Ledger, files: dict[str, bytes]) -> None:
    view = take(ledger)
    for row in csv_rows(files["claims.csv"]):
        claim = view.claims[row["claim"]]
        text = view.documents[claim.document_id].text
        assert all(evidence.text in text for evidence in claim.evidence)


def test_borders_lie_in_the_world_and_turn_against_the_clock() -> None:
    shapes = regions_geojson(["RU-CHU", "UA-51", "RU-KLU", "XX-1"])
    assert [feature["id"] for feature in shapes["features"]] == ["RU-CHU", "RU-KLU", "UA-51"]
    for feature in shapes["features"]:
        for polygon in feature["geometry"]["coordinates"]:
            for number, ring in enumerate(polygon):
                assert ring[0] == ring[-1]
                assert all(-180 <= lon <= 180 and -90 <= lat <= 90 for lon, lat in ring)
                doubled = sum((b[0] - a[0]) * (b[1] + a[1]) for a, b in pairwise(ring))
                assert (doubled < 0) == (number == 0)
    west, east = (
        any(lon == edge for polygon in shapes["features"][0]["geometry"]["coordinates"] for lon, _ in polygon[0])
        for edge in (-180, 180)
    )
    assert west
    assert east


def test_the_page_on_exports_lists_every_column_and_format() -> None:
    text = (Path(__file__).parents[3] / "docs" / "exports.md").read_text("utf-8")
    from skyledger.publish.exports.acled import COLUMNS as ACLED
    from skyledger.publish.exports.ged import COLUMNS as GED
    from skyledger.publish.exports.incidents_csv import COLUMNS

    for column in COLUMNS:
        assert f"| `{column.name}` | {column.type} | `{column.tag}` | {column.about} |" in text
    for column in (*ACLED, *GED):
        assert f"| `{column.name}` | {column.about} |" in text
    for found in FORMATS.values():
        assert f"| `{found.name}` | `{found.path}` |" in text
