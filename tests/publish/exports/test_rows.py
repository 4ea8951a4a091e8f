"""Each format has exactly the rows of the filtered view, and the same view gives the same bytes."""

from urllib.parse import parse_qsl

import pytest

from skyledger.errors import UsageError
from skyledger.flow.selecting import select
from skyledger.ledger import Ledger
from skyledger.publish.exports import FORMATS, find_format
from skyledger.publish.exports.ged import is_in_scope
from skyledger.publish.selection import read_filter
from tests.publish.exports.readers import IDS, csv_rows, unzipped
from tests.publish.exports.taken import QUERIES, take
from tests.web.filled import NOW


def test_every_format_has_a_reader_here() -> None:
    assert set(IDS) == set(FORMATS)


@pytest.mark.parametrize("query", QUERIES)
@pytest.mark.parametrize("name", FORMATS)
def test_a_file_has_exactly_the_rows_of_the_view(ledger: Ledger, name: str, query: str) -> None:
    screen = select(ledger, read_filter(parse_qsl(query)), now=NOW)
    wanted = [row.id for row in screen.rows if name != "ged" or is_in_scope(row)]
    found = IDS[name](FORMATS[name].write(take(ledger, query)))
    # A PDF is read once for each of its two fonts.
    assert sorted(found) == sorted(wanted)
    assert found == wanted or name == "pdf"


@pytest.mark.parametrize("name", FORMATS)
def test_the_same_view_gives_the_same_bytes(ledger: Ledger, name: str) -> None:
    once, again = (find_format(name).write(take(ledger, QUERIES[1])) for _ in range(2))
    assert once == again


@pytest.mark.parametrize("query", QUERIES)
def test_the_tables_of_a_package_are_of_the_same_incidents(ledger: Ledger, query: str) -> None:
    view = take(ledger, query)
    files = unzipped(FORMATS["zip"].write(view))
    ids = {row.id for row in view.rows}
    assert {row["incident"] for row in csv_rows(files["sources.csv"])} == ids
    assert {row["incident"] for row in csv_rows(files["claims.csv"])} == ids
    figures = [(row.id, f.field, str(f.low)) for row in view.rows for f in row.figures]
    assert [(r["incident"], r["field"], r["low"]) for r in csv_rows(files["figures.csv"])] == figures
    assert IDS["geojson"](files["incidents.geojson"]) == [row.id for row in view.rows]


def test_an_unknown_format_is_refused_by_name() -> None:
    with pytest.raises(UsageError, match=r"xlsx: no such format; there are csv, geojson"):
        find_format("xlsx")
