"""Checking packs: every kind of fault is found and named with file, line and key, and the shipped packs have none."""

import shutil
import subprocess
import sys
import tomllib
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from pathlib import Path

import pytest

from skyledger.errors import PackError
from skyledger.model.kinds import Side
from skyledger.packs import check, lexicon_source, shapes
from skyledger.packs.add_term import NewTerm, add_term
from skyledger.packs.check import check_packs, examine_packs
from skyledger.packs.check_gazetteer import REGION_HEADS, check_gazetteer, region_ids
from skyledger.packs.check_lexicon import check_lexicon
from skyledger.packs.check_own_terms import check_own_terms
from skyledger.packs.check_speakers import check_body_examples, check_speakers
from skyledger.packs.check_tables import check_tables, find_stale
from skyledger.packs.compile import TABLES, compile_all
from skyledger.packs.faults import PackFault
from skyledger.packs.iso_codes import COUNTRIES
from skyledger.packs.lexicon_source import LexiconEntry
from skyledger.packs.load import DATA
from skyledger.packs.normalise import normalise_surface
from skyledger.packs.source_file import find_lines
from skyledger.packs.tables import TERM_HEADER, table_lines
from skyledger.packs.toponyms_towns import DISTRICT_LABELS
from skyledger.packs.vocabulary import BODY_ROLES, CATEGORIES, PERSON_ROLES, VALUES, flags_of

REGIONS = frozenset({"RU-KLU", "UA-63"})


@pytest.fixture(autouse=True)
def own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SKYLEDGER_PACKS", str(tmp_path / "own"))


def lines(faults: Iterable[object]) -> list[str]:
    return [str(fault) for fault in faults]


def written_forms(entry: LexiconEntry) -> frozenset[str]:
    """Stand in for the compiler: the words of an entry as they are written."""
    words = (*entry.lemmas, *entry.phrases, *entry.forms, *entry.nouns, *entry.verbs)
    return frozenset(normalise_surface(word.replace("*", "")) for word in words)


# --- the shipped packs --------------------------------------------------------------------------------------------


def test_the_shipped_packs_have_no_fault() -> None:
    report = examine_packs(recompile=False)
    assert lines(report.faults) == []
    assert len(report.version) == 12
    assert all(number > 100 for number in report.counts.values())
    assert len(report.notes) == 1


def test_iso_publishes_249_countries() -> None:
    assert len(COUNTRIES - {"XK"}) == 249


def test_shapes_are_what_the_readers_accept() -> None:
    assert shapes.TERM.known == lexicon_source._TERM_KEYS
    assert shapes.NUMBERS.known == lexicon_source._NUMBER_KEYS


# --- the page -----------------------------------------------------------------------------------------------------

SHAPES = {
    "term": shapes.TERM,
    "numbers": shapes.NUMBERS,
    "own term": shapes.OWN_TERM,
    "region": shapes.REGION,
    "place": shapes.PLACE,
    "district": shapes.DISTRICT,
    "airport": shapes.AIRPORT,
    "settlement names": shapes.SETTLEMENT_NAMES,
    "common words": shapes.COMMON_WORDS,
    "official": shapes.OFFICIAL,
    "body": shapes.BODY,
}


def named_in_the_page(words: Iterable[str]) -> list[str]:
    page = (Path(__file__).parents[2] / "docs" / "packs.md").read_text("utf-8")
    return [word for word in words if f"`{word}`" not in page]


def keys_of(shape: shapes.Shape) -> Iterator[str]:
    for key, form in shape.keys.items():
        yield key
        if isinstance(form, shapes.Shape):
            yield from keys_of(form)


def test_every_shape_is_held_against_the_page() -> None:
    assert {id(s) for s in vars(shapes).values() if isinstance(s, shapes.Shape)} == {id(s) for s in SHAPES.values()}


@pytest.mark.parametrize("name", SHAPES)
def test_the_page_names_every_key(name: str) -> None:
    assert named_in_the_page(keys_of(SHAPES[name])) == []


@pytest.mark.parametrize("path", sorted((DATA / "policy").glob("*.toml")), ids=lambda path: path.name)
def test_the_page_names_every_policy_file_and_key(path: Path) -> None:
    assert named_in_the_page([path.name]) == []
    for name, content in tomllib.loads(path.read_text("utf-8")).items():
        tables = content if isinstance(content, list) else [content]
        assert named_in_the_page([name, *(key for table in tables for key in table)]) == [], path.name


