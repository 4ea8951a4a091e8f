"""Appending one settlement: versions, claims that joined, places, marks, and the settlement itself."""

from collections.abc import Iterable

from sqlalchemy import Connection, Table, func, select

from skyledger.ledger import tables
from skyledger.ledger.codec import safe_text
from skyledger.ledger.database import Database, Row, insert_rows
from skyledger.ledger.incident_records import NewVersion, Settled
from skyledger.ledger.incident_rows import line_of_version, parts_of, row_of_version
from skyledger.ledger.numbering import highest_rows
from skyledger.ledger.packing import Packing
from skyledger.ledger.write import chunks

_v = tables.incident_versions.c


class SettlementWriter:
    """Plans and inserts the rows of one settlement; the transaction holds the write lock."""

    def __init__(self, database: Database, connection: Connection, settled: Settled, received_at: str) -> None:
        self._database = database
        self._connection = connection
        self._settled = settled
        self._received_at = received_at

    def write(self, previous: int) -> None:
        """Insert versions, claims that joined, parts, marks, and the settlement."""
        versions, settled = self._settled.versions, self._settled
        first = highest_rows(self._connection, [tables.incident_versions])[tables.incident_versions.name] + 1
        numbers, known = self._numbers(versions), self._known_claims(versions)
        lines = list(map(line_of_version, versions))
        packing = Packing(self._connection)
        packing.learn(tables.incident_versions, list(filter(None, lines)), first + len(lines) - 1, self._received_at)
        rows: dict[Table, list[Row]] = {
            table: [] for table in (tables.incident_versions, tables.incident_claims, tables.incident_parts)
        }
        for row, (version, line) in enumerate(zip(versions, lines, strict=True), first):
            numbers[version.id] = numbers.get(version.id, 0) + 1
            stamps = {"program": settled.program, "rules": settled.rules}
            body = packing.pack(tables.incident_versions.name, line)
            made = {**row_of_version(version), **stamps, "row": row, "number": numbers[version.id], "body": body}
            rows[tables.incident_versions].append(made)
            claims = () if version.incident is None else version.incident.claims
            for claim in (safe_text(claim) for claim in claims):
                if (version.id, claim) not in known:
                    rows[tables.incident_claims].append({"version_row": row, "claim": claim})
            rows[tables.incident_parts] += [{"version_row": row, "place": place} for place in parts_of(version)]
        rows[tables.marks] = self._new_marks()
        horizon = settled.batch.horizon
        rows[tables.settlements] = [
            {
                "previous": previous,
                "document_row": horizon.documents,
                "derivation_row": horizon.derivations,
                "decision_row": horizon.decisions,
                "versions": len(versions),
                "program": settled.program,
                "rules": settled.rules,
            }
        ]
        for table, planned in rows.items():
            if planned:
                at = {"received_at": self._received_at} if "received_at" in table.c else {}
                insert_rows(self._database, self._connection, table, [{**row, **at} for row in planned])

    def _numbers(self, versions: Iterable[NewVersion]) -> dict[str, int]:
        found: dict[str, int] = {}
        for chunk in chunks(sorted({version.id for version in versions})):
            query = select(_v.incident, func.max(_v.number).label("number")).where(_v.incident.in_(chunk))
            query = query.group_by(_v.incident)
            found |= {row.incident: row.number for row in self._connection.execute(query)}
        return found

    def _known_claims(self, versions: Iterable[NewVersion]) -> set[tuple[str, str]]:
        c = tables.incident_claims.c
        return {
            (incident, claim)
            for chunk in chunks(sorted({version.id for version in versions}))
            for incident, claim in self._connection.execute(
                select(_v.incident, c.claim)
                .join_from(tables.incident_versions, tables.incident_claims, c.version_row == _v.row)
                .where(_v.incident.in_(chunk))
            )
        }

    def _new_marks(self) -> list[Row]:
        m, wanted = tables.marks.c, self._settled.marks
        # Below the first of the texts nobody need look: the index has the texts of a mark in their order.
        query = select(m.document_row, m.mark).where(m.document_row >= min(wanted, default=0))
        known = {
            (row, bytes(mark))
            for chunk in chunks(sorted({mark for marks in wanted.values() for mark, _ in marks}))
            for row, mark in self._connection.execute(query.where(m.mark.in_(chunk)))
        }
        return [
            {"document_row": row, "mark": mark, "published": published}
            for row, marks in sorted(wanted.items())
            for mark, published in sorted(marks)
            if (row, mark) not in known
        ]
