"""The ledger as it stood within a horizon, in the pieces that settling asks for."""

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, and_, or_, select

from skyledger.ledger import tables
from skyledger.ledger.codec import decoder, safe_text
from skyledger.ledger.database import Database
from skyledger.ledger.incident_records import Horizon, Marked, Text
from skyledger.ledger.judgements import active_of
from skyledger.ledger.packing import Packing
from skyledger.ledger.write import chunks
from skyledger.model import Claim, Decision, Document

_claim, _document, _decision = decoder(Claim), decoder(Document), decoder(Decision)
_d, _x, _c = tables.documents.c, tables.derivations.c, tables.claims.c
# Earlier than any edit, as in read.py: a version whose source admits no edit is an original.
_NEVER_EDITED = -(2**62)
Interval = tuple[int, int]


class SqlView:
    """:class:`skyledger.ledger.incident_protocol.LedgerView` over SQLAlchemy Core.

    A horizon is never overtaken: rows that come later have higher numbers. So reads need no common transaction.
    """

    def __init__(self, database: Database, horizon: Horizon) -> None:
        self._database = database
        self.horizon = horizon

    def decisions(self) -> tuple[Decision, ...]:
        """Return every decision within the horizon, in the order made."""
        table = tables.decisions.c
        query = select(table.body).where(table.row <= self.horizon.decisions).order_by(table.row)
        with self._database.reading() as connection:
            return tuple(map(_decision, connection.scalars(query)))

    def active_decisions(self) -> tuple[Decision, ...]:
        """Return the decisions in force within the horizon."""
        return active_of(self.decisions())

    def count_documents(self) -> int:
        """Return how many documents there are, or more: versions are counted."""
        return self.horizon.documents

    def texts(self, ids: Iterable[str] | None = None) -> dict[str, Text]:
        """Return the standing version of documents, with the claims of its newest derivation."""
        wanted = None if ids is None else sorted({safe_text(id) for id in ids})
        with self._database.reading() as connection:
            standing = self._standing(connection, wanted)
            derived = self._derived(connection, standing.values())
            bodies = _bodies(connection, standing.values())
            claims = _claims(connection, [row for row, _ in derived.values()])
        found: dict[str, Text] = {}
        for row in standing.values():
            document, version = _document(bodies[row][0]), bodies[row][1]
            derivation, packs = derived.get(row, (0, ""))
            found[document.id] = Text(
                row=row,
                document=document,
                claims=tuple(claims.get(derivation, ())),
                pack_version=packs,
                version=version,
            )
        return found

    def changed_since(self, before: Horizon) -> set[str]:
        """Return the documents of which something was derived after another horizon and within this one."""
        query = select(_d.document).join_from(tables.derivations, tables.documents, _d.row == _x.document_row)
        query = query.where(_x.row > before.derivations, _x.row <= self.horizon.derivations).distinct()
        with self._database.reading() as connection:
            return set(connection.scalars(query))

    def homes_of(self, claims: Iterable[str]) -> set[str]:
        """Return the documents that make claims with these ids, or once did."""
        wanted = sorted({safe_text(claim) for claim in claims})
        with self._database.reading() as connection:
            return {
                document
                for chunk in chunks(wanted)
                for document in connection.scalars(_documents_of_claims(_c.claim.in_(chunk)))
            }

    def near(self, windows: Sequence[Interval], posted: Sequence[Interval], *, longest_s: int) -> set[str]:
        """Return documents that may have a claim with a time in one of the windows, or were posted in one."""
        found: set[str] = set()
        with self._database.reading() as connection:
            for start, end in windows:
                for condition in _time_conditions(start, end, longest_s):
                    found.update(connection.scalars(_documents_of_claims(condition)))
            for start, end in posted:
                timeless = and_(_c.time_start.is_(None), _c.time_end.is_(None))
                query = _documents_of_claims(and_(timeless, _d.published.between(start, end)))
                found.update(connection.scalars(query))
        return found

    def dateless(self) -> set[str]:
        """Return documents without a date that may have a claim without a time."""
        timeless = and_(_c.time_start.is_(None), _c.time_end.is_(None), _d.published.is_(None))
        with self._database.reading() as connection:
            return set(connection.scalars(_documents_of_claims(timeless)))

    def marked(self, marks: Iterable[bytes]) -> dict[bytes, list[Marked]]:
        """Return the document versions that carry these marks; a version need not stand."""
        m = tables.marks.c
        query = select(m.mark, _d.document, m.document_row, m.published).join_from(
            tables.marks, tables.documents, _d.row == m.document_row
        )
        query = query.where(m.document_row <= self.horizon.documents)
        found: dict[bytes, list[Marked]] = {}
        with self._database.reading() as connection:
            for chunk in chunks(sorted(set(marks))):
                for mark, document, row, published in connection.execute(query.where(m.mark.in_(chunk))):
                    found.setdefault(bytes(mark), []).append(Marked(document=document, row=row, published_us=published))
        return found

    def standing_rows(self, ids: Iterable[str]) -> dict[str, int]:
        """Return the row of the standing version of each document."""
        with self._database.reading() as connection:
            return self._standing(connection, sorted({safe_text(id) for id in ids}))

    def _standing(self, connection: Connection, ids: list[str] | None) -> dict[str, int]:
        query = select(_d.document, _d.row, _d.version, _d.edited).where(_d.row <= self.horizon.documents)
        best: dict[str, tuple[int, int, int]] = {}
        for part in [query] if ids is None else [query.where(_d.document.in_(chunk)) for chunk in chunks(ids)]:
            for document, row, version, edited in connection.execute(part):
                rank = (_NEVER_EDITED if edited is None else edited, version, row)
                if document not in best or rank > best[document]:
                    best[document] = rank
        return {document: rank[2] for document, rank in best.items()}

    def _derived(self, connection: Connection, documents: Iterable[int]) -> dict[int, tuple[int, str]]:
        """Return the newest derivation of each document version, and the packs it was read with."""
        query = select(_x.document_row, _x.row, _x.number, _x.pack_version)
        newest: dict[int, tuple[int, int, str]] = {}
        for chunk in chunks(sorted(documents)):
            part = query.where(_x.document_row.in_(chunk), _x.row <= self.horizon.derivations)
            for document, row, number, packs in connection.execute(part):
                if document not in newest or number > newest[document][0]:
                    newest[document] = (number, row, packs)
        return {document: (row, packs) for document, (_, row, packs) in newest.items()}