def test_the_page_names_every_category_value_flag_and_role() -> None:
    assert named_in_the_page(CATEGORIES) == []
    assert named_in_the_page(value for values in VALUES.values() for value in values) == []
    assert named_in_the_page(flag for category in CATEGORIES for flag in flags_of(category)) == []
    assert named_in_the_page(PERSON_ROLES | BODY_ROLES | set(Side) | set(DISTRICT_LABELS)) == []
    page = (Path(__file__).parents[2] / "docs" / "packs.md").read_text("utf-8")
    assert [head for head in REGION_HEADS if head not in page] == []


def test_every_value_that_is_known_is_taught_in_some_language() -> None:
    rows = (line.split("\t") for line in table_lines(DATA / "compiled" / "lexicon_terms.tsv", TERM_HEADER))
    taught = {(row[1], row[2]) for row in rows}
    assert {(category, str(value)) for category, values in VALUES.items() for value in values} - taught == set()


# --- lexicon ------------------------------------------------------------------------------------------------------

GOOD = """
[[term]]
category = "object"
value = "uav"
forms = ["дрон"]
example = "Сбит дрон."
"""


def lexicon(folder: Path, text: str, lang: str = "ru") -> list[str]:
    path = folder / "lexicon" / lang / "words.toml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return lines(check_lexicon(folder, written_forms))


def test_a_good_term_has_no_fault(tmp_path: Path) -> None:
    assert lexicon(tmp_path, GOOD) == []


@pytest.mark.parametrize(
    ("old", "new", "line", "part"),
    [
        ('forms = ["дрон"]', 'forms = ["дрон"]\nform = "x"', 6, "unknown key 'form'"),
        ('value = "uav"', 'value = "zeppelin"', 4, "object zeppelin: no rule reads this value"),
        ('category = "object"', 'category = "mood"', 3, "mood: unknown category"),
        ('value = "uav"\n', "", 2, "key 'value' is missing"),
        ('forms = ["дрон"]', "forms = 3", 5, "forms must be a list of non-empty strings"),
        ('forms = ["дрон"]', 'forms = ["дрон", ""]', 5, "forms must be a list of non-empty strings"),
        ('forms = ["дрон"]', 'forms = ["дрон", "!!"]', 5, "'!!' holds neither letter nor digit"),
        ('forms = ["дрон"]', 'phrases = ["*дрон *"]', 5, "'*дрон *' holds neither letter nor digit"),
        ('forms = ["дрон"]', "forms = []", 2, "has no words"),
        ('forms = ["дрон"]', 'nouns = ["дрон"]', 5, "nouns are for en"),
        ("Сбит дрон.", "Сбита ракета.", 6, "not found in its example 'Сбита ракета.'"),
        ('value = "uav"', 'value = "uav"\nflags = "loud"', 5, "unknown flag 'loud'"),
        ('value = "uav"', 'value = "uav"\nflags_by_form = { "х" = "weak" }', 5, "'х' is none of its forms"),
        ("[[term]]", "[[terms]]", 2, "unknown key 'terms'"),
        ('value = "uav"', "value = uav", 4, "not valid TOML"),
        ('value = "uav"', 'value = "uav"\nvalue = "uav"', 5, "not valid TOML"),
        ('category = "object"\nvalue = "uav"', 'category = "number"\nvalue = "many"', 4, "whole number in digits"),
        ('category = "object"\nvalue = "uav"', 'category = "detail"\nvalue = "Окна"', 4, "English words"),
    ],
)
def test_each_lexicon_fault_names_its_line(tmp_path: Path, old: str, new: str, line: int, part: str) -> None:
    assert old in GOOD
    found = lexicon(tmp_path, GOOD.replace(old, new, 1))
    assert len(found) == 1, found
    assert found[0].startswith(f"lexicon/ru/words.toml:{line}: ")
    assert part in found[0]


def test_every_fault_of_a_file_is_told_not_only_the_first(tmp_path: Path) -> None:
    two = GOOD.replace('"uav"', '"zeppelin"') + GOOD.replace('"object"', '"mood"')
    assert [fault.split(": ")[0][-2:] for fault in lexicon(tmp_path, two)] == [":4", ":9"]


def test_numbers_are_checked(tmp_path: Path) -> None:
    assert lexicon(tmp_path, '[[numbers]]\nlang = "ru"\nvalues = { "две" = 2 }\n') == []
    assert (
        "values must be a table of whole numbers"
        in lexicon(tmp_path, '[[numbers]]\nlang = "ru"\nvalues = { "две" = -2 }\n')[0]
    )
    assert "words.toml:2: lang: is 'uk' in the folder of 'ru'" in lexicon(tmp_path, '[[numbers]]\nlang = "uk"\n')[0]


