"""Past verbs by their endings, and the nouns that only look like them."""

import pytest

from skyledger.extract.verb_forms import is_passive_form, is_past_form


@pytest.mark.parametrize(
    "word", ["ссадили", "выкосила", "вполювала", "жбурнув", "снесло", "bagged", "threw", "ссажены", "уполювано"]
)
def test_a_past_verb_is_known_by_its_ending(word: str) -> None:
    assert is_past_form(word)


@pytest.mark.parametrize(
    "word", ["цели", "школы", "терминал", "оборона", "hundred", "unmanned", "дронов", "над", "шахедів"]
)
def test_a_noun_of_that_ending_is_none(word: str) -> None:
    assert not is_past_form(word)


def test_a_participle_that_stands_for_a_verb_is_passive() -> None:
    assert is_passive_form("ссажены")
    assert not is_passive_form("ссадили")
