"""A whole file to text, with the faults that are the same for every reader."""

from dataclasses import dataclass

from skyledger.ingest.encoding import decode_bytes
from skyledger.ingest.records import RawFile, ReadFault


@dataclass(frozen=True, slots=True, kw_only=True)
class FileText:
    """The text of a file.

    Attributes:
        damage: A fault when some bytes could not be decoded, else empty.
    """

    text: str
    damage: tuple[ReadFault, ...]


def decode_file(raw: RawFile) -> FileText | ReadFault:
    """Return the file's text, or why there is none."""
    decoded = decode_bytes(raw.data)
    if decoded is None:
        return raw.fault("file", "the bytes are no text")
    damage = (raw.fault(f"byte {decoded.damage_at}", decoded.damage),) if decoded.damage else ()
    return FileText(text=decoded.text, damage=damage)


def decode_page(raw: RawFile, what: str) -> FileText | ReadFault:
    """Return the text of a page or feed, whose parsers need more time and memory a byte than other readers."""
    if len(raw.data) > raw.limits.page_bytes:
        return raw.fault("file", f"{what} larger than {raw.limits.page_bytes:,} bytes")
    return decode_file(raw)
