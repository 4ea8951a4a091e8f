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
from skyledger.ledger.search_index import find_rows
from skyledger.ledger.search_records import FIELDS, MOST, SearchHit, SearchPage, SearchQuery
from skyledger.model import Claim, Document
from skyledger.model.night import night_of

_document, _claim = decoder(Document), decoder(Claim)
_LAST = 2**62
_BATCH = 200


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
    for row, body in _candidates(connection, query, _LAST if before is None else before, as_of):
        document = _document(body)
        if not _is_wanted(document, query):
            continue
        claims = _claims_of(connection, row, as_of)
        wanted = tuple(claim for claim in claims if _meets(claim, query))
        if query.asks_claims and not wanted:
            continue
        if len(hits) == limit:  # one more than the page holds: there is a next one
            return SearchPage(hits=tuple(hits), before=hits[-1].row)
        hits.append(SearchHit(document=document, claims=wanted, row=row))
    return SearchPage(hits=tuple(hits), before=None)


def _candidates(
    connection: Connection, query: SearchQuery, before: int, as_of: str | None
) -> Iterator[tuple[int, str]]:
    """Yield standing versions that hold the words, newest first, and as few others as columns can tell."""
    d = tables.documents.c
    conditions = _column_conditions(query)
    while True:
        narrowed = [d.row < before, *conditions]
        if query.words:
            found = find_rows(connection, query.words, before=before, limit=_BATCH)
            if not found:
                return
            narrowed.append(d.row.in_(found))
        asked = select(d.row, d.body).where(*narrowed, read.standing_version(as_of))
        rows = list(connection.execute(asked.order_by(d.row.desc()).limit(_BATCH)))
        yield from ((row, body) for row, body in rows)
        if query.words:
            before = found[-1]
        elif rows:
            before = rows[-1][0]
        else:
            return


def _column_conditions(query: SearchQuery) -> Sequence[read.Condition]:
    """Return what the columns of documents and claims can tell, so that few texts are read in vain."""
    d, c = tables.documents.c, tables.claims.c
    conditions: list[read.Condition] = []
    if query.published_from is not None:
        conditions.append(d.published >= query.published_from.timestamp())
    if query.published_to is not None:
        conditions.append(d.published < query.published_to.timestamp())
    told = {name: query.fields[name] for name in ("kind", "status") if name in query.fields}
    if told or query.night_from is not None or query.night_to is not None:
        having = [getattr(c, name).in_(sorted(values)) for name, values in told.items()]
        having += [] if query.night_from is None else [c.night >= query.night_from.isoformat()]
        having += [] if query.night_to is None else [c.night <= query.night_to.isoformat()]
        derived = select(tables.derivations.c.document_row).join(
            tables.claims, c.derivation_row == tables.derivations.c.row
        )
        conditions.append(d.row.in_(derived.where(*having)))
    return conditions


def _claims_of(connection: Connection, document_row: int, as_of: str | None) -> list[Claim]:
    x, c = tables.derivations.c, tables.claims.c
    query = select(c.body).join(tables.derivations, x.row == c.derivation_row)
    query = query.where(x.document_row == document_row, read.newest_derivation(as_of)).order_by(c.ordinal)
    return [_claim(body) for body in connection.scalars(query)]


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
