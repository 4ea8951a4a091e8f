"""Finding texts: by words, and by what was read in them; newest first, a page at a time.

The page is a keyset: the next one begins below the last row of this one, so that texts which arrive meanwhile move
nothing. Conditions on claims mean that one standing claim of the text meets all of them.
"""

from collections.abc import Callable, Iterator, Sequence
from datetime import date

from sqlalchemy import Connection, select

from skyledger.errors import UsageError
from skyledger.ledger import read, tables
from skyledger.ledger.codec import decoder
from skyledger.ledger.find_words import find_groups
from skyledger.ledger.packing import Packing
from skyledger.ledger.search_columns import claims_of_rows, few_rows, has_claim, many_rows, text_conditions
from skyledger.ledger.search_index import find_rows
from skyledger.ledger.search_records import FIELDS, MOST, SearchHit, SearchPage, SearchQuery
from skyledger.ledger.search_text import WordGroup, lang_word, outlet_word
from skyledger.model import Claim, Document
from skyledger.model.night import night_of

_document, _claim = decoder(Document), decoder(Claim)
_LAST = 2**62
_BATCH = 200
_BATCH_OF_ROWS = 2_000


def check_query(query: SearchQuery, limit: int) -> None:
    """Refuse what makes no sense.

    Raises:
        UsageError: A page of no or too many texts, a field claims do not have, or only words that must be absent.
    """
    if not 1 <= limit <= MOST:
        raise UsageError(f"a page holds 1 to {MOST:,} texts, not {limit:,}")
    if unknown := sorted(query.fields.keys() - set(FIELDS)):
        raise UsageError(f"claims have no field {', '.join(unknown)}; there are {', '.join(FIELDS)}")
    if query.words and all(group.absent for group in query.words):
        raise UsageError("name at least one word that is to be found; absent words alone find nothing")


def search_page(
    connection: Connection, query: SearchQuery, *, before: int | None, limit: int, as_of: str | None
) -> SearchPage:
    """Return the newest texts that answer a query, below a row."""
    hits: list[SearchHit] = []
    for found in _candidates(connection, query, _LAST if before is None else before, limit + 1, as_of):
        texts = [(row, document) for row, document in found if _is_wanted(document, query)]
        claims = claims_of_rows(connection, [row for row, _ in texts], as_of)
        for row, document in texts:
            wanted = tuple(claim for claim in map(_claim, claims.get(row, ())) if _meets(claim, query))
            if query.asks_claims and not wanted:
                continue
            if len(hits) == limit:  # one more than the page holds: there is a next one
                return SearchPage(hits=tuple(hits), before=hits[-1].row)
            hits.append(SearchHit(document=document, claims=wanted, row=row))
    return SearchPage(hits=tuple(hits), before=None)


def _candidates(
    connection: Connection, query: SearchQuery, before: int, page: int, as_of: str | None
) -> Iterator[list[tuple[int, Document]]]:
    """Yield standing versions that hold the words, newest first, and as few others as columns can tell.

    They come in batches; the first has the size of a page, which is often enough.
    """
    d = tables.documents.c
    few = few_rows(connection, query)
    asked = select(d.row, d.body).where(*text_conditions(query), read.standing_version(as_of)).order_by(d.row.desc())
    if few is None:
        asked = asked.where(*has_claim(query))
    words = _indexed_words(query)
    if words or few is not None:
        found = _rows_with(connection, words, few, before, page)
    elif find_groups(query):
        found = _batches(many_rows(connection, query, before, as_of))
    else:
        yield from _newest_first(connection, asked, before, page)
        return
    for rows in found:
        yield _documents(connection, asked.where(d.row.in_(rows)))


def _indexed_words(query: SearchQuery) -> tuple[WordGroup, ...]:
    """Return what the index of words is asked for: also where a text comes from."""
    sources = [outlet_word(query.outlet)] if query.outlet else []
    sources += [lang_word(query.lang)] if query.lang else []
    return (*query.words, *(WordGroup(anyof=((word,),)) for word in sources))


def _newest_first(
    connection: Connection, asked: read.AnySelect, before: int, size: int
) -> Iterator[list[tuple[int, Document]]]:
    while found := _documents(connection, asked.where(tables.documents.c.row < before).limit(size)):
        yield found
        before, size = found[-1][0], _BATCH


def _batches(found: Iterator[list[int]]) -> Iterator[list[int]]:
    return (rows[start : start + _BATCH] for rows in found for start in range(0, len(rows), _BATCH))


def _rows_with(
    connection: Connection, words: Sequence[WordGroup], few: frozenset[int] | None, before: int, size: int
) -> Iterator[list[int]]:
    """Yield rows that hold the words, where any are asked for, and are among the few, where there are few."""
    if few is not None:
        left = sorted((row for row in few if row < before), reverse=True)
        if not words:
            while left:
                yield left[:size]
                left, size = left[size:], _BATCH
            return
        before, size = (left[0] + 1 if left else 0), _BATCH_OF_ROWS
    while found := find_rows(connection, words, before=before, limit=size):
        if rows := found if few is None else [row for row in found if row in few]:
            yield rows
        before, size = found[-1], _BATCH if few is None else _BATCH_OF_ROWS
        if few is not None and before <= left[-1]:
            return


def _documents(connection: Connection, asked: read.AnySelect) -> list[tuple[int, Document]]:
    packing = Packing(connection)
    return [(row, _document(packing.unpack(body))) for row, body in connection.execute(asked)]


def _is_wanted(document: Document, query: SearchQuery) -> bool:
    names = (document.outlet.name.casefold(), document.outlet.handle.casefold())
    if query.outlet and query.outlet.casefold() not in names:
        return False
    return not query.lang or document.lang.value == query.lang


_FIELDS: dict[str, Callable[[Claim], frozenset[str]]] = {
    "kind": lambda claim: frozenset((claim.kind.value,)),
    "fate": lambda claim: frozenset(() if claim.fate is None else (claim.fate.value,)),
    "object": lambda claim: frozenset(() if claim.object is None else (claim.object.value,)),
    "place": lambda claim: frozenset(() if claim.place is None else (claim.place.id, *claim.place.parts)),
    "region": lambda claim: frozenset(() if claim.place is None else (claim.place.region or "", *claim.place.parts)),
    "speaker": lambda claim: frozenset(() if claim.speaker is None else (claim.speaker.id,)),
    "modality": lambda claim: frozenset((claim.modality.value,)),
    "status": lambda claim: frozenset((claim.status.value,)),
}


def _meets(claim: Claim, query: SearchQuery) -> bool:
    if any(values.isdisjoint(_FIELDS[name](claim)) for name, values in query.fields.items()):
        return False
    if query.night_from is not None or query.night_to is not None:
        night = None if claim.time is None else night_of(claim.time)
        if night is None or not (query.night_from or date.min) <= night <= (query.night_to or date.max):
            return False
    if query.count_low is None and query.count_high is None:
        return True
    count = claim.count
    if count is None or (query.count_low is not None and count.low < query.count_low):
        return False
    return query.count_high is None or (count.high is not None and count.high <= query.count_high)