def test_a_folder_of_no_language_is_a_fault(tmp_path: Path) -> None:
    assert lexicon(tmp_path, GOOD, "fr") == ["lexicon/fr/words.toml: fr: folder must be one of en, ru, uk"]


@pytest.mark.parametrize(
    ("content", "part"),
    [
        (b"\xff\xfe", ":1: not UTF-8"),
        (b"# fine\n# \xff", ":2: not UTF-8"),
        (b"x = " + b"[" * 5000, "nested too deeply"),
        (b"x = 1\n\x00", ":2: not valid TOML"),
        (b"term = 3", ""),
        (b"term = [1, 'a']", "must be a table"),
    ],
)
def test_broken_files_are_faults_and_never_a_traceback(tmp_path: Path, content: bytes, part: str) -> None:
    path = tmp_path / "lexicon" / "en" / "broken.toml"
    path.parent.mkdir(parents=True)
    path.write_bytes(content)
    found = lines(check_lexicon(tmp_path, written_forms))
    assert all("\n" not in fault for fault in found)
    assert part in " ".join(found)


def test_lines_of_nested_tables_and_rows_are_known() -> None:
    text = '[[a]]\nx = 1\n[a.b]\ny = 2\n[[a]]\n[a.b]\n"q r" = 3\n[C-D]\nlist = [\n  { n = 1 },\n  { n = 2 },\n]\n'
    known = find_lines(text)
    assert known["a", 0, "b", "y"] == 4
    assert known["a", 1, "b", "q r"] == 7
    assert known["C-D", "list", 1] == 11


def test_a_fault_stays_one_line_whatever_the_pack_holds() -> None:
    fault = PackFault(file="a.toml", line=3, key="x\ny", fault="bad \x1b[31m\tred")
    assert str(fault) == r"a.toml:3: x\ny: bad \x1b[31m\tred"


# --- speakers -----------------------------------------------------------------------------------------------------

PERSON = """
[[official]]
id = "ru-klu-governor-ivolgin"
role = "governor"
region = "RU-KLU"
side = "ru"
start = "2020"
end = 2023-05-31
handles = ["ivolgin"]
[official.names]
en = "Pyotr Ivolgin"
ru = "Петр Иволгин"
uk = "Петро Іволгін"
"""
NEXT = (
    PERSON.replace("ivolgin", "dyatlov").replace('start = "2020"', "start = 2023-06-01").replace("end = 2023-05-31", "")
)
BODY = """
[[body]]
id = "ru-birdwatch"
role = "ministry"
side = "ru"
generic = ["Birds"]
example = "Birds said so."
[body.names]
en = "Birds"
ru = "Птицы"
uk = "Птахи"
[body.aliases]
en = ["Birds"]
"""


def speakers(folder: Path, text: str) -> list[str]:
    path = folder / "speakers" / "ru" / "heads.toml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return lines(check_speakers(folder, REGIONS))


def test_good_speakers_have_no_fault(tmp_path: Path) -> None:
    assert speakers(tmp_path, PERSON + NEXT + BODY) == []


@pytest.mark.parametrize(
    ("old", "new", "line", "part"),
    [
        ('role = "governor"', 'role = "tsar"', 4, "unknown role 'tsar'"),
        ('side = "ru"', 'side = "eu"', 6, "side must be ru, ua, other"),
        ('region = "RU-KLU"', 'region = "RU-XXX"', 5, "'RU-XXX' is not in the gazetteer"),
        ('region = "RU-KLU"', 'region = "RU-KLU"\nspeaks_for = "ru-none"', 6, "names no body: 'ru-none'"),
        ("end = 2023-05-31", "end = 2019-05-31", 8, "end 2019-05-31 is before start 2020"),
        ("end = 2023-05-31", 'end = "soon"', 8, "end must be a date"),
        ("end = 2023-05-31", "end = 2023-05-31T10:00:00", 8, "end must be a date"),
        ("end = 2023-05-31", 'end = "2023-13"', 8, "end must be a date"),
        ('handles = ["ivolgin"]', 'handles = ["@Ivolgin"]', 9, "user names in lower case without @"),
        ('side = "ru"', 'side = "ru"\ngender = "x"', 7, "gender must be 'm' or 'f'"),
        ('side = "ru"', 'side = "ru"\nsurname = "rare"', 7, "surname must be 'common' or 'word'"),
        ('en = "Pyotr Ivolgin"\n', "", 10, "key 'en' is missing"),
        ('en = "Pyotr', 'de = "X"\nen = "Pyotr', 11, "unknown key 'de'"),
        ('side = "ru"\n', "", 2, "key 'side' is missing"),
    ],
)
def test_each_fault_of_a_person_names_its_line(tmp_path: Path, old: str, new: str, line: int, part: str) -> None:
    assert old in PERSON
    found = speakers(tmp_path, PERSON.replace(old, new, 1))
    assert len(found) == 1, found
    assert found[0].startswith(f"speakers/ru/heads.toml:{line}: ru-klu-governor-ivolgin: ")
    assert part in found[0]


