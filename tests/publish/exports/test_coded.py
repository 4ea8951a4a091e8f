"""The two coded shapes: their columns by name and number, and nothing in them that nobody said."""

from dataclasses import replace

import pytest

from skyledger.ledger import Ledger
from skyledger.publish.exports import FORMATS
from skyledger.publish.exports import acled as acled_shape
from skyledger.publish.exports import ged as ged_shape
from skyledger.publish.rows import Row
from tests.publish.exports.readers import csv_rows
from tests.publish.exports.taken import take

ACLED = (
    "event_id_cnty event_date year time_precision disorder_type event_type sub_event_type actor1 assoc_actor_1 inter1 "
    "actor2 assoc_actor_2 inter2 interaction civilian_targeting iso region country admin1 admin2 admin3 location "
    "latitude longitude geo_precision source source_scale notes fatalities tags timestamp"
).split()
GED = (
    "id relid year active_year code_status type_of_violence conflict_dset_id conflict_new_id conflict_name "
    "dyad_dset_id dyad_new_id dyad_name side_a_dset_id side_a_new_id side_a side_b_dset_id side_b_new_id side_b "
    "number_of_sources source_article source_office source_date source_headline source_original where_prec "
    "where_coordinates where_description adm_1 adm_2 latitude longitude geom_wkt priogrid_gid country country_id "
    "region event_clarity date_prec date_start date_end deaths_a deaths_b deaths_civilians deaths_unknown best high "
    "low gwnoa gwnob"
).split()


@pytest.fixture(scope="module")
def acled(ledger: Ledger) -> list[dict[str, str]]:
    return csv_rows(FORMATS["acled"].write(take(ledger)))


@pytest.fixture(scope="module")
def ged(ledger: Ledger) -> list[dict[str, str]]:
    return csv_rows(FORMATS["ged"].write(take(ledger)))


@pytest.fixture(scope="module")
def a_row(ledger: Ledger) -> Row:
    return next(row for row in take(ledger).rows if row.kind == "interception")


def test_the_columns_are_acleds(acled: list[dict[str, str]]) -> None:
    assert len(ACLED) == 31
    assert list(acled[0]) == ACLED


def test_the_columns_are_geds(ged: list[dict[str, str]]) -> None:
    assert len(GED) == 49
    assert list(ged[0]) == GED


def test_actors_targets_and_conflicts_are_never_inferred(
    acled: list[dict[str, str]], ged: list[dict[str, str]]
) -> None:
    actors = [n for n in ACLED if "actor" in n or n.startswith("inter")] + ["civilian_targeting", "source_scale"]
    assert {row[name] for row in acled for name in actors} == {""}
    sides = [n for n in GED if n.startswith(("conflict_", "dyad_", "side_", "gwno"))]
    assert {row[name] for row in ged for name in (*sides, "type_of_violence", "deaths_civilians")} == {""}


@pytest.mark.parametrize(
    ("kind", "fate", "object", "wanted"),
    [
        (
            "interception",
            "downed",
            "uav",
            ("Strategic developments", "Strategic developments", "Disrupted weapons use"),
        ),
        ("attack", "hit", "uav", ("Political violence", "Explosions/Remote violence", "Air/drone strike")),
        (
            "attack",
            "launched",
            "ballistic_missile",
            ("Political violence", "Explosions/Remote violence", "Shelling/artillery/missile attack"),
        ),
        ("attack", "debris", "uav", ("Political violence", "Explosions/Remote violence", "")),
        ("attack", None, None, ("Political violence", "Explosions/Remote violence", "")),
        ("fire", None, None, ("", "", "")),
        ("damage", None, "guided_bomb", ("Political violence", "Explosions/Remote violence", "Air/drone strike")),
        ("alert", "declared", "missile", ("", "", "")),
        ("airspace_closure", None, None, ("", "", "")),
        ("sighting", None, "uav", ("", "", "")),
        ("no_casualties", None, None, ("", "", "")),
    ],
)
def test_event_types_follow_from_what_is_said(
    a_row: Row, kind: str, fate: str | None, object: str | None, wanted: tuple[str, str, str]
) -> None:
    assert acled_shape.event_type(replace(a_row, kind=kind, fate=fate, object=object)) == wanted


@pytest.mark.parametrize("kind", ["attack", "interception", "damage"])
def test_what_is_denied_is_no_event(a_row: Row, kind: str) -> None:
    assert acled_shape.event_type(replace(a_row, kind=kind, modality="denied")) == ("", "", "")


def test_a_region_has_no_point_in_either(acled: list[dict[str, str]], ged: list[dict[str, str]]) -> None:
    areas = [row for row in acled if row["geo_precision"] == "3"]
    assert areas
    assert {(row["latitude"], row["longitude"]) for row in areas} == {("", "")}
    assert {(r["where_prec"], r["latitude"], r["geom_wkt"], r["priogrid_gid"]) for r in ged} == {("4", "", "", "")}


def test_a_point_lies_in_its_grid_cell(ledger: Ledger) -> None:
    row = next(r for r in take(ledger).rows if r.place is not None and r.place.id == "gn:698740")
    cell = next(c for c in ged_shape.COLUMNS if c.name == "priogrid_gid").get(row, take(ledger))
    # PRIO-GRID: 720 columns and 360 rows of half a degree, from the south-west corner.
    assert cell == 272 * 720 + 421 + 1


def test_deaths_nobody_spoke_of_are_empty_and_not_nought(ledger: Ledger, acled: list[dict[str, str]]) -> None:
    said = {row.id: [f.low for f in row.figures if f.field == "killed"] for row in take(ledger).rows}
    for row in acled:
        lows = said[row["event_id_cnty"]]
        assert row["fatalities"] == (str(lows[0]) if lows else "")
    assert "0" in {row["fatalities"] for row in acled}
    assert "" in {row["fatalities"] for row in acled}


def test_low_best_and_high_are_what_is_stated(ged: list[dict[str, str]]) -> None:
    assert sorted((r["low"], r["best"], r["high"], r["deaths_unknown"]) for r in ged) == [
        ("2", "2", "", "2"),
        ("3", "3", "3", "3"),
    ]
    assert {(r["date_prec"], r["event_clarity"], r["country_id"]) for r in ged} == {("2", "1", "369")}


def test_each_line_says_what_it_is_not(acled: list[dict[str, str]], ged: list[dict[str, str]]) -> None:
    assert all("not coded or checked by ACLED" in row["notes"] and "not ACLED" in row["tags"] for row in acled)
    assert all("not UCDP data" in row["code_status"] for row in ged)
    assert all("only incidents with a stated death" in row["code_status"] for row in ged)


def test_a_night_counts_as_its_date(acled: list[dict[str, str]], ledger: Ledger) -> None:
    nights = {row.id: row.night for row in take(ledger).rows}
    for row in acled:
        night = nights[row["event_id_cnty"]]
        if night is not None:
            assert (row["event_date"], row["year"]) == (night, night[:4])
            assert row["time_precision"] in ("1", "2")
