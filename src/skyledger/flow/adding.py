"""Files into a ledger: ingest, extract, resolve and the store, a file at a time."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from skyledger import __version__
from skyledger.flow.reading import extract_documents
from skyledger.flow.settling import settle
from skyledger.model import Document
from skyledger.model.ids import hash_parts
from skyledger.packs.load import Packs, load_packs

if TYPE_CHECKING:
    from skyledger.ingest import FileRead, ReadFault
    from skyledger.ledger import AddResult, Entry, Ledger


@dataclass(frozen=True, slots=True, kw_only=True)
class AddReport:
    """What one run of :func:`add_paths` read and stored.

    Attributes:
        files: Files and archive members met, with those known before and those that gave nothing.
        files_known: Their bytes were in the ledger already, so they were not read.
        documents_versioned: Known texts that came again in other words: stored as a further version.
        faults: What could not be read, in the order met.
    """

    files: int = 0
    files_known: int = 0
    documents_new: int = 0
    documents_known: int = 0
    documents_versioned: int = 0
    claims_new: int = 0
    issues_new: int = 0
    faults: tuple[ReadFault, ...] = ()

    def plus(self, file: FileRead, result: AddResult) -> AddReport:
        """Return the report with one more file in it."""
        return AddReport(
            files=self.files + 1,
            files_known=self.files_known + file.known,
            documents_new=self.documents_new + result.documents_new,
            documents_known=self.documents_known + result.documents_known,
            documents_versioned=self.documents_versioned + result.documents_versioned,
            claims_new=self.claims_new + result.claims_new,
            issues_new=self.issues_new + result.issues_new,
            faults=self.faults + file.faults,
        )


OnProgress = Callable[[str, AddReport], None]


def add_paths(
    ledger: Ledger,
    paths: Sequence[Path],
    *,
    now: datetime,
    packs: Packs | None = None,
    on_progress: OnProgress | None = None,
) -> AddReport:
    """Read files into a ledger; each file is stored with all its texts and claims, or not at all.

    Args:
        ledger: Where they go.
        paths: Files, archives and folders.
        now: Aware; when the texts were received.
        packs: None loads those that are shipped.
        on_progress: Called after each file with its path and the report so far.

    Returns:
        What was new, known and faulty.
    """
    from skyledger.ingest import read_paths

    packs = load_packs() if packs is None else packs
    report = AddReport()
    for file in read_paths(paths, now=now, is_known=ledger.has_file):
        report = report.plus(file, _store(ledger, file, now, packs))
        if on_progress is not None:
            on_progress(file.path, report)
    settle(ledger, now)
    _log_run(ledger, "add", now, packs, report)
    return report


def _store(ledger: Ledger, file: FileRead, now: datetime, packs: Packs) -> AddResult:
    """Store a file that gave something; one that gave only faults is tried again, and named again, next time."""
    from skyledger.ledger import AddResult, FileRecord

    if file.known or (file.faults and not file.documents):
        return AddResult()
    record = FileRecord(path=file.path, sha256=file.sha256, size=file.size, reader=file.reader, received_at=now)
    return ledger.add(record, _read_again(file), _entries(file.documents, packs), now)


def _entries(documents: Iterable[Document], packs: Packs) -> Iterator[Entry]:
    from skyledger.ledger import Entry

    for document, claims, issues in extract_documents(documents, packs):
        yield Entry(document=document, claims=claims, issues=issues, extractor=__version__, pack_version=packs.version)


def _read_again(file: FileRead) -> bytes | None:
    """Return the bytes a file had when it was read; None for a member of an archive, whose archive is kept."""
    from skyledger.ledger import RAW_LIMIT_BYTES

    path = Path(file.path)
    if file.size > RAW_LIMIT_BYTES or not path.is_file():
        return None
    raw = path.read_bytes()
    return raw if hashlib.sha256(raw).hexdigest() == file.sha256 else None


def _log_run(ledger: Ledger, command: str, now: datetime, packs: Packs, report: AddReport) -> None:
    from skyledger.ledger import Run

    finished = max(now, datetime.now(UTC))
    note = f"{report.documents_new} documents, {report.claims_new} claims, {len(report.faults)} faults"
    run = Run(
        id="run-" + hash_parts(command, now.isoformat(), finished.isoformat(), note).hex()[:16],
        command=command,
        version=__version__,
        pack_version=packs.version,
        started_at=now,
        finished_at=finished,
        outcome="problems" if report.faults else "done",
        note=note,
    )
    ledger.record_run(run, finished)


def derive_again(ledger: Ledger, *, now: datetime, packs: Packs | None = None) -> AddReport:
    """Read the texts of a ledger once more with the packs in force; what was derived before stays stored beside it."""
    packs = load_packs() if packs is None else packs
    result = ledger.add(None, None, read_anew(ledger, packs), now)
    report = AddReport(
        documents_known=result.documents_known, claims_new=result.claims_new, issues_new=result.issues_new
    )
    settle(ledger, now)
    _log_run(ledger, "refresh", now, packs, report)
    return report


def read_anew(ledger: Ledger, packs: Packs) -> Iterator[Entry]:
    """Yield what a reading of every text of a ledger gives; nothing is stored."""
    return _entries(ledger.documents().values(), packs)
