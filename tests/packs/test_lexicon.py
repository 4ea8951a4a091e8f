"""The lexicon packs: every term is found in its own example, broken packs say where, forms are inflected rightly."""

from pathlib import Path
from typing import Any

import pytest

from skyledger.errors import PackError
from skyledger.packs.compile_lexicon import compile_lexicon, entry_forms, entry_terms, write_lexicon
from skyledger.packs.inflect_english import plural, verb_forms
from skyledger.packs.lexicon_source import LexiconEntry, read_lexicon, read_lexicon_file
from skyledger.packs.load import DATA, Packs, load_packs
from skyledger.packs.normalise import normalise_surface, tokenise
from skyledger.packs.tables import TERM_HEADER, read_table, term_rows

ENTRIES, NUMBERS = read_lexicon(DATA / "lexicon")
LANGS = ("en", "ru", "uk")


def entry_id(entry: LexiconEntry) -> str:
    return f"{entry.lang}-{entry.category}-{entry.value}".replace(" ", "_")


@pytest.fixture(scope="session")
def packs() -> Packs:
    return load_packs()


# --- what is in the packs -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("entry", ENTRIES, ids=entry_id)
def test_every_term_is_found_in_its_own_example(entry: LexiconEntry, packs: Packs) -> None:
    found = {(term.category, term.value) for hit in packs.scan(tokenise(entry.example)) for term in hit.terms}
    assert (entry.category, entry.value) in found, f"{entry.where}: not found in {entry.example!r}"


@pytest.mark.parametrize("entry", ENTRIES, ids=entry_id)
def test_every_term_has_a_form_of_its_own_to_be_found_by(entry: LexiconEntry) -> None:
    assert entry.forms or entry.lemmas or entry.phrases or entry.nouns or entry.verbs
    assert all(normalise_surface(form) for form in entry.forms)


@pytest.mark.parametrize("entry", ENTRIES, ids=entry_id)
def test_flags_are_given_only_to_forms_that_the_term_has(entry: LexiconEntry) -> None:
    pytest.importorskip("pymorphy3", reason="word forms are made with pymorphy3: install skyledger[packs]")
    assert set(entry.flags_by_form) <= set(entry_forms(entry)), entry.where


@pytest.mark.parametrize(
    "category", ["trigger", "object", "quantifier", "vague", "unit", "hedge", "trap", "place_head"]
)
def test_what_one_language_can_say_the_others_can(category: str) -> None:
    values = {lang: {e.value for e in ENTRIES if e.lang == lang and e.category == category} for lang in LANGS}
    assert values["en"] == values["ru"] == values["uk"]


@pytest.mark.parametrize("lang", LANGS)
def test_every_language_counts_to_twenty_in_words(lang: str) -> None:
    known = {
        value
        for words in NUMBERS
        if words.lang == lang
        for table in (words.values, words.declined)
        for value in table.values()
    }
    assert known >= {*range(1, 21), 30, 40, 50, 60, 70, 80, 90, 100, 1000}


def test_the_committed_table_is_a_fresh_compile() -> None:
    pytest.importorskip("pymorphy3", reason="word forms are made with pymorphy3: install skyledger[packs]")
    committed = {tuple(row) for row in read_table(DATA / "compiled" / "lexicon_terms.tsv", TERM_HEADER)}
    fresh = set(term_rows(compile_lexicon(DATA / "lexicon")))
    assert sorted(committed ^ fresh)[:10] == [], "run: skyledger packs compile"


def test_the_committed_table_is_sorted_and_says_nothing_twice() -> None:
    rows = list(read_table(DATA / "compiled" / "lexicon_terms.tsv", TERM_HEADER))
    assert rows == sorted(rows)
    assert len({tuple(row[:4]) for row in rows}) == len(rows)


def test_surfaces_are_normalised_as_texts_are() -> None:
    rows = read_table(DATA / "compiled" / "lexicon_terms.tsv", TERM_HEADER)
    assert [row[0] for row in rows if normalise_surface(row[0]) != row[0]] == []


# --- broken packs -------------------------------------------------------------------------------------------------

GOOD = '[[term]]\ncategory = "object"\nvalue = "uav"\nnouns = ["drone"]\nexample = "A drone."\n'


