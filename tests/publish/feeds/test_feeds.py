"""Feeds are what their standards say, and survive whatever stands in a post."""

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from xml.etree import ElementTree

import feedparser
import pytest

from skyledger.publish.feeds import Feed, Tombstone, feed_of, render_atom, render_json_feed
from tests.publish.exports.taken import BASE, a_full_ledger, take

ATOM = "{http://www.w3.org/2005/Atom}"
TOMBS = "{http://purl.org/atompub/tombstones/1.0}"
WHEN = datetime(2025, 12, 12, 7, 30, tzinfo=UTC)


@pytest.fixture(scope="module")
def feed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Feed]:
    with a_full_ledger(tmp_path_factory.mktemp("feeds")) as ledger:
        yield feed_of(take(ledger))


def with_dead(feed: Feed) -> Feed:
    gone = (
        Tombstone(id="INC-AAAAAAAAAA", when=WHEN, other="INC-BBBBBBBBBB", reason="It is part of <INC-BBBBBBBBBB> now."),
        Tombstone(id="INC-CCCCCCCCCC", when=WHEN, other="", reason="No claim of it stands."),
    )
    return Feed(
        title=feed.title,
        own=("/changes", ""),
        address=feed.address,
        policy=feed.policy,
        lang="en",
        updated=WHEN,
        entries=feed.entries,
        gone=gone,
    )


def test_atom_has_what_rfc_4287_wants(feed: Feed) -> None:
    root = ElementTree.fromstring(render_atom(feed))
    for name in ("id", "title", "updated"):
        assert len(root.findall(ATOM + name)) == 1
    assert root.find(f"{ATOM}author/{ATOM}name") is not None
    entries = root.findall(f"{ATOM}entry")
    assert len(entries) == len(feed.entries)
    for entry in entries:
        for name in ("id", "title", "updated", "content"):
            assert len(entry.findall(ATOM + name)) == 1
        link = entry.find(f"{ATOM}link")
        assert link is not None
        assert link.get("href", "").startswith(f"{BASE}/incidents/INC-")
    ids = [entry.findtext(f"{ATOM}id") for entry in entries]
    assert len(set(ids)) == len(ids)


def test_a_reader_of_feeds_reads_it(feed: Feed) -> None:
    read = feedparser.parse(render_atom(feed))
    assert not read.bozo
    assert [entry.title for entry in read.entries] == [entry.title for entry in feed.entries]


def test_tombstones_are_those_of_rfc_6721(feed: Feed) -> None:
    root = ElementTree.fromstring(render_atom(with_dead(feed)))
    dead = root.findall(f"{TOMBS}deleted-entry")
    assert [tomb.get("when") for tomb in dead] == ["2025-12-12T07:30:00Z"] * 2
    assert all((tomb.get("ref") or "").startswith("urn:uuid:") for tomb in dead)
    assert dead[0].findtext(f"{TOMBS}comment") == "INC-AAAAAAAAAA: It is part of <INC-BBBBBBBBBB> now."
    link = dead[0].find(f"{ATOM}link")
    assert link is not None
    assert link.get("href") == f"{BASE}/incidents/INC-BBBBBBBBBB"


def test_json_feed_has_what_its_version_1_1_wants(feed: Feed) -> None:
    read = json.loads(render_json_feed(with_dead(feed)))
    assert read["version"] == "https://jsonfeed.org/version/1.1"
    assert len(read["items"]) == len(feed.entries)
    for item in read["items"]:
        assert item["id"]
        assert item["content_text"]
        assert datetime.fromisoformat(item["date_modified"]).tzinfo is not None
    assert [tomb["incident"] for tomb in read["_skyledger"]["deleted"]] == ["INC-AAAAAAAAAA", "INC-CCCCCCCCCC"]


def test_both_feeds_name_an_incident_alike(feed: Feed) -> None:
    atom = [e.findtext(f"{ATOM}id") for e in ElementTree.fromstring(render_atom(feed)).findall(f"{ATOM}entry")]
    assert atom == [item["id"] for item in json.loads(render_json_feed(feed))["items"]]
