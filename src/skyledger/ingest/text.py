"""Plain text and Markdown: one file, one document."""

import re
from collections.abc import Iterator

from skyledger.ingest.compose import Draft, compose_document
from skyledger.ingest.decode_file import decode_file
from skyledger.ingest.instants import parse_instant
from skyledger.ingest.records import RawFile, ReadFault, ReadItem
from skyledger.ingest.rows import normalise_key
from skyledger.ingest.telegram import parse_handle
from skyledger.model import Lang, Outlet

# What a header line may name, and the field it sets.
FIELDS = {
    "id": "id", "title": "title", "headline": "title", "date": "published", "published": "published",
    "published_at": "published", "outlet": "outlet", "source": "outlet", "publisher": "outlet", "channel": "outlet",
    "handle": "handle", "url": "url", "link": "url", "type": "type", "lang": "lang", "language": "lang",
}  # fmt: skip

HEADER_LINES = 30
_FENCE = re.compile(r"---[ \t]*")
_FIELD = re.compile(r"([A-Za-z][\w -]{0,30}):[ \t]*(.*)")


def read_text(raw: RawFile) -> Iterator[ReadItem]:
    """Yield the document of the file; its header lines, if any, are no part of the text."""
    decoded = decode_file(raw)
    if isinstance(decoded, ReadFault):
        yield decoded
        return
    yield from decoded.damage
    lines = decoded.text.lstrip("\ufeff").replace("\r\n", "\n").split("\n")
    fields, start = _read_header(lines)
    title, body = _split_heading(fields.get("title", ""), lines[start:])
    stamp = fields.get("published", "")
    published = parse_instant(stamp)
    if stamp and published is None:
        yield raw.fault("header", f"the date {stamp[:40]!r} is not a time")
    handle = fields.get("handle", "")
    code = fields.get("lang", "").lower()
    draft = Draft(
        body=body,
        source="text",
        title=title or None,
        outlet=Outlet(
            name=fields.get("outlet", ""),
            handle=parse_handle(handle) or handle.lstrip("@"),
            type=fields.get("type", ""),
        ),
        url=fields.get("url", ""),
        id=fields.get("id", ""),
        lang=Lang(code) if code in (Lang.EN, Lang.RU, Lang.UK) else None,
        published_at=published,
    )
    yield compose_document(raw, draft)


def _read_header(lines: list[str]) -> tuple[dict[str, str], int]:
    """Return the header's fields and the line the text starts at.

    A header is what stands between two ``---`` lines at the top, or a first paragraph of nothing but known fields.
    """
    if lines and _FENCE.fullmatch(lines[0]):
        for stop, line in enumerate(lines[1 : HEADER_LINES + 1], start=1):
            if _FENCE.fullmatch(line):
                return _parse_fields(lines[1:stop]), stop + 1
        return {}, 0
    stop = next((index for index, line in enumerate(lines[:HEADER_LINES]) if not line.strip()), 0)
    fields = _parse_fields(lines[:stop])
    return (fields, stop) if stop and len(fields) == stop else ({}, 0)


def _parse_fields(lines: list[str]) -> dict[str, str]:
    fields: dict[str, str] = {}
    for line in lines:
        match = _FIELD.fullmatch(line.strip())
        name = None if match is None else FIELDS.get(normalise_key(match[1]))
        if match is not None and name is not None and name not in fields:
            fields[name] = _unquote(match[2].strip())
    return fields


def _unquote(value: str) -> str:
    quoted = len(value) > 1 and value[0] == value[-1] and value[0] in "\"'"
    return value[1:-1] if quoted else value


def _split_heading(title: str, lines: list[str]) -> tuple[str, str]:
    """Return title and body; the first Markdown heading is the title unless the header names one."""
    first = next((index for index, line in enumerate(lines) if line.strip()), None)
    if first is None:
        return title, ""
    heading = _heading(lines[first])
    if heading and title in ("", heading):
        return heading, _trim(lines[first + 1 :])
    return title, _trim(lines[first:])


def _heading(line: str) -> str:
    """Return the words of a first-level Markdown heading, or ``""``."""
    if not line.startswith(("# ", "#\t")):
        return ""
    return line[1:].rstrip().rstrip("#").strip()


def _trim(lines: list[str]) -> str:
    return "\n".join(lines).strip("\n").rstrip()
