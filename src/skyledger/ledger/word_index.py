"""An index of words over rows of a table: what both databases are asked for, each in its own way.

An index is no part of what is kept: it holds no text, follows from the rows it is of and can be made anew. Each
database has its own kind, so it is not in ``tables.metadata``.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from sqlalchemy import BigInteger, Connection, Select, column, select, table, text

from skyledger.ledger.search_text import WordGroup, fts5_query, tsquery

Entries = Sequence[tuple[int, str]]


@dataclass(frozen=True)
class WordIndex:
    """One index of words.

    Attributes:
        name: Of its table.
        of: The column of rows in PostgreSQL.
        vector: How PostgreSQL makes its words of a line.
        mark: A beginning of a word that every entry has.
        lines: Yields row and line of words of every entry it is to have, in chunks.
    """

    name: str
    of: str
    vector: str
    mark: str
    lines: Callable[[Connection], Iterator[Entries]]

    def enter(self, connection: Connection, entries: Entries) -> None:
        """Enter new rows, each with its words."""
        if not entries:
            return
        if connection.dialect.name == "sqlite":
            connection.exec_driver_sql(f"INSERT INTO {self.name} (rowid, words) VALUES (?, ?)", list(entries))
            return
        # A server takes all of them as two arrays in one statement.
        rows, lines = zip(*entries, strict=True)
        statement = (
            f"INSERT INTO {self.name} ({self.of}, words) SELECT row, {self.vector} "
            "FROM unnest(%s::bigint[], %s::text[]) AS entries (row, line)"
        )
        connection.exec_driver_sql(statement, (list(rows), list(lines)))

    def make_anew(self, connection: Connection) -> None:
        """Make the index again from what it is of."""
        whole = f"INSERT INTO {self.name} ({self.name}) VALUES ('delete-all')"
        connection.exec_driver_sql(whole if connection.dialect.name == "sqlite" else f"DELETE FROM {self.name}")
        for entries in self.lines(connection):
            self.enter(connection, entries)

    def rows(
        self, connection: Connection, groups: Sequence[WordGroup], *, above: int = 0, before: int, limit: int
    ) -> list[int]:
        """Return the rows that hold the words, newest first.

        Args:
            connection: In a transaction.
            groups: At least one of them to be found.
            above: Only rows above this one.
            before: Only rows below this one.
            limit: At most so many.
        """
        found = self.asked(connection, groups)
        row = found.selected_columns[0]
        query = found.where(row > above, row < before).order_by(row.desc()).limit(limit)
        return list(connection.scalars(query))

    def asked(self, connection: Connection, groups: Sequence[WordGroup]) -> Select[int]:
        """Return the question for the rows that hold the words; at least one group is to be found."""
        if connection.dialect.name == "sqlite":
            return self._question("rowid", f"{self.name} MATCH :{self.name}_words", fts5_query(groups))
        return self._question(self.of, f"words @@ to_tsquery('simple', :{self.name}_words)", tsquery(groups))

    def faults(self, connection: Connection, of: str, rows: set[int]) -> Iterator[str]:
        """Yield where the index has not exactly the rows it is to have."""
        every = (WordGroup(beginnings=(self.mark,)),)
        known = set(connection.scalars(self.asked(connection, every)))
        if known != rows:
            yield (
                f"{self.name} index: {len(rows - known)} {of} are not in it and {len(known - rows)} of its "
                "entries have none; `skyledger compact` makes it anew"
            )

    def _question(self, row: str, condition: str, words: str) -> Select[int]:
        found = select(column(row, BigInteger())).select_from(table(self.name))
        return found.where(text(condition).bindparams(**{f"{self.name}_words": words}))
