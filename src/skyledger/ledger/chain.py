"""The hash chain: each write leaves one log entry that holds what it wrote and the hash of the entry before.

An entry names, for each table, up to which row it reaches and a digest of the rows since the entry before. Claims and
issues are held by the key of their derivation, which the chain holds; marks and the places of incidents follow from the
rest. So a row that is changed, taken out or put in by other hands, and an entry that is left out or made anew, break
the chain where it happened.
Somebody who may write the file can still make a whole new chain: only a list of hashes kept elsewhere shows that
(:mod:`skyledger.ledger.hash_list`).
"""

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Table, func, insert, select

from skyledger.ledger import tables
from skyledger.ledger.codec import decoder, encode, utc_text
from skyledger.ledger.kept import told_rows
from skyledger.ledger.numbering import highest_rows
from skyledger.model.ids import hash_bytes_of

GENESIS = bytes(32)
ToldRow = tuple[int, *tuple[Any, ...]]
# What an entry calls rows that were there before the log, and rows that came into a table past this program: both are
# taken in before the next write, under a name of their own.
ADOPTED, FOREIGN = "adopted", "foreign"
# What digests are made of: 1 took the bodies of incidents as they were compressed; 2 leaves them to their key.
FORM = 2
# In the order entries name them. Raw bytes are held by their own address, so their digest leaves the bytes out.
CHAINED = (
    tables.files,
    tables.raws,
    tables.documents,
    tables.derivations,
    tables.decisions,
    tables.runs,
    tables.incident_versions,
    tables.incident_claims,
    tables.settlements,
)
_LEFT_OUT = {tables.raws.name: (1, 2), tables.incident_versions.name: (2,)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Reach:
    """The rows of one table that an entry takes in.

    Attributes:
        to: Highest row number; an entry's rows are those above the ``to`` of the entry before.
        rows: How many they are.
        digest: Over all of them, hex.
    """

    to: int
    rows: int
    digest: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LogBody:
    """What an entry says.

    Attributes:
        reach: By table name; tables without new rows are left out.
        to: By table name, the highest row taken in by this entry or an earlier one.
        clock: What the clock said where it went backwards, else ``""``; the entry's own time never does.
        form: What the digests are made of.
    """

    reach: Mapping[str, Reach] = field(default_factory=dict)
    to: Mapping[str, int] = field(default_factory=dict)
    clock: str = ""
    form: int = 1


_body = decoder(LogBody)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One row of the log."""

    row: int
    what: str
    line: str
    previous: bytes
    hash: bytes
    received_at: str

    def body(self) -> LogBody:
        """Return what the entry says."""
        return _body(self.line)

    def hash_made_anew(self) -> bytes:
        """Return the hash that the rest of the entry calls for."""
        return hash_entry(self.previous, self.what, self.received_at, self.line)


def hash_entry(previous: bytes, what: str, received_at: str, line: str) -> bytes:
    """Hash one entry: SHA-256 over its parts, each with its length before it."""
    return hash_bytes_of(previous, what.encode(), received_at.encode(), line.encode())


def entries(connection: Connection) -> Iterator[Entry]:
    """Yield the log, oldest first."""
    c = tables.log.c
    query = select(c.row, c.what, c.body, c.previous, c.hash, c.received_at).order_by(c.row)
    for row, what, line, previous, hash, received_at in connection.execute(query):
        yield Entry(row=row, what=what, line=line, previous=bytes(previous), hash=bytes(hash), received_at=received_at)


def last_entry(connection: Connection) -> Entry | None:
    """Return the newest entry."""
    c = tables.log.c
    found = connection.execute(select(tables.log).order_by(c.row.desc()).limit(1)).mappings().first()
    if found is None:
        return None
    return Entry(
        row=found["row"],
        what=found["what"],
        line=found["body"],
        previous=bytes(found["previous"]),
        hash=bytes(found["hash"]),
        received_at=found["received_at"],
    )


class Sealing:
    """One write on its way into the log: made when its transaction begins, sealed when it ends.

    Attributes:
        received_at: The time of every row of this write: that of the clock, or of the last entry where the clock is
            behind it, so that what was known at any instant stays what it was.
    """

    def __init__(self, connection: Connection, now: datetime) -> None:
        self._connection = connection
        said = utc_text(now, "now")
        last = last_entry(connection)
        self._previous = GENESIS if last is None else last.hash
        self._to = {} if last is None else dict(last.body().to)
        self._noted: dict[str, Digest] = {}
        self.received_at = said if last is None else max(said, last.received_at)
        self._clock = "" if said == self.received_at else said
        if any(to > self._to.get(name, 0) for name, to in highest_rows(connection, CHAINED).items()):
            self.seal(ADOPTED if last is None else FOREIGN)

    def note(self, table: Table, rows: Iterable[ToldRow]) -> None:
        """Take in the rows of a table as they are written, so that they need not be read again.

        Args:
            table: One of those in the chain; all its rows of this write are noted, or none.
            rows: As they are told, in the order of their columns, without what digests leave out.
        """
        self._noted.setdefault(table.name, Digest(self._to.get(table.name, 0))).take(rows)

    def seal(self, what: str) -> None:
        """Append the entry of all rows written since the entry before; nothing where there are none."""
        written: dict[str, Reach] = {}
        reached = highest_rows(self._connection, CHAINED)
        for table in CHAINED:
            above, highest = self._to.get(table.name, 0), reached[table.name]
            if highest > above:
                noted = self._noted.get(table.name)
                whole = noted is not None and noted.to == highest
                written[table.name] = noted.reach() if noted and whole else reach_of(self._connection, table, above)
        if not written:
            return
        self._to |= {name: new.to for name, new in written.items()}
        line = encode(LogBody(reach=written, to=self._to, clock=self._clock, form=FORM))
        hash = hash_entry(self._previous, what, self.received_at, line)
        row = {"what": what, "body": line, "previous": self._previous, "hash": hash, "received_at": self.received_at}
        self._connection.execute(insert(tables.log), row)
        self._previous = hash
        self._noted.clear()


class Digest:
    """The digest of rows as they come; each begins with its number."""

    def __init__(self, above: int) -> None:
        self._digest, self._rows, self.to = hashlib.sha256(), 0, above

    def take(self, rows: Iterable[ToldRow]) -> None:
        """Take in rows, in the order of their numbers."""
        for row in rows:
            self._digest.update(_canonical(row))
            self._rows += 1
            self.to = row[0]

    def reach(self) -> Reach:
        """Return what an entry says of the rows."""
        return Reach(to=self.to, rows=self._rows, digest=self._digest.hexdigest())


def adopt_rows(connection: Connection) -> None:
    """Take in what a ledger from before the log holds, as it is, under the time its newest row was received."""
    received = [
        connection.scalar(select(func.max(table.c.received_at))) for table in CHAINED if "received_at" in table.c
    ]
    newest = max((at for at in received if at is not None), default=None)
    if newest is not None and last_entry(connection) is None:
        Sealing(connection, datetime.fromisoformat(newest))


def reach_of(connection: Connection, table: Table, above: int, to: int | None = None, form: int = FORM) -> Reach:
    """Digest the rows of a table above one number, up to another or the last.

    Raises:
        LedgerError: A body cannot be read.
    """
    digest = Digest(above)
    for rows in told_rows(connection, table, above=above, to=to, bodies=form not in _LEFT_OUT.get(table.name, ())):
        digest.take(tuple(row.values()) for row in rows)
    return digest.reach()


def _canonical(row: ToldRow) -> bytes:
    """Return one row as bytes that no other row has: the kind and length of each value before it."""
    pieces = []
    for value in row:
        if isinstance(value, str):
            data = value.encode()
            pieces.append(b"s%d:%b;" % (len(data), data))
        elif value is None:
            pieces.append(b"n;")
        elif isinstance(value, int):
            data = b"%d" % value
            pieces.append(b"i%d:%b;" % (len(data), data))
        else:
            data = bytes(value)
            pieces.append(b"b%d:%b;" % (len(data), data))
    return b"".join(pieces) + b"\n"
