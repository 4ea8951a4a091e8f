"""What the ways to read Telegram have in common: ids and addresses."""

import re

_HANDLE = re.compile(r"@?([A-Za-z]\w{2,63})")
_ADDRESS = re.compile(r"(?:https?://)?t(?:elegram)?\.me/(?:s/)?([A-Za-z]\w{2,63})(?:[/?#].*)?", re.DOTALL)


def bare_chat_id(value: str) -> str:
    """Return the digits of a chat id as exports have it; the Bot API writes ``-100`` before them."""
    digits = value.strip()
    if digits.startswith("-100") and len(digits) > 12:
        return digits[4:]
    for prefix in ("channel", "chat", "-"):
        digits = digits.removeprefix(prefix)
    return digits


def message_id(chat: str, number: str) -> str:
    """Return the document id of a message: ``tg:<chat id or handle>/<number>``."""
    return f"tg:{chat.lower()}/{number}"


def message_url(handle: str, number: str) -> str:
    """Return the public address of a message, or ``""`` when the channel's handle is not known."""
    return f"https://t.me/{handle}/{number}" if handle and number else ""


def parse_handle(value: str) -> str:
    """Return the user name in ``@name``, ``name`` or a t.me address, or ``""``."""
    text = value.strip()
    match = _ADDRESS.fullmatch(text) or _HANDLE.fullmatch(text)
    return "" if match is None else match[1]
