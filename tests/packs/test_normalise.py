"""Folding and tokens: one character stays one character, so offsets hold in the text as received."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skyledger.packs.normalise import fold, normalise_surface, tokenise

# Letters whose lower case is longer, marks that combine, signs that are two code units elsewhere.
ODD = "İıßẞΣςŁĞǅﬁÅé̀ŉ\u200b\u200d\ufeff\u00ad\u00a0🇺🇦👨‍👩‍👧²½Ⅷ٣"
TEXT = st.text(max_size=400) | st.text(alphabet=ODD + "aAбБёЁґҐїЇ'’ʼ`-. \n0123456789", max_size=200)


@given(TEXT)
def test_folding_keeps_the_length(text: str) -> None:
    assert len(fold(text)) == len(text)


@given(TEXT)
def test_folding_twice_changes_nothing_more(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(TEXT)
def test_tokens_stand_where_they_say(text: str) -> None:
    tokens = tokenise(text)
    assert tokens.folded == fold(text)
    for word, start, stop in zip(tokens.words, tokens.starts, tokens.stops, strict=True):
        assert tokens.folded[start:stop] == word
        assert fold(text[start:stop]) == word or len(fold(text[start:stop])) == len(word)
        assert text[start:stop].strip() == text[start:stop] != ""


@given(TEXT)
def test_tokens_come_in_order_and_do_not_overlap(text: str) -> None:
    tokens = tokenise(text)
    edges = [edge for pair in zip(tokens.starts, tokens.stops, strict=True) for edge in pair]
    assert edges == sorted(edges)
    assert all(start < stop for start, stop in zip(tokens.starts, tokens.stops, strict=True))


@given(TEXT)
def test_every_word_stands_between_spaces(text: str) -> None:
    tokens = tokenise(text)
    assert tokens.joined == " " + " ".join(tokens.words) + " "


@given(TEXT)
def test_a_surface_is_made_of_the_words_of_a_text(text: str) -> None:
    assert normalise_surface(text) == " ".join(tokenise(text).words)


@given(TEXT)
def test_a_surface_is_normal_already(text: str) -> None:
    surface = normalise_surface(text)
    assert normalise_surface(surface) == surface


@pytest.mark.parametrize(
    ("text", "surface"),
    [
        ("Калуга (Грабцево)", "калуга грабцево"),
        ("Ростов-на-Дону", "ростов на дону"),
        ("Сбит самолёт", "сбит самолет"),
        ("Kyiv's", "kyiv s"),  # split off, so that "Kyiv" is found
        ("Kyiv’s airports", "kyiv s airports"),
        ("п'ять, п’ять, пʼять, п`ять", "п'ять п'ять п'ять п'ять"),
        ("Куп'янськ", "куп'янськ"),
        ("«Шахед-136»", "шахед 136"),
        ("Х-59/69", "х 59 69"),
        ("'quoted'", "quoted"),
        ("drones' debris", "drones debris"),
        ("one_two", "one two"),
        ("  ", ""),
        ("…—«»", ""),
    ],
)
def test_words_as_the_scanner_sees_them(text: str, surface: str) -> None:
    assert normalise_surface(text) == surface


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("cбито", "сбито"),  # a Latin c
        ("Харкiв", "харків"),  # a Latin i
        ("БПЛA", "бпла"),  # a Latin A
        ("БпЛА", "бпла"),
        ("Oдеса", "одеса"),
    ],
)
def test_latin_letters_inside_a_cyrillic_word_become_cyrillic(typed: str, meant: str) -> None:
    assert normalise_surface(typed) == meant


@pytest.mark.parametrize("word", ["Kharkiv", "Storm Shadow", "FPV", "cope"])
def test_latin_words_stay_latin(word: str) -> None:
    assert normalise_surface(f"{word} сбит") == f"{word.lower()} сбит"


def test_a_word_of_two_scripts_keeps_its_place() -> None:
    text = "Над Xарьковом cбито 5"
    tokens = tokenise(text)
    assert [text[a:b] for a, b in zip(tokens.starts, tokens.stops, strict=True)] == ["Над", "Xарьковом", "cбито", "5"]
