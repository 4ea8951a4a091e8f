"""No spreadsheet runs a cell of ours, and numbers stay numbers."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skyledger.ledger import Ledger
from skyledger.publish.exports import FORMATS
from skyledger.publish.exports.cells import cell_text, safe_text, write_csv
from tests.publish.exports.readers import csv_rows, unzipped
from tests.publish.exports.taken import take

STARTS = ("=", "+", "-", "@", "\t", "\r")


@pytest.mark.parametrize(
    "text",
    ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "  =1", "\u200b=1", "x;=1", "x\n=1", "x\t@y", "x,-1", "\uff1d1"],
)
def test_what_would_be_run_is_made_text(text: str) -> None:
    safe = safe_text(text)
    assert "'" in safe
    for separator in (";", ",", "\t", "\n", "\r"):
        for part in safe.split(separator):
            assert not part.lstrip(" \u00a0").startswith(("=", "+", "-", "@", "\uff1d"))


@pytest.mark.parametrize("text", ["plain", "a=b", "20-30", "c1-00ff", "https://x.example/a-b", "a - b", ""])
def test_ordinary_text_stays_as_it_is(text: str) -> None:
    assert safe_text(text) == text


@given(st.text())
def test_no_text_begins_a_formula(text: str) -> None:
    assert not cell_text(text).lstrip(" ").startswith(STARTS)


def test_numbers_stay_numbers_and_unknown_is_empty() -> None:
    written = write_csv([["a", "b", "c", "d", "e"]], [[-3, -3.25, None, True, 0]])
    assert written == b"a,b,c,d,e\r\n-3,-3.25,,true,0\r\n"


@pytest.mark.parametrize("name", ["csv", "acled", "ged", "hxl"])
def test_no_cell_of_a_full_ledger_begins_a_formula(ledger: Ledger, name: str) -> None:
    rows = csv_rows(FORMATS[name].write(take(ledger)), tagged=name == "hxl")
    _hold_no_formula(rows)


@pytest.mark.parametrize("name", ["figures.csv", "sources.csv", "claims.csv", "incidents.csv"])
def test_no_cell_of_a_package_begins_a_formula(ledger: Ledger, name: str) -> None:
    _hold_no_formula(csv_rows(unzipped(FORMATS["zip"].write(take(ledger)))[name]))


def _hold_no_formula(rows: list[dict[str, str]]) -> None:
    assert rows
    numbers = ("lon", "lat", "longitude", "latitude", "residual_low", "residual_high", "timestamp")
    for row in rows:
        assert not [v for name, v in row.items() if name not in numbers and v.lstrip().startswith(STARTS)]
