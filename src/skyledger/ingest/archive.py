"""Gzip and zip files opened in memory within limits; nothing is ever written, so member names cannot do harm."""

import gzip
import io
import lzma
import struct
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import IO

from skyledger.ingest.limits import Limits
from skyledger.ingest.walk import is_skipped

GZIP_MAGIC = b"\x1f\x8b"
ZIP_MAGICS = (b"PK\x03\x04", b"PK\x05\x06")
RATIO_FREE_BYTES = 1024 * 1024  # a small file may well pack better than the ratio allows

# Found by fuzzing damaged archives: what gzip, zlib, zipfile and its decompressors raise.
_GZIP_ERRORS = (OSError, EOFError, zlib.error, struct.error)
_ZIP_ERRORS = (
    zipfile.BadZipFile, OSError, EOFError, zlib.error, lzma.LZMAError, struct.error, NotImplementedError, RuntimeError,
    ValueError, OverflowError, KeyError,
)  # fmt: skip

# Office documents, books and maps are zips too; their XML is no text to read.
_OFFICE_MEMBERS = frozenset({"[Content_Types].xml", "mimetype", "META-INF/MANIFEST.MF", "AndroidManifest.xml"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """One file of an archive, or the reason why it stays closed.

    Attributes:
        name: As the archive has it; ``""`` for the archive itself.
        data: The unpacked bytes, None when ``fault`` says why not.
    """

    name: str
    data: bytes | None = None
    fault: str = ""


@dataclass(slots=True, kw_only=True)
class Budget:
    """How many bytes may still be unpacked for one outer file; the only thing here that changes."""

    limits: Limits
    left: int = field(init=False)

    def __post_init__(self) -> None:
        self.left = self.limits.archive_bytes


def is_archive(data: bytes) -> bool:
    """Tell whether the bytes start as gzip or zip files do."""
    return data.startswith((GZIP_MAGIC, *ZIP_MAGICS))


def open_archive(data: bytes, name: str, budget: Budget) -> Iterator[Member]:
    """Yield the members of a gzip or zip file in sorted order, each with its bytes or with a fault."""
    if data.startswith(GZIP_MAGIC):
        yield _open_gzip(data, name, budget)
    else:
        yield from _open_zip(data, budget)


def _open_gzip(data: bytes, name: str, budget: Budget) -> Member:
    base = name.rpartition("/")[2]
    inner = base[:-3] if base.lower().endswith(".gz") else base[:-4] + ".tar" if base.lower().endswith(".tgz") else base
    try:
        with gzip.GzipFile(fileobj=io.BytesIO(data)) as stream:
            return _unpack(stream, inner, len(data), budget)
    except _GZIP_ERRORS as error:
        return Member(name=inner, fault=f"the gzip data are damaged ({_short(error)})")


def _open_zip(data: bytes, budget: Budget) -> Iterator[Member]:
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
        infos = sorted(archive.infolist(), key=lambda info: info.filename)
    except _ZIP_ERRORS as error:
        yield Member(name="", fault=f"the zip directory is damaged ({_short(error)})")
        return
    if any(info.filename in _OFFICE_MEMBERS for info in infos):
        yield Member(name="", fault="an office document or program, not an archive of texts; save it as text or HTML")
        return
    if len(infos) > budget.limits.archive_members:
        yield Member(name="", fault=f"more than {budget.limits.archive_members:,} files in the archive")
        return
    with archive:
        for info in infos:
            if not info.is_dir() and not is_skipped(info.filename) and not info.filename.startswith("__MACOSX/"):
                yield _open_zip_member(archive, info, budget)


def _open_zip_member(archive: zipfile.ZipFile, info: zipfile.ZipInfo, budget: Budget) -> Member:
    if info.flag_bits & 1:
        return Member(name=info.filename, fault="encrypted; unpack it with its password first")
    try:
        with archive.open(info) as stream:
            return _unpack(stream, info.filename, max(1, info.compress_size), budget)
    except _ZIP_ERRORS as error:
        return Member(name=info.filename, fault=f"the packed data are damaged ({_short(error)})")


def _unpack(stream: IO[bytes] | gzip.GzipFile, name: str, packed: int, budget: Budget) -> Member:
    """Read the stream up to the tightest bound; the sizes an archive states of itself are not believed."""
    limits = budget.limits
    by_ratio = max(RATIO_FREE_BYTES, packed * limits.archive_ratio)
    bound = min(limits.file_bytes, by_ratio, budget.left)
    data = stream.read(bound + 1)
    budget.left -= min(len(data), bound)
    if len(data) <= bound:
        return Member(name=name, data=data)
    if bound == limits.file_bytes:
        return Member(name=name, fault=f"unpacks to more than {limits.file_bytes:,} bytes")
    if bound == by_ratio:
        return Member(
            name=name, fault=f"unpacks to more than {limits.archive_ratio} times its size, as archive bombs do"
        )
    return Member(name=name, fault=f"the archive unpacks to more than {limits.archive_bytes:,} bytes in all")


def _short(error: Exception) -> str:
    return str(error)[:80] or type(error).__name__
