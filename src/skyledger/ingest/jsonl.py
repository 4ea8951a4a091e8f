"""Documents as JSON Lines (docs/formats.md), raw stream rows, and JSON files of one array or one object."""

import io
from collections.abc import Iterator

from skyledger.ingest.encoding import SAMPLE_BYTES, decode_bytes
from skyledger.ingest.json_text import JsonTextError, as_object, parse_json
from skyledger.ingest.records import RawFile, ReadItem
from skyledger.ingest.rows import read_row


def read_jsonl(raw: RawFile) -> Iterator[ReadItem]:
    """Yield one document per line; a bad line is a fault and the others stay in."""
    whole = _parse_whole(raw)
    if whole is not None:
        for index, row in enumerate(whole):
            yield from _read_value(raw, row, f"row {index + 1}")
        return
    for number, line in _lines(raw):
        if isinstance(line, str):
            yield from _read_line(raw, line, f"line {number}")
        else:
            yield raw.fault(f"line {number}", line.reason)


class _BadLine:
    """A line that is no text, or too long."""

    def __init__(self, reason: str) -> None:
        self.reason = reason


def _parse_whole(raw: RawFile) -> list[object] | None:
    """Return the rows of a file that is one array or one indented object, and None for JSON Lines."""
    head = raw.data[:SAMPLE_BYTES].lstrip(b"\xef\xbb\xbf \t\r\n\x00\xff\xfe")
    first_line = head.partition(b"\n")[0].strip()
    if not head.startswith(b"[") and first_line.endswith(b"}"):
        return None
    decoded = decode_bytes(raw.data)
    if decoded is None:
        return None
    try:
        value = parse_json(decoded.text)
    except JsonTextError:
        return None
    return value if isinstance(value, list) else [value]


def _lines(raw: RawFile) -> Iterator[tuple[int, str | _BadLine]]:
    """Yield numbered lines; UTF-8 is decoded line by line, so that one bad line spoils no other."""
    sample = decode_bytes(raw.data[:SAMPLE_BYTES], whole=len(raw.data) <= SAMPLE_BYTES)
    stream = io.BytesIO(raw.data)
    if sample is not None and sample.encoding != "utf-8":
        decoded = decode_bytes(raw.data)
        if decoded is not None and decoded.encoding != "utf-8":
            if decoded.damage:
                yield 1, _BadLine(f"byte {decoded.damage_at}: {decoded.damage}")
            stream = io.BytesIO(decoded.text.encode("utf-8", "replace"))
    for number, line in enumerate(stream, start=1):
        if len(line) > raw.limits.line_bytes:
            yield number, _BadLine(f"longer than {raw.limits.line_bytes:,} bytes")
        elif line.strip():
            yield number, _decode_line(line)


def _decode_line(line: bytes) -> str | _BadLine:
    try:
        return line.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return _BadLine(f"not UTF-8 at byte {error.start} of the line")


def _read_line(raw: RawFile, line: str, place: str) -> Iterator[ReadItem]:
    try:
        value = parse_json(line)
    except JsonTextError as fault:
        yield raw.fault(place, f"not valid JSON: {fault}")
        return
    yield from _read_value(raw, value, place)


def _read_value(raw: RawFile, value: object, place: str) -> Iterator[ReadItem]:
    if not isinstance(value, dict):
        yield raw.fault(place, "not a JSON object")
        return
    yield from read_row(raw, as_object(value), place)
