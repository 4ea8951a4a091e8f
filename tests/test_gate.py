"""The floors under the extraction scores hold, and the gate that guards them can fail."""

import json
import runpy
from pathlib import Path

GATE = runpy.run_path(str(Path(__file__).parent.parent / "scripts" / "gate.py"))
GOOD = {"all": {"precision": 0.9, "recall": 0.8, "f1": 0.85, "invented_rate": 0.02}}


def test_scores_hold_their_floors() -> None:
    floors = json.loads(GATE["FLOORS"].read_text("utf-8"))
    assert set(floors) >= {"all", "lang en", "lang ru", "lang uk"}
    assert GATE["find_faults"](GATE["measure"](), floors) == []


def test_a_worse_score_a_higher_rate_and_a_lost_slice_are_faults() -> None:
    find_faults = GATE["find_faults"]
    assert find_faults(GOOD, GOOD) == []
    assert len(find_faults({"all": {**GOOD["all"], "recall": 0.79}}, GOOD)) == 1
    assert len(find_faults({"all": {**GOOD["all"], "invented_rate": 0.03}}, GOOD)) == 1
    assert len(find_faults({}, GOOD)) == 4


def test_floors_are_lifted_and_never_lowered() -> None:
    better = {"all": {"precision": 0.95, "recall": 0.7, "f1": 0.85, "invented_rate": 0.0}}
    lifted = GATE["lift"](better, GOOD)["all"]
    assert lifted == {"precision": 0.95, "recall": 0.8, "f1": 0.85, "invented_rate": 0.0}