def test_terms_of_one_office_may_not_overlap(tmp_path: Path) -> None:
    late = PERSON.replace("end = 2023-05-31", "end = 2023-06-03")
    assert "starts 2023-06-01 while ru-klu-governor-ivolgin" in speakers(tmp_path, late + NEXT)[0]
    open_end = PERSON.replace("end = 2023-05-31\n", "")
    assert "has no end although ru-klu-governor-dyatlov follows" in speakers(tmp_path, open_end + NEXT)[0]


def test_a_handover_shares_its_day_or_the_month_it_is_known_by(tmp_path: Path) -> None:
    assert speakers(tmp_path, PERSON.replace("2023-05-31", "2023-06-01") + NEXT) == []
    assert speakers(tmp_path, PERSON.replace("end = 2023-05-31", 'end = "2023-06"') + NEXT) == []
    acting = PERSON.replace("end = 2023-05-31", "end = 2024-01-01\nacting = true")
    assert speakers(tmp_path, acting + NEXT) == []


def test_ids_and_handles_belong_to_one(tmp_path: Path) -> None:
    assert "this id stands twice, first at speakers/ru/heads.toml:3" in " ".join(speakers(tmp_path, PERSON + PERSON))
    thief = BODY.replace('side = "ru"', 'side = "ru"\nhandles = ["ivolgin"]')
    assert "'ivolgin' belongs to another office too" in speakers(tmp_path, PERSON + thief)[0]


def test_a_body_is_found_in_its_example_and_is_generic_by_its_own_aliases(tmp_path: Path) -> None:
    assert (
        "'Bees' is none of its aliases"
        in speakers(tmp_path, BODY.replace('generic = ["Birds"]', 'generic = ["Bees"]'))[0]
    )
    surfaces = {"ru-birdwatch": frozenset({"birds"})}
    assert speakers(tmp_path, BODY) == []
    assert lines(check_body_examples(tmp_path, surfaces)) == []
    speakers(tmp_path, BODY.replace("Birds said so.", "Bees said so."))
    assert lines(check_body_examples(tmp_path, surfaces)) == [
        "speakers/ru/heads.toml:7: ru-birdwatch: the body is not found in its example 'Bees said so.'"
    ]


# --- gazetteer ----------------------------------------------------------------------------------------------------


@pytest.fixture
def gazetteer(tmp_path: Path) -> Path:
    shutil.copytree(DATA / "gazetteer", tmp_path / "gazetteer")
    return tmp_path