def _bodies(connection: Connection, rows: Iterable[int]) -> dict[int, tuple[str, int]]:
    packing = Packing(connection)
    return {
        row: (packing.unpack(body), version)
        for chunk in chunks(sorted(rows))
        for row, body, version in connection.execute(select(_d.row, _d.body, _d.version).where(_d.row.in_(chunk)))
    }


def _claims(connection: Connection, derivations: Iterable[int]) -> dict[int, list[Claim]]:
    packing = Packing(connection)
    return {
        derivation: [_claim(line) for line in packing.unpack(body).split("\n")]
        for chunk in chunks(sorted(derivations))
        for derivation, body in connection.execute(
            select(_c.derivation_row, _c.body).where(_c.derivation_row.in_(chunk), _c.ordinal == 0)
        )
    }


def _documents_of_claims(condition: ColumnElement[bool]) -> Any:
    joined = tables.claims.join(tables.derivations, _x.row == _c.derivation_row).join(
        tables.documents, _d.row == _x.document_row
    )
    return select(_d.document).select_from(joined).where(condition).distinct()


def _time_conditions(start: int, end: int, longest_s: int) -> list[ColumnElement[bool]]:
    """Return conditions that each have an index: a start near the window, or no start and an end near it."""
    return [
        and_(_c.time_start.between(start - longest_s, end), or_(_c.time_end.is_(None), _c.time_end >= start)),
        and_(_c.time_start.is_(None), _c.time_end.between(start, end)),
    ]
