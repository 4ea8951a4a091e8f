"""Loading compiled packs and scanning with them: every term, every occurrence, every meaning; faults are one line."""

from itertools import islice
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from skyledger.errors import PackError
from skyledger.model.kinds import PlaceKind
from skyledger.packs.load import DATA, Packs, check_tables, load_packs, load_tables, user_terms_path
from skyledger.packs.normalise import tokenise
from skyledger.packs.records import Term

TERMS = ("lexicon_terms.tsv", "place_terms.tsv", "speaker_terms.tsv")
TABLES = (*TERMS, "gazetteer.tsv", "officials.tsv")


def a_term(category: str, value: str = "x") -> Term:
    return Term(category=category, value=value, lang="ru")


SMALL = Packs(
    {
        "сбит": (a_term("trigger", "downed"),),
        "крылатая ракета": (a_term("object", "cruise_missile"),),
        "ракета": (a_term("object", "missile"),),
        "крылатая": (a_term("other"),),
        "киров": (a_term("place", "a"), a_term("place", "b")),
        "а": (a_term("other", "letter"),),
        "а а": (a_term("other", "two"),),
    },
    {},
    {},
    "test",
)


def found(packs: Packs, text: str) -> list[tuple[int, int]]:
    return [(hit.start, hit.stop) for hit in packs.scan(tokenise(text))]


def searched(packs: Packs, text: str) -> list[tuple[int, int]]:
    """Look every run of words up: the plain way that the automaton must agree with."""
    words = tokenise(text).words
    widest = WIDEST if packs is not SMALL else 2
    runs = [
        (start, stop)
        for start in range(len(words))
        for stop in range(start + 1, min(len(words), start + widest) + 1)
        if " ".join(words[start:stop]) in packs.terms
    ]
    return sorted(runs, key=lambda run: (run[0], -run[1]))


# --- scanning -----------------------------------------------------------------------------------------------------


def test_terms_inside_terms_are_found_too_longer_first() -> None:
    assert found(SMALL, "Сбита крылатая ракета") == [(1, 3), (1, 2), (2, 3)]


def test_all_occurrences_are_found() -> None:
    assert found(SMALL, "ракета, ракета и ракета") == [(0, 1), (1, 2), (3, 4)]


def test_occurrences_that_overlap_themselves_are_found() -> None:
    assert found(SMALL, "а а а") == [(0, 2), (0, 1), (1, 3), (1, 2), (2, 3)]


def test_a_term_is_found_only_as_whole_words() -> None:
    assert found(SMALL, "ракетами ракетаа кировский") == []


def test_namesakes_come_together() -> None:
    [hit] = SMALL.scan(tokenise("Киров"))
    assert {term.value for term in hit.terms} == {"a", "b"}


def test_punctuation_between_words_does_not_hide_a_term() -> None:
    assert found(SMALL, "«крылатая»-ракета") == [(0, 2), (0, 1), (1, 2)]


@pytest.mark.parametrize("text", ["", " ", "…", "\n\n"])
def test_nothing_is_found_in_nothing(text: str) -> None:
    assert found(SMALL, text) == []


@given(
    st.lists(st.sampled_from(["а", "сбит", "крылатая", "ракета", "киров", "слово", ",", "\n"]), max_size=25).map(
        " ".join
    )
)
def test_scanning_a_few_terms_agrees_with_looking_them_up(text: str) -> None:
    assert found(SMALL, text) == searched(SMALL, text)


@pytest.fixture(scope="session")
def packs() -> Packs:
    return load_packs()


_SURFACES = sorted(load_packs().terms)
WIDEST = max(surface.count(" ") + 1 for surface in _SURFACES)
SURFACES = st.integers(0, len(_SURFACES) - 1).map(_SURFACES.__getitem__)
PIECES = SURFACES | st.sampled_from(["40", "и", ",", ".", "\n", "drone", "облас", "«", "—"])


@settings(max_examples=80, deadline=None)
@given(st.lists(PIECES, max_size=30).map(" ".join))
def test_scanning_the_packs_agrees_with_looking_every_run_of_words_up(text: str) -> None:
    assert found(load_packs(), text) == searched(load_packs(), text)


@settings(deadline=None)
@given(SURFACES)
def test_every_surface_is_found_whole_with_all_its_meanings(surface: str) -> None:
    packs = load_packs()
    hits = packs.scan(tokenise(surface.upper() if surface.upper().lower() == surface else surface))
    whole = next(hit for hit in hits if hit.start == 0 and hit.stop == surface.count(" ") + 1)
    assert whole.terms == packs.terms[surface]


# --- what is loaded -----------------------------------------------------------------------------------------------


def test_regions_have_iso_ids_zones_and_countries(packs: Packs) -> None:
    regions = [p for p in packs.places.values() if p.kind is PlaceKind.REGION]
    assert {"RU-KLU", "UA-63", "UA-43", "UA-40"} <= {p.id for p in regions}
    assert all(p.zone and p.id.startswith(f"{p.country}-") for p in regions)


def test_every_place_and_speaker_a_term_means_is_known(packs: Packs) -> None:
    unknown = [
        (surface, term.value)
        for surface, terms in packs.terms.items()
        for term in terms
        if (term.category in ("place", "place_adj") and any(part not in packs.places for part in term.value.split("+")))
        or (term.category in ("speaker", "body", "title") and term.value not in packs.officials)
    ]
    assert unknown == []


