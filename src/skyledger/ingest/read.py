"""The only place that joins walking, archives, detection and readers."""

import hashlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path

from skyledger.ingest.archive import Budget, Member, is_archive, open_archive
from skyledger.ingest.detect import Refusal, detect_reader
from skyledger.ingest.limits import Limits
from skyledger.ingest.records import FileRead, RawFile, Reader, ReadFault
from skyledger.ingest.registry import READERS
from skyledger.ingest.walk import Found, os_reason, printable_path, walk_files
from skyledger.model import Document

ARCHIVE_LABEL = "archive/1"


def _nothing_known(_sha256: str) -> bool:
    return False


@dataclass(slots=True, kw_only=True)
class _Run:
    """One call of :func:`read_paths`: its settings, and the hashes of the bytes it has met."""

    now: datetime
    limits: Limits
    is_known: Callable[[str], bool]
    met: set[str] = field(default_factory=set)

    def meets(self, sha256: str) -> bool:
        """Tell whether these bytes were read before, and remember them."""
        known = sha256 in self.met or self.is_known(sha256)
        self.met.add(sha256)
        return known


def read_paths(
    paths: Sequence[Path],
    *,
    now: datetime,
    limits: Limits = Limits(),  # noqa: B008 - frozen
    is_known: Callable[[str], bool] = _nothing_known,
) -> Iterator[FileRead]:
    """Read files and folders, each file once.

    Args:
        paths: Files, archives and folders; folders are walked in sorted order.
        now: Aware; becomes ``retrieved_at`` of every document.
        limits: Bounds on sizes and archives.
        is_known: Tells whether bytes with this SHA-256 are already in; they are reported as known and not read.

    Yields:
        One :class:`FileRead` per file, and one per member of an archive before the archive's own. An archive comes
        last so that a caller who stores each as it comes, and stops half-way, does not take it for read.
    """
    run = _Run(now=now, limits=limits, is_known=is_known)
    for found in walk_files(paths):
        yield from _read_found(found, run)


def read_bytes(
    data: bytes,
    name: str,
    *,
    now: datetime,
    limits: Limits = Limits(),  # noqa: B008 - frozen
    is_known: Callable[[str], bool] = _nothing_known,
) -> Iterator[FileRead]:
    """Read bytes that came by another way (standard input, an upload) as the file ``name``."""
    run = _Run(now=now, limits=limits, is_known=is_known)
    if len(data) > limits.file_bytes:
        yield _unread(name, len(data), f"larger than {limits.file_bytes:,} bytes")
        return
    yield from _read_data(data, name, run, depth=0, budget=Budget(limits=limits))


def _unread(path: str, size: int, reason: str) -> FileRead:
    return FileRead(
        path=path, sha256="", size=size, reader="", faults=(ReadFault(path=path, place="file", reason=reason),)
    )


def _read_found(found: Found, run: _Run) -> Iterator[FileRead]:
    path = printable_path(found.path)
    if found.fault:
        yield _unread(path, 0, found.fault)
        return
    try:
        with found.path.open("rb") as stream:
            data = stream.read(run.limits.file_bytes + 1)
    except OSError as error:
        yield _unread(path, 0, os_reason(error))
        return
    if len(data) > run.limits.file_bytes:
        yield _unread(path, len(data), f"larger than {run.limits.file_bytes:,} bytes")
        return
    yield from _read_data(data, path, run, depth=0, budget=Budget(limits=run.limits))


def _read_data(data: bytes, path: str, run: _Run, depth: int, budget: Budget) -> Iterator[FileRead]:
    sha256 = hashlib.sha256(data).hexdigest()
    if run.meets(sha256):
        yield FileRead(path=path, sha256=sha256, size=len(data), reader="", known=True)
    elif is_archive(data):
        yield from _read_archive(data, path, sha256, run, depth, budget)
    else:
        raw = RawFile(path=path, data=data, sha256=sha256, now=run.now, limits=run.limits)
        chosen = detect_reader(data, path)
        if isinstance(chosen, Refusal):
            faults = (raw.fault("file", chosen.reason),)
            yield FileRead(path=path, sha256=sha256, size=len(data), reader="", faults=faults)
        else:
            yield read_with(READERS[chosen.reader], raw)


def _read_archive(data: bytes, path: str, sha256: str, run: _Run, depth: int, budget: Budget) -> Iterator[FileRead]:
    faults: list[ReadFault] = []
    if depth >= run.limits.archive_depth:
        reason = f"more than {run.limits.archive_depth} archives inside each other"
        faults.append(ReadFault(path=path, place="file", reason=reason))
    else:
        for member in open_archive(data, path, budget):
            if member.data is None:
                faults.append(_member_fault(path, member))
            else:
                yield from _read_data(member.data, f"{path}!{_printable(member.name)}", run, depth + 1, budget)
    yield FileRead(
        path=path, sha256=sha256, size=len(data), reader=ARCHIVE_LABEL, faults=_capped(faults, path, run.limits)
    )


def _member_fault(path: str, member: Member) -> ReadFault:
    place = f"member {_printable(member.name)}" if member.name else "file"
    return ReadFault(path=path, place=place, reason=member.fault)


def _printable(name: str) -> str:
    clean = name.encode("utf-8", "replace").decode("utf-8")
    return "".join(char if char.isprintable() else "\ufffd" for char in clean)[:300]


def read_with(reader: Reader, raw: RawFile) -> FileRead:
    """Let one reader read one file."""
    documents: list[Document] = []
    faults: list[ReadFault] = []
    for item in reader.read(replace(raw, reader=reader.label)):
        if isinstance(item, Document):
            documents.append(item)
        else:
            faults.append(item)
    return FileRead(
        path=raw.path,
        sha256=raw.sha256,
        size=len(raw.data),
        reader=reader.label,
        documents=tuple(documents),
        faults=_capped(faults, raw.path, raw.limits),
    )


def _capped(faults: list[ReadFault], path: str, limits: Limits) -> tuple[ReadFault, ...]:
    more = len(faults) - limits.faults
    if more <= 0:
        return tuple(faults)
    rest = ReadFault(path=path, place="file", reason=f"{more:,} more faults of this file are not listed")
    return (*faults[: limits.faults], rest)
