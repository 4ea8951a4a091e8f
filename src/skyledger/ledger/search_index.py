"""The two indexes that follow from what is kept: words of texts, and findings, words for what was read in them."""

from collections import Counter
from collections.abc import Iterator, Sequence

from sqlalchemy import Connection, func, select

from skyledger.errors import LedgerError
from skyledger.ledger import tables
from skyledger.ledger.codec import decoder
from skyledger.ledger.find_words import STATUS, words_of_claims
from skyledger.ledger.packing import Packing
from skyledger.ledger.search_text import LANGUAGE, WordGroup, indexed_text, source_words
from skyledger.ledger.word_index import Entries, WordIndex
from skyledger.model import Claim, Document

_document, _claim = decoder(Document), decoder(Claim)
_CHUNK = 1_000


def text_entry(text: Document) -> str:
    """Return the words a text is indexed by: its own, and those for where it comes from."""
    return f"{indexed_text(text.text)} {' '.join(source_words(text))}"


def _texts(connection: Connection) -> Iterator[Entries]:
    d, last, packing = tables.documents.c, 0, Packing(connection)
    query = select(d.row, d.body).order_by(d.row).limit(_CHUNK)
    while found := connection.execute(query.where(d.row > last)).all():
        yield [(row, text_entry(_document(packing.unpack(body)))) for row, body in found]
        last = found[-1][0]


def _readings(connection: Connection) -> Iterator[Entries]:
    c, last, packing = tables.claims.c, 0, Packing(connection)
    query = select(c.derivation_row, c.body).where(c.ordinal == 0).order_by(c.derivation_row).limit(_CHUNK)
    while found := connection.execute(query.where(c.derivation_row > last)).all():
        yield [(row, words_of_claims(map(_claim, packing.unpack(body).split("\n")))) for row, body in found]
        last = found[-1][0]


SEARCH = WordIndex("search", "document_row", "to_tsvector('simple', line)", LANGUAGE, _texts)
# Where a word stands in an entry of findings says nothing, and so is not kept.
FINDINGS = WordIndex("findings", "derivation_row", "array_to_tsvector(string_to_array(line, ' '))", STATUS, _readings)


def index_anew(connection: Connection) -> None:
    """Make the index of texts again."""
    SEARCH.make_anew(connection)


def indexes_anew(connection: Connection) -> None:
    """Make both indexes again."""
    for index in (SEARCH, FINDINGS):
        index.make_anew(connection)


def index_faults(connection: Connection) -> Iterator[str]:
    """Yield where an index has not exactly the texts, or the readings that have claims."""
    yield from SEARCH.faults(connection, "texts", set(connection.scalars(select(tables.documents.c.row))))
    c = tables.claims.c
    read = set(connection.scalars(select(c.derivation_row).where(c.ordinal == 0)))
    yield from FINDINGS.faults(connection, "readings", read)


def findings_faults(connection: Connection) -> Iterator[str]:
    """Yield the words by which claims are not found: each is asked for, and what it finds counted and summed up."""
    expected: Counter[str] = Counter()
    sums: Counter[str] = Counter()
    try:
        for row, line in (entry for entries in _readings(connection) for entry in entries):
            words = line.split(" ")
            expected.update(words)
            sums.update(dict.fromkeys(words, row))
    except LedgerError as error:
        yield f"findings index: cannot be held against the claims: {error}"
        return
    for word in sorted(expected):
        found = FINDINGS.asked(connection, [WordGroup(anyof=((word,),))]).subquery()
        told = select(func.count(), func.coalesce(func.sum(found.c[0]), 0)).select_from(found)
        number, total = connection.execute(told).one()
        if (number, int(total)) != (expected[word], sums[word]):
            yield f"findings index: {word} finds {number} readings of {expected[word]}; `skyledger compact` mends it"


def find_rows(connection: Connection, groups: Sequence[WordGroup], *, before: int, limit: int) -> list[int]:
    """Return the rows of document versions that hold the words, newest first."""
    return SEARCH.rows(connection, groups, before=before, limit=limit)
