"""Settled incidents over SQL: versions appended, the newest ones read."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime

from sqlalchemy import ColumnElement, Connection, func, or_, select

from skyledger.errors import LedgerError
from skyledger.ledger import tables
from skyledger.ledger.chain import Sealing, last_entry
from skyledger.ledger.codec import epoch_ceil_s, epoch_floor_s, utc_instant, utc_text
from skyledger.ledger.database import Database
from skyledger.ledger.incident_read import (
    PageKey,
    ids_of_claims,
    in_region,
    newest_settlement,
    newest_versions,
    on_nights,
    page_key,
    page_rows,
    received_by,
    wanted_ids,
)
from skyledger.ledger.incident_records import IncidentState, IncidentVersion, Life, Resolved, Settled, Settlement
from skyledger.ledger.incident_rows import body_line, version_of_row
from skyledger.ledger.incident_write import SettlementWriter
from skyledger.ledger.packing import Packing
from skyledger.ledger.write import chunks
from skyledger.model import Kind

_v = tables.incident_versions.c


class SqlIncidents:
    """:class:`skyledger.ledger.incident_protocol.Incidents` over SQLAlchemy Core; the Protocol says what each does."""

    def __init__(self, database: Database, as_of: str | None = None) -> None:
        self._database = database
        self._as_of = as_of

    def append(self, after: Settlement | None, settled: Settled) -> bool:
        """Append what one settlement derived, unless another came first."""
        if self._as_of is not None:
            raise LedgerError(f"{self._database.name}: as it stood at {self._as_of} it takes no writes")
        received_at = utc_text(settled.batch.received_at, "the time of a settlement")
        with self._database.writing() as connection:
            if newest_settlement(connection, None) != after:
                return False
            sealing = Sealing(connection, _not_before_the_log(connection, settled.batch.received_at))
            SettlementWriter(self._database, connection, settled, received_at).write(0 if after is None else after.row)
            sealing.seal("settle")
        return True

    def is_writable(self) -> bool:
        """Tell whether a settlement can be appended here."""
        if self._as_of is not None:
            return False
        try:
            with self._database.writing():
                return True
        except LedgerError:
            return False

    def last_night(self) -> date | None:
        """Return the latest night of an incident that stands."""
        conditions = [*newest_versions(self._as_of), _v.state == IncidentState.STANDING.value, _v.night.is_not(None)]
        query = select(_v.night).where(*conditions).order_by(_v.night.desc()).limit(1)
        with self._database.reading() as connection:
            night = connection.scalar(query)
        return None if night is None else date.fromisoformat(night)

    def last_settlement(self, as_of: datetime | None = None) -> Settlement | None:
        """Return the newest settlement."""
        with self._database.reading() as connection:
            return newest_settlement(connection, self._known_by(as_of))

    def standing(
        self,
        *,
        nights: Iterable[date | None] | None = None,
        region: str | None = None,
        kinds: Iterable[Kind] | None = None,
        ids: Iterable[str] | None = None,
        claims: Iterable[str] | None = None,
        began: tuple[datetime, datetime] | None = None,
        after: PageKey | None = None,
        limit: int | None = None,
        as_of: datetime | None = None,
    ) -> tuple[IncidentVersion, ...]:
        """Return the incidents that stand and meet every condition given, by night and id."""
        conditions = [*newest_versions(self._known_by(as_of)), _v.state == IncidentState.STANDING.value]
        if nights is not None:
            conditions.append(on_nights(nights))
        if kinds is not None:
            conditions.append(_v.kind.in_(sorted(kind.value for kind in kinds)))
        if began is not None:
            first, last = epoch_floor_s(began[0], "began"), epoch_ceil_s(began[1], "began")
            conditions.append(_v.window_start.between(first, last))
        with self._database.reading() as connection:
            named = wanted_ids(connection, ids, claims)
            if limit is None and after is None:
                where = [] if region is None else [or_(*in_region(region))]
                found = list(self._read(connection, [*conditions, *where], named))
            else:
                rows = page_rows(connection, conditions, region, named, after, limit)
                found = [v for chunk in chunks(rows) for v in self._read(connection, [_v.row.in_(chunk)], None)]
        found.sort(key=page_key)
        if claims is not None:
            wanted = set(claims)
            found = [v for v in found if v.incident is not None and not wanted.isdisjoint(v.incident.claims)]
        return tuple(found if limit is None else found[:limit])

    def newest(self, ids: Iterable[str], as_of: datetime | None = None) -> dict[str, IncidentVersion]:
        """Return the newest version of each id that is known, whatever its state."""
        with self._database.reading() as connection:
            found = self._read(connection, newest_versions(self._known_by(as_of)), sorted(set(ids)))
            return {version.id: version for version in found}

    def holding(self, claims: Iterable[str], as_of: datetime | None = None) -> dict[str, IncidentVersion]:
        """Return the newest version of each id that holds, or ever held, one of these claims."""
        with self._database.reading() as connection:
            found = self._read(connection, newest_versions(self._known_by(as_of)), ids_of_claims(connection, claims))
            return {version.id: version for version in found}

    def joined(self, ids: Iterable[str]) -> dict[str, dict[str, int]]:
        """Return for each id its claims with the row of the version in which each first was."""
        c = tables.incident_claims.c
        found: dict[str, dict[str, int]] = {}
        with self._database.reading() as connection:
            for chunk in chunks(sorted(set(ids))):
                query = select(_v.incident, c.claim, c.version_row).join_from(
                    tables.incident_versions, tables.incident_claims, c.version_row == _v.row
                )
                query = query.where(_v.incident.in_(chunk))
                for incident, claim, row in connection.execute(query):
                    found.setdefault(incident, {})[claim] = row
        return found

    def lines(self) -> Iterator[tuple[str, str]]:
        """Yield the id and the stored line of every incident that stands, by id."""
        conditions = [*newest_versions(self._as_of), _v.state == IncidentState.STANDING.value]
        query = select(_v.incident, _v.number, _v.body).where(*conditions).order_by(_v.incident)
        with self._database.reading() as connection:
            packing = Packing(connection)
            for incident, number, body in connection.execute(query):
                yield incident, body_line(incident, number, body, packing)

    def history(self, id: str, as_of: datetime | None = None) -> tuple[IncidentVersion, ...]:
        """Return every version of one id, oldest first."""
        query = select(tables.incident_versions).where(
            _v.incident == id, *received_by(_v.received_at, self._known_by(as_of))
        )
        with self._database.reading() as connection:
            packing = Packing(connection)
            return tuple(version_of_row(row, packing) for row in connection.execute(query.order_by(_v.number)))

    def lives(self, ids: Iterable[str]) -> dict[str, Life]:
        """Return for each id that is known when it came up and when it last changed."""
        at = _v.received_at
        query = select(_v.incident, func.min(at), func.max(at), func.count()).where(*received_by(at, self._as_of))
        found: dict[str, Life] = {}
        with self._database.reading() as connection:
            for chunk in chunks(sorted(set(ids))):
                rows = connection.execute(query.where(_v.incident.in_(chunk)).group_by(_v.incident))
                for id, first, last, versions in rows:
                    found[id] = Life(first=utc_instant(first), last=utc_instant(last), versions=versions)
        return found

    def last_row(self) -> int:
        """Return the row of the newest version of all."""
        query = select(func.max(_v.row)).where(*received_by(_v.received_at, self._as_of))
        with self._database.reading() as connection:
            return connection.scalar(query) or 0

    def versions_after(self, row: int, limit: int | None = None) -> tuple[IncidentVersion, ...]:
        """Return the versions that came after a row, oldest first."""
        query = select(tables.incident_versions).where(_v.row > row, *received_by(_v.received_at, self._as_of))
        with self._database.reading() as connection:
            packing = Packing(connection)
            found = connection.execute(query.order_by(_v.row).limit(limit))
            return tuple(version_of_row(row, packing) for row in found)

    def resolve(self, id: str, as_of: datetime | None = None) -> Resolved:
        """Follow an id to what stands in its place."""
        path: list[IncidentVersion] = []
        wanted = id
        while wanted and wanted not in {version.id for version in path}:
            found = self.newest([wanted], as_of).get(wanted)
            if found is None:
                break
            path.append(found)
            wanted = found.other
        return Resolved(asked=id, path=tuple(path))

    def nights(self, as_of: datetime | None = None) -> tuple[date, ...]:
        """Return the nights of the incidents that stand, earliest first."""
        query = select(_v.night).where(
            *newest_versions(self._known_by(as_of)), _v.state == IncidentState.STANDING.value, _v.night.is_not(None)
        )
        with self._database.reading() as connection:
            return tuple(sorted(date.fromisoformat(night) for night in connection.scalars(query.distinct())))

    def taken(self, ids: Iterable[str]) -> frozenset[str]:
        """Return those ids that were ever given to an incident."""
        with self._database.reading() as connection:
            return frozenset(
                incident
                for chunk in chunks(sorted(set(ids)))
                for incident in connection.scalars(select(_v.incident).where(_v.incident.in_(chunk)).distinct())
            )

    def _known_by(self, as_of: datetime | None) -> str | None:
        """Return the instant up to which is looked, as the column has it; that of the ledger where it is earlier."""
        asked = None if as_of is None else utc_text(as_of, "the instant")
        return min((at for at in (asked, self._as_of) if at is not None), default=None)

    def _read(
        self, connection: Connection, conditions: Sequence[ColumnElement[bool]], ids: list[str] | None
    ) -> Iterator[IncidentVersion]:
        query, packing = select(tables.incident_versions).where(*conditions), Packing(connection)
        parts = [query] if ids is None else [query.where(_v.incident.in_(chunk)) for chunk in chunks(ids)]
        for part in parts:
            for row in connection.execute(part):
                yield version_of_row(row, packing)


def _not_before_the_log(connection: Connection, at: datetime) -> datetime:
    """Return when the log says a settlement was written: it settles what came earlier, and no clock went backwards."""
    last = last_entry(connection)
    return at if last is None else max(at, utc_instant(last.received_at))
