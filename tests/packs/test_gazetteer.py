"""Integrity of the gazetteer's sources and of the tables compiled from them."""

from collections import Counter
from pathlib import Path
from zoneinfo import available_timezones

import pytest

from skyledger.errors import PackError
from skyledger.model.kinds import PlaceKind
from skyledger.packs.normalise import normalise_surface
from skyledger.packs.toponyms_records import PlaceSource
from skyledger.packs.toponyms_sources import read_common_words, read_sources

DATA = Path(__file__).parents[2] / "src" / "skyledger" / "data"

# ISO 3166-2, as published: 83 subjects of Russia, 27 regions of Ukraine.
ISO_RU = (
    "AD AL ALT AMU ARK AST BA BEL BRY BU CE CHE CHU CU DA IN IRK IVA KAM KB KC KDA KEM KGD KGN KHA KHM KIR KK KL KLU "
    "KO KOS KR KRS KYA LEN LIP MAG ME MO MOS MOW MUR NEN NGR NIZ NVS OMS ORE ORL PER PNZ PRI PSK ROS RYA SA SAK SAM "
    "SAR SE SMO SPE STA SVE TA TAM TOM TUL TVE TY TYU UD ULY VGG VLA VLG VOR YAN YAR YEV ZAB"
)
ISO_UA = "05 07 09 12 14 18 21 23 26 30 32 35 40 43 46 48 51 53 56 59 61 63 65 68 71 74 77"
# Raions of each region after the reform of 2020 (136 with the ten of Crimea).
UA_RAIONS = {
    "05": 6, "07": 4, "09": 8, "12": 7, "14": 8, "18": 4, "21": 6, "23": 5, "26": 6, "32": 7, "35": 4, "43": 10,
    "46": 7, "48": 4, "51": 7, "53": 4, "56": 4, "59": 5, "61": 3, "63": 7, "65": 5, "68": 3, "71": 4, "74": 5, "77": 3,
}  # fmt: skip

Terms = dict[str, set[tuple[str, str, str, str]]]


def rows_of(name: str) -> list[dict[str, str]]:
    lines = (DATA / "compiled" / name).read_text(encoding="utf-8").split("\n")
    assert lines[-1] == ""
    header = lines[0].split("\t")
    return [dict(zip(header, line.split("\t"), strict=True)) for line in lines[1:-1]]


@pytest.fixture(scope="module")
def places() -> dict[str, dict[str, str]]:
    rows = rows_of("gazetteer.tsv")
    assert len({row["id"] for row in rows}) == len(rows)
    return {row["id"]: row for row in rows}


@pytest.fixture(scope="module")
def terms() -> Terms:
    found: Terms = {}
    for row in rows_of("place_terms.tsv"):
        found.setdefault(row["surface"], set()).add((row["category"], row["value"], row["lang"], row["flags"]))
    return found


@pytest.fixture(scope="module")
def sources() -> list[PlaceSource]:
    return read_sources(DATA)


def values(terms: Terms, text: str, category: str = "place") -> set[str]:
    return {value for found, value, _, _ in terms.get(normalise_surface(text), set()) if found == category}


def flags(terms: Terms, text: str, value: str, lang: str) -> set[str]:
    found = {f for _, v, la, f in terms[normalise_surface(text)] if (v, la) == (value, lang)}
    return set(" ".join(found).split())


def test_every_region_of_iso_is_there(places: dict[str, dict[str, str]]) -> None:
    regions = {place_id for place_id, row in places.items() if row["kind"] == "region"}
    assert {r for r in regions if r.startswith("RU-")} == {f"RU-{code}" for code in ISO_RU.split()}
    assert {r for r in regions if r.startswith("UA-")} == {f"UA-{code}" for code in ISO_UA.split()}


def test_every_ukrainian_raion_is_there(sources: list[PlaceSource]) -> None:
    old_crimean = {"Кіровський", "Красногвардійський", "Красноперекопський", "Ленінський", "Нижньогірський"}
    old_crimean |= {"Первомайський", "Роздольненський", "Сакський", "Совєтський", "Чорноморський"}
    counted = Counter(
        s.place.region[3:]
        for s in sources
        if s.head == "district"
        and s.place.country == "UA"
        and not (s.place.region == "UA-43" and s.adjectives["uk"][0] in old_crimean)
    )
    assert counted == UA_RAIONS
    assert sum(UA_RAIONS.values()) == 136


