"""The terms of every table, searched where they lie: a row is parsed when a text has its first word, and then kept.

Parsing 390,000 rows before the first claim would take seconds, and a text needs some dozens of them. The tables are
sorted by surface, so all rows that begin with one word stand together (:mod:`skyledger.packs.sorted_rows`).
"""

from collections.abc import ItemsView, Iterable, Iterator, Mapping, Sequence, ValuesView
from functools import cached_property
from itertools import repeat

from skyledger.errors import PackError
from skyledger.packs.records import Term, is_telling
from skyledger.packs.sorted_rows import SortedRows
from skyledger.packs.tables import TERM_HEADER, term_rows

Terms = tuple[Term, ...]
# The surfaces that begin with a word with their terms, the terms of the word alone, and by the second word the numbers
# of words surfaces have, most first.
Group = tuple[Mapping[str, Terms], Terms | None, Mapping[str, tuple[int, ...]]]

NOTHING: Group = ({}, None, {})
# After a tab come the fields, after a space the next word; "!" is the character after the space.
_AFTER_WORD = "!"
_AFTER_LETTERS = chr(0x10FFFF)
# Words remembered, found and not found: a month of news has fewer; 100,000 take some 20 MB.
_REMEMBERED = 100_000


class TermTable(Mapping[str, Terms]):
    """What each surface may mean, as a mapping; to go through all of it parses all of it.

    Attributes:
        known: What words met so far begin.
        idle: Those of them that begin nothing telling: a text of nothing but these says that nothing happened.
    """

    def __init__(self, tables: Sequence[SortedRows]) -> None:
        """Take tables in the order their meanings shall come.

        Args:
            tables: Rows of each, ``surface category value lang flags`` joined by tabs.
        """
        self._tables = tables
        self.known: dict[str, Group] = {}
        self.idle: set[str] = set()

    @classmethod
    def of(cls, terms: Mapping[str, Terms]) -> "TermTable":
        """Return a table of terms at hand."""
        rows = term_rows((surface, term) for surface in sorted(terms) for term in terms[surface])
        return cls([SortedRows.of("\t".join(row) for row in rows)])

    def starting_with(self, word: str) -> Group:
        """Return the surfaces whose first word is ``word``, and what tells which of them may stand in a text."""
        group = self.known.get(word)
        if group is None:
            if len(self.known) >= _REMEMBERED:
                self.known.clear()
                self.idle.clear()
            group = self.known[word] = self._read(word)
            if not any(is_telling(term) for terms in group[0].values() for term in terms):
                self.idle.add(word)
        return group

    def beginning_with(self, letters: str) -> dict[str, Terms]:
        """Return the surfaces that begin with these letters with their terms, without parsing the others."""
        return _parse(line for rows in self._tables for line in rows.between(letters, letters + _AFTER_LETTERS))

    def flagged(self, flag: str) -> dict[str, Terms]:
        """Return the terms with a flag by surface, without parsing the others."""
        found = _parse(line for rows in self._tables for line in rows.holding(flag))
        marked = ((surface, tuple(t for t in terms if flag in t.flags.split())) for surface, terms in found.items())
        return {surface: terms for surface, terms in marked if terms}

    def __getitem__(self, surface: str) -> Terms:
        return self.starting_with(surface.partition(" ")[0])[0][surface]

    def __iter__(self) -> Iterator[str]:
        return iter(self._all)

    def __len__(self) -> int:
        return len(self._all)

    def items(self) -> ItemsView[str, Terms]:
        """Return every surface with its terms."""
        return self._all.items()

    def values(self) -> ValuesView[Terms]:
        """Return the terms of every surface."""
        return self._all.values()

    def _read(self, word: str) -> Group:
        low, high = f"{word}\t", word + _AFTER_WORD
        found = [line for rows in self._tables for line in rows.between(low, high)]
        if not found:
            return NOTHING
        terms = _parse(found)
        widths: dict[str, set[int]] = {}
        for surface in terms:
            if " " in surface:
                widths.setdefault(surface.split(" ", 2)[1], set()).add(surface.count(" ") + 1)
        longer = {second: tuple(sorted(numbers, reverse=True)) for second, numbers in widths.items()}
        return terms, terms.get(word), longer

    @cached_property
    def _all(self) -> dict[str, Terms]:
        return _parse(line for lines in self._tables for line in lines)


def _parse(lines: Iterable[str]) -> dict[str, Terms]:
    """Return terms by surface; most rows share their fields with others, so each row of fields is parsed once."""
    terms: dict[str, Terms] = {}
    parsed: dict[str, Terms] = {}
    for line in lines:
        surface, _, fields = line.partition("\t")
        term = parsed.get(fields)
        if term is None:
            category, value, lang, flags = _cut(surface, fields)
            term = parsed[fields] = (Term(category=category, value=value, lang=lang, flags=flags),)
        known = terms.get(surface)
        terms[surface] = term if known is None else known + term
    return terms


def _cut(surface: str, fields: str) -> list[str]:
    cut = fields.split("\t")
    if len(cut) != len(TERM_HEADER) - 1:
        raise PackError(f"term tables: row {surface!r}: expected {len(TERM_HEADER)} fields")
    return cut


def sound_rows(name: str, lines: Iterable[str]) -> SortedRows:
    """Return the rows of a term table in order, all of them looked at.

    Args:
        name: Of the file, for the fault.
        lines: Below the header; a table edited by hand need not be sorted.

    Raises:
        PackError: A row has more or fewer fields than the header.
    """
    rows = sorted(lines)
    tabs = len(TERM_HEADER) - 1
    if set(map(str.count, rows, repeat("\t"))) - {tabs}:
        broken = next(row for row in rows if row.count("\t") != tabs)
        surface = broken.partition("\t")[0]
        raise PackError(f"{name}: row {surface!r}: expected {len(TERM_HEADER)} fields")
    return SortedRows.of(rows)