def read_text(folder: Path, text: str) -> None:
    path = folder / "words.toml"
    path.write_text(text, encoding="utf-8")
    read_lexicon_file(path, "en")


@pytest.mark.parametrize(
    ("text", "place", "fault"),
    [
        (GOOD + GOOD.replace("nouns", "noun"), "term 2", "unknown key 'noun'"),
        (GOOD.replace('example = "A drone."\n', ""), "term 1", "example is missing"),
        (GOOD.replace('"A drone."', '"  "'), "term 1", "example is missing or empty"),
        (GOOD.replace('value = "uav"\n', ""), "term 1", "value is missing"),
        (GOOD.replace('["drone"]', '"drone"'), "term 1", "nouns must be a list"),
        (GOOD.replace('["drone"]', '["drone", 4]'), "term 1", "nouns must be a list of non-empty strings"),
        (GOOD.replace('["drone"]', '["drone", " "]'), "term 1", "nouns must be a list of non-empty strings"),
        (GOOD + '[[terms]]\nvalue = "x"\n', "words.toml", "unknown table 'terms'"),
        ('[[numbers]]\nlang = "en"\nvalue = { one = 1 }\n', "numbers 1", "unknown key 'value'"),
        (GOOD + "[[term]\n", "words.toml", "line 6"),
        ('[[term]]\ncategory = "object\n', "words.toml", "line 2"),
    ],
)
def test_a_broken_pack_names_file_place_and_fault(tmp_path: Path, text: str, place: str, fault: str) -> None:
    with pytest.raises(PackError) as caught:
        read_text(tmp_path, text)
    message = str(caught.value)
    assert "words.toml" in message
    assert place in message
    assert fault in message
    assert "\n" not in message


def test_a_pack_that_is_no_text_names_its_file(tmp_path: Path) -> None:
    path = tmp_path / "words.toml"
    path.write_bytes(b'value = "\xff"')
    with pytest.raises(PackError, match=r"words\.toml"):
        read_lexicon_file(path, "en")


def test_a_sound_pack_is_read(tmp_path: Path) -> None:
    read_text(tmp_path, GOOD)


def test_a_field_with_a_tab_is_refused_before_it_breaks_the_table(tmp_path: Path) -> None:
    folder = tmp_path / "lexicon" / "en"
    folder.mkdir(parents=True)
    (folder / "words.toml").write_text(GOOD.replace('"uav"', '"u\\tav"'), encoding="utf-8")
    with pytest.raises(PackError, match=r"lexicon_terms\.tsv.*tab"):
        write_lexicon(tmp_path)


def test_equal_terms_of_two_entries_are_one_row_with_both_flags(tmp_path: Path) -> None:
    folder = tmp_path / "en"
    folder.mkdir()
    again = GOOD.replace('nouns = ["drone"]', 'forms = ["drone"]\nflags = "weak"')
    (folder / "words.toml").write_text(GOOD + again, encoding="utf-8")
    rows = [term for surface, term in compile_lexicon(tmp_path) if surface == "drone"]
    assert [row.flags for row in rows] == ["sing weak"]


# --- English forms ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("verb", "form", "flag"),
    [
        ("shoot down", "shot down", "past"),
        ("shoot down", "shoots down", "base"),
        ("shoot down", "shooting down", "ing"),
        ("slam into", "slammed into", "past"),
        ("slam into", "slamming into", "ing"),
        ("destroy", "destroyed", "past"),
        ("destroy", "destroys", "base"),
        ("damage", "damaged", "past"),
        ("damage", "damaging", "ing"),
        ("take out", "taken out", "past"),
        ("strike", "struck", "past"),
        ("hit", "hit", "past"),
        ("bury", "buried", "past"),
        ("bury", "buries", "base"),
        ("attack", "attacked", "past"),
        ("crash into", "crashes into", "base"),
    ],
)
def test_forms_of_an_english_verb(verb: str, form: str, flag: str) -> None:
    assert flag in verb_forms(verb)[form].split()


@pytest.mark.parametrize("wrong", ["slamed into", "slamms into", "shooted down", "destroied"])
def test_no_wrong_english_forms(wrong: str) -> None:
    forms = {**verb_forms("slam into"), **verb_forms("shoot down"), **verb_forms("destroy")}
    assert wrong not in forms


