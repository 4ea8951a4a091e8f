"""Classes of words only say where to look: what is read stays the same when every word is looked at."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skyledger import flow
from skyledger.evaluate import load_gold
from skyledger.extract import word_bits
from skyledger.extract.reading import Reading
from skyledger.extract.word_bits import bits_of, joined, word_class
from skyledger.packs import Packs
from skyledger.packs.normalise import tokenise

GOLD = Path(__file__).parents[2] / "evaluation" / "gold"
WORDS = st.text(st.sampled_from("абвё'a1 -"), max_size=12)
MEMBERS = st.lists(st.text(st.sampled_from("абвa"), min_size=1, max_size=3), min_size=1, max_size=4)


@given(WORDS, MEMBERS)
def test_stems_and_pieces_are_those_of_the_text(text: str, members: list[str]) -> None:
    tokens = tokenise(text)
    with pytest.MonkeyPatch.context() as patch:
        for table in ("_WHOLE", "_STEMS", "_PIECES", "_KNOWN"):
            patch.setattr(word_bits, table, {})
        patch.setattr(word_bits, "_count", 2)  # behind those of numbers
        stems, pieces = word_class(stems=members), word_class(pieces=members)
        said = joined(bits_of(tokens.words))
    assert bool(said & stems) == any(word.startswith(tuple(members)) for word in tokens.words)
    assert bool(said & pieces) == any(member in tokens.folded for member in members)


def test_claims_do_not_depend_on_where_the_rules_look(packs: Packs, monkeypatch: pytest.MonkeyPatch) -> None:
    texts = [item.document for item in load_gold(GOLD) if item.split == "tune"]
    looked = list(flow.extract_documents(texts, packs))
    monkeypatch.setattr(Reading, "of_class", lambda _self, _kinds, start, stop: list(range(start, stop)))
    assert list(flow.extract_documents(texts, packs)) == looked
