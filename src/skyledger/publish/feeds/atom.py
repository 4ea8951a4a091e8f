"""Atom (RFC 4287) with points (GeoRSS) and tombstones (RFC 6721)."""

import re
from xml.sax.saxutils import escape, quoteattr

from skyledger.publish.export_view import View, rfc3339
from skyledger.publish.feeds.records import Entry, Feed, Tombstone, feed_of, urn
from skyledger.publish.words import clean_text
from skyledger.say import say

_NOT_XML = re.compile("[^\t\n\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_SPACES = (
    'xmlns="http://www.w3.org/2005/Atom" xmlns:georss="http://www.georss.org/georss" '
    'xmlns:at="http://purl.org/atompub/tombstones/1.0"'
)


def write_atom(view: View) -> bytes:
    """Return the rows of a view as an Atom feed."""
    return render_atom(feed_of(view))


def render_atom(feed: Feed) -> bytes:
    """Return a feed as Atom in UTF-8."""
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        f"<feed {_SPACES} xml:lang={quoteattr(feed.lang)}>",
        f"<id>{urn('feed ' + '?'.join(feed.own))}</id>",
        f"<title>{_words(feed.title)}</title>",
        f"<subtitle>{_words(say('Claims, not facts; it looks back and warns of nothing.'))}</subtitle>",
        f"<updated>{rfc3339(feed.updated)}</updated>",
        "<author><name>skyledger</name></author>",
        "<generator>skyledger</generator>",
        f"<rights>{_words(say(f'{feed.policy} release'))}</rights>",
        _link("self", feed.link(".atom"), "application/atom+xml"),
        _link("alternate", feed.link(""), "text/html"),
    ]
    lines += [_entry(entry) for entry in feed.entries]
    lines += [_tombstone(gone, feed.address) for gone in feed.gone]
    return "\n".join([*lines, "</feed>", ""]).encode("utf-8", "replace")


def _entry(entry: Entry) -> str:
    tags = "".join(f"<category term={quoteattr(_plain(tag))}/>" for tag in entry.tags)
    point = "" if entry.place is None else f"<georss:point>{entry.place[0]} {entry.place[1]}</georss:point>"
    title = f"{say(entry.what)}: {entry.title}" if entry.what else entry.title
    return (
        f"<entry><id>{urn(entry.id)}</id><title>{_words(title)}</title>"
        f"<updated>{rfc3339(entry.updated)}</updated><published>{rfc3339(entry.published)}</published>"
        f"{_link('alternate', entry.link, 'text/html')}{tags}{point}"
        f'<content type="text">{_words(chr(10).join(entry.lines))}</content></entry>'
    )


def _tombstone(gone: Tombstone, address: str) -> str:
    link = _link("related", f"{address}/incidents/{gone.other}", "text/html") if gone.other else ""
    return (
        f'<at:deleted-entry ref="{urn(gone.id)}" when="{rfc3339(gone.when)}">'
        f"<at:comment>{_words(f'{gone.id}: {gone.reason}')}</at:comment>{link}</at:deleted-entry>"
    )


def _link(rel: str, address: str, media: str) -> str:
    return f'<link rel="{rel}" type="{media}" href={quoteattr(_plain(address))}/>'


def _words(text: str) -> str:
    return escape(_plain(text))


def _plain(text: str) -> str:
    return _NOT_XML.sub("\ufffd", clean_text(text))
