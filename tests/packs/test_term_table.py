"""Terms searched in sorted rows: the same as a plain dictionary of all of them, in the same order of meanings."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skyledger.errors import PackError
from skyledger.packs import term_table
from skyledger.packs.load import load_packs
from skyledger.packs.records import Term
from skyledger.packs.sorted_rows import SortedRows
from skyledger.packs.term_table import TermTable, sound_rows

# Words that stand close together in the order of rows: beginnings of each other, apostrophes, digits, a word twice.
WORDS = st.sampled_from(["а", "аб", "а'б", "1", "10", "ab", "сім'я", "я"])
SURFACES = st.lists(WORDS, min_size=1, max_size=3).map(" ".join)
ROWS = st.lists(st.tuples(SURFACES, st.sampled_from(["place", "object"]), st.sampled_from(["x", "y"])), max_size=20)


def rows_of(terms: list[tuple[str, str, str]]) -> list[str]:
    return [f"{surface}\t{category}\t{value}\tru\t" for surface, category, value in terms]


def parsed(tables: list[list[tuple[str, str, str]]]) -> dict[str, tuple[Term, ...]]:
    """Read the tables the plain way."""
    terms: dict[str, tuple[Term, ...]] = {}
    for table in tables:
        for surface, category, value in sorted(table):
            terms[surface] = (*terms.get(surface, ()), Term(category=category, value=value, lang="ru"))
    return terms


@given(st.lists(ROWS, min_size=1, max_size=3), SURFACES)
def test_a_table_is_the_mapping_of_its_rows(tables: list[list[tuple[str, str, str]]], asked: str) -> None:
    expected = parsed(tables)
    table = TermTable([sound_rows("t", rows_of(rows)) for rows in tables])
    assert table.get(asked) == expected.get(asked)
    assert {surface: table[surface] for surface in expected} == expected
    assert dict(table) == dict(table.items()) == expected
    assert set(table.values()) == set(expected.values())
    assert len(table) == len(expected)
    assert dict(TermTable.of(expected)) == expected


def test_terms_with_a_flag() -> None:
    rows = ["аау\tplace\tx\tru\tcode", "аау\tobject\ty\tru\t", "б\tplace\tcode\tru\tcoded", "в code\tplace\tz\tru\t"]
    flagged = TermTable([sound_rows("t", rows)]).flagged("code")
    assert {surface: [t.value for t in terms] for surface, terms in flagged.items()} == {"аау": ["x"]}


def test_rows_need_not_be_sorted() -> None:
    rows = [("я", "object", "x"), ("а", "object", "y"), ("а а", "place", "x")]
    table = TermTable([sound_rows("t", rows_of(rows))])
    assert [table[surface][0].value for surface in ("я", "а", "а а")] == ["x", "y", "x"]


@pytest.mark.parametrize("row", ["а\tplace", "а\tplace\tx\tru\t\t", "а"])
def test_a_row_with_other_fields_is_named(row: str) -> None:
    with pytest.raises(PackError, match=r"own\.tsv: row 'а'"):
        sound_rows("own.tsv", [*rows_of([("б", "place", "x")]), row])


def test_a_row_with_other_fields_is_named_when_a_text_has_its_word() -> None:
    table = TermTable([SortedRows.of(["а\tplace", *rows_of([("б", "place", "x")])])])
    assert table["б"][0].value == "x"
    with pytest.raises(PackError, match=r"row 'а': expected 5 fields"):
        table.get("а")


def test_what_is_remembered_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(term_table, "_REMEMBERED", 3)
    table = TermTable([sound_rows("t", rows_of([("а", "place", "x")]))])
    for number in range(20):
        assert table.get(str(number)) is None
        assert table["а"][0].value == "x"
    assert len(table.known) <= 3
    assert table.idle <= set(table.known)


def test_a_word_is_idle_where_no_trigger_begins_with_it() -> None:
    table = TermTable([sound_rows("t", rows_of([("а", "place", "x"), ("б в", "trigger", "y")]))])
    for word in "абв":
        table.starting_with(word)
    assert table.idle == {"а", "в"}


def test_the_packs_searched_and_the_packs_parsed_are_the_same() -> None:
    terms = load_packs().terms
    assert all(terms[surface] == meanings for surface, meanings in terms.items())
