"""Golden pairs: what each fixture reads as; ``python -m tests.ingest.golden`` rewrites the expected files."""

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from skyledger.ingest import FileRead, read_paths
from skyledger.model import Document

FIXTURES = Path(__file__).parent / "fixtures"
NOW = datetime(2026, 1, 10, 12, 0, tzinfo=UTC)


def fixture_paths() -> list[Path]:
    return sorted(p for p in FIXTURES.glob("*/*") if not p.name.endswith(".expected.json"))


def expected_path(path: Path) -> Path:
    return path.with_name(f"{path.name}.expected.json")


def read_fixture(path: Path) -> FileRead:
    (read,) = read_paths([path], now=NOW)
    return read


def describe(read: FileRead) -> dict[str, Any]:
    return {
        "reader": read.reader,
        "documents": [describe_document(document) for document in read.documents],
        "faults": [f"{fault.place}: {fault.reason}" for fault in read.faults],
    }


def describe_document(document: Document) -> dict[str, Any]:
    outlet = document.outlet
    facts = {
        "id": document.id,
        "title": document.title,
        "text": document.text,
        "lang": document.lang.value,
        "outlet": [outlet.name, outlet.handle, outlet.type],
        "url": document.url,
        "published_at": None if document.published_at is None else document.published_at.isoformat(),
        "edited_at": None if document.edited_at is None else document.edited_at.isoformat(),
        "forwarded_from": document.forwarded_from,
        "reply_to": document.reply_to,
        "source": document.source,
    }
    return {name: value for name, value in facts.items() if value not in (None, "")}


if __name__ == "__main__":
    for fixture in fixture_paths():
        text = json.dumps(describe(read_fixture(fixture)), ensure_ascii=False, indent=1)
        expected_path(fixture).write_text(text + "\n", encoding="utf-8")
