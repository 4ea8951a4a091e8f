"""From the parts a reader found to one frozen document."""

import re
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urlsplit

from skyledger.ingest.language import detect_language
from skyledger.ingest.records import RawFile, ReadItem
from skyledger.model import Document, Lang, Outlet
from skyledger.model.ids import document_id

# Neither survives a database or an encoder, and each is one code point, so the replacement keeps every offset.
_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")

_BARE_HOST = re.compile(r"[\w-]+(?:\.[\w-]+)+(?:/|$)")


NO_OUTLET = Outlet()


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """What a reader knows of one document before id, language and text are settled.

    Attributes:
        body: The text without its title.
        source: Where in the input it stood, ``messages[12]``.
        id: As given by the input, or ``""``.
        lang: As given by the input, or None to look at the letters.
    """

    body: str
    source: str
    title: str | None = None
    outlet: Outlet = NO_OUTLET
    url: str = ""
    id: str = ""
    lang: Lang | None = None
    published_at: datetime | None = None
    edited_at: datetime | None = None
    forwarded_from: str = ""
    reply_to: str = ""


def clean_text(text: str) -> str:
    """Return the text as received, with LF line ends and without code points no store can keep."""
    if "\r" in text:
        text = text.replace("\r\n", "\n")
    return _UNSTORABLE.sub("\ufffd", text)


def one_line(text: str) -> str:
    """Return a name or title on one line."""
    if not text:
        return ""
    return " ".join(clean_text(text).split())


def web_address(text: str) -> str:
    """Return an http(s) address on one line, or ``""``; a scheme that runs code or opens files is not kept."""
    address = "".join(clean_text(text).split())
    if address.lower().startswith(("http://", "https://")):
        return address
    if address.startswith("//"):
        return f"https:{address}"
    if _BARE_HOST.match(address):
        return f"https://{address}"
    return ""


def host_of(address: str) -> str:
    """Return the host name in an address without ``www.``, or ``""``."""
    try:
        return (urlsplit(address).hostname or "").removeprefix("www.")
    except ValueError:  # an address with broken brackets
        return ""


def join_title(title: str | None, body: str) -> tuple[str | None, str]:
    """Return the title that counts and the document text: title, blank line, body.

    A title that the body starts with is not repeated; one that is only the cut-off start of the body ("Over nig…") is
    no title at all.
    """
    title = None if title is None else one_line(title)
    if not title:
        return None, body
    start = body.lstrip()
    if title.endswith(("…", "...")):
        stem = title.rstrip("….").rstrip()
        if stem and one_line(start[: 2 * len(stem) + 20]).startswith(stem):
            return None, body
    if start.startswith(title) and not start[len(title) : len(title) + 1].isalnum():
        return title, body
    return title, f"{title}\n\n{body}" if start else title


def compose_document(raw: RawFile, draft: Draft) -> ReadItem:
    """Return the document, or a fault when it has no text or too much of it."""
    title, text = join_title(draft.title, clean_text(draft.body))
    if not text.strip():
        return raw.fault(draft.source, "there is no text")
    if len(text) > raw.limits.document_chars:
        return raw.fault(draft.source, f"the text is longer than {raw.limits.document_chars:,} characters")
    outlet = Outlet(
        name=one_line(draft.outlet.name), handle=one_line(draft.outlet.handle), type=one_line(draft.outlet.type)
    )
    url = web_address(draft.url)
    published = "" if draft.published_at is None else draft.published_at.isoformat()
    given = one_line(draft.id)
    return Document(
        id=given or document_id(outlet.handle or outlet.name, url, published, text),
        text=text,
        outlet=outlet,
        url=url,
        title=title,
        lang=detect_language(text) if draft.lang is None else draft.lang,
        published_at=draft.published_at,
        retrieved_at=raw.now,
        edited_at=draft.edited_at,
        forwarded_from=one_line(draft.forwarded_from),
        reply_to=one_line(draft.reply_to),
        sha256=raw.sha256,
        reader=raw.reader,
        source=f"{raw.name}#{draft.source}",
    )