@pytest.mark.parametrize(
    ("file", "old", "new", "part"),
    [
        ("regions.toml", 'id = "RU-KLU"', 'id = "RU-KLG"', "RU-KLG: ISO 3166-2 publishes no such region"),
        ("regions.toml", 'id = "UA-43"', 'id = "RU-CR"', "RU-CR: ISO 3166-2 publishes no such region"),
        ("regions.toml", 'zone = "Europe/Kyiv"', 'zone = "Europe/Kiew"', "zone 'Europe/Kiew' is not in the time zone"),
        ("regions.toml", 'head = "krai"', 'head = "shire"', "unknown head 'shire'"),
        ("regions.toml", 'id = "RU-AL"', 'id = "RU-AD"', "stands twice, first at gazetteer/regions.toml:5"),
        ("regions.toml", "lat = 44.6", "lat = 444.6", "gazetteer/regions.toml:8: RU-AD: lat 444.6 is not between"),
        ("regions.toml", "lat = 44.6", 'lat = "44.6"', "gazetteer/regions.toml:8: RU-AD: lat must be a number"),
        ("countries.toml", 'id = "UA"', 'id = "UK"', "UK: ISO 3166-1 publishes no such country"),
        ("seas.toml", 'id = "azov"', 'id = "black"', "sea:black: this id stands twice"),
        ("districts.toml", "[RU-AD]", "[RU-AA]", "RU-AA: is no region of regions.toml"),
        ("districts.toml", "raion = [", "rayon = [", "unknown group 'rayon'"),
        ("districts.toml", 'seat = "Майкоп"', 'town = "Майкоп"', "unknown key 'town'"),
        ("districts.toml", 'en = "Teuchezhsky"', 'en = "Takhtamukaysky"', "give one of them a slug"),
        ("airports.toml", "[UUWW]", "[UUWX]", "UUWX: airports.tsv has no such airport"),
        ("airports.toml", 'serves = "RU-MOS:Zhukovsky"', 'serves = "RU-MOS:Nowhere"', "which is no region or settl"),
        ("settlement_names.toml", '"UA-14:Donetsk"', '"UA-14:Donezk"', "no settlement of this region and name"),
        ("common_words.toml", '"antonov"', '"Antonov"', "'Antonov' is not written as it is looked up: 'antonov'"),
        ("settlements.tsv", "Asia/Nicosia", "Asia/Nikosia", "settlements.tsv:51: gn:146268: zone 'Asia/Nikosia'"),
        ("settlements.tsv", "35.1728", "north", "settlements.tsv:51: gn:146268: lat, lon and population must be"),
        ("settlements.tsv", "gn:146384", "gn:146268", "settlements.tsv:52: gn:146268: this id stands twice"),
        ("settlements.tsv", "name_en", "name", "settlements.tsv:1: expected the columns"),
        ("airports.tsv", "gn:2803138", "gn:1", "serves 'gn:1', which is no place"),
        ("airports.tsv", "EBAW\t", "EBAW\t\t", "airports.tsv:2: EBAW: 10 cells, expected 9"),
    ],
)
def test_each_gazetteer_fault_is_named(gazetteer: Path, file: str, old: str, new: str, part: str) -> None:
    path = gazetteer / "gazetteer" / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    found = lines(check_gazetteer(gazetteer))
    assert any(part in fault and fault.startswith(f"gazetteer/{file}") for fault in found), found[:3]


def test_the_gazetteer_as_shipped_has_no_fault(gazetteer: Path) -> None:
    assert lines(check_gazetteer(gazetteer)) == []
    assert len(region_ids(gazetteer)) > 110


@pytest.mark.parametrize("file", sorted(path.name for path in (DATA / "gazetteer").iterdir()))
def test_a_missing_gazetteer_file_is_a_fault(gazetteer: Path, file: str) -> None:
    (gazetteer / "gazetteer" / file).unlink()
    assert any(f"gazetteer/{file}: cannot be read" in fault for fault in lines(check_gazetteer(gazetteer)))


# --- compiled tables ----------------------------------------------------------------------------------------------

SMALL = {
    "lexicon_terms.tsv": ["surface\tcategory\tvalue\tlang\tflags", "drone\tobject\tuav\ten\tsing"],
    "gazetteer.tsv": [
        "id\tkind\tname_en\tname_ru\tname_uk\tcountry\tregion\tdistrict\tlat\tlon\tzone\tpopulation",
        "RU-KLU\tregion\tKaluga Oblast\tК\tК\tRU\tRU-KLU\t\t54.4\t35.2\tEurope/Moscow\t5",
    ],
    "place_terms.tsv": ["surface\tcategory\tvalue\tlang\tflags", "калуга\tplace\tRU-KLU\tru\t"],
    "officials.tsv": [
        "id\tname_en\tname_ru\tname_uk\trole\tside\tregion\tis_body\tstart\tend\thandles\tcity",
        "ru-mod\tMoD\tМО\tМО\tministry\tru\t\t1\t\t\t\t",
    ],
    "speaker_terms.tsv": ["surface\tcategory\tvalue\tlang\tflags", "мо рф\tbody\tru-mod\tru\t"],
}


def write_tables(folder: Path, **changed: list[str]) -> list[str]:
    compiled = folder / "compiled"
    compiled.mkdir(exist_ok=True)
    for name, rows in SMALL.items():
        text = "\n".join(changed.get(name.removesuffix(".tsv"), rows)) + "\n"
        (compiled / name).write_text(text, encoding="utf-8")
    return lines(check_tables(folder))


def test_small_sound_tables_have_no_fault(tmp_path: Path) -> None:
    assert write_tables(tmp_path) == []


