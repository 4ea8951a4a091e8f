"""Which reader takes a file: by content first, by name second."""

import os
import re
from dataclasses import dataclass

from skyledger.ingest.encoding import decode_bytes
from skyledger.ingest.table import looks_like_table

NOT_TEXT = "not a text format skyledger reads"

# What begins a format that is known and not read, with what the user can do.
_MAGIC = (
    (b"%PDF", "a PDF; save its text as .txt first"),
    (b"\xd0\xcf\x11\xe0", "an old office document; save it as text or HTML"),
    (b"{\\rtf", "a rich-text file; save it as plain text"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"RIFF", "a picture or a recording"),
    (b"OggS", "a recording"),
    (b"ID3", "a recording"),
    (b"SQLite format 3", "a database"),
    (b"7z\xbc\xaf", "a 7-Zip archive; unpack it first"),
    (b"Rar!", "a RAR archive; unpack it first"),
    (b"\xfd7zXZ", "an xz archive; unpack it first"),
    (b"BZh", "a bzip2 archive; unpack it first"),
    (b"\x28\xb5\x2f\xfd", "a Zstandard archive; unpack it first"),
    (b"\x7fELF", "a program"),
)

HEAD_CHARS = 20_000
_FEED = re.compile(r"<(?:\w+:)?(?:rss|feed|RDF)[\s>]", re.IGNORECASE)
_HTML = re.compile(r"<!doctype\s+html|<(?:html|head|body|article|main|div|p|h1|meta|title)[\s>/]", re.IGNORECASE)
_TELEGRAM_PAGE = re.compile(r"tgme_(?:widget_message|channel_history|page_widget)")
_TELEGRAM_HTML_EXPORT = re.compile(r'<div class="page_wrap">.{0,4000}class="(?:history|page_header)', re.DOTALL)
# An account's chats come after its owner's contacts, which may be longer than the head.
_TELEGRAM_JSON = re.compile(r'"(?:messages|chats|left_chats|personal_information|contacts)"\s*:\s*[\[{]')
_NOTAM = re.compile(r"\s*\(?[A-Z]\d{4}/\d{2}\s+NOTAM[NRC]\b")
_TAR_MAGIC = slice(257, 262)

_BY_SUFFIX = {".jsonl": "jsonl", ".ndjson": "jsonl", ".notam": "notam", ".csv": "table", ".tsv": "table"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """The name of the reader that takes a file."""

    reader: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """Why no reader takes a file."""

    reason: str


def detect_reader(data: bytes, path: str) -> Choice | Refusal:
    """Return which reader takes the bytes, or why none does."""
    if not data.strip():
        return Refusal(reason="the file is empty")
    for magic, what in _MAGIC:
        if data.startswith(magic):
            return Refusal(reason=f"{NOT_TEXT}: {what}")
    if data[_TAR_MAGIC] == b"ustar":
        return Refusal(reason=f"{NOT_TEXT}: a tar archive; unpack it first")
    head = data[: 4 * HEAD_CHARS]
    decoded = decode_bytes(head, whole=len(head) == len(data))
    if decoded is None:
        return Refusal(reason=NOT_TEXT)
    return _by_content(decoded.text[:HEAD_CHARS].lstrip("\ufeff \t\r\n"), os.path.splitext(path)[1].lower())


def _by_content(head: str, suffix: str) -> Choice | Refusal:
    if not head:
        return Refusal(reason="the file is empty")
    if head[0] in "{[":
        is_export = head[0] == "{" and suffix != ".jsonl" and _TELEGRAM_JSON.search(head) is not None
        if is_export:
            return Choice(reader="telegram_export")
        if suffix in (".json", ".jsonl", ".ndjson") or head[0] == "{" or head[1:].lstrip()[:1] in ("{", "]"):
            return Choice(reader="jsonl")
    if head[0] == "<":
        return _markup(head)
    if _NOTAM.match(head):
        return Choice(reader="notam")
    if suffix in _BY_SUFFIX:
        return Choice(reader=_BY_SUFFIX[suffix])
    if suffix in (".html", ".htm", ".xhtml") and _HTML.search(head):
        return _markup(head)
    if suffix not in (".txt", ".md") and looks_like_table(head):
        return Choice(reader="table")
    return Choice(reader="text")


def _markup(head: str) -> Choice | Refusal:
    if _TELEGRAM_PAGE.search(head):
        return Choice(reader="telegram_page")
    if _TELEGRAM_HTML_EXPORT.search(head):
        return Refusal(reason="a Telegram export in HTML; export the chat again with the format JSON (result.json)")
    feed, html = _FEED.search(head), _HTML.search(head)
    if feed is not None and (html is None or feed.start() < html.start()):
        return Choice(reader="feed")
    if html is not None:
        return Choice(reader="html")
    if head.startswith(("<?xml", "<!")):
        return Refusal(reason="XML that is neither RSS nor Atom nor HTML")
    return Choice(reader="text")
