"""Which of several namesakes is meant: what the text says nearby, then size, else nobody guesses."""

import pytest

from skyledger.extract import extract_document
from skyledger.model import Document, Outlet, Place, PlaceKind, PlacePrecision
from skyledger.model.frame import PlacePhrase
from skyledger.model.text import Span
from skyledger.packs import Packs
from skyledger.resolve import Resolved, resolve_extraction
from skyledger.resolve.places import PlaceContext, PlaceResolver
from tests.extract.saying import NOBODY, a_text

KIROV, KIROV_KALUGA = "gn:548408", "gn:548410"
# Mykolaivka, a name of many villages in both countries.
OF_SUMY, OF_DONETSK, OF_MORDOVIA = "gn:687064", "gn:700119", "gn:521931"
NAMESAKES = (OF_SUMY, OF_DONETSK, OF_MORDOVIA)


@pytest.fixture(scope="module")
def resolver(packs: Packs) -> PlaceResolver:
    return PlaceResolver(packs)


def claims(text: str, packs: Packs, outlet: Outlet = NOBODY) -> Resolved:
    document: Document = a_text(text, outlet=outlet)
    return resolve_extraction(document, extract_document(document, packs), packs)


def place_of(text: str, packs: Packs, outlet: Outlet = NOBODY) -> Place | None:
    [claim] = claims(text, packs, outlet).claims
    return claim.place


# --- between namesakes ----------------------------------------------------------------------------------------------


def test_the_area_right_beside_decides_first(resolver: PlaceResolver) -> None:
    context = PlaceContext(regions=("UA-14",), home="RU-MO", country="RU")
    assert resolver.choose(NAMESAKES, None, ("UA-59",), context) == OF_SUMY


def test_the_home_of_the_speaker_decides_before_other_regions_named(resolver: PlaceResolver) -> None:
    context = PlaceContext(regions=("UA-14",), home="UA-59", country="UA")
    assert resolver.choose(NAMESAKES, None, (), context) == OF_SUMY


def test_then_the_regions_named_in_their_order(resolver: PlaceResolver) -> None:
    context = PlaceContext(regions=("UA-63", "UA-14", "UA-59"), country="UA")
    assert resolver.choose(NAMESAKES, None, (), context) == OF_DONETSK


def test_a_country_leaves_the_only_namesake_in_it(resolver: PlaceResolver) -> None:
    assert resolver.choose(NAMESAKES, None, (), PlaceContext(country="RU")) == OF_MORDOVIA


def test_villages_of_like_size_stay_open(resolver: PlaceResolver) -> None:
    assert resolver.choose((OF_SUMY, "gn:700138"), None, (), PlaceContext(country="UA")) is None


def test_a_much_larger_city_needs_no_context(resolver: PlaceResolver) -> None:
    assert resolver.choose((KIROV, KIROV_KALUGA), None, (), PlaceContext()) == KIROV


def test_but_context_outranks_size(resolver: PlaceResolver) -> None:
    assert resolver.choose((KIROV, KIROV_KALUGA), None, (), PlaceContext(home="RU-KLU")) == KIROV_KALUGA


@pytest.mark.parametrize("order", [NAMESAKES, NAMESAKES[::-1]])
def test_the_order_of_candidates_decides_nothing(resolver: PlaceResolver, order: tuple[str, ...]) -> None:
    assert resolver.choose(order, None, (), PlaceContext(regions=("UA-59",))) == OF_SUMY


def test_a_region_comes_before_a_village_of_its_name(resolver: PlaceResolver) -> None:
    assert resolver.choose(("gn:540259", "UA-43"), None, (), PlaceContext()) == "UA-43"


def test_a_small_place_of_a_country_the_text_is_not_about_is_not_believed(resolver: PlaceResolver) -> None:
    assert resolver.choose(("gn:543229",), None, (), PlaceContext(home="UA-14", country="UA")) is None
    assert resolver.choose(("gn:543229",), None, (), PlaceContext(country="RU")) == "gn:543229"
    assert resolver.choose(("gn:543229",), None, ("RU-BEL",), PlaceContext(home="UA-14", country="UA")) == "gn:543229"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Над Кировом сбит дрон.", KIROV),
        ("Губернатор Калужской области: над Кировом сбит дрон.", KIROV_KALUGA),
        ("В Калужской области тревога. Над Кировом сбит дрон.", KIROV_KALUGA),
    ],
)
def test_a_text_decides_by_what_it_names(packs: Packs, text: str, expected: str) -> None:
    places = {c.place.id for c in claims(text, packs).claims if c.place is not None and c.fate == "downed"}
    assert places == {expected}


def test_a_channels_own_region_decides(packs: Packs) -> None:
    shapsha = Outlet(name="Шапша", handle="shapsha_vv", type="official")
    place = place_of("Над Кировом сбит дрон.", packs, shapsha)
    assert place is not None
    assert place.id == KIROV_KALUGA


