"""Files as received: a receipt for each, and its bytes once, under their SHA-256.

``sha256`` is lower-case hex; ``as_of`` is an instant as :func:`skyledger.ledger.codec.utc_text` writes it, None is now.
"""

import hashlib
import zlib

from sqlalchemy import Connection, exists, insert, select

from skyledger.errors import LedgerError
from skyledger.ledger import tables
from skyledger.ledger.codec import check_aware, encode, safe_text
from skyledger.ledger.read import received
from skyledger.ledger.records import FileRecord


def compressed(file: FileRecord | None, raw: bytes | None, limit_bytes: int) -> bytes | None:
    """Return the bytes to keep, or None when there are none or they exceed the limit.

    Raises:
        LedgerError: The bytes are not those of the file, so their address would lie.
    """
    if raw is None:
        return None
    if file is None:
        raise LedgerError("bytes were given without the file they belong to")
    if hashlib.sha256(raw).hexdigest() != file.sha256.lower():
        raise LedgerError(f"{file.path}: its bytes are not those its SHA-256 names; did it change while it was read?")
    return zlib.compress(raw) if len(raw) <= limit_bytes else None


def insert_file(connection: Connection, file: FileRecord, body: bytes | None, received_at: str) -> None:
    """Store a receipt and the bytes, each once."""
    sha256, path = file.sha256.lower(), safe_text(file.path)
    files, raws = tables.files, tables.raws
    if not connection.scalar(select(exists().where(files.c.sha256 == sha256, files.c.path == path))):
        check_aware(file.received_at, f"received_at of {file.path}")
        row = {"sha256": sha256, "path": path, "body": encode(file), "received_at": received_at}
        connection.execute(insert(files), row)
    if body is not None and not connection.scalar(select(exists().where(raws.c.sha256 == sha256))):
        raw_row = {"sha256": sha256, "codec": "zlib", "body": body, "received_at": received_at}
        connection.execute(insert(raws), raw_row)


def has_file(connection: Connection, sha256: str, as_of: str | None) -> bool:
    """Tell whether these bytes were in."""
    query = select(tables.files.c.row).where(tables.files.c.sha256 == sha256).limit(1)
    return connection.scalar(query.where(*received(tables.files, as_of))) is not None


def packed_raw(connection: Connection, sha256: str, as_of: str | None) -> bytes | None:
    """Return the bytes of a file as they are kept, or None."""
    query = select(tables.raws.c.body).where(tables.raws.c.sha256 == sha256)
    return connection.scalar(query.where(*received(tables.raws, as_of)))


def unpacked_raw(ledger: str, sha256: str, body: bytes) -> bytes:
    """Return the bytes of a file from those that are kept of it.

    Raises:
        LedgerError: They are damaged, or those of another file; the message names the ledger.
    """
    try:
        raw = zlib.decompress(body)
    except zlib.error as error:
        raise LedgerError(f"{ledger}: the bytes of file {sha256} are damaged: {error}") from error
    if hashlib.sha256(raw).hexdigest() != sha256:
        raise LedgerError(f"{ledger}: the bytes kept for file {sha256} are not those of that file")
    return raw
