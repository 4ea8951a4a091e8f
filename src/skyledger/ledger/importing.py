"""Reading an export back into an empty ledger: every file against the manifest, every row against its table."""

import base64
import binascii
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sqlalchemy import Table

from skyledger.errors import LedgerError
from skyledger.ledger.carry import fill_empty
from skyledger.ledger.database import Database, Row
from skyledger.ledger.export import FORMAT, MANIFEST, binary_columns, hash_file
from skyledger.ledger.keeping import stored_chunks
from skyledger.ledger.kept import told_tables
from skyledger.ledger.location import printable
from skyledger.ledger.migrations import NEWEST
from skyledger.ledger.tables import metadata
from skyledger.ledger.verify import find_faults

_CHUNK = 5_000
# The first format whose exports tell rows as those of today do.
_OLDEST = 5


def import_ledger(database: Database, folder: Path) -> dict[str, int]:
    """Fill an empty ledger with an export; all of it, sound by every check of ``verify``, or nothing.

    JSON Lines are read; where they are gone, the Parquet files.

    Returns:
        Rows by table.

    Raises:
        LedgerError: The ledger is not empty, the export is not whole, or what it holds does not fit itself.
    """
    files = _read_manifest(folder)
    sources = {table: _source_of(folder, table, files) for table in told_tables()}
    for path in sources.values():
        if hash_file(path) != files[path.name]["sha256"]:
            raise LedgerError(f"{printable(path)}: is not the file that was exported: its hash differs; nothing is in")
    with database.writing() as connection:
        rows = fill_empty(
            database,
            connection,
            {metadata.tables[t.name]: stored_chunks(connection, t, _rows(path, t)) for t, path in sources.items()},
        )
        fault = next(find_faults(database, connection), None)
        if fault is not None:
            raise LedgerError(f"{printable(folder)}: {fault}; nothing is in")
    return rows


def _read_manifest(folder: Path) -> dict[str, dict[str, Any]]:
    path = folder / MANIFEST
    try:
        manifest = json.loads(path.read_text(encoding="utf-8"))
        number, made_by = manifest["skyledger_export"], manifest["ledger_format"]
        files = manifest["files"]
        if not all(isinstance(file["sha256"], str) for file in files.values()):
            raise TypeError("files without hash")
    except FileNotFoundError:
        raise LedgerError(f"{printable(folder)}: is no export, or not a whole one: it has no {MANIFEST}") from None
    except OSError as error:
        raise LedgerError(f"{printable(path)}: cannot be read: {error.strerror or error}") from error
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise LedgerError(f"{printable(path)}: is no manifest of an export: {error!r}") from error
    if number != FORMAT or made_by > NEWEST:
        raise LedgerError(f"{printable(path)}: was made by a newer skyledger; upgrade skyledger to read it")
    if made_by < _OLDEST:
        raise LedgerError(
            f"{printable(path)}: was made by an older skyledger (format {made_by}); import it with that one"
        )
    known: dict[str, dict[str, Any]] = files
    return known


def _source_of(folder: Path, table: Table, files: dict[str, dict[str, Any]]) -> Path:
    for name in (f"{table.name}.jsonl", f"{table.name}.parquet"):
        if name in files and (folder / name).is_file():
            return folder / name
    raise LedgerError(
        f"{printable(folder)}: is not whole: neither {table.name}.jsonl nor {table.name}.parquet is there"
    )


def _rows(path: Path, table: Table) -> Iterator[Row]:
    for number, raw in enumerate(_read(path), 1):
        yield _row(raw, table, f"{printable(path)}:{number}")


def _read(path: Path) -> Iterator[object]:
    if path.suffix == ".jsonl":
        with path.open(encoding="utf-8") as lines:
            yield from map(_parsed, lines)
        return
    try:
        from pyarrow import parquet as pq
    except ModuleNotFoundError as error:
        raise LedgerError("Parquet needs one more part: pip install 'skyledger[parquet]'") from error
    for batch in pq.ParquetFile(path).iter_batches(_CHUNK):
        yield from batch.to_pylist()


def _parsed(line: str) -> object:
    try:
        return json.loads(line)
    except ValueError:
        return None


def _row(raw: object, table: Table, where: str) -> Row:
    """Return one row with the types its table takes."""
    names = [column.name for column in table.columns]
    if not isinstance(raw, dict) or sorted(raw) != sorted(names):
        raise LedgerError(f"{where}: is no row of {table.name}; nothing is in")
    binary = binary_columns(table)
    try:
        row = {name: _bytes(raw[name]) if name in binary else raw[name] for name in names}
    except (TypeError, binascii.Error) as error:
        raise LedgerError(f"{where}: holds bytes that are none; nothing is in") from error
    for column in table.columns:
        value = row[column.name]
        fits = column.nullable if value is None else isinstance(value, column.type.python_type)
        if not fits:
            raise LedgerError(f"{where}: {column.name} cannot be {value!r:.40}; nothing is in")
    return row


def _bytes(value: object) -> bytes:
    return value if isinstance(value, bytes) else base64.b64decode(str(value), validate=True)
