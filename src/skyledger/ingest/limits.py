"""How much a file may ask of the machine before it is refused with a clear fault."""

from dataclasses import dataclass

MIB = 1024 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """Bounds on one run; every number is documented in ``docs/readers.md``.

    Attributes:
        file_bytes: Largest file, or archive member, that is read. A whole-account Telegram export of text is tens of
            MiB; a reader needs about six times this in memory.
        page_bytes: Largest HTML page or feed; a saved news page is under 5 MiB, and a feed made of
            nothing but tags takes 5 s/MB.
        line_bytes: Longest line of a JSON Lines file.
        document_chars: Longest text of one document, in code points.
        archive_members: Most files in one archive.
        archive_bytes: Most bytes one archive may unpack to, all members and nested archives together.
        archive_ratio: Most bytes unpacked for each byte packed; repetitive JSON reaches 30, a bomb 1,000 and more.
        archive_depth: How many archives may stand inside each other (``2``: a zip in a zip).
        faults: Most faults listed for one file; the rest are counted in a last fault.
    """

    file_bytes: int = 256 * MIB
    page_bytes: int = 8 * MIB
    line_bytes: int = 8 * MIB
    document_chars: int = 1_000_000
    archive_members: int = 10_000
    archive_bytes: int = 1024 * MIB
    archive_ratio: int = 200
    archive_depth: int = 2
    faults: int = 1_000
