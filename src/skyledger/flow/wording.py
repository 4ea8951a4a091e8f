"""Which incidents have a text with certain words in it, as far as the words are shown."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from skyledger.flow.searching import read_words
from skyledger.packs.load import load_packs
from skyledger.publish.selection import ParameterError
from skyledger.say import say

if TYPE_CHECKING:
    from skyledger.flow.night_release import NightRelease
    from skyledger.ledger import Ledger, WordGroup
    from skyledger.publish.matching import Condition, Item

# The search answers in pages of this size.
_PAGE = 1_000
_PAGES = 50


def words_condition(ledger: Ledger, typed: str, nights: Sequence[NightRelease]) -> Condition:
    """Return the condition that a shown text of an incident, or its title, holds what was typed.

    Raises:
        ParameterError: It holds no word.
    """
    words = read_words(typed, load_packs())
    if not words:
        raise ParameterError("q", say("holds no word that can be looked for"))
    hits = _shown_hits(ledger, words, nights)
    title = " ".join(typed.split()).casefold()

    def holds(item: Item) -> bool:
        return not hits.isdisjoint(item.documents) or title in item.row.title.casefold() or title == item.row.id

    return holds


def _shown_hits(ledger: Ledger, words: Sequence[WordGroup], nights: Sequence[NightRelease]) -> set[str]:
    """Return the texts of these nights that hold the words in what is shown of them."""
    asked = {id for night in nights for id in night.texts if id not in night.hidden}
    altered = {id: text for night in nights for id, text in night.altered.items()}
    found = set()
    for id in _hits(ledger, words, nights):
        if id in asked and (id not in altered or _holds(words, altered[id])):
            found.add(id)
    return found


def _hits(ledger: Ledger, words: Sequence[WordGroup], nights: Sequence[NightRelease]) -> Iterable[str]:
    from skyledger.ledger import SearchQuery

    labels = [night.night for night in nights if night.night is not None]
    only_nights = bool(labels) and all(night.items == () for night in nights if night.night is None)
    query = SearchQuery(
        words=tuple(words),
        night_from=min(labels) if only_nights else None,
        night_to=max(labels) if only_nights else None,
    )
    before: int | None = None
    for _ in range(_PAGES):
        page = ledger.search(query, before=before, limit=_PAGE)
        yield from (hit.document.id for hit in page.hits)
        before = page.before
        if before is None:
            return


def _holds(words: Sequence[WordGroup], text: str) -> bool:
    return all(bool(group.spans_in(text)) is not group.absent for group in words)
