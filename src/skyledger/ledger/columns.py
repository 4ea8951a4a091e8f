"""Columns that are shorter in the file than in a query: instants and nights as numbers, words as codes.

A code cannot be read back and two words may share one, so what is found by codes is held against the bodies
afterwards. It takes a fifth of the space of the word, in the row and again in the index.
"""

import hashlib
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from typing import Any

from sqlalchemy import BigInteger, Dialect, Integer, LargeBinary
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.types import TypeDecorator, UserDefinedType

from skyledger.ledger.codec import utc_text

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_FIRST_DAY = date(1970, 1, 1)
_MICROSECOND = timedelta(microseconds=1)
_Number = BigInteger().with_variant(Integer, "sqlite")
# Bits of a code, by what is coded: SQLite keeps 15 in two bytes, 23 in three, 63 in eight.
WORD_BITS = 15
NAME_BITS = 23
ID_BITS = 63
# How an id of a claim begins, and what its other characters are.
_CLAIM, _DIGITS, _HEX = "c1-", 16, frozenset("0123456789abcdef")
# The first byte of a short id.
_WRITTEN, _HASHED = b"\0", b"\1"


@lru_cache(maxsize=4096)
def instant_number(text: str) -> int:
    """Return an instant as microseconds from 1970, negative before."""
    return (datetime.fromisoformat(text) - _EPOCH) // _MICROSECOND


@lru_cache(maxsize=4096)
def instant_text(number: int) -> str:
    """Return what :func:`instant_number` was made of: UTC text of fixed width."""
    return utc_text(_EPOCH + number * _MICROSECOND, "an instant")


@lru_cache(maxsize=4096)
def day_number(text: str) -> int:
    """Return an ISO date as days from 1970."""
    return (date.fromisoformat(text) - _FIRST_DAY).days


@lru_cache(maxsize=65536)
def code_of(word: str, bits: int) -> int:
    """Return the code a word is found by: the first bits of its hash, the same in every ledger."""
    return id_code(word) >> (ID_BITS - bits)


def id_code(id: str) -> int:
    """Return the code of an id: so many bits that no two ids share one."""
    return int.from_bytes(hashlib.blake2b(id.encode("utf-8", "surrogatepass"), digest_size=8).digest()) >> 1


class Instant(TypeDecorator[str]):
    """UTC text of fixed width in queries, microseconds in the file: the order is the same."""

    impl = _Number
    cache_ok = True

    @property
    def python_type(self) -> type[str]:
        """Return what a query gives."""
        return str

    def process_bind_param(self, value: Any, dialect: Dialect) -> int | None:
        """Return the number."""
        return None if value is None else instant_number(value)

    def process_result_value(self, value: Any, dialect: Dialect) -> str | None:
        """Return the text; of what is no instant, as other hands may have left it, a text that is none."""
        try:
            return None if value is None else instant_text(value)
        except (TypeError, OverflowError):
            return str(value)


class Day(TypeDecorator[str]):
    """An ISO date in queries, days in the file: the order is the same."""

    impl = _Number
    cache_ok = True

    @property
    def python_type(self) -> type[str]:
        """Return what a query gives."""
        return str

    def process_bind_param(self, value: Any, dialect: Dialect) -> int | None:
        """Return the number; no word at all is before all dates."""
        if isinstance(value, str):
            return day_number(value) if value else -(2**31)
        return None if value is None else int(value)

    def process_result_value(self, value: Any, dialect: Dialect) -> str | None:
        """Return the date."""
        return None if value is None else (_FIRST_DAY + timedelta(days=value)).isoformat()


class Code(TypeDecorator[int]):
    """A word in conditions, its code in the file and in what is read."""

    impl = _Number
    cache_ok = True

    def __init__(self, bits: int) -> None:
        super().__init__()
        self.bits = bits

    def process_bind_param(self, value: Any, dialect: Dialect) -> int | None:
        """Return the code of a word; a code as it is."""
        return code_of(value, self.bits) if isinstance(value, str) else value


def short_id(id: str) -> bytes:
    """Return an id of a claim as it is kept: the eight bytes of its hash, any other id as it is written."""
    digits = id.removeprefix(_CLAIM)
    if digits != id and len(digits) == _DIGITS and not set(digits) - _HEX:
        return _HASHED + bytes.fromhex(digits)
    return _WRITTEN + id.encode()


def long_id(kept: bytes) -> str:
    """Return the id that :func:`short_id` was made of."""
    return _CLAIM + kept[1:].hex() if kept[:1] == _HASHED else kept[1:].decode("utf-8", "replace")


class ShortId(TypeDecorator[str]):
    """An id of a claim in queries, half as many bytes in the file."""

    impl = LargeBinary
    cache_ok = True

    @property
    def python_type(self) -> type[str]:
        """Return what a query gives."""
        return str

    def process_bind_param(self, value: Any, dialect: Dialect) -> bytes | None:
        """Return the bytes."""
        return None if value is None else short_id(value)

    def process_result_value(self, value: Any, dialect: Dialect) -> str | None:
        """Return the id."""
        return None if value is None else long_id(bytes(value))


class Packed(UserDefinedType[bytes]):
    """A body as :mod:`skyledger.ledger.packing` makes it; as text where a ledger has not come to that shape yet."""

    cache_ok = True

    @property
    def python_type(self) -> type[bytes]:
        """Return what a query gives."""
        return bytes


@compiles(Packed, "sqlite")
def _packed_in_sqlite(_type: Packed, _compiler: object, **_: object) -> str:
    return "BLOB"


@compiles(Packed, "postgresql")
def _packed_in_postgres(_type: Packed, _compiler: object, **_: object) -> str:
    return "BYTEA"
