"""Ledgers of earlier formats: made by the steps of their time, filled with rows as they are told."""

import base64
import json
import os
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, LargeBinary, Table, create_engine, text

from skyledger.ledger import open_ledger
from skyledger.ledger.carry import go_on_counting
from skyledger.ledger.kept import told_rows, told_tables
from skyledger.ledger.migrations import STEPS, Step
from skyledger.ledger.opening import open_database
from skyledger.ledger.search_index import index_anew
from skyledger.ledger.sqlite import APPLICATION_ID
from tests.builders import NOW
from tests.ledger.entries import a_file, an_entry

# An export of a ledger of format 5, as the program of that time wrote it.
FORMAT_5 = Path(__file__).parent / "format5"
# The step that made a table, of those that the first did not make.
_SINCE = {"log": 2, "incident_versions": 4, "incident_claims": 4, "incident_parts": 4, "settlements": 4, "marks": 4}
# The last format whose rows were kept as they are told; later ones are made of it by the steps after.
_TOLD = 5
Rows = Mapping[str, Iterable[Mapping[str, Any]]]


def make_of_format(format: int, address: str, rows: Rows) -> None:
    """Make a ledger of an earlier format where there is none, with these rows by table."""
    server = "://" in address
    engine = create_engine(address.replace("://", "+psycopg://", 1) if server else f"sqlite:///{address}")
    with engine.begin() as connection:
        if not server:
            connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
        _take_steps(connection, STEPS[: min(format, _TOLD)])
        for table in told_tables():
            found = list(rows.get(table.name, ()))
            if found and _SINCE.get(table.name, 1) <= format:
                names = list(found[0])
                marks = ", ".join(f":{name}" for name in names)
                connection.execute(text(f"INSERT INTO {table.name} ({', '.join(names)}) VALUES ({marks})"), found)
                go_on_counting(connection, table)
        if format >= 3:
            index_anew(connection)
        _take_steps(connection, STEPS[_TOLD:format])
    engine.dispose()


def _take_steps(connection: Connection, steps: Iterable[Step]) -> None:
    for step in steps:
        step.apply(connection)
        connection.execute(text("INSERT INTO schema_steps VALUES (:n, :name)"), {"n": step.number, "name": step.name})


def take_back_to(format: int, path: Path) -> None:
    """Bring a SQLite ledger, which nobody has open, back to the shape it had after an earlier step."""
    older = path.with_name(path.name + "-older")
    make_of_format(format, str(older), rows_of_ledger(str(path)))
    os.replace(older, path)


def rows_of_ledger(address: str) -> Rows:
    """Return the rows of a ledger as they are told, by table."""
    database = open_database(address)
    with database.reading() as connection:
        rows = {t.name: [row for chunk in told_rows(connection, t) for row in chunk] for t in told_tables()}
    database.close()
    return rows


def rows_of_export(folder: Path) -> Rows:
    """Return the rows of an export by table."""
    return {table.name: _read(folder / f"{table.name}.jsonl", table) for table in told_tables()}


def _read(path: Path, table: Table) -> list[dict[str, Any]]:
    binary = {column.name for column in table.columns if isinstance(column.type, LargeBinary)}
    rows = map(json.loads, path.read_text("utf-8").splitlines())
    return [{k: base64.b64decode(v) if k in binary else v for k, v in row.items()} for row in rows]


def make_older(path: Path) -> None:
    """Make a SQLite ledger of the first format, with one text."""
    with open_ledger(path) as ledger:
        ledger.add(a_file(b"old"), b"old", [an_entry()], NOW)
    take_back_to(1, path)