def test_loading_twice_is_loading_once(packs: Packs) -> None:
    assert load_packs() is packs


# --- broken tables ------------------------------------------------------------------------------------------------


@pytest.fixture
def compiled(tmp_path: Path) -> Path:
    """Return a folder of small, sound tables that a test then breaks."""
    for name in TABLES:
        with (DATA / "compiled" / name).open(encoding="utf-8") as file:
            (tmp_path / name).write_text("".join(islice(file, 4)), encoding="utf-8")
    return tmp_path


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_sound_tables_load_and_have_a_version(compiled: Path) -> None:
    assert len(load_tables(compiled).version) == 12


@pytest.mark.parametrize("name", TABLES)
def test_a_missing_table_is_named_with_what_to_run(compiled: Path, name: str) -> None:
    (compiled / name).unlink()
    with pytest.raises(PackError, match=rf"{name}.*skyledger packs compile") as caught:
        load_tables(compiled)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("name", TABLES)
def test_a_table_with_another_header_is_refused(compiled: Path, name: str) -> None:
    path = compiled / name
    path.write_text("something\telse\n" + path.read_text(encoding="utf-8"), encoding="utf-8")
    with pytest.raises(PackError, match=rf"{name}: line 1: expected the columns"):
        load_tables(compiled)


@pytest.mark.parametrize("name", TABLES)
def test_a_row_cut_short_is_named(compiled: Path, name: str) -> None:
    with (compiled / name).open("a", encoding="utf-8") as file:
        file.write("cut-short\tx\n")
    with pytest.raises(PackError, match=rf"({name}|term tables): row.*cut-short"):
        check_tables(compiled)


@pytest.mark.parametrize("name", TERMS)
def test_a_term_table_cut_within_a_row_is_refused(compiled: Path, name: str) -> None:
    path = compiled / name
    path.write_bytes(path.read_bytes()[:-3])
    with pytest.raises(PackError, match=rf"{name}: cut short; run: skyledger packs compile"):
        load_tables(compiled)


@pytest.mark.parametrize("name", TERMS)
def test_shipped_rows_are_in_the_order_they_are_searched_in(name: str) -> None:
    rows = (DATA / "compiled" / name).read_bytes().split(b"\n")[1:-1]
    assert rows == sorted(rows)


@pytest.mark.parametrize(
    ("name", "row"),
    [
        ("gazetteer.tsv", "gn:1\tvillage\tA\tА\tА\tRU\tRU-KLU\t\t1\t2\tEurope/Moscow\t5"),
        ("gazetteer.tsv", "gn:1\tsettlement\tA\tА\tА\tRU\tRU-KLU\t\tnorth\t2\tEurope/Moscow\t5"),
        ("gazetteer.tsv", "gn:1\tsettlement\tA\tА\tА\tRU\tRU-KLU\t\t1\t2\tEurope/Moscow\tmany"),
        ("officials.tsv", "x\tA\tА\tА\tgovernor\tmars\tRU-KLU\t0\t\t\t"),
        ("officials.tsv", "x\tA\tА\tА\tgovernor\tru\tRU-KLU\t0\t12.05.2020\t\t"),
    ],
)
def test_a_row_that_makes_no_sense_is_named(compiled: Path, name: str, row: str) -> None:
    with (compiled / name).open("a", encoding="utf-8") as file:
        file.write(row + "\n")
    with pytest.raises(PackError, match=rf"{name}: row.*{row.split(chr(9))[0]}"):
        check_tables(compiled)


def test_a_row_of_the_gazetteer_that_makes_no_sense_harms_no_other(compiled: Path) -> None:
    with (compiled / "gazetteer.tsv").open("a", encoding="utf-8") as file:
        file.write("gn:1\tvillage\n")
    places = load_tables(compiled).places
    assert "gn:1" in places
    assert len([places[i] for i in places if i != "gn:1"]) == len(places) - 1


def test_the_version_follows_from_every_table(compiled: Path) -> None:
    before = load_tables(compiled).version
    for name in TABLES:
        path = compiled / name
        last = path.read_text(encoding="utf-8").rstrip("\n").split("\n")[-1]
        edit(path, last + "\n", "")
        after = load_tables(compiled).version
        assert after != before
        before = after


def test_a_users_own_terms_are_added(compiled: Path, tmp_path: Path) -> None:
    own = tmp_path / "own.tsv"
    own.write_text("surface\tcategory\tvalue\tlang\tflags\nптичка\tobject\tuav\tru\t\n", encoding="utf-8")
    packs = load_tables(compiled, (own,))
    assert found(packs, "Сбита птичка")[-1:] == [(1, 2)]
    assert packs.version != load_tables(compiled).version


def test_a_users_word_keeps_its_other_meanings(compiled: Path, tmp_path: Path) -> None:
    own = tmp_path / "own.tsv"
    surface = (compiled / "place_terms.tsv").read_text(encoding="utf-8").split("\n")[1].split("\t")[0]
    own.write_text(f"surface\tcategory\tvalue\tlang\tflags\n{surface}\tobject\tuav\tru\t\n", encoding="utf-8")
    categories = [term.category for term in load_tables(compiled, (own,)).terms[surface]]
    assert {"place", "object"} <= set(categories) or {"place_adj", "object"} <= set(categories)


def test_where_a_users_terms_lie(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("SKYLEDGER_PACKS", str(tmp_path))
    assert user_terms_path() == tmp_path / "terms.tsv"
