"""Words of a user's own: checked, inflected, kept in the user's folder, found by the next process."""

import json
import os
import subprocess
import sys
import tomllib
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from skyledger.cli.main import run
from skyledger.errors import PackError, SkyledgerError, UsageError
from skyledger.packs import term_forms
from skyledger.packs.add_term import ADDABLE, NewTerm, add_term
from skyledger.packs.load import DATA, load_tables, user_terms_path
from skyledger.packs.normalise import normalise_surface, tokenise
from skyledger.packs.own_terms import compile_own_terms, read_own_terms, rebuild_own_terms, render_own_terms
from skyledger.packs.tables import TERM_HEADER, read_table

DAY = date(2026, 11, 22)
BANDURA = NewTerm(
    category="object", value="uav", lang="ru", word="бандура", example="Ночью сбили две бандуры.", added=DAY
)
ENGLISH = NewTerm(category="object", value="uav", lang="en", word="bandura", example="A bandura fell.", added=DAY)


@pytest.fixture(autouse=True)
def table(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("SKYLEDGER_PACKS", str(tmp_path / "own"))
    return tmp_path / "own" / "terms.tsv"


@pytest.fixture
def _pymorphy() -> None:
    pytest.importorskip("pymorphy3", reason="word forms are made at build time only: install skyledger[packs]")


needs_pymorphy = pytest.mark.usefixtures("_pymorphy")


def rows(table: Path) -> set[tuple[str, ...]]:
    return {tuple(row) for row in read_table(table, TERM_HEADER)}


def surfaces(table: Path) -> set[str]:
    return {row[0] for row in rows(table)}


# --- what is added ------------------------------------------------------------------------------------------------


@needs_pymorphy
def test_a_word_is_kept_with_all_its_forms_example_and_day(table: Path) -> None:
    added = add_term(BANDURA)
    assert added.path == table == user_terms_path()
    assert added.notes == ()
    assert {"бандура", "бандуры", "бандур", "бандурами"} <= set(added.surfaces)
    assert ("бандурами", "object", "uav", "ru", "plur") in rows(table)
    source = tomllib.loads((table.parent / "terms.toml").read_text("utf-8"))
    assert source["term"][0]["example"] == "Ночью сбили две бандуры."
    assert source["term"][0]["added"] == DAY
    assert source["term"][0]["word"] == "бандура"


@needs_pymorphy
@pytest.mark.parametrize(
    ("changes", "wanted"),
    [
        ({"word": "*гудящий *бублик", "example": "Сбиты гудящие бублики."}, "гудящих бубликов"),
        ({"lang": "uk", "word": "бандура", "example": "Збито бандуру."}, "бандурою"),
        ({"lang": "en", "word": "bandura", "example": "Banduras fell."}, "banduras"),
        (
            {"category": "trigger", "value": "downed", "lang": "en", "word": "zorch", "example": "Zorched!"},
            "zorched",
        ),
        (
            {"category": "trap", "value": "drill", "word": "игра зарница", "example": "Шла игра Зарница."},
            "игра зарница",
        ),
        (
            {"category": "number", "value": "60", "word": "пять дюжин", "example": "Пять дюжин."},
            "пять дюжин",
        ),
        ({"category": "detail", "value": "bird house", "word": "скворечник", "example": "Скворечник."}, "скворечника"),
        ({"category": "place", "value": "RU-KLU", "word": "Калужье", "example": "Над Калужьем тихо."}, "калужьем"),
        ({"category": "place", "value": "UUBC", "word": "Грабец", "example": "Грабец закрыт."}, "грабец"),
        (
            {"category": "body", "value": "ru-mod", "word": "Военный приказ", "example": "Военный приказ."},
            "военным приказом",
        ),
        (
            {
                "category": "speaker",
                "value": "ru-klu-governor-shapsha",
                "word": "Фома Иволгин",
                "example": "Фома Иволгин.",
            },
            "фомой иволгиным",
        ),
        (
            {"category": "title", "value": "ru-mod", "word": "Птичий вестник | МО", "example": "Птичий вестник | МО"},
            "птичий вестник мо",
        ),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_each_category_makes_its_forms(table: Path, changes: dict[str, Any], wanted: str) -> None:
    added = add_term(replace(BANDURA, **changes))
    assert wanted in added.surfaces
    assert all(surface == normalise_surface(surface) for surface in surfaces(table))


@needs_pymorphy
def test_a_surname_that_means_something_else_needs_a_role_word(table: Path) -> None:
    shapsha = replace(BANDURA, category="speaker", value="ru-klu-governor-shapsha")
    add_term(replace(shapsha, word="Орлов", example="Сказал Орлов."))
    flags = {row[4] for row in rows(table) if row[0] == "орлов"}
    assert flags & {"common surname", "surname word"}


def test_given_forms_are_taken_and_nothing_is_made_when_told_so(table: Path) -> None:
    added = add_term(replace(BANDURA, word="ЛСД-5", forms=("лсдэшка",), as_written=True, example="Упала ЛСД-5."))
    assert added.surfaces == ("лсд 5", "лсдэшка")
    assert surfaces(table) == {"лсд 5", "лсдэшка"}


def test_without_pymorphy_the_given_forms_are_taken_and_the_user_is_told(
    table: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def missing(lang: str) -> object:
        raise PackError(f"no dictionary of {lang}")

    monkeypatch.setattr(term_forms, "analyser", missing)
    added = add_term(replace(BANDURA, forms=("бандуры",)))
    assert added.surfaces == ("бандура", "бандуры")
    assert "pymorphy3 is not installed" in added.notes[0]
    assert "--form" in added.notes[0]


def test_other_meanings_of_a_form_are_told() -> None:
    added = add_term(replace(ENGLISH, value="missile", word="drone", example="A drone fell."))
    assert "'drone' also means object uav" in added.notes


def test_terms_add_up_and_the_source_makes_the_table_again(table: Path) -> None:
    add_term(ENGLISH)
    add_term(replace(ENGLISH, word="sopilka", example="A sopilka fell."))
    assert surfaces(table) == {"bandura", "banduras", "sopilka", "sopilkas"}
    before = table.read_bytes()
    table.unlink()
    assert rebuild_own_terms(table) == 2
    assert table.read_bytes() == before
    assert read_own_terms(table)[0] == replace(read_own_terms(table)[0])
    assert oct(table.stat().st_mode)[-3:] == "600"
    assert sorted(path.name for path in table.parent.iterdir()) == [".lock", "terms.toml", "terms.tsv"]


def test_the_next_process_finds_it_and_the_version_changes(tmp_path: Path) -> None:
    program = (
        "from skyledger.packs import load_packs; from skyledger.packs.normalise import tokenise; p = load_packs();"
        "print(p.version, [t.value for h in p.scan(tokenise('The bandurzhka sang.')) for t in h.terms])"
    )

    def ask() -> str:
        ended = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
        return ended.stdout

    version, _, found = ask().partition(" ")
    assert found.strip() == "[]"
    add_term(replace(ENGLISH, word="bandurzhka", example="The bandurzhka sang."))
    changed, _, found = ask().partition(" ")
    assert found.strip() == "['uav']"
    assert changed != version


def test_two_processes_adding_at_once_lose_nothing(table: Path) -> None:
    program = (
        "import sys; from datetime import date; from skyledger.packs.add_term import NewTerm, add_term\n"
        "for n in range(8):\n"
        "    w = f'{sys.argv[1]}{chr(97 + n)}'\n"
        "    add_term(NewTerm(category='object', value='uav', lang='en', word=w, example=w, added=date(2026, 1, 1)))\n"
    )
    running = [subprocess.Popen([sys.executable, "-c", program, stem]) for stem in ("bandur", "sopilk")]
    assert [process.wait() for process in running] == [0, 0]
    assert len(read_own_terms(table)) == 16
    assert table.read_text("utf-8") == compile_own_terms(read_own_terms(table))


# --- what is refused ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("changes", "part"),
    [
        ({"category": "mood"}, "unknown category 'mood'; there are account, agent"),
        ({"category": "place_adj"}, "unknown category 'place_adj'"),
        ({"value": "zeppelin"}, "unknown value 'zeppelin' for object; known: aircraft, ball"),
        ({"lang": "fr"}, "unknown language 'fr'; there are en, ru, uk"),
        ({"lang": "../../ru"}, "unknown language '../../ru'"),
        ({"category": "place", "value": "../../etc/passwd"}, "no place has the id '../../etc/passwd'"),
        ({"category": "place", "value": "RU-ZZZ"}, "no place has the id 'RU-ZZZ'"),
        ({"category": "speaker", "value": "ru-tsar"}, "no official or body has the id 'ru-tsar'"),
        ({"category": "speaker", "value": "ru-mod"}, "ru-mod is a body: the category is body"),
        ({"category": "body", "value": "ru-klu-governor-shapsha"}, "is a person: the category is speaker"),
        ({"category": "number", "value": "-3"}, "a whole number in digits"),
        ({"category": "number", "value": "9" * 5000}, "a whole number in digits"),
        ({"category": "number", "value": "٣"}, "a whole number in digits"),
        ({"category": "detail", "value": "Окна"}, "English words in lower case"),
        ({"example": "A lute fell."}, "the example has none of the term's forms (bandura, banduras ...)"),
        ({"word": "drone", "example": "A drone fell."}, "'drone' is known already as object uav (en)"),
        ({"word": "a"}, "'a' would be found everywhere"),
        ({"word": "40", "as_written": True}, "'40' would be found everywhere"),
        ({"word": "-?!"}, "holds neither letter nor digit"),
        ({"word": ""}, "holds neither letter nor digit"),
        ({"word": "band\tura"}, "holds a tab, a line break or an invisible character"),
        ({"word": "bandura\nobject\tuav"}, "holds a tab, a line break or an invisible character"),
        ({"word": "bandura\x00"}, "an invisible character"),
        ({"word": "bandura\x1b[31m"}, "an invisible character"),
        ({"word": "band\u200bura"}, "an invisible character"),
        ({"word": "band\u202eura"}, "an invisible character"),
        ({"word": "bandura\u2028"}, "an invisible character"),
        ({"word": "bandura\udcff"}, "an invisible character"),
        ({"word": "b" * 10_000}, "the word is too long (10000 characters)"),
        ({"word": "a b c d e f g h i j"}, "at most 100 and 8 words"),
        ({"example": "bandura " * 1250}, "the example is too long (10000 characters)"),
        ({"example": "A bandura fell.\x00"}, "the example holds a control character"),
        ({"forms": ("x\ty",)}, "the form 'x\\ty' holds a tab"),
        ({"forms": ("x" * 10_000,)}, "the form is too long"),
        ({"forms": tuple(f"form{n}" for n in range(1000))}, "1000 forms; at most 100"),
        ({"value": "uav\tru\t"}, "unknown value 'uav\\tru\\t'"),
        ({"category": "object\n" + "x" * 10_000}, "unknown category"),
        ({"category": "place", "value": "x" * 10_000}, "no place has the id 'xxxx"),
    ],
)
def test_what_will_not_do_is_one_line_and_changes_nothing(table: Path, changes: dict[str, Any], part: str) -> None:
    add_term(replace(ENGLISH, word="sopilka", example="A sopilka fell."))
    before = {path.name: path.read_bytes() for path in table.parent.iterdir()}
    with pytest.raises(UsageError) as caught:
        add_term(replace(ENGLISH, **changes))
    said = str(caught.value)
    assert part in said
    assert "\n" not in said
    assert len(said) < 700
    assert {path.name: path.read_bytes() for path in table.parent.iterdir()} == before


def test_adding_twice_is_refused_and_a_new_form_is_not(table: Path) -> None:
    add_term(ENGLISH)
    with pytest.raises(UsageError, match="is known already as object uav"):
        add_term(ENGLISH)
    assert add_term(replace(ENGLISH, forms=("bandurka",))).surfaces == ("bandurka",)
    assert len(read_own_terms(table)) == 2


def test_a_pasted_example_keeps_its_words_on_one_line(table: Path) -> None:
    add_term(replace(ENGLISH, example='A "bandura"\n\tfell.\\ \u2028 = [x] # y'))
    assert read_own_terms(table)[0].example == 'A "bandura" fell.\\ = [x] # y'


@pytest.mark.parametrize("folder", [DATA, DATA / "compiled", DATA.parent / "packs" / "new", DATA / ".." / "packs"])
def test_nothing_is_ever_written_into_the_package(monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    monkeypatch.setenv("SKYLEDGER_PACKS", str(folder))
    with pytest.raises(PackError, match="lies inside the installed package"):
        add_term(ENGLISH)
    assert not (folder / "terms.toml").exists()
    assert not (folder / ".lock").exists()


def test_a_link_into_the_package_is_no_way_round(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "link").symlink_to(DATA / "compiled")
    monkeypatch.setenv("SKYLEDGER_PACKS", str(tmp_path / "link"))
    with pytest.raises(PackError, match="lies inside the installed package"):
        add_term(ENGLISH)


def test_a_file_in_place_of_the_folder_is_one_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("mine")
    monkeypatch.setenv("SKYLEDGER_PACKS", str(tmp_path / "file"))
    with pytest.raises(PackError, match="cannot be written"):
        add_term(ENGLISH)
    assert (tmp_path / "file").read_text() == "mine"


def test_a_table_without_a_source_is_not_overwritten(table: Path) -> None:
    table.parent.mkdir()
    table.write_text("surface\tcategory\tvalue\tlang\tflags\nlute\tobject\tuav\ten\t\n")
    with pytest.raises(PackError, match=r"has no source terms\.toml beside it"):
        add_term(ENGLISH)
    assert "lute" in table.read_text()


@pytest.mark.parametrize(
    ("source", "part"),
    [
        ("[[term]", "terms.toml:1: not valid TOML"),
        ("[[word]]", "terms.toml:1: word: unknown key 'word'"),
        ('[[term]]\nvalue = "uav"', "key 'category' is missing"),
        ("\x00", "not valid TOML"),
    ],
)
def test_a_broken_source_is_named_and_kept(table: Path, source: str, part: str) -> None:
    table.parent.mkdir()
    (table.parent / "terms.toml").write_text(source)
    with pytest.raises(PackError) as caught:
        add_term(ENGLISH)
    assert part in str(caught.value)
    assert (table.parent / "terms.toml").read_text() == source


def test_a_link_in_place_of_the_table_is_replaced_not_followed(table: Path, tmp_path: Path) -> None:
    table.parent.mkdir()
    (tmp_path / "precious").write_text("mine")
    (table.parent / "terms.toml").write_text("")
    table.symlink_to(tmp_path / "precious")
    add_term(ENGLISH)
    assert (tmp_path / "precious").read_text() == "mine"
    assert "bandura" in table.read_text("utf-8")


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(word=st.text(max_size=120), example=st.text(max_size=200), value=st.text(max_size=30))
def test_no_text_ends_in_a_traceback_or_breaks_the_table(table: Path, word: str, example: str, value: str) -> None:
    for term in (
        replace(ENGLISH, word=word, example=f"{example} {word}"),
        replace(ENGLISH, word=word, example=word, category="detail", value=value, as_written=True),
    ):
        refusal = ""
        try:
            add_term(term)
        except SkyledgerError as error:
            refusal = str(error)
        assert "\n" not in refusal
    if table.exists():
        assert table.read_text("utf-8") == compile_own_terms(read_own_terms(table))
        assert all(len(row) == len(TERM_HEADER) for row in rows(table))


def test_whatever_was_added_comes_back_from_its_toml(table: Path) -> None:
    add_term(replace(ENGLISH, word='band"ura', example='A band"ura \\ \x7f'.replace("\x7f", "ü")))
    terms = read_own_terms(table)
    (table.parent / "terms.toml").write_text(render_own_terms(terms), encoding="utf-8")
    assert read_own_terms(table) == terms


# --- the command --------------------------------------------------------------------------------------------------


def test_the_command_adds_and_prints_every_form(table: Path, capsys: pytest.CaptureFixture[str]) -> None:
    words = ["packs", "add-term", "object", "uav", "bandura", "--lang", "en", "--example", "A bandura fell."]
    assert run(words) == 0
    assert capsys.readouterr().out.splitlines()[0] == f"{table}: object uav, 2 forms: bandura, banduras"
    assert run(words) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err == "skyledger: 'bandura' is known already as object uav (en)\n"


def test_the_command_speaks_json_and_keeps_today(table: Path, capsys: pytest.CaptureFixture[str]) -> None:
    words = ["packs", "add-term", "place", "RU-KLU", "Kalugaland", "--lang", "en", "--example", "Kalugaland sleeps."]
    assert run([*words, "--form", "Kalugia", "--as-written", "--json"]) == 0
    printed = json.loads(capsys.readouterr().out)
    assert printed == {"path": str(table), "surfaces": ["kalugaland", "kalugia"], "notes": []}
    assert isinstance(read_own_terms(table)[0].added, date)


def test_the_command_checks_own_words_too(table: Path, capsys: pytest.CaptureFixture[str]) -> None:
    add_term(ENGLISH)
    assert run(["packs", "check", "--quick"]) == 0
    assert capsys.readouterr().out.startswith("no fault: ")
    source = table.parent / "terms.toml"
    source.write_text(source.read_text("utf-8").replace("A bandura fell.", "A lute fell."), encoding="utf-8")
    assert run(["packs", "check", "--quick", "--json"]) == 1
    printed = json.loads(capsys.readouterr().out)
    assert [(fault["file"], fault["line"]) for fault in printed["faults"]] == [(str(source), 10)]


def test_the_user_folder_is_found_through_the_environment_only() -> None:
    assert Path(os.environ["SKYLEDGER_PACKS"]) == user_terms_path().parent


def test_every_addable_category_is_shown_in_the_error() -> None:
    with pytest.raises(UsageError) as caught:
        add_term(replace(ENGLISH, category="?"))
    assert all(category in str(caught.value) for category in ADDABLE)


def test_an_added_word_is_read_with_the_shipped_tables(table: Path) -> None:
    add_term(ENGLISH)
    packs = load_tables(DATA / "compiled", (table,))
    found = [term.value for hit in packs.scan(tokenise("Three banduras fell.")) for term in hit.terms]
    assert "uav" in found
