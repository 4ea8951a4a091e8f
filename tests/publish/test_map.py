"""Borders, projection and drawing."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skyledger.model import Place, PlaceKind, PlacePrecision
from skyledger.publish.map.borders import contains, load_countries, load_regions
from skyledger.publish.map.drawing import draw_map
from skyledger.publish.map.projection import EARTH_KM, fit_albers
from skyledger.publish.map.records import Drawing, Spot
from tests.publish.night import region

CITIES = {
    "RU-KLU": (36.26, 54.51),
    "RU-MOW": (37.62, 55.75),
    "RU-BEL": (36.58, 50.60),
    "RU-SPE": (30.31, 59.94),
    "RU-AL": (85.96, 51.96),
    "RU-ALT": (83.77, 53.35),
    "RU-KGD": (20.51, 54.71),
    "RU-ZAB": (113.50, 52.03),
    "RU-MAG": (150.80, 59.56),
    "RU-NIZ": (44.00, 56.33),
    "RU-SE": (44.68, 43.02),
    "UA-30": (30.52, 50.45),
    "UA-32": (30.11, 49.80),
    "UA-40": (33.53, 44.59),
    "UA-43": (34.10, 44.95),
    "UA-51": (30.72, 46.48),
    "UA-63": (36.25, 49.99),
    "UA-68": (26.99, 49.42),
    "UA-35": (32.26, 48.51),
}


def test_every_region_is_there_once_with_a_name() -> None:
    regions = load_regions()
    assert len([k for k in regions.areas if k.startswith("RU-")]) == 83
    assert len([k for k in regions.areas if k.startswith("UA-")]) == 27
    assert set(regions.names) == set(regions.areas)
    assert len(set(regions.names.values())) == 110


@pytest.mark.parametrize(("key", "city"), CITIES.items())
def test_a_city_lies_in_its_own_region_and_in_no_other(key: str, city: tuple[float, float]) -> None:
    assert [k for k, area in load_regions().areas.items() if contains(area, *city)] == [key]


def test_no_country_outline_claims_crimea() -> None:
    assert not [k for k, area in load_countries().areas.items() if contains(area, 34.10, 44.95)]
    assert "Crimea" in load_countries().note


def test_rings_are_closed() -> None:
    for borders in (load_regions(), load_countries()):
        rings = [r for area in borders.areas.values() for polygon in area for r in polygon]
        assert all(r[0] == r[-1] and len(r) > 3 for r in rings)


@given(st.floats(20, 60), st.floats(44, 66), st.floats(0.01, 0.2))
def test_the_projection_keeps_areas(lon: float, lat: float, step: float) -> None:
    albers = fit_albers([(20.0, 44.0), (60.0, 66.0)])
    corners = [(lon, lat), (lon + step, lat), (lon + step, lat + step), (lon, lat + step)]
    plane = [albers.project(*c) for c in corners]
    flat = abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(plane, plane[1:] + plane[:1], strict=True))) / 2
    south, north = math.radians(lat), math.radians(lat + step)
    round_ = EARTH_KM**2 * math.radians(step) * (math.sin(north) - math.sin(south))
    assert flat == pytest.approx(round_, rel=2e-3)


def test_north_is_up_and_east_is_right() -> None:
    albers = fit_albers([(36.0, 54.0)])
    assert albers.project(37.0, 54.0)[0] > albers.project(36.0, 54.0)[0]
    assert albers.project(36.0, 55.0)[1] < albers.project(36.0, 54.0)[1]


def _spot(place: Place, number: str = "") -> Spot:
    return Spot(place=place, name=place.name, number=number, href="", row="row")


def _draw(*spots: Spot) -> Drawing:
    drawing = draw_map(spots, 720, 520)
    assert drawing is not None
    return drawing


def test_a_region_is_an_area_and_never_a_sign() -> None:
    drawing = _draw(_spot(region("RU-KLU", "Kaluga Oblast", "x"), "40 downed"))
    assert [a.id for a in drawing.areas if a.style == "stated"] == ["RU-KLU"]
    assert drawing.marks == ()
    assert ("Kaluga", "40 downed") in {(label.name, label.number) for label in drawing.labels}


def test_a_list_fills_its_members_and_carries_no_number() -> None:
    both = Place(
        id="RU-ROS+RU-VOR",
        kind=PlaceKind.LIST,
        precision=PlacePrecision.REGION,
        name="Rostov + Voronezh",
        parts=("RU-ROS", "RU-VOR"),
    )
    drawing = _draw(_spot(both, "20 downed"))
    assert {a.id for a in drawing.areas if a.style == "listed"} == {"RU-ROS", "RU-VOR"}
    assert not [label for label in drawing.labels if label.number]


def test_far_places_become_arrows_and_do_not_stretch_the_view() -> None:
    west = [_spot(region(k, n, "x")) for k, n in (("RU-KLU", "Kaluga"), ("RU-TUL", "Tula"), ("RU-BRY", "Bryansk"))]
    drawing = _draw(*west, _spot(region("RU-CHE", "Chelyabinsk Oblast", "x")))
    assert [a.text for a in drawing.arrows] == ["Chelyabinsk"]
    assert drawing.arrows[0].x > 600
    assert drawing.scale_km <= 200


def test_a_whole_country_and_an_unlocated_place_are_named_not_drawn() -> None:
    country = Place(
        id="UA", kind=PlaceKind.COUNTRY, precision=PlacePrecision.COUNTRY, name="Ukraine", lat=49.0, lon=32.0
    )
    drawing = _draw(_spot(country), _spot(region("RU-KLU", "Kaluga Oblast", "x")))
    assert drawing.undrawn == (("Ukraine", "row"),)
    assert draw_map([_spot(country)], 720, 520) is None


def test_everything_drawn_lies_in_the_frame() -> None:
    drawing = _draw(*[_spot(region(k, k, "x"), "1 downed") for k in ("RU-KLU", "RU-BEL", "UA-63", "RU-KDA")])
    for label in drawing.labels:
        assert 0 < label.x < drawing.width
        assert 0 < label.y < drawing.height


def test_a_region_without_a_border_is_a_ring_and_a_bay_is_words() -> None:
    foreign = Place(
        id="PL-06", kind=PlaceKind.REGION, precision=PlacePrecision.REGION, name="Lublin", lat=51.2, lon=22.9
    )
    bay = Place(
        id="sea:karkinit_bay", kind=PlaceKind.SEA, precision=PlacePrecision.SEA, name="Bay", lat=45.85, lon=33.0
    )
    drawing = _draw(_spot(foreign), _spot(bay), _spot(region("UA-46", "Lviv Oblast", "x")))
    assert [(m.style, m.title) for m in drawing.marks] == [("district", "Lublin: somewhere in this region")]
    assert ("sea-stated", "Bay") in {(label.style, label.name) for label in drawing.labels}
