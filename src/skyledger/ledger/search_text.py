"""What is indexed of a text, and how a question is put to either database: the same words on both.

A text is indexed as its folded words (case, ё as е, one apostrophe, look-alike letters) with one space between, so that
neither database's own idea of a Russian or Ukrainian word matters. Each word is letters and digits only: apostrophes
inside words are dropped on both sides.
"""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

from skyledger.model import Document
from skyledger.packs.normalise import tokenise

Words = tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class WordGroup:
    """One thing to be found.

    Attributes:
        anyof: Words or phrases, any of which will do: the forms of a word, the names of a place.
        beginnings: Beginnings of words that will do as well.
        absent: It must not be in the text.
    """

    anyof: tuple[Words, ...] = ()
    beginnings: tuple[str, ...] = ()
    absent: bool = False

    def spans_in(self, text: str) -> list[tuple[int, int]]:
        """Return where it stands in a text, as code points, in order; a longer phrase before a shorter one."""
        tokens = tokenise(text)
        words = [word.replace("'", "") for word in tokens.words]
        phrases = sorted(self.anyof, key=len, reverse=True)
        found = []
        for at, word in enumerate(words):
            width = next((len(p) for p in phrases if tuple(words[at : at + len(p)]) == p), 0)
            if not width and any(word.startswith(beginning) for beginning in self.beginnings):
                width = 1
            if width:
                found.append((tokens.starts[at], tokens.stops[at + width - 1]))
        return found


# Both databases give up on longer words, and nobody looks for one; PostgreSQL takes a megabyte of words a text.
_LONGEST_WORD = 100
_LONGEST_TEXT = 300_000
# Every text has a language, so every entry of the index has a word with this beginning.
LANGUAGE = "languageis"


def search_words(text: str) -> Words:
    """Return the words of a text as they are indexed: of a very long one those at its beginning."""
    words = (word.replace("'", "") for word in tokenise(text[:_LONGEST_TEXT]).words)
    return tuple(word for word in words if len(word) <= _LONGEST_WORD)


def indexed_text(text: str) -> str:
    """Return the one line that is indexed of a text."""
    words = tokenise(text[:_LONGEST_TEXT]).words
    if max(map(len, words), default=0) > _LONGEST_WORD:
        return " ".join(search_words(text))
    return " ".join(words).replace("'", "")  # the same, word by word it takes twice as long


def source_words(document: Document) -> Words:
    """Return the words that stand for a text's outlet, by name and by handle, and for its language.

    They are as good as never words of a text; a text found by one is looked at again all the same.
    """
    names = dict.fromkeys((document.outlet.name, document.outlet.handle))
    return (*(outlet_word(name) for name in names if name), lang_word(document.lang.value))


def outlet_word(name: str) -> str:
    """Return the word an outlet is indexed by, whatever the case of its name."""
    return "outletis" + hashlib.blake2b(name.casefold().encode("utf-8", "surrogatepass"), digest_size=5).hexdigest()


def lang_word(lang: str) -> str:
    """Return the word a language is indexed by."""
    return LANGUAGE + lang


def fts5_query(groups: Sequence[WordGroup]) -> str:
    """Return the question as SQLite's FTS5 reads it; at least one group is to be found."""
    wanted = " AND ".join(f"({_fts5_any(group)})" for group in groups if not group.absent)
    unwanted = " OR ".join(_fts5_any(group) for group in groups if group.absent)
    return f"({wanted}) NOT ({unwanted})" if unwanted else wanted


def tsquery(groups: Sequence[WordGroup]) -> str:
    """Return the question as PostgreSQL's to_tsquery reads it."""
    return " & ".join(("!" if group.absent else "") + f"({_tsquery_any(group)})" for group in groups)


def _fts5_any(group: WordGroup) -> str:
    phrases = [f'"{" ".join(words)}"' for words in group.anyof]
    return " OR ".join([*phrases, *(f'"{beginning}"*' for beginning in group.beginnings)])


def _tsquery_any(group: WordGroup) -> str:
    phrases = [f"({' <-> '.join(words)})" for words in group.anyof]
    return " | ".join([*phrases, *(f"{beginning}:*" for beginning in group.beginnings)])