@pytest.mark.parametrize(
    ("noun", "expected"),
    [
        ("drone", "drones"),
        ("city", "cities"),
        ("boy", "boys"),
        ("crash", "crashes"),
        ("bus", "buses"),
        ("policeman", "policemen"),
        ("attack drone", "attack drones"),
        ("loitering munition", "loitering munitions"),
    ],
)
def test_english_plurals(noun: str, expected: str) -> None:
    assert plural(noun) == expected


def an_entry(lang: str, **words: Any) -> LexiconEntry:
    return LexiconEntry(lang=lang, category="object", value="uav", example="x", **words)


def test_an_english_noun_knows_its_number() -> None:
    terms = {surface: term.flags.split() for surface, term in entry_terms(an_entry("en", nouns=("drone",)))}
    assert terms == {"drone": ["sing"], "drones": ["plur"]}


# --- Russian and Ukrainian forms -----------------------------------------------------------------------------------


def slavic(lang: str, **words: tuple[str, ...]) -> dict[str, set[str]]:
    pytest.importorskip("pymorphy3", reason="word forms are made with pymorphy3: install skyledger[packs]")
    return {surface: set(term.flags.split()) for surface, term in entry_terms(an_entry(lang, **words))}


@pytest.mark.parametrize(
    "form",
    [
        "беспилотный летательный аппарат",
        "беспилотного летательного аппарата",
        "беспилотных летательных аппарата",  # after two, three, four
        "беспилотных летательных аппаратов",
        "беспилотными летательными аппаратами",
    ],
)
def test_starred_words_of_a_russian_phrase_agree(form: str) -> None:
    assert form in slavic("ru", phrases=("*беспилотный *летательный *аппарат",))


def test_starred_words_never_disagree() -> None:
    forms = slavic("ru", phrases=("*беспилотный *летательный *аппарат",))
    assert not {"беспилотная летательная аппарат", "беспилотный летательных аппаратов"} & set(forms)


@pytest.mark.parametrize(
    ("form", "flag"),
    [
        ("сбит", "sing"),
        ("сбиты", "plur"),
        ("сбили", "plur"),
        ("сбито", "neut"),
        ("сбить", "inf"),
        ("собьют", "future"),
        ("сбитых", "attr"),
    ],
)
def test_forms_of_a_russian_verb_say_what_they_are(form: str, flag: str) -> None:
    assert flag in slavic("ru", lemmas=("сбить",))[form]


@pytest.mark.parametrize(
    ("form", "flag"),
    [
        ("збито", "neut"),
        ("збив", "verb"),
        ("збили", "plur"),
        ("збитих", "attr"),
        ("збитий", "sing"),
        ("збиті", "plur"),
        ("збити", "inf"),
    ],
)
def test_forms_of_a_ukrainian_verb_with_its_participles(form: str, flag: str) -> None:
    assert flag in slavic("uk", lemmas=("збити",))[form]


def test_a_ukrainian_feminine_noun_and_its_adjective() -> None:
    forms = slavic("uk", phrases=("*крилатий *ракета",))
    assert {"крилата ракета", "крилатої ракети", "крилатих ракет", "крилаті ракети", "крилатими ракетами"} <= set(forms)


@pytest.mark.parametrize(("lemma", "form"), [("гірник", "гірників"), ("слюсар", "слюсарі"), ("пекар", "пекарями")])
def test_a_trade_that_is_a_surname_too_has_its_plural(lemma: str, form: str) -> None:
    assert "plur" in slavic("uk", lemmas=(lemma,))[form]


def test_yo_is_written_as_ye() -> None:
    assert {"самолет", "самолеты", "самолетов"} <= set(slavic("ru", lemmas=("самолёт",)))


def test_a_starred_verb_is_conjugated_and_its_object_stands_still() -> None:
    forms = slavic("ru", phrases=("*нанести удар",))
    assert {"нанес удар", "нанесли удар", "нанести удар"} <= set(forms)
    assert "нанесли удары" not in forms


def test_unstarred_words_stand_as_written() -> None:
    assert set(slavic("ru", phrases=("без света",))) == {"без света"}
