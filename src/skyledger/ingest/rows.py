"""One row of named values (a JSON Lines object, a line of a table) to one document."""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from skyledger.ingest.compose import Draft, compose_document
from skyledger.ingest.instants import parse_instant
from skyledger.ingest.json_text import as_object, as_text
from skyledger.ingest.records import RawFile, ReadItem
from skyledger.ingest.telegram import bare_chat_id, message_id, message_url, parse_handle
from skyledger.model import Lang, Outlet

# Our own name first, then what scrapers, archives and feeds call it; the first one with a value counts.
ALIASES: Mapping[str, tuple[str, ...]] = {
    "id": ("id", "document_id", "doc_id", "uid", "guid"),
    "text": (
        "text", "message", "content", "body", "full_text", "message_text", "raw_text", "snippet", "description",
        "текст",
    ),
    "title": ("title", "headline", "заголовок"),
    "lang": ("lang", "language"),
    "published": (
        "published", "published_at", "published_utc", "posted_utc", "posted_at", "date_published", "pubdate",
        "pub_date", "date_unixtime", "timestamp", "datetime", "date", "time", "created_at", "дата",
    ),
    "edited": ("edited_at", "edited", "edited_unixtime", "edit_date", "updated_at"),
    "url": ("url", "link", "permalink", "href", "ссылка", "посилання"),
    "outlet": (
        "outlet", "channel_title", "channel_name", "outlet_name", "channel", "publisher", "source", "site", "feed",
        "источник", "джерело", "канал",
    ),
    "handle": ("handle", "channel_username", "channel_handle", "outlet_handle", "username"),
    "outlet_type": ("outlet_type", "source_type", "channel_type"),
    "channel_id": ("channel_id", "chat_id", "peer_id"),
    "message_id": ("message_id", "msg_id", "post_id"),
    "forwarded_from": ("forwarded_from", "fwd_from", "forward_from"),
    "reply_to": ("reply_to", "reply_to_message_id", "reply_to_msg_id"),
}  # fmt: skip

_MEANINGS = {alias: (field, rank) for field, aliases in ALIASES.items() for rank, alias in enumerate(aliases)}

_KEY = re.compile(r"[\s\-.]+")


def normalise_key(key: str) -> str:
    """Return a column name in the form of the aliases: lower case, underscores."""
    return _KEY.sub("_", key.strip().lstrip("\ufeff").lower())


def read_row(raw: RawFile, row: Mapping[str, object], place: str) -> Iterator[ReadItem]:
    """Yield the document of a row, after a fault for each value that could not be understood."""
    fields = _fields(row)
    body, title = fields.get("text"), as_text(fields.get("title"))
    if not isinstance(body, str) or not body.strip():
        if not title.strip():
            yield raw.fault(place, "there is no text")
            return
        body = ""
    for field in ("published", "edited"):
        value = fields.get(field)
        if value is not None and not isinstance(value, bool) and parse_instant(value) is None:
            yield raw.fault(place, f"{field} {str(value)[:40]!r} is not a time")
    yield compose_document(raw, _draft(fields, title, body, place))


@lru_cache(maxsize=4096)
def _meaning(key: str) -> tuple[str, int] | None:
    """Return which field a column name stands for, and how early among the field's names it comes."""
    return _MEANINGS.get(normalise_key(key))


def _fields(row: Mapping[str, object]) -> dict[str, object]:
    """Return the row's values by field; of several names for one field the earliest alias with a value counts."""
    fields: dict[str, object] = {}
    ranks: dict[str, int] = {}
    for key, value in row.items():
        meaning = _meaning(key) if len(key) < 100 else None
        if meaning is None or value is None or value == "":
            continue
        field, rank = meaning
        if field not in fields or rank < ranks[field]:
            fields[field], ranks[field] = value, rank
    return fields


def _draft(fields: Mapping[str, object], title: str, body: str, place: str) -> Draft:
    chat = _chat(fields.get("channel_id"))
    outlet = _outlet(fields, chat)
    given, number = as_text(fields.get("id")), as_text(fields.get("message_id"))
    if not number and chat and given.isdecimal():
        number, given = given, ""  # a message's number is an id only within its channel
    reply = as_text(fields.get("reply_to"))
    return Draft(
        body=body,
        source=place,
        title=title or None,
        outlet=outlet,
        url=as_text(fields.get("url")) or (message_url(outlet.handle, number) if chat else ""),
        id=given or (message_id(chat, number) if chat and number else ""),
        lang=_lang(as_text(fields.get("lang"))),
        published_at=parse_instant(fields.get("published")),
        edited_at=parse_instant(fields.get("edited")),
        forwarded_from=_name(fields.get("forwarded_from")),
        reply_to=message_id(chat, reply) if chat and reply.isdecimal() else reply,
    )


def _chat(value: object) -> str:
    if isinstance(value, dict):
        value = as_object(value).get("channel_id") or as_object(value).get("chat_id")
    chat = bare_chat_id(as_text(value))
    return chat if chat.isdecimal() else ""


def _outlet(fields: Mapping[str, object], chat: str) -> Outlet:
    value = fields.get("outlet")
    inner = as_object(value)
    name = _name(value)
    handle = as_text(inner.get("handle")) or as_text(inner.get("username")) or as_text(fields.get("handle"))
    handle = parse_handle(handle) or handle.strip().lstrip("@")
    if not handle and (name.startswith("@") or "t.me/" in name):
        handle = parse_handle(name)
        name = "" if handle else name
    kind = as_text(inner.get("type")) or as_text(fields.get("outlet_type"))
    return Outlet(name=name, handle=handle, type=kind or ("channel" if chat else ""))


def _name(value: object) -> str:
    inner = as_object(value)
    return as_text(inner.get("title")) or as_text(inner.get("name")) if inner else as_text(value)


def _lang(value: str) -> Lang | None:
    """Return a language given; one skyledger does not read, or none, is left to the letters."""
    code = value.strip().lower().replace("_", "-").partition("-")[0]
    return Lang(code) if code in (Lang.EN, Lang.RU, Lang.UK) else None
