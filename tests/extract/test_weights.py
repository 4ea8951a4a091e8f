"""Tables of weights: what they say of features, and that those that ship are of the texts that ship."""

import subprocess
import sys
from math import isclose
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skyledger.errors import PackError
from skyledger.evaluate.gold import load_gold
from skyledger.extract.learned import weights
from skyledger.extract.learned.sentence_features import features_of_sentence, weighed_features
from skyledger.extract.learned.text_features import features_of_text, weighed_of_text
from skyledger.extract.learned.weights import NOTHING, Weights, load_weights
from skyledger.extract.learned.word_table import load_words
from skyledger.extract.reading import read_document
from skyledger.packs import Packs

ROOT = Path(__file__).resolve().parents[2]
CELLS = st.dictionaries(st.integers(0, 4), st.integers(-3000, 3000), max_size=5)
LABELS = ("a", "b", "c", "d", "none")


@given(st.dictionaries(st.text("xyz", min_size=1, max_size=3), CELLS, max_size=12), st.sets(st.text("xyz", max_size=3)))
def test_sums_are_those_of_the_cells(table: dict[str, dict[int, int]], features: set[str]) -> None:
    table = {f: cells for f, cells in table.items() if cells}  # a line without a weight is never written
    rows = {f: " ".join(f"{n}:{w}" for n, w in cells.items()) for f, cells in table.items()}
    made = Weights(LABELS, rows)
    for number, label in enumerate(LABELS):
        assert made.weight(features, label) == sum(table[f].get(number, 0) for f in features if f in table)


def test_one_label_holds_or_any_number_do() -> None:
    made = Weights(("a", "none"), {"x": "0:300 1:-100", "y": "0:100"})
    shares = made.one_of({"x", "y", "unknown"})
    assert isclose(sum(shares.values()), 1)
    assert shares["a"] > 0.99
    assert made.each_of({"y"}) == {"a": pytest.approx(0.731, abs=0.001), "none": 0.5}


@given(
    st.dictionaries(st.sampled_from(LABELS), st.floats(0.01, 0.99)),
    st.lists(st.integers(-3000, 3000), min_size=5, max_size=5),
)
def test_labels_as_likely_as_they_must_be_are_found_at_once(floors: dict[str, float], sums: list[int]) -> None:
    made = Weights(LABELS, {"x": " ".join(f"{n}:{s}" for n, s in enumerate(sums))})
    shares = made.each_of({"x"})
    assert made.floors(floors).reached(made.total({"x"})) == [n for n in floors if shares[n] >= floors[n]]


def test_what_is_looked_up_by_word_is_what_all_features_together_find(packs: Packs) -> None:
    told, quiet = load_words("told"), load_words("quiet")
    for gold in load_gold(ROOT / "evaluation" / "gold")[::9]:
        reading = read_document(gold.document, packs)
        assert weighed_of_text(quiet, reading) - {NOTHING} == quiet.weights.weighed(features_of_text(reading))
        for sentence in reading.sentences:
            everything = features_of_sentence(reading, sentence)
            assert weighed_features(told, reading, sentence) - {NOTHING} == told.weights.weighed(everything)


@pytest.mark.parametrize("text", [None, "inputs\tx\n", "\x00"])
def test_a_table_that_is_none_says_how_one_is_made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    monkeypatch.setattr(weights, "DATA", tmp_path)
    if text is not None:
        (tmp_path / "nothing.tsv").write_text(text, encoding="utf-8")
    with pytest.raises(PackError, match=r"nothing\.tsv.*evaluation\.train_weights"):
        load_weights("nothing")


def test_the_tables_are_of_the_texts_that_ship() -> None:
    command = [sys.executable, "-m", "evaluation.train_weights", "--check"]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=ROOT)
    assert (done.returncode, done.stdout) == (0, "the tables are of these texts\n"), done.stderr
