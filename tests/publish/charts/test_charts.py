"""Charts count the rows of the view, are well-formed, carry no foreign markup, and become pictures."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from xml.etree import ElementTree

import pytest

from skyledger.ledger import Ledger
from skyledger.publish.charts import CHARTS, to_png
from skyledger.publish.charts.nights import count_nights
from skyledger.publish.charts.timeline import build_lanes
from skyledger.publish.export_view import View
from tests.publish.exports.taken import QUERIES, a_full_ledger, take

SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    with a_full_ledger(tmp_path_factory.mktemp("charts")) as filled:
        yield filled


def titles(view: View, name: str) -> tuple[ElementTree.Element, list[str]]:
    """Return a chart as XML, and the tooltips of its shapes."""
    root = ElementTree.fromstring(CHARTS[name].draw(view))
    return root, [shape.text or "" for shape in root.iterfind(f"./*/{SVG}title")]


@pytest.mark.parametrize("query", QUERIES)
@pytest.mark.parametrize("name", CHARTS)
def test_a_chart_is_wellformed_and_holds_no_script_or_style(ledger: Ledger, name: str, query: str) -> None:
    svg = CHARTS[name].draw(take(ledger, query))
    root = ElementTree.fromstring(svg)
    assert root.tag == f"{SVG}svg"
    for shape in root.iter():
        assert shape.tag not in (f"{SVG}script", f"{SVG}style", f"{SVG}image", f"{SVG}foreignObject")
        assert not [a for a in shape.attrib if a == "style" or a.startswith("on") or "href" in a]


@pytest.mark.parametrize("query", QUERIES)
def test_the_nights_hold_every_row_once(ledger: Ledger, query: str) -> None:
    view = take(ledger, query)
    bars = count_nights(view.rows)
    assert sum(bar.incidents for bar in bars) == sum(row.night is not None for row in view.rows)
    _, said = titles(view, "nights")
    drawn = Counter(text for text in said if text.endswith("incidents"))
    for bar in bars:
        assert drawn[f"{bar.night}: {bar.incidents} incidents"] == 1


def test_the_largest_figure_is_one_that_is_stated(ledger: Ledger) -> None:
    view = take(ledger)
    stated = {(f.low, f.high) for row in view.rows for f in row.figures if f.field == "count"}
    for bar in count_nights(view.rows):
        assert bar.largest is None or (bar.largest.low, bar.largest.high) in stated


@pytest.mark.parametrize("query", QUERIES)
def test_the_timeline_stands_for_each_incident_with_a_time_once(ledger: Ledger, query: str) -> None:
    view = take(ledger, query)
    lanes = build_lanes(view)
    told = [id for lane in lanes for id in lane.incidents]
    assert sorted(told) == sorted(id for id, incident in view.incidents.items() if incident.window is not None)
    root, _ = titles(view, "timeline")
    assert len(list(root.iter(f"{SVG}polygon"))) == len(lanes)
    desc = root.findtext(f"{SVG}desc")
    assert desc == f"{len(view.rows)} incidents in {len(lanes)} bars; {len(view.rows) - len(told)} without a time."


def test_a_closing_and_its_reopening_are_one_bar(ledger: Ledger) -> None:
    view = take(ledger, "night=2025-12-11&kinds=airspace_closure,airspace_reopening")
    ends = {lane.title: lane.window.end is not None for lane in build_lanes(view)}
    assert ends == {
        "closed: Kaluga (Grabtsevo)": True,
        "closed: Moscow Vnukovo": True,
        "closed: Saratov (Gagarin)": False,
    }
    alone = take(ledger, "night=2025-12-11&kinds=airspace_reopening")
    assert all(lane.window.end == lane.window.start is not None for lane in build_lanes(alone))


@pytest.mark.parametrize("query", QUERIES)
def test_the_map_counts_by_region(ledger: Ledger, query: str) -> None:
    view = take(ledger, query)
    root, _ = titles(view, "map")
    desc = root.find(f"{SVG}desc")
    assert desc is not None
    counted = {region: int(n) for region, n in re.findall(r"([A-Z]{2}-[A-Z0-9]+) (\d+)", desc.text or "")}
    assert counted == Counter(r.place.region for r in view.rows if r.place is not None and r.place.region is not None)


def test_a_title_of_a_stranger_stays_words(ledger: Ledger) -> None:
    view = take(ledger, QUERIES[1])
    rows = tuple(replace(row, title="</text><script>alert(1)</script>\u202e\x1b]]>&") for row in view.rows)
    svg = CHARTS["timeline"].draw(replace(view, rows=rows))
    ElementTree.fromstring(svg)
    assert "<script" not in svg
    assert "\u202e" not in svg


@pytest.mark.parametrize("name", CHARTS)
def test_a_chart_becomes_a_picture(ledger: Ledger, name: str) -> None:
    picture = to_png(CHARTS[name].draw(take(ledger, QUERIES[3])))
    assert picture.startswith(b"\x89PNG")
    width, height = (int.from_bytes(picture[at : at + 4], "big") for at in (16, 20))
    assert width == 1920
    assert height > 100