@pytest.mark.parametrize(
    ("row", "part"),
    [
        ("Drone\tobject\tuav\ten\t", "lexicon_terms.tsv:2: Drone: is not as the scanner sees it: 'drone'"),
        ("drone\tobject\tzeppelin\ten\t", "drone: object 'zeppelin' points at nothing"),
        ("drone\tmood\tuav\ten\t", "drone: unknown category 'mood'"),
        ("drone\tobject\tuav\tfr\t", "drone: unknown language 'fr'"),
        ("drone\tobject\tuav\ten\tloud", "drone: unknown flag 'loud' for a object"),
        ("drone\tplace\tgn:1\ten\t", "drone: place 'gn:1' points at nothing"),
        ("drone\tspeaker\tnobody\ten\t", "drone: speaker 'nobody' points at nothing"),
        ("drone\tobject\tuav", "drone: 3 cells, expected 5"),
    ],
)
def test_each_wrong_term_row_is_named(tmp_path: Path, row: str, part: str) -> None:
    found = write_tables(tmp_path, lexicon_terms=[SMALL["lexicon_terms.tsv"][0], row])
    assert len(found) == 1
    assert part in found[0]


@pytest.mark.parametrize(
    ("table", "old", "new", "part"),
    [
        ("gazetteer", "\tregion\t", "\tempire\t", "unknown kind 'empire'"),
        ("gazetteer", "\tRU-KLU\t\t", "\tRU-ZZZ\t\t", "region 'RU-ZZZ' is no region of this table"),
        ("gazetteer", "54.4", "154.4", "are no point on Earth"),
        ("gazetteer", "54.4", "", "are no point on Earth"),
        ("gazetteer", "Europe/Moscow", "Mars/Base", "zone 'Mars/Base'"),
        ("gazetteer", "Moscow\t5", "Moscow\tmany", "population 'many'"),
        ("officials", "ministry", "tsar", "unknown role 'tsar'"),
        ("officials", "\tru\t\t1", "\teu\t\t1", "unknown side 'eu'"),
        ("officials", "\t1\t\t\t", "\tyes\t\t\t", "is_body must be 0 or 1"),
        ("officials", "\t1\t\t\t", "\t1\t2024-13-01\t\t", "is no date"),
        ("officials", "\t1\t\t\t", "\t1\t2024-02-01\t2023-01-01\t", "is before start"),
    ],
)
def test_each_wrong_place_or_official_is_named(tmp_path: Path, table: str, old: str, new: str, part: str) -> None:
    header, row = SMALL[f"{table}.tsv"]
    assert old in row
    found = write_tables(tmp_path, **{table: [header, row.replace(old, new, 1)]})
    assert any(part in fault for fault in found), found


def test_rows_out_of_order_or_twice_are_named(tmp_path: Path) -> None:
    header, row = SMALL["lexicon_terms.tsv"]
    found = write_tables(tmp_path, lexicon_terms=[header, row, row, "a\tarticle\tone\ten\t"])
    assert found == [
        "compiled/lexicon_terms.tsv:3: drone: stands twice",
        "compiled/lexicon_terms.tsv:4: a: is not in order",
    ]


def test_a_table_broken_everywhere_does_not_flood_the_screen(tmp_path: Path) -> None:
    rows = [f"w{n:03}\tmood\tx\ten\t" for n in range(500)]
    found = write_tables(tmp_path, lexicon_terms=[SMALL["lexicon_terms.tsv"][0], *rows])
    assert len(found) == 21
    assert found[-1] == "compiled/lexicon_terms.tsv: and 480 more"


def test_a_missing_or_cut_table_is_named(tmp_path: Path) -> None:
    write_tables(tmp_path)
    (tmp_path / "compiled" / "officials.tsv").unlink()
    with (tmp_path / "compiled" / "place_terms.tsv").open("a") as stream:
        stream.write("cut of")
    found = lines(check_tables(tmp_path))
    assert "compiled/place_terms.tsv:3: the last line is cut off: it has no line end" in found
    assert any("officials.tsv: cannot be read" in fault for fault in found)


def test_a_stale_table_is_told_by_what_is_missing_and_too_much(tmp_path: Path) -> None:
    write_tables(tmp_path)
    (tmp_path / "new").mkdir()
    write_tables(tmp_path / "new")
    assert lines(find_stale(tmp_path, tmp_path / "new" / "compiled")) == []
    write_tables(tmp_path / "new", lexicon_terms=[SMALL["lexicon_terms.tsv"][0], "drones\tobject\tuav\ten\tplur"])
    assert lines(find_stale(tmp_path, tmp_path / "new" / "compiled")) == [
        "compiled/lexicon_terms.tsv:2: is stale: 1 rows are missing, such as 'drones', 1 are too many; "
        "run: skyledger packs compile"
    ]


