"""What goes into a ledger and what it reports; the evidence itself is in :mod:`skyledger.model`."""

from dataclasses import dataclass
from datetime import datetime

from skyledger.model import Claim, Document, Issue


@dataclass(frozen=True, slots=True, kw_only=True)
class FileRecord:
    """One file as received.

    Attributes:
        path: Where it stood, as the user named it.
        sha256: Hash of its raw bytes, hex; the same bytes under another path are the same evidence.
        size: Bytes.
        reader: Which reader took it apart, with its version.
        received_at: Aware.
    """

    path: str
    sha256: str
    size: int
    reader: str
    received_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One document with everything one program version derived from it.

    Attributes:
        extractor: Version of the program that derived the claims.
        pack_version: Version of the packs in force; stored even when there is no claim to carry it.
    """

    document: Document
    claims: tuple[Claim, ...] = ()
    issues: tuple[Issue, ...] = ()
    extractor: str = ""
    pack_version: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AddResult:
    """What one :meth:`Ledger.add` stored.

    Attributes:
        documents_new: Ids never seen before.
        documents_known: Documents that were already in, word for word.
        documents_versioned: Known ids with other content: stored as a further version.
        claims_new: Claims stored, also those of a newer derivation of a known document.
        issues_new: Issues stored, likewise.
    """

    documents_new: int = 0
    documents_known: int = 0
    documents_versioned: int = 0
    claims_new: int = 0
    issues_new: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentVersion:
    """One version of a document.

    Attributes:
        number: 1 for the first that arrived.
        received_at: When the ledger got it, aware UTC.
    """

    document: Document
    number: int
    received_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerStats:
    """Size of a ledger.

    Attributes:
        files: Receipts: one for each pair of path and bytes.
        documents: Ids.
        versions: Versions of all documents; equal to ``documents`` when none was ever edited.
        claims: Those that reads return: newest derivation of the standing version.
        claims_stored: All, with the superseded ones.
        issues: Like ``claims``.
    """

    files: int
    documents: int
    versions: int
    claims: int
    claims_stored: int
    issues: int
    decisions: int
    runs: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """One finished run of a command that wrote to the ledger; the log of who computed what with which versions.

    Attributes:
        outcome: ``done``, ``problems`` or ``failed``.
        note: One line, e.g. counts; or ``""``.
    """

    id: str
    command: str
    version: str
    pack_version: str
    started_at: datetime
    finished_at: datetime
    outcome: str
    note: str = ""
