"""The ledger over SQL, whichever database :mod:`skyledger.ledger.database` stands for."""

from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager
from datetime import date, datetime
from pathlib import Path
from types import TracebackType
from typing import Self

from sqlalchemy import Connection, Table, insert, select

from skyledger.errors import LedgerError, NotFoundError
from skyledger.ledger import read, tables
from skyledger.ledger.batches import batches_after, newest_horizon
from skyledger.ledger.carry import carry_rows
from skyledger.ledger.chain import Sealing
from skyledger.ledger.codec import check_aware, decoder, encode, safe_text, utc_instant, utc_text
from skyledger.ledger.database import Database
from skyledger.ledger.decision_write import insert_decision, is_new_decision, row_of_decision
from skyledger.ledger.export import export_ledger
from skyledger.ledger.hash_list import hash_lines, list_faults, read_list
from skyledger.ledger.importing import import_ledger
from skyledger.ledger.incident_records import Batch, Horizon, Settlement
from skyledger.ledger.incident_store import SqlIncidents
from skyledger.ledger.judgements import active_of, check_decision
from skyledger.ledger.protocol import Ledger
from skyledger.ledger.received_files import compressed, has_file, insert_file, packed_raw, unpacked_raw
from skyledger.ledger.records import AddResult, DocumentVersion, Entry, FileRecord, LedgerStats, Run
from skyledger.ledger.rows import rows_of_entry
from skyledger.ledger.search import check_query, search_page
from skyledger.ledger.search_index import findings_faults, index_faults, indexes_anew
from skyledger.ledger.search_records import SearchPage, SearchQuery
from skyledger.ledger.stats import read_stats
from skyledger.ledger.verify import find_faults
from skyledger.ledger.view import SqlView
from skyledger.ledger.write import EntryInserter
from skyledger.model import Claim, Decision, Document, Issue, Kind

_claim, _document, _issue = decoder(Claim), decoder(Document), decoder(Issue)
_decision, _file, _run = decoder(Decision), decoder(FileRecord), decoder(Run)


