"""Keeping the index of words in step with the texts, and asking it."""

from collections.abc import Iterable, Iterator, Sequence

from sqlalchemy import Connection, select

from skyledger.ledger import tables
from skyledger.ledger.codec import decoder
from skyledger.ledger.packing import Packing
from skyledger.ledger.search_text import WordGroup, fts5_query, indexed_text, source_words, tsquery
from skyledger.model import Document

_document = decoder(Document)
_CHUNK = 1_000
# The index is no part of what is kept and each database has its own kind, so it is not in tables.metadata.
_INSERT = {
    "sqlite": "INSERT INTO search (rowid, words) VALUES (?, ?)",
    "postgresql": "INSERT INTO search (document_row, words) VALUES (%s, to_tsvector('simple', %s))",
}
_EMPTY = {"sqlite": "INSERT INTO search (search) VALUES ('delete-all')", "postgresql": "DELETE FROM search"}
_ROWS = {"sqlite": "SELECT id FROM search_docsize", "postgresql": "SELECT document_row FROM search"}
_FIND = {
    "sqlite": "SELECT rowid FROM search WHERE search MATCH ? AND rowid < ? ORDER BY rowid DESC LIMIT ?",
    "postgresql": "SELECT document_row FROM search WHERE words @@ to_tsquery('simple', %s) AND document_row < %s "
    "ORDER BY document_row DESC LIMIT %s",
}


def index_texts(connection: Connection, texts: Iterable[tuple[int, Document]]) -> None:
    """Enter new rows of ``documents`` into the index, each with its text and where that comes from."""
    entries = [(row, f"{indexed_text(text.text)} {' '.join(source_words(text))}") for row, text in texts]
    if entries:
        connection.exec_driver_sql(_INSERT[connection.dialect.name], entries)


def index_anew(connection: Connection) -> None:
    """Make the index again from the texts."""
    connection.exec_driver_sql(_EMPTY[connection.dialect.name])
    for texts in _texts(connection):
        index_texts(connection, texts)


def index_faults(connection: Connection) -> Iterator[str]:
    """Yield where the index has not exactly the texts."""
    known = {row[0] for row in connection.exec_driver_sql(_ROWS[connection.dialect.name])}
    rows = set(connection.scalars(select(tables.documents.c.row)))
    if known != rows:
        yield (
            f"search index: {len(rows - known)} texts are not in it and {len(known - rows)} of its entries "
            "have no text; `skyledger compact` makes it anew"
        )


def find_rows(connection: Connection, groups: Sequence[WordGroup], *, before: int, limit: int) -> list[int]:
    """Return the rows of document versions that hold the words, newest first.

    Args:
        connection: In a reading transaction.
        groups: At least one of them to be found.
        before: Only rows below this one.
        limit: At most so many.
    """
    name = connection.dialect.name
    question = tsquery(groups) if name == "postgresql" else fts5_query(groups)
    return [row[0] for row in connection.exec_driver_sql(_FIND[name], (question, before, limit))]


def _texts(connection: Connection) -> Iterator[list[tuple[int, Document]]]:
    d, last, packing = tables.documents.c, 0, Packing(connection)
    while True:
        query = select(d.row, d.body).where(d.row > last).order_by(d.row).limit(_CHUNK)
        rows = [(row, _document(packing.unpack(body))) for row, body in connection.execute(query)]
        if not rows:
            return
        last = rows[-1][0]
        yield rows