# --- the whole ----------------------------------------------------------------------------------------------------

SMALL_REGIONS = """
[[region]]
id = "RU-KLU"
head = "oblast"
zone = "Europe/Moscow"
lat = 54.4
lon = 35.2
en = "Kaluga"
ru = "Калужская область"
uk = "Калузька область"
"""


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """A whole pack folder of one word, one region and one body."""
    data = tmp_path / "data"
    sources = {
        "gazetteer/regions.toml": SMALL_REGIONS,
        "gazetteer/countries.toml": '[[country]]\nid = "RU"\nen = "Russia"\nru = "Россия"\nuk = "Росія"\n',
        "gazetteer/seas.toml": '[[sea]]\nid = "black"\nen = "Black Sea"\nru = "Чёрное море"\nuk = "Чорне море"\n',
        "gazetteer/districts.toml": "",
        "gazetteer/airports.toml": "",
        "gazetteer/settlement_names.toml": "keep = []\n[names]\n",
        "gazetteer/common_words.toml": "english = []\ndropped = []\nordinary_though_large = []\n",
        "gazetteer/settlements.tsv": "id\tname_en\tname_ru\tname_uk\tcountry\tregion\tlat\tlon\tzone\tpopulation\n",
        "gazetteer/airports.tsv": "icao\tiata\tname\tcountry\tregion\tserves\tlat\tlon\tzone\n",
        "lexicon/ru/words.toml": GOOD.replace("forms", "lemmas"),
        "speakers/ru/bodies.toml": BODY,
        "policy/link.toml": "[threshold]\nlink = 5\n",
    }
    for name, text in sources.items():
        (data / name).parent.mkdir(parents=True, exist_ok=True)
        (data / name).write_text(text, encoding="utf-8")
    return data


needs_pymorphy = pytest.mark.usefixtures("_pymorphy")


@pytest.fixture
def _pymorphy() -> None:
    pytest.importorskip("pymorphy3", reason="word forms are made at build time only: install skyledger[packs]")


@needs_pymorphy
def test_compiling_makes_five_tables_that_have_no_fault(small: Path) -> None:
    steps: list[str] = []
    report = compile_all(small, on_step=steps.append)
    assert [table.name for table in report.tables] == list(TABLES)
    assert all(table.rows > 0 for table in report.tables)
    assert report.seconds > 0
    assert steps == ["lexicon", "speakers", "places"]
    assert lines(check_packs(small)) == []
    assert examine_packs(small).version == report.version
    assert compile_all(small).version == report.version
    assert [path.name for path in small.iterdir() if path.name.startswith(".")] == []


@needs_pymorphy
def test_a_changed_source_makes_its_table_stale_and_compiling_changes_the_version(small: Path) -> None:
    before = compile_all(small).version
    path = small / "lexicon" / "ru" / "words.toml"
    path.write_text(path.read_text("utf-8").replace('["дрон"]', '["дрон", "ракета"]'), encoding="utf-8")
    assert [fault.fault.split(":")[0] for fault in check_packs(small)] == ["is stale"]
    assert examine_packs(small, recompile=False).notes == (
        "nothing was compiled again: whether compiled tables are stale was not checked",
    )
    assert compile_all(small).version != before
    assert check_packs(small) == ()


@needs_pymorphy
def test_a_broken_pack_leaves_the_old_tables(small: Path) -> None:
    compile_all(small)
    old = {name: (small / "compiled" / name).read_bytes() for name in TABLES}
    path = small / "speakers" / "ru" / "bodies.toml"
    path.write_text(path.read_text("utf-8").replace("generic", "generik"), encoding="utf-8")
    with pytest.raises(PackError, match=r"bodies\.toml: ru-birdwatch: unknown key 'generik'"):
        compile_all(small)
    assert {name: (small / "compiled" / name).read_bytes() for name in TABLES} == old
    assert [path.name for path in small.iterdir() if path.name.startswith(".")] == []


def without_pymorphy(lang: str) -> object:
    raise PackError(f"compiling packs needs pymorphy3 with its {lang} dictionary: pip install 'skyledger[packs]'")


