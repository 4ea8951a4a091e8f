"""Builders of what goes into a ledger."""

import hashlib
from dataclasses import replace
from typing import Any

from skyledger.ledger import Entry, FileRecord
from skyledger.model import Document
from tests.builders import NOW, a_claim, a_document, an_issue

RAW = b'{"id": "1", "text": "..."}\n'


def a_file(raw: bytes = RAW, **overrides: Any) -> FileRecord:
    file = FileRecord(
        path="posts.jsonl", sha256=hashlib.sha256(raw).hexdigest(), size=len(raw), reader="jsonl/1", received_at=NOW
    )
    return replace(file, **overrides)


def an_entry(document: Document | None = None, **overrides: Any) -> Entry:
    document = a_document() if document is None else document
    entry = Entry(
        document=document,
        claims=(a_claim(document),),
        issues=(an_issue(document),),
        extractor="0.1.0",
        pack_version="test-pack",
    )
    return replace(entry, **overrides)