def test_places_point_to_places(places: dict[str, dict[str, str]]) -> None:
    for place_id, row in places.items():
        assert row["kind"] in set(PlaceKind), place_id
        if row["region"]:
            assert places[row["region"]]["kind"] == "region", place_id
        if row["district"]:
            assert row["district"] in places, place_id
        if row["kind"] in ("district", "region"):
            assert row["region"], place_id
        if row["kind"] == "list":
            assert all(places[part]["kind"] == "region" for part in place_id.split("+")), place_id


def test_zones_exist(places: dict[str, dict[str, str]]) -> None:
    known = available_timezones()
    for place_id, row in places.items():
        assert row["zone"] in known or (row["zone"] == "" and row["kind"] in ("sea", "country", "list")), place_id


def test_coordinates_are_on_earth_and_near_their_region(places: dict[str, dict[str, str]]) -> None:
    for place_id, row in places.items():
        if row["lat"]:
            assert -90 <= float(row["lat"]) <= 90, place_id
            assert -180 <= float(row["lon"]) <= 180, place_id
        if row["lat"] and row["country"] == "UA" and row["region"]:
            assert abs(float(row["lat"]) - float(places[row["region"]]["lat"])) < 2.5, place_id
    assert all(row["lat"] for row in places.values() if row["kind"] in ("region", "settlement", "airport", "sea"))


def test_every_term_means_a_place(terms: Terms, places: dict[str, dict[str, str]]) -> None:
    for surface, meanings in terms.items():
        assert surface == normalise_surface(surface)
        assert len(surface) >= 3, surface
        for category, value, lang, _ in meanings:
            assert category in ("place", "place_adj")
            assert value in places, surface
            assert lang in ("en", "ru", "uk")


def test_tables_are_sorted_and_small_enough_to_load_at_start() -> None:
    surfaces = [row["surface"] for row in rows_of("place_terms.tsv")]
    assert surfaces == sorted(surfaces)
    assert len(surfaces) <= 180_000


def test_every_known_place_is_called_by_something(terms: Terms, sources: list[PlaceSource]) -> None:
    called = {value for meanings in terms.values() for _, value, _, _ in meanings}
    silent = [s.place.id for s in sources if s.place.id not in called and s.place.kind is not PlaceKind.SETTLEMENT]
    assert silent == []
    towns = [s.place.id for s in sources if s.place.kind is PlaceKind.SETTLEMENT and s.place.population >= 1000]
    too_short = {s.place.id for s in sources if len(s.place.name_ru) < 3}
    assert [t for t in towns if t not in called and t not in too_short] == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Калужской области", "RU-KLU"),
        ("Kaluga Oblast", "RU-KLU"),
        ("Kaluga region", "RU-KLU"),
        ("Подмосковьем", "RU-MOS"),
        ("Москве", "RU-MOW"),
        ("Moscow Region", "RU-MOS"),
        ("Московского региона", "RU-MOS+RU-MOW"),
        ("Санкт-Петербурге", "RU-SPE"),
        ("Києві", "UA-30"),
        ("Київщині", "UA-32"),
        ("Київської області", "UA-32"),
        ("Одещиною", "UA-51"),
        ("Прикарпатті", "UA-26"),
        ("Буковині", "UA-77"),
        ("Крыма", "UA-43"),
        ("Республики Крым", "UA-43"),
        ("Севастополя", "UA-40"),
        ("ЛНР", "UA-09"),
        ("Кубани", "RU-KDA"),
        ("Брянщине", "RU-BRY"),
        ("Белгородская обл.", "RU-BEL"),
        ("Башкирии", "RU-BA"),
        ("КБР", "RU-KB"),
        ("ХМАО", "RU-KHM"),
        ("Северной Осетии", "RU-SE"),
        ("Харькове", "gn:706483"),
        ("Kharkov", "gn:706483"),
        ("Чёрного моря", "sea:black"),
        ("Чорним морем", "sea:black"),
        ("Внуково", "UUWW"),
        ("Калуга (Грабцево)", "UUBC"),
        ("Калуги (Грабцево)", "UUBC"),
        ("Саратов (Гагарин)", "UWSG"),
        ("Стригино", "UWGG"),
        ("UUWW", "UUWW"),
        ("Kastrup", "EKCH"),
        ("Молдавии", "MD"),
        ("Польщі", "PL"),
        ("Poland", "PL"),
    ],
)
def test_written_names_find_their_place(terms: Terms, text: str, value: str) -> None:
    assert value in values(terms, text)


