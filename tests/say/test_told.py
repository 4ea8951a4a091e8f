"""What a ledger keeps is told in English once, and read back into its code and parameters."""

import pytest

from skyledger.say import LANGS, Told, read_told, speaking, tell
from skyledger.say.forms import names_in

_NUMBERS = (1, 2, 5, 12345)


@pytest.mark.parametrize("number", _NUMBERS)
@pytest.mark.parametrize("code", Told)
def test_a_sentence_is_read_back_into_what_it_was_told_from(code: Told, number: int) -> None:
    own = {"field": "count", "note": "Имя note."}
    fields = {
        name: str(number) if f"{{{name}:d}}" in code.value else own.get(name, f"Имя {name}")
        for name in names_in(code.value)
    }

    sentence = tell(code, **{name: int(v) if v.isdigit() else v for name, v in fields.items()})
    read = read_told(sentence)

    assert read is not None
    assert (read.code, dict(read.fields)) == (code, fields)


@pytest.mark.parametrize("lang", LANGS)
def test_what_is_kept_is_english_whatever_is_spoken(lang: str) -> None:
    with speaking(lang):
        assert tell(Told.ALL_GO_BACK, copies=20_000, who="X") == "All 20000 documents go back to X."


def test_what_is_none_of_ours_is_not_read() -> None:
    assert read_told("The dog barked.") is None
