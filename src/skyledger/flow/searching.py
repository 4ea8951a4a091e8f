"""Looking for texts in a ledger: what was typed becomes groups of word forms; what is found passes policy."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from skyledger.packs.load import Packs, load_packs
from skyledger.packs.normalise import tokenise
from skyledger.packs.word_forms import word_forms

if TYPE_CHECKING:
    from skyledger.ledger import Ledger, SearchQuery, WordGroup
    from skyledger.publish.found import FoundPage
    from skyledger.publish.policy import ReleasePolicy

_TYPED = re.compile(r'(?P<minus>-?)(?:"(?P<phrase>[^"]*)"?|(?P<word>[^\s"]+))')


def read_words(typed: str, packs: Packs) -> tuple[WordGroup, ...]:
    """Read what somebody typed: words in any form, "words in quotes" as they stand, and -what must be absent."""
    from skyledger.ledger import WordGroup

    groups = []
    for match in _TYPED.finditer(typed):
        exact = match["phrase"] is not None
        words = tuple(tokenise(match["phrase"] if exact else match["word"]).words)
        if not words:
            continue
        phrases, beginnings = ((words,), ()) if exact else word_forms(words, packs)
        plain = tuple(tuple(word.replace("'", "") for word in phrase) for phrase in phrases)
        groups.append(WordGroup(anyof=plain, beginnings=beginnings, absent=bool(match["minus"])))
    return tuple(groups)


def search(
    ledger: Ledger,
    typed: str,
    query: SearchQuery,
    *,
    before: int | None = None,
    limit: int = 50,
    now: datetime,
    policy: ReleasePolicy | None = None,
) -> FoundPage:
    """Find the newest texts that hold words and meet conditions.

    Args:
        ledger: Where to look.
        typed: Words, as :func:`read_words` reads them; ``""`` looks by the conditions alone.
        query: Everything but the words.
        before: What the page before said; None begins.
        limit: Texts a page.
        now: Aware; what policy measures delays from.
        policy: None is the private one.

    Raises:
        UsageError: The query makes no sense.
    """
    from skyledger.errors import UsageError
    from skyledger.publish.found import build_page
    from skyledger.publish.policy import private_policy

    words = read_words(typed, load_packs()) if typed.strip() else ()
    if typed.strip() and not words:
        raise UsageError(f"{typed!r} holds no word that can be looked for")
    page = ledger.search(replace(query, words=words), before=before, limit=limit)
    return build_page(page.hits, words, page.before, now=now, policy=policy or private_policy())
