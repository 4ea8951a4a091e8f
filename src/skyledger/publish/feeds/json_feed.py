"""JSON Feed 1.1; tombstones and versions stand in an extension of ours, ``_skyledger``."""

import json
from typing import Any

from skyledger.publish.export_view import View, rfc3339
from skyledger.publish.feeds.records import Entry, Feed, feed_of, urn
from skyledger.say import say

Json = dict[str, Any]
_ENDING = ".feed.json"


def write_json_feed(view: View) -> bytes:
    """Return the rows of a view as a JSON Feed."""
    return render_json_feed(feed_of(view))


def render_json_feed(feed: Feed) -> bytes:
    """Return a feed as JSON Feed in UTF-8."""
    found: Json = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": feed.title,
        "description": say("Claims, not facts; it looks back and warns of nothing."),
        "home_page_url": feed.link(""),
        "feed_url": feed.link(_ENDING),
        "language": feed.lang,
        "authors": [{"name": "skyledger"}],
        "items": [_item(entry, feed) for entry in feed.entries],
        "_skyledger": {
            "about": "https://jsonfeed.org/version/1.1#extensions",
            "policy": feed.policy,
            "updated": rfc3339(feed.updated),
            "deleted": [
                {
                    "id": urn(gone.id),
                    "incident": gone.id,
                    "when": rfc3339(gone.when),
                    "other": gone.other or None,
                    "reason": gone.reason,
                }
                for gone in feed.gone
            ],
        },
    }
    return json.dumps(found, ensure_ascii=False, indent=1).encode("utf-8", "replace") + b"\n"


def _item(entry: Entry, feed: Feed) -> Json:
    own: Json = {"incident": entry.id, "version": entry.version}
    if entry.what:
        own["what"] = entry.what
    if entry.place is not None:
        own["point"] = [entry.place[1], entry.place[0]]
    return {
        "id": urn(entry.id),
        "url": entry.link,
        "title": f"{say(entry.what)}: {entry.title}" if entry.what else entry.title,
        "content_text": "\n".join(entry.lines),
        "date_published": rfc3339(entry.published),
        "date_modified": rfc3339(entry.updated),
        "language": feed.lang,
        "tags": list(entry.tags),
        "_skyledger": own,
    }
