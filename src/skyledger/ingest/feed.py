"""RSS and Atom: one document per item."""

import calendar
import io
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any
from urllib.parse import urljoin

from skyledger.ingest.compose import Draft, compose_document, host_of
from skyledger.ingest.decode_file import decode_page
from skyledger.ingest.instants import parse_instant
from skyledger.ingest.json_text import as_array, as_object, as_text
from skyledger.ingest.markup import markup_to_text
from skyledger.ingest.records import RawFile, ReadFault, ReadItem
from skyledger.model import Outlet

# In 105,000 fuzzing runs over all formats only ValueError (UnicodeError, chr()) was met; the others are what the
# standard library's markup parsers under feedparser raise by their own source.
PARSER_ERRORS = (ValueError, TypeError, LookupError, AttributeError, AssertionError, RecursionError)

_DECLARATION = re.compile(r"\s*<\?xml[^>]*\?>", re.IGNORECASE)


def read_feed(raw: RawFile) -> Iterator[ReadItem]:
    """Yield one document per item with a title or a text."""
    decoded = decode_page(raw, "a feed")
    if isinstance(decoded, ReadFault):
        yield decoded
        return
    yield from decoded.damage
    parsed = _parse(decoded.text)
    if isinstance(parsed, str):
        yield raw.fault("file", parsed)
        return
    feed, entries = as_object(parsed.get("feed")), as_array(parsed.get("entries"))
    if parsed.get("bozo") and not isinstance(parsed.get("bozo_exception"), UserWarning):
        yield raw.fault("file", f"not well-formed, so items may be missing: {_short(parsed.get('bozo_exception'))}")
    if not entries:
        yield raw.fault("file", "a feed without items")
    for index, entry in enumerate(entries):
        yield from _read_entry(raw, feed, as_object(entry), f"item[{index}]")


def _parse(text: str) -> dict[str, Any] | str:
    """Return what feedparser made of the text, or why it made nothing.

    The stream keeps feedparser from taking the text for an address; the header overrides a declaration that named the
    encoding the bytes had before they were decoded.
    """
    import feedparser  # heavy, and only for feeds

    data = _DECLARATION.sub("", text, count=1).encode("utf-8", "replace")
    headers = {"content-type": "application/xml; charset=utf-8"}
    try:
        parsed: dict[str, Any] = feedparser.parse(
            io.BytesIO(data), response_headers=headers, resolve_relative_uris=False, sanitize_html=False
        )
    except PARSER_ERRORS as error:
        return f"damaged beyond reading: {_short(error)}"
    return parsed


def _short(error: object) -> str:
    return " ".join(str(error).split())[:120] or type(error).__name__


def _read_entry(raw: RawFile, feed: dict[str, Any], entry: dict[str, Any], place: str) -> Iterator[ReadItem]:
    title = markup_to_text(as_text(entry.get("title")))
    body = _body(entry)
    if not title and not body:
        yield raw.fault(place, "neither title nor text")
        return
    published, updated = _instant(entry, "published"), _instant(entry, "updated")
    for field, value in (("published", published), ("updated", updated)):
        if value is None and _stamp(entry, field):
            yield raw.fault(place, f"{field} {_stamp(entry, field)[:40]!r} is not a time")
    draft = Draft(
        body=body,
        source=place,
        title=title or None,
        outlet=_outlet(feed, entry),
        url=_join(as_text(feed.get("link")), as_text(entry.get("link"))),
        published_at=published if published is not None else updated,
        edited_at=updated if published is not None and updated is not None and updated > published else None,
    )
    yield compose_document(raw, draft)


def _body(entry: dict[str, Any]) -> str:
    """Return the longest text an item has: the full content where there is one, else the summary."""
    fragments = [as_text(as_object(part).get("value")) for part in as_array(entry.get("content"))]
    texts = [markup_to_text(fragment) for fragment in (*fragments, as_text(entry.get("summary")))]
    return max(texts, key=len)


def _stamp(entry: dict[str, Any], field: str) -> str:
    """Return a time as the item writes it; by the plain lookup, as feedparser's own answers one time with the other."""
    return as_text(dict.get(entry, field)).strip()


def _instant(entry: dict[str, Any], field: str) -> datetime | None:
    """Return a time of an item in UTC; feedparser's own reading first, which knows the odd formats of feeds."""
    parsed = dict.get(entry, f"{field}_parsed")
    if parsed is None:
        return parse_instant(_stamp(entry, field))
    try:
        return parse_instant(datetime.fromtimestamp(calendar.timegm(parsed), UTC).timestamp())
    except (ValueError, OverflowError, OSError, TypeError):
        return None


def _outlet(feed: dict[str, Any], entry: dict[str, Any]) -> Outlet:
    """Return who published the item: its own source tag where it has one, since an aggregator is not the source."""
    source = as_object(entry.get("source"))
    name = markup_to_text(as_text(source.get("title")))
    address = as_text(source.get("href")) or as_text(source.get("link"))
    if name:
        return Outlet(name=name, handle=host_of(address), type="news")
    return Outlet(
        name=markup_to_text(as_text(feed.get("title"))), handle=host_of(as_text(feed.get("link"))), type="news"
    )


def _join(base: str, link: str) -> str:
    try:
        return urljoin(base, link) if link else ""
    except ValueError:  # an address with broken brackets
        return ""