def test_what_cannot_be_told_is_an_issue_with_its_words_and_no_place(packs: Packs) -> None:
    text = "Над Николаевкой сбит дрон."
    resolved = claims(text, packs)
    assert [c.place for c in resolved.claims] == [None]
    [issue] = resolved.issues
    assert (issue.code, issue.text) == ("place.unresolved", "Николаевкой")
    assert issue.span is not None
    assert issue.span.slice(text) == issue.text
    assert not any(e.field == "place" for c in resolved.claims for e in c.evidence)


# --- what a place says of itself ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "kind", "precision", "region"),
    [
        ("Над Калужской областью сбит дрон.", PlaceKind.REGION, PlacePrecision.REGION, "RU-KLU"),
        ("Над Калугой сбит дрон.", PlaceKind.SETTLEMENT, PlacePrecision.SETTLEMENT, "RU-KLU"),
        ("Над Грайворонским округом сбит дрон.", PlaceKind.DISTRICT, PlacePrecision.DISTRICT, "RU-BEL"),
        ("Над Чёрным морем сбит дрон.", PlaceKind.SEA, PlacePrecision.SEA, None),
        ("Закрыт аэропорт Калуга.", PlaceKind.AIRPORT, PlacePrecision.POINT, "RU-KLU"),
        ("A drone was shot down over Ukraine.", PlaceKind.COUNTRY, PlacePrecision.COUNTRY, None),
    ],
)
def test_a_place_is_no_more_precise_than_the_text(
    packs: Packs, text: str, kind: PlaceKind, precision: PlacePrecision, region: str | None
) -> None:
    place = place_of(text, packs)
    assert place is not None
    assert (place.kind, place.precision, place.region) == (kind, precision, region)


def test_crimea_and_sevastopol_have_their_iso_codes(packs: Packs) -> None:
    place = place_of("Над Крымом и Севастополем сбито 5 дронов.", packs)
    assert place is not None
    assert place.id == "UA-40+UA-43"
    assert place.country == "UA"


def test_a_list_is_one_place_without_a_pin(packs: Packs) -> None:
    place = place_of("Над Брянской, Курской и Тульской областями сбито 12 дронов.", packs)
    assert place is not None
    assert place.kind is PlaceKind.LIST
    assert place.parts == ("RU-BRY", "RU-KRS", "RU-TUL")
    assert place.id == "RU-BRY+RU-KRS+RU-TUL"
    assert (place.lat, place.lon, place.region, place.country) == (None, None, None, "RU")


def test_a_list_is_as_coarse_as_its_coarsest_member(resolver: PlaceResolver) -> None:
    place = resolver.list_place(["gn:553915", "RU-TUL"], "Калугой и Тульской областью")
    assert place.precision is PlacePrecision.REGION
    assert resolver.list_place(["gn:553915", "gn:548410"], "x").region == "RU-KLU"


def test_the_order_of_a_list_changes_its_parts_but_not_its_id(resolver: PlaceResolver) -> None:
    assert resolver.list_place(["RU-TUL", "RU-BRY"], "x").id == resolver.list_place(["RU-BRY", "RU-TUL"], "x").id


def test_a_list_with_one_open_member_is_open(resolver: PlaceResolver) -> None:
    phrase = PlacePhrase((("RU-KLU",), (OF_SUMY, "gn:700138")), 0, 2, Span(start=0, stop=1))
    assert resolver.resolve(phrase, PlaceContext(), "x") is None


def test_the_words_of_a_place_are_those_of_the_text(packs: Packs) -> None:
    place = place_of("Ночью над Калужской областью сбит дрон.", packs)
    assert place is not None
    assert place.text == "Калужской областью"


# --- airports -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("candidate", "expected"),
    [
        ("gn:553915", "UUBC"),  # Kaluga has one airport
        ("UUWW", "UUWW"),
        ("RU-MOW", "RU-MOW"),  # Moscow has several: the city stands
    ],
)
def test_the_airport_of_a_city_if_it_has_one(resolver: PlaceResolver, candidate: str, expected: str) -> None:
    assert resolver.choose((candidate,), PlaceKind.AIRPORT, (), PlaceContext(country="RU")) == expected


def test_a_city_is_no_airport_unless_asked(resolver: PlaceResolver) -> None:
    assert resolver.choose(("gn:553915", "UUBC"), None, (), PlaceContext()) == "gn:553915"


# --- zones ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("place_id", "zone"),
    [
        ("RU-KLU", "Europe/Moscow"),
        ("UA-63", "Europe/Kyiv"),
        ("RU-SVE", "Asia/Yekaterinburg"),
        ("UUBC", "Europe/Moscow"),
    ],
)
def test_zones_of_places(resolver: PlaceResolver, place_id: str, zone: str) -> None:
    assert resolver.zone_of(resolver.place(place_id, "")) == zone


def test_no_place_has_no_zone(resolver: PlaceResolver) -> None:
    assert resolver.zone_of(None) == ""
