"""Rows found where they lie: the same as a search through all of them, wherever pages begin."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skyledger.packs import sorted_rows
from skyledger.packs.sorted_rows import SortedRows, bytes_of

TEXTS = st.text(st.sampled_from("aбї '\t"), max_size=6)
ROWS = st.lists(TEXTS, max_size=30).map(sorted)


@given(ROWS, TEXTS, TEXTS, st.integers(1, 40))
def test_rows_between_two_texts(rows: list[str], low: str, high: str, page: int) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sorted_rows, "_PAGE", page)
        table = SortedRows.of(rows)
    assert list(table) == rows
    assert table.between(low, high) == [row for row in rows if low <= row < high]


@given(ROWS, st.sampled_from(["a", "б", "aб", "ї "]))
def test_rows_that_hold_letters(rows: list[str], letters: str) -> None:
    assert list(SortedRows.of(rows).holding(letters)) == [row for row in rows if letters in row]


def test_what_stands_before_the_rows_is_none_of_them() -> None:
    data = "a head\nб\nв\n".encode()
    table = SortedRows(data, data.index(b"\n") + 1)
    assert list(table) == table.between("", "я") == ["б", "в"]
    assert list(table.holding("head")) == []


def test_the_bytes_of_a_file(tmp_path: Path) -> None:
    path = tmp_path / "table"
    for content in (b"", b"a\nb\n"):
        path.write_bytes(content)
        data = bytes_of(path)
        assert data[:] == content
