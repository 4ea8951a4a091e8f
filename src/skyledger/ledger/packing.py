"""Bodies compressed with a dictionary: a sample of what the ledger holds, kept in it like everything else.

A claim alone deflates to half its size, with others as the dictionary to a tenth. The first byte of a body is the row
of its dictionary, 0 for none, and a dictionary is never changed: so an old body stays readable for ever. A first byte
of 120 is that of a zlib stream, as versions of incidents were kept before format 6.
"""

import zlib
from collections.abc import Callable, Sequence
from weakref import WeakKeyDictionary

from sqlalchemy import Connection, Pool, Table, func, insert, select

from skyledger.errors import LedgerError
from skyledger.ledger import tables
from skyledger.ledger.database import READS

# So many lines make a dictionary worth having; each later one, of the same kind, comes after ten times as many.
FIRST, GROWTH = 64, 10
_SIZE = 32_000
_MOST = 100
_ZLIB = 0x78
_RAW = -zlib.MAX_WBITS
_KEPT = 512
# Dictionaries never change, so those of an open ledger, which its pool stands for, are read once for all transactions.
_read_before: WeakKeyDictionary[Pool, dict[int, bytes]] = WeakKeyDictionary()


class Packing:
    """Packs and unpacks bodies within one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._dictionaries: dict[int, bytes] = {}
        self._newest: dict[str, tuple[int, Callable[[], zlib._Compress]]] = {}
        self._unpacked: dict[bytes, str] = {}

    def pack(self, kind: str, line: str) -> bytes:
        """Return a text with the newest dictionary of its kind."""
        return self.packer(kind)(line)

    def packer(self, kind: str) -> Callable[[str], bytes]:
        """Return what packs texts with the newest dictionary of their kind, and asks the database nothing more."""
        found = self._newest.get(kind)
        if found is None:
            found = self._newest[kind] = self._find_newest(kind)
        number, begin = found

        def pack(line: str) -> bytes:
            stream = begin()
            return bytes((number,)) + stream.compress(line.encode()) + stream.flush()

        return pack

    def unpack(self, body: bytes | str) -> str:
        """Return the text of a body.

        Raises:
            LedgerError: It is damaged, or its dictionary is gone.
        """
        if isinstance(body, str):
            return body
        try:
            if body[0] == _ZLIB:
                return zlib.decompress(body).decode()
            dictionary = self._dictionary(body[0])
            stream = zlib.decompressobj(_RAW, zdict=dictionary) if dictionary else zlib.decompressobj(_RAW)
            text = stream.decompress(body[1:])
            if not stream.eof or stream.unused_data:
                raise LedgerError("a body cannot be unpacked: it is cut off or goes on after its end")
            return text.decode()
        except (zlib.error, UnicodeDecodeError, IndexError, TypeError) as error:
            raise LedgerError(f"a body cannot be unpacked: {error}") from error

    def lines(self, body: bytes | str) -> list[str]:
        """Return the lines of a body that holds several; the same body again costs nothing."""
        key = body if isinstance(body, bytes) else body.encode()
        text = self._unpacked.get(key)
        if text is None:
            if len(self._unpacked) >= _KEPT:
                self._unpacked.clear()
            text = self._unpacked[key] = self.unpack(body)
        return text.split("\n")

    def line_of(self, body: bytes | str, number: int) -> str:
        """Return one line of a body that holds several.

        Raises:
            LedgerError: It has no such line.
        """
        lines = self.lines(body)
        if number >= len(lines):
            raise LedgerError(f"a body of {len(lines)} lines has no line {number}")
        return lines[number]

    def learn(self, table: Table, lines: Sequence[str], rows: int, received_at: str) -> None:
        """Make a dictionary of what comes in and what came last, where the ledger has outgrown the one it has.

        Args:
            table: Whose bodies they are.
            lines: What is about to be packed.
            rows: How many rows the table will have.
            received_at: The time of the write.
        """
        if rows < FIRST:
            return
        c = tables.dictionaries.c
        number = self._connection.scalar(select(func.count()).where(c.kind == table.name)) or 0
        if rows < FIRST * GROWTH**number or (self._connection.scalar(select(func.max(c.row))) or 0) >= _MOST:
            return
        query = select(table.c.body).where(table.c.body.is_not(None)).order_by(table.c.row.desc()).limit(FIRST)
        known = [] if len(lines) >= FIRST else [self.unpack(body) for body in self._connection.scalars(query)]
        row = {"kind": table.name, "number": number + 1, "body": sample([*known, *lines]), "received_at": received_at}
        self._connection.execute(insert(tables.dictionaries), row)
        self._newest.pop(table.name, None)

    def _find_newest(self, kind: str) -> tuple[int, Callable[[], "zlib._Compress"]]:
        c = tables.dictionaries.c
        query = select(c.row, c.body).where(c.kind == kind).order_by(c.number.desc()).limit(1)
        found = self._connection.execute(query).first()
        level, method, memory, plan = 6, zlib.DEFLATED, 8, zlib.Z_DEFAULT_STRATEGY
        if found is None:
            return 0, zlib.compressobj(level, method, _RAW, memory, plan).copy
        # Taking in a dictionary costs more than a short text: it is done once, and what knows it is copied.
        return found[0], zlib.compressobj(level, method, _RAW, memory, plan, bytes(found[1])).copy

    def _dictionary(self, number: int) -> bytes:
        if number == 0:
            return b""
        if number not in self._dictionaries and (kept := self._shared().get(number)) is not None:
            self._dictionaries[number] = kept
        if number not in self._dictionaries:
            c = tables.dictionaries.c
            found = self._connection.scalar(select(c.body).where(c.row == number))
            if found is None:
                raise LedgerError(f"a body needs dictionary {number}, which is not there")
            self._dictionaries[number] = self._shared()[number] = bytes(found)
        return self._dictionaries[number]

    def _shared(self) -> dict[int, bytes]:
        """Return what readers of this ledger share; a writer may yet take back what it sees, and shares nothing."""
        if not self._connection.get_execution_options().get(READS):
            return {}
        return _read_before.setdefault(self._connection.engine.pool, {})


def sample(lines: Sequence[str]) -> bytes:
    """Return a dictionary: lines from all over, in their order, as many as fit what deflate looks back on."""
    data = [line.encode() for line in lines]
    whole = sum(map(len, data))
    step = max(1, -(-whole // _SIZE))
    return b"\n".join(data[::step])[-_SIZE:]