@pytest.mark.parametrize(
    ("text", "value", "head"),
    [
        ("Белгородской", "RU-BEL", "head=region"),
        ("Краснодарском", "RU-KDA", "head=krai"),
        ("Чеченской", "RU-CE", "head=republic"),
        ("Ненецкого", "RU-NEN", "head=okrug"),
        ("Киевская", "UA-32", "head=region"),
        ("Чугуївському", "raion:UA-63-chuhuiv", "head=district"),
        ("Грайворонском", "raion:RU-BEL-grayvoronsky", "head=district"),
        ("Київському", "raion:UA-63-kharkiv-kyivskyi", "head=district"),
        ("Bryansk", "RU-BRY", "head=region"),
    ],
)
def test_adjectives_say_which_head_they_need(terms: Terms, text: str, value: str, head: str) -> None:
    assert value in values(terms, text, "place_adj")
    assert head in {f for _, v, _, marks in terms[normalise_surface(text)] if v == value for f in marks.split()}


def test_a_bare_city_is_never_an_airport(terms: Terms, sources: list[PlaceSource]) -> None:
    cities = {
        normalise_surface(name)
        for s in sources
        if s.place.kind is PlaceKind.SETTLEMENT and s.place.population > 100_000
        for names in s.names.values()
        for name in names
    }
    airports = {s.place.id for s in sources if s.place.kind is PlaceKind.AIRPORT}
    # Airports and towns that truly share a name.
    own_name = {"жуковский", "жуковський", "zhukovsky", "раменское", "vantaa"}
    clashes = {
        c for c in cities for _, value, _, f in terms.get(c, set()) if value in airports and "airport" in f.split()
    }
    assert clashes <= own_name


def test_airports_know_the_city_they_serve(places: dict[str, dict[str, str]]) -> None:
    assert places[places["UUBC"]["district"]]["name_ru"] == "Калуга"
    assert places["ULLI"]["district"] == "RU-SPE"
    assert places["URFB"]["country"] == "UA"
    assert places["URFB"]["region"] == "UA-40"


def test_forms_that_are_also_words_are_marked(terms: Terms) -> None:
    oryol = next(v for v in values(terms, "Орёл"))
    assert "word" in flags(terms, "Орёл", oryol, "ru")
    assert "adj" in flags(terms, "Донецьку", "gn:709717", "uk")
    assert "word" not in flags(terms, "Донецьку", "gn:709717", "uk")
    assert "name" in flags(terms, "Львов", "gn:702550", "ru")
    assert flags(terms, "Белгороде", next(iter(values(terms, "Белгороде"))), "ru") == set()
    assert "police" not in terms or all("word" in f for _, _, _, f in terms["police"])


def test_common_words_are_folded() -> None:
    words = read_common_words(DATA)
    for group in (words.english, words.dropped, words.ordinary_though_large):
        assert all(word == normalise_surface(word) for word in group)


def test_an_unknown_key_names_file_place_and_key(tmp_path: Path) -> None:
    folder = tmp_path / "gazetteer"
    folder.mkdir()
    (folder / "common_words.toml").write_text('english = []\nfrench = ["bar"]\n', encoding="utf-8")
    with pytest.raises(PackError, match=r"common_words\.toml: top level: unknown key 'french'"):
        read_common_words(tmp_path)


def test_a_missing_source_is_named(tmp_path: Path) -> None:
    with pytest.raises(PackError, match=r"settlement_names\.toml"):
        read_sources(tmp_path)


def test_compiling_again_gives_the_committed_tables(tmp_path: Path) -> None:
    pytest.importorskip("pymorphy3", reason="word forms are made at build time only: install skyledger[packs]")
    from skyledger.packs.compile_places import compile_places, write_tables

    places, rows = compile_places(DATA)
    write_tables(tmp_path, places, rows)
    for name in ("gazetteer.tsv", "place_terms.tsv"):
        assert (tmp_path / "compiled" / name).read_bytes() == (DATA / "compiled" / name).read_bytes(), (
            f"{name} is stale: run python -m skyledger.packs.compile_places"
        )
