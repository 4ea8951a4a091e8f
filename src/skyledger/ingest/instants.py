"""Points in time as files write them, to aware UTC."""

import math
import re
from datetime import UTC, datetime, time
from email.utils import parsedate_to_datetime

# Posts older or later than this are clocks gone wrong (1970, 2106), not publication times.
EARLIEST = datetime(1990, 1, 1, tzinfo=UTC)
LATEST = datetime(2100, 1, 1, tzinfo=UTC)

# Unix times from here on are milliseconds: as seconds they would lie beyond the year 5000.
MILLISECONDS_FROM = 100_000_000_000

# A bare date is the noon of that day in UTC: the same calendar date in every zone of Ukraine and Russia, and it never
# makes a text without a clock time the earliest of its day.
NOON = time(12, 0)

_NUMBER = re.compile(r"[+-]?\d{1,19}(?:\.\d{1,9})?")
_BARE_DATE = re.compile(r"\d{4}-\d\d-\d\d|\d{8}")
_DOTTED = re.compile(r"(\d{1,2})[./](\d{1,2})[./](\d{4})(?:[ ,T]+(\d{1,2}):(\d\d)(?::(\d\d))?)?")
_SLASHED = re.compile(r"(\d{4})/(\d\d)/(\d\d)")


def parse_instant(value: object) -> datetime | None:
    """Return the instant in aware UTC, or None when the value is none.

    Read are unix seconds or milliseconds (numbers or digits), ISO 8601, RFC 2822, ``DD.MM.YYYY [HH:MM[:SS]]`` and
    ``YYYYMMDD``. A time without an offset is taken as UTC, a bare date as noon UTC.
    """
    if isinstance(value, bool):
        return None
    if isinstance(value, int | float):
        return _within(_from_unix(value))
    if isinstance(value, str):
        return _within(_from_text(value.strip()))
    return None


def _within(value: datetime | None) -> datetime | None:
    return value if value is not None and EARLIEST <= value < LATEST else None


def _from_unix(value: float) -> datetime | None:
    if isinstance(value, float) and not math.isfinite(value):
        return None
    seconds = value / 1000 if abs(value) >= MILLISECONDS_FROM else value
    try:
        return datetime.fromtimestamp(seconds, UTC)
    except (OverflowError, OSError, ValueError):
        return None


def _from_text(text: str) -> datetime | None:
    if not text or len(text) > 80:
        return None
    if _BARE_DATE.fullmatch(text):
        return _as_utc(_iso(text), NOON)
    if _NUMBER.fullmatch(text):
        return _from_unix(float(text))
    dotted = _DOTTED.fullmatch(text)
    if dotted is not None:
        return _from_dotted(dotted)
    value = _iso(_SLASHED.sub(r"\1-\2-\3", text))
    return _as_utc(value if value is not None else _rfc(text))


def _iso(text: str) -> datetime | None:
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        return None


def _rfc(text: str) -> datetime | None:
    try:
        return parsedate_to_datetime(text)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def _from_dotted(match: re.Match[str]) -> datetime | None:
    day, month, year, hour, minute, second = match.groups()
    try:
        value = datetime(int(year), int(month), int(day), int(hour or 0), int(minute or 0), int(second or 0))
    except ValueError:
        return None
    return _as_utc(value, NOON if hour is None else None)


def _as_utc(value: datetime | None, clock: time | None = None) -> datetime | None:
    if value is None:
        return None
    if clock is not None:
        value = datetime.combine(value.date(), clock)
    if value.tzinfo is None:
        return value.replace(tzinfo=UTC)
    try:
        return value.astimezone(UTC)
    except (OverflowError, ValueError):
        return None
