"""The readers by name."""

from collections.abc import Mapping
from types import MappingProxyType

from skyledger.ingest import feed, html, jsonl, notam, table, telegram_export, telegram_page, text
from skyledger.ingest.records import Reader

READERS: Mapping[str, Reader] = MappingProxyType(
    {
        "telegram_export": Reader(name="telegram_export", version=1, read=telegram_export.read_telegram_export),
        "telegram_page": Reader(name="telegram_page", version=1, read=telegram_page.read_telegram_page),
        "html": Reader(name="html", version=1, read=html.read_html),
        "feed": Reader(name="feed", version=1, read=feed.read_feed),
        "jsonl": Reader(name="jsonl", version=1, read=jsonl.read_jsonl),
        "table": Reader(name="table", version=1, read=table.read_table),
        "notam": Reader(name="notam", version=1, read=notam.read_notams),
        "text": Reader(name="text", version=1, read=text.read_text),
    }
)
"""Raise a version when the same bytes would give other documents."""