def test_without_pymorphy_compiling_says_what_to_install(small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("skyledger.packs.compile.analyser", without_pymorphy)
    with pytest.raises(PackError, match=r"needs pymorphy3 .* pip install 'skyledger\[packs\]'"):
        compile_all(small)
    assert not (small / "compiled").exists()


@needs_pymorphy
def test_without_pymorphy_checking_says_what_was_not_checked(small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    compile_all(small)
    monkeypatch.setattr(check, "analyser", without_pymorphy)
    report = examine_packs(small)
    assert lines(report.faults) == []
    assert report.notes == ("pymorphy3 is not installed: whether compiled tables are stale was not checked",)
    path = small / "lexicon" / "ru" / "words.toml"
    path.write_text(path.read_text("utf-8").replace("Сбит дрон.", "Сбита ракета."), encoding="utf-8")
    assert "not found in its example" in lines(examine_packs(small).faults)[0]


@needs_pymorphy
def test_policies_are_read_by_those_who_know_them(small: Path) -> None:
    compile_all(small)

    def refuse(text: str) -> None:
        assert "link = 5" in text
        raise PackError("policy/link.toml: [threshold]: missing key 'telling_number' beside 'link'")

    report = examine_packs(small, policies={"link.toml": refuse}, recompile=False)
    assert lines(report.faults) == [
        "policy/link.toml:2: [threshold]: missing key 'telling_number' beside 'link'",
    ]


def test_without_pymorphy_everything_but_compiling_works(tmp_path: Path) -> None:
    """As a user has it who installed no more than reading texts needs: the module is not there at all."""
    program = (
        "import sys; sys.modules['pymorphy3'] = None\n"
        "from skyledger.cli.main import run\n"
        "words = ['--lang', 'ru', '--example', 'Упала бандура.']\n"
        "print(run(['packs', 'add-term', 'object', 'uav', 'бандура', *words]))\n"
        "print(run(['packs', 'add-term', 'place', 'RU-KLU', 'бандура', *words]))\n"
        "print(run(['packs', 'add-term', 'body', 'ru-mod', 'бандура', *words]))\n"
        "print(run(['packs', 'check']))\n"
        "print(run(['packs', 'compile']))\n"
    )
    ended = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert [line for line in ended.stdout.splitlines() if line in "012"] == ["0", "0", "0", "0", "2"], ended
    complaints = ended.stderr.splitlines()
    assert [line.startswith("skyledger: ") for line in complaints] == [True] * len(complaints)
    assert "pip install 'skyledger[packs]'" in complaints[-1]
    assert (tmp_path / "own" / "terms.tsv").read_text("utf-8").count("бандура") == 3


# --- a user's own terms -------------------------------------------------------------------------------------------


@pytest.fixture
def own(tmp_path: Path) -> Path:
    table = tmp_path / "own" / "terms.tsv"
    for word in ("bandura", "sopilka"):
        add_term(
            NewTerm(
                category="object", value="uav", lang="en", word=word, example=f"A {word} fell.", added=date(2026, 1, 2)
            ),
            table,
        )
    return table


def test_own_terms_as_added_have_no_fault(own: Path) -> None:
    assert lines(check_own_terms(own, DATA)) == []


@pytest.mark.parametrize(
    ("change", "part"),
    [
        (lambda s: s.replace("A bandura fell.", "A lute fell."), "bandura: the term is not found in its example"),
        (lambda s: s.replace('word = "sopilka"', 'word = "bandura"'), "bandura: this term stands twice"),
        (lambda s: s.replace('lang = "en"', 'lang = "en"\nmood = "x"', 1), "unknown key 'mood'"),
        (lambda s: s.replace("added = 2026-01-02", "added = yesterday", 1), "not valid TOML"),
        (lambda s: s.replace('"banduras"]', '"banduras", "lutes"]'), "does not follow from terms.toml"),
    ],
)
def test_each_fault_of_own_terms_is_named(own: Path, change: Callable[[str], str], part: str) -> None:
    source = own.with_name("terms.toml")
    text = source.read_text("utf-8")
    assert change(text) != text
    source.write_text(change(text), encoding="utf-8")
    found = lines(check_own_terms(own, DATA))
    assert any(part in fault for fault in found), found
    assert found[0].startswith(str(own.parent))


def test_a_hand_made_table_is_checked_too(tmp_path: Path) -> None:
    table = tmp_path / "terms.tsv"
    table.write_text("surface\tcategory\tvalue\tlang\tflags\nlute\tobject\tzeppelin\ten\t\n")
    assert lines(check_own_terms(table, DATA)) == [f"{table}:2: lute: object 'zeppelin' points at nothing"]
