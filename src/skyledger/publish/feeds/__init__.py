"""Feeds of incidents and of changes, as Atom and as JSON Feed."""

from skyledger.publish.feeds.atom import render_atom, write_atom
from skyledger.publish.feeds.json_feed import render_json_feed, write_json_feed
from skyledger.publish.feeds.records import Entry, Feed, Tombstone, entry_of, feed_of, feed_of_changes

__all__ = [
    "Entry",
    "Feed",
    "Tombstone",
    "entry_of",
    "feed_of",
    "feed_of_changes",
    "render_atom",
    "render_json_feed",
    "write_atom",
    "write_json_feed",
]
