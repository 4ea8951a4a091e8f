r"""Telegram Desktop's ``result.json``, of one chat or of a whole account.

Source: the files the program writes. Its ``date`` is the exporter's local time without a zone and is not read; it
escapes control characters as ``\xNN``, which is no JSON; a broken-off export is read as far as it goes.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from skyledger.ingest.compose import Draft, compose_document
from skyledger.ingest.decode_file import decode_file
from skyledger.ingest.instants import parse_instant
from skyledger.ingest.json_text import (
    JsonTextError,
    as_array,
    as_object,
    as_text,
    mend_escapes,
    parse_json,
    parse_json_at,
    skip_gap,
)
from skyledger.ingest.records import RawFile, ReadFault, ReadItem
from skyledger.ingest.telegram import bare_chat_id, message_id, message_url, parse_handle
from skyledger.model import Outlet

# Conversations of private persons are not evidence of anything public; they are never read.
PRIVATE_TYPES = frozenset({"personal_chat", "bot_chat", "saved_messages", "replies", "verification_codes"})

_MESSAGES = re.compile(r'"messages"\s*:\s*\[')
_MESSAGE_START = re.compile(r'\{\s*"id"\s*:\s*-?\d+\s*,\s*"type"\s*:')
_HEADER_FIELD = re.compile(r'"(name|type|id|username)"\s*:\s*("(?:[^"\\]|\\.)*"|-?\d+)', re.DOTALL)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Chat:
    id: str
    outlet: Outlet
    private: bool


def read_telegram_export(raw: RawFile) -> Iterator[ReadItem]:
    """Yield one document per message that has a text."""
    decoded = decode_file(raw)
    if isinstance(decoded, ReadFault):
        yield decoded
        return
    yield from decoded.damage
    try:
        export = parse_json(decoded.text)
    except JsonTextError as fault:
        yield raw.fault("file", f"not valid JSON, so messages are read one by one: {fault}")
        yield from _salvage(raw, mend_escapes(decoded.text))
        return
    yield from _read_export(raw, as_object(export))


def _read_export(raw: RawFile, export: dict[str, object]) -> Iterator[ReadItem]:
    if "messages" in export:
        yield from _read_chat(raw, export, "")
        return
    listed = 0
    for part in ("chats", "left_chats"):
        for index, value in enumerate(as_array(as_object(export.get(part)).get("list"))):
            listed += 1
            chat = as_object(value)
            if as_text(chat.get("type")) not in PRIVATE_TYPES:
                yield from _read_chat(raw, chat, f"{part}[{index}].")
    if not listed:
        yield raw.fault("file", "a Telegram export without messages or chats")


def _read_chat(raw: RawFile, value: dict[str, object], prefix: str) -> Iterator[ReadItem]:
    chat = _describe_chat(value)
    if chat.private:
        yield raw.fault(f"{prefix}type", "a private conversation is not read; export a channel or a group")
        return
    messages = value.get("messages")
    if not isinstance(messages, list):
        yield raw.fault(f"{prefix}messages", "not a list")
        return
    for index, message in enumerate(messages):
        yield from _read_message(raw, chat, message, f"{prefix}messages[{index}]")


def _describe_chat(value: dict[str, object]) -> _Chat:
    kind = as_text(value.get("type"))
    outlet = Outlet(
        name=as_text(value.get("name")),
        handle=parse_handle(as_text(value.get("username"))),
        type="group" if kind.endswith("group") else "channel",
    )
    return _Chat(id=bare_chat_id(as_text(value.get("id"))), outlet=outlet, private=kind in PRIVATE_TYPES)


def _read_message(raw: RawFile, chat: _Chat, value: object, place: str) -> Iterator[ReadItem]:
    if not isinstance(value, dict):
        yield raw.fault(place, "not a message object")
        return
    message = as_object(value)
    if as_text(message.get("type")) not in ("", "message"):
        return  # "service": somebody joined, pinned, renamed
    pieces = list(_pieces(message.get("text"))) or list(_pieces(message.get("text_entities")))
    if None in pieces:
        yield raw.fault(place, "a part of the text is neither a string nor an object with a text")
    body = "".join(piece for piece in pieces if piece is not None)
    for field in ("date_unixtime", "edited_unixtime"):
        if message.get(field) is not None and parse_instant(message[field]) is None:
            yield raw.fault(place, f"{field} is not a time")
    if body.strip():  # a photo, a video or a poll alone says nothing to read
        yield compose_document(raw, _draft(chat, message, body, place))


def _pieces(value: object) -> Iterator[str | None]:
    """Yield the strings of a text, and None for each part that is none."""
    for part in value if isinstance(value, list) else [value]:
        text = as_object(part).get("text") if isinstance(part, dict) else part
        if isinstance(text, str):
            if text:
                yield text
        elif part is not None:
            yield None


def _draft(chat: _Chat, message: dict[str, object], body: str, place: str) -> Draft:
    number, reply = as_text(message.get("id")), as_text(message.get("reply_to_message_id"))
    own = chat.id or chat.outlet.handle
    elsewhere = bare_chat_id(as_text(message.get("reply_to_peer_id"))) not in ("", chat.id)
    return Draft(
        body=body,
        source=place,
        outlet=chat.outlet,
        url=message_url(chat.outlet.handle, number),
        id=message_id(own, number) if own and number else "",
        published_at=parse_instant(message.get("date_unixtime")),
        edited_at=parse_instant(message.get("edited_unixtime")),
        forwarded_from=as_text(message.get("forwarded_from")),
        reply_to=message_id(own, reply) if own and reply and not elsewhere else "",
    )


def _salvage(raw: RawFile, text: str) -> Iterator[ReadItem]:
    """Read the messages of a file that as a whole is no JSON, each on its own."""
    starts = list(_MESSAGES.finditer(text))
    if not starts:
        yield raw.fault("file", "no list of messages is in it")
        return
    ends = [start.start() for start in starts[1:]] + [len(text)]
    header_from = 0
    for number, (start, end) in enumerate(zip(starts, ends, strict=True)):
        # The header stands right before its messages: name, type, id. Longer stretches are earlier messages.
        header = text[max(header_from, start.start() - 2000) : start.start()]
        chat = _describe_chat({found[1]: _scalar(found[2]) for found in _HEADER_FIELD.finditer(header)})
        header_from = start.end()
        if not chat.private:
            prefix = f"chats[{number}]." if len(starts) > 1 else ""
            yield from _salvage_messages(raw, chat, text, start.end(), end, prefix)


def _scalar(token: str) -> object:
    try:
        return parse_json(token)
    except JsonTextError:
        return None


def _salvage_messages(raw: RawFile, chat: _Chat, text: str, start: int, end: int, prefix: str) -> Iterator[ReadItem]:
    index, failures = 0, 0
    position = skip_gap(text, start)
    while position < end and text[position] != "]" and failures < raw.limits.faults:
        place = f"{prefix}messages[{index}]"
        try:
            value, position = parse_json_at(text, position)
        except JsonTextError as fault:
            failures += 1
            yield raw.fault(place, f"left out, not valid JSON: {fault}")
            position = _next_message(text, position + 1, end)
        else:
            yield from _read_message(raw, chat, value, place)
        position = skip_gap(text, position)
        index += 1


def _next_message(text: str, start: int, end: int) -> int:
    found = _MESSAGE_START.search(text, start, end)
    return end if found is None else found.start()
