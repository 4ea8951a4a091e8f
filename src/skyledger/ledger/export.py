"""A whole ledger as files any program reads, and back: one JSON Lines file a table, the same as Parquet where wanted.

Every row is written as it is told, bodies whole, also the numbers and the log, so that what is read back is the same
ledger and its chain still fits. ``manifest.json`` comes last and names each file with its rows and SHA-256: without it
an export is not whole. The files hold texts uncut; the release policy is not asked (docs/ledger.md).
"""

import base64
import hashlib
import json
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from sqlalchemy import Connection, LargeBinary, Table

from skyledger.errors import LedgerError
from skyledger.ledger.database import Row
from skyledger.ledger.kept import told_rows, told_tables
from skyledger.ledger.location import printable
from skyledger.ledger.migrations import NEWEST

FORMAT = 1
MANIFEST = "manifest.json"


def export_ledger(connection: Connection, folder: Path, *, parquet: bool) -> dict[str, int]:
    """Write all that a reading transaction sees into a new folder.

    Args:
        connection: In a reading transaction: one consistent view.
        folder: Does not exist yet, or is empty.
        parquet: Also write each table as Parquet; needs pyarrow.

    Returns:
        Rows by table.

    Raises:
        LedgerError: The folder holds something, cannot be written, or pyarrow is not installed.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if any(folder.iterdir()):
            raise LedgerError(f"{printable(folder)}: is not empty; an export overwrites nothing")
        files: dict[str, dict[str, object]] = {}
        rows = {}
        for table in told_tables():
            files[f"{table.name}.jsonl"], rows[table.name] = _write_lines(connection, table, folder)
            if parquet:
                files[f"{table.name}.parquet"] = _write_parquet(connection, table, folder)
        manifest = {"skyledger_export": FORMAT, "ledger_format": NEWEST, "files": files}
        (folder / MANIFEST).write_text(json.dumps(manifest, indent=1) + "\n", encoding="utf-8")
    except OSError as error:
        raise LedgerError(f"{printable(folder)}: cannot be written: {error.strerror or error}") from error
    return rows


def binary_columns(table: Table) -> frozenset[str]:
    """Return the columns that hold bytes: base64 in JSON."""
    return frozenset(column.name for column in table.columns if isinstance(column.type, LargeBinary))


def hash_file(path: Path) -> str:
    """Return the SHA-256 of a file, hex."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _write_lines(connection: Connection, table: Table, folder: Path) -> tuple[dict[str, object], int]:
    path, number = folder / f"{table.name}.jsonl", 0
    with path.open("wb") as file:
        for rows in told_rows(connection, table):
            number += len(rows)
            _write_rows(file, rows, binary_columns(table))
    return {"rows": number, "sha256": hash_file(path)}, number


def _write_rows(file: BinaryIO, rows: list[Row], binary: frozenset[str]) -> None:
    for row in rows:
        plain = {k: base64.b64encode(bytes(v)).decode() if k in binary else v for k, v in row.items()}
        file.write(json.dumps(plain, ensure_ascii=False, separators=(",", ":")).encode() + b"\n")


def _write_parquet(connection: Connection, table: Table, folder: Path) -> dict[str, object]:
    try:
        import pyarrow as pa
        from pyarrow import parquet as pq
    except ModuleNotFoundError as error:
        raise LedgerError("Parquet needs one more part: pip install 'skyledger[parquet]'") from error
    binary = binary_columns(table)
    kinds = {column.name: pa.int64() if column.type.python_type is int else pa.string() for column in table.columns}
    schema = pa.schema([(name, pa.binary() if name in binary else kind) for name, kind in kinds.items()])
    path, number = folder / f"{table.name}.parquet", 0
    with pq.ParquetWriter(path, schema, compression="zstd") as writer:
        for rows in _with_bytes(told_rows(connection, table), binary):
            number += len(rows)
            writer.write_table(pa.Table.from_pylist(rows, schema=schema))
    return {"rows": number, "sha256": hash_file(path)}


def _with_bytes(chunks: Iterator[list[Row]], binary: frozenset[str]) -> Iterator[list[Row]]:
    """Yield rows whose bytes are Python's own, whatever the driver gave."""
    for rows in chunks:
        yield [{k: bytes(v) if k in binary else v for k, v in row.items()} for row in rows]