class SqlLedger:
    """:class:`skyledger.ledger.Ledger` over SQLAlchemy Core; the Protocol documents every method."""

    def __init__(self, database: Database, raw_limit_bytes: int, as_of: str | None = None) -> None:
        self._database = database
        self._as_of = as_of
        self._raw_limit_bytes = raw_limit_bytes
        self._incidents = SqlIncidents(database, as_of)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the database."""
        self._database.close()

    def at(self, instant: datetime) -> "SqlLedger":
        """Return the ledger as it stood at an instant; nothing can be written there."""
        return SqlLedger(self._database, self._raw_limit_bytes, utc_text(instant, "the instant"))

    @property
    def as_of(self) -> datetime | None:
        """Return the instant as of which it is looked at."""
        return None if self._as_of is None else utc_instant(self._as_of)

    @property
    def incidents(self) -> SqlIncidents:
        """Return the settled incidents."""
        return self._incidents

    def has_file(self, sha256: str) -> bool:
        """Tell whether these bytes are already in."""
        with self._database.reading() as connection:
            return has_file(connection, sha256.lower(), self._as_of)

    def add(self, file: FileRecord | None, raw: bytes | None, entries: Iterable[Entry], now: datetime) -> AddResult:
        """Store a file and all its documents in one transaction."""
        check_aware(now, "now")
        body = compressed(file, raw, self._raw_limit_bytes)
        rows = [rows_of_entry(entry) for entry in entries]
        with self._writing() as connection:
            sealing = Sealing(connection, now)
            if file is not None:
                insert_file(connection, file, body, sealing.received_at)
            result = EntryInserter(self._database, connection, sealing).insert(rows)
            sealing.seal("add")
        return result

    def raw(self, sha256: str) -> bytes | None:
        """Return the bytes of a file, or None."""
        with self._database.reading() as connection:
            body = packed_raw(connection, sha256.lower(), self._as_of)
        return None if body is None else unpacked_raw(self._database.name, sha256.lower(), body)

    def files(self) -> Iterator[FileRecord]:
        """Return every receipt, oldest first."""
        return map(_file, self._bodies(tables.files))

    def documents(
        self, ids: Iterable[str] | None = None, *, posted: tuple[datetime, datetime] | None = None
    ) -> dict[str, Document]:
        """Return standing versions by id."""
        with self._database.reading() as connection:
            bodies = read.document_bodies(connection, ids, self._as_of, posted)
        return {document.id: document for document in map(_document, bodies)}

    def document(self, id: str) -> Document:
        """Return the standing version of one document."""
        found = self.documents([id])
        if id not in found:
            raise NotFoundError(f"no document {id!r} in {self._database.name}")
        return found[id]

    def document_versions(self, id: str) -> tuple[DocumentVersion, ...]:
        """Return all versions of one document."""
        with self._database.reading() as connection:
            rows = read.version_bodies(connection, id, self._as_of)
        if not rows:
            raise NotFoundError(f"no document {id!r} in {self._database.name}")
        return tuple(
            DocumentVersion(document=_document(body), number=number, received_at=utc_instant(received_at))
            for number, body, received_at in rows
        )

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
        """Return the claims that meet every condition given."""
        wanted = read.ClaimFilter(
            start=start,
            end=end,
            night=night,
            region=region,
            document=document,
            documents=None if documents is None else frozenset(documents),
            kinds=None if kinds is None else frozenset(kinds),
            timeless=timeless,
        )
        named = None if ids is None else frozenset(ids)
        with self._database.reading() as connection:
            bodies = read.claim_bodies(connection, wanted, named, self._as_of)
        return tuple(claim for claim in map(_claim, bodies) if read.passes(claim, wanted, named))

    def issues(
        self,
        *,
        document: str | None = None,
        documents: Iterable[str] | None = None,
        codes: Iterable[str] | None = None,
    ) -> tuple[Issue, ...]:
        """Return recorded doubts."""
        wanted = documents if document is None else [document]
        with self._database.reading() as connection:
            bodies = read.issue_bodies(connection, wanted, codes, self._as_of)
        return tuple(map(_issue, bodies))

    def decide(self, decision: Decision, now: datetime | None = None) -> bool:
        """Append a decision; False when it is already in."""
        check_decision(decision)
        row = row_of_decision(decision)
        received = check_aware(decision.at if now is None else now, "the time of the decision")
        with self._writing() as connection:
            if not is_new_decision(connection, decision, self._database.name):
                return False
            sealing = Sealing(connection, received)
            insert_decision(connection, row, sealing.received_at)
            sealing.seal("decide")
        return True

    def decisions(self) -> tuple[Decision, ...]:
        """Return every decision in the order made."""
        return tuple(map(_decision, self._bodies(tables.decisions)))

    def active_decisions(self) -> tuple[Decision, ...]:
        """Return the decisions in force."""
        return active_of(self.decisions())

    def record_run(self, run: Run, now: datetime) -> None:
        """Append a finished run."""
        check_aware(now, "now")
        with self._writing() as connection:
            sealing = Sealing(connection, now)
            row = {"run": safe_text(run.id), "body": encode(run), "received_at": sealing.received_at}
            connection.execute(insert(tables.runs), row)
            sealing.seal("run")

    def runs(self) -> tuple[Run, ...]:
        """Return the runs in the order recorded."""
        return tuple(map(_run, self._bodies(tables.runs)))

    def nights(self) -> tuple[tuple[date, int], ...]:
        """Return each night with its number of current claims."""
        with self._database.reading() as connection:
            rows = read.night_counts(connection, self._as_of)
        return tuple((date.fromisoformat(night), number) for night, number in rows)

    def stats(self) -> LedgerStats:
        """Return the size of the ledger."""
        with self._database.reading() as connection:
            return read_stats(connection, self._as_of)

    def faults(self) -> Iterator[str]:
        """Yield what is wrong with the ledger itself."""
        with self._database.reading() as connection:
            yield from find_faults(self._database, connection)

    def hash_lines(self) -> list[str]:
        """Return the list of hashes of what is in now."""
        with self._database.reading() as connection:
            return hash_lines(connection)

    def list_faults(self, path: Path) -> Iterator[str]:
        """Yield what a list of hashes has and this ledger has not."""
        with self._database.reading() as connection:
            yield from list_faults(connection, read_list(path), str(path))

    def batches_after(self, last: Settlement | None) -> tuple[Batch, ...]:
        """Return what arrived after a settlement."""
        with self._database.reading() as connection:
            return batches_after(connection, last, self._as_of)

    def view(self, horizon: Horizon | None = None) -> SqlView:
        """Return the ledger as it stood within a horizon."""
        if horizon is None:
            with self._database.reading() as connection:
                horizon = newest_horizon(connection, self._as_of)
        return SqlView(self._database, horizon)

    def copy_to(self, path: Path) -> int:
        """Copy the ledger to a new file."""
        return self._database.copy_to(path)

    def size_bytes(self) -> int:
        """Return what the ledger takes on disk."""
        return self._database.size_bytes()

    def fill_from(self, other: Ledger) -> None:
        """Fill this empty ledger with every row of another."""
        if not isinstance(other, SqlLedger):
            raise TypeError("rows are carried between ledgers over SQL")
        with other._database.reading() as connection:
            carry_rows(connection, self._database)

    def export_to(self, folder: Path, *, parquet: bool = False) -> dict[str, int]:
        """Write the whole ledger as files."""
        with self._database.reading() as connection:
            return export_ledger(connection, folder, parquet=parquet)

    def import_from(self, folder: Path) -> dict[str, int]:
        """Fill this empty ledger from files."""
        return import_ledger(self._database, folder)

    def search(self, query: SearchQuery, *, before: int | None = None, limit: int = 50) -> SearchPage:
        """Return a page of the texts that answer a query."""
        check_query(query, limit)
        with self._database.reading() as connection:
            return search_page(connection, query, before=before, limit=limit, as_of=self._as_of)

    def compact(self) -> None:
        """Give back unused space."""
        with self._writing() as connection:
            if any(True for _ in (*index_faults(connection), *findings_faults(connection))):
                indexes_anew(connection)
        self._database.compact()

    def _writing(self) -> AbstractContextManager[Connection]:
        if self._as_of is not None:
            raise LedgerError(f"{self._database.name}: as it stood at {self._as_of} it takes no writes")
        return self._database.writing()

    def _bodies(self, table: Table) -> list[str]:
        with self._database.reading() as connection:
            known = read.received(table, self._as_of)
            return list(connection.scalars(select(table.c.body).where(*known).order_by(table.c.row)))
