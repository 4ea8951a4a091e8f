"""The floors under the extraction scores hold, and the gate that guards them can fail."""

import json
import runpy
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

import pytest

GATE: dict[str, Any] = runpy.run_path(str(Path(__file__).parent.parent / "scripts" / "gate.py"))
find_faults, lift, lower = GATE["find_faults"], GATE["lift"], GATE["lower"]
CORPUS = "0123456789abcdef"
GOOD = {"all": {"precision": 0.9, "recall": 0.8, "place": 0.85, "invented_rate": 0.02}}
WORSE = {"all": {**GOOD["all"], "recall": 0.7}}
MANY = {"all": dict.fromkeys(GOOD["all"], 1000), "kind fire": {"f1": 1000}}
FEW = {"f1": 20, "invented_rate": 20}
FLOORS = GATE["Floors"](corpus=CORPUS, bounds=GOOD).sealed()


def test_scores_hold_their_floors() -> None:
    floors = GATE["load_floors"]()
    assert {"all", "lang en", "lang ru", "lang uk", "split tune", "split held", "kind interception"} <= set(
        floors.bounds
    )
    assert {"precision", "recall", "f1", "count", "place", "time", "speaker"} <= set(floors.bounds["lang ru"])
    assert find_faults(GATE["measure"]()[0], floors, GATE["hash_corpus"]()) == []


def test_floors_that_hold_are_no_fault() -> None:
    assert find_faults(GOOD, FLOORS, CORPUS) == []


@pytest.mark.parametrize(
    "measured",
    [
        {"all": {**GOOD["all"], "recall": 0.79}},
        {"all": {**GOOD["all"], "place": 0.84}},
        {"all": {**GOOD["all"], "invented_rate": 0.03}},
        {"all": {key: score for key, score in GOOD["all"].items() if key != "place"}},
    ],
)
def test_a_worse_score_a_higher_rate_and_a_lost_score_are_faults(measured: dict[str, dict[str, float]]) -> None:
    [fault] = find_faults(measured, FLOORS, CORPUS)
    assert fault.startswith("all: ")


def test_a_lost_slice_breaks_all_its_floors() -> None:
    assert len(find_faults({}, FLOORS, CORPUS)) == 4


def test_other_gold_is_a_fault() -> None:
    [fault] = find_faults(GOOD, FLOORS, "fedcba9876543210")
    assert "fedcba9876543210" in fault


def test_the_hash_follows_names_and_words_of_the_gold_not_its_line_ends(tmp_path: Path) -> None:
    hash_corpus = GATE["hash_corpus"]
    (tmp_path / "en.jsonl").write_bytes(b'{"id": 1}\n')
    first = hash_corpus(tmp_path)
    (tmp_path / "en.jsonl").write_bytes(b'{"id": 1}\r\n')
    assert hash_corpus(tmp_path) == first
    (tmp_path / "en.jsonl").write_bytes(b'{"id": 2}\n')
    assert hash_corpus(tmp_path) != first
    (tmp_path / "en.jsonl").write_bytes(b'{"id": 1}\n')
    (tmp_path / "en.jsonl").rename(tmp_path / "ru.jsonl")
    assert hash_corpus(tmp_path) != first


def test_a_floor_lowered_by_hand_is_a_fault() -> None:
    edited = replace(FLOORS, bounds={"all": {**GOOD["all"], "recall": 0.5}})
    [fault] = find_faults(GOOD, edited, CORPUS)
    assert "by hand" in fault


def test_a_reason_taken_out_is_a_fault() -> None:
    lowered = lower(FLOORS, WORSE, MANY, CORPUS, why="labels corrected")
    assert find_faults(WORSE, lowered, CORPUS) == []
    [fault] = find_faults(WORSE, replace(lowered, lowered=[]), CORPUS)
    assert "by hand" in fault


def test_floors_are_lifted_and_never_lowered() -> None:
    better = {"all": {"precision": 0.95, "recall": 0.7, "place": 0.86, "invented_rate": 0.0}, "kind fire": {"f1": 0.5}}
    lifted = lift(FLOORS, better, MANY, CORPUS)
    assert lifted.bounds["all"] == {"precision": 0.93, "recall": 0.8, "place": 0.85, "invented_rate": 0.02}
    assert lifted.bounds["kind fire"] == {"f1": 0.48}


def test_a_bound_is_two_claims_away_where_claims_are_few() -> None:
    few = lift(GATE["Floors"](), {"kind fire": {"f1": 0.8, "invented_rate": 0.1}}, {"kind fire": FEW}, CORPUS)
    assert few.bounds == {"kind fire": {"f1": 0.7, "invented_rate": 0.2}}


def test_lowering_touches_what_is_broken_and_says_why() -> None:
    lowered = lower(FLOORS, WORSE, MANY, "new", why="labels corrected")
    assert lowered.bounds == {"all": {**GOOD["all"], "recall": 0.68}}
    assert lowered.corpus == "new"
    [entry] = lowered.lowered
    assert entry["why"] == "labels corrected"
    assert entry["changes"] == {"all": {"recall": [0.8, 0.68]}}
    assert len(entry["date"]) == 10


def test_a_slice_that_is_gone_can_be_dropped_with_a_reason() -> None:
    lowered = lower(FLOORS, {}, {}, CORPUS, why="the kind was merged")
    assert lowered.bounds == {}
    assert lowered.lowered[0]["changes"]["all"]["recall"] == [0.8, None]


@pytest.fixture
def written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a floors file that the script reads and writes, with scores that are made up."""
    path = tmp_path / "floors.json"
    path.write_text(json.dumps(asdict(FLOORS)), encoding="utf-8")
    names = GATE["main"].__globals__
    monkeypatch.setitem(names, "FLOORS", path)
    monkeypatch.setitem(names, "measure", lambda: (WORSE, MANY))
    monkeypatch.setitem(names, "hash_corpus", lambda: CORPUS)
    monkeypatch.setitem(names, "load_floors", lambda: GATE["load_floors"](path))
    return path


@pytest.mark.parametrize(
    ("words", "code", "part"),
    [
        ([], 1, "recall is 0.7000, the floor is 0.8"),
        (["--raise"], 2, "a floor is broken"),
        (["--lower"], 2, "--why"),
        (["--lower", "--why", " "], 2, "--why"),
    ],
)
def test_a_broken_floor_fails_and_stays(
    written: Path, capsys: pytest.CaptureFixture[str], words: list[str], code: int, part: str
) -> None:
    before = written.read_text(encoding="utf-8")
    assert GATE["main"](words) == code
    assert part in capsys.readouterr().err
    assert written.read_text(encoding="utf-8") == before


def test_a_floor_is_lowered_with_a_reason(written: Path) -> None:
    assert GATE["main"](["--lower", "--why", "labels corrected"]) == 0
    assert json.loads(written.read_text(encoding="utf-8"))["lowered"][0]["why"] == "labels corrected"
    assert GATE["main"]([]) == 0


def test_a_file_changed_by_hand_is_not_sealed_again(written: Path, capsys: pytest.CaptureFixture[str]) -> None:
    told = json.loads(written.read_text(encoding="utf-8"))
    told["bounds"]["all"]["recall"] = 0.1
    written.write_text(json.dumps(told), encoding="utf-8")
    assert GATE["main"]([]) == 1
    assert GATE["main"](["--raise"]) == 2
    assert GATE["main"](["--lower", "--why", "because"]) == 2
    assert "by hand" in capsys.readouterr().err
