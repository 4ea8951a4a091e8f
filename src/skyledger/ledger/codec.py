"""Records to stored text and back.

Stored lines can never be rewritten, so decoding stays lenient: unknown fields are skipped and missing ones get their
default (tests/ledger/test_codec.py keeps a line of the first version readable for ever). Texts from the wild may hold
lone surrogates, which no database takes as text and msgspec refuses. JSON escapes would fuse two neighbours into one
character and shift every span after them, so such a line is written as ``hex:`` and the bytes of the JSON.
"""

import json
from collections.abc import Callable
from datetime import UTC, datetime
from math import ceil, floor
from typing import TypeVar

import msgspec

from skyledger.errors import LedgerError

T = TypeVar("T")
_HEX = "hex:"
_encoder = msgspec.json.Encoder()


def encode(record: object) -> str:
    """Return a record as one line that every database can hold: JSON, or its bytes in hex."""
    try:
        return _encoder.encode(record).decode()
    except UnicodeEncodeError:
        line = json.dumps(msgspec.to_builtins(record), ensure_ascii=False)
        return _HEX + line.encode("utf-8", "surrogatepass").hex()


def decoder(kind: type[T]) -> Callable[[str], T]:
    """Return the function that reads what :func:`encode` wrote back into ``kind``."""
    fast = msgspec.json.Decoder(kind)

    def decode(line: str) -> T:
        try:
            if line.startswith(_HEX):
                text = bytes.fromhex(line.removeprefix(_HEX)).decode("utf-8", "surrogatepass")
                return msgspec.convert(json.loads(text), kind)
            return fast.decode(line)
        except (msgspec.DecodeError, ValueError) as error:
            raise LedgerError(f"the ledger holds a {kind.__name__} this version cannot read: {error}") from error

    return decode


def safe_text(text: str) -> str:
    """Return text for an indexed column: itself, or a stand-in where a database could not hold it.

    PostgreSQL refuses NUL and both databases refuse lone surrogates. The record itself is in the JSON, unharmed.
    """
    if text.isascii() and "\0" not in text:
        return text
    data = text.encode("utf-8", "surrogatepass")
    return text if "\0" not in text and data.decode("utf-8", "ignore") == text else _HEX + data.hex()


def utc_text(value: datetime, name: str) -> str:
    """Return an instant as UTC text of fixed width, so that text order is time order."""
    return check_aware(value, name).astimezone(UTC).isoformat(timespec="microseconds")


def utc_instant(text: str) -> datetime:
    """Read back what :func:`utc_text` wrote."""
    return datetime.fromisoformat(text)


def epoch_floor_s(value: datetime | None, name: str) -> int | None:
    """Return the whole second an instant lies in, counted from 1970."""
    return None if value is None else floor(check_aware(value, name).timestamp())


def epoch_ceil_s(value: datetime | None, name: str) -> int | None:
    """Return the first whole second not before an instant."""
    return None if value is None else ceil(check_aware(value, name).timestamp())


def check_aware(value: datetime, name: str) -> datetime:
    """Return an instant that has a zone.

    Raises:
        LedgerError: It has none; the message calls it by ``name``.
    """
    if value.tzinfo is None:
        raise LedgerError(f"{name} {value.isoformat()} has no time zone")
    return value
