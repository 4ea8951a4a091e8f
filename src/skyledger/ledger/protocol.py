"""The one seam between skyledger and a database."""

from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager
from datetime import date, datetime
from pathlib import Path
from typing import Protocol

from skyledger.ledger.incident_protocol import Incidents, LedgerView
from skyledger.ledger.incident_records import Batch, Horizon, Settlement
from skyledger.ledger.records import AddResult, DocumentVersion, Entry, FileRecord, LedgerStats, Run
from skyledger.ledger.search_records import SearchPage, SearchQuery
from skyledger.model import Claim, Decision, Document, Issue, Kind


class Ledger(AbstractContextManager["Ledger"], Protocol):
    """An append-only store: what is in stays in, and nothing is ever changed.

    Reads return what stands: the newest derivation of the standing version of each document, in an order that does not
    depend on the order of arrival. Every method raises :class:`skyledger.errors.LedgerError` when the database fails.
    """

    def at(self, instant: datetime) -> "Ledger":
        """Return the ledger as it stood at an instant: what was received later is not there yet.

        It reads from the same database and closes with it; whatever would write raises.

        Args:
            instant: Aware.
        """

    @property
    def as_of(self) -> datetime | None:
        """The instant as of which it is looked at, aware UTC; None is now."""

    @property
    def incidents(self) -> Incidents:
        """What was derived of all that is in, as far as it is settled."""

    def has_file(self, sha256: str) -> bool:
        """Tell whether these bytes are already in (``ingest.read_paths(is_known=...)``)."""

    def add(self, file: FileRecord | None, raw: bytes | None, entries: Iterable[Entry], now: datetime) -> AddResult:
        """Store a file and all its documents in one transaction: all of it or nothing.

        Entries are read to the end *before* the write lock is taken, so a lazy iterable may extract as it goes.

        Args:
            file: None when known documents are only derived again with newer packs.
            raw: The bytes of the file, kept compressed up to the size limit; None keeps none.
            entries: One for each document.
            now: Aware; becomes ``received_at`` of every row but the file's.

        Raises:
            LedgerError: Also when ``raw`` is not what ``file.sha256`` says, or ``now`` has no zone.
        """

    def raw(self, sha256: str) -> bytes | None:
        """Return the bytes of a file, or None when they were not kept."""

    def files(self) -> Iterator[FileRecord]:
        """Return every receipt, oldest first."""

    def documents(
        self, ids: Iterable[str] | None = None, *, posted: tuple[datetime, datetime] | None = None
    ) -> dict[str, Document]:
        """Return the standing version of all documents, or of those named (unknown ids are left out), by id.

        Args:
            ids: Any of these.
            posted: Aware; only those published between the two.
        """

    def document(self, id: str) -> Document:
        """Return the standing version of one document.

        The version edited last by what its source says stands; among equals, and where the source says nothing, the
        one that arrived last.

        Raises:
            NotFoundError: No document has this id.
        """

    def document_versions(self, id: str) -> tuple[DocumentVersion, ...]:
        """Return all versions of one document in order of arrival.

        Raises:
            NotFoundError: No document has this id.
        """

    def claims(
        self,
        *,
        start: datetime | None = None,
        end: datetime | None = None,
        night: date | None = None,
        region: str | None = None,
        document: str | None = None,
        documents: Iterable[str] | None = None,
        kinds: Iterable[Kind] | None = None,
        ids: Iterable[str] | None = None,
        timeless: bool = False,
    ) -> tuple[Claim, ...]:
        """Return the claims that meet every condition given, by document and place in it.

        Args:
            start: Aware; claims whose time ends at or before it are left out. An unknown end never excludes.
            end: Aware; claims whose time starts at or after it are left out. An unknown start never excludes.
            night: Label by :func:`skyledger.model.night.night_of`.
            region: ISO 3166-2; matches places in the region and lists that name it.
            document: Id of one document.
            documents: Ids of any of these documents.
            kinds: Any of these.
            ids: Any of these claim ids.
            timeless: With ``start`` or ``end``: also claims without any time whose document was published in between.
        """

    def issues(
        self,
        *,
        document: str | None = None,
        documents: Iterable[str] | None = None,
        codes: Iterable[str] | None = None,
    ) -> tuple[Issue, ...]:
        """Return recorded doubts, of one document, of several or of all, by document and place in it."""

    def decide(self, decision: Decision, now: datetime | None = None) -> bool:
        """Append a decision; False when the very same one is already in.

        Args:
            decision: ``why`` is never empty; ``undo`` names a decision in this ledger.
            now: When the ledger got it, aware; ``decision.at`` unless given.

        Raises:
            UsageError: The decision makes no sense (wrong number of targets, no reason, id used by another decision).
            NotFoundError: An ``undo`` names no decision of this ledger.
        """

    def decisions(self) -> tuple[Decision, ...]:
        """Return every decision in the order made, with the undone and the undoing."""

    def active_decisions(self) -> tuple[Decision, ...]:
        """Return the decisions in force: without those undone and without the ``undo`` decisions themselves."""

    def record_run(self, run: Run, now: datetime) -> None:
        """Append a finished run."""

    def runs(self) -> tuple[Run, ...]:
        """Return the runs in the order recorded."""

    def nights(self) -> tuple[tuple[date, int], ...]:
        """Return each night that current claims belong to with their number, earliest first."""

    def stats(self) -> LedgerStats:
        """Return the size of the ledger."""

    def faults(self) -> Iterator[str]:
        """Yield what is wrong with the ledger itself, one line each; nothing when it is sound.

        Bytes are hashed again, every document and derivation is held against the key it was stored under, and every
        span of every claim and issue is cut from its text again.
        """

    def hash_lines(self) -> list[str]:
        """Return the lines of a list that proves later what is in now: the newest log entry, the hash of every file.

        Raises:
            LedgerError: Nothing is in yet.
        """

    def list_faults(self, path: Path) -> Iterator[str]:
        """Yield what such a list, kept in a file, has and this ledger has not.

        Raises:
            LedgerError: The file cannot be read or is no such list.
        """

    def batches_after(self, last: Settlement | None) -> tuple[Batch, ...]:
        """Return the derivations and decisions that arrived after a settlement, in batches of one time each."""

    def view(self, horizon: Horizon | None = None) -> LedgerView:
        """Return documents, claims and decisions as they stood within a horizon; None sees everything there is now."""

    def copy_to(self, path: Path) -> int:
        """Copy the ledger to a file that does not exist yet, while others read and write; return its bytes.

        Raises:
            LedgerError: The file is there already or cannot be written.
        """

    def size_bytes(self) -> int:
        """Return what the ledger takes on disk, with its indexes."""

    def fill_from(self, other: "Ledger") -> None:
        """Fill this ledger, which must be empty, with every row of another, in one transaction.

        Raises:
            LedgerError: This ledger holds rows already.
        """

    def export_to(self, folder: Path, *, parquet: bool = False) -> dict[str, int]:
        """Write every row of every table into a new folder, as JSON Lines and on demand as Parquet; return the rows.

        Raises:
            LedgerError: The folder holds something or cannot be written, or Parquet's library is not installed.
        """

    def import_from(self, folder: Path) -> dict[str, int]:
        """Fill this ledger, which must be empty, with an export: the same rows, or nothing at all; return the rows.

        Raises:
            LedgerError: The ledger is not empty, or the export is not whole or does not fit itself.
        """

    def search(self, query: SearchQuery, *, before: int | None = None, limit: int = 50) -> SearchPage:
        """Return the newest texts that answer a query.

        Args:
            query: Words, and conditions on the text and on one of its claims.
            before: :attr:`SearchPage.before` of the page before; None begins.
            limit: Texts a page, 1 to 1,000.

        Raises:
            UsageError: The query makes no sense.
        """

    def compact(self) -> None:
        """Give back unused space and refresh the planner's figures; no row changes.

        An index of words that has not exactly the texts is made anew.
        """

    def close(self) -> None:
        """Let go of the database; the ledger is of no use afterwards."""
