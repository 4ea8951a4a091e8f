"""Step 3: the index of words over every version of every text, and what is in it already.

The index follows from the texts and holds none of them, so it needs no guard: it can be made anew at any time.
"""

from sqlalchemy import Connection

from skyledger.ledger.search_index import index_anew


def make_search(connection: Connection) -> None:
    """Make the index and fill it with the texts that are there."""
    if connection.dialect.name == "postgresql":
        connection.exec_driver_sql(
            "CREATE TABLE search (document_row BIGINT PRIMARY KEY REFERENCES documents (row), words tsvector NOT NULL)"
        )
        connection.exec_driver_sql("CREATE INDEX ix_search_words ON search USING gin (words)")
    else:
        # Contentless: the words are in the index only. unicode61 alone would also take accents off й and ї.
        connection.exec_driver_sql(
            "CREATE VIRTUAL TABLE search USING fts5 (words, content='', tokenize='unicode61 remove_diacritics 0')"
        )
    index_anew(connection)
